//! The changes of answers that can be asked for; `apply.rs` makes them.

use jiff::civil::Date;

use super::answer::Answer;
use super::began::Began;
use super::diary::DiaryEdit;
use super::seen::SeenRows;
use super::spot::{Helped, Knee, Size};
use super::told_runs::ToldRuns;
use super::way_back::WayBackEdit;
use super::{Compared, Topic, Units, WrittenBy};
use crate::knowledge::ids::{FindingId, NumberId, QuestionId, ZoneId};

/// A change of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Picks one answer.
    Pick(QuestionId, FindingId),
    /// Picks one way of a question whose answers stand as pictures: what else was said to it goes, and what the other
    /// pictures name and was seen is No.
    Choose(QuestionId, FindingId, SeenRows),
    /// Makes a question not asked.
    Clear(QuestionId),
    /// Sets one row of a "tick any" question.
    Tick(QuestionId, FindingId, Answer),
    /// "None of these", of the answers that were seen.
    DenyAll(QuestionId, SeenRows),
    /// Sets or takes away a number that is typed.
    Number(NumberId, Option<f64>),
    /// Picks a number on the scale from 0 to 10.
    Rate(NumberId, u8),
    /// Marks a place or takes the mark away.
    ToggleSpot(Knee, ZoneId),
    /// This place is on the other knee.
    SwapKnee(Knee, ZoneId),
    /// Worst pain there.
    SpotWorst(Knee, ZoneId, u8),
    /// Pain there now.
    SpotNow(Knee, ZoneId, u8),
    /// How big it is.
    SpotSize(Knee, ZoneId, Size),
    /// Marks the same places on the other knee.
    CopyToOtherKnee(Knee),
    /// When it began.
    Began(Option<Began>),
    /// The day of the race that the runner aims at.
    Race(Option<Date>),
    /// Ticks or unticks something that was tried.
    Tried(FindingId),
    /// For how many days it was tried.
    TriedDays(FindingId, Option<u16>),
    /// Whether it helped.
    TriedHelped(FindingId, Helped),
    /// Own words.
    Words(Topic, String),
    /// The name of an activity, by position.
    ActivityName(usize, String),
    /// How well an activity goes.
    ActivityCan(usize, u8),
    /// A question for the visit, by position.
    QuestionForVisit(usize, String),
    /// Whether the page shows what the app compared.
    Compared(Compared),
    /// Who gives the answers.
    WrittenBy(WrittenBy),
    /// What distances are shown in.
    Units(Units),
    /// What the runs say goes on the page, or off it.
    Runs(Option<Box<ToldRuns>>),
    /// A day of the diary, and the day on which it was told.
    Diary(Date, DiaryEdit, Date),
    /// The way back to running.
    WayBack(WayBackEdit),
}

/// A box that is typed into. Typing there in a row belongs together, in steps of a word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Own words.
    Words(Topic),
    /// The name of an activity, by position.
    ActivityName(usize),
    /// A question for the visit, by position.
    QuestionForVisit(usize),
    Number(NumberId),
    /// When it began.
    Began,
    /// The day of the race.
    Race,
    /// For how many days something was tried.
    TriedDays(FindingId),
}

impl Field {
    /// Whether it holds words, and not one number or date.
    #[must_use]
    pub fn holds_words(&self) -> bool {
        matches!(self, Self::Words(_) | Self::ActivityName(_) | Self::QuestionForVisit(_))
    }
}

impl Edit {
    /// The box that the change was typed into; `None` for a click.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Words(topic, _) => Some(Field::Words(*topic)),
            Self::ActivityName(at, _) => Some(Field::ActivityName(*at)),
            Self::QuestionForVisit(at, _) => Some(Field::QuestionForVisit(*at)),
            Self::Number(id, _) => Some(Field::Number(id.clone())),
            Self::Began(_) => Some(Field::Began),
            Self::Race(_) => Some(Field::Race),
            Self::TriedDays(what, _) => Some(Field::TriedDays(what.clone())),
            Self::Pick(..)
            | Self::Choose(..)
            | Self::Clear(_)
            | Self::Tick(..)
            | Self::DenyAll(..)
            | Self::Rate(..)
            | Self::ToggleSpot(..)
            | Self::SwapKnee(..)
            | Self::SpotWorst(..)
            | Self::SpotNow(..)
            | Self::SpotSize(..)
            | Self::CopyToOtherKnee(_)
            | Self::Tried(_)
            | Self::TriedHelped(..)
            | Self::ActivityCan(..)
            | Self::Compared(_)
            | Self::WrittenBy(_)
            | Self::Units(_)
            | Self::Runs(_)
            | Self::Diary(..)
            | Self::WayBack(_) => None,
        }
    }

    /// The words that stand in the box after the change; empty for numbers and clicks.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Words(_, text) | Self::ActivityName(_, text) | Self::QuestionForVisit(_, text) => text,
            _ => "",
        }
    }
}
