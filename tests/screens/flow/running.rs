//! Promise: a race is told with one click or typed as a day, and why the runner comes is asked where it is seen.

use jiff::civil::date;
use kneenote::check::Topic;

use crate::driver::{Driver, words};

/// At the card that asks how far the runner runs.
fn at_running() -> Driver {
    let mut driver = Driver::with_check(
        kneenote::check::file::read("(version: 2, side: Right)", *crate::driver::KNOWLEDGE).unwrap(),
    );
    driver.click(&words().buttons.go_on);
    driver.go_to_step(3);
    for _ in 0..9 {
        if !driver.offers(&words().running.race_day) {
            driver.click(&words().buttons.continue_on);
        }
    }
    driver
}

#[test]
fn a_race_in_so_many_weeks_is_one_click_and_can_be_taken_back() {
    let mut driver = at_running();
    driver.click("6 weeks to the race");
    assert_eq!(driver.check().race_on, Some(date(2027, 1, 4)));
    driver.click(&words().buttons.undo);
    assert_eq!(driver.check().race_on, None);
    driver.click("2 weeks to the race");
    driver.click(&words().running.race_none);
    assert_eq!(driver.check().race_on, None);
}

#[test]
fn the_day_of_a_race_is_typed_and_a_day_that_cannot_be_read_says_so() {
    let mut driver = at_running();
    driver.click(&words().running.race_day);
    driver.type_letters("12 apr");
    assert_eq!(driver.check().race_on, Some(date(2027, 4, 12)));
    driver.type_letters("x");
    driver.must_not_show(&words().running.race_bad);
    driver.key(egui::Key::Tab);
    driver.must_show(&words().running.race_bad);
    assert_eq!(driver.check().race_on, None);
}

#[test]
fn why_somebody_comes_is_one_line_of_the_running_card() {
    let mut driver = at_running();
    driver.type_into(&words().page.why, "A plan for my race");
    assert_eq!(driver.check().words[&Topic::Why], "A plan for my race");
    assert!(driver.page().contains("A plan for my race"));
}
