//! Keyboard focus: the ring, coming into view, and keys that must not lose it.

use egui::{
    Context, CornerRadius, CursorIcon, Event, EventFilter, FocusDirection, Id, Key, Modifiers, PointerButton, Pos2,
    Rect, Response, Sense, Stroke, StrokeKind, Ui, accesskit::Action,
};

use super::parts;
use crate::ui::theme::{self, CORNER};

/// Width of each of the two lines of the ring.
const LINE: f32 = 2.0;
/// How much of its surroundings comes into view with a control.
const BREATH: f32 = 8.0;

/// The keys that a focused control keeps to itself, beside Esc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyCapture {
    /// Arrow keys move to the nearest control.
    Nothing,
    /// Arrow keys belong to the control.
    Arrows,
}

impl KeyCapture {
    /// What egui must leave to the control. Esc never takes focus away.
    pub(crate) fn filter(self) -> EventFilter {
        let arrows = self == Self::Arrows;
        EventFilter { escape: true, horizontal_arrows: arrows, tab: false, vertical_arrows: arrows }
    }
}

/// Finishes a control that takes focus: call it once for each, after painting it.
pub fn attend(ui: &Ui, response: &Response, keeps: KeyCapture) {
    hold(ui, response, keeps);
    if !response.has_focus() {
        return;
    }
    reveal(ui, response);
    if keyboard_in_use(ui.ctx()) {
        ring(ui, response.rect);
    }
}

/// As [`attend`], for the title of a screen: focus comes here when the screen is new, and it has no ring, because
/// there is nothing to press.
pub(crate) fn is_title(ui: &Ui, response: &Response) {
    hold(ui, response, KeyCapture::Nothing);
    ui.data_mut(|data| data.insert_temp(title_id(), response.id));
    if response.has_focus() {
        reveal(ui, response);
    }
}

/// Moves focus to the title of the screen that was drawn last: a screen reader reads it, and Tab goes on from there.
pub fn go_to_title(ctx: &Context) {
    if let Some(title) = ctx.data(|data| data.get_temp(title_id())) {
        ctx.memory_mut(|memory| memory.request_focus(title));
        ctx.request_repaint();
    }
}

/// As [`attend`], for a text field: its ring shows after a click too.
pub(crate) fn attend_typing(ui: &Ui, response: &Response) {
    hold(ui, response, KeyCapture::Arrows);
    if response.has_focus() {
        reveal(ui, response);
        ring(ui, response.rect);
    }
}

/// Whether this answer was chosen: by click, touch, Space or a screen reader, never by Enter.
///
/// A click also moves focus here, so that Tab goes on from the answer. The second half of a double click chooses nothing:
/// it would take back what the first half chose.
#[must_use]
pub fn chosen(ui: &Ui, response: &Response) -> bool {
    let clicked = clicked_once(ui, response);
    if clicked {
        take(ui, response.id);
    }
    let asked = ui.input(|input| input.has_accesskit_action_request(response.id, Action::Click));
    let space = response.has_focus() && ui.input(|input| fresh_press(&input.events, Key::Space));
    ui.is_enabled() && (clicked || asked || space)
}

/// Whether this was clicked with the pointer, and not just before at the same spot.
#[must_use]
pub fn clicked_once(ui: &Ui, response: &Response) -> bool {
    response.clicked_by(PointerButton::Primary) && !is_second_click(ui.ctx())
}

/// A click so soon after another one and so near to it is the second half of a double click, in seconds and points.
const DOUBLE_CLICK: (f64, f32) = (0.5, 8.0);

/// Whether the pointer's click of this frame came right after another one at the same spot, also if what lies there has
/// changed since: who double-clicks without meaning to means one click.
fn is_second_click(ctx: &Context) -> bool {
    #[derive(Clone, Copy, Default)]
    struct Clicks {
        pass: u64,
        last: Option<(f64, Pos2)>,
        is_second: bool,
    }
    let id = Id::unique("kneenote clicks");
    let pass = ctx.cumulative_pass_nr();
    let mut clicks: Clicks = ctx.data(|data| data.get_temp(id)).unwrap_or_default();
    if clicks.pass != pass {
        clicks.pass = pass;
        let (time, places) = ctx.input(|input| (input.time, releases(&input.events)));
        // Two clicks that come in one frame are one to a widget: the first of them counts.
        let (soon, near) = DOUBLE_CLICK;
        let is_again =
            |place: &Pos2| clicks.last.is_some_and(|(at, last)| time - at < soon && last.distance(*place) < near);
        clicks.is_second = places.first().is_some_and(is_again);
        clicks.last = places.last().map(|place| (time, *place)).or(clicks.last);
        ctx.data_mut(|data| data.insert_temp(id, clicks));
    }
    clicks.is_second
}

/// Where the pointer's button was let go.
fn releases(events: &[Event]) -> Vec<Pos2> {
    let place = |event: &Event| match event {
        Event::PointerButton { pos, button: PointerButton::Primary, pressed: false, .. } => Some(*pos),
        _ => None,
    };
    events.iter().filter_map(place).collect()
}

/// Whether something is wholly in view, or has the focus: then it was seen or read out.
#[must_use]
pub(crate) fn is_seen(ui: &Ui, response: &Response) -> bool {
    /// What pixel rounding may cut off.
    const HAIR: f32 = 1.0;
    let (view, row) = (ui.clip_rect(), response.rect.shrink(HAIR));
    // In a very low window a row can be higher than what is seen of the page: then it has to fill it.
    let fills_view = row.top() <= view.top() + HAIR && row.bottom() >= view.bottom() - HAIR;
    response.has_focus() || view.contains_rect(row) || fills_view
}

/// What a button senses in this frame, so that `clicked` means what it should.
///
/// Ctrl or Alt with Enter is a key of the window, not a press of the button that has focus; and a
/// key that is held down does not press "Continue" through all the steps.
pub(crate) fn press_sense(ui: &Ui) -> Sense {
    let no_press = ui.input(|input| {
        input.events.iter().any(|event| {
            matches!(
                event,
                Event::Key { key: Key::Enter | Key::Space, pressed: true, repeat, modifiers, .. }
                    if *repeat || modifiers.command || modifiers.ctrl || modifiers.alt
            )
        })
    });
    if no_press { Sense::FOCUSABLE } else { Sense::click() }
}

/// Moves focus to a control or heading that was just drawn, and brings it into view.
///
/// Better than `request_focus`, which shows its effect only when something else wakes the window.
pub fn go_to(response: &Response) {
    response.request_focus();
    response.ctx.request_repaint();
}

/// Moves focus to `id` after a click, with no scrolling: the pointer is there already.
pub(crate) fn take(ui: &Ui, id: Id) {
    ui.memory_mut(|memory| memory.request_focus(id));
    ui.data_mut(|data| data.insert_temp(revealed_id(), id));
}

/// Whether `key` was pressed with no modifier; a key that is held down counts once.
fn fresh_press(events: &[Event], key: Key) -> bool {
    events.iter().any(|event| {
        matches!(
            event,
            Event::Key { key: pressed_key, pressed: true, repeat: false, modifiers, .. }
                if *pressed_key == key && modifiers.is_none()
        )
    })
}

/// How far the arrow keys moved while `id` had focus: down and right are +1, up and left -1.
///
/// The arrows are consumed, and egui does not move focus by position.
pub(crate) fn arrow_steps(ui: &Ui, id: Id, back: &[Key], forth: &[Key]) -> isize {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return 0;
    }
    let steps = ui.input_mut(|input| {
        let mut count = |keys: &[Key]| {
            keys.iter().map(|key| input.count_and_consume_key(Modifiers::NONE, *key)).sum::<usize>().cast_signed()
        };
        count(forth) - count(back)
    });
    if steps != 0 {
        // Focus that came in the last frame has no filter yet: stop egui's own move.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    steps
}

/// The hand that says "this can be pressed".
pub(crate) fn hand(response: Response) -> Response {
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// Draws the ring around `rect`: an inner line and an outer one, so that one is seen on any fill.
pub fn ring(ui: &Ui, rect: Rect) {
    let t = theme::tokens_of(ui);
    let painter = ui.painter().with_clip_rect(ui.clip_rect().expand(2.0 * LINE));
    for (inset, colour) in [(0.0, t.focus_in), (LINE, t.focus_out)] {
        painter.rect_stroke(
            rect.expand(inset),
            CornerRadius::same(CORNER),
            Stroke::new(LINE, colour),
            StrokeKind::Outside,
        );
    }
}

/// Looks what is used, before the window takes keys for itself: those count too.
pub fn follow_input(ctx: &Context) {
    _ = keyboard_in_use(ctx);
}

/// Whether the last thing used was the keyboard or a screen reader, not the pointer.
#[must_use]
pub fn keyboard_in_use(ctx: &Context) -> bool {
    #[derive(Clone, Copy, Default)]
    struct Used {
        keyboard: bool,
        pass: u64,
    }
    let id = Id::unique("kneenote keyboard in use");
    let pass = ctx.cumulative_pass_nr();
    let mut used: Used = ctx.data(|data| data.get_temp(id)).unwrap_or_default();
    if used.pass != pass {
        used.pass = pass;
        ctx.input(|input| {
            for event in &input.events {
                match event {
                    Event::Key { pressed: true, .. } | Event::AccessKitActionRequest(_) => {
                        used.keyboard = true;
                    }
                    Event::PointerButton { pressed: true, .. } | Event::Touch { .. } => {
                        used.keyboard = false;
                    }
                    _ => {}
                }
            }
        });
        ctx.data_mut(|data| data.insert_temp(id, used));
    }
    used.keyboard
}

/// How something on the screen is pointed at; the focus counts more than a pointer that may just lie there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pointing {
    /// The pointer is over it.
    Pointer,
    /// The focus is in it, and the keyboard is used.
    Focus,
}

/// Whether an area or something in it is pointed at.
#[must_use]
pub fn pointing(ui: &Ui, area: Rect) -> Option<Pointing> {
    let ctx = ui.ctx();
    let focused = ui.memory(egui::Memory::focused).filter(|_| keyboard_in_use(ctx));
    if focused.is_some_and(|focused| is_inside(ctx, focused, area)) {
        return Some(Pointing::Focus);
    }
    ui.rect_contains_pointer(area).then_some(Pointing::Pointer)
}

/// Whether a control lies in an area.
pub(super) fn is_inside(ctx: &Context, control: Id, area: Rect) -> bool {
    ctx.read_response(control).is_some_and(|response| area.contains_rect(response.rect))
}

/// Keeps Esc (and arrows) from taking focus away.
pub(crate) fn hold(ui: &Ui, response: &Response, keeps: KeyCapture) {
    let id = response.id;
    parts::note(ui, response);
    if response.gained_focus() {
        // The filter can only be set from the next pass on: let it come at once.
        ui.ctx().request_repaint();
    }
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keeps.filter()));
    let escaped = response.lost_focus()
        && ui.memory(|memory| memory.focused().is_none())
        && ui.input(|input| input.key_pressed(Key::Escape));
    if escaped {
        response.request_focus();
    }
}

/// Scrolls to a control when focus has come to it.
fn reveal(ui: &Ui, response: &Response) {
    let last: Option<Id> = ui.data(|data| data.get_temp(revealed_id()));
    if response.gained_focus() || last != Some(response.id) {
        ui.data_mut(|data| data.insert_temp(revealed_id(), response.id));
        ui.scroll_to_rect(response.rect.expand(BREATH), None);
    }
}

fn title_id() -> Id {
    Id::unique("kneenote title")
}

fn revealed_id() -> Id {
    Id::unique("kneenote revealed")
}
