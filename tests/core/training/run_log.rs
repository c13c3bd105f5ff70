//! Promise: a run that is known is never lost or counted twice, what was left out stays left out, and what is kept of runs
//! reads back as it was.

use super::{BERLIN, at, day, on};
use jiff::tz::offset;
use kneenote::training::fault::Fault;
use kneenote::training::log_file::{LogError, read, write};
use kneenote::training::reading::{Asked, Reading};
use kneenote::training::run::{FileKind, Origin, Recorded, Run, Sport, ZoneSource};
use kneenote::training::run_log::{AskedAnswer, Counts, MOST_RUNS, RunLog};
use proptest::prelude::*;

fn recorded(run: Run, sport: Sport) -> Recorded {
    Recorded { run, sport, remarks: Vec::new() }
}

fn reading(runs: &[Run]) -> Reading {
    Reading { runs: runs.iter().map(|run| recorded(run.clone(), Sport::Run)).collect(), ..Reading::default() }
}

fn known(runs: &[Run]) -> RunLog {
    let mut log = RunLog::default();
    log.take_in(reading(runs));
    log
}

/// The same run as its watch and a service tell it.
fn twice() -> (Run, Run) {
    let fit = at("2026-04-12T06:00:00Z", BERLIN, 10_000, 3600);
    let gpx = Run {
        origin: Origin { file: "a.gpx".to_owned(), item: 1, kind: FileKind::Gpx },
        distance_m: 9_950,
        ..fit.clone()
    };
    (fit, gpx)
}

#[test]
fn reading_the_same_again_adds_nothing() {
    let runs = [on("2026-04-05", 12_000), at("2026-04-12T06:00:00Z", BERLIN, 18_000, 6000)];
    let mut log = known(&runs);
    let before = log.clone();
    let rest = log.take_in(reading(&runs[1..]));
    assert_eq!(log, before);
    assert_eq!(rest.same.len(), 1, "it is told twice");
}

#[test]
fn what_was_left_out_stays_left_out_also_when_a_better_file_of_it_comes() {
    let (fit, gpx) = twice();
    let mut log = known(&[gpx]);
    log.set(0, Counts::LeftOut);
    log.take_in(reading(std::slice::from_ref(&fit)));
    assert_eq!(log.all().len(), 1);
    assert_eq!((&log.all()[0].run, log.all()[0].counts), (&fit, Counts::LeftOut));
    assert!(log.counting().is_empty());
    log.set(0, Counts::Yes);
    assert_eq!(log.counting(), [fit]);
}

#[test]
fn what_is_asked_counts_once_it_was_answered_and_not_before() {
    let unknown = at("2026-04-12T06:00:00Z", BERLIN, 10_000, 3600);
    let fast = at("2026-04-14T06:00:00Z", BERLIN, 30_000, 3600);
    let open = Reading {
        asked: vec![Asked::Sport(recorded(unknown.clone(), Sport::NotTold)), Asked::Speed(recorded(fast, Sport::Run))],
        ..Reading::default()
    };
    let mut log = known(&[on("2026-04-20", 5_000)]);
    let open = log.take_in(open);
    assert_eq!((log.all().len(), open.asked.len()), (1, 2));
    let open = log.answer(open, AskedAnswer::SportIsRun);
    assert_eq!(log.counting()[0], unknown, "by day");
    let open = log.answer(open, AskedAnswer::SpeedIsOther);
    assert_eq!((log.all().len(), open.asked.len(), open.others.len()), (2, 0, 1));
}

#[test]
fn what_is_typed_stands_at_its_day_and_has_a_number_of_its_own() {
    let mut log = known(&[on("2026-04-05", 12_000), on("2026-04-20", 5_000)]);
    log.add(day("2026-04-12"), 8_000, Some(3));
    log.add(day("2026-04-12"), 8_000, None);
    let typed: Vec<_> = log.all().iter().filter(|logged| logged.run.origin.kind == FileKind::ByHand).collect();
    assert_eq!(typed.iter().map(|logged| logged.run.origin.item).collect::<Vec<_>>(), [1, 2]);
    assert!(log.all().is_sorted_by_key(|logged| logged.run.day));
}

#[test]
fn of_too_many_runs_the_newest_are_kept_and_the_others_are_named() {
    let first = day("1990-01-01");
    let nth = |nth: usize| {
        let day = first.checked_add(jiff::ToSpan::days(i64::try_from(nth).unwrap())).unwrap();
        on(&day.to_string(), 5_000)
    };
    let runs: Vec<Run> = (0..MOST_RUNS + 2).map(nth).collect();
    let mut log = RunLog::default();
    let rest = log.take_in(reading(&runs));
    assert_eq!(log.all().len(), MOST_RUNS);
    assert_eq!(log.all().last().unwrap().run, runs[MOST_RUNS + 1]);
    assert_eq!(rest.refused.iter().map(|refused| &refused.fault).collect::<Vec<_>>(), [&Fault::ManyRuns; 2]);
}

#[test]
fn a_newer_log_is_told_apart_from_a_broken_one() {
    assert_eq!(read("(version: 2, moons: [])"), Err(LogError::Newer(2)));
    for broken in ["", "(", "(version: 1)", "(version: 1, runs: [(day: \"x\")])"] {
        assert!(matches!(read(broken), Err(LogError::Broken(_))), "{broken}");
    }
    let impossible = write(&known(&[on("2026-04-05", 12_000)])).replace("m:12000", "m:400000");
    assert!(matches!(read(&impossible), Err(LogError::Broken(_))), "{impossible}");
}

#[test]
fn no_place_no_name_and_no_pulse_is_kept() {
    let text = write(&known(&[twice().0]));
    let row = "(day:\"2026-04-12\",m:10000,start:Some(\"2026-04-12T06:00:00Z\"),zone:Written(7200),moving_s:Some(3600),\
               elapsed_s:Some(3600),felt:None,kind:Fit,item:1,file:\"2026-04-12T06:00:00Z.fit\",counts:Yes),";
    assert_eq!(text, format!("(\n    version: 1,\n    runs: [\n        {row}\n    ],\n)\n"));
}

fn any_run() -> impl Strategy<Value = Run> {
    let zone = prop_oneof![
        Just(ZoneSource::DayOnly),
        (-12..=14_i8).prop_map(|hours| ZoneSource::Written(offset(hours))),
        (-12..=14_i8).prop_map(|hours| ZoneSource::Watch(offset(hours))),
        (-12..=14_i8).prop_map(|hours| ZoneSource::Computer(offset(hours))),
    ];
    let times = (prop::option::of(0..=172_800_u32), prop::option::of(any::<u32>()), prop::option::of(0..=10_u8));
    (0..2000_i32, 100..=300_000_u32, zone, times, "[ -~\u{e4}\u{1f600}]{0,12}", 1..9_u32).prop_map(
        |(nth, distance_m, zone, (moving_s, elapsed_s, felt), file, item)| Run {
            zone,
            moving_s,
            elapsed_s,
            felt,
            origin: Origin { file, item, kind: FileKind::Tcx },
            ..on(&day("2020-01-01").checked_add(jiff::ToSpan::days(nth)).unwrap().to_string(), distance_m)
        },
    )
}

proptest! {
    #[test]
    fn what_is_kept_reads_back_as_it_was(runs in prop::collection::vec(any_run(), 0..20)) {
        let log = known(&runs);
        let text = write(&log);
        prop_assert_eq!(read(&text).unwrap(), log);
    }

    #[test]
    fn no_reading_takes_a_run_away(first in prop::collection::vec(any_run(), 0..12), then in prop::collection::vec(any_run(), 0..12)) {
        let mut log = known(&first);
        let days: Vec<_> = log.all().iter().map(|logged| logged.run.day).collect();
        log.take_in(reading(&then));
        let now: Vec<_> = log.all().iter().map(|logged| logged.run.day).collect();
        prop_assert!(days.iter().all(|day| now.contains(day)), "{days:?} {now:?}");
        prop_assert!(now.is_sorted());
    }
}
