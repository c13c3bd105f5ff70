//! What of the runs the page tells.

use super::rulers::Rulers;
use super::run::FileKind;
use super::run_log::{Counts, RunLog};
use crate::check::told_runs::{StandsOut, ToldRuns, WEEKS_TOLD};

/// What the runs say of the time before the pain began; none without a run that counts. Nothing is told of days that the
/// list does not reach.
#[must_use]
pub fn told_runs(log: &RunLog, rulers: &Rulers) -> Option<ToldRuns> {
    let mut days = log.all().iter().filter(|logged| logged.counts == Counts::Yes).map(|logged| &logged.run);
    let first = days.next()?;
    let last = days.next_back().unwrap_or(first);
    let is_by_hand = |counted: &super::run_log::LoggedRun| {
        counted.counts == Counts::Yes && counted.run.origin.kind == FileKind::ByHand
    };
    let reaches = rulers.goes_on();
    let weeks = rulers.weeks.iter().map(|pair| pair.week).take(WEEKS_TOLD).take_while(|week| week.is_known && reaches);
    let mut weeks_km: Vec<u32> = weeks.map(|week| (week.distance_m + 500) / 1000).collect();
    weeks_km.reverse();
    let stands_out = rulers.stands_out.as_ref().filter(|longest| longest.is_known).map(|longest| StandsOut {
        day: longest.outing.day,
        distance_m: longest.outing.distance_m,
        base_m: longest.base.as_ref().map(|base| base.distance_m),
    });
    Some(ToldRuns {
        from: first.day,
        to: last.day,
        usual_week_km: rulers.usual_week_km.filter(|_| reaches),
        weeks_km,
        stands_out,
        files: !log.all().iter().any(is_by_hand),
    })
}
