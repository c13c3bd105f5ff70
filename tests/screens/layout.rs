//! Promise: in every look and at every size each screen can be read, hit and walked through by keyboard.
//!
//! `cargo test --test screens layout -- --nocapture` prints the least contrast and the smallest things to press.

use std::collections::{BTreeMap, BTreeSet};

use crate::driver::{Driver, KNOWLEDGE, check_cases, is_input, name_of, words, zone_name};
use crate::enough_told::with_enough_told;
use crate::world::assess;
use egui::accesskit::Role;
use egui::epaint::ClippedShape;
use egui::{Color32, Key, Modifiers, Rect, Shape, Vec2, vec2};
use egui_kittest::{Node, kittest::NodeT as _};
use kneenote::check::Check;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::desktop::save_dialog::Chosen;
use kneenote::knowledge::rule::Level;
use kneenote::store::settings::{Motion, Settings, ThemePreference};
use kneenote::ui::theme::{self, Theme};

const USUAL: Vec2 = vec2(1100.0, 760.0);
const SMALL: Vec2 = vec2(720.0, 560.0);
/// The small window at twice the text size.
const TWICE: Vec2 = vec2(360.0, 280.0);
/// Room for a third column.
const WIDE: Vec2 = vec2(1440.0, 900.0);
const SIZES: [Vec2; 3] = [USUAL, SMALL, TWICE];
const LOOKS: [(ThemePreference, Theme); 4] = [
    (ThemePreference::Light, Theme::Light),
    (ThemePreference::Dark, Theme::Dark),
    (ThemePreference::HighContrastDark, Theme::HighContrastDark),
    (ThemePreference::HighContrastLight, Theme::HighContrastLight),
];
const LEVELS: [Level; 4] = [Level::Emergency, Level::Urgent, Level::Clinician, Level::SelfCare];

/// Least contrast of text.
const CONTRAST: f64 = 7.0;
/// Least side of what can be pressed, in points.
const TARGET: f32 = 44.0;
/// The same for a zone of the picture.
const ZONE: f32 = 24.0;

fn of_level(level: Level) -> Check {
    let is_of = |check: &Check| assess(check).urgency.shown() == Some(level);
    check_cases().into_iter().map(|(_, check)| with_enough_told(&KNOWLEDGE, check)).find(is_of).unwrap()
}

fn with_two_spots(side: Side) -> Check {
    let mut check = of_level(Level::SelfCare);
    let other = if check.spots[0].zone == "calf" { "kneecap" } else { "calf" };
    let knee = *side.knees().last().unwrap();
    check.spots.push(Spot { knee, zone: other.into(), worst: None, now: None, size: None });
    check.spots.iter_mut().for_each(|spot| spot.knee = knee);
    check.worst_spot = None;
    check.side = Some(side);
    check.findings.retain(|finding, _| KNOWLEDGE.question_of(finding.as_str()).is_some_and(|q| q.id != "q_side"));
    check
}

fn open(look: ThemePreference, check: Option<Check>, size: Vec2) -> Driver {
    let settings = Settings { look, motion: Motion::Less, ..Settings::default() };
    Driver::with_settings(&settings, check, size)
}

/// Shows every screen, one after the other.
fn every_screen(look: ThemePreference, size: Vec2, mut see: impl FnMut(&mut Driver, &str)) {
    let mut driver = open(look, None, size);
    see(&mut driver, "start");
    driver.click(&words().buttons.menu);
    see(&mut driver, "menu");

    let mut driver = open(look, Some(with_two_spots(Side::Right)), size);
    see(&mut driver, "start with answers");
    driver.click(&words().buttons.go_on);
    driver.go_to_step(1);
    see(&mut driver, "safety");
    driver.go_to_step(2);
    assert_eq!(driver.check().spots.len(), 2);
    see(&mut driver, "where");
    driver.go_to_step(3);
    for card in 0.. {
        see(&mut driver, &format!("questions {}", card + 1));
        driver.click(&words().buttons.continue_on);
        if driver.shows(&crate::driver::step_line(4)) {
            break;
        }
    }
    let mut driver = open(look, Some(with_two_spots(Side::Both)), size);
    driver.click(&words().buttons.go_on);
    driver.go_to_step(2);
    see(&mut driver, "where, both knees");
    for level in LEVELS {
        let mut driver = open(look, Some(of_level(level)), size);
        driver.open_result();
        see(&mut driver, &format!("result {level:?}"));
        // Panels are the same at every level; where there is little room they are most in danger.
        if level == Level::SelfCare && size != USUAL {
            driver.dialogs.borrow_mut().ends.push_back(Chosen::DidNotOpen);
            driver.window.key_press_modifiers(Modifiers::COMMAND, Key::S);
            driver.settle();
            driver.must_show(&words().page.no_dialog);
            see(&mut driver, "not saved");
            driver.click(&words().buttons.save_to_documents);
            driver.must_show(&words().page.saved_next);
            see(&mut driver, "saved");
        }
    }
}

/// Faults, each with where it was found.
#[derive(Default)]
struct Faults(BTreeMap<String, BTreeSet<String>>);

impl Faults {
    fn add(&mut self, fault: String, place: String) {
        self.0.entry(fault).or_default().insert(place);
    }

    #[track_caller]
    fn none(self) {
        let lines: Vec<String> = self
            .0
            .iter()
            .map(|(fault, places)| {
                let some: Vec<_> = places.iter().take(4).cloned().collect();
                format!("{fault}\n    in {} places: {}", places.len(), some.join("; "))
            })
            .collect();
        assert!(lines.is_empty(), "{} faults:\n{}", lines.len(), lines.join("\n"));
    }
}

/// What the window is cleared with before each frame.
fn cleared_with(driver: &Driver) -> Color32 {
    let visuals = &driver.window.ctx.global_style().visuals;
    let parts = eframe::App::clear_color(driver.window.state(), visuals);
    let [red, green, blue, solid] = parts.map(|part| (part * 255.0).round() as u8);
    Color32::from_rgba_premultiplied(red, green, blue, solid)
}

/// Reads every text of every screen, with every fold open.
fn read_all((choice, look): (ThemePreference, Theme), sizes: &[Vec2]) {
    let (mut faults, mut seen) = (Faults::default(), 0);
    let mut least = (f64::INFINITY, String::new());
    for size in sizes {
        let mut read = |driver: &Driver, place: &str| {
            for text in crate::measure::texts(driver.window.output(), cleared_with(driver)) {
                seen += 1;
                let place = format!("{look:?} {}x{} {place}", size.x, size.y);
                let what: String = text.content.chars().take(60).collect();
                if text.contrast < least.0 {
                    least = (text.contrast, format!("{what:?} in {place}"));
                }
                if text.contrast < CONTRAST {
                    faults.add(format!("{what:?} has contrast {:.2}", text.contrast), place.clone());
                }
                if text.cut {
                    faults.add(format!("{what:?} is cut"), place);
                }
            }
        };
        // The window stays high after the first screen of each runner: to change it back and forth takes a minute.
        every_screen(choice, *size, |driver, screen| {
            read(driver, screen);
            driver.open_all_folds();
            driver.show_all();
            read(driver, &format!("{screen}, all of it"));
        });
    }
    println!("{look:?}: {seen} texts, 0 cut, least contrast {:.2}: {}", least.0, least.1);
    assert!(seen > 1000 * sizes.len(), "only {seen} texts");
    faults.none();
}

// What is cut depends on the size and not on the look, and what is on what does not depend on either: light is read at
// every size, and each other look at one.

#[test]
fn text_is_readable_and_whole_in_a_usual_and_a_wide_window() {
    read_all(LOOKS[0], &[USUAL, WIDE]);
}

#[test]
fn text_is_readable_and_whole_in_a_small_window_and_at_twice_the_size() {
    read_all(LOOKS[0], &[SMALL, TWICE]);
}

#[test]
fn text_is_readable_in_dark() {
    read_all(LOOKS[1], &[USUAL]);
}

#[test]
fn text_is_readable_in_high_contrast_dark() {
    read_all(LOOKS[2], &[TWICE]);
}

#[test]
fn text_is_readable_in_high_contrast_light() {
    read_all(LOOKS[3], &[SMALL]);
}

/// What zones of the picture are called.
fn zone_names() -> BTreeSet<String> {
    let of = |knee| KNOWLEDGE.zones.iter().map(move |zone| zone_name(knee, zone.id.as_str()));
    of(Knee::Left).chain(of(Knee::Right)).collect()
}

/// A heading has a level; a group has a name.
fn faults_of_structure(node: &Node<'_>, place: &str, faults: &mut Faults) {
    let role = node.accesskit_node().role();
    let level = node.accesskit_node().level();
    if role == Role::Heading && level.is_none_or(|level| level > 3) {
        faults.add(format!("the heading {:?} has level {level:?}", name_of(node)), place.to_owned());
    }
    if matches!(role, Role::Group | Role::RadioGroup) && name_of(node).is_empty() {
        faults.add(format!("a {role:?} has no name"), place.to_owned());
    }
}

#[test]
fn everything_to_press_is_large_named_and_inside_the_window() {
    let zones = zone_names();
    let mut faults = Faults::default();
    let mut by_place: BTreeMap<String, (f32, String)> = BTreeMap::new();
    let mut inputs = 0;
    let (mut least, mut least_zone) = ((f32::INFINITY, String::new()), (f32::INFINITY, String::new()));
    // Sizes are the same in every look.
    for size in SIZES {
        every_screen(ThemePreference::Light, size, |driver, screen| {
            driver.open_all_folds();
            let place = format!("{}x{} {screen}", size.x, size.y);
            let mut names = BTreeSet::new();
            for node in driver.nodes() {
                faults_of_structure(&node, &place, &mut faults);
            }
            for node in driver.nodes().iter().filter(|node| is_input(node)) {
                inputs += 1;
                let (name, rect) = (name_of(node), node.rect());
                let side = rect.width().min(rect.height());
                let is_zone = zones.contains(&name);
                let (bar, least) = if is_zone { (ZONE, &mut least_zone) } else { (TARGET, &mut least) };
                if side < least.0 {
                    *least = (side, format!("{name:?} in {place}"));
                }
                if is_zone && by_place.get(&place).is_none_or(|(least, _)| side < *least) {
                    by_place.insert(place.clone(), (side, name.clone()));
                }
                if side < bar - 0.01 {
                    faults.add(format!("{name:?} is {:.0}x{:.0}", rect.width(), rect.height()), place.clone());
                }
                if name.is_empty() {
                    faults.add(format!("a {:?} has no name", node.accesskit_node().role()), place.clone());
                }
                let group = node.accesskit_node().parent().map(|group| format!("{:?}", group.id()));
                if !names.insert((group, format!("{:?}", node.accesskit_node().role()), name.clone())) {
                    faults.add(format!("two in one group are called {name:?}"), place.clone());
                }
                if rect.left() < 0.0 || rect.right() > size.x {
                    faults.add(format!("{name:?} is from {:.0} to {:.0}", rect.left(), rect.right()), place.clone());
                }
            }
        });
    }
    for (place, (side, name)) in &by_place {
        println!("{place}: smallest zone {side:.1}, {name}");
    }
    println!("{inputs} inputs: 0 without a name, 0 with the name of another in its group, 0 outside of the window");
    println!("smallest target: {:.1}, {}", least.0, least.1);
    println!("smallest zone: {:.1}, {}", least_zone.0, least_zone.1);
    faults.none();
}

/// Rings around what has focus: the control and where it may be painted.
fn rings(driver: &Driver) -> Vec<(Rect, Rect)> {
    let colour = theme::tokens(Theme::Light).focus_in;
    let mut rings = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &driver.window.output().shapes {
        if let Shape::Rect(rect) = shape
            && rect.stroke.width > 0.0
            && rect.stroke.color == colour
        {
            rings.push((rect.rect, *clip_rect));
        }
    }
    rings
}

/// Where pictures are painted, and how much of each is seen.
fn pictures(driver: &Driver) -> Vec<(Rect, Rect)> {
    let shapes = driver.window.output().shapes.iter();
    let is_picture = |shape: &Shape| match shape {
        Shape::Rect(rect) => rect.brush.is_some(),
        Shape::Mesh(mesh) => mesh.texture_id != egui::TextureId::default(),
        _ => false,
    };
    shapes
        .filter(|clipped| is_picture(&clipped.shape))
        .map(|clipped| (clipped.shape.visual_bounding_rect(), clipped.clip_rect))
        .collect()
}

fn id(node: &Node<'_>) -> String {
    format!("{:?}", node.accesskit_node().id())
}

/// Whether Tab must come here: the answers of a group, and "not sure", are reached by arrows.
fn is_stop(node: &Node<'_>) -> bool {
    let of_arrows =
        is_answer(node) || name_of(node).ends_with(&format!(": {}", words().questions.row_not_sure.to_lowercase()));
    is_input(node) && !of_arrows
}

/// Whether it is one of the answers of a group.
fn is_answer(node: &Node<'_>) -> bool {
    matches!(node.accesskit_node().role(), Role::CheckBox | Role::RadioButton)
}

/// What has focus.
fn focused(driver: &Driver) -> Option<String> {
    driver.nodes().iter().find(|node| node.is_focused()).map(id)
}

/// What is tried at each stop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Walk {
    Tab,
    WithEscAndEnterAndBack,
}

fn walk_by_tab(size: Vec2, walk: Walk) {
    let zones = zone_names();
    let mut faults = Faults::default();
    let mut stops = 0;
    every_screen(ThemePreference::Light, size, |driver, screen| {
        let place = format!("{}x{} {screen}", size.x, size.y);
        let mut visited: Vec<String> = Vec::new();
        for _ in 0..150 {
            driver.key(Key::Tab);
            let nodes = driver.nodes();
            let Some(node) = nodes.iter().find(|node| node.is_focused()) else { continue };
            if visited.first() == Some(&id(node)) {
                break;
            }
            let (name, rect) = (name_of(node), node.rect());
            if visited.contains(&id(node)) {
                faults.add(format!("Tab comes to {name:?} twice in a round"), place.clone());
                break;
            }
            visited.push(id(node));
            stops += 1;
            let is_answer = is_answer(node);
            let view = driver.window.ctx.content_rect();
            let rings = rings(driver);
            let ring = rings.iter().find(|(around, _)| around.expand(2.0).contains_rect(rect));
            let picture = pictures(driver).into_iter().find(|(picture, _)| picture.contains(rect.center()));
            match ring {
                None if zones.contains(&name) => match picture {
                    Some((_, clip)) if clip.contains_rect(rect) => {}
                    _ => faults.add(format!("{name:?} with focus is at {rect:?}, seen is {picture:?}"), place.clone()),
                },
                None => faults.add(format!("{name:?} has no ring"), place.clone()),
                Some((_, clip)) => {
                    // What is higher than its room shows its top.
                    let part = if rect.height() > clip.height() { rect.with_max_y(rect.top() + 44.0) } else { rect };
                    if !clip.intersect(view).expand(0.5).contains_rect(part) {
                        faults.add(format!("{name:?} with focus is at {part:?}, seen is {clip:?}"), place.clone());
                    }
                }
            }
            if !view.intersects(rect) {
                faults.add(format!("{name:?} with focus is at {rect:?}, out of the window"), place.clone());
            }
            if walk == Walk::WithEscAndEnterAndBack {
                for key in [Key::Escape, Key::Enter].into_iter().take(1 + usize::from(is_answer)) {
                    let before = driver.check().clone();
                    driver.window.key_press(key);
                    driver.frame();
                    driver.frame();
                    if *driver.check() != before {
                        faults.add(format!("{key:?} on {name:?} changes an answer"), place.clone());
                    }
                    if focused(driver).as_ref() != visited.last() {
                        faults.add(format!("{key:?} on {name:?} moves focus"), place.clone());
                    }
                }
            }
        }
        if walk == Walk::WithEscAndEnterAndBack {
            // Focus is on the first stop again: the same way back, to the same stop.
            let mut back: Vec<String> = Vec::new();
            for _ in 0..visited.len() {
                driver.window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
                driver.frame();
                driver.frame();
                back.extend(focused(driver));
            }
            back.reverse();
            if back != visited {
                let at = back.iter().zip(&visited).position(|(one, other)| one != other);
                faults.add(format!("Shift and Tab is not the way back, from stop {at:?} on"), place.clone());
            }
        }
        let nodes = driver.nodes();
        for node in nodes.iter().filter(|node| is_stop(node) && !visited.contains(&id(node))) {
            faults.add(format!("Tab never comes to {:?}", name_of(node)), place.clone());
        }
        let holds_answers = |group: &Node<'_>| {
            matches!(group.accesskit_node().role(), Role::Group | Role::RadioGroup)
                && group.children_recursive().any(|node| is_answer(&node))
        };
        for group in nodes.iter().filter(|node| holds_answers(node)) {
            let is_reached = group.children_recursive().any(|node| visited.contains(&id(&node)));
            if !is_reached {
                faults.add(format!("Tab never comes into {:?}", name_of(group)), place.clone());
            }
        }
    });
    println!("{}x{}: {stops} stops of Tab, each ringed and in view", size.x, size.y);
    assert!(stops > 60, "only {stops} stops");
    faults.none();
}

#[test]
fn tab_reaches_everything_in_view_in_a_usual_window() {
    walk_by_tab(USUAL, Walk::WithEscAndEnterAndBack);
}

#[test]
fn tab_reaches_everything_in_view_in_a_small_window() {
    walk_by_tab(SMALL, Walk::Tab);
}

#[test]
fn tab_reaches_everything_in_view_at_twice_the_size() {
    walk_by_tab(TWICE, Walk::Tab);
}

#[test]
fn nothing_moves_once_input_has_settled() {
    let mut screens = 0;
    for size in SIZES {
        every_screen(ThemePreference::Light, size, |driver, screen| {
            driver.settle();
            let before = format!("{:?}", driver.window.output().shapes);
            driver.frame();
            driver.frame();
            assert!(format!("{:?}", driver.window.output().shapes) == before, "{size} {screen} goes on moving");
            screens += 1;
        });
    }
    println!("less motion: 0 of {screens} screens go on moving once input has settled");
}
