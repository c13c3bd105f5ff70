//! Promise: the way back to running goes up by two green sessions, down by a red one, and is never brought forward by a
//! worse light, a rest or an answer that is missing.

use jiff::civil::Date;
use kneenote::knowledge::advice::LightColour as Light;
use kneenote::knowledge::way_back::{EntryTask, RunStep};
use kneenote::training::back_to_running::{Next, Planned, Session, Start, WhyStep, ahead, next};
use kneenote::training::light::{Verdict, Wanted};
use proptest::prelude::*;

use super::day;
use crate::known::knowledge;

const GREEN: Verdict = Verdict::Final(Light::Green);
const AMBER: Verdict = Verdict::Final(Light::Amber);
const RED: Verdict = Verdict::Final(Light::Red);

fn open() -> Verdict {
    Verdict::Open { at_least: Light::Green, wants: vec![Wanted::Morning] }
}

fn start(step: RunStep, since: &str) -> Start {
    Start { step, since: day(since) }
}

fn sessions(told: &[(&str, Verdict)]) -> Vec<Session> {
    told.iter().map(|(on, verdict)| Session { day: day(on), verdict: verdict.clone() }).collect()
}

/// Step and day of what comes next, asked on this day.
fn planned(start: Start, told: &[(&str, Verdict)], today: &str) -> (RunStep, String) {
    match next(start, &sessions(told), day(today)) {
        Next::Session(planned) => (planned.step, planned.day.to_string()),
        other => panic!("{other:?}"),
    }
}

fn pair(step: RunStep, day: &str) -> (RunStep, String) {
    (step, day.to_owned())
}

#[test]
fn two_green_sessions_in_a_row_lead_up() {
    let start = start(RunStep::R1, "2026-05-01");
    let told = [("2026-05-01", GREEN), ("2026-05-03", GREEN)];
    assert_eq!(planned(start, &told[..1], "2026-05-02"), pair(RunStep::R1, "2026-05-03"));
    assert_eq!(planned(start, &told, "2026-05-03"), pair(RunStep::R2, "2026-05-05"));
}

#[test]
fn amber_stays_on_its_step_and_the_count_begins_anew() {
    let start = start(RunStep::R1, "2026-05-01");
    let told = [("2026-05-01", GREEN), ("2026-05-03", AMBER), ("2026-05-05", GREEN), ("2026-05-07", GREEN)];
    assert_eq!(planned(start, &told[..2], "2026-05-04"), pair(RunStep::R1, "2026-05-05"));
    assert_eq!(planned(start, &told[..3], "2026-05-06"), pair(RunStep::R1, "2026-05-07"));
    assert_eq!(planned(start, &told, "2026-05-08"), pair(RunStep::R2, "2026-05-09"));
}

#[test]
fn red_leads_two_steps_down_after_two_whole_days_off() {
    assert_eq!(
        planned(start(RunStep::R4, "2026-05-20"), &[("2026-05-20", RED)], "2026-05-20"),
        pair(RunStep::R2, "2026-05-23")
    );
}

#[test]
fn below_the_first_step_is_walking_and_a_second_red_stops_the_plan() {
    let start = start(RunStep::R2, "2026-05-20");
    let told = [("2026-05-20", RED), ("2026-05-23", GREEN), ("2026-06-01", RED)];
    assert_eq!(planned(start, &told[..1], "2026-05-21"), pair(RunStep::Walk, "2026-05-23"));
    assert_eq!(planned(start, &told[..2], "2026-05-24"), pair(RunStep::R1, "2026-05-25"));
    let stopped = Next::Stopped { first_red: day("2026-05-20"), second_red: day("2026-06-01") };
    assert_eq!(next(start, &sessions(&told), day("2026-06-01")), stopped);
    assert_eq!(next(start, &sessions(&told), day("2026-09-01")), stopped, "it does not go on by itself");
    assert_eq!(ahead(start, &sessions(&told), day("2026-06-02")), []);
    let anew = Start { step: RunStep::R1, since: day("2026-06-10") };
    assert_eq!(
        planned(anew, &told, "2026-06-10"),
        pair(RunStep::R1, "2026-06-10"),
        "begun anew, old lights do not count"
    );
}

#[test]
fn a_second_red_stops_within_14_days_and_not_after() {
    let told = |second| {
        let sessions = sessions(&[("2026-05-01", RED), (second, RED)]);
        next(start(RunStep::R8, "2026-05-01"), &sessions, day("2026-05-20"))
    };
    assert!(matches!(told("2026-05-15"), Next::Stopped { .. }));
    assert!(matches!(told("2026-05-16"), Next::Session(_)));
}

#[test]
fn an_open_light_counts_as_nothing_until_the_morning_is_told() {
    let start = start(RunStep::R3, "2028-02-28");
    assert_eq!(planned(start, &[("2028-02-28", open())], "2028-02-28"), pair(RunStep::R3, "2028-03-01"), "a leap year");
    let then = |first| [("2028-02-28", first), ("2028-03-01", GREEN)];
    assert_eq!(planned(start, &then(open()), "2028-03-01"), pair(RunStep::R3, "2028-03-03"));
    assert_eq!(
        planned(start, &then(GREEN), "2028-03-01"),
        pair(RunStep::R4, "2028-03-03"),
        "told later: the first green"
    );
}

#[test]
fn an_open_light_that_is_amber_at_least_counts_as_amber() {
    let at_least_amber = Verdict::Open { at_least: Light::Amber, wants: vec![Wanted::Morning] };
    let told = [("2026-05-01", GREEN), ("2026-05-03", at_least_amber), ("2026-05-05", GREEN)];
    assert_eq!(planned(start(RunStep::R1, "2026-05-01"), &told, "2026-05-05"), pair(RunStep::R1, "2026-05-07"));
}

#[test]
fn all_green_is_sixteen_sessions_of_thirty_one_days() {
    let all = ahead(start(RunStep::R1, "2026-05-04"), &[], day("2026-05-04"));
    assert_eq!(all.len(), 16);
    let first = all.iter().find(|planned| planned.step == RunStep::R8).unwrap();
    assert_eq!((first.day, all.last().unwrap().day), (day("2026-06-01"), day("2026-06-03")));
    let told: Vec<Session> = all.iter().map(|planned| Session { day: planned.day, verdict: GREEN }).collect();
    assert_eq!(next(start(RunStep::R1, "2026-05-04"), &told, day("2026-06-03")), Next::Done);
}

#[test]
fn after_three_weeks_off_the_steps_begin_anew() {
    let start = start(RunStep::R3, "2026-05-10");
    let told = [("2026-05-10", GREEN)];
    assert_eq!(planned(start, &told, "2026-06-01"), pair(RunStep::R1, "2026-06-01"));
    assert_eq!(planned(start, &told, "2026-05-31"), pair(RunStep::R1, "2026-05-31"), "21 days");
    assert_eq!(planned(start, &told, "2026-05-30"), pair(RunStep::R3, "2026-05-30"), "20 days");
    assert_eq!(
        planned(self::start(RunStep::Walk, "2026-05-10"), &[], "2026-06-10").0,
        RunStep::Walk,
        "nothing is skipped"
    );
}

#[test]
fn after_eight_days_off_green_sessions_are_counted_anew() {
    let start = start(RunStep::R3, "2026-05-10");
    let up = |second, today| planned(start, &[("2026-05-10", GREEN), (second, GREEN)], today).0;
    assert_eq!(up("2026-05-17", "2026-05-17"), RunStep::R4, "7 days");
    assert_eq!(up("2026-05-18", "2026-05-18"), RunStep::R3, "8 days");
}

#[test]
fn a_planned_day_without_a_run_moves_the_plan_to_today() {
    let told = [("2026-05-01", GREEN)];
    assert_eq!(planned(start(RunStep::R1, "2026-05-01"), &told, "2026-05-06"), pair(RunStep::R1, "2026-05-06"));
    assert_eq!(
        planned(start(RunStep::R1, "2026-05-01"), &[], "2026-04-20"),
        pair(RunStep::R1, "2026-05-01"),
        "not before it"
    );
}

#[test]
fn each_step_says_why() {
    let why = |step, told: &[(&str, Verdict)], today| match next(start(step, "2026-05-01"), &sessions(told), day(today))
    {
        Next::Session(planned) => planned.why,
        other => panic!("{other:?}"),
    };
    assert_eq!(why(RunStep::R1, &[], "2026-05-01"), WhyStep::Begins);
    assert_eq!(why(RunStep::R1, &[("2026-05-01", GREEN)], "2026-05-01"), WhyStep::OneMoreGreen);
    assert_eq!(why(RunStep::Walk, &[("2026-05-01", GREEN)], "2026-05-01"), WhyStep::StepUp);
    assert_eq!(why(RunStep::R1, &[("2026-05-01", GREEN), ("2026-05-03", GREEN)], "2026-05-03"), WhyStep::StepUp);
    assert_eq!(why(RunStep::R1, &[("2026-05-01", AMBER)], "2026-05-02"), WhyStep::AmberAgain);
    assert_eq!(why(RunStep::R4, &[("2026-05-01", RED)], "2026-05-02"), WhyStep::DownAfterRed);
    assert_eq!(why(RunStep::R4, &[("2026-05-01", open())], "2026-05-02"), WhyStep::LastIsOpen);
    assert_eq!(why(RunStep::R4, &[("2026-05-01", GREEN)], "2026-05-11"), WhyStep::CountsAnew(10));
    assert_eq!(why(RunStep::R4, &[("2026-05-01", GREEN)], "2026-05-23"), WhyStep::BeginsAnew(22));
}

#[test]
fn of_two_sessions_on_a_day_the_worse_one_counts() {
    let told = [("2026-05-01", RED), ("2026-05-01", GREEN)];
    assert_eq!(planned(start(RunStep::R4, "2026-05-01"), &told, "2026-05-01"), pair(RunStep::R2, "2026-05-04"));
}

#[test]
fn the_content_has_a_session_for_each_step() {
    for step in RunStep::RUNS {
        assert_eq!(step.code(), format!("{step:?}"));
        assert!(knowledge().advice.return_step(step).is_some(), "{step:?}");
    }
    assert!([RunStep::Walk, RunStep::Done].iter().all(|step| knowledge().advice.return_step(*step).is_none()));
    let last = knowledge().advice.return_step(RunStep::R8).unwrap();
    assert_eq!((last.times, last.run_min, last.walk_min), (1, 30, 0));
}

#[test]
fn the_content_has_a_row_for_each_task_and_hops_are_not_for_all() {
    for task in EntryTask::ALL {
        let gate = knowledge().advice.gate_of(task).unwrap();
        let is_for_all = gate.for_whom.but_not.is_empty() && gate.for_whom.when.text == "always";
        assert_eq!(is_for_all, task != EntryTask::Hops, "{task:?}: {}", gate.text);
    }
}

#[test]
fn after_red_the_first_two_steps_go_back_to_walking_in_the_same_words_everywhere() {
    let advice = &knowledge().advice;
    let back = "back to brisk walks of 30 minutes until green, then R1.";
    let red = advice.pain_light.iter().find(|row| row.light == Light::Red).unwrap();
    assert!(red.act.contains(&format!("From R1 or R2, go {back}")), "{}", red.act);
    for step in RunStep::RUNS {
        let rule = &advice.return_step(step).unwrap().rule;
        assert_eq!(rule.contains(&format!("Red: {back}")), step <= RunStep::R2, "{rule}");
        assert!(step > RunStep::R2 || !rule.contains("two steps"), "{rule}");
    }
    for step in [RunStep::R1, RunStep::R2] {
        let told = [("2026-05-01", RED)];
        assert_eq!(planned(start(step, "2026-05-01"), &told, "2026-05-01"), pair(RunStep::Walk, "2026-05-04"));
    }
}

/// Sessions 1 to 12 days apart, from the first of May on.
fn any_sessions() -> impl Strategy<Value = Vec<Session>> {
    let verdict = prop::sample::select(vec![GREEN, GREEN, GREEN, open(), AMBER, RED]);
    let apart = prop::sample::select(vec![1, 2, 2, 2, 3, 7, 8, 12, 22]);
    prop::collection::vec((apart, verdict), 1..24).prop_map(|told| {
        let mut on = day("2026-05-01");
        let session = |(apart, verdict)| {
            on = on.saturating_add(jiff::Span::new().days(apart));
            Session { day: on, verdict }
        };
        told.into_iter().map(session).collect()
    })
}

fn any_step() -> impl Strategy<Value = RunStep> {
    prop::sample::select(vec![RunStep::Walk, RunStep::R1, RunStep::R3, RunStep::R6, RunStep::R8])
}

/// How far along what comes next is: nothing is less far than a plan that was stopped.
fn reached(next: &Next) -> Option<RunStep> {
    match next {
        Next::Stopped { .. } => None,
        Next::Session(planned) => Some(planned.step),
        Next::Done => Some(RunStep::Done),
    }
}

fn day_of(next: &Next) -> Date {
    match next {
        Next::Session(planned) => planned.day,
        Next::Done | Next::Stopped { .. } => Date::MAX,
    }
}

proptest! {
    #[test]
    fn a_worse_light_never_brings_a_step_forward(
        told in any_sessions(), step in any_step(), which in any::<prop::sample::Index>(), is_red in any::<bool>(),
    ) {
        let start = Start { step, since: day("2026-05-01") };
        let mut worse = told.clone();
        let changed = which.get(&told).clone();
        prop_assume!(changed.verdict == GREEN);
        worse[which.index(told.len())].verdict = if is_red { RED } else { AMBER };
        for until in 0..40 {
            let today = changed.day.saturating_add(jiff::Span::new().days(until));
            let (before, after) = (next(start, &told, today), next(start, &worse, today));
            prop_assert!(reached(&after) <= reached(&before), "{today} {before:?} {after:?}");
            if reached(&after) == reached(&before) {
                prop_assert!(day_of(&after) >= day_of(&before));
            }
        }
    }

    #[test]
    fn an_open_light_never_leads_a_step_up(told in any_sessions(), step in any_step()) {
        let start = Start { step, since: day("2026-05-01") };
        let last = told.last().unwrap().day;
        let mut without = told.clone();
        without.last_mut().unwrap().verdict = open();
        let before = next(start, &told[..told.len() - 1], last);
        prop_assert!(reached(&next(start, &without, last)) <= reached(&before));
    }

    #[test]
    fn a_day_of_rest_never_brings_a_step_or_a_day_forward(told in any_sessions(), step in any_step(), rest in 0..40) {
        let start = Start { step, since: day("2026-05-01") };
        let today = told.last().unwrap().day.saturating_add(jiff::Span::new().days(rest));
        let (now, later) = (next(start, &told, today), next(start, &told, today.tomorrow().unwrap()));
        prop_assert!(reached(&later) <= reached(&now));
        if matches!((now, later), (Next::Session(_), Next::Session(_))) {
            prop_assert!(day_of(&later) >= day_of(&now));
        }
    }

    #[test]
    fn the_order_of_sessions_changes_nothing(told in any_sessions(), step in any_step()) {
        let start = Start { step, since: day("2026-05-01") };
        let today = told.last().unwrap().day;
        let mut other = told.clone();
        other.reverse();
        prop_assert_eq!(next(start, &told, today), next(start, &other, today));
    }

    #[test]
    fn the_days_ahead_are_two_apart_and_never_past(told in any_sessions(), step in any_step()) {
        let start = Start { step, since: day("2026-05-01") };
        let today = told.last().unwrap().day;
        let ahead = ahead(start, &told, today);
        prop_assert!(ahead.first().is_none_or(|first: &Planned| first.day > today));
        for (one, other) in ahead.iter().zip(ahead.iter().skip(1)) {
            prop_assert_eq!(one.day.until(other.day).unwrap().get_days(), 2);
            prop_assert!(one.step <= other.step);
        }
        prop_assert!(ahead.len() <= 17, "one walk and sixteen runs");
    }
}
