//! An image that is painted zone by zone.

use std::fmt;

use resvg::tiny_skia::{Color, FillRule, LineCap, LineJoin, Paint, Pixmap, Stroke, StrokeDash, Transform};

use super::drawing::{DrawingError, ZoneShape};
use super::mirror::Placement;
use super::paths::{self, single};

/// A colour without transparency; shown as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour(
    /// Red, green and blue.
    pub [u8; 3],
);

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// An image: four bytes a pixel (red, green, blue, and how solid it is, with the colours already weakened by it).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width and height.
    pub size: [usize; 2],
    /// The bytes, row by row from the top.
    pub rgba_premultiplied: Vec<u8>,
}

/// Why there is no image.
#[derive(Debug, thiserror::Error)]
pub enum RasterError {
    /// Nothing, or more than fits into memory.
    #[error("an image of {0} by {1} pixels cannot be made")]
    Size(u32, u32),
    /// The drawing could not be read with these colours.
    #[error(transparent)]
    Drawing(#[from] DrawingError),
}

/// How a line is drawn.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) width_px: f32,
    pub(super) solid: f32,
    pub(super) dashed: bool,
}

/// An image that is being painted, with the way from millimetres to its pixels.
pub(super) struct Canvas {
    pub(super) pixmap: Pixmap,
    pub(super) placement: Placement,
    transform: Transform,
}

impl Canvas {
    pub(super) fn new(placement: Placement, [width, height]: [u32; 2]) -> Result<Self, RasterError> {
        let pixmap = Pixmap::new(width, height).ok_or(RasterError::Size(width, height))?;
        let transform = placement.transform(1.0, kurbo::Point::ZERO);
        Ok(Self { pixmap, placement, transform })
    }

    pub(super) fn fill(&mut self, zone: &ZoneShape, colour: Colour, solid: f32) {
        if let Some(path) = paths::to_raster(zone.outline_mm()) {
            self.pixmap.fill_path(&path, &paint(colour, solid), fill_rule(zone), self.transform, None);
        }
    }

    pub(super) fn outline(&mut self, zone: &ZoneShape, colour: Colour, line: Line) {
        let Some(path) = paths::to_raster(zone.outline_mm()) else { return };
        // Strokes are measured before the transform, so in millimetres.
        let width = line.width_px / single(self.placement.scale());
        let stroke = Stroke {
            width,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            dash: line.dashed.then(|| StrokeDash::new(vec![3.0 * width, 2.5 * width], 0.0)).flatten(),
            ..Stroke::default()
        };
        self.pixmap.stroke_path(&path, &paint(colour, line.solid), &stroke, self.transform, None);
    }

    /// Lets the image become clear towards its upper and its lower edge, over this share of its height each.
    pub(super) fn fade_out(&mut self, share: f32) {
        let height = self.pixmap.height() as f32;
        let row_bytes = self.pixmap.width() as usize * 4;
        for (y, row) in self.pixmap.data_mut().chunks_exact_mut(row_bytes.max(1)).enumerate() {
            let middle = y as f32 + 0.5;
            let way = middle.min(height - middle) / (height * share);
            if way < 1.0 {
                // Slow at both ends, so that no line is seen where it begins.
                let kept = way * way * (3.0 - 2.0 * way);
                for byte in row {
                    *byte = (f32::from(*byte) * kept).round() as u8;
                }
            }
        }
    }

    pub(super) fn into_pixels(self) -> Pixels {
        let size = [self.pixmap.width() as usize, self.pixmap.height() as usize];
        Pixels { size, rgba_premultiplied: self.pixmap.take() }
    }
}

fn fill_rule(zone: &ZoneShape) -> FillRule {
    if zone.is_even_odd() { FillRule::EvenOdd } else { FillRule::Winding }
}

fn paint(colour: Colour, solid: f32) -> Paint<'static> {
    let [red, green, blue] = colour.0;
    let mut paint = Paint::default();
    let mut colour = Color::from_rgba8(red, green, blue, u8::MAX);
    colour.set_alpha(solid);
    paint.set_color(colour);
    paint.anti_alias = true;
    paint
}
