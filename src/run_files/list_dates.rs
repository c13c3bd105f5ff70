//! Days and times as people and services write them in lists.

use jiff::civil::{Date, DateTime, Time};

use super::list_words::ListWords;
use crate::training::list_answers::DateOrder;

/// The parts of a date: its numbers, its words, and whether points stand between.
struct Parts {
    numbers: Vec<i64>,
    words: Vec<String>,
    has_points: bool,
}

impl Parts {
    fn of(text: &str) -> Self {
        let is_number = |part: &&str| part.chars().all(|c| c.is_ascii_digit());
        let of_kind = |is_digit: bool| {
            text.split(move |c: char| if is_digit { !c.is_ascii_digit() } else { !c.is_alphabetic() })
                .filter(|part| !part.is_empty())
        };
        let numbers = of_kind(true).filter(is_number).filter_map(|part| part.parse().ok()).take(7).collect();
        let day = text.split_whitespace().next().unwrap_or_default();
        Self { numbers, words: of_kind(false).map(str::to_lowercase).collect(), has_points: day.contains('.') }
    }

    /// Whether day and month could each be the other.
    fn is_open(&self, words: &ListWords) -> bool {
        let is_word = self.words.iter().any(|word| words.month(word).is_some());
        !is_word && !self.has_points && matches!(self.numbers.as_slice(), [first, ..] if *first < 1000)
    }
}

/// Which comes first in a column: by what cannot be a month; none where every date could be either.
#[must_use]
pub(super) fn order<'a>(column: impl Iterator<Item = &'a str>, words: &ListWords) -> Option<DateOrder> {
    let mut order = Some(DateOrder::DayFirst); // of a column in which no date is open
    for parts in column.map(Parts::of).filter(|parts| parts.is_open(words)) {
        match parts.numbers.as_slice() {
            [first, ..] if *first > 12 => return Some(DateOrder::DayFirst),
            [_, second, ..] if *second > 12 => return Some(DateOrder::MonthFirst),
            _ => order = None,
        }
    }
    order
}

/// Whether the order of a column matters to this date.
#[must_use]
pub(super) fn is_open(text: &str, words: &ListWords) -> bool {
    Parts::of(text).is_open(words)
}

/// A day, with the time where one is told; none where it is no date.
#[must_use]
pub(super) fn read(text: &str, order: DateOrder, words: &ListWords) -> Option<DateTime> {
    let parts = Parts::of(text);
    let month = parts.words.iter().find_map(|word| words.month(word));
    let (year, month, day, clock) = match (month, parts.numbers.as_slice()) {
        (Some(month), [day, year, clock @ ..]) => (*year, i64::from(month), *day, clock),
        (None, [year, month, day, clock @ ..]) if *year >= 1000 => (*year, *month, *day, clock),
        (None, [first, second, year, clock @ ..]) if parts.has_points || order == DateOrder::DayFirst => {
            (*year, *second, *first, clock)
        }
        (None, [first, second, year, clock @ ..]) => (*year, *first, *second, clock),
        _ => return None,
    };
    let year = if year < 100 { year + 2000 } else { year };
    let day = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(day.to_datetime(time(clock, &parts.words)?))
}

fn time(clock: &[i64], words: &[String]) -> Option<Time> {
    let says = |half: &str| words.iter().any(|word| word == half);
    let part = |at: usize| clock.get(at).copied().unwrap_or(0);
    let hour = match part(0) {
        12 if says("am") => 0,
        hour if says("pm") && hour < 12 => hour + 12,
        hour => hour,
    };
    let small = |number: i64| i8::try_from(number).ok();
    Time::new(small(hour)?, small(part(1))?, small(part(2))?, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> &'static ListWords {
        ListWords::embedded().unwrap()
    }

    #[test]
    fn dates_are_read_as_they_are_written() {
        for (text, read_as) in [
            ("Mar 29, 2026, 12:40:00 AM", "2026-03-29T00:40:00"),
            ("Apr 5, 2026, 4:30:00 PM", "2026-04-05T16:30:00"),
            ("Apr 5, 2026, 12:30:00 PM", "2026-04-05T12:30:00"),
            ("05.04.2026, 07:00:09", "2026-04-05T07:00:09"),
            ("5 avr. 2026 à 07:00:09", "2026-04-05T07:00:09"),
            ("5 abr 2026 7:00:09", "2026-04-05T07:00:09"),
            ("2026-04-05 07:00:09", "2026-04-05T07:00:09"),
            ("2026-04-05T07:00:09.5Z", "2026-04-05T07:00:09"),
            ("5.4.2026", "2026-04-05T00:00:00"),
            ("5/4/2026", "2026-04-05T00:00:00"),
            ("5/4/26", "2026-04-05T00:00:00"),
        ] {
            let read = read(text, DateOrder::DayFirst, words()).map(|at| at.to_string());
            assert_eq!(read.as_deref(), Some(read_as), "{text}");
        }
        assert_eq!(read("4/5/2026", DateOrder::MonthFirst, words()).unwrap().date(), jiff::civil::date(2026, 4, 5));
        for text in ["", "yesterday", "2026-02-29", "Feb 30, 2026", "2026-04", "99999999999999999999-1-1"] {
            assert_eq!(read(text, DateOrder::DayFirst, words()), None, "{text}");
        }
    }

    #[test]
    fn the_order_is_that_of_the_whole_column() {
        let of = |column: &[&str]| order(column.iter().copied(), words());
        assert_eq!(of(&["5/4/2026", "13/4/2026"]), Some(DateOrder::DayFirst));
        assert_eq!(of(&["4/5/2026", "4/13/2026"]), Some(DateOrder::MonthFirst));
        assert_eq!(of(&["4/5/2026", "4/6/2026"]), None);
        assert_eq!(of(&["2026-04-05", "4.5.2026", "May 4, 2026"]), Some(DateOrder::DayFirst));
    }
}
