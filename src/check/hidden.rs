//! Questions that are not asked of somebody, as other answers are what they are.
//!
//! Who somebody is, sex and age, says what can be true of them: what was said to a question that is not asked of such a
//! person is kept, and does not count. All else only says what is worth asking: an answer that was given still counts, and
//! its question is shown on, so that it can be changed.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use super::answer::Answer;
use super::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::condition::{Comparison, Expr};
use crate::knowledge::fact_names::BuiltInFact;
use crate::knowledge::ids::QuestionId;
use crate::knowledge::known_ids::{numbers, questions};
use crate::knowledge::question::Question;
use crate::knowledge::truth::Truth;

/// Finds the questions that are surely not asked, and takes out of the answers what cannot be true of this person.
pub(super) fn leave_out(evidence: &mut Evidence, check: &Check, knowledge: &Knowledge) {
    let asked: Vec<&Question> = knowledge.questions.iter().filter(|question| is_conditional(question)).collect();
    let hidden_by = |looked: ConditionScope| -> BTreeSet<QuestionId> {
        let told = VisibilityFacts::of(knowledge, evidence, looked);
        asked.iter().filter(|question| told.hides(question)).map(|question| question.id.clone()).collect()
    };
    let (hidden, never) = (hidden_by(ConditionScope::AtAll), hidden_by(ConditionScope::AtWho));
    let gone = asked.iter().filter(|question| never.contains(&question.id) && check.is_touched(question));
    for question in gone {
        for row in &question.options {
            evidence.findings.remove(&row.id);
            evidence.told.remove(&row.id);
            evidence.expired.remove(&row.id);
        }
        evidence.stale.remove(&question.id);
        evidence.outdated.remove(&question.id);
        evidence.left_out.insert(question.id.clone());
    }
    evidence.hidden = hidden;
    evidence.never_asked = never;
}

/// Whether a question is asked of some and not of others. One that is asked of nobody is answered by other fields.
fn is_conditional(question: &Question) -> bool {
    let conditions = [&question.core_when.expr, &question.more_when.expr];
    !conditions.iter().any(|when| **when == Expr::Constant(true))
        && !conditions.iter().all(|when| **when == Expr::Constant(false))
}

/// What of the answers is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ConditionScope {
    /// Sex and age alone.
    AtWho,
    /// All that was told.
    AtAll,
}

/// What was told, for conditions of which the rest may hold and may not.
struct VisibilityFacts<'a> {
    knowledge: &'a Knowledge,
    evidence: &'a Evidence,
    looked: ConditionScope,
    flags: BTreeMap<&'a str, Truth>,
}

impl<'a> VisibilityFacts<'a> {
    fn of(knowledge: &'a Knowledge, evidence: &'a Evidence, looked: ConditionScope) -> Self {
        let mut told = Self { knowledge, evidence, looked, flags: BTreeMap::new() };
        // Each flag may use those before it.
        for flag in &knowledge.flags {
            let value = told.value(&flag.means.expr);
            told.flags.insert(flag.id.as_str(), value);
        }
        told
    }

    /// Whether a question is surely not asked.
    fn hides(&self, question: &Question) -> bool {
        [&question.core_when, &question.more_when].into_iter().all(|when| self.value(&when.expr) == Truth::False)
    }

    fn value(&self, condition: &Expr<String>) -> Truth {
        condition.value_by(
            &|name: &String| self.flags.get(name.as_str()).copied().unwrap_or_else(|| self.fact(name)),
            &|name: &String, comparison, limit| self.number(name, comparison, limit),
        )
    }

    fn fact(&self, name: &str) -> Truth {
        let Some(question) = self.knowledge.question_of(name) else {
            let is_marked = self.evidence.zones.contains(name)
                || name == BuiltInFact::AnyZone.name() && !self.evidence.zones.is_empty();
            return if is_marked && self.looked == ConditionScope::AtAll { Truth::True } else { Truth::Maybe };
        };
        if self.looked == ConditionScope::AtWho && question.id != questions::SEX {
            return Truth::Maybe;
        }
        let is_open = self.evidence.durations.len() > 1 && self.evidence.durations.iter().any(|id| *id == name);
        match self.evidence.answer(name) {
            Answer::Yes if !is_open => Truth::True,
            Answer::No if !is_open => Truth::False,
            _ => Truth::Maybe,
        }
    }

    fn number(&self, name: &str, comparison: Comparison, limit: f64) -> Truth {
        match self.evidence.number(name) {
            Some(value) if self.looked == ConditionScope::AtAll || *name == numbers::AGE => {
                comparison.holds(value, limit).into()
            }
            _ => Truth::Maybe,
        }
    }
}
