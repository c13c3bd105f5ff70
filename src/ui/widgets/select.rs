//! One setting: its name, a hint, and what it can be.

use egui::Ui;

use super::{radio_group, text};
use crate::ui::theme::GAP;

/// A setting with few short choices side by side. Returns what was newly chosen.
pub fn select(
    ui: &mut Ui,
    id_salt: &str,
    label: &str,
    hint: Option<&str>,
    choices: &[impl AsRef<str>],
    chosen: Option<usize>,
) -> Option<usize> {
    // A setting stands nearer to its own choices than to those above.
    ui.add_space(GAP);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = GAP / 2.0;
        text::bold(ui, label);
        if let Some(hint) = hint {
            text::hint(ui, hint);
        }
        radio_group::segments(ui, id_salt, label, choices, chosen)
    })
    .inner
}
