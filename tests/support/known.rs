//! What the app knows.

use std::sync::{Arc, LazyLock};

use kneenote::knowledge::Knowledge;

/// The embedded knowledge: read once.
pub fn knowledge() -> &'static Arc<Knowledge> {
    static KNOWN: LazyLock<Arc<Knowledge>> =
        LazyLock::new(|| Arc::new(Knowledge::embedded().unwrap_or_else(|faults| panic!("{faults:#?}"))));
    &KNOWN
}
