//! Step 2: which knee, which places, how bad.

use egui::Ui;

use super::screen::{Attention, ReadModel};
use super::theme::GAP;
use super::widgets::button::Button;
use super::widgets::check_list::{Change, Doubt, Mark, Row, Words, check_list};
use super::widgets::fold::fold;
use super::widgets::{card, heading, radio_group, text};
use crate::app::command::Edit;
use crate::check::spot::{Knee, Side, Size, Spot};
use crate::knowledge::known_ids::{KnownQuestion, questions};
use crate::knowledge::zone::{View, Zone};
use crate::wording::{capitalised, fill};

/// The places: marked ones with how bad they are, then all of them as a list.
pub fn places(ui: &mut Ui, model: &ReadModel<'_>) {
    marked(ui, model);
    zone_list(ui, model);
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
    let chosen = model.check.side.and_then(|side| Side::ALL.iter().position(|other| *other == side));
    let picked = radio_group::segments(ui, "side", &words.which, &[&words.left, &words.right, &words.both], chosen);
    if let Some(side) = picked.and_then(|at| Side::ALL.get(at)) {
        model.edit(Edit::Side(*side));
    }
    if model.check.side == Some(Side::Both) {
        text::bold(ui, &words.worse);
        text::hint(ui, &words.worse_hint);
        let chosen = model.check.worse_knee.map(|knee| usize::from(knee == Knee::Right));
        if let Some(picked) = radio_group::segments(ui, "worse", &words.worse, &[&words.left, &words.right], chosen) {
            model.edit(Edit::WorseKnee(if picked == 1 { Knee::Right } else { Knee::Left }));
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
    let mut labels: Vec<String> = spots.iter().map(|spot| spot_name(model, spot)).collect();
    labels.push(words.cannot_tell.clone());
    let chosen = match &model.check.worst_spot {
        Some((knee, zone)) => spots.iter().position(|spot| spot.knee == *knee && spot.zone == *zone),
        None => None,
    };
    if let Some(picked) = radio_group::rows(ui, "most", &words.most, &labels, chosen) {
        model.edit(Edit::WorstSpot(spots.get(picked).map(|spot| (spot.knee, spot.zone.clone()))));
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
    let labels: Vec<&str> = Size::ALL
        .iter()
        .map(|size| model.knowledge.finding(&size.finding()).map_or("", |finding| finding.label.as_str()))
        .collect();
    let chosen = spot.size.and_then(|size| Size::ALL.iter().position(|other| *other == size));
    let group = format!("{name}, {}", words.size);
    if let Some(size) = radio_group::rows(ui, "size", &group, &labels, chosen).and_then(|at| Size::ALL.get(at)) {
        model.edit(Edit::SpotSize(spot.knee, spot.zone.clone(), *size));
    }
}

/// The same zones as in the picture, as a list: the way of the keyboard and of people who think in words.
fn zone_list(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().place;
    for knee in model.check.side.map_or(&[][..], Side::knees) {
        for group in zone_groups(model) {
            let name = match model.check.side {
                Some(Side::Both) => fill(&words.list_of, &[("group", group.title), ("knee", model.knee_name(*knee))]),
                // "Back" alone is the button that leaves the model.
                _ if group.view == Some(View::Back) => words.list_back_alone.clone(),
                _ => group.title.to_owned(),
            };
            // What the picture shows is there to be clicked; the rest stands open.
            let is_open = group.view.is_none();
            ui.push_id((group.title, *knee == Knee::Left), |ui| {
                fold(ui, "zones", &name, is_open, |ui| zone_rows(ui, model, *knee, &name, &group));
            });
        }
    }
}

/// The zones of one side of the knee, or those that are no place on it.
struct ZoneGroup<'a> {
    view: Option<View>,
    title: &'a str,
    zones: Vec<&'a Zone>,
}

/// The zones by the side that their names begin with, else by the view that shows them first; then the buttons.
fn zone_groups<'a>(model: &ReadModel<'a>) -> Vec<ZoneGroup<'a>> {
    let words = &model.wording.screen.place;
    let zones = &model.knowledge.zones;
    let titles = [
        (View::Front, words.list_front.as_str()),
        (View::Outer, words.list_outer.as_str()),
        (View::Inner, words.list_inner.as_str()),
        (View::Back, words.list_back.as_str()),
    ];
    let side = |zone: &Zone| {
        let named = titles.iter().find(|(_, title)| row_label(zone, title) != zone.name);
        named.map(|(view, _)| *view).or(zone.seen.first().map(|seen| seen.view))
    };
    let mut groups: Vec<_> = titles
        .iter()
        .map(|(view, title)| ZoneGroup {
            view: Some(*view),
            title,
            zones: zones.iter().filter(|zone| side(zone) == Some(*view)).collect(),
        })
        .collect();
    let buttons = zones.iter().filter(|zone| zone.is_button()).collect();
    groups.push(ZoneGroup { view: None, title: words.list_buttons.as_str(), zones: buttons });
    groups
}

/// The name of a zone in the list with this title, without what the title says.
#[must_use]
pub fn row_label(zone: &Zone, title: &str) -> String {
    let rest = zone.name.strip_prefix(title).and_then(|rest| rest.strip_prefix(", "));
    capitalised(rest.unwrap_or(&zone.name))
}

fn zone_rows(ui: &mut Ui, model: &ReadModel<'_>, knee: Knee, name: &str, group: &ZoneGroup<'_>) {
    let labels: Vec<String> = group.zones.iter().map(|zone| row_label(zone, group.title)).collect();
    let rows: Vec<Row<'_>> = group
        .zones
        .iter()
        .zip(&labels)
        .map(|(zone, label)| {
            let is_marked = model.check.is_marked(knee, zone.id.as_str());
            Row { label, mark: if is_marked { Mark::Yes } else { Mark::Unset }, doubt: Doubt::Senseless }
        })
        .collect();
    let words = Words { no: "", not_sure: "", or: "" };
    if let Some(Change::Row(at, _)) = check_list(ui, "zones", name, &rows, None, words).change
        && let Some(zone) = group.zones.get(at)
    {
        model.edit(Edit::ToggleSpot(knee, zone.id.clone()));
    }
}
