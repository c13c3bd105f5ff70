//! Where the start goes: the processor time of each part up to the first frames.
//! `tests/bench/start_and_size` measures the whole program beside an empty window.

use std::sync::Arc;

use crate::support::Times;
use crate::support::window::Window;
use egui::{Key, Modifiers};
use jiff::civil::{Date, date};
use kneenote::app::built_in::BuiltIn;
use kneenote::assess::Assessor;
use kneenote::knee_map::KneeMap;
use kneenote::knowledge::Knowledge;
use kneenote::store::settings::Motion;
use kneenote::ui::{fonts, theme};
use kneenote::wording::Wording;

const TODAY: Date = date(2026, 11, 23);
const TIMES: usize = 30;
const SIZE_PX: [f32; 2] = [1100.0, 760.0];

/// Prints the table.
pub fn print() -> Result<(), String> {
    let knowledge = Arc::new(Knowledge::embedded().map_err(|faults| format!("{faults:?}"))?);
    println!("{:<52}{:>10}", format!("median of {TIMES}, processor time"), "ms");
    row("content: read and bind", &Times::of(TIMES, Knowledge::embedded));
    row("texts: read", &Times::of(TIMES, Wording::embedded));
    row("drawings: read the front as curves", &Times::of(TIMES, KneeMap::embedded));
    row("all of these, the drawings beside the rest", &Times::of(TIMES, BuiltIn::read));
    row("assessor", &Times::of(TIMES, || Assessor::new(&knowledge)));
    row("fonts: install and lay out one line", &Times::of(TIMES, one_line));
    let open = || Window::open(None, None, SIZE_PX, 1.0, TODAY);
    row("the app, with all of these but the fonts' glyphs", &Times::of(TIMES, open));
    let frames = |which: usize| {
        let all = (0..TIMES).map(|_| {
            let mut window = open();
            for _ in 0..which {
                window.frame(Vec::new());
            }
            window.frame(Vec::new())
        });
        Times::new(all.collect())
    };
    row("first frame: glyphs, icons, the drawing", &frames(0));
    row("second frame", &frames(1));
    for (name, key) in [("first frame of step 1", Key::Num1), ("first frame of step 2", Key::Num2)] {
        let all = (0..TIMES).map(|_| {
            let mut window = open();
            window.settle();
            crate::support::once(|| window.press(Modifiers::COMMAND, key)).1
        });
        row(&format!("{name}, with two frames around it"), &Times::new(all.collect()));
    }
    Ok(())
}

fn one_line() {
    let ctx = egui::Context::default();
    fonts::install(&ctx);
    theme::apply(&ctx, theme::Theme::Light, Motion::Full);
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        ui.painter().text(
            egui::Pos2::ZERO,
            egui::Align2::LEFT_TOP,
            "Where does it hurt?",
            egui::FontId::proportional(16.0),
            egui::Color32::BLACK,
        );
    });
    output.textures_delta.clear();
}

fn row(name: &str, times: &Times) {
    println!("{name:<52}{:>10.2}", times.median_ms());
}
