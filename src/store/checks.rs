//! Checks on disk: the current one, and damaged ones that were set aside.
//!
//! The texts are as [`crate::check::file`] writes them; whether one can be read is for the caller to find out.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

pub use super::deleting::ENDING;
use super::deleting::{
    files, is_current_or_copy, is_earlier_or_copy, is_left_half_written, is_run_log_or_copy, remove,
};
use super::earlier::EarlierChecks;
use super::folders::Folders;
use super::free_name;
use super::leftovers::{is_nobody_writing, sweep};
use super::lock::{self, Lock};
use super::regular;
use super::save_error::SaveError;
use super::settings::{KeepAnswers, Settings};
use super::text_file::{self, TextFileError, UnreadableFile};
use super::whole_file::{Readers, make_private_folder, try_writing, write_whole};
use crate::check::file::MOST_BYTES;

/// The check that is being answered.
const CURRENT: &str = "current.kneenote";
/// What a damaged file's name ends in.
const BAD_ENDING: &str = "bad";

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptCheck {
    Nothing,
    /// The text of a check.
    Check(String),
    /// Something that is no text. It was moved out of the way, if the system let us.
    Damaged {
        /// Where it is now.
        moved_to: Option<PathBuf>,
    },
    /// The system did not let us read it, for the moment: it may be whole, and is where it was.
    NotRead(UnreadableFile),
}

/// The checks of this computer.
#[derive(Clone, Debug)]
pub struct Checks {
    folders: Folders,
    /// How often all answers had been deleted when this was made.
    deletions: u64,
}

impl Checks {
    /// Those in these folders. To be made before anything is read: what is read later and deleted then counts as deleted
    /// by another running copy.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        let deletions = lock::deletions(&folders.data);
        Self { folders, deletions }
    }

    /// Keeps the text of the current check, whole or not at all.
    ///
    /// # Errors
    /// When it cannot be written; the old text is untouched then.
    pub fn keep(&self, text: &str) -> Result<(), SaveError> {
        make_private_folder(&self.folders.data)?;
        write_whole(&self.current(), text.as_bytes(), Readers::OnlyMe)?;
        Ok(())
    }

    /// Whether answers could be kept just now.
    ///
    /// # Errors
    /// Why not.
    pub fn try_keeping(&self) -> Result<(), SaveError> {
        make_private_folder(&self.folders.data)?;
        Ok(try_writing(&self.folders.data)?)
    }

    /// What was kept. Temporary files that a killed program left behind go.
    ///
    /// Only what was read and is no check is moved out of the way; what the system does not let us read stays.
    #[must_use]
    pub fn open(&self) -> KeptCheck {
        self.clear_temporary();
        match text_file::read(&self.current(), MOST_BYTES) {
            Ok(text) => KeptCheck::Check(text),
            Err(TextFileError::System(fault))
                if fault.kind() == ErrorKind::NotFound && !self.current().is_symlink() =>
            {
                KeptCheck::Nothing
            }
            Err(TextFileError::System(fault)) => KeptCheck::NotRead(UnreadableFile(fault.to_string())),
            Err(_) => KeptCheck::Damaged { moved_to: self.set_aside().ok().flatten() },
        }
    }

    /// Moves a current check that cannot be read out of the way, and says where to.
    ///
    /// # Errors
    /// When it cannot be moved.
    pub fn set_aside(&self) -> Result<Option<PathBuf>, SaveError> {
        let is_free = |path: &PathBuf| path.symlink_metadata().is_err();
        let free = free_name::names(&self.folders.data, CURRENT, BAD_ENDING).find(is_free);
        let Some(bad) = free else { return Err(SaveError::from(io::Error::from(ErrorKind::AlreadyExists))) };
        match std::fs::rename(self.current(), &bad) {
            Ok(()) => Ok(Some(bad)),
            Err(fault) if fault.kind() == ErrorKind::NotFound => Ok(None),
            Err(fault) => Err(fault.into()),
        }
    }

    /// Those that are not being answered any more.
    #[must_use]
    pub fn earlier(&self) -> EarlierChecks {
        EarlierChecks::new(&self.folders)
    }

    /// Whether no file of our folders holds answers.
    #[must_use]
    pub fn holds_nothing(&self) -> bool {
        self.with_answers().is_empty()
    }

    /// Deletes every answer: the current check, temporary and damaged copies, what other programs copied beside them,
    /// earlier checks, the runs. Every running copy knows of it before the first file goes. `saved_in` is where pages were saved: a
    /// page that was left half written there goes too, and files that the runner saved stay.
    ///
    /// # Errors
    /// The first file that could not be deleted; the others are gone then.
    pub fn delete_all(&self, saved_in: &[PathBuf]) -> Result<(), SaveError> {
        if !self.folders.data.exists() {
            return Ok(());
        }
        let lock = Lock::hold(&self.folders.data);
        let told = lock::count_deletion(&self.folders.data, lock.as_ref()).map_err(SaveError::from);
        let outcome = self.with_answers().iter().map(|path| remove(path)).fold(told, Result::and);
        // Only when empty: the runner may have put something there.
        std::fs::remove_dir(self.earlier().folder()).ok();
        for folder in saved_in.iter().chain([&self.folders.documents, &self.folders.config]) {
            sweep(folder);
        }
        outcome
    }

    fn with_answers(&self) -> Vec<PathBuf> {
        let holds_answers = |path: &PathBuf| is_current_or_copy(path) || is_run_log_or_copy(path);
        let current = files(&self.folders.data).into_iter().filter(holds_answers);
        let earlier = files(self.earlier().folder()).into_iter().filter(|path| is_earlier_or_copy(path));
        current.chain(earlier).collect()
    }

    /// Deletes the current check alone; the caller holds the lock and has seen whose it is.
    ///
    /// # Errors
    /// When the file could not be deleted.
    pub(super) fn remove_current(&self) -> Result<(), SaveError> {
        remove(&self.current())
    }

    /// Whether the current check on disk is `text`; [`None`] when there is none.
    ///
    /// # Errors
    /// When the system does not let us look.
    pub(super) fn current_is(&self, text: Option<&str>) -> Result<Option<bool>, SaveError> {
        let text = text.map(str::as_bytes);
        let length = text.map_or(0, <[u8]>::len);
        match self.current().metadata() {
            Err(fault) if fault.kind() == ErrorKind::NotFound && !self.current().is_symlink() => Ok(None),
            Err(fault) => Err(fault.into()),
            // Of another length there is no need to read it.
            Ok(found) if found.is_file() && found.len() == u64::try_from(length).unwrap_or(u64::MAX) => {
                Ok(Some(Some(regular::read(&self.current(), length)?.as_slice()) == text))
            }
            Ok(_) => Ok(Some(false)),
        }
    }

    /// How often all answers had been deleted when this was made.
    pub(super) fn deletions(&self) -> u64 {
        self.deletions
    }

    /// How often all answers have been deleted by now.
    pub(super) fn deletions_now(&self) -> u64 {
        lock::deletions(&self.folders.data)
    }

    /// Whether answers may be kept, as any running copy chose last; [`None`] when no choice can be found.
    ///
    /// # Errors
    /// When the system does not let us look.
    pub(super) fn choice(&self) -> Result<Option<KeepAnswers>, SaveError> {
        Ok(Settings::look(&self.folders)?.map(|settings| settings.keep_answers))
    }

    /// Keeps other running copies from writing until it is dropped.
    pub(super) fn lock(&self) -> Option<Lock> {
        Lock::hold(&self.folders.data)
    }

    /// Whether a file is the check that is being answered.
    #[must_use]
    pub fn is_current(&self, path: &Path) -> bool {
        path.canonicalize().is_ok_and(|path| self.current().canonicalize().is_ok_and(|current| current == path))
    }

    fn clear_temporary(&self) {
        let folders = [self.folders.data.as_path(), self.earlier().folder()].map(Path::to_owned);
        let left: Vec<_> =
            folders.iter().flat_map(|folder| files(folder)).filter(|path| is_left_half_written(path)).collect();
        for path in left.iter().filter(|path| path.is_file() && is_nobody_writing(path)) {
            std::fs::remove_file(path).ok();
        }
        for folder in folders.iter().chain([&self.folders.config]) {
            sweep(folder);
        }
    }

    fn current(&self) -> PathBuf {
        self.folders.data.join(CURRENT)
    }
}
