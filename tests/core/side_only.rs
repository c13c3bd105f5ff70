//! Promise: who knows only the side of a dangerous knee, and not the height, is sent in no later than is right.
//!
//! `cargo test --test core side_only -- --nocapture` prints who is sent in later than by the place itself.

use kneenote::check::Check;

use crate::answer_set::AnswerSet;
use crate::fixtures::read;
use crate::known::knowledge;
use crate::world::assess;

const LOTS: [&str; 4] = ["red_team/first.ron", "red_team/second.ron", "red_team/third.ron", "red_team/fourth.ron"];

/// The same with each mark moved to the side on which it lies; none where no mark lies on one.
fn by_side(check: &Check) -> Option<Check> {
    let mut moved = check.clone();
    for spot in &mut moved.spots {
        let side = knowledge().zones.iter().find(|zone| zone.any_of.contains(&spot.zone));
        if let Some(side) = side {
            spot.zone = side.id.clone();
        }
    }
    moved.spots.dedup_by(|a, b| a.knee == b.knee && a.zone == b.zone);
    moved.worst_spot = moved.spots.first().map(|spot| (spot.knee, spot.zone.clone()));
    (moved.spots != check.spots).then_some(moved)
}

#[test]
fn no_dangerous_knee_is_sent_in_too_late_because_only_its_side_was_told() {
    let sets = LOTS.iter().flat_map(|lot| read::<Vec<AnswerSet>>(lot));
    let (mut tried, mut later) = (0, Vec::new());
    for set in sets {
        let Some(moved) = by_side(&set.check()) else { continue };
        tried += 1;
        let (before, after) = (assess(&set.check()).urgency.level, assess(&moved).urgency.level);
        let is_accepted = set.levels.iter().any(|level| after <= *level);
        if !is_accepted {
            println!("{}: {before:?} -> {after:?}, accepted {:?}", set.id, set.levels);
            later.push(set.id.clone());
        }
    }
    println!("{tried} sets, {} sent in later than they should", later.len());
    assert!(tried > 200, "{tried}");
    assert!(later.is_empty(), "{later:?}");
}
