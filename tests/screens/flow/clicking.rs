//! A double click is meant as one, and a click on the picture never changes answers unseen.

use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knowledge::question::QuestionKind;
use kneenote::session::screen::question_cards;

use crate::driver::{self, Driver, KNOWLEDGE, question, step_line, words, zone_name};
use crate::flow::typical::{ZONE, answer_safety, answer_where, at_result, cards, to_first_card};
use crate::world::assess;

#[test]
fn a_double_click_on_a_sign_marks_it_once() {
    let safety = question("q_safety_now");
    let row = &safety.options[1];
    let not_sure = format!("{}: {}", safety.options[2].label, words().questions.row_not_sure);
    let mut driver = Driver::new();
    driver.go_to_step(2);
    driver.double_click(&row.label);
    assert_eq!(driver.check().answer(row.id.as_str()), Answer::Yes);
    driver.double_click(&not_sure);
    assert_eq!(driver.check().answer(safety.options[2].id.as_str()), Answer::NotSure);
    driver.click(&row.label);
    assert_eq!(driver.check().answer(row.id.as_str()), Answer::NotAsked, "two slow clicks take it back");
}

#[test]
fn a_double_click_on_a_place_marks_it_once_in_the_picture_and_in_the_list() {
    let mut driver = Driver::new();
    driver.go_to_step(1);
    driver.double_click(&zone_name(Knee::Right, ZONE));
    assert!(driver.check().is_marked(Knee::Right, ZONE));
    let (list, row) = driver::list_of(Knee::Right, "patellar_tendon");
    driver.double_click(driver::lists_with("patellar_tendon"));
    driver.double_click(&list);
    assert!(driver.offers(&row), "a fold that is double-clicked stays open");
    driver.double_click(&row);
    assert!(driver.check().is_marked(Knee::Right, "patellar_tendon"));
}

#[test]
fn a_double_click_on_continue_leads_one_screen_on() {
    let mut driver = Driver::new();
    answer_where(&mut driver);
    driver.double_click(&words().buttons.continue_on);
    driver.must_show(&step_line(2));
    answer_safety(&mut driver);
    driver.double_click(&words().buttons.continue_on);
    driver.must_show(&step_line(3));
}

#[test]
fn two_rows_clicked_fast_are_both_ticked() {
    let safety = question("q_safety_now");
    let mut driver = Driver::new();
    driver.go_to_step(2);
    let place = |driver: &Driver, at: usize| {
        let rect = driver.rect_of(egui::accesskit::Role::CheckBox, &safety.options[at].label);
        rect.unwrap().left_center() + egui::vec2(20.0, 0.0)
    };
    let (one, other) = (place(&driver, 1), place(&driver, 2));
    driver.press_at(one);
    driver.press_at(other);
    driver.settle();
    for answer in &safety.options[1..=2] {
        assert_eq!(driver.check().answer(answer.id.as_str()), Answer::Yes, "{}", answer.id);
    }
}

#[test]
fn while_questions_are_answered_a_click_on_the_picture_offers_a_place_and_marks_none() {
    let spot = Spot { knee: Knee::Right, zone: ZONE.into(), worst: None, now: None, size: None };
    let mut driver = Driver::with_check(Check { side: Some(Side::Right), spots: vec![spot], ..Check::default() });
    driver.click(&words().buttons.go_on);
    let before = driver.check().clone();
    driver.go_to_step(3);
    assert!(!driver.offers(&words().picker.add));
    driver.click(&zone_name(Knee::Right, "patellar_tendon"));
    assert_eq!(*driver.check(), before);
    let add =
        kneenote::wording::fill(&words().picker.add_named, &[("what", &zone_name(Knee::Right, "patellar_tendon"))]);
    driver.click(&add);
    assert!(driver.check().is_marked(Knee::Right, "patellar_tendon"));
    driver.must_not_show(&words().picker.add);
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), before);
}

#[test]
fn who_does_not_know_is_not_asked_whether_they_are_sure_of_it() {
    let mut driver = at_result();
    to_first_card(&mut driver);
    let mut looked_at = 0;
    for (id, title) in cards(&driver) {
        while !driver.shows(&title) {
            driver.click(&words().buttons.continue_on);
        }
        driver.open_all_folds();
        let check = driver.check().clone();
        for page in question_cards(&KNOWLEDGE, &check, &assess(&check)).iter().filter(|page| page.card == id) {
            for question in page.core.iter().filter(|question| matches!(question.kind, QuestionKind::Multi { .. })) {
                let findings: Vec<_> = question.findings().map(|finding| &finding.id).collect();
                for answer in question.options.iter().filter(|answer| !findings.contains(&&answer.id)) {
                    assert!(driver.offers(&answer.label), "{}", answer.id);
                    let not_sure = format!("{}: {}", answer.label, words().questions.row_not_sure);
                    assert!(!driver.offers(&not_sure), "{not_sure}");
                    looked_at += 1;
                }
            }
        }
    }
    assert!(looked_at > 0);
}

#[test]
fn no_two_things_to_press_beside_the_lists_have_one_name() {
    for side in [Side::Left, Side::Both] {
        let mut driver = Driver::with_check(Check { side: Some(side), ..Check::default() });
        driver.click(&words().buttons.go_on);
        for step in [1, 2, 3] {
            if step == 3 && !driver.check().spots.is_empty() {
                continue;
            }
            driver.go_to_step(step);
            let names = driver.inputs();
            for name in [&words().buttons.back, &words().picker.view_front, &words().picker.view_back] {
                assert!(names.iter().filter(|other| *other == name).count() <= 1, "{name} at step {step}: {names:#?}");
            }
        }
    }
}

#[test]
fn step_3_is_entered_at_the_first_card_that_is_open() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    answer_safety(&mut driver);
    driver.go_to_step(1);
    crate::flow::typical::answer_where(&mut driver);
    driver.go_to_step(3);
    let all = cards(&driver);
    crate::flow::typical::answer_card(&mut driver, &all[0].0);
    driver.go_to_step(2);
    driver.go_to_step(3);
    driver.must_show(&cards(&driver)[1].1);
}
