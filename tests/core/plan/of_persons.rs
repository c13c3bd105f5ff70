use super::{activities, exercises, plan, runner, runs, with, with_number};
use crate::known::knowledge;
use kneenote::check::spot::Side;
use kneenote::knowledge::planning::Activity;
use kneenote::plan::PlanKind;

/// What nobody under 16 gets.
const HEAVY: [&str; 4] = ["leg_press", "split_squat", "spanish_squat", "bridge_one_leg"];
/// Exercises that lie flat on the back.
const ON_THE_BACK: [&str; 4] = ["bridge", "bridge_one_leg", "straight_leg_raise", "hamstring_curl"];

#[test]
fn under_16_nobody_lifts_heavy_weights() {
    for id in ["H01", "H05", "H10", "H11", "H13", "H16", "H24", "H27"] {
        for age in [11.0, 15.0] {
            let plan = plan(&with_number(runner(id), "age", age));
            if plan.kind == PlanKind::UntilSeen {
                continue;
            }
            assert!(!exercises(&plan).iter().any(|exercise| HEAVY.contains(exercise)), "{id}: {:?}", exercises(&plan));
            assert!(plan.leave_out.iter().any(|line| line.text.starts_with("Hops and heavy weights")), "{id}");
        }
    }
}

#[test]
fn who_did_not_tell_an_age_gets_nothing_heavy() {
    let mut check = with(with(runner("H11"), "dur_2_6w"), "trend_same");
    check.numbers.remove("age");
    let plan = plan(&check);
    assert_eq!(plan.kind, PlanKind::WithCare);
    assert!(!exercises(&plan).iter().any(|exercise| HEAVY.contains(exercise)), "{:?}", exercises(&plan));
}

#[test]
fn who_is_pregnant_does_not_run_or_lie_flat_on_the_back() {
    for id in ["H01", "H07", "H26"] {
        let plan = plan(&with(with(runner(id), "sex_female"), "pregnant"));
        assert_ne!(plan.kind, PlanKind::NotEnoughTold);
        assert_eq!(runs(&plan), 0, "{id}");
        assert!(
            !exercises(&plan).iter().any(|exercise| ON_THE_BACK.contains(exercise)),
            "{id}: {:?}",
            exercises(&plan)
        );
    }
}

#[test]
fn after_an_operation_there_is_no_exercise_and_no_run() {
    let plan = plan(&with(runner("H01"), "hx_surgery_recent"));
    assert_eq!(plan.kind, PlanKind::WithCare);
    assert!(plan.exercises.is_empty() && plan.no_exercises.is_some());
    assert!(activities(&plan).iter().all(|activity| matches!(activity, Activity::Walk | Activity::Rest)));
}

#[test]
fn with_a_replaced_knee_the_plan_is_gentle() {
    let plan = plan(&with(with_number(runner("H20"), "age", 68.0), "hx_replacement"));
    assert_eq!(plan.kind, PlanKind::WithCare);
    assert_eq!(runs(&plan), 0);
    let gentle = ["sit_to_stand", "bridge", "side_leg_lift", "heel_dig", "cycling", "straight_leg_raise", "heel_raise"];
    assert!(exercises(&plan).iter().all(|exercise| gentle.contains(exercise)), "{:?}", exercises(&plan));
}

#[test]
fn with_the_pattern_of_bone_stress_nobody_runs_hops_or_loads_the_bone() {
    for signs in [["hop_pain", "at_rest"], ["press_bone_point", "pain_walking"], ["earlier_each_run", "night_wakes"]] {
        let check = signs.iter().fold(runner("H01"), |check, sign| with(check, sign));
        let plan = plan(&check);
        assert_eq!(runs(&plan), 0, "{signs:?}");
        assert!(plan.kind == PlanKind::UntilSeen || plan.exercises.is_empty(), "{signs:?}: {:?}", exercises(&plan));
    }
}

#[test]
fn who_has_two_sore_knees_does_both_sides_the_same() {
    let mut check = runner("H01");
    let one = plan(&check);
    check.side = Some(Side::Both);
    let both = plan(&check);
    let words = &knowledge().planning.dose_words;
    let legs = |plan: &kneenote::plan::Plan| plan.exercises.iter().map(|it| it.legs.clone()).collect::<Vec<_>>();
    assert!(legs(&one).contains(&words.one_by_one) && !legs(&one).contains(&words.both_sore));
    assert!(legs(&both).contains(&words.both_sore) && !legs(&both).contains(&words.one_by_one));
}

#[test]
fn who_cannot_bend_the_knee_gets_no_deep_bend() {
    let plan = plan(&with(runner("H01"), "bend90_no"));
    let deep = ["box_squat", "wall_sit", "split_squat", "leg_press", "spanish_squat", "hamstring_curl", "cycling"];
    assert!(!exercises(&plan).iter().any(|exercise| deep.contains(exercise)), "{:?}", exercises(&plan));
}

#[test]
fn who_is_very_sore_in_a_squat_starts_with_the_hip() {
    let plan = plan(&with_number(runner("H01"), "pain_worst", 6.0));
    assert!(!exercises(&plan).contains(&"box_squat"), "{:?}", exercises(&plan));
    assert_eq!(exercises(&plan).first(), Some(&"side_leg_lift"));
}

#[test]
fn kneeling_that_hurts_is_left_out() {
    let plan = plan(&with(runner("H01"), "kneel"));
    let fits = plan.leave_out.iter().any(|line| line.text == "Kneeling on it.");
    assert!(fits, "{:?}", plan.leave_out);
}
