//! What the parts of the diary share.

use jiff::civil::Date;

use crate::check::diary::DiaryEntry;
use crate::training::diary::{AskedRun, run_m_on};
use crate::training::light::Column;
use crate::training::run::Run;

/// What the days are shown by.
pub(super) struct Shown<'a> {
    /// The column of the pain light that holds now.
    pub(super) column: Column,
    /// The runs of the last days that count.
    pub(super) runs: &'a [Run],
    /// The runs of which something can be told today.
    pub(super) asked: Vec<AskedRun>,
}

impl Shown<'_> {
    /// Whether something of a day can be told today.
    pub(super) fn is_asked(&self, day: Date) -> bool {
        self.asked.iter().any(|run| run.day == day)
    }

    /// Metres of a day: what the diary says comes first.
    pub(super) fn run_m(&self, day: Date, entry: Option<&DiaryEntry>) -> Option<u32> {
        entry.and_then(|entry| entry.run_m).or_else(|| run_m_on(self.runs, day))
    }
}
