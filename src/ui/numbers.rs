//! Numbers that are typed: distance, age, height and weight, each with its unit beside the box.

use egui::Ui;

use super::drafts::TextBox;
use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::choice::choose;
use super::widgets::text_field::{FieldLabel, TextField};
use super::widgets::{card, radio_group, text};
use crate::check::edit::{Edit, Field};
use crate::check::evidence::is_unlikely_weight;
use crate::check::measure::{InUnits, Measure};
use crate::check::typed_number::TypedNumber;
use crate::check::{Units, WrittenBy};
use crate::knowledge::known_ids::numbers;
use crate::knowledge::question::{NumberRange, Question};
use crate::wording::{self, fill};

/// The numbers of a question; the units can be switched where there are others.
pub(super) fn fields(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    show(ui, model, question, FieldLabel::Drawn);
}

/// As [`fields`], below a line that says what is typed: the labels are only spoken.
pub(super) fn unlabelled(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    show(ui, model, question, FieldLabel::Spoken);
}

fn show(ui: &mut Ui, model: &ReadModel<'_>, question: &Question, label: FieldLabel) {
    for number in &question.numbers {
        field(ui, model, number, label);
    }
    let words = &model.words().questions;
    match question.numbers.first().map(|number| Measure::of(number.id.as_str())) {
        Some(Measure::Distance) => units(ui, model, [&words.km, &words.miles]),
        Some(Measure::Height | Measure::Weight) => {
            doubt_weight(ui, model, question);
            units(ui, model, [&words.metric, &words.imperial]);
        }
        Some(Measure::Age) => doubt_age(ui, model),
        Some(Measure::Other) | None => {}
    }
}

/// A number as the runner's box shows it: "16.1", "5 ft 10".
pub(super) fn shown(model: &ReadModel<'_>, number: &NumberRange, kept: f64) -> String {
    match Measure::of(number.id.as_str()).shown(kept, model.check.units) {
        InUnits::One(value) => wording::number(value),
        InUnits::FeetAndInches(feet, inches) => {
            let values = [("feet", &*feet.to_string()), ("inches", &*inches.to_string())];
            fill(&model.words().questions.feet_inches, &values)
        }
    }
}

fn field(ui: &mut Ui, model: &ReadModel<'_>, number: &NumberRange, labelled: FieldLabel) {
    let words = &model.words().questions;
    let (measure, units) = (Measure::of(number.id.as_str()), model.check.units);
    let stored = model.number(number.id.as_str());
    let kept = |value: Option<f64>| format!("{units:?} {value:?}");
    let text = || stored.map_or_else(String::new, |value| shown(model, number, value));
    let text_box = TextBox::Answer(Field::Number(number.id.clone()));
    let mut typed = model.drafts.text(&text_box, kept(stored), text);
    let read = |text: &str| match measure.read(text, units) {
        TypedNumber::Empty => Ok(None),
        TypedNumber::Number(value) if (number.min..=number.max).contains(&value) => Ok(Some(value)),
        _ => Err(what_fits(model, number)),
    };
    let error = read(&typed).err();
    let label = model.number_label(number);
    let field = match (measure, units) {
        (Measure::Height, Units::Miles) => TextField::line(label).hint(&words.feet_hint).width(160.0),
        (Measure::Weight, Units::Miles) => TextField::line(label).hint(&words.pounds_hint).width(160.0),
        _ => TextField::number(label),
    };
    if field.labelled(labelled).error(error.as_deref()).show(ui, number.id.as_str(), &mut typed).changed() {
        let value = read(&typed).unwrap_or_default();
        model.drafts.set(text_box, typed, kept(value));
        model.edit(Edit::Number(number.id.clone(), value));
    }
}

/// What can be typed, for who typed something else.
fn what_fits(model: &ReadModel<'_>, number: &NumberRange) -> String {
    let words = &model.words().questions;
    match Measure::of(number.id.as_str()).shown(number.min, model.check.units) {
        InUnits::FeetAndInches(..) => words.feet_bad.clone(),
        InUnits::One(least) => {
            let most = match Measure::of(number.id.as_str()).shown(number.max, model.check.units) {
                InUnits::One(most) => most,
                InUnits::FeetAndInches(..) => number.max,
            };
            let range = [("min", wording::number(least.ceil())), ("max", wording::number(most.floor()))];
            fill(&words.number_bad, &range.each_ref().map(|(key, value)| (*key, value.as_str())))
        }
    }
}

fn units(ui: &mut Ui, model: &ReadModel<'_>, [km, miles]: [&String; 2]) {
    let choices = [(Units::Km, km), (Units::Miles, miles)];
    let picked = choose(&choices, Some(model.check.units), |labels, at| {
        radio_group::segments(ui, "units", &model.words().questions.units, labels, at)
    });
    if let Some(units) = picked {
        model.edit(Edit::Units(units));
    }
}

/// Pounds typed as kilograms give a weight that few people have.
fn doubt_weight(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    let (Some(height), Some(weight)) =
        (model.check.number(&numbers::HEIGHT_CM), model.check.number(&numbers::WEIGHT_KG))
    else {
        return;
    };
    if is_unlikely_weight(height, weight) {
        let said = |measure: Measure, kept: f64| {
            let number = question.numbers.iter().find(|number| Measure::of(number.id.as_str()) == measure);
            number.map_or_else(String::new, |number| shown(model, number, kept))
        };
        let values = [("height", said(Measure::Height, height)), ("weight", said(Measure::Weight, weight))];
        let words = &model.words().questions;
        let doubt = if model.check.units == Units::Miles { &words.weight_doubt_lb } else { &words.weight_doubt_kg };
        text::bold(ui, &fill(doubt, &values.each_ref().map(|(key, value)| (*key, value.as_str()))));
    }
}

/// A parent's child who is grown up: was the wrong button pressed?
fn doubt_age(ui: &mut Ui, model: &ReadModel<'_>) {
    if model.check.written_by != WrittenBy::Parent || !model.check.is_grown_up() {
        return;
    }
    let words = &model.words().questions;
    card::note_panel(ui, &words.grown_child, |ui| {
        if Button::secondary(&words.grown_child_other).show(ui).clicked() {
            model.edit(Edit::WrittenBy(WrittenBy::SomebodyElse));
        }
        if Button::secondary(&words.grown_child_mine).show(ui).clicked() {
            model.edit(Edit::WrittenBy(WrittenBy::Runner));
        }
    });
}
