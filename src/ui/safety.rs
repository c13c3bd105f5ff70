//! Step 2: the signs that cannot wait, in tiles; below them walking, age and whose knee it is.

use egui::Ui;

use super::read_model::ReadModel;
use super::theme::{GAP, PADDING};
use super::widgets::button::Button;
use super::widgets::{card, focus, heading, text};
use super::{question, who};
use crate::knowledge::question::{Question, QuestionKind, Step};
use crate::session::command::Command;
use crate::session::state::Attention;
use crate::wording::fill;

/// From this width on walking, age and whose knee it is stand side by side.
const BESIDE: f32 = 860.0;
/// The shares of that row.
const SHARES: [f32; 3] = [0.42, 0.19, 0.39];

/// All questions of the step, on one screen.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    let asked: Vec<&Question> = model.knowledge.questions_of_step(Step::Safety).collect();
    let (signs, others): (Vec<&Question>, Vec<&Question>) =
        asked.into_iter().partition(|question| matches!(question.kind, QuestionKind::Multi { .. }));
    let mut is_why_open = false;
    let is_wide = ui.available_width() >= question::LEGEND_BESIDE;
    ui.horizontal_wrapped(|ui| {
        let title = signs.first().map_or(words.safety.title.as_str(), |question| model.question_text(question));
        let title = heading::title(ui, title, &model.step_line().unwrap_or_default());
        if let Some(question) = signs.first() {
            if model.focus_question == Some(&question.id) {
                focus::take(ui, title.id);
            }
            is_why_open = question::why_toggle(ui, model, question);
        }
        if is_wide {
            question::what_cells_mean(ui, model);
        }
    });
    if !is_wide {
        question::what_cells_mean(ui, model);
    }
    if let Some(question) = signs.first().filter(|_| is_why_open) {
        text::hint(ui, &question.why);
    }
    if model.assessment.evidence.safety_is_stale {
        card::note_panel(ui, &words.safety.stale, |_| {});
    }
    missing(ui, model);
    question::who_is_meant(ui, model);
    for question in signs {
        question::show_answers(ui, model, question);
    }
    ui.add_space(GAP / 2.0);
    if ui.available_width() >= BESIDE {
        beside(ui, model, &others);
    } else {
        for question in others {
            question::show_compact(ui, model, question);
        }
        who::show(ui, model);
    }
    for case in model.assessment.not_made_for() {
        card::note_panel(ui, &case.title, |ui| text::body(ui, &model.places.fill(&case.text)));
    }
}

/// The other questions in one row, and whose knee it is at its end.
fn beside(ui: &mut Ui, model: &ReadModel<'_>, others: &[&Question]) {
    let room = ui.available_width() - 2.0 * PADDING;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = PADDING;
        let widths = SHARES.map(|share| (room * share).floor());
        for (question, width) in others.iter().zip(widths) {
            ui.vertical(|ui| {
                ui.set_width(width);
                question::show_compact(ui, model, question);
            });
        }
        ui.vertical(|ui| {
            ui.set_width(SHARES.last().map_or(room, |share| (room * share).floor()));
            who::show(ui, model);
        });
    });
}

/// What is still open when somebody wants to go on, and the way past it.
fn missing(ui: &mut Ui, model: &ReadModel<'_>) {
    if model.attention != Attention::SafetyMissing {
        return;
    }
    let words = &model.words().safety;
    let open: Vec<&str> = model.open_safety().map(|question| question.heading.as_str()).collect();
    if open.is_empty() {
        return;
    }
    card::problem_panel(ui, &fill(&words.missing, &[("list", &open.join(", "))]), |ui| {
        text::body(ui, &words.leave_more);
        if Button::secondary(&words.leave).show(ui).clicked() {
            model.send(Command::LeaveOpen);
        }
    });
}
