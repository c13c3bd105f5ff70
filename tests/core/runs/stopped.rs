//! Promise: who watches a reading sees how far it is, and a reading that is stopped keeps nothing.

use std::fs;
use std::thread;

use kneenote::run_files::progress::Progress;
use kneenote::run_files::walk;
use tempfile::tempdir;

use super::zips::{list, zip};
use super::{file, folder, settings};

#[test]
fn at_the_end_all_is_done_with_the_entries_of_zip_files() {
    let home = tempdir().unwrap();
    let inner = zip(&[("two.csv", list(2).into_bytes()), ("three.fit", file("garmin-fenix5-walk.fit"))]);
    let outer = zip(&[("one.csv", list(1).into_bytes()), ("inner.zip", inner), ("b.zip", b"PK\x03\x04".to_vec())]);
    fs::write(home.path().join("a.zip"), outer).unwrap();
    fs::write(home.path().join("b.zip"), zip::<&str, &str>(&[])).unwrap();
    fs::write(home.path().join("c.zip"), b"PK\x03\x04").unwrap();
    fs::write(home.path().join("d.csv"), "").unwrap();
    let progress = Progress::default();
    let reading = walk::read(&[home.path().to_owned()], &settings(), &progress).unwrap();
    assert_eq!((reading.count(), progress.done(), progress.total()), (7, 7, 7), "{reading:?}");
}

#[test]
fn a_reading_that_is_stopped_keeps_nothing() {
    let progress = Progress::default();
    progress.stop();
    assert_eq!(walk::read(&[folder()], &settings(), &progress), None);
    assert_eq!(progress.done(), 0);

    let progress = Progress::default();
    let reading = thread::scope(|scope| {
        scope.spawn(|| {
            while progress.done() == 0 {
                thread::yield_now();
            }
            progress.stop();
        });
        walk::read(&[folder()], &settings(), &progress)
    });
    assert!(reading.is_none() || progress.done() == progress.total(), "stopped in the middle, and something was kept");
}
