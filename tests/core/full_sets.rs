//! Promise: who answers all that is shown on the way has the right cause among the first three.
//!
//! `cargo test --test core full_sets -- --nocapture` prints each set, by the whole form, by the rows that are shown, and
//! by these without the presses and hops that were filled in by somebody who knew the cause.

use kneenote::assess::Assessment;
use kneenote::check::Check;
use serde::Deserialize;

use crate::answer_set::AnswerSet;
use crate::fixtures::read;
use crate::walk::{Others, Seen, walk};
use crate::world::world;

/// Of 44 sets, by the rows that are shown: the right cause first, and among the first three.
const NEVER_FEWER: (usize, usize) = (32, 41);
/// The same without what was filled in.
const NEVER_FEWER_WITHOUT: (usize, usize) = (27, 38);

/// In which sets the cause was known when an answer was filled in.
#[derive(Deserialize)]
struct FilledIn {
    press: Vec<String>,
    hop: Vec<String>,
}

/// The place of the right cause, the best being 0.
fn place(set: &AnswerSet, found: &Assessment) -> usize {
    found.causes.iter().position(|cause| set.right.contains(&cause.cause)).unwrap_or(usize::MAX)
}

fn by_the_way(check: &Check) -> Assessment {
    world().assess(&walk(world(), check, Seen::Shown, Others::Denied).said)
}

#[test]
fn the_right_cause_is_among_the_first_three() {
    let sets: Vec<AnswerSet> = read("full_sets/by_hand.ron");
    let filled_in: FilledIn = read("full_sets/filled_in.ron");
    let (mut form, mut shown, mut without) = (Vec::new(), Vec::new(), Vec::new());
    for set in &sets {
        let check = set.check();
        let mut bare = check.clone();
        for (starts, of) in [("press_", &filled_in.press), ("hop_", &filled_in.hop)] {
            bare.findings.retain(|id, _| !(of.contains(&set.id) && id.as_str().starts_with(starts)));
        }
        let found = by_the_way(&check);
        form.push(place(set, &world().assess(&check)));
        shown.push(place(set, &found));
        without.push(place(set, &by_the_way(&bare)));
        let best: Vec<&str> = found.causes.iter().take(3).map(|cause| cause.cause.as_str()).collect();
        let of = |places: &[usize]| places.last().map_or(0, |place| place + 1);
        let fit = found.causes.first().map_or("", |cause| cause.fit.word());
        println!(
            "{} {:?}: {} {} {}  {} {fit}  {:?}",
            set.id,
            set.right,
            of(&form),
            of(&shown),
            of(&without),
            best.join(", "),
            set.why
        );
    }
    let within = |places: &[usize], most: usize| places.iter().filter(|place| **place < most).count();
    let of = |places: &[usize]| (within(places, 1), within(places, 3));
    println!("of {}: form {:?}, shown {:?}, without {:?}", sets.len(), of(&form), of(&shown), of(&without));
    for (places, (first, three)) in [(&shown, NEVER_FEWER), (&without, NEVER_FEWER_WITHOUT)] {
        assert!(within(places, 1) >= first && within(places, 3) >= three, "{:?}", of(places));
    }
}
