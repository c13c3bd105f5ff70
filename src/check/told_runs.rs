//! What the runner's runs say for the page: enough that the same check makes the same page without any file of runs.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{days, distance};

/// The weeks that the page tells: the one in which the pain began, and the six before it.
pub const WEEKS_TOLD: usize = 7;
/// No week has more km.
pub const MOST_WEEK_KM: u32 = 1000;

/// What the runs say of the time before the pain began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToldRuns {
    /// The day of the first run.
    #[serde(with = "days::day")]
    pub from: Date,
    /// The day of the last one.
    #[serde(with = "days::day")]
    pub to: Date,
    /// Whole km.
    #[serde(default)]
    pub usual_week_km: Option<u32>,
    /// Whole km of the weeks 6 to 0, at most [`WEEKS_TOLD`]; the last one ends on the day the pain began.
    #[serde(default)]
    pub weeks_km: Vec<u32>,
    #[serde(default)]
    pub stands_out: Option<StandsOut>,
    /// Whether a file or a list told of them all, and no run was typed by hand.
    pub files: bool,
}

/// The run that stands out of the last ones before the pain began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandsOut {
    #[serde(with = "days::day")]
    pub day: Date,
    /// Metres; km in the file.
    #[serde(rename = "km", with = "distance::as_km")]
    pub distance_m: u32,
    /// The longest of the 30 days before it, in metres.
    #[serde(rename = "base_km", default, with = "distance::maybe_km")]
    pub base_m: Option<u32>,
}

impl StandsOut {
    /// How much longer than its base, in whole per cent, rounded down so that no step of ten is told too early; none
    /// where it is not longer.
    #[must_use]
    pub fn per_cent_over(&self) -> Option<u64> {
        let (distance, base) = (u64::from(self.distance_m), u64::from(self.base_m?));
        (100 * distance).checked_div(base)?.checked_sub(100).filter(|over| *over > 0)
    }
}
