//! The runner's runs: what is read, asked and kept of them, and what of them goes into the check.

use std::path::PathBuf;

use super::Session;
use super::command::RunsCommand;
use super::effect::{Done, Effect, RunsEffect, RunsPicked};
use super::history::RunsMove;
use super::run_state::{KeptRuns, ReadingState, Runs};
use super::status::Notice;
use crate::assess::running::is_urgent;
use crate::check::apply::{EditNotice, apply};
use crate::check::began::Began;
use crate::check::edit::Edit;
use crate::check::on_day::apply_on;
use crate::check::told_runs::ToldRuns;
use crate::check::way_back::WayBackEdit;
use crate::training::list_answers::ListAnswers;
use crate::training::log_file;
use crate::training::outing::Outings;
use crate::training::proposals::Proposal;
use crate::training::reading::Reading;
use crate::training::rulers::{Anchor, Rulers};
use crate::training::run_log::RunLog;
use crate::training::told::told_runs;

impl Session {
    pub(super) fn runs(&mut self, command: RunsCommand) {
        let runs = &mut self.state.runs;
        runs.asks_to_delete = command == RunsCommand::AskDelete(true);
        match command {
            RunsCommand::PickFiles => self.pick(Effect::Runs(RunsEffect::PickFiles)),
            RunsCommand::PickFolder => self.pick(Effect::Runs(RunsEffect::PickFolder)),
            RunsCommand::Read(paths) => self.read_runs(paths, ListAnswers::default()),
            RunsCommand::AnswerLists(answers) => {
                let lists =
                    ListAnswers { unit: answers.unit.or(runs.lists.unit), order: answers.order.or(runs.lists.order) };
                let paths = runs.paths.clone();
                self.read_runs(paths, lists);
            }
            RunsCommand::StopReading => self.ask(Effect::Runs(RunsEffect::StopReading)),
            RunsCommand::Answer(answer) => {
                let open = std::mem::take(&mut runs.last);
                runs.last = runs.log.answer(open, answer);
                self.runs_changed();
            }
            RunsCommand::Add(day, distance_m, felt) => {
                runs.log.add(day, distance_m, felt);
                self.runs_changed();
            }
            RunsCommand::Set(at, counts) => {
                runs.log.set(at, counts);
                self.runs_changed();
            }
            RunsCommand::AskDelete(_) => {}
            RunsCommand::DeleteAll => {
                self.forget_runs();
                self.ask(Effect::Runs(RunsEffect::DeleteLog));
                self.tell_page_of_runs();
            }
            RunsCommand::OnPage(true) => self.put_runs_on_page(),
            RunsCommand::OnPage(false) => self.change_all(vec![Edit::Runs(None)]),
            RunsCommand::Take(proposals) => self.take_proposals(&proposals),
        }
    }

    fn pick(&mut self, dialog: Effect) {
        self.state.runs.reading = ReadingState::Choosing;
        self.ask(dialog);
    }

    fn read_runs(&mut self, paths: Vec<PathBuf>, lists: ListAnswers) {
        let runs = &mut self.state.runs;
        runs.reading = ReadingState::Reading { done: 0, total: 0 };
        (runs.paths, runs.lists) = (paths.clone(), lists);
        self.open_runs();
        self.ask(Effect::Runs(RunsEffect::Read(paths, lists)));
    }

    /// The files that were chosen; none where the dialog was closed.
    pub(super) fn runs_picked(&mut self, picked: RunsPicked) {
        match picked {
            RunsPicked::Paths(paths) => self.read_runs(paths, ListAnswers::default()),
            RunsPicked::Closed => self.state.runs.reading = ReadingState::Nothing,
            RunsPicked::NoDialog => self.state.runs.reading = ReadingState::NoDialog,
        }
    }

    /// What was read; none where the runner stopped it.
    pub(super) fn runs_read(&mut self, reading: Option<Reading>) {
        let runs = &mut self.state.runs;
        let Some(reading) = reading else {
            runs.reading = ReadingState::Stopped;
            return;
        };
        runs.reading = ReadingState::Read;
        runs.last = runs.log.take_in(reading);
        self.runs_changed();
    }

    /// Whether the runner tells of runs: in a diary, or on the way back to running.
    pub(super) fn keeps_a_diary(&self) -> bool {
        !self.state.check.diary.is_empty() || self.state.check.way_back.is_some()
    }

    /// Looks for the runs that are kept, once.
    pub(super) fn open_runs(&mut self) {
        if self.state.runs.kept == KeptRuns::NotRead {
            self.ask(Effect::Runs(RunsEffect::OpenLog));
        }
    }

    /// The text of the runs that are kept; none where there are none.
    pub(super) fn run_log_read(&mut self, text: Result<Option<String>, String>) {
        let read = text.and_then(|text| text.map(|text| log_file::read(&text)).transpose().map_err(|e| e.to_string()));
        let runs = &mut self.state.runs;
        match read {
            Ok(log) => (runs.log, runs.kept) = (log.unwrap_or_default(), KeptRuns::Read),
            Err(why) => runs.kept = KeptRuns::Unreadable(why),
        }
        self.follow_runs();
        // Otherwise the page stays as it is: it may be that of somebody else's check.
        if std::mem::take(&mut self.state.runs.page_waits) {
            self.tell_page_of_runs();
        }
    }

    pub(super) fn run_log_kept(&mut self, done: Done) {
        if done == Done::No {
            self.tell(Notice::RunsNotKept);
        }
    }

    /// The runs went with the answers; what takes that back.
    pub(super) fn runs_go(&mut self) -> RunsMove {
        let log = std::mem::take(&mut self.state.runs.log);
        self.forget_runs();
        if log.all().is_empty() { RunsMove::Stay } else { RunsMove::Back(log) }
    }

    /// They come back with the answers; what takes that back.
    pub(super) fn runs_come_back(&mut self, log: RunLog) -> RunsMove {
        self.state.runs = Runs { log, kept: KeptRuns::Read, ..Runs::default() };
        self.keep_runs();
        self.follow_runs();
        RunsMove::Away
    }

    /// Nothing is known of any run any more.
    fn forget_runs(&mut self) {
        self.state.runs = Runs { kept: KeptRuns::Read, ..Runs::default() };
    }

    /// Keeps the runs, where they can be; those that could not be read are not written over.
    pub(super) fn keep_runs(&mut self) {
        if self.state.runs.kept == KeptRuns::Read {
            self.ask(Effect::Runs(RunsEffect::KeepLog(log_file::write(&self.state.runs.log))));
        }
    }

    /// The text of the runs, for who keeps them from now on; none where there are none, or they are not known.
    #[must_use]
    pub fn run_log_text(&self) -> Option<String> {
        let runs = &self.state.runs;
        (runs.kept == KeptRuns::Read && !runs.log.all().is_empty()).then(|| log_file::write(&runs.log))
    }

    /// Holds the runs that are kept before they leave the disk, so that who changes their mind has lost nothing.
    pub fn hold_runs(&mut self, text: Option<&str>) {
        let read = text.map(log_file::read).transpose();
        if self.state.runs.kept == KeptRuns::NotRead
            && let Ok(log) = read
        {
            (self.state.runs.log, self.state.runs.kept) = (log.unwrap_or_default(), KeptRuns::Read);
            self.follow_runs();
        }
    }

    fn runs_changed(&mut self) {
        self.keep_runs();
        self.follow_runs();
        self.tell_page_of_runs();
    }

    /// Lays the rulers anew.
    pub(super) fn follow_runs(&mut self) {
        let anchor = self.state.check.began.and_then(Anchor::of);
        let runs = &mut self.state.runs;
        runs.rulers = None;
        if let Some(anchor) = anchor.filter(|_| !runs.log.all().is_empty()) {
            runs.rulers = Some(Rulers::of(&Outings::of(&runs.log.counting()), anchor));
        }
    }

    /// Where the page tells of runs, it tells of them as they are now.
    pub(super) fn tell_page_of_runs(&mut self) {
        if self.state.check.training.is_some() && self.state.runs.kept == KeptRuns::Read {
            self.put_runs_on_page();
        }
    }

    fn put_runs_on_page(&mut self) {
        let told = self.told_runs();
        self.change_all(vec![Edit::Runs(told.map(Box::new))]);
    }

    fn take_proposals(&mut self, proposals: &[Proposal]) {
        let (check, knowledge) = (&self.state.check, &self.content.knowledge);
        let edits = proposals.iter().filter_map(|proposal| proposal.edit(check, knowledge)).collect();
        self.change_all(edits);
    }

    /// Makes several changes in one step of undo.
    fn change_all(&mut self, edits: Vec<Edit>) {
        let (today, evidence) = (self.state.today, self.state.assessment.evidence.clone());
        self.change(None, |check, knowledge| {
            for edit in edits {
                apply_on(edit, check, knowledge, &evidence, today);
            }
            EditNotice::Nothing
        });
    }

    /// What follows from a change without being a step of its own: signs that send to a doctor within two days stop the
    /// way back, and what was said before holds no longer; the weeks on the page end on the day the pain began.
    pub(super) fn follow_change_of_running(&mut self, began: Option<Began>, was_urgent: bool) {
        let check = &self.state.check;
        let goes_on = check.way_back.as_ref().is_some_and(|way| way.stopped.is_none());
        let stops = goes_on && !was_urgent && is_urgent(&self.state.assessment);
        let is_moved = check.training.is_some() && check.began != began;
        if is_moved {
            self.state.runs.page_waits = self.state.runs.kept == KeptRuns::NotRead;
            self.open_runs();
        }
        if !stops && !is_moved {
            return;
        }
        if stops {
            let stop = Edit::WayBack(WayBackEdit::Stop(self.state.today));
            apply(stop, &mut self.state.check, &self.content.knowledge);
        }
        if is_moved && self.state.runs.kept == KeptRuns::Read {
            self.state.check.training = self.told_runs();
        }
        self.refresh();
        self.ask(Effect::Keep(self.kept_text()));
    }

    /// Lays the rulers anew where the day they end on is another one.
    pub(super) fn follow_anchor(&mut self) {
        let anchor = self.state.check.began.and_then(Anchor::of);
        if self.state.runs.rulers.as_ref().map(|rulers| rulers.anchor) != anchor {
            self.follow_runs();
        }
    }

    fn told_runs(&self) -> Option<ToldRuns> {
        let runs = &self.state.runs;
        runs.rulers.as_ref().and_then(|rulers| told_runs(&runs.log, rulers))
    }
}
