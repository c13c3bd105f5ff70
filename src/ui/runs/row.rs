//! A text with a button beside it, or below where there is little room.

use egui::Ui;

use crate::ui::theme::CONTROL;

/// Room for the button, in points.
const BUTTON: f32 = 130.0;
/// What the text keeps beside it.
const TEXT: f32 = 220.0;

/// Shows a text and its button.
pub(super) fn beside(ui: &mut Ui, text: impl FnOnce(&mut Ui), button: impl FnOnce(&mut Ui)) {
    let width = ui.available_width();
    let lines = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        text(ui);
    };
    if width < TEXT + BUTTON {
        ui.scope(lines);
        button(ui);
        return;
    }
    ui.horizontal(|ui| {
        ui.set_min_height(CONTROL);
        ui.vertical(|ui| {
            ui.set_width(width - BUTTON);
            lines(ui);
        });
        button(ui);
    });
}
