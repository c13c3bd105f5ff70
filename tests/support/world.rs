//! The day all tests are on, what the app knows, and what follows from answers.

use std::sync::{Arc, LazyLock};

use jiff::civil::{Date, date};
use kneenote::assess::{Assessment, Assessor};
use kneenote::check::Check;
use kneenote::knowledge::Knowledge;

use crate::known::knowledge;

/// The day all tests are on.
pub const TODAY: Date = date(2026, 11, 23);

/// Knowledge, and what it makes of answers.
pub struct World {
    /// What is known.
    pub knowledge: Arc<Knowledge>,
    /// What draws conclusions from it.
    pub assessor: Assessor,
}

impl World {
    /// With this knowledge.
    pub fn of(knowledge: Arc<Knowledge>) -> Self {
        Self { assessor: Assessor::new(&knowledge), knowledge }
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
    static WORLD: LazyLock<World> = LazyLock::new(|| World::of(Arc::clone(knowledge())));
    &WORLD
}

/// What follows from a check, today.
pub fn assess(check: &Check) -> Assessment {
    world().assess(check)
}
