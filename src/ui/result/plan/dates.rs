//! The race and the days to look again, as a line of time where there is room.

use egui::{Ui, pos2, vec2};

use super::super::super::read_model::ReadModel;
use super::super::super::widgets::cells::{Ground, cells};
use super::super::super::widgets::{heading, text};
use crate::plan::{CheckAgain, Plan, RaceState};
use crate::ui::theme;
use crate::wording::fill;

/// A day on the line of time needs this width, in points.
const DAY: f32 = 130.0;
const DAYS: usize = 5;
/// Of the dot on the line of time, in points.
const DOT: f32 = 6.0;

/// The race: its day, when to decide, and by what.
pub(super) fn race(ui: &mut Ui, model: &ReadModel<'_>, plan: &Plan) {
    let Some(race) = &plan.race else { return };
    let words = &model.words().plan;
    heading::heading(ui, 2, &fill(&words.race, &[("date", &model.date(race.on))]));
    if let RaceState::DecideOn(day) = race.state {
        text::bold(ui, &fill(&words.decide_on, &[("date", &model.date(day))]));
    }
    text::body(ui, &model.places.fill(&race.line.text));
}

/// The days on which to look again.
pub(super) fn check_again(ui: &mut Ui, model: &ReadModel<'_>, plan: &Plan) {
    if plan.check_again.is_empty() {
        return;
    }
    heading::heading(ui, 2, &model.words().result.check_again);
    cells(
        ui,
        &plan.check_again,
        (DAY, DAYS),
        |_: &CheckAgain| Ground::Plain,
        |ui, row| {
            let t = theme::tokens_of(ui);
            let (_, place) = ui.allocate_space(vec2(ui.available_width(), 2.0 * DOT));
            let middle = place.center().y;
            ui.painter().hline(place.x_range(), middle, (2.0, t.divider));
            ui.painter().circle_filled(pos2(place.left() + DOT, middle), DOT, t.link);
            text::bold(ui, &row.when);
            text::hint(ui, &days(model, row));
            text::body(ui, &model.places.fill(&row.text));
        },
    );
}

/// "26 to 28 Nov": of days in one month the month stands once.
fn days(model: &ReadModel<'_>, row: &CheckAgain) -> String {
    let to = model.short_date(row.to);
    if row.from == row.to {
        return to;
    }
    let is_one_month = row.from.first_of_month() == row.to.first_of_month();
    let from = if is_one_month { row.from.day().to_string() } else { model.short_date(row.from) };
    fill(&model.words().result.check_between, &[("from", &from), ("to", &to)])
}
