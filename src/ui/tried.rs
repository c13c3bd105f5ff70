//! What was tried so far: each with how long, and whether it helped.

use egui::Ui;

use super::answer_list::{list_words, mark, note_seen, row};
use super::drafts::TextBox;
use super::read_model::ReadModel;
use super::widgets::check_list::{Cells, Change, Mark, NoneRow, Row, check_list};
use super::widgets::choice::choose;
use super::widgets::fold::fold;
use super::widgets::text_field::TextField;
use super::widgets::{radio_group, text};
use crate::check::edit::{Edit, Field};
use crate::check::faults::MOST_DAYS;
use crate::check::spot::{Helped, Tried};
use crate::check::typed_number::{Takes, TypedNumber, parse_number};
use crate::knowledge::ids::FindingId;
use crate::knowledge::question::Question;
use crate::wording::fill;

/// The question of what was tried, with the details of each.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    list(ui, model, question);
    for tried in &model.check.tried {
        let Some(finding) = model.knowledge.finding(tried.what.as_str()) else { continue };
        ui.push_id(tried.what.as_str(), |ui| details(ui, model, tried, &finding.label));
    }
}

fn list(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    let is_tried = |id: &FindingId| model.check.tried.iter().any(|tried| tried.what == *id);
    let mark_of = |id: &FindingId| if is_tried(id) { Mark::Yes } else { mark(model.check.answer(id.as_str())) };
    let rows: Vec<Row<'_>> = question
        .options
        .iter()
        .map(|answer| Row { cells: Cells::YesAlone, ..row(answer, mark_of(&answer.id)) })
        .collect();
    let chosen = model.check.tried.is_empty() && model.check.is_denied(question);
    let unseen = question.options.iter().position(|answer| Some(&answer.id) == model.first_unseen(question));
    let none = Some(NoneRow { chosen, label: &model.words().questions.none, unseen });
    let list = check_list(ui, "answers", model.question_text(question), &rows, none, list_words(model));
    note_seen(model, &question.options, &list.seen);
    match list.change {
        Some(Change::Row(at, _)) => {
            if let Some(answer) = question.options.get(at) {
                model.edit(Edit::Tried(answer.id.clone()));
            }
        }
        Some(Change::NoneOfThese(true)) => model.edit(Edit::DenyAll(question.id.clone(), model.seen.clone())),
        Some(Change::NoneOfThese(false)) => model.edit(Edit::Clear(question.id.clone())),
        None => {}
    }
}

fn details(ui: &mut Ui, model: &ReadModel<'_>, tried: &Tried, label: &str) {
    let words = &model.words().questions;
    let days = fill(&words.tried_days, &[("what", label)]);
    fold(ui, "details", &days, false, |ui| days_field(ui, model, tried, &days));
    let name = fill(&words.tried_helped, &[("what", label)]);
    text::bold(ui, &name);
    let choices = [
        (Helped::Lots, &words.helped_lots),
        (Helped::Little, &words.helped_little),
        (Helped::ForAWhile, &words.helped_while),
        (Helped::No, &words.helped_no),
    ];
    let picked = choose(&choices, tried.helped, |labels, at| radio_group::segments(ui, "helped", &name, labels, at));
    if let Some(helped) = picked {
        model.edit(Edit::TriedHelped(tried.what.clone(), helped));
    }
}

fn days_field(ui: &mut Ui, model: &ReadModel<'_>, tried: &Tried, label: &str) {
    let words = &model.words().questions;
    let kept = |days: Option<u16>| days.map_or_else(String::new, |days| days.to_string());
    let text_box = TextBox::Answer(Field::TriedDays(tried.what.clone()));
    let mut typed = model.drafts.text(&text_box, kept(tried.days), || kept(tried.days));
    let read = |text: &str| match parse_number(text, Takes::Whole) {
        TypedNumber::Empty => Ok(None),
        TypedNumber::Number(days) if (0.0..=f64::from(MOST_DAYS)).contains(&days) => Ok(Some(days as u16)),
        _ => Err(fill(&words.whole_bad, &[("min", "0"), ("max", &MOST_DAYS.to_string())])),
    };
    let error = read(&typed).err();
    if TextField::number(label).error(error.as_deref()).show(ui, "days", &mut typed).changed() {
        let days = read(&typed).unwrap_or_default();
        model.drafts.set(text_box, typed, kept(days));
        model.edit(Edit::TriedDays(tried.what.clone(), days));
    }
}
