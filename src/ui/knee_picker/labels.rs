//! Words on and around the picture.

use std::sync::Arc;

use egui::epaint::TextShape;
use egui::{Align2, Color32, CornerRadius, FontSelection, Galley, Rect, Shape, Stroke, StrokeKind, TextStyle, Ui};
use egui::{TextWrapMode, UiBuilder, Vec2, WidgetText, pos2, vec2};

use crate::knee_map::{Drawing, ZoneShape};
use crate::ui::theme::{self, GAP};
use crate::ui::widgets::text;

use super::marks::{Mark, ZoneState};
use super::{Caption, Layout, PickerWords, egui_pos, egui_rect};

/// The line with the title.
pub(super) const TITLE_HEIGHT: f32 = 26.0;
/// The line with the names of the edges.
pub(super) const EDGES_HEIGHT: f32 = 22.0;

/// The place in a text where the number goes.
const NUMBER: &str = "{n}";
/// Size of the arrow heads beside the names of the edges.
const ARROW: f32 = 5.0;
/// The least side of a badge.
const BADGE: f32 = 24.0;
/// Where the other leg is named, from the top of the picture to its bottom.
const THIGH: f32 = 0.12;

/// Puts the number into a text.
pub(super) fn fill(text: &str, number: usize) -> String {
    text.replace(NUMBER, &number.to_string())
}

/// The line over the picture.
pub(super) fn title(ui: &Ui, line: Rect, words: &PickerWords<'_>) {
    let t = theme::tokens_of(ui);
    let text = galley(ui, words.title, theme::bold(), line.width());
    ui.painter().galley(pos2(line.left(), line.center().y - text.size().y / 2.0), text, t.text);
}

/// What lies at the left and right edge, and at the top.
pub(super) fn edges(ui: &Ui, line: Rect, words: &PickerWords<'_>) {
    let t = theme::tokens_of(ui);
    let room = line.width() / 3.0;
    let inset = ARROW + GAP;
    let put = |text: &str, align: Align2, inset: f32| {
        let text = galley(ui, text, theme::hint(), room);
        let at = align.align_size_within_rect(text.size(), line.shrink2(vec2(inset, 0.0)));
        ui.painter().galley(at.min, text, t.text2);
    };
    put(words.left, Align2::LEFT_CENTER, inset);
    put(words.top, Align2::CENTER_CENTER, 0.0);
    put(words.right, Align2::RIGHT_CENTER, inset);
    let head = |x: f32, way: f32| {
        let y = line.center().y;
        let points = vec![pos2(x, y), pos2(x + way * ARROW, y - ARROW), pos2(x + way * ARROW, y + ARROW)];
        ui.painter().add(Shape::convex_polygon(points, t.text2, Stroke::NONE));
    };
    head(line.left() + 1.0, 1.0);
    head(line.right() - 1.0, -1.0);
}

/// What must be done before the picture can be used.
pub(super) fn notice(ui: &Ui, picture: Rect, words: &str) {
    let t = theme::tokens_of(ui);
    let text = galley(ui, words, theme::bold(), picture.width() - 4.0 * GAP);
    let card = Rect::from_center_size(picture.center(), text.size() + Vec2::splat(3.0 * GAP));
    let line = Stroke::new(2.0, t.border);
    ui.painter().rect(card, CornerRadius::same(theme::CORNER), t.card, line, StrokeKind::Inside);
    ui.painter().galley(card.center() - text.size() / 2.0, text, t.text);
}

/// Names what is pointed at and says what lies there, at the lower edge of the picture; at the upper one where it would
/// hide more of those places.
pub(super) fn caption(ui: &mut Ui, picture: Rect, caption: Caption<'_>, places: &[Rect]) {
    if caption.title.is_empty() {
        return;
    }
    // In a low window the lower edge may not be in view.
    let picture = picture.intersect(ui.clip_rect());
    let t = theme::tokens_of(ui);
    let lines = [(caption.title, theme::bold()), (caption.text, theme::hint())];
    let lines = lines.into_iter().filter(|(words, _)| !words.is_empty());
    let width = picture.width() - 2.0 * GAP;
    let heights = lines.map(|(words, style)| text::galley(ui, words, style, t.text, width).size().y);
    let room = Vec2::new(picture.width(), heights.sum::<f32>() + GAP);
    let [low, high] = [Align2::LEFT_BOTTOM, Align2::LEFT_TOP].map(|align| align.align_size_within_rect(room, picture));
    let hidden = |card: Rect| -> f32 { places.iter().map(|place| card.intersect(*place).height().max(0.0)).sum() };
    let card = if hidden(low) > hidden(high) { high } else { low };
    ui.painter().rect(card, CornerRadius::same(theme::CORNER), t.card, Stroke::new(1.0, t.border), StrokeKind::Inside);
    let inside = card.shrink2(vec2(GAP, GAP / 2.0));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(inside));
    ui.spacing_mut().item_spacing.y = 0.0;
    // Text that can be selected would take the pointer from the picture.
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

/// The numbers of the marked zones.
pub(super) fn badges(ui: &Ui, layout: &Layout, states: &[ZoneState<'_>], words: &PickerWords<'_>) {
    let t = theme::tokens_of(ui);
    let mut taken: Vec<Rect> = Vec::new();
    // The worst comes last in `states`: it gets its place first.
    for state in states.iter().rev() {
        let (text, edge) = match state.seen.mark {
            Some(Mark::Worst(number)) => (fill(words.worst_badge, number), 3.0),
            Some(Mark::Sore(number)) => (number.to_string(), 1.5),
            None => continue,
        };
        let text = galley(ui, &text, theme::bold(), f32::INFINITY);
        let size = vec2((text.size().x + 12.0).max(BADGE), (text.size().y + 2.0).max(BADGE));
        let middle = egui_pos(layout.placement.screen_from_knee(state.zone.middle_mm()));
        // A zone that is cut off by the edge has another middle.
        let is_whole = layout.picture.shrink(BADGE).contains(middle);
        let middle = if is_whole { middle } else { layout.zone_rect(state.zone).center() };
        let rect = free_place(Rect::from_center_size(middle, size), state.zone, layout, &taken);
        taken.push(rect);
        let corner = CornerRadius::same(12);
        ui.painter().rect(rect, corner, t.badge, Stroke::new(edge, t.badge_t), StrokeKind::Inside);
        ui.painter().galley(rect.center() - text.size() / 2.0, text, t.badge_t);
    }
}

/// The nearest place where a badge covers no other one, if it can be with its middle in its own zone.
fn free_place(wanted: Rect, zone: &ZoneShape, layout: &Layout, taken: &[Rect]) -> Rect {
    let step = BADGE / 3.0;
    let picture = layout.picture;
    let inside = |rect: Rect| {
        let right = (picture.left() - rect.left()).max(0.0) - (rect.right() - picture.right()).max(0.0);
        let down = (picture.top() - rect.top()).max(0.0) - (rect.bottom() - picture.bottom()).max(0.0);
        rect.translate(vec2(right, down))
    };
    let in_zone = |rect: &Rect| {
        let middle = kurbo::Point::new(rect.center().x.into(), rect.center().y.into());
        zone.contains(layout.placement.knee_from_screen(middle))
    };
    let mut moves: Vec<Vec2> = (-4_i8..=4).flat_map(|x| (-4_i8..=4).map(move |y| vec2(x.into(), y.into()))).collect();
    moves.sort_by(|one, other| one.length_sq().total_cmp(&other.length_sq()));
    let mut free = moves
        .iter()
        .map(|by| inside(wanted.translate(*by * step)))
        .filter(|rect| !taken.iter().any(|other| other.intersects(*rect)))
        .peekable();
    let nearest = free.peek().copied();
    free.find(in_zone).or(nearest).unwrap_or_else(|| inside(wanted))
}

fn galley(ui: &Ui, text: &str, style: TextStyle, width: f32) -> Arc<Galley> {
    let wrap = if width.is_finite() { TextWrapMode::Wrap } else { TextWrapMode::Extend };
    // The colour is given when it is painted.
    WidgetText::from(text).color(Color32::PLACEHOLDER).into_galley(ui, Some(wrap), width, FontSelection::Style(style))
}
