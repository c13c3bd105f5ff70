//! The days that were told, one line each.

use egui::Ui;
use jiff::civil::Date;

use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::cells::cells;
use super::super::widgets::long_list::long_list;
use super::super::widgets::text;
use super::shown::Shown;
use super::{day_card, light_line};
use crate::check::answer::Answer;
use crate::check::diary::{DiaryEdit, DiaryEntry, HourAfter, NextMorning, ToldWhen};
use crate::check::edit::Edit;
use crate::training::light::light;
use crate::wording::{capitalised, fill};

/// About how high a row is.
const ROW: f32 = 140.0;

/// Shows the days, the one that is being changed with its questions.
pub(super) fn show(
    ui: &mut Ui,
    model: &ReadModel<'_>,
    shown: &Shown<'_>,
    entries: &[&DiaryEntry],
    changing: &mut Option<Date>,
) {
    long_list(ui, "days of the diary", entries.len(), ROW, |ui, at| {
        let Some(entry) = entries.get(at) else { return };
        if *changing == Some(entry.day) {
            if day_card::show(ui, model, shown, entry.day) {
                *changing = None;
            }
        } else {
            row(ui, model, shown, entry, changing);
        }
    });
}

fn row(ui: &mut Ui, model: &ReadModel<'_>, shown: &Shown<'_>, entry: &DiaryEntry, changing: &mut Option<Date>) {
    let words = &model.wording.diary;
    let verdict = light(entry.pain, shown.column);
    let named = |what: &str| fill(&words.of_day, &[("what", what), ("day", &model.day(entry.day))]);
    cells(
        ui,
        &[entry],
        (f32::INFINITY, 1),
        |_| light_line::ground(&verdict),
        |ui, entry| {
            let values = [("day", &*told(model, shown, entry)), ("light", light_line::word(model, &verdict))];
            light_line::beside_shape(ui, &verdict, &fill(&words.row, &values));
            let why = capitalised(&light_line::reason(model, entry.day, entry.pain, shown.column));
            let when = match entry.told {
                ToldWhen::SameDay => None,
                ToldWhen::NextDay => Some(&words.told_next_day),
                ToldWhen::Later => Some(&words.told_later),
            };
            text::body(ui, &when.map_or(why.clone(), |when| format!("{why} {when}")));
            ui.horizontal_wrapped(|ui| {
                if Button::quiet(&words.change).named(&named(&words.change)).show(ui).clicked() {
                    *changing = Some(entry.day);
                }
                if Button::quiet(&words.remove).named(&named(&words.remove)).show(ui).clicked() {
                    model.edit(Edit::Diary(entry.day, DiaryEdit::Remove, model.today));
                }
            });
        },
    );
}

/// "Sun 3 May, 5.0 km, 2 in the run, back in an hour, same next morning".
fn told(model: &ReadModel<'_>, shown: &Shown<'_>, entry: &DiaryEntry) -> String {
    let words = &model.wording.diary;
    let pain = entry.pain;
    let parts = [
        Some(model.day(entry.day)),
        shown.run_m(entry.day, Some(entry)).map(|run_m| model.distance(run_m)),
        pain.during.map(|worst| fill(&words.told_during, &[("pain", &worst.to_string())])),
        pain.hour.map(|hour| match hour {
            HourAfter::BackToUsual => words.told_back.clone(),
            HourAfter::NotYet => words.told_not_back.clone(),
        }),
        pain.morning.map(|morning| match morning {
            NextMorning::SameOrBetter => words.told_same.clone(),
            NextMorning::Worse => words.told_worse.clone(),
        }),
        (pain.limp == Answer::Yes).then(|| words.told_limp.clone()),
        (pain.swollen == Answer::Yes).then(|| words.told_swollen.clone()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
