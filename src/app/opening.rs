//! Opening checks: the kept one at the start, and files.

use std::path::{Path, PathBuf};

use super::App;
use super::disk::put_away;
use crate::check::Check;
use crate::check::file::{self, MOST_BYTES, ReadError};
use crate::knowledge::Knowledge;
use crate::run_files::names;
use crate::session::command::Command;
use crate::session::earlier_name;
use crate::session::effect::{CheckText, Event, FileIs};
use crate::session::runs::RunsCommand;
use crate::session::screen::Screen;
use crate::session::state::{CheckOrigin, UnreadKeptCheck};
use crate::store::autosave::KeptContent;
use crate::store::checks::{Checks, KeptCheck};
use crate::store::settings::KeepAnswers;
use crate::store::text_file::{self, UnreadableFile};

impl App {
    /// Opens the first file that was dropped, or reads the runs of all; no file itself is ever written.
    pub(super) fn open_dropped(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if dropped.iter().any(|path| tells_of_runs(path))
            || *self.session.screen() == Screen::Runs && !dropped.is_empty()
        {
            self.carry_out(Command::Runs(RunsCommand::Read(dropped)), ctx, frame);
            self.carry_out(Command::GoTo(Screen::Runs), ctx, frame);
        } else if let Some(path) = dropped.into_iter().next() {
            let text = text_file::read(&path, MOST_BYTES).map_err(|fault| fault.to_string());
            let is = if self.disk.is_kept(&path) { FileIs::Kept } else { FileIs::Other };
            self.happened(Event::FileRead(path, text, is), ctx, frame);
        }
    }

    /// Reads the kept answers again, which the system did not let us read at the start.
    pub(super) fn read_kept(&self) -> Option<Event> {
        let checks = self.disk.checks.as_ref()?;
        let (check, known, fault) = kept_check(&self.session.content().knowledge, checks);
        let text = if let KeptContent::Text(text) = known { Some(text) } else { None };
        Some(Event::KeptRead(text.map(|text| (Box::new(check), text)), fault))
    }
}

/// Whether something that was dropped tells of runs: a folder, or a file of a watch or a service.
fn tells_of_runs(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    names::is_activity_file(&name) || names::is_zip_file(&name) || path.is_dir()
}

/// What the app starts with.
pub(super) struct AtStart {
    pub(super) check: Check,
    pub(super) opened: CheckOrigin,
    /// Why the kept check was not read.
    pub(super) kept_fault: Option<UnreadKeptCheck>,
    /// What is known of the kept check.
    pub(super) known: KeptContent,
}

/// The check to start with: from a file, else the kept one.
pub(super) fn at_start(
    knowledge: &Knowledge,
    checks: Option<&Checks>,
    file: Option<Result<Check, UnreadableFile>>,
    keep: KeepAnswers,
) -> AtStart {
    let (kept, known, kept_fault) =
        checks.map_or((Check::default(), KeptContent::Nothing, None), |checks| kept_check(knowledge, checks));
    let of_kept = if matches!(known, KeptContent::Text(_)) { CheckOrigin::Kept } else { CheckOrigin::Fresh };
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
        (Some(checks), KeptContent::Text(text)) if !kept.is_empty() && keep == KeepAnswers::Keep => {
            put_away(&checks.earlier(), &CheckText { text: text.clone(), name: earlier_name(&kept, knowledge) }).is_ok()
        }
        _ => true,
    };
    AtStart { check, opened: CheckOrigin::File, kept_fault, known: if is_safe { known } else { KeptContent::Unread } }
}

/// The kept check, what is known of it, and why it was not read.
fn kept_check(knowledge: &Knowledge, checks: &Checks) -> (Check, KeptContent, Option<UnreadKeptCheck>) {
    let nothing = |known, fault| (Check::default(), known, fault);
    let damaged = |moved_to: Option<PathBuf>| match moved_to {
        Some(_) => nothing(KeptContent::Nothing, Some(UnreadKeptCheck::PutAside)),
        None => nothing(KeptContent::Unread, Some(UnreadKeptCheck::LeftInPlace)),
    };
    match checks.open() {
        KeptCheck::Nothing => nothing(KeptContent::Nothing, None),
        KeptCheck::Damaged { moved_to } => damaged(moved_to),
        KeptCheck::NotRead(why) => nothing(KeptContent::Unread, Some(UnreadKeptCheck::NotRead(why))),
        KeptCheck::Check(text) => match file::read(&text, knowledge) {
            Ok(check) => (check, KeptContent::Text(text), None),
            // Nothing was read of it, so it is never written over: what is said here goes to an earlier check.
            Err(ReadError::Newer(_)) => nothing(KeptContent::Unread, Some(UnreadKeptCheck::Newer)),
            Err(_) => damaged(checks.set_aside().ok().flatten()),
        },
    }
}
