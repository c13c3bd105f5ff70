//! From screen to screen.

use std::collections::BTreeSet;

use super::Session;
use super::effect::Effect;
use super::screen::{
    QuestionCard, Route, Screen, next, next_missing, open_safety, previous, question_cards, questions_on,
    screen_of_question,
};
use super::state::{Attention, CountedAsNo};
use super::status::Notice;
use crate::check::apply::EditNotice;
use crate::check::seen::SeenRows;
use crate::knowledge::ids::{FindingId, QuestionId};
use crate::knowledge::question::{Question, QuestionKind, ShownAs};

/// Whether a frame showed the same rows as the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InView {
    Same,
    /// Others, or the rows of another screen.
    Other,
}

/// Which rows were seen, frame by frame.
#[derive(Clone, Debug)]
pub(super) struct Watched {
    /// The screen whose rows these are.
    on: Screen,
    /// What was in view in the last frame.
    in_view: SeenRows,
    /// The lists of which something was said here: who told one row of a list elsewhere has not read the others.
    answered: BTreeSet<QuestionId>,
}

impl Default for Watched {
    fn default() -> Self {
        Self { on: Screen::Where, in_view: SeenRows::default(), answered: BTreeSet::new() }
    }
}

impl Session {
    /// The cards of step 3 that have something to ask.
    #[must_use]
    pub fn question_cards(&self) -> Vec<QuestionCard<'_>> {
        question_cards(&self.content.knowledge, &self.state.check, &self.state.assessment)
    }

    pub(super) fn go_to(&mut self, screen: Screen) {
        self.state.route = Route::All;
        // A key asks for the menu in the menu too; it must lead back to where the runner was before.
        if screen == *self.screen() && screen.step().is_none() {
            return;
        }
        match screen {
            Screen::Menu => self.state.screens.open(screen),
            Screen::Earlier => {
                self.state.comparison = None;
                self.state.screens.open(screen);
                self.ask(Effect::ListEarlier);
            }
            Screen::Runs | Screen::Diary | Screen::WayBack => {
                self.state.screens.open(screen);
                self.open_runs();
            }
            _ => {
                self.leave();
                self.state.attention = Attention::Nothing;
                self.state.screens.go(screen);
            }
        }
    }

    pub(super) fn go_to_question(&mut self, question: QuestionId) {
        let screen = screen_of_question(&self.content.knowledge, &self.question_cards(), &question);
        if let Some(screen) = screen {
            self.go_to(screen);
            self.show_needed();
            self.state.focus_question = Some(question);
        }
    }

    /// Leads through the questions whose answers are missing, and to no other.
    pub(super) fn answer_missing(&mut self) {
        if let Some(question) = self.state.assessment.urgency.needed().first().cloned() {
            self.go_to_question(question.clone());
            self.state.route = Route::Missing(question);
        }
    }

    /// To what lies below the menu or the earlier checks, else one screen back.
    pub(super) fn back(&mut self) {
        match self.state.screens.close() {
            Some(Screen::Menu) if self.state.attention == Attention::Country => {
                self.state.attention = Attention::Nothing;
            }
            Some(_) => {}
            None => {
                let cards = self.question_cards();
                let to = self.past_empty_cards(previous, &cards);
                self.go_to(to);
            }
        }
    }

    /// One screen on. The menu and the earlier checks are no steps: nothing comes after them.
    pub(super) fn continue_on(&mut self) {
        if self.screen().step().is_none() {
            return;
        }
        let is_missing = self.state.check.side.is_none() || self.state.check.spots.is_empty();
        if *self.screen() == Screen::Where && is_missing {
            self.state.attention = Attention::PlaceMissing;
            return;
        }
        // Of the danger signs themselves: walking and age can be told later.
        let are_signs_open = open_safety(&self.content.knowledge, &self.state.assessment)
            .any(|question| matches!(question.kind, QuestionKind::Multi { .. }));
        if *self.screen() == Screen::Safety && are_signs_open {
            self.state.attention = Attention::SafetyMissing;
            return;
        }
        self.leave_open();
    }

    /// One screen on, whatever of this one is open.
    pub(super) fn leave_open(&mut self) {
        self.state.attention = Attention::Nothing;
        self.leave();
        self.follow_route();
    }

    /// The next screen: of all of them, or of those on which something is missing.
    fn follow_route(&mut self) {
        let cards = self.question_cards();
        let missing = self.state.assessment.urgency.needed();
        let (to, focus_question) = match &self.state.route {
            Route::All => (self.past_empty_cards(next, &cards), None),
            Route::Missing(last) => next_missing(&self.content.knowledge, &cards, last, missing)
                .map_or((Screen::Result, None), |(screen, question)| (screen, Some(question))),
        };
        if let Some(question) = &focus_question {
            self.state.route = Route::Missing(question.clone());
        }
        if to == Screen::Result {
            self.state.route = Route::All;
            // What it said of the advice stands there at the top.
            self.state.status.clear();
        }
        self.state.screens.go(to);
        if focus_question.is_some() {
            self.show_needed();
        }
        self.state.focus_question = focus_question;
    }

    /// One screen on or back, past cards of which all could matter less and nobody asked to see it.
    fn past_empty_cards<'a>(
        &self,
        step: fn(&Screen, &[QuestionCard<'a>]) -> Screen,
        cards: &[QuestionCard<'a>],
    ) -> Screen {
        let is_empty = |screen: &Screen| {
            cards.iter().any(|page| *screen == Screen::Questions(page.card.clone()) && self.would_show_nothing(page))
        };
        let mut to = step(self.screen(), cards);
        while is_empty(&to) {
            to = step(&to, cards);
        }
        to
    }

    /// Goes to what has to be answered again, what comes first first, else to the result.
    pub(super) fn go_on(&mut self) {
        let missing = self.state.assessment.urgency.needed().first().cloned();
        match missing {
            _ if self.state.assessment.evidence.safety_is_stale => self.state.screens.go(Screen::Safety),
            Some(question) => self.go_to_question(question),
            None => self.state.screens.go(Screen::Result),
        }
    }

    /// Leaves a screen: what was seen and not ticked in a list of which something was ticked becomes No, in one undo step.
    pub(super) fn leave(&mut self) {
        self.history.end_typing();
        let screen = self.screen().clone();
        let is_watched = self.watched.on == screen;
        let mut questions = self.lists_on(&screen);
        questions.retain(|question| is_watched && self.watched.answered.contains(&question.id));
        let nothing = SeenRows::default();
        let seen = if is_watched { std::mem::take(&mut self.state.seen) } else { nothing };
        let mut findings: Vec<FindingId> = Vec::new();
        self.state.counted_as_no = None;
        let today = self.state.today;
        self.change(None, |check, _| {
            for question in &questions {
                let denied = check.finish(question, &seen);
                if !denied.is_empty() {
                    check.tell_rows(question, &denied, today);
                }
                findings.extend(denied);
            }
            check.drop_nameless();
            EditNotice::Nothing
        });
        let check = &self.state.check;
        let still_open = questions.iter().filter(|question| check.is_touched(question));
        // Of pictures the ones that were not picked are settled, and what they hold was not asked.
        let still_open = still_open.filter(|question| !matches!(question.shown_as, ShownAs::Pictures(_)));
        let still_open = still_open.map(|question| self.count_open(question)).sum();
        if !findings.is_empty() || still_open > 0 {
            self.state.counted_as_no = Some(CountedAsNo { screen, findings, still_open });
        }
        self.state.seen = seen;
    }

    /// "No to the rest": every row of the lists on the screen that was seen, and to which nothing was said, becomes No. One
    /// screen on then; where a row was not seen yet it leads there, and says so.
    pub(super) fn deny_rest(&mut self) {
        let screen = self.screen().clone();
        let mut questions = self.all_lists_on(&screen);
        questions.retain(Question::is_denied_with_the_rest);
        let (seen, today) = (self.state.seen.clone(), self.state.today);
        let expired = self.state.assessment.evidence.expired.clone();
        self.change(None, |check, _| {
            for question in &questions {
                // What is too old stands on the screen as not said, and is denied anew.
                for row in question.options.iter().filter(|row| expired.contains(&row.id) && seen.holds(&row.id)) {
                    check.findings.remove(&row.id);
                }
                let denied = check.deny_rest(question, &seen);
                if !denied.is_empty() {
                    check.tell_rows(question, &denied, today);
                }
            }
            EditNotice::Nothing
        });
        self.state.counted_as_no = None;
        if let Some(open) = questions.iter().find(|question| self.count_open(question) > 0) {
            self.state.focus_question = Some(open.id.clone());
            self.tell(Notice::NotAllSeen);
        } else {
            self.continue_on();
        }
    }

    /// Something was said to a list on the screen that is open.
    pub(super) fn list_was_answered(&mut self, question: &QuestionId) {
        self.watched.answered.insert(question.clone());
    }

    /// How many answers that stand on the screen nobody said anything to, of a question of which something was said.
    fn count_open(&self, question: &Question) -> usize {
        self.state.check.open_rows(question).filter(|finding| self.is_on_screen(question, finding)).count()
    }

    /// Whether the row of a finding stands on the screen: of a card those that can matter, and the others once they are opened.
    pub(super) fn is_on_screen(&self, question: &Question, finding: &FindingId) -> bool {
        self.state.card.as_ref().is_none_or(|card| card.shows(&question.id, finding))
    }

    /// The "tick any" questions of a screen. Of answers that are too old nothing is counted.
    fn lists_on(&self, screen: &Screen) -> Vec<Question> {
        let mut lists = self.all_lists_on(screen);
        lists.retain(|question| !self.state.assessment.evidence.stale.contains(&question.id));
        lists
    }

    fn all_lists_on(&self, screen: &Screen) -> Vec<Question> {
        questions_on(screen, &self.content.knowledge, &self.state.check, &self.state.assessment)
            .into_iter()
            .filter(|question| matches!(question.kind, QuestionKind::Multi { .. }))
            .cloned()
            .collect()
    }

    /// A frame was shown, with these rows wholly in view: what was sought has been found, and a row was seen once two
    /// frames showed it. The menu lies over a screen and ends nothing.
    pub fn was_shown(&mut self, seen: SeenRows) -> InView {
        self.state.focus_question = None;
        if self.watched.on != *self.screen() && self.screen().step().is_some() {
            self.state.seen.clear();
            self.watched = Watched { on: self.screen().clone(), ..Watched::default() };
        }
        self.state.seen.add_common(&self.watched.in_view, &seen);
        let is_same = self.watched.in_view == seen;
        self.watched.in_view = seen;
        if is_same { InView::Same } else { InView::Other }
    }
}
