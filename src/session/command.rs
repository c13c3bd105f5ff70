//! What the screens ask for. Screens return commands; only the session carries them out.

use std::path::PathBuf;

use jiff::civil::Date;

use super::card::MoreRows;
use super::screen::Screen;
use crate::check::edit::Edit;
use crate::knowledge::ids::QuestionId;
use crate::knowledge::zone::View;
use crate::store::settings::{KeepAnswers, Motion, ThemePreference};
use crate::training::list_answers::ListAnswers;
use crate::training::proposals::Proposal;
use crate::training::run_log::{AskedAnswer, Counts};

/// Something to be done after the frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Shows another screen.
    GoTo(Screen),
    /// Shows the question, wherever it stands, with all its rows, and moves focus to it.
    GoToQuestion(QuestionId),
    /// Opens or closes the rows of a card that could matter less.
    ShowMore(MoreRows),
    /// Asks all questions whole, what could matter less too, from the first card on.
    AskEverything,
    /// Leads through the questions whose answers are missing before the level may be told, and to no other.
    AnswerMissing,
    /// One screen back.
    Back,
    /// One screen on; what was not ticked becomes No.
    Continue,
    /// One screen on, although something of this one is open.
    LeaveOpen,
    /// "No to the rest": what was seen on this screen, and to which nothing was said, becomes No; then one screen on.
    DenyRest,
    /// Changes an answer.
    Edit(Edit),
    /// Shows another side of the knee.
    ShowView(View),
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
    /// Opens the save dialog for the page.
    Save,
    /// Opens it for the plan.
    SavePlan,
    /// Opens it for the runs of the next weeks, for a calendar.
    SaveCalendar,
    /// Saves what the dialog was asked for last to the documents folder, without a dialog.
    SaveToDocuments,
    /// No longer waits for the save dialog.
    StopWaiting,
    /// Copies the page.
    Copy,
    /// Copies the plan.
    CopyPlan,
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
    /// Does something with the runner's runs.
    Runs(RunsCommand),
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
    /// Says what is other now.
    Compare(PathBuf),
    /// Copies what was said of that.
    CopyComparison,
}

/// What can be done with the runner's runs.
#[derive(Clone, Debug, PartialEq)]
pub enum RunsCommand {
    /// Opens the dialog that chooses files.
    PickFiles,
    /// Opens the one that chooses a folder.
    PickFolder,
    /// Reads files and folders, and what lies in them.
    Read(Vec<PathBuf>),
    /// Stops reading; nothing is kept of it.
    StopReading,
    /// Answers all questions of one kind.
    Answer(AskedAnswer),
    /// Reads the same again with what the runner said of lists.
    AnswerLists(ListAnswers),
    /// Adds a run that was typed: its day, metres, and how it felt, 0 to 10.
    Add(Date, u32, Option<u8>),
    /// Leaves the run at this place of the log out, or lets it count again.
    Set(usize, Counts),
    /// Asks whether all runs are to go, or asks no more.
    AskDelete(bool),
    /// Deletes all runs, and no answers.
    DeleteAll,
    /// What the runs say goes on the page, or off it.
    OnPage(bool),
    /// Takes these proposals as answers, in one step of undo.
    Take(Vec<Proposal>),
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
