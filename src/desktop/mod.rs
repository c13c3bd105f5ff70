//! The edges of the system: save dialog, clock, country, fonts, threads, and what opens a file.

pub mod clock;
pub mod country;
pub mod on_thread;
pub mod open_file;
pub mod rfd_log;
pub mod save_dialog;
pub mod save_note;
pub mod system_fonts;
