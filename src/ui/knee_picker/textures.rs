//! Images on the graphics card, painted again only when what they show has changed.

use std::sync::Arc;
use std::time::Duration;

use egui::layers::ShapeIdx;
use egui::{Color32, ColorImage, Painter, Pos2, Rect, Shape, TextureHandle, TextureOptions, Ui, Vec2, pos2};

use crate::check::spot::Knee;
use crate::desktop::on_thread::OnThread;
use crate::knee_map::{Drawing, KneeMap, Pixels, Placement, RasterError};
use crate::knowledge::ids::ZoneId;
use crate::knowledge::zone::View;
use crate::ui::theme::{self, Theme};

use super::marks::{MarkState, ZoneState};
use super::{Layout, PictureUse, WELCOME, art, egui_rect, kurbo_rect};

/// How many pictures are kept: four views, each in three sizes. A left knee is the image of a right one, turned round.
const KEPT: usize = 12;
/// How long the size must stay the same before a picture is painted for it.
const STEADY_SECONDS: f64 = 0.15;

/// What a picture depends on: that of a right knee.
#[derive(Clone, Debug, PartialEq)]
struct ArtKey {
    view: View,
    /// What it is for: pictures for different things have different sizes.
    is_for: PictureUse,
    theme: Theme,
    size_px: [u32; 2],
    /// From the picture's own corner, in pixels.
    placement: Placement,
}

/// What the marks over a picture depend on.
#[derive(Clone, Debug, PartialEq)]
struct MarksKey {
    art: ArtKey,
    knee: Knee,
    seen: Vec<(ZoneId, MarkState)>,
}

/// The images, the last used last.
#[derive(Default)]
pub(super) struct Textures {
    art: Vec<Art>,
    marks: Vec<(MarksKey, TextureHandle)>,
    new_pictures: Vec<NewPicture>,
    /// Begun before the first frame.
    pub(super) early: Option<EarlyPicture>,
    /// How often something was painted because a frame showed it first; small pictures to choose a view by come later.
    pub(super) rasters: u64,
}

/// One picture.
struct Art {
    key: ArtKey,
    texture: TextureHandle,
    /// The time of the frame it was painted in, in seconds.
    painted_at: f64,
    /// What is wanted in its place while it is stretched, and since when.
    wanted: Option<(ArtKey, f64)>,
}

/// A picture that is painted before there is a window, for the size that it will most likely have.
pub struct EarlyPicture {
    key: ArtKey,
    picture: Painting,
}

/// A picture that is painted on a thread of its own.
type Painting = OnThread<Result<Pixels, RasterError>>;

/// A picture that is painted while the rest of the frame is laid out.
struct NewPicture {
    key: ArtKey,
    picture: Painting,
    shown: Vec<Shown>,
}

/// Where a frame shows a picture.
struct Shown {
    painter: Painter,
    /// Its turn among what is painted.
    turn: ShapeIdx,
    rect: Rect,
    knee: Knee,
}

impl Textures {
    /// Draws the picture of the knee. One that is new is there after [`finish`](Self::finish).
    pub(super) fn paint_art(&mut self, ui: &Ui, map: &Arc<KneeMap>, view: View, layout: &Layout) {
        let (key, px) = ArtKey::new(ui, view, layout);
        let painter = painter_of(ui, layout);
        let knee = layout.placement.knee();
        if let Some(at) = self.art.iter().position(|art| art.key.shows_same(&key)) {
            let mut art = self.art.remove(at);
            if art.key == key || art.is_resizing(ui, &key) {
                painter.add(image(&art.texture, art.key.rect_in(layout, px), knee));
                self.art.push(art);
                return;
            }
        }
        let turn = painter.add(Shape::Noop);
        let shown = Shown { painter, turn, rect: layout.picture, knee };
        if let Some(new) = self.new_pictures.iter_mut().find(|new| new.key == key) {
            new.shown.push(shown);
            return;
        }
        let early = self.early.take().filter(|early| early.key == key).map(|early| early.picture);
        let picture = early.unwrap_or_else(|| {
            self.rasters += u64::from(key.is_for != PictureUse::Thumb);
            paint(map, &key, px)
        });
        self.new_pictures.push(NewPicture { key, picture, shown: vec![shown] });
    }

    /// Waits for the pictures that this frame shows for the first time.
    pub(super) fn finish(&mut self, ui: &Ui) {
        for NewPicture { key, picture, shown } in self.new_pictures.drain(..) {
            let Some(texture) = upload(ui, "knee", picture.end()) else { continue };
            for Shown { painter, turn, rect, knee } in shown {
                painter.set(turn, image(&texture, rect, knee));
            }
            // Another look is not coming back soon.
            self.art.retain(|art| art.key.theme == key.theme);
            self.art.push(Art { key, texture, painted_at: ui.input(|input| input.time), wanted: None });
        }
        // What the first frame does not show is not kept for a later one.
        self.early = None;
        let too_many = self.art.len().saturating_sub(KEPT);
        self.art.drain(..too_many);
    }

    /// Draws the states of the zones over it.
    pub(super) fn paint_marks(&mut self, ui: &Ui, drawing: &Drawing, layout: &Layout, states: &[ZoneState<'_>]) {
        if states.is_empty() {
            return;
        }
        let (art, px) = ArtKey::new(ui, drawing.view(), layout);
        let seen = states.iter().map(|state| (state.zone.id().clone(), state.seen)).collect();
        let knee = layout.placement.knee();
        let key = MarksKey { art, knee, seen };
        let texture = if let Some(at) = self.marks.iter().position(|(kept, _)| *kept == key) {
            self.marks.remove(at).1
        } else {
            self.rasters += 1;
            let t = theme::tokens(key.art.theme);
            let looks: Vec<_> = states.iter().map(|state| (state.zone, state.seen.look(t, px))).collect();
            let overlay = drawing.overlay(&placement_in(layout, px), key.art.size_px, &looks);
            let Some(texture) = upload(ui, "knee marks", overlay) else { return };
            texture
        };
        // It was painted for its own knee and is not turned round.
        painter_of(ui, layout).add(image(&texture, layout.picture, Knee::Right));
        // One for each picture: what was marked or pointed at before is soon out of date.
        self.marks.retain(|(kept, _)| (kept.art.view, kept.knee) != (key.art.view, key.knee));
        self.marks.push((key, texture));
    }
}

impl EarlyPicture {
    /// Begins to paint the picture of the first screen into so much room, in points.
    #[must_use]
    pub fn paint(map: &Arc<KneeMap>, room: Vec2, px_per_pt: f32, theme: Theme) -> Self {
        let (view, knee) = WELCOME;
        let room = Rect::from_min_size(Pos2::ZERO, room);
        let layout = Layout::alone(map.drawing(view), knee, room, px_per_pt, PictureUse::Door);
        let key = ArtKey::of(view, &layout, theme, px_per_pt);
        let picture = paint(map, &key, px_per_pt);
        Self { key, picture }
    }
}

impl Art {
    /// Whether the size changed a moment ago. While a window is being resized the old picture is stretched: a new one
    /// for each step would make the window slow.
    fn is_resizing(&mut self, ui: &Ui, key: &ArtKey) -> bool {
        let now = ui.input(|input| input.time);
        if now <= self.painted_at {
            // A frame that is laid out twice: nobody has seen the first size.
            return false;
        }
        let since = match &self.wanted {
            Some((wanted, since)) if wanted == key => *since,
            _ => {
                self.wanted = Some((key.clone(), now));
                now
            }
        };
        let left = STEADY_SECONDS - (now - since);
        if left > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
        }
        left > 0.0
    }
}

impl ArtKey {
    /// With the number of pixels in a point.
    fn new(ui: &Ui, view: View, layout: &Layout) -> (Self, f32) {
        let px_per_pt = ui.pixels_per_point();
        (Self::of(view, layout, theme::theme_of(ui.ctx()), px_per_pt), px_per_pt)
    }

    fn of(view: View, layout: &Layout, theme: Theme, px_per_pt: f32) -> Self {
        let size = (layout.picture.size() * px_per_pt).round();
        let size_px = [size.x as u32, size.y as u32];
        let placement = placement_in(layout, px_per_pt);
        let placement = match placement.knee() {
            Knee::Right => placement,
            Knee::Left => placement.mirrored(size_px[0].into()).steadied(),
        };
        Self { view, is_for: layout.is_for, theme, size_px, placement }
    }

    /// Whether it is the same but for the size.
    fn shows_same(&self, other: &Self) -> bool {
        (self.view, self.is_for, self.theme) == (other.view, other.is_for, other.theme)
    }

    /// Where an image of this key lies in a layout, even if it was made for another size.
    fn rect_in(&self, layout: &Layout, px_per_pt: f32) -> Rect {
        let now = Self::of(self.view, layout, self.theme, px_per_pt);
        if *self == now {
            return layout.picture;
        }
        let [width, height] = self.size_px.map(f64::from);
        let ends = [kurbo::Point::ZERO, kurbo::Point::new(width, height)].map(|at| self.placement.knee_from_screen(at));
        egui_rect(layout.placement.screen_rect_from_knee(kurbo::Rect::from_points(ends[0], ends[1])))
    }
}

fn paint(map: &Arc<KneeMap>, key: &ArtKey, px_per_pt: f32) -> Painting {
    let (map, key) = (Arc::clone(map), key.clone());
    let colours = match key.is_for {
        PictureUse::Panel => art::colours(key.theme),
        // The other leg is there, or there is no room for it.
        PictureUse::Door | PictureUse::Thumb => art::of_one_leg(key.theme),
    };
    OnThread::start(move || map.drawing(key.view).picture(&key.placement, key.size_px, &colours, px_per_pt))
}

fn upload(ui: &Ui, name: &str, image: Result<Pixels, RasterError>) -> Option<TextureHandle> {
    match image {
        Ok(pixels) => {
            let image = ColorImage::from_rgba_premultiplied(pixels.size, &pixels.rgba_premultiplied);
            Some(ui.ctx().load_texture(name, image, TextureOptions::LINEAR))
        }
        Err(error) => {
            // The zones, their names and the list beside the picture still work without it.
            log::error!("{name}: {error}");
            None
        }
    }
}

/// Relative to the picture's own corner, so that scrolling paints nothing again; in pixels.
fn placement_in(layout: &Layout, px_per_pt: f32) -> Placement {
    let corner = kurbo_rect(layout.picture).origin();
    layout.placement.rescaled(corner, px_per_pt.into()).steadied()
}

/// Draws as far as the picture goes.
fn painter_of(ui: &Ui, layout: &Layout) -> Painter {
    ui.painter().with_clip_rect(ui.clip_rect().intersect(layout.picture))
}

/// The image of a right knee, or turned round.
fn image(texture: &TextureHandle, rect: Rect, knee: Knee) -> Shape {
    let (left, right) = match knee {
        Knee::Right => (0.0, 1.0),
        Knee::Left => (1.0, 0.0),
    };
    Shape::image(texture.id(), rect, Rect::from_min_max(pos2(left, 0.0), pos2(right, 1.0)), Color32::WHITE)
}
