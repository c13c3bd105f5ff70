//! What a reading is told from outside: the day, the zone, and what the runner answered.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::training::list_answers::ListAnswers;

/// What a reading needs to know.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Today, where the runner is; a run after tomorrow was never run.
    pub today: Date,
    /// The zone of this computer, for files that tell none.
    pub zone: TimeZone,
    /// What the runner said of lists.
    pub lists: ListAnswers,
}
