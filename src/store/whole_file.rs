//! Files that are written whole or not at all.
//!
//! The text goes to a temporary file in the same folder, is brought to the disk, and takes the place of the old file in
//! one step. Whatever is killed or full in between, the old file or the new one is there; what a killed write leaves is
//! for its writer alone, and [`leftovers`] or the next start takes it away.

use std::fs::File;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::folders::folder_of;
#[cfg(unix)]
use super::regular;
use super::{leftovers, rights};

/// Nobody links from link to link more often.
const MOST_LINKS: usize = 40;

/// Who else on this computer may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Nobody: for answers and settings.
    OnlyMe,
    /// Whoever could read the file before, else whoever can read other files of the runner: for pages they save.
    AsUsual,
}

/// Writes `bytes` to `path`, whole or not at all.
///
/// # Errors
/// What the system says; the old file is untouched then. [`ErrorKind::PermissionDenied`] also where a page cannot take
/// the place of the old file without taking it from somebody: it has other names, or is somebody else's.
pub fn write_whole(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    // Through a link to the file it names, as any other program would.
    let path = &file_behind(path)?;
    // A rename would put a file in the place of a pipe or a device.
    if path.metadata().is_ok_and(|found| !found.is_file()) {
        return Err(ErrorKind::InvalidInput.into());
    }
    let folder = folder_of(path);
    let temporary = written(path, &folder, bytes, readers)?;
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
    let temporary = written(path, &folder, bytes, readers)?;
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

/// A temporary file in `folder` that is on the disk, and has the rights of what will stand at `path`.
fn written(path: &Path, folder: &Path, bytes: &[u8], readers: Readers) -> io::Result<NamedTempFile> {
    let mut temporary = temporary_in(folder, readers)?;
    // The file itself: the wrapper's errors hide the system's code.
    temporary.as_file_mut().write_all(bytes)?;
    if readers == Readers::AsUsual {
        rights::give(temporary.as_file(), path)?;
    }
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// An empty temporary file for its writer alone; others see that it is being written.
fn temporary_in(folder: &Path, readers: Readers) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    match readers {
        Readers::OnlyMe => leftovers::name_kept(&mut builder),
        Readers::AsUsual => leftovers::name(&mut builder),
    };
    rights::only_mine(&mut builder);
    let temporary = builder.tempfile_in(folder)?;
    leftovers::hold(temporary.as_file());
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

/// The file that a name stands for: links are followed, also to a file that is not there yet.
fn file_behind(path: &Path) -> io::Result<PathBuf> {
    if let Ok(found) = path.canonicalize() {
        return Ok(found);
    }
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match std::fs::read_link(&path) {
            Ok(to) => path = folder_of(&path).join(to),
            Err(_) => return Ok(path),
        }
    }
    // They lead round and round.
    Err(ErrorKind::InvalidInput.into())
}

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

    #[cfg(unix)]
    #[test]
    fn a_page_is_for_its_writer_alone_until_it_has_its_name() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        for readers in [Readers::OnlyMe, Readers::AsUsual] {
            let file = temporary_in(folder.path(), readers).unwrap();
            assert_eq!(file.as_file().metadata().unwrap().permissions().mode() & 0o777, 0o600);
            let name = file.path().file_name().unwrap().to_str().unwrap();
            assert!(name.len() < 30, "{name}");
            leftovers::sweep(folder.path());
            assert!(file.path().exists(), "it is being written");
        }
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
}
