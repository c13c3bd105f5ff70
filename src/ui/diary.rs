//! The diary: how the knee was in and after each run.

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::heading;

/// The diary as a screen of its own.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    heading::heading(ui, 1, &model.wording.diary.title);
}
