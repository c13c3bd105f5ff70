//! A run that is typed: today and the last distance are filled in.

use egui::Ui;
use jiff::civil::Date;

use super::super::drafts::TextBox;
use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::fold::fold;
use super::super::widgets::text_field::TextField;
use super::super::widgets::{card, radio_group, text};
use super::naming;
use crate::check::Units;

use crate::check::distance::MOST_RUN_M;
use crate::check::measure::Measure;
use crate::check::typed_day;
use crate::check::typed_number::TypedNumber;
use crate::session::command::{Command, RunsCommand};
use crate::wording::{self, fill};

/// The shortest run, in metres.
const LEAST_M: u32 = 100;
/// The box of a day, in points.
const DAY_WIDTH: f32 = 200.0;

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    fold(ui, "by hand", &model.wording.runs.by_hand.title, false, |ui| card::card(ui, |ui| form(ui, model)));
}

fn form(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.runs.by_hand;
    let day = day(ui, model);
    let metres = distance(ui, model);
    let id = ui.make_persistent_id("felt");
    let felt: Option<u8> = ui.data(|data| data.get_temp(id)).flatten();
    text::bold(ui, &words.felt);
    let ends = (words.felt_least.as_str(), words.felt_most.as_str());
    if let Some(picked) = radio_group::scale(ui, "felt scale", &words.felt, ends, felt.map(usize::from)) {
        ui.data_mut(|data| data.insert_temp(id, u8::try_from(picked).ok()));
    }
    if Button::primary(&words.add).show(ui).clicked()
        && let (Some(day), Some(metres)) = (day, metres)
    {
        model.send(Command::Runs(RunsCommand::Add(day, metres, felt)));
        ui.data_mut(|data| data.insert_temp(id, None::<u8>));
    }
}

fn day(ui: &mut Ui, model: &ReadModel<'_>) -> Option<Date> {
    let words = &model.wording.runs.by_hand;
    let today = model.date(model.today);
    let mut typed = model.drafts.text(&TextBox::RunDay, today.clone(), || today.clone());
    let read = |typed: &str| typed_day::read_past(typed, model.today);
    let error = read(&typed).is_none().then_some(words.day_bad.as_str());
    let field = TextField::line(&words.day).hint(&words.day_hint).width(DAY_WIDTH).error(error);
    if field.show(ui, "run day", &mut typed).changed() {
        model.drafts.set(TextBox::RunDay, typed.clone(), today);
    }
    read(&typed)
}

fn distance(ui: &mut Ui, model: &ReadModel<'_>) -> Option<u32> {
    let words = &model.wording.runs.by_hand;
    let units = model.check.units;
    let last = model.runs.log.all().last().map(|logged| logged.run.distance_m);
    let shown = |metres: u32| wording::number(naming::in_units(model, metres));
    let kept = format!("{units:?} {last:?}");
    let filled_in = || last.map(shown).unwrap_or_default();
    let mut typed = model.drafts.text(&TextBox::RunDistance, kept.clone(), filled_in);
    let read = |typed: &str| match Measure::Distance.read(typed, units) {
        TypedNumber::Number(km) => metres(km),
        TypedNumber::Empty | TypedNumber::NotANumber => None,
    };
    let is_bad = !typed.trim().is_empty() && read(&typed).is_none();
    let range = [("min", shown(LEAST_M)), ("max", format!("{:.0}", naming::in_units(model, MOST_RUN_M).floor()))];
    let bad = fill(&words.distance_bad, &range.each_ref().map(|(key, value)| (*key, value.as_str())));
    let label = if units == Units::Miles { &words.miles } else { &words.km };
    let field = TextField::number(label).error(is_bad.then_some(bad.as_str()));
    if field.show(ui, "run distance", &mut typed).changed() {
        model.drafts.set(TextBox::RunDistance, typed.clone(), kept);
    }
    read(&typed)
}

/// Whole metres of so many kilometres, within what a run can be.
fn metres(km: f64) -> Option<u32> {
    let metres = (km * 1000.0).round();
    let range = f64::from(LEAST_M)..=f64::from(MOST_RUN_M);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within these bounds it is a u32")]
    range.contains(&metres).then_some(metres as u32)
}
