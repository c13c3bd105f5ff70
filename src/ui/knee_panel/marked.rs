//! The places that were marked, in words.

use egui::{Align, Layout, Ui, vec2};

use crate::check::edit::Edit;
use crate::ui::icons::Icon;
use crate::ui::read_model::ReadModel;
use crate::ui::theme::CONTROL;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text;
use crate::wording::fill;

/// Each place with its number and the way to take it back.
pub(super) fn list(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    text::bold(ui, &words.place.marked);
    for (at, spot) in model.check.spots.iter().enumerate() {
        let Some(zone) = model.knowledge.zone(spot.zone.as_str()) else { continue };
        let place = fill(&words.picker.zone_name, &[("knee", model.knee_name(spot.knee)), ("place", &zone.short)]);
        ui.push_id(at, |ui| {
            ui.allocate_ui_with_layout(
                vec2(ui.available_width(), CONTROL),
                Layout::right_to_left(Align::Center),
                |ui| {
                    let name = fill(&words.buttons.remove_named, &[("what", &place)]);
                    if Button::quiet("").icon(Icon::CircleCross).named(&name).show(ui).clicked() {
                        model.edit(Edit::ToggleSpot(spot.knee, spot.zone.clone()));
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        text::body(ui, &format!("{} {place}", at + 1));
                    });
                },
            );
        });
    }
}

/// One line in place of the picture, in narrow windows.
pub fn summary_line(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().place;
    let Some(knee) = model.knee() else { return };
    let spots = match model.check.spots.len() {
        1 => words.spots_one.clone(),
        count => fill(&words.spots_many, &[("count", &count.to_string())]),
    };
    text::hint(ui, &fill(&words.knee_spots, &[("knee", model.knee_title(knee)), ("spots", &spots)]));
}
