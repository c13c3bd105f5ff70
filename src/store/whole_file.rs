//! Files that are written whole or not at all.
//!
//! The text goes to a temporary file in the same folder, is brought to the disk, and takes the place of the old file in
//! one step. Whatever is killed or full in between, the old file or the new one is there.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use super::regular;

/// What a temporary file's name begins with. It says nothing of the file that is written, so it fits wherever that fits.
const TEMPORARY_BEGINNING: &str = ".kneenote-";
/// What it ends in.
const TEMPORARY_ENDING: &str = ".part";
/// Between them stand so many letters that no two files share.
const TEMPORARY_LETTERS: usize = 8;
/// Where nobody can be asked whether a temporary file is still written, it counts as left behind after this long.
const WRITTEN_WITHIN: Duration = Duration::from_hours(1);

/// Who else on this computer may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Nobody: for answers and settings.
    OnlyMe,
    /// Whoever can read other files of the runner: for files they chose to save.
    AsUsual,
}

/// Writes `bytes` to `path`, whole or not at all.
///
/// # Errors
/// What the system says; the old file is untouched then.
pub fn write_whole(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    // Through a link to the file it names, as any other program would.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    // A rename would put a file in the place of a pipe or a device.
    if path.metadata().is_ok_and(|found| !found.is_file()) {
        return Err(ErrorKind::InvalidInput.into());
    }
    let folder = folder_of(path);
    let temporary = written(&folder, bytes, readers)?;
    temporary.persist(path).map_err(|fault| fault.error)?;
    sync_folder(&folder);
    Ok(())
}

/// As [`write_whole`], under a name that nothing has yet.
///
/// # Errors
/// What the system says; [`ErrorKind::AlreadyExists`] when the name is taken, whatever stands there is untouched.
pub fn write_whole_new(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let folder = folder_of(path);
    let temporary = written(&folder, bytes, readers)?;
    match temporary.persist_noclobber(path) {
        Ok(_) => {}
        Err(fault) if fault.error.kind() == ErrorKind::AlreadyExists => return Err(fault.error),
        Err(fault) => {
            // Sticks that know no links: an empty file holds the name, only its maker gets it.
            File::options().write(true).create_new(true).open(path)?;
            if let Err(fault) = fault.file.persist(path) {
                std::fs::remove_file(path).ok();
                return Err(fault.error);
            }
        }
    }
    sync_folder(&folder);
    Ok(())
}

/// A temporary file in `folder` that is on the disk.
fn written(folder: &Path, bytes: &[u8], readers: Readers) -> io::Result<NamedTempFile> {
    // Our own folders are swept at the start; that of a page when the next page is saved there.
    if readers == Readers::AsUsual {
        sweep(folder);
    }
    let mut temporary = temporary_in(folder, readers)?;
    // The file itself: the wrapper's errors hide the system's code.
    temporary.as_file_mut().write_all(bytes)?;
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// An empty temporary file. Its lock is held until it has another name or is gone: one without was left behind.
fn temporary_in(folder: &Path, readers: Readers) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_BEGINNING).rand_bytes(TEMPORARY_LETTERS).suffix(TEMPORARY_ENDING);
    permit(&mut builder, readers);
    let temporary = builder.tempfile_in(folder)?;
    temporary.as_file().try_lock().ok();
    Ok(temporary)
}

/// Whether a file of usual size could be written in a folder just now. Nothing stays behind.
///
/// # Errors
/// What the system says.
pub fn try_writing(folder: &Path) -> io::Result<()> {
    const USUAL_BYTES: usize = 16 * 1024;
    temporary_in(folder, Readers::OnlyMe)?.as_file_mut().write_all(&[b' '; USUAL_BYTES])
}

/// Whether `name` is that of a temporary file of ours, and can be that of no other program.
#[must_use]
pub fn is_temporary(name: &str) -> bool {
    let letters = name.strip_prefix(TEMPORARY_BEGINNING).and_then(|rest| rest.strip_suffix(TEMPORARY_ENDING));
    letters.is_some_and(|letters| {
        letters.len() == TEMPORARY_LETTERS && letters.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Whether nobody writes a temporary file any more: the program that began it was killed.
#[must_use]
pub fn is_left_behind(path: &Path) -> bool {
    let Ok(file) = path.symlink_metadata().and_then(|found| {
        if found.is_file() { regular::open_to_read(path) } else { Err(ErrorKind::InvalidInput.into()) }
    }) else {
        return false;
    };
    match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        // A folder that knows no locks.
        Err(TryLockError::Error(_)) => file
            .metadata()
            .and_then(|found| found.modified())
            .is_ok_and(|changed| changed.elapsed().is_ok_and(|ago| ago > WRITTEN_WITHIN)),
    }
}

/// Deletes the temporary files that killed programs left behind in a folder; all other files stay.
pub fn sweep(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if is_temporary(&entry.file_name().to_string_lossy()) && is_left_behind(&path) {
            std::fs::remove_file(&path).ok();
        }
    }
}

/// The folder that a file is in.
#[must_use]
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

#[cfg(unix)]
fn permit(builder: &mut tempfile::Builder<'_, '_>, readers: Readers) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = match readers {
        Readers::OnlyMe => 0o600,
        // The system takes away what the runner's mask forbids.
        Readers::AsUsual => 0o666,
    };
    builder.permissions(std::fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn permit(_builder: &mut tempfile::Builder<'_, '_>, _readers: Readers) {}

/// Brings the new name to the disk. Some sticks and network folders refuse; the file is in its place by then.
#[cfg(unix)]
fn sync_folder(folder: &Path) {
    File::open(folder).and_then(|folder| folder.sync_all()).ok();
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) {}

/// Makes a folder, and those above it, that only the runner can look into; one that was there is closed to others.
///
/// # Errors
/// What the system says.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    #[cfg(unix)]
    if let Ok(folder) = File::open(folder) {
        regular::close_to_others(&folder, 0o700);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn replaces_the_old_file_and_leaves_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        write_whole(&path, b"one", Readers::OnlyMe).unwrap();
        write_whole(&path, b"two", Readers::OnlyMe).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["a.txt"]);
    }

    #[test]
    fn a_write_that_fails_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::create_dir(&path).unwrap();
        assert!(write_whole(&path, b"one", Readers::OnlyMe).is_err());
        assert_eq!(names(folder.path()), ["a.txt"]);
        assert!(write_whole(&folder.path().join("none/a.txt"), b"one", Readers::OnlyMe).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn answers_are_for_the_runner_alone_and_links_are_followed() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.txt"), folder.path().join("link.txt"));
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        write_whole(&path, b"one", Readers::OnlyMe).unwrap();
        assert_eq!(mode(&path), 0o600);
        std::os::unix::fs::symlink(&path, &link).unwrap();
        write_whole(&link, b"two", Readers::AsUsual).unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(mode(&path) & 0o600, 0o600);
    }

    #[test]
    fn knows_its_temporary_files_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        let temporary = temporary_in(folder.path(), Readers::OnlyMe).unwrap();
        assert!(is_temporary(&temporary.path().file_name().unwrap().to_string_lossy()));
        for other in ["current.kneenote", ".page.txt.aB3dEf.part", ".kneenote-.part", ".kneenote-my notes.part"] {
            assert!(!is_temporary(other), "{other}");
        }
    }

    #[test]
    fn what_was_left_behind_is_swept_and_what_is_being_written_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let writing = temporary_in(folder.path(), Readers::OnlyMe).unwrap();
        let left = folder.path().join(".kneenote-aB3dEf9h.part");
        for path in [&left, &folder.path().join("film.part")] {
            std::fs::write(path, "half").unwrap();
        }
        sweep(folder.path());
        assert!(!left.exists() && writing.path().exists());
        assert_eq!(names(folder.path()).len(), 2);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_or_device_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("/dev/null", &link).unwrap();
        assert_eq!(write_whole(&link, b"one", Readers::OnlyMe).unwrap_err().kind(), ErrorKind::InvalidInput);
        assert!(!Path::new("/dev/null").metadata().unwrap().is_file());
    }

    #[test]
    fn the_longest_name_that_a_disk_takes_can_be_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x".repeat(255));
        write_whole_new(&path, b"one", Readers::OnlyMe).unwrap();
        write_whole(&path, b"two", Readers::OnlyMe).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
    }
}
