//! Step 4: what to do now, what it could be, what the runner can do, when to check again.

mod action;
mod advice;
mod causes;
pub(super) mod explanation;
mod live;
mod plan;
mod said;
mod to_check;
pub(super) mod urgency;
mod what_would_change;
mod your_answers;

use egui::Ui;

use super::doctor_asks;
use super::read_model::ReadModel;
use super::theme::GAP;
use super::widgets::{card, heading, text};
use crate::knowledge::cause::Cause;
use crate::knowledge::rule::Level;

pub use causes::cause_name;
pub use live::live;
pub use urgency::{HeadlinePosition, banner, banner_line, level_word};

/// From this width on what fits stands beside the plan.
const BESIDE: f32 = 820.0;
/// The width of what fits beside the plan.
const FITS: f32 = 300.0;

/// The whole step but the page for the visit, which stands below or beside it; gives back the cause that is pointed at.
///
/// `picture` draws the knee of the cause that fits best.
pub fn show<'a>(ui: &mut Ui, model: &ReadModel<'a>, picture: &mut dyn FnMut(&mut Ui, &'a Cause)) -> Option<&'a Cause> {
    let mut pointed = None;
    heading::title(ui, &model.words().result.title, &model.step_line().unwrap_or_default());
    for case in model.assessment.not_made_for() {
        card::note_panel(ui, &case.title, |ui| text::body(ui, &model.places.fill(&case.text)));
    }
    urgency::card(ui, model);
    doctor_asks::show(ui, model);
    if model.assessment.urgency.level == Level::Emergency {
        heading::heading(ui, 2, &model.words().result.causes);
        text::body(ui, &model.words().result.causes_later);
        to_check::show(ui, model);
        what_would_change::show(ui, model);
    } else if model.assessment.urgency.needed().is_empty() && model.check.side.is_some() {
        pointed = plan_beside_fits(ui, model, picture);
        plan::rest(ui, model);
        urgency::safety_net(ui, model);
        what_would_change::show(ui, model);
        advice::show(ui, model);
    } else {
        // Nobody asked them these signs, and who may not run hears that all the same.
        plan::until_level_is_told(ui, model);
        urgency::safety_net(ui, model);
    }
    your_answers::show(ui, model);
    pointed
}

/// What fits, and the first part of the plan: beside it or below.
fn plan_beside_fits<'a>(
    ui: &mut Ui,
    model: &ReadModel<'a>,
    picture: &mut dyn FnMut(&mut Ui, &'a Cause),
) -> Option<&'a Cause> {
    let mut pointed = None;
    let mut fits = |ui: &mut Ui| {
        to_check::show(ui, model);
        pointed = causes::show(ui, model, picture);
    };
    let width = ui.available_width();
    if width < BESIDE {
        fits(ui);
        plan::first(ui, model);
    } else {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0 * GAP;
            ui.vertical(|ui| {
                ui.set_width(FITS);
                fits(ui);
            });
            ui.vertical(|ui| {
                ui.set_width(width - FITS - 2.0 * GAP);
                plan::first(ui, model);
            });
        });
    }
    pointed
}
