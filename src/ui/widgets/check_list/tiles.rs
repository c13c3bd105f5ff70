//! A list whose rows stand in tiles, each with a title and a drawing, in as many columns as there is room for.

use std::ops::Range;

use egui::{Frame, Margin, Stroke, Ui};

use super::{List, NoneRow, Output, ROW_GAP, Row, Words, group};
use crate::ui::icons::Icon;
use crate::ui::theme::{self, CORNER, GAP};
use crate::ui::widgets::heading;

/// The narrowest tile.
const TILE: f32 = 290.0;
/// No more tiles stand side by side.
const MOST_COLUMNS: usize = 3;
/// Room around the rows of a tile.
const MARGIN: Margin = Margin { left: 8, right: 8, top: 6, bottom: 6 };
/// The drawing beside the title.
const ICON: f32 = 26.0;
/// What a title takes, in rows.
const TITLE_ROWS: usize = 1;

/// A tile: what its rows share.
#[derive(Clone, Debug)]
pub struct Tile<'a> {
    /// Its title.
    pub title: &'a str,
    /// The drawing beside it.
    pub icon: Icon,
    /// Its rows, by position in the list.
    pub rows: Range<usize>,
}

/// As [`super::check_list`], with the rows in tiles; "none of these" stands below all of them.
pub fn tiled_list(
    ui: &mut Ui,
    (id_salt, name): (&str, &str),
    tiles: &[Tile<'_>],
    rows: &[Row<'_>],
    none: Option<NoneRow<'_>>,
    words: Words<'_>,
) -> Output {
    group(ui, id_salt, name, |ui, base| {
        let list = List::entered(ui, (base, words), rows, none);
        let mut output = Output::default();
        let room = ((ui.available_width() + GAP) / (TILE + GAP)).floor() as usize;
        let heights: Vec<usize> = tiles.iter().map(|tile| tile.rows.len() + TITLE_ROWS).collect();
        let columns = in_columns(&heights, room.clamp(1, MOST_COLUMNS));
        ui.spacing_mut().item_spacing.x = GAP;
        ui.columns(columns.len(), |uis| {
            for (ui, held) in uis.iter_mut().zip(columns) {
                for tile in tiles.get(held).unwrap_or_default() {
                    show_tile(ui, &list, tile, rows, &mut output);
                }
            }
        });
        if let Some(none) = none {
            list.show_none(ui, rows.len(), none, &mut output);
        }
        output
    })
}

fn show_tile(ui: &mut Ui, list: &List<'_>, tile: &Tile<'_>, rows: &[Row<'_>], output: &mut Output) {
    let t = theme::tokens_of(ui);
    let frame =
        Frame::new().fill(t.card).stroke(Stroke::new(1.0, t.divider)).corner_radius(CORNER).inner_margin(MARGIN);
    frame.show(ui, |ui| {
        ui.take_available_width();
        ui.spacing_mut().item_spacing.y = ROW_GAP;
        ui.horizontal(|ui| {
            // Words only: their line need not be as high as a control.
            ui.spacing_mut().interact_size.y = ICON;
            ui.add_space(GAP / 2.0);
            tile.icon.show(ui, ICON);
            _ = heading::small(ui, 3, tile.title);
        });
        for (i, row) in rows.iter().enumerate().filter(|(i, _)| tile.rows.contains(i)) {
            list.show_row(ui, i, *row, output);
        }
    });
}

/// Which of things of these heights stand in which column: in their order, and so that the highest column is as low as it
/// can be.
fn in_columns(heights: &[usize], columns: usize) -> Vec<Range<usize>> {
    let total: usize = heights.iter().sum();
    let mut best = filled_to(heights, total);
    for limit in (0..=total).rev() {
        let filled = filled_to(heights, limit);
        if filled.len() > columns {
            break;
        }
        best = filled;
    }
    best
}

/// Columns that end before they are higher than `limit`, with at least one thing in each.
fn filled_to(heights: &[usize], limit: usize) -> Vec<Range<usize>> {
    let mut columns: Vec<Range<usize>> = Vec::new();
    let mut height = 0;
    for (at, own) in heights.iter().enumerate() {
        match columns.last_mut() {
            Some(column) if height + own <= limit => {
                column.end = at + 1;
                height += own;
            }
            _ => {
                columns.push(at..at + 1);
                height = *own;
            }
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_fill_columns_evenly_and_in_their_order() {
        assert_eq!(in_columns(&[4, 3, 6, 2, 3, 2], 3), [0..2, 2..3, 3..6]);
        assert_eq!(in_columns(&[4, 3, 6, 2, 3, 2], 1).first(), Some(&(0..6)));
        assert_eq!(in_columns(&[2, 2], 3), [0..1, 1..2]);
        assert_eq!(in_columns(&[5], 2).first(), Some(&(0..1)));
    }
}
