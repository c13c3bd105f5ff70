//! Opening checks: the kept one at the start, and files.

use std::path::Path;

use super::App;
use super::place::Place;
use crate::check::Check;
use crate::check::file::{self, MOST_BYTES, ReadError};
use crate::knowledge::Knowledge;
use crate::store::checks::{Checks, Kept};
use crate::store::text_file;
use crate::ui::screen::{Opened, SaveState};

impl App {
    /// Opens the first file that was dropped; the file itself is never written.
    pub(super) fn open_dropped(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped {
            self.open_check(&path);
        }
    }

    /// Opens a check file as a new kept check; when it cannot be read, the answers stay as they are.
    fn open_check(&mut self, path: &Path) {
        let read = match text_file::read(path, MOST_BYTES) {
            Ok(text) => file::read(&text, &self.knowledge),
            Err(_) => Err(ReadError::TooLarge),
        };
        self.place = Place::Start;
        match read {
            Ok(check) => {
                if let Some(keeper) = &self.keeper
                    && !self.check.is_empty()
                {
                    let text = file::write(&self.check);
                    if keeper.move_to_earlier(&text, &earlier_name(&self.check)).is_err() {
                        // What cannot be moved stays the kept check, and the file is not opened over it.
                        keeper.keep(text);
                        self.status.clone_from(&self.wording.screen.close.not_kept);
                        return;
                    }
                }
                self.history.remember(&self.check, None);
                self.check = check;
                self.shell.typed.forget();
                self.save = SaveState::Nothing;
                self.opened = Opened::File;
                self.refresh();
                self.keep();
            }
            Err(ReadError::Newer(_)) => self.opened = Opened::FileNewer,
            Err(ReadError::TooLarge | ReadError::Faults(_)) => self.opened = Opened::FileFailed,
        }
    }
}

/// The check to start with: from a file, else the kept one; and the kept text as it was read.
pub(super) fn opened_check(
    knowledge: &Knowledge,
    checks: Option<&Checks>,
    file: Option<Check>,
) -> (Check, Opened, Option<String>) {
    let (kept, opened, read) = match checks.map(Checks::open) {
        None | Some(Kept::Nothing) => (Check::default(), Opened::Fresh, None),
        Some(Kept::Damaged { .. }) => (Check::default(), Opened::Damaged, None),
        Some(Kept::Check(text)) => {
            if let Ok(check) = file::read(&text, knowledge) {
                (check, Opened::Kept, Some(text))
            } else {
                checks.map(Checks::set_aside);
                (Check::default(), Opened::Damaged, None)
            }
        }
    };
    let Some(check) = file else { return (kept, opened, read) };
    if let (Some(checks), Some(text)) = (checks, &read) {
        // The kept check is not lost: it becomes an earlier one.
        checks.move_to_earlier(text, &earlier_name(&kept)).ok();
    }
    (check, Opened::File, None)
}

/// What a check is called when another takes its place.
pub(super) fn earlier_name(check: &Check) -> String {
    check.made.map_or_else(|| "earlier".to_owned(), |made| made.to_string())
}
