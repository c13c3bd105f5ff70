//! Saving and opening page and plan.

use std::path::{Path, PathBuf};

use super::App;
use crate::desktop::open_file::OpenError;
use crate::desktop::save_dialog::{ChooseFile, Chosen, DialogOptions, GivenUp};
use crate::desktop::save_note::{TextKind, save};
use crate::session::document::Document;
use crate::session::effect::Event;
use crate::session::state::SaveState;
use crate::store::crash_marker::{CrashMarker, CrashWatch};

/// The save dialogs of one check. Whoever drops them does not hear their answers.
#[derive(Default)]
pub(super) struct Dialogs {
    /// The one that is waited for.
    open: Option<OpenDialog>,
    /// Those that nobody waits for any more and that could not be closed: what they answer still counts.
    late: Vec<OpenDialog>,
    /// An end of the program while a dialog is open is told at the next start.
    watch: Option<CrashWatch>,
}

/// A dialog, and what it was opened for.
struct OpenDialog {
    document: Document,
    dialog: Box<dyn ChooseFile>,
}

impl OpenDialog {
    fn poll(&mut self) -> Option<(Document, Chosen)> {
        self.dialog.poll().map(|ended| (self.document, ended))
    }
}

impl Dialogs {
    /// Waits no longer, and says how it stands then; none where nobody waited. The late answer of a dialog that cannot be
    /// closed still counts.
    pub(super) fn stop_waiting(&mut self) -> Option<(Document, SaveState)> {
        let mut open = self.open.take()?;
        let document = open.document;
        let state = match open.dialog.give_up() {
            GivenUp::Closed => SaveState::GivenUp,
            GivenUp::StaysOpen => {
                self.late.push(open);
                SaveState::StillOpen
            }
        };
        Some((document, state))
    }

    /// How the next of the open dialogs ended. That a late one was closed is news only to who stopped waiting last.
    fn ended(&mut self, told: &SaveState) -> Option<(Document, Chosen)> {
        let stopped_last = *told == SaveState::StillOpen;
        let mut news = None;
        self.late.retain_mut(|dialog| {
            if news.is_some() {
                return true;
            }
            let Some(ended) = dialog.poll() else { return true };
            let counts = |ended: &Chosen| stopped_last || matches!(ended, Chosen::Path(_) | Chosen::NoFolder);
            news = Some(ended).filter(|(_, ended)| counts(ended));
            false
        });
        if news.is_none() {
            news = self.open.as_mut().and_then(OpenDialog::poll);
            self.open = self.open.take().filter(|_| news.is_none());
        }
        news
    }

    /// Once no dialog is open, an end of the program is none by itself.
    fn rest(&mut self) {
        if self.open.is_none() && self.late.is_empty() {
            self.watch = None;
        }
    }
}

/// What kind of text a document is.
fn kind_of(document: Document) -> TextKind {
    match document {
        Document::Page | Document::Plan => TextKind::Plain,
        Document::Calendar => TextKind::Calendar,
    }
}

impl App {
    /// Opens the dialog; what is kept is on the disk.
    pub(super) fn open_save_dialog(&mut self, document: Document, ctx: &egui::Context, frame: &eframe::Frame) {
        let name = document.file_name(self.session.state().today);
        let folder = self.save_folder();
        let wording = &self.session.content().wording;
        let kind = kind_of(document);
        let (title, filter_name) = match kind {
            TextKind::Plain => (&wording.screen.page.dialog_title, &wording.screen.page.text_files),
            TextKind::Calendar => (&wording.diary.calendar.dialog_title, &wording.diary.calendar.files),
        };
        let shown = DialogOptions { title, suggested_name: &name, folder: &folder, filter_name, ending: kind.ending() };
        if self.dialogs.watch.is_none() {
            self.dialogs.watch =
                self.disk.crash_marker.as_ref().filter(|_| self.disk.keeps()).and_then(CrashMarker::watch);
        }
        let dialog = (self.system.open_dialog)(frame, &shown, ctx.clone());
        self.dialogs.open = Some(OpenDialog { document, dialog });
        ctx.request_repaint();
    }

    fn save_folder(&self) -> PathBuf {
        let last = self.disk.settings.last_folder.clone().filter(|folder| folder.is_dir());
        last.unwrap_or_else(|| self.documents())
    }

    fn documents(&self) -> PathBuf {
        self.disk.folders.as_ref().map(|folders| folders.documents.clone()).unwrap_or_default()
    }

    /// Asks the open dialogs how they ended.
    pub(super) fn poll_dialog(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        while let Some((document, ended)) = self.dialogs.ended(&self.session.state().saving.state) {
            let event = match ended {
                Chosen::Path(path) => self.save_to(document, &path),
                Chosen::NoFolder => self.saving(document, SaveState::NoFolder),
                Chosen::ClosedByUser => self.saving(document, SaveState::Closed),
                Chosen::DidNotOpen => self.saving(document, SaveState::NoDialog),
            };
            self.happened(event, ctx, frame);
        }
        self.dialogs.rest();
    }

    /// How saving stands now; a dialog that was waited for is given up.
    fn saving(&mut self, document: Document, state: SaveState) -> Event {
        self.dialogs.stop_waiting();
        Event::Saving(document, state)
    }

    pub(super) fn save_to_documents(&mut self, document: Document) -> Event {
        // Without an ending the writer takes a free name, so that no file is replaced unasked.
        let name = document.file_name(self.session.state().today);
        self.save_to(document, &self.documents().join(name).with_extension(""))
    }

    fn save_to(&mut self, document: Document, path: &Path) -> Event {
        // Before: the next start tidies up where a save was killed.
        let folder = std::mem::replace(&mut self.disk.settings.last_folder, path.parent().map(Path::to_owned));
        self.keep_settings();
        match save(path, &self.session.text_of(document), kind_of(document)) {
            Ok(path) => self.saving(document, SaveState::Saved(path)),
            Err(fault) => {
                self.disk.settings.last_folder = folder;
                self.keep_settings();
                self.saving(document, SaveState::Failed(fault))
            }
        }
    }

    /// Opens the saved file or its folder, and says when nothing opened.
    pub(super) fn open_saved(&mut self, path: PathBuf, open: fn(&Path) -> Result<(), OpenError>) -> Option<Event> {
        let document = self.session.state().saving.what;
        open(&path).is_err().then(|| self.saving(document, SaveState::CouldNotOpen(path)))
    }
}
