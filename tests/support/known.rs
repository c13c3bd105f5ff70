//! What the app knows.

use kneenote::knowledge::Knowledge;

/// The embedded knowledge.
pub fn knowledge() -> Knowledge {
    Knowledge::embedded().unwrap_or_else(|faults| panic!("{faults:#?}"))
}
