//! Promise: a plain overuse knee of a healthy runner is not sent in within 48 hours.
//!
//! `cargo test --test core harmless -- --nocapture` prints who is sent in, how soon, and by which rule.

use std::collections::BTreeMap;

use crate::answer_set::AnswerSet;
use crate::drawn_runners::{drawn, told_whole};
use crate::fixtures::read;
use crate::world::assess;
use kneenote::assess::Assessment;
use kneenote::knowledge::rule::Level;

/// How many harmless runners are drawn.
const DRAWN: usize = 100;

#[test]
fn plain_overuse_told_by_self_care_pages_is_not_sent_in_within_48_hours() {
    let counted = count("by hand", &read::<Vec<AnswerSet>>("harmless/by_hand.ron"));
    counted.assert_not_alarmed();
}

#[test]
fn plain_overuse_drawn_at_random_is_not_sent_in_within_48_hours() {
    let counted = count("drawn", &drawn(DRAWN));
    counted.assert_not_alarmed();
}

#[test]
fn the_same_harmless_runners_are_drawn_each_time() {
    let told = |sets: Vec<AnswerSet>| sets.iter().map(|set| format!("{set:?}")).collect::<Vec<_>>();
    let (once, again) = (told(drawn(DRAWN)), told(drawn(DRAWN)));
    assert_eq!(once, again);
    let different: std::collections::BTreeSet<_> = once.iter().map(|set| set.split_once("levels")).collect();
    assert!(different.len() > DRAWN * 9 / 10, "only {} differ", different.len());
}

/// What became of a lot of harmless runners.
#[derive(Default)]
struct Counted {
    runners: usize,
    early: usize,
    levels: BTreeMap<Level, usize>,
    early_levels: BTreeMap<Level, usize>,
    rules: BTreeMap<String, usize>,
    early_rules: BTreeMap<String, usize>,
    sent_in: Vec<String>,
}

impl Counted {
    fn add(&mut self, set: &AnswerSet, assessment: &Assessment) {
        let level = assessment.urgency.level;
        let rule = assessment.urgency.first().map(|first| first.rule.to_string());
        let is_early = set.yes.iter().any(|id| ["dur_lt3d", "dur_3_14d"].contains(&id.as_str()));
        self.runners += 1;
        *self.levels.entry(level).or_default() += 1;
        if let Some(rule) = &rule {
            *self.rules.entry(rule.clone()).or_default() += 1;
        }
        if is_early {
            self.early += 1;
            *self.early_levels.entry(level).or_default() += 1;
            if let Some(rule) = &rule {
                *self.early_rules.entry(rule.clone()).or_default() += 1;
            }
        }
        if level < Level::SelfCare {
            let weeks = if is_early { "first two weeks" } else { "later" };
            let fired: Vec<_> = assessment.urgency.fired.iter().map(|fired| fired.rule.as_str()).collect();
            self.sent_in.push(format!("{} level {} by {fired:?}, {weeks}: {}", set.id, level.number(), set.why));
        }
    }

    fn at(levels: &BTreeMap<Level, usize>, level: Level) -> usize {
        levels.get(&level).copied().unwrap_or(0)
    }

    fn print(&self, name: &str) {
        for line in &self.sent_in {
            println!("  {line}");
        }
        let counts = |levels: &BTreeMap<Level, usize>| Level::ALL.map(|level| Self::at(levels, level));
        println!("{name}: {} runners, levels 1 to 4 {:?}, rules {:?}", self.runners, counts(&self.levels), self.rules);
        let early = counts(&self.early_levels);
        println!(
            "{name}, first two weeks: {} runners, levels 1 to 4 {early:?}, rules {:?}",
            self.early, self.early_rules
        );
    }

    /// Nobody at level 1 or 2, and in the first two weeks of pain at most one in ten at level 3.
    fn assert_not_alarmed(&self) {
        let early = Self::at(&self.early_levels, Level::Clinician);
        assert!(early * 10 <= self.early, "{early} of {}:\n{}", self.early, self.sent_in.join("\n"));
        let urgent = Self::at(&self.levels, Level::Emergency) + Self::at(&self.levels, Level::Urgent);
        assert_eq!(urgent, 0, "{}", self.sent_in.join("\n"));
    }
}

fn count(name: &str, sets: &[AnswerSet]) -> Counted {
    let mut counted = Counted::default();
    for set in sets {
        counted.add(set, &assess(&told_whole(set.check())));
    }
    counted.print(name);
    counted
}
