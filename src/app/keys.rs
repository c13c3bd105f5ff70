//! Keys that work on every screen.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::App;
use super::command::{Command, Setting};
use super::place::{Place, place_of_step, question_pages};
use crate::store::settings::TEXT_SIZES;
use crate::ui::screen::Asked;

impl App {
    pub(super) fn keys(&mut self, ctx: &egui::Context, asked: &mut Asked) {
        let pressed = |modifiers: Modifiers, key: Key| {
            ctx.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
        };
        let command = Modifiers::COMMAND;
        if pressed(command | Modifiers::SHIFT, Key::Z) || pressed(command, Key::Y) {
            asked.command(Command::Redo);
        }
        let types = ctx.egui_wants_keyboard_input();
        if !types && pressed(command, Key::Z) {
            asked.command(Command::Undo);
        }
        if pressed(command | Modifiers::SHIFT, Key::C) {
            asked.command(Command::Copy);
        }
        if pressed(command, Key::S) {
            asked.command(Command::Save);
        }
        if pressed(command, Key::Enter) {
            asked.command(Command::Continue);
        }
        if pressed(command, Key::Comma) || pressed(Modifiers::NONE, Key::F10) || pressed(Modifiers::NONE, Key::F1) {
            asked.command(Command::GoTo(Place::Menu));
        }
        if pressed(command, Key::W) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        let larger = isize::from(pressed(command, Key::Plus) || pressed(command, Key::Equals));
        let smaller = isize::from(pressed(command, Key::Minus));
        if larger != smaller {
            asked.command(Command::Set(Setting::TextSize(self.text_size(larger - smaller))));
        }
        if pressed(command, Key::Num0) {
            asked.command(Command::Set(Setting::TextSize(TEXT_SIZES[0])));
        }
        for (step, key) in [Key::Num1, Key::Num2, Key::Num3, Key::Num4].into_iter().enumerate() {
            if pressed(command, key) {
                let pages = question_pages(&self.knowledge, &self.check, &self.assessment);
                asked.command(Command::GoTo(place_of_step(step + 1, &pages)));
            }
        }
    }
}
