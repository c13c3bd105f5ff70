//! Places that cannot be read, are no file, or may not be written.

use std::path::Path;

use super::{Home, name, text};
use kneenote::store::autosave::{Autosave, AutosaveOutcome, KeptContent, ReplacedCheck};
use kneenote::store::checks::KeptCheck;
use kneenote::store::save_error::SaveError;
use kneenote::store::settings::{KeepAnswers, Settings};

/// A link in a circle can be read by nobody, not even by the administrator.
#[cfg(unix)]
fn make_unreadable(path: &Path) {
    std::os::unix::fs::symlink(path.file_name().unwrap(), path).unwrap();
}

#[cfg(unix)]
#[test]
fn nothing_is_written_while_the_choice_about_keeping_cannot_be_read() {
    let home = Home::new();
    let autosave = home.autosave(None);
    std::fs::create_dir_all(home.folders().config).unwrap();
    let settings = home.folders().config.join("settings.ron");
    make_unreadable(&settings);
    autosave.keep(text("one"), name());
    assert!(matches!(autosave.flush(), AutosaveOutcome::Failed(_)));
    assert_eq!(home.checks().open(), KeptCheck::Nothing);
    std::fs::remove_file(&settings).unwrap();
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept, "it is tried again");
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
    let autosave = Autosave::start(home.checks(), KeptContent::Unread, || {}).unwrap();
    autosave.keep(text("meanwhile"), name());
    assert!(matches!(autosave.flush(), AutosaveOutcome::BesideUnread { .. }));
    std::fs::rename(&elsewhere, home.current()).unwrap();
    autosave.keep(text("meanwhile, on"), name());
    autosave.flush();
    assert_eq!(home.checks().open(), KeptCheck::Check(text("intact")));
    assert_eq!(home.checks().earlier().list().len(), 1);
    // Once it was read, it is the one that is gone on with.
    autosave.begin(ReplacedCheck::Stays);
    autosave.read(text("intact"));
    autosave.keep(text("intact, on"), name());
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
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
    let autosave = home.autosave(Some(text("old")));
    let taken_out = home.root.path().join("taken out");
    std::fs::rename(&disk, &taken_out).unwrap();
    assert!(matches!(home.checks().open(), KeptCheck::NotRead(_)));
    autosave.keep(text("new"), name());
    assert!(matches!(autosave.flush(), AutosaveOutcome::Failed(_)));
    std::fs::rename(&taken_out, &disk).unwrap();
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
    assert_eq!(std::fs::read_to_string(disk.join("knee")).unwrap(), text("new"));
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
    let autosave = home.autosave(None);
    autosave.keep(text("one"), name());
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
    let chosen = Settings { keep_answers: KeepAnswers::DoNotKeep, ..Settings::default() };
    chosen.keep(&home.folders()).unwrap();
    assert_eq!(Settings::open(&home.folders()), chosen);
    autosave.delete_all(Vec::new()).unwrap();
    assert!(!Path::new("/dev/zero").metadata().unwrap().is_file());
}

#[cfg(unix)]
#[test]
fn answers_are_for_the_runner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    home.checks().keep(&text("one")).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    let autosave = home.autosave(Some(text("one")));
    let data = home.folders().data;
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o755)).unwrap();
    std::fs::write(data.join("lock"), "").unwrap();
    std::fs::set_permissions(data.join("lock"), std::fs::Permissions::from_mode(0o644)).unwrap();
    autosave.keep(text("two"), name());
    assert_eq!(autosave.flush(), AutosaveOutcome::Kept);
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
