//! Safety answers that are too old to count are asked again, and never come to life by themselves.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use kneenote::check::answer::Answer;
use kneenote::check::seen::SeenRows;
use kneenote::check::{Check, file};
use kneenote::wording::fill;

use crate::driver::{Driver, KNOWLEDGE, USUAL, WORDING, check_cases, label, question, step_line, words};
use crate::enough_told::with_enough_told;
use crate::flow::typical::none_of;
use crate::world::TODAY;

/// The day of the safety answers that is the last to count.
const YESTERDAY: Date = date(2026, 11, 22);
/// And the first that does not.
const TOO_OLD: Date = date(2026, 11, 21);

/// No red flag, walks normally, said on this day.
fn of_day(day: Date) -> Check {
    let (_, check) = check_cases().swap_remove(0);
    let mut check = with_enough_told(&KNOWLEDGE, check);
    check.deny_all(question("q_safety_now"), &SeenRows::all_of(question("q_safety_now")));
    check.pick(question("q_walk"), "walk_normal");
    check.made = Some(TODAY);
    for question in &KNOWLEDGE.questions {
        check.tell(question, TODAY);
    }
    for question in KNOWLEDGE.safety_questions() {
        check.tell(question, day);
    }
    check
}

/// The day of the oldest safety answer.
fn safety_day(driver: &Driver) -> Option<Date> {
    driver.check().safety_told_on(&KNOWLEDGE)
}

fn is_stale(driver: &Driver) -> bool {
    crate::world::assess(driver.check()).evidence.safety_is_stale
}

#[test]
fn going_on_with_old_safety_answers_leads_to_step_2_from_the_second_day_after() {
    for (day, step) in [(TODAY, 4), (YESTERDAY, 4), (TOO_OLD, 2), (date(2026, 11, 20), 2)] {
        let mut driver = Driver::with_check(of_day(day));
        driver.click(&words().buttons.go_on);
        driver.must_show(&step_line(step));
        assert_eq!(driver.shows(&words().safety.stale), step == 2, "{day}");
    }
}

#[test]
fn the_page_heads_old_safety_answers_as_too_old() {
    for day in [YESTERDAY, TOO_OLD] {
        let driver = Driver::with_check(of_day(day));
        let heading = fill(&WORDING.note.urgent_heading_stale, &[("date", &day.to_string())]);
        assert_eq!(driver.page().contains(heading.trim()), day == TOO_OLD, "{day}: {}", driver.page());
    }
}

#[test]
fn old_safety_answers_stand_open_and_the_same_answer_can_be_given_again() {
    let (signs, walk) = (question("q_safety_now"), question("q_walk"));
    let mut driver = Driver::with_check(of_day(TOO_OLD));
    let before = driver.check().clone();
    driver.click(&words().buttons.go_on);
    assert!(!driver.is_ticked(&signs.text, none_of(signs)));
    assert!(!driver.is_ticked(&walk.text, label("walk_normal")));
    driver.answer(&walk.text, label("walk_normal"));
    assert!(is_stale(&driver), "the signs are as old as they were");
    assert_eq!(driver.check().told_on(walk), Some(TODAY));
    assert!(driver.is_ticked(&walk.text, label("walk_normal")));
    assert!(!driver.is_ticked(&signs.text, none_of(signs)));
    driver.answer(&signs.text, none_of(signs));
    assert!(driver.check().is_denied(signs));
    assert!(!is_stale(&driver));
    assert_eq!(safety_day(&driver), Some(TODAY));
    driver.click(&words().buttons.undo);
    driver.click(&words().buttons.undo);
    let after = driver.check();
    assert_eq!((&after.findings, &after.answered), (&before.findings, &before.answered), "one step of Undo each");
    driver.must_show(&words().safety.stale);
}

/// A tick on an old "none of these" must not leave the other rows as they were.
#[test]
fn one_row_ticked_anew_leaves_no_old_row() {
    let signs = question("q_safety_now");
    let mut driver = Driver::with_check(of_day(TOO_OLD));
    driver.click(&words().buttons.go_on);
    let row = signs.findings().next().unwrap();
    driver.answer(&signs.text, &row.label);
    let said: Vec<_> = signs.findings().map(|row| driver.check().answer(row.id.as_str())).collect();
    assert_eq!(said[0], Answer::Yes);
    assert!(said[1..].iter().all(|answer| *answer == Answer::NotAsked), "{said:?}");
}

#[test]
fn one_question_answered_today_makes_the_other_no_younger() {
    let (signs, walk) = (question("q_safety_now"), question("q_walk"));
    let mut driver = Driver::with_check(of_day(YESTERDAY));
    driver.open_result();
    driver.go_to_step(2);
    driver.answer(&walk.text, label("walk_limp"));
    assert_eq!(safety_day(&driver), Some(YESTERDAY), "no fever is of yesterday");
    // None of these and back and again: now both are of today.
    driver.answer(&signs.text, none_of(signs));
    driver.answer(&signs.text, none_of(signs));
    assert_eq!(safety_day(&driver), Some(TODAY));
    driver.click(&words().buttons.undo);
    driver.click(&words().buttons.undo);
    driver.click(&words().buttons.undo);
    assert_eq!(safety_day(&driver), Some(YESTERDAY));
    driver.answer(&signs.text, none_of(signs));
    driver.answer(&signs.text, none_of(signs));
    assert_eq!(safety_day(&driver), Some(YESTERDAY), "walking is of yesterday again");
}

#[test]
fn one_row_of_a_list_makes_the_other_rows_no_younger() {
    let signs = question("q_safety_now");
    let mut check = of_day(YESTERDAY);
    check.clear(question("q_walk"));
    check.tell(question("q_walk"), TODAY);
    check.findings.insert(signs.options[0].id.clone(), Answer::Yes);
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.go_to_step(2);
    driver.answer(&signs.text, &signs.options[1].label);
    assert_eq!(safety_day(&driver), Some(YESTERDAY));
    assert_eq!(driver.check().row_told_on(signs, &signs.options[1]), Some(TODAY));
}

/// A file that does not say when the safety questions were answered is as old as it says it is.
#[test]
fn marking_a_place_brings_no_old_answer_to_life() {
    let old = TODAY.checked_sub(9.days()).unwrap();
    let mut check = of_day(old);
    check.made = Some(old);
    check.answered.clear();
    let check = file::read(&file::write(&check), &KNOWLEDGE).unwrap();
    assert_eq!(check.safety_told_on(&KNOWLEDGE), Some(old));
    let mut driver = Driver::with_check(check);
    driver.click(&words().buttons.go_on);
    driver.go_to_step(1);
    driver.click(&crate::driver::zone_name(kneenote::check::spot::Knee::Right, "front_thigh"));
    assert_eq!(driver.check().made, Some(TODAY));
    assert!(is_stale(&driver));
}

#[test]
fn where_no_safety_question_was_answered_none_is_too_old() {
    let mut check = of_day(TOO_OLD);
    check.clear(question("q_walk"));
    check.clear(question("q_safety_now"));
    let mut driver = Driver::with_check(check);
    driver.click(&words().buttons.go_on);
    driver.must_show(&step_line(2));
    driver.must_not_show(&words().safety.stale);
}

/// A window that stays open over night says in the morning what holds then, and sleeps until midnight.
#[test]
fn a_window_that_stays_open_goes_with_the_day() {
    // All is kept, so nothing can be late.
    let mut driver = Driver::start(Driver::with_check(of_day(TODAY)).close(), None, USUAL);
    driver.open_result();
    let delay = driver.window.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert!(delay > std::time::Duration::from_hours(11) && delay < std::time::Duration::from_hours(13));
    let refreshes = driver.session().times_assessed();
    driver.day.set(TODAY.tomorrow().unwrap());
    driver.settle();
    assert_eq!(driver.session().times_assessed(), refreshes + 1);
    assert!(driver.page().contains("2026-11-24"), "{}", driver.page());
    assert_eq!(driver.check().made, Some(TODAY), "nothing was changed");
    driver.day.set(TODAY.checked_add(2.days()).unwrap());
    driver.settle();
    driver.go_to_step(2);
    driver.must_show(&words().safety.stale);
    driver.answer(&question("q_walk").text, label("walk_normal"));
    assert_eq!(driver.check().told_on(question("q_walk")), Some(date(2026, 11, 25)));
}
