//! What the person uses, where it moves, and the ground.

use kurbo::{ParamCurve, Point, QuadBez, Rect, Vec2};

use super::content::{Arrow, Layer, Place, Thing, ThingForm};
use super::shape::{Form, Part, Role, block, hull, rim, round};
use super::skeleton::{Skeleton, turned};

/// Width of the line of a ring, an arrow and the ground.
const LINE: f64 = 0.014;
const ARROW_LINE: f64 = 0.016;
const GROUND_LINE: f64 = 0.008;
/// Length and half width of the head of an arrow.
const ARROW_HEAD: (f64, f64) = (0.05, 0.027);
/// Points along a curved line.
const STEPS: usize = 16;

/// The parts of all things of one layer.
pub(super) fn things(things: &[Thing], layer: Layer, skeleton: &Skeleton) -> Vec<Part> {
    things.iter().filter(|thing| thing.layer == layer).map(|thing| part(&thing.form, skeleton)).collect()
}

fn part(form: &ThingForm, skeleton: &Skeleton) -> Part {
    let find = |place: Place| place.find(|point| skeleton.point(point));
    let line = |width: f64, places: &[Place]| rods(&places.iter().copied().map(find).collect::<Vec<_>>(), width);
    match form {
        ThingForm::Block(from, to) => Part::new(Role::Thing, vec![block(Rect::from_points(find(*from), find(*to)))]),
        ThingForm::Disc(middle, radius) => Part::new(Role::Thing, vec![hull(&[round(find(*middle), *radius)])]),
        ThingForm::Ring(middle, radius) => Part::new(Role::Thing, vec![ring(find(*middle), *radius)]),
        ThingForm::Line(width, places) => Part::new(Role::Thing, line(*width, places)),
        ThingForm::Band(width, places) => Part::new(Role::Band, line(*width, places)),
        ThingForm::Water(left, right, level) => Part::new(Role::Water, water(*left, *right, *level)),
    }
}

/// A line of straight pieces with round ends.
fn rods(points: &[Point], width: f64) -> Vec<Form> {
    let pieces = points.iter().zip(points.iter().skip(1));
    pieces.map(|(from, to)| hull(&[round(*from, width / 2.0), round(*to, width / 2.0)])).collect()
}

fn ring(middle: Point, radius: f64) -> Form {
    let mut points: Vec<Point> = rim(round(middle, radius)).collect();
    points.extend(points.first().copied());
    points.extend(points.get(1).copied());
    Form::Line { points, width: LINE }
}

/// What lies under water, and its waves.
fn water(left: f64, right: f64, level: f64) -> Vec<Form> {
    const WAVES: usize = 5;
    let count = WAVES * 12;
    let wave = |nth: usize| {
        let share = nth as f64 / count as f64;
        let swing = (share * WAVES as f64 * std::f64::consts::TAU).sin();
        Point::new(left + (right - left) * share, level + 0.012 * swing)
    };
    let below = Rect::new(left, 0.0, right, level);
    vec![block(below), Form::Line { points: (0..=count).map(wave).collect(), width: LINE }]
}

/// A curved line with a head.
pub(super) fn arrow(arrow: &Arrow, skeleton: &Skeleton) -> Part {
    let find = |place: Place| place.find(|point| skeleton.point(point));
    let (from, to) = (find(arrow.from), find(arrow.to));
    let way = to - from;
    let curve = QuadBez::new(from, from.midpoint(to) + 2.0 * arrow.bend * turned(way, -90.0), to);
    let end = to - curve.p1;
    let ahead = if end.hypot() > 1e-9 { end / end.hypot() } else { Vec2::new(1.0, 0.0) };
    let (length, half) = ARROW_HEAD;
    let neck = to - length * ahead;
    // The line ends within the head, not at its tip.
    let mut points: Vec<Point> = (0..=STEPS).map(|nth| curve.eval(nth as f64 / STEPS as f64)).collect();
    points.retain(|point| (*point - neck).dot(ahead) < 0.0 || point.distance(to) > length);
    points.push(neck + 0.2 * length * ahead);
    let aside = half * turned(ahead, 90.0);
    let head = [round(to, 0.001), round(neck + aside, 0.001), round(neck - aside, 0.001)];
    Part::new(Role::Arrow, vec![Form::Line { points, width: ARROW_LINE }, hull(&head)])
}

/// The line on which all stands, from one side of the frame to the other.
pub(super) fn ground(frame: Rect) -> Part {
    let half = GROUND_LINE / 2.0;
    let points = vec![Point::new(frame.x0 + half, -half), Point::new(frame.x1 - half, -half)];
    Part::new(Role::Ground, vec![Form::Line { points, width: GROUND_LINE }])
}
