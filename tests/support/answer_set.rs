//! Answer sets written down as lists.

use std::collections::BTreeMap;

use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knowledge::ids::{CauseId, FindingId, NumberId, RuleId, ZoneId};
use kneenote::knowledge::rule::Level;
use serde::Deserialize;

use crate::world::TODAY;

/// A set of answers and what is expected of it.
#[derive(Debug, Clone, Deserialize)]
pub struct AnswerSet {
    #[serde(default)]
    pub id: String,
    pub levels: Vec<Level>,
    #[serde(default)]
    pub side: Option<Side>,
    #[serde(default)]
    pub zones: Vec<ZoneId>,
    #[serde(default)]
    pub yes: Vec<FindingId>,
    #[serde(default)]
    pub no: Vec<FindingId>,
    #[serde(default)]
    pub unsure: Vec<FindingId>,
    #[serde(default)]
    pub numbers: BTreeMap<NumberId, f64>,
    #[serde(default)]
    pub first: Vec<CauseId>,
    #[serde(default)]
    pub rules: Vec<RuleId>,
    /// Rules that may not fire.
    #[serde(default)]
    pub not_rules: Vec<RuleId>,
    /// The hours of the first rule that fired.
    #[serde(default)]
    pub hours: Option<u32>,
    #[serde(default)]
    pub danger: String,
    #[serde(default)]
    pub why: String,
    #[expect(dead_code, reason = "for who reads the set")]
    #[serde(default)]
    pub source: String,
    #[expect(dead_code, reason = "for who reads the set")]
    #[serde(default)]
    pub diagnosis: String,
    #[serde(default)]
    pub right: Vec<CauseId>,
    #[serde(default)]
    pub must_not_miss: bool,
}

impl AnswerSet {
    /// The same as a check.
    pub fn check(&self) -> Check {
        let side =
            self.side.unwrap_or(if self.yes.iter().any(|id| *id == "both_knees") { Side::Both } else { Side::Right });
        let knee = if side == Side::Left { Knee::Left } else { Knee::Right };
        let mut check = Check { side: Some(side), made: Some(TODAY), ..Check::default() };
        check.spots = self
            .zones
            .iter()
            .map(|zone| Spot { knee, zone: zone.clone(), worst: None, now: None, size: None })
            .collect();
        check.worst_spot = self.zones.first().map(|zone| (knee, zone.clone()));
        for (ids, answer) in [(&self.yes, Answer::Yes), (&self.no, Answer::No), (&self.unsure, Answer::NotSure)] {
            check.findings.extend(ids.iter().map(|id| (id.clone(), answer)));
        }
        check.numbers = self.numbers.clone();
        check
    }
}
