//! Words on and around the picture.

use std::sync::Arc;

use egui::epaint::TextShape;
use egui::{Align2, Color32, FontSelection, Galley, Pos2, Rect, Shape, Stroke, TextStyle, Ui};
use egui::{TextWrapMode, UiBuilder, Vec2, WidgetText, pos2, vec2};

use crate::knee_map::{Drawing, ZoneShape};
use crate::ui::theme::{self, GAP};
use crate::ui::widgets::text;

use super::marks::{Mark, ZoneState};
use super::{Caption, Layout, PickerWords, egui_pos, egui_rect};

/// The line over the picture: which knee it is, and what lies at its edges.
pub(super) const LINE_HEIGHT: f32 = 28.0;

/// The place in a text where the number goes.
const NUMBER: &str = "{n}";
/// Size of the arrow heads beside the names of the edges.
const ARROW: f32 = 5.0;
/// Radius of the ring around a place that was clicked.
const RING: f32 = 13.0;
/// Of that of the worst one.
const WORST_RING: f32 = 15.0;
/// How solid the ground of a ring is.
const RING_SOLID: f32 = 0.18;
/// Radius of the number beside a ring.
const BADGE: f32 = 11.0;
/// Where the other leg is named, from the top of the picture to its bottom.
const THIGH: f32 = 0.12;

/// Puts the number into a text.
pub(super) fn fill(text: &str, number: usize) -> String {
    text.replace(NUMBER, &number.to_string())
}

/// The line over the picture: the knee in large words, and what lies at the left and right edge.
pub(super) fn line(ui: &Ui, line: Rect, words: &PickerWords<'_>) {
    let t = theme::tokens_of(ui);
    let heading = galley(ui, words.heading, theme::heading(2), line.width());
    let at = Align2::CENTER_CENTER.align_size_within_rect(heading.size(), line);
    ui.painter().galley(at.min, heading, t.text);
    let inset = ARROW + GAP;
    let room = (line.width() - at.width()) / 2.0 - inset - GAP;
    let put = |text: &str, align: Align2, head: f32, way: f32| {
        let text = galley(ui, text, theme::hint(), f32::INFINITY);
        if text.size().x > room {
            return;
        }
        let at = align.align_size_within_rect(text.size(), line.shrink2(vec2(inset, 0.0)));
        ui.painter().galley(at.min, text, t.text2);
        let y = line.center().y;
        let points = vec![pos2(head, y), pos2(head + way * ARROW, y - ARROW), pos2(head + way * ARROW, y + ARROW)];
        ui.painter().add(Shape::convex_polygon(points, t.text2, Stroke::NONE));
    };
    put(words.left, Align2::LEFT_CENTER, line.left() + 1.0, 1.0);
    put(words.right, Align2::RIGHT_CENTER, line.right() - 1.0, -1.0);
}

/// The name of a place and what lies there, in a room beside the picture: it never covers what is pointed at.
pub fn caption(ui: &mut Ui, room: Rect, caption: Caption<'_>) {
    if caption.title.is_empty() {
        return;
    }
    let mut ui = ui.new_child(UiBuilder::new().id_salt("caption").max_rect(room));
    ui.spacing_mut().item_spacing.y = 0.0;
    // Text that can be selected would take the pointer from what lies below.
    ui.style_mut().interaction.selectable_labels = false;
    text::bold(&mut ui, caption.title);
    if !caption.text.is_empty() {
        text::hint(&mut ui, caption.text);
    }
}

/// Names the outline of the other leg, where there is room for it: upright, so that it fits into the strip.
pub(super) fn other_leg(ui: &Ui, drawing: &Drawing, layout: &Layout, words: &str) {
    let Some(bounds) = drawing.other_leg_bounds_mm() else { return };
    let strip = egui_rect(layout.placement.screen_rect_from_knee(bounds)).intersect(layout.picture);
    let t = theme::tokens_of(ui);
    let text = galley(ui, words, theme::hint(), f32::INFINITY);
    let size = vec2(text.size().y, text.size().x);
    if strip.width() < size.x || strip.height() < size.y {
        return;
    }
    // Up at the thigh, where the strip is widest. Turned left, the text begins at its lower left corner.
    let corner = pos2(strip.center().x - size.x / 2.0, strip.top() + strip.height() * THIGH + size.y / 2.0);
    let turned = TextShape::new(corner, text, t.text2).with_angle(-std::f32::consts::FRAC_PI_2);
    ui.painter().add(turned);
}

/// A ring around each marked place, with its number beside it: where it was clicked, else in the middle of its zone.
pub(super) fn rings(ui: &Ui, layout: &Layout, states: &[ZoneState<'_>], clicked: &dyn Fn(&ZoneShape) -> Option<Pos2>) {
    let t = theme::tokens_of(ui);
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(layout.picture));
    let mut rings: Vec<(Pos2, f32)> = Vec::new();
    let mut numbers: Vec<(Rect, usize, bool)> = Vec::new();
    // The worst comes last in `states`: it gets its place first.
    for state in states.iter().rev() {
        let (number, is_worst) = match state.seen.mark {
            Some(Mark::Worst(number)) => (number, true),
            Some(Mark::Sore(number)) => (number, false),
            None => continue,
        };
        let radius = if is_worst { WORST_RING } else { RING };
        let middle = clicked(state.zone).unwrap_or_else(|| middle_of(layout, state.zone));
        let middle = layout.picture.shrink(radius + 2.0).clamp(middle);
        rings.push((middle, radius));
        let taken: Vec<Rect> = numbers.iter().map(|(rect, ..)| *rect).collect();
        numbers.push((number_place(layout.picture, middle, radius, &rings, &taken), number, is_worst));
        let line = if is_worst { 3.5 } else { 2.5 };
        painter.circle_filled(middle, radius, t.reg_sel.gamma_multiply(RING_SOLID));
        painter.circle_stroke(middle, radius, Stroke::new(line + 3.0, t.badge));
        painter.circle_stroke(middle, radius, Stroke::new(line, t.reg_main));
    }
    for (rect, number, is_worst) in numbers {
        let (back, front) = if is_worst { (t.badge_t, t.badge) } else { (t.badge, t.badge_t) };
        painter.circle(rect.center(), BADGE, back, Stroke::new(1.5, if is_worst { t.badge } else { t.badge_t }));
        let text = galley(ui, &number.to_string(), theme::bold(), f32::INFINITY);
        painter.galley(rect.center() - text.size() / 2.0, text, front);
    }
}

/// The middle of a zone; of what is seen of it, where the edge cuts it off.
fn middle_of(layout: &Layout, zone: &ZoneShape) -> Pos2 {
    let middle = egui_pos(layout.placement.screen_from_knee(zone.middle_mm()));
    if layout.picture.shrink(BADGE).contains(middle) { middle } else { layout.zone_rect(zone).center() }
}

/// Where a number is free of rings and other numbers, around its ring; up and to the right where nothing is.
fn number_place(picture: Rect, middle: Pos2, radius: f32, rings: &[(Pos2, f32)], taken: &[Rect]) -> Rect {
    /// Eighths of a turn from the right, up and to the right first.
    const TURNS: [f32; 8] = [-1.0, 1.0, -3.0, 3.0, -2.0, 0.0, 2.0, 4.0];
    let at = |turn: f32| {
        let angle = turn * std::f32::consts::FRAC_PI_4;
        Rect::from_center_size(middle + (radius + BADGE * 0.6) * Vec2::angled(angle), Vec2::splat(2.0 * BADGE))
    };
    let is_free = |rect: &Rect| {
        let is_on_other =
            |(ring, radius): &(Pos2, f32)| *ring != middle && rect.center().distance(*ring) < radius + BADGE;
        picture.contains_rect(*rect)
            && !taken.iter().any(|other| other.intersects(*rect))
            && !rings.iter().any(is_on_other)
    };
    TURNS.into_iter().map(at).find(is_free).unwrap_or_else(|| at(-1.0))
}

fn galley(ui: &Ui, text: &str, style: TextStyle, width: f32) -> Arc<Galley> {
    let wrap = if width.is_finite() { TextWrapMode::Wrap } else { TextWrapMode::Extend };
    // The colour is given when it is painted.
    WidgetText::from(text).color(Color32::PLACEHOLDER).into_galley(ui, Some(wrap), width, FontSelection::Style(style))
}
