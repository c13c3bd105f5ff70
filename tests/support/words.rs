//! What the app says.

use std::sync::LazyLock;

use kneenote::wording::Wording;

/// The embedded words: read once.
pub fn wording() -> &'static Wording {
    static WORDING: LazyLock<Wording> = LazyLock::new(|| Wording::embedded().unwrap());
    &WORDING
}
