//! Which zone a point belongs to.

use kurbo::{Point, Shape as _};

use super::drawing::{Drawing, ZoneShape};

/// How far a click may miss a zone while it is still on the leg: the gap that rounding leaves between neighbours.
const REACH_MM: f64 = 3.0;

impl Drawing {
    /// The zone at a point of the right knee: the last one drawn there, else the nearest one, if the point is on the
    /// leg and just beside it.
    #[must_use]
    pub fn zone_at(&self, point_mm: Point) -> Option<&ZoneShape> {
        let hit = self.zones().iter().rev().find(|zone| zone.contains(point_mm));
        hit.or_else(|| self.zone_beside(point_mm))
    }

    fn zone_beside(&self, point_mm: Point) -> Option<&ZoneShape> {
        if !self.frame_mm().contains(point_mm) || self.leg_mm().winding(point_mm) == 0 {
            return None;
        }
        self.zones()
            .iter()
            .filter(|zone| zone.bounds_mm().inflate(REACH_MM, REACH_MM).contains(point_mm))
            .map(|zone| (zone, zone.edge_distance_mm(point_mm)))
            .filter(|(_, distance)| *distance <= REACH_MM)
            .min_by(|(_, one), (_, other)| one.total_cmp(other))
            .map(|(zone, _)| zone)
    }
}
