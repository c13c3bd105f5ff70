//! Promise: whatever bytes a file holds, it ends in exactly one class for each session, and nothing dies of it;
//! `tests/fuzz` does the same for hours.

use std::fs;

use proptest::prelude::{Rng as _, *};
use proptest::test_runner::{Config, RngAlgorithm, TestRng};

use super::zips::{list, zip};
use super::{file, folder};
use crate::promises::{of_a_fit_file, of_a_list, of_a_run_file, of_a_zip_file, of_an_xml_file};
use crate::random;

/// Small files of each kind.
const SMALL: [&str; 6] = [
    "garmin-fenix5-short-run.fit",
    "garmin-fenix5-walk.fit",
    "sdk-two-files-chained.fit",
    "garmin-fr70-clock-not-set-run.fit",
    "apple-health-1.gpx",
    "gpx-empty-segment.gpx",
];

#[test]
fn a_file_that_is_cut_anywhere_ends_in_one_class() {
    for name in SMALL {
        let bytes = file(name);
        for part in 0..200 {
            of_a_run_file(&bytes[..bytes.len() * part / 200]);
        }
    }
}

/// A few places of each: they take long.
#[test]
fn every_file_that_is_cut_or_changed_ends_in_one_class() {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    for entry in fs::read_dir(folder()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        for _ in 0..4 {
            let at = random.next_u32() as usize % bytes.len();
            of_a_run_file(&bytes[..at]);
            let mut changed = bytes.clone();
            changed[at] = random.next_u32() as u8;
            of_a_run_file(&changed);
        }
    }
}

#[test]
fn a_reader_of_any_kind_takes_files_of_any_kind() {
    let list = list(1).into_bytes();
    for bytes in SMALL.map(file).into_iter().chain([list.clone(), zip(&[("a.csv", list)]), Vec::new(), vec![0; 50]]) {
        of_a_fit_file(&bytes);
        of_an_xml_file(&bytes);
        of_a_list(&bytes);
        of_a_zip_file(&bytes);
    }
}

#[test]
fn a_zip_file_that_is_cut_or_changed_ends_in_one_class() {
    let row = "Activity ID,Activity Date,Activity Name,Activity Type,Filename,Distance,Distance\n\
        1,2026-04-05 07:00:00,a,Run,activities/1.fit,10,10000\n";
    let short = file("garmin-fenix5-short-run.fit");
    let inner = zip(&[("three.csv", list(3))]);
    let bytes = zip(&[("activities.csv", row.as_bytes()), ("activities/1.fit", &short), ("activities/in.zip", &inner)]);
    let all = zip(&[("one.csv", list(1).as_bytes()), ("two.fit", &short), ("inner.zip", &inner)]);
    let strategy = (
        prop::sample::select(vec![bytes, all]),
        any::<prop::sample::Index>(),
        proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
    );
    random::runner(Config { cases: 200, failure_persistence: None, ..Config::default() })
        .run(&strategy, |(mut bytes, end, changes)| {
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            if changes.is_empty() {
                bytes.truncate(end.index(bytes.len()));
            }
            of_a_zip_file(&bytes);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_file_with_changed_bytes_ends_in_one_class() {
    let changes = proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40);
    let files = SMALL.map(file);
    let strategy = (prop::sample::select(files.to_vec()), changes);
    random::runner(Config { cases: 400, failure_persistence: None, ..Config::default() })
        .run(&strategy, |(mut bytes, changes)| {
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            of_a_run_file(&bytes);
            Ok(())
        })
        .unwrap();
}

#[test]
fn random_bytes_behind_the_mark_of_a_kind_end_in_one_class() {
    let marks = [
        &b"\x0e\x10\xd9\x07\xff\0\0\0.FIT\0\0"[..],
        b"\x0c\x10\xd9\x07\xff\xff\0\0.FIT",
        b"<gpx>",
        b"PK\x03\x04",
        b"date,km\n2026-04-05,1\n",
    ];
    let strategy = (prop::sample::select(marks.to_vec()), proptest::collection::vec(any::<u8>(), 0..400));
    random::runner(Config { cases: 400, failure_persistence: None, ..Config::default() })
        .run(&strategy, |(mark, rest)| {
            of_a_run_file(&[mark, &rest].concat());
            Ok(())
        })
        .unwrap();
}
