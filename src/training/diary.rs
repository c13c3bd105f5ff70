//! Runs and the diary together: of which runs something is still to be told, and how long the next one may be.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::days;
use super::light::{Column, Verdict, Wanted, light};
use super::longest::{DAYS_BACK, ceiling_m};
use super::outing::Outings;
use super::run::{FileKind, Origin, Run, ZoneSource};
use crate::check::diary::{DiaryEntry, NOTHING_TOLD};
use crate::knowledge::advice::LightColour;

/// On so many days after a run it is asked how the knee was (judgement: what was felt is soon forgotten).
const DAYS_ASKED: i32 = 3;

/// No run before this day says anything of the diary or of the next run on `today`.
#[must_use]
pub fn looked_back_to(today: Date) -> Date {
    days::before(today, DAYS_BACK)
}

/// A run of the last days of which something can be told today that may change its light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedRun {
    pub day: Date,
    /// Metres of that day; none where nobody told.
    pub run_m: Option<u32>,
    /// What is to be told; how the next morning was is asked from the day after on.
    pub wants: Vec<Wanted>,
}

/// The runs of the last days that are to be told of, the newest first, from the diary and from the runs that count.
#[must_use]
pub fn asked(diary: &[DiaryEntry], runs: &[Run], column: Column, today: Date) -> Vec<AskedRun> {
    let asked = days_with_runs(diary, runs, today).into_iter().rev().filter_map(|(day, run_m)| {
        let pain = entry_of(diary, day).map_or(NOTHING_TOLD, |entry| entry.pain);
        let Verdict::Open { mut wants, .. } = light(pain, column) else { return None };
        wants.retain(|wanted| *wanted != Wanted::Morning || day < today);
        (!wants.is_empty()).then_some(AskedRun { day, run_m, wants })
    });
    asked.collect()
}

/// Whether a day is one of those that are asked about.
#[must_use]
pub fn is_asked_about(day: Date, today: Date) -> bool {
    (days::before(today, DAYS_ASKED)..=today).contains(&day)
}

/// The entry of a day.
#[must_use]
pub fn entry_of(diary: &[DiaryEntry], day: Date) -> Option<&DiaryEntry> {
    diary.iter().find(|entry| entry.day == day)
}

/// Metres of the runs of a day that count; none without one.
#[must_use]
pub fn run_m_on(runs: &[Run], day: Date) -> Option<u32> {
    let of_day = runs.iter().filter(|run| run.day == day).map(|run| run.distance_m);
    of_day.reduce(u32::saturating_add)
}

/// The last days with a run, and how far it was: what the diary says comes first.
fn days_with_runs(diary: &[DiaryEntry], runs: &[Run], today: Date) -> BTreeMap<Date, Option<u32>> {
    let of_runs = runs.iter().map(|run| run.day);
    let all: BTreeSet<Date> = of_runs.chain(diary.iter().map(|entry| entry.day)).collect();
    let run_m = |day| entry_of(diary, day).and_then(|entry| entry.run_m).or_else(|| run_m_on(runs, day));
    all.into_iter().filter(|day| is_asked_about(*day, today)).map(|day| (day, run_m(day))).collect()
}

/// How long the next outing on `day` may be, in metres: by the outings whose day has a green light in the diary. Of days
/// without a run that counts, the diary's own distance is taken.
#[must_use]
pub fn next_longest_m(runs: &[Run], diary: &[DiaryEntry], column: Column, day: Date) -> Option<u32> {
    let is_green = |entry: &&DiaryEntry| light(entry.pain, column) == Verdict::Final(LightColour::Green);
    let green: BTreeSet<Date> = diary.iter().filter(is_green).map(|entry| entry.day).collect();
    let in_diary_alone = diary.iter().filter(|entry| run_m_on(runs, entry.day).is_none()).filter_map(told_run);
    let all: Vec<Run> = runs.iter().cloned().chain(in_diary_alone).collect();
    ceiling_m(&Outings::of(&all), day, |outing| green.contains(&outing.day))
}

/// The run of a day as the diary alone tells it.
fn told_run(entry: &DiaryEntry) -> Option<Run> {
    Some(Run {
        start: None,
        day: entry.day,
        zone: ZoneSource::DayOnly,
        distance_m: entry.run_m?,
        moving_s: None,
        elapsed_s: None,
        origin: Origin { file: String::new(), item: 0, kind: FileKind::ByHand },
        felt: None,
    })
}
