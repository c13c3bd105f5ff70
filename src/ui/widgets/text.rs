//! Text that wraps, laid out before it is placed.

use std::sync::Arc;

use egui::{Color32, Galley, Response, RichText, TextStyle, TextWrapMode, Ui, WidgetText};

use crate::ui::theme;

/// Lays out `text` so that it is at most `width` wide.
pub(crate) fn galley(ui: &Ui, text: &str, style: TextStyle, colour: Color32, width: f32) -> Arc<Galley> {
    let text = rich(ui, text, style.clone(), colour);
    WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Wrap), width.max(1.0), style)
}

/// The height of one line of a style, in points.
pub(crate) fn line_height(ui: &Ui, style: &TextStyle) -> f32 {
    (style.resolve(ui.style()).size * theme::line_space(style)).round()
}

/// Text with the line space of its style, which egui gives to plain strings only.
fn rich(ui: &Ui, text: &str, style: TextStyle, colour: Color32) -> RichText {
    let line = line_height(ui, &style);
    RichText::new(text).text_style(style).color(colour).line_height(Some(line))
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

/// Text in any style and colour, wrapped and selectable.
pub fn label(ui: &mut Ui, text: &str, style: TextStyle, colour: Color32) -> Response {
    let text = rich(ui, text, style, colour);
    ui.add(egui::Label::new(text).wrap())
}
