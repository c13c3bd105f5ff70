//! Promise: in every look and at every size each screen can be read, hit and walked through by keyboard.
//!
//! `cargo test --test screens layout -- --nocapture` prints the least contrast and the smallest things to press.

mod pressing;
mod reading;
mod tab;

use std::collections::{BTreeMap, BTreeSet};

use crate::driver::{Driver, KNOWLEDGE, check_cases, words, zone_name};
use crate::enough_told::with_enough_told;
use crate::runs::{BEGAN, began_on, go_to_runs, log_of, put, read, with_a_jump};
use crate::world::assess;
use egui::{Key, Modifiers, Vec2, vec2};
use kneenote::check::Check;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::desktop::save_dialog::Chosen;
use kneenote::knowledge::rule::Level;
use kneenote::store::settings::{Motion, Settings, ThemePreference};

const USUAL: Vec2 = vec2(1100.0, 760.0);
const SMALL: Vec2 = vec2(720.0, 560.0);
/// The small window at twice the text size.
const TWICE: Vec2 = vec2(360.0, 280.0);
/// Room for a third column.
const WIDE: Vec2 = vec2(1440.0, 900.0);
const SIZES: [Vec2; 3] = [USUAL, SMALL, TWICE];
const LEVELS: [Level; 4] = [Level::Emergency, Level::Urgent, Level::Clinician, Level::SelfCare];

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
    let settings = Settings { theme: look, motion: Motion::Less, ..Settings::default() };
    Driver::with_settings(&settings, check, size)
}

/// Shows every screen, one after the other.
fn every_screen(look: ThemePreference, size: Vec2, mut see: impl FnMut(&mut Driver, &str)) {
    let mut driver = open(look, None, size);
    see(&mut driver, "where, at first");
    driver.click(&words().buttons.menu);
    see(&mut driver, "menu");

    let mut driver = open(look, Some(with_two_spots(Side::Right)), size);
    see(&mut driver, "where, with answers that were kept");
    driver.click(&words().buttons.go_on);
    driver.go_to_step(2);
    see(&mut driver, "safety");
    driver.go_to_step(1);
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
    driver.go_to_step(1);
    see(&mut driver, "where, both knees");
    let mut driver = open(look, Some(began_on(BEGAN)), size);
    go_to_runs(&mut driver);
    see(&mut driver, "my runs, at first");
    let files = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/runs");
    read(&mut driver, vec![files]);
    see(&mut driver, "my runs, with questions");
    let mut driver = open(look, Some(began_on(BEGAN)), size);
    let runs = with_a_jump();
    // As many as Tab goes through.
    let newest = runs.all().iter().rev().take(12).map(|logged| (logged.run.day, logged.run.distance_m));
    put(&driver, &log_of(newest));
    go_to_runs(&mut driver);
    see(&mut driver, "my runs");
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
    fn none(&self) {
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

/// What zones of the picture are called.
fn zone_names() -> BTreeSet<String> {
    let of = |knee| KNOWLEDGE.zones.iter().map(move |zone| zone_name(knee, zone.id.as_str()));
    of(Knee::Left).chain(of(Knee::Right)).collect()
}
