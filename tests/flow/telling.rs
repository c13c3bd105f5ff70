//! What is said on demand and where it matters.

use kneenote::wording::fill;

use crate::driver::{Driver, KNOWLEDGE, WORDING, assess, label, places, question, words};

#[test]
fn numbers_and_places_of_care_follow_the_country_that_was_picked() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    driver.answer(&question("q_safety_now").text, label("foot_cold_pale"));
    let page = driver.page().to_owned();
    for places in &WORDING.places {
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
    for number in WORDING.places.iter().map(|places| &places.emergency_number) {
        assert!(!page.contains(number.as_str()), "{number}:\n{page}");
    }
}

#[test]
fn each_question_says_on_demand_why_it_is_asked() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    for id in ["q_safety_now", "q_walk", "q_age", "q_sex"] {
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
    driver.click(&words().buttons.start);
    driver.type_into(&question("q_age").numbers[0].label, "7");
    driver.must_show(&cases[0].title);
    driver.go_to_step(4);
    driver.must_show(&cases[0].title);
}
