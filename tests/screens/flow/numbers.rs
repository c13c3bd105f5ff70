//! What a box shows is what is kept is what is printed, in every unit and after any order of switches.

use egui::{Key, Modifiers};
use kneenote::check::spot::Tried;
use kneenote::check::{Check, Units, WrittenBy};
use kneenote::wording::fill;

use crate::driver::{self, Driver, name_of, question, words};
use crate::flow::typical::{at_result, to_first_card};

/// Opens the card of a question, with all its folds.
fn come_to(driver: &mut Driver, text: &str) {
    for step in [1, 3] {
        driver.go_to_step(step);
        if step == 3 {
            to_first_card(driver);
        }
        while !driver.shows(text) {
            driver.open_all_folds();
            if driver.shows(text) || !driver.offers(&words().buttons.continue_on) || step == 1 {
                break;
            }
            driver.click(&words().buttons.continue_on);
        }
        if driver.shows(text) {
            return;
        }
    }
    panic!("{text} stands nowhere");
}

fn type_anew(driver: &mut Driver, field: &str, text: &str) {
    driver.click(field);
    driver.window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    driver.window.event(egui::Event::Text(text.to_owned()));
    driver.settle();
}

/// What stands in a box.
fn shown(driver: &Driver, field: &str) -> String {
    use egui_kittest::kittest::NodeT as _;
    let nodes = driver.nodes();
    let node = nodes.iter().find(|node| driver::is_input(node) && name_of(node) == field);
    node.unwrap_or_else(|| panic!("no box {field}")).accesskit_node().value().unwrap_or_default()
}

fn pick_units(driver: &mut Driver, units: Units) {
    let words = &words().questions;
    driver.answer(&words.units, if units == Units::Km { &words.km } else { &words.miles });
}

#[test]
fn a_distance_typed_in_miles_shows_in_kilometres_as_it_is_kept() {
    let mut driver = at_result();
    let distance = question("q_weekly_km");
    come_to(&mut driver, &distance.text);
    type_anew(&mut driver, &words().questions.distance_km, "30");
    pick_units(&mut driver, Units::Miles);
    assert_eq!(shown(&driver, &words().questions.distance_miles), "18.6");
    type_anew(&mut driver, &words().questions.distance_miles, "10");
    pick_units(&mut driver, Units::Km);
    assert_eq!(shown(&driver, &words().questions.distance_km), "16.1");
    let kept = driver.check().number("weekly_km").unwrap();
    assert!((kept - 16.093_44).abs() < 1e-9, "{kept}");
    assert!(driver.page().contains("16.1 km"), "{}", driver.page());
    // Any order of switches changes nothing.
    for units in [Units::Miles, Units::Km, Units::Miles, Units::Miles, Units::Km] {
        pick_units(&mut driver, units);
        let (field, text) = match units {
            Units::Km => (&words().questions.distance_km, "16.1"),
            Units::Miles => (&words().questions.distance_miles, "10"),
        };
        assert_eq!(shown(&driver, field), text);
        assert_eq!(driver.check().number("weekly_km"), Some(kept));
    }
}

#[test]
fn height_and_weight_are_asked_for_in_the_units_that_were_picked_and_pounds_are_no_kilograms() {
    let mut driver = at_result();
    let body = question("q_bmi");
    let words = &words().questions;
    come_to(&mut driver, &body.text);
    type_anew(&mut driver, &body.numbers[0].label, "178");
    type_anew(&mut driver, &body.numbers[1].label, "165");
    let doubt = fill(&words.weight_doubt_kg, &[("weight", "165"), ("height", "178")]);
    driver.must_show(&doubt);
    driver.answer(&words.units, &words.imperial);
    assert_eq!(shown(&driver, &words.height_feet), "5 ft 10");
    type_anew(&mut driver, &words.weight_pounds, "165");
    let kept = driver.check().number("weight_kg").unwrap();
    assert!((kept - 74.8).abs() < 0.1, "{kept}");
    driver.must_not_show(words.weight_doubt_lb.rsplit(':').next().unwrap());
    type_anew(&mut driver, &words.weight_pounds, "11 st 11");
    assert_eq!(driver.check().number("weight_kg"), Some(kept));
    type_anew(&mut driver, &words.height_feet, "70");
    driver.must_show(&words.feet_bad);
    assert_eq!(driver.check().number("height_cm"), None, "nothing is guessed");
    type_anew(&mut driver, &words.height_feet, "5' 10\"");
    driver.must_not_show(&words.feet_bad);
    driver.answer(&words.units, &words.metric);
    assert_eq!(shown(&driver, &body.numbers[0].label), "177.8");
    assert_eq!(shown(&driver, &body.numbers[1].label), "74.8");
}

#[test]
fn every_age_under_8_is_told_that_it_is_not_made_for_them() {
    let not_made_for = &driver::KNOWLEDGE.about.not_made_for[0].title;
    let age = &question("q_age").numbers[0].label;
    let mut driver = Driver::new();
    driver.go_to_step(2);
    for (typed, is_told) in [("7", true), ("4", true), ("0", true), ("8 months", true), ("7\u{bd}", true), ("8", false)]
    {
        type_anew(&mut driver, age, typed);
        assert_eq!(driver.shows(not_made_for), is_told, "{typed}");
        assert!(driver.check().number("age").is_some(), "{typed}");
    }
    for typed in ["130", "-3", "young"] {
        type_anew(&mut driver, age, typed);
        driver.must_show(&fill(&words().questions.number_bad, &[("min", "0"), ("max", "120")]));
        assert_eq!(driver.check().number("age"), None, "{typed}");
    }
}

#[test]
fn a_grown_child_is_asked_about_and_the_page_calls_nobody_of_70_a_child() {
    let age = &question("q_age").numbers[0].label;
    let mut driver = Driver::new();
    driver.go_to_step(2);
    driver.answer(&words().start.parent, &words().start.by_parent);
    type_anew(&mut driver, age, "12");
    driver.must_not_show(&words().questions.grown_child);
    assert!(driver.page().contains("Written for a child"), "{}", driver.page());
    type_anew(&mut driver, age, "70");
    driver.must_show(&words().questions.grown_child);
    assert!(!driver.page().contains("child"), "{}", driver.page());
    driver.click(&words().questions.grown_child_other);
    assert_eq!(driver.check().written_by, WrittenBy::SomebodyElse);
    driver.must_not_show(&words().questions.grown_child);
    driver.must_show(&words().questions.for_other);
}

#[test]
fn somebody_else_can_answer_and_the_page_says_so() {
    let mut driver = Driver::new();
    driver.go_to_step(2);
    driver.answer(&words().start.parent, &words().start.by_other);
    driver.must_show(&words().questions.for_other);
    assert!(driver.page().contains("for someone else"), "{}", driver.page());
}

#[test]
fn a_treatment_unticked_and_ticked_again_shows_what_is_kept() {
    let rest = question("q_tried").findings().next().unwrap();
    let (_, mut check) = driver::check_cases().swap_remove(0);
    check.tried = vec![Tried { what: rest.id.clone(), days: None, helped: None }];
    let mut driver = Driver::with_check(Check { ..check });
    driver.open_result();
    let days = fill(&words().questions.tried_days, &[("what", &rest.label)]);
    come_to(&mut driver, &days);
    driver.open_all_folds();
    driver.click_nth(&days, 1);
    driver.window.event(egui::Event::Text("14".to_owned()));
    driver.settle();
    assert_eq!(driver.check().tried[0].days, Some(14));
    let tried = &question("q_tried").text;
    driver.answer(tried, &rest.label);
    driver.answer(tried, &rest.label);
    assert_eq!(driver.check().tried[0].days, None);
    driver.open_all_folds();
    let nodes = driver.nodes();
    let field = nodes.iter().filter(|node| driver::is_input(node) && name_of(node) == days).nth(1).unwrap();
    let value = egui_kittest::kittest::NodeT::accesskit_node(field).value().unwrap_or_default();
    assert_eq!(value, "", "the box shows what is kept");
}
