//! Promise: a zone that is pointed at is named, with what lies there, beside the picture; neither hides any of it, and
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
/// From this width on there is room for both knees, and below them for what lies there.
const BOTH_KNEES: f32 = 900.0;
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
fn point_at(driver: &mut Driver, zone: &Zone, at_rest: &[(Role, String, Rect)], (window, step): (Vec2, usize)) {
    let is_zone = |name: &str| KNOWLEDGE.zones.iter().any(|zone| zone_name(Knee::Right, zone.id.as_str()) == name);
    let name = zone_name(Knee::Right, zone.id.as_str());
    // Beside questions it takes the place of what the answers come to so far.
    let so_far = [&words().so_far.title, &words().so_far.fits, &words().so_far.needed, &words().result.needs];
    let so_far = so_far.map(|text| text.split('{').find(|part| !part.is_empty()).unwrap_or_default());
    let is_so_far = |text: &str| so_far.iter().any(|part| text.contains(part.split('}').next_back().unwrap()));
    let told = [&zone.lies_here, &name, &words().picker.hint];
    let others =
        |(role, text, _): &&(Role, String, Rect)| *role != Role::Label || !(told.contains(&text) || is_so_far(text));
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
    let of_picture = |node: &&Node<'_>| {
        node.accesskit_node().role() == Role::Group && name_of(node).starts_with(&words().app.knee_right)
    };
    let picture = nodes.iter().find(of_picture).unwrap().rect();
    let told_at = lies.union(named);
    assert!(!picture.shrink(TOUCH).intersect(told_at).is_positive(), "its name hides the knee at {name}, {window}");
    assert!(driver.window.ctx.content_rect().contains_rect(told_at), "{name} leaves the window {window}");
    let pointing = places(driver);
    // Where there is no room below the knee, it lies over the end of what stands beside it, while the knee is pointed at.
    let lies_over = step == 1 && window.x < BOTH_KNEES;
    for (_, other, rect) in pointing.iter().filter(others).filter(|(_, text, _)| !is_zone(text) && !lies_over) {
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
        for (step, view) in [3, 1].into_iter().flat_map(|step| View::ALL.map(|view| (step, view))) {
            driver.go_to_step(step);
            if driver.rect_of(Role::RadioButton, &view_button(View::Outer)).is_none() {
                // A narrow window shows the picture on step 1 alone.
                continue;
            }
            driver.answer(&picker.views, &view_button(view));
            driver.window.event(egui::Event::PointerGone);
            driver.settle();
            let at_rest = places(&driver);
            // Each zone once.
            let is_first = |zone: &&Zone| {
                View::ALL.into_iter().find(|view| map.drawing(*view).zone(zone.id.as_str()).is_some()) == Some(view)
            };
            for zone in KNOWLEDGE.zones.iter().filter(is_first) {
                // A marked place has its card there, which names it.
                if step == 1 && window.x < BOTH_KNEES && driver.check().is_marked(Knee::Right, zone.id.as_str()) {
                    continue;
                }
                point_at(&mut driver, zone, &at_rest, (window, step));
                told_in_all += 1;
            }
        }
    }
    println!("{told_in_all} texts were shown");
    assert!(told_in_all >= 4 * 31, "only {told_in_all} texts were shown");
}
