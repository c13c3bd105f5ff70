//! Earlier checks: put away, opened, named, deleted.

use std::path::{Path, PathBuf};

use super::App;
use super::command::EarlierCommand;
use super::history::Moves;
use super::opening::view_of_worst;
use super::saving::Saving;
use crate::check::{Check, file};
use crate::knowledge::Knowledge;
use crate::store::checks::Checks;
use crate::store::earlier::{EarlierChecks, EarlierName, TakenAway};
use crate::store::keeper::{Keeper, Outcome, Replaced};
use crate::store::save_fault::SaveFault;
use crate::store::settings::KeepAnswers;
use crate::ui::screen::Opened;
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

    /// Adds the current check to the earlier ones and says where it is; nothing where there is nothing to keep.
    /// [`None`] when it could not be written.
    pub(super) fn put_away(&self) -> Option<Vec<PathBuf>> {
        if self.check.is_empty() || self.settings.keep_answers == KeepAnswers::DoNotKeep {
            return Some(Vec::new());
        }
        let Some(earlier) = self.earlier_checks() else { return Some(Vec::new()) };
        // Beside another running copy it is an earlier check already.
        if let Some(Outcome::ChangedElsewhere { kept_as }) = self.keeper.as_ref().map(Keeper::flush) {
            return Some(vec![kept_as]);
        }
        let path = earlier.add(&file::write(&self.check), &earlier_name(&self.check, &self.knowledge)).ok()?;
        Some(vec![path])
    }

    /// Makes `check` the current one, with one step of undo. The old one is among the earlier ones before.
    ///
    /// Returns whether that worked; if not, everything is as it was.
    pub(super) fn replace_check(&mut self, check: Check, opened: Opened, from: Option<&Path>) -> bool {
        let Some(take_away) = self.put_away() else {
            self.status.clone_from(&self.wording.screen.close.not_kept);
            return false;
        };
        let before = std::mem::replace(&mut self.check, check);
        self.shell.typed.forget();
        self.saving = Saving::default();
        self.counted_as_no = None;
        self.opened = opened;
        self.view = view_of_worst(&self.check, &self.knowledge);
        self.refresh();
        self.status.clear();
        self.begin_keeping(Replaced::Stays);
        self.keep();
        let put_back = from.map_or_else(Vec::new, |path| self.take_away(&[path.to_owned()]));
        self.history.remember_with(&before, Moves { put_back, take_away });
        self.list_earlier();
        true
    }

    fn open_earlier(&mut self, path: &Path) {
        let text = self.earlier_checks().and_then(|earlier| earlier.read(path).ok());
        let Some(check) = text.and_then(|text| file::read(&text, &self.knowledge).ok()) else {
            self.status.clone_from(&self.wording.screen.earlier.unreadable);
            return;
        };
        if self.replace_check(check, Opened::Kept, Some(path)) {
            self.go_on();
        }
    }

    fn rename_earlier(&mut self, path: &Path, name: &str) {
        let Some(earlier) = self.earlier.iter().find(|earlier| earlier.path == path) else { return };
        let renamed = self.earlier_checks().map(|checks| checks.rename(earlier, name));
        let words = &self.wording.screen;
        self.status = match renamed {
            Some(Ok(_)) => words.earlier.renamed.clone(),
            _ => words.close.not_kept.clone(),
        };
    }

    fn delete_earlier(&mut self, path: &Path) {
        let name = self.earlier.iter().find(|earlier| earlier.path == path).map(|earlier| earlier.name.name.clone());
        let Some(Ok(taken)) = self.earlier_checks().map(|earlier| earlier.take_away(path)) else {
            self.status.clone_from(&self.wording.screen.menu.not_deleted);
            return;
        };
        self.history.remember_with(&self.check, Moves { put_back: vec![taken], take_away: Vec::new() });
        let words = &self.wording.screen.earlier;
        let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| words.unnamed.clone());
        self.status = fill(&words.deleted, &[("name", &name)]);
    }

    /// Puts earlier checks back on the disk, or to those set aside while answers are not kept; [`None`], and none of
    /// them, when one cannot be written.
    pub(super) fn put_back(&mut self, taken: &[TakenAway]) -> Option<Vec<PathBuf>> {
        let Some(earlier) = &self.earlier_checks else { return taken.is_empty().then(Vec::new) };
        if self.settings.keep_answers == KeepAnswers::DoNotKeep {
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
        if matches!(self.keeper.as_ref().map(Keeper::flush), None | Some(Outcome::Failed(_))) {
            return Vec::new();
        }
        paths.iter().filter_map(|path| earlier.take_away(path).ok()).collect()
    }

    /// Deletes every answer from the disk. Returns copies of the earlier checks that are gone, and whether all is.
    pub(super) fn delete_kept(&mut self) -> (Vec<TakenAway>, bool) {
        let mut copies = self.earlier_checks.as_ref().map_or_else(Vec::new, EarlierChecks::copy_all);
        let deleted = self.keeper.as_ref().map(|keeper| keeper.delete_all(&mut self.settings));
        if let Some(earlier) = &self.earlier_checks {
            copies.retain(|taken| !earlier.place_of(taken).exists());
        }
        (copies, deleted.map_or(self.folders.is_none(), |deleted| deleted.is_ok()))
    }
}

/// What a check is called when another takes its place: its day, its knee, the place that hurts most.
pub(super) fn earlier_name(check: &Check, knowledge: &Knowledge) -> EarlierName {
    let zone = check.worst().and_then(|spot| knowledge.zone(spot.zone.as_str()));
    EarlierName { made: check.made, side: check.side, name: zone.map_or_else(String::new, |zone| zone.short.clone()) }
}

/// Adds a kept text to the earlier checks before another takes its place.
pub(super) fn put_away_kept(
    checks: &Checks,
    text: &str,
    check: &Check,
    knowledge: &Knowledge,
) -> Result<PathBuf, SaveFault> {
    checks.earlier().add(text, &earlier_name(check, knowledge))
}
