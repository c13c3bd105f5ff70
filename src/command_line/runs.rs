//! What files say of runs, a line each, for people who test or script.

use std::fmt::Write as _;

use jiff::Timestamp;
use jiff::tz::Offset;

use crate::plain_text::on_one_line;
use crate::training::reading::Reading;
use crate::training::run::{FileKind, Recorded, Remark, Run, Sport, ZoneSource};

/// The lines, each class by day, start and name.
#[must_use]
pub fn lines(reading: &Reading) -> String {
    let mut text = String::new();
    // Writing to a text cannot fail.
    write_lines(&mut text, reading).ok();
    text
}

fn write_lines(out: &mut String, reading: &Reading) -> std::fmt::Result {
    let Reading { runs, others, same, asked, refused } = reading;
    writeln!(
        out,
        "runs {} others {} same {} asked {} refused {}",
        runs.len(),
        others.len(),
        same.len(),
        asked.len(),
        refused.len()
    )?;
    for Recorded { run, .. } in runs {
        let (offset, known) = zone(run.zone);
        let start = run.start.map_or_else(|| "-".to_owned(), second);
        let (kilometres, moving, origin) = (km(run.distance_m), or_dash(run.moving_s), &run.origin);
        writeln!(
            out,
            "run {} {start} {offset} {known} {kilometres} {moving} {} {} {}",
            run.day,
            kind(origin.kind),
            origin.item,
            quoted(&origin.file)
        )?;
    }
    for Recorded { run, sport, .. } in others {
        writeln!(out, "other {} {} {} {}", run.day, word(sport), km(run.distance_m), quoted(&run.origin.file))?;
    }
    for same in same {
        let Run { day, distance_m, origin, .. } = &same.recorded.run;
        writeln!(out, "same {day} {} {} OF {}", km(*distance_m), quoted(&origin.file), quoted(&same.of.file))?;
    }
    for asked in asked {
        let kilometres = asked.distance_m().map_or_else(|| "-".to_owned(), km);
        let origin = asked.origin();
        let day = or_dash(asked.day());
        writeln!(out, "ask {} {day} {kilometres} {} {}", asked.word(), origin.item, quoted(&origin.file))?;
    }
    for refused in refused {
        let row = or_dash(refused.item);
        writeln!(out, "refused {} {row} {}", refused.fault.reason(), quoted(&refused.file))?;
    }
    let mut remarks: Vec<_> = reading
        .recorded()
        .flat_map(|Recorded { run, remarks, .. }| {
            remarks.iter().map(|remark| (run.day, run.start, &run.origin.file, run.origin.item, *remark))
        })
        .collect();
    remarks.sort();
    for (day, _, file, _, remark) in remarks {
        writeln!(out, "remark {} {day} {}", remark_word(remark), quoted(file))?;
    }
    Ok(())
}

/// Kilometres with three decimals and a point.
pub(super) fn km(metres: u32) -> String {
    format!("{}.{:03}", metres / 1000, metres % 1000)
}

fn or_dash(what: Option<impl ToString>) -> String {
    what.map_or_else(|| "-".to_owned(), |what| what.to_string())
}

/// A time to the second, by universal time.
fn second(time: Timestamp) -> String {
    Timestamp::from_second(time.as_second()).unwrap_or(time).to_string()
}

/// The offset, and how it is known.
fn zone(zone: ZoneSource) -> (String, &'static str) {
    match zone {
        ZoneSource::Written(offset) => (hours(offset), "written"),
        ZoneSource::Watch(offset) => (hours(offset), "watch"),
        ZoneSource::Computer(offset) => (hours(offset), "computer"),
        ZoneSource::DayOnly => ("-".to_owned(), "day"),
    }
}

fn hours(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs() / 60);
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Fit => "fit",
        FileKind::Gpx => "gpx",
        FileKind::Tcx => "tcx",
        FileKind::StravaList => "strava_list",
        FileKind::GarminList => "garmin_list",
        FileKind::PlainList => "plain_list",
        FileKind::ByHand => "by_hand",
    }
}

fn remark_word(remark: Remark) -> &'static str {
    match remark {
        Remark::Zone => "zone",
        Remark::Checksum => "checksum",
        Remark::Damaged => "damaged",
        Remark::Jump => "jump",
        Remark::Laps => "laps",
        Remark::ListOnly => "list_only",
    }
}

/// The sport as one short word.
fn word(sport: &Sport) -> String {
    let told = match sport {
        Sport::Run => "run",
        Sport::NotTold => "not_told",
        Sport::Other(told) => told,
    };
    let plain = |c: char| if c.is_alphanumeric() { c } else { '_' };
    let word: String = told.trim().chars().take(MOST_OF_SPORT).flat_map(char::to_lowercase).map(plain).collect();
    if word.is_empty() { "not_told".to_owned() } else { word }
}

/// Of the word of a sport so many letters are told.
const MOST_OF_SPORT: usize = 40;

/// A name in the quotes of JSON, with nothing that steers a terminal.
fn quoted(name: &str) -> String {
    let mut text = String::from('"');
    for c in name.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            c if !is_shown(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(text, "\\u{unit:04x}").ok();
                }
            }
            c => text.push(c),
        }
    }
    text.push('"');
    text
}

/// Whether a letter is shown as it is: the message about it would be no other.
fn is_shown(c: char) -> bool {
    on_one_line(c.encode_utf8(&mut [0; 4])).chars().eq([c])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_json_text_on_one_line() {
        assert_eq!(quoted("a \"b\"\\\n\u{1b}\u{202e}\u{e4}"), "\"a \\\"b\\\"\\\\\\u000a\\u001b\\u202e\u{e4}\"");
    }

    #[test]
    fn a_sport_is_one_word() {
        assert_eq!(word(&Sport::Other(" Weight Training\n".to_owned())), "weight_training");
        assert_eq!(word(&Sport::Other(String::new())), "not_told");
    }

    #[test]
    fn kilometres_have_three_decimals_and_offsets_a_sign() {
        assert_eq!((km(12_005), km(7)), ("12.005".to_owned(), "0.007".to_owned()));
        assert_eq!(hours(Offset::from_seconds(-12_600).unwrap()), "-03:30");
    }
}
