//! The runner's training: runs as watch files and lists tell them, and what follows from them.
//!
//! Pure, as [`check`](crate::check) is: no files, no clock, no window. No positions, names or pulse come in here.

pub mod back_to_running;
mod days;
pub mod diary;
pub mod entry_check;
pub mod fault;
pub mod light;
pub mod list_answers;
pub mod log_file;
pub mod longest;
pub mod outing;
pub mod proposals;
pub mod reading;
pub mod rulers;
pub mod run;
pub mod run_log;
pub mod same_run;
pub mod told;
mod twice;
pub mod weeks;
