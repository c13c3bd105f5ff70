//! Promise: a file that wants all memory or time is refused by a line of its own; `tests/bench/hostile_runs.py` measures
//! many more of them.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use kneenote::run_files::archive::Most;
use kneenote::run_files::progress::Progress;
use kneenote::run_files::walk;
use kneenote::training::run::Sport;
use tempfile::tempdir;

use super::zips::{list, read_most, zip};
use super::{read, settings};

/// Why the file is refused as a whole.
fn refused(bytes: &[u8]) -> String {
    let reading = read([("a", bytes)]);
    assert_eq!((reading.count(), reading.refused.len()), (1, 1), "{reading:?}");
    reading.refused[0].fault.to_string()
}

/// A FIT file of an activity with these messages behind it.
fn fit(messages: &[u8]) -> Vec<u8> {
    let begin = b"\x40\0\0\0\0\x01\0\x01\0\0\x04";
    let size = u32::try_from(begin.len() + messages.len()).unwrap();
    [&b"\x0e\x20\x54\x08"[..], &size.to_le_bytes(), b".FIT\0\0", begin, messages, b"\0\0"].concat()
}

#[test]
fn a_file_has_an_end_of_sessions() {
    let session_without_fields = b"\x42\0\0\x12\0\0";
    let sessions = |count| fit(&[&session_without_fields[..], &vec![2; count]].concat());
    assert_eq!(read([("a", sessions(1000).as_slice())]).count(), 1000);
    assert_eq!(refused(&sessions(1001)), "over 1000 runs in one file");
    let xml = |begin: &str, session: &str, end: &str| [begin, &session.repeat(10_001), end].concat().into_bytes();
    assert_eq!(refused(&xml("<gpx>", "<trk/>", "</gpx>")), "over 10000 runs in one file");
    let activities = xml("<TrainingCenterDatabase>", "<Activity/>", "</TrainingCenterDatabase>");
    assert_eq!(refused(&activities), "over 10000 runs in one file");
}

#[test]
fn an_import_has_an_end_of_rows() {
    let rows = |count| "date,km\n".to_owned() + &"2026-04-05,10\n".repeat(count);
    let bytes = zip(&[("a.csv", rows(3)), ("b.csv", rows(3)), ("c.csv", rows(1))]);
    let reading = read_most(&bytes, Most { items: 4, ..Most::default() });
    let refused: Vec<_> = reading.refused.iter().map(|refused| refused.file.as_str()).collect();
    assert_eq!((reading.count(), refused), (5, vec!["b.csv", "c.csv"]));

    let home = tempdir().unwrap();
    for name in ["a.csv", "b.csv"] {
        fs::write(home.path().join(name), "date,km\n".to_owned() + &"2026-04-05,x\n".repeat(59_999) + "2026-04-05,1\n")
            .unwrap();
    }
    let reading = walk::read(&[home.path().to_owned()], &settings(), &Progress::default()).unwrap();
    assert_eq!(
        (reading.count(), reading.refused.last().unwrap().fault.to_string()),
        (60_001, "too many files at once".to_owned())
    );
}

#[test]
fn a_line_of_a_list_has_an_end_and_a_word_of_a_sport_is_cut() {
    assert_eq!(refused(("date,km\n".to_owned() + &",".repeat(200_000)).as_bytes()), "over 100,000 rows or 256 columns");
    let activity = format!("<Activity Sport=\"{}\"><Id>2026-04-05T07:00:00Z</Id></Activity>", "\u{e9}".repeat(30_000));
    let file = format!("<TrainingCenterDatabase>{activity}</TrainingCenterDatabase>");
    assert_eq!(read([("a", file.as_bytes())]).others[0].sport, Sport::Other("\u{e9}".repeat(64)));
}

#[test]
fn what_is_packed_and_large_all_the_same_is_refused() {
    let mut gzip = GzEncoder::new(b"".to_vec(), Compression::none());
    gzip.write_all(b"<gpx>").unwrap();
    gzip.write_all(&vec![b' '; 33 << 20]).unwrap();
    assert!(refused(&gzip.finish().unwrap()).starts_with("over 64 MB"));
}

#[test]
fn an_attribute_of_40_mb_and_a_million_tags_are_read_over() {
    let point = format!("<trkpt lat=\"1{}\" lon=\"1\"/>", "0".repeat(40_000_000));
    assert_eq!(refused(format!("<gpx><trk><trkseg>{point}</trkseg></trk></gpx>").as_bytes()), "no date");
    assert_eq!(
        refused(("<gpx>".to_owned() + &"<a/>".repeat(1_000_000) + "</gpx>").as_bytes()),
        "there is no activity in it"
    );
}

#[test]
fn a_gigabyte_of_nothing_behind_the_mark_of_a_kind_is_refused() {
    let home = tempdir().unwrap();
    for (name, head) in [
        ("a.fit", &b"\x0e\x20\x54\x08\xff\xff\xff\x3f.FIT\0\0"[..]),
        ("a.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\0"),
        ("a.zip", b"PK\x03\x04"),
    ] {
        let path = home.path().join(name);
        let mut file = File::create(&path).unwrap();
        file.write_all(head).unwrap();
        file.set_len(1 << 30).unwrap();
        let reading = walk::read(&[path], &settings(), &Progress::default()).unwrap();
        assert_eq!((reading.count(), reading.refused.len()), (1, 1), "{reading:?}");
    }
}

#[test]
fn a_file_that_grows_while_it_is_read_has_an_end() {
    let home = tempdir().unwrap();
    let path = home.path().join("a.gpx");
    fs::write(&path, "<gpx>").unwrap();
    let is_read = AtomicBool::new(false);
    let reading = thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = OpenOptions::new().append(true).open(&path).unwrap();
            let more = "<a/>".repeat(250_000);
            for _ in 0..200 {
                if !is_read.load(Ordering::Relaxed) {
                    file.write_all(more.as_bytes()).unwrap();
                }
            }
        });
        let reading = walk::read(std::slice::from_ref(&path), &settings(), &Progress::default()).unwrap();
        is_read.store(true, Ordering::Relaxed);
        reading
    });
    assert_eq!((reading.count(), reading.refused.len()), (1, 1), "{reading:?}");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_or_may_not_be_read_is_named() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let home = tempdir().unwrap();
    let (locked, file, link) = (home.path().join("locked"), home.path().join("a.csv"), home.path().join("b.csv"));
    fs::create_dir(&locked).unwrap();
    fs::write(&file, list(1)).unwrap();
    symlink("/dev/zero", &link).unwrap();
    for path in [&locked, &file] {
        fs::set_permissions(path, fs::Permissions::from_mode(0o0)).unwrap();
    }
    let read = |path: &std::path::Path| walk::read(&[path.to_owned()], &settings(), &Progress::default()).unwrap();
    for path in [home.path().join("gone.fit"), "/dev/zero".into(), link] {
        assert_eq!(read(&path).refused[0].fault.to_string(), "it could not be read", "{path:?}");
    }
    // Whom no rights bind reads them all the same.
    let is_bound = File::open(&file).is_err();
    if is_bound {
        assert_eq!(read(&file).refused[0].fault.to_string(), "it could not be read");
        let reading = read(&locked);
        assert_eq!(reading.refused[0].fault.to_string(), "it could not be read");
        assert_eq!(reading.refused[0].file, "locked");
    }
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o700)).unwrap();
}
