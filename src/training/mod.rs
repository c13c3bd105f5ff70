//! The runner's training: runs as watch files and lists tell them, and what follows from them.
//!
//! Pure, as [`check`](crate::check) is: no files, no clock, no window. No positions, names or pulse come in here.

pub mod run;
pub mod same_run;
