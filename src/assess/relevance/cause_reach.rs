//! How far an answer moves the causes that are within reach.

use crate::assess::Assessment;
use crate::assess::ranking::{Ranking, ReportedFindings};
use crate::check::answer::Answer;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::FindingId;
use crate::knowledge::positions::CauseIndex;
use crate::knowledge::question::Question;

/// The causes within reach of the best one, for one person.
pub(super) struct CauseReach<'a> {
    ranking: &'a Ranking,
    knowledge: &'a Knowledge,
    told: ReportedFindings,
    /// Each cause within reach with its share of all of them, by score.
    near: Vec<(CauseIndex, f64)>,
}

impl<'a> CauseReach<'a> {
    pub(super) fn of(ranking: &'a Ranking, knowledge: &'a Knowledge, assessment: &Assessment) -> Self {
        let best = assessment.causes.first().map_or(0.0, |cause| cause.score);
        let within = knowledge.relevance.causes.within.ln();
        let near: Vec<(CauseIndex, f64)> = assessment
            .causes
            .iter()
            .filter(|cause| best - cause.score <= within)
            .filter_map(|cause| Some((knowledge.cause_index(&cause.cause)?, (cause.score - best).exp())))
            .collect();
        let all: f64 = near.iter().map(|(_, share)| share).sum();
        let near = near.into_iter().map(|(cause, share)| (cause, share / all)).collect();
        Self { ranking, knowledge, told: ranking.told(knowledge, &assessment.evidence), near }
    }

    /// How far a Yes and a No to a row move them, on average.
    pub(super) fn moved_by_row(&self, finding: &FindingId) -> f64 {
        f64::midpoint(self.moved(&[(finding, Answer::Yes)]), self.moved(&[(finding, Answer::No)]))
    }

    /// How far the answers of a question of which one is picked move them, on average.
    pub(super) fn moved_by_pick(&self, question: &Question) -> f64 {
        let count = question.findings().count().max(1);
        let moved = |picked: &FindingId| {
            let answer = |row: &FindingId| if row == picked { Answer::Yes } else { Answer::No };
            let answers: Vec<_> = question.findings().map(|row| (&row.id, answer(&row.id))).collect();
            self.moved(&answers)
        };
        question.findings().map(|row| moved(&row.id)).sum::<f64>() / count as f64
    }

    /// How far apart answers move the causes within reach: the spread of what each gains, by their shares.
    fn moved(&self, answers: &[(&FindingId, Answer)]) -> f64 {
        let gains = self.ranking.gains(self.knowledge, &self.told, answers);
        let of = |cause: &CauseIndex| gains.get(*cause).copied().unwrap_or_default();
        let mean: f64 = self.near.iter().map(|(cause, share)| share * of(cause)).sum();
        let spread: f64 = self.near.iter().map(|(cause, share)| share * (of(cause) - mean).powi(2)).sum();
        spread.sqrt()
    }
}
