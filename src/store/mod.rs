//! What stays on the computer: the check that is being answered, earlier checks, settings.
//!
//! Nothing here is ever half written: see [`whole_file`].

pub mod checks;
mod deleting;
pub mod earlier;
pub mod folders;
pub mod free_name;
pub mod keeper;
mod keeping;
pub mod leftovers;
mod lock;
pub mod regular;
mod rights;
pub mod save_fault;
pub mod settings;
pub mod stops;
pub mod text_file;
pub mod whole_file;
