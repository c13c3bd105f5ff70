//! What a reading is told from outside: the day, the zone, and what the runner answered.

use jiff::civil::Date;
use jiff::tz::TimeZone;

/// What a reading needs to know.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Today, where the runner is; a run after tomorrow was never run.
    pub today: Date,
    /// The zone of this computer, for files that tell none.
    pub zone: TimeZone,
    /// The unit of lists that tell none.
    pub unit: Option<Unit>,
}

/// A unit of distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Kilometres,
    Miles,
}

impl Unit {
    /// Its length in metres.
    #[must_use]
    pub fn metres(self) -> f64 {
        match self {
            Self::Kilometres => 1000.0,
            Self::Miles => 1609.344,
        }
    }
}
