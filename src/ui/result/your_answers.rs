//! "Your answers": what was said, each with Change.

use egui::{Align, Layout, Ui};

use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::fold::fold;
use super::super::widgets::text;
use super::said::not_sure;
use crate::check::answer::{Answer, is_denied};
use crate::check::spot::Side;
use crate::knowledge::question::{AnswerOption, NumberRange, Question, QuestionKind};
use crate::session::command::Command;
use crate::session::screen::Screen;
use crate::ui::numbers::shown;
use crate::wording::{self, fill};

/// The list, folded.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    fold(ui, "your answers", &words.result.answers, false, |ui| {
        let side = match model.check.side {
            Some(Side::Left) => &words.app.knee_left,
            Some(Side::Right) => &words.app.knee_right,
            Some(Side::Both) => &words.place.both,
            None => &words.result.not_given,
        };
        row(ui, model, &words.result.side, side, Command::GoTo(Screen::Where));
        let spots: Vec<_> = model
            .check
            .spots
            .iter()
            .filter_map(|spot| Some(model.zone_name(spot.knee, model.knowledge.zone(spot.zone.as_str())?)))
            .collect();
        let spots = if spots.is_empty() { words.result.not_given.clone() } else { spots.join("; ") };
        row(ui, model, &words.result.spots, &spots, Command::GoTo(Screen::Where));
        for question in &model.knowledge.questions {
            if let Some(said) = said(model, question) {
                let there = Command::GoToQuestion(question.id.clone());
                row(ui, model, &question.heading, &said, there);
            }
        }
    });
}

fn row(ui: &mut Ui, model: &ReadModel<'_>, heading: &str, said: &str, there: Command) {
    let words = &model.words().buttons;
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let name = fill(&words.change_named, &[("what", heading)]);
        if Button::quiet(&words.change).named(&name).show(ui).clicked() {
            model.send(there);
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            text::bold(ui, heading);
            text::body(ui, said);
        });
    });
}

/// What was said to a question, or nothing when it does not apply.
fn said(model: &ReadModel<'_>, question: &Question) -> Option<String> {
    if question.kind.is_asked_at_the_picture() {
        return None;
    }
    let answers = &model.assessment.evidence;
    let numbers = question.numbers.iter().filter_map(|number| Some((number, answers.number(number.id.as_str())?)));
    let mut said: Vec<String> = numbers.map(|(number, value)| number_said(model, question, number, value)).collect();
    let labels = question.options.iter().filter(|answer| answers.is_yes(answer.id.as_str()));
    said.extend(labels.map(|answer| answer.label.clone()));
    let unsure = question.findings().filter(|finding| answers.answer(finding.id.as_str()) == Answer::NotSure);
    said.extend(unsure.map(|finding| not_sure(model, question, finding)));
    let is_no = |finding: &AnswerOption| answers.answer(finding.id.as_str()) == Answer::No;
    // Rows that nobody was asked do not make what was denied "not given".
    let is_list = matches!(question.kind, QuestionKind::Multi { .. });
    if is_denied(question, |finding| answers.answer(finding))
        || is_list && said.is_empty() && question.findings().any(is_no)
    {
        said.push(model.words().questions.none.clone());
    }
    let is_core = model.assessment.visibility(&question.id) == crate::assess::Visibility::Core;
    match (said.is_empty(), is_core) {
        (false, _) => Some(said.join("; ")),
        (true, true) => Some(model.words().result.not_given.clone()),
        (true, false) => None,
    }
}

/// A number with what it is: "Distance in miles: 20", "7 of 10".
fn number_said(model: &ReadModel<'_>, question: &Question, number: &NumberRange, value: f64) -> String {
    if question.kind == QuestionKind::Scale {
        return fill(&model.words().result.of_ten, &[("value", &wording::number(value))]);
    }
    format!("{}: {}", model.number_label(number), shown(model, number, value))
}
