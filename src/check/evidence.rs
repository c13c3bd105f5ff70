//! What the rules look at: answers that hold on one day, and what follows from other fields of a check.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Answer;
use crate::knowledge::ids::{FindingId, NumberId, QuestionId, ZoneId};
use crate::knowledge::question::Question;

/// From this age on the body mass index counts; under it the doctor's word.
const BMI_AGE: f64 = 16.0;

/// Whether a runner of this age in years gives height and weight; one under 16 ticks what a doctor said of the weight.
#[must_use]
pub fn gives_height_and_weight(age: Option<f64>) -> bool {
    age.is_none_or(|age| age >= BMI_AGE)
}

/// Below and above these values of the body mass index a weight is looked at twice: pounds typed as kilograms double it.
const LIKELY_BMI: std::ops::RangeInclusive<f64> = 13.0..=40.0;

/// Whether a weight in kilograms is so far from what people of a height in centimetres weigh that one of the two may be
/// mistyped. It changes nothing but the question whether it is right.
#[must_use]
pub fn is_unlikely_weight(height_cm: f64, weight_kg: f64) -> bool {
    !LIKELY_BMI.contains(&bmi(height_cm, weight_kg))
}

pub(super) fn bmi(height_cm: f64, weight_kg: f64) -> f64 {
    let metres = height_cm / 100.0;
    weight_kg / (metres * metres)
}

/// Every finding, zone and number that the rules and weights look at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Findings that were asked and count.
    pub findings: BTreeMap<FindingId, Answer>,
    /// Marked zones, of either knee.
    pub zones: BTreeSet<ZoneId>,
    /// Numbers that count.
    pub numbers: BTreeMap<NumberId, f64>,
    /// Findings as they were told, those that are too old to count among them.
    pub told: BTreeMap<FindingId, Answer>,
    /// Numbers as they were told.
    pub told_numbers: BTreeMap<NumberId, f64>,
    /// Whether the safety answers are too old to count.
    pub safety_is_stale: bool,
    /// Questions that are asked again, as something said to them is too old to count or may have changed by itself.
    pub stale: BTreeSet<QuestionId>,
    /// Answers that are too old to count.
    pub expired: BTreeSet<FindingId>,
    /// Questions without whose answers of today nobody is told to look after it alone.
    pub outdated: BTreeSet<QuestionId>,
    /// Questions that are surely not asked, as other answers are.
    pub hidden: BTreeSet<QuestionId>,
    /// Those of them that are not asked of a person of this sex and age, whatever else is answered.
    pub never_asked: BTreeSet<QuestionId>,
    /// Those of them that were answered all the same: that does not count.
    pub left_out: BTreeSet<QuestionId>,
    /// How long it may have hurt by now, shortest first: more than one where the answer of an earlier day leaves it open.
    /// The first of them stands in `findings`.
    pub durations: Vec<FindingId>,
}

impl Evidence {
    /// The state of one finding.
    #[must_use]
    pub fn answer(&self, finding: &str) -> Answer {
        self.findings.get(finding).copied().unwrap_or(Answer::NotAsked)
    }

    /// Whether one finding is Yes.
    #[must_use]
    pub fn is_yes(&self, finding: &str) -> bool {
        self.answer(finding) == Answer::Yes
    }

    /// One number.
    #[must_use]
    pub fn number(&self, number: &str) -> Option<f64> {
        self.numbers.get(number).copied()
    }

    /// Whether a question was answered, and need not be answered again: every finding of it asked, or one answer picked where only one can hold.
    #[must_use]
    pub fn is_answered(&self, question: &Question) -> bool {
        let asked = |id: &FindingId| self.answer(id.as_str()).is_asked();
        if self.outdated.contains(&question.id) {
            return false;
        }
        if !question.numbers.is_empty() && question.options.is_empty() {
            return question.numbers.iter().all(|number| self.numbers.contains_key(&number.id));
        }
        if question.is_single() {
            return question
                .options
                .iter()
                .any(|answer| self.is_yes(answer.id.as_str()) || self.answer(answer.id.as_str()) == Answer::NotSure)
                || (question.options.len() > 1 && question.findings().all(|finding| asked(&finding.id)));
        }
        let alone = question.options.iter().any(|answer| answer.alone && self.is_yes(answer.id.as_str()));
        alone || (!question.options.is_empty() && question.findings().all(|finding| asked(&finding.id)))
    }

    /// Whether anything was said to a question, or follows from what was said elsewhere.
    #[must_use]
    pub fn is_begun(&self, question: &Question) -> bool {
        question.options.iter().any(|answer| self.answer(answer.id.as_str()).is_asked())
            || question.numbers.iter().any(|number| self.numbers.contains_key(&number.id))
    }

    pub(super) fn set(&mut self, finding: impl Into<FindingId>, holds: bool) {
        self.findings.insert(finding.into(), if holds { Answer::Yes } else { Answer::No });
    }
}
