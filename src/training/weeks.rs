//! The second ruler: week against the week before, counted back from the day the pain began; the usual week; a break.

use jiff::civil::Date;

use super::days;
use super::longest::thousandths;
use super::outing::Outings;

/// Week 0, which ends on the day the pain began, and the twelve before it: 91 days.
pub const WEEKS: i32 = 13;

/// The weeks of which the usual one is worked out: the six before the week in which it began (judgement).
const USUAL: std::ops::RangeInclusive<i32> = 1..=6;

/// The fewest weeks that say what is usual (judgement).
const FEWEST_KNOWN: usize = 3;

/// So many days from one run to the next are a break: three weeks (judgement).
const BREAK_DAYS: i32 = 21;

/// A break counts that ended at most so many days before the pain began: six weeks (judgement).
const BREAK_ENDED_DAYS: i32 = 42;

/// How much farther than in the week before. A large study found no link of it with injury (Br J Sports Med 2025;59:1203),
/// one of new runners may have for over 30 per cent (JOSPT 2014;44:739, P = .07).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WeekBand {
    /// At most 10 per cent, or less far.
    AtMost10,
    /// Over 10 and at most 30 per cent.
    From10To30,
    /// Over 30 per cent.
    Over30,
}

impl WeekBand {
    /// The band of whole metres against those of the week before; none against 0.
    #[must_use]
    pub fn of(distance_m: u32, before_m: u32) -> Option<Self> {
        let (metres, before) = (u64::from(distance_m), u64::from(before_m));
        (before > 0).then_some(match 100 * metres {
            hundredfold if hundredfold <= 110 * before => Self::AtMost10,
            hundredfold if hundredfold <= 130 * before => Self::From10To30,
            _ => Self::Over30,
        })
    }
}

/// Seven days, and how far they went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// 0 ends on the day the pain began, 1 is the one before.
    pub number: i32,
    pub from: Date,
    pub to: Date,
    /// Metres of all its outings.
    pub distance_m: u32,
    /// Whether the list reaches back to its first day.
    pub is_known: bool,
}

/// A week against the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekOnWeek {
    pub week: Week,
    pub before: Week,
}

impl WeekOnWeek {
    /// The band by the list as it is, whether it reaches back or not; none where the week before is empty.
    #[must_use]
    pub fn band(&self) -> Option<WeekBand> {
        WeekBand::of(self.week.distance_m, self.before.distance_m)
    }

    /// The band that may be told and proposed: none where the list does not reach back to the week before.
    #[must_use]
    pub fn told_band(&self) -> Option<WeekBand> {
        self.band().filter(|_| self.before.is_known)
    }

    /// The week by the one before in thousandths, rounded, halves up.
    #[must_use]
    pub fn ratio_thousandths(&self) -> Option<u64> {
        thousandths(self.week.distance_m, self.before.distance_m)
    }
}

/// Time without a run that ended before the pain began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Break {
    /// The day of the last run before it.
    pub last: Date,
    /// The day of the first run after it.
    pub back: Date,
}

impl Break {
    /// Days from the last run to the next one.
    #[must_use]
    pub fn days(&self) -> i32 {
        days::between(self.last, self.back)
    }
}

/// The weeks 0 to 12 before `anchor`, the newest first, each against the one before it.
#[must_use]
pub fn weeks(outings: &Outings, anchor: Date) -> Vec<WeekOnWeek> {
    let pair = |number| WeekOnWeek { week: week(outings, anchor, number), before: week(outings, anchor, number + 1) };
    (0..WEEKS).map(pair).collect()
}

/// Week `number`: from `anchor - 7 number - 6` to `anchor - 7 number`.
fn week(outings: &Outings, anchor: Date, number: i32) -> Week {
    let to = days::before(anchor, 7 * number);
    let from = days::before(to, 6);
    let distances = outings.on(from..=to).iter().map(|outing| outing.distance_m);
    Week { number, from, to, distance_m: distances.fold(0, u32::saturating_add), is_known: outings.reach(from) }
}

/// The usual week in whole km, halves up: the median of the known ones of the weeks 1 to 6. None where fewer than three
/// are known, or it is 0.
#[must_use]
pub fn usual_week_km(weeks: &[WeekOnWeek]) -> Option<u32> {
    let counting = weeks.iter().map(|pair| pair.week).filter(|week| week.is_known && USUAL.contains(&week.number));
    let mut metres: Vec<u64> = counting.map(|week| u64::from(week.distance_m)).collect();
    if metres.len() < FEWEST_KNOWN {
        return None;
    }
    metres.sort_unstable();
    // Those in the middle: one twice, or two.
    let twice = metres.get((metres.len() - 1) / 2)? + metres.get(metres.len() / 2)?;
    u32::try_from((twice + 1000) / 2000).ok().filter(|km| *km > 0)
}

/// The longest time of 21 days or more from one run to the next that ended in the six weeks before `anchor` or on it, the
/// later one of two equals. Before the first run of the list nobody knows.
#[must_use]
pub fn break_before(outings: &Outings, anchor: Date) -> Option<Break> {
    let ended = days::before(anchor, BREAK_ENDED_DAYS)..=anchor;
    let pairs = outings.all().iter().zip(outings.all().iter().skip(1));
    let breaks = pairs.map(|(last, back)| Break { last: last.day, back: back.day });
    breaks.filter(|time| ended.contains(&time.back) && time.days() >= BREAK_DAYS).max_by_key(Break::days)
}
