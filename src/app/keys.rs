//! Keys that work on every screen.

use egui::{Event, Key, KeyboardShortcut, Modifiers};

use super::App;
use crate::session::command::{Command, Setting};
use crate::session::screen::{Screen, first_open};
use crate::store::settings::TEXT_SIZES;

/// The digits of the steps, in their order.
const STEPS: [Key; 4] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];
/// Digits that are no steps.
const OTHER_DIGITS: [Key; 6] = [Key::Num0, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

impl App {
    pub(super) fn keys(&mut self, ctx: &egui::Context) {
        let pressed = |modifiers: Modifiers, key: Key| {
            ctx.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
        };
        let command = Modifiers::COMMAND;
        let types = ctx.text_edit_focused();
        // The name of an earlier check is no answer: there the box itself undoes.
        let types_a_name = types && *self.session.screen() == Screen::Earlier;
        if !types_a_name {
            if pressed(command | Modifiers::SHIFT, Key::Z) || pressed(command, Key::Y) {
                self.commands.send(Command::Redo);
            }
            // One history for all: it makes no difference whether focus is in a box.
            if pressed(command, Key::Z) {
                self.commands.send(Command::Undo);
            }
        }
        if pressed(command | Modifiers::SHIFT, Key::C) {
            self.commands.send(Command::Copy);
        }
        if pressed(command, Key::S) {
            self.commands.send(Command::Save);
        }
        if pressed(command | Modifiers::SHIFT, Key::Enter) && matches!(self.session.screen(), Screen::Questions(_)) {
            self.commands.send(Command::DenyRest);
        }
        if pressed(command, Key::Enter) {
            self.commands.send(Command::Continue);
        }
        if pressed(command, Key::Comma) || pressed(Modifiers::NONE, Key::F10) || pressed(Modifiers::NONE, Key::F1) {
            self.commands.send(Command::GoTo(Screen::Menu));
        }
        // In a box it takes a word away, as in a terminal, and must not end the program.
        if !types && pressed(command, Key::W) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        // Before the text size: on a Czech keyboard the key of 1 is that of plus.
        for step in ctx.input_mut(|input| steps_pressed(&mut input.events)) {
            let to = first_open(step, &self.session.question_cards(), &self.session.state().assessment);
            self.commands.send(Command::GoTo(to));
        }
        let larger = isize::from(pressed(command, Key::Plus) || pressed(command, Key::Equals));
        let smaller = isize::from(pressed(command, Key::Minus));
        if larger != smaller {
            self.commands.send(Command::Set(Setting::TextSize(self.text_size(larger - smaller))));
        }
        if pressed(command, Key::Num0) {
            self.commands.send(Command::Set(Setting::TextSize(TEXT_SIZES[0])));
        }
    }
}

/// Takes the presses of Ctrl with 1 to 4 out of the events. Where digits need Shift, as on French keyboards, the place of
/// the key counts. Ctrl with Alt types.
fn steps_pressed(events: &mut Vec<Event>) -> Vec<usize> {
    let mut steps = Vec::new();
    events.retain(|event| {
        let step = step_pressed(event);
        steps.extend(step);
        step.is_none()
    });
    steps
}

fn step_pressed(event: &Event) -> Option<usize> {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return None };
    if !modifiers.command || modifiers.alt || OTHER_DIGITS.contains(key) {
        return None;
    }
    let at = |wanted: Key| STEPS.iter().position(|digit| *digit == wanted);
    at(*key).or_else(|| physical_key.and_then(at)).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(key: Key, physical_key: Option<Key>, modifiers: Modifiers) -> Option<usize> {
        step_pressed(&Event::Key { key, physical_key, pressed: true, repeat: false, modifiers })
    }

    #[test]
    fn ctrl_with_the_key_of_a_digit_is_a_step_on_every_keyboard() {
        let ctrl = Modifiers::COMMAND;
        assert_eq!(step(Key::Num3, Some(Key::Num3), ctrl), Some(3));
        assert_eq!(step(Key::Num3, None, ctrl), Some(3), "a number pad");
        assert_eq!(step(Key::Quote, Some(Key::Num4), ctrl), Some(4), "French and Belgian");
        assert_eq!(step(Key::Plus, Some(Key::Num1), ctrl), Some(1), "Czech");
        assert_eq!(step(Key::Num1, Some(Key::Num1), ctrl | Modifiers::SHIFT), Some(1), "Czech, with Shift");
        assert_eq!(step(Key::Num7, Some(Key::Num1), ctrl), None, "a keyboard with its digits in another order");
        assert_eq!(step(Key::Num5, Some(Key::Num5), ctrl), None);
        assert_eq!(step(Key::Num1, Some(Key::Num1), Modifiers::NONE), None);
        assert_eq!(step(Key::OpenCurlyBracket, Some(Key::Num4), ctrl | Modifiers::ALT), None, "AltGr");
    }
}
