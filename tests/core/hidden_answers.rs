//! Promise: a question that is not shown does not count. Who somebody is takes answers out of the reckoning; nothing else
//! does, and what counts is shown, so that it can be changed.

use crate::known::knowledge;
use crate::met::Met;
use crate::random::any_check;
use crate::words::wording;
use crate::world::{TODAY, assess};
use kneenote::assess::{Assessment, Visibility};
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::knowledge::condition::Expr;
use kneenote::knowledge::question::Question;
use kneenote::note;
use proptest::prelude::*;
use proptest::test_runner::Config;

fn page(check: &Check, assessment: &Assessment) -> String {
    note::page(&wording().note, check, assessment, TODAY).text
}

/// Answers as they are after a change of sex, age or the way it began: nobody clears what stands elsewhere.
fn yes(findings: &[&str]) -> Check {
    let mut check = Check { made: Some(TODAY), ..Check::default() };
    check.findings.extend(findings.iter().map(|id| ((*id).into(), Answer::Yes)));
    check.numbers.insert("age".into(), 34.0);
    check
}

fn is_asked_of_somebody(question: &Question) -> bool {
    [&question.core_when, &question.more_when].iter().any(|when| when.expr != Expr::Constant(false))
}

#[test]
fn a_hidden_question_never_counts() {
    let knowledge = knowledge();
    let left_out = Met::default();
    let mut runner = crate::random::runner(Config { cases: 400, ..Config::default() });
    let result = runner.run(&any_check(knowledge), |check| {
        let with = assess(&check);
        for question in knowledge.questions.iter().filter(|question| is_asked_of_somebody(question)) {
            if with.visibility(&question.id) != Visibility::Hidden || !check.is_touched(question) {
                continue;
            }
            left_out.add(1);
            let mut without = check.clone();
            without.clear(question);
            let then = assess(&without);
            prop_assert_eq!(&with.evidence.findings, &then.evidence.findings, "{}", question.id);
            prop_assert!(with.urgency == then.urgency && with.causes == then.causes && with.special == then.special);
            prop_assert_eq!(&with.visibilities, &then.visibilities);
            prop_assert_eq!(page(&check, &with), page(&without, &then));
        }
        Ok(())
    });
    result.unwrap_or_else(|fault| panic!("{fault}"));
    left_out.at_least(50, "hidden questions with an answer");
}

#[test]
fn an_answer_that_does_not_apply_any_more_is_kept_and_does_not_count() {
    let knowledge = knowledge();
    let check = yes(&["sex_male", "pregnant", "calf_ache"]);
    let of = |check: &Check| assess(check);
    let male = of(&check);
    assert_eq!(male.evidence.answer("pregnant"), Answer::NotAsked);
    assert!(male.evidence.left_out.contains("q_preg") && check.answer("pregnant") == Answer::Yes);
    assert!(!page(&check, &male).contains("pregnant"), "{}", page(&check, &male));
    let mut female = check.clone();
    female.pick(knowledge.question("q_sex").unwrap(), "sex_female");
    assert_eq!(of(&female).evidence.answer("pregnant"), Answer::Yes);
    assert!(page(&female, &of(&female)).contains("pregnant or birth"));
}

/// Who has a new knee is not asked to lift the leg; but who told that it will not lift is heard.
#[test]
fn a_danger_sign_goes_with_nothing_but_sex_and_age() {
    let knowledge = knowledge();
    let mut check = yes(&["slr_no", "hx_replacement"]);
    check.pick(knowledge.question("q_duration").unwrap(), "dur_2_6w");
    let found = assess(&check);
    assert_eq!(found.evidence.answer("slr_no"), Answer::Yes);
    assert!(found.urgency.fired.iter().any(|rule| rule.rule == "U24_no_leg_lift_old"), "{:?}", found.urgency.fired);
    assert_eq!(found.visibility(&"q_slr".into()), Visibility::More, "it can be changed");
}

/// What hides a question must have been told: a trend counts although nobody said how long it hurts, and can be changed.
#[test]
fn what_was_not_asked_hides_no_answer() {
    let check = yes(&["trend_worse", "could_not_continue"]);
    let found = assess(&check);
    assert!(found.evidence.left_out.is_empty(), "{:?}", found.evidence.left_out);
    for (question, sign) in [("q_trend", "trend_worse"), ("q_continue", "could_not_continue")] {
        assert_eq!(found.evidence.answer(sign), Answer::Yes);
        assert_ne!(found.visibility(&question.into()), Visibility::Hidden, "{question}");
    }
}

#[test]
fn who_would_rather_not_say_still_has_every_sign_that_was_not_asked_told() {
    let check = yes(&["sex_unsaid", "walk_normal", "calf_ache", "dur_lt3d"]);
    let found = assess(&check);
    assert!(!found.evidence.hidden.contains("q_preg") && found.urgency.unasked.iter().any(|sign| *sign == "pregnant"));
    let page = page(&check, &found);
    let not_asked = page.split("NOT ASKED:").nth(1).unwrap();
    assert!(not_asked.split("WHERE").next().unwrap().contains("pregnant"), "{page}");
}
