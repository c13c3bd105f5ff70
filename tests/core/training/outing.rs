//! Promise: runs that follow each other within 20 minutes are one outing, and no other runs are.

use kneenote::training::outing::{Outings, ended};
use kneenote::training::run::Run;
use proptest::prelude::*;

use super::{BERLIN, any_runs, at, day, june_2013, on};

fn metres(runs: &[Run]) -> Vec<u32> {
    Outings::of(runs).all().iter().map(|outing| outing.distance_m).collect()
}

#[test]
fn a_real_log_of_seven_files_is_four_outings() {
    let outings = Outings::of(&june_2013());
    let told: Vec<_> =
        outings.all().iter().map(|outing| (outing.day.to_string(), outing.distance_m, outing.runs.len())).collect();
    let expected =
        [("2013-06-08", 5_048, 1), ("2013-06-14", 13_129, 3), ("2013-06-15", 7_521, 2), ("2013-06-16", 18_697, 1)];
    assert_eq!(told, expected.map(|(day, metres, runs)| (day.to_owned(), metres, runs)));
}

#[test]
fn twenty_minutes_join_and_a_second_more_does_not() {
    let first = at("2026-05-02T08:00:00Z", BERLIN, 9_000, 3000);
    let within = at("2026-05-02T09:10:00Z", BERLIN, 4_000, 1200);
    assert_eq!(metres(&[first.clone(), within]), [13_000]);
    let after = at("2026-05-02T09:10:01Z", BERLIN, 4_000, 1200);
    assert_eq!(metres(&[first, after]), [9_000, 4_000]);
}

#[test]
fn a_chain_of_short_breaks_is_one_outing_of_its_first_day() {
    // 23:30, 00:10 and 00:50 in Berlin, each of 25 minutes.
    let runs = ["2026-05-02T21:30:00Z", "2026-05-02T22:10:00Z", "2026-05-02T22:50:00Z"]
        .map(|start| at(start, BERLIN, 5_000, 1500));
    let outings = Outings::of(&runs);
    assert_eq!(outings.all().len(), 1);
    assert_eq!((outings.all()[0].day, outings.all()[0].distance_m), (day("2026-05-02"), 15_000));
}

#[test]
fn a_watch_that_was_not_stopped_does_not_swallow_the_evening() {
    let morning = Run { elapsed_s: Some(36_000), ..at("2026-05-02T06:00:00Z", BERLIN, 9_000, 3000) };
    assert_eq!(ended(morning.start.unwrap(), &morning).to_string(), "2026-05-02T07:50:00Z", "moving and an hour");
    let evening = at("2026-05-02T15:00:00Z", BERLIN, 4_000, 1200);
    assert_eq!(metres(&[morning, evening]), [9_000, 4_000]);
}

#[test]
fn a_short_run_within_a_long_one_does_not_end_it() {
    let long = at("2026-05-02T08:00:00Z", BERLIN, 12_000, 5400);
    let within = at("2026-05-02T08:10:00Z", BERLIN, 1_000, 300);
    let after = at("2026-05-02T09:40:00Z", BERLIN, 2_000, 600);
    assert_eq!(metres(&[long, within, after]), [15_000]);
}

#[test]
fn pauses_count_to_the_run_and_what_was_not_told_is_taken_from_the_rest() {
    let start = "2026-05-02T06:00:00Z";
    for (moving, elapsed, end) in [
        (Some(3000), Some(4000), "2026-05-02T07:06:40Z"),
        (Some(3000), None, "2026-05-02T06:50:00Z"),
        (None, Some(4000), "2026-05-02T07:06:40Z"),
        (None, None, start),
    ] {
        let run = Run { moving_s: moving, elapsed_s: elapsed, ..at(start, BERLIN, 9_000, 0) };
        assert_eq!(ended(run.start.unwrap(), &run).to_string(), end);
    }
}

#[test]
fn a_run_without_a_time_of_day_stays_single() {
    let timed = at("2026-05-02T08:00:00Z", BERLIN, 9_000, 3000);
    assert_eq!(metres(&[timed, on("2026-05-02", 4_000), on("2026-05-02", 3_000)]), [3_000, 4_000, 9_000]);
}

proptest! {
    #[test]
    fn the_order_of_reading_changes_nothing(runs in any_runs(), turn in 0_usize..40) {
        let mut other = runs.clone();
        other.reverse();
        other.rotate_left(turn % runs.len().max(1));
        prop_assert_eq!(Outings::of(&runs), Outings::of(&other));
    }

    #[test]
    fn no_metre_and_no_run_is_lost(runs in any_runs()) {
        let outings = Outings::of(&runs);
        let sum = |metres: &mut dyn Iterator<Item = u32>| metres.map(u64::from).sum::<u64>();
        prop_assert_eq!(
            sum(&mut outings.all().iter().map(|outing| outing.distance_m)),
            sum(&mut runs.iter().map(|run| run.distance_m))
        );
        let mut read: Vec<_> = outings.all().iter().flat_map(|outing| outing.runs.clone()).collect();
        let mut given: Vec<_> = runs.iter().map(|run| run.origin.clone()).collect();
        read.sort();
        given.sort();
        prop_assert_eq!(read, given);
        prop_assert!(outings.all().is_sorted_by_key(|outing| outing.day));
    }
}
