//! Tab leads to everything, in view and ringed, and Shift and Tab the same way back.

use std::collections::BTreeSet;

use super::{Faults, SMALL, TWICE, USUAL, every_screen, zone_names};
use crate::driver::{Driver, is_input, name_of, words};
use egui::accesskit::Role;
use egui::epaint::ClippedShape;
use egui::{Key, Modifiers, Rect, Shape, Vec2};
use egui_kittest::{Node, kittest::NodeT as _};
use kneenote::store::settings::ThemePreference;
use kneenote::ui::theme::{self, Theme};

/// No round has more stops.
const MOST_STEPS: usize = 150;

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

/// Whether Tab must come here: the answers of a group, and the cells of a row, are reached by arrows.
fn is_stop(node: &Node<'_>) -> bool {
    let questions = &words().questions;
    let is_cell =
        [&questions.row_no, &questions.row_not_sure].iter().any(|cell| name_of(node).ends_with(&format!(": {cell}")));
    is_input(node) && !is_answer(node) && !is_cell
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

/// One round of Tab through a screen.
struct Round<'a> {
    place: String,
    zones: &'a BTreeSet<String>,
    faults: &'a mut Faults,
    /// Each stop in order.
    visited: Vec<String>,
}

impl Round<'_> {
    fn fault(&mut self, fault: String) {
        self.faults.add(fault, self.place.clone());
    }

    /// Goes on to the next stop; whether there is another one.
    fn step(&mut self, driver: &mut Driver, walk: Walk) -> bool {
        driver.key(Key::Tab);
        let stop = {
            let nodes = driver.nodes();
            let Some(node) = nodes.iter().find(|node| node.is_focused()) else { return true };
            (id(node), name_of(node), node.rect(), is_answer(node))
        };
        let (id, name, rect, is_answer) = stop;
        if self.visited.first() == Some(&id) {
            return false;
        }
        if self.visited.contains(&id) {
            self.fault(format!("Tab comes to {name:?} twice in a round"));
            return false;
        }
        self.visited.push(id);
        self.see_that_it_is_seen(driver, &name, rect);
        if walk == Walk::WithEscAndEnterAndBack {
            self.press_what_changes_nothing(driver, &name, is_answer);
        }
        true
    }

    fn see_that_it_is_seen(&mut self, driver: &Driver, name: &str, rect: Rect) {
        let view = driver.window.ctx.content_rect();
        let rings = rings(driver);
        let ring = rings.iter().find(|(around, _)| around.expand(2.0).contains_rect(rect));
        let picture = pictures(driver).into_iter().find(|(picture, _)| picture.contains(rect.center()));
        match ring {
            None if self.zones.contains(name) => match picture {
                Some((_, clip)) if clip.contains_rect(rect) => {}
                _ => self.fault(format!("{name:?} with focus is at {rect:?}, seen is {picture:?}")),
            },
            None => self.fault(format!("{name:?} has no ring")),
            Some((_, clip)) => {
                // What is higher than its room shows its top.
                let part = if rect.height() > clip.height() { rect.with_max_y(rect.top() + 44.0) } else { rect };
                if !clip.intersect(view).expand(0.5).contains_rect(part) {
                    self.fault(format!("{name:?} with focus is at {part:?}, seen is {clip:?}"));
                }
            }
        }
        if !view.intersects(rect) {
            self.fault(format!("{name:?} with focus is at {rect:?}, out of the window"));
        }
    }

    fn press_what_changes_nothing(&mut self, driver: &mut Driver, name: &str, is_answer: bool) {
        for key in [Key::Escape, Key::Enter].into_iter().take(1 + usize::from(is_answer)) {
            let before = driver.check().clone();
            press(driver, Modifiers::NONE, key);
            if *driver.check() != before {
                self.fault(format!("{key:?} on {name:?} changes an answer"));
            }
            if focused(driver).as_ref() != self.visited.last() {
                self.fault(format!("{key:?} on {name:?} moves focus"));
            }
        }
    }

    /// Focus is on the first stop again: the same way back, to the same stop.
    fn go_back(&mut self, driver: &mut Driver) {
        let mut back: Vec<String> = Vec::new();
        for _ in 0..self.visited.len() {
            press(driver, Modifiers::SHIFT, Key::Tab);
            back.extend(focused(driver));
        }
        back.reverse();
        if back != self.visited {
            let at = back.iter().zip(&self.visited).position(|(one, other)| one != other);
            self.fault(format!("Shift and Tab is not the way back, from stop {at:?} on"));
        }
    }

    fn see_that_nothing_was_left_out(&mut self, driver: &Driver) {
        let nodes = driver.nodes();
        for node in nodes.iter().filter(|node| is_stop(node)) {
            if !self.visited.contains(&id(node)) {
                self.fault(format!("Tab never comes to {:?}", name_of(node)));
            }
        }
        let holds_answers = |group: &Node<'_>| {
            matches!(group.accesskit_node().role(), Role::Group | Role::RadioGroup)
                && group.children_recursive().any(|node| is_answer(&node))
        };
        for group in nodes.iter().filter(|node| holds_answers(node)) {
            if !group.children_recursive().any(|node| self.visited.contains(&id(&node))) {
                self.fault(format!("Tab never comes into {:?}", name_of(group)));
            }
        }
    }
}

/// A key, and the frame in which what it moved is in view.
fn press(driver: &mut Driver, modifiers: Modifiers, key: Key) {
    driver.window.key_press_modifiers(modifiers, key);
    driver.frame();
    driver.frame();
}

fn walk_by_tab(size: Vec2, walk: Walk) {
    let (zones, mut faults, mut stops) = (zone_names(), Faults::default(), 0);
    every_screen(ThemePreference::Light, size, |driver, screen| {
        let place = format!("{}x{} {screen}", size.x, size.y);
        let mut round = Round { place, zones: &zones, faults: &mut faults, visited: Vec::new() };
        let mut steps = 0..MOST_STEPS;
        while steps.next().is_some() && round.step(driver, walk) {}
        if walk == Walk::WithEscAndEnterAndBack {
            round.go_back(driver);
        }
        round.see_that_nothing_was_left_out(driver);
        stops += round.visited.len();
    });
    println!("{}x{}: {stops} stops of Tab, each ringed and in view", size.x, size.y);
    assert!(stops > 60, "only {stops} stops");
    faults.none();
}

/// Also of a key that the window takes for itself.
#[test]
fn the_first_key_of_all_shows_what_has_focus() {
    for key in [Key::Tab, Key::F6] {
        let mut driver = Driver::new();
        driver.key(key);
        assert!(focused(&driver).is_some() && !rings(&driver).is_empty(), "{key:?} shows no ring");
    }
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
