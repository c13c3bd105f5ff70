//! What is kept on the disk.

#[path = "../support/patience.rs"]
mod patience;

mod kept_answers;
