//! The way back to running: the step now, the next run, the days ahead.

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::heading;

/// The way back as a screen of its own.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    heading::heading(ui, 1, &model.wording.diary.way_back);
}
