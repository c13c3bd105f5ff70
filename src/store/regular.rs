//! Opening what may be anything: only files that lie on a disk are opened, never a pipe or a device.
//!
//! A pipe would wait for ever for somebody to write, a device may never end.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

/// Opens a file, or makes it where the options say so.
///
/// # Errors
/// What the system says; [`ErrorKind::InvalidInput`] for what is no file.
pub fn open(options: &OpenOptions, path: &Path) -> io::Result<File> {
    // Before it is opened: opening a pipe waits already. Of what cannot be looked at, opening says why.
    if let Ok(found) = path.metadata() {
        must_be_file(&found)?;
    }
    let file = options.open(path)?;
    must_be_file(&file.metadata()?)?;
    Ok(file)
}

/// Opens a file to be read.
///
/// # Errors
/// As [`open()`].
pub fn open_to_read(path: &Path) -> io::Result<File> {
    open(File::options().read(true), path)
}

/// The bytes of a file that has at most `most_bytes`.
///
/// # Errors
/// As [`open()`]; [`ErrorKind::FileTooLarge`] for a larger one, of which no more than one byte over the limit is read.
pub fn read(path: &Path, most_bytes: usize) -> io::Result<Vec<u8>> {
    let limit = u64::try_from(most_bytes).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    open_to_read(path)?.take(limit).read_to_end(&mut bytes)?;
    if bytes.len() > most_bytes { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// Moves what is no file out of the place of one of ours; nothing is opened or lost.
///
/// # Errors
/// What the system says.
pub fn clear_way(path: &Path) -> io::Result<()> {
    if path.metadata().is_ok_and(|found| !found.is_file()) {
        let mut aside = path.as_os_str().to_owned();
        aside.push(".bad");
        std::fs::rename(path, aside)?;
    }
    Ok(())
}

/// Opens a file that only the runner may read, or makes it empty; one that others could read is closed to them.
///
/// # Errors
/// As [`open()`] and [`clear_way`].
pub fn open_private(path: &Path) -> io::Result<File> {
    clear_way(path)?;
    let mut options = File::options();
    options.create(true).truncate(false).read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = open(&options, path)?;
    #[cfg(unix)]
    close_to_others(&file, 0o600);
    Ok(file)
}

/// Takes away the rights of others, where the system lets us.
#[cfg(unix)]
pub(super) fn close_to_others(file: &File, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    let is_open = file.metadata().is_ok_and(|found| found.permissions().mode() & 0o077 != 0);
    if is_open {
        file.set_permissions(std::fs::Permissions::from_mode(mode)).ok();
    }
}

fn must_be_file(found: &Metadata) -> io::Result<()> {
    if found.is_file() { Ok(()) } else { Err(ErrorKind::InvalidInput.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_the_limit_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, "abc").unwrap();
        assert_eq!(read(&path, 3).unwrap(), b"abc");
        assert_eq!(read(&path, 2).unwrap_err().kind(), ErrorKind::FileTooLarge);
        assert_eq!(read(folder.path(), 2).unwrap_err().kind(), ErrorKind::InvalidInput);
        assert_eq!(read(&folder.path().join("none"), 2).unwrap_err().kind(), ErrorKind::NotFound);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_and_a_link_to_one_are_no_files() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("/dev/zero", &link).unwrap();
        for path in [Path::new("/dev/zero"), &link] {
            assert_eq!(read(path, 2).unwrap_err().kind(), ErrorKind::InvalidInput);
        }
        open_private(&link).unwrap();
        assert!(link.is_file() && folder.path().join("link.bad").is_symlink(), "it is moved out of the way");
    }

    #[cfg(unix)]
    #[test]
    fn a_private_file_is_private_from_the_beginning_and_an_old_one_becomes_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        let (new, old) = (folder.path().join("new"), folder.path().join("old"));
        open_private(&new).unwrap();
        assert_eq!(mode(&new), 0o600);
        std::fs::write(&old, "").unwrap();
        std::fs::set_permissions(&old, std::fs::Permissions::from_mode(0o644)).unwrap();
        open_private(&old).unwrap();
        assert_eq!(mode(&old), 0o600);
    }
}
