//! My runs: what was read of them, and what they show.

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::heading;

/// The runs as a screen of its own.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    heading::heading(ui, 1, &model.wording.runs.title);
}
