//! Promise: About tells how often the program was right as it is counted here, and "fits well" was right at least 7 times in
//! 10. Nobody types a figure.
//!
//! `cargo test --test core record -- --nocapture` prints the counts.

use std::ops::Range;

use crate::answer_set::AnswerSet;
use crate::fixtures::read;
use crate::known::knowledge;
use crate::published_cases::{cases, totals};
use crate::world::assess;
use kneenote::assess::Assessment;
use kneenote::assess::ranking::Fit;
use kneenote::knowledge::record::{Counted, Record, Share};

/// Of ten causes that fit well so many are right, at least.
const WELL_RIGHT_OF_TEN: u32 = 7;

#[test]
fn the_record_in_about_is_what_the_cases_give() {
    let counted = counted();
    println!("{counted:#?}");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/knowledge/record.ron");
    if std::env::var_os("UPDATE_RECORD").is_some() {
        let written = std::fs::read_to_string(path).unwrap();
        let comment: String =
            written.lines().take_while(|line| line.starts_with("//")).map(|l| l.to_owned() + "\n").collect();
        let text = ron::ser::to_string_pretty(&counted, ron::ser::PrettyConfig::new()).unwrap();
        std::fs::write(path, format!("{comment}{text}\n")).unwrap();
        return;
    }
    assert_eq!(
        knowledge().record,
        counted,
        "the record in About is old; write it with: UPDATE_RECORD=1 cargo test --test core record"
    );
}

#[test]
fn what_fits_well_was_right_seven_times_in_ten() {
    let well = counted().fits_well;
    assert!(well.right * 10 >= well.of * WELL_RIGHT_OF_TEN, "{well:?}");
}

fn counted() -> Record {
    let published = cases();
    let of_published = totals(knowledge(), &published);
    let full: Vec<AnswerSet> = read("full_sets/by_hand.ron");
    let right_within = |places: Range<usize>| {
        let is_right = |set: &&AnswerSet| {
            let found = assess(&set.check());
            found.causes.iter().take(places.end).any(|cause| set.right.contains(&cause.cause))
        };
        full.iter().filter(is_right).count()
    };
    let [fits_well, fits_in_part, fits_a_little] = [Fit::Well, Fit::InPart, Fit::ALittle].map(|fit| {
        let sets = published.iter().map(|(_, set)| set).chain(&full);
        let (right, of) =
            sets.map(|set| of_band(set, &assess(&set.check()), fit)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        let (least_in_100, most_in_100) = wilson(f64::from(right), f64::from(of));
        Counted { right, of, least_in_100, most_in_100 }
    });
    Record {
        cases: published.len() as u32,
        first: share(of_published.first, published.len()),
        first_three: share(of_published.three, published.len()),
        first_three_or_named: share(of_published.named, published.len()),
        full_sets: full.len() as u32,
        full_first: share(right_within(0..1), full.len()),
        full_first_three: share(right_within(0..3), full.len()),
        fits_well,
        fits_in_part,
        fits_a_little,
    }
}

/// Of the causes shown in this band: how many are right, and how many there are.
fn of_band(set: &AnswerSet, found: &Assessment, fit: Fit) -> (u32, u32) {
    let shown = || found.shown_causes().filter(|cause| cause.fit == fit);
    (shown().filter(|cause| set.right.contains(&cause.cause)).count() as u32, shown().count() as u32)
}

fn share(right: usize, of: usize) -> Share {
    let (least_in_100, most_in_100) = wilson(right as f64, of as f64);
    Share { right: right as u32, least_in_100, most_in_100 }
}

/// The Wilson score interval at 95 per cent, of every 100, rounded.
fn wilson(right: f64, of: f64) -> (u32, u32) {
    let z = 1.959_964_f64;
    let share = right / of;
    let middle = share + z * z / (2.0 * of);
    let reach = z * (share * (1.0 - share) / of + z * z / (4.0 * of * of)).sqrt();
    let bound = |sum: f64| (100.0 * sum / (1.0 + z * z / of)).round() as u32;
    (bound(middle - reach), bound(middle + reach))
}

#[test]
fn the_interval_is_that_of_wilson() {
    // Of 28: 14 is 50 (33 to 67); of 10: none is 0 to 28, all is 72 to 100.
    assert_eq!(wilson(14.0, 28.0), (33, 67));
    assert_eq!(wilson(0.0, 10.0), (0, 28));
    assert_eq!(wilson(10.0, 10.0), (72, 100));
}
