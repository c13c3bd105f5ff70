//! How large a zone is to somebody who wants to hit it.

use kneenote::knee_map::ZoneShape;
use kurbo::ParamCurveNearest as _;

/// The radius of a large circle that fits into the zone: the one around the point where its badge stands.
pub fn depth_mm(zone: &ZoneShape) -> f64 {
    let middle = zone.middle_mm();
    let distances = zone.outline_mm().segments().map(|segment| segment.nearest(middle, 0.01).distance_sq.sqrt());
    distances.fold(f64::INFINITY, f64::min)
}
