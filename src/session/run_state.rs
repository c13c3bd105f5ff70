//! What the session holds of the runner's runs.

use std::path::PathBuf;

use crate::training::list_answers::ListAnswers;
use crate::training::reading::Reading;
use crate::training::rulers::Rulers;
use crate::training::run_log::RunLog;

/// What is known of the runs that are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum KeptRuns {
    /// Nobody looked yet.
    #[default]
    NotRead,
    /// They are in the log.
    Read,
    /// They cannot be read; they stay where they are, and nothing is kept over them.
    Unreadable(String),
}

/// How reading stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ReadingState {
    /// Nothing is read.
    #[default]
    Nothing,
    /// The dialog is open.
    Choosing,
    /// So many files of so many were read.
    Reading { done: usize, total: usize },
    /// It was read.
    Read,
    /// The runner stopped it.
    Stopped,
    /// The dialog did not open.
    NoDialog,
}

/// The runner's runs, as the screens show them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Runs {
    pub log: RunLog,
    pub kept: KeptRuns,
    pub reading: ReadingState,
    /// What of the last reading is no run that counts.
    pub last: Reading,
    /// What the runs say of the time before the pain began; none without a day or a month of it, or without runs.
    pub rulers: Option<Rulers>,
    /// Whether it is asked if all are to go.
    pub asks_to_delete: bool,
    /// Whether the page waits for the runs that are kept, as the day the pain began is another one.
    pub(super) page_waits: bool,
    /// What was read last, and how.
    pub(super) paths: Vec<PathBuf>,
    pub(super) lists: ListAnswers,
}
