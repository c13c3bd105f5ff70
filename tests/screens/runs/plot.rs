//! Promise: the pictures have a name that says what stands out, and a table that holds all of them.

use egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;

use super::{BEGAN, began_on, log_of, open, runs_words, with_a_jump};
use crate::driver::{Driver, name_of};

/// The names of the pictures on the screen.
fn pictures(driver: &Driver) -> Vec<String> {
    let nodes = driver.nodes();
    nodes.iter().filter(|node| node.accesskit_node().role() == Role::Image).map(name_of).collect()
}

#[test]
fn each_has_one_name_with_the_first_sentence() {
    let mut driver = open(began_on(BEGAN), &with_a_jump());
    driver.show_all();
    let names = pictures(&driver);
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(names.iter().all(|name| name.contains("18.0 km on 15 November was 50 per cent longer")), "{names:?}");
}

#[test]
fn the_table_holds_every_week_and_every_run() {
    let mut driver = open(began_on(BEGAN), &with_a_jump());
    driver.show_all();
    driver.click(&runs_words().plot.as_table);
    driver.show_all();
    driver.must_show("Week to 18 November 2026: 18 km");
    driver.must_show("Week to 26 August 2026: 18 km");
    driver.must_show("15 November 2026: 18.0 km, the line is at 13.2 km");
    let rulers = driver.session().state().runs.rulers.clone().unwrap();
    for longest in &rulers.outings {
        let day = longest.outing.day.strftime("%-d %B %Y: ").to_string();
        assert!(driver.texts().iter().any(|text| text.starts_with(&day)), "{day}");
    }
}

#[test]
fn a_few_runs_are_no_picture() {
    let few = with_a_jump()
        .all()
        .iter()
        .rev()
        .take(7)
        .map(|logged| (logged.run.day, logged.run.distance_m))
        .collect::<Vec<_>>();
    let mut driver = open(began_on(BEGAN), &log_of(few));
    driver.show_all();
    assert_eq!(pictures(&driver), Vec::<String>::new());
    driver.must_show(&runs_words().plot.too_few);
}
