//! What a doctor asks first of somebody who has to be seen at once or soon, with the page to take along.

use egui::Ui;

use super::answer_list::{answer_of, list_words, mark, note_seen, row};
use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::check_list::{Change, Row, check_list};
use super::widgets::{card, heading, text};
use crate::check::edit::Edit;
use crate::knowledge::question::{AnswerOption, Question};
use crate::session::command::Command;
use crate::ui::icons::Icon;

/// The rows, from whatever question each is; nothing where nobody has to hurry.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let asked: Vec<(&Question, &AnswerOption)> = asked(model).collect();
    if asked.is_empty() {
        return;
    }
    let words = &model.words().doctor;
    card::card(ui, |ui| {
        heading::heading(ui, 2, &words.title);
        text::body(ui, &words.lead);
        let rows: Vec<Row<'_>> = asked
            .iter()
            .map(|(question, answer)| row(answer, mark(model.said(question, answer.id.as_str()))))
            .collect();
        let list = check_list(ui, "doctor asks", &words.title, &rows, None, list_words(model));
        note_seen(model, asked.iter().map(|(_, answer)| *answer), &list.seen);
        if let Some(Change::Row(at, mark)) = list.change
            && let Some((question, answer)) = asked.get(at)
        {
            model.edit(Edit::Tick(question.id.clone(), answer.id.clone(), answer_of(mark)));
        }
        if Button::secondary(&words.save).icon(Icon::Save).show(ui).clicked() {
            model.send(Command::Save);
        }
    });
}

fn asked<'a>(model: &ReadModel<'a>) -> impl Iterator<Item = (&'a Question, &'a AnswerOption)> {
    let knowledge = model.knowledge;
    model.assessment.doctor_asks.iter().filter_map(|id| {
        let question = knowledge.question_of(id.as_str())?;
        Some((question, question.options.iter().find(|answer| answer.id == *id)?))
    })
}
