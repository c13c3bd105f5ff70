//! The pain light: how to judge pain in and after a run, for the cause that fits best.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::fold::fold;
use super::super::widgets::{card, text};
use crate::knowledge::advice::LightColour;

/// A card for each colour that this runner has, folded.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().result;
    let advice = &model.knowledge.advice;
    let best = model.assessment.best_shown().map(|cause| &cause.cause);
    fold(ui, "light", &words.light, false, |ui| {
        text::body(ui, &model.places.fill(&advice.pain_light_how));
        for light in &advice.pain_light {
            let sign = advice.pain_light_for.sign(light, best);
            if sign.is_empty() {
                continue;
            }
            let name = match light.light {
                LightColour::Green => &words.light_green,
                LightColour::Amber => &words.light_amber,
                LightColour::Red => &words.light_red,
            };
            card::light_card(ui, light.light, name, |ui| {
                text::body(ui, sign);
                text::bold(ui, &model.places.fill(&light.act));
            });
        }
    });
}
