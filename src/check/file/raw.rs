//! The fields of a check file, as serde reads them.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::super::answer::Answer;
use super::super::began::Began;
use super::super::diary::DiaryEntry;
use super::super::spot::{Activity, Knee, Side, Spot, Tried};
use super::super::told_runs::ToldRuns;
use super::super::way_back::WayBack;
use super::super::{Compared, Units, WrittenBy};
use super::VERSION;
use crate::knowledge::ids::ZoneId;

/// The fields as they stand in the file, before anything was checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Raw {
    #[serde(rename = "version")]
    _version: u32,
    pub(super) content: String,
    pub(super) made: Option<String>,
    /// Of version 1: the day of the safety questions.
    pub(super) safety_asked: Option<String>,
    pub(super) answered: Pairs<String>,
    pub(super) rows_answered: Pairs<String>,
    pub(super) side: Option<Side>,
    pub(super) worse_knee: Option<Knee>,
    pub(super) units: Units,
    pub(super) written_by: WrittenBy,
    pub(super) compared: Compared,
    pub(super) spots: Vec<Spot>,
    pub(super) worst_spot: Option<(Knee, ZoneId)>,
    pub(super) began: Option<Began>,
    pub(super) race_on: Option<String>,
    pub(super) findings: Pairs<Answer>,
    pub(super) numbers: Pairs<f64>,
    pub(super) activities: Vec<Activity>,
    pub(super) tried: Vec<Tried>,
    pub(super) questions: Vec<String>,
    pub(super) words: Pairs<String>,
    pub(super) training: Option<ToldRuns>,
    pub(super) diary: Vec<DiaryEntry>,
    #[serde(rename = "plan")]
    pub(super) way_back: Option<WayBack>,
}

impl Default for Raw {
    fn default() -> Self {
        Self {
            _version: VERSION,
            content: String::new(),
            made: None,
            safety_asked: None,
            answered: Pairs(Vec::new()),
            rows_answered: Pairs(Vec::new()),
            side: None,
            worse_knee: None,
            units: Units::default(),
            written_by: WrittenBy::default(),
            compared: Compared::default(),
            spots: Vec::new(),
            worst_spot: None,
            began: None,
            race_on: None,
            findings: Pairs(Vec::new()),
            numbers: Pairs(Vec::new()),
            activities: Vec::new(),
            tried: Vec::new(),
            questions: Vec::new(),
            words: Pairs(Vec::new()),
            training: None,
            diary: Vec::new(),
            way_back: None,
        }
    }
}

/// A map that keeps double keys, so that they can be reported.
pub(super) struct Pairs<V>(pub(super) Vec<(String, V)>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for PairsVisitor<V> {
            type Value = Pairs<V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map like { \"stairs_down\": Yes }")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}
