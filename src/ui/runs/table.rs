//! The pictures as a table of words.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::fold::fold;
use super::super::widgets::long_list::long_list;
use super::super::widgets::text;
use super::naming;
use super::plotted::{Plotted, limit_m, pain_on};
use crate::training::longest::Longest;
use crate::wording::fill;

/// About how high a row is.
const ROW: f32 = 24.0;

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, plotted: &Plotted<'_>) {
    fold(ui, "as a table", &model.wording.runs.plot.as_table, false, |ui| rows(ui, model, plotted));
}

fn rows(ui: &mut Ui, model: &ReadModel<'_>, plotted: &Plotted<'_>) {
    let words = &model.wording.runs.plot;
    let weeks = plotted.weeks.len();
    long_list(ui, "table", weeks + plotted.runs.len(), ROW, |ui, at| {
        if let Some(week) = plotted.weeks.get(at) {
            let text = if week.is_known { &words.table_week } else { &words.table_week_unknown };
            let (to, distance) = (model.date(week.to), naming::whole_distance(model, week.distance_m));
            text::body(ui, &fill(text, &[("to", &to), ("distance", &distance)]));
        } else if let Some(longest) = plotted.runs.get(at - weeks) {
            text::body(ui, &of_run(model, longest));
        }
    });
}

fn of_run(model: &ReadModel<'_>, longest: &Longest) -> String {
    let words = &model.wording.runs.plot;
    let outing = &longest.outing;
    let (day, distance) = (model.date(outing.day), naming::distance(model, outing.distance_m));
    let row = match limit_m(longest) {
        Some(limit) => {
            let limit = naming::distance(model, limit);
            fill(&words.table_run_limit, &[("day", &day), ("distance", &distance), ("limit", &limit)])
        }
        None => fill(&words.table_run, &[("day", &day), ("distance", &distance)]),
    };
    match pain_on(model, outing.day) {
        Some(pain) => fill(&words.table_run_pain, &[("row", &row), ("pain", &pain.to_string())]),
        None => row,
    }
}
