//! When the pain began: a year, a month or a day, as the runner remembers it.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::plain_text::quoted;

/// When the pain began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Began {
    /// Only the year is known.
    Year(i16),
    /// Year and month are known.
    Month(i16, i8),
    /// The day is known.
    Day(Date),
}

impl Began {
    /// Whether even its earliest day lies after `on`.
    #[must_use]
    pub fn is_after(self, on: Date) -> bool {
        let first = match self {
            Self::Day(date) => Some(date),
            Self::Month(year, month) => Date::new(year, month, 1).ok(),
            Self::Year(year) => Date::new(year, 1, 1).ok(),
        };
        first.is_some_and(|first| first > on)
    }

    /// Whether `text` may become a date as somebody goes on typing: digits and dashes, each in its place.
    #[must_use]
    pub fn may_become(text: &str) -> bool {
        let is_in_place = |(at, letter): (usize, char)| match at {
            4 | 7 => letter == '-',
            _ => at < 10 && letter.is_ascii_digit(),
        };
        text.chars().enumerate().all(is_in_place)
    }

    /// How many days before `on` the pain began; for a month or year, counted from its middle (and never from the future).
    #[must_use]
    pub fn days_before(self, on: Date) -> i32 {
        let days_since = |date: Date| date.until(on).map_or(0, |span| span.get_days().max(0));
        let middle = |first: Option<Date>, last: Option<Date>| match (first, last) {
            (Some(first), Some(last)) => i32::midpoint(days_since(first), days_since(last)),
            _ => 0,
        };
        match self {
            Self::Day(date) => days_since(date),
            Self::Month(year, month) => {
                let first = Date::new(year, month, 1).ok();
                middle(first, first.map(Date::last_of_month))
            }
            Self::Year(year) => {
                let first = Date::new(year, 1, 1).ok();
                middle(first, first.map(Date::last_of_year))
            }
        }
    }
}

impl fmt::Display for Began {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

impl FromStr for Began {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || format!("\"{}\" is no date; write 2026, 2026-10 or 2026-10-03", quoted(text));
        let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        let year = |part: &str| part.parse().ok().filter(|year| (1900..=2200).contains(year) && digits(part, 4));
        match *text.split('-').collect::<Vec<_>>() {
            [y] => year(y).map(Self::Year).ok_or_else(fault),
            [y, m] => match (year(y), m.parse()) {
                (Some(year), Ok(month)) if digits(m, 2) && (1..=12).contains(&month) => Ok(Self::Month(year, month)),
                _ => Err(fault()),
            },
            [y, m, d] if digits(m, 2) && digits(d, 2) => year(y)
                .and_then(|year| Date::new(year, m.parse().ok()?, d.parse().ok()?).ok())
                .map(Self::Day)
                .ok_or_else(fault),
            _ => Err(fault()),
        }
    }
}

impl Serialize for Began {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Began {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn reads_year_month_and_day() {
        for text in ["2026", "2026-10", "2026-10-03"] {
            assert_eq!(text.parse::<Began>().unwrap().to_string(), text);
        }
        for text in ["", "26", "2026-13", "2026-02-30", "2026-1", "2026-10-3", "x", "2026-10-03-1"] {
            assert!(text.parse::<Began>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_date_is_too_late_when_even_its_first_day_is_to_come() {
        let on = date(2026, 11, 23);
        for (text, is_after) in [
            ("2026", false),
            ("2026-11", false),
            ("2026-11-23", false),
            ("2026-11-24", true),
            ("2026-12", true),
            ("2027", true),
        ] {
            assert_eq!(text.parse::<Began>().unwrap().is_after(on), is_after, "{text}");
        }
    }

    #[test]
    fn half_a_date_may_become_one_and_words_may_not() {
        for text in ["", "2", "2026", "2026-", "2026-1", "2026-10-0"] {
            assert!(Began::may_become(text), "{text}");
        }
        for text in ["last May", "2026-1-3", "20261", "2026-10-031"] {
            assert!(!Began::may_become(text), "{text}");
        }
    }

    #[test]
    fn a_month_counts_from_its_middle_and_never_from_the_future() {
        let on = date(2026, 11, 23);
        assert_eq!("2026-11-20".parse::<Began>().unwrap().days_before(on), 3);
        assert_eq!("2026-10".parse::<Began>().unwrap().days_before(on), 38);
        assert_eq!("2026-11".parse::<Began>().unwrap().days_before(on), 11);
        assert_eq!("2027".parse::<Began>().unwrap().days_before(on), 0);
    }
}
