//! What stays on the computer: the check that is being answered, earlier checks, settings.
//!
//! Nothing here is ever half written: see [`whole_file`].

pub mod autosave;
mod check_writer;
pub mod checks;
pub mod crash_marker;
mod deleting;
pub mod earlier;
pub mod folders;
pub mod free_name;
pub mod leftovers;
mod lock;
pub mod regular;
mod rights;
pub mod run_log;
pub mod save_error;
pub mod settings;
pub mod text_file;
pub mod whole_file;
