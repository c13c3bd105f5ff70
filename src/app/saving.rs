//! Saving, copying and opening the page.

use std::path::{Path, PathBuf};

use super::App;
use crate::desktop::copied_text::CopiedText;
use crate::desktop::open_file::OpenError;
use crate::desktop::save_dialog::{ChooseFile, Chosen, DialogOptions, GivenUp};
use crate::desktop::save_note::{self, save};
use crate::note::file_name;
use crate::session::screen::Screen;
use crate::session::state::{Attention, SaveState};
use crate::store::crash_marker::{CrashMarker, CrashWatch};
use crate::store::settings::KeepAnswers;

/// Saving the page of one check; another check begins with a new one.
#[derive(Default)]
pub(super) struct Saving {
    now: DialogState,
    /// Dialogs that nobody waits for any more and that could not be closed: what they answer still counts.
    late: Vec<Box<dyn ChooseFile>>,
    /// An end of the program while a dialog is open is told at the next start.
    watch: Option<CrashWatch>,
    /// The text that was saved last.
    saved: Option<String>,
    /// The text that was copied last.
    copied: Option<String>,
}

/// How saving stands.
enum DialogState {
    /// Nobody waits for a dialog; this was told last.
    Idle(SaveState),
    /// A dialog is open. Whoever drops it does not hear its answer.
    Waiting(Box<dyn ChooseFile>),
}

impl Default for DialogState {
    fn default() -> Self {
        Self::Idle(SaveState::Nothing)
    }
}

impl Saving {
    /// What the screens show of it.
    pub(super) fn shown(&self) -> &SaveState {
        match &self.now {
            DialogState::Idle(told) => told,
            DialogState::Waiting(_) => &SaveState::Waiting,
        }
    }

    /// Whether a text was copied that is in no file.
    pub(super) fn has_copied_alone(&self) -> bool {
        self.copied.is_some() && self.copied != self.saved
    }

    /// The text that was saved last.
    pub(super) fn saved(&self) -> Option<&str> {
        self.saved.as_deref()
    }

    /// What is told now; a dialog that was waited for is given up.
    fn tell(&mut self, told: SaveState) {
        self.give_up();
        self.now = DialogState::Idle(told);
    }

    /// Waits no longer. None where nobody waited.
    fn give_up(&mut self) -> Option<GivenUp> {
        if !matches!(self.now, DialogState::Waiting(_)) {
            return None;
        }
        let DialogState::Waiting(mut dialog) = std::mem::take(&mut self.now) else { return None };
        let given_up = dialog.give_up();
        if given_up == GivenUp::StaysOpen {
            self.late.push(dialog);
        }
        Some(given_up)
    }

    /// How the next of the open dialogs ended. That a late one was closed is news only to who stopped waiting last.
    fn ended(&mut self) -> Option<Chosen> {
        let stopped_last = *self.shown() == SaveState::StillOpen;
        let mut news = None;
        self.late.retain_mut(|dialog| {
            if news.is_some() {
                return true;
            }
            let Some(ended) = dialog.poll() else { return true };
            news = Some(ended).filter(|ended| stopped_last || matches!(ended, Chosen::Path(_) | Chosen::NoFolder));
            false
        });
        if news.is_none()
            && let DialogState::Waiting(dialog) = &mut self.now
        {
            news = dialog.poll();
            if news.is_some() {
                self.now = DialogState::default();
            }
        }
        news
    }
}

impl App {
    /// Opens the dialog. What is kept is on the disk before, whatever the dialog brings about.
    pub(super) fn open_save_dialog(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        if matches!(self.saving.now, DialogState::Waiting(_)) {
            return;
        }
        self.finish_page();
        self.keep();
        if let Some(keeper) = &self.keeper {
            keeper.flush();
        }
        let name = file_name(self.today);
        let folder = self.save_folder();
        let words = &self.wording.screen.page;
        let shown = DialogOptions {
            title: &words.dialog_title,
            suggested_name: &name,
            folder: &folder,
            filter_name: &words.text_files,
            ending: save_note::ENDING,
        };
        let is_kept = self.settings.keep_answers == KeepAnswers::Keep;
        if self.saving.watch.is_none() {
            self.saving.watch = self.stops.as_ref().filter(|_| is_kept).and_then(CrashMarker::watch);
        }
        self.saving.now = DialogState::Waiting((self.open_dialog)(frame, &shown, ctx.clone()));
        self.screen = Screen::Result;
        ctx.request_repaint();
    }

    fn save_folder(&self) -> PathBuf {
        let last = self.settings.last_folder.clone().filter(|folder| folder.is_dir());
        last.or_else(|| self.folders.as_ref().map(|folders| folders.documents.clone())).unwrap_or_default()
    }

    /// Asks the open dialogs how they ended.
    pub(super) fn poll_dialog(&mut self) {
        while let Some(ended) = self.saving.ended() {
            match ended {
                Chosen::Path(path) => self.save_to(&path),
                Chosen::NoFolder => self.saving.tell(SaveState::NoFolder),
                Chosen::ClosedByUser => self.saving.tell(SaveState::Closed),
                Chosen::DidNotOpen => self.saving.tell(SaveState::NoDialog),
            }
        }
        if matches!(self.saving.now, DialogState::Idle(_)) && self.saving.late.is_empty() {
            self.saving.watch = None;
        }
    }

    /// Waits no longer. The late answer of a dialog that cannot be closed still counts.
    pub(super) fn stop_waiting(&mut self) {
        match self.saving.give_up() {
            None => {}
            Some(GivenUp::Closed) => self.saving.tell(SaveState::GivenUp),
            Some(GivenUp::StaysOpen) => self.saving.tell(SaveState::StillOpen),
        }
    }

    /// Whether closing now loses a text that was copied and is in no file.
    pub(super) fn would_lose_copy(&self) -> bool {
        self.saving.has_copied_alone() && (self.copied_text)() == CopiedText::MayGo
    }

    pub(super) fn save_to_documents(&mut self) {
        let folder = self.folders.as_ref().map(|folders| folders.documents.clone()).unwrap_or_default();
        // Without an ending the writer takes a free name, so that no file is replaced unasked.
        let name = file_name(self.today);
        let stem = name.strip_suffix(".txt").unwrap_or(&name).to_owned();
        self.save_to(&folder.join(stem));
    }

    fn save_to(&mut self, path: &Path) {
        // Before: the next start tidies up where a save was killed.
        let folder = std::mem::replace(&mut self.settings.last_folder, path.parent().map(Path::to_owned));
        self.keep_settings();
        match save(path, &self.page.text) {
            Ok(path) => {
                self.status.clone_from(&self.wording.screen.page.saved);
                self.saving.saved = Some(self.page.text.clone());
                self.attention = Attention::Nothing;
                self.saving.tell(SaveState::Saved(path));
            }
            Err(fault) => {
                self.settings.last_folder = folder;
                self.keep_settings();
                self.saving.tell(SaveState::Failed(fault));
            }
        }
    }

    /// The page that is saved and copied, from whatever screen, is that of a screen that was left: what was not ticked
    /// is No.
    fn finish_page(&mut self) {
        if self.screen != Screen::Result {
            self.leave();
        }
    }

    pub(super) fn copy(&mut self, ctx: &egui::Context) {
        self.finish_page();
        ctx.copy_text(self.page.text.clone());
        self.saving.copied = Some(self.page.text.clone());
        self.status.clone_from(&self.wording.screen.page.copied);
    }

    /// Opens the saved file or its folder, and says when nothing opened.
    pub(super) fn open_saved(&mut self, path: &Path, open: fn(&Path) -> Result<(), OpenError>) {
        if open(path).is_err() {
            self.saving.tell(SaveState::CouldNotOpen(path.to_owned()));
        }
    }
}
