//! What the runner said: answers in four states, marked places, own words.

pub mod ageing;
pub mod answer;
pub mod apply;
pub mod began;
mod click;
pub mod days;
mod derive;
pub mod diary;
pub mod distance;
pub mod edit;
pub mod evidence;
pub mod faults;
pub mod file;
mod hidden;
pub mod measure;
pub mod on_day;

pub mod seen;
pub mod spot;
pub mod told_runs;
pub mod typed_day;
pub mod typed_number;
pub mod way_back;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize, Serializer};

use crate::knowledge::ids::{FindingId, NumberId, QuestionId, ZoneId};
use crate::knowledge::known_ids::{numbers, questions};
use crate::knowledge::question::{Question, QuestionKind};
use answer::Answer;
use began::Began;
use diary::DiaryEntry;
use spot::{Activity, Knee, Side, Spot, SpotPain, Tried};
use told_runs::ToldRuns;
use way_back::WayBack;

/// The units that are shown; distances are always stored in km.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Units {
    /// Kilometres.
    #[default]
    Km,
    Miles,
}

impl Units {
    /// How many kilometres one of them is.
    #[must_use]
    pub fn km(self) -> f64 {
        match self {
            Self::Km => 1.0,
            Self::Miles => 1.609_344,
        }
    }
}

/// Who gives the answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum WrittenBy {
    #[default]
    Runner,
    /// A parent, for a child.
    Parent,
    /// Somebody else, for a person who is not their child.
    SomebodyElse,
}

/// Whether the page holds what the app compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Compared {
    /// It does.
    #[default]
    Shown,
    /// The runner left it out.
    LeftOut,
}

/// Which of the runner's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Why they come.
    Why,
    /// What they want to do again.
    Goal,
    /// What they think it is.
    Think,
    /// What worries them.
    Worry,
    /// What they hope for from the visit.
    Hope,
    /// Past knee and health in their own words.
    Past,
}

impl Topic {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 6] = [Self::Why, Self::Goal, Self::Think, Self::Worry, Self::Hope, Self::Past];

    /// Its name in the check file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Why => "why",
            Self::Goal => "goal",
            Self::Think => "think",
            Self::Worry => "worry",
            Self::Hope => "hope",
            Self::Past => "past",
        }
    }
}

impl Serialize for Topic {
    /// As a text: RON writes the name of a variant without quotes, and the file's keys have them.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// From this age in years on nobody is written of as a child.
const GROWN_UP: f64 = 18.0;
/// At most this many activities.
pub const MOST_ACTIVITIES: usize = 3;
/// Own words at one place are at most this long, in characters, so that a check can always be read back: a file has at
/// most [`file::MOST_BYTES`].
pub const MOST_CHARACTERS: usize = 8_000;
/// At most this many questions for the visit.
pub const MOST_QUESTIONS: usize = 3;

/// Everything the runner said about one pain.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Check {
    /// Date of the content it was made with, `YYYY-MM`.
    pub content: String,
    /// The day it was made or last changed.
    #[serde(serialize_with = "days::written_day")]
    pub made: Option<Date>,
    /// The day each question was last answered, all of it; where it is missing, the day the check was made.
    #[serde(serialize_with = "days::written")]
    pub answered: BTreeMap<QuestionId, Date>,
    /// The day of single answers that were given on another day than the rest of their question.
    #[serde(serialize_with = "days::written")]
    pub rows_answered: BTreeMap<FindingId, Date>,
    /// Which knee hurts.
    pub side: Option<Side>,
    /// The worse knee, when both hurt.
    pub worse_knee: Option<Knee>,
    /// What distances are shown in.
    pub units: Units,
    /// Who gives the answers.
    pub written_by: WrittenBy,
    /// Whether the page holds what the app compared.
    pub compared: Compared,
    /// Marked places, one per knee and zone, in the order they were marked.
    pub spots: Vec<Spot>,
    /// The place that hurts most.
    pub worst_spot: Option<(Knee, ZoneId)>,
    /// When the pain began.
    pub began: Option<Began>,
    /// The day of the race or the event that the runner aims at.
    #[serde(serialize_with = "days::written_day")]
    pub race_on: Option<Date>,
    /// Answers; what is absent was not asked.
    pub findings: BTreeMap<FindingId, Answer>,
    /// Numbers given.
    pub numbers: BTreeMap<NumberId, f64>,
    /// What the runner can still do.
    pub activities: Vec<Activity>,
    /// What they tried.
    pub tried: Vec<Tried>,
    /// What they want to ask.
    pub questions: Vec<String>,
    /// Own words.
    pub words: BTreeMap<Topic, String>,
    /// What the runner's runs say for the page.
    pub training: Option<ToldRuns>,
    /// The diary, by day, at most [`diary::MOST_ENTRIES`] of them.
    pub diary: Vec<DiaryEntry>,
    /// The way back to running.
    #[serde(rename = "plan")]
    pub way_back: Option<WayBack>,
}

impl Check {
    /// What was said of one finding, as stored: derived findings are in [`evidence::Evidence`].
    #[must_use]
    pub fn answer(&self, finding: &str) -> Answer {
        self.findings.get(finding).copied().unwrap_or(Answer::NotAsked)
    }

    /// A number, as stored.
    #[must_use]
    pub fn number(&self, number: &str) -> Option<f64> {
        self.numbers.get(number).copied()
    }

    /// Whether the age is known and that of a grown person.
    #[must_use]
    pub fn is_grown_up(&self) -> bool {
        self.number(&numbers::AGE).is_some_and(|age| age >= GROWN_UP)
    }

    /// The place that hurts most: the one chosen, else the only one, else the one with the most pain.
    #[must_use]
    pub fn worst(&self) -> Option<&Spot> {
        if let Some((knee, zone)) = &self.worst_spot
            && let Some(spot) = self.spots.iter().find(|spot| spot.knee == *knee && spot.zone == *zone)
        {
            return Some(spot);
        }
        let first = self.spots.first()?;
        Some(self.spots.iter().fold(first, |most, spot| if spot.worst > most.worst { spot } else { most }))
    }

    /// The place that hurts most, where that is known: the runner chose it, there is only one, or its pain is above the
    /// others'.
    #[must_use]
    pub fn known_worst(&self) -> Option<&Spot> {
        let worst = self.worst()?;
        let is_chosen = self.worst_spot.is_some() || self.spots.len() == 1;
        let is_above = || self.spots.iter().filter(|spot| *spot != worst).all(|spot| spot.worst < worst.worst);
        (is_chosen || is_above()).then_some(worst)
    }

    /// The worse knee, when both hurt: the one that was told, else that of the place that hurts most, where that is known.
    #[must_use]
    pub fn known_worse_knee(&self) -> Option<Knee> {
        let of_marks = || self.known_worst().filter(|_| self.side == Some(Side::Both)).map(|spot| spot.knee);
        self.worse_knee.or_else(of_marks)
    }

    /// Whether anything was said to a question, wherever the check holds it.
    #[must_use]
    pub fn is_touched(&self, question: &Question) -> bool {
        let has_field = match question.kind {
            QuestionKind::Side => self.side.is_some(),
            QuestionKind::Zones => !self.spots.is_empty(),
            QuestionKind::SpotSize => self.spots.iter().any(|spot| spot.size.is_some()),
            QuestionKind::Tried => !self.tried.is_empty(),
            _ if question.id == questions::DURATION => self.began.is_some(),
            _ => {
                let has_pain = |pain: SpotPain| self.spots.iter().any(|spot| pain.of(spot).is_some());
                SpotPain::asked_by(question).is_some_and(has_pain)
            }
        };
        has_field
            || question.options.iter().any(|answer| self.answer(answer.id.as_str()).is_asked())
            || question.numbers.iter().any(|number| self.numbers.contains_key(&number.id))
    }

    /// Whether nothing was said yet; who answers, and in which units, says nothing of a knee.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let (units, written_by) = (self.units, self.written_by);
        let blank = Self { content: self.content.clone(), made: self.made, units, written_by, ..Self::default() };
        *self == blank
    }
}
