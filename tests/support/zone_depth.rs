//! How large a zone is to somebody who wants to hit it.

use kneenote::knee_map::ZoneShape;
use kurbo::{ParamCurveNearest as _, Point, Rect, Vec2};

const STEPS: u32 = 16;

/// The radius of the largest circle that fits into the zone, about.
pub fn depth_mm(zone: &ZoneShape) -> f64 {
    let mut best = (zone.middle_mm(), edge_from(zone, zone.middle_mm()));
    let mut area = zone.main_part_mm();
    // Each look is finer, around what the one before found.
    for _ in 0..3 {
        let step = area.size() / f64::from(STEPS);
        let steps = (0..=STEPS).flat_map(|row| (0..=STEPS).map(move |column| (f64::from(column), f64::from(row))));
        let points = steps.map(|(column, row)| area.origin() + Vec2::new(step.width * column, step.height * row));
        let inside: Vec<Point> = points.filter(|point| zone.contains(*point)).collect();
        for point in inside {
            let depth_mm = edge_from(zone, point);
            if depth_mm > best.1 {
                best = (point, depth_mm);
            }
        }
        area = Rect::from_center_size(best.0, step * 2.0);
    }
    best.1
}

/// How far the outline is, in millimetres.
fn edge_from(zone: &ZoneShape, point: Point) -> f64 {
    let distances = zone.outline_mm().segments().map(|segment| segment.nearest(point, 1e-6).distance_sq.sqrt());
    distances.fold(f64::INFINITY, f64::min)
}
