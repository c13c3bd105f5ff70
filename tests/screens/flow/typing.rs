//! What is typed can be taken back by words, and nothing that was typed is ever lost.

use egui::{Key, Modifiers};
use kneenote::check::Topic;
use kneenote::check::spot::{Knee, Side, Spot, Tried};
use kneenote::check::{Check, MOST_CHARACTERS};
use kneenote::wording::fill;

use crate::driver::{self, Driver, noon, question, words};
use crate::flow::typical::ZONE;
use crate::world::TODAY;

const SENTENCE: &str = "My knee hurts downhill";

fn at_own_words() -> Driver {
    let (_, check) = driver::check_cases().swap_remove(0);
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.click(&words().page.own_words);
    driver.click(&words().page.why);
    driver
}

fn why(driver: &Driver) -> &str {
    driver.check().words.get(&Topic::Why).map_or("", String::as_str)
}

fn press(driver: &mut Driver, modifiers: Modifiers, key: Key) {
    driver.window.key_press_modifiers(modifiers, key);
    driver.settle();
}

/// Each way of the keyboard and the pointer to make again what was taken back.
const REDO: [(Modifiers, Key); 2] =
    [(Modifiers::COMMAND, Key::Y), (Modifiers { shift: true, ..Modifiers::COMMAND }, Key::Z)];

#[test]
fn undo_in_a_box_goes_word_by_word_and_redo_brings_each_back() {
    for (modifiers, key) in REDO {
        let mut driver = at_own_words();
        driver.type_letters(SENTENCE);
        assert_eq!(why(&driver), SENTENCE);
        for left in ["My knee hurts ", "My knee ", "My ", ""] {
            press(&mut driver, Modifiers::COMMAND, Key::Z);
            assert_eq!(why(&driver), left);
        }
        for back in ["My ", "My knee ", "My knee hurts ", SENTENCE] {
            press(&mut driver, modifiers, key);
            assert_eq!(why(&driver), back);
        }
        driver.must_show(SENTENCE);
        driver.type_letters("!");
        assert_eq!(why(&driver), format!("{SENTENCE}!"), "the caret is where the text came back");
    }
}

#[test]
fn a_box_full_of_words_comes_back_as_a_whole() {
    let mut driver = at_own_words();
    let full = "word ".repeat(MOST_CHARACTERS / 5);
    driver.window.event(egui::Event::Paste(full.clone()));
    driver.settle();
    assert_eq!(why(&driver), full);
    press(&mut driver, Modifiers::COMMAND, Key::Z);
    assert_eq!(why(&driver), "");
    press(&mut driver, Modifiers::COMMAND, Key::Y);
    assert_eq!(why(&driver), full);
}

#[test]
fn undo_is_the_same_with_focus_in_a_box_and_without_and_by_its_button() {
    let mut driver = at_own_words();
    driver.type_letters(SENTENCE);
    driver.click(&words().buttons.undo);
    assert_eq!(why(&driver), "My knee hurts ");
    press(&mut driver, Modifiers::COMMAND, Key::Z);
    assert_eq!(why(&driver), "My knee ");
    press(&mut driver, Modifiers::COMMAND, Key::Y);
    assert_eq!(why(&driver), "My knee hurts ");
    driver.click(&words().page.why);
    press(&mut driver, Modifiers::COMMAND, Key::Y);
    assert_eq!(why(&driver), SENTENCE);
}

#[test]
fn a_number_is_one_step_and_each_click_on_a_scale_is_one() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    let age = &question("q_age").numbers[0].label;
    driver.click(age);
    driver.type_letters("27");
    assert_eq!(driver.check().number("age"), Some(27.0));
    press(&mut driver, Modifiers::COMMAND, Key::Z);
    assert_eq!(driver.check().number("age"), None);

    let rest = question("q_tried").findings().next().unwrap();
    let (_, mut check) = driver::check_cases().swap_remove(0);
    check.tried = vec![Tried { what: rest.id.clone(), days: None, helped: None }];
    check.spots.iter_mut().for_each(|spot| (spot.worst, spot.now) = (None, None));
    let mut driver = Driver::with_check(check);
    driver.open_result();
    driver.go_to_step(3);
    let days = fill(&words().questions.tried_days, &[("what", &rest.label)]);
    while !driver.offers(&days) {
        driver.open_all_folds();
        if !driver.offers(&days) {
            driver.click(&words().buttons.continue_on);
        }
    }
    if driver.inputs().iter().filter(|name| **name == days).nth(1).is_none() {
        driver.click(&days);
    }
    driver.click_nth(&days, 1);
    driver.type_letters("14");
    assert_eq!(driver.check().tried[0].days, Some(14));
    press(&mut driver, Modifiers::COMMAND, Key::Z);
    assert_eq!(driver.check().tried[0].days, None, "both digits are one step");
}

#[test]
fn two_clicks_on_a_scale_are_two_steps() {
    let spot = Spot { knee: Knee::Right, zone: ZONE.into(), worst: None, now: None, size: None };
    let mut driver = Driver::with_check(Check { side: Some(Side::Right), spots: vec![spot], ..Check::default() });
    driver.click(&words().buttons.go_on);
    driver.go_to_step(3);
    let pain = question("q_pain_run");
    while !driver.shows(&pain.text) {
        driver.open_all_folds();
        if !driver.shows(&pain.text) {
            driver.click(&words().buttons.continue_on);
        }
    }
    driver.answer(&pain.text, "3");
    driver.answer(&pain.text, "7");
    assert_eq!(driver.check().number("pain_run"), Some(7.0));
    driver.click(&words().buttons.undo);
    assert_eq!(driver.check().number("pain_run"), Some(3.0));
    driver.click(&words().buttons.undo);
    assert_eq!(driver.check().number("pain_run"), None);
}

#[test]
fn undo_of_start_again_brings_the_day_back_too() {
    let made = TODAY.yesterday().unwrap();
    let (_, check) = driver::check_cases().swap_remove(0);
    let mut driver = Driver::with_check(Check { made: Some(made), ..check });
    let before = driver.check().clone();
    driver.click(&words().buttons.again);
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), before);
    assert_eq!(driver.check().made, Some(made));
    assert_ne!(noon(made).date(), TODAY);
}

/// Presses Ctrl and W; whether the window is asked to close by it.
fn closes(driver: &mut Driver, modifiers: Modifiers) -> bool {
    let key = Key::W;
    driver.window.event(egui::Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers });
    driver.frame();
    let windows = &driver.window.output().viewport_output;
    let closes = windows.values().any(|window| window.commands.contains(&egui::ViewportCommand::Close));
    driver.settle();
    closes
}

#[test]
fn ctrl_w_in_a_box_takes_a_word_and_never_ends_the_program() {
    let mut driver = at_own_words();
    driver.type_letters(SENTENCE);
    let ctrl = Modifiers { ctrl: true, ..Modifiers::COMMAND };
    assert!(!closes(&mut driver, ctrl));
    assert_eq!(why(&driver), "My knee hurts ");

    driver.click(&words().buttons.back);
    assert!(closes(&mut driver, ctrl), "elsewhere it closes the window, as in other programs");
}

#[test]
fn the_name_of_an_earlier_check_is_undone_by_its_own_box() {
    let (_, check) = driver::check_cases().swap_remove(0);
    let mut driver = Driver::with_check(check);
    driver.click(&words().buttons.again);
    let before = driver.check().clone();
    let earlier = fill(&words().earlier.title_counted, &[("count", "1")]);
    driver.click(&earlier);
    let rename = driver.inputs().into_iter().find(|name| name.starts_with(&words().earlier.rename)).unwrap();
    driver.click(&rename);
    driver.window.event(egui::Event::Text("x".to_owned()));
    driver.settle();
    press(&mut driver, Modifiers::COMMAND, Key::Z);
    assert_eq!(*driver.check(), before, "no answer changes behind the box");
}
