//! The edges of the system: save dialog, copied text, clock, country, fonts, threads, screen, core dumps, and what opens
//! a file.

pub mod clock;
pub mod copied_text;
pub mod core_dump;
pub mod country;
#[cfg(target_os = "linux")]
pub mod display;
pub mod on_thread;
pub mod open_file;
pub mod pick_files;
pub mod program_log;
pub mod save_dialog;
pub mod save_note;
pub mod system_fonts;
