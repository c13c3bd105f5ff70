//! The picture of the knee with its views, what lies at the place that is pointed at, and what is marked so far.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Align, Layout, Ui, Vec2, vec2};

use super::knee_picker::{Caption, EarlyPicture, KneePicker, PickerInput, PickerWords};
use super::read_model::ReadModel;
use super::theme::GAP;
use super::widgets::button::Button;
use super::widgets::choice::choose;
use super::widgets::{radio_group, text};
use crate::check::edit::Edit;
use crate::check::spot::{Knee, Side};
use crate::knee_map::KneeMap;
use crate::knowledge::cause::Cause;
use crate::knowledge::ids::{CauseId, ZoneId};
use crate::knowledge::zone::View;
use crate::session::command::Command;
use crate::session::screen::Screen;
use crate::ui::icons::Icon;
use crate::wording::fill;

/// The picture keeps at least this height, in points, so that its zones stay large enough to click.
const LEAST_HEIGHT: f32 = 430.0;
/// Room for the name of a place that was clicked, and the button that marks it.
const OFFER: f32 = 100.0;
/// So many places of a cause are named in the picture; all are lit.
const NAMED: usize = 3;

/// The panel; it keeps the drawings and their images.
#[derive(Default)]
pub struct KneePanel {
    picker: Option<KneePicker>,
    /// The cause that is pointed at, and where it is usually felt.
    cause: Option<CauseId>,
    lit: BTreeSet<ZoneId>,
    /// The place that was clicked outside step 1.
    offer: Option<Offer>,
}

/// A place that can be marked, and the screen on which it was clicked.
struct Offer {
    screen: Screen,
    knee: Knee,
    zone: ZoneId,
}

impl KneePanel {
    /// Gives the panel its drawings, with the picture of the first screen where it was begun before.
    pub fn load(&mut self, map: Arc<KneeMap>, welcome: Option<EarlyPicture>) {
        let picker = self.picker.insert(KneePicker::new(map));
        if let Some(welcome) = welcome {
            picker.take_over(welcome);
        }
    }

    /// See [`KneePicker::rasters`].
    #[must_use]
    pub fn rasters(&self) -> u64 {
        self.picker.as_ref().map_or(0, KneePicker::rasters)
    }

    /// Lights the places where a cause is usually felt, from the next frame on; without one nothing is lit.
    pub fn light(&mut self, ui: &Ui, cause: Option<&Cause>) {
        let id = cause.map(|cause| &cause.id);
        if self.cause.as_ref() != id {
            self.cause = id.cloned();
            self.lit = cause.into_iter().flat_map(|cause| cause.core.iter().cloned()).collect();
            // The picture was drawn before.
            ui.ctx().request_repaint();
        }
    }

    /// Draws the panel in `room`.
    pub fn show(&mut self, ui: &mut Ui, model: &ReadModel<'_>, room: Vec2) {
        let words = model.words();
        let top = ui.cursor().top();
        let views = View::ALL.map(|view| (view, model.view_name(view)));
        // "Back" alone is the button that leaves the screen, "Front" alone the list of places.
        let spoken = views.map(|(_, label)| fill(&words.picker.view_named, &[("view", label)]));
        let picked = choose(&views, Some(model.view), |labels, at| {
            radio_group::segments_named(ui, "view", &words.picker.views, labels, &spoken, at)
        });
        if let Some(view) = picked {
            model.send(Command::ShowView(view));
        }
        let knees: &[Option<Knee>] = match model.check.side {
            None => &[None],
            Some(Side::Left) => &[Some(Knee::Left)],
            Some(Side::Right) => &[Some(Knee::Right)],
            Some(Side::Both) => &[Some(Knee::Left), Some(Knee::Right)],
        };
        // Step 1 lists the marks beside the picture; one mark alone is plain to see.
        let lists_marks = *model.screen != Screen::Where && model.check.spots.len() > 1;
        let list = if lists_marks { 40.0 + 52.0 * model.check.spots.len() as f32 } else { 0.0 };
        let offered = self.offered(model).map_or(0.0, |_| OFFER);
        let room_left = top + room.y - ui.cursor().top() - list - offered - GAP;
        let height = (room_left / knees.len() as f32 - GAP).max(LEAST_HEIGHT);
        for knee in knees {
            self.picture(ui, model, *knee, vec2(ui.available_width(), height));
        }
        self.offer(ui, model);
        if lists_marks {
            marked_so_far(ui, model);
        }
    }

    /// The place that was clicked on this screen, unless it was marked or another screen was opened since.
    fn offered(&self, model: &ReadModel<'_>) -> Option<&Offer> {
        let is_there = |offer: &&Offer| {
            let is_on_side = model.check.side.is_some_and(|side| side.knees().contains(&offer.knee));
            offer.screen == *model.screen && is_on_side
        };
        self.offer.as_ref().filter(is_there)
    }

    /// Outside step 1 a click on the picture changes nothing by itself: it says what was clicked and offers to mark it.
    fn offer(&mut self, ui: &mut Ui, model: &ReadModel<'_>) {
        let Some(Offer { knee, zone, .. }) = self.offered(model) else { return };
        let (knee, id) = (*knee, zone.clone());
        let Some(zone) = model.knowledge.zone(id.as_str()) else { return };
        let words = model.words();
        let name = model.zone_name(knee, zone);
        let is_marked = model.check.is_marked(knee, id.as_str());
        let (label, named) = if is_marked {
            (&words.buttons.remove, fill(&words.buttons.remove_named, &[("what", &name)]))
        } else {
            (&words.picker.add, fill(&words.picker.add_named, &[("what", &name)]))
        };
        text::bold(ui, &name);
        if Button::secondary(label).named(&named).show(ui).clicked() {
            self.offer = None;
            model.edit(Edit::ToggleSpot(knee, id));
        }
    }

    /// The picture alone, for the first screen.
    pub fn show_welcome(&mut self, ui: &mut Ui) {
        if let Some(picker) = &mut self.picker {
            picker.show_picture(ui);
        }
    }

    /// Ends the frame: see [`KneePicker::finish`].
    pub fn finish(&mut self, ui: &Ui) {
        if let Some(picker) = &mut self.picker {
            picker.finish(ui);
        }
    }

    fn picture(&mut self, ui: &mut Ui, model: &ReadModel<'_>, knee: Option<Knee>, size: Vec2) {
        let Some(picker) = &mut self.picker else { return };
        let words = &model.words().picker;
        let drawn = knee.unwrap_or(Knee::Right);
        let title = title(model, knee);
        let (left, right) = edges(model, drawn);
        let cause = self.cause.as_ref().and_then(|cause| model.knowledge.cause(cause.as_str()));
        let felt = cause.map(|cause| usually_felt(model, cause)).unwrap_or_default();
        // Of two pictures the first says it.
        let is_second = model.check.side == Some(Side::Both) && knee == Some(Knee::Right);
        let is_new = *model.screen == Screen::Where && model.check.spots.is_empty();
        let picker_words = PickerWords {
            title: &title,
            left,
            right,
            top: &words.thigh,
            pick_side_first: &words.pick_side_first,
            other_leg: &words.other_leg,
            marked: &words.zone_marked,
            worst_badge: &words.worst,
            caption: match cause {
                _ if is_second => Caption::default(),
                Some(cause) => Caption { title: &cause.name, text: &felt },
                None => Caption { title: if is_new { &words.hint } else { "" }, text: "" },
            },
        };
        let names = |id: &ZoneId| match model.knowledge.zone(id.as_str()) {
            Some(zone) => model.zone_name(drawn, zone),
            None => id.to_string(),
        };
        let lies_here = |id: &ZoneId| model.knowledge.zone(id.as_str()).map_or("", |zone| zone.lies_here.as_str());
        let order: Vec<ZoneId> = model.knowledge.zones.iter().map(|zone| zone.id.clone()).collect();
        let worst = model.check.known_worst().map(|spot| (spot.knee, &spot.zone));
        let output = picker.show(
            ui,
            PickerInput {
                knee,
                view: model.view,
                spots: &model.check.spots,
                worst,
                names: &names,
                lies_here: &lies_here,
                order: &order,
                lit: &self.lit,
                words: &picker_words,
                size,
            },
        );
        if let (Some(zone), Some(knee)) = (output.toggled, knee) {
            if *model.screen == Screen::Where {
                model.edit(Edit::ToggleSpot(knee, zone));
            } else {
                self.offer = Some(Offer { screen: model.screen.clone(), knee, zone });
                ui.ctx().request_repaint();
            }
        }
        if output.asked_for_side {
            model.send(Command::GoTo(Screen::Where));
        }
    }
}

/// What the picture shows; before a side is picked no knee is named.
fn title(model: &ReadModel<'_>, knee: Option<Knee>) -> String {
    let words = &model.words().picker;
    let Some(knee) = knee else { return model.view_name(model.view).to_owned() };
    let title = match model.view {
        View::Front if *model.screen == Screen::Where => &words.title_front_mirror,
        View::Front => &words.title_front,
        View::Outer => &words.title_outer,
        View::Inner => &words.title_inner,
        View::Back => &words.title_back,
    };
    fill(title, &[("knee", model.knee_title(knee))])
}

/// What lies at the left and right edge of the picture, as seen on the screen.
fn edges<'a>(model: &ReadModel<'a>, knee: Knee) -> (&'a str, &'a str) {
    let words = &model.wording.screen.picker;
    // As drawn for the right knee; the left one is the mirror image.
    let (left, right) = match model.view {
        View::Front | View::Back => (words.edge_inner.as_str(), words.edge_outer.as_str()),
        View::Outer => (words.edge_back.as_str(), words.edge_front.as_str()),
        View::Inner => (words.edge_front.as_str(), words.edge_back.as_str()),
    };
    match knee {
        Knee::Right => (left, right),
        Knee::Left => (right, left),
    }
}

/// The places where a cause is usually felt, in words: they may lie on another side than the one that is shown.
fn usually_felt(model: &ReadModel<'_>, cause: &Cause) -> String {
    let zones = cause.core.iter().filter_map(|zone| model.knowledge.zone(zone.as_str()));
    let places: Vec<&str> = zones.take(NAMED).map(|zone| zone.short.as_str()).collect();
    fill(&model.words().picker.usually_felt, &[("list", &places.join("; "))])
}

fn marked_so_far(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    text::bold(ui, &words.place.marked);
    for (at, spot) in model.check.spots.iter().enumerate() {
        let Some(zone) = model.knowledge.zone(spot.zone.as_str()) else { continue };
        let place = fill(&words.picker.zone_name, &[("knee", model.knee_name(spot.knee)), ("place", &zone.short)]);
        ui.push_id(at, |ui| {
            ui.allocate_ui_with_layout(vec2(ui.available_width(), 44.0), Layout::right_to_left(Align::Center), |ui| {
                let name = fill(&words.buttons.remove_named, &[("what", &place)]);
                if Button::quiet("").icon(Icon::CircleCross).named(&name).show(ui).clicked() {
                    model.edit(Edit::ToggleSpot(spot.knee, spot.zone.clone()));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    text::body(ui, &format!("{} {place}", at + 1));
                });
            });
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
