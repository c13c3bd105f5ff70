//! The plan: what to do in the next days and weeks, open and not folded, from `Plan`.

mod dates;
mod exercises;
mod lines;
mod origin;
mod week;

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::{heading, text};
use super::advice;
use crate::plan::PlanKind;
use crate::session::command::Command;
use crate::ui::icons::Icon;

/// What a runner looks for first: this week, the exercises, the pain light, what to leave out, the race and the days to look
/// again.
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
            lines::light(ui, model, plan);
            lines::leave_out(ui, model, plan);
        }
    }
    dates::race(ui, model, plan);
    dates::check_again(ui, model, plan);
}

/// What to do until somebody has seen the knee, also while the level is not told yet; nothing where running goes on.
pub(super) fn until_level_is_told(ui: &mut Ui, model: &ReadModel<'_>) {
    if model.plan.kind == PlanKind::UntilSeen {
        first(ui, model);
    }
}

/// What comes after it: habits, where the plan stands, and the plan to take along.
pub(super) fn rest(ui: &mut Ui, model: &ReadModel<'_>) {
    let plan = model.plan;
    if plan.kind == PlanKind::NotEnoughTold {
        return;
    }
    lines::habits(ui, model, plan);
    origin::show(ui, model, plan);
    take_along(ui, model);
}

/// The plan as a file or copied, for the runner.
fn take_along(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().plan;
    ui.horizontal_wrapped(|ui| {
        if Button::secondary(&words.save).icon(Icon::Save).show(ui).clicked() {
            model.send(Command::SavePlan);
        }
        if Button::secondary(&words.copy).icon(Icon::Copy).show(ui).clicked() {
            model.send(Command::CopyPlan);
        }
    });
}
