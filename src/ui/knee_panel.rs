//! The picture of the knee with its views, the line that names what is pointed at, and what is marked so far.

use std::collections::BTreeSet;

use egui::{Ui, Vec2, vec2};

use super::knee_picker::{KneePicker, PickerInput, PickerWords};
use super::screen::{Asked, Screen};
use super::widgets::button::Button;
use super::widgets::{radio_group, text};
use crate::app::command::{Command, Edit};
use crate::check::spot::{Knee, Side};
use crate::knee_map::KneeMap;
use crate::knowledge::ids::ZoneId;
use crate::knowledge::zone::View;
use crate::ui::icons::Icon;
use crate::wording::fill;

/// The picture keeps at least this height, in points, so that its zones stay large enough to click.
const LEAST_HEIGHT: f32 = 380.0;

/// The panel; it keeps the drawings and their images.
#[derive(Default)]
pub struct KneePanel {
    picker: Option<KneePicker>,
    pointed: Option<ZoneId>,
}

impl KneePanel {
    /// Gives the panel its drawings.
    pub fn load(&mut self, map: KneeMap) {
        self.picker = Some(KneePicker::new(map));
    }

    /// Draws the panel in `room`.
    pub fn show(&mut self, ui: &mut Ui, screen: &Screen<'_>, room: Vec2, asked: &mut Asked) {
        let words = screen.words();
        let labels =
            [&words.picker.view_front, &words.picker.view_outer, &words.picker.view_inner, &words.picker.view_back];
        let chosen = View::ALL.iter().position(|view| *view == screen.view);
        if let Some(view) =
            radio_group::segments(ui, "view", &words.picker.views, &labels, chosen).and_then(|at| View::ALL.get(at))
        {
            asked.command(Command::ShowView(*view));
        }
        self.name_line(ui, screen);
        let knees: &[Option<Knee>] = match screen.check.side {
            None => &[None],
            Some(Side::Left) => &[Some(Knee::Left)],
            Some(Side::Right) => &[Some(Knee::Right)],
            Some(Side::Both) => &[Some(Knee::Left), Some(Knee::Right)],
        };
        let stacked = knees.len() as f32;
        let height = (room.y / stacked - 150.0).max(LEAST_HEIGHT);
        self.pointed = None;
        for knee in knees {
            self.picture(ui, screen, *knee, vec2(ui.available_width(), height), asked);
        }
        marked_so_far(ui, screen, asked);
    }

    /// What is pointed at, in a fixed place; what lies there, in plain words.
    fn name_line(&self, ui: &mut Ui, screen: &Screen<'_>) {
        let zone = self.pointed.as_ref().and_then(|id| screen.knowledge.zone(id.as_str()));
        match (zone, screen.knee()) {
            (Some(zone), Some(knee)) => {
                text::bold(ui, &screen.zone_name(knee, zone));
                text::hint(ui, &zone.lies_here);
            }
            _ => {
                text::hint(ui, &screen.words().picker.hint);
                text::hint(ui, " ");
            }
        }
    }

    fn picture(&mut self, ui: &mut Ui, screen: &Screen<'_>, knee: Option<Knee>, size: Vec2, asked: &mut Asked) {
        let Some(picker) = &mut self.picker else { return };
        let words = &screen.words().picker;
        let drawn = knee.unwrap_or(Knee::Right);
        let title = match screen.view {
            View::Front => &words.title_front,
            View::Outer => &words.title_outer,
            View::Inner => &words.title_inner,
            View::Back => &words.title_back,
        };
        let title = fill(title, &[("knee", screen.knee_title(drawn))]);
        let (left, right) = edges(screen, drawn);
        let picker_words = PickerWords {
            title: &title,
            left,
            right,
            top: &words.thigh,
            pick_side_first: &words.pick_side_first,
            other_leg: &words.other_leg,
            marked: &words.zone_marked,
            worst_badge: &words.worst,
        };
        let names = |id: &ZoneId| match screen.knowledge.zone(id.as_str()) {
            Some(zone) => screen.zone_name(drawn, zone),
            None => id.to_string(),
        };
        let order: Vec<ZoneId> = screen.knowledge.zones.iter().map(|zone| zone.id.clone()).collect();
        let worst = screen.check.worst().map(|spot| (spot.knee, &spot.zone));
        let output = picker.show(
            ui,
            PickerInput {
                knee,
                view: screen.view,
                spots: &screen.check.spots,
                worst,
                names: &names,
                order: &order,
                lit: &BTreeSet::new(),
                words: &picker_words,
                size,
            },
        );
        if let (Some(zone), Some(knee)) = (output.toggled, knee) {
            asked.edit(Edit::ToggleSpot(knee, zone));
        }
        if output.asked_for_side {
            asked.command(Command::GoTo(crate::app::place::Place::Where));
        }
        if output.pointed.is_some() {
            self.pointed = output.pointed;
        }
    }
}

/// What lies at the left and right edge of the picture, as seen on the screen.
fn edges<'a>(screen: &Screen<'a>, knee: Knee) -> (&'a str, &'a str) {
    let words = &screen.wording.screen.picker;
    // As drawn for the right knee; the left one is the mirror image.
    let (left, right) = match screen.view {
        View::Front | View::Back => (words.edge_inner.as_str(), words.edge_outer.as_str()),
        View::Outer => (words.edge_back.as_str(), words.edge_front.as_str()),
        View::Inner => (words.edge_front.as_str(), words.edge_back.as_str()),
    };
    match knee {
        Knee::Right => (left, right),
        Knee::Left => (right, left),
    }
}

fn marked_so_far(ui: &mut Ui, screen: &Screen<'_>, asked: &mut Asked) {
    let words = screen.words();
    if screen.check.spots.is_empty() {
        return;
    }
    text::bold(ui, &words.place.marked);
    for (at, spot) in screen.check.spots.iter().enumerate() {
        let Some(zone) = screen.knowledge.zone(spot.zone.as_str()) else { continue };
        ui.push_id(at, |ui| {
            ui.horizontal_wrapped(|ui| {
                let line = format!(
                    "{} {}",
                    at + 1,
                    fill(&words.picker.zone_name, &[("knee", screen.knee_name(spot.knee)), ("place", &zone.short)])
                );
                text::body(ui, &line);
                let name = fill(&words.buttons.remove_named, &[("what", &line)]);
                if Button::quiet("").icon(Icon::CircleCross).named(&name).show(ui).clicked() {
                    asked.edit(Edit::ToggleSpot(spot.knee, spot.zone.clone()));
                }
            });
        });
    }
}

/// One line in place of the picture, in narrow windows.
pub fn summary_line(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().place;
    let Some(knee) = screen.knee() else { return };
    let spots = match screen.check.spots.len() {
        1 => words.spots_one.clone(),
        count => fill(&words.spots_many, &[("count", &count.to_string())]),
    };
    text::hint(ui, &fill(&words.knee_spots, &[("knee", screen.knee_title(knee)), ("spots", &spots)]));
}
