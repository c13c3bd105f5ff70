//! Step 3: one card of questions, and below it those that may help.

use std::collections::BTreeSet;

use egui::Ui;

use super::question;
use super::read_model::ReadModel;
use super::widgets::fold::fold_held;
use super::widgets::{card, heading, text};
use super::your_running;
use crate::knowledge::ids::{CardId, QuestionId};
use crate::knowledge::question::Question;
use crate::session::screen::QuestionCard;
use crate::wording::fill;

/// What the cards keep between frames.
#[derive(Debug, Default)]
pub struct QuestionCards {
    /// Folded questions in the order of what they would change, as it was when the screen was opened.
    order: Vec<QuestionId>,
    /// The cards whose folded questions are open.
    unfolded: BTreeSet<CardId>,
}

impl QuestionCards {
    /// Takes the order of folded questions from what they would change now, on entering a screen.
    pub fn enter(&mut self, model: &ReadModel<'_>) {
        self.order = model.next.iter().flat_map(|next| &next.asks).map(|ask| ask.question.clone()).collect();
    }

    /// One card as a screen.
    pub fn show(&mut self, ui: &mut Ui, model: &ReadModel<'_>, card: &CardId) {
        let Some((at, page)) = model.cards.iter().enumerate().find(|(_, page)| page.card == *card) else { return };
        let words = model.words();
        heading::title(ui, page.title, &model.step_line().unwrap_or_default());
        text::hint(ui, &fill(&words.steps.part, &[("part", &(at + 1).to_string())]));
        if page.core.iter().chain(&page.more).any(|question| model.is_asked_again(question.id.as_str())) {
            card::note_panel(ui, &words.questions.stale, |_| {});
        }
        question::how_to_answer(ui, model, &page.core);
        for question in &page.core {
            question::show(ui, model, question);
        }
        question::date(ui, model, &page.core);
        your_running::show(ui, model, page);
        self.more(ui, model, page);
    }

    /// The folded questions. Their order stays as it was when the screen was opened: nothing jumps while it is read.
    fn more(&mut self, ui: &mut Ui, model: &ReadModel<'_>, page: &QuestionCard<'_>) {
        let mut more = page.more.clone();
        let rank = |question: &Question| self.order.iter().position(|id| *id == question.id);
        more.sort_by_key(|question| rank(question).unwrap_or(self.order.len()));
        if more.is_empty() {
            return;
        }
        let is_focus = more.iter().any(|question| model.focus_question == Some(&question.id));
        let mut open = is_focus || self.unfolded.contains(&page.card);
        fold_held(ui, page.card.as_str(), &model.words().questions.more, &mut open, |ui| {
            for question in &more {
                question::show(ui, model, question);
            }
        });
        if open {
            self.unfolded.insert(page.card.clone());
        } else {
            self.unfolded.remove(&page.card);
        }
    }
}
