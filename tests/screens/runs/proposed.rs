//! Promise: answers from the runs are set by a click alone, taken back in one step, and never write over the runner's own.

use kneenote::check::answer::Answer;
use kneenote::knowledge::known_ids::{findings, numbers};
use kneenote::wording::fill;

use super::{BEGAN, began_on, open, runs_words, with_a_jump};
use crate::driver::{label, question, words};

#[test]
fn all_are_taken_by_one_click_and_go_by_one_undo() {
    let mut driver = open(began_on(BEGAN), &with_a_jump());
    assert_eq!(driver.check().number(&numbers::WEEKLY_KM), None, "nothing is set by itself");
    driver.click(&runs_words().proposals.take_all);
    assert_eq!(driver.check().number(&numbers::WEEKLY_KM), Some(18.0));
    assert_eq!(driver.check().answer(&findings::LONGER_BY_30_TO_100), Answer::Yes);
    assert!(!driver.offers(&runs_words().proposals.take_all));
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.undo);
    assert_eq!(driver.check().number(&numbers::WEEKLY_KM), None);
    assert_eq!(driver.check().answer(&findings::LONGER_BY_30_TO_100), Answer::NotAsked);
}

#[test]
fn one_is_taken_alone() {
    let mut driver = open(began_on(BEGAN), &with_a_jump());
    let what = fill(&runs_words().proposals.usual_week, &[("distance", "18 km")]);
    driver.click(&fill(&runs_words().proposals.take_named, &[("what", &what)]));
    assert_eq!(driver.check().number(&numbers::WEEKLY_KM), Some(18.0));
    assert_eq!(driver.check().answer(&findings::LONGER_BY_30_TO_100), Answer::NotAsked);
}

#[test]
fn an_own_answer_stays_and_both_are_told() {
    let mut check = began_on(BEGAN);
    check.numbers.insert((&*numbers::WEEKLY_KM).into(), 40.0);
    let mut driver = open(check, &with_a_jump());
    let what = fill(&runs_words().proposals.usual_week, &[("distance", "18 km")]);
    driver.must_show(&fill(&runs_words().proposals.differs, &[("what", &what)]));
    assert!(!driver.offers(&fill(&runs_words().proposals.take_named, &[("what", &what)])));
    let spike = driver.inputs().into_iter().find(|name| name.contains(label("spike_30_100"))).unwrap();
    driver.click(&spike);
    assert_eq!(driver.check().number(&numbers::WEEKLY_KM), Some(40.0));
    assert_eq!(driver.check().answer(&findings::LONGER_BY_30_TO_100), Answer::Yes);
}

#[test]
fn the_runner_may_say_that_another_run_set_it_off() {
    let mut driver = open(began_on(BEGAN), &with_a_jump());
    driver.click(&runs_words().proposals.other_run);
    let this = runs_words().proposals.this_run_named.split('{').next().unwrap();
    let other = driver.inputs().into_iter().find(|name| name.starts_with(this) && name.contains("8 November"));
    driver.click(&other.unwrap());
    assert_eq!(driver.check().answer(&findings::LONGER_BY_AT_MOST_10), Answer::Yes);
    let asked = question("q_spike");
    assert_eq!(asked.findings().filter(|row| driver.check().answer(row.id.as_str()) == Answer::Yes).count(), 1);
}
