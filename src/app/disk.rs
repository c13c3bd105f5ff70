//! What stands on the disk: the kept check, earlier ones, settings.

use std::path::{Path, PathBuf};

use crate::session::effect::{CheckText, Deleted, Done, PutAway};
use crate::store::autosave::{Autosave, AutosaveOutcome};
use crate::store::checks::Checks;
use crate::store::crash_marker::CrashMarker;
use crate::store::earlier::{Earlier, EarlierChecks, TakenAway};
use crate::store::folders::Folders;
use crate::store::save_error::SaveError;
use crate::store::settings::{KeepAnswers, Settings};

/// Everything that is kept, and whoever keeps it.
pub(super) struct Disk {
    /// None when the computer has no home folder.
    pub(super) folders: Option<Folders>,
    pub(super) settings: Settings,
    /// The choice about keeping answers that we last read or wrote: a newer one is that of another running copy.
    pub(super) known_choice: KeepAnswers,
    pub(super) autosave: Option<Autosave>,
    pub(super) checks: Option<Checks>,
    pub(super) earlier_checks: Option<EarlierChecks>,
    /// The earlier checks there were when they were last listed.
    pub(super) earlier: Vec<Earlier>,
    /// Those that "do not keep my answers" took from the disk, until the window closes.
    pub(super) forgotten: Vec<TakenAway>,
    pub(super) crash_marker: Option<CrashMarker>,
}

impl Disk {
    /// Whether answers are kept.
    pub(super) fn keeps(&self) -> bool {
        self.settings.keep_answers == KeepAnswers::Keep
    }

    /// Hands the answers to the autosave, when answers are kept; none where nothing was said.
    pub(super) fn keep(&self, check: Option<CheckText>) {
        if let Some(autosave) = self.autosave.as_ref().filter(|_| self.keeps()) {
            match check {
                Some(CheckText { text, name }) => autosave.keep(text, name),
                None => autosave.keep_nothing(),
            }
        }
    }

    /// Lets the autosave do something, where there is one.
    pub(super) fn with_autosave(&self, order: impl FnOnce(&Autosave)) {
        if let Some(autosave) = &self.autosave {
            order(autosave);
        }
    }

    /// Whether a file is the check that is being answered.
    pub(super) fn is_kept(&self, path: &Path) -> bool {
        self.checks.as_ref().is_some_and(|checks| checks.is_current(path))
    }

    /// Reads anew which earlier checks there are.
    pub(super) fn list_earlier(&mut self) {
        self.earlier = self.earlier_checks.as_ref().map_or_else(Vec::new, EarlierChecks::list);
    }

    /// Adds a check to the earlier ones; [`None`] when it could not be written.
    pub(super) fn put_away(&self, check: &CheckText) -> Option<PutAway> {
        let Some(earlier) = self.earlier_checks.as_ref().filter(|_| self.may_write()) else {
            return Some(PutAway::Nothing);
        };
        // Beside another one it is an earlier check already.
        if let Some(AutosaveOutcome::ChangedElsewhere { kept_as } | AutosaveOutcome::BesideUnread { kept_as }) =
            self.autosave.as_ref().map(Autosave::last)
        {
            return Some(PutAway::Added(kept_as));
        }
        put_away(earlier, check).ok()
    }

    /// Puts earlier checks back on the disk, or to those set aside while answers are not written; [`None`], and none of
    /// them, when one cannot be written.
    pub(super) fn put_back(&mut self, taken: &[TakenAway]) -> Option<Vec<PathBuf>> {
        if taken.is_empty() {
            return Some(Vec::new());
        }
        let may_write = self.may_write();
        let earlier = self.earlier_checks.as_ref()?;
        if !may_write {
            self.forgotten.extend_from_slice(taken);
            return Some(taken.iter().map(|taken| earlier.place_of(taken)).collect());
        }
        let mut added = Vec::new();
        for taken in taken {
            if let Ok(path) = earlier.put_back(taken) {
                added.push(path);
            } else {
                for path in added {
                    earlier.take_away(&path).ok();
                }
                return None;
            }
        }
        Some(added)
    }

    /// Takes earlier checks from the disk, once the current one is on it, or from those set aside. What stays is there
    /// twice, and nothing is lost.
    pub(super) fn take_away(&mut self, paths: &[PathBuf]) -> Vec<TakenAway> {
        let (Some(earlier), false) = (&self.earlier_checks, paths.is_empty()) else { return Vec::new() };
        if self.settings.keep_answers == KeepAnswers::DoNotKeep {
            return self.forgotten.extract_if(.., |taken| paths.contains(&earlier.place_of(taken))).collect();
        }
        let outcome = self.autosave.as_ref().map_or(AutosaveOutcome::NotKeeping, Autosave::flush);
        if matches!(
            outcome,
            AutosaveOutcome::Failed(_) | AutosaveOutcome::DeletedElsewhere | AutosaveOutcome::NotKeeping
        ) {
            return Vec::new();
        }
        paths.iter().filter_map(|path| earlier.take_away(path).ok()).collect()
    }

    /// The text of an earlier check.
    pub(super) fn read_earlier(&self, path: &Path) -> Option<String> {
        self.earlier_checks.as_ref()?.read(path).ok()
    }

    /// Gives an earlier check another name; none where it is not listed.
    pub(super) fn rename_earlier(&self, path: &Path, name: &str) -> Option<Done> {
        let earlier = self.earlier.iter().find(|earlier| earlier.path == path)?;
        let renamed = self.earlier_checks.as_ref().map(|checks| checks.rename(earlier, name));
        Some(if matches!(renamed, Some(Ok(_))) { Done::Yes } else { Done::No })
    }

    /// Takes an earlier check from the computer.
    pub(super) fn delete_earlier(&self, path: &Path) -> (Done, Deleted) {
        let listed = self.earlier.iter().find(|earlier| earlier.path == path);
        let name = listed.map_or_else(String::new, |earlier| earlier.name.name.clone());
        match self.earlier_checks.as_ref().map(|earlier| earlier.delete(path)) {
            Some(Ok(taken)) => (Done::Yes, Deleted { name, taken }),
            _ => (Done::No, Deleted::default()),
        }
    }

    /// Whether what is moved among the earlier checks may be written: answers are kept, and no other running copy
    /// deleted all.
    fn may_write(&self) -> bool {
        let is_stopped = |autosave: &Autosave| {
            matches!(autosave.flush(), AutosaveOutcome::DeletedElsewhere | AutosaveOutcome::NotKeeping)
        };
        self.keeps() && !self.autosave.as_ref().is_some_and(is_stopped)
    }
}

/// Adds a check to the earlier ones before another takes its place, unless it is among them already.
pub(super) fn put_away(earlier: &EarlierChecks, check: &CheckText) -> Result<PutAway, SaveError> {
    if earlier.holds(&check.text) {
        return Ok(PutAway::ThereAlready);
    }
    earlier.add(&check.text, &check.name).map(PutAway::Added)
}
