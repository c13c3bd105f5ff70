use super::{activities, exercises, plan, runner, runs, with_number};
use kneenote::knowledge::ids::CauseId;
use kneenote::knowledge::planning::Activity;
use kneenote::plan::PlanKind;

/// A runner of the fixtures, the cause their plan is made for, and its first exercise.
const PLANS: [(&str, &str, &str); 13] = [
    ("H01", "pfp", "side_leg_lift"),
    ("H06", "itbs", "side_leg_lift"),
    ("H10", "patellar_tendinopathy", "spanish_squat"),
    ("H11", "patellar_tendinopathy", "wall_sit"),
    ("H27", "quad_tendinopathy", "wall_sit"),
    ("H24", "mechanics_footwear", "side_plank"),
    ("H17", "pes_anserine", "side_leg_lift"),
    ("H19", "knee_oa", "sit_to_stand"),
    ("H13", "osgood_schlatter", "wall_sit"),
    ("H16", "slj", "wall_sit"),
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
        assert!(runs(&plan) >= 1, "{id}: {:?}", activities(&plan));
    }
}

#[test]
fn a_runner_with_it_band_pain_runs_short_of_it_every_second_day() {
    let check = with_number(runner("H06"), "weekly_km", 25.0);
    let plan = plan(&check);
    let runs: Vec<usize> = activities(&plan)
        .iter()
        .enumerate()
        .filter_map(|(at, activity)| (*activity == Activity::Run).then_some(at))
        .collect();
    assert_eq!(runs, [0, 2, 4]);
    let week = plan.week.unwrap();
    assert_eq!(week.days[0].words, "Run 3.5 km, flat");
    assert_eq!(week.how.unwrap().text, "Run only up to the first pain. It must be gone an hour later.");
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
