//! Promise: dangerous answer sets, typical, atypical and sparse, reach an acceptable level, and harmless ones are not sent
//! to hospital.
//!
//! `cargo test --test core red_team -- --nocapture` prints a table for each lot, with the sets that lack one answer.

use std::collections::BTreeMap;

use crate::answer_set::AnswerSet;
use crate::fixtures::read;
use crate::world::assess;
use kneenote::knowledge::rule::Level;

/// A lot of answer sets, and what has been reached with it.
struct Lot {
    file: &'static str,
    /// Harmless sets that are sent in sooner than need be.
    over: &'static [&'static str],
    /// Dangerous sets that are known to fall below the acceptable level.
    too_low: &'static [&'static str],
    /// Dangerous sets that fall below the acceptable level when one answer is left out, at most.
    below_without_one: usize,
    /// Of these, how many fall to self-care, at most.
    self_care_without_one: usize,
}

const LOTS: [Lot; 4] = [
    Lot { file: "red_team/first.ron", over: &[], too_low: &[], below_without_one: 37, self_care_without_one: 1 },
    Lot { file: "red_team/second.ron", over: &[], too_low: &[], below_without_one: 83, self_care_without_one: 11 },
    // K08: any limp after an injury counts from 45 on, also with a picture of a meniscus.
    Lot { file: "red_team/third.ron", over: &["K08"], too_low: &[], below_without_one: 12, self_care_without_one: 3 },
    // F073: a blow to the head on a blood thinner with no injury of the knee told is sent to a doctor, not to hospital.
    Lot { file: "red_team/fourth.ron", over: &[], too_low: &[], below_without_one: 59, self_care_without_one: 8 },
];

#[test]
fn every_red_team_set_gets_an_acceptable_level() {
    for lot in &LOTS {
        let sets: Vec<AnswerSet> = read(lot.file);
        let mut wrong = Vec::new();
        for set in &sets {
            let level = level_of(set);
            let is_over_on_purpose = is_over(set, level) && lot.over.contains(&set.id.as_str());
            let is_known_too_low = is_under(set, level) && lot.too_low.contains(&set.id.as_str());
            if !set.levels.contains(&level) && !is_over_on_purpose && !is_known_too_low {
                wrong.push(format!("{}: {level:?}, accepted {:?} ({})", set.id, set.levels, set.why));
            }
        }
        println!("{}: {} sets, {} wrong, too high on purpose: {:?}", lot.file, sets.len(), wrong.len(), lot.over);
        println!("  known too low: {:?}", lot.too_low);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// What a runner does not tell cannot be heard, but as few dangers as can be may hang on one answer.
#[test]
fn few_dangers_hang_on_one_answer() {
    for lot in &LOTS {
        let mut dangers: BTreeMap<String, Fallen> = BTreeMap::new();
        let mut all = Fallen::default();
        for set in read::<Vec<AnswerSet>>(lot.file).into_iter().filter(|set| set.danger != "none") {
            for less in without_one_answer(&set) {
                let level = level_of(&less);
                for fallen in [&mut all, dangers.entry(set.danger.clone()).or_default()] {
                    fallen.sets += 1;
                    fallen.below += usize::from(is_under(&less, level));
                    fallen.self_care += usize::from(is_under(&less, level) && level == Level::SelfCare);
                }
            }
        }
        println!("{}, one answer left out: {all:?}", lot.file);
        for (danger, fallen) in &dangers {
            println!("  {danger:24} {fallen:?}");
        }
        assert!(all.below <= lot.below_without_one && all.self_care <= lot.self_care_without_one, "{all:?}");
    }
}

/// How many sets fall when one answer is left out.
#[derive(Debug, Default)]
struct Fallen {
    sets: usize,
    below: usize,
    self_care: usize,
}

fn is_under(set: &AnswerSet, level: Level) -> bool {
    set.levels.iter().all(|accepted| level > *accepted)
}

fn is_over(set: &AnswerSet, level: Level) -> bool {
    set.levels.iter().all(|accepted| level < *accepted)
}

/// The set without each of its ticked answers in turn; sets of fewer than three answers, not counting the sex, have none to
/// spare.
fn without_one_answer(set: &AnswerSet) -> Vec<AnswerSet> {
    let ticked: Vec<usize> = (0..set.yes.len()).filter(|at| !set.yes[*at].as_str().starts_with("sex_")).collect();
    if ticked.len() + set.unsure.len() < 3 {
        return Vec::new();
    }
    let without = |at: usize| {
        let mut less = set.clone();
        less.yes.remove(at);
        less
    };
    ticked.into_iter().map(without).collect()
}

fn level_of(set: &AnswerSet) -> Level {
    assess(&set.check()).urgency.level
}
