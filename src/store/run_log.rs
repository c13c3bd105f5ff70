//! The runs that are kept, in a file of their own beside the check.

use std::io::ErrorKind;
use std::path::PathBuf;

use super::deleting::{files, is_run_log_or_copy, remove};
use super::folders::Folders;
use super::save_error::SaveError;
use super::text_file::{self, TextFileError, UnreadableFile};
use super::whole_file::{Readers, make_private_folder, write_whole};

/// The name of the file.
pub(super) const NAME: &str = "runs.ron";
/// A larger file is not read, in bytes: 20,000 runs have 5 million.
const MOST_BYTES: usize = 16 << 20;

/// The file of runs.
#[derive(Clone, Debug)]
pub struct RunLogFile {
    folder: PathBuf,
}

impl RunLogFile {
    /// That of these folders.
    #[must_use]
    pub fn new(folders: &Folders) -> Self {
        Self { folder: folders.data.clone() }
    }

    /// Its text; none where there is none.
    ///
    /// # Errors
    /// Why it cannot be read; it stays where it is.
    pub fn read(&self) -> Result<Option<String>, UnreadableFile> {
        match text_file::read(&self.path(), MOST_BYTES) {
            Ok(text) => Ok(Some(text)),
            Err(TextFileError::System(fault)) if fault.kind() == ErrorKind::NotFound => Ok(None),
            Err(fault) => Err(UnreadableFile(fault.to_string())),
        }
    }

    /// Keeps the text, whole or not at all.
    ///
    /// # Errors
    /// When it cannot be written; the old text is untouched then.
    pub fn keep(&self, text: &str) -> Result<(), SaveError> {
        make_private_folder(&self.folder)?;
        Ok(write_whole(&self.path(), text.as_bytes(), Readers::OnlyMe)?)
    }

    /// Deletes it, and its copies.
    ///
    /// # Errors
    /// The first that could not be deleted; the others are gone then.
    pub fn delete(&self) -> Result<(), SaveError> {
        let ours = files(&self.folder).into_iter().filter(|path| is_run_log_or_copy(path));
        ours.map(|path| remove(&path)).fold(Ok(()), Result::and)
    }

    fn path(&self) -> PathBuf {
        self.folder.join(NAME)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_read_as_they_were_kept_and_go_with_their_copies() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders::under(home.path());
        let file = RunLogFile::new(&folders);
        assert_eq!(file.read(), Ok(None));
        file.keep("(version: 1, runs: [])").unwrap();
        assert_eq!(file.read(), Ok(Some("(version: 1, runs: [])".to_owned())));
        let others = ["runs.ron~", "runs.sync-conflict-1.ron", "running.txt"];
        for name in others {
            std::fs::write(folders.data.join(name), "x").unwrap();
        }
        file.delete().unwrap();
        let left: Vec<_> = files(&folders.data);
        assert_eq!(left, [folders.data.join("running.txt")]);
    }
}
