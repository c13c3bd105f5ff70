//! Who may read and write a file that the runner chose to save.
//!
//! A file that takes the place of another is open to the same people, and belongs to the same ones; a new one is as
//! other new files are. Until its name is its own, a file is open to its writer alone.

#[cfg(unix)]
pub(super) use unix::{give, only_mine};

/// Other systems give a file the rights of its folder.
#[cfg(not(unix))]
pub(super) fn only_mine(_builder: &mut tempfile::Builder<'_, '_>) {}

#[cfg(not(unix))]
pub(super) fn give(_file: &std::fs::File, _path: &std::path::Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(unix)]
mod unix {
    use std::fs::{File, Metadata, Permissions};
    use std::io::{self, ErrorKind};
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    use std::path::Path;

    use crate::store::folders::folder_of;
    use crate::store::leftovers;

    /// Who may do what, as in `chmod`; without the bits that make a program run as somebody else.
    const MODE: u32 = 0o777;

    /// For the writer alone, from the first byte on.
    pub(in crate::store) fn only_mine(builder: &mut tempfile::Builder<'_, '_>) {
        builder.permissions(Permissions::from_mode(0o600));
    }

    /// Gives a written file the rights of the one at `path`, or those of a new file there.
    ///
    /// # Errors
    /// [`ErrorKind::PermissionDenied`] where a new file cannot be as the old one is: it has other names, or belongs to
    /// somebody else. Then the old one has to be written into.
    pub(in crate::store) fn give(file: &File, path: &Path) -> io::Result<()> {
        let mode = match path.metadata() {
            Ok(old) => mode_like(file, &old)?,
            Err(fault) if fault.kind() == ErrorKind::NotFound => usual_mode(&folder_of(path))?,
            Err(fault) => return Err(fault),
        };
        // A stick that knows no rights of single files refuses, and a file that stays private harms nobody.
        file.set_permissions(Permissions::from_mode(mode)).ok();
        Ok(())
    }

    fn mode_like(file: &File, old: &Metadata) -> io::Result<u32> {
        if old.nlink() > 1 {
            return Err(ErrorKind::PermissionDenied.into());
        }
        let ours = file.metadata()?;
        if (ours.uid(), ours.gid()) != (old.uid(), old.gid()) && fchown(file, Some(old.uid()), Some(old.gid())).is_err()
        {
            return Err(ErrorKind::PermissionDenied.into());
        }
        Ok(old.mode() & MODE)
    }

    /// What the system gives a new file of this folder: an empty one shows it.
    fn usual_mode(folder: &Path) -> io::Result<u32> {
        let mut builder = tempfile::Builder::new();
        leftovers::name(&mut builder).permissions(Permissions::from_mode(0o666));
        Ok(builder.tempfile_in(folder)?.as_file().metadata()?.mode() & MODE)
    }
}
