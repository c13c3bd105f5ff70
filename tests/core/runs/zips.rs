//! Promise: a zip file says what its folder says; whatever it holds, each entry ends in exactly one class, and nothing dies of it.

use std::fs::{self, File};
use std::io::{Seek as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use kneenote::run_files::archive::{self, Most};
use kneenote::run_files::progress::Progress;
use kneenote::run_files::walk;
use kneenote::training::reading::Reading;
use proptest::prelude::*;
use proptest::test_runner::Config;
use rawzip::path::EntryPath;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use tempfile::tempdir;

use super::{file, settings};
use crate::random;

/// A zip file of these entries, deflated.
pub(super) fn zip<P: AsRef<str>, B: AsRef<[u8]>>(entries: &[(P, B)]) -> Vec<u8> {
    let mut zip = ZipArchiveWriter::new(Vec::new());
    for (path, bytes) in entries {
        let path = EntryPath::verbatim(path.as_ref().as_bytes());
        let (mut entry, config) = zip.new_file(path).compression_method(CompressionMethod::DEFLATE).start().unwrap();
        let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
        writer.write_all(bytes.as_ref()).unwrap();
        let (deflated, sums) = writer.finish().unwrap();
        deflated.finish().unwrap();
        entry.finish(sums).unwrap();
    }
    zip.finish().unwrap()
}

/// The same with one entry, stored as it is, of this method and perhaps locked.
fn stored(path: &str, bytes: &[u8], method: CompressionMethod, is_encrypted: bool) -> Vec<u8> {
    let mut zip = ZipArchiveWriter::new(Vec::new());
    let entry = zip.new_file(path).compression_method(method).encrypted(is_encrypted);
    let (mut entry, config) = entry.start().unwrap();
    let mut writer = config.wrap(&mut entry);
    writer.write_all(bytes).unwrap();
    let (_, sums) = writer.finish().unwrap();
    entry.finish(sums).unwrap();
    zip.finish().unwrap()
}

/// What is made of a zip file, of which so much is read.
pub(super) fn read_most(zip: &[u8], most: Most) -> Reading {
    let mut spooled: File = tempfile::tempfile().unwrap();
    spooled.write_all(zip).unwrap();
    spooled.rewind().unwrap();
    let mut reading = Reading::default();
    for pile in archive::read(
        spooled,
        "a.zip",
        kneenote::training::list_answers::ListAnswers::default(),
        most,
        &Progress::default(),
    )
    .into_iter()
    .flatten()
    {
        reading.take(&pile.name, pile.told, &settings());
    }
    reading.settle();
    reading
}

fn read(zip: &[u8]) -> Reading {
    read_most(zip, Most::default())
}

/// What is refused, as file and reason.
fn refused(reading: &Reading) -> Vec<(&str, &str)> {
    reading.refused.iter().map(|refused| (refused.file.as_str(), refused.fault.reason())).collect()
}

/// A list by hand of one run.
pub(super) fn list(day: usize) -> String {
    format!("date,distance (km)\n2026-04-{day:02},5.0\n")
}

/// An export of Strava, with what else lies in one.
fn export() -> Vec<(String, Vec<u8>)> {
    let row = |date: &str, metres: u32, file: &str| {
        format!("1,{date},name,Run,,3000,10,,,,,,{file},,,3000.0,2900.0,{metres}.0\n")
    };
    let list = [
        "Activity ID,Activity Date,Activity Name,Activity Type,a,Elapsed Time,Distance,b,c,d,e,f,Filename,g,h,Elapsed Time,Moving Time,Distance\n".to_owned(),
        row("2020-02-02 11:19:33", 10_000, "activities/1.fit"),
        row("2012-10-24 23:29:40", 3099, "activities/2.gpx"),
        row("2026-04-01 06:00:00", 8000, "activities/3.fit"),
        row("2026-04-03 06:00:00", 9000, "activities/4.fit"),
        row("2026-04-05 06:00:00", 7000, ""),
    ];
    let packed = file("garmin-fenix6-run.tcx.gz");
    [
        ("activities.csv", list.concat().into_bytes()),
        ("activities/1.fit", file("garmin-treadmill-run.fit")),
        ("activities/2.gpx", file("garmin-connect-run.gpx")),
        ("activities/3.fit", Vec::new()),
        ("activities/5.tcx.gz", packed),
    ]
    .map(|(path, bytes)| (path.to_owned(), bytes))
    .to_vec()
}

fn read_path(path: &Path) -> Reading {
    walk::read(&[path.to_owned()], &settings(), &Progress::default()).unwrap()
}

#[test]
fn a_zipped_export_of_strava_says_what_its_folder_says() {
    let home = tempdir().unwrap();
    let folder = home.path().join("export");
    fs::create_dir_all(folder.join("activities")).unwrap();
    for (path, bytes) in export() {
        fs::write(folder.join(path), bytes).unwrap();
    }
    let unpacked = read_path(&folder);
    assert_eq!((unpacked.runs.len(), refused(&unpacked)), (6, vec![("3.fit", "empty")]));

    let others = ["profile.csv", "routes/1.gpx", "media/a.fit", "clubs.zip"].map(|path| (path.to_owned(), vec![1]));
    let zipped: Vec<_> = export().into_iter().chain(others).collect();
    let in_a_folder: Vec<_> = zipped.iter().map(|(path, bytes)| (format!("export_1/{path}"), bytes)).collect();
    for bytes in [zip(&zipped), zip(&in_a_folder)] {
        let zips = home.path().join("zips");
        fs::create_dir_all(&zips).unwrap();
        let path = zips.join("export.zip");
        fs::write(&path, &bytes).unwrap();
        assert_eq!(read_path(&path), unpacked);
        assert_eq!(read_path(&zips), unpacked, "a zip file in a folder");
        let odd = home.path().join("no ending");
        fs::write(&odd, bytes).unwrap();
        assert_eq!(read_path(&odd), unpacked, "the content says the kind");
    }
}

#[test]
fn of_any_other_zip_file_only_what_may_be_activities_is_read() {
    let bytes = zip(&[
        ("a/one.CSV", list(1).as_bytes()),
        ("b\\two.fit", &file("garmin-treadmill-run.fit")),
        ("readme.txt", b"run"),
        ("__MACOSX/a/._one.csv", b"\0"),
    ]);
    let reading = read(&bytes);
    assert_eq!((reading.runs.len(), reading.count()), (2, 2), "{reading:?}");
    let names: Vec<_> = reading.runs.iter().map(|run| run.run.origin.file.as_str()).collect();
    assert_eq!(names, ["two.fit", "one.CSV"]);
    for without in [zip(&[("readme.txt", "run")]), zip::<&str, &str>(&[])] {
        assert_eq!(refused(&read(&without)), [("a.zip", "no_activity")]);
    }
}

#[test]
fn a_zip_in_a_zip_is_read_one_level_deep() {
    let inmost = zip(&[("three.csv", list(3))]);
    let inner = zip(&[("two.csv", list(2).into_bytes()), ("inmost.zip", inmost.clone())]);
    let outer = zip(&[("one.csv", list(1).into_bytes()), ("parts/inner.zip", inner)]);
    let reading = read(&outer);
    assert_eq!(reading.runs.len(), 2);
    assert_eq!(refused(&reading), [("inmost.zip", "nested")]);
    let hidden = [("a.fit", inmost.as_slice()), ("b.zip", b""), ("c.zip", b"\x89PNG\0")];
    assert_eq!(refused(&read(&zip(&hidden))), [("a.fit", "nested"), ("b.zip", "empty"), ("c.zip", "not_known")]);
}

#[test]
fn bombs_stop_at_the_limits_and_what_was_read_is_kept() {
    let zeros = [&file("garmin-treadmill-run.fit")[..12], &vec![0; 20 << 20]].concat();
    let reading = read(&zip(&[("a.csv", list(1).into_bytes()), ("b.fit", zeros.clone())]));
    assert_eq!((reading.runs.len(), refused(&reading)), (1, vec![("b.fit", "large")]));

    // Packed twice, it is the unpacked bytes that count.
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(&zeros).unwrap();
    let gzip = gzip.finish().unwrap();
    let bomb = zip(&[("a.csv", list(1).into_bytes()), ("b.fit.gz", gzip), ("c.csv", list(2).into_bytes())]);
    let reading = read_most(&bomb, Most { unpacked: 8 << 20, ..Most::default() });
    assert_eq!((reading.runs.len(), refused(&reading)), (1, vec![("b.fit.gz", "large"), ("c.csv", "large")]));

    let inner = zip(&[("one.csv", list(1))]);
    let outer = zip(&[("inner.zip", inner)]);
    assert_eq!(refused(&read_most(&outer, Most { inner: 100, ..Most::default() })), [("inner.zip", "large")]);
    assert_eq!(read(&outer).runs.len(), 1);
}

#[test]
fn over_so_many_entries_the_rest_is_refused() {
    let entries: Vec<_> = (1..=6).map(|day| (format!("{day}.csv"), list(day))).collect();
    let reading = read_most(&zip(&entries), Most { activities: 4, ..Most::default() });
    assert_eq!((reading.runs.len(), refused(&reading)), (4, vec![("5.csv", "large"), ("6.csv", "large")]));
    let reading = read_most(&zip(&entries), Most { entries: 5, ..Most::default() });
    assert_eq!((reading.runs.len(), refused(&reading)), (5, vec![("a.zip", "large")]));
    let inner = zip(&[("parts.zip", zip(&entries))]);
    let reading = read_most(&inner, Most { entries: 5, ..Most::default() });
    assert_eq!((reading.runs.len(), refused(&reading)), (4, vec![("parts.zip", "large")]));
}

#[test]
fn a_locked_entry_and_unknown_packing_are_refused_by_name() {
    let fit = file("garmin-treadmill-run.fit");
    let of = |method, is_encrypted| stored("a.fit", &fit, method, is_encrypted);
    assert_eq!(read(&of(CompressionMethod::STORE, false)).runs.len(), 1);
    assert_eq!(refused(&read(&of(CompressionMethod::STORE, true))), [("a.fit", "encrypted")]);
    assert_eq!(refused(&read(&of(CompressionMethod::AES, true))), [("a.fit", "encrypted")]);
    assert_eq!(refused(&read(&of(CompressionMethod::ZSTD, false))), [("a.fit", "compression")]);
}

#[test]
fn names_that_lead_out_are_only_names() {
    let home = tempdir().unwrap();
    let folder = home.path().join("in");
    fs::create_dir(&folder).unwrap();
    let names = ["../out.csv", "/../../out2.csv", "..\\out3.csv", "..", "../..zip/.csv"];
    let entries: Vec<_> = (1..).zip(names).map(|(day, name)| (name, list(day))).collect();
    fs::write(folder.join("a.zip"), zip(&entries)).unwrap();
    let reading = read_path(&folder);
    let mut read: Vec<_> = reading.runs.iter().map(|run| run.run.origin.file.as_str()).collect();
    read.sort_unstable();
    assert_eq!(read, [".csv", "out.csv", "out2.csv", "out3.csv"]);
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1, "something was written");
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1, "something was written");
}

#[test]
fn a_cut_zip_file_is_refused_and_not_half_read() {
    let bytes = zip(&[("one.csv", list(1)), ("two.csv", list(2))]);
    for part in 4..bytes.len() {
        let reading = read(&bytes[..part]);
        assert_eq!((reading.count(), refused(&reading)), (1, vec![("a.zip", "cut_off")]), "{part}");
    }
    // The zip file in it is whole, and so is its directory.
    let outer = stored("inner.zip", &bytes, CompressionMethod::STORE, false);
    assert_eq!((read(&outer).runs.len(), read(&outer).count()), (2, 2));
    for part in 4..outer.len() {
        let reading = read(&outer[..part]);
        assert_eq!(refused(&reading), [("a.zip", "cut_off")], "{part}");
    }
}

#[test]
fn changed_bytes_never_stop_it() {
    let inner = zip(&[("three.csv", list(3))]);
    let short = file("garmin-fenix5-short-run.fit");
    let bytes = zip(&[("one.csv", list(1).into_bytes()), ("two.fit", short), ("inner.zip", inner)]);
    let tail = 400.min(bytes.len());
    let places = prop_oneof![0..bytes.len(), bytes.len() - tail..bytes.len()];
    let changes = proptest::collection::vec((places, any::<u8>()), 1..12);
    random::runner(Config { cases: 200, failure_persistence: None, ..Config::default() })
        .run(&changes, |changes| {
            let mut changed = bytes.clone();
            for (at, byte) in changes {
                changed[at] = byte;
            }
            let reading = read(&changed);
            prop_assert!(reading.count() > 0);
            prop_assert!(reading.count() < 10, "each entry once: {reading:?}");
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_thousand_entries_are_read_at_once() {
    let entries: Vec<_> = (0..1000).map(|at| (format!("activities/{at}.csv"), list(at % 28 + 1))).collect();
    let bytes = zip(&entries);
    let began = Instant::now();
    assert_eq!(read(&bytes).count(), 1000);
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}
