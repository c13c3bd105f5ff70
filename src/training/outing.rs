//! Outings: runs that follow each other closely are one load for the knee, however often the watch was stopped.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::run::{Origin, Run};

/// The longest break within an outing, from the end of a run to the next start (judgement: runs of a real log that were
/// one way out lie 2 to 16 minutes apart, others over an hour).
const BREAK: SignedDuration = SignedDuration::from_mins(20);

/// Runs that are one load, in the order in which they were run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outing {
    /// The day of its first run, where the runner was.
    pub day: Date,
    /// When its first run began; none where only a day was told.
    pub start: Option<Timestamp>,
    /// Metres of all its runs.
    pub distance_m: u32,
    /// Where its runs were read, at least one.
    pub runs: Vec<Origin>,
}

/// All outings of a list of runs, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outings(Vec<Outing>);

impl Outings {
    /// Joins runs to outings: a run goes on with the one before that began at most 20 minutes after that ended. Runs
    /// without a time of day stay single. The order of the runs changes nothing.
    #[must_use]
    pub fn of(runs: &[Run]) -> Self {
        let (mut timed, mut outings) = (Vec::new(), Vec::new());
        for run in runs {
            match run.start {
                Some(start) => timed.push((start, run)),
                None => outings.push(Outing::of(run)),
            }
        }
        timed.sort_by_key(|(start, run)| (*start, &run.origin, run.distance_m));
        let mut open: Option<(Outing, Timestamp)> = None;
        for (start, run) in timed {
            let end = ended(start, run);
            open = match open {
                Some((mut outing, last_end)) if start.duration_since(last_end) <= BREAK => {
                    outing.add(run);
                    Some((outing, last_end.max(end)))
                }
                before => {
                    outings.extend(before.map(|(outing, _)| outing));
                    Some((Outing::of(run), end))
                }
            };
        }
        outings.extend(open.map(|(outing, _)| outing));
        outings.sort_by(|one, other| {
            let place = |outing: &Outing| (outing.day, outing.start, outing.distance_m);
            place(one).cmp(&place(other)).then_with(|| one.runs.cmp(&other.runs))
        });
        Self(outings)
    }

    /// All of them, the oldest first.
    #[must_use]
    pub fn all(&self) -> &[Outing] {
        &self.0
    }

    /// The outings of these days, both ends included, the oldest first.
    #[must_use]
    pub fn on(&self, days: RangeInclusive<Date>) -> &[Outing] {
        let from = self.0.partition_point(|outing| outing.day < *days.start());
        let to = self.0.partition_point(|outing| outing.day <= *days.end());
        self.0.get(from..to).unwrap_or_default()
    }

    /// The first day of the list; none where it is empty.
    #[must_use]
    pub fn first_day(&self) -> Option<Date> {
        self.0.first().map(|outing| outing.day)
    }

    /// Whether the list begins on this day or before, so that days without a run from then on were days without one.
    #[must_use]
    pub fn reach(&self, day: Date) -> bool {
        self.first_day().is_some_and(|first| first <= day)
    }
}

impl Outing {
    fn of(run: &Run) -> Self {
        Self { day: run.day, start: run.start, distance_m: run.distance_m, runs: vec![run.origin.clone()] }
    }

    fn add(&mut self, run: &Run) {
        self.distance_m = self.distance_m.saturating_add(run.distance_m);
        self.runs.push(run.origin.clone());
    }
}

/// When a run that began at `start` ended, as [`Run::lasts_s`] says.
#[must_use]
pub fn ended(start: Timestamp, run: &Run) -> Timestamp {
    start.saturating_add(SignedDuration::from_secs(i64::from(run.lasts_s()))).unwrap_or(start)
}
