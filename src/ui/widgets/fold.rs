//! A row that opens and closes what is below it.

use egui::{Id, Key, Modifiers, Rect, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{
    focus::{self, KeyCapture},
    text::galley,
};
use crate::ui::{
    icons::Icon,
    theme::{self, CONTROL, GAP},
};

const ICON: f32 = 20.0;

/// A fold that remembers by itself whether it is open. Returns what the contents returned.
///
/// Esc closes it, also from inside; focus is then on its row.
pub fn fold<R>(
    ui: &mut Ui,
    id_salt: &str,
    name: &str,
    open_at_first: bool,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let store = ui.make_persistent_id(id_salt).with("open");
    let mut open = ui.data(|data| data.get_temp(store)).unwrap_or(open_at_first);
    let result = fold_held(ui, id_salt, name, &mut open, add_contents);
    ui.data_mut(|data| data.insert_temp(store, open));
    result
}

/// As [`fold`], with a name for screen readers where the label alone does not say of what.
pub fn fold_named<R>(
    ui: &mut Ui,
    id_salt: &str,
    (label, spoken): (&str, &str),
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let store = ui.make_persistent_id(id_salt).with("open");
    let mut open = ui.data(|data| data.get_temp(store)).unwrap_or(false);
    let result = held(ui, id_salt, (label, spoken), &mut open, add_contents);
    ui.data_mut(|data| data.insert_temp(store, open));
    result
}

/// Opens a [`fold`] before it is drawn.
pub fn open_fold(ui: &Ui, id_salt: &str) {
    let store = ui.make_persistent_id(id_salt).with("open");
    ui.data_mut(|data| data.insert_temp(store, true));
}

/// As [`fold`], where the caller holds whether it is open.
pub fn fold_held<R>(
    ui: &mut Ui,
    id_salt: &str,
    name: &str,
    open: &mut bool,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    held(ui, id_salt, (name, name), open, add_contents)
}

fn held<R>(
    ui: &mut Ui,
    id_salt: &str,
    names: (&str, &str),
    open: &mut bool,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let id = ui.make_persistent_id(id_salt);
    close_on_escape(ui, id, open, |focused| focused == id);
    header(ui, id, names, open);
    if !*open {
        return None;
    }
    let shown = ui.scope(|ui| {
        egui::Frame::new().inner_margin(egui::Margin { left: 28, ..egui::Margin::ZERO }).show(ui, add_contents).inner
    });
    let inside = shown.response.rect;
    let context = ui.ctx().clone();
    close_on_escape(ui, id, open, |focused| focus::is_inside(&context, focused, inside));
    Some(shown.inner)
}

fn header(ui: &mut Ui, id: Id, (label, spoken): (&str, &str), open: &mut bool) {
    let t = theme::tokens_of(ui);
    let width = ui.available_width();
    let left = ICON + GAP;
    let text = galley(ui, label, theme::bold(), t.link, width - left - GAP);
    let size = vec2((left + text.size().x + GAP).min(width), (text.size().y + 2.0 * GAP).max(CONTROL));
    let (_, rect) = ui.allocate_space(vec2(width, size.y));
    let response = focus::hand(ui.interact(rect, id, focus::press_sense(ui)));
    if response.clicked_by(egui::PointerButton::Primary) {
        focus::take(ui, id);
    }
    let is_pressed = response.clicked() && !response.clicked_by(egui::PointerButton::Primary);
    if is_pressed || focus::clicked_once(ui, &response) {
        *open = !*open;
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, response.enabled(), spoken));
    ui.ctx().accesskit_node_builder(id, |node| node.set_expanded(*open));

    if ui.is_rect_visible(rect) {
        let icon = if *open { Icon::ChevronDown } else { Icon::ChevronRight };
        icon.paint(ui, pos2(rect.left() + ICON / 2.0, rect.center().y), ICON, t.link);
        let at = pos2(rect.left() + left, rect.center().y - text.size().y / 2.0);
        let text_rect = Rect::from_min_size(at, text.size());
        ui.painter().galley(at, text, t.link);
        if response.hovered() {
            ui.painter().hline(text_rect.x_range(), text_rect.bottom() - 1.0, (2.0, t.link));
        }
    }
    focus::attend(ui, &response, KeyCapture::Nothing);
}

/// Closes an open fold when Esc is pressed while something of it has focus.
fn close_on_escape(ui: &Ui, id: Id, open: &mut bool, is_ours: impl Fn(Id) -> bool) {
    let focused = ui.memory(egui::Memory::focused);
    let ours = *open && focused.is_some_and(is_ours);
    if ours && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        *open = false;
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.ctx().request_repaint();
    }
}
