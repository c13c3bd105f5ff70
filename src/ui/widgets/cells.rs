//! Cells beside each other, as many in a row as there is room for, those of a row equally high.

use egui::{Color32, Margin, Rect, Shape, Stroke, StrokeKind, Ui, UiBuilder, epaint::RectShape, pos2};

use crate::ui::theme::{self, CORNER, GAP};

const MARGIN: Margin = Margin::same(10);

/// What a cell stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// As a card.
    Plain,
    /// Picked out.
    Tinted,
    /// Good to do.
    Calm,
    /// To be careful with.
    Warm,
    /// Not to be done.
    Stop,
}

impl Ground {
    fn fill(self, ui: &Ui) -> Color32 {
        let t = theme::tokens_of(ui);
        match self {
            Self::Plain => t.card,
            Self::Tinted => t.tint,
            Self::Calm => t.ok_bg,
            Self::Warm => t.warn_bg,
            Self::Stop => t.err_bg,
        }
    }
}

/// Shows `cells`, each at least `least_width` points wide, in rows of at most `most` cells.
///
/// They are read from left to right. The width of a row is shared out evenly; the last row may be shorter.
pub fn cells<T>(
    ui: &mut Ui,
    cells: &[T],
    (least_width, most): (f32, usize),
    ground: impl Fn(&T) -> Ground,
    mut add_cell: impl FnMut(&mut Ui, &T),
) {
    let width = ui.available_width();
    let fit = ((width + GAP) / (least_width + GAP)).floor().max(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 1, and at most some tens")]
    let in_a_row = even((fit as usize).min(most), cells.len());
    let wide = (width - GAP * (in_a_row - 1) as f32) / in_a_row as f32;
    for row in cells.chunks(in_a_row) {
        let top_left = ui.available_rect_before_wrap().min;
        let mut bottom = top_left.y;
        let mut backs = Vec::new();
        for (at, cell) in row.iter().enumerate() {
            let left = top_left.x + at as f32 * (wide + GAP);
            let whole = Rect::from_min_max(pos2(left, top_left.y), pos2(left + wide, f32::INFINITY));
            backs.push((ui.painter().add(Shape::Noop), whole, ground(cell).fill(ui)));
            let inner = UiBuilder::new().id_salt(("cell", at)).max_rect(whole - MARGIN);
            let mut inside = ui.new_child(inner);
            inside.spacing_mut().item_spacing.y = 4.0;
            add_cell(&mut inside, cell);
            bottom = bottom.max(inside.min_rect().bottom() + f32::from(MARGIN.bottom));
        }
        let edge = Stroke::new(1.0, theme::tokens_of(ui).divider);
        for (back, whole, fill) in backs {
            let whole = Rect { max: pos2(whole.max.x, bottom), ..whole };
            ui.painter().set(back, RectShape::new(whole, CORNER, fill, edge, StrokeKind::Inside));
        }
        let taken = Rect::from_min_max(top_left, pos2(top_left.x + width, bottom));
        ui.advance_cursor_after_rect(taken);
    }
}

/// So many in a row, at most `fit`, that the rows are as even as can be.
fn even(fit: usize, count: usize) -> usize {
    let rows = count.div_ceil(fit.max(1)).max(1);
    count.div_ceil(rows).max(1)
}

#[cfg(test)]
mod tests {
    use super::even;

    #[test]
    fn rows_are_as_even_as_can_be() {
        assert_eq!(even(7, 7), 7);
        assert_eq!(even(6, 7), 4);
        assert_eq!(even(3, 4), 2);
        assert_eq!(even(4, 3), 3);
        assert_eq!(even(1, 3), 1);
        assert_eq!(even(3, 0), 1);
    }
}
