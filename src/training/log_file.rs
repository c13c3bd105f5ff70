//! The text that keeps the runs: RON, a run a line, versioned, with no positions, no names and no pulse.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

use super::run::{FileKind, LONGEST_S, Origin, Run, ZoneSource};
use super::run_log::{Counts, LoggedRun, MOST_RUNS, RunLog};

/// The version that is written.
pub const VERSION: u32 = 1;
/// A text larger than this is refused, in bytes.
pub const MOST_BYTES: usize = 16 << 20;

/// Why a text holds no runs that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// Written by a newer program.
    #[error("the file has version {0}, this KneeNote reads version {VERSION}; a newer KneeNote is needed")]
    Newer(u32),
    /// Broken.
    #[error("{0}")]
    Broken(String),
}

/// Writes all runs, always the same bytes for the same runs.
#[must_use]
pub fn write(log: &RunLog) -> String {
    let mut text = format!("(\n    version: {VERSION},\n    runs: [\n");
    for logged in log.all() {
        // A row of numbers and short texts can always be written.
        let row = ron::to_string(&Row::of(logged)).unwrap_or_default();
        text.extend(["        ", &row, ",\n"]);
    }
    text + "    ],\n)\n"
}

/// Reads them.
///
/// # Errors
/// See [`LogError`].
pub fn read(text: &str) -> Result<RunLog, LogError> {
    let broken = |fault: ron::error::SpannedError| LogError::Broken(fault.to_string());
    let header: Header = ron::from_str(text).map_err(broken)?;
    if header.version != VERSION {
        return Err(LogError::Newer(header.version));
    }
    let raw: Raw = ron::from_str(text).map_err(broken)?;
    if raw.runs.len() > MOST_RUNS {
        return Err(LogError::Broken(format!("{} runs, at most {MOST_RUNS}", raw.runs.len())));
    }
    let runs: Option<Vec<LoggedRun>> = raw.runs.into_iter().map(Row::into_run).collect();
    let mut runs = runs.ok_or_else(|| LogError::Broken("a run that cannot be".to_owned()))?;
    runs.sort_by(|one, other| {
        let key = |logged: &LoggedRun| (logged.run.day, logged.run.start, logged.run.origin.clone());
        key(one).cmp(&key(other))
    });
    Ok(RunLog { runs })
}

/// Reads only the version, so that a newer file is told apart from a broken one.
#[derive(Deserialize)]
struct Header {
    version: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(rename = "version")]
    _version: u32,
    runs: Vec<Row>,
}

/// A run as it stands in the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    day: Date,
    m: u32,
    start: Option<Timestamp>,
    zone: Zone,
    moving_s: Option<u32>,
    elapsed_s: Option<u32>,
    felt: Option<u8>,
    kind: FileKind,
    item: u32,
    file: String,
    counts: Counts,
}

/// How the day is known, with seconds from universal time.
#[derive(Serialize, Deserialize)]
enum Zone {
    Written(i32),
    Watch(i32),
    Computer(i32),
    DayOnly,
}

impl Row {
    fn of(logged: &LoggedRun) -> Self {
        let Run { start, day, zone, distance_m, moving_s, elapsed_s, origin, felt } = logged.run.clone();
        let zone = match zone {
            ZoneSource::Written(offset) => Zone::Written(offset.seconds()),
            ZoneSource::Watch(offset) => Zone::Watch(offset.seconds()),
            ZoneSource::Computer(offset) => Zone::Computer(offset.seconds()),
            ZoneSource::DayOnly => Zone::DayOnly,
        };
        let Origin { file, item, kind } = origin;
        let counts = logged.counts;
        Self { day, m: distance_m, start, zone, moving_s, elapsed_s, felt, kind, item, file, counts }
    }

    /// The run; none where it cannot be one.
    fn into_run(self) -> Option<LoggedRun> {
        let offset = |seconds| Offset::from_seconds(seconds).ok();
        let zone = match self.zone {
            Zone::Written(seconds) => ZoneSource::Written(offset(seconds)?),
            Zone::Watch(seconds) => ZoneSource::Watch(offset(seconds)?),
            Zone::Computer(seconds) => ZoneSource::Computer(offset(seconds)?),
            Zone::DayOnly => ZoneSource::DayOnly,
        };
        let is_run = self.m <= crate::check::diary::MOST_RUN_M
            && self.felt.is_none_or(|felt| felt <= 10)
            && self.moving_s.is_none_or(|seconds| seconds <= LONGEST_S);
        let origin = Origin { file: self.file, item: self.item, kind: self.kind };
        let run = Run {
            start: self.start,
            day: self.day,
            zone,
            distance_m: self.m,
            moving_s: self.moving_s,
            elapsed_s: self.elapsed_s,
            origin,
            felt: self.felt,
        };
        is_run.then_some(LoggedRun { run, counts: self.counts })
    }
}
