//! What the tests share: answer sets written down as lists, and the embedded knowledge.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod harmless;
pub mod random;
pub mod zone_depth;

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use kneenote::assess::{Assessment, Assessor};
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::ids::{CauseId, FindingId, NumberId, RuleId, ZoneId};
use kneenote::knowledge::rule::Level;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The day all tests are on.
pub const TODAY: Date = date(2026, 11, 23);

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
    #[serde(default)]
    pub source: String,
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

/// The embedded knowledge.
pub fn knowledge() -> Knowledge {
    Knowledge::embedded().unwrap_or_else(|faults| panic!("{faults:#?}"))
}

/// What follows from a check, today.
pub fn assess(knowledge: &Knowledge, check: &Check) -> Assessment {
    Assessor::new(knowledge).assess(knowledge, check, TODAY)
}

/// Reads a RON file of the tests folder.
pub fn read<T: DeserializeOwned>(name: &str) -> T {
    let path = format!("{}/tests/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(&text)
        .unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

/// The same check with all that self-care hangs on told as a healthy runner would: what is there stays as it is.
pub fn with_enough_told(knowledge: &Knowledge, mut check: Check) -> Check {
    check.side = check.side.or(Some(Side::Right));
    check.made = Some(TODAY);
    check.answered.clear();
    if check.spots.is_empty() {
        check.spots.push(Spot { knee: Knee::Right, zone: "kneecap".into(), worst: None, now: None, size: None });
    }
    check.numbers.entry("age".into()).or_insert(30.0);
    for usual in ["walk_normal", "onset_gradual", "dur_3_14d", "swell_none"] {
        let question = knowledge.question_of(usual).unwrap();
        let is_told = question.answers.iter().any(|row| check.answer(row.id.as_str()) == Answer::Yes);
        if !is_told && (usual != "dur_3_14d" || check.began.is_none()) {
            check.findings.insert(usual.into(), Answer::Yes);
        }
    }
    let asked = knowledge.findings().map(|finding| &finding.id);
    for id in asked.filter(|id| knowledge.danger_signs.contains(id) || **id == "giving_way") {
        check.findings.entry(id.clone()).or_insert(Answer::No);
    }
    check
}
