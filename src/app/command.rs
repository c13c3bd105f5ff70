//! What the screens ask for. Screens return commands; only [`crate::app`] carries them out.

use std::path::PathBuf;

use crate::app::screen::Screen;
use crate::check::answer::Answer;
use crate::check::began::Began;
use crate::check::seen::SeenRows;
use crate::check::spot::{Helped, Knee, Side, Size};
use crate::check::{Compared, Topic, Units, WrittenBy};
use crate::knowledge::ids::{FindingId, NumberId, QuestionId, ZoneId};
use crate::knowledge::zone::View;
use crate::store::settings::{KeepAnswers, Motion, ThemePreference};

/// Something to be done after the frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Shows another screen.
    GoTo(Screen),
    /// Shows the question, wherever it stands, and moves focus to it.
    GoToQuestion(QuestionId),
    /// Leads through the questions whose answers are missing before self-care may be told, and to no other.
    AnswerMissing,
    /// One screen back.
    Back,
    /// One screen on; what was not ticked becomes No.
    Continue,
    /// Changes an answer.
    Edit(Edit),
    /// Shows another side of the knee.
    ShowView(View),
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
    /// Opens the save dialog.
    Save,
    /// Saves to the documents folder, without a dialog.
    SaveToDocuments,
    /// No longer waits for the save dialog.
    StopWaiting,
    /// Copies the page.
    Copy,
    /// Opens the saved file.
    OpenFile(PathBuf),
    /// Opens the folder of the saved file.
    OpenFolder(PathBuf),
    /// Goes on with the kept answers.
    GoOn,
    /// Drops all answers.
    StartAgain,
    /// Deletes all answers from the computer.
    Delete,
    /// Reads the kept answers again, which could not be read at the start.
    ReadAgain,
    /// Keeps the answers of this window as a new check, although another running copy deleted all.
    KeepAfterAll,
    /// Does something with an earlier check.
    Earlier(EarlierCommand),
    /// Changes a setting.
    Set(Setting),
    /// Closes the window although answers cannot be kept.
    CloseAnyway,
    /// Stays although closing was asked for.
    Stay,
    /// Shows where the country is chosen.
    ChangeCountry,
}

/// What can be done with an earlier check, named by its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EarlierCommand {
    /// Makes it the current check; the one that was takes its place among the earlier ones.
    Open(PathBuf),
    /// Gives it another name.
    Rename(PathBuf, String),
    /// Takes it from the computer.
    Delete(PathBuf),
}

/// A setting of the app, not of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Text size in per cent.
    TextSize(u16),
    /// The colours.
    Theme(ThemePreference),
    /// How much moves.
    Motion(Motion),
    /// The country, for places of care and phone numbers.
    Country(String),
    /// Whether answers are kept.
    Keep(KeepAnswers),
}

/// A change of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Picks one answer.
    Pick(QuestionId, FindingId),
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
    /// Which knee hurts.
    Side(Side),
    /// Which knee is worse, when both hurt.
    WorseKnee(Knee),
    /// Marks a place or takes the mark away.
    ToggleSpot(Knee, ZoneId),
    /// Worst pain there.
    SpotWorst(Knee, ZoneId, u8),
    /// Pain there now.
    SpotNow(Knee, ZoneId, u8),
    /// How big it is.
    SpotSize(Knee, ZoneId, Size),
    /// Which place hurts most; `None`: cannot tell.
    WorstSpot(Option<(Knee, ZoneId)>),
    /// Marks the same places on the other knee.
    CopyToOtherKnee(Knee),
    /// When it began.
    Began(Option<Began>),
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
}

/// A box that is typed into. Typing there in a row belongs together, in steps of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// Own words.
    Words(Topic),
    /// The name of an activity, by position.
    ActivityName(usize),
    /// A question for the visit, by position.
    QuestionForVisit(usize),
    /// A number.
    Number(NumberId),
    /// When it began.
    Began,
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
            Self::TriedDays(what, _) => Some(Field::TriedDays(what.clone())),
            Self::Pick(..)
            | Self::Clear(_)
            | Self::Tick(..)
            | Self::DenyAll(..)
            | Self::Rate(..)
            | Self::Side(_)
            | Self::WorseKnee(_)
            | Self::ToggleSpot(..)
            | Self::SpotWorst(..)
            | Self::SpotNow(..)
            | Self::SpotSize(..)
            | Self::WorstSpot(_)
            | Self::CopyToOtherKnee(_)
            | Self::Tried(_)
            | Self::TriedHelped(..)
            | Self::ActivityCan(..)
            | Self::Compared(_)
            | Self::WrittenBy(_)
            | Self::Units(_) => None,
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
