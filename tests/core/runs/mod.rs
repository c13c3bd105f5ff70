//! Runs as watch files tell them. No window; of the disk only the files of the fixtures.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use jiff::tz::TimeZone;
use kneenote::run_files::settings::Settings;
use kneenote::run_files::source;
use kneenote::training::list_answers::ListAnswers;
use kneenote::training::reading::Reading;

mod any_bytes;
mod hostile;
mod lists;
mod real_files;
mod stopped;
mod told_twice;
mod xml_files;
mod zips;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/runs")
}

/// The bytes of a file of the fixtures.
fn file(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap()
}

/// A computer in Berlin.
fn settings() -> Settings {
    Settings { today: date(2026, 5, 18), zone: TimeZone::get("Europe/Berlin").unwrap(), lists: ListAnswers::default() }
}

/// What is made of files with these names and bytes.
fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Reading {
    let mut reading = Reading::default();
    for (name, bytes) in files {
        reading.take(name, source::read_stream(bytes, ListAnswers::default()), &settings());
    }
    reading.settle();
    reading
}
