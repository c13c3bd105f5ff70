//! Both rulers on the days before the pain began, with all that they were laid on: screen, page and `--runs` print this.

use jiff::civil::Date;

use super::days;
use super::longest::{Band, Longest};
use super::outing::Outings;
use super::weeks::{Break, WEEKS, WeekOnWeek, break_before, usual_week_km, weeks};
use crate::check::began::Began;

/// A run stands out of the last two weeks before the pain began (judgement).
const STANDS_OUT_DAYS: i32 = 13;

/// The day from which everything is counted back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day the pain began, or the first of its month.
    pub day: Date,
    /// The day the pain began, or the last of its month.
    pub last: Date,
}

impl Anchor {
    /// The anchor of what the runner told; a year alone has none.
    #[must_use]
    pub fn of(began: Began) -> Option<Self> {
        match began {
            Began::Day(day) => Some(Self { day, last: day }),
            Began::Month(year, month) => {
                let day = Date::new(year, month, 1).ok()?;
                Some(Self { day, last: day.last_of_month() })
            }
            Began::Year(_) => None,
        }
    }

    /// Whether the day is known, and not only its month.
    #[must_use]
    pub fn is_day(self) -> bool {
        self.day == self.last
    }
}

/// What the runs say of the time before the pain began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rulers {
    pub anchor: Anchor,
    /// Each outing from 90 days before the anchor on, also those after it, the oldest first.
    pub outings: Vec<Longest>,
    /// The weeks 0 to 12, the newest first.
    pub weeks: Vec<WeekOnWeek>,
    /// Whole km.
    pub usual_week_km: Option<u32>,
    /// The outing that stands out; see [`Rulers::of`].
    pub stands_out: Option<Longest>,
    pub came_back: Option<Break>,
}

impl Rulers {
    /// Lays both rulers. The outing that stands out is, of those from 13 days before the anchor to its last day, the one
    /// that is longest by its base; where none is over 10 per cent longer, the longest one. Of two equals, the later
    /// one.
    #[must_use]
    pub fn of(outings: &Outings, anchor: Anchor) -> Self {
        let since = days::before(anchor.day, 7 * WEEKS - 1);
        let outings_since: Vec<Longest> =
            outings.on(since..=Date::MAX).iter().map(|outing| Longest::of(outings, outing)).collect();
        let weeks = weeks(outings, anchor.day);
        Self {
            anchor,
            stands_out: stands_out(around(&outings_since, anchor)).cloned(),
            outings: outings_since,
            usual_week_km: usual_week_km(&weeks),
            weeks,
            came_back: break_before(outings, anchor.day),
        }
    }

    /// Whether the list goes on to the two weeks before the anchor. Of one that ends before, nobody knows whether nothing was
    /// run or nothing written down.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        let near = days::before(self.anchor.day, STANDS_OUT_DAYS);
        self.outings.last().is_some_and(|longest| longest.outing.day >= near)
    }

    /// The outings of which one can stand out, the oldest first.
    pub fn around(&self) -> impl Iterator<Item = &Longest> {
        around(&self.outings, self.anchor)
    }
}

fn around(outings: &[Longest], anchor: Anchor) -> impl Iterator<Item = &Longest> {
    let days = days::before(anchor.day, STANDS_OUT_DAYS)..=anchor.last;
    outings.iter().filter(move |longest| days.contains(&longest.outing.day))
}

fn stands_out<'a>(around: impl Iterator<Item = &'a Longest>) -> Option<&'a Longest> {
    let around: Vec<&Longest> = around.collect();
    let jumps = around.iter().copied().filter(|longest| longest.band() > Some(Band::AtMost10));
    let metres = |longest: &Longest| u64::from(longest.outing.distance_m);
    let base = |longest: &Longest| longest.base.as_ref().map_or(0, |base| u64::from(base.distance_m));
    // The larger quotient, by whole metres.
    let largest = jumps.max_by(|one, other| (metres(one) * base(other)).cmp(&(metres(other) * base(one))));
    largest.or_else(|| around.iter().copied().max_by_key(|longest| longest.outing.distance_m))
}
