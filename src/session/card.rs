//! The rows of the card that is open: they do not jump while it is read. What it asks is fixed when it is entered and
//! only grows, and what was shown once is shown again.

use std::collections::{BTreeMap, BTreeSet};

use super::Session;
use super::screen::{QuestionCard, Screen, screen_of_step};
use crate::assess::relevance::{CardRow, ShownRows};
use crate::knowledge::ids::{CardId, FindingId, QuestionId};
use crate::knowledge::question::Question;

/// Whether the rows that could matter less are in view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MoreRows {
    /// They are not, and nobody is asked.
    #[default]
    Closed,
    /// They stand below the others.
    Open,
}

/// What the card that is open asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCard {
    pub card: CardId,
    /// What is asked, in the order of the form.
    pub shown: Vec<CardRow>,
    /// What could matter less, what would change most first. While it is open nothing leaves it.
    pub more: Vec<CardRow>,
    pub more_rows: MoreRows,
}

impl OpenCard {
    /// The questions of which something is shown, each with these rows, in the order of the form.
    #[must_use]
    pub fn shown_of<'a>(&self, questions: &[&'a Question]) -> Vec<(&'a Question, Vec<&'a FindingId>)> {
        rows_of(&self.shown, questions)
    }

    /// The questions of which something lies under "more", each with these rows: first the one whose rows would change
    /// most.
    #[must_use]
    pub fn more_of<'a>(&self, questions: &[&'a Question]) -> Vec<(&'a Question, Vec<&'a FindingId>)> {
        let mut found = rows_of(&self.more, questions);
        found.sort_by_key(|(question, _)| self.more.iter().position(|row| *row.question() == question.id));
        found
    }

    /// Whether the row of a finding is on the screen: it is shown, or "more" is open and holds it.
    #[must_use]
    pub fn shows(&self, question: &QuestionId, finding: &FindingId) -> bool {
        let is_row = |row: &CardRow| is_row_of(row, question, finding);
        self.shown.iter().any(is_row) || self.more_rows == MoreRows::Open && self.more.iter().any(is_row)
    }
}

fn is_row_of(row: &CardRow, of: &QuestionId, finding: &FindingId) -> bool {
    match row {
        CardRow::Whole(question) => question == of,
        CardRow::Row(question, row) => question == of && row == finding,
    }
}

fn rows_of<'a>(rows: &[CardRow], questions: &[&'a Question]) -> Vec<(&'a Question, Vec<&'a FindingId>)> {
    let of = |question: &&'a Question| {
        let ids = question.options.iter().map(|option| &option.id);
        let held: Vec<_> = ids.filter(|id| rows.iter().any(|row| is_row_of(row, &question.id, id))).collect();
        let is_asked = rows.iter().any(|row| *row.question() == question.id);
        is_asked.then_some((*question, held))
    };
    questions.iter().filter_map(of).collect()
}

/// What was shown on each card so far, and on which of them "more" is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Cards {
    shown: BTreeMap<CardId, BTreeSet<CardRow>>,
    opened: BTreeSet<CardId>,
    /// How often the answers had been assessed when the open card was looked at last.
    followed: u64,
}

impl Cards {
    /// The card as it is entered, or grown from what it was. `now` is what can matter of what it asks; `all` is what it
    /// asks, in the order of the form.
    fn open(&mut self, card: CardId, now: ShownRows, all: &[CardRow], before: Option<OpenCard>) -> OpenCard {
        let more_rows = if self.opened.contains(&card) { MoreRows::Open } else { MoreRows::Closed };
        // What only moves causes is chosen once: else each answer would bring others.
        let come = if before.is_some() { &now.needed } else { &now.shown };
        let before = before.map_or_else(Vec::new, |open| open.more);
        // While "more" is open, what becomes worth asking is in view there already.
        let stays = |row: &CardRow| more_rows == MoreRows::Open && before.contains(row);
        let kept = self.shown.entry(card.clone()).or_default();
        kept.extend(come.iter().filter(|row| !stays(row)).cloned());
        let shown = all.iter().filter(|row| kept.contains(row)).cloned().collect();
        let mut more: Vec<CardRow> = before.into_iter().filter(|row| all.contains(row)).collect();
        let new: Vec<_> = now.shown.into_iter().chain(now.more).filter(|row| !more.contains(row)).collect();
        more.extend(new);
        more.retain(|row| !kept.contains(row));
        OpenCard { card, shown, more, more_rows }
    }
}

impl Session {
    /// The card that is open goes with the answers: it is entered, or grows.
    pub(super) fn follow_card(&mut self) {
        let before = self.state.card.take();
        let Screen::Questions(card) = self.state.screens.way().clone() else { return };
        let before = before.filter(|open| open.card == card);
        if before.is_some() && self.cards.followed == self.times_assessed {
            self.state.card = before;
            return;
        }
        self.cards.followed = self.times_assessed;
        let pages = self.question_cards();
        let Some(page) = pages.iter().find(|page| page.card == card) else { return };
        let questions = page.questions(&self.content.knowledge);
        let now = self.content.assessor.relevant_rows(&self.state.assessment, &questions);
        let all: Vec<CardRow> = questions.into_iter().flat_map(CardRow::of).collect();
        self.state.card = Some(self.cards.open(card, now, &all, before));
    }

    /// Whether a card would stand there with nothing but "more".
    pub(super) fn would_show_nothing(&self, page: &QuestionCard<'_>) -> bool {
        let was_shown = self.cards.shown.get(&page.card).is_some_and(|shown| !shown.is_empty());
        if was_shown || self.cards.opened.contains(&page.card) {
            return false;
        }
        let questions = page.questions(&self.content.knowledge);
        self.content.assessor.relevant_rows(&self.state.assessment, &questions).shown.is_empty()
    }

    /// Opens or closes what could matter less on the card that is open.
    pub(super) fn show_more(&mut self, more: MoreRows) {
        let Some(open) = &mut self.state.card else { return };
        open.more_rows = more;
        match more {
            MoreRows::Open => _ = self.cards.opened.insert(open.card.clone()),
            MoreRows::Closed => _ = self.cards.opened.remove(&open.card),
        }
    }

    /// Opens what could matter less on every card, and goes to the first.
    pub(super) fn ask_everything(&mut self) {
        self.cards.opened = self.content.knowledge.cards.iter().map(|card| card.id.clone()).collect();
        self.state.card = None;
        let first = screen_of_step(3, &self.question_cards());
        self.go_to(first);
    }

    /// Shows every row of a question that was asked for by name.
    pub(super) fn reveal(&mut self, question: &QuestionId) {
        let Screen::Questions(card) = self.state.screens.way().clone() else { return };
        if let Some(question) = self.content.knowledge.question(question.as_str()) {
            self.cards.shown.entry(card).or_default().extend(CardRow::of(question));
            self.state.card = None;
        }
    }

    /// Shows the red flags that self-care hangs on, on whatever card they stand: the runner is led to them.
    pub(super) fn show_needed(&mut self) {
        let Screen::Questions(card) = self.state.screens.way().clone() else { return };
        let needed = self.content.assessor.needed_rows(&self.state.assessment);
        self.cards.shown.entry(card).or_default().extend(needed);
        self.state.card = None;
    }

    /// Forgets what was shown: another check is open.
    pub(super) fn forget_cards(&mut self) {
        self.cards = Cards::default();
        self.state.card = None;
    }
}
