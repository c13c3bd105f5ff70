//! What speaks for a cause, what against it, and what is not known and would count.

use crate::check::answer::Answer;
use crate::check::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::cause::Weight;
use crate::knowledge::ids::FindingId;
use crate::knowledge::known_ids::{findings, questions};
use crate::knowledge::question::{AnswerOption, Question};

/// Whether a No to this finding says nothing new, because the runner told another way in which it began: who fell did
/// not need to say No to a twist.
pub(super) fn began_otherwise(knowledge: &Knowledge, evidence: &Evidence, finding: &str) -> bool {
    let Some(began) = knowledge.question(&questions::ONSET) else { return false };
    let ways: Vec<&AnswerOption> = began.findings().filter(|way| way.id != findings::POP).collect();
    ways.iter().any(|way| way.id == finding) && ways.iter().any(|way| evidence.is_yes(way.id.as_str()))
}

/// The one answer that settles a question, as it stands alone or only one can hold: a No to another of its answers says no
/// more than that this one was picked.
pub fn settled_by(question: &Question, is_picked: impl Fn(&AnswerOption) -> bool) -> Option<&AnswerOption> {
    question.options.iter().find(|row| (row.alone || question.is_single()) && is_picked(row))
}

/// One finding that speaks for or against a cause.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The finding.
    pub finding: FindingId,
    /// What the runner said of it.
    pub answer: Answer,
    /// What it multiplies by: above 1 for, below 1 against.
    pub weight: f64,
    /// The position of its row in [`Knowledge::weights`](crate::knowledge::Knowledge::weights).
    pub row: usize,
}

/// What was said about the rows of a cause.
pub(super) struct Reasons {
    /// The strongest first.
    pub(super) speaks_for: Vec<Reason>,
    /// The strongest first.
    pub(super) speaks_against: Vec<Reason>,
    /// What would speak for the cause and was not answered, the strongest first.
    pub(super) not_known: Vec<FindingId>,
}

impl Reasons {
    /// Of the rows of a cause, with what the runner said of each.
    pub(super) fn of<'a>(rows: impl Iterator<Item = (&'a Weight, Answer)>) -> Self {
        let (mut speaks_for, mut speaks_against, mut not_known) = (Vec::new(), Vec::new(), Vec::new());
        for (at, (row, answer)) in rows.enumerate() {
            match counted(answer, row.yes, row.no) {
                None if row.yes > 1.0 => not_known.push((row.yes, row.finding.clone())),
                None => {}
                Some(weight) => {
                    let reason = Reason { finding: row.finding.clone(), answer, weight, row: at };
                    if weight > 1.0 {
                        speaks_for.push(reason);
                    } else if weight < 1.0 {
                        speaks_against.push(reason);
                    }
                }
            }
        }
        speaks_for.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.row.cmp(&b.row)));
        speaks_against.sort_by(|a, b| a.weight.total_cmp(&b.weight).then(a.row.cmp(&b.row)));
        not_known.sort_by(|a, b| b.0.total_cmp(&a.0));
        Self { speaks_for, speaks_against, not_known: not_known.into_iter().map(|(_, finding)| finding).collect() }
    }
}

/// Which of its two weights an answer gives to a row; nothing when it is not known.
pub(super) fn counted(answer: Answer, yes: f64, no: f64) -> Option<f64> {
    match answer {
        Answer::Yes => Some(yes),
        Answer::No => Some(no),
        Answer::NotSure | Answer::NotAsked => None,
    }
}
