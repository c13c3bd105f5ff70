//! Promise: answers are kept whole, a damaged file is set aside, another running copy is never written over, and
//! deleting leaves no trace.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Mutex, mpsc};
use std::time::Duration;

use crate::patience::wait_until;
use jiff::civil::date;
use kneenote::check::spot::Side;
use kneenote::store::autosave::{Autosave, AutosaveOutcome, Known, Replaced};
use kneenote::store::checks::{Checks, KeptCheck};
use kneenote::store::earlier::EarlierName;
use kneenote::store::folders::Folders;
use kneenote::store::save_error::SaveError;
use kneenote::store::settings::{KeepAnswers, Settings};

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

    fn keeper(&self, read: Option<String>) -> Autosave {
        let known = read.map_or(Known::Nothing, Known::Text);
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
    let keeper = home.keeper(None);
    let mut letters = 0..;
    wait_until("what is typed is on the disk while typing goes on", || {
        keeper.keep(text(&letters.next().unwrap_or(0).to_string()), name());
        home.current().exists()
    });
    keeper.keep(text("last"), name());
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
    let keeper = Autosave::start(home.checks(), Known::Nothing, wake).unwrap();
    keeper.keep(text("first"), name());
    assert_eq!(told.recv(), Ok("hangs"));
    for number in 0..10_000 {
        keeper.keep(text(&number.to_string()), name());
    }
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first")), "saying it waited until the disk went on");
    release.send(()).unwrap();
    assert_eq!(told.recv(), Ok("was released"), "all was said while the disk hung");
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("9999")));
}

#[test]
fn closing_writes_what_still_waits() {
    let home = Home::new();
    let keeper = home.keeper(None);
    keeper.keep(text("late"), name());
    drop(keeper);
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
    let keeper = Autosave::start(home.checks(), Known::Nothing, wake).unwrap();
    assert_eq!(keeper.last(), AutosaveOutcome::Nothing);
    keeper.keep(text("one"), name());
    assert!(matches!(keeper.flush(), AutosaveOutcome::Failed(_)));
    assert_eq!(woken.load(Ordering::Relaxed), 1);
    std::fs::remove_file(&home.folders().data).unwrap();
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
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
    let keeper = home.keeper(None);
    keeper.keep(text("new"), name());
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
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

#[test]
fn deleting_leaves_no_trace() {
    let home = Home::new();
    let checks = home.checks();
    for of in ["one", "two"] {
        checks.keep(&text(of)).unwrap();
        checks.earlier().add(&text(of), &EarlierName { name: MARKER.to_owned(), ..name() }).unwrap();
        checks.set_aside().unwrap();
    }
    let data = home.folders().data;
    for temporary in [".current.kneenote.aB3.part", "earlier/.2026-11-23.kneenote.aB3.part"] {
        std::fs::write(data.join(temporary), text("killed")).unwrap();
    }
    let keeper = home.keeper(None);
    keeper.keep(text("kept"), name());
    keeper.flush();
    keeper.keep(text("still waiting"), name());
    assert_eq!(home.files_with_answers().len(), 7);
    keeper.delete_all(Vec::new()).unwrap();
    assert_eq!(home.files_with_answers(), Vec::<PathBuf>::new());
    // What tells other running copies of it stays, and holds nothing.
    assert_eq!(home.files(), [data.join("lock")]);
    assert!(std::fs::read(data.join("lock")).unwrap().iter().all(|byte| *byte == 0));
    // What waited is not written later, and not on closing.
    keeper.flush();
    assert_eq!(home.files_with_answers(), Vec::<PathBuf>::new());
    drop(keeper);
    assert_eq!(home.files_with_answers(), Vec::<PathBuf>::new());
}

#[test]
fn deleting_can_be_undone_and_spares_files_of_the_runner() {
    let home = Home::new();
    let keeper = home.keeper(None);
    keeper.keep(text("one"), name());
    keeper.flush();
    let mine = home.folders().data.join("mine.txt");
    std::fs::write(&mine, "mine").unwrap();
    keeper.delete_all(Vec::new()).unwrap();
    assert_eq!(home.files().iter().filter(|path| !path.ends_with("lock")).collect::<Vec<_>>(), [&mine]);
    keeper.keep(text("one"), name());
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("one")));
}

#[test]
fn an_earlier_check_can_be_found_and_never_replaces_another() {
    let home = Home::new();
    let earlier = home.checks().earlier();
    for of in ["one", "two"] {
        earlier.add(&text(of), &name()).unwrap();
    }
    earlier.add(&text("old"), &EarlierName { made: Some(date(2025, 1, 1)), ..name() }).unwrap();
    let list = earlier.list();
    let names: Vec<_> = list.iter().map(|check| check.name.name.as_str()).collect();
    assert_eq!(names, ["Kneecap (2)", "Kneecap", "Kneecap"], "the newest first");
    assert_eq!(earlier.read(&list[1].path).unwrap(), text("one"));
    assert_eq!(list[2].name.made, Some(date(2025, 1, 1)));
}

#[test]
fn another_name_never_replaces_another_check() {
    let home = Home::new();
    let earlier = home.checks().earlier();
    for of in ["one", "two"] {
        earlier.add(&text(of), &EarlierName { name: of.to_owned(), ..name() }).unwrap();
    }
    let one = earlier.list().into_iter().find(|check| check.name.name == "one").unwrap();
    let path = earlier.rename(&one, "two").unwrap();
    assert_eq!(earlier.read(&path).unwrap(), text("one"));
    let names: Vec<_> = earlier.list().into_iter().map(|check| check.name.name).collect();
    assert_eq!(names, ["two (2)", "two"]);
    let two = earlier.list().into_iter().find(|check| check.name.name == "two").unwrap();
    assert_eq!(earlier.rename(&two, "two"), Ok(two.path.clone()), "the same name changes nothing");
    assert_eq!(earlier.read(&two.path).unwrap(), text("two"));
}

#[test]
fn what_was_taken_away_can_be_put_back_as_it_was() {
    let home = Home::new();
    let earlier = home.checks().earlier();
    let path = earlier.add(&text("one"), &name()).unwrap();
    let taken = earlier.take_away(&path).unwrap();
    assert_eq!(home.files(), Vec::<PathBuf>::new());
    earlier.add(&text("two"), &name()).unwrap();
    let back = earlier.put_back(&taken).unwrap();
    assert_ne!(back, path, "another one took the name meanwhile");
    assert_eq!(earlier.read(&back).unwrap(), text("one"));
    assert_eq!(earlier.read(&path).unwrap(), text("two"));
}

#[test]
fn another_running_copy_is_never_written_over() {
    let home = Home::new();
    home.checks().keep(&text("both read this")).unwrap();
    let (first, second) = (home.keeper(Some(text("both read this"))), home.keeper(Some(text("both read this"))));
    first.keep(text("first"), name());
    assert_eq!(first.flush(), AutosaveOutcome::Kept);
    second.keep(text("second"), name());
    let AutosaveOutcome::ChangedElsewhere { kept_as } = second.flush() else { panic!("{:?}", second.last()) };
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first")));
    assert_eq!(std::fs::read_to_string(&kept_as).unwrap(), text("second"));
    assert_eq!(home.checks().earlier().list()[0].path, kept_as);
    // Each goes on with its own file.
    first.keep(text("first again"), name());
    assert_eq!(first.flush(), AutosaveOutcome::Kept);
    second.keep(text("second again"), name());
    assert_eq!(second.flush(), AutosaveOutcome::ChangedElsewhere { kept_as: kept_as.clone() });
    assert_eq!(std::fs::read_to_string(&kept_as).unwrap(), text("second again"));
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first again")));
}

/// An empty window knows nothing of the file of another.
#[test]
fn saying_nothing_takes_only_what_this_copy_wrote_or_read() {
    let home = Home::new();
    let (first, second) = (home.keeper(None), home.keeper(None));
    first.keep(text("first"), name());
    assert_eq!(first.flush(), AutosaveOutcome::Kept);
    second.keep_nothing();
    second.flush();
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first")), "written by the other copy");
    let third = home.keeper(Some(text("first")));
    first.keep(text("first again"), name());
    first.flush();
    third.keep_nothing();
    third.flush();
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first again")), "changed since it was read");
    // Beside the other copy, what was taken back goes and nothing else.
    second.keep(text("second"), name());
    let AutosaveOutcome::ChangedElsewhere { kept_as } = second.flush() else { panic!("{:?}", second.last()) };
    second.keep_nothing();
    second.flush();
    assert!(!kept_as.exists());
    assert_eq!(home.checks().open(), KeptCheck::Check(text("first again")));
    first.keep_nothing();
    first.flush();
    assert_eq!(home.checks().open(), KeptCheck::Nothing, "its own");
}

#[test]
fn what_was_only_read_is_not_written_beside_what_another_copy_made_of_it() {
    let home = Home::new();
    home.checks().keep(&text("one")).unwrap();
    let (first, second) = (home.keeper(Some(text("one"))), home.keeper(Some(text("one"))));
    first.keep(text("two"), name());
    first.flush();
    second.keep(text("one"), name());
    assert_eq!(second.flush(), AutosaveOutcome::Kept);
    assert_eq!(home.files_with_answers(), [home.current()]);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("two")));
}

#[test]
fn beside_another_copy_each_check_has_its_own_file() {
    let home = Home::new();
    home.checks().keep(&text("of another")).unwrap();
    let keeper = home.keeper(None);
    let keep = |of: &str| {
        keeper.keep(text(of), name());
        let AutosaveOutcome::ChangedElsewhere { kept_as } = keeper.flush() else { panic!("{:?}", keeper.last()) };
        assert_eq!(std::fs::read_to_string(&kept_as).unwrap(), text(of));
        kept_as
    };
    let one = keep("one");
    keeper.begin(Replaced::Stays);
    let two = keep("two");
    assert_ne!(one, two);
    assert_eq!(std::fs::read_to_string(&one).unwrap(), text("one"), "not written over");
    keeper.begin(Replaced::Goes);
    let three = keep("three");
    assert!(one.exists() && !two.exists() && three.exists());
    assert_eq!(home.checks().open(), KeptCheck::Check(text("of another")));
}

#[test]
fn of_many_copies_writing_at_once_no_answer_is_lost() {
    const COPIES: usize = 8;
    let home = Home::new();
    let keepers: Vec<_> = (0..COPIES).map(|_| home.keeper(None)).collect();
    let barrier = Barrier::new(COPIES);
    std::thread::scope(|scope| {
        for (number, keeper) in keepers.into_iter().enumerate() {
            let barrier = &barrier;
            scope.spawn(move || {
                keeper.keep(text(&format!("copy {number}")), name());
                barrier.wait();
                keeper.flush();
            });
        }
    });
    let texts: Vec<_> = home.files_with_answers().iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    for number in 0..COPIES {
        assert!(texts.contains(&text(&format!("copy {number}"))), "copy {number} is lost: {texts:?}");
    }
}

#[test]
fn what_one_copy_deleted_no_other_writes_back_until_it_is_asked_for() {
    let home = Home::new();
    home.checks().keep(&text("one")).unwrap();
    let (first, second) = (home.keeper(Some(text("one"))), home.keeper(Some(text("one"))));
    first.keep(text("two"), name());
    assert_eq!(first.flush(), AutosaveOutcome::Kept);
    second.delete_all(Vec::new()).unwrap();
    for said in ["two", "three"] {
        first.keep(text(said), name());
        assert_eq!(first.flush(), AutosaveOutcome::DeletedElsewhere);
        assert_eq!(home.files_with_answers(), Vec::<PathBuf>::new());
    }
    first.keep(text("on closing"), name());
    drop(first);
    assert_eq!(home.files_with_answers(), Vec::<PathBuf>::new());
    // The copy that deleted goes on, and so does one that was asked to.
    second.keep(text("new"), name());
    assert_eq!(second.flush(), AutosaveOutcome::Kept);
    let third = home.keeper(None);
    second.delete_all(Vec::new()).unwrap();
    third.keep(text("asked for"), name());
    assert_eq!(third.flush(), AutosaveOutcome::DeletedElsewhere);
    third.adopt();
    third.keep(text("asked for"), name());
    assert_eq!(third.flush(), AutosaveOutcome::Kept);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("asked for")));
}

#[test]
fn what_was_deleted_is_not_written_back_among_the_earlier_checks_either() {
    let home = Home::new();
    let (first, second) = (home.keeper(None), home.keeper(None));
    first.keep(text("first"), name());
    first.flush();
    second.keep(text("second"), name());
    assert!(matches!(second.flush(), AutosaveOutcome::ChangedElsewhere { .. }));
    first.delete_all(Vec::new()).unwrap();
    second.keep(text("second again"), name());
    assert_eq!(second.flush(), AutosaveOutcome::DeletedElsewhere);
    assert_eq!(home.files_with_answers(), Vec::<PathBuf>::new());
}

#[test]
fn a_file_that_was_taken_away_by_hand_is_kept_anew_with_what_is_said_next() {
    let home = Home::new();
    let keeper = home.keeper(None);
    keeper.keep(text("one"), name());
    keeper.flush();
    std::fs::remove_dir_all(home.folders().data).unwrap();
    keeper.keep(text("two"), name());
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("two")));
}

#[test]
fn the_newest_choice_about_keeping_holds_for_every_copy() {
    let home = Home::new();
    let keeper = home.keeper(None);
    keeper.keep(text("one"), name());
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
    let choose = |keep_answers| Settings { keep_answers, ..Settings::default() }.keep(&home.folders()).unwrap();
    choose(KeepAnswers::DoNotKeep);
    keeper.keep(text("two"), name());
    assert_eq!(keeper.flush(), AutosaveOutcome::NotKeeping);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("one")));
    choose(KeepAnswers::Keep);
    keeper.keep(text("three"), name());
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
}

/// A link in a circle can be read by nobody, not even by the administrator.
#[cfg(unix)]
fn make_unreadable(path: &Path) {
    std::os::unix::fs::symlink(path.file_name().unwrap(), path).unwrap();
}

#[cfg(unix)]
#[test]
fn nothing_is_written_while_the_choice_about_keeping_cannot_be_read() {
    let home = Home::new();
    let keeper = home.keeper(None);
    std::fs::create_dir_all(home.folders().config).unwrap();
    let settings = home.folders().config.join("settings.ron");
    make_unreadable(&settings);
    keeper.keep(text("one"), name());
    assert!(matches!(keeper.flush(), AutosaveOutcome::Failed(_)));
    assert_eq!(home.checks().open(), KeptCheck::Nothing);
    std::fs::remove_file(&settings).unwrap();
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept, "it is tried again");
}

#[cfg(unix)]
#[test]
fn an_intact_file_that_cannot_be_read_for_the_moment_stays_where_it_is() {
    let home = Home::new();
    home.checks().keep(&text("intact")).unwrap();
    let elsewhere = home.root.path().join("elsewhere");
    std::fs::rename(home.current(), &elsewhere).unwrap();
    make_unreadable(&home.current());
    assert!(matches!(home.checks().open(), KeptCheck::NotRead(_)));
    // What is said meanwhile never takes its place.
    let keeper = Autosave::start(home.checks(), Known::Unread, || {}).unwrap();
    keeper.keep(text("meanwhile"), name());
    assert!(matches!(keeper.flush(), AutosaveOutcome::BesideUnread { .. }));
    std::fs::rename(&elsewhere, home.current()).unwrap();
    keeper.keep(text("meanwhile, on"), name());
    keeper.flush();
    assert_eq!(home.checks().open(), KeptCheck::Check(text("intact")));
    assert_eq!(home.checks().earlier().list().len(), 1);
    // Once it was read, it is the one that is gone on with.
    keeper.begin(Replaced::Stays);
    keeper.read(text("intact"));
    keeper.keep(text("intact, on"), name());
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("intact, on")));
}

#[cfg(unix)]
#[test]
fn a_link_whose_disk_is_gone_is_no_empty_place() {
    let home = Home::new();
    let disk = home.root.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    std::fs::create_dir_all(home.folders().data).unwrap();
    std::os::unix::fs::symlink(disk.join("knee"), home.current()).unwrap();
    std::fs::write(disk.join("knee"), text("old")).unwrap();
    let keeper = home.keeper(Some(text("old")));
    let taken_out = home.root.path().join("taken out");
    std::fs::rename(&disk, &taken_out).unwrap();
    assert!(matches!(home.checks().open(), KeptCheck::NotRead(_)));
    keeper.keep(text("new"), name());
    assert!(matches!(keeper.flush(), AutosaveOutcome::Failed(_)));
    std::fs::rename(&taken_out, &disk).unwrap();
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
    assert_eq!(std::fs::read_to_string(disk.join("knee")).unwrap(), text("new"));
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_deleted_with_it() {
    let home = Home::new();
    let elsewhere = home.root.path().join("elsewhere");
    std::fs::create_dir_all(home.folders().data).unwrap();
    std::fs::write(&elsewhere, text("old")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, home.current()).unwrap();
    let keeper = home.keeper(Some(text("old")));
    keeper.keep(text("new"), name());
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
    assert_eq!(std::fs::read_to_string(&elsewhere).unwrap(), text("new"));
    keeper.delete_all(Vec::new()).unwrap();
    assert_eq!(home.files_with_answers(), Vec::<PathBuf>::new());
    assert!(!elsewhere.exists() && !home.current().is_symlink());
}

#[test]
fn deleting_takes_the_copies_that_other_programs_made_beside_and_half_written_pages() {
    let home = Home::new();
    let folders = home.folders();
    home.checks().keep(&text("one")).unwrap();
    home.checks().earlier().add(&text("two"), &name()).unwrap();
    let saved_in = home.root.path().join("pages");
    std::fs::create_dir(&saved_in).unwrap();
    for copy in [
        folders.data.join("current.sync-conflict-20261130-101500-ABC.kneenote"),
        folders.data.join("current.kneenote~"),
        folders.data.join("current (conflicted copy).kneenote"),
        folders.data.join("earlier/-, left, Hills.kneenote.bak"),
        folders.data.join("earlier/.-, left, Hills.kneenote.swp"),
        folders.documents.join(".kneenote-page-aB3dEf.part"),
        saved_in.join(".kneenote-page-aB3dEf.part"),
    ] {
        std::fs::write(copy, text("copy")).unwrap();
    }
    let page = saved_in.join("knee.txt");
    std::fs::write(&page, text("a saved page")).unwrap();
    assert_eq!(home.files_with_answers().len(), 10);
    home.checks().delete_all(&[saved_in]).unwrap();
    assert_eq!(home.files_with_answers(), [page]);
}

/// What is being written has its lock, which a killed program has lost.
#[test]
fn the_next_start_sweeps_what_killed_programs_left_and_nothing_else() {
    let home = Home::new();
    home.checks().keep(&text("whole")).unwrap();
    let folders = home.folders();
    std::fs::create_dir_all(&folders.config).unwrap();
    let left = [folders.data.join(".kneenote-kept-aB3dEf.part"), folders.config.join(".kneenote-kept-aB3dEf.part")];
    let alive = folders.data.join(".kneenote-kept-0B3dEf.part");
    let mine = folders.data.join(".kneenote-film.part");
    for path in left.iter().chain([&alive, &mine]) {
        std::fs::write(path, "half").unwrap();
    }
    let writing = std::fs::File::open(&alive).unwrap();
    writing.try_lock().unwrap();
    _ = home.checks().open();
    assert!(left.iter().all(|path| !path.exists()) && alive.exists() && mine.exists());
    drop(writing);
    _ = home.checks().open();
    assert!(!alive.exists());
}

/// No test can hold more than that, and no check is larger.
#[test]
fn a_file_too_large_for_a_check_is_deleted_and_renamed_without_being_read() {
    const LARGE: u64 = 8 << 30;
    let home = Home::new();
    let earlier = home.checks().earlier();
    let path = earlier.add(&text("one"), &name()).unwrap();
    let grow = |path: &Path| std::fs::File::options().write(true).open(path).unwrap().set_len(LARGE).unwrap();
    grow(&path);
    let path = earlier.rename(&earlier.list()[0], "Film").unwrap();
    assert_eq!(path.metadata().unwrap().len(), LARGE);
    assert!(earlier.take_away(&path).is_err() && earlier.copy_all().is_empty());
    assert_eq!(earlier.delete(&path), Ok(None));
    assert!(!path.exists());
    let path = earlier.add(&text("two"), &name()).unwrap();
    grow(&path);
    home.checks().delete_all(&[]).unwrap();
    assert!(!path.exists());
}

#[test]
fn a_check_that_is_there_already_is_known_whatever_it_is_called() {
    let home = Home::new();
    let earlier = home.checks().earlier();
    assert!(!earlier.holds(&text("one")));
    earlier.add(&text("one"), &EarlierName { name: "Hills".to_owned(), ..name() }).unwrap();
    assert!(earlier.holds(&text("one")) && !earlier.holds(&text("two")));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_moved_out_of_the_way_and_never_opened() {
    let home = Home::new();
    std::fs::create_dir_all(home.folders().data).unwrap();
    std::fs::create_dir_all(home.folders().config).unwrap();
    for name in ["data/current.kneenote", "data/lock", "config/settings.ron"] {
        std::os::unix::fs::symlink("/dev/zero", home.root.path().join(name)).unwrap();
    }
    let KeptCheck::Damaged { moved_to: Some(_) } = home.checks().open() else { panic!("not moved") };
    assert_eq!(Settings::open(&home.folders()), Settings::default());
    let keeper = home.keeper(None);
    keeper.keep(text("one"), name());
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
    let chosen = Settings { keep_answers: KeepAnswers::DoNotKeep, ..Settings::default() };
    chosen.keep(&home.folders()).unwrap();
    assert_eq!(Settings::open(&home.folders()), chosen);
    keeper.delete_all(Vec::new()).unwrap();
    assert!(!Path::new("/dev/zero").metadata().unwrap().is_file());
}

#[cfg(unix)]
#[test]
fn answers_are_for_the_runner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    home.checks().keep(&text("one")).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    let keeper = home.keeper(Some(text("one")));
    let data = home.folders().data;
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o755)).unwrap();
    std::fs::write(data.join("lock"), "").unwrap();
    std::fs::set_permissions(data.join("lock"), std::fs::Permissions::from_mode(0o644)).unwrap();
    keeper.keep(text("two"), name());
    assert_eq!(keeper.flush(), AutosaveOutcome::Kept);
    assert_eq!((mode(&home.current()), mode(&data.join("lock"))), (0o600, 0o600));
    assert_eq!(mode(&data), 0o700, "what was open before is closed");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_says_so_and_keeps_the_old_answers() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    home.checks().keep(&text("old")).unwrap();
    let data = home.folders().data;
    let set = |mode| std::fs::set_permissions(&data, std::fs::Permissions::from_mode(mode)).unwrap();
    set(0o500);
    // Nobody forbids anything to the administrator.
    if std::fs::write(data.join("probe"), "").is_err() {
        assert_eq!(home.checks().keep(&text("new")), Err(SaveError::NotAllowed));
    }
    set(0o700);
    assert!(matches!(home.checks().open(), KeptCheck::Check(_)));
    assert_eq!(home.files_with_answers().len(), 1);
}
