//! What is kept on the disk.

mod kept_answers;
