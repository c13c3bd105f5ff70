//! The same answers give the same result, on either knee, whatever own words say.

use std::sync::Arc;

use super::run;
use crate::random::any_check;
use crate::words::wording;
use crate::world::{TODAY, World, world};
use kneenote::assess::Assessment;
use kneenote::assess::explain::explain;
use kneenote::check::evidence::Evidence;
use kneenote::check::spot::{Knee, Side};
use kneenote::check::{Check, Topic};
use kneenote::knowledge::Knowledge;
use kneenote::note::page;
use proptest::prelude::*;

/// What `--explain` prints; the questions to ask try out every open answer, which takes its time.
fn working(world: &World, check: &Check) -> String {
    let assessment = world.assess(check);
    let asks = world.assessor.next_questions(&assessment);
    explain(&assessment, &asks)
}

fn note(world: &World, check: &Check) -> String {
    page(&wording().note, check, &world.assess(check), TODAY).text
}

#[test]
fn the_same_answers_give_the_same_bytes() {
    let two = World::of(&Arc::new(Knowledge::embedded().unwrap()));
    run(12, &any_check(world().assessor.knowledge()), |check| {
        prop_assert_eq!(working(world(), &check), working(&two, &check));
        prop_assert_eq!(note(world(), &check), note(&two, &check));
        Ok(())
    });
}

#[test]
fn mirroring_changes_nothing_in_the_assessment() {
    let world = world();
    run(300, &any_check(world.assessor.knowledge()), |check| {
        let (ours, theirs) = (world.assess(&check), world.assess(&mirror(&check)));
        prop_assert_eq!(&ours.evidence.zones, &theirs.evidence.zones);
        prop_assert_eq!(ours.evidence.answer("side_left"), theirs.evidence.answer("side_right"));
        prop_assert_eq!(ours.evidence.answer("side_right"), theirs.evidence.answer("side_left"));
        let without_answers = |mut assessment: Assessment| {
            assessment.evidence = Evidence::default();
            assessment
        };
        prop_assert_eq!(without_answers(ours), without_answers(theirs));
        Ok(())
    });
}

#[test]
fn mirroring_changes_only_the_side_words_of_the_note() {
    let world = world();
    run(300, &any_check(world.assessor.knowledge()), |mut check| {
        check.words.clear(); // own words may hold anything, also "left"
        check.activities.clear();
        check.questions.clear();
        // The two words differ in length, so lines may break elsewhere: the words are what counts.
        let (ours, theirs) = (note(world, &check), note(world, &mirror(&check)));
        let swapped: Vec<String> = ours.split_whitespace().map(swap_side).collect();
        let other: Vec<String> = theirs.split_whitespace().map(str::to_owned).collect();
        prop_assert!(sorted(swapped) == sorted(other), "one page says what the other leaves out\n{ours}\n{theirs}");
        Ok(())
    });
}

/// Of two knees without a mark the left one is named first, mirrored or not: the order of the words does not count.
fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort();
    words
}

fn swap_side(word: &str) -> String {
    match word {
        "LEFT" => "RIGHT".to_owned(),
        "RIGHT" => "LEFT".to_owned(),
        word => word.to_owned(),
    }
}

fn mirror(check: &Check) -> Check {
    let mut mirrored = check.clone();
    mirrored.side = check.side.map(|side| match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
        Side::Both => Side::Both,
    });
    mirrored.worse_knee = check.worse_knee.map(Knee::other);
    for spot in &mut mirrored.spots {
        spot.knee = spot.knee.other();
    }
    mirrored.worst_spot = check.worst_spot.clone().map(|(knee, zone)| (knee.other(), zone));
    for (one, other) in [("side_left", "side_right"), ("side_right", "side_left")] {
        mirrored.findings.remove(one);
        if let Some(answer) = check.findings.get(other) {
            mirrored.findings.insert(one.into(), *answer);
        }
    }
    mirrored
}

/// Own words do not matter to anything that follows: they only stand on the page.
#[test]
fn own_words_change_nothing_in_the_assessment() {
    let world = world();
    run(40, &any_check(world.assessor.knowledge()), |check| {
        let mut other = check.clone();
        other.words.insert(Topic::Think, "you have a fracture, walk_no, 10 of 10".to_owned());
        other.questions.push("foot_cold_pale".to_owned());
        prop_assert_eq!(world.assess(&check), world.assess(&other));
        Ok(())
    });
}
