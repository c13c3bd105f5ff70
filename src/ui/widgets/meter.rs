//! How full something is, as a bar. The words beside it say the same: a screen reader gets those.

use egui::{Rect, Stroke, StrokeKind, Ui, vec2};

use crate::ui::theme;

const HEIGHT: f32 = 10.0;
const WIDEST: f32 = 320.0;

/// A bar of which `share` is filled, 0 to 1.
pub fn meter(ui: &mut Ui, share: f32) {
    let t = theme::tokens_of(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width().min(WIDEST), HEIGHT));
    let corner = HEIGHT / 2.0;
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * share.clamp(0.0, 1.0), HEIGHT));
    let painter = ui.painter();
    painter.rect_filled(rect, corner, t.card);
    painter.rect_filled(filled, corner, t.btn2_b);
    painter.rect_stroke(rect, corner, Stroke::new(1.0, t.border), StrokeKind::Inside);
}
