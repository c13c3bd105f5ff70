//! Promise: saving the note makes one whole file, never writes over a file nobody asked about, and leaves the old file
//! as it was when something fails.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on stops here")]

use std::path::Path;

use kneenote::desktop::save_note::{SaveFault, save};

const TEXT: &str = "RIGHT KNEE\nline two\n";

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn lines(path: &Path) -> Vec<String> {
    std::fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn a_name_with_an_ending_is_written_where_it_was_chosen_and_replaced_as_the_dialog_asked() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["knee-note-2026-11-23.txt", "knee.md", "\u{e4} b.TXT", ".hidden.txt"] {
        let chosen = folder.path().join(name);
        std::fs::write(&chosen, "old").unwrap();
        assert_eq!(save(&chosen, TEXT), Ok(chosen.clone()));
        assert_eq!(lines(&chosen), ["RIGHT KNEE", "line two"]);
    }
    assert_eq!(names(folder.path()).len(), 4);
}

#[test]
fn a_name_without_an_ending_gets_one_and_never_replaces_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("knee.txt");
    std::fs::write(&old, "old").unwrap();
    for expected in ["knee (2).txt", "knee (3).txt"] {
        let path = save(&folder.path().join("knee"), TEXT).unwrap();
        assert_eq!(path, folder.path().join(expected));
        assert_eq!(lines(&path).len(), 2);
    }
    assert_eq!(std::fs::read_to_string(&old).unwrap(), "old");
    for (typed, made) in [
        ("knee 2026.11", "knee 2026.11.txt"),
        ("after 10.5 kilometres", "after 10.5 kilometres.txt"),
        ("Dr. Meier", "Dr. Meier.txt"),
        ("dot.", "dot.txt"),
    ] {
        assert_eq!(save(&folder.path().join(typed), TEXT), Ok(folder.path().join(made)), "{typed}");
    }
}

#[test]
fn what_cannot_be_saved_says_why_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("folder.txt")).unwrap();
    std::fs::write(folder.path().join("file"), "").unwrap();
    for (name, fault) in [
        ("gone/note.txt", SaveFault::PlaceGone),
        ("gone/note", SaveFault::PlaceGone),
        ("file/note.txt", SaveFault::PlaceGone),
        ("folder.txt", SaveFault::BadName),
    ] {
        assert_eq!(save(&folder.path().join(name), TEXT), Err(fault), "{name}");
    }
    assert_eq!(save(Path::new("/"), TEXT), Err(SaveFault::BadName));
    let long = folder.path().join(format!("{}.txt", "x".repeat(300)));
    assert_eq!(save(&long, TEXT), Err(SaveFault::BadName));
    assert_eq!(names(folder.path()), ["file", "folder.txt"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_takes_no_second_file_gets_the_chosen_one_written_directly() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let chosen = folder.path().join("note.txt");
    std::fs::write(&chosen, "an old note that is much longer than the new one, line after line").unwrap();
    let set = |mode| std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    set(0o500);
    // Nobody forbids anything to the administrator.
    if std::fs::write(folder.path().join("probe"), "").is_err() {
        assert_eq!(save(&chosen, TEXT), Ok(chosen.clone()));
        assert_eq!(lines(&chosen), ["RIGHT KNEE", "line two"]);
        assert_eq!(save(&folder.path().join("other.txt"), TEXT), Err(SaveFault::NotAllowed));
        std::fs::set_permissions(&chosen, std::fs::Permissions::from_mode(0o400)).unwrap();
        assert_eq!(save(&chosen, "new"), Err(SaveFault::NotAllowed));
        assert_eq!(lines(&chosen), ["RIGHT KNEE", "line two"]);
    }
    set(0o700);
}
