//! The bars: the header with the steps and the menu, and the footer with what leads on.

use egui::{Align, Layout, Ui};

use super::read_model::ReadModel;
use super::result::{self, HeadlinePosition};
use super::theme::{GAP, MEDIUM};
use super::widgets::button::Button;
use super::widgets::{status, text};
use crate::knowledge::rule::Level;
use crate::session::command::Command;
use crate::session::screen::{Screen, first_open};
use crate::ui::icons::Icon;
use crate::wording::fill;

/// From this width on the header has room for the name of the program.
const NAMED: f32 = 660.0;

/// Whether the banner of an emergency, or of what is urgent, stands above this screen.
///
/// In step 4 the card says what is urgent; an emergency stands above it too, as the card scrolls away.
#[must_use]
pub fn has_banner(model: &ReadModel<'_>) -> bool {
    match model.assessment.urgency.level {
        Level::Emergency => *model.screen != Screen::Menu,
        Level::Urgent => !matches!(model.screen, Screen::Menu | Screen::Result),
        Level::Clinician | Level::SelfCare => false,
    }
}

/// The banner of what is urgent, the steps and the menu, in a window of this width in points.
pub fn header(ui: &mut Ui, model: &ReadModel<'_>, width: f32, headed: HeadlinePosition) {
    let words = model.words();
    if has_banner(model) {
        result::banner(ui, model, headed);
    }
    let is_narrow = width < MEDIUM;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP / 2.0;
        if width >= NAMED {
            Icon::Knee.show(ui, 28.0);
            ui.add_space(GAP / 2.0);
            text::bold(ui, &words.app.name);
            ui.add_space(2.0 * GAP);
        }
        for step in 1..=4 {
            step_button(ui, model, step, is_narrow);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let is_menu = *model.screen == Screen::Menu;
            let label = if is_narrow { "" } else { words.buttons.menu.as_str() };
            let menu = Button::tab(label).named(&words.buttons.menu).icon(Icon::Menu).current(is_menu);
            if menu.show(ui).clicked() {
                model.send(if is_menu { Command::Back } else { Command::GoTo(Screen::Menu) });
            }
        });
    });
}

fn step_button(ui: &mut Ui, model: &ReadModel<'_>, step: usize, is_narrow: bool) {
    let words = &model.words().steps;
    let number = step.to_string();
    let name = model.step_name(step);
    let is_here = model.screen.step() == Some(step);
    // In a narrow window only the step that is shown spells its name.
    let label = if is_narrow && !is_here {
        number.clone()
    } else {
        fill(&words.numbered, &[("number", &number), ("step", name)])
    };
    let spoken = if is_here {
        fill(&words.here, &[("step", name)])
    } else {
        fill(&words.go_to, &[("number", &number), ("step", name)])
    };
    if Button::tab(&label).named(&spoken).current(is_here).show(ui).clicked() && !is_here {
        model.send(Command::GoTo(first_open(step, model.cards, model.assessment)));
    }
}

/// Back, Continue, saving, undo, and what happened last.
pub fn footer(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().buttons;
    ui.horizontal_wrapped(|ui| {
        let is_step = model.screen.step().is_some();
        let is_first = *model.screen == Screen::Where;
        if is_step && !is_first && Button::secondary(&words.back).icon(Icon::ArrowBack).show(ui).clicked() {
            model.send(Command::Back);
        }
        if is_step && *model.screen != Screen::Result && Button::primary(&words.continue_on).show(ui).clicked() {
            model.send(Command::Continue);
        }
        if *model.screen == Screen::Result {
            // In a narrow window the long name would take a second row.
            let name = if ui.available_width() < MEDIUM { &words.save_short } else { &words.save };
            if Button::primary(name).named(&words.save).icon(Icon::Save).show(ui).clicked() {
                model.send(Command::Save);
            }
            if Button::secondary(&words.copy_short).named(&words.copy).icon(Icon::Copy).show(ui).clicked() {
                model.send(Command::Copy);
            }
        } else if is_step && Button::secondary(&words.save_short).named(&words.save).icon(Icon::Save).show(ui).clicked()
        {
            model.send(Command::Save);
        }
        if model.can_undo && Button::quiet(&words.undo).icon(Icon::Undo).repeated().show(ui).clicked() {
            model.send(Command::Undo);
        }
        status::line(ui, model.status);
    });
}
