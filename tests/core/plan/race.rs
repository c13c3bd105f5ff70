use jiff::ToSpan as _;
use jiff::civil::Date;
use kneenote::plan::{PlanKind, Race, RaceState};

use super::{plan_with_race, runner, with, with_number};
use crate::world::TODAY;

fn race(id: &str, in_days: i64) -> Race {
    plan_with_race(&runner(id), Some(day(in_days))).race.unwrap()
}

fn day(in_days: i64) -> Date {
    TODAY.checked_add(in_days.days()).unwrap()
}

#[test]
fn a_race_is_decided_on_a_day_before_it() {
    for (in_days, decide) in [(28, 14), (42, 28), (200, 186), (14, 10), (27, 23)] {
        assert_eq!(race("H06", in_days).state, RaceState::DecideOn(day(decide)), "{in_days}");
    }
}

#[test]
fn nobody_goes_for_a_race_of_which_they_have_not_run_half() {
    for id in ["H01", "H06", "H10", "H26"] {
        for in_days in [14, 27, 28, 200] {
            let race = race(id, in_days);
            assert!(race.line.text.contains("half"), "{id} {in_days}: {}", race.line.text);
        }
    }
}

#[test]
fn with_no_run_in_the_week_nobody_decides_on_a_race() {
    assert_eq!(race("H12", 42).state, RaceState::NoRunYet);
}

#[test]
fn a_tendon_is_decided_on_sooner() {
    assert_eq!(race("H10", 42).state, RaceState::DecideOn(day(21)));
}

#[test]
fn a_race_that_is_over_or_too_near_is_said_plainly() {
    let past = race("H06", -1);
    assert_eq!((past.state, past.in_days), (RaceState::Past, -1));
    assert!(past.line.text.contains("is over"), "{}", past.line.text);
    for in_days in [0, 1, 13] {
        let near = race("H06", in_days);
        assert_eq!(near.state, RaceState::TooNear, "{in_days}");
        assert!(near.line.text.contains("too near"), "{}", near.line.text);
    }
}

#[test]
fn until_somebody_has_seen_the_knee_no_race_is_planned_on() {
    let plan = plan_with_race(&with(runner("H06"), "hot_knee"), Some(day(60)));
    assert_eq!(plan.kind, PlanKind::UntilSeen);
    assert_eq!(plan.race.unwrap().state, RaceState::UntilSeen);
}

#[test]
fn who_does_not_run_yet_does_not_decide_yet() {
    let plan = plan_with_race(&with_number(runner("H06"), "pain_now", 5.0), Some(day(60)));
    assert_eq!(plan.race.unwrap().state, RaceState::NoRunYet);
}
