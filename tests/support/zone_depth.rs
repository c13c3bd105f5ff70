//! How large a zone is to somebody who wants to hit it.

use kneenote::knee_map::ZoneShape;
use kurbo::{ParamCurveNearest as _, Point, Rect, Vec2};

/// How many points are looked at across and down.
const STEPS: u32 = 16;
/// How often it is looked closer.
const LOOKS: usize = 3;

/// The radius of the largest circle that fits into the zone, about.
pub fn depth_mm(zone: &ZoneShape) -> f64 {
    let mut best = (0.0, zone.main_part_mm().center());
    let mut area = zone.main_part_mm();
    for _ in 0..LOOKS {
        let step = area.size() / f64::from(STEPS);
        for (row, column) in (0..=STEPS).flat_map(|row| (0..=STEPS).map(move |column| (row, column))) {
            let point = area.origin() + Vec2::new(step.width * f64::from(column), step.height * f64::from(row));
            let radius = if zone.contains(point) { to_edge_mm(zone, point) } else { 0.0 };
            if radius > best.0 {
                best = (radius, point);
            }
        }
        area = Rect::from_center_size(best.1, step * 2.0);
    }
    best.0
}

fn to_edge_mm(zone: &ZoneShape, point: Point) -> f64 {
    let distances = zone.outline_mm().segments().map(|segment| segment.nearest(point, 0.01).distance_sq.sqrt());
    distances.fold(f64::INFINITY, f64::min)
}
