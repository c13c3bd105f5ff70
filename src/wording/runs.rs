//! The words of the screen about the runner's runs.

use serde::Deserialize;

words!(
    /// All of them.
    RunsWords { title, not_kept, pick_files, pick_folder }
);
