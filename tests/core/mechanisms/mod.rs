//! Promise: no other way to sort the causes that was tried is better than that of the program, by cases that it was not
//! set against.
//!
//! `cargo test --test core mechanisms -- --nocapture` prints the comparison. Each way may choose its constants by the
//! likelihood of the right cause; "left out" chooses them without the case that is then tried.

mod case_series;
mod scorer;

use std::collections::BTreeMap;

use kneenote::assess::Assessment;
use kneenote::check::evidence::Evidence;
use kneenote::knowledge::ids::CauseId;
use kneenote::knowledge::rule::Level;

use crate::answer_set::AnswerSet;
use crate::fixtures::read;
use crate::known::knowledge;
use crate::world::{assess, world};
use scorer::{Mechanism, Scorer, Start};

/// What was told, which cause is right, and which causes a rule names.
struct Told {
    evidence: Evidence,
    right: Vec<CauseId>,
    named: Vec<CauseId>,
}

impl Told {
    fn of(set: &AnswerSet) -> Self {
        let found: Assessment = assess(&set.check());
        let named = found.urgency.named.iter().filter(|named| named.level <= Level::Urgent);
        let named = named.map(|named| named.cause.clone()).collect();
        let right = set.right.iter().chain(&set.first).cloned().collect();
        Self { evidence: found.evidence, right, named }
    }
}

/// How one way settles one case.
#[derive(Clone, Copy, Default)]
struct Settled {
    first: usize,
    three: usize,
    named: usize,
    /// The logarithm of the share that the right causes have of all.
    log_share: f64,
}

impl Settled {
    fn of(told: &Told, scores: &BTreeMap<&CauseId, f64>) -> Self {
        let mut order: Vec<(&CauseId, f64)> = scores.iter().map(|(cause, score)| (*cause, *score)).collect();
        order.sort_by(|a, b| b.1.total_cmp(&a.1));
        let is_right = |cause: &CauseId| told.right.contains(cause);
        let three = order.iter().take(3).any(|(cause, _)| is_right(cause));
        let best = order.first().map_or(0.0, |(_, score)| *score);
        let share = |is: &dyn Fn(&CauseId) -> bool| {
            order.iter().filter(|(cause, _)| is(cause)).map(|(_, score)| (score - best).exp()).sum::<f64>()
        };
        Self {
            first: usize::from(order.first().is_some_and(|(cause, _)| is_right(cause))),
            three: usize::from(three),
            named: usize::from(three || told.named.iter().any(is_right)),
            log_share: (share(&is_right) / share(&|_| true)).max(1e-12).ln(),
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            first: self.first + other.first,
            three: self.three + other.three,
            named: self.named + other.named,
            log_share: self.log_share + other.log_share,
        }
    }
}

fn sum(settled: impl Iterator<Item = Settled>) -> Settled {
    settled.fold(Settled::default(), Settled::plus)
}

/// The ways, each with the constants that it may choose from.
fn ways() -> Vec<(&'static str, Vec<Mechanism>)> {
    let now = Mechanism::of(&knowledge().scoring.constants);
    let exponents = [0.25, 1.0 / 3.0, 0.375, 0.5, 0.75, 1.0];
    let with_exponents =
        |base: Mechanism| exponents.map(|prior_exponent| Mechanism { prior_exponent, ..base }).to_vec();
    let plain = Mechanism { unexplained_share: 0.0, ..now };
    let discounts = [0.3, 0.6, 0.9];
    let bayes = discounts.map(|discount| Mechanism { prior_exponent: 1.0, discount, ..plain }).to_vec();
    let tempered = with_exponents(plain);
    let silent = |base: &Mechanism| [0.3, 0.4, 0.5].map(|unexplained_share| Mechanism { unexplained_share, ..*base });
    let present = with_exponents(now).iter().flat_map(silent).collect();
    let pairs = |cost: f64| Mechanism { two_at_once: Some(cost), ..now };
    let two = [4.0, 6.0, 8.0].map(pairs).to_vec();
    let series = with_exponents(Mechanism { start: Start::CaseSeries, ..now });
    vec![
        ("as it is", vec![now]),
        ("a present", present),
        ("b naive Bayes", bayes),
        ("b' tempered start", tempered),
        ("c two at once", two),
        ("d case series", series),
    ]
}

fn sets(name: &str) -> Vec<Told> {
    let sets: Vec<AnswerSet> = match name {
        "published" => (1..=99).map(|at| read(&format!("cases/P{at:02}.ron"))).collect(),
        "check cases" => read("check_cases.ron"),
        _ => read("full_sets/by_hand.ron"),
    };
    sets.iter().map(Told::of).filter(|told| !told.right.is_empty()).collect()
}

#[test]
fn no_other_way_that_was_tried_is_better() {
    let scorer = Scorer::of(knowledge());
    let names = ["published", "check cases", "full sets"];
    let all = names.map(sets);
    let mut left_out_of = BTreeMap::new();
    for (name, ways) in ways() {
        let settle = |told: &Told, way: &Mechanism| Settled::of(told, &scorer.scores(*way, &told.evidence));
        let settle_all =
            |way: &Mechanism| all.each_ref().map(|sets| sets.iter().map(|told| settle(told, way)).collect());
        // By way, by set, by case.
        let settled: Vec<[Vec<Settled>; 3]> = std::thread::scope(|scope| {
            let halves = ways.chunks(ways.len().div_ceil(2));
            let halves = halves.map(|half| scope.spawn(|| half.iter().map(settle_all).collect::<Vec<_>>()));
            halves.collect::<Vec<_>>().into_iter().flat_map(|half| half.join().unwrap()).collect()
        });
        let best_without = |left_out: Option<usize>| {
            let kept = |of: &[Vec<Settled>; 3]| {
                let cases = of[0].iter().enumerate().filter(|(at, _)| Some(*at) != left_out);
                cases.map(|(_, settled)| settled.log_share).sum::<f64>()
            };
            settled.iter().enumerate().max_by(|a, b| kept(a.1).total_cmp(&kept(b.1))).map_or(0, |(at, _)| at)
        };
        let best = best_without(None);
        let [published, check, full] = settled[best].each_ref().map(|of| sum(of.iter().copied()));
        let left_out = sum((0..all[0].len()).map(|at| settled[best_without(Some(at))][0][at]));
        println!(
            "{name:18} published {} {} {} ({:.1}), left out {} {} {} ({:.1}); check cases {} {} ({:.1}); full sets {} {} ({:.1})  {:?}",
            published.first,
            published.three,
            published.named,
            published.log_share,
            left_out.first,
            left_out.three,
            left_out.named,
            left_out.log_share,
            check.first,
            check.three,
            check.log_share,
            full.first,
            full.three,
            full.log_share,
            ways[best],
        );
        left_out_of.insert(name, left_out);
    }
    let now = left_out_of["as it is"];
    for (name, other) in left_out_of {
        assert!(other.first <= now.first + 2 && other.log_share <= now.log_share + 4.0, "{name} is better");
    }
}

#[test]
fn the_scorer_of_the_comparison_scores_as_the_program_does() {
    let scorer = Scorer::of(knowledge());
    let way = Mechanism::of(&knowledge().scoring.constants);
    for at in 1..=99 {
        let set: AnswerSet = read(&format!("cases/P{at:02}.ron"));
        let found = world().assess(&set.check());
        let scores = scorer.scores(way, &found.evidence);
        for cause in &found.causes {
            let score = scores.get(&cause.cause).copied().unwrap_or(-99.0);
            assert!((score - cause.score).abs() < 1e-9, "P{at:02} {}: {score} {}", cause.cause, cause.score);
        }
    }
}
