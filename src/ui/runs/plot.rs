//! Two pictures of the same days: km a week as bars, and each run as a dot. Shapes and words tell what colours tell.

mod canvas;

use egui::{Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::super::read_model::ReadModel;
use super::super::theme::{self, GAP};
use super::super::widgets::{card, heading, text};
use super::plotted::{Plotted, PlottedWeek, limit_m, pain_on};
use super::{naming, sentences, table};
use crate::check::Units;
use crate::training::longest::Longest;
use crate::training::rulers::Rulers;
use crate::wording::fill;
use canvas::{Canvas, Places};

/// Fewer runs are no picture.
const LEAST_RUNS: usize = 8;
/// What a bar takes of the room of its week.
const BAR: f32 = 0.72;
/// The radius of a dot, in points.
const DOT: f32 = 4.0;
/// Half the side of the square of the run that stands out.
const SQUARE: f32 = 6.0;

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, rulers: &Rulers) {
    let words = &model.wording.runs.plot;
    let Some(plotted) = Plotted::of(rulers) else { return };
    if plotted.runs.len() < LEAST_RUNS {
        text::hint(ui, &words.too_few);
        return;
    }
    let unit =
        if model.check.units == Units::Miles { &model.words().questions.miles } else { &model.words().questions.km };
    let title = |text: &str| fill(text, &[("unit", unit)]);
    let sentence = sentences::longest(model, rulers);
    let name = |title: &str| fill(&words.name, &[("title", title), ("sentence", &sentence)]);
    card::card(ui, |ui| {
        let title = title(&words.weeks);
        heading::small(ui, 3, &title);
        weeks(ui, model, &plotted, &name(&title));
        text::hint(ui, &words.weeks_hint);
    });
    card::card(ui, |ui| {
        let title = title(&words.runs);
        heading::small(ui, 3, &title);
        runs(ui, model, rulers, &plotted, &name(&title));
        text::hint(ui, &words.runs_hint);
        if plotted.runs.iter().any(|longest| pain_on(model, longest.outing.day).is_some()) {
            text::hint(ui, &words.pain_hint);
        }
    });
    table::show(ui, model, &plotted);
}

fn places<'a>(model: &ReadModel<'a>, plotted: &Plotted<'_>) -> Places<'a> {
    Places { days: plotted.days, until_began: plotted.until_began, began: &model.wording.runs.plot.began }
}

fn weeks(ui: &mut Ui, model: &ReadModel<'_>, plotted: &Plotted<'_>, name: &str) {
    let most = plotted.weeks.iter().map(|week| naming::in_units(model, week.distance_m)).fold(0.0, f64::max);
    let Some(canvas) = Canvas::new(ui, name, most, &places(model, plotted)) else { return };
    let slot = canvas.days_wide(7);
    let began = plotted.weeks.iter().rposition(|week| !week.is_after).unwrap_or(0);
    // All bars have their number, or that of the week in which it began alone.
    let fit = canvas::widest(ui, plotted.weeks.iter().map(|week| whole(model, week))) + GAP <= slot;
    for (at, week) in plotted.weeks.iter().enumerate() {
        bar(ui, model, &canvas, plotted, week, if fit || at == began { Number::Shown } else { Number::LeftOut });
    }
    let labels: Vec<(f32, String)> = plotted
        .weeks
        .iter()
        .map(|week| (canvas.x(plotted.day(week.to)) - slot / 2.0, model.short_date(week.to)))
        .collect();
    canvas.name_days(ui, &labels, began);
}

/// Whether a bar has its number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    Shown,
    LeftOut,
}

/// The distance of a week as its number.
fn whole(model: &ReadModel<'_>, week: &PlottedWeek) -> String {
    format!("{:.0}", naming::in_units(model, week.distance_m))
}

fn bar(ui: &Ui, model: &ReadModel<'_>, canvas: &Canvas, plotted: &Plotted<'_>, week: &PlottedWeek, number: Number) {
    let t = theme::tokens_of(ui);
    let slot = canvas.days_wide(7);
    let middle = canvas.x(plotted.day(week.to)) + canvas.days_wide(1) / 2.0 - slot / 2.0;
    let top = canvas.y(naming::in_units(model, week.distance_m));
    let half = vec2(slot * BAR / 2.0, 0.0);
    let bar = Rect::from_min_max(pos2(middle, top) - half, pos2(middle, canvas.bottom()) + half);
    if week.distance_m > 0 {
        if week.is_after || !week.is_known {
            ui.painter().rect_stroke(bar, 0, Stroke::new(2.0, t.link), StrokeKind::Inside);
        } else {
            ui.painter().rect_filled(bar, 0, t.link);
        }
    }
    if !week.is_known {
        canvas.above(ui, pos2(middle, top), &model.wording.runs.plot.unknown);
    } else if number == Number::Shown {
        canvas.above(ui, pos2(middle, top), &whole(model, week));
    }
}

fn runs(ui: &mut Ui, model: &ReadModel<'_>, rulers: &Rulers, plotted: &Plotted<'_>, name: &str) {
    let distances = plotted.runs.iter().flat_map(|longest| [Some(longest.outing.distance_m), limit_m(longest)]);
    let most = distances.flatten().map(|metres| naming::in_units(model, metres)).fold(0.0, f64::max);
    let Some(canvas) = Canvas::new(ui, name, most, &places(model, plotted)) else { return };
    limit(ui, model, &canvas, plotted);
    for longest in plotted.runs {
        dot(ui, model, rulers, &canvas, plotted, longest);
    }
    let weeks = plotted.weeks.iter().map(|week| (canvas.x(plotted.day(week.to)), model.short_date(week.to)));
    let began = plotted.weeks.iter().rposition(|week| !week.is_after).unwrap_or(0);
    canvas.name_days(ui, &weeks.collect::<Vec<_>>(), began);
}

/// The stepped line: up to where a run was no more than a tenth longer than the longest of the 30 days before.
fn limit(ui: &Ui, model: &ReadModel<'_>, canvas: &Canvas, plotted: &Plotted<'_>) {
    let line = Stroke::new(2.0, theme::tokens_of(ui).text2);
    let mut last: Option<(f32, f32)> = None;
    for longest in plotted.runs {
        let at = limit_m(longest)
            .map(|metres| (canvas.x(plotted.day(longest.outing.day)), canvas.y(naming::in_units(model, metres))));
        if let (Some((x, y)), Some((next_x, next_y))) = (last, at) {
            ui.painter().hline(x..=next_x, y, line);
            if (y - next_y).abs() > 0.5 {
                ui.painter().vline(next_x, y.min(next_y)..=y.max(next_y), line);
            }
        }
        last = at;
    }
}

fn dot(ui: &Ui, model: &ReadModel<'_>, rulers: &Rulers, canvas: &Canvas, plotted: &Plotted<'_>, longest: &Longest) {
    let t = theme::tokens_of(ui);
    let outing = &longest.outing;
    let (day, value) = (plotted.day(outing.day), naming::in_units(model, outing.distance_m));
    let middle = pos2(canvas.x(day), canvas.y(value));
    let pain = pain_on(model, outing.day).map(|pain| pain.to_string());
    if rulers.stands_out.as_ref() == Some(longest) {
        let square = Rect::from_center_size(middle, vec2(2.0 * SQUARE, 2.0 * SQUARE));
        ui.painter().rect(square, 0, t.link, Stroke::new(2.0, t.text), StrokeKind::Outside);
        let label = pain.unwrap_or_else(|| format!("{value:.1}"));
        canvas.above(ui, middle - vec2(0.0, SQUARE), &label);
        return;
    }
    if day < plotted.until_began {
        ui.painter().circle_filled(middle, DOT, t.link);
    } else {
        ui.painter().circle(middle, DOT, t.card, Stroke::new(2.0, t.link));
    }
    if let Some(pain) = pain {
        canvas.above(ui, middle - vec2(0.0, DOT), &pain);
    }
}
