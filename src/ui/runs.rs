//! My runs: what was read of them, what is asked, what they show, and the list.

mod asked;
mod by_hand;
mod importing;
mod left_out;
mod list;
mod naming;
mod plot;
mod plotted;
mod proposed;
mod row;
mod sentences;
mod shows;
mod table;

use egui::Ui;

use super::icons::Icon;
use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::heading;
use crate::session::command::Command;
use crate::session::screen::Screen;

/// The runs as a screen of its own.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.runs;
    heading::heading(ui, 1, &words.title);
    if Button::secondary(&words.back).icon(Icon::ArrowBack).show(ui).clicked() {
        model.send(Command::Back);
    }
    importing::show(ui, model);
    if model.runs.log.all().is_empty() {
        asked::show(ui, model);
        left_out::show(ui, model);
        by_hand::show(ui, model);
        return;
    }
    left_out::show(ui, model);
    asked::show(ui, model);
    by_hand::show(ui, model);
    shows::show(ui, model);
    list::show(ui, model);
}

/// The way in, where it is asked how far the runner runs.
pub(super) fn way_in(ui: &mut Ui, model: &ReadModel<'_>) {
    if Button::secondary(&model.wording.runs.way_in).show(ui).clicked() {
        model.send(Command::GoTo(Screen::Runs));
    }
}
