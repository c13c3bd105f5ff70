//! A day as people type it: "12 April", "Apr 12", "2027-04-12"; of a race "6 weeks" too.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// The months; so many letters of one tell it apart.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const LETTERS: usize = 3;
/// From one 29 February to the next there are at most so many years.
const LEAP: i16 = 8;
/// No day that is typed is before this year.
const FIRST_YEAR: i16 = 2000;
/// A race is not further ahead than this, in weeks.
const MOST_WEEKS: i32 = 200;

/// The day so many weeks after `today`; `None` past the end of the calendar.
#[must_use]
pub fn weeks_ahead(today: Date, weeks: i32) -> Option<Date> {
    today.checked_add(weeks.weeks()).ok()
}

/// Reads a day from `today` on; without a year it is the next such day. Two numbers are no day: nobody knows which of
/// them is the month.
#[must_use]
pub fn read(text: &str, today: Date) -> Option<Date> {
    let text = text.trim().to_lowercase();
    let next = |day: i8, month| {
        // 29 February is the next one that there is.
        (0..=LEAP).filter_map(|ahead| Date::new(today.year() + ahead, month, day).ok()).find(|day| *day >= today)
    };
    let day = text.parse().ok().or_else(|| in_weeks(&text, today)).or_else(|| day_and_month(&text, next))?;
    (day >= today && Some(day) <= weeks_ahead(today, MOST_WEEKS)).then_some(day)
}

/// Reads a day up to `today`; without a year it is the last such day.
#[must_use]
pub fn read_past(text: &str, today: Date) -> Option<Date> {
    let text = text.trim().to_lowercase();
    let last = |day: i8, month| {
        (0..=LEAP).filter_map(|back| Date::new(today.year() - back, month, day).ok()).find(|day| *day <= today)
    };
    let day: Date = text.parse().ok().or_else(|| day_and_month(&text, last))?;
    (day <= today && day.year() >= FIRST_YEAR).then_some(day)
}

/// "6 weeks", "in 6 weeks", "6w".
fn in_weeks(text: &str, today: Date) -> Option<Date> {
    let text = text.strip_prefix("in ").unwrap_or(text);
    let end = text.find(|letter: char| !letter.is_ascii_digit())?;
    let (count, unit) = text.split_at(end);
    let weeks: i32 = count.parse().ok().filter(|weeks| *weeks <= MOST_WEEKS)?;
    if matches!(unit.trim(), "w" | "week" | "weeks") { weeks_ahead(today, weeks) } else { None }
}

/// "12 April", "April 12th", "12 Apr 2027"; `of_no_year` says which day is meant where no year is told.
fn day_and_month(text: &str, of_no_year: impl Fn(i8, i8) -> Option<Date>) -> Option<Date> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let (mut day, mut month, mut year) = (None, None, None);
    for word in words {
        let digits = word.trim_end_matches(|letter: char| letter.is_alphabetic());
        let place = match digits.len() {
            0 if month.is_none() => {
                month = Some(month_named(word)?);
                continue;
            }
            1 | 2 => &mut day,
            4 => &mut year,
            _ => return None,
        };
        if place.replace(digits.parse::<i16>().ok()?).is_some() {
            return None;
        }
    }
    let (day, month) = (i8::try_from(day?).ok()?, month?);
    match year {
        Some(year) => Date::new(year, month, day).ok(),
        None => of_no_year(day, month),
    }
}

fn month_named(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|month| word.len() >= LETTERS && month.starts_with(word))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 11, 30);

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in ["10 January", "10 jan", "Jan 10", "January 10th", " 10 Jan 2027 ", "2027-01-10", "10. Jan."] {
            assert_eq!(read(text, TODAY), Some(date(2027, 1, 10)), "{text}");
        }
        for text in ["6 weeks", "in 6 weeks", "6w", "6 w"] {
            assert_eq!(read(text, TODAY), Some(date(2027, 1, 11)), "{text}");
        }
        assert_eq!(read("30 Nov", TODAY), Some(TODAY), "today is not over");
    }

    #[test]
    fn what_could_be_another_day_is_none() {
        for text in [
            "",
            "10",
            "10 1",
            "10/1",
            "01.10.",
            "31 Feb",
            "10 Jan Feb",
            "10 11 Jan",
            "soon",
            "12 aprx",
            "2026-11-29",
            "x9 Jan y",
        ] {
            assert_eq!(read(text, TODAY), None, "{text}");
        }
        assert_eq!(read("9999-01-01", TODAY), None, "no race is that far ahead");
    }

    #[test]
    fn a_day_that_has_passed_is_the_last_one_of_its_name() {
        for text in ["29 November", "Nov 29", "2026-11-29", "29 Nov 2026"] {
            assert_eq!(read_past(text, TODAY), Some(date(2026, 11, 29)), "{text}");
        }
        assert_eq!(read_past("30 Nov", TODAY), Some(TODAY), "today is not to come");
        assert_eq!(read_past("1 December", TODAY), Some(date(2025, 12, 1)));
        assert_eq!(read_past("29 Feb", TODAY), Some(date(2024, 2, 29)));
        for text in ["", "6 weeks", "2026-12-01", "1 Dec 2026", "10/1", "1999-05-01"] {
            assert_eq!(read_past(text, TODAY), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_no_day_has_passed(text in "[0-9a-z .,-]{0,14}|.{0,9}") {
            if let Some(day) = read(&text, TODAY) {
                prop_assert!(day >= TODAY);
            }
            if let Some(day) = read_past(&text, TODAY) {
                prop_assert!(day <= TODAY);
            }
        }
    }
}
