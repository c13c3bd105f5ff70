//! Deleting leaves nothing, whatever other copies and programs left.

use std::path::PathBuf;

use super::{Home, MARKER, name, text};
use kneenote::store::autosave::AutosaveOutcome;
use kneenote::store::checks::KeptCheck;
use kneenote::store::earlier::EarlierName;

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
    let autosave = home.autosave(None);
    autosave.keep(text("kept"), name());
    autosave.flush();
    autosave.keep(text("still waiting"), name());
    assert_eq!(home.files_with_answers().len(), 7);
    autosave.delete_all(Vec::new()).unwrap();
    assert_eq!(home.files_with_answers(), Vec::<PathBuf>::new());
    // What tells other running copies of it stays, and holds nothing.
    assert_eq!(home.files(), [data.join("lock")]);
    assert!(std::fs::read(data.join("lock")).unwrap().iter().all(|byte| *byte == 0));
    // What waited is not written later, and not on closing.
    autosave.flush();
    assert_eq!(home.files_with_answers(), Vec::<PathBuf>::new());
    drop(autosave);
    assert_eq!(home.files_with_answers(), Vec::<PathBuf>::new());
}

#[test]
fn deleting_can_be_undone_and_spares_files_of_the_runner() {
    let home = Home::new();
    let autosave = home.autosave(None);
    autosave.keep(text("one"), name());
    autosave.flush();
    let mine = home.folders().data.join("mine.txt");
    std::fs::write(&mine, "mine").unwrap();
    autosave.delete_all(Vec::new()).unwrap();
    assert_eq!(home.files().iter().filter(|path| !path.ends_with("lock")).collect::<Vec<_>>(), [&mine]);
    autosave.keep(text("one"), name());
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
    assert_eq!(home.checks().open(), KeptCheck::Check(text("one")));
}

#[test]
fn what_one_copy_deleted_no_other_writes_back_until_it_is_asked_for() {
    let home = Home::new();
    home.checks().keep(&text("one")).unwrap();
    let (first, second) = (home.autosave(Some(text("one"))), home.autosave(Some(text("one"))));
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
    let third = home.autosave(None);
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
    let (first, second) = (home.autosave(None), home.autosave(None));
    first.keep(text("first"), name());
    first.flush();
    second.keep(text("second"), name());
    assert!(matches!(second.flush(), AutosaveOutcome::ChangedElsewhere { .. }));
    first.delete_all(Vec::new()).unwrap();
    second.keep(text("second again"), name());
    assert_eq!(second.flush(), AutosaveOutcome::DeletedElsewhere);
    assert_eq!(home.files_with_answers(), Vec::<PathBuf>::new());
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_deleted_with_it() {
    let home = Home::new();
    let elsewhere = home.root.path().join("elsewhere");
    std::fs::create_dir_all(home.folders().data).unwrap();
    std::fs::write(&elsewhere, text("old")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, home.current()).unwrap();
    let autosave = home.autosave(Some(text("old")));
    autosave.keep(text("new"), name());
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
    assert_eq!(std::fs::read_to_string(&elsewhere).unwrap(), text("new"));
    autosave.delete_all(Vec::new()).unwrap();
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
