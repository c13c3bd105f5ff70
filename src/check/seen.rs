//! Which answers stood before the runner's eyes: only what was seen can be denied by passing it over.

use std::collections::BTreeSet;

use crate::knowledge::ids::FindingId;
use crate::knowledge::question::Question;

/// The findings whose rows were wholly in view, or had the focus, while their screen was open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeenRows(BTreeSet<FindingId>);

impl SeenRows {
    /// Every finding of a question, as when all its rows are in view.
    #[must_use]
    pub fn all_of(question: &Question) -> Self {
        question.findings().map(|finding| finding.id.clone()).collect()
    }

    /// Whether the row of a finding was seen.
    #[must_use]
    pub fn holds(&self, finding: &FindingId) -> bool {
        self.0.contains(finding)
    }

    /// The findings of a question whose rows were not seen yet.
    pub fn unseen<'a>(&'a self, question: &'a Question) -> impl Iterator<Item = &'a FindingId> {
        question.findings().map(|finding| &finding.id).filter(|id| !self.holds(id))
    }

    /// The first of them.
    #[must_use]
    pub fn first_unseen<'a>(&'a self, question: &'a Question) -> Option<&'a FindingId> {
        self.unseen(question).next()
    }

    /// Adds a finding whose row is seen.
    pub fn add(&mut self, finding: FindingId) {
        self.0.insert(finding);
    }

    /// Adds what both hold: a row that is in view for one frame only, while the screen is laid out, was not seen.
    pub fn add_common(&mut self, one: &Self, other: &Self) {
        self.0.extend(one.0.intersection(&other.0).cloned());
    }

    /// Forgets all: another screen is open.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl FromIterator<FindingId> for SeenRows {
    fn from_iter<I: IntoIterator<Item = FindingId>>(findings: I) -> Self {
        Self(findings.into_iter().collect())
    }
}
