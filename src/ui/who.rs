//! Whose knee it is.

use egui::Ui;

use super::read_model::ReadModel;
use super::theme::GAP;
use super::widgets::choice::choose;
use super::widgets::{heading, radio_group};
use crate::check::WrittenBy;
use crate::check::edit::Edit;

/// Asks it; the runner's own where nothing else was said.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().start;
    heading::small(ui, 3, &words.parent);
    let choices = [
        (WrittenBy::Runner, &words.by_runner),
        (WrittenBy::Parent, &words.by_parent),
        (WrittenBy::SomebodyElse, &words.by_other),
    ];
    let picked = choose(&choices, Some(model.check.written_by), |labels, at| {
        radio_group::segments(ui, "written by", &words.parent, labels, at)
    });
    if let Some(by) = picked {
        model.edit(Edit::WrittenBy(by));
    }
    ui.add_space(GAP);
}
