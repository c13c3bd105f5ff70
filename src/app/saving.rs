//! Saving, copying and opening the page.

use std::path::{Path, PathBuf};

use super::App;
use crate::desktop::open_file;
use crate::desktop::save_dialog::{Chosen, Shown};
use crate::desktop::save_note::{Saved, save};
use crate::note::file_name;
use crate::store::settings::KeepAnswers;
use crate::store::stops::Stops;
use crate::ui::screen::SaveState;

impl App {
    /// Opens the dialog. What is kept is on the disk before: a dying desktop bus can take the program with it.
    pub(super) fn open_save_dialog(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        if self.dialog.is_some() {
            return;
        }
        self.keep();
        if let Some(keeper) = &self.keeper {
            keeper.flush();
        }
        let name = file_name(self.today);
        let folder = self.save_folder();
        let words = &self.wording.screen.page;
        let shown = Shown {
            title: &words.dialog_title,
            suggested_name: &name,
            folder: &folder,
            filter_name: &words.text_files,
            ending: Saved::Note.ending(),
        };
        if self.settings.keep_answers == KeepAnswers::Keep {
            self.dialog_watch = self.stops.as_ref().and_then(Stops::watch);
        }
        self.dialog = Some((self.open_dialog)(frame, &shown, ctx.clone()));
        self.save = SaveState::Waiting;
        self.place = super::Place::Result;
        ctx.request_repaint();
    }

    fn save_folder(&self) -> PathBuf {
        let last = self.settings.last_folder.clone().filter(|folder| folder.is_dir());
        last.or_else(|| self.folders.as_ref().map(|folders| folders.documents.clone())).unwrap_or_default()
    }

    /// Asks the dialog how it ended.
    pub(super) fn poll_dialog(&mut self) {
        let Some(ended) = self.dialog.as_mut().and_then(|dialog| dialog.poll()) else { return };
        self.dialog = None;
        self.dialog_watch = None;
        match ended {
            Chosen::Path(path) => self.save_to(&path),
            Chosen::ClosedByUser => self.save = SaveState::Closed,
            Chosen::DidNotOpen => self.save = SaveState::NoDialog,
        }
    }

    /// A late answer of the dialog is ignored.
    pub(super) fn stop_waiting(&mut self) {
        self.dialog = None;
        self.dialog_watch = None;
        self.save = SaveState::Closed;
    }

    pub(super) fn save_to_documents(&mut self) {
        let folder = self.folders.as_ref().map(|folders| folders.documents.clone()).unwrap_or_default();
        // Without an ending the writer takes a free name, so that no file is replaced unasked.
        let name = file_name(self.today);
        let stem = name.strip_suffix(".txt").unwrap_or(&name).to_owned();
        self.save_to(&folder.join(stem));
    }

    fn save_to(&mut self, path: &Path) {
        match save(Saved::Note, path, &self.page.text) {
            Ok(path) => {
                self.settings.last_folder = path.parent().map(Path::to_owned);
                self.keep_settings();
                self.status.clone_from(&self.wording.screen.page.saved);
                self.save = SaveState::Saved { path, text: self.page.text.clone() };
            }
            Err(fault) => self.save = SaveState::Failed(fault),
        }
    }

    pub(super) fn copy(&mut self, ctx: &egui::Context) {
        ctx.copy_text(self.page.text.clone());
        self.save = SaveState::Copied;
        self.status.clone_from(&self.wording.screen.page.copied);
    }

    pub(super) fn open_saved(&mut self, path: &Path, folder: bool) {
        let opened = if folder { open_file::open_folder_of(path) } else { open_file::open_file(path) };
        if opened.is_err() {
            self.save = SaveState::CouldNotOpen(path.to_owned());
        }
    }
}
