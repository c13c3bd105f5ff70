//! What the pictures and their table tell: weeks and runs from twelve weeks before to eight after it began.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::super::read_model::ReadModel;
use crate::training::longest::Longest;
use crate::training::rulers::Rulers;

/// So many weeks after it began, where the list goes on.
const MOST_WEEKS_AFTER: i32 = 8;
/// A week in days.
const WEEK: i32 = 7;

/// A week of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PlottedWeek {
    /// Its last day.
    pub(super) to: Date,
    pub(super) distance_m: u32,
    /// Whether the list reaches back to its first day.
    pub(super) is_known: bool,
    /// Whether it lies after the day the pain began.
    pub(super) is_after: bool,
}

/// Weeks and runs of the same days.
pub(super) struct Plotted<'a> {
    /// The oldest first.
    pub(super) weeks: Vec<PlottedWeek>,
    /// The oldest first.
    pub(super) runs: &'a [Longest],
    /// The first day.
    pub(super) from: Date,
    /// How many days there are.
    pub(super) days: i32,
    /// How many days up to the one on which the pain began, with it.
    pub(super) until_began: i32,
}

impl<'a> Plotted<'a> {
    /// What the rulers were laid on.
    pub(super) fn of(rulers: &'a Rulers) -> Option<Self> {
        let from = rulers.weeks.last()?.week.from;
        let began = rulers.anchor.day;
        let last = rulers.outings.last().map_or(began, |longest| longest.outing.day);
        let before = rulers.weeks.iter().rev().map(|pair| PlottedWeek {
            to: pair.week.to,
            distance_m: pair.week.distance_m,
            is_known: pair.week.is_known && (rulers.goes_on() || pair.week.from <= last),
            is_after: false,
        });
        let after = (1..=MOST_WEEKS_AFTER).map_while(|week| {
            let to = began.checked_add((WEEK * week).days()).ok()?;
            let first = to.checked_sub((WEEK - 1).days()).ok()?;
            let runs = on(&rulers.outings, first, to);
            let distance_m = runs.iter().map(|longest| longest.outing.distance_m).fold(0, u32::saturating_add);
            (first <= last).then_some(PlottedWeek { to, distance_m, is_known: true, is_after: true })
        });
        let weeks: Vec<PlottedWeek> = before.chain(after).collect();
        let to = weeks.last()?.to;
        Some(Self {
            runs: on(&rulers.outings, from, to),
            days: between(from, to) + 1,
            until_began: between(from, began) + 1,
            weeks,
            from,
        })
    }

    /// How many days after the first one a day is.
    pub(super) fn day(&self, day: Date) -> i32 {
        between(self.from, day)
    }
}

/// Those of these days, both ends included.
fn on(outings: &[Longest], from: Date, to: Date) -> &[Longest] {
    let first = outings.partition_point(|longest| longest.outing.day < from);
    let end = outings.partition_point(|longest| longest.outing.day <= to);
    outings.get(first..end).unwrap_or_default()
}

fn between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// The distance up to which a run is no longer than by a tenth, in metres; none where no base is known.
pub(super) fn limit_m(longest: &Longest) -> Option<u32> {
    let base = longest.base.as_ref().filter(|_| longest.is_known)?;
    u32::try_from(u64::from(base.distance_m) * 11 / 10).ok()
}

/// The pain in the run of a day, as the diary tells it.
pub(super) fn pain_on(model: &ReadModel<'_>, day: Date) -> Option<u8> {
    model.check.diary.iter().find(|entry| entry.day == day)?.pain.during
}
