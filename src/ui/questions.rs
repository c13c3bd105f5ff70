//! Step 3: one card of questions, with the rows that can matter for this person; below them those that could matter less.

use egui::Ui;

use super::doctor_asks;
use super::question::{self, Rows};
use super::read_model::ReadModel;
use super::theme::GAP;
use super::widgets::button::Button;
use super::widgets::card;
use super::widgets::fold::fold_held;
use super::your_running;
use crate::knowledge::ids::CardId;
use crate::knowledge::question::Question;
use crate::knowledge::rule::Level;
use crate::session::card::{MoreRows, OpenCard};
use crate::session::command::Command;
use crate::session::screen::QuestionCard;
use crate::wording::fill;

/// One card as a screen.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>, card: &CardId) {
    let Some(page) = model.cards.iter().find(|page| page.card == *card) else { return };
    let Some(open) = model.card.filter(|open| open.card == *card) else { return };
    let words = model.words();
    let questions = page.questions(model.knowledge);
    let shown: Vec<Rows<'_>> = open.shown_of(&questions);
    let asked: Vec<&Question> = shown.iter().map(|(question, _)| *question).collect();
    question::title_of(ui, model, page.title, &asked);
    if questions.iter().any(|question| model.is_asked_again(question.id.as_str())) {
        card::note_panel(ui, &words.questions.stale, |_| {});
    }
    // In an emergency only the result asks: help is called first.
    let is_urgent = model.assessment.urgency.level == Level::Urgent;
    if is_urgent && model.cards.first().is_some_and(|first| first.card == *card) {
        doctor_asks::show(ui, model);
    }
    for rows in &shown {
        your_running::way_in(ui, model, rows.0);
        question::show_rows(ui, model, rows);
    }
    question::date(ui, model, &asked);
    your_running::show(ui, model, page);
    if asked.iter().any(|question| question.is_denied_with_the_rest()) {
        if Button::secondary(&words.questions.deny_rest).show(ui).clicked() {
            model.send(Command::DenyRest);
        }
        ui.add_space(GAP);
    }
    more(ui, model, page, open);
}

/// What could matter less. It stays as it was when the card was opened: nothing jumps while it is read.
fn more(ui: &mut Ui, model: &ReadModel<'_>, page: &QuestionCard<'_>, open: &OpenCard) {
    let questions = page.questions(model.knowledge);
    let rows: Vec<Rows<'_>> = open.more_of(&questions);
    if rows.is_empty() {
        return;
    }
    let label = fill(&model.words().questions.more, &[("count", &open.more.len().to_string())]);
    let was_open = open.more_rows == MoreRows::Open;
    let mut is_open = was_open;
    fold_held(ui, page.card.as_str(), &label, &mut is_open, |ui| {
        ui.push_id("more", |ui| {
            for rows in &rows {
                question::show_rows(ui, model, rows);
            }
        });
    });
    if is_open != was_open {
        model.send(Command::ShowMore(if is_open { MoreRows::Open } else { MoreRows::Closed }));
    }
}
