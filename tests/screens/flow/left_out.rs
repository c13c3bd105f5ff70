//! What is not asked any more, what is ticked again, and two answers to one question.

use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::Tried;
use kneenote::wording::fill;

use crate::driver::{Driver, check_cases, label, question, words};

/// A woman of 34 who is pregnant.
fn pregnant() -> Check {
    let (_, mut check) = check_cases().swap_remove(0);
    check.pick(question("q_sex"), "sex_female");
    check.pick(question("q_preg"), "pregnant");
    check.numbers.insert("age".into(), 34.0);
    check
}

#[test]
fn a_changed_sex_leaves_the_pregnancy_out_says_so_and_undo_brings_it_back() {
    let mut driver = Driver::with_check(pregnant());
    driver.open_result();
    driver.find_question(&question("q_sex").text);
    assert!(driver.page().contains("pregnant or birth"), "{}", driver.page());
    driver.answer(&question("q_sex").text, label("sex_male"));
    driver.must_show(&fill(&words().app.left_out, &[("list", &question("q_preg").heading)]));
    assert!(!driver.page().contains("pregnant or birth"), "{}", driver.page());
    assert_eq!(driver.check().answer("pregnant"), Answer::Yes, "it is kept");
    driver.click(&words().buttons.undo);
    assert!(driver.page().contains("pregnant or birth"), "{}", driver.page());
}

#[test]
fn what_was_tried_and_is_ticked_again_starts_anew() {
    let rest = question("q_tried").findings().next().unwrap();
    let mut check = pregnant();
    check.tried = vec![Tried { what: rest.id.clone(), days: None, helped: None }];
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.go_to_step(3);
    let days = driver.find_days_of(&rest.label);
    let has_box = |driver: &Driver| driver.inputs().iter().filter(|name| **name == days).nth(1).is_some();
    if !has_box(&driver) {
        driver.click(&days);
    }
    driver.click_nth(&days, 1);
    driver.window.event(egui::Event::Text("41".to_owned()));
    driver.settle();
    assert_eq!(driver.check().tried[0].days, Some(41));
    for _ in 0..2 {
        driver.answer(&question("q_tried").text, &rest.label);
    }
    assert_eq!(driver.check().tried, [Tried { what: rest.id.clone(), days: None, helped: None }]);
    if !has_box(&driver) {
        driver.click(&days);
    }
    assert!(!driver.texts().iter().any(|text| text == "41"), "the box shows what is kept");
}

/// What the box shows is what is kept and what is printed: a picked answer and a date never stand beside each other.
#[test]
fn of_a_date_and_a_picked_duration_the_last_word_counts() {
    let (_, mut check) = check_cases().swap_remove(0);
    check.began = None;
    check.pick(question("q_duration"), "dur_2_6w");
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.go_to_step(3);
    while !driver.offers(&words().questions.began_date) {
        driver.click(&words().buttons.back);
    }
    driver.click(&words().questions.began_date);
    driver.type_into(&words().questions.began, "2026-08");
    assert_eq!(driver.check().answer("dur_2_6w"), Answer::NotAsked);
    assert!(driver.page().contains("for 3 to 12 months since 2026-08"), "{}", driver.page());
    assert!(driver.is_ticked(&question("q_duration").text, label("dur_3_12m")), "what follows from the date is shown");
    driver.answer(&question("q_duration").text, label("dur_6_12w"));
    assert_eq!(driver.check().began, None);
    assert!(driver.page().contains("for 6 to 12 weeks") && !driver.page().contains("since"), "{}", driver.page());
    driver.must_not_show("2026-08");
}

/// Next day: what was said stands beside the question that is asked again.
#[test]
fn a_question_that_is_asked_again_tells_what_was_said_and_when() {
    let (_, mut check) = check_cases().swap_remove(0);
    check.began = None;
    check.pick(question("q_duration"), "dur_lt3d");
    check.tell(question("q_duration"), jiff::civil::date(2026, 5, 18));
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.go_to_step(3);
    while !driver.shows(&words().questions.stale) {
        driver.click(&words().buttons.back);
    }
    let said = [("date", "18 May 2026"), ("what", label("dur_lt3d"))];
    driver.must_show(&fill(&words().questions.said_before_what, &said));
    assert!(!driver.is_ticked(&question("q_duration").text, label("dur_lt3d")));
    driver.answer(&question("q_duration").text, label("dur_3_12m"));
    driver.must_not_show(&words().questions.stale);
    assert_eq!(driver.check().told_on(question("q_duration")), Some(crate::world::TODAY));
}
