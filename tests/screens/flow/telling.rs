//! What is said on demand and where it matters.

use std::rc::Rc;

use egui::{Key, Modifiers};
use kneenote::wording::fill;

use crate::driver::{Driver, KNOWLEDGE, USUAL, WORDING, label, places, question, words};
use crate::flow::typical::{at_result, to_first_card};
use crate::world::assess;

#[test]
fn of_several_countries_each_number_is_told_with_the_way_to_choose_one() {
    let mut driver = Driver::start_in(&["DE", "US"], Rc::new(tempfile::tempdir().unwrap()), None, USUAL);
    driver.go_to_step(2);
    driver.answer(&question("q_safety_now").text, label("foot_cold_pale"));
    driver.must_show("Call 112 (Germany) or 911 (United States) now");
    driver.click(&words().buttons.change_country);
    driver.must_show(&fill(&words().menu.country_now, &[("number", "112 (Germany) or 911 (United States)")]));
    driver.answer(&words().menu.country, "United States");
    driver.click(&words().buttons.close_menu);
    driver.must_show("Call 911 now");
    assert!(!driver.offers(&words().buttons.change_country));
    let mut driver = Driver::start_in(&["DE", "US"], driver.close(), None, USUAL);
    driver.click(&words().buttons.go_on);
    driver.must_show("Call 911 now");
}

#[test]
fn numbers_and_places_of_care_follow_the_country_that_was_picked() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    driver.answer(&question("q_safety_now").text, label("foot_cold_pale"));
    let page = driver.page().to_owned();
    for places in WORDING.places.all() {
        driver.click(&words().buttons.menu);
        driver.answer(&words().menu.country, &places.name);
        driver.must_show(&fill(&words().menu.country_now, &[("number", &places.emergency_number)]));
        driver.click(&words().buttons.close_menu);
        let found = assess(driver.check());
        let rule = KNOWLEDGE.rule(found.urgency.first().unwrap().rule.as_str()).unwrap();
        assert!(rule.headline.contains("{emergency_number}"), "{}", rule.headline);
        driver.must_show(&places.fill(&rule.headline));
    }
    // The page goes to somebody who knows where they work.
    assert_eq!(driver.page(), page);
    for number in WORDING.places.all().map(|places| &places.emergency_number) {
        assert!(!page.contains(number.as_str()), "{number}:\n{page}");
    }
}

#[test]
fn each_question_says_on_demand_why_it_is_asked() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    for id in ["q_safety_now", "q_walk", "q_age"] {
        let question = question(id);
        driver.must_not_show(&question.why);
        driver.click(&fill(&words().buttons.why_ask_named, &[("what", &question.text)]));
        driver.must_show(&question.why);
    }
    let without: Vec<_> = KNOWLEDGE.questions.iter().filter(|question| question.why.is_empty()).collect();
    assert!(without.is_empty(), "{without:#?}");
}

#[test]
fn who_it_is_not_made_for_is_said_at_the_start_and_where_it_matters() {
    let mut driver = Driver::new();
    let cases = &KNOWLEDGE.about.not_made_for;
    assert_eq!(cases.len(), 3);
    driver.must_not_show(&cases[0].title);
    driver.click(&words().start.not_made_for);
    for case in cases {
        driver.must_show(&case.title);
        driver.must_show(&places().fill(&case.text));
    }
    driver.go_to_step(2);
    driver.type_into(&question("q_age").numbers[0].label, "7");
    driver.must_show(&cases[0].title);
    driver.go_to_step(4);
    driver.must_show(&cases[0].title);
}

#[test]
fn a_parent_is_asked_about_the_child() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    driver.click(&words().start.by_parent);
    driver.must_show(&words().questions.for_child);
    for id in ["q_safety_now", "q_walk", "q_age"] {
        let question = question(id);
        driver.must_show(&question.of_child);
        driver.must_not_show(&question.text);
    }
}

#[test]
fn a_distance_is_told_in_the_units_that_were_picked() {
    let mut driver = at_result();
    let distance = question("q_weekly_km");
    to_first_card(&mut driver);
    while !driver.offers(&distance.text) && !driver.shows(&distance.text) {
        driver.open_all_folds();
        if driver.shows(&distance.text) {
            break;
        }
        driver.click(&words().buttons.continue_on);
    }
    driver.click(&words().questions.miles);
    driver.type_into(&words().questions.distance_miles, "30");
    driver.go_to_step(4);
    driver.click(&words().result.answers);
    driver.must_show(&format!("{}: 30", words().questions.distance_miles));
}

#[test]
fn a_date_that_is_none_or_is_to_come_is_said_to_be_wrong() {
    let mut driver = at_result();
    to_first_card(&mut driver);
    driver.click(&words().questions.began_date);
    for (typed, is_wrong) in [("last May", true), ("2026-0", false), ("2062", true), ("2026-05", false)] {
        driver.type_into(&words().questions.began, typed);
        assert_eq!(driver.shows(&words().questions.began_bad), is_wrong, "{typed}");
        driver.window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        driver.key(Key::Backspace);
    }
    driver.type_into(&words().questions.began, "2026-0");
    driver.click(&words().questions.began_date);
    driver.click(&words().questions.began_date);
    driver.must_show(&words().questions.began_bad);
}
