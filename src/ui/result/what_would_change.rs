//! "What would change this?": the open answers that would move the result, each with the way to its question.

use egui::{Align, Layout, Ui};

use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::fold::fold;
use super::super::widgets::text;
use super::causes::cause_name;
use super::urgency::level_word;
use crate::assess::next_question::TrialAnswer;
use crate::knowledge::ids::QuestionId;
use crate::knowledge::rule::Level;
use crate::session::command::Command;
use crate::wording::fill;

/// Up to three questions: the one that could move the urgency, the one that could move the first cause, the best next.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().result;
    let Some(next) = model.next else { return };
    let mut rows: Vec<(&QuestionId, Vec<String>)> = Vec::new();
    if let Some((question, given, level)) = &next.for_urgency {
        let values = [("answer", &*answer(model, given)), ("level", level_word(model, *level))];
        add(&mut rows, question, fill(&words.would_urgency, &values));
    }
    // In an emergency the causes wait.
    let causes_wait = model.assessment.urgency.level == Level::Emergency;
    if let Some((question, given, cause)) = next.for_first.as_ref().filter(|_| !causes_wait) {
        let values = [("answer", &*answer(model, given)), ("cause", cause_name(model, cause))];
        add(&mut rows, question, fill(&words.would_first, &values));
    }
    let changes_nothing = rows.is_empty();
    if let Some(ask) = next.asks.first() {
        add(&mut rows, &ask.question, words.would_help.clone());
    }
    fold(ui, "would change", &words.would_change, false, |ui| {
        if changes_nothing {
            text::body(ui, &words.would_nothing);
        }
        for (question, sentences) in rows {
            row(ui, model, question, &sentences);
        }
    });
}

/// A sentence of a question; several of one question stand together.
fn add<'a>(rows: &mut Vec<(&'a QuestionId, Vec<String>)>, question: &'a QuestionId, sentence: String) {
    match rows.iter_mut().find(|(other, _)| *other == question) {
        Some((_, sentences)) => sentences.push(sentence),
        None => rows.push((question, vec![sentence])),
    }
}

fn row(ui: &mut Ui, model: &ReadModel<'_>, question: &QuestionId, sentences: &[String]) {
    let Some(question) = model.knowledge.question(question.as_str()) else { return };
    let words = &model.words().buttons;
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let name = fill(&words.go_there_named, &[("what", &question.heading)]);
        if Button::secondary(&words.go_there).named(&name).show(ui).clicked() {
            model.send(Command::GoToQuestion(question.id.clone()));
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            text::bold(ui, &question.heading);
            for sentence in sentences {
                text::body(ui, sentence);
            }
        });
    });
}

/// The answer as the form says it.
fn answer(model: &ReadModel<'_>, given: &TrialAnswer) -> String {
    match given {
        TrialAnswer::Finding(finding) => {
            model.knowledge.finding(finding.as_str()).map_or_else(String::new, |finding| finding.label.clone())
        }
        TrialAnswer::Number(_, value) => value.to_string(),
    }
}
