//! Step 1: which knee, which places, how bad.

use egui::Ui;

use super::read_model::ReadModel;
use super::theme::GAP;
use super::widgets::button::Button;
use super::widgets::choice::choose;
use super::widgets::fold::fold;
use super::widgets::{card, heading, radio_group, text};
use super::zone_list;
use crate::check::edit::Edit;
use crate::check::spot::{Knee, Side, Size, Spot};
use crate::knowledge::known_ids::{KnownQuestion, questions};
use crate::session::state::Attention;
use crate::wording::fill;

/// The places: marked ones with how bad they are, then all of them as a list.
pub fn places(ui: &mut Ui, model: &ReadModel<'_>) {
    marked(ui, model);
    zone_list::show(ui, model);
}

/// What Continue still needs here.
pub fn missing(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().place;
    let missing: Vec<&str> = [
        (model.check.side.is_none(), words.missing_side.as_str()),
        (model.check.spots.is_empty(), words.missing_spot.as_str()),
    ]
    .into_iter()
    .filter_map(|(is_missing, text)| is_missing.then_some(text))
    .collect();
    if model.attention != Attention::PlaceMissing || missing.is_empty() {
        return;
    }
    let panel = card::problem_panel(ui, &words.missing_title, |ui| {
        for line in missing {
            text::body(ui, line);
        }
    });
    panel.response.scroll_to_me(None);
}

/// Which knee hurts, in words and never by a click on a picture.
pub fn which_knee(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().place;
    heading::heading(ui, 3, &words.which);
    text::hint(ui, &words.which_hint);
    let sides = [(Side::Left, &words.left), (Side::Right, &words.right), (Side::Both, &words.both)];
    let picked =
        choose(&sides, model.check.side, |labels, at| radio_group::segments(ui, "side", &words.which, labels, at));
    if let Some(side) = picked {
        model.edit(Edit::Side(side));
    }
    if model.check.side == Some(Side::Both) {
        text::bold(ui, &words.worse);
        text::hint(ui, &words.worse_hint);
        let knees = [(Knee::Left, &words.left), (Knee::Right, &words.right)];
        let picked = choose(&knees, model.check.worse_knee, |labels, at| {
            radio_group::segments(ui, "worse", &words.worse, labels, at)
        });
        if let Some(knee) = picked {
            model.edit(Edit::WorseKnee(knee));
        }
    }
    ui.add_space(GAP);
}

/// The marked places, each with how bad it is.
fn marked(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().place;
    heading::heading(ui, 3, &words.mark);
    text::hint(ui, &words.mark_hint);
    for question in
        [questions::PAIN_WORST, questions::PAIN_NOW].into_iter().filter_map(|id| model.knowledge.question(&id))
    {
        if let Some(said) = model.said_before(question) {
            text::hint(ui, &said);
        }
    }
    let spots = &model.check.spots;
    if spots.is_empty() {
        text::body(ui, &words.nothing_marked);
        return;
    }
    if spots.len() > 1 {
        which_is_worst(ui, model);
    }
    let worst = model.check.worst();
    let (first, others): (Vec<&Spot>, Vec<&Spot>) = spots.iter().partition(|spot| Some(*spot) == worst);
    for spot in first.into_iter().chain(others) {
        spot_card(ui, model, spot, Some(spot) == worst);
    }
    if model.check.side == Some(Side::Both)
        && let Some(knee) = model.knee()
        && Button::secondary(&words.copy).show(ui).clicked()
    {
        model.edit(Edit::CopyToOtherKnee(knee));
    }
}

fn which_is_worst(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().place;
    text::bold(ui, &words.most);
    let spots = &model.check.spots;
    let spot_choices = spots.iter().map(|spot| (Some((spot.knee, &spot.zone)), spot_name(model, spot)));
    let choices: Vec<_> = spot_choices.chain([(None, words.cannot_tell.clone())]).collect();
    let chosen = model.check.worst_spot.as_ref().map(|(knee, zone)| Some((*knee, zone)));
    let picked = choose(&choices, chosen, |labels, at| radio_group::rows(ui, "most", &words.most, labels, at));
    if let Some(worst) = picked {
        model.edit(Edit::WorstSpot(worst.map(|(knee, zone)| (knee, zone.clone()))));
    }
    ui.add_space(GAP);
}

fn spot_name(model: &ReadModel<'_>, spot: &Spot) -> String {
    match model.knowledge.zone(spot.zone.as_str()) {
        Some(zone) => model.zone_name(spot.knee, zone),
        None => spot.zone.to_string(),
    }
}

fn spot_card(ui: &mut Ui, model: &ReadModel<'_>, spot: &Spot, is_worst: bool) {
    let words = model.words();
    let name = spot_name(model, spot);
    ui.push_id((spot.knee == Knee::Left, spot.zone.as_str()), |ui| {
        card::card(ui, |ui| {
            text::bold(ui, &name);
            if is_worst {
                pain(ui, model, spot, &name);
            }
            fold(ui, "more", &words.place.more_of, false, |ui| {
                if !is_worst {
                    pain(ui, model, spot, &name);
                }
                now_and_size(ui, model, spot, &name);
            });
            let remove = fill(&words.buttons.remove_named, &[("what", &name)]);
            if Button::quiet(&words.buttons.remove).named(&remove).show(ui).clicked() {
                model.edit(Edit::ToggleSpot(spot.knee, spot.zone.clone()));
            }
        });
    });
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
