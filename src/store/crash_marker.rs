//! Notices that the program ended by itself, so that the next start can say so.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;

use super::folders::Folders;
use super::regular;
use super::whole_file::make_private_folder;

/// It says that the program ended and where in its own code, and nothing of the answers.
const NAME: &str = "stopped";
/// No place is longer, in bytes.
const LONGEST_PLACE: usize = 500;

/// Whether the program ended by itself.
#[derive(Clone, Debug)]
pub struct CrashMarker {
    folders: Folders,
}

/// While this lives, an end of the program counts as one by itself. Dropping it says that all is well.
#[derive(Debug)]
pub struct CrashWatch {
    path: PathBuf,
    /// Locked as long as the program lives, whatever ends it.
    _locked: File,
}

impl CrashMarker {
    /// As noticed in these folders.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        Self { folders }
    }

    /// Counts an end of the program as one by itself from now on. None where nothing can be written.
    #[must_use]
    pub fn watch(&self) -> Option<CrashWatch> {
        let file = self.file()?;
        file.try_lock().ok()?;
        // What an earlier end left says nothing of this one.
        file.set_len(0).ok()?;
        Some(CrashWatch { path: self.path(), _locked: file })
    }

    /// Says that the program is ending by itself just now, at this place of its code; empty when nobody knows.
    pub fn mark(&self, place: &str) {
        let Some(mut file) = self.file() else { return };
        let place: String = place.chars().filter(|letter| !letter.is_control()).take(LONGEST_PLACE).collect();
        file.set_len(0).and_then(|()| file.write_all(place.as_bytes())).ok();
    }

    /// Where the program ended by itself last time, which is empty when nobody knows; [`None`] when it did not. Asking a
    /// second time says that it did not. What another running copy watches does not count.
    #[must_use]
    pub fn ended_by_itself(&self) -> Option<String> {
        let file = regular::open(File::options().read(true).write(true), &self.path()).ok()?;
        file.try_lock().ok()?;
        let mut place = Vec::new();
        let limit = u64::try_from(LONGEST_PLACE).unwrap_or(u64::MAX);
        (&file).take(limit).read_to_end(&mut place).ok();
        std::fs::remove_file(self.path()).ok()?;
        let is_plain = |letter: &char| !letter.is_control() && *letter != char::REPLACEMENT_CHARACTER;
        Some(String::from_utf8_lossy(&place).chars().filter(is_plain).collect())
    }

    fn file(&self) -> Option<File> {
        make_private_folder(&self.folders.data).ok()?;
        regular::open_private(&self.path()).ok()
    }

    fn path(&self) -> PathBuf {
        self.folders.data.join(NAME)
    }
}

impl Drop for CrashWatch {
    fn drop(&mut self) {
        std::fs::remove_file(&self.path).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_by_itself_is_told_once_and_a_good_end_is_not() {
        let home = tempfile::tempdir().unwrap();
        let stops = CrashMarker::new(Folders::under(home.path()));
        assert_eq!(stops.ended_by_itself(), None);
        let watch = stops.watch().unwrap();
        assert_eq!(stops.ended_by_itself(), None, "the other running copy is alive");
        drop(watch);
        assert_eq!(stops.ended_by_itself(), None);
        stops.mark("1.0 at src/\u{e4}.rs:1\n");
        assert_eq!(stops.ended_by_itself().as_deref(), Some("1.0 at src/\u{e4}.rs:1"));
        assert_eq!(stops.ended_by_itself(), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_mark_that_never_ends_is_not_read() {
        let home = tempfile::tempdir().unwrap();
        let stops = CrashMarker::new(Folders::under(home.path()));
        std::fs::create_dir_all(home.path().join("data")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", home.path().join("data").join(NAME)).unwrap();
        assert_eq!(stops.ended_by_itself(), None);
        stops.mark("here");
        assert_eq!(stops.ended_by_itself().as_deref(), Some("here"));
    }
}
