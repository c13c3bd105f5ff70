//! Promise: a run is set against the longest of the 30 days before its own, to the metre and to the day.

use kneenote::training::longest::{Band, Longest, ceiling_m};
use kneenote::training::outing::{Outing, Outings};
use kneenote::training::run::Run;
use proptest::prelude::*;

use super::{BERLIN, any_runs, at, day, june_2013, on, outings};

/// The outings of this day against their base: metres of the outing and of the base, the band, and whether it is known.
fn on_day(outings: &Outings, asked: &str) -> Vec<(u32, Option<u32>, Option<Band>, bool)> {
    let told = outings.on(day(asked)..=day(asked)).iter().map(|outing| Longest::of(outings, outing));
    told.map(|longest| {
        let base = longest.base.as_ref().map(|base| base.distance_m);
        (longest.outing.distance_m, base, longest.band(), longest.is_known)
    })
    .collect()
}

fn of_runs(runs: &[Run], asked: &str) -> Vec<(u32, Option<u32>, Option<Band>, bool)> {
    on_day(&Outings::of(runs), asked)
}

#[test]
fn the_longest_run_of_the_month_before_is_the_base() {
    let outings = outings(&[("2026-04-05", 12_000), ("2026-04-09", 6_000), ("2026-04-12", 18_000)]);
    assert_eq!(on_day(&outings, "2026-04-12"), [(18_000, Some(12_000), Some(Band::From30To100), false)]);
    let longest = Longest::of(&outings, &outings.all()[2]);
    assert_eq!(longest.ratio_thousandths(), Some(1500));
}

#[test]
fn thirty_days_back_are_counted_over_a_leap_day() {
    let told = |first, asked, metres| on_day(&outings(&[(first, 10_000), (asked, metres)]), asked);
    let ten = Some(10_000);
    assert_eq!(told("2024-01-30", "2024-02-29", 11_000), [(11_000, ten, Some(Band::AtMost10), true)], "exactly 1.1");
    assert_eq!(told("2024-01-30", "2024-03-01", 11_000), [(11_000, None, None, true)], "31 days off");
    assert_eq!(told("2025-01-30", "2025-03-01", 11_010), [(11_010, ten, Some(Band::From10To30), true)], "no leap year");
}

#[test]
fn the_day_is_that_of_the_runner_and_not_of_utc() {
    let before = [on("2026-03-13", 14_000), on("2026-03-20", 10_000)];
    let late = at("2026-04-12T22:30:00Z", BERLIN, 13_000, 4200);
    let runs = |late| [before.to_vec(), vec![late]].concat();
    let berlin = of_runs(&runs(late.clone()), "2026-04-13");
    assert_eq!(berlin, [(13_000, Some(10_000), Some(Band::From10To30), true)], "exactly 1.3");
    let utc = of_runs(&runs(Run { day: day("2026-04-12"), ..late }), "2026-04-12");
    assert_eq!(utc, [(13_000, Some(14_000), Some(Band::AtMost10), true)]);
}

#[test]
fn two_runs_of_a_day_are_one_outing_or_two_and_never_each_others_base() {
    let morning = at("2026-05-02T08:00:00Z", BERLIN, 9_000, 3000);
    let told = |second| {
        let second = at(second, BERLIN, 4_000, 1500);
        of_runs(&[on("2026-04-20", 10_000), morning.clone(), second], "2026-05-02")
    };
    let base = Some(10_000);
    assert_eq!(told("2026-05-02T09:00:00Z"), [(13_000, base, Some(Band::From10To30), false)], "exactly 1.3");
    let none = Some(Band::AtMost10);
    assert_eq!(told("2026-05-02T18:00:00Z"), [(9_000, base, none, false), (4_000, base, none, false)]);
}

#[test]
fn after_forty_days_without_a_run_there_is_no_base_and_no_ceiling() {
    let outings = outings(&[("2026-03-01", 15_000), ("2026-04-10", 8_000)]);
    assert_eq!(on_day(&outings, "2026-04-10"), [(8_000, None, None, true)]);
    assert_eq!(ceiling_m(&outings, day("2026-04-10"), |_| true), None);
}

#[test]
fn a_list_that_begins_within_the_30_days_tells_no_band() {
    let outings = Outings::of(&june_2013());
    assert_eq!(on_day(&outings, "2013-06-16"), [(18_697, Some(13_129), Some(Band::From30To100), false)]);
    let longest = Longest::of(&outings, outings.all().last().unwrap());
    assert_eq!(longest.ratio_thousandths(), Some(1424));
    assert_eq!(longest.told_band(), None, "nothing is said of what the list does not reach");
}

#[test]
fn a_list_reaches_back_from_the_30th_day_on() {
    let told = |first| on_day(&outings(&[(first, 10_000), ("2026-05-02", 9_000)]), "2026-05-02")[0].3;
    assert!(told("2026-04-02"));
    assert!(!told("2026-04-03"));
}

#[test]
fn the_edges_of_the_bands_are_exact() {
    for (metres, band) in [
        (11_000, Band::AtMost10),
        (11_001, Band::From10To30),
        (13_000, Band::From10To30),
        (13_001, Band::From30To100),
        (20_000, Band::From30To100),
        (20_001, Band::Over100),
        (u32::MAX, Band::Over100),
        (0, Band::AtMost10),
    ] {
        assert_eq!(Band::of(metres, 10_000), Some(band), "{metres}");
    }
    assert_eq!(Band::of(10_000, 0), None);
}

#[test]
fn a_run_that_hurt_raises_no_ceiling() {
    let outings = outings(&[("2026-04-12", 18_000), ("2026-04-28", 5_000), ("2026-05-02", 6_100)]);
    let is_green = |outing: &Outing| outing.day != day("2026-04-12");
    assert_eq!(ceiling_m(&outings, day("2026-05-04"), is_green), Some(6_700));
    assert_eq!(ceiling_m(&outings, day("2026-05-04"), |_| true), Some(19_800));
    assert_eq!(ceiling_m(&outings, day("2026-05-04"), |_| false), None);
}

proptest! {
    #[test]
    fn a_rest_day_never_raises_a_ceiling(runs in any_runs(), rested in 0..90) {
        let outings = Outings::of(&runs);
        let rest = day("2026-03-01").saturating_add(jiff::Span::new().days(rested));
        prop_assume!(outings.on(rest..=rest).is_empty());
        let ceiling = |on| ceiling_m(&outings, on, |_| true).unwrap_or_default();
        prop_assert!(ceiling(rest.tomorrow().unwrap()) <= ceiling(rest));
    }

    #[test]
    fn a_red_light_never_raises_a_ceiling(runs in any_runs(), asked in 1..60, red in 0..60) {
        let outings = Outings::of(&runs);
        let first = day("2026-03-01");
        let (asked, red) = (first + jiff::Span::new().days(asked), first + jiff::Span::new().days(red));
        let most = ceiling_m(&outings, asked, |_| true).unwrap_or_default();
        prop_assert!(ceiling_m(&outings, asked, |outing| outing.day != red).unwrap_or_default() <= most);
    }

    #[test]
    fn a_longer_run_is_in_no_lower_band(metres in 0_u32..400_000, more in 0_u32..400_000, base in 1_u32..400_000) {
        prop_assert!(Band::of(metres, base) <= Band::of(metres + more, base));
    }
}
