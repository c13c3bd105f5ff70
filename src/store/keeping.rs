//! One write of the current check, with an eye on other running copies.

use std::path::PathBuf;

use super::checks::Checks;
use super::earlier::EarlierName;
use super::keeper::Outcome;
use super::save_fault::SaveFault;
use super::whole_file::{Readers, write_whole};

/// What this running copy knows of the file.
pub(super) struct Keeping {
    checks: Checks,
    /// The text as we last read or wrote it.
    known: Option<String>,
    /// Where our answers go since another copy changed the file.
    diverted: Option<PathBuf>,
}

impl Keeping {
    pub(super) fn new(checks: Checks, known: Option<String>) -> Self {
        Self { checks, known, diverted: None }
    }

    /// Forgets what was read: the next text is the first of a new check.
    pub(super) fn forget(&mut self) {
        self.known = None;
        self.diverted = None;
    }

    /// Writes the answers; `name` is what they are called when they have to go to the earlier checks.
    pub(super) fn write(&mut self, text: &str, name: &EarlierName) -> Outcome {
        self.try_write(text, name).unwrap_or_else(Outcome::Failed)
    }

    fn try_write(&mut self, text: &str, name: &EarlierName) -> Result<Outcome, SaveFault> {
        if let Some(path) = &self.diverted {
            write_whole(path, text.as_bytes(), Readers::OnlyMe)?;
            return Ok(Outcome::ChangedElsewhere { kept_as: path.clone() });
        }
        let _lock = self.checks.lock();
        // A file that is gone was deleted by somebody; what the runner says after that is kept anew.
        let is_as_known = self.checks.current_is(self.known.as_deref()).unwrap_or(true);
        if is_as_known || self.checks.current_is(Some(text)) == Some(true) {
            self.checks.keep(text)?;
            self.known = Some(text.to_owned());
            return Ok(Outcome::Kept);
        }
        let path = self.checks.earlier().add(text, name)?;
        self.diverted = Some(path.clone());
        Ok(Outcome::ChangedElsewhere { kept_as: path })
    }
}
