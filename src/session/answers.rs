//! Changes of answers: undo, and what follows from them.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Session;
use super::effect::{CheckText, Departure, Effect, RunsEffect};
use super::history::{Moves, RunsMove, Step, Undo, Way};
use super::state::{CheckOrigin, Saving};
use super::status::Notice;
use super::typing::Typing;
use crate::assess::running::is_urgent;
use crate::check::apply::EditNotice;
use crate::check::edit::Edit;
use crate::check::on_day::apply_on;
use crate::check::{Check, file};
use crate::knowledge::Knowledge;
use crate::knowledge::zone::View;
use crate::note;
use crate::plan::Plan;
use crate::store::autosave::ReplacedCheck;
use crate::store::earlier::{EarlierName, TakenAway};

/// In what way the answers are others than before.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Anew {
    /// The runner said something else.
    Said,
    /// A step was taken back, or made again.
    Stepped,
    /// They are those of another check, from here.
    Opened(CheckOrigin),
}

impl Session {
    pub(super) fn edit(&mut self, edit: Edit, now: Timestamp) {
        let typing = Typing::of(&edit, &self.state.check, now);
        let denies_partly = match &edit {
            Edit::DenyAll(id, seen) => {
                let question = self.content.knowledge.question(id.as_str());
                question.is_some_and(|question| seen.unseen(question).any(|row| self.is_on_screen(question, row)))
            }
            _ => false,
        };
        if let Edit::Tick(question, ..) | Edit::Choose(question, ..) | Edit::DenyAll(question, ..) = &edit {
            self.list_was_answered(question);
        }
        let (today, evidence) = (self.state.today, self.state.assessment.evidence.clone());
        self.change(typing, |check, knowledge| apply_on(edit, check, knowledge, &evidence, today));
        self.reset(Anew::Said);
        if denies_partly {
            self.tell(Notice::NotAllSeen);
        }
    }

    /// Changes answers: one step of undo, kept at once, and everything that follows worked out again.
    pub(super) fn change(&mut self, typing: Option<Typing>, change: impl FnOnce(&mut Check, &Knowledge) -> EditNotice) {
        let (check, knowledge) = (&mut self.state.check, &self.content.knowledge);
        check.keep_days(knowledge);
        let before = check.clone();
        let notice = change(check, knowledge);
        if *check == before {
            return;
        }
        self.history.remember(&before, typing);
        let left_out = self.state.assessment.evidence.left_out.clone();
        let (began, was_urgent) = (before.began, is_urgent(&self.state.assessment));
        self.after_change();
        self.follow_change_of_running(began, was_urgent);
        self.tell_left_out(&left_out);
        if let EditNotice::Moved(knee) = notice {
            self.tell(Notice::Moved(knee));
        }
    }

    /// Something was said today: the check is of this day and of this content.
    pub(super) fn after_change(&mut self) {
        self.state.check.made = Some(self.state.today);
        self.state.check.content.clone_from(&self.content.knowledge.about.content);
        self.follow_change();
    }

    fn follow_change(&mut self) {
        self.ask(Effect::HoldStill);
        self.refresh_and_tell();
        self.ask(Effect::Keep(self.kept_text()));
    }

    /// Works out anew what follows.
    pub(super) fn refresh(&mut self) {
        let (content, state) = (&self.content, &mut self.state);
        state.assessment = content.assessor.assess(&state.check, state.today);
        state.page = note::page(&content.wording.note, &state.check, &state.assessment, state.today);
        state.plan = Plan::of(&state.check, &state.assessment, state.today, state.check.race_on);
        state.next = None;
        self.times_assessed += 1;
        self.follow_anchor();
    }

    /// Goes with the day: yesterday's safety answers grow old in a window that stays open over night.
    pub(super) fn follow_day(&mut self, today: Date) {
        if today != self.state.today {
            self.state.today = today;
            self.refresh_and_tell();
        }
    }

    /// What is to be kept: the answers as they are, none where nothing was said.
    #[must_use]
    pub fn kept_text(&self) -> Option<CheckText> {
        if self.state.check.is_empty() { None } else { Some(self.check_text()) }
    }

    /// The check as it is written, and what it is called when another takes its place.
    pub(super) fn check_text(&self) -> CheckText {
        let check = &self.state.check;
        CheckText { text: file::write(check), name: earlier_name(check, &self.content.knowledge) }
    }

    /// Forgets what hangs on the answers that were.
    pub(super) fn reset(&mut self, anew: Anew) {
        // What the screen before counted stays said on this one: nothing moves at the first click.
        if anew == Anew::Said {
            return;
        }
        self.state.counted_as_no = None;
        self.ask(Effect::ForgetDrafts);
        if let Anew::Opened(opened) = anew {
            self.state.opened = opened;
            self.forget_cards();
            self.state.view = view_of_worst(&self.state.check, &self.content.knowledge);
            self.state.saving = Saving::default();
            self.ask(Effect::DropDialogs);
        }
    }

    /// Takes the last step back, or makes it again. What was moved on the disk comes back first, then the answers are
    /// kept, and only then anything leaves the disk: whatever ends in between, nothing is lost.
    pub(super) fn step_history(&mut self, way: Way) {
        let Some(undo) = self.history.step(way) else { return };
        let put_back = undo.step.moves.put_back.clone();
        if put_back.is_empty() {
            self.step(undo, Vec::new());
        } else {
            self.ask(Effect::PutBack(put_back, Box::new(undo)));
        }
    }

    /// The earlier checks of a step are on the disk again at these places, or could not be written: then nothing changes.
    pub(super) fn put_back(&mut self, places: Option<Vec<PathBuf>>, undo: Undo) {
        if let Some(places) = places {
            self.step(undo, places);
        } else {
            self.history.stayed(undo);
            self.tell(Notice::NotBack);
        }
    }

    fn step(&mut self, undo: Undo, added: Vec<PathBuf>) {
        let Undo { way, step: Step { check, moves } } = undo;
        let before = std::mem::replace(&mut self.state.check, check);
        if self.state.check != before {
            self.reset(Anew::Stepped);
            if moves != Moves::default() {
                self.ask(Effect::Begin(ReplacedCheck::Goes));
                self.state.opened = CheckOrigin::Kept;
            }
            // The day it was made comes back with it: nothing was answered anew.
            self.follow_change();
        }
        let runs = match moves.runs {
            RunsMove::Stay => RunsMove::Stay,
            RunsMove::Back(log) => self.runs_come_back(log),
            RunsMove::Away => {
                self.ask(Effect::Runs(RunsEffect::DeleteLog));
                self.runs_go()
            }
        };
        let back = Step { check: before, moves: Moves { take_away: added, runs, ..Moves::default() } };
        let returning = Box::new(Undo { way, step: back });
        if moves.take_away.is_empty() {
            self.stepped(*returning, Vec::new());
        } else {
            self.ask(Effect::TakeAway(moves.take_away, Departure::Step(returning)));
        }
    }

    /// A step was gone, and these earlier checks left the disk for it.
    pub(super) fn stepped(&mut self, mut returning: Undo, taken: Vec<TakenAway>) {
        returning.step.moves.put_back = taken;
        self.history.went(returning);
        self.ask(Effect::ListEarlier);
    }
}

/// A view that shows the worst place: the front where it can, and while no place is marked.
pub(super) fn view_of_worst(check: &Check, knowledge: &Knowledge) -> View {
    let zone = check.worst().and_then(|spot| knowledge.zone(spot.zone.as_str()));
    zone.and_then(|zone| zone.seen.first()).map_or(View::Front, |seen| seen.view)
}

/// What a check is called when another takes its place: its day, its knee, the place that hurts most.
#[must_use]
pub fn earlier_name(check: &Check, knowledge: &Knowledge) -> EarlierName {
    let zone = check.worst().and_then(|spot| knowledge.zone(spot.zone.as_str()));
    EarlierName { made: check.made, side: check.side, name: zone.map_or_else(String::new, |zone| zone.short.clone()) }
}
