//! Two causes at once are told where both explain more than one, the best first, with what is known of the pair; and
//! nothing is told where one explains as much.

use super::knee;
use crate::driver::{Driver, KNOWLEDGE, words};
use crate::enough_told::with_enough_told;
use crate::world::assess;
use kneenote::check::Check;
use kneenote::check::spot::{Knee, Spot};
use kneenote::wording::fill;

/// Worn knee and sore goose foot: a woman of 58 whose doctor told her of wear.
fn worn_and_goose_foot() -> Check {
    let worn = ["hx_oa", "grinding", "stiff_morning_short", "rise_chair", "on_off", "dur_3_12m", "trend_same"];
    let goose_foot = ["press_pes", "stairs_up", "night_aches", "q_ache", "onset_gradual", "walk_normal", "sex_female"];
    let mut check = knee("inner_shin_pes", 58.0, &[&worn[..], &goose_foot[..]].concat());
    check.spots.push(Spot {
        knee: Knee::Right,
        zone: "inner_joint_line".into(),
        worst: Some(3),
        now: None,
        size: None,
    });
    with_enough_told(&KNOWLEDGE, check)
}

#[test]
fn the_best_stands_first_and_what_is_known_of_the_pair_below() {
    let check = worn_and_goose_foot();
    let found = assess(&check);
    let pair = found.together.clone().expect("two at once");
    let name = |id: &str| found.knowledge().cause(id).unwrap().name.clone();
    let best = found.best_shown().unwrap().cause.clone();
    assert!(pair.has(&best));
    let other = if pair.causes.0 == best { &pair.causes.1 } else { &pair.causes.0 };
    let mut driver = Driver::with_check(check);
    driver.open_result();
    let told = fill(&words().result.both_text, &[("first", &name(best.as_str())), ("second", &name(other.as_str()))]);
    driver.must_show(&told);
    driver.must_show(&pair.text);
}

#[test]
fn one_cause_that_explains_all_stands_alone() {
    let yes = ["stairs_down", "sitting_long", "squat", "q_ache", "onset_gradual", "walk_normal", "dur_3_14d"];
    let check = with_enough_told(&KNOWLEDGE, knee("kneecap", 27.0, &yes));
    assert_eq!(assess(&check).together, None);
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.must_not_show(&words().result.both);
}
