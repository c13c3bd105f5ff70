//! Promise: everything is counted back from the day the pain began, and the run that stands out is the one that was
//! longest for what came before it.

use jiff::civil::Date;
use kneenote::check::began::Began;
use kneenote::training::longest::{Band, Longest};
use kneenote::training::outing::Outings;
use kneenote::training::rulers::{Anchor, Rulers};
use proptest::prelude::*;

use super::{any_runs, day, outings};

fn anchor(text: &str) -> Anchor {
    Anchor::of(text.parse().unwrap()).unwrap()
}

/// Day and metres of the run that stands out.
fn stands_out(runs: &[(&str, u32)], began: &str) -> Option<(String, u32)> {
    let rulers = Rulers::of(&outings(runs), anchor(began));
    rulers.stands_out.map(|longest| (longest.outing.day.to_string(), longest.outing.distance_m))
}

#[test]
fn a_month_is_counted_back_from_its_first_day() {
    let month = anchor("2026-04");
    assert!(!month.is_day(), "it is said that the day is not known");
    let week = Rulers::of(&Outings::default(), month).weeks[0].week;
    assert_eq!((week.from, week.to), (day("2026-03-26"), day("2026-04-01")));
    assert!(anchor("2026-04-18").is_day());
    assert_eq!(Anchor::of(Began::Year(2026)), None, "a year is too long to count back from");
}

#[test]
fn the_longest_by_its_base_stands_out_and_not_the_longest() {
    let runs = [("2026-03-01", 10_000), ("2026-04-05", 6_000), ("2026-04-10", 12_000), ("2026-04-16", 15_000)];
    assert_eq!(stands_out(&runs, "2026-04-18"), Some(("2026-04-10".to_owned(), 12_000)), "2.0 before 1.25");
}

#[test]
fn where_none_is_over_ten_per_cent_longer_the_longest_stands_out() {
    let runs = [("2026-03-01", 10_000), ("2026-03-20", 10_000), ("2026-04-10", 8_000), ("2026-04-12", 9_000)];
    assert_eq!(stands_out(&runs, "2026-04-18"), Some(("2026-04-12".to_owned(), 9_000)));
    assert_eq!(stands_out(&[("2026-04-10", 8_000)], "2026-04-18"), Some(("2026-04-10".to_owned(), 8_000)), "no base");
    assert_eq!(stands_out(&[("2026-04-04", 8_000)], "2026-04-18"), None, "no run in the two weeks");
    assert_eq!(stands_out(&[("2026-04-05", 8_000)], "2026-04-18"), Some(("2026-04-05".to_owned(), 8_000)));
}

#[test]
fn a_month_looks_for_it_until_its_last_day() {
    let told = |run| stands_out(&[(run, 8_000)], "2026-04").is_some();
    assert!(told("2026-03-19") && told("2026-04-30"));
    assert!(!told("2026-03-18") && !told("2026-05-01"));
}

#[test]
fn of_two_that_stand_out_alike_the_later_one_is_told() {
    let runs = [("2026-03-01", 1_000), ("2026-04-01", 10_000), ("2026-04-10", 10_500), ("2026-04-12", 10_500)];
    assert_eq!(stands_out(&runs, "2026-04-18"), Some(("2026-04-12".to_owned(), 10_500)));
}

#[test]
fn outings_are_told_from_90_days_before_on() {
    let runs = [("2026-01-17", 1_000), ("2026-01-18", 2_000), ("2026-04-18", 3_000), ("2026-05-01", 4_000)];
    let rulers = Rulers::of(&outings(&runs), anchor("2026-04-18"));
    let metres: Vec<_> = rulers.outings.iter().map(|longest| longest.outing.distance_m).collect();
    assert_eq!(metres, [2_000, 3_000, 4_000]);
    assert_eq!(rulers.weeks.last().unwrap().week.from, day("2026-01-18"), "as far as the weeks go");
}

#[test]
fn the_ends_of_the_calendar_stop_nothing() {
    let outings = outings(&[("-009999-01-01", 8_000), ("2026-04-12", 9_000), ("9999-12-31", 10_000)]);
    for day in [Date::MIN, Date::MAX] {
        let rulers = Rulers::of(&outings, Anchor { day, last: day });
        assert_eq!(rulers.stands_out.map(|longest| longest.outing.day), Some(day));
    }
}

proptest! {
    #[test]
    fn the_order_of_reading_changes_no_ruler(runs in any_runs(), ahead in 0..90) {
        let day = day("2026-03-01") + jiff::Span::new().days(ahead);
        let rulers = |runs: &[_]| Rulers::of(&Outings::of(runs), Anchor { day, last: day });
        let mut other = runs.clone();
        other.reverse();
        prop_assert_eq!(rulers(&runs), rulers(&other));
    }

    #[test]
    fn no_run_of_the_two_weeks_is_longer_by_its_base_than_the_one_that_stands_out(runs in any_runs(), ahead in 0..90) {
        let day = day("2026-03-01") + jiff::Span::new().days(ahead);
        let rulers = Rulers::of(&Outings::of(&runs), Anchor { day, last: day });
        if let Some(first) = &rulers.stands_out {
            let most = rulers.around().filter_map(Longest::band).max();
            prop_assert!(first.band() == most || most <= Some(Band::AtMost10));
        }
        prop_assert_eq!(rulers.stands_out.is_none(), rulers.around().next().is_none());
    }
}
