//! Changes of answers: undo, what follows, and keeping them.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use super::App;
use super::command::Edit;
use super::earlier::{PutAway, earlier_name};
use super::edit::{self, EditNotice};
use super::frame::read_model;
use super::history::{Moves, Step, Way};
use super::saving::Saving;
use super::screen::{Screen, questions_on};
use super::told;
use super::typing::Typing;
use crate::check::seen::SeenRows;
use crate::check::{Check, file};
use crate::desktop::clock::until_midnight;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::QuestionId;
use crate::knowledge::question::QuestionKind;
use crate::knowledge::rule::Level;
use crate::knowledge::zone::View;
use crate::store::autosave::{Autosave, AutosaveOutcome, Replaced};
use crate::store::settings::KeepAnswers;
use crate::ui::naming::sore_knee;
use crate::ui::result;
use crate::ui::screen::{Attention, CheckOrigin, CountedAsNo};
use crate::wording::fill;

/// Whether a frame showed the same rows as the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InView {
    /// The same.
    Same,
    /// Others, or the rows of another screen.
    Other,
}

impl App {
    /// Changes answers: one step of undo, kept at once, and everything that follows worked out again.
    pub(super) fn change(&mut self, typing: Option<Typing>, change: impl FnOnce(&mut Check, &Knowledge) -> EditNotice) {
        self.check.keep_days(&self.knowledge);
        let before = self.check.clone();
        let told = change(&mut self.check, &self.knowledge);
        if self.check == before {
            return;
        }
        self.history.remember(&before, typing);
        let left_out = self.assessment.evidence.left_out.clone();
        self.after_change();
        self.tell_left_out(&left_out);
        if let EditNotice::Moved(knee) = told {
            let words = &self.wording.screen;
            self.status = fill(&words.place.moved, &[("knee", &sore_knee(words, knee.into()))]);
        }
    }

    /// Says which answers do not count any more, as their question is not asked any more. Undo brings them back.
    fn tell_left_out(&mut self, before: &BTreeSet<QuestionId>) {
        let new = self.assessment.evidence.left_out.difference(before);
        let names: Vec<_> =
            new.filter_map(|id| self.knowledge.question(id.as_str())).map(|of| of.heading.as_str()).collect();
        if !names.is_empty() {
            let told = fill(&self.wording.screen.app.left_out, &[("list", &names.join("; "))]);
            if !self.status.is_empty() {
                self.status.push(' ');
            }
            self.status.push_str(&told);
        }
    }

    pub(super) fn after_change(&mut self) {
        self.check.made = Some(self.today);
        self.check.content.clone_from(&self.knowledge.about.content);
        self.follow_change();
    }

    fn follow_change(&mut self) {
        self.layout.hold_still();
        self.refresh_and_tell();
        self.keep();
    }

    /// Works out anew what follows, and says when that is another advice.
    pub(super) fn refresh_and_tell(&mut self) {
        let (level, was) = (self.assessment.urgency.level, self.assessment.urgency.shown());
        self.refresh();
        self.status.clear();
        let is_new = level != self.assessment.urgency.level || was != self.assessment.urgency.shown();
        // A banner speaks for itself; saying it twice would drown it.
        let has_banner = self.assessment.urgency.level <= Level::Urgent;
        if is_new
            && !has_banner
            && let Some(headline) = result::headline(&read_model(self, &[]))
        {
            let words = &self.wording.screen.app;
            let line = if was.is_some() { &words.advice_changed } else { &words.advice_now };
            self.status = fill(line, &[("headline", &headline)]);
        }
    }

    /// Goes with the day: yesterday's safety answers grow old in a window that stays open over night. The window wakes at
    /// midnight; a computer that slept then looks when it draws again.
    pub(super) fn follow_day(&mut self, ctx: &egui::Context) {
        let now = (self.clock)();
        if now.date() != self.today {
            self.today = now.date();
            self.refresh_and_tell();
        }
        ctx.request_repaint_after(until_midnight(&now));
    }

    /// Leaves a screen: what was seen and not ticked in a list of which something was ticked becomes No, in one undo step.
    pub(super) fn leave(&mut self) {
        self.history.end_typing();
        let place = self.screen.clone();
        let questions: Vec<_> = questions_on(&place, &self.knowledge, &self.check, &self.assessment)
            .into_iter()
            .filter(|question| matches!(question.kind, QuestionKind::Multi { .. }))
            // Of answers that are too old nothing is counted.
            .filter(|question| !self.assessment.evidence.stale.contains(&question.id))
            .cloned()
            .collect();
        let nothing = SeenRows::default();
        let seen = if self.seen_on == place { std::mem::take(&mut self.seen) } else { nothing };
        let mut findings = Vec::new();
        self.counted_as_no = None;
        let today = self.today;
        self.change(None, |check, _| {
            for question in &questions {
                let denied = check.finish(question, &seen);
                if !denied.is_empty() {
                    check.tell_rows(question, &denied, today);
                }
                findings.extend(denied);
            }
            edit::drop_nameless(check);
            EditNotice::Nothing
        });
        let still_open = questions.iter().filter(|question| self.check.is_touched(question));
        let still_open = still_open.map(|question| self.check.count_open(question)).sum();
        if !findings.is_empty() || still_open > 0 {
            self.counted_as_no = Some(CountedAsNo { screen: place, findings, still_open });
        }
        self.seen = seen;
    }

    /// Adds what the last frame showed of the rows of this screen; the menu lies over it and ends nothing.
    pub(super) fn note_seen(&mut self, seen: SeenRows) -> InView {
        if self.seen_on != self.screen && !matches!(self.screen, Screen::Menu | Screen::Earlier) {
            self.seen.clear();
            self.in_view.clear();
            self.seen_on.clone_from(&self.screen);
        }
        self.seen.add_common(&self.in_view, &seen);
        let is_same = self.in_view == seen;
        self.in_view = seen;
        if is_same { InView::Same } else { InView::Other }
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        let typing = Typing::of(&edit, &self.check, (self.clock)().timestamp());
        let denies_partly = match &edit {
            Edit::DenyAll(id, seen) => {
                self.knowledge.question(id.as_str()).is_some_and(|question| seen.first_unseen(question).is_some())
            }
            _ => false,
        };
        let (today, answers) = (self.today, self.assessment.evidence.clone());
        self.change(typing, |check, knowledge| told::apply_on(edit, check, knowledge, &answers, today));
        self.counted_as_no = None;
        if denies_partly {
            self.status.clone_from(&self.wording.screen.questions.not_all_seen);
        }
    }

    /// Takes the last step back, or makes it again. What was moved on the disk comes back first, then the answers are
    /// kept, and only then anything leaves the disk: whatever ends in between, nothing is lost.
    pub(super) fn step_history(&mut self, way: Way) {
        let Some(step) = self.history.step(way) else { return };
        let Some(added) = self.put_back(&step.moves.put_back) else {
            self.history.stayed(way, step);
            self.status.clone_from(&self.wording.screen.earlier.not_back);
            return;
        };
        let check = std::mem::replace(&mut self.check, step.check);
        if self.check != check {
            self.drafts.forget();
            self.counted_as_no = None;
            if step.moves != Moves::default() {
                self.begin_keeping(Replaced::Goes);
            }
            // The day it was made comes back with it: nothing was answered anew.
            self.follow_change();
        }
        let moves = Moves { put_back: self.take_away(&step.moves.take_away), take_away: added };
        self.history.went(way, Step { check, moves });
        self.list_earlier();
    }

    /// Goes to what has to be answered again, what comes first first, else to the result.
    pub(super) fn go_on(&mut self) {
        let missing = self.assessment.urgency.missing.first().cloned();
        match missing {
            _ if self.assessment.evidence.safety_is_stale => self.screen = Screen::Safety,
            Some(question) => self.go_to_question(question),
            None => self.screen = Screen::Result,
        }
    }

    /// Begins a new check; the old one goes to the earlier ones.
    pub(super) fn start_again(&mut self) {
        let Some(put_away) = self.put_away() else {
            self.status.clone_from(&self.wording.screen.earlier.not_moved);
            return;
        };
        let words = &self.wording.screen.menu;
        let told = if put_away == PutAway::Nothing { &words.started_again } else { &words.started_again_kept };
        let told = told.clone();
        self.begin_anew(Moves { put_back: Vec::new(), take_away: put_away.added() });
        self.status = told;
    }

    pub(super) fn delete(&mut self) {
        let (mut copies, is_deleted) = self.delete_kept();
        // Also those that are not on the disk any more: only Undo may bring them back.
        copies.append(&mut self.forgotten);
        self.begin_anew(Moves { put_back: copies, take_away: Vec::new() });
        if !is_deleted {
            self.status.clone_from(&self.wording.screen.menu.not_deleted);
            return;
        }
        self.keep_settings();
        self.status.clone_from(&self.wording.screen.menu.deleted);
    }

    /// Drops the answers; `moves` are what has to happen to the earlier checks when this is taken back.
    fn begin_anew(&mut self, moves: Moves) {
        let blank = Check { units: self.check.units, ..Check::default() };
        if self.check != blank || moves != Moves::default() {
            self.history.remember_with(&self.check, moves);
            self.check = blank;
            self.begin_keeping(Replaced::Stays);
            self.after_change();
        }
        self.drafts.forget();
        self.saving = Saving::default();
        self.opened = CheckOrigin::Fresh;
        self.view = View::Front;
        self.screen = Screen::Start;
        self.counted_as_no = None;
        self.list_earlier();
    }

    /// Says that what is kept next is another check. It is kept also where another running copy deleted the one before.
    pub(super) fn begin_keeping(&mut self, replaced: Replaced) {
        if let Some(keeper) = &self.keeper {
            keeper.begin(replaced);
        }
        if replaced == Replaced::Stays {
            self.adopt();
        }
    }

    /// What is said from now on is kept, whatever another running copy deleted before.
    pub(super) fn adopt(&mut self) {
        if let Some(keeper) = &self.keeper {
            keeper.adopt();
        }
        if self.kept_so_far == AutosaveOutcome::DeletedElsewhere {
            self.kept_so_far = AutosaveOutcome::Nothing;
        }
    }

    /// Keeps the answers of this window as a new check, although another running copy deleted all: the runner asked.
    pub(super) fn keep_after_all(&mut self) {
        self.attention = Attention::Nothing;
        self.adopt();
        self.keep();
    }

    /// Hands the answers to the keeper, when answers are kept.
    pub(super) fn keep(&self) {
        if self.settings.keep_answers == KeepAnswers::Keep
            && let Some(keeper) = &self.keeper
        {
            if self.check.is_empty() {
                keeper.keep_nothing();
            } else {
                keeper.keep(file::write(&self.check), earlier_name(&self.check, &self.knowledge));
            }
        }
    }

    /// Says once when answers could not be kept, or were kept elsewhere.
    pub(super) fn tell_about_keeping(&mut self) {
        let Some(outcome) = self.keeper.as_ref().map(Autosave::last) else { return };
        // Nothing was written yet: what was found out at the start still holds.
        if outcome == self.kept_so_far || outcome == AutosaveOutcome::Nothing {
            return;
        }
        // Nothing is held here that could come back.
        if outcome == AutosaveOutcome::DeletedElsewhere && self.check.is_empty() {
            self.adopt();
            self.list_earlier();
            return;
        }
        let words = &self.wording.screen.close;
        match &outcome {
            AutosaveOutcome::Failed(_) => self.status.clone_from(&words.not_kept),
            AutosaveOutcome::NotDeleted(_) => self.status.clone_from(&self.wording.screen.menu.not_deleted),
            AutosaveOutcome::ChangedElsewhere { .. } => self.status.clone_from(&words.kept_elsewhere),
            AutosaveOutcome::BesideUnread { .. } => self.status.clone_from(&words.kept_beside),
            AutosaveOutcome::DeletedElsewhere => self.status.clone_from(&words.deleted_elsewhere),
            AutosaveOutcome::NotKeeping => self.follow_choice(),
            AutosaveOutcome::Nothing | AutosaveOutcome::Kept => {}
        }
        if outcome == AutosaveOutcome::DeletedElsewhere {
            self.list_earlier();
        }
        self.kept_so_far = outcome;
    }

    /// Says that what was said is not saved yet, as long as the disk does not answer. The window wakes for that moment
    /// and no sooner.
    pub(super) fn tell_when_late(&mut self, ctx: &egui::Context) {
        let told = &self.wording.screen.close.not_yet;
        match self.keeper.as_ref().and_then(|keeper| keeper.late_in(Instant::now())) {
            Some(Duration::ZERO) if self.status != *told => {
                self.status.clone_from(told);
                ctx.request_repaint();
            }
            Some(Duration::ZERO) => {}
            Some(left) => ctx.request_repaint_after(left),
            None if self.status == *told => {
                self.status.clear();
                ctx.request_repaint();
            }
            None => {}
        }
    }

    /// What another running copy did meanwhile is seen when the runner comes to this window.
    pub(super) fn follow_other_copies(&mut self, ctx: &egui::Context) {
        let comes = |event: &egui::Event| *event == egui::Event::WindowFocused(true);
        if ctx.input(|input| input.events.iter().any(comes)) {
            self.follow_choice();
            if let Some(keeper) = &self.keeper {
                keeper.look();
            }
        }
    }

    /// Whether what is moved among the earlier checks may be written: answers are kept, and no other running copy
    /// deleted all.
    pub(super) fn may_write(&self) -> bool {
        let is_kept = self.settings.keep_answers == KeepAnswers::Keep;
        is_kept
            && self.keeper.as_ref().is_none_or(|keeper| {
                !matches!(keeper.flush(), AutosaveOutcome::DeletedElsewhere | AutosaveOutcome::NotKeeping)
            })
    }

    /// Whether closing now loses answers.
    pub(super) fn would_lose(&self) -> bool {
        if self.check.is_empty()
            || self.settings.keep_answers == KeepAnswers::DoNotKeep && !self.is_changed_since_save()
        {
            return false;
        }
        match (&self.keeper, self.settings.keep_answers) {
            (Some(keeper), KeepAnswers::Keep) => match keeper.flush() {
                AutosaveOutcome::Failed(_) | AutosaveOutcome::DeletedElsewhere => true,
                AutosaveOutcome::NotKeeping => self.is_changed_since_save(),
                _ => false,
            },
            _ => true,
        }
    }

    pub(super) fn is_changed_since_save(&self) -> bool {
        self.saving.saved() != Some(self.page.text.as_str())
    }
}
