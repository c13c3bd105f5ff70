//! The pictures of the knees with their views, what lies at the place that is pointed at, and what is marked so far.

mod at_the_door;
mod marked;
mod so_far;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Rect, Ui, UiBuilder, Vec2, vec2};

use super::knee_picker::{self, Caption, EarlyPicture, Headed, KneePicker, PickerInput, PickerWords, PictureUse};
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
use crate::wording::fill;
pub use marked::summary_line;

/// The picture keeps at least this height, in points, so that its zones stay large enough to click.
const LEAST_HEIGHT: f32 = 340.0;
/// The height of the picture beside the plan, in points.
const CAUSE_HEIGHT: f32 = 340.0;
/// Room for where a cause is usually felt, below it.
const TOLD: f32 = 72.0;
/// Room for the name of a place and what lies there, in a narrow column.
const CAPTION: f32 = 120.0;
/// Room for the name of a place that was clicked, and the button that marks it.
const OFFER: f32 = 100.0;
/// So many places of a cause are named beside the picture; all are lit.
const NAMED: usize = 3;
/// More than the two boxes of the switch take.
const SWITCH_WIDTH: f32 = 176.0;
const BOTH: [Knee; 2] = [Knee::Left, Knee::Right];

/// The panel; it keeps the drawings and their images.
#[derive(Default)]
pub struct KneePanel {
    picker: Option<KneePicker>,
    /// The cause that is pointed at, and where it is usually felt.
    cause: Option<CauseId>,
    lit: BTreeSet<ZoneId>,
    /// The place that was clicked outside step 1.
    offer: Option<Offer>,
    /// The knee that is shown where there is room for one: the one that was turned to or marked last.
    turned_to: Option<Knee>,
    /// What was marked in the last frame.
    marked: Vec<(Knee, ZoneId)>,
    /// The place that is pointed at in this frame.
    pointed: Option<(Knee, ZoneId)>,
    /// A marked place that was clicked in step 1.
    chosen: Option<(Knee, ZoneId)>,
}

/// A place that can be marked, and the screen on which it was clicked.
struct Offer {
    screen: Screen,
    knee: Knee,
    zone: ZoneId,
}

/// One picture: of which knee, what for, and what stands over it.
#[derive(Clone, Copy)]
struct Shown {
    knee: Knee,
    is_for: PictureUse,
    headed: Headed,
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

    /// A marked place that was clicked since this was asked last.
    pub fn take_chosen(&mut self) -> Option<(Knee, ZoneId)> {
        self.chosen.take()
    }

    /// The picture among the rest of a narrow window.
    pub fn show_stacked(&mut self, ui: &mut Ui, model: &ReadModel<'_>) {
        self.follow_marks(model);
        let knee = self.knee(model);
        let size = vec2(ui.available_width(), LEAST_HEIGHT);
        self.knee_switch(ui, model, knee);
        self.picture(ui, model, Shown { knee, is_for: PictureUse::Door, headed: Headed::Elsewhere }, size);
        self.caption_below(ui, model);
        self.views(ui, model);
    }

    /// Draws the panel in `room`, beside questions.
    pub fn show(&mut self, ui: &mut Ui, model: &ReadModel<'_>, room: Vec2) {
        self.follow_marks(model);
        let top = ui.cursor().top();
        self.views(ui, model);
        let knee = self.knee(model);
        if model.check.side == Some(Side::Both) {
            self.knee_switch(ui, model, knee);
        }
        // One mark alone is plain to see.
        let lists_marks = model.check.spots.len() > 1;
        let list = if lists_marks { 40.0 + 52.0 * model.check.spots.len() as f32 } else { 0.0 };
        let offered = self.offered(model).map_or(0.0, |_| OFFER);
        let room_left = top + room.y - ui.cursor().top() - list - offered - CAPTION - 2.0 * GAP;
        let size = vec2(ui.available_width(), room_left.max(LEAST_HEIGHT));
        self.picture(ui, model, Shown { knee, is_for: PictureUse::Panel, headed: Headed::ByLine }, size);
        self.caption_below(ui, model);
        self.offer(ui, model);
        if lists_marks {
            marked::list(ui, model);
        }
    }

    /// The picture in the card of the cause that fits best: where it is usually felt is lit, unless another cause is
    /// pointed at, with the marks of the runner.
    pub fn show_cause(&mut self, ui: &mut Ui, model: &ReadModel<'_>, cause: &Cause) {
        self.follow_marks(model);
        let is_lit = self.cause.is_none();
        if is_lit {
            self.lit = cause.core.iter().cloned().collect();
        }
        let (knee, size) = (self.knee(model), vec2(ui.available_width(), CAUSE_HEIGHT));
        self.picture(ui, model, Shown { knee, is_for: PictureUse::Panel, headed: Headed::ByLine }, size);
        if is_lit {
            self.lit.clear();
        }
        self.views(ui, model);
        let told = self.cause.as_ref().and_then(|id| model.knowledge.cause(id.as_str())).unwrap_or(cause);
        // Its height stays while one cause after the other is pointed at: what lies below must not move.
        ui.allocate_ui(vec2(ui.available_width(), TOLD), |ui| {
            ui.set_min_height(TOLD);
            text::hint(ui, &usually_felt(model, told));
        });
        self.offer(ui, model);
    }

    /// Ends the frame: see [`KneePicker::finish`].
    pub fn finish(&mut self, ui: &Ui) {
        self.pointed = None;
        if let Some(picker) = &mut self.picker {
            picker.finish(ui);
        }
    }

    /// Where there is room for one knee, it is the one that was marked last.
    fn follow_marks(&mut self, model: &ReadModel<'_>) {
        let spots = &model.check.spots;
        let is_known = |knee: Knee, zone: &ZoneId| self.marked.iter().any(|known| *known == (knee, zone.clone()));
        if let Some(new) = spots.iter().rev().find(|spot| !is_known(spot.knee, &spot.zone)) {
            self.turned_to = Some(new.knee);
        }
        self.marked = spots.iter().map(|spot| (spot.knee, spot.zone.clone())).collect();
        if self.marked.is_empty() && *model.screen != Screen::Where {
            self.turned_to = None;
        }
    }

    /// The knee that is shown where there is room for one.
    fn knee(&self, model: &ReadModel<'_>) -> Knee {
        let is_sore = |knee: &Knee| model.check.side.is_none_or(|side| side.knees().contains(knee));
        let may_be_turned = *model.screen == Screen::Where;
        // The last screen is about the worse knee, whichever was marked last.
        if *model.screen == Screen::Result && model.check.known_worse_knee().is_some() {
            return model.knee().unwrap_or(Knee::Right);
        }
        self.turned_to.filter(|knee| may_be_turned || is_sore(knee)).or_else(|| model.knee()).unwrap_or(Knee::Right)
    }

    /// Left or right, in large words on the picture.
    fn knee_switch(&mut self, ui: &mut Ui, model: &ReadModel<'_>, knee: Knee) {
        let words = model.words();
        let labels = [(Knee::Left, &words.place.left_large), (Knee::Right, &words.place.right_large)];
        let spoken = BOTH.map(|knee| fill(&words.picker.show_knee, &[("knee", model.knee_title(knee))]));
        let picked = choose(&labels, Some(knee), |labels, at| {
            radio_group::segments_named(ui, "knee shown", &words.picker.knee_shown, labels, &spoken, at)
        });
        if let Some(knee) = picked {
            self.turned_to = Some(knee);
            ui.ctx().request_repaint();
        }
    }

    /// From where the knee is seen, in words.
    pub fn views(&mut self, ui: &mut Ui, model: &ReadModel<'_>) {
        let words = model.words();
        let views = View::ALL.map(|view| (view, model.view_name(view)));
        // "Back" alone is the button that leaves the screen, "Front" alone the list of places.
        let spoken = views.map(|(_, label)| fill(&words.picker.view_named, &[("view", label)]));
        let picked = choose(&views, Some(model.view), |labels, at| {
            radio_group::segments_named(ui, "view", &words.picker.views, labels, &spoken, at)
        });
        if let Some(view) = picked {
            model.send(Command::ShowView(view));
        }
    }

    /// The place that was clicked on this screen, unless it was marked or another screen was opened since.
    fn offered(&self, model: &ReadModel<'_>) -> Option<&Offer> {
        let is_there = |offer: &&Offer| {
            let is_on_side = model.check.side.is_none_or(|side| side.knees().contains(&offer.knee));
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

    fn picture(&mut self, ui: &mut Ui, model: &ReadModel<'_>, shown: Shown, size: Vec2) {
        let Some(picker) = &mut self.picker else { return };
        let words = model.words();
        let Shown { knee, is_for, headed } = shown;
        let title = title(model, knee);
        let (left, right) = edges(model, knee);
        let heading = match (is_for, knee) {
            (PictureUse::Door, Knee::Left) => &words.place.left_large,
            (PictureUse::Door, Knee::Right) => &words.place.right_large,
            _ => model.knee_title(knee),
        };
        let picker_words = PickerWords {
            title: &title,
            heading,
            left,
            right,
            other_leg: &words.picker.other_leg,
            marked: &words.picker.zone_marked,
            marked_worst: &words.picker.worst,
        };
        let names = |id: &ZoneId| match model.knowledge.zone(id.as_str()) {
            Some(zone) => model.zone_name(knee, zone),
            None => id.to_string(),
        };
        let order: Vec<ZoneId> = model.knowledge.zones.iter().map(|zone| zone.id.clone()).collect();
        let worst = model.check.known_worst().filter(|_| model.check.spots.len() > 1);
        let worst = worst.map(|spot| (spot.knee, &spot.zone));
        let output = picker.show(
            ui,
            PickerInput {
                knee,
                view: model.view,
                is_for,
                headed,
                spots: &model.check.spots,
                worst,
                names: &names,
                order: &order,
                lit: &self.lit,
                words: &picker_words,
                size,
            },
        );
        if let Some(zone) = output.pointed {
            self.pointed = Some((knee, zone));
        }
        if let Some(zone) = output.chosen {
            self.chosen = Some((knee, zone));
            ui.ctx().request_repaint();
        }
        if let Some(zone) = output.toggled {
            if *model.screen == Screen::Where {
                model.edit(Edit::ToggleSpot(knee, zone));
            } else {
                self.offer = Some(Offer { screen: model.screen.clone(), knee, zone });
                ui.ctx().request_repaint();
            }
        }
    }

    /// What is pointed at: a place of the picture, else a cause.
    fn told(&self, model: &ReadModel<'_>) -> Option<(String, String)> {
        if let Some((knee, id)) = &self.pointed {
            let zone = model.knowledge.zone(id.as_str())?;
            return Some((model.zone_name(*knee, zone), zone.lies_here.clone()));
        }
        let cause = model.knowledge.cause(self.cause.as_ref()?.as_str())?;
        Some((cause.name.clone(), usually_felt(model, cause)))
    }

    fn caption(&self, ui: &mut Ui, model: &ReadModel<'_>, room: Rect) {
        let told = self.told(model);
        // Who has marked a place knows how.
        let is_new = *model.screen == Screen::Where && model.check.spots.is_empty();
        let hint = is_new.then_some(model.words().picker.hint.as_str());
        match (&told, hint) {
            (Some((title, text)), _) => knee_picker::caption(ui, room, Caption { title, text }),
            (None, Some(hint)) => _ = text::hint(ui, hint),
            (None, None) if matches!(model.screen, Screen::Questions(_)) => so_far::show(ui, model),
            (None, None) => {}
        }
    }

    /// In the room below the picture of a narrow column.
    fn caption_below(&self, ui: &mut Ui, model: &ReadModel<'_>) {
        let (_, room) = ui.allocate_space(vec2(ui.available_width(), CAPTION));
        self.caption(&mut part_of(ui, "lies here", room), model, room);
    }
}

/// That the knees are seen as in a mirror, where they are.
fn mirror<'a>(model: &'a ReadModel<'_>) -> &'a str {
    if model.view == View::Front { &model.words().place.mirror } else { "" }
}

/// What the picture shows.
fn title(model: &ReadModel<'_>, knee: Knee) -> String {
    let words = &model.words().picker;
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

/// A part of the column, drawn in its own place.
fn part_of(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect))
}
