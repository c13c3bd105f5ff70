//! Everything to press is large enough, has a name and stands still.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{Faults, SIZES, every_screen, zone_names};
use crate::driver::{Driver, is_input, name_of};
use egui::accesskit::Role;
use egui_kittest::{Node, kittest::NodeT as _};
use kneenote::store::settings::ThemePreference;

/// Least side of what can be pressed, in points.
const TARGET: f32 = 44.0;
/// The same for a zone of the picture.
const ZONE: f32 = 24.0;

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

/// What was found on a walk through every screen at every size. Sizes are the same in every look.
#[derive(Default)]
struct Walked {
    screens: usize,
    inputs: usize,
    faults: Faults,
    moving: Vec<String>,
    /// The smallest things to press, zones of the picture apart, each with where it is.
    least: Option<(f32, String)>,
    least_zone: Option<(f32, String)>,
}

impl Walked {
    /// Walked once, for the tests that only look.
    fn once() -> &'static Self {
        static WALKED: LazyLock<Walked> = LazyLock::new(|| {
            let (mut walked, zones) = (Walked::default(), zone_names());
            for size in SIZES {
                every_screen(ThemePreference::Light, size, |driver, screen| {
                    let place = format!("{}x{} {screen}", size.x, size.y);
                    walked.see_whether_it_moves(driver, &place);
                    driver.open_all_folds();
                    walked.see_what_can_be_pressed(driver, &zones, size.x, &place);
                });
            }
            walked
        });
        &WALKED
    }

    fn see_whether_it_moves(&mut self, driver: &mut Driver, place: &str) {
        self.screens += 1;
        driver.settle();
        let before = driver.window.output().shapes.clone();
        driver.frame();
        driver.frame();
        if driver.window.output().shapes != before {
            self.moving.push(place.to_owned());
        }
    }

    fn see_what_can_be_pressed(&mut self, driver: &Driver, zones: &BTreeSet<String>, width: f32, place: &str) {
        let mut names = BTreeSet::new();
        let nodes = driver.nodes();
        for node in &nodes {
            faults_of_structure(node, place, &mut self.faults);
        }
        for node in nodes.iter().filter(|node| is_input(node)) {
            self.inputs += 1;
            let (name, rect) = (name_of(node), node.rect());
            let side = rect.width().min(rect.height());
            let (bar, least) =
                if zones.contains(&name) { (ZONE, &mut self.least_zone) } else { (TARGET, &mut self.least) };
            if least.as_ref().is_none_or(|(least, _)| side < *least) {
                *least = Some((side, format!("{name:?} in {place}")));
            }
            let mut add = |fault: String| self.faults.add(fault, place.to_owned());
            if side < bar - 0.01 {
                add(format!("{name:?} is {:.0}x{:.0}", rect.width(), rect.height()));
            }
            if name.is_empty() {
                add(format!("a {:?} has no name", node.accesskit_node().role()));
            }
            let group = node.accesskit_node().parent().map(|group| format!("{:?}", group.id()));
            if !names.insert((group, format!("{:?}", node.accesskit_node().role()), name.clone())) {
                add(format!("two in one group are called {name:?}"));
            }
            if rect.left() < 0.0 || rect.right() > width {
                add(format!("{name:?} is from {:.0} to {:.0}", rect.left(), rect.right()));
            }
        }
    }
}

#[test]
fn everything_to_press_is_large_named_and_inside_the_window() {
    let walked = Walked::once();
    println!("{} inputs, smallest {:?}, smallest zone {:?}", walked.inputs, walked.least, walked.least_zone);
    walked.faults.none();
}

#[test]
fn nothing_moves_once_input_has_settled() {
    let walked = Walked::once();
    println!("less motion: {} screens", walked.screens);
    assert!(walked.moving.is_empty(), "these go on moving: {:#?}", walked.moving);
}
