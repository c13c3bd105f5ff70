//! Zones for the keyboard and the screen reader: each is a check box that takes focus and no clicks. A knee is one Tab
//! stop; arrows go from zone to zone.

use egui::accesskit::Action;
use egui::{FocusDirection, Id, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo};

use crate::check::spot::Knee;
use crate::knee_map::ZoneShape;
use crate::knowledge::ids::ZoneId;
use crate::ui::widgets::focus::{self, KeyCapture};

use super::marks::{self, Mark};
use super::{Layout, PickerInput, labels};

/// Room around a zone that comes into view with it, for the focus ring.
const BREATH: f32 = 8.0;
/// How much a step to the side counts against one in the direction of the arrow.
const ASIDE: f64 = 2.0;

/// What is remembered from frame to frame.
#[derive(Default)]
pub(super) struct KeyState {
    /// The zone that was scrolled to.
    revealed: Option<Id>,
    /// Whether the pointer moved later than the focus.
    pointer_was_last: bool,
    /// The zone that had the focus in the last frame.
    focused: Option<Id>,
    /// The zone that Tab comes to: the one that had the focus last.
    stop: Option<ZoneId>,
}

/// What the keyboard or screen reader did.
pub(super) struct KeyOutput<'a> {
    pub(super) toggled: Option<&'a ZoneShape>,
    /// The zone with the focus, if it came there by keyboard or screen reader.
    pub(super) focused: Option<&'a ZoneShape>,
}

/// The name of a zone's check box inside of egui.
pub(super) fn node_id(ui: &Ui, zone: &ZoneId) -> Id {
    ui.scope_id().with(zone.as_str())
}

impl KeyState {
    /// Makes the check boxes, in this order. Focus shows only while the keyboard is used (`by_keys`).
    pub(super) fn show<'a>(
        &mut self,
        ui: &Ui,
        input: &PickerInput<'_>,
        knee: Knee,
        zones: &[&'a ZoneShape],
        layout: &Layout,
        by_keys: bool,
    ) -> KeyOutput<'a> {
        follow_arrows(ui, zones, layout);
        let stop = self.follow_stop(ui, input, knee, zones);
        let mut output = KeyOutput { toggled: None, focused: None };
        for (at, zone) in zones.iter().enumerate() {
            let bounds = layout.zone_rect(zone);
            let id = node_id(ui, zone.id());
            let is_stop = stop.as_ref() == Some(zone.id());
            let response = ui.interact(bounds, id, if is_stop { Sense::FOCUSABLE } else { Sense::hover() });
            if focus::chosen(ui, &response) {
                output.toggled = Some(zone);
            }
            let mark = marks::mark(zone, input, knee);
            response.widget_info(|| {
                WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), mark.is_some(), (input.names)(zone.id()))
            });
            ui.ctx().accesskit_node_builder(id, |node| {
                node.add_action(Action::Click);
                node.set_position_in_set(at + 1);
                node.set_size_of_set(zones.len());
                match mark {
                    Some(Mark::Worst(number)) => node.set_description(labels::fill(input.words.marked_worst, number)),
                    Some(Mark::Sore(number)) => node.set_description(labels::fill(input.words.marked, number)),
                    None => {}
                }
            });
            focus::hold(ui, &response, KeyCapture::Arrows);
            if response.has_focus() && by_keys {
                output.focused = Some(zone);
                self.reveal(ui, id, bounds);
            }
        }
        if output.focused.is_none() {
            self.revealed = None;
        }
        output
    }

    /// The one zone that Tab comes to: that with the focus, else the last that had it, else one that is marked.
    fn follow_stop(&mut self, ui: &Ui, input: &PickerInput<'_>, knee: Knee, zones: &[&ZoneShape]) -> Option<ZoneId> {
        let focused = ui.memory(egui::Memory::focused);
        let here = zones.iter().find(|zone| focused == Some(node_id(ui, zone.id())));
        let last = || zones.iter().find(|zone| self.stop.as_ref() == Some(zone.id()));
        let marked = || zones.iter().find(|zone| marks::mark(zone, input, knee).is_some());
        let stop = here.or_else(last).or_else(marked).or(zones.first()).map(|zone| zone.id().clone());
        if here.is_some() {
            self.stop.clone_from(&stop);
        }
        stop
    }

    /// Which zone is pointed at: the one under the pointer or the one with the focus, whichever came last.
    pub(super) fn pointed<'a>(
        &mut self,
        ui: &Ui,
        hovered: Option<&'a ZoneShape>,
        focused: Option<&'a ZoneShape>,
    ) -> Option<&'a ZoneShape> {
        let now = focused.map(|zone| node_id(ui, zone.id()));
        if hovered.is_some() && ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO) {
            self.pointer_was_last = true;
        }
        if now.is_some() && now != self.focused {
            self.pointer_was_last = false;
        }
        if now.is_some() || self.focused.is_some_and(|before| !ui.memory(|memory| memory.has_focus(before))) {
            self.focused = now;
        }
        if self.pointer_was_last { hovered.or(focused) } else { focused.or(hovered) }
    }

    fn reveal(&mut self, ui: &Ui, id: Id, bounds: Rect) {
        if self.revealed != Some(id) {
            self.revealed = Some(id);
            ui.scroll_to_rect(bounds.expand(BREATH), None);
        }
    }
}

/// Moves the focus between zones, in the direction of the arrow.
fn follow_arrows(ui: &Ui, zones: &[&ZoneShape], layout: &Layout) {
    let Some(focused) = ui.memory(egui::Memory::focused) else { return };
    let Some(start) = zones.iter().copied().find(|zone| node_id(ui, zone.id()) == focused) else { return };
    let mut here = start;
    let mut pressed = false;
    for (key, x, y) in [
        (Key::ArrowLeft, -1.0, 0.0),
        (Key::ArrowRight, 1.0, 0.0),
        (Key::ArrowUp, 0.0, -1.0),
        (Key::ArrowDown, 0.0, 1.0),
    ] {
        let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        pressed |= times > 0;
        for _ in 0..times {
            here = neighbour(zones, here, kurbo::Vec2::new(x, y), layout).unwrap_or(here);
        }
    }
    if pressed {
        // Focus that came in the last frame has no filter yet: stop egui's own move.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    if here.id() != start.id() {
        ui.memory_mut(|memory| memory.request_focus(node_id(ui, here.id())));
    }
}

/// The next zone on the screen in one direction.
fn neighbour<'a>(
    zones: &[&'a ZoneShape],
    from: &ZoneShape,
    way: kurbo::Vec2,
    layout: &Layout,
) -> Option<&'a ZoneShape> {
    let middle = |zone: &ZoneShape| layout.placement.screen_from_knee(zone.main_part_mm().center());
    let start = middle(from);
    zones
        .iter()
        .filter(|zone| zone.id() != from.id())
        .filter_map(|zone| {
            let step = middle(zone) - start;
            let ahead = step.dot(way);
            let aside = step.cross(way).abs();
            // In a quarter circle to either side, nothing behind.
            (ahead > 0.0 && aside <= ahead * ASIDE).then_some((*zone, ahead + ASIDE * aside))
        })
        .min_by(|(_, one), (_, other)| one.total_cmp(other))
        .map(|(zone, _)| zone)
}
