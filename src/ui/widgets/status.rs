//! What has just happened, told to a screen reader without moving focus.

use std::sync::Arc;

use egui::{
    Color32, Galley, Id, Response, Sense, Ui, WidgetInfo,
    accesskit::{Live, Role},
};

use super::text::galley;
use crate::ui::theme;

/// The status line: read out politely whenever its text changes.
///
/// Show it in every frame, also when it is empty. There is one in the window.
pub fn line(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::tokens_of(ui).text;
    announced(ui, Id::unique("kneenote status"), text, text, colour, Live::Polite)
}

/// The text of the emergency banner: `said` is read out at once when it appears or changes, `text` is seen.
///
/// Show it in one place only, in `colour`, the text token of what it stands on.
pub fn alert(ui: &mut Ui, said: &str, text: &str, colour: Color32) -> Response {
    announced(ui, Id::unique("kneenote alert"), said, text, colour, Live::Assertive)
}

/// A name that is read out when it appears or changes, as that of what was just marked; in bold.
pub fn named(ui: &mut Ui, id_salt: &str, text: &str) -> Response {
    let colour = theme::tokens_of(ui).text;
    let galley = galley(ui, text, theme::bold(), colour, ui.available_width());
    told(ui, Id::unique(id_salt), text, galley, colour, Live::Polite)
}

fn announced(ui: &mut Ui, id: Id, said: &str, text: &str, colour: Color32, live: Live) -> Response {
    let galley = galley(ui, text, theme::body(), colour, ui.available_width());
    told(ui, id, said, galley, colour, live)
}

fn told(ui: &mut Ui, id: Id, said: &str, galley: Arc<Galley>, colour: Color32, live: Live) -> Response {
    let (_, rect) = ui.allocate_space(galley.size());
    let response = ui.interact(rect, id, Sense::hover());
    // Apple systems announce a change of the value only: a Label keeps its text there.
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
    ui.ctx().accesskit_node_builder(id, |node| node.set_live(live));
    ui.painter().galley(rect.min, galley, colour);
    response
}
