//! One write of the current check, with an eye on other running copies.

use std::path::PathBuf;

use super::checks::Checks;
use super::deleting::remove;
use super::earlier::EarlierName;
use super::save_error::SaveError;
use super::settings::KeepAnswers;
use super::whole_file::{Readers, write_whole};

/// What is known of the kept check at the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// There was none, or it was set aside.
    Nothing,
    /// Its text, as it was opened.
    Text(String),
    /// It is there and was not read, so it is never written over.
    Unread,
}

/// How the last write went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AutosaveOutcome {
    /// Nothing was to be written yet.
    Nothing,
    /// The newest answers are on the disk.
    Kept,
    /// They are not; another try follows.
    Failed(SaveError),
    /// Nothing is said any more, but what was said before is still on the disk; another try follows.
    NotDeleted(SaveError),
    /// Another running copy wrote the kept check since we read it. Its answers stand; ours go to an earlier check.
    ChangedElsewhere {
        /// Our file.
        kept_as: PathBuf,
    },
    /// The kept check was not read at the start. It is as it was; our answers go to an earlier check.
    BesideUnread {
        /// Our file.
        kept_as: PathBuf,
    },
    /// Another running copy deleted all answers. What is held here is not written, until the runner asks for it.
    DeletedElsewhere,
    /// Another running copy was told to keep no answers any more. Nothing is written.
    NotKeeping,
}

impl AutosaveOutcome {
    /// Whether the newest answers are on the disk.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        matches!(self, Self::Kept | Self::ChangedElsewhere { .. } | Self::BesideUnread { .. })
    }
}

/// What becomes of a check in whose place another one came, when it was kept beside that of another running copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// It is an earlier check from now on.
    Stays,
    /// It was taken back, and goes once the other one is on the disk.
    Goes,
}

/// What this running copy knows of the file.
pub(super) struct CheckWriter {
    checks: Checks,
    /// The text as we last read or wrote it.
    known: Option<String>,
    /// How often all answers had been deleted when what we hold was said or read.
    deletions: u64,
    place: WriteTarget,
    /// A file of ours that goes once the answers are on the disk elsewhere.
    leaving: Option<PathBuf>,
}

/// Where our answers go.
enum WriteTarget {
    /// To the current check.
    Current,
    /// To an earlier check; to a new one while there is none.
    Earlier(WrittenBeside, Option<PathBuf>),
}

/// Beside what our answers are an earlier check.
#[derive(Clone, Copy)]
enum WrittenBeside {
    /// Another running copy changed the current check.
    OtherCopy,
    /// The current check was not read, and must not be written over.
    Unread,
}

impl WrittenBeside {
    fn outcome(self, kept_as: PathBuf) -> AutosaveOutcome {
        match self {
            Self::OtherCopy => AutosaveOutcome::ChangedElsewhere { kept_as },
            Self::Unread => AutosaveOutcome::BesideUnread { kept_as },
        }
    }
}

impl CheckWriter {
    pub(super) fn new(checks: Checks, known: Known) -> Self {
        let (known, place) = match known {
            Known::Nothing => (None, WriteTarget::Current),
            Known::Text(text) => (Some(text), WriteTarget::Current),
            Known::Unread => (None, WriteTarget::Earlier(WrittenBeside::Unread, None)),
        };
        Self { deletions: checks.deletions(), checks, known, place, leaving: None }
    }

    /// Deletes every answer; the next text is the first of a new check.
    ///
    /// # Errors
    /// See [`Checks::delete_all`].
    pub(super) fn delete_all(&mut self, saved_in: &[PathBuf]) -> Result<(), SaveError> {
        let deleted = self.checks.delete_all(saved_in);
        self.begin_anew();
        deleted
    }

    /// What is said from now on is a new check, where another running copy deleted what was kept before.
    pub(super) fn adopt(&mut self) {
        if self.is_deleted() {
            self.begin_anew();
        }
    }

    fn begin_anew(&mut self) {
        let fresh = Self::new(self.checks.clone(), Known::Nothing);
        *self = Self { deletions: self.checks.deletions_now(), ..fresh };
    }

    /// What was not read before has been read now.
    pub(super) fn read(&mut self, text: String) {
        self.known = Some(text);
        self.place = WriteTarget::Current;
    }

    /// The next text is that of another check. Where ours went to an earlier check, it must not be written over.
    pub(super) fn begin(&mut self, replaced: Replaced) {
        if let WriteTarget::Earlier(_, file) = &mut self.place {
            let file = file.take();
            match replaced {
                Replaced::Stays => {}
                Replaced::Goes => self.leaving = file.or(self.leaving.take()),
            }
        }
    }

    /// Writes the answers; `name` is what they are called when they have to go to the earlier checks.
    pub(super) fn write(&mut self, text: &str, name: &EarlierName) -> AutosaveOutcome {
        let outcome = self.try_write(text, name).unwrap_or_else(AutosaveOutcome::Failed);
        if outcome.is_kept() {
            self.leave();
        }
        outcome
    }

    /// What another running copy did that keeps this one from writing.
    ///
    /// # Errors
    /// When the system does not let us look.
    pub(super) fn stopped_by_another(&self) -> Result<Option<AutosaveOutcome>, SaveError> {
        if self.checks.choice()? == Some(KeepAnswers::DoNotKeep) {
            return Ok(Some(AutosaveOutcome::NotKeeping));
        }
        Ok(self.is_deleted().then_some(AutosaveOutcome::DeletedElsewhere))
    }

    /// Where nothing is counted, the file that counts was taken away by hand: nobody said that answers are to go.
    fn is_deleted(&self) -> bool {
        let now = self.checks.deletions_now();
        now != self.deletions && now != 0
    }

    fn try_write(&mut self, text: &str, name: &EarlierName) -> Result<AutosaveOutcome, SaveError> {
        let _lock = self.checks.lock();
        if let Some(outcome) = self.stopped_by_another()? {
            return Ok(outcome);
        }
        let outcome = self.write_in_place(text, name)?;
        // Without a lock, another copy may have deleted in between.
        if self.is_deleted() {
            match &outcome {
                AutosaveOutcome::ChangedElsewhere { kept_as } | AutosaveOutcome::BesideUnread { kept_as } => {
                    remove(kept_as)?;
                }
                _ => self.checks.remove_current()?,
            }
            return Ok(AutosaveOutcome::DeletedElsewhere);
        }
        Ok(outcome)
    }

    fn write_in_place(&mut self, text: &str, name: &EarlierName) -> Result<AutosaveOutcome, SaveError> {
        if let WriteTarget::Earlier(beside, file) = &mut self.place {
            let path = match file {
                Some(path) => {
                    write_whole(path, text.as_bytes(), Readers::OnlyMe)?;
                    path.clone()
                }
                None => self.checks.earlier().add(text, name)?,
            };
            *file = Some(path.clone());
            return Ok(beside.outcome(path));
        }
        let found = self.checks.current_is(self.known.as_deref())?;
        // Another copy went on from what we read, and nothing new was said here.
        if found == Some(false) && self.known.as_deref() == Some(text) {
            return Ok(AutosaveOutcome::Kept);
        }
        // A file that is gone was taken away by hand; what the runner says after that is kept anew.
        if found.unwrap_or(true) || self.checks.current_is(Some(text))? == Some(true) {
            self.checks.keep(text)?;
            self.known = Some(text.to_owned());
            return Ok(AutosaveOutcome::Kept);
        }
        let path = self.checks.earlier().add(text, name)?;
        self.place = WriteTarget::Earlier(WrittenBeside::OtherCopy, Some(path.clone()));
        Ok(WrittenBeside::OtherCopy.outcome(path))
    }

    /// Nothing is said any more: our own file goes, and never that of another running copy.
    pub(super) fn write_nothing(&mut self) -> AutosaveOutcome {
        if let Err(fault) = self.remove_ours() {
            return AutosaveOutcome::NotDeleted(fault);
        }
        self.known = None;
        if let WriteTarget::Earlier(_, file) = &mut self.place {
            *file = None;
        }
        self.leave();
        AutosaveOutcome::Nothing
    }

    fn remove_ours(&self) -> Result<(), SaveError> {
        match &self.place {
            WriteTarget::Current if self.known.is_none() => Ok(()),
            WriteTarget::Current => {
                let _lock = self.checks.lock();
                let is_ours = self.checks.current_is(self.known.as_deref())? == Some(true);
                if is_ours { self.checks.remove_current() } else { Ok(()) }
            }
            WriteTarget::Earlier(_, file) => file.as_ref().map_or(Ok(()), |path| remove(path)),
        }
    }

    fn leave(&mut self) {
        // What stays is there twice, and nothing is lost.
        if let Some(path) = self.leaving.take() {
            remove(&path).ok();
        }
    }
}
