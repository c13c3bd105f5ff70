//! Whether self-care may be told: it is earned by answers, never by questions that nobody answered. And which danger
//! signs have to be asked before level 3 is.
//!
//! Three things have to hold: what the content lists (`needed_for_self_care` in `rules.ron`) was told, no red flag is
//! open that could still fire a rule of level 1 or 2 for this person, and nothing that a rule looks at was told too long ago.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::grounds::grounds_by;
use super::{Visibility, visibility_of};
use crate::check::answer::Answer;
use crate::check::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{FindingId, QuestionId};
use crate::knowledge::question::{Question, QuestionKind, Step};
use crate::knowledge::rule::{Level, Needed, Rule};
use crate::knowledge::truth::Truth;

/// The questions whose answers are missing before self-care may be told, in the order of the form; empty when it may.
///
/// Only to be asked where no rule above self-care fired.
pub(super) fn missing(knowledge: &Knowledge, evidence: &Evidence, facts: &Facts) -> Vec<QuestionId> {
    let urgent = open_urgent_signs(knowledge, evidence, facts);
    let of_signs = urgent.iter().filter_map(|sign| knowledge.question_of(sign.as_str()));
    let of_list = knowledge.needed_for_self_care.iter().filter(|needed| !is_told(knowledge, evidence, needed));
    let of_list = of_list.filter_map(|needed| question_of(knowledge, needed));
    let named = of_list.chain(of_signs).map(|question| &question.id);
    let wanted: Vec<&QuestionId> = named.chain(&evidence.outdated).collect();
    knowledge.questions.iter().map(|question| &question.id).filter(|id| wanted.contains(id)).cloned().collect()
}

/// Whether nothing is missing; quicker than [`missing`], for trying answers out.
pub(super) fn is_earned(knowledge: &Knowledge, evidence: &Evidence, facts: &Facts) -> bool {
    evidence.outdated.is_empty()
        && knowledge.needed_for_self_care.iter().all(|needed| is_told(knowledge, evidence, needed))
        && reachable_rules(knowledge, facts, &open_signs(knowledge, evidence, facts)).is_empty()
}

/// The red flags that are open and could still fire a rule of level 1 or 2 for this person.
pub(super) fn open_urgent_signs<'a>(
    knowledge: &'a Knowledge,
    evidence: &Evidence,
    facts: &Facts,
) -> Vec<&'a FindingId> {
    urgent_signs(knowledge, facts, &open_signs(knowledge, evidence, facts))
}

fn is_told(knowledge: &Knowledge, evidence: &Evidence, needed: &Needed) -> bool {
    match needed {
        Needed::Question(id) => knowledge.question(id.as_str()).is_none_or(|of| {
            let is_picked = |question: &Question| question.options.iter().any(|row| evidence.is_yes(row.id.as_str()));
            evidence.is_answered(of) || (matches!(of.kind, QuestionKind::Multi { .. }) && is_picked(of))
        }),
        Needed::Place => !evidence.zones.is_empty(),
        Needed::Sign(id) => evidence.answer(id.as_str()).is_asked(),
    }
}

fn question_of<'a>(knowledge: &'a Knowledge, needed: &Needed) -> Option<&'a Question> {
    match needed {
        Needed::Question(id) => knowledge.question(id.as_str()),
        Needed::Place => knowledge.questions.iter().find(|question| question.kind == QuestionKind::Zones),
        Needed::Sign(id) => knowledge.question_of(id.as_str()),
    }
}

/// The red flags that were not asked although their question is asked of this person.
fn open_signs<'a>(knowledge: &'a Knowledge, evidence: &Evidence, facts: &Facts) -> Vec<&'a FindingId> {
    let is_open = |sign: &&FindingId| evidence.answer(sign.as_str()) == Answer::NotAsked;
    let is_asked_of_them = |sign: &&FindingId| {
        let of = knowledge.question_of(sign.as_str());
        of.is_some_and(|question| visibility_of(question, facts, evidence) != Visibility::Hidden)
    };
    knowledge.red_flags.iter().filter(is_open).filter(is_asked_of_them).collect()
}

/// The red flags that were not asked and that could still help to fire a rule of level 1 or 2 which is more urgent than
/// `level`.
pub(super) fn could_be_urgent<'a>(knowledge: &'a Knowledge, evidence: &Evidence, level: Level) -> BTreeSet<&'a str> {
    let facts = Facts::of(evidence, knowledge);
    let open = open_signs(knowledge, evidence, &facts);
    let unsure = facts.with(knowledge, &all_unsure(&open), None);
    let rules = reachable_rules(knowledge, &facts, &open).into_iter();
    let not_fired = rules.filter(|rule| rule.level < level && facts.value(&rule.when) < Truth::Maybe);
    let named: BTreeSet<&str> = not_fired.flat_map(|rule| grounds_by(knowledge, evidence, &unsure, rule)).collect();
    open.iter().map(|sign| sign.as_str()).filter(|sign| named.contains(sign)).collect()
}

/// The questions of step 2 with a red flag that was not asked and that could still fire a rule of level 1 or 2.
pub(super) fn open_in_step_2(knowledge: &Knowledge, evidence: &Evidence) -> Vec<QuestionId> {
    let open = could_be_urgent(knowledge, evidence, Level::Clinician);
    let holds = |question: &&Question| question.findings().any(|finding| open.contains(finding.id.as_str()));
    knowledge.questions_of_step(Step::Safety).filter(holds).map(|question| question.id.clone()).collect()
}

/// The rules of level 1 and 2 that could fire if some of `open` held.
fn reachable_rules<'a>(knowledge: &'a Knowledge, facts: &Facts, open: &[&FindingId]) -> Vec<&'a Rule> {
    let facts = facts.with(knowledge, &all_unsure(open), None);
    let urgent = knowledge.rules.iter().filter(|rule| rule.level <= Level::Urgent);
    urgent.filter(|rule| facts.value(&rule.when) >= Truth::Maybe).collect()
}

/// Those of `open` on which a rule of level 1 or 2 hangs: it would be nearer with a Yes than with a No.
fn urgent_signs<'a>(knowledge: &Knowledge, facts: &Facts, open: &[&'a FindingId]) -> Vec<&'a FindingId> {
    let reachable = reachable_rules(knowledge, facts, open);
    if reachable.is_empty() {
        return Vec::new();
    }
    let unsure = facts.with(knowledge, &all_unsure(open), None);
    let values = |sign: &FindingId, answer: Answer| -> Vec<Truth> {
        let facts = unsure.with(knowledge, &[(sign, answer)], None);
        reachable.iter().map(|rule| facts.value(&rule.when)).collect()
    };
    open.iter().filter(|sign| values(sign, Answer::Yes) != values(sign, Answer::No)).copied().collect()
}

/// Every one of them may hold and may not.
fn all_unsure<'a>(open: &[&'a FindingId]) -> Vec<(&'a FindingId, Answer)> {
    open.iter().map(|sign| (*sign, Answer::NotSure)).collect()
}
