use super::{activities, exercises, plan, runner, runs, with, with_number};
use crate::known::knowledge;
use crate::world::{TODAY, world};
use kneenote::knowledge::ids::CauseId;
use kneenote::knowledge::planning::Activity;
use kneenote::knowledge::source::Grade;
use kneenote::plan::{PlanKind, RunSize};

/// A runner of the fixtures, the cause their plan is made for, and its first exercise.
pub(super) const PLANS: [(&str, &str, &str); 13] = [
    ("H01", "pfp", "side_leg_lift"),
    ("H06", "itbs", "side_leg_lift"),
    ("H10", "patellar_tendinopathy", "spanish_squat"),
    ("H11", "patellar_tendinopathy", "wall_sit"),
    ("H27", "quad_tendinopathy", "wall_sit"),
    ("H24", "mechanics_footwear", "side_plank"),
    ("H17", "pes_anserine", "side_leg_lift"),
    ("H19", "knee_oa", "sit_to_stand"),
    ("H13", "osgood_schlatter", "straight_leg_raise"),
    ("H16", "slj", "straight_leg_raise"),
    ("H12", "popliteus", "cycling"),
    ("H26", "hamstring_biceps", "bridge"),
    ("H28", "fat_pad", "side_leg_lift"),
];

#[test]
fn who_has_a_cause_gets_its_plan_and_first_what_the_evidence_supports_best() {
    for (id, cause, first) in PLANS {
        let plan = plan(&runner(id));
        assert_eq!(plan.cause.as_ref().map(CauseId::as_str), Some(cause), "{id}");
        assert!(matches!(plan.kind, PlanKind::SelfCare | PlanKind::WithCare), "{id}");
        assert_eq!(exercises(&plan).first(), Some(&first), "{id}");
        assert!(plan.leave_out.len() >= 3, "{id}: {:?}", plan.leave_out);
        // A sore popliteus is not run on before it is free of pain.
        assert_eq!(runs(&plan) >= 1, cause != "popliteus", "{id}: {:?}", activities(&plan));
    }
}

#[test]
fn a_runner_with_red_it_band_pain_has_three_days_without_a_run_and_then_runs_with_walks() {
    let check = with_number(with_number(runner("H06"), "weekly_km", 70.0), "pain_worst", 9.0);
    // However little the runs hurt: the worst pain of the week was red.
    for check in [check.clone(), with_number(check, "pain_run", 2.0)] {
        let plan = plan(&check);
        assert!(!activities(&plan)[..3].contains(&Activity::Run), "{:?}", activities(&plan));
        let week = plan.week.unwrap();
        let kms = week.days.iter().filter(|day| matches!(day.run, Some(RunSize::Km(_)))).count();
        assert_eq!(kms, 0, "{:?}", week.days);
        assert!(week.how.unwrap().text.contains("before"));
    }
}

#[test]
fn a_runner_with_little_it_band_pain_runs_short_of_it_every_second_day() {
    let check = with_number(with_number(runner("H06"), "weekly_km", 25.0), "pain_worst", 2.0);
    let plan = plan(&check);
    let runs: Vec<usize> = activities(&plan)
        .iter()
        .enumerate()
        .filter_map(|(at, activity)| (*activity == Activity::Run).then_some(at))
        .collect();
    assert_eq!(runs, [0, 2, 4]);
    let how = plan.week.unwrap().how.unwrap().text;
    assert!(how.contains("80 per cent"), "{how}");
}

#[test]
fn a_sore_popliteus_is_run_on_only_when_it_is_free_of_pain() {
    for pain in [1.0, 2.0, 3.0, 5.0] {
        let plan = plan(&with_number(runner("H12"), "pain_worst", pain));
        assert_eq!(plan.cause.as_ref().map(CauseId::as_str), Some("popliteus"));
        assert_eq!(runs(&plan), 0, "{pain}: {:?}", activities(&plan));
        assert!(plan.week.unwrap().how.unwrap().text.contains("free of pain"));
    }
    let free = with_number(with_number(runner("H12"), "pain_worst", 0.0), "pain_run", 0.0);
    assert!(runs(&plan(&free)) >= 1);
}

#[test]
fn a_tendon_below_the_kneecap_gets_one_heavy_exercise_and_holds_alone_while_squats_are_sore() {
    let heavy = ["leg_press", "split_squat"];
    let count = |plan: &kneenote::plan::Plan| exercises(plan).iter().filter(|it| heavy.contains(it)).count();
    for id in ["H10", "H11", "H27"] {
        for sport in ["sport_run", "sport_gym", "sport_jump"] {
            let calm = with_number(with(runner(id), sport), "pain_worst", 3.0);
            assert_eq!(count(&plan(&calm)), 1, "{id} {sport}");
            let sore = with_number(with(calm.clone(), "squat"), "pain_worst", 4.0);
            assert_eq!(count(&plan(&sore)), 0, "{id} {sport}");
            let mut untold = with(calm, "squat");
            untold.numbers.remove("pain_worst");
            assert_eq!(count(&plan(&untold)), 0, "{id} {sport}");
        }
    }
}

#[test]
fn growing_pain_of_the_shin_bump_starts_with_straight_holds_and_no_wall_sit() {
    for id in ["H13", "H16"] {
        let plan = plan(&runner(id));
        assert!(!exercises(&plan).contains(&"wall_sit"), "{id}: {:?}", exercises(&plan));
        // Of the trial only the abstract was read: it names no single exercise.
        assert!(plan.exercises.iter().all(|exercise| exercise.why.grade == Grade::Judgement), "{id}");
    }
}

#[test]
fn what_the_it_band_gets_each_day_starts_with_one_set_and_bends_under_load_come_last() {
    let plan = plan(&runner("H06"));
    let daily: Vec<_> = plan.exercises.iter().filter(|exercise| exercise.dose.days == (7, 7)).collect();
    assert_eq!(daily.len(), 2);
    assert!(daily.iter().all(|exercise| exercise.dose.sets == 1));
    let planning = &knowledge().planning;
    let set = planning.set_of(Some(&"itbs".into())).unwrap();
    assert_eq!(set.exercises.last().map(|it| it.exercise.as_str()), Some("step_down"));
}

#[test]
fn a_tendon_is_loaded_on_three_days_and_never_run_on_two_in_a_row() {
    for id in ["H10", "H11", "H27"] {
        let activities = activities(&plan(&runner(id)));
        let strength = activities.iter().filter(|activity| **activity == Activity::Strength).count();
        assert_eq!(strength, 3, "{id}: {activities:?}");
        assert!(!activities.windows(2).any(|days| days == [Activity::Run, Activity::Run]), "{id}");
    }
}

#[test]
fn every_dose_of_some_days_fits_the_strength_days_of_the_week() {
    for (id, ..) in PLANS {
        let plan = plan(&runner(id));
        let days = activities(&plan).iter().filter(|activity| **activity == Activity::Strength).count();
        for exercise in &plan.exercises {
            let (from, to) = exercise.dose.days;
            let is_daily = from > 3 || to > 3;
            assert!(is_daily || (usize::from(from)..=usize::from(to)).contains(&days), "{id}: {}", exercise.dose_words);
        }
    }
}

#[test]
fn the_table_names_every_cause_and_every_person_and_is_at_most_100_columns_wide() {
    let table = kneenote::plan::table::table(&world().assessor, TODAY);
    for cause in &knowledge().causes {
        assert!(table.contains(&format!("{} ({})", cause.name, cause.id)), "{}", cause.id);
    }
    let persons = knowledge().planning.persons.len();
    assert_eq!(table.lines().filter(|line| line.starts_with("  adult")).count(), knowledge().causes.len());
    assert!(persons > 5);
    let longest = table.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    assert!(longest <= 100, "{longest}");
}
