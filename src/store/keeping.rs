//! One write of the current check, with an eye on other running copies.

use std::path::PathBuf;

use super::checks::{Checks, remove};
use super::earlier::EarlierName;
use super::keeper::{Outcome, Replaced};
use super::save_fault::SaveFault;
use super::whole_file::{Readers, write_whole};

/// What this running copy knows of the file.
pub(super) struct Keeping {
    checks: Checks,
    /// The text as we last read or wrote it.
    known: Option<String>,
    place: GoesTo,
    /// A file of ours that goes once the answers are on the disk elsewhere.
    leaving: Option<PathBuf>,
}

/// Where our answers go.
enum GoesTo {
    /// To the current check.
    Current,
    /// To an earlier check, since another copy changed the current one; to a new one while there is none.
    Earlier(Option<PathBuf>),
}

impl Keeping {
    pub(super) fn new(checks: Checks, known: Option<String>) -> Self {
        Self { checks, known, place: GoesTo::Current, leaving: None }
    }

    /// Forgets what was read: the next text is the first of a new check.
    pub(super) fn forget(&mut self) {
        *self = Self::new(self.checks.clone(), None);
    }

    /// The next text is that of another check. Where ours went to an earlier check, it must not be written over.
    pub(super) fn begin(&mut self, replaced: Replaced) {
        if let GoesTo::Earlier(file) = &mut self.place {
            let file = file.take();
            match replaced {
                Replaced::Stays => {}
                Replaced::Goes => self.leaving = file.or(self.leaving.take()),
            }
        }
    }

    /// Writes the answers; `name` is what they are called when they have to go to the earlier checks.
    pub(super) fn write(&mut self, text: &str, name: &EarlierName) -> Outcome {
        let outcome = self.try_write(text, name).unwrap_or_else(Outcome::Failed);
        if !matches!(outcome, Outcome::Failed(_)) {
            self.leave();
        }
        outcome
    }

    fn try_write(&mut self, text: &str, name: &EarlierName) -> Result<Outcome, SaveFault> {
        if let GoesTo::Earlier(file) = &mut self.place {
            let path = match file {
                Some(path) => {
                    write_whole(path, text.as_bytes(), Readers::OnlyMe)?;
                    path.clone()
                }
                None => self.checks.earlier().add(text, name)?,
            };
            *file = Some(path.clone());
            return Ok(Outcome::ChangedElsewhere { kept_as: path });
        }
        let _lock = self.checks.lock();
        let found = self.checks.current_is(self.known.as_deref());
        // Another copy went on from what we read, and nothing new was said here.
        if found == Some(false) && self.known.as_deref() == Some(text) {
            return Ok(Outcome::Kept);
        }
        // A file that is gone was deleted by somebody; what the runner says after that is kept anew.
        if found.unwrap_or(true) || self.checks.current_is(Some(text)) == Some(true) {
            self.checks.keep(text)?;
            self.known = Some(text.to_owned());
            return Ok(Outcome::Kept);
        }
        let path = self.checks.earlier().add(text, name)?;
        self.place = GoesTo::Earlier(Some(path.clone()));
        Ok(Outcome::ChangedElsewhere { kept_as: path })
    }

    /// Nothing is said any more: our own file goes, and never that of another running copy.
    pub(super) fn write_nothing(&mut self) -> Outcome {
        let gone = match &mut self.place {
            GoesTo::Current => {
                let _lock = self.checks.lock();
                let is_ours = self.known.is_some() && self.checks.current_is(self.known.as_deref()) == Some(true);
                if is_ours { self.checks.remove_current() } else { Ok(()) }
            }
            GoesTo::Earlier(file) => file.as_ref().map_or(Ok(()), |path| remove(path)),
        };
        if let Err(fault) = gone {
            return Outcome::Failed(fault);
        }
        self.known = None;
        if let GoesTo::Earlier(file) = &mut self.place {
            *file = None;
        }
        self.leave();
        Outcome::Nothing
    }

    fn leave(&mut self) {
        // What stays is there twice, and nothing is lost.
        if let Some(path) = self.leaving.take() {
            remove(&path).ok();
        }
    }
}
