//! Headings that a screen reader can jump to.

use egui::{Color32, Response, Sense, TextStyle, Ui, WidgetInfo, accesskit::Role};

use super::{
    focus::{self, KeyCapture},
    text::galley,
};
use crate::ui::theme::{self, GAP};

/// A bold heading: 24 points at level 1, 20 below. Below other things it keeps some distance.
///
/// It is no Tab stop, but [`focus::go_to`] can send reading there, as after an error.
pub fn heading(ui: &mut Ui, level: u8, text: &str) -> Response {
    let colour = theme::tokens_of(ui).text;
    if level > 1 && ui.min_rect().height() > 0.0 {
        ui.add_space(GAP);
    }
    heading_in(ui, level, text, colour)
}

/// The heading of a screen; a screen reader adds `place`, which says where in the app it is.
pub fn title(ui: &mut Ui, text: &str, place: &str) -> Response {
    let response = heading(ui, 1, text);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(place));
    response
}

/// As [`heading`], in another colour than that of text.
pub fn heading_in(ui: &mut Ui, level: u8, text: &str, colour: Color32) -> Response {
    styled(ui, level, (text, theme::heading(level)), colour)
}

/// As [`heading`], no larger than the text below it.
pub fn small(ui: &mut Ui, level: u8, text: &str) -> Response {
    let colour = theme::tokens_of(ui).text;
    styled(ui, level, (text, theme::bold()), colour)
}

fn styled(ui: &mut Ui, level: u8, (text, style): (&str, TextStyle), colour: Color32) -> Response {
    let galley = galley(ui, text, style, colour, ui.available_width());
    let (id, rect) = ui.allocate_space(galley.size());
    let focused = ui.memory(|memory| memory.has_focus(id));
    let sense = if focused { Sense::FOCUSABLE } else { Sense::hover() };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    ui.ctx()
        // AccessKit counts levels from 0.
        .accesskit_node_builder(id, |node| {
            node.set_level(usize::from(level.saturating_sub(1)));
            // AT-SPI gets no level from AccessKit, but it gets this: what a braille display shows for "heading".
            node.set_braille_role_description(format!("h{level}"));
        });
    ui.painter().galley(rect.min, galley, colour);
    if level == 1 {
        focus::is_title(ui, &response);
    } else {
        focus::attend(ui, &response, KeyCapture::Nothing);
    }
    response
}
