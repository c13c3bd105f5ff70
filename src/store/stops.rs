//! Notices that the program ended by itself, so that the next start can say so.

use std::fs::File;
use std::path::PathBuf;

use super::folders::Folders;
use super::whole_file::make_private_folder;

/// An empty file: it says that the program ended, not why, and nothing of the answers.
const NAME: &str = "stopped";

/// Whether the program ended by itself.
#[derive(Clone, Debug)]
pub struct Stops {
    folders: Folders,
}

/// While this lives, an end of the program counts as one by itself. Dropping it says that all is well.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    /// Locked as long as the program lives, whatever ends it.
    _locked: File,
}

impl Stops {
    /// As noticed in these folders.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        Self { folders }
    }

    /// Counts an end of the program as one by itself from now on. None where nothing can be written.
    #[must_use]
    pub fn watch(&self) -> Option<Watch> {
        let file = self.file()?;
        file.try_lock().ok()?;
        Some(Watch { path: self.path(), _locked: file })
    }

    /// Says that the program is ending by itself just now.
    pub fn mark(&self) {
        self.file();
    }

    /// Whether the program ended by itself last time; asking a second time says no. What another running copy watches
    /// does not count.
    #[must_use]
    pub fn ended_by_itself(&self) -> bool {
        let Ok(file) = File::options().write(true).open(self.path()) else { return false };
        file.try_lock().is_ok() && std::fs::remove_file(self.path()).is_ok()
    }

    fn file(&self) -> Option<File> {
        make_private_folder(&self.folders.data).ok()?;
        File::options().create(true).truncate(false).write(true).open(self.path()).ok()
    }

    fn path(&self) -> PathBuf {
        self.folders.data.join(NAME)
    }
}

impl Drop for Watch {
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
        let stops = Stops::new(Folders::under(home.path()));
        assert!(!stops.ended_by_itself());
        let watch = stops.watch().unwrap();
        assert!(!stops.ended_by_itself(), "the other running copy is alive");
        drop(watch);
        assert!(!stops.ended_by_itself());
        stops.mark();
        assert!(stops.ended_by_itself());
        assert!(!stops.ended_by_itself());
    }
}
