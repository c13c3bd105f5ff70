//! Earlier checks: put away, opened, named, deleted.

use std::path::{Path, PathBuf};

use super::App;
use super::history::Moves;
use super::opening::view_of_worst;
use super::saving::Saving;
use crate::check::{Check, file};
use crate::knowledge::Knowledge;
use crate::session::command::EarlierCommand;
use crate::session::state::CheckOrigin;
use crate::store::autosave::{Autosave, AutosaveOutcome, Replaced};
use crate::store::earlier::{EarlierChecks, EarlierName, TakenAway};
use crate::store::save_error::SaveError;
use crate::store::settings::KeepAnswers;
use crate::wording::fill;

impl App {
    pub(super) fn earlier(&mut self, command: EarlierCommand) {
        match command {
            EarlierCommand::Open(path) => self.open_earlier(&path),
            EarlierCommand::Rename(path, name) => self.rename_earlier(&path, &name),
            EarlierCommand::Delete(path) => self.delete_earlier(&path),
        }
        self.list_earlier();
    }

    /// Reads anew which there are.
    pub(super) fn list_earlier(&mut self) {
        self.earlier = self.earlier_checks().map_or_else(Vec::new, EarlierChecks::list);
    }

    pub(super) fn earlier_checks(&self) -> Option<&EarlierChecks> {
        self.earlier_checks.as_ref()
    }

    /// Adds the current check to the earlier ones; [`None`] when it could not be written.
    pub(super) fn put_away(&self) -> Option<PutAway> {
        let Some(earlier) = self.earlier_checks().filter(|_| !self.check.is_empty() && self.may_write()) else {
            return Some(PutAway::Nothing);
        };
        // Beside another one it is an earlier check already.
        if let Some(AutosaveOutcome::ChangedElsewhere { kept_as } | AutosaveOutcome::BesideUnread { kept_as }) =
            self.keeper.as_ref().map(Autosave::last)
        {
            return Some(PutAway::Added(kept_as));
        }
        put_away(earlier, &file::write(&self.check), &self.check, &self.knowledge).ok()
    }

    /// Makes `check` the current one, with one step of undo. The old one is among the earlier ones before.
    ///
    /// Returns whether that worked; if not, everything is as it was.
    pub(super) fn replace_check(&mut self, check: Check, opened: CheckOrigin, from: Option<&Path>) -> bool {
        let Some(take_away) = self.put_away() else {
            self.status.clone_from(&self.wording.screen.earlier.not_moved);
            return false;
        };
        let before = self.show_check(check, opened);
        self.begin_keeping(Replaced::Stays);
        self.keep();
        let put_back = from.map_or_else(Vec::new, |path| self.take_away(&[path.to_owned()]));
        self.history.remember_with(&before, Moves { put_back, take_away: take_away.added() });
        self.list_earlier();
        true
    }

    /// Makes `check` the one that is shown, and returns the one before.
    pub(super) fn show_check(&mut self, check: Check, opened: CheckOrigin) -> Check {
        let before = std::mem::replace(&mut self.check, check);
        self.drafts.forget();
        self.saving = Saving::default();
        self.counted_as_no = None;
        self.opened = opened;
        self.view = view_of_worst(&self.check, &self.knowledge);
        self.refresh();
        self.status.clear();
        before
    }

    fn open_earlier(&mut self, path: &Path) {
        let text = self.earlier_checks().and_then(|earlier| earlier.read(path).ok());
        let Some(check) = text.and_then(|text| file::read(&text, &self.knowledge).ok()) else {
            self.status.clone_from(&self.wording.screen.earlier.unreadable);
            return;
        };
        if self.replace_check(check, CheckOrigin::Kept, Some(path)) {
            self.go_on();
        }
    }

    fn rename_earlier(&mut self, path: &Path, name: &str) {
        let Some(earlier) = self.earlier.iter().find(|earlier| earlier.path == path) else { return };
        let renamed = self.earlier_checks().map(|checks| checks.rename(earlier, name));
        let words = &self.wording.screen;
        self.status = match renamed {
            Some(Ok(_)) => words.earlier.renamed.clone(),
            _ => words.earlier.not_renamed.clone(),
        };
    }

    fn delete_earlier(&mut self, path: &Path) {
        let name = self.earlier.iter().find(|earlier| earlier.path == path).map(|earlier| earlier.name.name.clone());
        let Some(Ok(taken)) = self.earlier_checks().map(|earlier| earlier.delete(path)) else {
            self.status.clone_from(&self.wording.screen.menu.not_deleted);
            return;
        };
        let words = &self.wording.screen.earlier;
        let told = if taken.is_some() { &words.deleted } else { &words.deleted_for_good };
        let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| words.unnamed.clone());
        self.status = fill(told, &[("name", &name)]);
        if let Some(taken) = taken {
            self.history.remember_with(&self.check, Moves { put_back: vec![taken], take_away: Vec::new() });
        }
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
        let outcome = self.keeper.as_ref().map_or(AutosaveOutcome::NotKeeping, Autosave::flush);
        if matches!(
            outcome,
            AutosaveOutcome::Failed(_) | AutosaveOutcome::DeletedElsewhere | AutosaveOutcome::NotKeeping
        ) {
            return Vec::new();
        }
        paths.iter().filter_map(|path| earlier.take_away(path).ok()).collect()
    }

    /// Deletes every answer from the disk, and where pages were saved. Returns copies of the earlier checks that are gone,
    /// and whether all is.
    pub(super) fn delete_kept(&mut self) -> (Vec<TakenAway>, bool) {
        let mut copies = self.earlier_checks.as_ref().map_or_else(Vec::new, EarlierChecks::copy_all);
        let saved_in = self.settings.last_folder.take();
        let folders: Vec<PathBuf> = saved_in.iter().cloned().collect();
        let deleted = match (&self.keeper, &self.checks) {
            (Some(keeper), _) => keeper.delete_all(folders),
            (None, Some(checks)) => checks.delete_all(&folders),
            (None, None) => Ok(()),
        };
        let is_forgotten = saved_in.is_none() || self.try_keeping_settings().is_ok();
        if !is_forgotten {
            self.settings.last_folder = saved_in;
        }
        if let Some(earlier) = &self.earlier_checks {
            copies.retain(|taken| !earlier.place_of(taken).exists());
        }
        (copies, deleted.is_ok() && is_forgotten)
    }
}

/// What became of a check in whose place another one comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PutAway {
    /// Nothing is kept of it: nothing was said, or nothing is to be kept.
    Nothing,
    /// It is a new earlier check.
    Added(PathBuf),
    /// It was among the earlier checks already, word for word.
    ThereAlready,
}

impl PutAway {
    /// The file that has to go again when this is taken back.
    pub(super) fn added(self) -> Vec<PathBuf> {
        match self {
            Self::Added(path) => vec![path],
            Self::Nothing | Self::ThereAlready => Vec::new(),
        }
    }
}

/// What a check is called when another takes its place: its day, its knee, the place that hurts most.
pub(super) fn earlier_name(check: &Check, knowledge: &Knowledge) -> EarlierName {
    let zone = check.worst().and_then(|spot| knowledge.zone(spot.zone.as_str()));
    EarlierName { made: check.made, side: check.side, name: zone.map_or_else(String::new, |zone| zone.short.clone()) }
}

/// Adds a text to the earlier checks before another takes its place, unless it is among them already.
pub(super) fn put_away(
    earlier: &EarlierChecks,
    text: &str,
    check: &Check,
    knowledge: &Knowledge,
) -> Result<PutAway, SaveError> {
    if earlier.holds(text) {
        return Ok(PutAway::ThereAlready);
    }
    earlier.add(text, &earlier_name(check, knowledge)).map(PutAway::Added)
}
