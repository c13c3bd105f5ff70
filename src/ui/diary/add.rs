//! A day that is added by hand.

use egui::Ui;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::super::drafts::TextBox;
use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::text_field::TextField;
use super::super::widgets::{card, heading, radio_group};
use crate::check::diary::DiaryEdit;
use crate::check::distance::MOST_RUN_M;
use crate::check::edit::Edit;
use crate::check::typed_day;
use crate::check::typed_number::{Takes, TypedNumber, parse_number};
use crate::wording::fill;

/// So many days back are one click.
const DAYS: i32 = 7;
/// The box of a day, in points.
const DAY_WIDTH: f32 = 200.0;

/// What was said so far of the day.
#[derive(Debug, Default)]
pub(super) struct AddDay {
    day: Option<Date>,
}

/// The button that begins it, or the questions; the day that was added stands among `told_here`.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, adds: &mut Option<AddDay>, told_here: &mut Vec<Date>) {
    let words = &model.wording.diary;
    let Some(add) = adds else {
        if Button::secondary(&words.add).show(ui).clicked() {
            *adds = Some(AddDay::default());
            model.drafts.set(TextBox::DiaryDay, String::new(), String::new());
            model.drafts.set(TextBox::DiaryDistance, String::new(), String::new());
        }
        return;
    };
    let mut is_over = false;
    card::card(ui, |ui| {
        heading::heading(ui, 3, &words.add_day);
        let typed = pick_day(ui, model, add);
        let (run_m, is_bad) = distance(ui, model);
        let day = typed.or(add.day);
        ui.horizontal_wrapped(|ui| {
            let go = Button::secondary(&words.add_go).show(ui).clicked();
            if let (true, Some(day), false) = (go, day, is_bad) {
                model.edit(Edit::Diary(day, DiaryEdit::Ran(run_m), model.today));
                told_here.push(day);
                is_over = true;
            }
            is_over |= Button::quiet(&words.add_stop).show(ui).clicked();
        });
    });
    if is_over {
        *adds = None;
    }
}

/// One of the last days by a click, any other typed; gives back the one that is typed.
fn pick_day(ui: &mut Ui, model: &ReadModel<'_>, add: &mut AddDay) -> Option<Date> {
    let words = &model.wording.diary;
    let days: Vec<Date> = (0..DAYS).filter_map(|back| model.today.checked_sub(back.days()).ok()).collect();
    let label = |day: &Date| if *day == model.today { words.add_today.clone() } else { model.day(*day) };
    let labels: Vec<String> = days.iter().map(label).collect();
    let chosen = add.day.and_then(|day| days.iter().position(|other| *other == day));
    if let Some(at) = radio_group::segments(ui, "day to add", &words.add_day, &labels, chosen) {
        add.day = days.get(at).copied();
        model.drafts.set(TextBox::DiaryDay, String::new(), String::new());
    }
    let mut typed = model.drafts.text(&TextBox::DiaryDay, String::new(), String::new);
    let read = |text: &str| typed_day::read_past(text, model.today);
    let error = (!typed.trim().is_empty() && read(&typed).is_none()).then_some(words.add_bad_day.as_str());
    let field = TextField::line(&words.add_other).width(DAY_WIDTH).error(error);
    if field.show(ui, "day to add typed", &mut typed).changed() {
        add.day = None;
        model.drafts.set(TextBox::DiaryDay, typed.clone(), String::new());
    }
    read(&typed)
}

/// How far it was, in metres, and whether what is typed is no distance.
fn distance(ui: &mut Ui, model: &ReadModel<'_>) -> (Option<u32>, bool) {
    let words = &model.wording.diary;
    let mut typed = model.drafts.text(&TextBox::DiaryDistance, String::new(), String::new);
    let read = |text: &str| match parse_number(text, Takes::Parts) {
        TypedNumber::Empty => Ok(None),
        TypedNumber::Number(number) => metres(number * model.check.units.km()).map(Some).ok_or(()),
        TypedNumber::NotANumber => Err(()),
    };
    let label = fill(&words.add_distance, &[("unit", model.distance_unit())]);
    let error = read(&typed).is_err().then_some(words.add_bad_distance.as_str());
    if TextField::number(&label).error(error).show(ui, "distance to add", &mut typed).changed() {
        model.drafts.set(TextBox::DiaryDistance, typed.clone(), String::new());
    }
    (read(&typed).unwrap_or_default(), read(&typed).is_err())
}

/// Whole metres of so many km, where a run can be that long.
fn metres(km: f64) -> Option<u32> {
    let metres = (km * 1000.0).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within these bounds it is a u32")]
    (100.0..=f64::from(MOST_RUN_M)).contains(&metres).then_some(metres as u32)
}
