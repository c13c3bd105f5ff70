//! The next seven days, each with a small figure.

use egui::{Ui, vec2};

use super::super::super::figure;
use super::super::super::read_model::ReadModel;
use super::super::super::widgets::button::Button;
use super::super::super::widgets::cells::{Ground, cells};
use super::super::super::widgets::{heading, text};
use crate::figure::{self as drawn, Figure};
use crate::knowledge::planning::Activity;
use crate::plan::{Day, Plan};
use crate::session::command::Command;
use crate::session::screen::Screen;

/// A day needs this width, in points.
const DAY: f32 = 88.0;
const DAYS: usize = 7;
/// The height of the figure of a day, in points.
const FIGURE: f32 = 52.0;

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, plan: &Plan) {
    let Some(week) = &plan.week else { return };
    heading::heading(ui, 2, &model.words().plan.week);
    if let Some(how) = &week.how {
        text::body(ui, &model.places.fill(&how.text));
    }
    cells(ui, &week.days, (DAY, DAYS), ground, |ui, day| one(ui, model, day));
    let words = &model.wording.diary;
    ui.horizontal_wrapped(|ui| {
        for (label, screen) in [(&words.from_plan, Screen::Diary), (&words.way_from_plan, Screen::WayBack)] {
            if Button::quiet(label).show(ui).clicked() {
                model.send(Command::GoTo(screen));
            }
        }
    });
}

fn ground(day: &Day) -> Ground {
    match day.activity {
        Activity::Run => Ground::Calm,
        Activity::Walk | Activity::Strength | Activity::Bike | Activity::Pool => Ground::Tinted,
        Activity::Rest | Activity::AsTold => Ground::Plain,
    }
}

fn one(ui: &mut Ui, model: &ReadModel<'_>, day: &Day) {
    text::bold(ui, &model.short_day(day.date));
    if let Some(figure) = figure_of(day.activity) {
        figure::still(ui, figure, vec2(ui.available_width(), FIGURE));
    }
    text::body(ui, &day.words);
}

/// The small figure that stands for an activity; what is said elsewhere has none.
fn figure_of(activity: Activity) -> Option<&'static Figure> {
    drawn::find(match activity {
        Activity::Run => "run_easy",
        Activity::Walk => "walk",
        Activity::Strength => "strength",
        Activity::Rest => "rest",
        Activity::Bike => "cycling",
        Activity::Pool => "pool_run",
        Activity::AsTold => return None,
    })
}
