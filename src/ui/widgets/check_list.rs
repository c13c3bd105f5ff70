//! Several answers that may each be yes, no or not sure.
//!
//! The list is one Tab stop, as every group is: up and down arrows go from row to row and from the last to the first,
//! right and left go to the row's "no" and "not sure" and back. A press on the row itself is yes.

mod cells;
mod tiles;

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
    theme::{self, CONTROL, GAP, PADDING},
};
pub use tiles::{Tile, tiled_list};

/// Side of a box.
const BOX: f32 = 24.0;
/// Space between the box and its label.
const LEAD: f32 = 12.0;
/// The narrowest label that leaves room for the cells beside it.
const LABEL: f32 = 120.0;
/// Space between rows that have no edge.
const ROW_GAP: f32 = 2.0;
/// Space beside the label of a row that has no box.
const SIDE: f32 = GAP;
/// The narrowest of two columns of rows.
const COLUMN: f32 = 290.0;
/// From so many rows with cells on they stand in two columns, where there is room.
const ROWS_FOR_TWO: usize = 4;

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
    /// What a press on the cell of `pressed` makes of it: the same again takes it back.
    #[must_use]
    pub fn pressed(self, pressed: Self) -> Self {
        if self == pressed { Self::Unset } else { pressed }
    }
}

/// One row: what it says, and what is known.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// A full phrase: its name.
    pub label: &'a str,
    /// What is drawn of it, where a title above says the rest; most often the label.
    pub short: &'a str,
    /// What the user said.
    pub mark: Mark,
    /// What can be said of it.
    pub cells: Cells,
}

/// What can be said of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Yes, no and not sure, each with a cell.
    YesNoUnsure,
    /// Yes alone: one cannot deny that one does not know, or be unsure of it.
    YesAlone,
}

/// The words that the list itself shows.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Said of the cell with a cross, and of a row that is no: "No". The screen says once what the cells mean.
    pub no: &'a str,
    /// Said of the cell with a question mark: "Not sure".
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
    group(ui, id_salt, name, |ui, base| {
        let list = List::entered(ui, (base, words), rows, none);
        let mut output = Output::default();
        if rows.iter().any(|row| row.cells == Cells::YesNoUnsure) {
            ui.spacing_mut().item_spacing.y = ROW_GAP;
        }
        let with_cells = rows.iter().take_while(|row| row.cells == Cells::YesNoUnsure).count();
        let has_room = ui.available_width() >= 2.0 * COLUMN + 2.0 * GAP;
        let in_columns = if has_room && with_cells >= ROWS_FOR_TWO { with_cells } else { 0 };
        list.show_two_columns(ui, rows.get(..in_columns).unwrap_or_default(), &mut output);
        for (i, row) in rows.iter().enumerate().skip(in_columns) {
            list.show_row(ui, i, *row, &mut output);
        }
        if let Some(none) = none {
            text::label(ui, words.or, theme::body(), theme::tokens_of(ui).text);
            list.show_none(ui, rows.len(), none, &mut output);
        }
        output
    })
}

/// Draws the contents of a list in a node with its role and name.
fn group<R>(ui: &mut Ui, id_salt: &str, name: &str, add_contents: impl FnOnce(&mut Ui, Id) -> R) -> R {
    let base = ui.make_persistent_id(id_salt);
    let builder = UiBuilder::new().id_salt(id_salt).accessibility_role(Role::Group).accessibility_label(name);
    ui.scope_builder(builder, |ui| add_contents(ui, base)).inner
}

/// The row that Tab comes to.
fn first_ticked(rows: &[Row<'_>], none: Option<NoneRow<'_>>) -> usize {
    let is_none = none.is_some_and(|none| none.chosen);
    let ticked = rows.iter().position(|row| row.mark == Mark::Yes);
    if is_none { rows.len() } else { ticked.unwrap_or(0) }
}

/// The cell of a row. It is reached with the arrow keys, not with Tab.
fn cell(ui: &Ui, id: Id, rect: Rect) -> Response {
    let reached = ui.memory(|memory| memory.has_focus(id));
    let sense = if reached { Sense::click() } else { Sense::CLICK };
    focus::hand(ui.interact(rect, id, sense))
}

struct List<'a> {
    base: Id,
    words: Words<'a>,
    /// The row that Tab comes to: the one with focus, or the first that is ticked, or the first.
    stop: usize,
}

impl<'a> List<'a> {
    /// The list with the row that Tab comes to, once the arrow keys were followed.
    fn entered(ui: &Ui, (base, words): (Id, Words<'a>), rows: &[Row<'_>], none: Option<NoneRow<'_>>) -> Self {
        let mut list = Self { base, words, stop: first_ticked(rows, none) };
        list.follow_arrows(ui, rows, rows.len() + usize::from(none.is_some()));
        list
    }

    fn row_id(&self, i: usize) -> Id {
        self.base.with(("row", i))
    }

    /// The Tab stop takes focus; the other rows are reached by arrows or clicked.
    fn sense(&self, i: usize) -> Sense {
        if i == self.stop { Sense::click() } else { Sense::CLICK }
    }

    fn cell_id(&self, i: usize, of: Mark) -> Id {
        self.base.with((of, i))
    }

    /// The controls of a row from left to right.
    fn controls(&self, i: usize, rows: &[Row<'_>]) -> Vec<Id> {
        let has_cells = rows.get(i).is_some_and(|row| row.cells == Cells::YesNoUnsure);
        let cells = [Mark::No, Mark::NotSure].into_iter().filter(|_| has_cells).map(|of| self.cell_id(i, of));
        [self.row_id(i)].into_iter().chain(cells).collect()
    }

    /// Moves focus inside the list of `all` rows, most of which have cells.
    fn follow_arrows(&mut self, ui: &Ui, rows: &[Row<'_>], all: usize) {
        let Some(focused) = ui.memory(egui::Memory::focused) else {
            return;
        };
        let place = |i| Some((i, self.controls(i, rows).iter().position(|id| *id == focused)?));
        let Some((here, column)) = (0..all).find_map(place) else {
            return;
        };
        let down = focus::arrow_steps(ui, focused, &[Key::ArrowUp], &[Key::ArrowDown]);
        let right = focus::arrow_steps(ui, focused, &[Key::ArrowLeft], &[Key::ArrowRight]);
        let there = (here.cast_signed() + down).rem_euclid(all.cast_signed()).cast_unsigned();
        self.stop = there;
        let controls = self.controls(there, rows);
        let column = column.saturating_add_signed(right).min(controls.len() - 1);
        if let Some(target) = controls.get(column).filter(|target| **target != focused) {
            ui.memory_mut(|memory| memory.request_focus(*target));
        }
    }

    /// Draws rows side by side in two columns: the first half stands on the left, as the arrow keys go.
    fn show_two_columns(&self, ui: &mut Ui, rows: &[Row<'_>], output: &mut Output) {
        if rows.is_empty() {
            return;
        }
        let half = rows.len().div_ceil(2);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0 * GAP;
            ui.columns(2, |columns| {
                for (i, row) in rows.iter().enumerate() {
                    if let Some(column) = columns.get_mut(i / half) {
                        self.show_row(column, i, *row, output);
                    }
                }
            });
        });
    }

    /// Draws a row and notes what it says.
    fn show_row(&self, ui: &mut Ui, i: usize, row: Row<'_>, output: &mut Output) {
        let (mark, is_seen) = match row.cells {
            Cells::YesNoUnsure => self.row(ui, i, row),
            Cells::YesAlone => self.box_row(ui, i, row),
        };
        output.change = mark.map(|mark| Change::Row(i, mark)).or(output.change);
        if is_seen {
            output.seen.push(i);
        }
    }

    /// Draws "none of these"; ticked while a row was never in view, it leads there.
    fn show_none(&self, ui: &mut Ui, i: usize, none: NoneRow<'_>, output: &mut Output) {
        if self.none_row(ui, i, none) {
            output.change = Some(Change::NoneOfThese(!none.chosen));
            if let Some(unseen) = none.unseen.filter(|_| !none.chosen) {
                ui.memory_mut(|memory| memory.request_focus(self.row_id(unseen)));
            }
        }
    }

    /// A row with its cells; returns its new mark, and whether it is in view.
    fn row(&self, ui: &mut Ui, i: usize, row: Row<'_>) -> (Option<Mark>, bool) {
        let t = theme::tokens_of(ui);
        let width = ui.available_width();
        let beside = width - SIDE - cells::WIDTH >= LABEL;
        let label_width = if beside { width - SIDE - cells::WIDTH - GAP } else { width - 2.0 * SIDE };
        let label = galley(ui, row.short, theme::body(), t.text, label_width);
        let label_height = (label.size().y + GAP / 2.0).max(if beside { CONTROL } else { 0.0 });
        let height = if beside { label_height } else { label_height + CONTROL };
        let (_, rect) = ui.allocate_space(vec2(width, height));

        // The row answers on its whole width; the cells lie on top of it.
        let response = focus::hand(ui.interact(rect, self.row_id(i), self.sense(i)));
        let alive = response.hovered();
        if ui.is_rect_visible(rect) {
            if alive {
                ui.painter().rect_filled(rect, theme::CORNER, t.tint);
            }
            let at = pos2(rect.left() + SIDE, rect.top() + (label_height - label.size().y) / 2.0);
            ui.painter().galley(at, label, t.text);
        }
        let place = if beside {
            Rect::from_min_size(pos2(rect.right() - cells::WIDTH, rect.center().y - CONTROL / 2.0), cells::SIZE)
        } else {
            Rect::from_min_size(pos2(rect.left() + SIDE, rect.bottom() - CONTROL), cells::SIZE)
        };
        let yes = focus::chosen(ui, &response).then_some(Mark::Yes);
        describe_box(ui, &response, row.label, row.mark, self.words);
        focus::attend(ui, &response, KeyCapture::Arrows);
        cells::paint(ui, place, 0, Mark::Yes, row.mark, alive);

        let mut is_seen = focus::is_seen(ui, &response);
        let mut pressed = yes;
        for (column, of, word) in [(1, Mark::No, self.words.no), (2, Mark::NotSure, self.words.not_sure)] {
            let cell = cell(ui, self.cell_id(i, of), cells::target(place, column));
            cells::paint(ui, place, column, of, row.mark, cell.hovered());
            is_seen |= cell.has_focus();
            if focus::chosen(ui, &cell) {
                pressed = Some(of);
            }
            cell.widget_info(|| {
                let name = format!("{}: {}", row.label, word.to_lowercase());
                WidgetInfo::selected(Role::Button, cell.enabled(), row.mark == of, name)
            });
            focus::attend(ui, &cell, KeyCapture::Arrows);
        }
        (pressed.map(|of| row.mark.pressed(of)), is_seen)
    }

    /// A row with a box that is ticked or not.
    fn box_row(&self, ui: &mut Ui, i: usize, row: Row<'_>) -> (Option<Mark>, bool) {
        let none = NoneRow { chosen: row.mark == Mark::Yes, label: row.label, unseen: None };
        let (is_pressed, is_seen) = self.ticked_row(ui, i, none, row.mark);
        (is_pressed.then(|| row.mark.pressed(Mark::Yes)), is_seen)
    }

    fn none_row(&self, ui: &mut Ui, i: usize, none: NoneRow<'_>) -> bool {
        let mark = if none.chosen { Mark::Yes } else { Mark::Unset };
        self.ticked_row(ui, i, none, mark).0
    }

    /// A whole row that is ticked or not; says whether it was pressed, and whether it is in view.
    fn ticked_row(&self, ui: &mut Ui, i: usize, none: NoneRow<'_>, mark: Mark) -> (bool, bool) {
        let t = theme::tokens_of(ui);
        let width = ui.available_width();
        let left = PADDING + BOX + LEAD;
        let label = galley(ui, none.label, theme::body(), t.text, width - left - PADDING);
        let height = (label.size().y + 2.0 * GAP).max(CONTROL);
        let (_, rect) = ui.allocate_space(vec2(width, height));
        let response = focus::hand(ui.interact(rect, self.row_id(i), self.sense(i)));
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
        (changed, focus::is_seen(ui, &response))
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
