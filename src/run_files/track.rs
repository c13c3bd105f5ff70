//! How far a chain of positions leads.

/// The mean radius of the earth, in metres.
const EARTH_M: f64 = 6_371_008.8;
/// A leg that is longer than this, in metres, ...
const LEAP_M: f64 = 200.0;
/// ... and faster than this, in metres a second, is a leap of the receiver.
const LEAP_M_PER_S: f64 = 15.0;

/// Where somebody was, and when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Seconds since any fixed moment.
    pub at_s: Option<f64>,
}

/// A way, measured as it goes; no position is kept but the last.
#[derive(Clone, Debug, Default)]
pub struct Track {
    last: Option<Position>,
    metres: f64,
    legs: u32,
    has_leaps: bool,
}

impl Track {
    /// Goes on to the next position.
    pub fn go_to(&mut self, next: Position) {
        if !(next.latitude.abs() <= 90.0 && next.longitude.abs() <= 360.0) {
            return;
        }
        if let Some(last) = self.last.replace(next) {
            let metres = distance_m(last, next);
            if is_leap(metres, last, next) {
                self.has_leaps = true;
            } else {
                self.metres += metres;
                self.legs = self.legs.saturating_add(1);
            }
        }
    }

    /// What follows begins elsewhere: the way between is not counted.
    pub fn break_off(&mut self) {
        self.last = None;
    }

    /// Its length in metres, where there were two positions.
    #[must_use]
    pub fn metres(&self) -> Option<f64> {
        (self.legs > 0).then_some(self.metres)
    }

    /// Whether a leap was left out.
    #[must_use]
    pub fn has_leaps(&self) -> bool {
        self.has_leaps
    }
}

fn is_leap(metres: f64, from: Position, to: Position) -> bool {
    let (Some(from), Some(to)) = (from.at_s, to.at_s) else { return false };
    metres > LEAP_M && metres > (to - from) * LEAP_M_PER_S
}

/// Metres between two positions along the earth, by the haversine formula.
fn distance_m(from: Position, to: Position) -> f64 {
    let (north, south) = (from.latitude.to_radians(), to.latitude.to_radians());
    let up = ((south - north) / 2.0).sin();
    let along = ((to.longitude - from.longitude).to_radians() / 2.0).sin();
    let half = up * up + north.cos() * south.cos() * along * along;
    2.0 * EARTH_M * half.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: f64, longitude: f64, at_s: f64) -> Position {
        Position { latitude, longitude, at_s: Some(at_s) }
    }

    #[test]
    fn a_degree_of_the_equator_is_111_km_and_no_way_has_no_length() {
        assert!((distance_m(at(0.0, 0.0, 0.0), at(0.0, 1.0, 0.0)) - 111_195.08).abs() < 0.1);
        let mut track = Track::default();
        assert_eq!(track.metres(), None);
        track.go_to(at(52.0, 13.0, 0.0));
        assert_eq!(track.metres(), None);
    }

    #[test]
    fn a_leap_is_left_out_and_a_break_is_not_measured() {
        let mut track = Track::default();
        for (latitude, at_s) in [(52.0, 0.0), (52.001, 60.0), (53.0, 61.0), (53.001, 120.0)] {
            track.go_to(at(latitude, 13.0, at_s));
        }
        assert!(track.has_leaps());
        track.break_off();
        track.go_to(at(10.0, 13.0, 200.0));
        assert!((track.metres().unwrap() - 222.4).abs() < 0.1);
    }
}
