//! Saving and copying page, plan and runs to come.

use super::Session;
use super::document::Document;
use super::effect::Effect;
use super::screen::Screen;
use super::state::{Attention, SaveState};
use super::status::Notice;

impl Session {
    /// Opens the dialog. What is kept is on the disk before, whatever the dialog brings about.
    pub(super) fn save(&mut self, document: Document) {
        if self.state.saving.state == SaveState::Waiting {
            return;
        }
        if document != Document::Calendar {
            self.finish_page();
        }
        let keep = Effect::Keep(self.kept_text());
        self.ask(keep);
        self.ask(Effect::Flush);
        self.ask(Effect::OpenSaveDialog(document));
        self.state.saving.state = SaveState::Waiting;
        self.state.saving.what = document;
        // The runs are saved from their own screen, and it stays.
        if document != Document::Calendar {
            self.state.screens.go(Screen::Result);
        }
    }

    pub(super) fn copy(&mut self, document: Document) {
        self.finish_page();
        let text = self.text_of(document);
        if document == Document::Page {
            self.state.saving.copied = Some(text.clone());
        }
        self.ask(Effect::Copy(text));
        self.tell(Notice::Copied);
    }

    /// What is saved and copied, from whatever screen, is that of a screen that was left: what was not ticked is No.
    fn finish_page(&mut self) {
        if *self.screen() != Screen::Result {
            self.leave();
        }
    }

    pub(super) fn saving_went(&mut self, document: Document, saving: SaveState) {
        if let SaveState::Saved(_) = saving {
            self.tell(Notice::Saved);
            self.state.attention = Attention::Nothing;
            if document == Document::Page {
                self.state.saving.saved = Some(self.state.page.whole());
            }
        }
        self.state.saving.what = document;
        self.state.saving.state = saving;
    }
}
