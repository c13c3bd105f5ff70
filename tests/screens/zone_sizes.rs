//! Promise: every zone of the picture is large enough to hit, in every layout.
//!
//! Measured is the largest circle that fits into the part of a zone that is seen, in points.
//! `cargo test --test screens zone_sizes -- --nocapture` prints the table.

use std::collections::BTreeMap;

use crate::driver::{Driver, is_input, name_of, view_button, words, zone_name};
use crate::zone_depth::depth_mm;
use egui::{Vec2, vec2};
use egui_kittest::kittest::NodeT as _;
use kneenote::check::Check;
use kneenote::check::spot::{Knee, Side};
use kneenote::knee_map::KneeMap;
use kneenote::knowledge::zone::View;

/// Windows, down to 720 x 560 at a text size of 200 per cent.
const WINDOWS: [Vec2; 3] = [vec2(1100.0, 760.0), vec2(720.0, 560.0), vec2(360.0, 280.0)];
/// No zone is smaller, in any layout.
const LEAST: f64 = 24.0;
/// From a window of 1100 x 760 on, each zone is as large as this in the view where it is seen best.
const LARGE: f64 = 40.0;
/// The width from which this holds.
const WIDE: f32 = 1100.0;

type Sizes = BTreeMap<(String, usize), f64>;

/// The circle of each zone in each view.
fn sizes(map: &KneeMap, driver: &mut Driver, window: Vec2) -> Sizes {
    driver.window.set_size(window);
    driver.settle();
    let picker = &words().picker;
    let mut sizes = Sizes::new();
    for (at, view) in View::ALL.into_iter().enumerate() {
        driver.answer(&picker.views, &view_button(view));
        let nodes = driver.nodes();
        let zones = map.drawing(view).zones();
        let boxes: Vec<_> = zones
            .iter()
            .map(|zone| {
                let name = zone_name(Knee::Right, zone.id().as_str());
                // The list beside the picture comes later.
                let node = nodes.iter().find(|node| is_input(node) && name_of(node) == name);
                let node = node.unwrap_or_else(|| panic!("{name} is not in the tree"));
                let size = node.accesskit_node().bounding_box().unwrap();
                (zone, size)
            })
            .collect();
        // A zone that the edge of the picture cuts has a smaller box.
        let scale = boxes.iter().map(|(zone, seen)| seen.width() / zone.main_part_mm().width()).fold(0.0, f64::max);
        for (zone, seen) in boxes {
            let across = (2.0 * depth_mm(zone) * scale).min(seen.width()).min(seen.height());
            sizes.insert((zone.id().to_string(), at), across);
        }
    }
    sizes
}

#[test]
fn every_zone_can_be_hit_in_every_layout() {
    let map = KneeMap::embedded().unwrap();
    let check = Check { side: Some(Side::Right), ..Check::default() };
    let mut driver = Driver::with_check(check);
    driver.click(&words().buttons.go_on);
    driver.go_to_step(1);
    for window in WINDOWS {
        let sizes = sizes(&map, &mut driver, window);
        println!("\nwindow {} x {}: circle in points, front, outer, inner, back", window.x, window.y);
        let ids: Vec<&String> = sizes.keys().map(|(id, _)| id).collect();
        let mut least = f64::INFINITY;
        for id in ids.iter().enumerate().filter(|(at, id)| *at == 0 || ids[at - 1] != **id).map(|(_, id)| *id) {
            let of_view: Vec<Option<f64>> = (0..4).map(|view| sizes.get(&(id.clone(), view)).copied()).collect();
            let shown: String =
                of_view.iter().map(|size| size.map_or("      -".to_owned(), |size| format!("{size:7.1}"))).collect();
            let best = of_view.into_iter().flatten().fold(0.0, f64::max);
            println!("{id:20}{shown}{}", if best < LARGE { "  below 40" } else { "" });
            assert!(window.x < WIDE || best >= LARGE, "{id} is {best:.1} points at {window}");
            least = least.min(best);
        }
        let (smallest, size) = sizes.iter().min_by(|one, other| one.1.total_cmp(other.1)).unwrap();
        println!("smallest of all: {} {size:.1}; smallest in its best view: {least:.1}", smallest.0);
        assert!(*size >= LEAST, "{} is {size:.1} points at {window}", smallest.0);
    }
}
