//! What lies over the picture: marked, pointed at and lit zones.

use super::canvas::{Canvas, Colour, Line, Pixels, RasterError};
use super::drawing::{Drawing, ZoneShape};
use super::mirror::Placement;

/// A line along the edge of a zone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
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
    /// Lines along the edge, the first one below.
    pub edges: Vec<Edge>,
}

impl Drawing {
    /// Paints zones on a clear ground, the first one below. The placement is in pixels.
    ///
    /// # Errors
    /// When the size is zero or too large for memory.
    pub fn overlay(
        &self,
        placement: &Placement,
        size_px: [u32; 2],
        looks: &[(&ZoneShape, ZoneLook)],
    ) -> Result<Pixels, RasterError> {
        let mut canvas = Canvas::new(*placement, size_px)?;
        for (zone, look) in looks {
            if let Some((colour, solid)) = look.fill {
                canvas.fill(zone, colour, solid);
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
