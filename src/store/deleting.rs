//! Which files of our folders hold answers, and how one is deleted.

use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use super::leftovers::is_left;
use super::regular;
use super::save_error::SaveError;

/// What the name of a check ends in, without the point.
pub const ENDING: &str = "kneenote";
/// The name of the check that is being answered, without its ending.
const CURRENT: &str = "current";
/// What the name of the rest of writing one ended in once.
const ONCE_HALF_WRITTEN: &str = ".part";
/// So much of a file shows whether it is a check, in bytes.
const HEAD: u64 = 4096;

/// The files of a folder; none when there is no folder.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    // A link that leads nowhere is a file too.
    entries.map(|entry| entry.path()).filter(|path| path.is_symlink() || !path.is_dir()).collect()
}

/// Whether a file of the data folder holds answers: the current check, a damaged one that was set aside, the rest of
/// writing one, and the copies of it that editors, backups and synced folders make beside it.
pub(super) fn is_current_or_copy(path: &Path) -> bool {
    let name = name_of(path);
    if is_left(&name) || is_half_written(&name) {
        return true;
    }
    // `.current.kneenote.swp`, `#current.kneenote#`, `.syncthing.current.kneenote.tmp`.
    let bare = name.trim_start_matches(['.', '~', '#']);
    let bare = bare.strip_prefix("syncthing").map_or(bare, |rest| rest.trim_start_matches(['.', '~']));
    // `current (conflicted copy).kneenote`, `current.sync-conflict-20261130.kneenote`, `current.kneenote~`.
    let rest = bare.strip_prefix(CURRENT);
    rest.is_some_and(|rest| rest.starts_with(['.', '-', '_', '~']) || rest.starts_with(" (")) && names_a_check(&name)
}

/// Whether a file of the data folder holds runs: `runs.ron`, and the copies that others make beside it.
pub(super) fn is_run_log_or_copy(path: &Path) -> bool {
    let name = name_of(path);
    let bare = name.trim_start_matches(['.', '~', '#']);
    let rest = bare.strip_prefix("runs");
    rest.is_some_and(|rest| rest.starts_with(['.', '-', '_', '~']) || rest.starts_with(" (")) && bare.contains(".ron")
}

/// Whether a file of the folder of earlier checks is one, a copy of one, or the rest of writing one.
pub(super) fn is_earlier_or_copy(path: &Path) -> bool {
    let name = name_of(path);
    is_left(&name) || names_a_check(&name)
}

/// Whether a file is the rest of writing a check that nobody goes on writing.
pub(super) fn is_left_half_written(path: &Path) -> bool {
    is_half_written(&name_of(path))
}

/// As temporary files were called once.
fn is_half_written(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(ONCE_HALF_WRITTEN) && names_a_check(name)
}

fn names_a_check(name: &str) -> bool {
    // A name that begins with it has no name before the ending.
    name.to_ascii_lowercase().find(&format!(".{ENDING}")).is_some_and(|at| at > 0)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Deletes a file that may not be there. Of a link that leads to a check, the check goes too.
///
/// # Errors
/// When it is there and stays, or when a link leads to where nobody can look.
pub(super) fn remove(path: &Path) -> Result<(), SaveError> {
    let led = if path.is_symlink() { remove_linked(path) } else { Ok(()) };
    gone(std::fs::remove_file(path))?;
    Ok(led?)
}

fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(fault) if fault.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Deletes what a link leads to, or empties it where it may not be deleted. A file that is no check is not ours.
fn remove_linked(link: &Path) -> io::Result<()> {
    let target = link.canonicalize()?;
    if !target.is_file() || !holds_check(&target)? {
        return Ok(());
    }
    gone(std::fs::remove_file(&target)).or_else(|fault| {
        let emptied = regular::open(std::fs::File::options().write(true), &target).and_then(|file| file.set_len(0));
        emptied.map_err(|_| fault)
    })
}

/// Whether a file is a check, as far as its first lines show.
fn holds_check(path: &Path) -> io::Result<bool> {
    let mut head = Vec::new();
    regular::open_to_read(path)?.take(HEAD).read_to_end(&mut head)?;
    let head = String::from_utf8_lossy(&head);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    Ok(head.starts_with('(') && head.contains("version"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_our_own_names_are_known_and_files_of_others_are_not() {
        for ours in [
            "current.kneenote",
            "current.kneenote.bad",
            "current (2).kneenote.bad",
            ".current.kneenote.aB3.part",
            ".kneenote-kept-aB3dEf.part",
            "current.sync-conflict-20261130-101500-ABC.kneenote",
            "current.kneenote~",
            "current.kneenote.bak",
            "current (conflicted copy).kneenote",
            "current (Ann's conflicted copy 2026-11-30).kneenote",
            "current-DESKTOP1.kneenote",
            "current_conflict-20261130.kneenote",
            ".current.kneenote.swp",
            "#current.kneenote#",
            ".syncthing.current.kneenote.tmp",
            "~current.KneeNote",
        ] {
            assert!(is_current_or_copy(Path::new(ours)), "{ours}");
        }
        for others in [
            "mine.txt",
            ".mine.part",
            ".kneenote-film.part",
            "currently.kneenote",
            "current.txt",
            "lock",
            "film.kneenote",
        ] {
            assert!(!is_current_or_copy(Path::new(others)), "{others}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn of_a_link_the_check_goes_too_and_no_file_of_another() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("check"), "(\n    version: 1,\n)\n").unwrap();
        std::fs::write(at("novel"), "Call me Ishmael.").unwrap();
        symlink(at("check"), at("one")).unwrap();
        symlink(at("novel"), at("two")).unwrap();
        symlink(at("nothing"), at("three")).unwrap();
        assert_eq!(remove(&at("one")), Ok(()));
        assert_eq!(remove(&at("two")), Ok(()));
        assert_eq!(remove(&at("three")), Err(SaveError::PlaceGone), "nobody knows what is there");
        assert_eq!(remove(&at("four")), Ok(()), "it is gone already");
        let left: Vec<_> = files(folder.path());
        assert_eq!(left, [at("novel")]);
    }
}
