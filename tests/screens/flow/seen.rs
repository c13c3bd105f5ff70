//! Only what was seen is denied: "none of these" and going on say nothing of rows that were never in view.

use egui::{Key, Modifiers, vec2};
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::knowledge::question::Question;
use kneenote::wording::fill;

use crate::driver::{Driver, is_input, name_of, question, words};
use crate::flow::typical::none_of;

/// A window in which the red flags do not all fit.
const SMALL: egui::Vec2 = vec2(720.0, 560.0);

fn at_safety() -> Driver {
    let mut driver = Driver::sized(SMALL);
    driver.go_to_step(2);
    driver
}

fn answers(driver: &Driver, question: &Question) -> Vec<Answer> {
    question.findings().map(|finding| driver.check().answer(finding.id.as_str())).collect()
}

/// The rows of a question that are wholly between header and footer.
fn in_view(driver: &Driver, question: &Question) -> Vec<bool> {
    let nodes = driver.nodes();
    let footer = driver.rect_of(egui::accesskit::Role::Button, &words().buttons.continue_on).unwrap().top() - 7.0;
    let rect = |label: &str| nodes.iter().find(|node| is_input(node) && name_of(node) == label).unwrap().rect();
    question.findings().map(|finding| rect(&finding.label).bottom() <= footer).collect()
}

#[test]
fn going_on_denies_what_was_in_view_and_nothing_below_the_edge() {
    let safety = question("q_safety_now");
    let mut driver = at_safety();
    let in_view = in_view(&driver, safety);
    assert!(in_view[1] && !in_view[safety.options.len() - 1]);
    driver.click(&safety.options[1].label);
    driver.click(&words().buttons.continue_on);
    let said = answers(&driver, safety);
    for (at, finding) in safety.findings().enumerate() {
        let expected = match (at, in_view[at]) {
            (1, _) => Answer::Yes,
            (_, true) => Answer::No,
            (_, false) => Answer::NotAsked,
        };
        assert_eq!(said[at], expected, "{}", finding.id);
    }
    let open = said.iter().filter(|said| !said.is_asked()).count();
    driver.must_show(&fill(&words().questions.not_counted, &[("count", &open.to_string())]));
    let start = words().questions.counted_as_no.split('{').next().unwrap();
    driver.must_show(start);
}

#[test]
fn none_of_these_denies_what_was_seen_and_leads_to_the_rest() {
    let safety = question("q_safety_now");
    let mut driver = at_safety();
    let none = none_of(safety);
    let in_view = in_view(&driver, safety);
    // A screen reader, or a key: the list was not scrolled.
    let press = |driver: &mut Driver| {
        driver.nodes().iter().find(|node| is_input(node) && name_of(node) == none).unwrap().click_accesskit();
        driver.settle();
    };
    press(&mut driver);
    let said = answers(&driver, safety);
    let expected: Vec<_> = in_view.iter().map(|seen| if *seen { Answer::No } else { Answer::NotAsked }).collect();
    assert_eq!(said, expected);
    assert!(!driver.is_ticked(&safety.text, none), "it does not stand as answered");
    driver.must_show(&words().questions.not_all_seen);
    let first = in_view.iter().position(|seen| !seen).unwrap();
    let focused = driver.nodes().iter().find(|node| node.is_focused()).map(name_of);
    assert_eq!(focused.as_deref(), Some(safety.options[first].label.as_str()));
    for _ in first..safety.options.len() {
        driver.key(Key::ArrowDown);
    }
    driver.key(Key::Space);
    assert!(driver.is_ticked(&safety.text, none));
    assert_eq!(answers(&driver, safety), vec![Answer::No; safety.options.len()]);
}

#[test]
fn who_reads_the_whole_list_denies_all_of_it_with_one_click() {
    let safety = question("q_safety_now");
    let mut driver = at_safety();
    driver.answer(&safety.text, none_of(safety));
    assert!(driver.is_ticked(&safety.text, none_of(safety)));
    assert_eq!(answers(&driver, safety), vec![Answer::No; safety.options.len()]);
}

#[test]
fn a_picture_that_is_not_picked_denies_only_what_it_names() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    crate::flow::typical::answer_safety(&mut driver);
    driver.go_to_step(1);
    crate::flow::typical::answer_where(&mut driver);
    driver.go_to_step(3);
    let onset = question("q_onset");
    let (_, injuries) = onset.groups().max_by_key(|(_, answers)| answers.len()).unwrap();
    let named = &onset.groups().max_by_key(|(_, answers)| answers.len()).unwrap().0.names;
    let slowly = onset.options.iter().find(|answer| answer.id == "onset_gradual").unwrap();
    driver.answer(&onset.text, &slowly.label);
    let no_where_named = |driver: &Driver| {
        for answer in injuries {
            let expected = if named.contains(&answer.id) { Answer::No } else { Answer::NotAsked };
            assert_eq!(driver.check().answer(answer.id.as_str()), expected, "{}", answer.id);
        }
    };
    no_where_named(&driver);
    driver.click(&words().buttons.continue_on);
    no_where_named(&driver);
    // Opened, its rows count like all others.
    driver.click_button(&words().buttons.back);
    let twist = injuries.iter().find(|answer| answer.id == "onset_twist").unwrap();
    driver.answer(&onset.text, &twist.label);
    driver.look_through(&onset.text);
    driver.click(&words().buttons.continue_on);
    for answer in injuries {
        let expected = if answer.id == twist.id { Answer::Yes } else { Answer::No };
        assert_eq!(driver.check().answer(answer.id.as_str()), expected, "{}", answer.id);
    }
    assert_eq!(driver.check().answer(slowly.id.as_str()), Answer::No);
}

#[test]
fn what_was_seen_on_one_screen_counts_for_no_other_visit() {
    let safety = question("q_safety_now");
    let mut driver = Driver::sized(egui::vec2(1100.0, 420.0));
    driver.go_to_step(2);
    driver.look_through(&safety.text);
    driver.go_to_step(1);
    driver.go_to_step(2);
    let in_view = in_view(&driver, safety);
    driver.click(&safety.options[1].label);
    driver.click(&words().buttons.continue_on);
    let last = safety.options.len() - 1;
    assert!(!in_view[last]);
    assert_eq!(driver.check().answer(safety.options[last].id.as_str()), Answer::NotAsked);
}

#[test]
fn the_menu_ends_no_visit() {
    let safety = question("q_safety_now");
    let mut driver = at_safety();
    driver.look_through(&safety.text);
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.menu);
    driver.click(&safety.options[1].label);
    driver.click(&words().buttons.continue_on);
    let last = safety.options.len() - 1;
    assert_eq!(driver.check().answer(safety.options[last].id.as_str()), Answer::No);
}

fn runner() -> Check {
    crate::enough_told::with_enough_told(&crate::driver::KNOWLEDGE, Check::default())
}

/// At a card of step 3 that holds this question, with a place marked.
fn at_card_of(check: Check, asked: &Question) -> Driver {
    let mut driver = Driver::with_check(check);
    driver.click(&words().buttons.go_on);
    driver.go_to_step(3);
    while !driver.shows(&asked.text) {
        driver.click(&words().buttons.continue_on);
        assert!(!driver.shows(&words().result.title), "{} is on no card", asked.id);
    }
    driver
}

#[test]
fn no_to_the_rest_denies_what_was_seen_leads_on_and_one_undo_takes_it_back() {
    let signs = question("q_other_signs");
    let mut driver = at_card_of(runner(), signs);
    driver.look_through(&signs.text);
    let before = driver.check().clone();
    driver.click(&words().questions.deny_rest);
    driver.must_not_show(&signs.text);
    assert_eq!(driver.check().answer("hip_groin_pain"), Answer::No);
    driver.click(&words().buttons.undo);
    assert_eq!(driver.check().findings, before.findings);
}

#[test]
fn a_spot_that_was_not_pressed_is_denied_neither_by_going_on_nor_by_no_to_the_rest() {
    let press = question("q_press");
    let knowledge = &crate::driver::KNOWLEDGE;
    let half_marathon = include_str!("../../fixtures/note/half_marathon.kneenote");
    let mut check = kneenote::check::file::read(half_marathon, knowledge).unwrap();
    for spot in press.findings() {
        check.findings.remove(&spot.id);
    }
    for key in [Modifiers::COMMAND, Modifiers::COMMAND | Modifiers::SHIFT] {
        let mut driver = at_card_of(check.clone(), press);
        driver.look_through(&press.text);
        driver.answer(&press.text, &press.options[0].label);
        driver.window.key_press_modifiers(key, Key::Enter);
        driver.settle();
        driver.must_not_show(&press.text);
        for spot in &press.options[1..] {
            assert_eq!(driver.check().answer(spot.id.as_str()), Answer::NotAsked, "{}", spot.id);
        }
    }
}

#[test]
fn a_row_that_was_told_to_the_doctors_panel_denies_no_other_row_of_its_list() {
    let history = question("q_history");
    let mut check = runner();
    check.findings.insert("calf_swollen".into(), Answer::Yes);
    check.findings.insert("hx_clot".into(), Answer::No);
    for row in history.options.iter().filter(|row| row.id != "hx_clot") {
        check.findings.remove(&row.id);
    }
    let mut driver = at_card_of(check, history);
    driver.look_through(&history.text);
    driver.click(&words().buttons.continue_on);
    assert_eq!(driver.check().answer("hx_cancer"), Answer::NotAsked);
}

#[test]
fn none_of_these_takes_back_no_danger_sign_that_was_told() {
    let safety = question("q_safety_now");
    let mut driver = Driver::new();
    driver.go_to_step(2);
    let sign = safety.options.iter().find(|sign| sign.id == "calf_swollen").unwrap();
    driver.answer(&safety.text, &sign.label);
    driver.answer(&safety.text, none_of(safety));
    for row in &safety.options {
        let expected = if row.id == sign.id { Answer::Yes } else { Answer::No };
        assert_eq!(driver.check().answer(row.id.as_str()), expected, "{}", row.id);
    }
}
