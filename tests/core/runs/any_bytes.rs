//! Promise: whatever bytes a file holds, it ends in exactly one class for each session, and nothing dies of it.

use proptest::prelude::*;
use proptest::test_runner::Config;

use super::{file, read};
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

/// Something is said of each file, and each session of it once.
fn must_be_in_one_class(bytes: &[u8]) {
    let reading = read([("a", bytes)]);
    assert!(reading.count() > 0);
    let whole = reading.refused.iter().filter(|refused| refused.item.is_none()).count();
    assert!(whole == 0 || reading.count() == 1, "a file is refused as a whole or not at all: {reading:?}");
    let told = reading.recorded().map(|recorded| recorded.run.origin.item);
    let rows = reading.asked.iter().filter(|asked| asked.recorded().is_none()).map(|asked| asked.origin().item);
    let mut items: Vec<u32> =
        told.chain(rows).chain(reading.refused.iter().filter_map(|refused| refused.item)).collect();
    items.sort_unstable();
    let count = items.len();
    items.dedup();
    assert_eq!(items.len(), count, "a session stands in two classes: {reading:?}");
}

#[test]
fn a_file_that_is_cut_anywhere_ends_in_one_class() {
    for name in SMALL {
        let bytes = file(name);
        for part in 0..200 {
            must_be_in_one_class(&bytes[..bytes.len() * part / 200]);
        }
    }
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
            must_be_in_one_class(&bytes);
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
            must_be_in_one_class(&[mark, &rest].concat());
            Ok(())
        })
        .unwrap();
}
