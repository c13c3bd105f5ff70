//! Carries out what the session asks of the world, and tells it what came of it.

use std::collections::VecDeque;
use std::path::PathBuf;

use egui::ViewportCommand;

use super::App;
use super::saving::Dialogs;
use crate::desktop::open_file::{open_file, open_folder_of};
use crate::session::command::Command;
use crate::session::effect::{Done, Effect, Event};
use crate::store::autosave::Autosave;
use crate::store::earlier::{EarlierChecks, TakenAway};

impl App {
    /// Does what the runner asks for.
    pub(super) fn carry_out(&mut self, command: Command, ctx: &egui::Context, frame: &eframe::Frame) {
        let now = (self.system.clock)().timestamp();
        let effects = self.session.apply(command, now);
        self.run(effects, ctx, frame);
    }

    /// Tells the session what happened, and does what it asks for then.
    pub(super) fn happened(&mut self, event: Event, ctx: &egui::Context, frame: &eframe::Frame) {
        let effects = self.session.happened(event);
        self.run(effects, ctx, frame);
    }

    /// Carries out effects in their order; what an answer to one asks for comes before the rest.
    fn run(&mut self, effects: Vec<Effect>, ctx: &egui::Context, frame: &eframe::Frame) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            if let Some(event) = self.effect(effect, ctx, frame) {
                let asked = self.session.happened(event);
                asked.into_iter().rev().for_each(|effect| queue.push_front(effect));
            }
        }
    }

    fn effect(&mut self, effect: Effect, ctx: &egui::Context, frame: &eframe::Frame) -> Option<Event> {
        match effect {
            Effect::Keep(check) => self.disk.keep(check),
            Effect::Flush => self.disk.with_autosave(|autosave| drop(autosave.flush())),
            Effect::Begin(replaced) => self.disk.with_autosave(|autosave| autosave.begin(replaced)),
            Effect::Adopt => self.disk.with_autosave(Autosave::adopt),
            Effect::KnowKept(text) => self.disk.with_autosave(|autosave| autosave.read(text)),
            Effect::PutAway(check, other) => return Some(Event::PutAway(self.disk.put_away(&check), other)),
            Effect::PutBack(taken, undo) => return Some(Event::PutBack(self.disk.put_back(&taken), undo)),
            Effect::TakeAway(paths, why) => return Some(Event::TookAway(self.disk.take_away(&paths), why)),
            Effect::ListEarlier => self.disk.list_earlier(),
            Effect::ReadEarlier(path) => {
                let text = self.disk.read_earlier(&path);
                return Some(Event::EarlierRead(path, text));
            }
            Effect::ReadEarlierToCompare(path) => {
                let text = self.disk.read_earlier(&path);
                return Some(Event::EarlierToCompare(path, text));
            }
            Effect::RenameEarlier(path, name) => {
                return self.disk.rename_earlier(&path, &name).map(Event::EarlierRenamed);
            }
            Effect::DeleteEarlier(path) => {
                let (done, deleted) = self.disk.delete_earlier(&path);
                return Some(Event::EarlierDeleted(done, deleted));
            }
            Effect::DeleteAll => {
                let (mut copies, done) = self.delete_kept();
                // Also those that are not on the disk any more: only Undo may bring them back.
                copies.append(&mut self.disk.forgotten);
                if done == Done::Yes {
                    self.keep_settings();
                }
                return Some(Event::AllDeleted(done, copies));
            }
            Effect::ReadKept => return self.read_kept(),
            Effect::Set(setting) => self.set(setting, ctx),
            Effect::FollowChoice => self.follow_choice(),
            Effect::OpenSaveDialog(document) => self.open_save_dialog(document, ctx, frame),
            Effect::SaveToDocuments(document) => return Some(self.save_to_documents(document)),
            Effect::StopWaiting => {
                return self.dialogs.stop_waiting().map(|(document, saving)| Event::Saving(document, saving));
            }
            Effect::DropDialogs => self.dialogs = Dialogs::default(),
            Effect::Copy(text) => ctx.copy_text(text),
            Effect::OpenFile(path) => return self.open_saved(path, open_file),
            Effect::OpenFolder(path) => return self.open_saved(path, open_folder_of),
            Effect::HoldStill => self.layout.hold_still(),
            Effect::ForgetDrafts => self.drafts.forget(),
            Effect::Repaint => ctx.request_repaint(),
            Effect::Runs(effect) => return self.runs_effect(effect, ctx, frame),
            Effect::Close => {
                self.closes = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
        None
    }

    /// Deletes every answer from the disk, and where pages were saved. Returns copies of the earlier checks that are gone,
    /// and whether all is.
    pub(super) fn delete_kept(&mut self) -> (Vec<TakenAway>, Done) {
        let mut copies = self.disk.earlier_checks.as_ref().map_or_else(Vec::new, EarlierChecks::copy_all);
        let saved_in = self.disk.settings.last_folder.take();
        let folders: Vec<PathBuf> = saved_in.iter().cloned().collect();
        let deleted = match (&self.disk.autosave, &self.disk.checks) {
            (Some(autosave), _) => autosave.delete_all(folders),
            (None, Some(checks)) => checks.delete_all(&folders),
            (None, None) => Ok(()),
        };
        let is_forgotten = saved_in.is_none() || self.try_keeping_settings().is_ok();
        if !is_forgotten {
            self.disk.settings.last_folder = saved_in;
        }
        if let Some(earlier) = &self.disk.earlier_checks {
            copies.retain(|taken| !earlier.place_of(taken).exists());
        }
        (copies, if deleted.is_ok() && is_forgotten { Done::Yes } else { Done::No })
    }
}
