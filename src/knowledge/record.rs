//! How often the right cause was found in published cases: counted by a test, which writes `record.ron`.

use serde::{Deserialize, Serialize};

/// What was counted. The cases were used while building, so others will do worse.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// How many published cases were tried.
    pub cases: u32,
    /// The right cause came first.
    pub first: Share,
    /// It was among the first three.
    pub first_three: Share,
    /// It was among the first three, or a rule of level 1 or 2 named it.
    pub first_three_or_named: Share,
}

/// A part of the cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// In how many cases.
    pub right: u32,
    /// The lower end of the 95 per cent interval, of every 100 cases, 0 to 100.
    pub least_in_100: u32,
    /// The upper end of it.
    pub most_in_100: u32,
}
