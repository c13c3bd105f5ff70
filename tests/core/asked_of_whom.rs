//! Promise: a question that hangs on age or sex is asked of whoever did not give them, and what is more urgent at some
//! ages is not told to wait where no age was given.

use crate::known::knowledge;
use crate::random::{any_check, runner};
use crate::world::{TODAY, assess};
use kneenote::assess::Visibility;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knowledge::rule::Level;
use proptest::test_runner::Config;

/// Asked only of those who are known to be grown up: it may harm a child.
const ONLY_WHEN_SURE: [&str; 1] = ["q_hop"];

/// Ages on both sides of every limit that a question has.
const AGES: [f64; 8] = [7.0, 11.0, 15.0, 30.0, 52.0, 56.0, 70.0, 90.0];

fn visibilities(check: &Check) -> Vec<Visibility> {
    assess(check).visibilities
}

#[test]
fn without_an_age_every_question_is_asked_that_some_age_is_asked() {
    let knowledge = knowledge();
    let config = Config { cases: 60, failure_persistence: None, ..Config::default() };
    runner(config)
        .run(&any_check(knowledge), |mut check| {
            check.numbers.remove("age");
            let unknown = visibilities(&check);
            for age in AGES {
                check.numbers.insert("age".into(), age);
                // An emergency takes the checks by hand away, whoever it is of.
                let known = visibilities(&check);
                for (question, (with, without)) in knowledge.questions.iter().zip(known.iter().zip(&unknown)) {
                    let id = question.id.as_str();
                    let is_left_out = ONLY_WHEN_SURE.contains(&id) || id == "q_press";
                    proptest::prop_assert!(
                        is_left_out || *with == Visibility::Hidden || *without != Visibility::Hidden,
                        "{id} is asked at {age} and not without an age"
                    );
                }
            }
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn the_hop_is_never_offered_to_who_may_be_a_child() {
    let visibility = |age: Option<f64>| {
        let mut check = Check { made: Some(TODAY), ..Check::default() };
        check.findings.insert("walk_normal".into(), Answer::Yes);
        check.numbers.extend(age.map(|age| ("age".into(), age)));
        assess(&check).visibility(&"q_hop".into())
    };
    assert_eq!([Some(15.0), None].map(visibility), [Visibility::Hidden; 2]);
    assert_eq!(visibility(Some(30.0)), Visibility::More);
}

#[test]
fn whoever_could_be_pregnant_is_asked() {
    let is_asked = |sex: Option<&str>, age: Option<f64>| {
        let mut check = Check { made: Some(TODAY), ..Check::default() };
        check.findings.extend(sex.map(|sex| (sex.into(), Answer::Yes)));
        check.numbers.extend(age.map(|age| ("age".into(), age)));
        assess(&check).visibility(&"q_preg".into()) != Visibility::Hidden
    };
    for sex in [Some("sex_female"), Some("sex_unsaid"), None] {
        assert!(is_asked(sex, Some(30.0)) && is_asked(sex, None), "{sex:?}");
        assert!(!is_asked(sex, Some(70.0)) && !is_asked(sex, Some(9.0)), "{sex:?}");
    }
    assert!(!is_asked(Some("sex_male"), Some(30.0)) && !is_asked(Some("sex_male"), None));
}

/// Signs that are level 1 or 2 in a child, a young person or an older one.
#[test]
fn what_is_urgent_at_some_age_is_not_told_to_wait_without_an_age() {
    let level = |yes: &[&str], zone: &str, age: Option<f64>| {
        let mut check = Check { made: Some(TODAY), side: Some(Side::Right), ..Check::default() };
        check.spots = vec![Spot { knee: Knee::Right, zone: zone.into(), worst: None, now: None, size: None }];
        check.findings.extend(yes.iter().map(|id| ((*id).into(), Answer::Yes)));
        check.numbers.extend(age.map(|age| ("age".into(), age)));
        assess(&check).urgency.level
    };
    let pictures: [(&[&str], &str, f64); 5] = [
        (&["limp_no_injury", "dur_2_6w"], "kneecap", 12.0),
        (&["hip_groin_pain", "dur_2_6w", "trend_same"], "kneecap", 13.0),
        (&["onset_twist", "dur_3_14d", "trend_same", "pain_walking"], "inner_joint_line", 61.0),
        (&["onset_takeoff", "dur_lt3d", "walk_normal"], "shin_bump", 14.0),
        (&["onset_gradual", "dur_2_6w", "trend_worse", "night_wakes"], "inner_femur_bump", 17.0),
    ];
    for (yes, zone, age) in pictures {
        assert!(level(yes, zone, Some(age)) <= Level::Urgent, "{yes:?} at {age}");
        assert!(level(yes, zone, None) <= Level::Urgent, "{yes:?} without an age");
    }
}
