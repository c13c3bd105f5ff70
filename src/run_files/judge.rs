//! Whether what a file tells is a run, another sport, a question or nothing that counts.

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::Offset;

use super::limits;
use super::settings::Settings;
use super::told::{Doubt, Start, Told};
use crate::training::fault::Fault;
use crate::training::reading::{Asked, Reading, Refused};
use crate::training::run::{LONGEST_S, Origin, Recorded, Remark, Run, Sport, ZoneSource};

impl Reading {
    /// Puts what one file tells into its classes.
    pub fn take(&mut self, file: &str, told: Result<Vec<Told>, Fault>, settings: &Settings) {
        let told = match told {
            Ok(told) if told.is_empty() => return self.refuse(file, None, Fault::NoActivity),
            Ok(told) => told,
            Err(fault) => return self.refuse(file, None, fault),
        };
        for told in told {
            let item = told.item;
            if let Err(fault) = self.judge(file, told, settings) {
                self.refuse(file, Some(item), fault);
            }
        }
    }

    pub(super) fn refuse(&mut self, file: &str, item: Option<u32>, fault: Fault) {
        self.refused.push(Refused { file: file.to_owned(), item, fault });
    }

    fn judge(&mut self, file: &str, told: Told, settings: &Settings) -> Result<(), Fault> {
        let origin = || Origin { file: file.to_owned(), item: told.item, kind: told.kind };
        let doubt = told.doubt;
        match doubt {
            Some(Doubt::BadRow) => return Err(Fault::BadRow),
            Some(Doubt::Order) => {
                self.asked.push(Asked::Order { origin: origin(), distance_m: whole(told.distance_m) });
                return Ok(());
            }
            Some(Doubt::Unit) | None => {}
        }
        let origin = origin();
        let distance = told.distance_m.filter(|metres| metres.is_finite());
        let recorded = recorded(file, told, settings)?;
        if matches!(recorded.sport, Sport::Other(_)) {
            self.others.push(recorded);
            return Ok(());
        }
        if doubt == Some(Doubt::Unit) {
            self.asked.push(Asked::Unit { origin, day: recorded.run.day });
            return Ok(());
        }
        let metres = distance.ok_or(Fault::NoDistance)?;
        if metres < limits::SHORTEST_M {
            return Err(Fault::Short);
        }
        if metres > limits::FARTHEST_M {
            return Err(Fault::Far);
        }
        if recorded.run.moving_s.or(recorded.run.elapsed_s).is_some_and(|seconds| seconds > LONGEST_S) {
            return Err(Fault::Long);
        }
        match recorded.sport {
            Sport::NotTold => self.asked.push(Asked::Sport(recorded)),
            _ if is_too_fast(&recorded.run) => self.asked.push(Asked::Speed(recorded)),
            _ => self.runs.push(recorded),
        }
        Ok(())
    }
}

fn recorded(file: &str, told: Told, settings: &Settings) -> Result<Recorded, Fault> {
    let Told { item, kind, start, sport, distance_m, moving_s, elapsed_s, mut remarks, .. } = told;
    let (start, zone) = match start {
        Start::NotTold => return Err(Fault::NoDate),
        Start::ClockNotSet => return Err(Fault::Clock),
        Start::Day(day) => (Err(day), ZoneSource::DayOnly),
        Start::Instant(at) => (Ok(at), ZoneSource::Computer(settings.zone.to_offset(at))),
        Start::Written(at, offset) => (Ok(at), ZoneSource::Written(offset)),
        Start::Watch(at, offset) => (Ok(at), ZoneSource::Watch(offset)),
    };
    let day = match (start, zone) {
        (Err(day), _) => day,
        (Ok(at), zone) => offset(zone).to_datetime(at).date(),
    };
    if !is_plausible(day, settings.today) {
        return Err(Fault::Clock);
    }
    if matches!(zone, ZoneSource::Computer(_)) {
        remarks.push(Remark::Zone);
    }
    remarks.sort_unstable();
    remarks.dedup();
    let run = Run {
        start: start.ok(),
        day,
        zone,
        distance_m: whole(distance_m).unwrap_or(0),
        moving_s: whole(moving_s),
        elapsed_s: whole(elapsed_s),
        origin: Origin { file: file.to_owned(), item, kind },
        felt: None,
    };
    Ok(Recorded { run, sport, remarks })
}

/// How far the clock of the place is from universal time.
fn offset(zone: ZoneSource) -> Offset {
    match zone {
        ZoneSource::Written(offset) | ZoneSource::Watch(offset) | ZoneSource::Computer(offset) => offset,
        ZoneSource::DayOnly => Offset::UTC,
    }
}

/// Whether somebody can have run on that day.
pub(super) fn is_plausible(day: Date, today: Date) -> bool {
    let tomorrow = today.checked_add(1.day()).unwrap_or(today);
    day.year() >= limits::FIRST_YEAR && day <= tomorrow
}

/// A whole number that is not below nothing.
fn whole(number: Option<f64>) -> Option<u32> {
    number
        .filter(|number| number.is_finite() && *number >= 0.0)
        .map(|number| number.round().min(f64::from(u32::MAX)) as u32)
}

fn is_too_fast(run: &Run) -> bool {
    let Some(seconds) = run.moving_s.or(run.elapsed_s) else { return false };
    run.distance_m > limits::SPEED_FROM_M
        && u64::from(run.distance_m) * 3600 > limits::FASTEST_M_PER_HOUR * u64::from(seconds)
}
