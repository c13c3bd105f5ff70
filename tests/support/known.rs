//! What the app knows.

use std::sync::LazyLock;

use kneenote::knowledge::Knowledge;

/// The embedded knowledge: read once.
pub fn knowledge() -> &'static Knowledge {
    static KNOWN: LazyLock<Knowledge> =
        LazyLock::new(|| Knowledge::embedded().unwrap_or_else(|faults| panic!("{faults:#?}")));
    &KNOWN
}
