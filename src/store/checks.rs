//! Checks on disk: the current one, and damaged ones that were set aside.
//!
//! The texts are as [`crate::check::file`] writes them; whether one can be read is for the caller to find out.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::earlier::EarlierChecks;
use super::folders::Folders;
use super::free_name;
use super::save_fault::SaveFault;
use super::settings::Settings;
use super::text_file::{self, TextFault};
use super::whole_file::{Readers, is_temporary, make_private_folder, try_writing, write_whole};
use crate::check::file::MOST_BYTES;

/// The check that is being answered.
const CURRENT: &str = "current.kneenote";
/// What a damaged file's name ends in.
const BAD_ENDING: &str = "bad";
/// What the name of a check ends in, without the point.
pub const ENDING: &str = "kneenote";
/// Says to other running copies that one is writing.
const LOCK: &str = "lock";
/// How long to wait for another running copy to finish writing.
const LOCK_TRIES: u32 = 20;
const LOCK_PAUSE: Duration = Duration::from_millis(10);

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing.
    Nothing,
    /// The text of a check.
    Check(String),
    /// Something that is no text. It was moved out of the way, if the system let us.
    Damaged {
        /// Where it is now.
        moved_to: Option<PathBuf>,
    },
}

/// The checks of this computer.
#[derive(Clone, Debug)]
pub struct Checks {
    folders: Folders,
}

impl Checks {
    /// Those in these folders.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        Self { folders }
    }

    /// Keeps the text of the current check, whole or not at all.
    ///
    /// # Errors
    /// When it cannot be written; the old text is untouched then.
    pub fn keep(&self, text: &str) -> Result<(), SaveFault> {
        make_private_folder(&self.folders.data)?;
        write_whole(&self.current(), text.as_bytes(), Readers::OnlyMe)?;
        Ok(())
    }

    /// Whether answers could be kept just now.
    ///
    /// # Errors
    /// Why not.
    pub fn try_keeping(&self) -> Result<(), SaveFault> {
        make_private_folder(&self.folders.data)?;
        Ok(try_writing(&self.folders.data)?)
    }

    /// What was kept. Temporary files that a killed program left behind go.
    #[must_use]
    pub fn open(&self) -> Kept {
        self.clear_temporary();
        match text_file::read(&self.current(), MOST_BYTES) {
            Ok(text) => Kept::Check(text),
            Err(TextFault::System(fault)) if fault.kind() == ErrorKind::NotFound => Kept::Nothing,
            Err(_) => Kept::Damaged { moved_to: self.set_aside().ok().flatten() },
        }
    }

    /// Moves a current check that cannot be read out of the way, and says where to.
    ///
    /// # Errors
    /// When it cannot be moved.
    pub fn set_aside(&self) -> Result<Option<PathBuf>, SaveFault> {
        let free = free_name::names(&self.folders.data, CURRENT, BAD_ENDING).find(|path| !path.exists());
        let Some(bad) = free else { return Err(SaveFault::from(io::Error::from(ErrorKind::AlreadyExists))) };
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

    /// Deletes every answer: the current check, temporary and damaged copies, earlier checks; and the setting that
    /// says where files were saved. Files that the runner saved elsewhere stay.
    ///
    /// # Errors
    /// The first file that could not be deleted; the others are gone then.
    pub fn delete_all(&self, settings: &mut Settings) -> Result<(), SaveFault> {
        let _lock = self.lock();
        let data = &self.folders.data;
        let earlier = self.earlier();
        let earlier = earlier.folder();
        let doomed = files(data)
            .into_iter()
            .filter(|path| is_ours(path))
            .chain(files(earlier).into_iter().filter(|path| is_earlier(path)));
        let mut outcome = doomed.map(|path| remove(&path)).fold(Ok(()), Result::and);
        // Only when empty: the runner may have put something there.
        std::fs::remove_dir(earlier).ok();
        remove(&data.join(LOCK)).ok();
        if settings.last_folder.take().is_some() {
            outcome = outcome.and(settings.keep(&self.folders));
        }
        outcome
    }

    /// Deletes the current check alone; the caller holds the lock and has seen whose it is.
    ///
    /// # Errors
    /// When the file could not be deleted.
    pub(super) fn remove_current(&self) -> Result<(), SaveFault> {
        remove(&self.current())
    }

    /// Whether the current check on disk is `text`; [`None`] when there is none.
    pub(super) fn current_is(&self, text: Option<&str>) -> Option<bool> {
        let text = text.map(str::as_bytes);
        let length = text.map_or(0, <[u8]>::len);
        match self.current().metadata() {
            Err(fault) if fault.kind() == ErrorKind::NotFound => None,
            // Of another length there is no need to read it.
            Ok(found) if found.len() == u64::try_from(length).unwrap_or(u64::MAX) => {
                Some(std::fs::read(self.current()).is_ok_and(|bytes| Some(bytes.as_slice()) == text))
            }
            Ok(_) | Err(_) => Some(false),
        }
    }

    fn clear_temporary(&self) {
        let left = |folder: &Path| files(folder).into_iter().filter(|path| is_half_written(path)).collect::<Vec<_>>();
        let found = [left(&self.folders.data), left(self.earlier().folder())].concat();
        // Another running copy may be writing one of them just now.
        let Some(_lock) = (!found.is_empty()).then(|| self.lock()).flatten() else { return };
        for path in found {
            remove(&path).ok();
        }
    }

    /// Keeps other running copies from writing until the file is dropped.
    ///
    /// A folder that knows no locks, or a copy that hangs, must not keep answers from being written: then there is none.
    pub(super) fn lock(&self) -> Option<File> {
        make_private_folder(&self.folders.data).ok()?;
        let file = File::options().create(true).truncate(false).write(true).open(self.folders.data.join(LOCK)).ok()?;
        for _ in 0..LOCK_TRIES {
            match file.try_lock() {
                Ok(()) => return Some(file),
                Err(std::fs::TryLockError::WouldBlock) => std::thread::sleep(LOCK_PAUSE),
                Err(std::fs::TryLockError::Error(_)) => return None,
            }
        }
        None
    }

    fn current(&self) -> PathBuf {
        self.folders.data.join(CURRENT)
    }
}

/// The files of a folder; none when there is no folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| !path.is_dir()).collect()
}

/// Whether a file of the data folder holds answers.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_bad = name.starts_with(CURRENT) && path.extension().is_some_and(|ending| ending == BAD_ENDING);
    name == CURRENT || is_bad || is_half_written(path)
}

/// Whether a file of the folder of earlier checks is one, or the rest of writing one.
fn is_earlier(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == ENDING) || is_half_written(path)
}

/// Whether a file is the rest of writing a check.
fn is_half_written(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.contains(&format!(".{ENDING}.")) && is_temporary(&name)
}

/// Deletes a file that may not be there.
///
/// # Errors
/// When it is there and stays.
pub(super) fn remove(path: &Path) -> Result<(), SaveFault> {
    match std::fs::remove_file(path) {
        Err(fault) if fault.kind() != ErrorKind::NotFound => Err(fault.into()),
        _ => Ok(()),
    }
}
