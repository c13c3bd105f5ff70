//! How the step scrolls: what was clicked stays under the pointer, and the wheel works wherever nothing else scrolls.

use egui::containers::scroll_area::ScrollAreaOutput;
use egui::{Id, Rect, Ui};

/// Less than this is no movement, in points.
const STILL: f32 = 0.5;

/// What is to stay where it stood in the last frame.
#[derive(Clone, Copy, Debug)]
pub(super) enum ScrollAnchor {
    /// What has the focus, with its top: a click gives it the focus.
    Control(Id, f32),
    /// The list as a whole, with the top of its view: what was clicked lies elsewhere.
    View(f32),
}

impl ScrollAnchor {
    /// What is to be held in a view whose top was at `view_top`.
    pub(super) fn of(ui: &Ui, view_top: f32) -> Self {
        let control = || {
            let id = ui.memory(egui::Memory::focused)?;
            let rect = ui.ctx().read_response(id)?.rect;
            ui.clip_rect().intersects(rect).then_some(Self::Control(id, rect.top()))
        };
        control().unwrap_or(Self::View(view_top))
    }
}

/// Whether the pointer is left of `right`: there the wheel scrolls the step, also over what does not scroll itself, as the
/// picture and the bars. Right of it stands the third column, which scrolls by itself.
pub(super) fn wheel_left_of(ui: &Ui, right: f32) -> bool {
    ui.input(|input| input.pointer.hover_pos()).is_some_and(|pointer| pointer.x < right)
}

/// Where the step has to be scrolled to after this frame, so that what is held stays where it was and a wheel turned
/// beside the step scrolls it; `None` when it is right as it is.
pub(super) fn wanted_offset<R>(
    ui: &Ui,
    shown: &ScrollAreaOutput<R>,
    held: Option<ScrollAnchor>,
    takes_wheel: bool,
) -> Option<f32> {
    let offset = shown.state.clamped_offset().y;
    let most = (shown.content_size.y - shown.inner_rect.height()).max(0.0);
    if let Some(moved) = held.and_then(|held| moved(ui, held, shown.inner_rect)) {
        let wanted = (offset + moved).clamp(0.0, most);
        if (wanted - offset).abs() > STILL {
            // In the same frame: nobody sees it jump.
            ui.ctx().request_discard("what was clicked stays where it is");
            return Some(wanted);
        }
    }
    let wheel = if takes_wheel { ui.input(|input| input.smooth_scroll_delta().y) } else { 0.0 };
    if wheel != 0.0 && most > 0.0 {
        ui.ctx().request_repaint();
        return Some((offset - wheel).clamp(0.0, most));
    }
    None
}

/// How far what is held has moved down; a control is never held where it would leave the view.
fn moved(ui: &Ui, held: ScrollAnchor, view: Rect) -> Option<f32> {
    match held {
        ScrollAnchor::Control(id, top) => {
            let now = ui.ctx().read_response(id)?.rect;
            let top = top.max(view.top()).min((view.bottom() - now.height()).max(view.top()));
            view.x_range().contains(now.center().x).then_some(now.top() - top)
        }
        ScrollAnchor::View(top) => Some(view.top() - top),
    }
}
