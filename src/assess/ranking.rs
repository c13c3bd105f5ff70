//! Which causes fit: start weight, place, findings in groups that fade, and what a cause leaves unexplained.

mod together;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::reasons::{Reason, Reasons, counted};
use super::start_weight::start_weight;
use super::zone_fit::Places;
use crate::check::answer::Answer;
use crate::check::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::cause::Cause;
use crate::knowledge::ids::{CauseId, FindingId};
use crate::knowledge::positions::{CauseIndex, FindingIndex, GroupIndex, ListBy, Position as _, ZoneIndex};
use crate::knowledge::scoring::{Bands, Constants};

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

/// A ticked finding that points to some causes, and what it takes from each cause that has nothing to say about it.
#[derive(Clone, Debug, PartialEq)]
pub struct UnexplainedPenalty {
    /// The finding; of several that say nearly the same, the one that points to some cause most.
    pub finding: FindingId,
    /// What a cause that does not explain it is multiplied by, below 1.
    pub weight: f64,
}

/// One cause with its score and the reasons for it.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedCause {
    pub cause: CauseId,
    /// Higher fits better; only for the order and for `--explain`, never shown.
    pub score: f64,
    /// In three words.
    pub fit: Fit,
    /// What speaks for it, the strongest first.
    pub speaks_for: Vec<Reason>,
    /// What speaks against it, the strongest first.
    pub speaks_against: Vec<Reason>,
    /// What was ticked and the cause has something to say about, as positions in [`Assessment::pointing`], rising.
    ///
    /// [`Assessment::pointing`]: super::Assessment::pointing
    pub explains: Vec<usize>,
    /// Findings that would speak for it and are not known, the strongest first.
    pub not_known: Vec<FindingId>,
}

/// What of the ranking depends on the content only.
#[derive(Clone, Debug)]
pub(crate) struct Ranking {
    places: Places,
    /// Every finding that some cause has a weight for.
    findings: ListBy<FindingIndex, WeighedFinding>,
    by_id: HashMap<FindingId, FindingIndex>,
    causes: ListBy<CauseIndex, WeighedCause>,
}

/// A finding that some cause has a weight for.
#[derive(Clone, Debug)]
struct WeighedFinding {
    id: FindingId,
    /// The group in which it fades.
    group: GroupIndex,
    /// The logarithm of the strongest weight that any cause gives to a Yes; 0 when none is above 1.
    points: f64,
}

/// The weights of one cause.
#[derive(Clone, Debug, Default)]
struct WeighedCause {
    groups: BTreeMap<GroupIndex, Vec<Row>>,
    /// The findings of the weights, in the order of the content.
    in_order: Vec<FindingIndex>,
}

/// One weight, as logarithms.
#[derive(Clone, Copy, Debug)]
struct Row {
    finding: FindingIndex,
    yes: f64,
    no: f64,
}

/// What the runner said, by position.
#[derive(Clone, Debug)]
pub(crate) struct ReportedFindings {
    answers: ListBy<FindingIndex, Answer>,
    /// By group: the ticked finding that points to some cause most.
    pointers: BTreeMap<GroupIndex, FindingIndex>,
    /// The marked zones.
    zones: Vec<ZoneIndex>,
}

impl ReportedFindings {
    fn answer(&self, finding: FindingIndex) -> Answer {
        self.answers.get(finding).copied().unwrap_or(Answer::NotAsked)
    }

    fn set(&mut self, finding: FindingIndex, answer: Answer) {
        if let Some(known) = self.answers.get_mut(finding) {
            *known = answer;
        }
    }
}

impl Ranking {
    pub(crate) fn of(knowledge: &Knowledge) -> Self {
        let group_of = groups(knowledge);
        // Checking the content finds a weight of what no question asks; it is never answered.
        let of_no_question = GroupIndex::from_usize(knowledge.scoring.groups.len() + knowledge.questions.len());
        let mut findings: ListBy<FindingIndex, WeighedFinding> = ListBy::default();
        let mut by_id = HashMap::new();
        let mut weighed = |cause: &Cause| {
            let mut of_cause = WeighedCause::default();
            let told = cause.weights.iter().map(|weight| (&weight.finding, weight.yes.ln(), weight.no.ln()));
            let explained = cause.also_seen.iter().map(|finding| (finding, 0.0, 0.0));
            for (id, yes, no) in told.chain(explained) {
                let group = group_of.get(id.as_str()).copied().unwrap_or(of_no_question);
                let new = || findings.push(WeighedFinding { id: id.clone(), group, points: 0.0 });
                let finding = *by_id.entry(id.clone()).or_insert_with(new);
                if let Some(known) = findings.get_mut(finding) {
                    known.points = yes.max(known.points);
                }
                of_cause.groups.entry(group).or_default().push(Row { finding, yes, no });
            }
            of_cause.in_order.extend(cause.weights.iter().filter_map(|weight| by_id.get(&weight.finding).copied()));
            of_cause
        };
        let causes = knowledge.causes.iter().map(&mut weighed).collect();
        Self { places: Places::of(knowledge), findings, by_id, causes }
    }

    /// How much a finding points to some cause, as a logarithm.
    fn points(&self, finding: FindingIndex) -> f64 {
        self.findings.get(finding).map_or(0.0, |known| known.points)
    }

    /// The score of every cause.
    pub(crate) fn scores(&self, knowledge: &Knowledge, evidence: &Evidence) -> ListBy<CauseIndex, f64> {
        self.scores_of(knowledge, evidence, &self.told(knowledge, evidence))
    }

    /// Every cause with its reasons, the best first; ties in the order of the content. With them what was ticked and
    /// points to some cause, the strongest first.
    pub(crate) fn ranked(
        &self,
        knowledge: &Knowledge,
        evidence: &Evidence,
    ) -> (Vec<RankedCause>, Vec<UnexplainedPenalty>) {
        let told = self.told(knowledge, evidence);
        let scores = self.scores_of(knowledge, evidence, &told);
        let best = scores.iter().map(|(_, score)| *score).fold(f64::NEG_INFINITY, f64::max);
        let all: f64 = scores.iter().map(|(_, score)| (score - best).exp()).sum();
        let mut pointers: Vec<(GroupIndex, FindingIndex)> = told.pointers.iter().map(|(of, at)| (*of, *at)).collect();
        pointers.sort_by(|(_, a), (_, b)| self.points(*b).total_cmp(&self.points(*a)).then(a.cmp(b)));
        let rank_of: BTreeMap<GroupIndex, usize> =
            pointers.iter().enumerate().map(|(rank, (group, _))| (*group, rank)).collect();
        let share = knowledge.scoring.constants.unexplained_share;
        let penalty = |known: &WeighedFinding| UnexplainedPenalty {
            finding: known.id.clone(),
            weight: (-share * known.points).exp(),
        };
        let pointing = pointers.iter().filter_map(|(_, at)| self.findings.get(*at)).map(penalty).collect();
        let ranked = |(index, score): (CauseIndex, &f64)| {
            let cause = knowledge.cause_at(index)?;
            let weighed = self.causes.get(index)?;
            let said = weighed.in_order.iter().map(|finding| told.answer(*finding));
            let Reasons { speaks_for, speaks_against, not_known } = Reasons::of(cause.weights.iter().zip(said));
            let ticked = speaks_for.iter().filter(|reason| reason.answer == Answer::Yes).count();
            let fit = fit(&knowledge.scoring.bands, (score - best).exp() / all, ticked);
            let mut explains: Vec<usize> =
                self.explained(&told, weighed).filter_map(|group| rank_of.get(&group).copied()).collect();
            explains.sort_unstable();
            let cause = cause.id.clone();
            Some(RankedCause { cause, score: *score, fit, speaks_for, speaks_against, explains, not_known })
        };
        let mut ranked: Vec<RankedCause> = scores.iter().filter_map(ranked).collect();
        ranked.sort_by(|a, b| b.score.total_cmp(&a.score));
        (ranked, pointing)
    }

    /// What the runner said, by position.
    pub(crate) fn told(&self, knowledge: &Knowledge, evidence: &Evidence) -> ReportedFindings {
        let mut told = ReportedFindings {
            answers: self.findings.map(|_| Answer::NotAsked),
            pointers: BTreeMap::new(),
            zones: Vec::new(),
        };
        for (id, answer) in &evidence.findings {
            let Some(at) = self.by_id.get(id).copied() else { continue };
            told.set(at, *answer);
            if *answer == Answer::Yes
                && let Some(known) = self.findings.get(at).filter(|known| known.points > 0.0)
            {
                let pointer = told.pointers.entry(known.group).or_insert(at);
                if known.points > self.points(*pointer) {
                    *pointer = at;
                }
            }
        }
        if !evidence.zones.is_empty() {
            let zones = knowledge.zones.iter().enumerate().filter(|(_, zone)| evidence.zones.contains(&zone.id));
            told.zones = zones.map(|(at, _)| ZoneIndex::from_usize(at)).collect();
        }
        told
    }

    pub(super) fn scores_of(
        &self,
        knowledge: &Knowledge,
        evidence: &Evidence,
        told: &ReportedFindings,
    ) -> ListBy<CauseIndex, f64> {
        let prior_exponent = knowledge.scoring.constants.prior_exponent;
        // Each cause loses all of it but what it explains: no cause looks at what it has no row for.
        let pointed = told.pointers.values().map(|pointer| self.points(*pointer)).sum();
        let score = |(index, weighed): (CauseIndex, &WeighedCause)| {
            let start = knowledge.cause_at(index).map_or(0.0, |cause| start_weight(cause, evidence));
            if start <= 0.0 {
                return OUT_OF_REACH;
            }
            let findings = self.log_of_findings(knowledge, told, weighed, pointed);
            prior_exponent * start.ln() + self.places.log_weight(&told.zones, &[index]) + findings
        };
        self.causes.map(score)
    }

    /// What the findings multiply the score of a cause by, as a logarithm.
    fn log_of_findings(
        &self,
        knowledge: &Knowledge,
        told: &ReportedFindings,
        cause: &WeighedCause,
        pointed: f64,
    ) -> f64 {
        let constants = &knowledge.scoring.constants;
        let sum: f64 = cause.groups.values().map(|rows| said_by(rows, told, constants)).sum();
        let explained: f64 =
            self.explained(told, cause).filter_map(|group| told.pointers.get(&group)).map(|at| self.points(*at)).sum();
        sum - constants.unexplained_share * (pointed - explained)
    }

    /// The groups of ticked findings that point to some cause in which this cause has a row for one of them.
    fn explained<'a>(
        &'a self,
        told: &'a ReportedFindings,
        cause: &'a WeighedCause,
    ) -> impl Iterator<Item = GroupIndex> + 'a {
        cause.groups.iter().filter(move |(_, rows)| self.has_a_say(told, rows)).map(|(group, _)| *group)
    }

    /// Whether one of these rows is of a ticked finding that points to some cause.
    fn has_a_say(&self, told: &ReportedFindings, rows: &[Row]) -> bool {
        rows.iter().any(|row| told.answer(row.finding) == Answer::Yes && self.points(row.finding) > 0.0)
    }

    /// What each score gains when some answers differ. A score is a sum over groups, so only the groups of these
    /// findings are worked out again; the runner's sex and age are no findings of a group and not told here.
    pub(crate) fn gains(
        &self,
        knowledge: &Knowledge,
        told: &ReportedFindings,
        findings: &[(&FindingId, Answer)],
    ) -> ListBy<CauseIndex, f64> {
        let mut after = told.clone();
        let mut groups = BTreeSet::new();
        for (finding, answer) in findings {
            if let Some(at) = self.by_id.get(*finding) {
                after.set(*at, *answer);
                groups.extend(self.findings.get(*at).map(|known| known.group));
            }
        }
        for group in &groups {
            let of_group = self.findings.iter().filter(|(_, known)| known.group == *group && known.points > 0.0);
            let ticked = of_group.filter(|(at, _)| after.answer(*at) == Answer::Yes);
            match ticked.max_by(|(_, a), (_, b)| a.points.total_cmp(&b.points)).map(|(at, _)| at) {
                Some(pointer) => _ = after.pointers.insert(*group, pointer),
                None => _ = after.pointers.remove(group),
            }
        }
        self.causes.map(|(_, cause)| {
            let of = |told: &ReportedFindings, group: GroupIndex| self.of_group(knowledge, told, cause, group);
            groups.iter().map(|group| of(&after, *group) - of(told, *group)).sum()
        })
    }

    /// What one group adds to the score of a cause.
    fn of_group(&self, knowledge: &Knowledge, told: &ReportedFindings, cause: &WeighedCause, group: GroupIndex) -> f64 {
        let constants = &knowledge.scoring.constants;
        let rows = cause.groups.get(&group).map_or(&[][..], Vec::as_slice);
        let pointer = told.pointers.get(&group).filter(|_| !self.has_a_say(told, rows));
        said_by(rows, told, constants)
            - pointer.map_or(0.0, |pointer| constants.unexplained_share * self.points(*pointer))
    }
}

/// What the rows of one group say together.
fn said_by(rows: &[Row], told: &ReportedFindings, constants: &Constants) -> f64 {
    let (mut speaks_for, mut speaks_against) = (Vec::new(), Vec::new());
    for row in rows {
        match counted(told.answer(row.finding), row.yes, row.no) {
            Some(weight) if weight > 0.0 => speaks_for.push(weight),
            Some(weight) if weight < 0.0 => speaks_against.push(-weight),
            _ => {}
        }
    }
    fade(speaks_for, constants.correlated_discount) - fade(speaks_against, constants.correlated_discount)
}

/// The group of each finding: the one that lists it, else that of its question.
fn groups(knowledge: &Knowledge) -> BTreeMap<&str, GroupIndex> {
    let mut group_of: BTreeMap<&str, GroupIndex> = BTreeMap::new();
    for (at, group) in knowledge.scoring.groups.iter().enumerate() {
        group_of.extend(group.findings.iter().map(|finding| (finding.as_str(), GroupIndex::from_usize(at))));
    }
    let listed = knowledge.scoring.groups.len();
    for (at, question) in knowledge.questions.iter().enumerate() {
        for answer in &question.options {
            group_of.entry(answer.id.as_str()).or_insert(GroupIndex::from_usize(listed + at));
        }
    }
    group_of
}

/// The strongest counts in full, each further one `discount` times as much as the one before.
fn fade(mut strengths: Vec<f64>, discount: f64) -> f64 {
    strengths.sort_by(|a, b| b.total_cmp(a));
    strengths.iter().rev().fold(0.0, |sum, strength| strength + discount * sum)
}

fn fit(bands: &Bands, share: f64, ticked_for: usize) -> Fit {
    if share >= bands.well_share && ticked_for >= bands.well_findings {
        Fit::Well
    } else if share >= bands.part_share {
        Fit::InPart
    } else {
        Fit::ALittle
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_that_does_not_explain_a_finding_loses_a_share_of_what_it_gives_elsewhere() {
        let knowledge = Knowledge::embedded().unwrap_or_else(|faults| panic!("{faults:#?}"));
        let ranking = Ranking::of(&knowledge);
        let mut evidence = Evidence::default();
        let before = ranking.scores(&knowledge, &evidence);
        evidence.findings.insert("calf_swollen".into(), Answer::Yes);
        let after = ranking.scores(&knowledge, &evidence);
        let row = |cause: &Cause| cause.weights.iter().find(|row| row.finding == "calf_swollen").map(|row| row.yes);
        let most = knowledge.causes.iter().filter_map(row).fold(1.0, f64::max);
        let lost = knowledge.scoring.constants.unexplained_share * most.ln();
        assert!(most > 5.0, "{most}");
        for (at, before) in before.iter() {
            let (cause, after) = (knowledge.cause_at(at).unwrap(), after.get(at).unwrap());
            let expected = if *before <= OUT_OF_REACH { 0.0 } else { row(cause).map_or(-lost, f64::ln) };
            assert!((after - before - expected).abs() < 1e-9, "{}: {before} {after}", cause.id);
        }
        let (causes, pointing) = ranking.ranked(&knowledge, &evidence);
        let at = pointing.iter().position(|penalty| penalty.finding == "calf_swollen").unwrap();
        for ranked in causes {
            assert_eq!(
                ranked.explains.contains(&at),
                row(knowledge.cause(ranked.cause.as_str()).unwrap()).is_some(),
                "{}",
                ranked.cause
            );
        }
    }

    #[test]
    fn each_further_finding_of_a_group_counts_less() {
        let sum = fade(vec![0.5, 1.0, 0.25], 0.6);
        assert!((sum - (1.0 + 0.6 * 0.5 + 0.36 * 0.25)).abs() < 1e-12);
    }
}
