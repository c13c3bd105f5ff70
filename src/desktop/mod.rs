//! The edges of the system: save dialog, clock, country, and what opens a file.

pub mod clock;
pub mod country;
pub mod open_file;
pub mod rfd_log;
pub mod save_dialog;
pub mod save_note;
