//! The parts of a plan that are lines: the pain light, what to leave out, habits, what to do until somebody has seen it.

use egui::{Ui, vec2};

use super::super::super::read_model::ReadModel;
use super::super::super::widgets::cells::{Ground, cells};
use super::super::super::widgets::{heading, text};
use super::super::causes::bullets;
use crate::knowledge::advice::LightColour;
use crate::knowledge::planning::UntilSeenPart;
use crate::plan::{HabitLine, LightLine, Plan};
use crate::ui::icons::Icon;
use crate::ui::theme;

/// A colour of the light needs this width, in points.
const LIGHT: f32 = 200.0;
const LIGHTS: usize = 3;
/// The side of its shape, in points.
const SHAPE: f32 = 22.0;
/// A habit needs this width, in points.
const HABIT: f32 = 220.0;
const HABITS: usize = 4;

/// The colours of the pain light: each with a shape, what makes it and what to do.
pub(super) fn light(ui: &mut Ui, model: &ReadModel<'_>, plan: &Plan) {
    let words = &model.words().result;
    if plan.light.is_empty() {
        return;
    }
    heading::heading(ui, 2, &words.light);
    let ground = |line: &LightLine| match line.colour {
        LightColour::Green => Ground::Calm,
        LightColour::Amber => Ground::Warm,
        LightColour::Red => Ground::Stop,
    };
    cells(ui, &plan.light, (LIGHT, LIGHTS), ground, |ui, line| {
        let (word, icon) = match line.colour {
            LightColour::Green => (&words.light_green, Icon::CircleTick),
            LightColour::Amber => (&words.light_amber, Icon::TriangleAlert),
            LightColour::Red => (&words.light_red, Icon::OctagonAlert),
        };
        ui.horizontal(|ui| {
            let (_, place) = ui.allocate_space(vec2(SHAPE, SHAPE));
            icon.paint(ui, place.center(), SHAPE, theme::tokens_of(ui).text);
            text::bold(ui, word);
        });
        text::body(ui, &line.sign);
        text::bold(ui, &model.places.fill(&line.act));
    });
}

/// What to leave out for now.
pub(super) fn leave_out(ui: &mut Ui, model: &ReadModel<'_>, plan: &Plan) {
    if plan.leave_out.is_empty() {
        return;
    }
    heading::heading(ui, 2, &model.words().plan.leave_out);
    bullets(ui, &plan.leave_out.iter().map(|line| model.places.fill(&line.text)).collect::<Vec<_>>());
}

/// What keeps the pain from coming back.
pub(super) fn habits(ui: &mut Ui, model: &ReadModel<'_>, plan: &Plan) {
    if plan.habits.is_empty() {
        return;
    }
    heading::heading(ui, 2, &model.words().result.prevention);
    cells(
        ui,
        &plan.habits,
        (HABIT, HABITS),
        |_: &HabitLine| Ground::Plain,
        |ui, habit| {
            text::bold(ui, &habit.title);
            text::body(ui, &model.places.fill(&habit.text));
        },
    );
}

/// What to do until somebody has seen the knee, part by part.
pub(super) fn until_seen(ui: &mut Ui, model: &ReadModel<'_>, plan: &Plan) {
    let words = &model.words().plan;
    for part in UntilSeenPart::ALL {
        let lines: Vec<String> =
            plan.until_seen.iter().filter(|line| line.part == part).map(|line| model.places.fill(&line.text)).collect();
        let title = match part {
            UntilSeenPart::Walk => &words.walk,
            UntilSeenPart::Move => &words.keep_moving,
            UntilSeenPart::Instead => &words.instead,
            UntilSeenPart::Not => &words.not,
            UntilSeenPart::Bring => &words.bring,
        };
        match lines.as_slice() {
            [] => {}
            lines => {
                text::bold(ui, title);
                bullets(ui, lines);
            }
        }
    }
}
