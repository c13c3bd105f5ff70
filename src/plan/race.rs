//! When to decide on a race, and by what.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::PlanKind;
use super::line::Line;
use super::runner::Runner;
use crate::knowledge::planning::{RaceRow, RunStage};

/// Where a race stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RaceState {
    /// Its day is over.
    Past,
    /// Running stops until somebody has seen the knee.
    UntilSeen,
    /// There is no run in this week, so that nobody can say yet.
    NoRunYet,
    /// It is too near to get ready in.
    TooNear,
    /// It is decided on a day.
    DecideOn(Date),
}

/// What is said of a race.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Race {
    /// Its day.
    pub on: Date,
    /// How many days there are until then; below 0 when it is over.
    pub in_days: i32,
    pub state: RaceState,
    /// What to decide by.
    pub line: Line,
}

pub(super) fn race(runner: &Runner<'_>, on: Date) -> Race {
    let in_days = runner.on.until(on).map_or(0, |left| left.get_days());
    let races = &runner.planning.races;
    let (state, row) = if in_days < 0 {
        (RaceState::Past, &races.past)
    } else if runner.kind == PlanKind::UntilSeen {
        (RaceState::UntilSeen, &races.until_seen)
    } else if runner.stage == RunStage::NoRun {
        (RaceState::NoRunYet, &races.no_run)
    } else {
        let fits = |race: &&RaceRow| i32::from(race.least_days) <= in_days && runner.is_for(&race.says.for_whom);
        match races.rows.iter().filter(fits).max_by_key(|race| race.least_days) {
            Some(race) if race.decide_before > 0 => {
                let day = on.saturating_sub(i64::from(race.decide_before).days());
                (RaceState::DecideOn(day), &race.says)
            }
            Some(race) => (RaceState::TooNear, &race.says),
            None => (RaceState::TooNear, &races.no_run),
        }
    };
    Race { on, in_days, state, line: Line::of(row) }
}
