//! Two causes at once: when both together explain clearly more of what was told than the better of them alone.

use std::collections::BTreeMap;

use super::{Fit, RankedCause, Ranking, ReportedFindings, Row, WeighedCause};
use crate::check::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::CauseId;
use crate::knowledge::positions::{CauseIndex, FindingIndex};
use crate::knowledge::scoring::Pair;

impl Ranking {
    /// The best cause and the one beside it that explains most of what it leaves open, of the causes that are shown and fit
    /// at least in part; none where that is less than the content asks for, or where no pair of the two is known.
    pub(crate) fn together<'a>(
        &self,
        knowledge: &'a Knowledge,
        evidence: &Evidence,
        shown: &[&RankedCause],
    ) -> Option<&'a Pair> {
        let told = self.told(knowledge, evidence);
        let fits = |cause: &CauseId| shown.iter().any(|ranked| ranked.cause == *cause && ranked.fit < Fit::ALittle);
        let together = &knowledge.scoring.together;
        let best = shown.iter().max_by(|a, b| a.score.total_cmp(&b.score))?;
        let pairs = together.pairs.iter().filter(|pair| fits(&pair.causes.0) && fits(&pair.causes.1));
        let pairs = pairs.filter(|pair| pair.has(&best.cause));
        let gained = pairs.filter_map(|pair| {
            let [first, second] = [&pair.causes.0, &pair.causes.1].map(|cause| knowledge.cause_index(cause));
            Some((self.gain_together(knowledge, &told, first?, second?)?, pair))
        });
        let most = gained.max_by(|a, b| a.0.total_cmp(&b.0));
        most.filter(|(gain, _)| *gain >= together.least_gain.ln()).map(|(_, pair)| pair)
    }

    /// How much better two causes together fit place and findings than the better of them alone, as a logarithm. How
    /// often each is met does not count.
    fn gain_together(
        &self,
        knowledge: &Knowledge,
        told: &ReportedFindings,
        first: CauseIndex,
        second: CauseIndex,
    ) -> Option<f64> {
        let pointed = told.pointers.values().map(|pointer| self.points(*pointer)).sum();
        let alone = |cause: CauseIndex| {
            let findings = self.log_of_findings(knowledge, told, self.causes.get(cause)?, pointed);
            Some(findings + self.places.log_weight(&told.zones, &[cause]))
        };
        let both = joined(self.causes.get(first)?, self.causes.get(second)?);
        let both = self.log_of_findings(knowledge, told, &both, pointed)
            + self.places.log_weight(&told.zones, &[first, second]);
        Some(both - alone(first)?.max(alone(second)?))
    }
}

/// Two causes as one: a Yes is explained by the one that explains it better, a No speaks against both.
fn joined(first: &WeighedCause, second: &WeighedCause) -> WeighedCause {
    let mut joined = WeighedCause::default();
    for group in first.groups.keys().chain(second.groups.keys()) {
        let mut rows: BTreeMap<FindingIndex, Row> = BTreeMap::new();
        for row in [first, second].iter().filter_map(|cause| cause.groups.get(group)).flatten() {
            rows.entry(row.finding)
                .and_modify(|known| *known = Row { yes: known.yes.max(row.yes), no: known.no + row.no, ..*known })
                .or_insert(*row);
        }
        joined.groups.insert(*group, rows.into_values().collect());
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::answer::Answer;

    fn ranking() -> (Knowledge, Ranking) {
        let knowledge = Knowledge::embedded().unwrap_or_else(|faults| panic!("{faults:#?}"));
        let ranking = Ranking::of(&knowledge);
        (knowledge, ranking)
    }

    #[test]
    fn two_that_explain_different_things_gain_and_one_that_explains_all_does_not() {
        let (knowledge, ranking) = ranking();
        let gain = |findings: &[&str], zones: &[&str]| {
            let evidence = Evidence {
                findings: findings.iter().map(|id| ((*id).into(), Answer::Yes)).collect(),
                zones: zones.iter().map(|id| (*id).into()).collect(),
                ..Evidence::default()
            };
            let index = |id: &str| knowledge.cause_index(&id.into()).unwrap();
            let told = ranking.told(&knowledge, &evidence);
            ranking.gain_together(&knowledge, &told, index("pfp"), index("itbs")).unwrap()
        };
        let kneecap = ["stairs_down", "sitting_long", "q_ache"];
        let band = ["run_builds", "press_outer_bump", "q_burning"];
        let both = gain(&[kneecap, band].concat(), &["kneecap", "outer_femur_bump"]);
        let one = gain(&kneecap, &["kneecap"]);
        assert!(both > 4.0_f64.ln(), "{both}");
        assert!(one.abs() < 0.2, "{one}");
    }
}
