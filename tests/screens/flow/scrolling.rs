//! What is drawn can be clicked, the wheel works wherever the pointer is, and what was clicked stays where it is.

use egui::accesskit::Role;
use egui::{Pos2, Vec2, pos2, vec2};
use egui_kittest::kittest::NodeT as _;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::store::settings::Settings;

use crate::driver::{Driver, is_input, name_of, question, words};
use crate::flow::typical::ZONE;

/// A window in which a step is longer than what is seen of it: what was clicked can go up as far as something above it
/// pushes it down.
const SCROLLS: Vec2 = vec2(1100.0, 480.0);

fn footer_top(driver: &Driver) -> f32 {
    driver.rect_of(Role::Button, &words().buttons.continue_on).unwrap().top() - 7.0
}

fn top_of(driver: &Driver, role: Role, name: &str) -> f32 {
    driver.rect_of(role, name).unwrap_or_else(|| panic!("no {name}")).top()
}

#[test]
fn every_row_answers_down_to_the_footer() {
    let safety = question("q_safety_now");
    let mut looked_at = 0;
    // At some of these heights a row is cut by the footer.
    for height in [360_u16, 396, 432, 468, 504, 540] {
        let size = vec2(1100.0, f32::from(height));
        let mut driver = Driver::sized(size);
        driver.go_to_step(2);
        let rect = |driver: &Driver, at: usize| driver.rect_of(Role::CheckBox, &safety.options[at].label).unwrap();
        for above in 1..15_u8 {
            let y = footer_top(&driver) - f32::from(above);
            let Some(at) = (0..safety.options.len()).find(|at| rect(&driver, *at).y_range().contains(y)) else {
                continue;
            };
            let before = driver.check().answer(safety.options[at].id.as_str());
            driver.press_at(pos2(rect(&driver, at).left() + 20.0, y));
            driver.settle();
            let after = driver.check().answer(safety.options[at].id.as_str());
            assert_ne!(before, after, "{above} points above the footer of {size}, on {}", safety.options[at].label);
            looked_at += 1;
        }
    }
    assert!(looked_at > 3, "no row is cut by a footer");
}

#[test]
fn the_wheel_scrolls_the_list_from_the_picture_and_from_the_footer_too() {
    let change = question("q_change");
    let mut driver = Driver::sized(vec2(1100.0, 710.0));
    driver.go_to_step(3);
    while !driver.shows(&change.text) {
        driver.click(&words().buttons.continue_on);
    }
    let row = &change.options.iter().find(|option| driver.offers(&option.label)).unwrap().label;
    let footer: Pos2 = driver.rect_of(Role::Button, &words().buttons.continue_on).unwrap().center();
    let picture = pos2(200.0, 300.0);
    let list = driver.rect_of(Role::CheckBox, row).unwrap().center();
    for place in [list, picture, footer] {
        let before = top_of(&driver, Role::CheckBox, row);
        driver.turn_wheel(place, 60.0);
        assert!(top_of(&driver, Role::CheckBox, row) < before - 30.0, "the wheel does nothing at {place}");
        driver.turn_wheel(place, -200.0);
        let back = top_of(&driver, Role::CheckBox, row);
        assert!((back - before).abs() < 1.0, "{back} {before}");
    }
}

#[test]
fn a_row_that_is_clicked_stays_under_the_pointer_whatever_comes_above_it() {
    let spot = Spot { knee: Knee::Right, zone: ZONE.into(), worst: None, now: None, size: None };
    let check = Check {
        side: Some(Side::Right),
        spots: vec![spot],
        findings: [("onset_gradual".into(), Answer::Yes)].into(),
        ..Check::default()
    };
    let mut driver = Driver::with_settings(&Settings::default(), Some(check), vec2(1100.0, 404.0));
    driver.click(&words().buttons.go_on);
    driver.go_to_step(3);
    let duration = question("q_duration");
    let questions = |driver: &Driver| {
        driver
            .nodes()
            .iter()
            .filter(|node| node.accesskit_node().role() == Role::Heading)
            .map(name_of)
            .collect::<Vec<_>>()
    };
    // Below the list a question appears at once; the row that was clicked must not move, and none under the pointer.
    let before = questions(&driver);
    let (injury, _) = question("q_onset").groups().nth(2).unwrap();
    let picture = format!("{}: {}", injury.title, injury.hint);
    for row in [&picture, &duration.options[2].label, &duration.options[0].label] {
        let role = Role::RadioButton;
        let find = |driver: &Driver| {
            driver.nodes().iter().find(|node| is_input(node) && name_of(node) == *row).map(egui_kittest::Node::rect)
        };
        driver.nodes().iter().find(|node| is_input(node) && name_of(node) == *row).unwrap().scroll_to_me();
        driver.settle();
        let place = find(&driver).unwrap();
        driver.press_at(place.center());
        for _ in 0..3 {
            let top = top_of(&driver, role, row);
            assert!((top - place.top()).abs() < 1.0, "{row} moved from {} to {top}", place.top());
            driver.settle();
        }
    }
    assert_ne!(before, questions(&driver), "nothing came or went, and nothing was tested");
}

#[test]
fn the_emergency_band_pushes_nothing_away_from_the_pointer() {
    let safety = question("q_safety_now");
    let chest = safety.options.iter().find(|answer| answer.id == "breathless_chest").unwrap();
    let mut driver = Driver::sized(SCROLLS);
    driver.go_to_step(2);
    driver.look_through(&safety.text);
    let place = driver.rect_of(Role::CheckBox, &chest.label).unwrap();
    let steps = driver.nodes().len();
    driver.press_at(place.center());
    driver.settle();
    assert_eq!(driver.check().answer(chest.id.as_str()), Answer::Yes);
    assert!(driver.nodes().len() != steps, "the band is there");
    let top = top_of(&driver, Role::CheckBox, &chest.label);
    assert!((top - place.top()).abs() < 1.0, "the row moved from {} to {top}", place.top());
}
