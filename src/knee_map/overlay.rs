//! What lies over the picture: marked, pointed at and lit zones.

use resvg::tiny_skia::{Path, PathBuilder, Rect, Transform};

use super::canvas::{Canvas, Colour, Line, Pixels, RasterError};
use super::drawing::{Drawing, ZoneShape};
use super::mirror::Placement;
use super::paths::single;

/// A pattern tells states apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Round dots.
    Dots,
    /// Slanted lines.
    Hatch,
}

/// A line along the edge of a zone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// Its colour.
    pub colour: Colour,
    /// Its width in pixels, half of it inside of the zone.
    pub width_px: f32,
    /// Whether it has gaps.
    pub dashed: bool,
}

/// How one zone looks. What is `None` is not painted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ZoneLook {
    /// Colour, and how solid it is from 0 to 1.
    pub fill: Option<(Colour, f32)>,
    /// Pattern over the fill.
    pub pattern: Option<(Pattern, Colour)>,
    /// Lines along the edge, the first one below.
    pub edges: Vec<Edge>,
}

/// Distance between two dots or lines of a pattern.
const STEP_PT: f32 = 8.0;
/// Radius of a dot.
const DOT_PT: f32 = 1.4;
/// Width of a slanted line.
const HATCH_PT: f32 = 2.0;

impl Drawing {
    /// Paints zones on a clear ground, the first one below. The placement is in pixels; a point of the window is
    /// `px_per_pt` of them.
    ///
    /// # Errors
    /// When the size is zero or too large for memory.
    pub fn overlay(
        &self,
        placement: &Placement,
        size_px: [u32; 2],
        px_per_pt: f32,
        looks: &[(&ZoneShape, ZoneLook)],
    ) -> Result<Pixels, RasterError> {
        let mut canvas = Canvas::new(*placement, size_px)?;
        for (zone, look) in looks {
            if let Some((colour, solid)) = look.fill {
                canvas.fill(zone, colour, solid);
            }
            if let Some((pattern, colour)) = look.pattern
                && let Some(path) = pattern.path(&canvas, zone, px_per_pt)
            {
                canvas.pattern(zone, &path, colour);
            }
        }
        // Edges lie over the fills of neighbours.
        for (zone, look) in looks {
            for edge in &look.edges {
                let line = Line { width_px: edge.width_px, solid: 1.0, dashed: edge.dashed };
                canvas.outline(zone, edge.colour, line);
            }
        }
        Ok(canvas.into_pixels())
    }
}

impl Pattern {
    /// The pattern over the whole rectangle around a zone, in pixels.
    fn path(self, canvas: &Canvas, zone: &ZoneShape, px_per_pt: f32) -> Option<Path> {
        let whole = kurbo::Rect::new(0.0, 0.0, canvas.pixmap.width().into(), canvas.pixmap.height().into());
        let area = canvas.placement.screen_rect_from_knee(zone.bounds_mm()).intersect(whole);
        let (left, top, right, bottom) = (single(area.x0), single(area.y0), single(area.x1), single(area.y1));
        let step = STEP_PT * px_per_pt;
        // Neighbouring zones share one grid, counted from the corner of the image.
        let first = |edge: f32| (edge / step).floor() * step;
        match self {
            Self::Dots => {
                let mut builder = PathBuilder::new();
                for (row, y) in steps(first(top), bottom, step * 0.75) {
                    let shift = if row % 2 == 0 { 0.0 } else { step / 2.0 };
                    for (_, x) in steps(first(left) + shift, right, step) {
                        builder.push_circle(x, y, DOT_PT * px_per_pt);
                    }
                }
                builder.finish()
            }
            Self::Hatch => {
                let mut builder = PathBuilder::new();
                let length = (right - left) + (bottom - top);
                for (_, y) in steps(first(top - (right - left)), bottom, step) {
                    let bar = Rect::from_xywh(0.0, 0.0, length * 1.5, HATCH_PT * px_per_pt)?;
                    let slanted = Transform::from_rotate(45.0).post_translate(first(left), y);
                    builder.push_path(&PathBuilder::from_rect(bar).transform(slanted)?);
                }
                builder.finish()
            }
        }
    }
}

/// Counted places from `first` up to `last`.
fn steps(first: f32, last: f32, step: f32) -> impl Iterator<Item = (usize, f32)> {
    std::iter::successors(Some(first), move |at| Some(at + step)).take_while(move |at| *at <= last).enumerate()
}
