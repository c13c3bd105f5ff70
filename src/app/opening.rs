//! Opening checks: the kept one at the start, and files.

use std::path::{Path, PathBuf};

use super::App;
use super::earlier::put_away;
use super::history::History;
use crate::check::Check;
use crate::check::file::{self, MOST_BYTES, ReadError};
use crate::knowledge::Knowledge;
use crate::knowledge::zone::View;
use crate::plain_text::on_one_line;
use crate::session::screen::Screen;
use crate::session::state::{CheckOrigin, UnreadKeptCheck};
use crate::store::autosave::{Known, Replaced};
use crate::store::checks::{Checks, KeptCheck};
use crate::store::settings::KeepAnswers;
use crate::store::text_file::{self, UnreadableFile};

impl App {
    /// Opens the first file that was dropped; the file itself is never written.
    pub(super) fn open_dropped(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped {
            self.open_check(&path);
        }
    }

    /// Opens a check file as a new kept check; when it cannot be read, the answers stay as they are. The check that is
    /// being answered anyway is no new one.
    fn open_check(&mut self, path: &Path) {
        let read = text_file::read(path, MOST_BYTES).map_err(|fault| fault.to_string());
        let read = read.map(|text| file::read(&text, &self.knowledge));
        let is_current = self.checks.as_ref().is_some_and(|checks| checks.is_current(path));
        self.screen = Screen::Start;
        match read {
            Ok(Ok(check)) if check == self.check || is_current && !self.check.is_empty() => {
                self.opened = CheckOrigin::Kept
            }
            Ok(Ok(check)) => _ = self.replace_check(check, CheckOrigin::File, None),
            Ok(Err(ReadError::Newer(_))) => self.opened = CheckOrigin::FileNewer,
            Ok(Err(fault)) => self.opened = file_failed(path, &fault.to_string()),
            Err(fault) => self.opened = file_failed(path, &fault),
        }
    }

    /// Reads the kept answers again, which the system did not let us read at the start. What was said meanwhile stays an
    /// earlier check.
    pub(super) fn read_again(&mut self) {
        let Some(checks) = &self.checks else { return };
        let (check, known, fault) = kept_check(&self.knowledge, checks);
        let Known::Text(text) = known else {
            self.kept_fault = fault;
            return;
        };
        if self.put_away().is_none() {
            self.status.clone_from(&self.wording.screen.earlier.not_moved);
            return;
        }
        self.kept_fault = None;
        // The steps until now would bring other answers into the place of those that were read.
        self.history = History::default();
        self.show_check(check, CheckOrigin::Kept);
        if let Some(keeper) = &self.keeper {
            keeper.begin(Replaced::Stays);
            keeper.read(text);
        }
        self.list_earlier();
    }
}

/// A view that shows the worst place: the front where it can, and while no place is marked.
pub(super) fn view_of_worst(check: &Check, knowledge: &Knowledge) -> View {
    let zone = check.worst().and_then(|spot| knowledge.zone(spot.zone.as_str()));
    zone.and_then(|zone| zone.seen.first()).map_or(View::Front, |seen| seen.view)
}

fn file_failed(path: &Path, fault: &str) -> CheckOrigin {
    let path = on_one_line(&path.display().to_string());
    CheckOrigin::FileFailed(UnreadableFile(format!("{path}: {fault}")))
}

/// What the app starts with.
pub(super) struct AtStart {
    pub(super) check: Check,
    pub(super) opened: CheckOrigin,
    /// Why the kept check was not read.
    pub(super) kept_fault: Option<UnreadKeptCheck>,
    /// What is known of the kept check.
    pub(super) known: Known,
}

/// The check to start with: from a file, else the kept one.
pub(super) fn at_start(
    knowledge: &Knowledge,
    checks: Option<&Checks>,
    file: Option<Result<Check, UnreadableFile>>,
    keep: KeepAnswers,
) -> AtStart {
    let (kept, known, kept_fault) =
        checks.map_or((Check::default(), Known::Nothing, None), |checks| kept_check(knowledge, checks));
    let of_kept = if matches!(known, Known::Text(_)) { CheckOrigin::Kept } else { CheckOrigin::Fresh };
    let check = match file {
        None => return AtStart { check: kept, opened: of_kept, kept_fault, known },
        Some(Err(unreadable)) => {
            return AtStart { check: kept, opened: CheckOrigin::FileFailed(unreadable), kept_fault, known };
        }
        // The kept check itself, or a file that was opened before.
        Some(Ok(check)) if of_kept == CheckOrigin::Kept && check == kept => {
            return AtStart { check: kept, opened: of_kept, kept_fault, known };
        }
        Some(Ok(check)) => check,
    };
    // The kept check is not lost: it becomes an earlier one. If it cannot, it stays, and the new one goes elsewhere.
    let is_safe = match (checks, &known) {
        (Some(checks), Known::Text(text)) if !kept.is_empty() && keep == KeepAnswers::Keep => {
            put_away(&checks.earlier(), text, &kept, knowledge).is_ok()
        }
        _ => true,
    };
    AtStart { check, opened: CheckOrigin::File, kept_fault, known: if is_safe { known } else { Known::Unread } }
}

/// The kept check, what is known of it, and why it was not read.
fn kept_check(knowledge: &Knowledge, checks: &Checks) -> (Check, Known, Option<UnreadKeptCheck>) {
    let nothing = |known, fault| (Check::default(), known, fault);
    let damaged = |moved_to: Option<PathBuf>| match moved_to {
        Some(_) => nothing(Known::Nothing, Some(UnreadKeptCheck::PutAside)),
        None => nothing(Known::Unread, Some(UnreadKeptCheck::LeftInPlace)),
    };
    match checks.open() {
        KeptCheck::Nothing => nothing(Known::Nothing, None),
        KeptCheck::Damaged { moved_to } => damaged(moved_to),
        KeptCheck::NotRead(why) => nothing(Known::Unread, Some(UnreadKeptCheck::NotRead(why))),
        KeptCheck::Check(text) => match file::read(&text, knowledge) {
            Ok(check) => (check, Known::Text(text), None),
            // Nothing was read of it, so it is never written over: what is said here goes to an earlier check.
            Err(ReadError::Newer(_)) => nothing(Known::Unread, Some(UnreadKeptCheck::Newer)),
            Err(_) => damaged(checks.set_aside().ok().flatten()),
        },
    }
}
