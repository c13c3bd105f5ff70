//! The runs of the next weeks as a file for a calendar (iCalendar, RFC 5545), written by hand: it is one kind of event, and
//! the crate for it has had no release for years.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::way_back::session_words;
use crate::knowledge::Knowledge;
use crate::training::back_to_running::Planned;
use crate::wording::diary::CalendarWords;
use crate::wording::fill;

/// The runs of so many days stand in it.
const DAYS: i32 = 28;
/// The most bytes of a line, without its end.
const LINE: usize = 75;

/// What the file is called: no name, no side, no condition.
#[must_use]
pub fn file_name(on: Date) -> String {
    format!("knee-runs-{on}.ics")
}

/// The runs to come up to four weeks after `on`, each as an event of a whole day; lines end as the standard wants it.
#[must_use]
pub fn calendar(words: &CalendarWords, knowledge: &Knowledge, ahead: &[Planned], on: Date) -> String {
    let last = on.saturating_add(DAYS.days());
    let head = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//KneeNote//KneeNote {}//EN", env!("CARGO_PKG_VERSION")),
    ];
    let events = ahead.iter().filter(|run| run.day <= last).flat_map(|run| event(words, knowledge, *run, on));
    let lines = head.into_iter().chain(events).chain(["END:VCALENDAR".to_owned()]);
    lines.map(|line| folded(&line) + "\r\n").collect()
}

fn event(words: &CalendarWords, knowledge: &Knowledge, run: Planned, on: Date) -> Vec<String> {
    let summary = fill(&words.summary, &[("session", session_words(knowledge, run.step))]);
    vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:plan-{}@kneenote.invalid", run.day),
        format!("DTSTAMP:{}T000000Z", basic(on)),
        format!("DTSTART;VALUE=DATE:{}", basic(run.day)),
        format!("DTEND;VALUE=DATE:{}", basic(run.day.saturating_add(1.day()))),
        format!("SUMMARY:{}", escaped(&summary)),
        format!("DESCRIPTION:{}", escaped(&words.description)),
        // The day stays free for other things.
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

/// "20260504".
fn basic(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// A text in which nothing ends it or parts it.
fn escaped(text: &str) -> String {
    let escape = |letter: char| match letter {
        '\\' | ';' | ',' => format!("\\{letter}"),
        '\n' => "\\n".to_owned(),
        letter => letter.to_string(),
    };
    text.chars().filter(|letter| *letter != '\r').map(escape).collect()
}

/// A line in parts of at most [`LINE`] bytes, cut between letters; each part after the first begins with a space.
fn folded(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut used = 0;
    for letter in line.chars() {
        if used + letter.len_utf8() > LINE {
            text.push_str("\r\n ");
            used = 1;
        }
        text.push(letter);
        used += letter.len_utf8();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The line as a calendar reads it.
    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_none_loses_a_letter(line in "[^\r\n]{0,300}") {
            let text = folded(&line);
            prop_assert!(text.split("\r\n").all(|part| part.len() <= LINE));
            prop_assert_eq!(unfolded(&text), line);
        }
    }

    #[test]
    fn nothing_in_a_text_ends_it() {
        assert_eq!(escaped("a, b; c\\d\r\ne"), "a\\, b\\; c\\\\d\\ne");
    }
}
