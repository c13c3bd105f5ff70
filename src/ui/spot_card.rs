//! The marked places: one stands open with how bad it is, the others are named.

use std::collections::BTreeSet;

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::choice::choose;
use super::widgets::fold::fold;
use super::widgets::{card, radio_group, status, text};
use crate::check::edit::Edit;
use crate::check::spot::{Knee, Side, Size, Spot};
use crate::knowledge::ids::ZoneId;
use crate::knowledge::known_ids::{KnownQuestion, questions};
use crate::wording::fill;

/// Which of the marked places stands open.
#[derive(Default)]
pub struct SpotCards {
    open: Option<(Knee, ZoneId)>,
    /// What was marked in the last frame: a place that is new stands open at once.
    known: Vec<(Knee, ZoneId)>,
}

impl SpotCards {
    /// Opens a place that is marked.
    pub fn open(&mut self, spot: (Knee, ZoneId)) {
        self.open = Some(spot);
    }

    /// All marked places, in the order in which they were marked.
    pub fn show(&mut self, ui: &mut Ui, model: &ReadModel<'_>) {
        self.follow(&model.check.spots);
        let pains = [questions::PAIN_WORST, questions::PAIN_NOW].map(|id| model.knowledge.question(&id));
        let said: BTreeSet<String> =
            pains.into_iter().flatten().filter_map(|question| model.said_before(question)).collect();
        for line in &said {
            text::hint(ui, line);
        }
        for (at, spot) in model.check.spots.iter().enumerate() {
            let key = (spot.knee, spot.zone.clone());
            if self.open.as_ref() == Some(&key) {
                spot_card(ui, model, at, spot);
            } else if Button::quiet(&line(model, at, spot)).show(ui).clicked() {
                self.open = Some(key);
                ui.ctx().request_repaint();
            }
        }
    }

    fn follow(&mut self, spots: &[Spot]) {
        let now: Vec<(Knee, ZoneId)> = spots.iter().map(|spot| (spot.knee, spot.zone.clone())).collect();
        if let Some(new) = now.iter().rev().find(|spot| !self.known.contains(spot)) {
            self.open = Some(new.clone());
        }
        if !self.open.as_ref().is_some_and(|open| now.contains(open)) {
            self.open = now.last().cloned();
        }
        self.known = now;
    }
}

fn spot_name(model: &ReadModel<'_>, spot: &Spot) -> String {
    match model.knowledge.zone(spot.zone.as_str()) {
        Some(zone) => model.zone_name(spot.knee, zone),
        None => spot.zone.to_string(),
    }
}

/// "2. Right knee, front, on or behind the kneecap: 5 of 10".
fn line(model: &ReadModel<'_>, at: usize, spot: &Spot) -> String {
    let words = &model.words().place;
    let (number, place) = ((at + 1).to_string(), spot_name(model, spot));
    match counted(model, questions::PAIN_WORST, spot.worst) {
        Some(pain) => {
            let pain = pain.to_string();
            fill(&words.spot_line_rated, &[("number", number.as_str()), ("place", &place), ("pain", &pain)])
        }
        None => fill(&words.spot_line, &[("number", number.as_str()), ("place", &place)]),
    }
}

fn spot_card(ui: &mut Ui, model: &ReadModel<'_>, at: usize, spot: &Spot) {
    let words = model.words();
    let name = spot_name(model, spot);
    ui.push_id((spot.knee == Knee::Left, spot.zone.as_str()), |ui| {
        card::spot(ui, |ui| {
            let number = (at + 1).to_string();
            let title = fill(&words.place.spot_line, &[("number", &number), ("place", &name)]);
            status::named(ui, "kneenote spot", &title);
            pain(ui, model, spot, &name);
            ui.horizontal_wrapped(|ui| wrong_knee_or_place(ui, model, spot, &name));
            fold(ui, "more", &words.place.more_of, false, |ui| now_and_size(ui, model, spot, &name));
        });
    });
}

/// One click each, and Undo takes it back.
fn wrong_knee_or_place(ui: &mut Ui, model: &ReadModel<'_>, spot: &Spot, name: &str) {
    let words = model.words();
    let is_on_both = model.check.is_marked(spot.knee.other(), spot.zone.as_str());
    if !is_on_both {
        let swap = fill(&words.place.swap_named, &[("what", name)]);
        if Button::quiet(&words.place.swap).named(&swap).show(ui).clicked() {
            model.edit(Edit::SwapKnee(spot.knee, spot.zone.clone()));
        }
    }
    let remove = fill(&words.buttons.remove_named, &[("what", name)]);
    if Button::quiet(&words.buttons.remove).named(&remove).show(ui).clicked() {
        model.edit(Edit::ToggleSpot(spot.knee, spot.zone.clone()));
    }
    let is_one_sided = model.check.side.is_some_and(|side| side != Side::Both);
    if (is_one_sided || !is_on_both) && Button::quiet(&words.place.copy).show(ui).clicked() {
        model.edit(Edit::CopyToOtherKnee(spot.knee));
    }
}

fn pain(ui: &mut Ui, model: &ReadModel<'_>, spot: &Spot, name: &str) {
    let words = &model.words().place;
    text::body(ui, &words.worst);
    let group = format!("{name}, {}", words.worst);
    let chosen = counted(model, questions::PAIN_WORST, spot.worst);
    if let Some(pain) = radio_group::scale(ui, "worst", &group, (&words.scale_least, &words.scale_most), chosen) {
        model.edit(Edit::SpotWorst(spot.knee, spot.zone.clone(), pain as u8));
    }
}

/// The pain as it stands on its scale: none once it is too old to count.
fn counted(model: &ReadModel<'_>, question: KnownQuestion, pain: Option<u8>) -> Option<usize> {
    pain.filter(|_| !model.is_asked_again(&question)).map(usize::from)
}

fn now_and_size(ui: &mut Ui, model: &ReadModel<'_>, spot: &Spot, name: &str) {
    let words = &model.words().place;
    text::body(ui, &words.now);
    let group = format!("{name}, {}", words.now);
    let chosen = counted(model, questions::PAIN_NOW, spot.now);
    if let Some(pain) = radio_group::scale(ui, "now", &group, (&words.scale_least, &words.scale_most), chosen) {
        model.edit(Edit::SpotNow(spot.knee, spot.zone.clone(), pain as u8));
    }
    if spot.worst.is_some_and(|worst| spot.now > Some(worst)) {
        text::hint(ui, &words.now_above_worst);
    }
    text::body(ui, &words.size);
    let label = |size: Size| model.knowledge.finding(&size.finding()).map_or("", |finding| finding.label.as_str());
    let choices = Size::ALL.map(|size| (size, label(size)));
    let group = format!("{name}, {}", words.size);
    let picked = choose(&choices, spot.size, |labels, at| radio_group::rows(ui, "size", &group, labels, at));
    if let Some(size) = picked {
        model.edit(Edit::SpotSize(spot.knee, spot.zone.clone(), size));
    }
}
