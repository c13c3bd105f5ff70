//! Promise: what the runs say is worked out in whole metres and whole days, the same in whatever order they were read, and
//! no more is said than the list reaches back for.

mod back_to_running;
mod diary;
mod light;
mod longest;
mod outing;
mod proposals;
mod run_log;
mod stands_out;
mod weeks;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, offset};
use kneenote::training::outing::Outings;
use kneenote::training::run::{FileKind, Origin, Run, ZoneSource};
use proptest::prelude::*;

/// Berlin in summer.
const BERLIN: Offset = offset(2);
/// New York in summer.
const NEW_YORK: Offset = offset(-4);

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A run of which only the day was told.
fn on(day: &str, distance_m: u32) -> Run {
    Run {
        start: None,
        day: day.parse().unwrap(),
        zone: ZoneSource::DayOnly,
        distance_m,
        moving_s: None,
        elapsed_s: None,
        origin: Origin { file: format!("{day}.csv"), item: 1, kind: FileKind::PlainList },
        felt: None,
    }
}

/// A run with its start, in motion all the time, where clocks are so far from UTC.
fn at(start: &str, place: Offset, distance_m: u32, seconds: u32) -> Run {
    let start: Timestamp = start.parse().unwrap();
    Run {
        start: Some(start),
        day: place.to_datetime(start).date(),
        zone: ZoneSource::Written(place),
        distance_m,
        moving_s: Some(seconds),
        elapsed_s: Some(seconds),
        origin: Origin { file: format!("{start}.fit"), item: 1, kind: FileKind::Fit },
        felt: None,
    }
}

/// The outings of runs of which only the days were told.
fn outings(runs: &[(&str, u32)]) -> Outings {
    Outings::of(&runs.iter().map(|(day, metres)| on(day, *metres)).collect::<Vec<_>>())
}

/// What a runner's watch wrote in June 2013, where clocks were an hour ahead of UTC: start, metres, seconds in motion, and
/// seconds to the end.
const JUNE_2013: [(&str, u32, u32, u32); 7] = [
    ("2013-06-08T08:04:42Z", 5_048, 1186, 1185),
    ("2013-06-14T08:57:23Z", 2_207, 588, 588),
    ("2013-06-14T09:09:11Z", 10_014, 2425, 2425),
    ("2013-06-14T09:52:52Z", 908, 318, 317),
    ("2013-06-15T07:40:05Z", 2_507, 644, 644),
    ("2013-06-15T08:06:38Z", 5_014, 1125, 1125),
    ("2013-06-16T11:44:14Z", 18_697, 4563, 4563),
];

fn june_2013() -> Vec<Run> {
    let run =
        |(start, metres, moving, elapsed)| Run { elapsed_s: Some(elapsed), ..at(start, offset(1), metres, moving) };
    JUNE_2013.map(run).to_vec()
}

prop_compose! {
    /// A run of the spring of 2026, with or without a time of day.
    fn any_run()(
        days in 0_i64..60,
        second in prop::option::of(0_i64..86_400),
        distance_m in 100_u32..30_000,
        moving in prop::option::of(60_u32..9_000),
        elapsed in prop::option::of(60_u32..90_000),
        item in 1_u32..1_000_000,
    ) -> Run {
        let midnight: Timestamp = "2026-03-01T00:00:00Z".parse().unwrap();
        let start = midnight + jiff::SignedDuration::from_secs(days * 86_400 + second.unwrap_or_default());
        Run {
            start: second.map(|_| start),
            day: Offset::UTC.to_datetime(start).date(),
            zone: second.map_or(ZoneSource::DayOnly, |_| ZoneSource::Written(Offset::UTC)),
            distance_m,
            moving_s: moving,
            elapsed_s: elapsed,
            origin: Origin { file: "runs.csv".to_owned(), item, kind: FileKind::PlainList },
            felt: None,
        }
    }
}

fn any_runs() -> impl Strategy<Value = Vec<Run>> {
    prop::collection::vec(any_run(), 0..40)
}
