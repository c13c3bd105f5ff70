//! The third column beside the form: urgency, what fits, the page as it grows.

use egui::Ui;

use super::super::page_panel::{self, Preview};
use super::super::read_model::ReadModel;
use super::super::widgets::{heading, text};
use super::{causes, urgency};
use crate::knowledge::rule::Level;

/// Everything that follows from the answers so far, in short.
pub fn live(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    urgency::card(ui, model);
    if model.assessment.urgency.level != Level::Emergency && model.assessment.is_sorted {
        heading::heading(ui, 2, &words.result.causes);
        for cause in model.assessment.could_be() {
            text::body(ui, &format!("\u{2022} {}", causes::cause_name(model, &cause.cause)));
        }
    }
    heading::heading(ui, 2, &words.page.title);
    page_panel::preview(ui, model, Preview::Open);
}
