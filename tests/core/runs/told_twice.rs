//! Promise: the same run counts once, however many files tell of it and in whatever order they are read.

use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use kneenote::run_files::told::{Start, Told};
use kneenote::training::reading::Reading;
use kneenote::training::run::{FileKind, Run, Sport};
use kneenote::training::same_run::Likeness;
use proptest::prelude::*;
use proptest::test_runner::Config;

use super::settings;
use crate::random;

/// A run that starts so many seconds after seven o'clock.
fn told(kind: FileKind, after_s: i64, metres: u32, moving_s: u32) -> Told {
    let at: Timestamp = "2026-04-10T07:00:00Z".parse().unwrap();
    Told {
        start: Start::Instant(at + after_s.seconds()),
        sport: Sport::Run,
        distance_m: Some(f64::from(metres)),
        moving_s: Some(f64::from(moving_s)),
        elapsed_s: Some(f64::from(moving_s)),
        ..Told::nothing(1, kind)
    }
}

fn on_day(metres: u32) -> Told {
    Told {
        start: Start::Day(date(2026, 4, 10)),
        moving_s: None,
        elapsed_s: None,
        ..told(FileKind::PlainList, 0, metres, 0)
    }
}

fn read(all: impl IntoIterator<Item = (String, Told)>) -> Reading {
    let mut reading = Reading::default();
    for (name, told) in all {
        reading.take(&name, Ok(vec![told]), &settings());
    }
    reading.settle();
    reading
}

fn run(told: Told) -> Run {
    let mut reading = read([("a".to_owned(), told)]);
    reading.runs.remove(0).run
}

fn likeness(one: Told, two: Told) -> Likeness {
    let (one, two) = (run(one), run(two));
    assert_eq!(one.likeness(&two), two.likeness(&one));
    one.likeness(&two)
}

#[test]
fn starts_within_two_minutes_are_one_run() {
    let first = || told(FileKind::Fit, 0, 500, 60);
    assert_eq!(likeness(first(), told(FileKind::Gpx, 120, 900, 60)), Likeness::Same);
    assert_eq!(likeness(first(), told(FileKind::Gpx, 121, 900, 60)), Likeness::Different);
}

#[test]
fn what_overlaps_by_half_of_the_shorter_one_is_one_run() {
    let first = || told(FileKind::Fit, 0, 8000, 3600);
    assert_eq!(likeness(first(), told(FileKind::Gpx, 3000, 3000, 1200)), Likeness::Same);
    assert_eq!(likeness(first(), told(FileKind::Gpx, 3001, 3000, 1200)), Likeness::Different);
}

#[test]
fn a_watch_that_was_left_on_ends_an_hour_after_the_run() {
    let forgotten = Told { elapsed_s: Some(36_000.0), ..told(FileKind::Fit, 0, 8000, 3600) };
    assert_eq!(run(forgotten.clone()).lasts_s(), 7200);
    assert_eq!(likeness(forgotten, told(FileKind::Fit, 7200, 3000, 1200)), Likeness::Different);
}

#[test]
fn a_clock_that_is_set_wrong_is_asked_about() {
    let first = || told(FileKind::Fit, 0, 10_000, 3000);
    for (after_s, metres, moving_s, expected) in [
        (7200, 10_000, 3000, Likeness::Perhaps),
        (-14 * 3600, 10_100, 3010, Likeness::Perhaps),
        (14 * 3600 + 900, 10_000, 3000, Likeness::Different),
        (7201, 10_000, 3000, Likeness::Different),
        (7200, 10_102, 3000, Likeness::Different),
        (7200, 10_000, 3011, Likeness::Different),
    ] {
        assert_eq!(likeness(first(), told(FileKind::Tcx, after_s, metres, moving_s)), expected, "{after_s} {metres}");
    }
}

#[test]
fn a_day_without_a_time_and_nearly_as_far_is_asked_about() {
    assert_eq!(likeness(on_day(10_000), told(FileKind::Fit, 0, 10_500, 3000)), Likeness::Perhaps);
    assert_eq!(likeness(on_day(10_000), told(FileKind::Fit, 0, 10_527, 3000)), Likeness::Different);
    let reading = read([("list".to_owned(), on_day(10_000)), ("fit".to_owned(), told(FileKind::Fit, 0, 10_000, 3000))]);
    assert_eq!((reading.runs[0].run.origin.file.as_str(), reading.asked[0].word()), ("fit", "same"));
}

#[test]
fn the_watch_is_kept_before_the_positions_and_what_is_told_before_what_is_not() {
    let kept = |all: Vec<(&str, Told)>| {
        let reading = read(all.into_iter().map(|(name, told)| (name.to_owned(), told)));
        assert_eq!((reading.runs.len(), reading.same.len()), (1, 1), "{reading:?}");
        reading.runs[0].run.origin.file.clone()
    };
    let of = |kind| told(kind, 0, 5000, 1800);
    assert_eq!(kept(vec![("b", of(FileKind::Gpx)), ("c", of(FileKind::Fit))]), "c");
    assert_eq!(kept(vec![("b", of(FileKind::Tcx)), ("c", told(FileKind::Tcx, 0, 5001, 1800))]), "c");
    assert_eq!(kept(vec![("b", of(FileKind::Tcx)), ("a", of(FileKind::Tcx))]), "a");
    let not_told = Told { sport: Sport::NotTold, ..of(FileKind::Fit) };
    assert_eq!(kept(vec![("a", not_told), ("b", of(FileKind::Gpx))]), "b");
}

#[test]
fn the_order_of_reading_and_reading_again_change_nothing() {
    let kinds = [FileKind::Fit, FileKind::Gpx, FileKind::StravaList];
    let one = (prop::sample::select(kinds.to_vec()), 0..40_i64, 1..4_u32, 1..4_u32);
    let one = one.prop_map(|(kind, quarters, km, thirds)| told(kind, quarters * 900, km * 2000, thirds * 1200));
    let all = proptest::collection::vec(one, 1..12)
        .prop_map(|all| (0..).zip(all).map(|(name, told): (u32, Told)| (name.to_string(), told)).collect::<Vec<_>>());
    let strategy = all.prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()));
    let config = Config { cases: 200, failure_persistence: None, ..Config::default() };
    random::runner(config)
        .run(&strategy, |(all, shuffled)| {
            let reading = read(all.clone());
            prop_assert_eq!(reading.count(), all.len());
            prop_assert_eq!(&read(shuffled), &reading);
            let again = read(all.iter().chain(&all).cloned());
            prop_assert_eq!(again.runs, reading.runs);
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_zone_of_this_computer_is_the_only_one_that_moves_a_day() {
    let mut far = settings();
    far.zone = TimeZone::get("Pacific/Auckland").unwrap();
    let mut reading = Reading::default();
    reading.take("a", Ok(vec![told(FileKind::Gpx, 6 * 3600, 5000, 1800)]), &far);
    assert_eq!(reading.runs[0].run.day, date(2026, 4, 11));
}
