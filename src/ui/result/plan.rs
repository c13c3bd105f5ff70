//! The plan: what to do in the next days and weeks, open and not folded, from [`Plan`].

mod dates;
mod exercises;
mod lines;
mod origin;
mod week;

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::{heading, text};
use super::advice;
use crate::plan::PlanKind;

/// From this width on parts of the plan stand beside each other.
const BESIDE: f32 = 640.0;

/// This week, the pain light and the exercises: what a runner looks for first.
pub(super) fn first(ui: &mut Ui, model: &ReadModel<'_>) {
    let plan = model.plan;
    if plan.kind != PlanKind::NotEnoughTold {
        advice::special_cases(ui, model);
    }
    match plan.kind {
        PlanKind::NotEnoughTold => {}
        PlanKind::UntilSeen => {
            heading::heading(ui, 2, &model.words().plan.until_seen);
            lines::until_seen(ui, model, plan);
        }
        PlanKind::WithCare | PlanKind::SelfCare => {
            if let Some(careful) = &plan.careful {
                text::body(ui, &model.places.fill(&careful.text));
            }
            week::show(ui, model, plan);
            exercises::show(ui, model, plan);
        }
    }
}

/// What comes after it: the light, what to leave out, the race, the days to look again, habits.
pub(super) fn rest(ui: &mut Ui, model: &ReadModel<'_>) {
    let plan = model.plan;
    if plan.kind == PlanKind::NotEnoughTold {
        return;
    }
    if ui.available_width() >= BESIDE && !plan.light.is_empty() && !plan.leave_out.is_empty() {
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                lines::light(left, model, plan);
                lines::leave_out(right, model, plan);
            }
        });
    } else {
        lines::light(ui, model, plan);
        lines::leave_out(ui, model, plan);
    }
    dates::race(ui, model, plan);
    dates::check_again(ui, model, plan);
    lines::habits(ui, model, plan);
    origin::show(ui, model, plan);
}
