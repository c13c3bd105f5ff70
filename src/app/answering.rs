//! Changes of answers: undo, what follows, and keeping them.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::App;
use super::command::Edit;
use super::earlier::earlier_name;
use super::edit::{self, Unseen};
use super::frame::screen_of;
use super::history::{Moves, Step, Way};
use super::place::{Place, questions_on};
use super::saving::Saving;
use super::typing::Typing;
use crate::check::seen::Seen;
use crate::check::{Check, file};
use crate::desktop::clock::until_midnight;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::QuestionId;
use crate::knowledge::question::{Question, QuestionKind};
use crate::knowledge::rule::Level;
use crate::knowledge::zone::View;
use crate::store::keeper::{Keeper, Outcome, Replaced};
use crate::store::leftovers;
use crate::store::settings::KeepAnswers;
use crate::ui::result;
use crate::ui::screen::{CountedAsNo, Opened, sore_knee};
use crate::wording::fill;

impl App {
    /// Changes answers: one step of undo, kept at once, and everything that follows worked out again.
    pub(super) fn change(&mut self, typing: Option<Typing>, change: impl FnOnce(&mut Check, &Knowledge) -> Unseen) {
        let before = self.check.clone();
        let told = change(&mut self.check, &self.knowledge);
        if self.check == before {
            return;
        }
        self.history.remember(&before, typing);
        self.after_change();
        if let Unseen::Moved(knee) = told {
            let words = &self.wording.screen;
            self.status = fill(&words.place.moved, &[("knee", &sore_knee(words, knee.into()))]);
        }
    }

    pub(super) fn after_change(&mut self) {
        self.check.made = Some(self.today);
        self.check.content.clone_from(&self.knowledge.about.content);
        self.follow_change();
    }

    fn follow_change(&mut self) {
        self.shell.hold_still();
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
            && let Some(headline) = result::headline(&screen_of(self, &[]))
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
            self.renewed_today.clear();
            self.refresh_and_tell();
        }
        ctx.request_repaint_after(until_midnight(&now));
    }

    /// Leaves a screen: what was seen and not ticked in a list of which something was ticked becomes No, in one undo step.
    pub(super) fn leave(&mut self) {
        self.history.end_typing();
        let place = self.place.clone();
        let questions: Vec<_> = questions_on(&place, &self.knowledge, &self.check, &self.assessment)
            .into_iter()
            .filter(|question| matches!(question.kind, QuestionKind::Multi { .. }))
            // Of answers that are too old nothing is counted.
            .filter(|question| !self.assessment.answers.stale.contains(&question.id))
            .cloned()
            .collect();
        let nothing = Seen::default();
        let seen = if self.seen_on == place { std::mem::take(&mut self.seen) } else { nothing };
        let mut findings = Vec::new();
        self.counted_as_no = None;
        self.change(None, |check, _| {
            findings = questions.iter().flat_map(|question| check.finish(question, &seen)).collect();
            edit::drop_nameless(check);
            Unseen::Nothing
        });
        let still_open = questions.iter().filter(|question| self.check.is_touched(question));
        let still_open = still_open.map(|question| self.check.count_open(question)).sum();
        if !findings.is_empty() || still_open > 0 {
            self.counted_as_no = Some(CountedAsNo { place, findings, still_open });
        }
        self.seen = seen;
    }

    /// Adds what the last frame showed of the rows of this screen; the menu lies over it and ends nothing.
    pub(super) fn note_seen(&mut self, seen: Seen) {
        if self.seen_on != self.place && !matches!(self.place, Place::Menu | Place::Earlier) {
            self.seen.clear();
            self.in_view.clear();
            self.seen_on.clone_from(&self.place);
        }
        self.seen.add_common(&self.in_view, &seen);
        self.in_view = seen;
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        let typing = Typing::of(&edit, &self.check, (self.clock)().timestamp());
        let safety = safety_question(&self.knowledge, &edit).cloned();
        let denies_partly = match &edit {
            Edit::DenyAll(id, seen) => {
                self.knowledge.question(id.as_str()).is_some_and(|question| seen.first_unseen(question).is_some())
            }
            _ => false,
        };
        let was_stale = self.assessment.answers.safety_is_stale;
        let (today, mut renewed) = (self.today, std::mem::take(&mut self.renewed_today));
        self.change(typing, |check, knowledge| {
            if let Some(question) = &safety {
                if was_stale {
                    forget_stale(check, knowledge);
                    renewed.clear();
                }
                renew(check, knowledge, question, matches!(edit, Edit::Tick(..)), today, &mut renewed);
            }
            edit::apply(edit, check, knowledge)
        });
        self.renewed_today = renewed;
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
            self.status.clone_from(&self.wording.screen.close.not_kept);
            return;
        };
        let check = std::mem::replace(&mut self.check, step.check);
        if self.check != check {
            self.renewed_today.clear();
            self.shell.typed.forget();
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

    pub(super) fn go_on(&mut self) {
        let missing = self.assessment.urgency.missing.first().cloned();
        match missing {
            _ if self.assessment.answers.safety_is_stale => self.place = Place::Safety,
            Some(question) => self.go_to_question(question),
            None => self.place = Place::Result,
        }
    }

    /// Begins a new check; the old one goes to the earlier ones.
    pub(super) fn start_again(&mut self) {
        let Some(put_away) = self.put_away() else {
            self.status.clone_from(&self.wording.screen.close.not_kept);
            return;
        };
        let words = &self.wording.screen.menu;
        let told = if put_away.is_empty() { &words.started_again } else { &words.started_again_kept };
        let told = told.clone();
        self.begin_anew(Moves { put_back: Vec::new(), take_away: put_away });
        self.status = told;
    }

    pub(super) fn delete(&mut self) {
        if let Some(folder) = &self.settings.last_folder {
            leftovers::sweep(folder);
        }
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
            self.renewed_today.clear();
            self.begin_keeping(Replaced::Stays);
            self.after_change();
        }
        self.shell.typed.forget();
        self.saving = Saving::default();
        self.opened = Opened::Fresh;
        self.view = View::Front;
        self.place = Place::Start;
        self.counted_as_no = None;
        self.list_earlier();
    }

    /// Says that what is kept next is another check.
    pub(super) fn begin_keeping(&self, replaced: Replaced) {
        if let Some(keeper) = &self.keeper {
            keeper.begin(replaced);
        }
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
        let Some(outcome) = self.keeper.as_ref().map(Keeper::last) else { return };
        // Nothing was written yet: what was found out at the start still holds.
        if outcome == self.kept_so_far || outcome == Outcome::Nothing {
            return;
        }
        let words = &self.wording.screen.close;
        match &outcome {
            Outcome::Failed(_) => self.status.clone_from(&words.not_kept),
            Outcome::ChangedElsewhere { .. } => self.status.clone_from(&words.kept_elsewhere),
            Outcome::Nothing | Outcome::Kept => {}
        }
        self.kept_so_far = outcome;
    }

    /// Whether closing now loses answers.
    pub(super) fn would_lose(&self) -> bool {
        if self.check.is_empty()
            || self.settings.keep_answers == KeepAnswers::DoNotKeep && !self.is_changed_since_save()
        {
            return false;
        }
        match (&self.keeper, self.settings.keep_answers) {
            (Some(keeper), KeepAnswers::Keep) => matches!(keeper.flush(), Outcome::Failed(_)),
            _ => true,
        }
    }

    pub(super) fn is_changed_since_save(&self) -> bool {
        self.saving.saved() != Some(self.page.text.as_str())
    }
}

/// The question that grows stale and is answered by a change.
fn safety_question<'a>(knowledge: &'a Knowledge, edit: &Edit) -> Option<&'a Question> {
    let (Edit::Pick(id, _) | Edit::Clear(id) | Edit::Tick(id, ..) | Edit::DenyAll(id, _)) = edit else { return None };
    knowledge.growing_stale().find(|question| question.id == *id)
}

/// Moves the day of the safety answers to today once all of them are of today: one date serves all, and it must be that
/// of the oldest.
fn renew(
    check: &mut Check,
    knowledge: &Knowledge,
    question: &Question,
    is_one_row: bool,
    today: Date,
    renewed: &mut BTreeSet<QuestionId>,
) {
    // One row of a list says nothing of the others, which may be of yesterday. "None of these" is taken back by a tick.
    if !is_one_row || !check.is_touched(question) || check.is_denied(question) {
        renewed.insert(question.id.clone());
    }
    let mut counted = knowledge.growing_stale().filter(|other| check.is_touched(other) || other.id == question.id);
    if counted.all(|other| renewed.contains(&other.id)) {
        check.safety_asked = Some(today);
    }
}

/// Old safety answers must not come to life again because one of them was answered today.
fn forget_stale(check: &mut Check, knowledge: &Knowledge) {
    for question in knowledge.growing_stale() {
        check.clear(question);
    }
}
