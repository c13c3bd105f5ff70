//! Step 1, the first screen: what stands beside the knees.

use egui::Ui;

use super::read_model::ReadModel;
use super::spot_card::SpotCards;
use super::widgets::fold::fold;
use super::widgets::{card, text};
use super::{opening, zone_list};
use crate::knowledge::zone::ZoneGroup;
use crate::session::state::Attention;

/// What is marked and how bad it is, the places as lists, and what the program is.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>, cards: &mut SpotCards) {
    let words = &model.words().place;
    missing(ui, model);
    opening::news(ui, model);
    cards.show(ui, model);
    fold(ui, "cannot point", &words.cannot_point, false, |ui| {
        zone_list::show(ui, model, &[ZoneGroup::NotOnePlace]);
    });
    fold(ui, "from a list", &words.from_list, false, |ui| {
        zone_list::show(ui, model, &[ZoneGroup::Front, ZoneGroup::Outer, ZoneGroup::Inner, ZoneGroup::Back]);
    });
    opening::about(ui, model);
}

/// What Continue still needs here.
fn missing(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().place;
    if model.attention != Attention::PlaceMissing || !model.check.spots.is_empty() {
        return;
    }
    let panel = card::problem_panel(ui, &words.missing_title, |ui| text::body(ui, &words.missing_spot));
    panel.response.scroll_to_me(None);
}
