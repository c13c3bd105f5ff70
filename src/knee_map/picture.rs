//! The picture as pixels, in the colours of the window.

use std::fmt::{self, Write as _};

use kurbo::BezPath;
use resvg::tiny_skia::{FillRule, LineCap, LineJoin, Paint, PathBuilder, Pixmap, Stroke, StrokeDash, Transform};

use super::drawing::{Drawing, DrawingError, ZoneShape};
use super::mirror::{Placement, single};

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

/// The colours of the picture, by what they are for. Widths and transparency stay as drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colours {
    /// The skin side of the leg, behind everything.
    pub leg: Colour,
    /// The outline of the leg.
    pub leg_line: Colour,
    /// Bones.
    pub bone: Colour,
    /// Outlines of bones and lines on them.
    pub bone_line: Colour,
    /// The kneecap.
    pub patella: Colour,
    /// Its outline.
    pub patella_line: Colour,
    /// Tendons and bands.
    pub tendon: Colour,
    /// Fibres on them.
    pub tendon_line: Colour,
    /// Muscles.
    pub muscle: Colour,
    /// Fibres on them.
    pub muscle_line: Colour,
    /// Menisci and fat pad.
    pub soft: Colour,
    /// Their outlines.
    pub soft_line: Colour,
    /// The joint gap.
    pub gap: Colour,
    /// Thin layers that make things look round.
    pub shade: Colour,
    /// Blood vessels behind the knee.
    pub vessel: Colour,
    /// The other leg.
    pub ghost: Colour,
    /// Its outline.
    pub ghost_line: Colour,
    /// Edges of unmarked zones.
    pub zone_edge: Colour,
}

impl Colours {
    /// As a style sheet. Each rule names the art's id: the file's own sheet would win over a class alone.
    fn css(&self) -> String {
        let fills = [
            ("leg", self.leg),
            ("bone", self.bone),
            ("patella", self.patella),
            ("tendon", self.tendon),
            ("muscle", self.muscle),
            ("soft", self.soft),
            ("gap", self.gap),
            ("shade", self.shade),
            ("ghost", self.ghost),
        ];
        let strokes = [
            ("leg-line", self.leg_line),
            ("bone", self.bone_line),
            ("bone-line", self.bone_line),
            ("patella", self.patella_line),
            ("tendon-line", self.tendon_line),
            ("muscle-line", self.muscle_line),
            ("soft", self.soft_line),
            ("vessel", self.vessel),
            ("ghost", self.ghost_line),
        ];
        let mut css = String::new();
        for (property, rules) in [("fill", &fills[..]), ("stroke", &strokes[..])] {
            for (class, colour) in rules {
                // Writing to a string cannot fail.
                let _ = write!(css, "#art .{class}{{{property}:{colour}}}");
            }
        }
        css
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

impl Drawing {
    /// Paints the art and the faint edges of all zones. The placement is in pixels; `edge_px` is the width of an edge.
    ///
    /// # Errors
    /// When the size is zero or too large for memory.
    pub fn picture(
        &self,
        placement: &Placement,
        size_px: [u32; 2],
        colours: &Colours,
        edge_px: f32,
    ) -> Result<Pixels, RasterError> {
        let mut canvas = Canvas::new(*placement, size_px)?;
        let tree = self.tree(colours.css())?;
        let transform = placement.transform(self.units_per_mm(&tree), self.frame_mm().origin());
        resvg::render(&tree, transform, &mut canvas.pixmap.as_mut());
        let line = Line { width_px: edge_px, solid: EDGE, dashed: false };
        for zone in self.zones() {
            canvas.outline(zone, colours.zone_edge, line);
        }
        Ok(canvas.into_pixels())
    }
}

/// How solid the edge of an unmarked zone is: the art under it matters more.
const EDGE: f32 = 0.6;

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
        if let Some(path) = skia_path(zone.outline_mm()) {
            self.pixmap.fill_path(&path, &paint(colour, solid), fill_rule(zone), self.transform, None);
        }
    }

    pub(super) fn outline(&mut self, zone: &ZoneShape, colour: Colour, line: Line) {
        let Some(path) = skia_path(zone.outline_mm()) else { return };
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

    /// Paints over part of a zone: `pattern` is in pixels and shows only inside of the zone.
    pub(super) fn pattern(&mut self, zone: &ZoneShape, pattern: &resvg::tiny_skia::Path, colour: Colour) {
        let Some(path) = skia_path(zone.outline_mm()) else { return };
        let Some(mut mask) = resvg::tiny_skia::Mask::new(self.pixmap.width(), self.pixmap.height()) else { return };
        mask.fill_path(&path, fill_rule(zone), true, self.transform);
        let paint = paint(colour, 1.0);
        self.pixmap.fill_path(pattern, &paint, FillRule::Winding, Transform::identity(), Some(&mask));
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
    let mut colour = resvg::tiny_skia::Color::from_rgba8(red, green, blue, u8::MAX);
    colour.set_alpha(solid);
    paint.set_color(colour);
    paint.anti_alias = true;
    paint
}

fn skia_path(path: &BezPath) -> Option<resvg::tiny_skia::Path> {
    let mut builder = PathBuilder::new();
    let xy = |point: kurbo::Point| (single(point.x), single(point.y));
    for element in path {
        match element {
            kurbo::PathEl::MoveTo(end) => {
                let (x, y) = xy(end);
                builder.move_to(x, y);
            }
            kurbo::PathEl::LineTo(end) => {
                let (x, y) = xy(end);
                builder.line_to(x, y);
            }
            kurbo::PathEl::QuadTo(bend, end) => {
                let ((x1, y1), (x, y)) = (xy(bend), xy(end));
                builder.quad_to(x1, y1, x, y);
            }
            kurbo::PathEl::CurveTo(out, back, end) => {
                let ((x1, y1), (x2, y2), (x, y)) = (xy(out), xy(back), xy(end));
                builder.cubic_to(x1, y1, x2, y2, x, y);
            }
            kurbo::PathEl::ClosePath => builder.close(),
        }
    }
    builder.finish()
}

#[cfg(test)]
mod tests {
    use kurbo::Point;

    use super::*;
    use crate::check::spot::Knee;
    use crate::knee_map::KneeMap;
    use crate::knowledge::zone::View;

    fn colours(bone: Colour) -> Colours {
        let other = Colour([200; 3]);
        Colours {
            leg: other,
            leg_line: other,
            bone,
            bone_line: bone,
            patella: bone,
            patella_line: bone,
            tendon: other,
            tendon_line: other,
            muscle: other,
            muscle_line: other,
            soft: other,
            soft_line: other,
            gap: other,
            shade: other,
            vessel: other,
            ghost: other,
            ghost_line: other,
            zone_edge: other,
        }
    }

    fn at(pixels: &Pixels, placement: &Placement, x: f64, y: f64) -> [u8; 4] {
        let point = placement.screen_from_knee(Point::new(x, y));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "inside of the image")]
        let index = (point.y as usize * pixels.size[0] + point.x as usize) * 4;
        pixels.rgba_premultiplied[index..index + 4].try_into().unwrap()
    }

    #[test]
    fn our_colours_win_over_those_of_the_file() {
        let map = KneeMap::embedded().unwrap();
        let drawing = map.drawing(View::Front);
        for knee in [Knee::Left, Knee::Right] {
            let (_, placement) = Placement::fit(drawing, knee, kurbo::Rect::new(0.0, 0.0, 300.0, 500.0));
            let blue = Colour([10, 20, 240]);
            let pixels = drawing.picture(&placement, [300, 500], &colours(blue), 1.0).unwrap();
            let [red, _, much, solid] = at(&pixels, &placement, 0.0, -35.0);
            assert!(red < 60 && much > 200 && solid == 255, "the kneecap is {red} {much} {solid}");
        }
    }

    #[test]
    fn an_empty_image_is_an_error() {
        let map = KneeMap::embedded().unwrap();
        let drawing = map.drawing(View::Front);
        let placement = Placement::new(Knee::Right, 1.0, Point::ZERO);
        let picture = drawing.picture(&placement, [0, 5], &colours(Colour([0; 3])), 1.0);
        assert!(matches!(picture, Err(RasterError::Size(0, 5))));
    }
}
