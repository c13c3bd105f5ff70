//! What the app knows, and what follows from it.

use std::sync::Arc;

use crate::known::knowledge;
use crate::today::TODAY;
use jiff::civil::Date;
use kneenote::assess::explain::explain;
use kneenote::assess::next_question::NextQuestions;
use kneenote::assess::{Assessment, Assessor};
use kneenote::check::Check;
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::rule::Level;
use kneenote::note;
use kneenote::wording::Wording;

/// What the app knows, and what follows from it; each test adds what only it asks.
pub struct World {
    /// What the app knows.
    pub knowledge: Arc<Knowledge>,
    /// Says what follows.
    pub assessor: Assessor,
    wording: Wording,
}

impl World {
    /// With the content that is built in.
    pub fn new() -> Self {
        Self::of(knowledge())
    }

    /// With other content.
    pub fn of(knowledge: Arc<Knowledge>) -> Self {
        Self { assessor: Assessor::new(&knowledge), knowledge, wording: Wording::embedded().unwrap() }
    }

    /// What follows from a check today.
    pub fn assess(&self, check: &Check) -> Assessment {
        self.assess_on(check, TODAY)
    }

    /// What follows from a check on a day.
    pub fn assess_on(&self, check: &Check, on: Date) -> Assessment {
        self.assessor.assess(check, on)
    }

    /// How urgent a check is today.
    pub fn level(&self, check: &Check) -> Level {
        self.assess(check).urgency.level
    }

    /// What the open answers would change.
    pub fn next(&self, check: &Check) -> NextQuestions {
        self.assessor.next_questions(&self.assess(check))
    }

    /// What `--explain` prints; the questions to ask try out every open answer, which takes its time.
    pub fn working(&self, check: &Check) -> String {
        explain(&self.assess(check), &self.next(check))
    }

    /// The page of a day.
    pub fn page(&self, check: &Check, on: Date) -> String {
        note::page(&self.wording.note, check, &self.assess_on(check, on), on).text
    }
}
