//! One of several answers: one Tab stop, arrows choose, Space chooses the first.
//!
//! Nothing is chosen before the user chooses, and a choice is not undone by choosing it again.

mod scale;

use egui::{
    Color32, Id, Key, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

use super::{
    focus::{self, KeyCapture},
    text::galley,
};
use crate::ui::theme::{self, CONTROL, CORNER, GAP, PADDING};
pub use scale::scale;

/// Radius of the circle of a row.
const CIRCLE: f32 = 11.0;
/// The largest cell with a picture.
const PICTURE_CELL: Vec2 = vec2(150.0, 48.0);
/// The least space beside the label of a segment.
const TIGHT_SIDE: f32 = 8.0;

/// Answers one below the other, each a whole row. Returns the answer that was newly chosen.
///
/// `name` is the question, for a screen reader; it is not drawn.
pub fn rows(
    ui: &mut Ui,
    id_salt: &str,
    name: &str,
    labels: &[impl AsRef<str>],
    chosen: Option<usize>,
) -> Option<usize> {
    group(ui, id_salt, name, labels.len(), |ui, base| {
        let group = Group::read(ui, base, labels.len(), chosen, EdgeBehaviour::Join);
        let mut picked = group.moved;
        for (i, label) in labels.iter().enumerate() {
            if group.row(ui, i, label.as_ref()) {
                picked = Some(i);
            }
        }
        picked
    })
}

/// Short answers side by side, in as many lines as needed. Returns the one newly chosen.
pub fn segments(
    ui: &mut Ui,
    id_salt: &str,
    name: &str,
    labels: &[impl AsRef<str>],
    chosen: Option<usize>,
) -> Option<usize> {
    segments_named(ui, id_salt, name, labels, labels, chosen)
}

/// As [`segments`], where a screen reader says `spoken` in place of each label, because other things on the screen have
/// the same label. It must contain the label.
pub fn segments_named(
    ui: &mut Ui,
    id_salt: &str,
    name: &str,
    labels: &[impl AsRef<str>],
    spoken: &[impl AsRef<str>],
    chosen: Option<usize>,
) -> Option<usize> {
    group(ui, id_salt, name, labels.len(), |ui, base| {
        let group = Group::read(ui, base, labels.len(), chosen, EdgeBehaviour::Join);
        let mut picked = group.moved;
        let side = side_of_segments(ui, labels);
        ui.horizontal_wrapped(|ui| {
            for (i, (label, spoken)) in labels.iter().zip(spoken).enumerate() {
                if group.cell(ui, i, label.as_ref(), spoken.as_ref(), CellWidth::Beside(side)) {
                    picked = Some(i);
                }
            }
        });
        picked
    })
}

/// Answers side by side in one line, each with a picture before its word where there is room; `paint` paints that of an answer into a room
/// of the page's own colour. A screen reader says `spoken`. Returns the one newly chosen.
pub fn pictures(
    ui: &mut Ui,
    id_salt: &str,
    name: &str,
    labels: &[impl AsRef<str>],
    spoken: &[impl AsRef<str>],
    chosen: Option<usize>,
    mut paint: impl FnMut(&Ui, usize, Rect),
) -> Option<usize> {
    group(ui, id_salt, name, labels.len(), |ui, base| {
        let group = Group::read(ui, base, labels.len(), chosen, EdgeBehaviour::Join);
        let mut picked = group.moved;
        let count = labels.len().max(1) as f32;
        let width = ((ui.available_width() - (count - 1.0) * GAP) / count).min(PICTURE_CELL.x).floor();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (i, (label, spoken)) in labels.iter().zip(spoken).enumerate() {
                let (_, rect) = ui.allocate_space(vec2(width, PICTURE_CELL.y));
                let response = focus::hand(ui.interact(rect, group.base.with(i), group.sense(i)));
                if ui.is_rect_visible(rect) {
                    paint_picture_cell(ui, rect, label.as_ref(), group.chosen == Some(i), &response, |ui, room| {
                        paint(ui, i, room);
                    });
                }
                if group.finish(ui, &response, i, spoken.as_ref()) {
                    picked = Some(i);
                }
            }
        });
        picked
    })
}

fn paint_picture_cell(ui: &Ui, rect: Rect, label: &str, on: bool, response: &Response, paint: impl FnOnce(&Ui, Rect)) {
    let t = theme::tokens_of(ui);
    let alive = response.hovered();
    let (edge, line) = mark_edge(ui, on, alive);
    let (back, front) = match (on, alive) {
        (true, _) => (t.btn, t.btn_t),
        (false, true) => (t.tint, t.text),
        (false, false) => (t.card, t.text),
    };
    ui.painter().rect(rect, CORNER, back, Stroke::new(line, edge), StrokeKind::Inside);
    let style = if on { theme::bold() } else { theme::body() };
    let text = galley(ui, label, style, front, f32::INFINITY);
    let inside = rect.shrink(4.0);
    let (picture, words) = inside.split_left_right_at_x(inside.left() + inside.height());
    // In a narrow window the word has to do.
    if words.width() < text.size().x + 2.0 * GAP {
        ui.painter().galley(rect.center() - text.size() / 2.0, text, front);
        return;
    }
    ui.painter().rect_filled(picture, CORNER - 2, t.card);
    paint(ui, picture);
    ui.painter().galley(pos2(words.left() + GAP, words.center().y - text.size().y / 2.0), text, front);
}

/// Space beside each label: less where the segments fit into one line only so.
fn side_of_segments(ui: &Ui, labels: &[impl AsRef<str>]) -> f32 {
    let colour = theme::tokens_of(ui).text;
    let wide = |label: &str| galley(ui, label, theme::bold(), colour, f32::INFINITY).size().x;
    let words: f32 = labels.iter().map(|label| wide(label.as_ref())).sum();
    let count = labels.len() as f32;
    let room = (ui.available_width() - words - (count - 1.0) * GAP) / (2.0 * count);
    if (TIGHT_SIDE..PADDING).contains(&room) { room.floor() } else { PADDING }
}

/// How wide a box is.
#[derive(Clone, Copy, Debug)]
enum CellWidth {
    /// So many points.
    Exactly(f32),
    /// As its label needs, with so many points on each side.
    Beside(f32),
}

/// What the arrow keys do at the ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EdgeBehaviour {
    /// From the last to the first.
    Join,
    /// Stay there: 10 is not next to 0.
    Stop,
}

/// The state of a group in this frame.
pub(super) struct Group {
    base: Id,
    chosen: Option<usize>,
    /// What the arrow keys have chosen in this frame.
    pub(super) moved: Option<usize>,
    /// The one Tab stop.
    stop: usize,
}

impl Group {
    pub(super) fn read(ui: &Ui, base: Id, count: usize, chosen: Option<usize>, ends: EdgeBehaviour) -> Self {
        let focused = ui.memory(egui::Memory::focused);
        let here = (0..count).find(|i| focused == Some(base.with(i)));
        let mut group = Self { base, chosen, moved: None, stop: here.or(chosen).unwrap_or(0) };
        if let Some(here) = here {
            let back = [Key::ArrowUp, Key::ArrowLeft];
            let forth = [Key::ArrowDown, Key::ArrowRight];
            let steps = focus::arrow_steps(ui, base.with(here), &back, &forth);
            let there = ends.step(here, steps, count);
            if there != here {
                ui.memory_mut(|memory| memory.request_focus(base.with(there)));
                group.moved = Some(there);
                group.chosen = Some(there);
                group.stop = there;
            }
        }
        group
    }

    pub(super) fn id(&self, i: usize) -> Id {
        self.base.with(i)
    }

    pub(super) fn is_chosen(&self, i: usize) -> bool {
        self.chosen == Some(i)
    }

    /// The Tab stop takes focus; the others are reached by arrows or clicked.
    pub(super) fn sense(&self, i: usize) -> Sense {
        if i == self.stop { Sense::click() } else { Sense::CLICK }
    }

    fn row(&self, ui: &mut Ui, i: usize, label: &str) -> bool {
        let t = theme::tokens_of(ui);
        let on = self.chosen == Some(i);
        let width = ui.available_width();
        let left = PADDING + 2.0 * CIRCLE + 12.0;
        let text = galley(ui, label, theme::body(), t.text, width - left - PADDING);
        let height = (text.size().y + 2.0 * GAP).max(CONTROL);
        let (_, rect) = ui.allocate_space(vec2(width, height));
        let response = ui.interact(rect, self.base.with(i), self.sense(i));
        let response = focus::hand(response);

        if ui.is_rect_visible(rect) {
            let alive = response.hovered();
            tile(ui, rect, on, alive);
            let centre = pos2(rect.left() + PADDING + CIRCLE, rect.center().y);
            let (edge, line) = mark_edge(ui, on, alive);
            ui.painter().circle(centre, CIRCLE - line / 2.0, t.card, Stroke::new(line, edge));
            if on {
                ui.painter().circle_filled(centre, CIRCLE - 5.0, t.btn);
            }
            let at = pos2(rect.left() + left, rect.center().y - text.size().y / 2.0);
            ui.painter().galley(at, text, t.text);
        }
        self.finish(ui, &response, i, label)
    }

    /// A box with a word or number.
    fn cell(&self, ui: &mut Ui, i: usize, label: &str, spoken: &str, width: CellWidth) -> bool {
        let t = theme::tokens_of(ui);
        let on = self.chosen == Some(i);
        let front = if on { t.btn_t } else { t.text };
        let style = if on { theme::bold() } else { theme::body() };
        // The same room for both weights: nothing moves when an answer is chosen.
        let full = ui.max_rect().width() - 2.0 * GAP;
        let widest = galley(ui, label, theme::bold(), front, full).size();
        let text = galley(ui, label, style, front, full);
        let (least, padding) = match width {
            CellWidth::Exactly(width) => (vec2(width.max(CONTROL), CONTROL), Vec2::ZERO),
            CellWidth::Beside(side) => (Vec2::splat(CONTROL), vec2(2.0 * side, 20.0)),
        };
        let (_, rect) = ui.allocate_space((widest.max(text.size()) + padding).max(least));
        let response = ui.interact(rect, self.base.with(i), self.sense(i));
        let response = focus::hand(response);

        if ui.is_rect_visible(rect) {
            let alive = response.hovered();
            let (edge, line) = mark_edge(ui, on, alive);
            let back = match (on, alive) {
                (true, _) => t.btn,
                (false, true) => t.tint,
                (false, false) => t.card,
            };
            ui.painter().rect(rect, CORNER, back, Stroke::new(line, edge), StrokeKind::Inside);
            ui.painter().galley(rect.center() - text.size() / 2.0, text, front);
        }
        self.finish(ui, &response, i, spoken)
    }

    /// Ends an answer that was painted; says whether it was newly chosen.
    pub(super) fn finish(&self, ui: &Ui, response: &Response, i: usize, name: &str) -> bool {
        let on = self.chosen == Some(i);
        let picked = focus::chosen(ui, response) && !on;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, response.enabled(), on || picked, name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            // Counted from 0; how many there are stands on the group.
            node.set_position_in_set(i);
        });
        focus::attend(ui, response, KeyCapture::Arrows);
        picked
    }
}

impl EdgeBehaviour {
    fn step(self, from: usize, steps: isize, count: usize) -> usize {
        let count = count.cast_signed();
        let to = from.cast_signed() + steps;
        let to = match self {
            Self::Join => to.rem_euclid(count.max(1)),
            Self::Stop => to.clamp(0, (count - 1).max(0)),
        };
        to.cast_unsigned()
    }
}

/// Draws the group's contents in a node with its role and name.
pub(super) fn group<R>(
    ui: &mut Ui,
    id_salt: &str,
    name: &str,
    count: usize,
    add_contents: impl FnOnce(&mut Ui, Id) -> R,
) -> R {
    let base = ui.make_persistent_id(id_salt);
    let builder = UiBuilder::new().id_salt(id_salt).accessibility_role(Role::RadioGroup).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_size_of_set(count));
        add_contents(ui, base)
    })
    .inner
}

/// The back of a row. Its edge is decoration: the circle or box on it has an edge of its own.
pub(crate) fn tile(ui: &Ui, rect: Rect, on: bool, alive: bool) {
    let t = theme::tokens_of(ui);
    let (width, colour) = match (on, alive) {
        (true, _) => (2.0, t.btn2_b),
        (false, true) => (2.0, t.border),
        (false, false) => (1.0, t.divider),
    };
    let back = if on || alive { t.tint } else { t.card };
    ui.painter().rect(rect, CORNER, back, Stroke::new(width, colour), StrokeKind::Inside);
}

/// Colour and width of the edge of a circle or box.
pub(crate) fn mark_edge(ui: &Ui, on: bool, alive: bool) -> (Color32, f32) {
    let t = theme::tokens_of(ui);
    let colour = if on { t.btn2_b } else { t.border };
    (colour, if on || alive { 2.5 } else { 1.5 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_join_the_ends_of_rows_but_not_of_the_scale() {
        assert_eq!(EdgeBehaviour::Join.step(0, -1, 3), 2);
        assert_eq!(EdgeBehaviour::Join.step(2, 1, 3), 0);
        assert_eq!(EdgeBehaviour::Join.step(1, 4, 3), 2);
        assert_eq!(EdgeBehaviour::Stop.step(10, 1, 11), 10);
        assert_eq!(EdgeBehaviour::Stop.step(0, -1, 11), 0);
        assert_eq!(EdgeBehaviour::Stop.step(3, 2, 11), 5);
    }
}
