//! One scorer with switches, so that ways to sort causes can be compared on the same answers and the same content.

use std::collections::{BTreeMap, BTreeSet};

use kneenote::check::answer::Answer;
use kneenote::check::evidence::Evidence;
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::cause::Cause;
use kneenote::knowledge::ids::{CauseId, FindingId, ZoneId};
use kneenote::knowledge::known_ids::{findings, numbers};
use kneenote::knowledge::scoring::{AGE_BANDS, Constants};
use kneenote::knowledge::zone::Zone;

use super::case_series;

/// What a cause starts with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Start {
    /// `prior`, `age` and sex of the content.
    Content,
    /// How often published case series of the person's kind of sport name it, by sex and age.
    CaseSeries,
}

/// One way to sort causes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mechanism {
    /// How much of the start weight counts.
    pub prior_exponent: f64,
    /// What a cause loses that has no row for a ticked finding, as a share of what the best explanation gains.
    pub unexplained_share: f64,
    /// How much each further finding of a group counts of the one before.
    pub discount: f64,
    /// What two causes at once cost, as a logarithm; `None`: one cause alone.
    pub two_at_once: Option<f64>,
    pub start: Start,
}

impl Mechanism {
    /// The way of the program, with its constants.
    pub fn of(constants: &Constants) -> Self {
        Self {
            prior_exponent: constants.prior_exponent,
            unexplained_share: constants.unexplained_share,
            discount: constants.correlated_discount,
            two_at_once: None,
            start: Start::Content,
        }
    }
}

/// A weight as logarithms of its Yes and its No.
type Weight = (f64, f64);

/// The content, as a scorer needs it.
pub struct Scorer<'a> {
    knowledge: &'a Knowledge,
    group_of: BTreeMap<&'a FindingId, usize>,
    /// The most that any cause gains by a Yes.
    most: BTreeMap<&'a FindingId, f64>,
    weights: Vec<BTreeMap<&'a FindingId, Weight>>,
    felt: Vec<BTreeMap<&'a ZoneId, f64>>,
}

/// What one group of findings holds for a cause, or for two of them.
#[derive(Default)]
struct Said {
    speaks_for: Vec<f64>,
    speaks_against: Vec<f64>,
}

impl Said {
    fn add(&mut self, weight: f64) {
        if weight > 0.0 {
            self.speaks_for.push(weight);
        } else {
            self.speaks_against.push(-weight);
        }
    }

    fn sum(self, discount: f64) -> f64 {
        fade(self.speaks_for, discount) - fade(self.speaks_against, discount)
    }
}

fn fade(mut weights: Vec<f64>, discount: f64) -> f64 {
    weights.sort_by(|a, b| b.total_cmp(a));
    weights.iter().rev().fold(0.0, |sum, weight| weight + discount * sum)
}

impl<'a> Scorer<'a> {
    pub fn of(knowledge: &'a Knowledge) -> Self {
        let mut group_of = BTreeMap::new();
        for (at, group) in knowledge.scoring.groups.iter().enumerate() {
            group_of.extend(group.findings.iter().map(|finding| (finding, at)));
        }
        for (at, question) in knowledge.questions.iter().enumerate() {
            for row in &question.options {
                group_of.entry(&row.id).or_insert(knowledge.scoring.groups.len() + at);
            }
        }
        let mut most: BTreeMap<&FindingId, f64> = BTreeMap::new();
        for weight in knowledge.causes.iter().flat_map(|cause| &cause.weights) {
            let known = most.entry(&weight.finding).or_insert(0.0);
            *known = known.max(weight.yes.ln());
        }
        let weights = |cause: &'a Cause| {
            let weights = cause.weights.iter().map(|weight| (&weight.finding, (weight.yes.ln(), weight.no.ln())));
            weights.chain(cause.also_seen.iter().map(|finding| (finding, (0.0, 0.0)))).collect()
        };
        let weights = knowledge.causes.iter().map(weights).collect();
        let felt = knowledge.causes.iter().map(|cause| felt(knowledge, cause)).collect();
        Self { knowledge, group_of, most, weights, felt }
    }

    /// The score of each cause that age does not rule out.
    pub fn scores(&self, mechanism: Mechanism, evidence: &Evidence) -> BTreeMap<&'a CauseId, f64> {
        let causes = self.knowledge.causes.iter().enumerate();
        let alone: Vec<(usize, f64)> =
            causes.filter_map(|(at, _)| Some((at, self.score(mechanism, evidence, &[at])?))).collect();
        let id = |at: usize| &self.knowledge.causes[at].id;
        let Some(cost) = mechanism.two_at_once else {
            return alone.into_iter().map(|(at, score)| (id(at), score)).collect();
        };
        // A cause is as likely as all the ways in which it is there: alone, and beside each other one.
        let mut sum: BTreeMap<&CauseId, f64> = alone.iter().map(|(at, score)| (id(*at), score.exp())).collect();
        for (place, (first, _)) in alone.iter().enumerate() {
            for (second, _) in &alone[place + 1..] {
                let Some(both) = self.score(mechanism, evidence, &[*first, *second]) else { continue };
                for at in [*first, *second] {
                    sum.entry(id(at)).and_modify(|sum| *sum += (both - cost).exp());
                }
            }
        }
        sum.into_iter().map(|(cause, sum)| (cause, sum.ln())).collect()
    }

    /// The score of causes that are there together: of each finding the one that explains it better counts.
    fn score(&self, mechanism: Mechanism, evidence: &Evidence, causes: &[usize]) -> Option<f64> {
        let mut score = 0.0;
        for at in causes {
            let start = start(mechanism.start, &self.knowledge.causes[*at], evidence);
            if start <= 0.0 {
                return None;
            }
            score += mechanism.prior_exponent * start.ln();
        }
        if !evidence.zones.is_empty() {
            let felt = |zone: &ZoneId| causes.iter().map(|at| self.felt[*at][zone]).fold(0.0, f64::max);
            score += (evidence.zones.iter().map(felt).sum::<f64>() / evidence.zones.len() as f64).ln();
        }
        let mut said: BTreeMap<usize, Said> = BTreeMap::new();
        let mut explained = BTreeSet::new();
        let mut pointed: BTreeMap<usize, f64> = BTreeMap::new();
        for (finding, answer) in &evidence.findings {
            let Some(group) = self.group_of.get(finding).copied() else { continue };
            let most = self.most.get(finding).copied().unwrap_or(0.0);
            let weights: Vec<Weight> = causes.iter().filter_map(|at| self.weights[*at].get(finding).copied()).collect();
            match answer {
                Answer::Yes => {
                    if most > 0.0 {
                        let known = pointed.entry(group).or_insert(0.0);
                        *known = known.max(most);
                        if !weights.is_empty() {
                            explained.insert(group);
                        }
                    }
                    if let Some(weight) = weights.iter().map(|(yes, _)| *yes).reduce(f64::max) {
                        said.entry(group).or_default().add(weight);
                    }
                }
                Answer::No => said.entry(group).or_default().add(weights.iter().map(|(_, no)| *no).sum()),
                Answer::NotSure | Answer::NotAsked => {}
            }
        }
        let silent: f64 = pointed.iter().filter(|(group, _)| !explained.contains(*group)).map(|(_, most)| most).sum();
        score += said.into_values().map(|said| said.sum(mechanism.discount)).sum::<f64>();
        Some(score - mechanism.unexplained_share * silent)
    }
}

fn start(start: Start, cause: &Cause, evidence: &Evidence) -> f64 {
    let age = evidence.number(&numbers::AGE);
    let band = age.map(|age| AGE_BANDS.iter().take_while(|first| age >= **first).count());
    let of_age = band.map_or(1.0, |band| cause.age[band]);
    if start == Start::CaseSeries {
        return of_age * case_series::share(cause, evidence);
    }
    let of_sex = if evidence.is_yes(&findings::SEX_FEMALE) {
        cause.female
    } else if evidence.is_yes(&findings::SEX_MALE) {
        cause.male
    } else {
        1.0
    };
    cause.prior * of_age * of_sex
}

/// How likely a mark in each zone is, for one cause.
fn felt<'a>(knowledge: &'a Knowledge, cause: &Cause) -> BTreeMap<&'a ZoneId, f64> {
    let raw: BTreeMap<&ZoneId, f64> =
        knowledge.zones.iter().map(|zone| (&zone.id, raw_place(knowledge, cause, zone))).collect();
    let is_place = |zone: &&Zone| zone.any_of.is_empty();
    let places = || knowledge.zones.iter().filter(is_place);
    let mean = places().map(|zone| raw[&zone.id]).sum::<f64>() / places().count() as f64;
    raw.into_iter().map(|(zone, value)| (zone, value / mean)).collect()
}

fn raw_place(knowledge: &Knowledge, cause: &Cause, zone: &Zone) -> f64 {
    let constants = &knowledge.scoring.constants;
    if !zone.any_of.is_empty() {
        let places = zone.any_of.iter().filter_map(|place| knowledge.zone(place.as_str()));
        return places.map(|place| raw_place(knowledge, cause, place)).sum::<f64>() / zone.any_of.len() as f64;
    }
    let nearest = |places: &[ZoneId]| {
        places
            .iter()
            .filter_map(|place| knowledge.zone(place.as_str()))
            .map(|place| fall(constants, zone, place))
            .fold(0.0, f64::max)
    };
    constants.floor.max(nearest(&cause.core)).max(constants.near * nearest(&cause.near))
}

fn fall(constants: &Constants, clicked: &Zone, felt: &Zone) -> f64 {
    if clicked.id == felt.id {
        return 1.0;
    }
    let ways = clicked.spots_cm.iter().flat_map(|from| felt.spots_cm.iter().map(move |to| (from, to)));
    let way_cm = ways.map(|(from, to)| {
        let around = (from.0 - to.0).abs() % constants.circumference_cm;
        around.min(constants.circumference_cm - around).hypot(from.1 - to.1)
    });
    let nearest_cm = way_cm.fold(f64::INFINITY, f64::min);
    if nearest_cm.is_finite() { (-0.5 * (nearest_cm / constants.sigma_cm).powi(2)).exp() } else { 0.0 }
}
