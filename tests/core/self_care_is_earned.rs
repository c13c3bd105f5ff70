//! Promise: self-care is told only to who answered what it hangs on; what nobody asked never soothes.

use crate::enough_told::with_enough_told;
use crate::known::knowledge;
use crate::met::Met;
use crate::random::{any_check, runner};
use crate::world::{TODAY, assess};
use kneenote::assess::Visibility;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::knowledge::question::QuestionKind;
use kneenote::knowledge::rule::{Level, Needed};
use proptest::prelude::*;
use proptest::test_runner::Config;

#[test]
fn who_told_enough_is_told_to_look_after_it() {
    let knowledge = knowledge();
    let found = assess(&with_enough_told(knowledge, Check::default()));
    assert!(found.urgency.missing.is_empty(), "{:?}", found.urgency.missing);
    assert_eq!(found.urgency.shown(), Some(Level::SelfCare));
}

#[test]
fn who_told_nothing_is_told_no_level() {
    let knowledge = knowledge();
    let found = assess(&Check::default());
    assert_eq!(found.urgency.shown(), None);
    assert!(found.urgency.missing.len() >= knowledge.needed_for_self_care.len() - 3, "{:?}", found.urgency.missing);
}

#[test]
fn without_any_one_of_the_listed_answers_no_self_care_is_told() {
    let knowledge = knowledge();
    let whole = with_enough_told(knowledge, Check::default());
    for needed in &knowledge.needed_for_self_care {
        let mut check = whole.clone();
        match needed {
            Needed::Question(id) => {
                let question = knowledge.question(id.as_str()).unwrap();
                check.clear(question);
            }
            Needed::Place => check.spots.clear(),
            Needed::Sign(id) => _ = check.findings.remove(id),
        }
        if matches!(needed, Needed::Place) {
            check.worst_spot = None;
        }
        let found = assess(&check);
        assert_ne!(found.urgency.shown(), Some(Level::SelfCare), "{needed:?} was not told");
    }
}

#[test]
fn old_safety_answers_earn_nothing() {
    let knowledge = knowledge();
    let mut check = with_enough_told(knowledge, Check::default());
    check.answered.insert("q_safety_now".into(), TODAY.checked_sub(jiff::Span::new().days(3)).unwrap());
    assert_eq!(assess(&check).urgency.shown(), None);
}

#[test]
fn where_self_care_is_told_no_sign_that_was_not_asked_could_be_urgent() {
    let knowledge = knowledge();
    let (whole, told, held) = (with_enough_told(knowledge, Check::default()), Met::default(), Met::default());
    let signs: Vec<_> = knowledge.red_flags.clone();
    let strategy = (any_check(knowledge), proptest::sample::subsequence(signs, 0..4), 0..4_usize);
    let config = Config { cases: 400, failure_persistence: None, max_shrink_iters: 100, ..Config::default() };
    runner(config)
        .run(&strategy, |(other, dropped, taken)| {
            // A healthy runner with some answers of somebody else, and some signs not asked.
            let mut check = whole.clone();
            let worth_asking = knowledge.questions.iter().filter(|question| question.kind != QuestionKind::Side);
            for question in worth_asking.skip(taken * 9).take(9) {
                for answer in &question.options {
                    if let Some(state) = other.findings.get(&answer.id) {
                        check.findings.insert(answer.id.clone(), *state);
                    }
                }
            }
            for sign in &dropped {
                check.findings.remove(sign);
            }
            let found = assess(&check);
            if found.urgency.level == Level::SelfCare {
                held.add(usize::from(!found.urgency.missing.is_empty()));
            }
            if found.urgency.shown() != Some(Level::SelfCare) {
                return Ok(());
            }
            told.add(1);
            let asked_of_them = |id: &kneenote::knowledge::ids::FindingId| {
                let question = knowledge.question_of(id.as_str()).unwrap();
                found.visibility(&question.id) != Visibility::Hidden
            };
            let open: Vec<_> = found.urgency.unasked.iter().filter(|id| asked_of_them(id)).cloned().collect();
            for sign in &open {
                let mut with = check.clone();
                with.findings.insert(sign.clone(), Answer::Yes);
                let level = assess(&with).urgency.level;
                prop_assert!(level > Level::Urgent, "{sign} was not asked, and with a Yes it is {level:?}\n{check:?}");
            }
            // All at once too: two signs that nobody asked may be urgent only together.
            let mut with = check.clone();
            with.findings.extend(open.iter().map(|sign| (sign.clone(), Answer::NotSure)));
            let level = assess(&with).urgency.level;
            prop_assert!(level > Level::Urgent, "{open:?} together are {level:?}\n{check:?}");
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
    told.at_least(5, "told to look after it");
    held.at_least(5, "held back");
}

#[test]
fn no_level_is_told_on_a_screen_while_a_danger_sign_of_step_2_is_open() {
    let knowledge = knowledge();
    let mut check = with_enough_told(knowledge, Check::default());
    // Pain that lasts and does not get better is of level 3.
    check
        .findings
        .retain(|finding, _| !finding.as_str().starts_with("dur_") && !finding.as_str().starts_with("trend_"));
    for finding in ["dur_6_12w", "trend_worse"] {
        check.findings.insert(finding.into(), Answer::Yes);
    }
    let found = assess(&check);
    assert_eq!(found.urgency.told(), Some(Level::Clinician), "{:?}", found.urgency.open_signs);
    let signs = knowledge.question("q_safety_now").unwrap();
    for sign in signs.findings() {
        let mut open = check.clone();
        open.findings.remove(&sign.id);
        let found = assess(&open);
        let could = found.could_be_urgent().contains(sign.id.as_str());
        assert_eq!(found.urgency.told().is_none(), could, "{}", sign.id);
    }
    check.clear(signs);
    let found = assess(&check);
    assert_eq!((found.urgency.told(), found.urgency.shown()), (None, Some(Level::Clinician)));
    assert_eq!(found.urgency.needed(), std::slice::from_ref(&signs.id));
    // What is urgent is told at once.
    check.findings.insert("calf_swollen".into(), Answer::Yes);
    assert_eq!(assess(&check).urgency.told(), Some(Level::Urgent));
}
