//! Answers of one question in place of each other.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::world::assess;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::knowledge::ids::FindingId;

/// "No power to push it straight" after an event is an emergency (E10). "Blocked" in its place is one too where it hurts
/// at the tendons or the leg is weak; else it reports another trouble, which the evidence has at level 2 (U01, and the
/// check case of a locked knee). A clinician has to say whether that is right; any further pair is a fault.
const TOLD_APART: [&str; 1] = ["straight_weak -> locked_now"];

/// Pairs of answers of one question where the second is less urgent than the first, with the smallest example.
#[derive(Default)]
pub struct Swaps {
    lower: RefCell<BTreeMap<String, (usize, String)>>,
}

impl Swaps {
    /// Notes when the second check is less urgent.
    pub fn compare(&self, before: &Check, after: &Check, (from, to): (&FindingId, &FindingId)) {
        let (was, is) = (assess(before).urgency, assess(after).urgency);
        if is.level <= was.level {
            return;
        }
        let yes: Vec<_> =
            after.findings.iter().filter(|(_, a)| **a == Answer::Yes).map(|(id, _)| id.as_str()).collect();
        let zones: Vec<_> = after.spots.iter().map(|spot| spot.zone.as_str()).collect();
        let rules: Vec<_> = was.fired.iter().filter(|r| r.level == was.level).map(|r| r.rule.as_str()).collect();
        let size = yes.len() + zones.len() + after.numbers.len();
        let example = format!(
            "level {} to {}, {rules:?} no more, with {yes:?} {zones:?} {:?}",
            was.level.number(),
            is.level.number(),
            after.numbers
        );
        let mut lower = self.lower.borrow_mut();
        let known = lower.entry(format!("{from} -> {to}")).or_insert((usize::MAX, String::new()));
        if size < known.0 {
            *known = (size, example);
        }
    }

    /// Fails where any is.
    pub fn none_lowers(&self) {
        let lower: Vec<_> = self
            .lower
            .borrow()
            .iter()
            .filter(|(pair, _)| !TOLD_APART.contains(&pair.as_str()))
            .map(|(pair, (_, example))| format!("{pair}: {example}"))
            .collect();
        assert!(lower.is_empty(), "{}", lower.join("\n"));
    }
}
