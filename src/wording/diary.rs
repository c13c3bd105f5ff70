//! The words of the diary and of the way back to running.

use serde::Deserialize;

words!(
    /// All of them.
    DiaryWords { title, way_back }
);
