//! The exercises, each with its drawing and its dose; how to do it, and when to change it, on demand.

use egui::{Ui, vec2};

use super::super::super::figure;
use super::super::super::read_model::ReadModel;
use super::super::super::widgets::cells::{Ground, cells};
use super::super::super::widgets::fold::fold_named;
use super::super::super::widgets::{heading, text};
use crate::figure as drawn;
use crate::plan::{Plan, PlannedExercise};
use crate::wording::fill;

/// An exercise needs this width, in points.
const WIDTH: f32 = 172.0;
const IN_A_ROW: usize = 4;
/// The height of a drawing, in points.
const DRAWING: f32 = 110.0;

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, plan: &Plan) {
    let words = &model.words().plan;
    if let Some(none) = &plan.no_exercises {
        heading::heading(ui, 2, &words.exercises);
        text::body(ui, &model.places.fill(&none.text));
    }
    if plan.exercises.is_empty() {
        return;
    }
    heading::heading(ui, 2, &words.exercises);
    cells(ui, &plan.exercises, (WIDTH, IN_A_ROW), |_| Ground::Plain, |ui, exercise| one(ui, model, exercise));
}

fn one(ui: &mut Ui, model: &ReadModel<'_>, exercise: &PlannedExercise) {
    let words = &model.words().plan;
    if let Some(figure) = drawn::find(exercise.figure.as_str()) {
        figure::show(ui, figure, model.knee(), vec2(ui.available_width(), DRAWING));
    }
    heading::small(ui, 3, &exercise.title);
    text::hint(ui, &exercise.dose_words);
    let name = fill(&words.more_named, &[("exercise", &exercise.title)]);
    ui.push_id(exercise.exercise.as_str(), |ui| {
        fold_named(ui, "more", (&model.words().result.more_of_cause, &name), |ui| {
            text::body(ui, &exercise.how);
            for (title, line) in
                [(&words.hard, &exercise.hard), (&words.step_up, &exercise.step_up), (&words.leave, &exercise.leave)]
            {
                text::bold(ui, title);
                text::body(ui, &model.places.fill(line));
            }
            text::body(ui, &exercise.legs);
        });
    });
}
