//! How runs are read, as the command line says it.

use std::ffi::OsString;
use std::path::PathBuf;

use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use crate::check::began::Began;
use crate::plain_text::quoted;
use crate::training::list_answers::Unit;

/// What is read for runs, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunsCall {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// When the pain began.
    pub began: Option<Began>,
    /// The day taken for today.
    pub on: Option<Date>,
    /// The zone of files that tell none; without it, that of this computer.
    pub zone: Option<Zone>,
    /// The unit of lists that tell none.
    pub unit: Option<Unit>,
}

/// A zone as it is named on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// So far from universal time all year.
    Fixed(Offset),
    /// By the name of a place.
    Named(String),
}

/// Why an option makes no sense.
#[derive(Debug, thiserror::Error)]
pub enum RunsError {
    /// The start is no day or month.
    #[error("--began \"{}\" is no day or month, expected one like 2026-11-23 or 2026-11", quoted(&.0.to_string_lossy()))]
    Began(OsString),
    /// The unit is none.
    #[error("--unit \"{}\" is no unit, expected km or mi", quoted(&.0.to_string_lossy()))]
    Unit(OsString),
    /// The zone is none.
    #[error("--zone \"{}\" is no zone, expected one like Europe/Berlin or +02:00", quoted(&.0.to_string_lossy()))]
    Zone(OsString),
    /// An option that was given before.
    #[error("--{0} is there twice")]
    Twice(String),
    /// What only the reading of runs has a use for.
    #[error("--{0} goes with --runs")]
    NotOfRuns(&'static str),
}

impl RunsCall {
    /// Takes the value of an option of its own, by its name without dashes.
    pub(super) fn set(&mut self, option: &str, text: OsString) -> Result<(), RunsError> {
        let is_new = match option {
            "began" => self.began.replace(began(text)?).is_none(),
            "zone" => self.zone.replace(zone(text)?).is_none(),
            _ => self.unit.replace(unit(text)?).is_none(),
        };
        if is_new { Ok(()) } else { Err(RunsError::Twice(option.to_owned())) }
    }

    /// Whoever reads no runs says nothing of how.
    pub(super) fn must_be_unused(&self) -> Result<(), RunsError> {
        let used = [("began", self.began.is_some()), ("zone", self.zone.is_some()), ("unit", self.unit.is_some())];
        used.into_iter().find(|(_, is_used)| *is_used).map_or(Ok(()), |(name, _)| Err(RunsError::NotOfRuns(name)))
    }
}

fn began(text: OsString) -> Result<Began, RunsError> {
    match text.to_str().map(str::parse) {
        Some(Ok(began @ (Began::Day(_) | Began::Month(..)))) => Ok(began),
        _ => Err(RunsError::Began(text)),
    }
}

fn unit(text: OsString) -> Result<Unit, RunsError> {
    match text.to_str() {
        Some("km") => Ok(Unit::Kilometres),
        Some("mi") => Ok(Unit::Miles),
        _ => Err(RunsError::Unit(text)),
    }
}

fn zone(text: OsString) -> Result<Zone, RunsError> {
    let zone = text.to_str().and_then(|text| match text.chars().next() {
        Some(sign @ ('+' | '-')) => offset(sign, text.get(1..)?).map(Zone::Fixed),
        _ => Some(Zone::Named(text.to_owned())),
    });
    zone.ok_or(RunsError::Zone(text))
}

/// Hours and minutes from universal time, as in `+02:00`.
fn offset(sign: char, clock: &str) -> Option<Offset> {
    let clock = Time::strptime("%H:%M", clock).ok()?;
    let seconds = i32::from(clock.hour()) * 3600 + i32::from(clock.minute()) * 60;
    Offset::from_seconds(if sign == '-' { -seconds } else { seconds }).ok()
}
