//! Days counted back and forth; past the ends of the calendar they stay at its end.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// The day so many days before `day`.
pub(super) fn before(day: Date, days: i32) -> Date {
    day.saturating_sub(days.days())
}

/// The day so many days after `day`.
pub(super) fn after(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// How many days lie between two: 1 from one day to the next, less than 0 where `to` comes first.
pub(super) fn between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
