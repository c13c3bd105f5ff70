//! Promise: step 4 names the open answers that would change the result, a button leads right to each question, and the
//! folded questions do not jump while they are read.

use crate::driver::{Driver, KNOWLEDGE, label, name_of, question, words};
use crate::world::{TODAY, assess, world};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;
use kneenote::assess::next_question::{NextQuestions, TrialAnswer};
use kneenote::check::{Check, file};
use kneenote::knowledge::ids::QuestionId;
use kneenote::knowledge::rule::Level;
use kneenote::wording::fill;

/// A runner who answered the main questions.
fn runner() -> Check {
    let mut check = file::read(include_str!("../fixtures/note/half_marathon.kneenote"), &KNOWLEDGE).unwrap();
    check.made = Some(TODAY);
    check.answered.clear();
    check
}

/// A runner of whom an open answer could change the urgency, and another one what comes first.
fn undecided() -> Check {
    let is_meant = |check: &Check| {
        let next = next(check);
        assess(check).urgency.shown().is_some_and(|level| level > Level::Emergency)
            && next.for_urgency.is_some()
            && next.for_first.is_some_and(|(_, given, _)| matches!(given, TrialAnswer::Finding(_)))
    };
    crate::driver::check_cases().into_iter().map(|(_, check)| check).find(is_meant).unwrap()
}

fn next(check: &Check) -> NextQuestions {
    world().assessor.next_questions(&assess(check))
}

fn go_there(id: &QuestionId) -> String {
    fill(&words().buttons.go_there_named, &[("what", &question(id.as_str()).heading)])
}

fn focused(driver: &Driver) -> Option<String> {
    driver.nodes().iter().find(|node| node.accesskit_node().is_focused()).map(name_of)
}

#[test]
fn step_4_names_the_answers_that_would_change_it() {
    let check = undecided();
    let next = next(&check);
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.open_all_folds();
    driver.must_show(&words().result.would_change);
    let (_, given, cause) = next.for_first.as_ref().unwrap();
    let TrialAnswer::Finding(finding) = given else { panic!("{given:?}") };
    let name = &KNOWLEDGE.cause(cause.as_str()).unwrap().name;
    driver.must_show(&fill(&words().result.would_first, &[("answer", label(finding.as_str())), ("cause", name)]));
    let (urgency, ..) = next.for_urgency.as_ref().unwrap();
    for id in [urgency, &next.asks.first().unwrap().question] {
        assert!(driver.offers(&go_there(id)), "{id}");
    }
}

#[test]
fn each_button_leads_to_its_question_in_view_and_in_focus() {
    let check = undecided();
    let next = next(&check);
    let ids = [&next.for_urgency.as_ref().unwrap().0, &next.for_first.as_ref().unwrap().0, &next.asks[0].question];
    for id in ids {
        let mut driver = Driver::with_check(check.clone());
        driver.open_result();
        driver.open_all_folds();
        driver.click(&go_there(id));
        let text = &question(id.as_str()).text;
        assert_eq!(focused(&driver).as_ref(), Some(text), "{id}");
        let rect = driver.rect_of(Role::Heading, text).unwrap();
        let view = driver.window.ctx.content_rect();
        assert!(view.contains_rect(rect), "{id}: {rect:?}");
        // At the top of the window, or with its answers in view where the card ends with it.
        let answers = question(id.as_str()).options.iter().filter_map(|answer| {
            [Role::CheckBox, Role::RadioButton].into_iter().find_map(|role| driver.rect_of(role, &answer.label))
        });
        let has_answers = answers.clone().count() > 0 && answers.clone().all(|answer| view.contains_rect(answer));
        assert!(rect.top() < view.center().y || has_answers, "{id}: its answers are below the window: {rect:?}");
        driver.key(Key::Tab);
        assert_ne!(focused(&driver).as_ref(), Some(text), "{id}: focus is stuck");
    }
}

#[test]
fn change_in_your_answers_leads_to_the_question_itself() {
    let mut driver = Driver::with_check(runner());
    driver.open_result();
    driver.click(&words().result.answers);
    driver.click(&fill(&words().buttons.change_named, &[("what", &question("q_swell").heading)]));
    assert_eq!(focused(&driver).as_ref(), Some(&question("q_swell").text));
}
