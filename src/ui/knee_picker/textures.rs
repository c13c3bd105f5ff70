//! Images on the graphics card, painted again only when what they show has changed.

use egui::{Color32, ColorImage, Rect, TextureHandle, TextureOptions, Ui, pos2};

use crate::check::spot::Knee;
use crate::knee_map::{Drawing, Pixels, Placement, RasterError};
use crate::knowledge::ids::ZoneId;
use crate::knowledge::zone::View;
use crate::ui::theme::{self, Look};

use super::marks::{Seen, ZoneState};
use super::{Layout, art, kurbo_rect};

/// How many pictures are kept: four views of two knees.
const KEPT: usize = 8;

/// What a picture depends on.
#[derive(Clone, Debug, PartialEq)]
struct ArtKey {
    view: View,
    knee: Knee,
    look: Look,
    size_px: [u32; 2],
    placement: Placement,
}

/// What the marks over a picture depend on.
#[derive(Clone, Debug, PartialEq)]
struct MarksKey {
    art: ArtKey,
    seen: Vec<(ZoneId, Seen)>,
}

/// The images, the last used last.
#[derive(Default)]
pub(super) struct Textures {
    art: Vec<(ArtKey, TextureHandle)>,
    marks: Vec<(MarksKey, TextureHandle)>,
}

impl Textures {
    /// Draws the picture of the knee.
    pub(super) fn paint_art(&mut self, ui: &Ui, rasters: &mut u64, drawing: &Drawing, layout: &Layout, tint: Color32) {
        let (key, px) = ArtKey::new(ui, drawing, layout);
        let texture = match self.art.iter().position(|(kept, _)| *kept == key) {
            Some(at) => self.art.remove(at).1,
            None => {
                *rasters += 1;
                let picture = drawing.picture(&key.placement, key.size_px, &art::colours(key.look), px);
                let Some(texture) = upload(ui, "knee", picture) else { return };
                texture
            }
        };
        draw(ui, &texture, layout.picture, tint);
        // Other sizes and looks are not coming back soon.
        self.art.retain(|(kept, _)| kept.look == key.look && kept.size_px == key.size_px);
        keep(&mut self.art, key, texture);
    }

    /// Draws the states of the zones over it.
    pub(super) fn paint_marks(
        &mut self,
        ui: &Ui,
        rasters: &mut u64,
        drawing: &Drawing,
        layout: &Layout,
        states: &[ZoneState<'_>],
    ) {
        if states.is_empty() {
            return;
        }
        let (art, px) = ArtKey::new(ui, drawing, layout);
        let seen = states.iter().map(|state| (state.zone.id().clone(), state.seen)).collect();
        let key = MarksKey { art, seen };
        let texture = match self.marks.iter().position(|(kept, _)| *kept == key) {
            Some(at) => self.marks.remove(at).1,
            None => {
                *rasters += 1;
                let t = theme::tokens(key.art.look);
                let looks: Vec<_> = states.iter().map(|state| (state.zone, state.seen.look(t, px))).collect();
                let overlay = drawing.overlay(&key.art.placement, key.art.size_px, px, &looks);
                let Some(texture) = upload(ui, "knee marks", overlay) else { return };
                texture
            }
        };
        draw(ui, &texture, layout.picture, Color32::WHITE);
        // One for each picture: what was marked or pointed at before is soon out of date.
        self.marks.retain(|(kept, _)| (kept.art.view, kept.art.knee) != (key.art.view, key.art.knee));
        keep(&mut self.marks, key, texture);
    }
}

impl ArtKey {
    /// With the number of pixels in a point.
    fn new(ui: &Ui, drawing: &Drawing, layout: &Layout) -> (Self, f32) {
        let px_per_pt = ui.pixels_per_point();
        let size = (layout.picture.size() * px_per_pt).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a picture has its size on screen")]
        let size_px = [size.x as u32, size.y as u32];
        // Relative to the picture's own corner, so that scrolling paints nothing again.
        let corner = kurbo_rect(layout.picture).origin();
        let placement = layout.placement.rescaled(corner, px_per_pt.into()).steadied();
        let look = theme::look_of(ui.ctx());
        (Self { view: drawing.view(), knee: layout.placement.knee(), look, size_px, placement }, px_per_pt)
    }
}

fn keep<K>(kept: &mut Vec<(K, TextureHandle)>, key: K, texture: TextureHandle) {
    kept.push((key, texture));
    let too_many = kept.len().saturating_sub(KEPT);
    kept.drain(..too_many);
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

fn draw(ui: &Ui, texture: &TextureHandle, picture: Rect, tint: Color32) {
    let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    ui.painter().image(texture.id(), picture, all, tint);
}
