//! What one session, track or row says, as it stands there.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::training::run::{FileKind, Remark, Sport};

/// One session, track or row.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Which of its file, the first being 1.
    pub item: u32,
    pub kind: FileKind,
    pub start: Start,
    pub sport: Sport,
    /// Metres.
    pub distance_m: Option<f64>,
    /// Seconds in motion.
    pub moving_s: Option<f64>,
    /// Seconds from start to end.
    pub elapsed_s: Option<f64>,
    pub remarks: Vec<Remark>,
    /// The file that a row of a list names, as it stands there.
    pub file: Option<String>,
    /// Why a row of a list does not say it for sure.
    pub doubt: Option<Doubt>,
}

/// What a row leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It is not understood.
    BadRow,
    /// Kilometres or miles.
    Unit,
    /// Day or month first.
    Order,
}

impl Told {
    /// One of which nothing is told yet.
    #[must_use]
    pub fn nothing(item: u32, kind: FileKind) -> Self {
        Self {
            item,
            kind,
            start: Start::NotTold,
            sport: Sport::NotTold,
            distance_m: None,
            moving_s: None,
            elapsed_s: None,
            remarks: Vec::new(),
            file: None,
            doubt: None,
        }
    }
}

/// When it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// At this instant, in a zone that is not told.
    Instant(Timestamp),
    /// The offset stands beside the time.
    Written(Timestamp, Offset),
    /// The offset follows from the watch's own local time.
    Watch(Timestamp, Offset),
    /// On this day, as it was where the runner was.
    Day(Date),
    /// The watch counted from when it was switched on.
    ClockNotSet,
    NotTold,
}
