//! Text that wraps, laid out before it is placed.

use std::sync::Arc;

use egui::{Color32, Galley, Response, RichText, TextStyle, TextWrapMode, Ui, WidgetText};

use crate::ui::theme;

/// Lays out `text` so that it is at most `width` wide.
pub(crate) fn galley(ui: &Ui, text: &str, style: TextStyle, colour: Color32, width: f32) -> Arc<Galley> {
    let text = rich(ui, text, style.clone(), colour);
    WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Wrap), width.max(1.0), style)
}

/// Text with the line space of its style, which egui gives to plain strings only.
fn rich(ui: &Ui, text: &str, style: TextStyle, colour: Color32) -> RichText {
    let size = ui.style().text_styles.get(&style).map(|font| font.size);
    let line = size.map(|size| (size * theme::line_space(&style)).round());
    RichText::new(text).text_style(style).color(colour).line_height(line)
}

/// Body text.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::tokens_of(ui).text;
    label(ui, text, theme::body(), colour)
}

/// Body text in bold.
pub fn bold(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::tokens_of(ui).text;
    label(ui, text, theme::bold(), colour)
}

/// A hint or other secondary text. Not for tinted panels: it is too pale there in the light look.
pub fn hint(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::tokens_of(ui).text2;
    label(ui, text, theme::hint(), colour)
}

/// Text with letters of one width.
pub fn mono(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::tokens_of(ui).text;
    label(ui, text, theme::mono(), colour)
}

/// Text in any style and colour, wrapped and selectable.
pub fn label(ui: &mut Ui, text: &str, style: TextStyle, colour: Color32) -> Response {
    let text = rich(ui, text, style, colour);
    ui.add(egui::Label::new(text).wrap())
}
