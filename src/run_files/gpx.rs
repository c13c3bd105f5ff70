//! GPX, a chain of positions: one track is one run. How far it was is measured along them.

use std::io::BufRead;

use super::limits;
use super::sports;
use super::times;
use super::told::{Start, Told};
use super::track::{Position, Track};
use super::xml::{self, Attributes, Listener, Tag};
use crate::training::fault::Fault;
use crate::training::run::{FileKind, Remark, Sport};

/// Reads a file.
///
/// # Errors
/// See [`Fault`].
pub fn read(stream: impl BufRead) -> Result<Vec<Told>, Fault> {
    let mut heard = Heard::default();
    xml::walk(stream, &mut heard)?;
    match heard {
        Heard { ways, .. } if !ways.is_empty() => Ok((1..).zip(ways).map(|(item, way)| way.told(item)).collect()),
        Heard { is_route: true, .. } => Err(Fault::Route),
        _ => Err(Fault::NoActivity),
    }
}

#[derive(Default)]
struct Heard {
    ways: Vec<Way>,
    /// Where the point lies whose time was not told yet.
    point: Option<(f64, f64)>,
    time: Option<f64>,
    points: usize,
    is_route: bool,
}

/// One track.
#[derive(Default)]
struct Way {
    track: Track,
    sport: Option<Sport>,
    start: Option<Start>,
    first_s: Option<f64>,
    last_s: Option<f64>,
}

impl Listener for Heard {
    fn opened(&mut self, path: &[Tag], attributes: &Attributes<'_>) -> Result<(), Fault> {
        match path {
            [_, Tag::Trk] if self.ways.len() == limits::XML_SESSIONS => {
                return Err(Fault::ManySessions(limits::XML_SESSIONS));
            }
            [_, Tag::Trk] => self.ways.push(Way::default()),
            [_, Tag::Trk, Tag::Trkseg] => {
                if let Some(way) = self.ways.last_mut() {
                    way.track.break_off();
                }
            }
            [_, Tag::Trk, Tag::Trkseg, Tag::Trkpt] => {
                self.points += 1;
                if self.points > limits::POINTS {
                    return Err(Fault::ManyPoints);
                }
                self.point = attributes.number("lat").zip(attributes.number("lon"));
                self.time = None;
            }
            [_, Tag::Rte | Tag::Wpt] => self.is_route = true,
            _ => {}
        }
        Ok(())
    }

    fn closed(&mut self, path: &[Tag], text: &str) {
        let Some(way) = self.ways.last_mut() else { return };
        match path {
            [_, Tag::Trk, Tag::Type] => way.sport = Some(sports::known(text)),
            [_, Tag::Trk, Tag::Trkseg, Tag::Trkpt, Tag::Time] => {
                self.time = times::seconds(text);
                way.start = way.start.or_else(|| times::start(text));
            }
            [_, Tag::Trk, Tag::Trkseg, Tag::Trkpt] => {
                way.first_s = way.first_s.or(self.time);
                way.last_s = self.time.or(way.last_s);
                if let Some((latitude, longitude)) = self.point.take() {
                    way.track.go_to(Position { latitude, longitude, at_s: self.time });
                }
            }
            _ => {}
        }
    }

    fn reached_m(&self) -> Option<u32> {
        self.ways.last().and_then(|way| way.track.metres()).map(|metres| metres as u32)
    }
}

impl Way {
    fn told(self, item: u32) -> Told {
        Told {
            start: self.start.unwrap_or(Start::NotTold),
            sport: self.sport.unwrap_or(Sport::NotTold),
            distance_m: self.track.metres(),
            moving_s: None,
            elapsed_s: self.last_s.zip(self.first_s).map(|(last, first)| last - first),
            remarks: self.track.has_leaps().then_some(Remark::Jump).into_iter().collect(),
            ..Told::nothing(item, FileKind::Gpx)
        }
    }
}
