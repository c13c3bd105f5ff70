//! A run, and what a file says of one before it was chosen.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

/// The longest time in motion, in seconds: 48 hours.
pub const LONGEST_S: u32 = 48 * 3600;

/// One run that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// When it began; none where only a day was told.
    pub start: Option<Timestamp>,
    /// The day on which it began, where the runner was.
    pub day: Date,
    /// How the day is known.
    pub zone: ZoneSource,
    /// Metres, whole.
    pub distance_m: u32,
    /// Seconds in motion.
    pub moving_s: Option<u32>,
    /// Seconds from start to end, pauses and all.
    pub elapsed_s: Option<u32>,
    /// Where it was read.
    pub origin: Origin,
    /// How it felt, 0 to 10, where the runner said so.
    pub felt: Option<u8>,
}

/// How the day of a run is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneSource {
    /// The offset stands beside the time in the file.
    Written(Offset),
    /// Worked out from the watch's own local time.
    Watch(Offset),
    /// That of this computer on that day, assumed.
    Computer(Offset),
    /// Only a day was told.
    DayOnly,
}

/// Where a run was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The name of the file, without its folder.
    pub file: String,
    /// Which session, track or row of it, the first being 1.
    pub item: u32,
    pub kind: FileKind,
}

/// What kind of file a run comes from, in the order in which one of two equal runs is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum FileKind {
    Fit,
    Tcx,
    StravaList,
    GarminList,
    PlainList,
    Gpx,
    ByHand,
}

/// What a file says of one session, before it is chosen as a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub run: Run,
    pub sport: Sport,
    pub remarks: Vec<Remark>,
}

/// The sport, as the file tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sport {
    Run,
    /// Another one, in the word of the file.
    Other(String),
    NotTold,
}

/// What was odd in a file that could be read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// The zone is that of this computer.
    Zone,
    /// The checksum is wrong.
    Checksum,
    /// The file is damaged behind the session.
    Damaged,
    /// A leap of the positions was left out.
    Jump,
    /// Laps and track tell different distances.
    Laps,
    /// The file that the list names is not there or broken.
    ListOnly,
}
