//! Step 1: the signs that cannot wait.

use egui::Ui;

use super::question;
use super::read_model::Screen;
use super::widgets::{card, heading, text};
use crate::knowledge::question::{Question, Step};

/// All questions of the step, on one screen.
pub fn show(ui: &mut Ui, screen: &Screen<'_>) {
    let words = screen.words();
    heading::title(ui, &words.safety.title, &screen.step_line().unwrap_or_default());
    if screen.assessment.answers.safety_is_stale {
        card::note_panel(ui, &words.safety.stale, |_| {});
    }
    let cards = screen.knowledge.cards.iter().filter(|card| card.step == Step::Safety);
    let questions: Vec<&Question> = cards.flat_map(|card| screen.knowledge.questions_of(card)).collect();
    question::how_to_answer(ui, screen, &questions);
    for question in questions {
        question::show(ui, screen, question);
    }
    for case in screen.assessment.not_made_for(screen.knowledge) {
        card::note_panel(ui, &case.title, |ui| text::body(ui, &screen.places.fill(&case.text)));
    }
}
