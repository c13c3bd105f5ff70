//! Promise: answers are kept whole, a damaged file is set aside, another running copy is never written over, and
//! deleting leaves no trace.

mod copies;
mod deleting;
mod earlier;
mod odd_files;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use crate::patience::wait_until;
use jiff::civil::date;
use kneenote::check::spot::Side;
use kneenote::store::autosave::{Autosave, AutosaveOutcome, KeptContent};
use kneenote::store::checks::{Checks, KeptCheck};
use kneenote::store::earlier::EarlierName;
use kneenote::store::folders::Folders;

/// A disk that hangs goes on after this, whatever happens.
const HANGS: Duration = Duration::from_secs(20);

/// A word that stands in every text here and nowhere else.
const MARKER: &str = "zebra-marker";

fn text(of: &str) -> String {
    format!("(version: 1, words: {{ \"why\": \"{MARKER} {of}\" }})")
}

fn name() -> EarlierName {
    EarlierName { made: Some(date(2026, 11, 23)), side: Some(Side::Right), name: "Kneecap".to_owned() }
}

struct Home {
    root: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    fn folders(&self) -> Folders {
        Folders::under(self.root.path())
    }

    fn checks(&self) -> Checks {
        Checks::new(self.folders())
    }

    fn autosave(&self, read: Option<String>) -> Autosave {
        let known = read.map_or(KeptContent::Nothing, KeptContent::Text);
        Autosave::start(self.checks(), known, || {}).unwrap()
    }

    fn current(&self) -> PathBuf {
        self.folders().data.join("current.kneenote")
    }

    fn files(&self) -> Vec<PathBuf> {
        fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() { walk(&path, found) } else { found.push(path) }
            }
        }
        let mut found = Vec::new();
        walk(self.root.path(), &mut found);
        found
    }

    fn files_with_answers(&self) -> Vec<PathBuf> {
        let has_marker = |path: &PathBuf| String::from_utf8_lossy(&std::fs::read(path).unwrap()).contains(MARKER);
        self.files().into_iter().filter(has_marker).collect()
    }
}

#[test]
fn nothing_is_kept_before_anything_was_said() {
    let home = Home::new();
    assert_eq!(home.checks().open(), KeptCheck::Nothing);
    assert_eq!(home.files(), Vec::<PathBuf>::new());
}

#[test]
fn what_was_kept_comes_back_and_the_newest_wins() {
    let home = Home::new();
    for of in ["one", "two"] {
        home.checks().keep(&text(of)).unwrap();
        assert_eq!(home.checks().open(), KeptCheck::Check(text(of)));
    }
    assert_eq!(home.files(), [home.current()]);
}

/// How soon, says the keeper's own test of what is due when.
#[test]
fn a_change_is_on_the_disk_while_typing_goes_on_and_the_last_letter_too() {
    let home = Home::new();
    let autosave = home.autosave(None);
    let mut letters = 0..;
    wait_until("what is typed is on the disk while typing goes on", || {
        autosave.keep(text(&letters.next().unwrap_or(0).to_string()), name());
        home.current().exists()
    });
    autosave.keep(text("last"), name());
    wait_until("the last letter is on the disk", || home.checks().open() == KeptCheck::Check(text("last")));
}

#[test]
fn saying_that_something_changed_waits_for_no_disk() {
    let home = Home::new();
    let (tell, told) = mpsc::channel();
    let (release, released) = mpsc::channel::<()>();
    let released = Mutex::new(released);
    // The first outcome is told, and then the thread that writes hangs; not for ever, so that a fault is told too.
    let wake = move || {
        tell.send("hangs").unwrap();
        let is_released = released.lock().unwrap().recv_timeout(HANGS).is_ok();
        tell.send(if is_released { "was released" } else { "went on by itself" }).unwrap();
    };
    let autosave = Autosave::start(home.checks(), KeptContent::Nothing, wake).unwrap();
    autosave.keep(text("first"), name());
    assert_eq!(told.recv(), Ok("hangs"));
    for number in 0..10_000 {
        autosave.keep(text(&number.to_string()), name());
    }
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first")), "saying it waited until the disk went on");
    release.send(()).unwrap();
    assert_eq!(told.recv(), Ok("was released"), "all was said while the disk hung");
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("9999")));
}

#[test]
fn closing_writes_what_still_waits() {
    let home = Home::new();
    let autosave = home.autosave(None);
    autosave.keep(text("late"), name());
    drop(autosave);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("late")));
}

#[test]
fn a_fault_is_told_and_the_answers_are_written_when_it_is_over() {
    let home = Home::new();
    // A file where the folder should be: no rights help.
    std::fs::write(&home.folders().data, "").unwrap();
    let woken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&woken);
    let wake = move || {
        count.fetch_add(1, Ordering::Relaxed);
    };
    let autosave = Autosave::start(home.checks(), KeptContent::Nothing, wake).unwrap();
    assert_eq!(autosave.last(), AutosaveOutcome::Nothing);
    autosave.keep(text("one"), name());
    assert!(matches!(autosave.flush(), AutosaveOutcome::Failed(_)));
    assert_eq!(woken.load(Ordering::Relaxed), 1);
    std::fs::remove_file(&home.folders().data).unwrap();
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
    assert_eq!(woken.load(Ordering::Relaxed), 2);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("one")));
}

#[test]
fn a_file_that_is_no_text_is_set_aside_and_the_old_ones_stay() {
    let home = Home::new();
    std::fs::create_dir_all(home.folders().data).unwrap();
    let too_large = vec![b'x'; 2 * 1024 * 1024];
    for (number, bytes) in [&b"\xff\xfe"[..], b"", &too_large].into_iter().enumerate() {
        std::fs::write(home.current(), bytes).unwrap();
        let KeptCheck::Damaged { moved_to: Some(bad) } = home.checks().open() else { panic!("not set aside") };
        assert!(bad.to_string_lossy().ends_with(".bad"), "{bad:?}");
        assert_eq!(std::fs::read(bad).unwrap(), bytes);
        assert_eq!(home.checks().open(), KeptCheck::Nothing);
        assert_eq!(home.files().len(), number + 1);
    }
}

#[test]
fn a_check_that_cannot_be_read_is_set_aside_and_new_answers_are_kept() {
    let home = Home::new();
    home.checks().keep("(version: 1, wor").unwrap();
    let bad = home.checks().set_aside().unwrap().unwrap();
    assert_eq!(bad.file_name().unwrap(), "current.kneenote.bad");
    assert_eq!(home.checks().set_aside(), Ok(None));
    let autosave = home.autosave(None);
    autosave.keep(text("new"), name());
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
    assert_eq!(std::fs::read_to_string(bad).unwrap(), "(version: 1, wor");
}

#[test]
fn what_a_killed_program_left_half_written_goes_at_the_next_start() {
    let home = Home::new();
    home.checks().keep(&text("whole")).unwrap();
    let earlier = home.checks().earlier().add(&text("earlier"), &name()).unwrap();
    let half = [".current.kneenote.aB3.part", "earlier/.2026-11-23, right, Kneecap.kneenote.aB3.part"];
    for name in half {
        std::fs::write(home.folders().data.join(name), "(version: 1, wor").unwrap();
    }
    let mine = home.folders().data.join(".mine.part");
    std::fs::write(&mine, "mine").unwrap();
    assert_eq!(home.checks().open(), KeptCheck::Check(text("whole")));
    assert_eq!(home.files_with_answers().len(), 2);
    assert!(half.iter().all(|name| !home.folders().data.join(name).exists()));
    assert!(earlier.exists() && mine.exists());
}
