//! Promise: saving the note makes one whole file, never writes over a file nobody asked about, and leaves the old file
//! as it was when something fails.

use std::path::{Path, PathBuf};

use kneenote::desktop::save_note::{self, SaveError, TextKind};

/// Saves the page as people read it.
fn save(chosen: &Path, text: &str) -> Result<PathBuf, SaveError> {
    save_note::save(chosen, text, TextKind::Plain)
}

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
        ("gone/note.txt", SaveError::PlaceGone),
        ("gone/note", SaveError::PlaceGone),
        ("file/note.txt", SaveError::PlaceGone),
        ("folder.txt", SaveError::BadName),
    ] {
        assert_eq!(save(&folder.path().join(name), TEXT), Err(fault), "{name}");
    }
    assert_eq!(save(Path::new("/"), TEXT), Err(SaveError::BadName));
    let long = folder.path().join(format!("{}.txt", "x".repeat(300)));
    assert_eq!(save(&long, TEXT), Err(SaveError::BadName));
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
        assert_eq!(save(&folder.path().join("other.txt"), TEXT), Err(SaveError::NotAllowed));
        std::fs::set_permissions(&chosen, std::fs::Permissions::from_mode(0o400)).unwrap();
        assert_eq!(save(&chosen, "new"), Err(SaveError::NotAllowed));
        assert_eq!(lines(&chosen), ["RIGHT KNEE", "line two"]);
    }
    set(0o700);
}

/// Who may do what with a file, as `ls` tells it.
#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(unix)]
#[test]
fn a_file_that_is_replaced_is_open_to_the_same_people_as_before() {
    let folder = tempfile::tempdir().unwrap();
    let chosen = folder.path().join("private.txt");
    for before in [0o600, 0o640, 0o644, 0o660, 0o666, 0o200] {
        std::fs::write(&chosen, "old").unwrap();
        set_mode(&chosen, before);
        assert_eq!(save(&chosen, TEXT), Ok(chosen.clone()));
        assert_eq!(mode(&chosen), before, "{before:o}");
        set_mode(&chosen, 0o600);
        assert_eq!(lines(&chosen).len(), 2);
    }
}

#[cfg(unix)]
#[test]
fn a_new_file_is_open_to_whoever_the_other_new_files_are_open_to() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other");
    std::fs::write(&other, "").unwrap();
    for name in ["knee.txt", "knee"] {
        let saved = save(&folder.path().join(name), TEXT).unwrap();
        assert_eq!(mode(&saved), mode(&other), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let chosen = folder.path().join("read only.txt");
    std::fs::write(&chosen, "old").unwrap();
    set_mode(&chosen, 0o444);
    assert_eq!(save(&chosen, TEXT), Err(SaveError::NotAllowed));
    assert_eq!(std::fs::read_to_string(&chosen).unwrap(), "old");
    assert_eq!((mode(&chosen), names(folder.path())), (0o444, vec!["read only.txt".to_owned()]));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_never_replaced() {
    use std::os::unix::fs::FileTypeExt as _;
    let folder = tempfile::tempdir().unwrap();
    let chosen = folder.path().join("socket.txt");
    let _socket = std::os::unix::net::UnixListener::bind(&chosen).unwrap();
    assert_eq!(save(&chosen, TEXT), Err(SaveError::BadName));
    assert!(chosen.metadata().unwrap().file_type().is_socket());
    assert_eq!(names(folder.path()), ["socket.txt"]);
}

#[cfg(unix)]
#[test]
fn every_name_of_the_file_holds_the_new_page() {
    let folder = tempfile::tempdir().unwrap();
    let (chosen, other) = (folder.path().join("knee.txt"), folder.path().join("other name.txt"));
    std::fs::write(&chosen, "an old page that is much longer than the new one, line after line").unwrap();
    std::fs::hard_link(&chosen, &other).unwrap();
    assert_eq!(save(&chosen, TEXT), Ok(chosen.clone()));
    assert_eq!((lines(&chosen), lines(&other)), (lines(&chosen), lines(&chosen)));
    assert_eq!(lines(&other), ["RIGHT KNEE", "line two"]);
    assert_eq!(names(folder.path()), ["knee.txt", "other name.txt"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_that_is_not_there_yet_makes_that_file() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir(at("elsewhere")).unwrap();
    std::os::unix::fs::symlink("second.txt", at("first.txt")).unwrap();
    std::os::unix::fs::symlink("elsewhere/page.txt", at("second.txt")).unwrap();
    assert_eq!(save(&at("first.txt"), TEXT), Ok(at("first.txt")));
    assert!(at("first.txt").is_symlink() && at("second.txt").is_symlink());
    assert!(!at("elsewhere/page.txt").is_symlink());
    assert_eq!(lines(&at("elsewhere/page.txt")), ["RIGHT KNEE", "line two"]);
    std::os::unix::fs::symlink("gone/page.txt", at("astray.txt")).unwrap();
    assert_eq!(save(&at("astray.txt"), TEXT), Err(SaveError::PlaceGone));
    std::os::unix::fs::symlink("round.txt", at("round.txt")).unwrap();
    assert_eq!(save(&at("round.txt"), TEXT), Err(SaveError::BadName));
    assert!(at("astray.txt").is_symlink() && at("round.txt").is_symlink());
}

#[test]
fn a_name_is_as_long_as_the_disk_allows() {
    let folder = tempfile::tempdir().unwrap();
    let most = 255;
    for stem in ["x".repeat(most - 4), "\u{819d}".repeat((most - 4) / 3)] {
        let chosen = folder.path().join(format!("{stem}.txt"));
        assert_eq!(save(&chosen, "old"), Ok(chosen.clone()));
        assert_eq!(save(&chosen, TEXT), Ok(chosen.clone()));
        assert_eq!(save(&folder.path().join(&stem[..stem.len() - 6]), TEXT).map(|path| path.exists()), Ok(true));
    }
    assert_eq!(names(folder.path()).len(), 4);
}

/// A save that was killed leaves a file with the whole page; it is nobody else's.
#[test]
fn what_a_killed_save_left_behind_goes_with_the_next_one() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let others = [".kneenote-page-aB3.part", ".kneenote-page-aB3xY-.part", "kneenote-page-aB3xY9.part", ".a.part"];
    for name in others.iter().chain(&[".kneenote-page-aB3xY9.part", ".kneenote-page-000000.part"]) {
        std::fs::write(at(name), TEXT).unwrap();
    }
    std::fs::create_dir(at(".kneenote-page-folder.part")).unwrap();
    // Another running copy is saving just now.
    let busy = std::fs::File::create(at(".kneenote-page-BUSY01.part")).unwrap();
    busy.lock().unwrap();
    save(&at("knee.txt"), TEXT).unwrap();
    let mut left = [&others[..], &[".kneenote-page-BUSY01.part", ".kneenote-page-folder.part", "knee.txt"]].concat();
    left.sort_unstable();
    assert_eq!(names(folder.path()), left);
}

#[test]
fn lines_of_a_calendar_end_as_its_standard_says_on_every_system() {
    let folder = tempfile::tempdir().unwrap();
    let path = save_note::save(&folder.path().join("runs"), "A\r\nB\r\n", TextKind::Calendar).unwrap();
    assert_eq!(path, folder.path().join("runs.ics"));
    assert_eq!(std::fs::read_to_string(path).unwrap(), "A\r\nB\r\n");
}
