//! The table of facts: which names a condition may use, and where each stands.

use std::collections::HashMap;

use super::content::Content;

/// The position of a fact or of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot(pub(crate) u16);

impl Slot {
    /// As an index.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Facts that are no finding, zone or flag; conditions of questions use them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltInFact {
    /// At least one zone is marked.
    AnyZone,
    /// At least one thing was tried.
    AnyTried,
    /// A level 1 rule fired.
    Emergency,
}

impl BuiltInFact {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::AnyZone, Self::AnyTried, Self::Emergency];

    /// The name in conditions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AnyZone => "any_zone",
            Self::AnyTried => "any_tried",
            Self::Emergency => "emergency",
        }
    }
}

/// Which names there are, and where each stands.
#[derive(Clone, Debug, Default)]
pub struct FactNames {
    // Looked up for every answer and never gone through.
    facts: HashMap<String, Slot>,
    numbers: HashMap<String, Slot>,
}

impl FactNames {
    /// The names of all findings, zones, built-in facts and the first `flags` flags.
    pub(super) fn of(content: &Content) -> Self {
        let mut names = Self::default();
        for question in &content.questions.questions {
            for finding in &question.options {
                add(&mut names.facts, finding.id.as_str());
            }
            for number in &question.numbers {
                add(&mut names.numbers, number.id.as_str());
            }
        }
        for zone in &content.zones {
            add(&mut names.facts, zone.id.as_str());
        }
        for built_in in BuiltInFact::ALL {
            add(&mut names.facts, built_in.name());
        }
        names
    }

    /// Adds a flag; flags may use only flags added before them.
    pub(super) fn add_flag(&mut self, name: &str) -> Slot {
        add(&mut self.facts, name)
    }

    /// Where the fact `name` stands.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<Slot> {
        self.facts.get(name).copied()
    }

    /// Where the number `name` stands.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<Slot> {
        self.numbers.get(name).copied()
    }

    /// How many facts there are.
    #[must_use]
    pub fn fact_count(&self) -> usize {
        self.facts.len()
    }

    /// How many numbers there are.
    #[must_use]
    pub fn number_count(&self) -> usize {
        self.numbers.len()
    }
}

fn add(names: &mut HashMap<String, Slot>, name: &str) -> Slot {
    let next = Slot(u16::try_from(names.len()).unwrap_or(u16::MAX));
    *names.entry(name.to_owned()).or_insert(next)
}
