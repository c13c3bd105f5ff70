//! The runs of a week where the diary or the way back to running sets them.

use jiff::civil::Date;

use super::run_size::RunSize;
use super::runner::Runner;
use super::way_back::{BackToRunning, no_run_before};
use crate::knowledge::Knowledge;
use crate::knowledge::planning::{Activity, PlanRow, RunWalk, WayBackRows};
use crate::knowledge::way_back::RunStep;
use crate::training::back_to_running::Planned;

/// What sets the runs of a week.
pub(super) enum WeekRuns {
    /// The pattern of the week.
    Pattern,
    /// The same, but none before this day: the newest run was red.
    NotBefore(Date),
    /// The way back that began: these runs and no others.
    OnTheWay(Vec<Planned>),
    /// Something stands before the way back that began.
    NotYet,
}

impl WeekRuns {
    pub(super) fn of(runner: &Runner<'_>) -> Self {
        let (check, assessment, on) = (runner.check, runner.assessment, runner.on);
        let has_begun = check.way_back.as_ref().is_some_and(|way| way.since.is_some());
        match BackToRunning::of(check, assessment, on) {
            // What keeps from running in this week at all keeps from it on the way back too.
            BackToRunning::NotNow(_) => Self::Pattern,
            BackToRunning::Runs(ahead) => Self::OnTheWay(ahead),
            BackToRunning::Done => Self::after_red_or_pattern(runner),
            _ if has_begun => Self::NotYet,
            _ => Self::after_red_or_pattern(runner),
        }
    }

    fn after_red_or_pattern(runner: &Runner<'_>) -> Self {
        no_run_before(runner.check, runner.assessment, runner.on).map_or(Self::Pattern, Self::NotBefore)
    }

    /// What is done on these days, where `pattern` is what would be done on them: what a run takes the place of comes
    /// where a run was, else there is rest.
    pub(super) fn place(&self, dates: [Date; 7], pattern: [Activity; 7]) -> [Activity; 7] {
        let planned = dates.map(|date| self.planned(date));
        let of_days = pattern.iter().zip(planned);
        let mut left = of_days.filter_map(|(activity, planned)| planned.and(Some(*activity)));
        let mut placed = pattern;
        for ((activity, date), planned) in placed.iter_mut().zip(dates).zip(planned) {
            *activity = match planned {
                Some(step) => step,
                None if *activity == Activity::Run && !self.keeps_run(date) => {
                    left.find(|other| *other != Activity::Run).unwrap_or(Activity::Rest)
                }
                None => *activity,
            };
        }
        placed
    }

    /// What the way back has for a day.
    fn planned(&self, date: Date) -> Option<Activity> {
        let step = self.step_on(date)?;
        Some(if step == RunStep::Walk { Activity::Walk } else { Activity::Run })
    }

    fn step_on(&self, date: Date) -> Option<RunStep> {
        let Self::OnTheWay(ahead) = self else { return None };
        ahead.iter().find(|run| run.day == date).map(|run| run.step)
    }

    /// Whether a run of the pattern stays.
    fn keeps_run(&self, date: Date) -> bool {
        match self {
            Self::Pattern => true,
            Self::NotBefore(first) => date >= *first,
            Self::OnTheWay(_) | Self::NotYet => false,
        }
    }

    /// How long the run of a day is, where the way back has one.
    pub(super) fn size_on(&self, date: Date, knowledge: &Knowledge) -> Option<RunSize> {
        let row = knowledge.advice.return_step(self.step_on(date)?)?;
        Some(if row.walk_min == 0 {
            RunSize::Minutes(row.run_min)
        } else {
            RunSize::WithWalks(RunWalk { times: row.times, run_minutes: row.run_min, walk_minutes: row.walk_min })
        })
    }

    /// What is said of them.
    pub(super) fn says<'a>(&self, rows: &'a WayBackRows) -> Option<&'a PlanRow> {
        match self {
            Self::Pattern => None,
            Self::NotBefore(_) => Some(&rows.after_red),
            Self::OnTheWay(_) => Some(&rows.on_way),
            Self::NotYet => Some(&rows.not_yet),
        }
    }
}
