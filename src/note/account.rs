//! What the head of the page tells, so that no section has to tell it again.

use std::collections::BTreeSet;

/// The short account in the app's words.
#[derive(Clone, Debug, Default)]
pub(super) struct Account<'a> {
    pub(super) lines: Vec<String>,
    /// The findings that it tells: a section that would tell nothing else need not tell them again.
    pub(super) told: BTreeSet<&'a str>,
}
