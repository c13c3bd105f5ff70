//! Several answers that may each be yes, no or not sure.
//!
//! The list is one Tab stop, as every group is: up and down arrows go from row to row and from the last to the first,
//! right and left go to the row's "not sure" button and back.

use egui::{
    Id, Key, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit::{Role, Toggled},
    pos2, vec2,
};

use super::{
    focus::{self, KeyCapture},
    radio_group::{mark_edge, tile},
    text::{self, galley},
};
use crate::ui::{
    icons::Icon,
    theme::{self, CONTROL, CORNER, GAP, PADDING},
};

/// Side of a box.
const BOX: f32 = 24.0;
/// Space between the box and its label.
const LEAD: f32 = 12.0;
/// The narrowest label that leaves room for the button beside it.
const LABEL: f32 = 120.0;

/// What is known about one row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Not answered.
    #[default]
    Unset,
    /// Ticked.
    Yes,
    /// Counted as no.
    No,
    /// The user does not know.
    NotSure,
}

impl Mark {
    /// What a click on the row makes of it.
    #[must_use]
    pub fn ticked(self) -> Self {
        if self == Self::Yes { Self::Unset } else { Self::Yes }
    }

    /// What a click on "not sure" makes of it.
    #[must_use]
    pub fn doubted(self) -> Self {
        if self == Self::NotSure { Self::Unset } else { Self::NotSure }
    }
}

/// One row: what it says, and what is known.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// A full phrase.
    pub label: &'a str,
    /// What the user said.
    pub mark: Mark,
    /// Whether one can be not sure of it.
    pub doubt: NotSureBox,
}

/// Whether a row has a button for "not sure".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSureBox {
    /// It has.
    Offered,
    /// It would mean nothing: one cannot be unsure whether one does not know.
    Senseless,
}

/// The words that the list itself shows.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Said by a screen reader of a row that counts as no: "No". Its box shows a dash.
    pub no: &'a str,
    /// Said of the button of each row, which shows a question mark: "Not sure". The screen says once what it means.
    pub not_sure: &'a str,
    /// Before the last row: "or".
    pub or: &'a str,
}

/// The last row, which leaves out all others.
#[derive(Clone, Copy, Debug)]
pub struct NoneRow<'a> {
    /// Whether it is ticked.
    pub chosen: bool,
    /// A full sentence: "No, none of these apply to me".
    pub label: &'a str,
    /// The first row that was never in view: ticking "none of these" leads there.
    pub unseen: Option<usize>,
}

/// What the list says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    /// What the user did.
    pub change: Option<Change>,
    /// The rows that are wholly in view, or have the focus.
    pub seen: Vec<usize>,
}

/// What the user did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The row with this index now has this mark; "none of these" no longer holds.
    Row(usize, Mark),
    /// "None of these" was ticked (all rows are no) or unticked.
    NoneOfThese(bool),
}

/// Draws the list and returns what changed, and which rows are in view.
///
/// `name` is the question, for a screen reader; it is not drawn.
pub fn check_list(
    ui: &mut Ui,
    id_salt: &str,
    name: &str,
    rows: &[Row<'_>],
    none: Option<NoneRow<'_>>,
    words: Words<'_>,
) -> Output {
    let base = ui.make_persistent_id(id_salt);
    let builder = UiBuilder::new().id_salt(id_salt).accessibility_role(Role::Group).accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        let mut list = List { base, words, stop: first_ticked(rows, none) };
        list.follow_arrows(ui, rows, rows.len() + usize::from(none.is_some()));
        let mut output = Output::default();
        for (i, row) in rows.iter().enumerate() {
            let (mark, is_seen) = list.row(ui, i, *row);
            output.change = mark.map(|mark| Change::Row(i, mark)).or(output.change);
            if is_seen {
                output.seen.push(i);
            }
        }
        if let Some(none) = none {
            text::label(ui, words.or, theme::body(), theme::tokens_of(ui).text);
            if list.none_row(ui, rows.len(), none) {
                output.change = Some(Change::NoneOfThese(!none.chosen));
                if let Some(unseen) = none.unseen.filter(|_| !none.chosen) {
                    ui.memory_mut(|memory| memory.request_focus(list.row_id(unseen)));
                }
            }
        }
        output
    })
    .inner
}

/// The row that Tab comes to.
fn first_ticked(rows: &[Row<'_>], none: Option<NoneRow<'_>>) -> usize {
    let is_none = none.is_some_and(|none| none.chosen);
    let ticked = rows.iter().position(|row| row.mark == Mark::Yes);
    if is_none { rows.len() } else { ticked.unwrap_or(0) }
}

struct List<'a> {
    base: Id,
    words: Words<'a>,
    /// The row that Tab comes to: the one with focus, or the first that is ticked, or the first.
    stop: usize,
}

impl List<'_> {
    fn row_id(&self, i: usize) -> Id {
        self.base.with(("row", i))
    }

    /// The Tab stop takes focus; the other rows are reached by arrows or clicked.
    fn sense(&self, i: usize) -> Sense {
        if i == self.stop { Sense::click() } else { Sense::CLICK }
    }

    fn doubt_id(&self, i: usize) -> Id {
        self.base.with(("not sure", i))
    }

    /// Moves focus inside the list of `all` rows, some of which have a "not sure" button.
    fn follow_arrows(&mut self, ui: &Ui, rows: &[Row<'_>], all: usize) {
        let Some(focused) = ui.memory(egui::Memory::focused) else {
            return;
        };
        let on_row = (0..all).find(|i| self.row_id(*i) == focused);
        let on_doubt = (0..rows.len()).find(|i| self.doubt_id(*i) == focused);
        let Some(here) = on_row.or(on_doubt) else {
            return;
        };
        let down = focus::arrow_steps(ui, focused, &[Key::ArrowUp], &[Key::ArrowDown]);
        let right = focus::arrow_steps(ui, focused, &[Key::ArrowLeft], &[Key::ArrowRight]);
        let there = (here.cast_signed() + down).rem_euclid(all.cast_signed()).cast_unsigned();
        let doubt = match right.signum() {
            1 => true,
            -1 => false,
            _ => on_doubt.is_some(),
        };
        self.stop = there;
        let can_doubt = rows.get(there).is_some_and(|row| self.has_doubt(*row));
        let target = if doubt && can_doubt { self.doubt_id(there) } else { self.row_id(there) };
        if target != focused {
            ui.memory_mut(|memory| memory.request_focus(target));
        }
    }

    /// Draws a row; returns its new mark, and whether it is in view.
    fn row(&self, ui: &mut Ui, i: usize, row: Row<'_>) -> (Option<Mark>, bool) {
        let t = theme::tokens_of(ui);
        let doubted = row.mark == Mark::NotSure;
        let has_doubt = self.has_doubt(row);
        let button = vec2(if has_doubt { CONTROL } else { 0.0 }, CONTROL);

        let width = ui.available_width();
        let left = PADDING + BOX + LEAD;
        let beside = !has_doubt || width - left - button.x - 2.0 * GAP >= LABEL;
        let label_width = if beside { width - left - button.x - 2.0 * GAP } else { width - left - GAP };
        let label = galley(ui, row.label, theme::body(), t.text, label_width);
        let label_height = label.size().y + 2.0 * GAP;
        let height = if beside { label_height.max(button.y) } else { label_height.max(CONTROL) + button.y };
        let (_, rect) = ui.allocate_space(vec2(width, height));

        // The row answers on its whole width; the button lies on top of it.
        let response = focus::hand(ui.interact(rect, self.row_id(i), self.sense(i)));
        let button_rect = if beside {
            let top = rect.center().y - button.y / 2.0;
            Rect::from_min_size(pos2(rect.right() - button.x - GAP, top), button)
        } else {
            let top = rect.bottom() - button.y;
            Rect::from_min_size(pos2(rect.left() + left - GAP, top), button)
        };
        let doubt = has_doubt.then(|| self.doubt_button(ui, i, button_rect));

        if ui.is_rect_visible(rect) {
            let alive = response.hovered();
            tile(ui, rect, row.mark == Mark::Yes, alive);
            let middle = if beside { rect.center().y } else { rect.top() + label_height.max(CONTROL) / 2.0 };
            check_box(ui, pos2(rect.left() + PADDING + BOX / 2.0, middle), row.mark, alive);
            let at = pos2(rect.left() + left, middle - label.size().y / 2.0);
            ui.painter().galley(at, label, t.text);
            if let Some(doubt) = &doubt {
                Self::paint_doubt(ui, button_rect, doubted, doubt.hovered());
            }
        }

        let ticked = focus::chosen(ui, &response);
        describe_box(ui, &response, row.label, row.mark, self.words);
        focus::attend(ui, &response, KeyCapture::Arrows);

        let mut is_seen = focus::is_seen(ui, &response);
        let unsure = doubt.is_some_and(|doubt| {
            is_seen |= doubt.has_focus();
            let unsure = focus::chosen(ui, &doubt);
            doubt.widget_info(|| {
                let name = format!("{}: {}", row.label, self.words.not_sure.to_lowercase());
                WidgetInfo::selected(Role::Button, doubt.enabled(), doubted, name)
            });
            focus::attend(ui, &doubt, KeyCapture::Arrows);
            unsure
        });

        let mark = match (unsure, ticked) {
            (true, _) => Some(row.mark.doubted()),
            (false, true) => Some(row.mark.ticked()),
            (false, false) => None,
        };
        (mark, is_seen)
    }

    fn has_doubt(&self, row: Row<'_>) -> bool {
        row.doubt == NotSureBox::Offered && !self.words.not_sure.is_empty()
    }

    /// The "not sure" button of a row. It is reached with the arrow keys, not with Tab.
    fn doubt_button(&self, ui: &Ui, i: usize, rect: Rect) -> Response {
        let id = self.doubt_id(i);
        let reached = ui.memory(|memory| memory.has_focus(id));
        let sense = if reached { Sense::click() } else { Sense::CLICK };
        focus::hand(ui.interact(rect, id, sense))
    }

    fn none_row(&self, ui: &mut Ui, i: usize, none: NoneRow<'_>) -> bool {
        let t = theme::tokens_of(ui);
        let width = ui.available_width();
        let left = PADDING + BOX + LEAD;
        let label = galley(ui, none.label, theme::body(), t.text, width - left - PADDING);
        let height = (label.size().y + 2.0 * GAP).max(CONTROL);
        let (_, rect) = ui.allocate_space(vec2(width, height));
        let response = focus::hand(ui.interact(rect, self.row_id(i), self.sense(i)));
        let mark = if none.chosen { Mark::Yes } else { Mark::Unset };
        if ui.is_rect_visible(rect) {
            let alive = response.hovered();
            tile(ui, rect, none.chosen, alive);
            let centre = pos2(rect.left() + PADDING + BOX / 2.0, rect.center().y);
            check_box(ui, centre, mark, alive);
            let at = pos2(rect.left() + left, rect.center().y - label.size().y / 2.0);
            ui.painter().galley(at, label, t.text);
        }
        let changed = focus::chosen(ui, &response);
        describe_box(ui, &response, none.label, mark, self.words);
        focus::attend(ui, &response, KeyCapture::Arrows);
        changed
    }

    fn paint_doubt(ui: &Ui, rect: Rect, on: bool, alive: bool) {
        let t = theme::tokens_of(ui);
        let inner = rect.shrink2(vec2(2.0, 4.0));
        let front = if on { t.btn_t } else { t.link };
        if on {
            ui.painter().rect_filled(inner, CORNER, t.btn);
        } else if alive {
            let line = Stroke::new(2.0, t.border);
            ui.painter().rect_stroke(inner, CORNER, line, StrokeKind::Inside);
        }
        Icon::Question.paint(ui, rect.center(), BOX, front);
    }
}

fn describe_box(ui: &Ui, response: &Response, label: &str, mark: Mark, words: Words<'_>) {
    let on = mark == Mark::Yes;
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, response.enabled(), on, label));
    ui.ctx().accesskit_node_builder(response.id, |node| match mark {
        Mark::Unset | Mark::Yes => {}
        Mark::No => node.set_description(words.no),
        Mark::NotSure => {
            node.set_toggled(Toggled::Mixed);
            node.set_description(words.not_sure);
        }
    });
}

fn check_box(ui: &Ui, centre: Pos2, mark: Mark, alive: bool) {
    let t = theme::tokens_of(ui);
    let rect = Rect::from_center_size(centre, Vec2::splat(BOX));
    let on = mark == Mark::Yes;
    let (edge, line) = mark_edge(ui, on, alive);
    let fill = if on { t.btn } else { t.card };
    ui.painter().rect(rect, 4, fill, Stroke::new(line, edge), StrokeKind::Inside);
    match mark {
        Mark::Unset => {}
        Mark::Yes => Icon::Tick.paint(ui, centre, BOX - 4.0, t.btn_t),
        Mark::No => {
            let half = BOX / 4.0;
            ui.painter().hline(centre.x - half..=centre.x + half, centre.y, Stroke::new(2.5, t.text));
        }
        Mark::NotSure => Icon::Question.paint(ui, centre, BOX - 6.0, t.text),
    }
}
