//! A list of any length, of which only the rows in view are laid out.

use egui::{Id, Ui, UiBuilder, vec2};

/// Rows this far out of view are laid out too, so that Tab leads on to the next row before it is seen.
const BEYOND: f32 = 200.0;

/// Less than this is no change, in points.
const STILL: f32 = 0.5;

/// How high each row was when it was last laid out.
#[derive(Clone, Debug, Default)]
struct Heights {
    width: f32,
    rows: Vec<f32>,
}

/// Shows `count` rows inside a scroll area. `guess` is about the height of a row that was not laid out yet.
pub fn long_list(ui: &mut Ui, salt: &str, count: usize, guess: f32, mut row: impl FnMut(&mut Ui, usize)) {
    let id = ui.scope_id().with(salt);
    // A scope counts as one whatever is in it: what comes after the list keeps its id, and so focus and clicks, as rows
    // come into view.
    ui.scope(|ui| rows(ui, id, count, guess, &mut row));
}

fn rows(ui: &mut Ui, id: Id, count: usize, guess: f32, row: &mut dyn FnMut(&mut Ui, usize)) {
    let mut heights: Heights = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if heights.rows.len() != count || (heights.width - ui.available_width()).abs() > STILL {
        heights = Heights { width: ui.available_width(), rows: vec![guess; count] };
    }
    let gap = ui.spacing().item_spacing.y;
    let seen = ui.clip_rect().expand2(vec2(0.0, BEYOND)).y_range();
    let mut top = ui.next_widget_position().y;
    let is_above = |height: &&f32| {
        let is_above = top + **height < seen.min;
        if is_above {
            top += **height + gap;
        }
        is_above
    };
    let first = heights.rows.iter().take_while(is_above).count();
    skip(ui, heights.rows.get(..first), gap);
    let mut next = first;
    while next < count && ui.next_widget_position().y < seen.max {
        // An id of its own: a row must not become another one, and lose focus, when those above are skipped.
        let shown = ui.scope_builder(UiBuilder::new().scope_id(Id::unique((id, next))), |ui| row(ui, next));
        if let Some(height) = heights.rows.get_mut(next) {
            let measured = shown.response.rect.height();
            // What stands below moves: it is drawn where it is now before anybody clicks it.
            if (*height - measured).abs() > STILL {
                ui.ctx().request_repaint();
            }
            *height = measured;
        }
        next += 1;
    }
    skip(ui, heights.rows.get(next..), gap);
    ui.data_mut(|data| data.insert_temp(id, heights));
}

/// Leaves the room of rows that are not laid out.
fn skip(ui: &mut Ui, heights: Option<&[f32]>, gap: f32) {
    let Some(heights) = heights.filter(|heights| !heights.is_empty()) else { return };
    let height: f32 = heights.iter().map(|height| height + gap).sum();
    ui.allocate_space(vec2(1.0, height - gap));
}
