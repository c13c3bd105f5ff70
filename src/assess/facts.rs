//! The table of facts: the value of every finding, zone, flag and number, by position.

use crate::check::answer::Answer;
use crate::check::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::condition::Condition;
use crate::knowledge::fact_names::BuiltInFact;
use crate::knowledge::ids::{FindingId, NumberId};
use crate::knowledge::known_ids::questions;
use crate::knowledge::positions::Slot;
use crate::knowledge::question::Question;
use crate::knowledge::truth::Truth;

/// Values by position, for fast evaluation of many conditions.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    truths: Vec<Truth>,
    numbers: Vec<Option<f64>>,
}

impl Facts {
    pub(crate) fn of(evidence: &Evidence, knowledge: &Knowledge) -> Self {
        let names = &knowledge.names;
        let mut facts =
            Self { truths: vec![Truth::False; names.fact_count()], numbers: vec![None; names.number_count()] };
        for (finding, answer) in &evidence.findings {
            facts.set_named(knowledge, finding.as_str(), truth(knowledge, finding, *answer));
        }
        for zone in &evidence.zones {
            facts.set_named(knowledge, zone.as_str(), Truth::True);
        }
        for (number, value) in &evidence.numbers {
            facts.set_number(knowledge, number, *value);
        }
        let mut tried = knowledge.question(&questions::TRIED).into_iter().flat_map(Question::findings);
        let any_tried = tried.any(|finding| evidence.is_yes(finding.id.as_str()));
        facts.set_named(knowledge, BuiltInFact::AnyTried.name(), any_tried.into());
        facts.set_named(knowledge, BuiltInFact::AnyZone.name(), (!evidence.zones.is_empty()).into());
        facts.derive_flags(knowledge);
        facts
    }

    /// The same facts with other answers to some findings and another number, for trying an answer out.
    pub(crate) fn with(
        &self,
        knowledge: &Knowledge,
        findings: &[(&FindingId, Answer)],
        number: Option<(&NumberId, f64)>,
    ) -> Self {
        let mut facts = self.clone();
        for (finding, answer) in findings {
            facts.set_named(knowledge, finding.as_str(), truth(knowledge, finding, *answer));
            let is_tried =
                knowledge.question_of(finding.as_str()).is_some_and(|question| question.id == questions::TRIED);
            if *answer == Answer::Yes && is_tried {
                facts.set_named(knowledge, BuiltInFact::AnyTried.name(), Truth::True);
            }
        }
        if let Some((number, value)) = number {
            facts.set_number(knowledge, number, value);
        }
        facts.derive_flags(knowledge);
        facts
    }

    /// Says that a level 1 rule fired, for the conditions of questions.
    pub(crate) fn set_emergency(&mut self, knowledge: &Knowledge, fired: bool) {
        self.set_named(knowledge, BuiltInFact::Emergency.name(), fired.into());
    }

    pub(crate) fn value(&self, condition: &Condition) -> Truth {
        condition.bound.value(&|slot| self.truth(*slot), &|slot| self.numbers.get(slot.index()).copied().flatten())
    }

    pub(crate) fn truth(&self, slot: Slot) -> Truth {
        self.truths.get(slot.index()).copied().unwrap_or_default()
    }

    /// Every value, by position.
    pub(crate) fn truths(&self) -> &[Truth] {
        &self.truths
    }

    /// Each flag may use those before it.
    fn derive_flags(&mut self, knowledge: &Knowledge) {
        for flag in &knowledge.flags {
            let truth = self.value(&flag.means);
            self.set(flag.slot, truth);
        }
    }

    fn set_number(&mut self, knowledge: &Knowledge, number: &NumberId, value: f64) {
        if let Some(slot) = knowledge.names.number(number.as_str())
            && let Some(number) = self.numbers.get_mut(slot.index())
        {
            *number = Some(value);
        }
    }

    fn set_named(&mut self, knowledge: &Knowledge, name: &str, truth: Truth) {
        if let Some(slot) = knowledge.names.fact(name) {
            self.set(slot, truth);
        }
    }

    fn set(&mut self, slot: Slot, truth: Truth) {
        if let Some(value) = self.truths.get_mut(slot.index()) {
            *value = truth;
        }
    }
}

/// What an answer is worth to a rule.
fn truth(knowledge: &Knowledge, finding: &FindingId, answer: Answer) -> Truth {
    match answer {
        Answer::Yes => Truth::True,
        Answer::NotSure if knowledge.red_flags.contains(finding) => Truth::Maybe,
        _ => Truth::False,
    }
}

/// The red flags of which the runner is not sure.
pub(crate) fn unsure_signs<'a>(
    evidence: &'a Evidence,
    knowledge: &'a Knowledge,
) -> impl Iterator<Item = &'a FindingId> {
    knowledge.red_flags.iter().filter(|sign| evidence.answer(sign.as_str()) == Answer::NotSure)
}
