//! Whether two files tell of one run, and which of them is kept.

use std::cmp::Ordering;

use super::run::{Recorded, Run, Sport};

/// Two that start within so many seconds are one.
const STARTS_S: i64 = 120;
/// A clock that is set wrong is wrong by a multiple of this, in seconds.
const QUARTER_S: i64 = 15 * 60;
/// And by no more than this, in seconds.
const CLOCKS_S: i64 = 14 * 3600;
/// A run lasts at most so much longer than its time in motion, in seconds: who forgot to stop the watch runs no more.
const PAUSES_S: u32 = 3600;
/// Times in motion of one run differ by no more than this, in seconds.
const MOVING_S: u32 = 10;

/// How two files agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// One run.
    Same,
    /// Perhaps one run: asked.
    Perhaps,
    Different,
}

impl Run {
    /// How long it lasts, in seconds.
    #[must_use]
    pub fn lasts_s(&self) -> u32 {
        let most = self.moving_s.map(|moving| moving.saturating_add(PAUSES_S));
        match (self.elapsed_s, most) {
            (Some(elapsed), Some(most)) => elapsed.min(most),
            (Some(elapsed), None) => elapsed,
            (None, _) => self.moving_s.unwrap_or(0),
        }
    }

    /// How it agrees with another one.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Likeness {
        let (Some(start), Some(other_start)) = (self.start, other.start) else {
            let is_alike = self.day == other.day && self.is_as_far(other, 5);
            return if is_alike { Likeness::Perhaps } else { Likeness::Different };
        };
        let (start, other_start) = (start.as_second(), other_start.as_second());
        let apart = (start - other_start).abs();
        if apart <= STARTS_S || self.overlaps_half(start, other, other_start) {
            Likeness::Same
        } else if is_clock_apart(apart) && self.is_as_far(other, 1) && self.moves_as_long(other) {
            Likeness::Perhaps
        } else {
            Likeness::Different
        }
    }

    /// Whether both go on at once for half of the shorter one.
    fn overlaps_half(&self, start: i64, other: &Self, other_start: i64) -> bool {
        let (lasts, other_lasts) = (i64::from(self.lasts_s()), i64::from(other.lasts_s()));
        let both = (start + lasts).min(other_start + other_lasts) - start.max(other_start);
        both > 0 && 2 * both >= lasts.min(other_lasts)
    }

    /// Whether the metres of both differ by no more than so many per cent of the longer one.
    fn is_as_far(&self, other: &Self, per_cent: u64) -> bool {
        let (less, more) = (self.distance_m.min(other.distance_m), self.distance_m.max(other.distance_m));
        u64::from(more - less) * 100 <= u64::from(more) * per_cent
    }

    fn moves_as_long(&self, other: &Self) -> bool {
        self.moving_s.zip(other.moving_s).is_some_and(|(one, two)| one.abs_diff(two) <= MOVING_S)
    }
}

/// Whether two times differ as by a clock in another zone.
fn is_clock_apart(seconds: i64) -> bool {
    seconds <= CLOCKS_S && seconds % QUARTER_S == 0
}

/// What of the two is kept comes first: what says that it is a run, then by the kind of file, the longer one, the name.
/// No two sessions of different files or places are equal, so that the order of reading does not matter.
#[must_use]
pub fn kept_first(one: &Recorded, two: &Recorded) -> Ordering {
    let key = |recorded: &Recorded| {
        let Run { origin, distance_m, start, day, .. } = &recorded.run;
        let is_told = recorded.sport == Sport::Run;
        (!is_told, origin.kind, u32::MAX - distance_m, origin.file.clone(), origin.item, *start, *day)
    };
    key(one).cmp(&key(two))
}
