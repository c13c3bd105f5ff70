//! Boxes to type in, with a label above, a hint and an error.

use egui::{
    Event, Frame, Id, ImeEvent, Margin, Response, Stroke, TextEdit, TextStyle, Ui,
    accesskit::{Invalid, Role},
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
    vec2,
};

use super::{
    focus::{self, KeyCapture},
    text::{self, galley},
};
use crate::plain_text;
use crate::ui::{
    icons::Icon,
    theme::{self, CONTROL, CORNER, GAP},
};

/// What is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Line,
    Number,
    Paragraph { rows: usize },
}

/// Whether the label of a box is drawn, or told only to a screen reader because a line above says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldLabel {
    Drawn,
    Spoken,
}

/// A box to type in, before it is shown.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct TextField<'a> {
    error: Option<&'a str>,
    hint: Option<&'a str>,
    kind: Kind,
    label: &'a str,
    labelled: FieldLabel,
    most: Option<(usize, &'a str)>,
    width: f32,
}

impl<'a> TextField<'a> {
    /// One line.
    pub fn line(label: &'a str) -> Self {
        Self::new(Kind::Line, label, f32::INFINITY)
    }

    /// A number, typed as text; read it with [`crate::check::typed_number`].
    pub fn number(label: &'a str) -> Self {
        Self::new(Kind::Number, label, 120.0)
    }

    /// Several lines, of which `rows` are there from the start.
    pub fn paragraph(label: &'a str, rows: usize) -> Self {
        Self::new(Kind::Paragraph { rows }, label, f32::INFINITY)
    }

    fn new(kind: Kind, label: &'a str, width: f32) -> Self {
        Self { error: None, hint: None, kind, label, labelled: FieldLabel::Drawn, most: None, width }
    }

    /// Whether its label is drawn.
    pub fn labelled(mut self, labelled: FieldLabel) -> Self {
        self.labelled = labelled;
        self
    }

    /// A line between label and box. There is never grey text in the box.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// What is wrong and how to put it right, shown between label and box.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// The most characters that the box takes, and what is said when it is full.
    pub fn most(mut self, characters: usize, full: &'a str) -> Self {
        self.most = Some((characters, full));
        self
    }

    /// The widest that the box gets.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Draws the field; `changed` on the response is true when the user typed.
    pub fn show(self, ui: &mut Ui, id_salt: &str, content: &mut String) -> Response {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = GAP / 2.0;
            self.show_parts(ui, id_salt, content)
        })
        .inner
    }

    fn show_parts(self, ui: &mut Ui, id_salt: &str, content: &mut String) -> Response {
        clean_what_comes_in(ui);
        let t = theme::tokens_of(ui);
        let label = (self.labelled == FieldLabel::Drawn).then(|| text::bold(ui, self.label).id);
        let hint = self.hint.map(|hint| text::hint(ui, hint).id);
        let full = self.most.filter(|(most, _)| content.chars().nth(most - 1).is_some()).map(|(_, full)| full);
        let error = self.error.or(full).map(|error| error_line(ui, error).id);

        let line = if error.is_some() { Stroke::new(2.0, t.err) } else { Stroke::new(1.5, t.border) };
        let frame = Frame::new().fill(t.card).stroke(line).corner_radius(CORNER).inner_margin(Margin::symmetric(12, 9));
        let id = ui.make_persistent_id(id_salt);
        follow_change_from_outside(ui, id, content);
        #[expect(clippy::disallowed_methods, reason = "this is the box of our own")]
        let edit = match self.kind {
            Kind::Line | Kind::Number => TextEdit::singleline(content).return_key(None),
            Kind::Paragraph { rows } => TextEdit::multiline(content).desired_rows(rows),
        };
        let response = edit
            .char_limit(self.most.map_or(usize::MAX, |(most, _)| most))
            .id(id)
            .frame(frame)
            .font(TextStyle::Body)
            .text_color(t.text)
            .desired_width(ui.available_width().min(self.width))
            .min_size(vec2(CONTROL, CONTROL))
            .event_filter(KeyCapture::Arrows.filter())
            .show(ui)
            .response
            .response;
        let response = match label {
            Some(label) => response.labelled_by(label),
            None => response,
        };
        if response.has_focus() {
            ui.data_mut(|data| data.insert_temp(id, LastContent(content.clone())));
        }
        self.describe(&response, [hint, error]);
        focus::attend_typing(ui, &response);
        // The next label must not look as if it belonged to this box.
        ui.add_space(GAP);
        response
    }

    fn describe(&self, response: &Response, notes: [Option<Id>; 2]) {
        response.ctx.accesskit_node_builder(response.id, |node| {
            if self.labelled == FieldLabel::Spoken {
                node.set_label(self.label);
            }
            if self.kind == Kind::Number {
                node.set_role(Role::NumberInput);
            }
            if self.error.is_some() {
                node.set_invalid(Invalid::True);
            }
            for note in notes.into_iter().flatten() {
                node.push_described_by(note.accesskit_id());
            }
        });
    }
}

/// What is typed or pasted enters a box without what no desktop bus takes: the box tells the screen reader
/// what it holds before anybody else sees it.
fn clean_what_comes_in(ui: &Ui) {
    let clean = |text: &mut String| {
        if !plain_text::is_clean(text) {
            *text = plain_text::own_words(text);
        }
    };
    ui.input_mut(|input| {
        for event in &mut input.events {
            match event {
                Event::Text(text) | Event::Paste(text) | Event::Ime(ImeEvent::Commit(text)) => clean(text),
                _ => {}
            }
        }
    });
}

/// What stood in the box with focus when it was last drawn.
#[derive(Clone, Debug, Default)]
struct LastContent(String);

/// After Undo or Redo the caret stands where the text changed, and not where it happened to be.
fn follow_change_from_outside(ui: &Ui, id: Id, content: &str) {
    let Some(LastContent(last)) = ui.data(|data| data.get_temp(id)) else { return };
    if !ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.remove_temp::<LastContent>(id));
        return;
    }
    if last == content {
        return;
    }
    let most = last.chars().zip(content.chars()).take_while(|(one, other)| one == other).count();
    let count = content.chars().count();
    let shared = last.chars().rev().zip(content.chars().rev()).take_while(|(one, other)| one == other).count();
    let end = count - shared.min(count.saturating_sub(most));
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(end))));
    state.store(ui.ctx(), id);
}

/// An error with its icon. Returns the response of the words.
pub fn error_line(ui: &mut Ui, error: &str) -> Response {
    const ICON: f32 = 20.0;
    let colour = theme::tokens_of(ui).err;
    let room = ui.available_width() - ICON - GAP;
    let words = galley(ui, error, theme::bold(), colour, room);
    let size = vec2(ICON + GAP + words.size().x, words.size().y.max(ICON));
    let (id, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, id, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, error));
    let first_line = words.rows.first().map_or(ICON, |row| row.size.y);
    let middle = rect.left_top() + vec2(ICON / 2.0, first_line / 2.0);
    Icon::CircleCross.paint(ui, middle, ICON, colour);
    ui.painter().galley(rect.left_top() + vec2(ICON + GAP, 0.0), words, colour);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_desktop_bus_takes_never_enters_a_box() {
        use crate::store::settings::Motion;
        use crate::ui::fonts;
        use crate::ui::theme::{Theme, apply};
        let mut harness = egui_kittest::Harness::builder()
            .with_context_setup(|ctx| {
                fonts::install(ctx);
                apply(ctx, Theme::ALL[0], Motion::Less);
            })
            .build_ui_state(
                |ui, content: &mut String| {
                    TextField::paragraph("Why", 2).show(ui, "why", content).request_focus();
                },
                String::new(),
            );
        harness.run();
        harness.event(Event::Paste("a\u{0}\u{202e}b\r\nc".to_owned()));
        harness.event(Event::Text("\u{fdd0}d".to_owned()));
        harness.event(Event::Ime(ImeEvent::Commit("\u{7}e".to_owned())));
        harness.run();
        assert_eq!(harness.state(), "ab\ncde");
    }
}
