//! Which open answer would change the result, found by trying every one.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::ranking::{Ranking, ReportedFindings};
use super::{Assessment, Visibility, hides_overuse, self_care, special_cases, urgency};
use crate::check::answer::Answer;
use crate::check::evidence::{Evidence, gives_height_and_weight};
use crate::knowledge::Knowledge;
use crate::knowledge::cause::Cause;
use crate::knowledge::condition::Expr;
use crate::knowledge::ids::{CauseId, FindingId, NumberId, QuestionId};
use crate::knowledge::known_ids::{KnownFinding, findings, numbers};
use crate::knowledge::positions::{CauseIndex, ListBy};
use crate::knowledge::question::{AnsweredBy, Meaning, Question, QuestionKind};
use crate::knowledge::rule::Level;
use crate::knowledge::scoring::AGE_BANDS;

/// One step of urgency counts as much as this much of a gap between the two best causes (judgement).
const LEVEL_WORTH: f64 = 2.0;
/// Another first cause counts as much as this much of a gap (judgement).
const FIRST_WORTH: f64 = 1.0;
/// A gap between the two best causes counts up to this: beyond it the order is plain.
const GAP_WORTH: f64 = 1.0;

/// The findings that change what every cause starts with.
const SEX: [KnownFinding; 2] = [findings::SEX_FEMALE, findings::SEX_MALE];

/// An answer that was not given, and tried.
#[derive(Clone, Debug, PartialEq)]
pub enum TrialAnswer {
    Finding(FindingId),
    Number(NumberId, f64),
}

/// What one answer would change.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The advice would become this urgent.
    Urgency(TrialAnswer, Level),
    /// This cause would come first of those that may be shown.
    First(TrialAnswer, CauseId),
}

/// An open question and what its answers would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    pub question: QuestionId,
    /// What its answers would change, urgency before causes; empty when they only bring causes nearer or further apart.
    pub changes: Vec<Change>,
    /// How much its answers move on average; only for the order.
    pub worth: f64,
}

/// What the open answers would change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NextQuestions {
    /// The open questions whose answers move something, those that move most first.
    pub asks: Vec<Ask>,
    /// The answer that would change the urgency most; one that asks for more care goes before one that asks for less.
    pub for_urgency: Option<(QuestionId, TrialAnswer, Level)>,
    /// The answer that would put another cause first: the nearest behind that can get there.
    pub for_first: Option<(QuestionId, TrialAnswer, CauseId)>,
}

/// The values to try for each number, worked out once for the content: both sides of every limit.
#[derive(Clone, Debug)]
pub(super) struct Limits(BTreeMap<NumberId, Vec<f64>>);

impl Limits {
    pub(super) fn of(knowledge: &Knowledge) -> Self {
        let mut set = limits(knowledge);
        let values = knowledge.numbers().map(|number| {
            let mut limits = set.remove(number.id.as_str()).unwrap_or_default();
            if number.id == numbers::AGE {
                limits.extend(AGE_BANDS);
            }
            let mut values: Vec<f64> = limits
                .into_iter()
                .flat_map(|limit| [limit - 1.0, limit, limit + 1.0])
                .filter(|value| (number.min..=number.max).contains(value))
                .collect();
            values.sort_by(f64::total_cmp);
            values.dedup();
            (number.id.clone(), values)
        });
        Self(values.collect())
    }
}

/// The limits that rules, flags and special cases set to each number.
fn limits(knowledge: &Knowledge) -> BTreeMap<&str, Vec<f64>> {
    let mut limits: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let rules = knowledge.rules.iter().map(|rule| &rule.when);
    let flags = knowledge.flags.iter().map(|flag| &flag.means);
    let special = knowledge.advice.special.iter().map(|case| &case.when);
    for condition in rules.chain(flags).chain(special) {
        condition.expr.each_leaf(&mut |leaf| {
            if let Expr::Number(name, _, limit) = leaf {
                limits.entry(name).or_default().push(*limit);
            }
        });
    }
    limits
}

pub(super) fn next_questions(
    ranking: &Ranking,
    limits: &Limits,
    knowledge: &Knowledge,
    assessment: &Assessment,
) -> NextQuestions {
    let now = assessment.urgency.level;
    let mut trying = Trial::new(ranking, limits, knowledge, assessment);
    let mut tried: Vec<(&Question, Vec<TrialOutcome>)> = knowledge
        .questions
        .iter()
        .zip(&assessment.visibilities)
        .filter(|(question, visibility)| {
            **visibility != Visibility::Hidden
                && !question.kind.is_asked_at_the_picture()
                && !assessment.evidence.is_answered(question)
        })
        .map(|(question, _)| (question, trying.outcomes(question)))
        .filter(|(_, outcomes)| outcomes.iter().any(|outcome| outcome.worth(now) > 0.0))
        .collect();
    tried.sort_by(|a, b| worth(&b.1, now).total_cmp(&worth(&a.1, now)));
    let each =
        || tried.iter().flat_map(|(question, outcomes)| outcomes.iter().map(move |outcome| (*question, outcome)));
    let more_care = |level: Level| (level < now, now.number().abs_diff(level.number()));
    let for_urgency = each()
        .filter_map(|(question, outcome)| Some((question, outcome, outcome.level?)))
        .reduce(|best, other| if more_care(other.2) > more_care(best.2) { other } else { best })
        .map(|(question, outcome, level)| (question.id.clone(), outcome.given.clone(), level));
    let rank = |cause: CauseIndex| {
        let cause = knowledge.cause_at(cause)?;
        assessment.causes.iter().position(|ranked| ranked.cause == cause.id)
    };
    let for_first = each()
        .filter_map(|(question, outcome)| Some((question, outcome, outcome.first?)))
        .reduce(|best, other| if rank(other.2) < rank(best.2) { other } else { best })
        .and_then(|(question, outcome, cause)| {
            Some((question.id.clone(), outcome.given.clone(), knowledge.cause_at(cause)?.id.clone()))
        });
    let asks = tried
        .iter()
        .map(|(question, outcomes)| Ask {
            question: question.id.clone(),
            changes: changes(knowledge, outcomes),
            worth: worth(outcomes, now),
        })
        .collect();
    NextQuestions { asks, for_urgency, for_first }
}

fn changes(knowledge: &Knowledge, outcomes: &[TrialOutcome]) -> Vec<Change> {
    let urgency = outcomes.iter().filter_map(|outcome| Some(Change::Urgency(outcome.given.clone(), outcome.level?)));
    let first = outcomes.iter().filter_map(|outcome| {
        let cause = knowledge.cause_at(outcome.first?)?;
        Some(Change::First(outcome.given.clone(), cause.id.clone()))
    });
    urgency.chain(first).collect()
}

/// How much the answers of a question move on average.
fn worth(outcomes: &[TrialOutcome], now: Level) -> f64 {
    let sum: f64 = outcomes.iter().map(|outcome| outcome.worth(now)).sum();
    sum / outcomes.len().max(1) as f64
}

/// What came of one answer.
struct TrialOutcome {
    given: TrialAnswer,
    /// The level, when it is another one and may be shown.
    level: Option<Level>,
    /// The first cause, when it is another one.
    first: Option<CauseIndex>,
    /// How much further apart, or nearer, the two best causes are.
    gap: f64,
}

impl TrialOutcome {
    fn worth(&self, now: Level) -> f64 {
        let levels = self.level.map_or(0, |level| level.number().abs_diff(now.number()));
        let first = if self.first.is_some() { FIRST_WORTH } else { 0.0 };
        LEVEL_WORTH * f64::from(levels) + first + self.gap.abs().min(GAP_WORTH)
    }

    /// What holds both at once and later.
    fn and(self, later: &Self) -> Self {
        Self {
            level: self.level.filter(|_| self.level == later.level),
            first: self.first.filter(|_| self.first == later.first),
            ..self
        }
    }
}

/// How the other rows of a "tick any" question stand when one is ticked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SiblingRows {
    /// As they were: the moment after the tick.
    Open,
    /// No: after the question is left.
    CountedAsNo,
}

/// The answers as they are, of which one after the other is changed and put back.
struct Trial<'a> {
    ranking: &'a Ranking,
    limits: &'a Limits,
    knowledge: &'a Knowledge,
    is_sorted: bool,
    evidence: Evidence,
    facts: Facts,
    told: ReportedFindings,
    scores: ListBy<CauseIndex, f64>,
    now: Level,
    best: Option<CauseIndex>,
    second: Option<CauseIndex>,
}

impl<'a> Trial<'a> {
    fn new(ranking: &'a Ranking, limits: &'a Limits, knowledge: &'a Knowledge, assessment: &Assessment) -> Self {
        let evidence = assessment.evidence.clone();
        let facts = Facts::of(&evidence, knowledge);
        let told = ranking.told(knowledge, &evidence);
        let scores = ranking.scores_of(knowledge, &evidence, &told);
        let hides = hides_overuse(knowledge, assessment.special.iter().copied());
        let mut visible = assessment
            .causes
            .iter()
            .filter(|cause| !(hides && knowledge.scoring.overuse.contains(&cause.cause)))
            .filter_map(|cause| knowledge.cause_index(&cause.cause));
        let (best, second) = (visible.next(), visible.next());
        let now = assessment.urgency.level;
        let is_sorted = assessment.is_sorted;
        Self { ranking, limits, knowledge, is_sorted, evidence, facts, told, scores, now, best, second }
    }

    /// What comes of each open answer of a question.
    fn outcomes(&mut self, question: &Question) -> Vec<TrialOutcome> {
        if question.options.is_empty() {
            let numbers = question.numbers.iter().map(|number| &number.id);
            let values = |id| self.limits.0.get(id).into_iter().flatten().map(move |value| (id, *value));
            // Under 16 the doctor's word on the weight counts in place of height and weight, and nobody asked for it yet.
            let is_weighed =
                [numbers::HEIGHT_CM, numbers::WEIGHT_KG].iter().all(|id| self.evidence.number(id).is_some());
            let can_tell = |(id, value): &(&NumberId, f64)| {
                !is_weighed || **id != numbers::AGE || gives_height_and_weight(Some(*value))
            };
            let values: Vec<(&NumberId, f64)> = numbers.flat_map(values).filter(can_tell).collect();
            return values
                .into_iter()
                .map(|(id, value)| self.outcome(TrialAnswer::Number(id.clone(), value), &[], Some((id, value))))
                .collect();
        }
        // An adult types height and weight, which is no single answer.
        if question.kind == QuestionKind::HeightAndWeight
            && gives_height_and_weight(self.evidence.number(&numbers::AGE))
        {
            return Vec::new();
        }
        let open = question.findings().filter(|answer| !self.evidence.answer(answer.id.as_str()).is_asked());
        let open: Vec<&FindingId> = open.map(|answer| &answer.id).collect();
        open.into_iter()
            .map(|finding| {
                let given = TrialAnswer::Finding(finding.clone());
                let at_once = answers_with(question, finding, &self.evidence, SiblingRows::Open);
                let later = answers_with(question, finding, &self.evidence, SiblingRows::CountedAsNo);
                let outcome = self.outcome(given.clone(), &at_once, None);
                // What changes nothing at once need not be tried again.
                if at_once == later || outcome.level.is_none() && outcome.first.is_none() {
                    outcome
                } else {
                    outcome.and(&self.outcome(given, &later, None))
                }
            })
            .collect()
    }

    fn outcome(
        &mut self,
        given: TrialAnswer,
        findings: &[(&FindingId, Answer)],
        number: Option<(&NumberId, f64)>,
    ) -> TrialOutcome {
        let facts = self.facts.with(self.knowledge, findings, number);
        let before: Vec<Answer> = findings.iter().map(|(finding, _)| self.evidence.answer(finding.as_str())).collect();
        self.set(findings.iter().copied());
        if let Some((id, value)) = number {
            self.evidence.numbers.insert(id.clone(), value);
        }
        let scores = self.scores(findings, number.is_some());
        let level = urgency::level(self.knowledge, &facts);
        let may_be_shown = level != Level::SelfCare || self_care::is_earned(self.knowledge, &self.evidence, &facts);
        self.set(findings.iter().map(|(finding, _)| *finding).zip(before));
        if let Some((id, _)) = number {
            self.evidence.numbers.remove(id);
        }
        let best = self.best_of(&scores, &facts);
        TrialOutcome {
            given,
            level: (level != self.now && may_be_shown).then_some(level),
            first: best.filter(|_| self.is_sorted && best != self.best),
            gap: self.gap(&scores) - self.gap(&self.scores),
        }
    }

    fn set<'b>(&mut self, findings: impl Iterator<Item = (&'b FindingId, Answer)>) {
        for (finding, answer) in findings {
            match self.evidence.findings.get_mut(finding) {
                Some(known) if answer.is_asked() => *known = answer,
                Some(_) => _ = self.evidence.findings.remove(finding),
                None if answer.is_asked() => _ = self.evidence.findings.insert(finding.clone(), answer),
                None => {}
            }
        }
    }

    /// How far the two best causes of now are apart.
    fn gap(&self, scores: &ListBy<CauseIndex, f64>) -> f64 {
        let score = |cause: Option<CauseIndex>| cause.and_then(|cause| scores.get(cause)).copied().unwrap_or_default();
        score(self.best) - score(self.second)
    }

    /// The scores with the changed evidence; only age and sex move all of a score.
    fn scores(&self, findings: &[(&FindingId, Answer)], is_number: bool) -> ListBy<CauseIndex, f64> {
        let is_sex = |finding: &FindingId| SEX.iter().any(|sex| *finding == *sex);
        if is_number || findings.iter().any(|(finding, _)| is_sex(finding)) {
            return self.ranking.scores(self.knowledge, &self.evidence);
        }
        let gains = self.ranking.gains(self.knowledge, &self.told, findings);
        self.scores.map(|(cause, score)| score + gains.get(cause).copied().unwrap_or_default())
    }

    /// The best cause of those that may be shown.
    fn best_of(&self, scores: &ListBy<CauseIndex, f64>, facts: &Facts) -> Option<CauseIndex> {
        let hides = hides_overuse(self.knowledge, special_cases(self.knowledge, facts));
        let is_overuse = |cause: &Cause| self.knowledge.scoring.overuse.contains(&cause.id);
        scores
            .iter()
            .filter(|(cause, _)| !(hides && self.knowledge.cause_at(*cause).is_some_and(is_overuse)))
            .max_by(|(a, of_a), (b, of_b)| of_a.total_cmp(of_b).then(b.cmp(a)))
            .map(|(cause, _)| cause)
    }
}

/// The answers that differ once `finding` is given, as the form gives it.
fn answers_with<'a>(
    question: &'a Question,
    finding: &'a FindingId,
    evidence: &Evidence,
    others: SiblingRows,
) -> Vec<(&'a FindingId, Answer)> {
    let one_of = question.is_single() || question.kind == QuestionKind::Tried;
    let alone = question.options.iter().any(|row| row.id == *finding && row.alone);
    let says_unknown = |row: &crate::knowledge::question::AnswerOption| {
        row.means == Meaning::Nothing && !row.alone && evidence.is_yes(row.id.as_str())
    };
    let counts_as_no = others == SiblingRows::CountedAsNo
        && matches!(question.kind, QuestionKind::Multi { .. })
        && question.answered_by == AnsweredBy::Telling
        && !question.options.iter().any(says_unknown);
    let mut with = vec![(finding, Answer::Yes)];
    for row in question.findings().filter(|row| row.id != *finding) {
        let before = evidence.answer(row.id.as_str());
        // What was said to the question and is too old goes with the first answer of today.
        let kept = if evidence.expired.contains(&row.id) { Answer::NotAsked } else { before };
        let after = if one_of || alone {
            Answer::No
        } else {
            match (row.alone, kept) {
                (true, _) | (false, Answer::NotAsked) if counts_as_no => Answer::No,
                (true, _) => Answer::NotAsked,
                (false, _) => kept,
            }
        };
        if after != before {
            with.push((&row.id, after));
        }
    }
    with
}
