//! Answers as short words side by side, any number of which may hold.

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::chips::{Chip, chips};
use crate::check::answer::{Answer, is_denied};
use crate::check::edit::Edit;
use crate::knowledge::ids::FindingId;
use crate::knowledge::question::{AnswerOption, Question};

/// The answers of a question, and "none of these" behind them.
pub(super) fn show(
    ui: &mut Ui,
    model: &ReadModel<'_>,
    question: &Question,
    answers: &[AnswerOption],
    none: Option<&str>,
) {
    shown(ui, model, question, &answers.iter().collect::<Vec<_>>(), (none, None));
}

/// Answers that a picture holds; the first that is pressed takes the place of what the picture itself says.
pub(super) fn of_picture(
    ui: &mut Ui,
    model: &ReadModel<'_>,
    question: &Question,
    answers: &[&AnswerOption],
    picked: Option<&FindingId>,
) {
    shown(ui, model, question, answers, (None, picked));
}

fn shown(
    ui: &mut Ui,
    model: &ReadModel<'_>,
    question: &Question,
    answers: &[&AnswerOption],
    (none, picked): (Option<&str>, Option<&FindingId>),
) {
    let said = |id: &str| model.said(question, id);
    let is_none = is_denied(question, said);
    let of = |answer: &'_ AnswerOption| said(answer.id.as_str()) == Answer::Yes;
    let mut all: Vec<Chip<'_>> = Vec::new();
    for answer in answers {
        all.push(Chip { label: answer.short(), name: &answer.label, on: of(answer) });
    }
    all.extend(none.map(|label| Chip { label, name: label, on: is_none }));
    let salt = answers.first().map_or("", |answer| answer.id.as_str());
    let shown = chips(ui, salt, model.question_text(question), &all);
    for answer in shown.seen.iter().filter_map(|at| answers.get(*at)) {
        model.see(answer.id.clone());
    }
    let Some(pressed) = shown.pressed else { return };
    let is_picked = |id: &FindingId| said(id.as_str()) == Answer::Yes;
    let id = || question.id.clone();
    model.edit(match answers.get(pressed) {
        Some(answer) if picked.is_some_and(|picked| *picked != answer.id && is_picked(picked)) => {
            Edit::Choose(id(), answer.id.clone(), model.seen.clone())
        }
        Some(answer) if of(answer) => Edit::Tick(id(), answer.id.clone(), Answer::NotAsked),
        Some(answer) => Edit::Tick(id(), answer.id.clone(), Answer::Yes),
        None if is_none => Edit::Clear(id()),
        None => Edit::DenyAll(id(), model.seen.clone()),
    });
}
