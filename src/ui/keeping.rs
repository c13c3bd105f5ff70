//! What stands above every screen while answers are not kept: before closing loses them, and when another window deleted
//! them.

use egui::Ui;

use super::screen::{Asked, Attention, Screen};
use super::widgets::button::Button;
use super::widgets::{card, text};
use crate::app::command::Command;
use crate::store::keeper::Outcome;
use crate::store::settings::KeepAnswers;

/// The panel, where there is something to say.
pub fn show(ui: &mut Ui, screen: &Screen<'_>, asked: &mut Asked) {
    let words = screen.words();
    if screen.attention == Attention::ClosingLosesAnswers {
        let title = match (screen.keeping, screen.settings.keep_answers) {
            (_, KeepAnswers::DoNotKeep) => &words.close.not_keeping,
            (Outcome::DeletedElsewhere, _) => &words.close.deleted_elsewhere,
            _ => &words.close.not_kept,
        };
        card::problem_panel(ui, title, |ui| closing(ui, screen, asked));
    } else if is_deleted_elsewhere(screen) {
        card::note_panel(ui, &words.close.deleted_elsewhere, |ui| {
            text::body(ui, &words.close.deleted_more);
            keep_after_all(ui, screen, asked);
        });
    }
}

fn is_deleted_elsewhere(screen: &Screen<'_>) -> bool {
    *screen.keeping == Outcome::DeletedElsewhere && !screen.check.is_empty()
}

fn closing(ui: &mut Ui, screen: &Screen<'_>, asked: &mut Asked) {
    let words = screen.words();
    text::body(ui, &words.close.lose);
    ui.horizontal_wrapped(|ui| {
        if Button::primary(&words.buttons.save).show(ui).clicked() {
            asked.command(Command::Save);
        }
        if is_deleted_elsewhere(screen) {
            keep_after_all(ui, screen, asked);
        }
        if Button::secondary(&words.close.close).show(ui).clicked() {
            asked.command(Command::CloseAnyway);
        }
        if Button::secondary(&words.close.stay).show(ui).clicked() {
            asked.command(Command::Stay);
        }
    });
}

fn keep_after_all(ui: &mut Ui, screen: &Screen<'_>, asked: &mut Asked) {
    if Button::secondary(&screen.words().close.keep_after_all).show(ui).clicked() {
        asked.command(Command::KeepAfterAll);
    }
}
