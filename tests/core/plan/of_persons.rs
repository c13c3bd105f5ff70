use super::of_causes::PLANS;
use super::{activities, exercises, plan, runner, runs, until_seen, with, with_number};
use crate::enough_told::with_enough_told;
use crate::known::knowledge;
use crate::world::{TODAY, world};
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::Side;
use kneenote::knowledge::planning::{Activity, UntilSeenPart};
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
fn under_16_nobody_gets_what_was_tried_on_adults_with_a_sore_meniscus() {
    let table = kneenote::plan::table::table(&world().assessor, TODAY);
    let (_, of_cause) = table.split_once("(meniscus)").unwrap();
    let (adult, rest) = of_cause.split_once("  under 16").unwrap();
    let (child, _) = rest.split_once("  over 75").unwrap();
    for tried in ["box_squat", "hamstring_curl", "step_up"] {
        assert!(adult.contains(tried) && !child.contains(tried), "{tried}: {child}");
    }
    assert!(child.contains("cycling"), "{child}");
}

#[test]
fn a_child_whose_hip_may_have_slipped_is_told_to_put_no_weight_on_it() {
    for age in [8.0, 10.0, 13.0, 15.0] {
        for sure in [Answer::Yes, Answer::NotSure] {
            for walk in ["walk_normal", "walk_limp", "walk_no"] {
                let mut check = with(with_number(runner("H13"), "age", age), walk);
                check.findings.insert("hip_groin_pain".into(), sure);
                let plan = plan(&check);
                let told = until_seen(&plan, UntilSeenPart::Walk);
                assert!(told.starts_with("Put no weight on the leg."), "{age} {sure:?} {walk}: {told}");
            }
        }
    }
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
fn after_an_operation_no_day_has_an_exercise_a_walk_a_bike_a_swim_or_a_run() {
    for (id, ..) in PLANS {
        let check = with(runner(id), "hx_surgery_recent");
        for check in [check.clone(), with(check, "pain_walking")] {
            let plan = plan(&check);
            if plan.kind == PlanKind::UntilSeen {
                continue;
            }
            assert!(plan.exercises.is_empty() && plan.no_exercises.is_some(), "{id}");
            assert!(activities(&plan).iter().all(|activity| *activity == Activity::AsTold), "{id}");
            let how = plan.week.unwrap().how.unwrap().text;
            assert!(how.contains("surgeon"), "{id}: {how}");
        }
    }
}

#[test]
fn after_an_operation_nobody_who_waits_to_be_seen_is_sent_to_a_pool_or_a_bike() {
    for sign in ["swell_later", "hot_knee", "bend90_no", "locking_brief"] {
        let plan = plan(&with(with(runner("H01"), "hx_surgery_recent"), sign));
        for part in [UntilSeenPart::Move, UntilSeenPart::Instead] {
            let told = until_seen(&plan, part);
            let allows = ["You may", "Swim", "ride", "10 times"].iter().any(|word| told.contains(word));
            assert!(!allows, "{sign}: {told}");
        }
    }
}

#[test]
fn who_had_a_needle_in_the_knee_cannot_bend_it_or_could_not_go_on_does_not_run() {
    for (id, ..) in PLANS {
        for finding in ["injection_recent", "cannot_bend_fully"] {
            assert_eq!(runs(&plan(&with(runner(id), finding))), 0, "{id} {finding}");
        }
        let mut new = with(runner(id), "could_not_continue");
        for row in &knowledge().question("q_duration").unwrap().options {
            new.findings.insert(row.id.clone(), if row.id == "dur_2_6w" { Answer::Yes } else { Answer::No });
        }
        assert_eq!(runs(&plan(&new)), 0, "{id} had to stop");
    }
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
fn who_cannot_bend_the_knee_gets_no_deep_bend_and_no_bike() {
    let deep = [
        "box_squat",
        "wall_sit",
        "split_squat",
        "leg_press",
        "spanish_squat",
        "hamstring_curl",
        "cycling",
        "bridge",
        "bridge_one_leg",
    ];
    for (id, ..) in PLANS {
        for finding in ["bend90_no", "cannot_bend_fully"] {
            let plan = plan(&with(runner(id), finding));
            let bridges = finding == "cannot_bend_fully";
            let is_deep = |exercise: &&str| deep.contains(exercise) && !(bridges && exercise.starts_with("bridge"));
            assert!(!exercises(&plan).iter().any(is_deep), "{id} {finding}: {:?}", exercises(&plan));
            assert!(!activities(&plan).contains(&Activity::Bike), "{id} {finding}: {:?}", activities(&plan));
            let told = until_seen(&plan, UntilSeenPart::Instead);
            assert!(!told.contains("ride"), "{id} {finding}: {told}");
        }
    }
}

#[test]
fn who_limps_gets_no_bridge_on_one_leg() {
    for (id, ..) in PLANS {
        let plan = plan(&with(runner(id), "walk_limp"));
        assert!(!exercises(&plan).contains(&"bridge_one_leg"), "{id}: {:?}", exercises(&plan));
    }
}

#[test]
fn who_is_pregnant_never_stands_on_one_leg_on_a_step_and_hears_when_a_pool_is_fine() {
    let one_leg = ["hip_hike", "step_down", "step_up", "split_squat"];
    for id in ["H01", "H07", "H26"] {
        let plan = plan(&with(with(runner(id), "sex_female"), "pregnant"));
        assert!(!exercises(&plan).iter().any(|exercise| one_leg.contains(exercise)), "{id}: {:?}", exercises(&plan));
        let has_pool = activities(&plan).contains(&Activity::Pool);
        let how = plan.week.unwrap().how.unwrap().text;
        assert!(!has_pool || how.contains("pool"), "{id}: {how}");
    }
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

#[test]
fn habits_are_for_who_may_have_them() {
    for (sign, not) in
        [("hx_surgery_recent", "Twice a week"), ("hx_surgery_recent", "Bike or swim"), ("pregnant", "Bike or swim")]
    {
        let check = with_enough_told(knowledge(), Check::default());
        let has = |check: &Check| plan(check).habits.iter().any(|habit| habit.text.contains(not));
        assert!(has(&check), "{not}");
        let mut check = check;
        check.findings.insert(sign.into(), Answer::Yes);
        assert!(!has(&check), "{sign}: {not}");
    }
}

#[test]
fn who_had_to_stop_after_an_injury_long_ago_runs_again() {
    let mut check = with_enough_told(knowledge(), Check::default());
    check.findings.insert("could_not_continue".into(), Answer::Yes);
    assert_eq!(runs(&plan(&check)), 0);
    for (finding, answer) in [("dur_3_14d", Answer::No), ("dur_3_12m", Answer::Yes), ("trend_better", Answer::Yes)] {
        check.findings.insert(finding.into(), answer);
    }
    assert!(runs(&plan(&check)) > 0);
}
