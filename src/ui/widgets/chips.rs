//! Short answers side by side, any number of which may be on.
//!
//! They are one Tab stop, as every group is; arrows go from one to the next, Space switches.

use egui::accesskit::Role;
use egui::{Key, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::focus::{self, KeyCapture};
use super::radio_group::mark_edge;
use super::text::galley;
use crate::ui::theme::{self, CONTROL, CORNER, GAP, PADDING};

/// One of them.
#[derive(Clone, Copy, Debug)]
pub struct Chip<'a> {
    /// What is drawn.
    pub label: &'a str,
    /// What a screen reader says.
    pub name: &'a str,
    pub on: bool,
}

/// What was done, and which of them are wholly in view or have the focus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub pressed: Option<usize>,
    pub seen: Vec<usize>,
}

/// Draws them in as many lines as needed. `name` is the question, for a screen reader; it is not drawn.
pub fn chips(ui: &mut Ui, id_salt: &str, name: &str, chips: &[Chip<'_>]) -> Shown {
    let base = ui.make_persistent_id(id_salt);
    let builder = UiBuilder::new().id_salt(id_salt).accessibility_role(Role::Group).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        let focused = ui.memory(egui::Memory::focused);
        let mut stop = (0..chips.len()).find(|i| focused == Some(base.with(i)));
        if let Some(here) = stop {
            let (back, forth) = ([Key::ArrowUp, Key::ArrowLeft], [Key::ArrowDown, Key::ArrowRight]);
            let steps = focus::arrow_steps(ui, base.with(here), &back, &forth);
            let there = (here.cast_signed() + steps).rem_euclid(chips.len().cast_signed()).cast_unsigned();
            if there != here {
                ui.memory_mut(|memory| memory.request_focus(base.with(there)));
                stop = Some(there);
            }
        }
        let stop = stop.or_else(|| chips.iter().position(|chip| chip.on)).unwrap_or(0);
        let mut shown = Shown::default();
        ui.horizontal_wrapped(|ui| {
            for (i, chip) in chips.iter().enumerate() {
                let sense = if i == stop { Sense::click() } else { Sense::CLICK };
                show_chip(ui, base.with(i), sense, *chip, i, &mut shown);
            }
        });
        shown
    })
    .inner
}

fn show_chip(ui: &mut Ui, id: egui::Id, sense: Sense, chip: Chip<'_>, i: usize, shown: &mut Shown) {
    let t = theme::tokens_of(ui);
    let front = if chip.on { t.btn_t } else { t.text };
    let room = ui.max_rect().width() - 2.0 * PADDING;
    // The same room for both weights: nothing moves when one is switched.
    let widest = galley(ui, chip.label, theme::bold(), front, room).size();
    let text = galley(ui, chip.label, if chip.on { theme::bold() } else { theme::body() }, front, room);
    let size = (widest.max(text.size()) + vec2(2.0 * PADDING, 2.0 * GAP)).max(vec2(CONTROL, CONTROL));
    let (_, rect) = ui.allocate_space(size);
    let response = focus::hand(ui.interact(rect, id, sense));
    if ui.is_rect_visible(rect) {
        let alive = response.hovered();
        let (edge, line) = mark_edge(ui, chip.on, alive);
        let back = match (chip.on, alive) {
            (true, _) => t.btn,
            (false, true) => t.tint,
            (false, false) => t.card,
        };
        ui.painter().rect(rect, CORNER, back, Stroke::new(line, edge), StrokeKind::Inside);
        ui.painter().galley(rect.center() - text.size() / 2.0, text, front);
    }
    if focus::chosen(ui, &response) {
        shown.pressed = Some(i);
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, response.enabled(), chip.on, chip.name));
    focus::attend(ui, &response, KeyCapture::Arrows);
    if focus::is_seen(ui, &response) {
        shown.seen.push(i);
    }
}
