//! When a row of the form can still matter for one person (all of it judgement, see `assets/knowledge/relevance.ron`).

use serde::Deserialize;

use super::condition::Condition;
use super::ids::{FindingId, QuestionId, SourceId};

/// How far a rule may be from firing for its signs to be asked: what it still needs, summed up.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleReach {
    /// What a red flag costs that was not asked yet.
    pub red_flag: f64,
    /// What anything else costs that was not asked yet.
    pub other_sign: f64,
    /// A sign is asked where a rule of level 1 or 2 needs at most this much besides it.
    pub besides: f64,
}

/// How much an answer has to move a cause for its row to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseReach {
    /// A cause is within reach up to this far behind the best one, as a factor of the score.
    pub within: f64,
    /// How far apart an answer has to move the causes within reach, as a logarithm.
    pub least_move: f64,
    /// So many rows are asked on a card at most because of causes, those that are asked for another reason among them.
    pub rows: usize,
    /// So many rows are asked because of causes on a longer card too.
    pub at_least: usize,
}

/// What the page always tells of some runners, also as a No.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlwaysAsked {
    /// Of whom: a place, a length of time.
    pub when: Condition,
    /// Rows of "tick any" questions.
    #[serde(default)]
    pub rows: Vec<FindingId>,
    /// Whole questions.
    #[serde(default)]
    pub questions: Vec<QuestionId>,
}

/// What a doctor asks first of somebody who has to be seen at once or soon.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoctorAsks {
    /// Of whom: the signs that they told of.
    pub when: Condition,
    /// Rows of "tick any" questions.
    pub rows: Vec<FindingId>,
    /// Why a doctor asks them, published.
    pub sources: Vec<SourceId>,
}

/// The file `relevance.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relevance {
    pub rules: RuleReach,
    pub causes: CauseReach,
    pub always: Vec<AlwaysAsked>,
    /// The first whose condition holds counts.
    pub doctor_asks: Vec<DoctorAsks>,
}
