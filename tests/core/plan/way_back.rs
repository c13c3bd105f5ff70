//! Promise: once the way back to running began, the week has its runs and no others; what stands before it keeps every run
//! away, and a light that is open never leads a step up.

use jiff::ToSpan as _;
use jiff::civil::Date;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::diary::{DiaryEntry, HourAfter, NOTHING_TOLD, NextMorning, RunPain, ToldWhen};
use kneenote::check::way_back::WayBack;
use kneenote::knowledge::planning::Activity;
use kneenote::knowledge::way_back::{EntryTask, RunStep};
use kneenote::plan::way_back::{BackToRunning, hops};
use kneenote::plan::{Plan, RunSize};
use kneenote::training::entry_check::{Bar, Hops};
use proptest::prelude::*;

use super::{plan, runner, runs, with, with_number};
use crate::known::knowledge;
use crate::world::{TODAY, assess};

pub(super) const QUIET: RunPain = RunPain {
    during: Some(0),
    hour: Some(HourAfter::BackToUsual),
    morning: Some(NextMorning::SameOrBetter),
    ..NOTHING_TOLD
};
const RED: RunPain = RunPain { limp: Answer::Yes, ..NOTHING_TOLD };

pub(super) fn ago(days: i64) -> Date {
    TODAY.checked_sub(days.days()).unwrap()
}

pub(super) fn ran(days_ago: i64, pain: RunPain) -> DiaryEntry {
    DiaryEntry { day: ago(days_ago), run_m: None, pain, told: ToldWhen::SameDay }
}

/// A sore kneecap that may run.
fn kneecap() -> Check {
    runner("H01")
}

/// The same on the way back, begun so many days ago.
pub(super) fn on_the_way(step: RunStep, days_ago: i64, diary: Vec<DiaryEntry>) -> Check {
    let way = WayBack { step, since: Some(ago(days_ago)), ..WayBack::default() };
    Check { way_back: Some(way), diary, ..kneecap() }
}

fn way(check: &Check) -> BackToRunning {
    BackToRunning::of(check, &assess(check), TODAY)
}

fn run_days(plan: &Plan) -> Vec<Date> {
    let days = plan.week.iter().flat_map(|week| &week.days);
    days.filter(|day| day.activity == Activity::Run).map(|day| day.date).collect()
}

fn says(plan: &Plan) -> &str {
    plan.week.as_ref().and_then(|week| week.how.as_ref()).map_or("", |how| how.text.as_str())
}

fn rows() -> &'static kneenote::knowledge::planning::WayBackRows {
    &knowledge().planning.weeks.way_back
}

#[test]
fn the_week_has_the_runs_of_the_way_back_and_no_others() {
    let check = on_the_way(RunStep::R3, 4, vec![ran(4, QUIET), ran(1, QUIET)]);
    let plan = plan(&check);
    let planned = way(&check);
    let days: Vec<Date> = planned.runs().iter().map(|run| run.day).filter(|day| *day <= ago(-7)).collect();
    assert_eq!(planned.runs()[0].step, RunStep::R4);
    assert_eq!(run_days(&plan), days);
    assert_eq!(days, [ago(-1), ago(-3), ago(-5), ago(-7)]);
    assert_eq!(says(&plan), rows().on_way.text);
    let week = plan.week.unwrap();
    assert!(matches!(week.days[0].run, Some(RunSize::WithWalks(walks)) if walks.run_minutes == 5));
    assert!(week.days[0].words.contains('5'), "{}", week.days[0].words);
    assert!(week.days.iter().any(|day| day.activity == Activity::Strength), "strength goes on");
}

#[test]
fn a_steady_run_is_told_in_minutes() {
    let plan = plan(&on_the_way(RunStep::R7, 0, Vec::new()));
    let week = plan.week.unwrap();
    let sizes: Vec<_> = week.days.iter().filter_map(|day| day.run).collect();
    assert!(!sizes.is_empty());
    assert!(sizes.iter().all(|size| *size == RunSize::Minutes(25) || *size == RunSize::Minutes(30)), "{sizes:?}");
}

#[test]
fn what_stands_before_the_way_back_keeps_every_run_from_the_week() {
    assert!(runs(&plan(&kneecap())) > 0, "there are runs without a way back");
    let mut stopped = on_the_way(RunStep::R3, 4, Vec::new());
    stopped.way_back.as_mut().unwrap().stopped = Some(ago(1));
    let two_reds = on_the_way(RunStep::R5, 9, vec![ran(8, RED), ran(2, RED)]);
    for check in [stopped, two_reds] {
        let plan = plan(&check);
        assert_eq!(run_days(&plan), Vec::<Date>::new());
        assert_eq!(says(&plan), rows().not_yet.text);
    }
}

#[test]
fn what_keeps_from_running_this_week_keeps_from_the_way_back_until_somebody_who_saw_the_knee_said_yes() {
    let check = with(on_the_way(RunStep::R3, 4, vec![ran(2, QUIET)]), "pain_walking");
    assert!(matches!(way(&check), BackToRunning::NotNow(first) if first == says(&plan(&check))));
    assert!(run_days(&plan(&check)).is_empty());
    let said_yes = WayBack { clinician_said_yes: Some(TODAY), ..check.way_back.clone().unwrap() };
    let check = Check { way_back: Some(said_yes), ..check };
    assert!(matches!(way(&check), BackToRunning::Runs(_)));
    assert!(!run_days(&plan(&check)).is_empty());
}

#[test]
fn after_a_red_run_two_whole_days_are_off_without_a_way_back_too() {
    let red = Check { diary: vec![ran(0, RED)], ..kneecap() };
    let plan = plan(&red);
    assert!(run_days(&plan).iter().all(|day| *day >= ago(-3)), "{:?}", run_days(&plan));
    assert_eq!(says(&plan), rows().after_red.text);
}

#[test]
fn two_reds_stop_it_until_a_doctor_or_physio_said_yes_after_them() {
    let mut check = on_the_way(RunStep::R5, 9, vec![ran(8, RED), ran(2, RED)]);
    let stop = BackToRunning::TwoReds { first: ago(8), second: ago(2) };
    assert_eq!(way(&check), stop);
    check.way_back.as_mut().unwrap().clinician_said_yes = Some(ago(3));
    assert_eq!(way(&check), stop, "what was said before the second one counts no more");
    check.way_back.as_mut().unwrap().clinician_said_yes = Some(TODAY);
    assert!(matches!(way(&check), BackToRunning::Entry(_)));
}

/// The same knee with the signs of hurt bone.
fn with_bone_pattern(check: Check) -> Check {
    let check = with(with(check, "press_bone_point"), "pain_walking");
    with(check, "earlier_each_run")
}

#[test]
fn a_bone_pattern_hides_the_plan_also_one_that_began() {
    for check in [kneecap(), on_the_way(RunStep::R5, 4, vec![ran(2, QUIET)])] {
        let mut check = with_bone_pattern(check);
        let found = way(&check);
        assert!(
            matches!(&found, BackToRunning::ClinicianFirst { bars, .. } if bars.contains(&Bar::BonePattern)),
            "{found:?}"
        );
        let assessment = assess(&check);
        assert_eq!(hops(&assessment, &[Bar::BonePattern]), Hops::LeftOut);
        check.way_back.get_or_insert_default().clinician_said_yes = Some(TODAY);
        assert!(!matches!(way(&check), BackToRunning::ClinicianFirst { .. }));
    }
}

#[test]
fn who_must_not_hop_is_not_asked_to() {
    let asked = |check: &Check| hops(&assess(check), &[]);
    assert_eq!(asked(&kneecap()), Hops::Asked);
    assert_eq!(asked(&with_number(kneecap(), "age", 15.0)), Hops::LeftOut);
    assert_eq!(asked(&with(kneecap(), "hx_replacement")), Hops::LeftOut);
    assert_eq!(asked(&with(kneecap(), "pregnant")), Hops::LeftOut);
}

#[test]
fn all_tasks_green_let_it_begin() {
    let mut check = kneecap();
    assert!(matches!(way(&check), BackToRunning::Entry(open) if open.len() == 5 && !open.contains(&EntryTask::Hops)));
    let way_back = check.way_back.get_or_insert_default();
    for task in EntryTask::ALL {
        way_back.entry.insert(task, kneenote::check::way_back::EntryDay(TODAY));
    }
    assert_eq!(way(&check), BackToRunning::Entry(Vec::new()));
}

fn any_pain() -> impl Strategy<Value = RunPain> {
    (0..=5_u8, any::<bool>(), any::<bool>()).prop_map(|(during, back, same)| RunPain {
        during: Some(during),
        hour: Some(if back { HourAfter::BackToUsual } else { HourAfter::NotYet }),
        morning: Some(if same { NextMorning::SameOrBetter } else { NextMorning::Worse }),
        ..NOTHING_TOLD
    })
}

fn next_step(check: &Check) -> Option<RunStep> {
    way(check).runs().first().map(|run| run.step)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_run_whose_light_is_open_never_leads_a_step_up(
        pains in proptest::collection::vec(any_pain(), 1..8),
        last in any_pain(),
        step in 1..9_usize,
    ) {
        let count = i64::try_from(pains.len()).unwrap();
        let days = (1..=count).rev().map(|at| at * 2);
        let diary: Vec<DiaryEntry> = pains.into_iter().zip(days).map(|(pain, days)| ran(days, pain)).collect();
        let before = on_the_way(RunStep::ALL[step], 2 * count, diary);
        let mut after = before.clone();
        after.diary.push(ran(0, RunPain { morning: None, ..last }));
        if let (Some(before), Some(after)) = (next_step(&before), next_step(&after)) {
            prop_assert!(after <= before, "{before:?} {after:?}");
        }
    }
}
