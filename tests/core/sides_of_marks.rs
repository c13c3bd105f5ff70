//! Promise: which knee hurts follows the marks, and the highest number is the worst.

use kneenote::check::Check;
use kneenote::check::spot::{Knee, Side};
use proptest::prelude::*;

const ZONES: [&str; 3] = ["kneecap", "outer_femur_bump", "shin_bump"];

fn knee() -> impl Strategy<Value = Knee> {
    prop_oneof![Just(Knee::Left), Just(Knee::Right)]
}

/// A check with these marks, each made by a click.
fn marked(clicks: &[(Knee, usize)]) -> Check {
    let mut check = Check::default();
    for (knee, zone) in clicks {
        check.toggle_spot(*knee, &ZONES[*zone].into());
    }
    check
}

/// The side that the marks say.
fn side_of_marks(check: &Check) -> Option<Side> {
    let is_sore = |knee| check.spots.iter().any(|spot| spot.knee == knee);
    match (is_sore(Knee::Left), is_sore(Knee::Right)) {
        (true, true) => Some(Side::Both),
        (true, false) => Some(Side::Left),
        (false, true) => Some(Side::Right),
        (false, false) => None,
    }
}

proptest! {
    #[test]
    fn whatever_is_clicked_the_side_is_that_of_the_marks(
        clicks in prop::collection::vec((knee(), 0..3_usize), 0..12),
        swapped in (knee(), 0..3_usize),
        copied in knee(),
    ) {
        let mut check = marked(&clicks);
        prop_assert_eq!(check.side, side_of_marks(&check));
        check.swap_knee(swapped.0, &ZONES[swapped.1].into());
        prop_assert_eq!(check.side, side_of_marks(&check));
        check.copy_to_other_knee(copied);
        prop_assert_eq!(check.side, side_of_marks(&check));
    }

    #[test]
    fn a_swap_taken_twice_brings_everything_back(zones in prop::collection::btree_set(0..3_usize, 1..4), knee in knee()) {
        let clicks: Vec<_> = zones.iter().map(|zone| (knee, *zone)).collect();
        let before = marked(&clicks);
        let mut check = before.clone();
        let zone = before.spots[0].zone.clone();
        prop_assert!(check.swap_knee(knee, &zone));
        prop_assert!(check.spots.iter().all(|spot| spot.knee == knee.other()), "all marks of the one sore knee move");
        prop_assert!(check.swap_knee(knee.other(), &zone));
        prop_assert_eq!(check, before);
    }
}

#[test]
fn of_both_knees_a_swap_moves_the_one_mark() {
    let mut check = marked(&[(Knee::Left, 0), (Knee::Right, 1), (Knee::Right, 2)]);
    assert!(check.swap_knee(Knee::Left, &ZONES[0].into()));
    assert_eq!(check.side, Some(Side::Right));
    assert_eq!(check.spots.iter().map(|spot| spot.zone.as_str()).collect::<Vec<_>>(), ZONES);
}

#[test]
fn the_highest_number_is_the_worst_place_and_the_worse_knee_whatever_was_said_before() {
    let mut check = marked(&[(Knee::Left, 0), (Knee::Right, 1)]);
    check.worst_spot = Some((Knee::Left, ZONES[0].into()));
    check.worse_knee = Some(Knee::Left);
    check.rate_spot(Knee::Left, &ZONES[0].into(), 3);
    check.rate_spot(Knee::Right, &ZONES[1].into(), 6);
    assert_eq!(check.worst().map(|spot| spot.zone.as_str()), Some(ZONES[1]));
    assert_eq!(check.known_worse_knee(), Some(Knee::Right));
}
