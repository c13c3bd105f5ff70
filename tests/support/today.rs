//! The day all tests are on.

use jiff::civil::{Date, date};
use kneenote::assess::{Assessment, Assessor};
use kneenote::check::Check;
use kneenote::knowledge::Knowledge;

/// The day all tests are on.
pub const TODAY: Date = date(2026, 11, 23);

/// What follows from a check, today.
pub fn assess(knowledge: &Knowledge, check: &Check) -> Assessment {
    Assessor::new(knowledge).assess(knowledge, check, TODAY)
}
