//! Step 2: the signs that cannot wait.

use egui::Ui;

use super::question;
use super::read_model::ReadModel;
use super::who;
use super::widgets::{card, heading, text};
use crate::knowledge::known_ids::questions;
use crate::knowledge::question::{Question, Step};

/// All questions of the step, on one screen.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    heading::title(ui, &words.safety.title, &model.step_line().unwrap_or_default());
    if model.assessment.evidence.safety_is_stale {
        card::note_panel(ui, &words.safety.stale, |_| {});
    }
    let asked: Vec<&Question> = model.knowledge.questions_of_step(Step::Safety).collect();
    question::how_to_answer(ui, model, &asked);
    for question in asked {
        if question.id == questions::AGE {
            who::show(ui, model);
        }
        question::show(ui, model, question);
    }
    for case in model.assessment.not_made_for() {
        card::note_panel(ui, &case.title, |ui| text::body(ui, &model.places.fill(&case.text)));
    }
}
