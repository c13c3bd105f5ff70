//! Which causes fit: start weight, place, findings in groups that fade, and silence about what was ticked.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::place::Places;
use super::reasons::{Reason, Reasons, counted};
use super::start_weight::start_weight;
use crate::check::answer::Answer;
use crate::check::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{CauseId, FindingId};
use crate::knowledge::scoring::Constants;

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
    /// What the silence of a cause multiplies by, below 1.
    pub weight: f64,
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
    /// The position of every finding that some cause has a row for.
    findings: HashMap<FindingId, usize>,
    /// The same findings by position.
    names: Vec<FindingId>,
    /// By finding: the group in which it fades.
    group: Vec<usize>,
    /// By finding: the logarithm of the strongest weight that any cause gives to a Yes; 0 when none is above 1.
    points: Vec<f64>,
    /// By cause: its rows, group by group.
    rows: Vec<BTreeMap<usize, Vec<Row>>>,
    /// By cause: the findings of its rows, in the order of the content.
    in_order: Vec<Vec<usize>>,
}

/// One row of the weights, as logarithms.
#[derive(Clone, Copy, Debug)]
struct Row {
    finding: usize,
    yes: f64,
    no: f64,
}

/// What the runner said, by position.
#[derive(Clone, Debug)]
pub(crate) struct ReportedFindings {
    /// By finding.
    answers: Vec<Answer>,
    /// By group: the ticked finding that points to some cause most.
    pointers: BTreeMap<usize, usize>,
    /// The marked zones.
    zones: Vec<usize>,
}

impl Ranking {
    pub(crate) fn of(knowledge: &Knowledge) -> Self {
        let group_of = groups(knowledge);
        let (mut findings, mut names, mut group, mut points) = (HashMap::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut rows, mut in_order) = (Vec::new(), Vec::new());
        for cause in 0..knowledge.causes.len() {
            let mut of_cause: BTreeMap<usize, Vec<Row>> = BTreeMap::new();
            let mut findings_of_cause = Vec::new();
            for row in knowledge.weights(cause) {
                let known = findings.get(&row.finding).copied();
                let finding = known.unwrap_or_else(|| {
                    group.push(group_of.get(row.finding.as_str()).copied().unwrap_or_default());
                    points.push(0.0);
                    names.push(row.finding.clone());
                    findings.insert(row.finding.clone(), points.len() - 1);
                    points.len() - 1
                });
                let (yes, no) = (row.yes.ln(), row.no.ln());
                points[finding] = yes.max(points[finding]);
                of_cause.entry(group[finding]).or_default().push(Row { finding, yes, no });
                findings_of_cause.push(finding);
            }
            rows.push(of_cause);
            in_order.push(findings_of_cause);
        }
        Self { places: Places::of(knowledge), findings, names, group, points, rows, in_order }
    }

    /// The score of every cause, in the order of the content.
    pub(crate) fn scores(&self, knowledge: &Knowledge, evidence: &Evidence) -> Vec<f64> {
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
        let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut pointers: Vec<(usize, usize)> = told.pointers.iter().map(|(group, at)| (*group, *at)).collect();
        pointers.sort_by(|(_, a), (_, b)| self.points[*b].total_cmp(&self.points[*a]).then(a.cmp(b)));
        let place_of: BTreeMap<usize, usize> =
            pointers.iter().enumerate().map(|(place, (group, _))| (*group, place)).collect();
        let share = knowledge.scoring.constants.unexplained_share;
        let silence = |at: usize| UnexplainedPenalty {
            finding: self.names[at].clone(),
            weight: (-share * self.points[at]).exp(),
        };
        let pointing = pointers.iter().map(|(_, at)| silence(*at)).collect();
        let mut ranked: Vec<RankedCause> = knowledge
            .causes
            .iter()
            .enumerate()
            .zip(scores)
            .map(|((index, cause), score)| {
                let said = self.in_order[index].iter().map(|finding| told.answers[*finding]);
                let Reasons { speaks_for, speaks_against, not_known } =
                    Reasons::of(knowledge.weights(index).iter().zip(said));
                let fit = fit(knowledge, score, best, speaks_for.len());
                let mut explains: Vec<usize> =
                    self.explained(&told, index).filter_map(|group| place_of.get(&group).copied()).collect();
                explains.sort_unstable();
                let cause = cause.id.clone();
                RankedCause { cause, index, score, fit, speaks_for, speaks_against, explains, not_known }
            })
            .collect();
        ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.index.cmp(&b.index)));
        (ranked, pointing)
    }

    /// What the runner said, by position.
    pub(crate) fn told(&self, knowledge: &Knowledge, evidence: &Evidence) -> ReportedFindings {
        let mut told = ReportedFindings {
            answers: vec![Answer::NotAsked; self.points.len()],
            pointers: BTreeMap::new(),
            zones: Vec::new(),
        };
        for (finding, answer) in &evidence.findings {
            let Some(at) = self.findings.get(finding).copied() else { continue };
            told.answers[at] = *answer;
            if *answer == Answer::Yes && self.points[at] > 0.0 {
                let pointer = told.pointers.entry(self.group[at]).or_insert(at);
                if self.points[at] > self.points[*pointer] {
                    *pointer = at;
                }
            }
        }
        if !evidence.zones.is_empty() {
            let zones = knowledge.zones.iter().enumerate();
            told.zones = zones.filter(|(_, zone)| evidence.zones.contains(&zone.id)).map(|(at, _)| at).collect();
        }
        told
    }

    fn scores_of(&self, knowledge: &Knowledge, evidence: &Evidence, told: &ReportedFindings) -> Vec<f64> {
        let temper = knowledge.scoring.constants.prior_exponent;
        // Each cause loses all of it but what it explains: no cause looks at what it has no row for.
        let pointed = told.pointers.values().map(|pointer| self.points[*pointer]).sum();
        let score = |(index, cause)| {
            let start = start_weight(cause, evidence);
            if start <= 0.0 {
                return OUT_OF_REACH;
            }
            let evidence = self.evidence(knowledge, told, index, pointed);
            temper * start.ln() + self.places.log_weight(&told.zones, index) + evidence
        };
        knowledge.causes.iter().enumerate().map(score).collect()
    }

    fn evidence(&self, knowledge: &Knowledge, told: &ReportedFindings, cause: usize, pointed: f64) -> f64 {
        let constants = &knowledge.scoring.constants;
        let rows = self.rows.get(cause).into_iter().flat_map(BTreeMap::values);
        let sum: f64 = rows.map(|rows| said_by(rows, told, constants)).sum();
        let explained: f64 =
            self.explained(told, cause).filter_map(|group| told.pointers.get(&group)).map(|at| self.points[*at]).sum();
        sum - constants.unexplained_share * (pointed - explained)
    }

    /// The groups of ticked findings that point to some cause in which this cause has a row for one of them.
    fn explained<'a>(&'a self, told: &'a ReportedFindings, cause: usize) -> impl Iterator<Item = usize> + 'a {
        let groups = self.rows.get(cause).into_iter().flat_map(BTreeMap::keys);
        groups.filter(move |group| self.has_a_say(told, cause, **group)).copied()
    }

    fn has_a_say(&self, told: &ReportedFindings, cause: usize, group: usize) -> bool {
        let rows = self.rows.get(cause).and_then(|rows| rows.get(&group));
        rows.into_iter().flatten().any(|row| told.answers[row.finding] == Answer::Yes && self.points[row.finding] > 0.0)
    }

    /// What each score gains when some answers differ. A score is a sum over groups, so only the groups of these
    /// findings are worked out again; the runner's sex and age are no findings of a group and not told here.
    pub(crate) fn gains(
        &self,
        knowledge: &Knowledge,
        told: &ReportedFindings,
        findings: &[(&FindingId, Answer)],
    ) -> Vec<f64> {
        let mut after = told.clone();
        let mut groups = BTreeSet::new();
        for (finding, answer) in findings {
            if let Some(at) = self.findings.get(*finding) {
                after.answers[*at] = *answer;
                groups.insert(self.group[*at]);
            }
        }
        for group in &groups {
            let of_group = (0..self.points.len()).filter(|at| self.group[*at] == *group && self.points[*at] > 0.0);
            let ticked = of_group.filter(|at| after.answers[*at] == Answer::Yes);
            match ticked.max_by(|a, b| self.points[*a].total_cmp(&self.points[*b])) {
                Some(pointer) => _ = after.pointers.insert(*group, pointer),
                None => _ = after.pointers.remove(group),
            }
        }
        let gain = |cause: usize| {
            let of = |told: &ReportedFindings, group: usize| self.of_group(knowledge, told, cause, group);
            groups.iter().map(|group| of(&after, *group) - of(told, *group)).sum()
        };
        (0..self.rows.len()).map(gain).collect()
    }

    /// What one group adds to the score of a cause.
    fn of_group(&self, knowledge: &Knowledge, told: &ReportedFindings, cause: usize, group: usize) -> f64 {
        let constants = &knowledge.scoring.constants;
        let rows = self.rows.get(cause).and_then(|rows| rows.get(&group));
        let said = rows.map_or(0.0, |rows| said_by(rows, told, constants));
        let pointer = told.pointers.get(&group).filter(|_| !self.has_a_say(told, cause, group));
        said - pointer.map_or(0.0, |pointer| constants.unexplained_share * self.points[*pointer])
    }
}

/// What the rows of one group say together.
fn said_by(rows: &[Row], told: &ReportedFindings, constants: &Constants) -> f64 {
    let (mut speaks_for, mut speaks_against) = (Vec::new(), Vec::new());
    for row in rows {
        match counted(told.answers[row.finding], row.yes, row.no) {
            Some(weight) if weight > 0.0 => speaks_for.push(weight),
            Some(weight) if weight < 0.0 => speaks_against.push(-weight),
            _ => {}
        }
    }
    fade(speaks_for, constants.correlated_discount) - fade(speaks_against, constants.correlated_discount)
}

/// The group of each finding: the one that lists it, else that of its question.
fn groups(knowledge: &Knowledge) -> BTreeMap<&str, usize> {
    let mut group_of: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, group) in knowledge.scoring.groups.iter().enumerate() {
        group_of.extend(group.findings.iter().map(|finding| (finding.as_str(), at)));
    }
    let listed = knowledge.scoring.groups.len();
    for (at, question) in knowledge.questions.iter().enumerate() {
        for answer in &question.options {
            group_of.entry(answer.id.as_str()).or_insert(listed + at);
        }
    }
    group_of
}

/// The strongest counts in full, each further one `repeat` times as much as the one before.
fn fade(mut strengths: Vec<f64>, repeat: f64) -> f64 {
    strengths.sort_by(|a, b| b.total_cmp(a));
    strengths.iter().rev().fold(0.0, |sum, strength| strength + repeat * sum)
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
    fn a_cause_that_does_not_explain_a_finding_loses_a_share_of_what_it_gives_elsewhere() {
        let knowledge = Knowledge::embedded().unwrap_or_else(|faults| panic!("{faults:#?}"));
        let ranking = Ranking::of(&knowledge);
        let mut evidence = Evidence::default();
        let before = ranking.scores(&knowledge, &evidence);
        evidence.findings.insert("calf_swollen".into(), Answer::Yes);
        let after = ranking.scores(&knowledge, &evidence);
        let row = |cause: usize| knowledge.weights(cause).iter().find(|row| row.finding == "calf_swollen");
        let most = (0..before.len()).filter_map(row).map(|row| row.yes).fold(1.0, f64::max);
        let lost = knowledge.scoring.constants.unexplained_share * most.ln();
        assert!(most > 5.0, "{most}");
        for (cause, (before, after)) in before.iter().zip(&after).enumerate() {
            let expected = if *before <= OUT_OF_REACH { 0.0 } else { row(cause).map_or(-lost, |row| row.yes.ln()) };
            assert!((after - before - expected).abs() < 1e-9, "{}: {before} {after}", knowledge.causes[cause].id);
        }
        let (causes, pointing) = ranking.ranked(&knowledge, &evidence);
        let at = pointing.iter().position(|silence| silence.finding == "calf_swollen").unwrap();
        for ranked in causes {
            assert_eq!(ranked.explains.contains(&at), row(ranked.index).is_some(), "{}", ranked.cause);
        }
    }

    #[test]
    fn each_further_finding_of_a_group_counts_less() {
        let sum = fade(vec![0.5, 1.0, 0.25], 0.6);
        assert!((sum - (1.0 + 0.6 * 0.5 + 0.36 * 0.25)).abs() < 1e-12);
    }
}
