//! Which causes fit: start weight, place and findings, in groups that fade.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::place::Places;
use crate::check::answer::Answer;
use crate::check::answers::Answers;
use crate::knowledge::Knowledge;
use crate::knowledge::cause::Cause;
use crate::knowledge::ids::{CauseId, FindingId};
use crate::knowledge::scoring::{AGE_BANDS, Constants};
use crate::knowledge::truth::Truth;

/// The score of a cause that age makes impossible.
const OUT_OF_REACH: f64 = -99.0;

/// How well a cause fits, in three words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Fits well.
    Well,
    /// Fits in part.
    InPart,
    /// Fits a little.
    ALittle,
}

impl Fit {
    /// The word used in `--explain`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Well => "fits_well",
            Self::InPart => "fits_part",
            Self::ALittle => "fits_little",
        }
    }
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
    /// The position of its row in [`Knowledge::weights`].
    pub row: usize,
}

/// One cause with its score and the reasons for it.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedCause {
    /// The cause.
    pub cause: CauseId,
    /// Its position in [`Knowledge::causes`].
    pub index: usize,
    /// Higher fits better; only for the order and for `--explain`, never shown.
    pub score: f64,
    /// In three words.
    pub fit: Fit,
    /// What speaks for it, the strongest first.
    pub speaks_for: Vec<Reason>,
    /// What speaks against it, the strongest first.
    pub speaks_against: Vec<Reason>,
    /// Findings that would speak for it and are not known, the strongest first.
    pub not_known: Vec<FindingId>,
}

/// What of the ranking depends on the content only.
#[derive(Clone, Debug)]
pub(crate) struct Ranking {
    places: Places,
    /// The group of each row, by cause: rows of one group fade.
    groups: Vec<Vec<usize>>,
    /// The findings that answer "How did it start?".
    onsets: Vec<FindingId>,
}

impl Ranking {
    pub(crate) fn of(knowledge: &Knowledge) -> Self {
        let mut group_of: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, group) in knowledge.scoring.groups.iter().enumerate() {
            group_of.extend(group.findings.iter().map(|finding| (finding.as_str(), at)));
        }
        let listed = knowledge.scoring.groups.len();
        for (at, question) in knowledge.questions.iter().enumerate() {
            for answer in &question.answers {
                group_of.entry(answer.id.as_str()).or_insert(listed + at);
            }
        }
        let groups = (0..knowledge.causes.len())
            .map(|cause| {
                knowledge
                    .weights(cause)
                    .iter()
                    .map(|row| group_of.get(row.finding.as_str()).copied().unwrap_or_default())
                    .collect()
            })
            .collect();
        let onsets = knowledge
            .question("q_onset")
            .map(|question| question.findings().map(|finding| finding.id.clone()).collect())
            .unwrap_or_default();
        Self { places: Places::of(knowledge), groups, onsets }
    }

    /// The score of every cause, in the order of the content.
    pub(crate) fn scores(&self, knowledge: &Knowledge, answers: &Answers, facts: &Facts) -> Vec<f64> {
        (0..knowledge.causes.len()).map(|cause| self.score(knowledge, answers, facts, cause)).collect()
    }

    /// Every cause with its reasons, the best first; ties in the order of the content.
    pub(crate) fn ranked(&self, knowledge: &Knowledge, answers: &Answers, facts: &Facts) -> Vec<RankedCause> {
        let scores = self.scores(knowledge, answers, facts);
        let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut ranked: Vec<RankedCause> = knowledge
            .causes
            .iter()
            .enumerate()
            .zip(scores)
            .map(|((index, cause), score)| {
                let (speaks_for, speaks_against, not_known) = reasons(knowledge, answers, index);
                let fit = fit(knowledge, score, best, speaks_for.len());
                RankedCause { cause: cause.id.clone(), index, score, fit, speaks_for, speaks_against, not_known }
            })
            .collect();
        ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.index.cmp(&b.index)));
        ranked
    }

    fn score(&self, knowledge: &Knowledge, answers: &Answers, facts: &Facts, cause: usize) -> f64 {
        let constants = &knowledge.scoring.constants;
        let Some(of) = knowledge.causes.get(cause) else { return OUT_OF_REACH };
        let start = start_weight(of, answers);
        if start <= 0.0 {
            return OUT_OF_REACH;
        }
        let place = self.places.log_weight(knowledge, answers, cause);
        let evidence = self.evidence(knowledge, answers, cause) + self.event(knowledge, answers, facts, cause);
        constants.temper * start.ln() + constants.place * place + constants.evidence * evidence
    }

    fn evidence(&self, knowledge: &Knowledge, answers: &Answers, cause: usize) -> f64 {
        let constants = &knowledge.scoring.constants;
        let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
        let rows = knowledge.weights(cause).iter().zip(self.groups.get(cause).into_iter().flatten());
        for (row, group) in rows {
            let answer = answers.answer(row.finding.as_str());
            let Some(weight) = counted(answer, row.yes, row.no) else { continue };
            let group = groups.entry(*group).or_default();
            if weight > 1.0 {
                group.speaks_for.push(weight.ln());
            } else if weight < 1.0 {
                group.speaks_against.push(-weight.ln());
            }
            group.is_strong |=
                answer == Answer::Yes && (row.yes >= constants.strong_for || row.yes <= constants.strong_against);
        }
        groups.into_values().map(|group| group.sum(constants)).sum()
    }

    /// Counts once against overuse after an injury, and against an injury whose start was no event.
    fn event(&self, knowledge: &Knowledge, answers: &Answers, facts: &Facts, cause: usize) -> f64 {
        let constants = &knowledge.scoring.constants;
        let Some(id) = knowledge.causes.get(cause).map(|cause| &cause.id) else { return 0.0 };
        let ticked: Vec<_> = self.onsets.iter().filter(|onset| answers.is_yes(onset.as_str())).collect();
        let explains = knowledge.weights(cause).iter().any(|row| ticked.contains(&&row.finding));
        if explains {
            return 0.0;
        }
        let injury = facts.named(knowledge, "injury") == Truth::True;
        let mut sum = 0.0;
        if injury && knowledge.scoring.overuse.contains(id) {
            sum += constants.overuse_after_event.ln();
        }
        let sudden = answers.is_yes("onset_sudden");
        if !ticked.is_empty() && !injury && !sudden && knowledge.scoring.injury.contains(id) {
            sum += constants.injury_without_event.ln();
        }
        sum
    }
}

#[derive(Default)]
struct Group {
    speaks_for: Vec<f64>,
    speaks_against: Vec<f64>,
    is_strong: bool,
}

impl Group {
    fn sum(self, constants: &Constants) -> f64 {
        let limit = if self.is_strong { constants.clamp_strong } else { constants.clamp }.ln();
        (fade(self.speaks_for, constants.repeat) - fade(self.speaks_against, constants.repeat)).clamp(-limit, limit)
    }
}

/// The strongest counts in full, each further one `repeat` times as much as the one before.
fn fade(mut strengths: Vec<f64>, repeat: f64) -> f64 {
    strengths.sort_by(|a, b| b.total_cmp(a));
    strengths.iter().rev().fold(0.0, |sum, strength| strength + repeat * sum)
}

fn counted(answer: Answer, yes: f64, no: f64) -> Option<f64> {
    match answer {
        Answer::Yes => Some(yes),
        Answer::No => Some(no),
        Answer::NotSure | Answer::NotAsked => None,
    }
}

fn start_weight(cause: &Cause, answers: &Answers) -> f64 {
    let age = answers.number("age").map_or(1.0, |age| {
        let band = AGE_BANDS.iter().take_while(|first| age >= **first).count();
        cause.age.get(band).copied().unwrap_or(1.0)
    });
    let sex = if answers.is_yes("sex_female") {
        cause.female
    } else if answers.is_yes("sex_male") {
        cause.male
    } else {
        1.0
    };
    cause.prior * age * sex
}

fn reasons(knowledge: &Knowledge, answers: &Answers, cause: usize) -> (Vec<Reason>, Vec<Reason>, Vec<FindingId>) {
    let (mut speaks_for, mut speaks_against, mut not_known) = (Vec::new(), Vec::new(), Vec::new());
    for (at, row) in knowledge.weights(cause).iter().enumerate() {
        let answer = answers.answer(row.finding.as_str());
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
    (speaks_for, speaks_against, not_known.into_iter().map(|(_, finding)| finding).collect())
}

fn fit(knowledge: &Knowledge, score: f64, best: f64, findings_for: usize) -> Fit {
    let bands = &knowledge.scoring.bands;
    let behind = best - score;
    if behind <= bands.well_within.ln() && findings_for >= bands.well_findings {
        Fit::Well
    } else if behind <= bands.part_within.ln() {
        Fit::InPart
    } else {
        Fit::ALittle
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_further_finding_of_a_group_counts_less() {
        let sum = fade(vec![0.5, 1.0, 0.25], 0.6);
        assert!((sum - (1.0 + 0.6 * 0.5 + 0.36 * 0.25)).abs() < 1e-12);
    }
}
