//! What a drawing is made of: outlines and lines in shares of body height, each part with its role.

use kurbo::{Point, Rect, Vec2};

/// Corners of a full circle; an outline of three of them has about as many.
const CORNERS: usize = 40;

/// What a part of a drawing is, so that a painter knows its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An arm or leg on the far side.
    FarLimb,
    /// An arm or leg on the near side.
    NearLimb,
    /// The leg with the sore knee.
    SoreLimb,
    /// The place of the sore knee, on its leg.
    SoreKnee,
    Trunk,
    Head,
    /// A step, a chair, a wall, a ball.
    Thing,
    /// An elastic band or a strap.
    Band,
    /// Water that stands before the body: seen through.
    Water,
    Ground,
    /// Where something moves.
    Arrow,
}

/// One piece of a part; lengths are shares of body height, y grows upwards.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A filled convex outline, counter-clockwise.
    Closed(Vec<Point>),
    /// A line of this width.
    Line { points: Vec<Point>, width: f64 },
}

impl Form {
    /// All points, in their order.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        match self {
            Self::Closed(points) | Self::Line { points, .. } => points,
        }
    }

    fn points_mut(&mut self) -> &mut [Point] {
        match self {
            Self::Closed(points) | Self::Line { points, .. } => points,
        }
    }
}

/// Pieces that are one to the eye: they share one outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub role: Role,
    pub forms: Vec<Form>,
}

impl Part {
    pub(super) fn new(role: Role, forms: Vec<Form>) -> Self {
        Self { role, forms }
    }
}

/// One position, from behind to the front.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    pub parts: Vec<Part>,
}

impl Drawing {
    /// The box around all of it; lines count with their width.
    #[must_use]
    pub fn bounds(&self) -> Option<Rect> {
        let forms = self.parts.iter().flat_map(|part| &part.forms);
        forms.filter_map(bounds).reduce(|all, one| all.union(one))
    }

    /// Turned round, as in a mirror.
    pub(super) fn mirror(&mut self) {
        for form in self.parts.iter_mut().flat_map(|part| &mut part.forms) {
            for point in form.points_mut() {
                point.x = -point.x;
            }
            if let Form::Closed(points) = form {
                points.reverse();
            }
        }
    }
}

fn bounds(form: &Form) -> Option<Rect> {
    let half = if let Form::Line { width, .. } = form { width / 2.0 } else { 0.0 };
    let points = form.points().iter().map(|point| Rect::from_points(*point, *point));
    points.reduce(|all, one| all.union(one)).map(|all| all.inflate(half, half))
}

/// A circle, as a joint or a bulge of a limb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Round {
    pub(super) centre: Point,
    pub(super) radius: f64,
}

pub(super) fn round(centre: Point, radius: f64) -> Round {
    Round { centre, radius }
}

/// What a rubber band around these circles would enclose.
pub(super) fn hull(rounds: &[Round]) -> Form {
    let mut points: Vec<Point> = rounds.iter().flat_map(|round| rim(*round)).collect();
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let mut outline = half_hull(points.iter().copied());
    outline.extend(half_hull(points.iter().rev().copied()));
    Form::Closed(outline)
}

/// A plain rectangle with corners that are a little round.
pub(super) fn block(rect: Rect) -> Form {
    let rect = rect.abs();
    let radius = (rect.width().min(rect.height()) / 2.0).min(0.008);
    let inner = rect.inflate(-radius, -radius);
    let corners = [(inner.x0, inner.y0), (inner.x1, inner.y0), (inner.x1, inner.y1), (inner.x0, inner.y1)];
    hull(&corners.map(|corner| round(corner.into(), radius)))
}

/// The corners of a circle.
pub(super) fn rim(round: Round) -> impl Iterator<Item = Point> {
    (0..CORNERS).map(move |nth| {
        let angle = std::f64::consts::TAU * nth as f64 / CORNERS as f64;
        round.centre + round.radius * Vec2::from_angle(angle)
    })
}

/// One side of the hull of sorted points, without its last one, which begins the other side.
fn half_hull(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut outline: Vec<Point> = Vec::new();
    for point in points {
        while let [.., before, last] = outline.as_slice() {
            if (*last - *before).cross(point - *last) > 1e-9 {
                break;
            }
            outline.pop();
        }
        outline.push(point);
    }
    outline.pop();
    outline
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hull_is_convex_and_holds_its_circles() {
        let rounds =
            [round((0.0, 0.0).into(), 0.05), round((0.02, -0.1).into(), 0.06), round((0.0, -0.3).into(), 0.02)];
        let Form::Closed(outline) = hull(&rounds) else { panic!("not closed") };
        let next = |nth: usize| outline[nth % outline.len()];
        for nth in 0..outline.len() {
            let turn = (next(nth + 1) - next(nth)).cross(next(nth + 2) - next(nth + 1));
            assert!(turn > 0.0, "corner {nth} turns by {turn}");
        }
        for point in rounds.into_iter().flat_map(rim) {
            let is_left = |nth: usize| (next(nth + 1) - next(nth)).cross(point - next(nth)) > -1e-6;
            assert!((0..outline.len()).all(is_left), "{point:?} is outside");
        }
    }
}
