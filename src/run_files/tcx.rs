//! TCX, laps and points of a watch: one activity is one run, its distance and time the sums of its laps.

use std::io::BufRead;

use super::limits;
use super::sports;
use super::times;
use super::told::{Start, Told};
use super::track::{Position, Track};
use super::xml::{self, Attributes, Listener, Tag};
use crate::training::fault::Fault;
use crate::training::run::{FileKind, Remark, Sport};

/// Laps and track that differ by more than this part of the laps are remarked.
const MOST_APART: f64 = 0.1;

/// Reads a file.
///
/// # Errors
/// See [`Fault`].
pub fn read(stream: impl BufRead) -> Result<Vec<Told>, Fault> {
    let mut heard = Heard::default();
    xml::walk(stream, &mut heard)?;
    match heard {
        Heard { activities, .. } if !activities.is_empty() => {
            Ok((1..).zip(activities).map(|(item, activity)| activity.told(item)).collect())
        }
        Heard { is_course: true, .. } => Err(Fault::Route),
        _ => Err(Fault::NoActivity),
    }
}

#[derive(Default)]
struct Heard {
    activities: Vec<Activity>,
    point: Point,
    points: usize,
    is_course: bool,
}

/// What is told of the point that is open.
#[derive(Default)]
struct Point {
    at_s: Option<f64>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    distance_m: Option<f64>,
}

struct Activity {
    sport: Sport,
    /// By its own name, which is a time, and by its first lap and point.
    named: Option<Start>,
    lap: Option<Start>,
    first: Option<Start>,
    laps_m: Option<f64>,
    laps_s: Option<f64>,
    /// What the points count from the first to the last.
    counted_m: Option<(f64, f64)>,
    track: Track,
    last_s: Option<f64>,
}

impl Listener for Heard {
    fn opened(&mut self, path: &[Tag], attributes: &Attributes<'_>) -> Result<(), Fault> {
        match path {
            [.., Tag::Activity] if self.activities.len() == limits::XML_SESSIONS => {
                return Err(Fault::ManySessions(limits::XML_SESSIONS));
            }
            [.., Tag::Activity] => self.activities.push(Activity::new(attributes)),
            [.., Tag::Activity, Tag::Lap] => {
                if let Some(activity) = self.activities.last_mut() {
                    let start = || attributes.get("StartTime").and_then(|text| times::start(&text));
                    activity.lap = activity.lap.or_else(start);
                }
            }
            [.., Tag::Activity, Tag::Lap, Tag::Track, Tag::Trackpoint] => {
                self.points += 1;
                if self.points > limits::POINTS {
                    return Err(Fault::ManyPoints);
                }
                self.point = Point::default();
            }
            [.., Tag::Course] => self.is_course = true,
            _ => {}
        }
        Ok(())
    }

    fn closed(&mut self, path: &[Tag], text: &str) {
        let Some(activity) = self.activities.last_mut() else { return };
        let number = || text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        let add = |sum: &mut Option<f64>| *sum = number().map(|more| sum.unwrap_or(0.0) + more).or(*sum);
        match path {
            [.., Tag::Activity, Tag::Id] => activity.named = times::start(text),
            [.., Tag::Activity, Tag::Lap, Tag::TotalTimeSeconds] => add(&mut activity.laps_s),
            [.., Tag::Activity, Tag::Lap, Tag::DistanceMeters] => add(&mut activity.laps_m),
            [.., Tag::Trackpoint, Tag::Time] => {
                self.point.at_s = times::seconds(text);
                activity.first = activity.first.or_else(|| times::start(text));
            }
            [.., Tag::Trackpoint, Tag::DistanceMeters] => self.point.distance_m = number(),
            [.., Tag::Position, Tag::LatitudeDegrees] => self.point.latitude = number(),
            [.., Tag::Position, Tag::LongitudeDegrees] => self.point.longitude = number(),
            [.., Tag::Activity, Tag::Lap, Tag::Track, Tag::Trackpoint] => activity.pass(&self.point),
            _ => {}
        }
    }

    fn reached_m(&self) -> Option<u32> {
        self.activities.last().and_then(Activity::track_m).map(|metres| metres as u32)
    }
}

impl Activity {
    fn new(attributes: &Attributes<'_>) -> Self {
        Self {
            sport: attributes.get("Sport").map_or(Sport::NotTold, |word| sports::named(&word)),
            named: None,
            lap: None,
            first: None,
            laps_m: None,
            laps_s: None,
            counted_m: None,
            track: Track::default(),
            last_s: None,
        }
    }

    fn pass(&mut self, point: &Point) {
        self.last_s = point.at_s.or(self.last_s);
        if let Some(metres) = point.distance_m {
            self.counted_m = Some((self.counted_m.map_or(metres, |(first, _)| first), metres));
        }
        if let (Some(latitude), Some(longitude)) = (point.latitude, point.longitude) {
            self.track.go_to(Position { latitude, longitude, at_s: point.at_s });
        }
    }

    /// How far its points lead, in metres: by their own count, else along their positions.
    fn track_m(&self) -> Option<f64> {
        let counted = self.counted_m.map(|(first, last)| last - first).filter(|metres| *metres > 0.0);
        counted.or_else(|| self.track.metres())
    }

    fn told(self, item: u32) -> Told {
        let track_m = self.track_m();
        let by_laps = self.laps_m.filter(|metres| *metres > 0.0);
        let is_apart = by_laps.zip(track_m).is_some_and(|(laps, track)| (laps - track).abs() > laps * MOST_APART);
        let has_leaps = by_laps.is_none() && self.counted_m.is_none() && self.track.has_leaps();
        let remarks = [(is_apart, Remark::Laps), (has_leaps, Remark::Jump)];
        let start = self.named.or(self.lap).or(self.first).unwrap_or(Start::NotTold);
        let from_s = match start {
            Start::Instant(at) | Start::Written(at, _) => Some(at.as_millisecond() as f64 / 1000.0),
            _ => None,
        };
        Told {
            start,
            sport: self.sport,
            distance_m: by_laps.or(track_m).or(self.laps_m),
            moving_s: self.laps_s,
            elapsed_s: self.last_s.zip(from_s).map(|(last, first)| last - first),
            remarks: remarks.into_iter().filter_map(|(is_so, remark)| is_so.then_some(remark)).collect(),
            ..Told::nothing(item, FileKind::Tcx)
        }
    }
}
