//! Where a drawing lies on the screen, and which way round.
//!
//! Names say from where to where, as `screen_from_knee`: a knee point is in millimetres of the right knee, a screen
//! point in points (or pixels) of the window.

use kurbo::{Point, Rect, Size, Vec2};

use super::drawing::Drawing;
use super::paths::single;
use crate::check::spot::Knee;

/// Free space on either side of the leg, for its outline and the focus ring.
const MARGIN_MM: f64 = 3.0;
/// What must be seen above and below the joint gap. Where there is little height, the rest of thigh and calf is cut
/// off, so that the small zones around the joint stay large.
const ABOVE_MM: f64 = 98.0;
/// See [`ABOVE_MM`].
const BELOW_MM: f64 = 76.0;
/// Screen units for each millimetre at which the smallest zone, 14 mm across, is 26 units. Where the whole leg would
/// be smaller than that for lack of width, the thigh is cut off, which is its widest part.
const LEAST_SCALE: f64 = 1.85;
/// How many heights are tried where the width is short.
const STEPS: u32 = 20;

/// One uniform scale, one offset and a side: the way between a knee and the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    knee: Knee,
    scale: f64,
    /// Where the point (0, 0) of the knee lies on the screen.
    origin: Point,
}

impl Placement {
    /// Puts a drawing into an area of the screen, as large as it can be.
    ///
    /// Returns the part of the area that the picture takes, with the placement.
    #[must_use]
    pub fn fit(drawing: &Drawing, knee: Knee, area: Rect) -> (Rect, Self) {
        let frame = drawing.frame_mm();
        let width_mm = |top: f64, bottom: f64| {
            let (inner, outer) = drawing.leg_span_mm(top, bottom);
            outer - inner + 2.0 * MARGIN_MM
        };
        let whole = area.width() / width_mm(frame.y0, frame.y1);
        let joint = area.width() / width_mm(-ABOVE_MM, BELOW_MM);
        let by_width = whole.max(joint.min(LEAST_SCALE));
        let scale = by_width.min(area.height() / (ABOVE_MM + BELOW_MM)).max(f64::MIN_POSITIVE);

        // As much of the leg as fits; thigh and calf lose as much as their share of what may be lost.
        let most_mm = Size::new(frame.width().min(area.width() / scale), frame.height().min(area.height() / scale));
        let top_share = (-ABOVE_MM - frame.y0) / (frame.height() - ABOVE_MM - BELOW_MM);
        let top_of = |height_mm: f64| frame.y0 + (frame.height() - height_mm) * top_share;
        let cut_mm = (most_mm.height - ABOVE_MM - BELOW_MM).max(0.0) / f64::from(STEPS);
        let mut heights = (0..=STEPS).map(|step| most_mm.height - f64::from(step) * cut_mm);
        let height_mm = heights
            .find(|height| width_mm(top_of(*height), top_of(*height) + height) <= most_mm.width)
            .unwrap_or(most_mm.height - f64::from(STEPS) * cut_mm);
        let shown_mm = Size::new(most_mm.width, height_mm);
        let top_mm = top_of(height_mm);
        let aside = (area.width() - shown_mm.width * scale) / 2.0;
        let picture = Rect::from_origin_size(area.origin() + Vec2::new(aside, 0.0), shown_mm * scale);

        let (inner, outer) = drawing.leg_span_mm(top_mm, top_mm + shown_mm.height);
        // Space to spare goes to the inner side, where the other leg is.
        let inner_mm = if drawing.other_leg_bounds_mm().is_some() {
            outer + MARGIN_MM - shown_mm.width
        } else {
            f64::midpoint(inner, outer) - shown_mm.width / 2.0
        };
        let inner_mm = inner_mm.min(frame.x1 - shown_mm.width).max(frame.x0);
        let middle_mm = inner_mm + shown_mm.width / 2.0;
        let origin = Point::new(picture.center().x - sign(knee) * middle_mm * scale, picture.y0 - top_mm * scale);
        (picture, Self { knee, scale, origin })
    }

    /// Which knee is shown.
    #[must_use]
    pub fn knee(&self) -> Knee {
        self.knee
    }

    /// Screen units for each millimetre.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Where a point of the knee is on the screen.
    #[must_use]
    pub fn screen_from_knee(&self, point_mm: Point) -> Point {
        self.origin + Vec2::new(sign(self.knee) * point_mm.x, point_mm.y) * self.scale
    }

    /// Which point of the knee is at a place of the screen.
    #[must_use]
    pub fn knee_from_screen(&self, point: Point) -> Point {
        let from_origin = (point - self.origin) / self.scale;
        Point::new(sign(self.knee) * from_origin.x, from_origin.y)
    }

    /// Where a rectangle of the knee is on the screen.
    #[must_use]
    pub fn screen_rect_from_knee(&self, rect_mm: Rect) -> Rect {
        let corner = |x, y| self.screen_from_knee(Point::new(x, y));
        Rect::from_points(corner(rect_mm.x0, rect_mm.y0), corner(rect_mm.x1, rect_mm.y1))
    }

    /// The same knee on a screen with other units: pixels from a corner in place of points.
    #[must_use]
    pub fn rescaled(&self, corner: Point, factor: f64) -> Self {
        Self { knee: self.knee, scale: self.scale * factor, origin: ((self.origin - corner) * factor).to_point() }
    }

    /// The other knee on a screen of this width, as it is seen when that is turned round.
    #[must_use]
    pub fn mirrored(&self, width: f64) -> Self {
        Self { knee: self.knee.other(), scale: self.scale, origin: Point::new(width - self.origin.x, self.origin.y) }
    }

    /// The same, with numbers rounded so far (to a hundredth of a unit at the screen) that two ways to compute one
    /// place are equal.
    #[must_use]
    pub fn steadied(&self) -> Self {
        let round = |number: f64, parts: f64| (number * parts).round() / parts;
        let origin = Point::new(round(self.origin.x, 100.0), round(self.origin.y, 100.0));
        Self { knee: self.knee, scale: round(self.scale, 1e5), origin }
    }

    /// The scale and offset as the raster library takes them, from units of which `units_per_mm` are one millimetre
    /// and whose point (0, 0) is the knee's point `corner_mm`.
    pub(super) fn transform(&self, units_per_mm: f64, corner_mm: Point) -> resvg::tiny_skia::Transform {
        let corner = self.screen_from_knee(corner_mm);
        let scale = self.scale / units_per_mm;
        resvg::tiny_skia::Transform::from_row(
            single(sign(self.knee) * scale),
            0.0,
            0.0,
            single(scale),
            single(corner.x),
            single(corner.y),
        )
    }
}

/// The drawings show right knees; a left one is turned round.
fn sign(knee: Knee) -> f64 {
    match knee {
        Knee::Right => 1.0,
        Knee::Left => -1.0,
    }
}
