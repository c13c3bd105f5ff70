//! Step 3: one card of questions, and below it those that may help.

use std::collections::BTreeSet;

use egui::Ui;

use super::question;
use super::read_model::Screen;
use super::widgets::fold::fold_held;
use super::widgets::{card, heading, text};
use crate::app::place::QuestionPage;
use crate::knowledge::ids::{CardId, QuestionId};
use crate::knowledge::question::Question;
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
    pub fn enter(&mut self, screen: &Screen<'_>) {
        self.order = screen.next.iter().flat_map(|next| &next.asks).map(|ask| ask.question.clone()).collect();
    }

    /// One card as a screen.
    pub fn show(&mut self, ui: &mut Ui, screen: &Screen<'_>, card: &CardId) {
        let Some((at, page)) = screen.pages.iter().enumerate().find(|(_, page)| page.card == *card) else { return };
        let words = screen.words();
        heading::title(ui, page.title, &screen.step_line().unwrap_or_default());
        text::hint(ui, &fill(&words.steps.part, &[("part", &(at + 1).to_string())]));
        if page.core.iter().chain(&page.more).any(|question| screen.is_asked_again(question.id.as_str())) {
            card::note_panel(ui, &words.questions.stale, |_| {});
        }
        question::how_to_answer(ui, screen, &page.core);
        for question in &page.core {
            question::show(ui, screen, question);
        }
        question::date(ui, screen, &page.core);
        self.more(ui, screen, page);
    }

    /// The folded questions. Their order stays as it was when the screen was opened: nothing jumps while it is read.
    fn more(&mut self, ui: &mut Ui, screen: &Screen<'_>, page: &QuestionPage<'_>) {
        let mut more = page.more.clone();
        let rank = |question: &Question| self.order.iter().position(|id| *id == question.id);
        more.sort_by_key(|question| rank(question).unwrap_or(self.order.len()));
        if more.is_empty() {
            return;
        }
        let is_sought = more.iter().any(|question| screen.sought == Some(&question.id));
        let mut open = is_sought || self.unfolded.contains(&page.card);
        fold_held(ui, page.card.as_str(), &screen.words().questions.more, &mut open, |ui| {
            for question in &more {
                question::show(ui, screen, question);
            }
        });
        if open {
            self.unfolded.insert(page.card.clone());
        } else {
            self.unfolded.remove(&page.card);
        }
    }
}
