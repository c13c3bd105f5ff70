//! Opening checks: the kept one at the start, and files.

use std::path::Path;

use super::App;
use super::earlier::put_away_kept;
use super::place::Place;
use crate::check::Check;
use crate::check::file::{self, MOST_BYTES, ReadError};
use crate::knowledge::Knowledge;
use crate::knowledge::zone::View;
use crate::plain_text::on_one_line;
use crate::store::checks::{Checks, Kept};
use crate::store::text_file::{self, Unreadable};
use crate::ui::screen::Opened;

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
        let read = text_file::read(path, MOST_BYTES).map_err(|fault| fault.to_string());
        let read = read.map(|text| file::read(&text, &self.knowledge));
        self.place = Place::Start;
        match read {
            Ok(Ok(check)) => _ = self.replace_check(check, Opened::File, None),
            Ok(Err(ReadError::Newer(_))) => self.opened = Opened::FileNewer,
            Ok(Err(fault)) => self.opened = file_failed(path, &fault.to_string()),
            Err(fault) => self.opened = file_failed(path, &fault),
        }
    }
}

/// A view that shows the worst place: the front where it can, and while no place is marked.
pub(super) fn view_of_worst(check: &Check, knowledge: &Knowledge) -> View {
    let zone = check.worst().and_then(|spot| knowledge.zone(spot.zone.as_str()));
    zone.and_then(|zone| zone.seen.first()).map_or(View::Front, |seen| seen.view)
}

fn file_failed(path: &Path, fault: &str) -> Opened {
    let path = on_one_line(&path.display().to_string());
    Opened::FileFailed(Unreadable(format!("{path}: {fault}")))
}

/// The check to start with: from a file, else the kept one; and the kept text as it was read.
pub(super) fn opened_check(
    knowledge: &Knowledge,
    checks: Option<&Checks>,
    file: Option<Result<Check, Unreadable>>,
) -> (Check, Opened, Option<String>) {
    let (kept, opened, read) = match checks.map(Checks::open) {
        None | Some(Kept::Nothing) => (Check::default(), Opened::Fresh, None),
        Some(Kept::Damaged { .. }) => (Check::default(), Opened::Damaged, None),
        Some(Kept::Check(text)) => match file::read(&text, knowledge) {
            Ok(check) => (check, Opened::Kept, Some(text)),
            // Nothing was read of it, so it is never written over: what is said here goes to an earlier check.
            Err(ReadError::Newer(_)) => (Check::default(), Opened::FileNewer, None),
            Err(_) => {
                checks.map(Checks::set_aside);
                (Check::default(), Opened::Damaged, None)
            }
        },
    };
    let check = match file {
        None => return (kept, opened, read),
        Some(Err(unreadable)) => return (kept, Opened::FileFailed(unreadable), read),
        Some(Ok(check)) => check,
    };
    let (Some(checks), Some(text)) = (checks, read) else { return (check, Opened::File, None) };
    // The kept check is not lost: it becomes an earlier one. If it cannot, it stays, and the new one goes elsewhere.
    let is_safe = kept.is_empty() || put_away_kept(checks, &text, &kept, knowledge).is_ok();
    (check, Opened::File, is_safe.then_some(text))
}
