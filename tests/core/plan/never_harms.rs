use super::{activities, exercises, plan, plan_with_race, runs, until_seen};
use crate::enough_told::with_enough_told;
use crate::known::knowledge;
use crate::met::Met;
use crate::random::{any_check, runner};
use crate::world::{TODAY, assess};
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::knowledge::advice::LightColour;
use kneenote::knowledge::ids::CauseId;
use kneenote::knowledge::planning::{Activity, RunStage, UntilSeenPart};
use kneenote::knowledge::rule::Level;
use kneenote::plan::{MOST_EXERCISES, MOST_LEFT_OUT, Plan, PlanKind, RunSize, Why};
use proptest::prelude::*;
use proptest::test_runner::Config;

/// Somebody at random, or a healthy runner with some of their answers.
fn anybody() -> impl Strategy<Value = Check> {
    let whole = with_enough_told(knowledge(), Check::default());
    let km = prop_oneof![Just(None), (0.0..120.0_f64).prop_map(|km| Some(km.floor()))];
    (any_check(knowledge()), 0..12_usize, any::<bool>(), km).prop_map(move |(other, taken, is_mixed, km)| {
        let mut check = if is_mixed { whole.clone() } else { other.clone() };
        if is_mixed {
            check.spots.clone_from(&other.spots);
            check.worst_spot.clone_from(&other.worst_spot);
            check.side = other.side;
            for question in knowledge().questions.iter().skip(taken * 4).take(4) {
                for row in &question.options {
                    if let Some(answer) = other.findings.get(&row.id) {
                        check.findings.insert(row.id.clone(), *answer);
                    }
                }
                for number in &question.numbers {
                    if let Some(value) = other.numbers.get(&number.id) {
                        check.numbers.insert(number.id.clone(), *value);
                    }
                }
            }
        }
        if let Some(km) = km {
            check.numbers.insert("weekly_km".into(), km);
        }
        check
    })
}

/// Makes a plan of many people, each with a race in 40 days.
fn each(promise: impl Fn(&Check, &Plan) -> Result<(), TestCaseError>) {
    let config = Config { cases: 500, failure_persistence: None, max_shrink_iters: 100, ..Config::default() };
    let race_on = TODAY.checked_add(jiff::Span::new().days(40)).unwrap();
    let outcome = runner(config).run(&anybody(), |check| promise(&check, &plan_with_race(&check, Some(race_on))));
    outcome.unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn until_somebody_has_seen_the_knee_nobody_runs_hops_or_trains() {
    let (stopped, whole) = (Met::default(), Met::default());
    each(|check, plan| {
        let found = assess(check);
        if found.urgency.shown().is_some() && found.stops_running() {
            stopped.add(1);
            prop_assert_eq!(plan.kind, PlanKind::UntilSeen);
            prop_assert!(plan.week.is_none() && plan.exercises.is_empty() && plan.habits.is_empty());
            prop_assert!(!plan.until_seen.is_empty());
            for line in &plan.until_seen {
                let text = line.text.to_lowercase();
                prop_assert!(!text.contains("run") || text.contains("do not run"), "{}", line.text);
            }
        } else if found.urgency.shown().is_some() {
            whole.add(1);
            prop_assert!(plan.week.is_some() && plan.until_seen.is_empty());
            let kind = if found.urgency.level == Level::SelfCare { PlanKind::SelfCare } else { PlanKind::WithCare };
            prop_assert_eq!(plan.kind, kind);
        } else {
            prop_assert_eq!(plan.kind, PlanKind::NotEnoughTold);
            prop_assert_eq!(&plan.missing, &found.urgency.missing);
        }
        Ok(())
    });
    stopped.at_least(20, "stopped");
    whole.at_least(20, "with a plan");
}

#[test]
fn on_a_bone_that_may_break_or_a_hip_that_may_slip_nobody_is_told_to_walk() {
    let bones = Met::default();
    each(|check, plan| {
        let found = assess(check);
        let is_bone = |cause: &CauseId| ["scfe", "fracture", "bone_stress"].contains(&cause.as_str());
        if found.urgency.shown() <= Some(Level::Urgent) && found.advised_causes().iter().any(is_bone) {
            bones.add(usize::from(plan.kind == PlanKind::UntilSeen));
            let told = until_seen(plan, UntilSeenPart::Walk);
            let spares = ["no weight", "as little weight", "Keep the leg still", "Do not walk"];
            prop_assert!(told.is_empty() || spares.iter().any(|words| told.contains(words)), "{told}");
        }
        Ok(())
    });
    bones.at_least(5, "bones and hips");
}

#[test]
fn after_an_operation_the_surgeon_says_what_to_do() {
    each(|check, _| {
        let mut check = check.clone();
        check.findings.insert("hx_surgery_recent".into(), Answer::Yes);
        let plan = plan(&check);
        prop_assert!(plan.exercises.is_empty());
        prop_assert!(activities(&plan).iter().all(|activity| *activity == Activity::AsTold), "{:?}", activities(&plan));
        let instead = until_seen(&plan, UntilSeenPart::Instead);
        prop_assert!(instead.is_empty() || instead.starts_with("No "), "{instead}");
        Ok(())
    });
}

#[test]
fn every_line_of_a_plan_has_a_source() {
    let is_known =
        |why: &Why| !why.sources.is_empty() && why.sources.iter().all(|id| knowledge().source(id.as_str()).is_some());
    each(|_, plan| {
        let week = plan
            .week
            .iter()
            .flat_map(|week| [&week.why, &week.run_why].into_iter().chain(week.how.as_ref().map(|how| &how.why)));
        let lines = plan.careful.iter().chain(&plan.no_exercises).chain(&plan.leave_out).map(|line| &line.why);
        let whys = week
            .chain(lines)
            .chain(plan.until_seen.iter().map(|line| &line.why))
            .chain(plan.light.iter().map(|line| &line.why))
            .chain(plan.race.iter().map(|race| &race.line.why))
            .chain(plan.exercises.iter().map(|exercise| &exercise.why))
            .chain(plan.check_again.iter().map(|again| &again.why))
            .chain(plan.habits.iter().map(|habit| &habit.why));
        for why in whys {
            prop_assert!(is_known(why), "{:?}", why);
        }
        Ok(())
    });
}

#[test]
fn a_plan_is_never_long_and_a_week_has_easy_days() {
    each(|_, plan| {
        prop_assert!(plan.exercises.len() <= MOST_EXERCISES && plan.leave_out.len() <= MOST_LEFT_OUT);
        let Some(week) = &plan.week else { return Ok(()) };
        prop_assert!(plan.exercises.len() >= 2 || plan.no_exercises.is_some(), "{:?}", exercises(plan));
        prop_assert_eq!(week.days.len(), 7);
        prop_assert!(week.how.is_some());
        let busy = |activity: &Activity| matches!(activity, Activity::Run | Activity::Strength);
        let easy = activities(plan).iter().filter(|activity| !busy(activity)).count();
        prop_assert!(easy >= 2, "{:?}", activities(plan));
        let has_strength = activities(plan).contains(&Activity::Strength);
        prop_assert_eq!(has_strength, !plan.exercises.is_empty());
        Ok(())
    });
}

#[test]
fn no_run_is_longer_than_what_was_told() {
    let measured = Met::default();
    each(|check, plan| {
        let kms = plan.week.iter().flat_map(|week| &week.days).filter_map(|day| match day.run {
            Some(RunSize::Km(km)) => Some(km),
            _ => None,
        });
        let all: Vec<f64> = kms.collect();
        measured.add(all.len());
        let told = check.numbers.get("weekly_km").copied().unwrap_or_default();
        prop_assert!(all.iter().sum::<f64>() <= told, "{all:?} of {told}");
        Ok(())
    });
    measured.at_least(5, "runs in km");
}

#[test]
fn a_plan_never_contradicts_the_pain_light() {
    let (green, none) = (Met::default(), Met::default());
    each(|check, plan| {
        let Some(week) = &plan.week else { return Ok(()) };
        let colours: Vec<_> = plan.light.iter().map(|light| light.colour).collect();
        prop_assert!(colours.contains(&LightColour::Green) && colours.contains(&LightColour::Red));
        let found = assess(check);
        let is_bone = found.advised_causes().iter().any(|cause| *cause == "bone_stress");
        prop_assert_eq!(colours.contains(&LightColour::Amber), !is_bone);
        let tendon = plan.cause.as_ref().is_some_and(|cause| knowledge().advice.pain_light_for.tendon.contains(cause));
        let (most_green, most_amber) = if tendon { (2.0, 5.0) } else { (2.0, 3.0) };
        let now = found.evidence.number("pain_now").unwrap_or_default();
        let told = ["pain_run", "pain_worst"].into_iter().filter_map(|number| found.evidence.number(number));
        let in_runs = told.max_by(f64::total_cmp);
        green.add(usize::from(week.stage == RunStage::Green));
        none.add(usize::from(week.stage == RunStage::NoRun));
        if now > most_amber {
            prop_assert_eq!(runs(plan), 0);
        }
        if week.stage == RunStage::Green {
            prop_assert!(in_runs.is_some_and(|pain| pain <= most_green));
        }
        if in_runs.is_none_or(|pain| pain > most_amber) {
            let kms = week.days.iter().filter(|day| matches!(day.run, Some(RunSize::Km(_)))).count();
            prop_assert_eq!(kms, 0, "{:?}", week.days);
            prop_assert!(!activities(plan)[..3].contains(&Activity::Run), "{:?}", activities(plan));
        }
        if week.stage == RunStage::AfterPause {
            prop_assert!(!activities(plan)[..3].contains(&Activity::Run), "{:?}", activities(plan));
        }
        Ok(())
    });
    green.at_least(1, "in the green light");
    none.at_least(5, "without a run");
}

#[test]
fn who_was_not_asked_of_danger_signs_or_walking_does_not_run() {
    let whole = with_enough_told(knowledge(), Check::default());
    assert!(runs(&plan(&whole)) > 0);
    for missing in ["hot_knee", "walk_normal", "swell_none"] {
        let mut check = whole.clone();
        // Level 3 is told with little: the plan must not let somebody run on that.
        check.findings.insert("dur_3_14d".into(), Answer::No);
        check.findings.insert("dur_2_6w".into(), Answer::Yes);
        check.findings.insert("trend_same".into(), Answer::Yes);
        assert!(runs(&plan(&check)) > 0);
        check.findings.remove(missing);
        let plan = plan(&check);
        assert_eq!(runs(&plan), 0, "{missing}");
        // With a danger sign of step 2 open there is no plan at all.
        let Some(week) = plan.week else {
            assert_eq!((plan.kind, missing), (PlanKind::NotEnoughTold, "hot_knee"));
            continue;
        };
        assert_eq!(week.open, [knowledge().question_of(missing).unwrap().id.clone()]);
        assert!(week.how.unwrap().text.contains("First answer"), "{missing}");
    }
}

#[test]
fn the_same_answers_on_the_same_day_give_the_same_plan() {
    each(|check, made| {
        let again = plan_with_race(check, made.race.as_ref().map(|race| race.on).or(Some(TODAY)));
        if made.race.is_some() {
            prop_assert_eq!(made, &again);
        }
        Ok(())
    });
}

#[test]
fn the_limits_of_pain_are_those_of_the_pain_light() {
    let light = |colour| knowledge().advice.pain_light.iter().find(|light| light.light == colour).unwrap();
    let weeks = &knowledge().planning.weeks;
    let (green, amber) = (light(LightColour::Green), light(LightColour::Amber));
    assert!(green.general.starts_with(&format!("0 to {},", weeks.limits.green)));
    assert!(amber.general.starts_with(&format!("{},", weeks.limits.amber)));
    assert!(green.tendon.starts_with(&format!("0 to {},", weeks.tendon_limits.green)));
    assert!(amber.tendon.starts_with(&format!("3 to {},", weeks.tendon_limits.amber)));
}

#[test]
fn nobody_is_told_to_hop() {
    for exercise in &knowledge().planning.exercises {
        let text = format!("{} {} {}", exercise.title, exercise.how, exercise.step_up).to_lowercase();
        assert!(!text.contains("hop") && !text.contains("jump") && exercise.figure != "hop", "{text}");
    }
}
