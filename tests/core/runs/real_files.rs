//! Promise: files of real watches say what other tools read in them: start to the second, sport, metres, day.

use std::collections::BTreeSet;
use std::fs;

use kneenote::training::run::{Recorded, Remark, Sport, ZoneSource};

use super::{file, folder, read};

/// Where the metres stand in a row. Those of FIT and TCX are whole to one metre, of GPX to a thousandth.
const METRES: usize = 5;

/// The rows of the table for these files, word by word.
fn rows(ending: &str) -> Vec<Vec<String>> {
    let table = fs::read_to_string(folder().join("table.txt")).unwrap();
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    let words = rows.map(|row| row.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    words.filter(|words| words[0].contains(ending)).collect()
}

/// What was read, in the words of the table.
fn told(class: &str, Recorded { run, sport, .. }: &Recorded) -> Vec<String> {
    let sport = match sport {
        Sport::Run => "run",
        Sport::NotTold => "not_told",
        Sport::Other(word) => word,
    };
    let zone = match run.zone {
        ZoneSource::Written(_) => "written",
        ZoneSource::Watch(_) => "watch",
        ZoneSource::Computer(_) => "computer",
        ZoneSource::DayOnly => "day",
    };
    let start = jiff::Timestamp::from_second(run.start.unwrap().as_second()).unwrap();
    let words = [
        run.origin.file.clone(),
        run.origin.item.to_string(),
        class.to_owned(),
        sport.to_lowercase(),
        start.to_string(),
        run.distance_m.to_string(),
        run.moving_s.map_or_else(|| "-".to_owned(), |seconds| seconds.to_string()),
        run.day.to_string(),
        zone.to_owned(),
    ];
    words.to_vec()
}

/// Everything that the files of the table are read as, each by itself.
fn found(names: &BTreeSet<String>) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for name in names {
        let reading = read([(name.as_str(), file(name).as_slice())]);
        found.extend(reading.runs.iter().map(|recorded| told("run", recorded)));
        found.extend(reading.others.iter().map(|recorded| told("other", recorded)));
        found.extend(reading.asked.iter().map(|asked| told(asked.word(), asked.recorded().unwrap())));
        found.extend(reading.same.iter().map(|same| told("same", &same.recorded)));
        found.extend(reading.refused.iter().map(|refused| {
            let item = refused.item.map_or_else(|| "-".to_owned(), |item| item.to_string());
            vec![refused.file.clone(), item, refused.fault.reason().to_owned()]
        }));
    }
    found
}

fn must_match(ending: &str) {
    let mut expected = rows(ending);
    let names: BTreeSet<String> = expected.iter().map(|row| row[0].clone()).collect();
    let mut found = found(&names);
    expected.sort();
    found.sort();
    assert!(names.len() > 1);
    for (expected, found) in expected.iter().zip(&found) {
        let metres = |row: &[String]| row.get(METRES).map_or(0.0, |metres| metres.parse::<f64>().unwrap());
        let most = if expected[0].contains(".gpx") { metres(expected) / 1000.0 } else { 0.0 };
        assert!((metres(found) - metres(expected)).abs() <= most.max(1.0), "{found:?} {expected:?}");
        let but_metres = |row: &[String]| {
            row.iter().enumerate().filter(|(at, _)| *at != METRES).map(|(_, word)| word.clone()).collect::<Vec<_>>()
        };
        assert_eq!(but_metres(found), but_metres(expected));
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn fit_files_match_the_table() {
    must_match(".fit");
}

#[test]
fn gpx_files_match_the_table() {
    must_match(".gpx");
}

#[test]
fn tcx_files_match_the_table() {
    must_match(".tcx");
}

#[test]
fn every_file_of_the_folder_stands_in_the_table() {
    let named: BTreeSet<String> = rows("").iter().map(|row| row[0].clone()).collect();
    let there = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let there: BTreeSet<String> = there.filter(|name| name != "README.md" && name != "table.txt").collect();
    assert_eq!(named, there);
}

#[test]
fn what_was_odd_in_a_file_is_said() {
    let remarks = |name: &str| {
        let reading = read([(name, file(name).as_slice())]);
        reading.recorded().flat_map(|recorded| recorded.remarks.clone()).collect::<Vec<_>>()
    };
    assert_eq!(remarks("strava-android-broken-run.fit"), [Remark::Zone, Remark::Damaged]);
    assert_eq!(remarks("garmin-treadmill-run.fit"), []);
    assert_eq!(remarks("coros-apex-pro-run.fit"), [Remark::Zone]);
}

#[test]
fn a_wrong_checksum_is_remarked_and_read_over() {
    let mut bytes = file("garmin-treadmill-run.fit");
    *bytes.last_mut().unwrap() ^= 1;
    let reading = read([("a.fit", bytes.as_slice())]);
    assert_eq!(reading.runs[0].run.distance_m, 10_630);
    assert_eq!(reading.runs[0].remarks, [Remark::Checksum]);
}

#[test]
fn a_run_of_three_hundred_km_and_one_of_tomorrow_are_no_runs() {
    let bytes = file("garmin-treadmill-run.fit");
    let mut reading = kneenote::training::reading::Reading::default();
    let told = kneenote::run_files::source::read_stream(
        bytes.as_slice(),
        kneenote::training::list_answers::ListAnswers::default(),
    )
    .unwrap();
    let mut far = told.clone();
    far[0].distance_m = Some(300_001.0);
    let mut long = told.clone();
    long[0].moving_s = Some(48.0 * 3600.0 + 1.0);
    let mut unknown = told.clone();
    unknown[0].distance_m = Some(f64::NAN);
    let mut settings = super::settings();
    for told in [far, long, unknown] {
        reading.take("a.fit", Ok(told), &settings);
    }
    settings.today = jiff::civil::date(2020, 2, 1);
    reading.take("tomorrow", Ok(told.clone()), &settings);
    settings.today = jiff::civil::date(2020, 1, 31);
    reading.take("the day after", Ok(told), &settings);
    let faults: Vec<_> = reading.refused.iter().map(|refused| refused.fault.reason()).collect();
    assert_eq!(faults, ["large", "long", "no_distance", "clock"]);
    assert_eq!(reading.runs[0].run.origin.file, "tomorrow");
}
