//! Saving and copying the page.

use super::Session;
use super::effect::Effect;
use super::screen::Screen;
use super::state::{Attention, SaveState};
use super::status::Notice;

impl Session {
    /// Opens the dialog. What is kept is on the disk before, whatever the dialog brings about.
    pub(super) fn save(&mut self) {
        if self.state.saving.state == SaveState::Waiting {
            return;
        }
        self.finish_page();
        let keep = Effect::Keep(self.kept_text());
        self.ask(keep);
        self.ask(Effect::Flush);
        self.ask(Effect::OpenSaveDialog);
        self.state.saving.state = SaveState::Waiting;
        self.state.screens.go(Screen::Result);
    }

    pub(super) fn copy(&mut self) {
        self.finish_page();
        let text = self.state.page.text.clone();
        self.state.saving.copied = Some(text.clone());
        self.ask(Effect::Copy(text));
        self.tell(Notice::Copied);
    }

    /// The page that is saved and copied, from whatever screen, is that of a screen that was left: what was not ticked
    /// is No.
    fn finish_page(&mut self) {
        if *self.screen() != Screen::Result {
            self.leave();
        }
    }

    pub(super) fn saving_went(&mut self, saving: SaveState) {
        if let SaveState::Saved(_) = saving {
            self.tell(Notice::Saved);
            self.state.saving.saved = Some(self.state.page.text.clone());
            self.state.attention = Attention::Nothing;
        }
        self.state.saving.state = saving;
    }
}
