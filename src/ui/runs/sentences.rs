//! What the rulers say, in sentences. Nothing is told of days that the list does not reach, and no small step is called
//! good.

use super::super::read_model::ReadModel;
use super::naming;
use crate::check::told_runs::StandsOut;
use crate::training::longest::{Band, Longest};
use crate::training::proposals::Proposal;
use crate::training::rulers::Rulers;
use crate::training::run_log::Counts;
use crate::wording::fill;

/// The run that stands out, or why none does.
pub(super) fn longest(model: &ReadModel<'_>, rulers: &Rulers) -> String {
    let words = &model.wording.runs.shows;
    match &rulers.stands_out {
        Some(longest) => of_run(model, rulers, longest),
        None if !rulers.goes_on() => ends_before(model),
        None if reaches_near(rulers) => words.no_run_near.clone(),
        None => words.not_reached.clone(),
    }
}

/// That the list ends too early to say anything.
fn ends_before(model: &ReadModel<'_>) -> String {
    let last = model.runs.log.all().iter().rev().find(|logged| logged.counts == Counts::Yes);
    let day = last.map_or_else(String::new, |logged| model.date(logged.run.day));
    fill(&model.wording.runs.shows.ends_before, &[("day", &day)])
}

/// Whether the list reaches the two weeks before it began.
fn reaches_near(rulers: &Rulers) -> bool {
    rulers.weeks.get(1).is_some_and(|pair| pair.week.is_known)
}

/// One run against the longest of the 30 days before it.
pub(super) fn of_run(model: &ReadModel<'_>, rulers: &Rulers, longest: &Longest) -> String {
    let words = &model.wording.runs.shows;
    let [distance, day] = naming::outing(model, &longest.outing);
    let of = |text: &str, more: [(&str, &str); 2]| {
        let [first, second] = more;
        fill(text, &[("distance", &distance), ("day", &day), first, second])
    };
    if !longest.is_known {
        return of(&words.not_known, [("", ""); 2]);
    }
    let Some(base) = &longest.base else {
        return match days_without(rulers, longest) {
            Some(days) => of(&words.after_days, [("days", &days.to_string()), ("", "")]),
            None => of(&words.after_month, [("", ""); 2]),
        };
    };
    let base_m = base.distance_m;
    let over = StandsOut { day: longest.outing.day, distance_m: longest.outing.distance_m, base_m: Some(base_m) };
    let base = naming::distance(model, base_m);
    match over.per_cent_over() {
        Some(over) => of(&words.longer, [("percent", &over.to_string()), ("base", &base)]),
        None => of(&words.no_longer, [("base", &base), ("", "")]),
    }
}

/// How many days before it there was no run; none where that lies further back than the rulers look.
fn days_without(rulers: &Rulers, longest: &Longest) -> Option<i32> {
    let day = longest.outing.day;
    let before = rulers.outings.iter().rev().map(|longest| longest.outing.day).find(|other| *other < day);
    let by_break = rulers.came_back.filter(|time| time.back == day).map(|time| time.last);
    before.or(by_break)?.until(day).ok().map(|span| span.get_days())
}

/// The last week against the one before it; none of a list that ends before.
pub(super) fn week(model: &ReadModel<'_>, rulers: &Rulers) -> Option<String> {
    let words = &model.wording.runs.shows;
    let pair = rulers.weeks.first().filter(|_| rulers.goes_on())?;
    let to = naming::day(model, pair.week.to);
    let [distance, before] = [pair.week, pair.before].map(|week| naming::whole_distance(model, week.distance_m));
    let text = match (pair.week.is_known, pair.before.is_known) {
        (true, true) => &words.week,
        (true, false) => &words.week_before_unknown,
        (false, _) => &words.week_unknown,
    };
    Some(fill(text, &[("to", &to), ("distance", &distance), ("before", &before)]))
}

/// Whether no jump is known: each run near the start has a base that it does not pass, no week went up, and there was no
/// break.
pub(super) fn is_without_jump(rulers: &Rulers) -> bool {
    let mut near = rulers.around().peekable();
    near.peek().is_some()
        && near.all(|longest| longest.told_band() == Some(Band::AtMost10))
        && !Proposal::of(rulers)
            .iter()
            .any(|proposal| matches!(proposal, Proposal::MoreEachWeek(_) | Proposal::BackAfterBreak(_)))
}
