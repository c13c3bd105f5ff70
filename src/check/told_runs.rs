//! What the runner's runs say for the page: enough that the same check makes the same page without any file of runs.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days;

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
    #[serde(rename = "km", with = "as_km")]
    pub distance_m: u32,
    /// The longest of the 30 days before it, in metres.
    #[serde(rename = "base_km", default, with = "maybe_km")]
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

/// Metres, which a file holds as km with up to three decimals.
mod as_km {
    use serde::{Deserialize as _, Deserializer, Serializer, de};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference to the field")]
    pub(super) fn serialize<S: Serializer>(metres: &u32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(*metres) / 1000.0)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        metres(f64::deserialize(deserializer)?)
    }

    /// The metres of so many km.
    pub(super) fn metres<E: de::Error>(km: f64) -> Result<u32, E> {
        let metres = (km * 1000.0).round();
        if !(0.0..=f64::from(super::super::diary::MOST_RUN_M)).contains(&metres) {
            return Err(E::custom(format_args!("a run of {km} km, expected 0 to 300")));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within these bounds it is a u32")]
        Ok(metres as u32)
    }
}

/// The same where nothing may be told.
pub(super) mod maybe_km {
    use serde::{Deserialize as _, Deserializer, Serializer};

    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    pub(in super::super) fn serialize<S: Serializer>(metres: &Option<u32>, serializer: S) -> Result<S::Ok, S::Error> {
        match metres {
            Some(metres) => serializer.serialize_some(&(f64::from(*metres) / 1000.0)),
            None => serializer.serialize_none(),
        }
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
        Option::<f64>::deserialize(deserializer)?.map(super::as_km::metres).transpose()
    }
}
