//! The smallest window with the same libraries: what `tests/bench/start_and_size` measures `KneeNote` against.
//!
//! It is opened with the options that `KneeNote` sets.
//! It draws one colour, and another after each press of Ctrl+2, so that a frame that takes answers can be told.

use egui::{Color32, Key, KeyboardShortcut, Modifiers};

struct EmptyWindow {
    is_light: bool,
}

impl eframe::App for EmptyWindow {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let turn = KeyboardShortcut::new(Modifiers::COMMAND, Key::Num2);
        if ui.input_mut(|input| input.consume_shortcut(&turn)) {
            self.is_light = !self.is_light;
        }
        let colour = if self.is_light { Color32::from_gray(240) } else { Color32::from_gray(60) };
        ui.painter().rect_filled(ui.max_rect(), 0.0, colour);
    }
}

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1100.0, 760.0]),
        renderer: eframe::Renderer::Glow,
        system_font_fallback: false,
        dithering: false,
        ..Default::default()
    };
    eframe::run_native("KneeNote", options, Box::new(|_| Ok(Box::new(EmptyWindow { is_light: true }))))
}
