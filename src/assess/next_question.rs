//! Which open answer would change the result, found by trying every one.

use super::facts::Facts;
use super::ranking::Ranking;
use super::{Assessment, Standing, urgency};
use crate::check::answer::Answer;
use crate::check::answers::Answers;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{CauseId, FindingId, QuestionId};
use crate::knowledge::question::{Meaning, Question};
use crate::knowledge::rule::Level;

/// What one answer would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The advice would become this urgent.
    Urgency(FindingId, Level),
    /// This cause would come first.
    First(FindingId, CauseId),
}

/// An open question and what its answers would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The question.
    pub question: QuestionId,
    /// What its answers would change, urgency before causes.
    pub changes: Vec<Change>,
}

impl Ask {
    /// How much it is worth to ask: levels weigh more than causes.
    fn worth(&self, now: Level) -> usize {
        self.changes
            .iter()
            .map(|change| match change {
                Change::Urgency(_, level) => 10 * usize::from(now.number().saturating_sub(level.number())),
                Change::First(..) => 1,
            })
            .sum()
    }
}

pub(super) fn next_questions(ranking: &Ranking, knowledge: &Knowledge, assessment: &Assessment) -> Vec<Ask> {
    let now = assessment.urgency.level;
    let first = assessment.causes.first().map(|cause| cause.index);
    let mut asks: Vec<Ask> = knowledge
        .questions
        .iter()
        .zip(&assessment.standings)
        .filter(|(question, standing)| **standing != Standing::Hidden && !assessment.answers.is_answered(question))
        .map(|(question, _)| Ask {
            question: question.id.clone(),
            changes: changes(ranking, knowledge, assessment, question, now, first),
        })
        .filter(|ask| !ask.changes.is_empty())
        .collect();
    asks.sort_by_key(|ask| std::cmp::Reverse(ask.worth(now)));
    asks
}

fn changes(
    ranking: &Ranking,
    knowledge: &Knowledge,
    assessment: &Assessment,
    question: &Question,
    now: Level,
    first: Option<usize>,
) -> Vec<Change> {
    let (mut urgency_changes, mut first_changes) = (Vec::new(), Vec::new());
    for answer in question.answers.iter().filter(|answer| answer.means == Meaning::Finding) {
        if assessment.answers.answer(answer.id.as_str()).is_asked() {
            continue;
        }
        let tried = tried(&assessment.answers, question, &answer.id);
        let facts = Facts::of(&tried, knowledge);
        let level = urgency::level(knowledge, &facts);
        if level < now {
            urgency_changes.push(Change::Urgency(answer.id.clone(), level));
        }
        let scores = ranking.scores(knowledge, &tried);
        let best = (0..scores.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a)));
        if best != first
            && let Some(cause) = best.and_then(|best| knowledge.causes.get(best))
        {
            first_changes.push(Change::First(answer.id.clone(), cause.id.clone()));
        }
    }
    urgency_changes.extend(first_changes);
    urgency_changes
}

/// The answers with one more given.
fn tried(answers: &Answers, question: &Question, finding: &FindingId) -> Answers {
    let mut tried = answers.clone();
    if question.is_single() {
        for sibling in question.findings() {
            tried.findings.insert(sibling.id.clone(), Answer::No);
        }
    }
    tried.findings.insert(finding.clone(), Answer::Yes);
    tried
}
