//! Promise: a zone that is pointed at is named, with what lies there, in the picture; neither hides its middle, and
//! nothing moves while pointing.

use crate::driver::{Driver, KNOWLEDGE, is_input, name_of, texts_of, view_button, words, zone_name};
use egui::accesskit::Role;
use egui::{Rect, Vec2, vec2};
use egui_kittest::{Node, kittest::NodeT as _};
use kneenote::check::Check;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knee_map::KneeMap;
use kneenote::knowledge::zone::{View, Zone};

/// A window 1100 wide at text sizes of 100, 125, 150 and 200 per cent, so tall that the whole picture is in view.
const WINDOWS: [Vec2; 4] = [vec2(1100.0, 760.0), vec2(880.0, 1000.0), vec2(733.0, 1000.0), vec2(550.0, 1400.0)];
/// The title and the names of the edges, above the picture.
const LINES: f32 = 48.0;
/// Lines of text may touch, and rectangles are rounded.
const TOUCH: f32 = 1.0;

/// Where each text and control is, in the order of the tree.
fn places(driver: &Driver) -> Vec<(Role, String, Rect)> {
    let nodes = driver.nodes();
    let seen = nodes.iter().filter(|node| is_input(node) || node.accesskit_node().role() == Role::Label);
    seen.filter_map(|node| Some((node.accesskit_node().role(), texts_of(node).into_iter().next()?, node.rect())))
        .collect()
}

/// What names a zone in the picture, not the check box of the zone.
fn is_label(node: &Node<'_>, name: &str) -> bool {
    node.accesskit_node().role() == Role::Label && texts_of(node).iter().any(|text| text == name)
}

/// Points at a zone: what lies there has room, and nothing else moves from where it was `at_rest`.
fn point_at(driver: &mut Driver, zone: &Zone, at_rest: &[(Role, String, Rect)], window: Vec2) {
    let is_zone = |name: &str| KNOWLEDGE.zones.iter().any(|zone| zone_name(Knee::Right, zone.id.as_str()) == name);
    let name = zone_name(Knee::Right, zone.id.as_str());
    let told = [&zone.lies_here, &name, &words().picker.hint];
    let others = |(role, text, _): &&(Role, String, Rect)| *role != Role::Label || !told.contains(&text);
    let node_of = |driver: &Driver| {
        driver.nodes().iter().find(|node| is_input(node) && name_of(node) == name).map(|node| node.rect().center())
    };
    let place = node_of(driver).unwrap();
    driver.window.hover_at(place);
    driver.settle();
    let nodes = driver.nodes();
    let lies = nodes.iter().find(|node| texts_of(node).contains(&zone.lies_here)).map(Node::rect);
    let lies = lies.unwrap_or_else(|| panic!("{name} says nothing at {window}"));
    let named = nodes.iter().find(|node| is_label(node, &name)).map(Node::rect);
    let named = named.unwrap_or_else(|| panic!("{name} is not named at {window}"));
    assert!(!named.contains(place) && !lies.contains(place), "its name hides {name} at {window}");
    let of_picture = |node: &&Node<'_>| {
        node.accesskit_node().role() == Role::Group && name_of(node).starts_with(&words().app.knee_right)
    };
    let group = nodes.iter().find(of_picture).unwrap().rect();
    let picture = group.with_min_y(group.top() + LINES).expand(TOUCH);
    assert!(picture.contains_rect(lies.union(named)), "{name} leaves the picture at {window}");
    let pointing = places(driver);
    for (_, other, rect) in pointing.iter().filter(others).filter(|(_, text, _)| !is_zone(text)) {
        let common = rect.shrink(TOUCH).intersect(lies.union(named));
        assert!(!common.is_positive(), "what lies at {name} runs into {other:?} at {window}");
    }
    let is_still = at_rest.iter().filter(others).eq(pointing.iter().filter(others));
    assert!(is_still, "something moves while {name} is pointed at, {window}");
}

#[test]
fn every_text_has_room_at_every_text_size_and_nothing_moves() {
    let map = KneeMap::embedded().unwrap();
    let spot = |zone: &str| Spot { knee: Knee::Right, zone: zone.into(), worst: None, now: None, size: None };
    // Two marks are listed below the picture.
    let spots = vec![spot("kneecap"), spot("calf")];
    let mut driver = Driver::with_check(Check { side: Some(Side::Right), spots, ..Check::default() });
    driver.click(&words().buttons.go_on);
    let picker = &words().picker;
    let mut told_in_all = 0;
    for window in WINDOWS {
        driver.window.set_size(window);
        driver.settle();
        driver.go_to_step(3);
        if driver.rect_of(Role::RadioButton, &view_button(View::Outer)).is_none() {
            // A narrow window shows the picture on step 1 alone.
            driver.go_to_step(1);
        }
        for view in View::ALL {
            driver.answer(&picker.views, &view_button(view));
            driver.window.event(egui::Event::PointerGone);
            driver.settle();
            let at_rest = places(&driver);
            // Each zone once.
            let is_first = |zone: &&Zone| {
                View::ALL.into_iter().find(|view| map.drawing(*view).zone(zone.id.as_str()).is_some()) == Some(view)
            };
            for zone in KNOWLEDGE.zones.iter().filter(is_first) {
                point_at(&mut driver, zone, &at_rest, window);
                told_in_all += 1;
            }
        }
    }
    println!("{told_in_all} texts were shown");
    assert!(told_in_all >= 4 * 31, "only {told_in_all} texts were shown");
}
