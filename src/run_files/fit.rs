//! FIT, the files of most watches: one session is one run.

use jiff::Timestamp;
use jiff::tz::Offset;
use rustyfit::profile::typedef::{self, MesgNum};
use rustyfit::proto::{Message, Value};
use rustyfit::{Decoder, DecoderError, DecoderEvent, StreamingIterator as _};

use super::limits;
use super::told::{Start, Told};
use super::track::{Position, Track};
use crate::training::fault::Fault;
use crate::training::run::{FileKind, Remark, Sport};

/// The type of a file that holds what somebody did.
const ACTIVITY: u32 = 4;
/// Below this a time counts from when the watch was switched on.
const FIRST_TIME: u32 = 0x1000_0000;
/// The moment from which FIT counts its seconds, 1989-12-31, in seconds since 1970.
const FIT_EPOCH: i64 = 631_065_600;
/// A file says of a sport that it is none of its list, or nothing: generic, fitness equipment, training, all, invalid.
const NO_SPORTS: [u32; 5] = [0, 4, 10, 18, 255];
const RUNNING: u32 = 1;
const A_MINUTE: i64 = 60;
const A_QUARTER: i64 = 15 * A_MINUTE;
/// The clocks of the earth are this far behind universal time, and this far ahead, in seconds.
const CLOCKS: std::ops::RangeInclusive<i64> = -12 * 3600..=14 * 3600;
/// Half a turn is this many of the units of a position.
const HALF_TURN: f64 = 2_147_483_648.0;

/// Numbers of fields, of the messages that say them.
mod field {
    pub(super) const TIMESTAMP: u8 = 253;
    pub(super) const FILE_TYPE: u8 = 0;
    pub(super) const SPORT_OF_SPORT: u8 = 0;
    pub(super) const START_TIME: u8 = 2;
    pub(super) const SPORT: u8 = 5;
    pub(super) const ELAPSED: u8 = 7;
    pub(super) const MOVING: u8 = 8;
    pub(super) const DISTANCE: u8 = 9;
    pub(super) const LOCAL_TIMESTAMP: u8 = 5;
    pub(super) const LATITUDE: u8 = 0;
    pub(super) const LONGITUDE: u8 = 1;
    pub(super) const RECORD_DISTANCE: u8 = 5;
}

/// Reads a file.
///
/// # Errors
/// See [`Fault`].
pub fn read(bytes: &[u8]) -> Result<Vec<Told>, Fault> {
    match scan(bytes, true)? {
        Scan { checksum_is_wrong: true, .. } => scan(bytes, false)?.told(Some(Remark::Checksum)),
        scan => scan.told(None),
    }
}

/// What a file holds: one part or several, one behind the other.
#[derive(Default)]
struct Scan {
    parts: Vec<Part>,
    fault: Option<Break>,
    checksum_is_wrong: bool,
}

/// Where reading ended before the file did.
#[derive(Clone, Copy)]
enum Break {
    CutOff,
    Damaged,
}

fn scan(bytes: &[u8], with_checksum: bool) -> Result<Scan, Fault> {
    let mut decoder = Decoder::builder().checksum(with_checksum).build();
    let mut stream = decoder.stream(bytes);
    let mut scan = Scan::default();
    let (mut points, mut sessions) = (0, 0);
    while let Some(event) = stream.next() {
        match event {
            Ok(DecoderEvent::FileHeader(_)) => scan.parts.push(Part::default()),
            Ok(DecoderEvent::Message(message)) => {
                points += usize::from(message.num == MesgNum::RECORD);
                if points > limits::POINTS {
                    return Err(Fault::ManyPoints);
                }
                sessions += usize::from(message.num == MesgNum::SESSION);
                if sessions.max(scan.parts.len()) > limits::FIT_SESSIONS {
                    return Err(Fault::ManySessions(limits::FIT_SESSIONS));
                }
                if let Some(part) = scan.parts.last_mut() {
                    part.hear(message);
                }
            }
            Ok(_) => {}
            Err(fault) => {
                scan.checksum_is_wrong = matches!(fault, DecoderError::ChecksumMismatch { .. });
                let is_cut = matches!(fault, DecoderError::UnexpectedEof);
                scan.fault = Some(if is_cut { Break::CutOff } else { Break::Damaged });
                break;
            }
        }
    }
    Ok(scan)
}

impl Scan {
    fn told(self, remark: Option<Remark>) -> Result<Vec<Told>, Fault> {
        let reached = self.parts.iter().rev().find_map(Part::reached_m);
        let mut told: Vec<Told> =
            self.parts.iter().filter(|part| part.is_activity()).flat_map(Part::sessions).collect();
        if let (Some(fault), true) = (self.fault, told.is_empty()) {
            return Err(match fault {
                Break::CutOff => Fault::CutOff(reached),
                Break::Damaged => Fault::Damaged(reached),
            });
        }
        if told.is_empty() {
            // Only a whole file is told by its records.
            told = self.parts.iter().filter(|part| part.is_activity()).filter_map(Part::told_by_records).collect();
        }
        let damaged = self.fault.map(|_| Remark::Damaged);
        for (told, item) in told.iter_mut().zip(1..) {
            told.item = item;
            told.remarks.extend(remark.into_iter().chain(damaged));
        }
        if told.is_empty() { Err(Fault::NoActivity) } else { Ok(told) }
    }
}

/// One FIT file in itself; some hold several.
#[derive(Default)]
struct Part {
    kind: Option<u32>,
    sessions: Vec<Session>,
    /// Seconds from universal time to the clock on the watch.
    clock: Option<i64>,
    sport: Option<u32>,
    records: Vec<Record>,
}

struct Session {
    start: Option<u32>,
    sport: Option<u32>,
    /// Thousandths of a second.
    moving: Option<u32>,
    /// Thousandths of a second.
    elapsed: Option<u32>,
    /// Centimetres.
    distance: Option<u32>,
}

#[derive(Clone, Copy)]
struct Record {
    at: u32,
    /// Centimetres; none as the largest number, which a million of these have room for.
    distance: u32,
    latitude: i32,
    longitude: i32,
}

impl Part {
    fn hear(&mut self, message: &Message) {
        match message.num {
            MesgNum::FILE_ID => self.kind = self.kind.or(number(message, field::FILE_TYPE)),
            MesgNum::SPORT => self.sport = number(message, field::SPORT_OF_SPORT),
            MesgNum::ACTIVITY => {
                let times = number(message, field::TIMESTAMP).zip(number(message, field::LOCAL_TIMESTAMP));
                self.clock = times.map(|(at, local)| i64::from(local) - i64::from(at)).or(self.clock);
            }
            MesgNum::SESSION => self.sessions.push(Session {
                start: number(message, field::START_TIME),
                sport: number(message, field::SPORT),
                moving: number(message, field::MOVING),
                elapsed: number(message, field::ELAPSED),
                distance: number(message, field::DISTANCE),
            }),
            MesgNum::RECORD => {
                if let Some(at) = number(message, field::TIMESTAMP) {
                    self.records.push(Record {
                        at,
                        distance: number(message, field::RECORD_DISTANCE).unwrap_or(u32::MAX),
                        latitude: half_turns(message, field::LATITUDE),
                        longitude: half_turns(message, field::LONGITUDE),
                    });
                }
            }
            _ => {}
        }
    }

    fn is_activity(&self) -> bool {
        self.kind == Some(ACTIVITY)
    }

    fn sessions(&self) -> impl Iterator<Item = Told> {
        self.sessions.iter().map(|session| {
            let from = session.start.unwrap_or(0);
            let until = from.saturating_add(session.elapsed.map_or(u32::MAX, |elapsed| elapsed / 1000 + 1));
            let told = session.distance.map(|distance| f64::from(distance) / 100.0);
            let (measured, has_leaps) = if told.is_some() { (None, false) } else { self.measure(from, until) };
            Told {
                start: self.start(session.start),
                sport: sport(session.sport.or(self.sport)),
                distance_m: told.or(measured),
                moving_s: session.moving.map(|moving| f64::from(moving) / 1000.0),
                elapsed_s: session.elapsed.map(|elapsed| f64::from(elapsed) / 1000.0),
                remarks: has_leaps.then_some(Remark::Jump).into_iter().collect(),
                ..Told::nothing(1, FileKind::Fit)
            }
        })
    }

    /// A file without a session says it by its records.
    fn told_by_records(&self) -> Option<Told> {
        let (first, last) = self.records.first().zip(self.records.last())?;
        let (distance_m, has_leaps) = self.measure(0, u32::MAX);
        Some(Told {
            start: self.start(Some(first.at)),
            sport: sport(self.sport),
            distance_m,
            moving_s: None,
            elapsed_s: last.at.checked_sub(first.at).map(f64::from),
            remarks: has_leaps.then_some(Remark::Jump).into_iter().collect(),
            ..Told::nothing(1, FileKind::Fit)
        })
    }

    fn start(&self, time: Option<u32>) -> Start {
        let Some(time) = time else { return Start::NotTold };
        if time < FIRST_TIME {
            return Start::ClockNotSet;
        }
        match (Timestamp::from_second(i64::from(time) + FIT_EPOCH), self.clock.and_then(offset)) {
            (Ok(at), Some(offset)) => Start::Watch(at, offset),
            (Ok(at), None) => Start::Instant(at),
            (Err(_), _) => Start::ClockNotSet,
        }
    }

    /// How far the records between two times lead, in metres, and whether a leap of the positions was left out.
    fn measure(&self, from: u32, until: u32) -> (Option<f64>, bool) {
        let records = || self.records.iter().filter(move |record| (from..=until).contains(&record.at));
        let mut distances = records().map(|record| record.distance).filter(|distance| *distance != u32::MAX);
        if let Some(first) = distances.next() {
            let last = distances.next_back().unwrap_or(first);
            return (last.checked_sub(first).map(|distance| f64::from(distance) / 100.0), false);
        }
        let mut track = Track::default();
        for record in records().filter(|record| record.latitude != i32::MAX && record.longitude != i32::MAX) {
            track.go_to(Position {
                latitude: f64::from(record.latitude) * 180.0 / HALF_TURN,
                longitude: f64::from(record.longitude) * 180.0 / HALF_TURN,
                at_s: Some(f64::from(record.at)),
            });
        }
        (track.metres(), track.has_leaps())
    }

    /// How far the records lead that could be read, in whole metres.
    fn reached_m(&self) -> Option<u32> {
        self.measure(0, u32::MAX).0.map(|metres| metres as u32)
    }
}

/// The offset that a watch's clock shows, if it is one. Many write 0 whatever the clock shows, so 0 tells nothing.
fn offset(seconds: i64) -> Option<Offset> {
    let quarter = (seconds + A_QUARTER / 2).div_euclid(A_QUARTER) * A_QUARTER;
    let is_one = quarter != 0 && (seconds - quarter).abs() <= A_MINUTE && CLOCKS.contains(&quarter);
    Offset::from_seconds(i32::try_from(quarter).ok().filter(|_| is_one)?).ok()
}

fn sport(number: Option<u32>) -> Sport {
    match number {
        Some(RUNNING) => Sport::Run,
        None => Sport::NotTold,
        Some(number) if NO_SPORTS.contains(&number) => Sport::NotTold,
        Some(number) => Sport::Other(
            u8::try_from(number).map_or_else(|_| number.to_string(), |number| typedef::Sport(number).to_string()),
        ),
    }
}

/// A number of a message; none where the file says that there is none.
fn number(message: &Message, field: u8) -> Option<u32> {
    message.fields.iter().find(|told| told.num == field).and_then(|told| match told.value {
        Value::Uint8(number) => (number != u8::MAX).then_some(u32::from(number)),
        Value::Uint16(number) => (number != u16::MAX).then_some(u32::from(number)),
        Value::Uint32(number) => (number != u32::MAX).then_some(number),
        _ => None,
    })
}

fn half_turns(message: &Message, field: u8) -> i32 {
    let told = message.fields.iter().find(|told| told.num == field);
    if let Some(Value::Int32(place)) = told.map(|told| &told.value) { *place } else { i32::MAX }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_taken_within_a_minute_of_a_quarter_hour_and_0_tells_nothing() {
        let hours = |seconds: i32| Some(Offset::from_seconds(seconds).unwrap());
        for (told, taken) in [
            (7200, hours(7200)),
            (7241, hours(7200)),
            (7260, hours(7200)),
            (7261, None),
            (-18_030, hours(-18_000)),
            (20_700, hours(20_700)),
            (0, None),
            (30, None),
            (14 * 3600, hours(14 * 3600)),
            (14 * 3600 + 900, None),
            (-12 * 3600 - 900, None),
            (-160 * 3600, None),
        ] {
            assert_eq!(offset(told), taken, "{told}");
        }
    }

    #[test]
    fn sport_1_is_a_run_and_what_names_none_is_asked() {
        assert_eq!(sport(Some(1)), Sport::Run);
        assert_eq!(sport(Some(2)), Sport::Other("cycling".to_owned()));
        assert_eq!(sport(Some(200)), Sport::Other("Sport(200)".to_owned()));
        for number in NO_SPORTS.map(Some).into_iter().chain([None]) {
            assert_eq!(sport(number), Sport::NotTold);
        }
    }
}
