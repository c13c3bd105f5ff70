//! The parts of the window, and F6, which goes from one to the next.

use std::collections::BTreeMap;

use egui::{Id, Key, Modifiers, Response, Ui};

/// A part of the window, in the order in which it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Steps and menu.
    Header,
    /// The picture of the knee.
    Knee,
    Step,
    /// The third column of a wide window.
    Result,
    /// Back, Continue, Save.
    Footer,
}

/// What was drawn in this frame.
#[derive(Clone, Debug, Default)]
struct Parts {
    /// The part that is drawn now.
    now: Option<Part>,
    /// The part that has focus, or had it last.
    here: Option<Part>,
    /// The first control of each part.
    first: BTreeMap<Part, Id>,
}

fn parts_id() -> Id {
    Id::unique("kneenote parts")
}

/// F6 goes to the first control of the next part, Shift and F6 of the one before. Call it before anything is drawn.
pub fn follow_keys(ui: &Ui) {
    let mut parts: Parts = ui.data(|data| data.get_temp(parts_id())).unwrap_or_default();
    // Shift first: egui takes a key with Shift for one without, too.
    let (back, forth) = ui
        .input_mut(|input| (input.consume_key(Modifiers::SHIFT, Key::F6), input.consume_key(Modifiers::NONE, Key::F6)));
    let wanted = match parts.here {
        _ if !forth && !back => None,
        Some(here) if back => parts.first.range(..here).next_back().or_else(|| parts.first.last_key_value()),
        Some(here) => {
            let mut later = parts.first.iter().filter(|(part, _)| **part > here);
            later.next().or_else(|| parts.first.first_key_value())
        }
        None => parts.first.first_key_value(),
    };
    if let Some((part, id)) = wanted.map(|(part, id)| (*part, *id)) {
        ui.memory_mut(|memory| memory.request_focus(id));
        parts.here = Some(part);
    }
    parts.first.clear();
    parts.now = None;
    ui.data_mut(|data| data.insert_temp(parts_id(), parts));
}

/// What is drawn from now on belongs to `part`.
pub fn enter(ui: &Ui, part: Part) {
    ui.data_mut(|data| data.get_temp_mut_or_default::<Parts>(parts_id()).now = Some(part));
}

/// Notes a control of the part that is drawn now.
pub(crate) fn note(ui: &Ui, response: &Response) {
    let has_focus = response.has_focus();
    ui.data_mut(|data| {
        let parts: &mut Parts = data.get_temp_mut_or_default(parts_id());
        let Some(now) = parts.now else { return };
        if response.sense.is_focusable() {
            parts.first.entry(now).or_insert(response.id);
        }
        if has_focus {
            parts.here = Some(now);
        }
    });
}
