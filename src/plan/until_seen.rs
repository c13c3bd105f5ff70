//! What to do until somebody has seen the knee.

use super::line::Why;
use super::runner::Runner;
use crate::knowledge::planning::{UntilSeenPart, UntilSeenRow};

/// A line of a plan until somebody has seen the knee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UntilSeenLine {
    /// What it is about.
    pub part: UntilSeenPart,
    pub text: String,
    pub why: Why,
}

/// Of each part the first row that fits, and everything to bring.
pub(super) fn lines(runner: &Runner<'_>) -> Vec<UntilSeenLine> {
    let is_for = |row: &&UntilSeenRow| row.levels.contains(&runner.level) && runner.is_looked_for(&row.says.for_whom);
    let line =
        |row: &UntilSeenRow| UntilSeenLine { part: row.part, text: row.says.text.clone(), why: Why::of(&row.says) };
    let of_part = |part: UntilSeenPart| {
        let most = if part == UntilSeenPart::Bring { usize::MAX } else { 1 };
        runner.planning.until_seen.iter().filter(move |row| row.part == part).filter(is_for).take(most).map(line)
    };
    UntilSeenPart::ALL.into_iter().flat_map(of_part).collect()
}
