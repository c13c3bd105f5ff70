//! The picture of the knee, where the runner clicks what hurts.
//!
//! The picture is one image, the marks over it another; both are painted again only when they change. Zones are hit by
//! their shape. For keyboard and screen reader each zone is a check box of its own. A left knee is the image of a right
//! one, turned round.

mod art;
mod labels;
mod marks;
mod textures;
mod zone_keys;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{CursorIcon, Pos2, Rect, Response, Sense, Ui, UiBuilder, Vec2, pos2};

use crate::check::spot::{Knee, Spot};
use crate::knee_map::{Drawing, KneeMap, Placement, ZoneShape, single};
use crate::knowledge::ids::ZoneId;
use crate::knowledge::zone::View;
use crate::ui::widgets::focus;

pub use labels::caption;
pub use textures::EarlyPicture;
use textures::Textures;

/// What the first screen shows, on both sides.
const WELCOME: (View, Knee) = (View::Front, Knee::Right);

/// The texts of the picture. None is made here.
#[derive(Clone, Copy, Debug)]
pub struct PickerWords<'a> {
    /// The name of the group: "RIGHT knee, front, as in a mirror".
    pub title: &'a str,
    /// Over the picture, in large letters: "RIGHT".
    pub heading: &'a str,
    /// What lies at the left edge as seen on the screen: "inner side".
    pub left: &'a str,
    /// What lies at the right edge as seen on the screen: "outer side".
    pub right: &'a str,
    /// On the pale outline beside the leg: "other leg".
    pub other_leg: &'a str,
    /// Said of a marked zone, with its number as `{n}`: "marked, spot {n}".
    pub marked: &'a str,
    /// Said of the worst zone, with its number as `{n}`: "marked, spot {n}, the worst".
    pub marked_worst: &'a str,
}

/// What stands beside the picture of a place or of a cause.
#[derive(Clone, Copy, Debug, Default)]
pub struct Caption<'a> {
    /// The name of a place or of a cause. May be empty.
    pub title: &'a str,
    /// What lies there. May be empty.
    pub text: &'a str,
}

/// What a picture is for; each has its own size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureUse {
    /// To be clicked, on the first screen.
    Door,
    /// To look at, beside the questions.
    Panel,
    /// To choose a view by.
    Thumb,
}

/// What stands over the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headed {
    /// A line with the knee and what lies at the edges.
    ByLine,
    /// Nothing: something else says which knee it is.
    Elsewhere,
}

/// What the picture shows.
#[derive(Clone, Copy)]
pub struct PickerInput<'a> {
    pub knee: Knee,
    /// From where it is seen.
    pub view: View,
    pub is_for: PictureUse,
    pub headed: Headed,
    /// All marked zones of both knees, in the order of marking: rings count them from 1.
    pub spots: &'a [Spot],
    /// The one that hurts most.
    pub worst: Option<(Knee, &'a ZoneId)>,
    /// The full name of a zone: "Right knee, outer side, bony bump above the joint gap".
    pub names: &'a dyn Fn(&ZoneId) -> String,
    /// The order of the zones for a screen reader. Zones that are drawn and not named here come last.
    pub order: &'a [ZoneId],
    /// Zones to light softly, because a cause is pointed at.
    pub lit: &'a BTreeSet<ZoneId>,
    /// The texts.
    pub words: &'a PickerWords<'a>,
    /// How much room there is, the line over the picture included.
    pub size: Vec2,
}

/// What the runner did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PickerOutput {
    /// This zone is to be marked, or no longer.
    pub toggled: Option<ZoneId>,
    /// This marked zone was clicked where places are marked: a second click would take its pain away with it.
    pub chosen: Option<ZoneId>,
    /// This zone is under the pointer or has the focus.
    pub pointed: Option<ZoneId>,
}

/// The picture of the knee. One of them shows any view of any knee, and both at a time.
pub struct KneePicker {
    map: Arc<KneeMap>,
    textures: Textures,
    left_keys: zone_keys::KeyState,
    right_keys: zone_keys::KeyState,
    /// Where marked places were clicked.
    clicked: BTreeMap<(Knee, ZoneId), Click>,
    /// The first frame is over: until then there are more urgent things to paint than the pictures of the views.
    is_open: bool,
}

/// Where a place was clicked.
struct Click {
    view: View,
    /// In millimetres of a right knee.
    place_mm: kurbo::Point,
    /// The check has had the place since.
    is_marked: bool,
}

/// Where the picture and the line over it go.
struct Layout {
    line: Rect,
    picture: Rect,
    placement: Placement,
    is_for: PictureUse,
}

impl KneePicker {
    /// A picker for these drawings.
    #[must_use]
    pub fn new(map: impl Into<Arc<KneeMap>>) -> Self {
        Self {
            map: map.into(),
            textures: Textures::default(),
            left_keys: zone_keys::KeyState::default(),
            right_keys: zone_keys::KeyState::default(),
            clicked: BTreeMap::new(),
            is_open: false,
        }
    }

    /// Uses a picture that was begun before there was a window, should the first one be of its size.
    pub fn take_over(&mut self, early: EarlyPicture) {
        self.textures.early = Some(early);
    }

    /// How often something was painted into an image because a frame showed it first, for tests.
    #[must_use]
    pub fn rasters(&self) -> u64 {
        self.textures.rasters
    }

    /// Draws the picture and says what the runner did.
    pub fn show(&mut self, ui: &mut Ui, input: PickerInput<'_>) -> PickerOutput {
        self.forget_clicks(input.spots);
        let group = UiBuilder::new()
            .id_salt(("knee picker", input.knee))
            .accessibility_role(Role::Group)
            .accessibility_label(input.words.title);
        ui.scope_builder(group, |ui| {
            let (_, area) = ui.allocate_space(input.size);
            // egui gives groups no place of their own.
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_bounds(accesskit_rect(area)));
            self.show_knee(ui, &input, area)
        })
        .inner
    }

    /// Draws a view small, to choose it by; from the second frame on.
    pub fn show_thumb(&mut self, ui: &Ui, view: View, knee: Knee, room: Rect) {
        if self.is_open {
            let map = Arc::clone(&self.map);
            let layout = Layout::alone(map.drawing(view), knee, room, ui.pixels_per_point(), PictureUse::Thumb);
            self.textures.paint_art(ui, &map, view, &layout);
        } else {
            ui.ctx().request_repaint();
        }
    }

    /// Call it at the end of each frame: a picture that is new was painted while the rest of the frame was laid out.
    pub fn finish(&mut self, ui: &Ui) {
        self.textures.finish(ui);
        self.is_open |= !ui.ctx().will_discard();
    }

    fn show_knee(&mut self, ui: &mut Ui, input: &PickerInput<'_>, area: Rect) -> PickerOutput {
        let knee = input.knee;
        let map = Arc::clone(&self.map);
        let drawing = map.drawing(input.view);
        let layout = match input.headed {
            Headed::ByLine => Layout::with_line(drawing, knee, area, ui.pixels_per_point(), input.is_for),
            Headed::Elsewhere => Layout::alone(drawing, knee, area, ui.pixels_per_point(), input.is_for),
        };
        let zones = tab_order(drawing, input.order);

        // Asked on every frame, so that no press is missed.
        let by_keys = focus::keyboard_in_use(ui.ctx());

        // Egui knows rectangles only: one for the pointer, and one that takes no clicks for each zone.
        let canvas = ui.interact(layout.picture, ui.scope_id().with("canvas"), Sense::CLICK);
        let (hovered, place_mm) = pointer_zone(&canvas, drawing, &layout).unzip();
        let key_state = match knee {
            Knee::Left => &mut self.left_keys,
            Knee::Right => &mut self.right_keys,
        };
        let keys = key_state.show(ui, input, knee, &zones, &layout, by_keys);
        let clicked = hovered.filter(|_| focus::clicked_once(ui, &canvas));
        let pointed = key_state.pointed(ui, hovered, keys.focused);
        if let (Some(zone), Some(place)) = (clicked, place_mm) {
            focus::take(ui, zone_keys::node_id(ui, zone.id()));
            self.remember_click(input, zone, place);
        }
        if hovered.is_some() {
            canvas.on_hover_cursor(CursorIcon::PointingHand);
        }

        if ui.is_rect_visible(layout.picture) {
            let states = marks::states(&zones, input, knee, pointed, keys.focused);
            self.textures.paint_art(ui, &map, input.view, &layout);
            if input.is_for == PictureUse::Panel {
                labels::other_leg(ui, drawing, &layout, input.words.other_leg);
            }
            self.textures.paint_marks(ui, drawing, &layout, &states);
            if input.headed == Headed::ByLine {
                labels::line(ui, layout.line, input.words);
            }
            let clicked_at = |zone: &ZoneShape| {
                let click = self.clicked.get(&(knee, zone.id().clone()))?;
                (click.view == input.view).then(|| egui_pos(layout.placement.screen_from_knee(click.place_mm)))
            };
            labels::rings(ui, &layout, &states, &clicked_at);
        }
        let is_marked = |zone: &&ZoneShape| marks::mark(zone, input, knee).is_some();
        let chosen = clicked.filter(|zone| input.is_for == PictureUse::Door && is_marked(zone));
        PickerOutput {
            toggled: clicked.filter(|_| chosen.is_none()).or(keys.toggled).map(|zone| zone.id().clone()),
            chosen: chosen.map(|zone| zone.id().clone()),
            pointed: pointed.map(|zone| zone.id().clone()),
        }
    }

    /// The ring of a place stands where it was clicked; what is recorded is the place. Nothing else needs the point.
    fn remember_click(&mut self, input: &PickerInput<'_>, zone: &ZoneShape, place_mm: kurbo::Point) {
        if input.is_for == PictureUse::Door && marks::mark(zone, input, input.knee).is_none() {
            let click = Click { view: input.view, place_mm, is_marked: false };
            self.clicked.insert((input.knee, zone.id().clone()), click);
        }
    }

    /// Forgets where places were clicked that are not marked any more. One that was clicked just now is marked in the
    /// next frame.
    fn forget_clicks(&mut self, spots: &[Spot]) {
        self.clicked.retain(|(knee, zone), click| {
            let is_marked = spots.iter().any(|spot| (spot.knee, &spot.zone) == (*knee, zone));
            let stays = is_marked || !click.is_marked;
            click.is_marked |= is_marked;
            stays
        });
    }
}

impl Layout {
    /// With the line over the picture.
    fn with_line(drawing: &Drawing, knee: Knee, area: Rect, px_per_pt: f32, is_for: PictureUse) -> Self {
        let (line, rest) = area.split_top_bottom_at_y(area.top() + labels::LINE_HEIGHT);
        Self { line, ..Self::alone(drawing, knee, rest, px_per_pt, is_for) }
    }

    /// The picture alone.
    fn alone(drawing: &Drawing, knee: Knee, room: Rect, px_per_pt: f32, is_for: PictureUse) -> Self {
        // Whole pixels keep the image sharp.
        let whole = |at: f32| (at * px_per_pt).round() / px_per_pt;
        let room = Rect::from_min_max(
            pos2(whole(room.left()), whole(room.top())),
            pos2(whole(room.right()), whole(room.bottom().max(room.top() + 1.0))),
        );
        let (picture, placement) = Placement::fit(drawing, knee, kurbo_rect(room));
        let mut picture = egui_rect(picture);
        picture.min.x = whole(picture.min.x);
        picture.max.x = whole(picture.max.x).max(picture.min.x + 1.0);
        picture.max.y = whole(picture.max.y).max(picture.min.y + 1.0);
        Self { line: Rect::NOTHING, picture, placement, is_for }
    }

    /// The rectangle of a zone's check box: its middle lies in the zone.
    fn zone_rect(&self, zone: &ZoneShape) -> Rect {
        egui_rect(self.placement.screen_rect_from_knee(zone.main_part_mm())).intersect(self.picture)
    }
}

/// How much of a knee's room the line over the picture takes, in points.
pub const LINE_HEIGHT: f32 = labels::LINE_HEIGHT;

/// The zones of a drawing in the order of the Tab key.
fn tab_order<'a>(drawing: &'a Drawing, order: &[ZoneId]) -> Vec<&'a ZoneShape> {
    let named = order.iter().filter_map(|id| drawing.zone(id.as_str()));
    let others = drawing.zones().iter().filter(|zone| !order.contains(zone.id()));
    named.chain(others).collect()
}

/// The zone under the pointer, and where in it the pointer is, in millimetres.
fn pointer_zone<'a>(canvas: &Response, drawing: &'a Drawing, layout: &Layout) -> Option<(&'a ZoneShape, kurbo::Point)> {
    let pointer = canvas.hover_pos().or_else(|| canvas.interact_pointer_pos())?;
    if !layout.picture.contains(pointer) {
        return None;
    }
    let place_mm = layout.placement.knee_from_screen(kurbo::Point::new(pointer.x.into(), pointer.y.into()));
    Some((drawing.zone_at(place_mm)?, place_mm))
}

fn kurbo_rect(rect: Rect) -> kurbo::Rect {
    kurbo::Rect::new(rect.min.x.into(), rect.min.y.into(), rect.max.x.into(), rect.max.y.into())
}

fn accesskit_rect(rect: Rect) -> egui::accesskit::Rect {
    let kurbo::Rect { x0, y0, x1, y1 } = kurbo_rect(rect);
    egui::accesskit::Rect { x0, y0, x1, y1 }
}

fn egui_rect(rect: kurbo::Rect) -> Rect {
    Rect::from_min_max(egui_pos(rect.origin()), egui_pos(kurbo::Point::new(rect.x1, rect.y1)))
}

fn egui_pos(point: kurbo::Point) -> Pos2 {
    pos2(single(point.x), single(point.y))
}
