//! Dangers are named once, in the box, and not before it is time.

use std::collections::BTreeSet;

use super::{USUAL, bone, cause_name, clot, germs, hard_calf, knee, kneecap, opened, tendon, top_of, torn, unfolded};
use crate::driver::{Driver, KNOWLEDGE, headline, label, places, question, words};
use crate::random::{any_check, runner};
use crate::world::assess;
use kneenote::assess::Assessment;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::knowledge::ids::CauseId;
use kneenote::knowledge::rule::Level;
use kneenote::wording::fill;
use proptest::prelude::*;
use proptest::test_runner::Config;

#[test]
fn where_running_stops_no_advice_says_to_wait_or_to_try() {
    for check in [clot(), bone(), torn()] {
        let (driver, found) = unfolded(check);
        assert!(found.stops_running() && found.urgency.level == Level::Urgent);
        driver.must_show(&words().plan.until_seen);
        let advice = &KNOWLEDGE.advice;
        for fact in &advice.rest {
            driver.must_not_show(&fact.text);
        }
        for row in &advice.recheck {
            let is_there = driver.shows(&places().fill(&row.if_not));
            assert_eq!(is_there, row.days.is_empty(), "{}", row.when);
        }
        driver.must_not_show(&advice.exercise_stop);
        driver.must_not_show(&words().result.light);
    }
    let (driver, found) = unfolded(kneecap());
    assert!(!found.stops_running());
    driver.must_not_show(&words().plan.until_seen);
    driver.must_show(&places().fill(&KNOWLEDGE.advice.recheck[1].if_not));
}

#[test]
fn what_a_rule_names_beside_the_causes_stands_in_the_box() {
    let (driver, found) = unfolded(hard_calf());
    assert_eq!(found.urgency.level, Level::Emergency);
    driver.must_show("compartment syndrome");
    for (signs, named) in [
        (vec!["breathless_chest", "calf_swollen"], "Blood clot in the lung"),
        (vec!["breathless_chest"], "Heart or lung problem"),
    ] {
        let (driver, _) = unfolded(knee("calf", 40.0, &[&signs[..], &["walk_normal"]].concat()));
        driver.must_show(named);
    }
}

#[test]
fn an_emergency_names_only_what_its_own_rules_name() {
    for check in [germs(), hard_calf()] {
        let (driver, found) = unfolded(check);
        let box_title = &words().result.to_rule_out;
        assert!(driver.shows(box_title));
        let of = |is_level: fn(&Level) -> bool| -> BTreeSet<&CauseId> {
            let fired = found.urgency.fired.iter().filter(|fired| is_level(&fired.level));
            fired.filter_map(|fired| KNOWLEDGE.rule(fired.rule.as_str())).flat_map(|rule| &rule.names).collect()
        };
        let named = of(|level| *level == Level::Emergency);
        let others = of(|level| *level > Level::Emergency);
        for cause in named.union(&others) {
            let is_shown = driver.texts().iter().any(|text| text == cause_name(cause.as_str()));
            assert_eq!(is_shown, named.contains(cause), "{cause}");
        }
        assert!(others.difference(&named).count() > 0, "nothing to leave out");
    }
}

#[test]
fn a_danger_that_an_urgent_rule_names_is_in_the_box_and_not_among_the_causes() {
    for (check, danger) in [(clot(), "dvt"), (bone(), "bone_stress")] {
        let found = assess(&check);
        assert!(found.shown_causes().any(|cause| cause.cause == danger), "{danger} does not even fit");
        let mut driver = opened(check, USUAL);
        driver.must_show(&words().result.to_rule_out);
        driver.must_show(cause_name(danger));
        assert!(!driver.offers(cause_name(danger)), "{danger} is folded among the causes");
        assert!(top_of(&driver, cause_name(danger)) > top_of(&driver, &words().result.to_rule_out));
        // It fits: that the rest does not is no lack of a match.
        driver.must_not_show(&places().fill(&KNOWLEDGE.about.no_match));
        // What is known of it stays within reach, by another name.
        driver.click(&fill(&words().result.more_of_named, &[("cause", cause_name(danger))]));
        driver.must_show(&KNOWLEDGE.cause(danger).unwrap().card.what);
    }
}

#[test]
fn whatever_is_answered_each_danger_of_an_urgent_rule_is_in_the_box_and_nothing_in_two_places() {
    let mut runner = runner(Config { cases: 200, failure_persistence: None, ..Config::default() });
    runner
        .run(&any_check(&KNOWLEDGE), |check| {
            let found = assess(&check);
            let least = found.urgency.level.min(Level::Urgent);
            let to_check: Vec<&CauseId> = found.to_check().map(|named| &named.cause).collect();
            let could_be: Vec<&CauseId> = found.could_be().map(|cause| &cause.cause).collect();
            for named in found.urgency.named.iter().filter(|named| named.level <= least) {
                let is_dangerous = KNOWLEDGE.cause(named.cause.as_str()).unwrap().is_dangerous();
                let (in_box, in_list) = (to_check.contains(&&named.cause), could_be.contains(&&named.cause));
                prop_assert!(in_box || in_list, "{} is out of sight", named.cause);
                prop_assert!(in_box || !is_dangerous, "{} is no danger to check", named.cause);
                prop_assert!(in_box != in_list, "{} stands twice", named.cause);
            }
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn in_an_emergency_all_that_its_rules_say_to_do_stands_open() {
    let mut check = hard_calf();
    check.findings.insert("leg_weak".into(), Answer::Yes);
    let found = assess(&check);
    let levels = found.urgency.fired.iter().filter(|fired| fired.level == Level::Emergency);
    assert!(levels.clone().count() > 1 && levels.clone().any(|fired| fired.rule == "E18_pain_beyond"));
    let driver = opened(check, USUAL);
    driver.must_show("Do not raise the leg.");
    let net = |driver: &Driver| driver.texts().into_iter().find(|text| text.starts_with("Get help at once"));
    assert_eq!(net(&driver), None);
    assert!(net(&opened(torn(), USUAL)).is_some());
}

#[test]
fn get_help_at_once_is_not_said_of_signs_that_were_told_of() {
    let mut check = torn();
    for (sign, words) in [("calf_swollen", ", swollen calf"), ("hot_knee", "hot knee,")] {
        let said = |check: &Check| opened(check.clone(), USUAL).texts().iter().any(|text| text.contains(words));
        assert!(said(&check), "{words}");
        check.findings.insert(sign.into(), Answer::Yes);
        assert!(!said(&check), "{sign}: {words}");
    }
}

/// Signs that stand for something frightening, each with the cause that a rule names because of it.
fn frightening() -> Vec<&'static kneenote::knowledge::cause::Cause> {
    let frightening: Vec<_> = KNOWLEDGE.causes.iter().filter(|cause| !cause.until_urgent.is_empty()).collect();
    assert!(frightening.len() > 5);
    frightening
}

/// Whether a rule of level 1 or 2 that names the cause fired on a Yes, read from the rules anew.
fn is_told_of(found: &Assessment, cause: &CauseId) -> bool {
    found
        .urgency
        .fired
        .iter()
        .filter(|fired| fired.level <= Level::Urgent && fired.if_true.is_empty())
        .any(|fired| KNOWLEDGE.rule(fired.rule.as_str()).unwrap().names.contains(cause))
}

#[test]
fn a_frightening_name_stands_on_the_screen_only_once_an_urgent_rule_fired_on_a_yes() {
    let mut seen = (0, 0);
    let strategy = any_check(&KNOWLEDGE);
    let config = Config { cases: 3, failure_persistence: None, max_shrink_iters: 0, ..Config::default() };
    let mut checks: Vec<Check> = vec![clot(), bone(), torn(), germs(), hard_calf(), kneecap(), tendon()];
    let made = std::cell::RefCell::new(Vec::new());
    runner(config)
        .run(&strategy, |check| {
            let own = (Vec::new(), Vec::new(), std::collections::BTreeMap::new());
            let (activities, questions, words) = own;
            made.borrow_mut().push(Check { activities, questions, words, ..check });
            Ok(())
        })
        .unwrap();
    checks.extend(made.into_inner());
    // The same with every red flag unsure: what fires then fires on no Yes.
    let unsure = |check: &Check| {
        let mut check = check.clone();
        for sign in &KNOWLEDGE.red_flags {
            if check.answer(sign.as_str()) == Answer::Yes {
                check.findings.insert(sign.clone(), Answer::NotSure);
            }
        }
        check
    };
    let more: Vec<Check> = checks.iter().map(unsure).collect();
    for check in checks.into_iter().chain(more) {
        let found = assess(&check);
        let mut driver = opened(check, USUAL);
        driver.open_all_folds();
        let page = driver.page().trim_end().to_owned();
        let texts: Vec<String> = driver.texts().into_iter().filter(|text| *text != page).collect();
        for cause in frightening() {
            let is_there = texts.iter().any(|text| text.trim_start_matches("\u{2022} ") == cause.name);
            if is_told_of(&found, &cause.id) {
                seen.0 += usize::from(is_there);
            } else {
                assert!(!is_there, "{} at {:?}", cause.name, found.urgency.fired);
                // What a rule names because of a "not sure" is told in other words.
                seen.1 += usize::from(found.urgency.named.iter().any(|named| named.cause == cause.id));
            }
        }
    }
    println!("named {}, and {} in other words", seen.0, seen.1);
    assert!(seen.0 > 3 && seen.1 > 1, "{seen:?}");
}

#[test]
fn what_is_urgent_stays_above_each_step_until_it_is_taken_back() {
    let mut check = kneecap();
    check.findings.insert("calf_swollen".into(), Answer::Yes);
    let said = headline(&assess(&check)).unwrap();
    assert_eq!(assess(&check).urgency.shown(), Some(Level::Urgent));
    let mut driver = opened(check, USUAL);
    let reason = &KNOWLEDGE.rule("U06_calf_clot").unwrap().reason;
    for step in 1..=3 {
        driver.go_to_step(step);
        driver.must_show(&said);
        assert!(driver.texts().iter().any(|text| text.contains(reason.as_str())), "step {step}: why");
        assert!(top_of(&driver, &said) < 100.0, "step {step}");
    }
    driver.go_to_step(2);
    driver.answer(&question("q_safety_now").text, label("calf_swollen"));
    driver.must_not_show(&said);
}

#[test]
fn who_must_be_seen_soon_answers_what_the_doctor_will_ask_on_one_panel() {
    let mut driver = opened(kneecap(), USUAL);
    driver.must_not_show(&words().doctor.title);
    driver = opened(clot(), USUAL);
    driver.must_show(&words().doctor.title);
    let asked = assess(driver.check()).doctor_asks;
    assert!(asked.contains(&"immobile_recent".into()), "{asked:?}");
    for finding in &asked {
        driver.must_show(label(finding.as_str()));
    }
    let open = asked.iter().find(|row| !driver.check().answer(row.as_str()).is_asked()).unwrap();
    driver.answer(&words().doctor.title, label(open.as_str()));
    assert_eq!(driver.check().answer(open.as_str()), Answer::Yes);
    // The first card asks it too, on the way.
    driver.go_to_step(3);
    while !driver.shows("How it began") {
        driver.click(&words().buttons.back);
    }
    driver.must_show(&words().doctor.title);
    driver.click(&words().doctor.save);
    assert_eq!(driver.dialogs.borrow().suggested.len(), 1);
}

#[test]
fn each_thing_that_is_urgent_says_where_to_go() {
    let places = ["{gp}", "{urgent_care}", "{emergency_place}", "{emergency_number}"];
    // Those who treat the person already are the ones to call; of an age that was not given, the age.
    let own =
        ["the team that put in the joint", "the doctor who gave you the pills", "your bleeding centre", "Give the age"];
    let is_own = |action: &str| own.iter().any(|of| action.contains(of));
    for rule in KNOWLEDGE.rules.iter().filter(|rule| rule.level <= Level::Urgent && !is_own(&rule.action)) {
        assert!(places.iter().any(|place| rule.action.contains(place)), "{}: {}", rule.id, rule.action);
    }
}
