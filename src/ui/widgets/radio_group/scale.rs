//! The scale from 0 to 10: arrows go from box to box, a digit chooses its box.

use egui::{Key, Modifiers, Ui, Vec2};

use super::{CellWidth, EdgeBehaviour, Group, group};
use crate::ui::theme::{CONTROL, GAP};
use crate::ui::widgets::text;

/// Answers on the scale.
const STEPS: usize = 11;
/// Space between its boxes.
const STEP_GAP: f32 = 4.0;
/// Its widest box.
const STEP_WIDTH: f32 = 56.0;
/// Two digits typed within so many seconds are one number.
const TOGETHER: f64 = 1.5;

/// The scale from 0 to 10: boxes in one line, or in two or more where the column is narrow.
///
/// `least` and `most` say what 0 and 10 mean; they are drawn below the boxes.
pub fn scale(
    ui: &mut Ui,
    id_salt: &str,
    name: &str,
    (least, most): (&str, &str),
    chosen: Option<usize>,
) -> Option<usize> {
    group(ui, id_salt, name, STEPS, |ui, base| {
        let mut group = Group::read(ui, base, STEPS, chosen, EdgeBehaviour::Stop);
        group.follow_digits(ui);
        let (columns, width) = scale_columns(ui.available_width());
        ui.spacing_mut().item_spacing = Vec2::splat(STEP_GAP);
        let mut picked = group.moved;
        for line in (0..STEPS).collect::<Vec<_>>().chunks(columns) {
            ui.horizontal(|ui| {
                for &i in line {
                    let digits = i.to_string();
                    let spoken = match i {
                        0 => format!("{digits}, {least}"),
                        i if i + 1 == STEPS => format!("{digits}, {most}"),
                        _ => digits.clone(),
                    };
                    if group.cell(ui, i, &digits, &spoken, CellWidth::Exactly(width)) {
                        picked = Some(i);
                    }
                }
            });
        }
        // Words only: their line need not be as high as a control.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing.x = 3.0 * GAP;
        ui.horizontal_wrapped(|ui| {
            text::hint(ui, &format!("0: {least}"));
            text::hint(ui, &format!("{}: {most}", STEPS - 1));
        });
        picked
    })
}

/// How many boxes stand in a line of `width` points, and how wide each is.
fn scale_columns(width: f32) -> (usize, f32) {
    let fit = |columns: u8| {
        let columns = f32::from(columns);
        (width - (columns - 1.0) * STEP_GAP) / columns
    };
    [11, 6, 4]
        .into_iter()
        .map(|columns| (columns, fit(columns)))
        .find(|(_, each)| *each >= CONTROL)
        .map_or((3, CONTROL), |(columns, each)| (usize::from(columns), each.min(STEP_WIDTH).floor()))
}

impl Group {
    /// A digit that is typed while the scale has the focus chooses its box; 0 after 1 makes 10.
    fn follow_digits(&mut self, ui: &Ui) {
        if !ui.memory(egui::Memory::focused).is_some_and(|focused| (0..STEPS).any(|i| self.base.with(i) == focused)) {
            return;
        }
        let is_pressed = |digit: &usize| {
            let key = Key::from_name(&digit.to_string());
            key.is_some_and(|key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)))
        };
        let typed = (0..10).find(is_pressed);
        let (id, now) = (self.base.with("typed"), ui.input(|input| input.time));
        let Some(digit) = typed else { return };
        // What was chosen before may be 1 too: only a 1 that was typed just now makes 10.
        let before: Option<(usize, f64)> = ui.data(|data| data.get_temp(id));
        let follows_one = before.is_some_and(|(digit, at)| digit == 1 && now - at < TOGETHER);
        ui.data_mut(|data| data.insert_temp(id, (digit, now)));
        let there = if digit == 0 && follows_one { STEPS - 1 } else { digit };
        ui.memory_mut(|memory| memory.request_focus(self.base.with(there)));
        (self.moved, self.chosen, self.stop) = (Some(there), Some(there), there);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_breaks_into_lines_when_narrow() {
        for (width, columns) in [(800.0, 11), (524.0, 11), (520.0, 6), (300.0, 6), (200.0, 4)] {
            let (found, each) = scale_columns(width);
            assert_eq!(found, columns, "{width}");
            assert!(each >= CONTROL);
        }
    }
}
