//! Promise: weeks end on the day the pain began, and each is set against the one before it, to the metre.

use kneenote::training::outing::Outings;
use kneenote::training::weeks::{WeekBand, WeekOnWeek, break_before, usual_week_km, weeks};
use proptest::prelude::*;

use super::{BERLIN, NEW_YORK, any_runs, at, day, outings};

/// Metres of the weeks from `0` on.
fn metres(weeks: &[WeekOnWeek], count: usize) -> Vec<u32> {
    weeks.iter().take(count).map(|pair| pair.week.distance_m).collect()
}

fn days(weeks: &[WeekOnWeek], number: usize) -> (String, String) {
    (weeks[number].week.from.to_string(), weeks[number].week.to.to_string())
}

fn pair(from: &str, to: &str) -> (String, String) {
    (from.to_owned(), to.to_owned())
}

#[test]
fn a_week_of_half_as_much_again_is_over_30_per_cent() {
    let runs = [
        ("2026-04-05", 12_000),
        ("2026-04-09", 6_000),
        ("2026-04-12", 18_000),
        ("2026-04-16", 5_000),
        ("2026-04-18", 5_000),
    ];
    let weeks = weeks(&outings(&runs), day("2026-04-18"));
    assert_eq!(
        (days(&weeks, 0), days(&weeks, 1)),
        (pair("2026-04-12", "2026-04-18"), pair("2026-04-05", "2026-04-11"))
    );
    assert_eq!(metres(&weeks, 3), [28_000, 18_000, 0]);
    assert_eq!((weeks[0].told_band(), weeks[0].ratio_thousandths()), (Some(WeekBand::Over30), Some(1556)));
    assert_eq!((weeks[1].band(), weeks[1].ratio_thousandths()), (None, None), "the week before is empty");
}

#[test]
fn the_edges_of_the_bands_of_weeks_are_exact() {
    for (metres, band) in [
        (22_000, WeekBand::AtMost10),
        (22_010, WeekBand::From10To30),
        (26_000, WeekBand::From10To30),
        (26_010, WeekBand::Over30),
        (0, WeekBand::AtMost10),
    ] {
        assert_eq!(WeekBand::of(metres, 20_000), Some(band), "{metres}");
    }
    assert_eq!(WeekBand::of(20_000, 0), None);
}

#[test]
fn a_late_run_falls_into_the_week_of_where_the_runner_was() {
    let told = |place| {
        let run = at("2026-04-11T22:30:00Z", place, 9_000, 3000);
        metres(&weeks(&Outings::of(&[run]), day("2026-04-18")), 2)
    };
    assert_eq!(told(BERLIN), [9_000, 0]);
    assert_eq!(told(NEW_YORK), [0, 9_000]);
}

#[test]
fn a_leap_day_is_a_day_of_its_week() {
    let leap = weeks(&Outings::default(), day("2024-03-03"));
    assert_eq!((days(&leap, 0), days(&leap, 1)), (pair("2024-02-26", "2024-03-03"), pair("2024-02-19", "2024-02-25")));
    assert_eq!(days(&weeks(&Outings::default(), day("2026-03-03")), 0), pair("2026-02-25", "2026-03-03"));
}

#[test]
fn after_a_break_no_week_is_usual() {
    let runs = [("2026-03-01", 15_000), ("2026-04-10", 8_000), ("2026-04-13", 10_000), ("2026-04-17", 6_000)];
    let (outings, anchor) = (outings(&runs), day("2026-04-18"));
    let weeks = weeks(&outings, anchor);
    assert_eq!(metres(&weeks, 7), [16_000, 8_000, 0, 0, 0, 0, 15_000]);
    assert_eq!((weeks[0].told_band(), weeks[0].ratio_thousandths()), (Some(WeekBand::Over30), Some(2000)));
    assert_eq!(usual_week_km(&weeks), None);
    let back = break_before(&outings, anchor).unwrap();
    assert_eq!((back.last, back.back, back.days()), (day("2026-03-01"), day("2026-04-10"), 40));
}

/// Runs on the first days of the weeks 1 to 6 before 2026-04-18, in km.
fn six_weeks(km: [u32; 6]) -> Vec<WeekOnWeek> {
    let starts = ["2026-04-05", "2026-03-29", "2026-03-22", "2026-03-15", "2026-03-08", "2026-03-01"];
    let runs: Vec<_> = starts.into_iter().zip(km.map(|km| km * 1000)).collect();
    weeks(&outings(&runs), day("2026-04-18"))
}

#[test]
fn the_usual_week_is_the_median_of_six_with_halves_up() {
    let weeks = six_weeks([28, 30, 31, 36, 42, 29]);
    assert_eq!(metres(&weeks, 7), [0, 28_000, 30_000, 31_000, 36_000, 42_000, 29_000]);
    assert_eq!(usual_week_km(&weeks), Some(31));
    assert_eq!(usual_week_km(&six_weeks([30, 31, 30, 31, 30, 30])), Some(30));
}

#[test]
fn two_known_weeks_are_too_few_for_a_usual_one() {
    let told = |first| {
        let runs = [(first, 20_000), ("2026-04-01", 21_000), ("2026-04-08", 22_000)];
        usual_week_km(&weeks(&outings(&runs), day("2026-04-18")))
    };
    // Week 3 begins on 22 March: the list reaches it, or begins within it.
    assert_eq!(told("2026-03-22"), Some(21));
    assert_eq!(told("2026-03-23"), None);
}

#[test]
fn a_week_that_the_list_begins_in_tells_no_band() {
    let of = |first| weeks(&outings(&[(first, 5_000), ("2026-04-14", 9_000)]), day("2026-04-18"))[0];
    assert_eq!(
        (of("2026-04-05").band(), of("2026-04-05").told_band()),
        (Some(WeekBand::Over30), Some(WeekBand::Over30))
    );
    assert_eq!((of("2026-04-06").band(), of("2026-04-06").told_band()), (Some(WeekBand::Over30), None));
}

#[test]
fn a_break_has_three_weeks_and_ended_within_six() {
    let told = |last, back, anchor| break_before(&outings(&[(last, 5_000), (back, 5_000)]), day(anchor)).is_some();
    assert!(told("2026-03-01", "2026-03-22", "2026-04-18"));
    assert!(!told("2026-03-01", "2026-03-21", "2026-04-18"), "20 days");
    assert!(told("2026-03-01", "2026-03-22", "2026-05-03"), "42 days before");
    assert!(!told("2026-03-01", "2026-03-22", "2026-05-04"), "43 days before");
    assert!(told("2026-03-01", "2026-03-22", "2026-03-22"), "on the day");
    assert!(!told("2026-03-01", "2026-03-23", "2026-03-22"), "it did not end before");
}

proptest! {
    #[test]
    fn weeks_lie_end_to_end_and_hold_each_outing_once(runs in any_runs(), ahead in 0..90) {
        let anchor = day("2026-03-01") + jiff::Span::new().days(ahead);
        let outings = Outings::of(&runs);
        let weeks = weeks(&outings, anchor);
        for (newer, older) in weeks.iter().zip(weeks.iter().skip(1)) {
            prop_assert_eq!(newer.before, older.week);
            prop_assert_eq!(older.week.to.tomorrow().unwrap(), newer.week.from);
        }
        let within = outings.on(weeks.last().unwrap().week.from..=anchor);
        prop_assert_eq!(
            weeks.iter().map(|pair| u64::from(pair.week.distance_m)).sum::<u64>(),
            within.iter().map(|outing| u64::from(outing.distance_m)).sum::<u64>()
        );
    }

    #[test]
    fn a_usual_week_lies_between_the_least_and_the_most(km in prop::array::uniform6(1_u32..200)) {
        let usual = usual_week_km(&six_weeks(km)).unwrap();
        prop_assert!(km.iter().min() <= Some(&usual) && Some(&usual) <= km.iter().max());
    }
}
