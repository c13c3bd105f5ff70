//! The picture of the knee, where the runner clicks what hurts.
//!
//! The picture is one image, the marks over it another; both are painted again only when they change. Zones are hit by
//! their shape. For keyboard and screen reader each zone is a check box of its own.

mod art;
mod labels;
mod marks;
mod textures;
mod zone_keys;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{CursorIcon, Pos2, Rect, Response, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2};

use crate::check::spot::{Knee, Spot};
use crate::knee_map::{Drawing, KneeMap, Placement, ZoneShape, single};
use crate::knowledge::ids::ZoneId;
use crate::knowledge::zone::View;
use crate::ui::theme;
use crate::ui::widgets::focus;

pub use textures::EarlyPicture;
use textures::Textures;

/// What the first screen shows.
const WELCOME: (View, Knee) = (View::Front, Knee::Right);

/// The texts of the picture. None is made here.
#[derive(Clone, Copy, Debug)]
pub struct PickerWords<'a> {
    /// Over the picture and the name of the group: "RIGHT knee, front, as in a mirror".
    pub title: &'a str,
    /// What lies at the left edge as seen on the screen: "inner side".
    pub left: &'a str,
    /// What lies at the right edge as seen on the screen: "outer side".
    pub right: &'a str,
    /// What lies at the top: "thigh". May be empty.
    pub top: &'a str,
    /// On the pale picture: "Pick a side first".
    pub pick_side_first: &'a str,
    /// On the pale outline beside the leg: "other leg".
    pub other_leg: &'a str,
    /// Said of a marked zone, with its number as `{n}`: "marked, spot {n}".
    pub marked: &'a str,
    /// On the badge of the worst zone, with its number as `{n}`: "{n} worst".
    pub worst_badge: &'a str,
    /// Stands in the picture while no zone is named there.
    pub caption: Caption<'a>,
}

/// What stands at the lower or upper edge of the picture.
#[derive(Clone, Copy, Debug, Default)]
pub struct Caption<'a> {
    /// The name of a place or of a cause. May be empty.
    pub title: &'a str,
    /// What lies there. May be empty.
    pub text: &'a str,
}

/// What the picture shows.
#[derive(Clone, Copy)]
pub struct PickerInput<'a> {
    /// The knee; without one the picture is pale and asks for the side.
    pub knee: Option<Knee>,
    /// From where it is seen.
    pub view: View,
    /// All marked zones of both knees, in the order of marking: badges count them from 1.
    pub spots: &'a [Spot],
    /// The one that hurts most.
    pub worst: Option<(Knee, &'a ZoneId)>,
    /// The full name of a zone: "Right knee, outer side, bony bump above the joint gap".
    pub names: &'a dyn Fn(&ZoneId) -> String,
    /// What lies at a zone.
    pub lies_here: &'a dyn Fn(&ZoneId) -> &'a str,
    /// The order of the Tab key. Zones that are drawn and not named here come last.
    pub order: &'a [ZoneId],
    /// Zones to light softly, because a cause is pointed at.
    pub lit: &'a BTreeSet<ZoneId>,
    /// The texts.
    pub words: &'a PickerWords<'a>,
    /// How much room there is, title included.
    pub size: Vec2,
}

/// What the runner did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PickerOutput {
    /// This zone is to be marked, or no longer.
    pub toggled: Option<ZoneId>,
    /// The pale picture was clicked.
    pub asked_for_side: bool,
}

/// The picture of the knee. One of them shows any view of any knee.
pub struct KneePicker {
    map: Arc<KneeMap>,
    textures: Textures,
    /// Of the picture alone: it has another size, and one is not the other stretched.
    alone: Textures,
    keys: zone_keys::KeyState,
}

/// Where the picture and the lines over it go.
struct Layout {
    title: Rect,
    edges: Rect,
    picture: Rect,
    placement: Placement,
}

impl KneePicker {
    /// A picker for these drawings.
    #[must_use]
    pub fn new(map: impl Into<Arc<KneeMap>>) -> Self {
        Self {
            map: map.into(),
            textures: Textures::default(),
            alone: Textures::default(),
            keys: zone_keys::KeyState::default(),
        }
    }

    /// Uses a picture that was begun before there was a window, should the picture alone be of its size.
    pub fn take_over(&mut self, early: EarlyPicture) {
        self.alone.early = Some(early);
    }

    /// How often something was painted into an image because a frame showed it first, for tests.
    #[must_use]
    pub fn rasters(&self) -> u64 {
        self.textures.rasters + self.alone.rasters
    }

    /// Draws the picture and says what the runner did.
    pub fn show(&mut self, ui: &mut Ui, input: PickerInput<'_>) -> PickerOutput {
        let group = UiBuilder::new()
            .id_salt(("knee picker", input.knee))
            .accessibility_role(Role::Group)
            .accessibility_label(input.words.title);
        ui.scope_builder(group, |ui| {
            let (_, area) = ui.allocate_space(input.size);
            // egui gives groups no place of their own.
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_bounds(accesskit_rect(area)));
            match input.knee {
                Some(knee) => self.show_knee(ui, &input, knee, area),
                None => self.show_pale(ui, &input, area),
            }
        })
        .inner
    }

    /// Draws the picture alone, with nothing to click: for the first screen.
    pub fn show_picture(&mut self, ui: &mut Ui) {
        let (_, area) = ui.allocate_space(ui.available_size());
        let (view, knee) = WELCOME;
        let layout = Layout::alone(self.map.drawing(view), knee, area, ui.pixels_per_point());
        if ui.is_rect_visible(layout.picture) {
            self.alone.paint_art(ui, &self.map, view, &layout, egui::Color32::WHITE);
        }
    }

    /// Call it at the end of each frame: a picture that is new was painted while the rest of the frame was laid out.
    pub fn finish(&mut self, ui: &Ui) {
        self.alone.finish(ui);
        self.textures.finish(ui);
    }

    /// The picture before a side is known.
    fn show_pale(&mut self, ui: &Ui, input: &PickerInput<'_>, area: Rect) -> PickerOutput {
        let layout = Layout::with_lines(self.map.drawing(input.view), Knee::Right, area, ui.pixels_per_point());
        let canvas = ui.interact(layout.picture, ui.scope_id().with("canvas"), Sense::CLICK);
        let canvas = canvas.on_hover_cursor(CursorIcon::PointingHand);
        if ui.is_rect_visible(layout.picture) {
            self.textures.paint_art(ui, &self.map, input.view, &layout, theme::PALE);
            labels::title(ui, layout.title, input.words);
            labels::notice(ui, layout.picture, input.words.pick_side_first);
        }
        canvas.widget_info(|| WidgetInfo::labeled(Role::Label, true, input.words.pick_side_first));
        PickerOutput { asked_for_side: canvas.clicked(), ..PickerOutput::default() }
    }

    fn show_knee(&mut self, ui: &mut Ui, input: &PickerInput<'_>, knee: Knee, area: Rect) -> PickerOutput {
        let drawing = self.map.drawing(input.view);
        let layout = Layout::with_lines(drawing, knee, area, ui.pixels_per_point());
        let zones = tab_order(drawing, input.order);

        // Asked on every frame, so that no press is missed.
        let by_keys = focus::keyboard_in_use(ui.ctx());

        // Egui knows rectangles only: one for the pointer, and one that takes no clicks for each zone.
        let canvas = ui.interact(layout.picture, ui.scope_id().with("canvas"), Sense::CLICK);
        let hovered = pointer_zone(&canvas, drawing, &layout);
        let keys = self.keys.show(ui, input, knee, &zones, &layout, by_keys);
        let clicked = hovered.filter(|_| focus::clicked_once(ui, &canvas));
        if let Some(zone) = clicked {
            focus::take(ui, zone_keys::node_id(ui, zone.id()));
        }
        let pointed = self.keys.pointed(ui, hovered, keys.focused);
        if hovered.is_some() {
            canvas.on_hover_cursor(CursorIcon::PointingHand);
        }

        if ui.is_rect_visible(layout.picture) {
            let states = marks::states(&zones, input, knee, pointed, keys.focused);
            self.textures.paint_art(ui, &self.map, input.view, &layout, egui::Color32::WHITE);
            labels::other_leg(ui, drawing, &layout, input.words.other_leg);
            self.textures.paint_marks(ui, drawing, &layout, &states);
            labels::title(ui, layout.title, input.words);
            labels::edges(ui, layout.edges, input.words);
            labels::badges(ui, &layout, &states, input.words);
            let name = pointed.map(|zone| (input.names)(zone.id())).unwrap_or_default();
            let caption = pointed.map(|zone| Caption { title: &name, text: (input.lies_here)(zone.id()) });
            let told = zones.iter().filter(|zone| match pointed {
                Some(pointed) => pointed.id() == zone.id(),
                None => input.lit.contains(zone.id()),
            });
            let places: Vec<Rect> = told.map(|zone| layout.zone_rect(zone)).collect();
            labels::caption(ui, layout.picture, caption.unwrap_or(input.words.caption), &places);
        }
        PickerOutput { toggled: clicked.or(keys.toggled).map(|zone| zone.id().clone()), asked_for_side: false }
    }
}

impl Layout {
    /// With the lines over the picture.
    fn with_lines(drawing: &Drawing, knee: Knee, area: Rect, px_per_pt: f32) -> Self {
        let (title, rest) = area.split_top_bottom_at_y(area.top() + labels::TITLE_HEIGHT);
        let (edges, rest) = rest.split_top_bottom_at_y(rest.top() + labels::EDGES_HEIGHT);
        let alone = Self::alone(drawing, knee, rest, px_per_pt);
        // The edges are those of the picture, which may be narrower than its room.
        let edges = Rect::from_x_y_ranges(alone.picture.x_range(), edges.y_range());
        Self { title, edges, ..alone }
    }

    /// The picture alone.
    fn alone(drawing: &Drawing, knee: Knee, room: Rect, px_per_pt: f32) -> Self {
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
        Self { title: Rect::NOTHING, edges: Rect::NOTHING, picture, placement }
    }

    /// The rectangle of a zone's check box: its middle lies in the zone.
    fn zone_rect(&self, zone: &ZoneShape) -> Rect {
        egui_rect(self.placement.screen_rect_from_knee(zone.main_part_mm())).intersect(self.picture)
    }
}

/// The zones of a drawing in the order of the Tab key.
fn tab_order<'a>(drawing: &'a Drawing, order: &[ZoneId]) -> Vec<&'a ZoneShape> {
    let named = order.iter().filter_map(|id| drawing.zone(id.as_str()));
    let others = drawing.zones().iter().filter(|zone| !order.contains(zone.id()));
    named.chain(others).collect()
}

fn pointer_zone<'a>(canvas: &Response, drawing: &'a Drawing, layout: &Layout) -> Option<&'a ZoneShape> {
    let pointer = canvas.hover_pos().or_else(|| canvas.interact_pointer_pos())?;
    if !layout.picture.contains(pointer) {
        return None;
    }
    drawing.zone_at(layout.placement.knee_from_screen(kurbo::Point::new(pointer.x.into(), pointer.y.into())))
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
