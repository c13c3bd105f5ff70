//! Another check in the place of the one that is answered: an empty one, an earlier one, one from a file.

use std::path::{Path, PathBuf};

use super::Session;
use super::answers::Anew;
use super::command::EarlierCommand;
use super::effect::{Deleted, Departure, Done, Effect, FileIs, PutAway, Replacement};
use super::history::{History, Moves, RunsMove};
use super::screen::Screen;
use super::state::{CheckOrigin, Comparison, UnreadKeptCheck};
use super::status::Notice;
use crate::check::Check;
use crate::check::file::{self, ReadError};
use crate::note::since::{Dated, since};
use crate::plain_text::on_one_line;
use crate::store::autosave::{AutosaveOutcome, ReplacedCheck};
use crate::store::earlier::TakenAway;
use crate::store::text_file::UnreadableFile;

impl Session {
    /// Puts the check that is answered away before another takes its place.
    pub(super) fn put_away_for(&mut self, other: Replacement) {
        if self.state.check.is_empty() {
            self.put_away(Some(PutAway::Nothing), other);
        } else {
            let text = self.check_text();
            self.ask(Effect::PutAway(text, other));
        }
    }

    /// The check that was answered is among the earlier ones, where it is kept; if it could not be written, everything is
    /// as it was.
    pub(super) fn put_away(&mut self, put_away: Option<PutAway>, other: Replacement) {
        let Some(put_away) = put_away else {
            self.tell(Notice::NotMoved);
            return;
        };
        match other {
            Replacement::Blank => {
                let told = if put_away == PutAway::Nothing { Notice::StartedAgain } else { Notice::StartedAgainKept };
                self.begin_anew(put_away.moves());
                self.tell(told);
            }
            Replacement::Other { check, opened, from } => self.replace(*check, opened, from, put_away),
            Replacement::Kept { check, text } => self.show_kept(*check, text),
        }
    }

    /// Makes `check` the current one, with one step of undo.
    fn replace(&mut self, check: Check, opened: CheckOrigin, from: Option<PathBuf>, put_away: PutAway) {
        let before = Box::new(self.show_check(check, opened));
        self.begin_keeping();
        let keep = Effect::Keep(self.kept_text());
        self.ask(keep);
        match from {
            Some(path) => {
                let departure = Departure::Opened { before, take_away: put_away.added() };
                self.ask(Effect::TakeAway(vec![path], departure));
            }
            None => self.replaced(&before, put_away.moves()),
        }
    }

    fn replaced(&mut self, before: &Check, moves: Moves) {
        self.history.remember_with(before, moves);
        self.ask(Effect::ListEarlier);
    }

    /// Earlier checks left the disk.
    pub(super) fn took_away(&mut self, taken: Vec<TakenAway>, departure: Departure) {
        match departure {
            Departure::Step(returning) => self.stepped(*returning, taken),
            Departure::Opened { before, take_away } => {
                self.replaced(&before, Moves { put_back: taken, take_away, ..Moves::default() });
                self.go_on();
            }
        }
    }

    /// Makes `check` the one that is shown, and returns the one before.
    fn show_check(&mut self, check: Check, opened: CheckOrigin) -> Check {
        let before = std::mem::replace(&mut self.state.check, check);
        self.reset(Anew::Opened(opened));
        self.refresh();
        self.state.status.clear();
        before
    }

    /// Every answer was deleted, or not all of them could be; only Undo brings the earlier checks back.
    pub(super) fn deleted(&mut self, done: Done, copies: Vec<TakenAway>) {
        let runs = if done == Done::Yes { self.runs_go() } else { RunsMove::Stay };
        self.begin_anew(Moves { put_back: copies, runs, ..Moves::default() });
        match done {
            Done::No => self.tell(Notice::NotDeleted),
            Done::Yes => self.tell(Notice::AllDeleted),
        }
    }

    /// Drops the answers; `moves` are what has to happen to the earlier checks when this is taken back.
    fn begin_anew(&mut self, moves: Moves) {
        let blank = Check { units: self.state.check.units, ..Check::default() };
        if self.state.check != blank || moves != Moves::default() {
            self.history.remember_with(&self.state.check, moves);
            self.state.check = blank;
            self.begin_keeping();
            self.after_change();
        }
        self.reset(Anew::Opened(CheckOrigin::Fresh));
        self.state.screens.go(Screen::Where);
        self.ask(Effect::ListEarlier);
    }

    /// Says that what is kept next is another check, also where another running copy deleted the one before.
    fn begin_keeping(&mut self) {
        self.ask(Effect::Begin(ReplacedCheck::Stays));
        self.adopt();
    }

    /// What is said from now on is kept, whatever another running copy deleted before.
    pub(super) fn adopt(&mut self) {
        self.ask(Effect::Adopt);
        self.keep_from_now();
    }

    /// That another running copy deleted all says nothing any more.
    pub fn keep_from_now(&mut self) {
        if self.state.keeping == AutosaveOutcome::DeletedElsewhere {
            self.state.keeping = AutosaveOutcome::Nothing;
        }
    }

    pub(super) fn earlier(&mut self, command: EarlierCommand) {
        self.ask(match command {
            EarlierCommand::Open(path) => Effect::ReadEarlier(path),
            EarlierCommand::Rename(path, name) => Effect::RenameEarlier(path, name),
            EarlierCommand::Delete(path) => Effect::DeleteEarlier(path),
            EarlierCommand::Compare(path) => Effect::ReadEarlierToCompare(path),
            EarlierCommand::CopyComparison => {
                let Some(Comparison { text: Ok(text), .. }) = &self.state.comparison else { return };
                Effect::Copy(text.clone())
            }
        });
    }

    /// Says what is other now than in an earlier check; [`None`] when that cannot be read.
    pub(super) fn compare(&mut self, path: PathBuf, text: Option<&str>) {
        let knowledge = &self.content.knowledge;
        let Some(before) = text.and_then(|text| file::read(text, knowledge).ok()) else {
            self.tell(Notice::EarlierUnreadable);
            return;
        };
        let state = &self.state;
        let on = before.made.unwrap_or(state.today);
        let was = self.content.assessor.assess(&before, on);
        let before = Dated { check: &before, assessment: &was, on };
        let now = Dated { check: &state.check, assessment: &state.assessment, on: state.today };
        let text = since(&self.content.wording.note, before, now);
        self.state.comparison = Some(Comparison { path, text });
    }

    pub(super) fn earlier_read(&mut self, path: PathBuf, text: Option<String>) {
        let check = text.and_then(|text| file::read(&text, &self.content.knowledge).ok());
        match check {
            Some(check) => {
                let check = Box::new(check);
                self.put_away_for(Replacement::Other { check, opened: CheckOrigin::Kept, from: Some(path) });
            }
            None => self.tell(Notice::EarlierUnreadable),
        }
        self.ask(Effect::ListEarlier);
    }

    pub(super) fn earlier_renamed(&mut self, done: Done) {
        self.tell(match done {
            Done::Yes => Notice::EarlierRenamed,
            Done::No => Notice::EarlierNotRenamed,
        });
        self.ask(Effect::ListEarlier);
    }

    pub(super) fn earlier_deleted(&mut self, done: Done, deleted: Deleted) {
        match (done, deleted.taken) {
            (Done::No, _) => self.tell(Notice::NotDeleted),
            (Done::Yes, None) => self.tell(Notice::EarlierDeletedForGood(deleted.name)),
            (Done::Yes, Some(taken)) => {
                self.tell(Notice::EarlierDeleted(deleted.name));
                let moves = Moves { put_back: vec![taken], ..Moves::default() };
                self.history.remember_with(&self.state.check, moves);
            }
        }
        self.ask(Effect::ListEarlier);
    }

    /// The kept answers, which could not be read at the start. What was said meanwhile stays an earlier check.
    pub(super) fn kept_read(&mut self, kept: Option<(Box<Check>, String)>, fault: Option<UnreadKeptCheck>) {
        match kept {
            Some((check, text)) => self.put_away_for(Replacement::Kept { check, text }),
            None => self.state.kept_fault = fault,
        }
    }

    fn show_kept(&mut self, check: Check, text: String) {
        self.state.kept_fault = None;
        // The steps until now would bring other answers into the place of those that were read.
        self.history = History::default();
        self.show_check(check, CheckOrigin::Kept);
        self.ask(Effect::Begin(ReplacedCheck::Stays));
        self.ask(Effect::KnowKept(text));
        self.ask(Effect::ListEarlier);
    }

    /// A check file becomes a new kept check; when it cannot be read, the answers stay as they are. The check that is
    /// being answered anyway is no new one.
    pub(super) fn file_read(&mut self, path: &Path, text: Result<String, String>, is: FileIs) {
        self.state.screens.go(Screen::Where);
        let opened = match text.map(|text| file::read(&text, &self.content.knowledge)) {
            Ok(Ok(check)) => {
                let is_answered = is == FileIs::Kept && !self.state.check.is_empty();
                if check == self.state.check || is_answered {
                    CheckOrigin::Kept
                } else {
                    let check = Box::new(check);
                    self.put_away_for(Replacement::Other { check, opened: CheckOrigin::File, from: None });
                    return;
                }
            }
            Ok(Err(ReadError::Newer(_))) => CheckOrigin::FileNewer,
            Ok(Err(fault)) => file_failed(path, &fault.to_string()),
            Err(fault) => file_failed(path, &fault),
        };
        self.state.opened = opened;
    }
}

fn file_failed(path: &Path, fault: &str) -> CheckOrigin {
    let path = on_one_line(&path.display().to_string());
    CheckOrigin::FileFailed(UnreadableFile(format!("{path}: {fault}")))
}
