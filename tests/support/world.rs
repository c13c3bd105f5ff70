//! The day all tests are on, what the app knows, and what follows from answers.

use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};
use kneenote::assess::{Assessment, Assessor};
use kneenote::check::Check;
use kneenote::knowledge::Knowledge;

use crate::known::knowledge;

/// The day all tests are on.
pub const TODAY: Date = date(2026, 11, 23);

/// What is known, and what follows from answers.
pub struct World {
    /// What draws conclusions from what it knows.
    pub assessor: Assessor,
}

impl World {
    /// With this knowledge.
    pub fn of(knowledge: &Arc<Knowledge>) -> Self {
        Self { assessor: Assessor::new(knowledge) }
    }

    /// What follows from a check, today.
    pub fn assess(&self, check: &Check) -> Assessment {
        self.assess_on(check, TODAY)
    }

    /// What follows from a check, on a day.
    pub fn assess_on(&self, check: &Check, on: Date) -> Assessment {
        self.assessor.assess(check, on)
    }
}

/// The world of the app: read once.
pub fn world() -> &'static World {
    static WORLD: LazyLock<World> = LazyLock::new(|| World::of(knowledge()));
    &WORLD
}

/// What follows from a check, today.
pub fn assess(check: &Check) -> Assessment {
    world().assess(check)
}
