//! What the app knows.

use std::sync::Arc;

use kneenote::knowledge::Knowledge;

/// The embedded knowledge.
pub fn knowledge() -> Arc<Knowledge> {
    Arc::new(Knowledge::embedded().unwrap_or_else(|faults| panic!("{faults:#?}")))
}
