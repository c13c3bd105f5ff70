//! How often the right cause was found: counted by a test, which writes `record.ron`.

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
    /// How many complete answer sets were tried, written from published pictures of causes before they were tried.
    pub full_sets: u32,
    /// Of these the right cause came first.
    pub full_first: Share,
    /// It was among the first three.
    pub full_first_three: Share,
    /// Of both kinds, the causes that were said to fit well.
    pub fits_well: Counted,
    /// Those that were said to fit in part.
    pub fits_in_part: Counted,
    /// Those that were said to fit a little.
    pub fits_a_little: Counted,
}

/// How many of the causes shown in one band were right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    pub right: u32,
    /// How many were shown.
    pub of: u32,
    /// The lower end of the 95 per cent interval, of every 100 shown, 0 to 100.
    pub least_in_100: u32,
    /// The upper end of it.
    pub most_in_100: u32,
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
