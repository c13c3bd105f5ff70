//! The cells of a row: a tick for yes, a cross for no, a question mark for not sure.

use egui::{Rect, Stroke, StrokeKind, Ui, Vec2, vec2};

use super::Mark;
use crate::ui::icons::Icon;
use crate::ui::theme::{self, CONTROL, CORNER};

/// How many cells a row has.
const COUNT: f32 = 3.0;
/// The width of all cells of a row.
pub(super) const WIDTH: f32 = COUNT * CONTROL;
pub(super) const SIZE: Vec2 = vec2(WIDTH, CONTROL);
/// What is drawn of a cell is smaller than what can be pressed.
const INSET: Vec2 = vec2(2.0, 5.0);
const ICON: f32 = 20.0;

/// What can be pressed of a cell, counted from 0.
pub(super) fn target(cells: Rect, column: u8) -> Rect {
    Rect::from_min_size(cells.min + vec2(f32::from(column) * CONTROL, 0.0), Vec2::splat(CONTROL))
}

/// Paints a cell: filled when it is what was said.
pub(super) fn paint(ui: &Ui, cells: Rect, column: u8, of: Mark, said: Mark, alive: bool) {
    let rect = target(cells, column).shrink2(INSET);
    if !ui.is_rect_visible(rect) {
        return;
    }
    let t = theme::tokens_of(ui);
    let (back, front, edge) = match (said == of, alive) {
        (true, _) => (t.btn, t.btn_t, Stroke::new(1.5, t.btn)),
        (false, true) => (t.tint, t.text, Stroke::new(2.0, t.btn2_b)),
        (false, false) => (t.card, t.text2, Stroke::new(1.5, t.border)),
    };
    ui.painter().rect(rect, CORNER, back, edge, StrokeKind::Inside);
    icon(of).paint(ui, rect.center(), ICON, front);
}

fn icon(of: Mark) -> Icon {
    match of {
        Mark::Yes | Mark::Unset => Icon::Tick,
        Mark::No => Icon::Cross,
        Mark::NotSure => Icon::Question,
    }
}
