//! What stands above every screen while answers are not kept: before closing loses them, and when another window deleted
//! them.

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::{card, text};
use crate::session::command::Command;
use crate::session::state::Attention;
use crate::store::autosave::AutosaveOutcome;
use crate::store::settings::KeepAnswers;

/// The panel, where there is something to say.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let close = &model.words().close;
    match model.attention {
        Attention::ClosingLosesAnswers => {
            let why = match (model.keeping, model.settings.keep_answers) {
                (_, KeepAnswers::DoNotKeep) => &close.not_keeping,
                (AutosaveOutcome::DeletedElsewhere, _) => &close.deleted_elsewhere,
                _ => &close.not_kept,
            };
            closing(ui, model, [why, &close.lose, &close.close]);
        }
        Attention::ClosingLosesCopy => {
            closing(ui, model, [&close.copied, &close.copied_more, &close.close_copied]);
        }
        _ if is_deleted_elsewhere(model) => {
            card::note_panel(ui, &close.deleted_elsewhere, |ui| {
                text::body(ui, &close.deleted_more);
                keep_after_all(ui, model);
            });
        }
        Attention::Nothing | Attention::PlaceMissing | Attention::SafetyMissing | Attention::Country => {}
    }
}

fn is_deleted_elsewhere(model: &ReadModel<'_>) -> bool {
    *model.keeping == AutosaveOutcome::DeletedElsewhere && !model.check.is_empty()
}

/// Why the window stays open, in two sentences, and how to close it all the same.
fn closing(ui: &mut Ui, model: &ReadModel<'_>, [why, more, close]: [&str; 3]) {
    let words = model.words();
    card::problem_panel(ui, why, |ui| {
        text::body(ui, more);
        ui.horizontal_wrapped(|ui| {
            if Button::primary(&words.buttons.save).show(ui).clicked() {
                model.send(Command::Save);
            }
            if is_deleted_elsewhere(model) {
                keep_after_all(ui, model);
            }
            if Button::secondary(close).show(ui).clicked() {
                model.send(Command::CloseAnyway);
            }
            if Button::secondary(&words.close.stay).show(ui).clicked() {
                model.send(Command::Stay);
            }
        });
    });
}

fn keep_after_all(ui: &mut Ui, model: &ReadModel<'_>) {
    if Button::secondary(&model.words().close.keep_after_all).show(ui).clicked() {
        model.send(Command::KeepAfterAll);
    }
}
