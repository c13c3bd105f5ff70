//! A few pictures side by side, one of which is picked. As every radio group: one Tab stop, arrows choose.

use egui::{Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::focus;
use super::radio_group::{EdgeBehaviour, Group, group, mark_edge};
use super::text::galley;
use crate::ui::icons::Icon;
use crate::ui::theme::{self, CORNER, GAP};

/// The narrowest picture.
const LEAST: f32 = 130.0;
/// The widest.
const MOST: f32 = 240.0;
/// The side of its drawing.
const ICON: f32 = 56.0;

/// One of them.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    pub icon: Icon,
    pub title: &'a str,
    /// A line under it, may be empty.
    pub hint: &'a str,
    /// What a screen reader says.
    pub name: &'a str,
}

/// What was done, and which of them are wholly in view or have the focus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The one that was newly picked.
    pub picked: Option<usize>,
    pub seen: Vec<usize>,
}

/// Draws them in one line where there is room, else in two or more. `name` is the question, for a screen reader.
pub fn pictures(ui: &mut Ui, id_salt: &str, name: &str, all: &[Picture<'_>], chosen: Option<usize>) -> Shown {
    group(ui, id_salt, name, all.len(), |ui, base| {
        let radio = Group::read(ui, base, all.len(), chosen, EdgeBehaviour::Join);
        let room = ui.available_width();
        let columns = [all.len(), all.len().div_ceil(2), 1]
            .into_iter()
            .find(|columns| (room + GAP) / *columns as f32 - GAP >= LEAST)
            .unwrap_or(1)
            .max(1);
        let width = ((room + GAP) / columns as f32 - GAP).min(MOST).floor();
        let height = all.iter().map(|picture| height(ui, picture, width)).fold(0.0, f32::max);
        let mut shown = Shown { picked: radio.moved, seen: Vec::new() };
        ui.spacing_mut().item_spacing = Vec2::splat(GAP);
        for line in all.iter().enumerate().collect::<Vec<_>>().chunks(columns) {
            ui.horizontal(|ui| {
                for (i, picture) in line {
                    show_picture(ui, &radio, (*i, picture), vec2(width, height), &mut shown);
                }
            });
        }
        shown
    })
}

fn height(ui: &Ui, picture: &Picture<'_>, width: f32) -> f32 {
    let colour = theme::tokens_of(ui).text;
    let title = galley(ui, picture.title, theme::bold(), colour, width - 2.0 * GAP).size().y;
    let hint = if picture.hint.is_empty() {
        0.0
    } else {
        galley(ui, picture.hint, theme::hint(), colour, width - 2.0 * GAP).size().y
    };
    GAP + ICON + GAP / 2.0 + title + hint + GAP
}

fn show_picture(ui: &mut Ui, radio: &Group, (i, picture): (usize, &Picture<'_>), size: Vec2, shown: &mut Shown) {
    let t = theme::tokens_of(ui);
    let on = radio.is_chosen(i);
    let (_, rect) = ui.allocate_space(size);
    let response = focus::hand(ui.interact(rect, radio.id(i), radio.sense(i)));
    if ui.is_rect_visible(rect) {
        let alive = response.hovered();
        let (edge, line) = mark_edge(ui, on, alive);
        let (back, front, second) = match (on, alive) {
            (true, _) => (t.btn, t.btn_t, t.btn_t),
            (false, true) => (t.tint, t.text, t.text),
            (false, false) => (t.card, t.text, t.text2),
        };
        ui.painter().rect(rect, CORNER, back, Stroke::new(line, edge), StrokeKind::Inside);
        let middle = rect.center().x;
        let tint = if on { t.btn_t } else { t.link };
        picture.icon.paint(ui, pos2(middle, rect.top() + GAP + ICON / 2.0), ICON, tint);
        let mut top = rect.top() + GAP + ICON + GAP / 2.0;
        for (words, style, colour) in [(picture.title, theme::bold(), front), (picture.hint, theme::hint(), second)] {
            if words.is_empty() {
                continue;
            }
            let words = galley(ui, words, style, colour, size.x - 2.0 * GAP);
            let place = Rect::from_center_size(pos2(middle, top + words.size().y / 2.0), words.size());
            top = place.bottom();
            ui.painter().galley(place.min, words, colour);
        }
    }
    if radio.finish(ui, &response, i, picture.name) {
        shown.picked = Some(i);
    }
    if focus::is_seen(ui, &response) {
        shown.seen.push(i);
    }
}
