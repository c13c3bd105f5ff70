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
use kneenote::session::screen::question_cards;
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
        assert!(rect.top() < view.center().y, "{id}: its answers are below the window: {rect:?}");
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

/// The folded questions of the screen, from top to bottom.
fn folded(driver: &Driver, ids: &[&QuestionId]) -> Vec<QuestionId> {
    let mut placed: Vec<(f32, &QuestionId)> = ids
        .iter()
        .filter_map(|id| Some((driver.rect_of(Role::Heading, &question(id.as_str()).text)?.top(), *id)))
        .collect();
    placed.sort_by(|a, b| a.0.total_cmp(&b.0));
    placed.into_iter().map(|(_, id)| id.clone()).collect()
}

#[test]
fn folded_questions_keep_their_order_until_the_screen_is_entered_again() {
    let check = runner();
    let found = assess(&check);
    let pages = question_cards(&KNOWLEDGE, &check, &found);
    let (at, page) = pages.iter().enumerate().max_by_key(|(_, page)| page.more.len()).unwrap();
    let more: Vec<&QuestionId> = page.more.iter().map(|question| &question.id).collect();
    assert!(more.len() > 2, "{more:?}");
    let mut driver = Driver::with_check(check.clone());
    driver.click(&words().buttons.go_on);
    driver.go_to_step(3);
    for _ in 0..at {
        driver.click(&words().buttons.continue_on);
    }
    let next = next(driver.check());
    driver.open_all_folds();
    let before = folded(&driver, &more);
    let mut meant = more.clone();
    // What moves nothing comes last.
    meant.sort_by_key(|id| next.asks.iter().position(|ask| ask.question == **id).unwrap_or(next.asks.len()));
    assert_eq!(before.iter().collect::<Vec<_>>(), meant, "they do not stand in the order of what they would change");
    let first = question(before[0].as_str());
    let answer = first.findings().next().unwrap();
    driver.answer(&first.text, &answer.label);
    assert!(driver.check().answer(answer.id.as_str()).is_asked());
    let after: Vec<_> = folded(&driver, &more).into_iter().filter(|id| before.contains(id)).collect();
    let stayed: Vec<_> = before.iter().filter(|id| after.contains(id)).cloned().collect();
    assert_eq!(after, stayed, "the order changed under the reader");
}
