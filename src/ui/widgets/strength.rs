//! How strong a sign is: a word with a shape before it, so that neither colour nor a number is needed.

use egui::{Pos2, Rect, Shape, Stroke, Ui, epaint::PathShape, pos2, vec2};

use super::text;
use crate::knowledge::cause::Strength;
use crate::ui::theme::{self, GAP};

const SIZE: f32 = 14.0;
/// The height of a line of text.
const LINE: f32 = 24.0;
/// Points on half a circle.
const HALF: usize = 16;

/// The word with its shape: a full disc, a half one, a ring, a dot.
pub fn strength(ui: &mut Ui, strength: Strength, word: &str) {
    ui.scope(|ui| {
        // No control stands in this row, so it needs no more height than its text.
        ui.spacing_mut().interact_size.y = LINE;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            let (_, place) = ui.allocate_space(vec2(SIZE, LINE));
            paint(ui, strength, place);
            text::bold(ui, word);
        });
    });
}

fn paint(ui: &Ui, strength: Strength, place: Rect) {
    let colour = theme::tokens_of(ui).text;
    let (centre, radius) = (place.center(), SIZE / 2.0 - 1.0);
    let painter = ui.painter();
    let ring = || painter.circle_stroke(centre, radius, Stroke::new(2.0, colour));
    match strength {
        Strength::StrongFor | Strength::StrongAgainst => _ = painter.circle_filled(centre, radius + 1.0, colour),
        Strength::ModerateFor | Strength::ModerateAgainst => {
            ring();
            painter.add(Shape::Path(PathShape::convex_polygon(half(centre, radius), colour, Stroke::NONE)));
        }
        Strength::WeakFor | Strength::WeakAgainst => _ = ring(),
        Strength::Neutral => _ = painter.circle_filled(centre, 2.5, colour),
    }
}

/// The left half of a disc.
fn half(centre: Pos2, radius: f32) -> Vec<Pos2> {
    (0..=HALF)
        .map(|step| {
            let angle = std::f32::consts::PI * (0.5 + step as f32 / HALF as f32);
            pos2(centre.x + radius * angle.cos(), centre.y + radius * angle.sin())
        })
        .collect()
}
