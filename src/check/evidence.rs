//! What follows from a check for the rules on one day: answers that still hold, and findings derived from its other
//! fields.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Check;
use super::ageing::{self, DURATIONS};
use super::answer::Answer;
use super::hidden;
use super::spot::{Helped, Side, Size, SpotPain};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{FindingId, NumberId, QuestionId, ZoneId};
use crate::knowledge::known_ids::{findings, numbers, questions};
use crate::knowledge::question::{Meaning, Question};

/// From this body mass index on the weight counts as high.
const HIGH_BMI: f64 = 30.0;
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

fn bmi(height_cm: f64, weight_kg: f64) -> f64 {
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
    /// What `check` says on the day `on`.
    #[must_use]
    pub fn of(check: &Check, knowledge: &Knowledge, on: Date) -> Self {
        let mut evidence = Self {
            findings: check.findings.clone(),
            zones: check.spots.iter().map(|spot| spot.zone.clone()).collect(),
            numbers: check.numbers.clone(),
            ..Self::default()
        };
        evidence.derive_side(check);
        evidence.derive_size(check);
        evidence.derive_tried(check, knowledge);
        evidence.derive_pain(check);
        for question in &knowledge.questions {
            evidence.fill_siblings(question);
        }
        ageing::count_on(&mut evidence, check, knowledge, on);
        evidence.derive_weight();
        evidence.told.clone_from(&evidence.findings);
        evidence.told_numbers.clone_from(&evidence.numbers);
        ageing::forget_old(&mut evidence, check, knowledge, on);
        hidden::leave_out(&mut evidence, check, knowledge);
        evidence
    }

    /// The same answers, where it has hurt for as long as `duration` says.
    #[must_use]
    pub fn lasting(&self, duration: &FindingId) -> Self {
        let mut evidence = self.clone();
        evidence.set_duration(Some(duration.as_str()));
        evidence
    }

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

    pub(super) fn set_duration(&mut self, held: Option<&str>) {
        for (finding, _) in DURATIONS {
            self.set(finding, Some(&*finding) == held);
        }
    }

    fn set(&mut self, finding: impl Into<FindingId>, holds: bool) {
        self.findings.insert(finding.into(), if holds { Answer::Yes } else { Answer::No });
    }

    fn derive_side(&mut self, check: &Check) {
        let Some(side) = check.side else { return };
        self.set(findings::SIDE_LEFT, side == Side::Left);
        self.set(findings::SIDE_RIGHT, side == Side::Right);
        self.set(findings::BOTH_KNEES, side == Side::Both);
    }

    fn derive_size(&mut self, check: &Check) {
        let of_worst = check.worst().and_then(|spot| spot.size);
        let Some(size) = of_worst.or_else(|| check.spots.iter().find_map(|spot| spot.size)) else { return };
        for other in Size::ALL {
            self.set(other.finding(), other == size);
        }
    }

    fn derive_tried(&mut self, check: &Check, knowledge: &Knowledge) {
        if check.tried.is_empty() {
            return;
        }
        if let Some(question) = knowledge.question(&questions::TRIED) {
            for finding in question.findings() {
                let tried = check.tried.iter().any(|tried| tried.what == finding.id);
                self.set(finding.id.clone(), tried);
            }
        }
        // The best that anything did is what "did it help" asks.
        let Some(best) = check.tried.iter().filter_map(|tried| tried.helped).min() else { return };
        for other in Helped::ALL {
            self.set(other.finding(), other == best);
        }
    }

    fn derive_weight(&mut self) {
        let (Some(height_cm), Some(weight_kg)) = (self.number(&numbers::HEIGHT_CM), self.number(&numbers::WEIGHT_KG))
        else {
            return;
        };
        if !gives_height_and_weight(self.number(&numbers::AGE)) {
            return;
        }
        self.set(findings::HIGH_BMI, bmi(height_cm, weight_kg) >= HIGH_BMI);
    }

    fn derive_pain(&mut self, check: &Check) {
        for (number, pain) in [(numbers::PAIN_WORST, SpotPain::Worst), (numbers::PAIN_NOW, SpotPain::Now)] {
            if let Some(pain) = check.spots.iter().filter_map(|spot| pain.of(spot)).max() {
                let pain = f64::from(pain);
                let known = self.numbers.entry(number.into()).or_insert(pain);
                *known = known.max(pain);
            }
        }
    }

    /// An answer that excludes others says No to them; "not sure" of a red flag says so of the sign.
    fn fill_siblings(&mut self, question: &Question) {
        let picked: Vec<_> = question
            .options
            .iter()
            .filter(|answer| self.is_yes(answer.id.as_str()))
            .map(|a| (a.id.clone(), &a.means))
            .collect();
        for (id, means) in picked {
            match means {
                Meaning::NotSureOf(sign) => {
                    if !self.is_yes(sign.as_str()) {
                        self.findings.insert(sign.clone(), Answer::NotSure);
                    }
                }
                Meaning::Nothing => {}
                Meaning::Finding => {
                    let alone = question.options.iter().any(|answer| answer.id == id && answer.alone);
                    if question.is_single() || alone {
                        for sibling in question.findings().filter(|sibling| sibling.id != id) {
                            self.findings.entry(sibling.id.clone()).or_insert(Answer::No);
                        }
                    }
                }
            }
        }
    }
}
