//! Promise: the knee that was picked is the knee that is marked, kept and printed, whichever way a place is marked.
//!
//! `cargo test --test screens sides -- --nocapture` prints how many places were marked on each knee and in each way.

use std::collections::BTreeSet;

use crate::driver::{
    Driver, KNOWLEDGE, WORDING, ancestors_named, is_closed, is_input, list_of, name_of, view_button, words, zone_name,
};
use egui::accesskit::{Role, Toggled};
use egui_kittest::{Node, kittest::NodeT as _};
use kneenote::check::spot::{Knee, Side};
use kneenote::knowledge::zone::View;
use kneenote::wording::fill;

const KNEES: [Knee; 2] = [Knee::Left, Knee::Right];

/// Presses everything that is meant and not on yet; gives how many.
fn press_all(driver: &mut Driver, is_meant: impl Fn(&Node<'_>) -> bool) -> usize {
    let pressed = {
        let nodes = driver.nodes();
        let is_off = |node: &Node<'_>| is_closed(node) || node.accesskit_node().toggled() == Some(Toggled::False);
        let wanted: Vec<_> = nodes.iter().filter(|node| is_input(node) && is_off(node) && is_meant(node)).collect();
        for node in &wanted {
            node.click_accesskit();
        }
        wanted.len()
    };
    driver.frame();
    driver.frame();
    pressed
}

/// Marks every place in the picture, view by view.
fn mark_in_pictures(driver: &mut Driver, knee: Knee) {
    let names: BTreeSet<String> = KNOWLEDGE.zones.iter().map(|zone| zone_name(knee, zone.id.as_str())).collect();
    for view in View::ALL {
        press_all(driver, |node| {
            node.accesskit_node().role() == Role::RadioButton && name_of(node) == view_button(view)
        });
        press_all(driver, |node| names.contains(&name_of(node)));
    }
    driver.settle();
}

/// Marks every place in the lists.
fn mark_in_lists(driver: &mut Driver, knee: Knee) {
    let (lists, rows): (BTreeSet<String>, BTreeSet<String>) =
        KNOWLEDGE.zones.iter().map(|zone| list_of(knee, zone.id.as_str())).unzip();
    let place = &words().place;
    press_all(driver, |node| [&place.cannot_point, &place.from_list].contains(&&name_of(node)));
    press_all(driver, |node| lists.contains(&name_of(node)));
    let is_of_knee = |node: &Node<'_>| lists.iter().any(|list| ancestors_named(node, list));
    press_all(driver, |node| rows.contains(&name_of(node)) && is_of_knee(node));
    driver.settle();
}

fn must_be_of(driver: &Driver, knee: Knee, marked: usize) {
    let check = driver.check();
    assert_eq!(check.side, Some(if knee == Knee::Left { Side::Left } else { Side::Right }));
    assert_eq!(check.spots.len(), marked);
    assert!(check.spots.iter().all(|spot| spot.knee == knee), "{:?}", check.spots);
    let (here, there) = match knee {
        Knee::Left => (&WORDING.note.left_knee, &WORDING.note.right_knee),
        Knee::Right => (&WORDING.note.right_knee, &WORDING.note.left_knee),
    };
    assert!(driver.page().contains(here.as_str()), "the page does not name the {knee:?} knee");
    assert!(!driver.page().contains(there.as_str()), "the page of a {knee:?} knee names the other");
}

#[test]
fn every_place_marked_in_either_way_is_of_the_knee_that_was_picked() {
    let in_pictures: BTreeSet<_> =
        KNOWLEDGE.zones.iter().filter(|zone| !zone.seen.is_empty()).map(|zone| zone.id.clone()).collect();
    for knee in KNEES {
        let mut by_picture = Driver::new();
        mark_in_pictures(&mut by_picture, knee);
        must_be_of(&by_picture, knee, in_pictures.len());

        let mut by_list = Driver::new();
        mark_in_lists(&mut by_list, knee);
        must_be_of(&by_list, knee, KNOWLEDGE.zones.len());

        let zones =
            |driver: &Driver| driver.check().spots.iter().map(|spot| spot.zone.clone()).collect::<BTreeSet<_>>();
        assert_eq!(zones(&by_picture), in_pictures);
        assert!(zones(&by_list).is_superset(&in_pictures));
        println!("{knee:?} knee: {} places by picture, {} by list", zones(&by_picture).len(), zones(&by_list).len());

        // The other knee takes all of them along, says so, and Undo brings them back.
        let before = by_list.check().clone();
        let other = if knee == Knee::Left { Knee::Right } else { Knee::Left };
        let (place, app) = (&words().place, &words().app);
        let is_swap = |name: &&String| name.starts_with(&place.swap);
        let swap = by_list.inputs().iter().find(is_swap).unwrap().clone();
        by_list.click(&swap);
        must_be_of(&by_list, other, before.spots.len());
        let name = if other == Knee::Left { &app.knee_left_short } else { &app.knee_right_short };
        by_list.must_show(&fill(&place.moved, &[("knee", &name.to_lowercase())]));
        by_list.click(&words().buttons.undo);
        assert_eq!(*by_list.check(), before);
    }
}
