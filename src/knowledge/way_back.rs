//! The way back to running in the words of the content: its steps, and the tasks that come before the first one.

use serde::{Deserialize, Serialize};

use super::condition::Condition;

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

/// What of a knee is looked at before and on the way back.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayBackWhen {
    /// The signs that bone is hurt.
    pub bone_pattern: Condition,
    /// The knee is swollen.
    pub swollen: Condition,
}
