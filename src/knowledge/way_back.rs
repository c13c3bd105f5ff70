//! The way back to running in the words of the content: its steps, and the tasks that come before the first one.

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::for_whom::ForWhom;
use super::ids::SourceId;

/// A step of the way back, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RunStep {
    /// 30 minutes of brisk walking, until one is green.
    Walk,
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    /// 30 minutes of running.
    R8,
    /// All steps are done: from here on only a ceiling holds.
    Done,
}

impl RunStep {
    /// All of them, from the first to the last.
    pub const ALL: [Self; 10] =
        [Self::Walk, Self::R1, Self::R2, Self::R3, Self::R4, Self::R5, Self::R6, Self::R7, Self::R8, Self::Done];

    /// Those on which one runs; the content has a row for each.
    pub const RUNS: [Self; 8] = [Self::R1, Self::R2, Self::R3, Self::R4, Self::R5, Self::R6, Self::R7, Self::R8];

    /// Its name in the content; the runner reads "R1" to "R8".
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Walk => "Walk",
            Self::R1 => "R1",
            Self::R2 => "R2",
            Self::R3 => "R3",
            Self::R4 => "R4",
            Self::R5 => "R5",
            Self::R6 => "R6",
            Self::R7 => "R7",
            Self::R8 => "R8",
            Self::Done => "Done",
        }
    }
}

/// A task that has to be green before the first step, or a sign that must not be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntryTask {
    /// 30 minutes of brisk walking.
    BriskWalk,
    /// 10 small squats on the sore leg.
    SmallSquats,
    /// Up and down stairs.
    Stairs,
    NotSwollen,
    NoLimp,
    /// 10 hops on the sore leg, when all others are green.
    Hops,
}

impl EntryTask {
    pub const ALL: [Self; 6] =
        [Self::BriskWalk, Self::SmallSquats, Self::Stairs, Self::NotSwollen, Self::NoLimp, Self::Hops];
}

/// Something that must be possible before running again.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Which task it tells; none for a row that is no task of the plan.
    #[serde(default)]
    pub task: Option<EntryTask>,
    pub text: String,
    #[serde(default)]
    pub for_whom: ForWhom,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: String,
}

/// One step back to running.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnStep {
    pub step: RunStep,
    /// How often running and walking take turns; 1 for a steady run.
    pub times: u8,
    /// Minutes of running each time.
    pub run_min: u8,
    /// Minutes of walking after each; 0 for a steady run.
    pub walk_min: u8,
    /// The same in words.
    pub session: String,
    /// How to go on.
    pub rule: String,
}

impl ReturnStep {
    /// Whether the words tell these numbers and no others.
    pub(super) fn says_its_numbers(&self) -> bool {
        let Self { times, run_min, walk_min, .. } = self;
        let is_steady = (*times, *walk_min) == (1, 0);
        let wanted = if is_steady {
            vec![(*run_min, format!("run {run_min} minute"))]
        } else {
            vec![
                (*times, format!("{times} times: ")),
                (*run_min, format!("run {run_min} minute")),
                (*walk_min, format!("walk {walk_min} minute")),
            ]
        };
        let words = self.session.to_lowercase();
        let said = words.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
        said.eq(wanted.iter().map(|(number, _)| number.to_string()))
            && wanted.iter().all(|(_, phrase)| words.contains(phrase))
    }
}

/// What of a knee is looked at before and on the way back.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayBackWhen {
    /// The signs that bone is hurt.
    pub bone_pattern: Condition,
    /// The knee is swollen.
    pub swollen: Condition,
}
