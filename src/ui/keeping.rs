//! What stands above every screen while answers are not kept: before closing loses them, and when another window deleted
//! them.

use egui::Ui;

use super::screen::{Asked, Screen};
use super::widgets::button::Button;
use super::widgets::{card, text};
use crate::session::command::Command;
use crate::session::state::Attention;
use crate::store::keeper::Outcome;
use crate::store::settings::KeepAnswers;

/// The panel, where there is something to say.
pub fn show(ui: &mut Ui, screen: &Screen<'_>, asked: &mut Asked) {
    let close = &screen.words().close;
    match screen.attention {
        Attention::ClosingLosesAnswers => {
            let why = match (screen.keeping, screen.settings.keep_answers) {
                (_, KeepAnswers::DoNotKeep) => &close.not_keeping,
                (Outcome::DeletedElsewhere, _) => &close.deleted_elsewhere,
                _ => &close.not_kept,
            };
            closing(ui, screen, [why, &close.lose, &close.close], asked);
        }
        Attention::ClosingLosesCopy => {
            closing(ui, screen, [&close.copied, &close.copied_more, &close.close_copied], asked);
        }
        _ if is_deleted_elsewhere(screen) => {
            card::note_panel(ui, &close.deleted_elsewhere, |ui| {
                text::body(ui, &close.deleted_more);
                keep_after_all(ui, screen, asked);
            });
        }
        Attention::Nothing | Attention::PlaceMissing | Attention::Country => {}
    }
}

fn is_deleted_elsewhere(screen: &Screen<'_>) -> bool {
    *screen.keeping == Outcome::DeletedElsewhere && !screen.check.is_empty()
}

/// Why the window stays open, in two sentences, and how to close it all the same.
fn closing(ui: &mut Ui, screen: &Screen<'_>, [why, more, close]: [&str; 3], asked: &mut Asked) {
    let words = screen.words();
    card::problem_panel(ui, why, |ui| {
        text::body(ui, more);
        ui.horizontal_wrapped(|ui| {
            if Button::primary(&words.buttons.save).show(ui).clicked() {
                asked.command(Command::Save);
            }
            if is_deleted_elsewhere(screen) {
                keep_after_all(ui, screen, asked);
            }
            if Button::secondary(close).show(ui).clicked() {
                asked.command(Command::CloseAnyway);
            }
            if Button::secondary(&words.close.stay).show(ui).clicked() {
                asked.command(Command::Stay);
            }
        });
    });
}

fn keep_after_all(ui: &mut Ui, screen: &Screen<'_>, asked: &mut Asked) {
    if Button::secondary(&screen.words().close.keep_after_all).show(ui).clicked() {
        asked.command(Command::KeepAfterAll);
    }
}
