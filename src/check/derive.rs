//! How a check becomes evidence: what stands in its other fields, and what time does to it.

use jiff::civil::Date;

use super::answer::Answer;
use super::evidence::{Evidence, bmi, gives_height_and_weight};
use super::spot::{Helped, Side, Size, SpotPain};
use super::{Check, ageing, hidden};
use crate::knowledge::Knowledge;
use crate::knowledge::known_ids::{findings, numbers, questions};
use crate::knowledge::question::{Meaning, Question};

/// From this body mass index on the weight counts as high.
const HIGH_BMI: f64 = 30.0;

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
