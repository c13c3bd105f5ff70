//! The four states of everything that can be asked.

use serde::{Deserialize, Serialize};

use crate::knowledge::question::Question;

/// What the runner said of one finding.
///
/// There is no default answer and no `bool`: what was not asked is never a No.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// It holds.
    Yes,
    /// It does not.
    No,
    /// The runner cannot say.
    NotSure,
    /// Nobody asked, or the runner skipped it.
    NotAsked,
}

impl Answer {
    /// Whether the runner was asked.
    #[must_use]
    pub fn is_asked(self) -> bool {
        self != Self::NotAsked
    }
}

/// Whether "none of these" stands, where `said` tells what was said of a finding: all findings of the question are No.
pub fn is_denied(question: &Question, said: impl Fn(&str) -> Answer) -> bool {
    question.findings().next().is_some() && question.findings().all(|finding| said(finding.id.as_str()) == Answer::No)
}
