//! What the session asks of the world, and what the world answers: plain data, so that a test can read the order of it.

use std::path::PathBuf;

use jiff::civil::Date;

use super::command::Setting;
use super::document::Document;
use super::history::{Moves, Undo};
use super::state::{Attention, CheckOrigin, SaveState, UnreadKeptCheck};
use crate::check::Check;
use crate::store::autosave::{AutosaveOutcome, ReplacedCheck};
use crate::store::earlier::{EarlierName, TakenAway};
use crate::training::list_answers::ListAnswers;
use crate::training::reading::Reading;

/// Something to be done outside: on the disk, by the system, in the window. They are carried out in their order, and what
/// an answer asks for comes before the rest.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keeps the answers, where answers are kept; where nothing is said any more the kept check goes.
    Keep(Option<CheckText>),
    /// Waits until what is kept is on the disk.
    Flush,
    /// Says that what is kept next is another check.
    Begin(ReplacedCheck),
    /// Says that it is kept also where another running copy deleted the one before.
    Adopt,
    /// Adds a check to the earlier ones before another takes its place; answered by [`Event::PutAway`].
    PutAway(CheckText, Replacement),
    /// Puts earlier checks back on the disk, all or none; answered by [`Event::PutBack`].
    PutBack(Vec<TakenAway>, Box<Undo>),
    /// Takes earlier checks from the disk, once the current one is on it; answered by [`Event::TookAway`].
    TakeAway(Vec<PathBuf>, Departure),
    /// Reads anew which earlier checks there are.
    ListEarlier,
    /// Reads an earlier check; answered by [`Event::EarlierRead`].
    ReadEarlier(PathBuf),
    /// Reads an earlier check to compare with; answered by [`Event::EarlierToCompare`].
    ReadEarlierToCompare(PathBuf),
    /// Gives an earlier check another name; answered by [`Event::EarlierRenamed`].
    RenameEarlier(PathBuf, String),
    /// Takes an earlier check from the computer; answered by [`Event::EarlierDeleted`].
    DeleteEarlier(PathBuf),
    /// Deletes every answer from the computer; answered by [`Event::AllDeleted`].
    DeleteAll,
    /// Reads the kept answers again; answered by [`Event::KeptRead`].
    ReadKept,
    /// Says that the kept answers have been read: this is their text.
    KnowKept(String),
    /// Does something for the runner's runs.
    Runs(RunsEffect),
    /// Changes a setting.
    Set(Setting),
    /// Looks what another running copy was told about keeping answers.
    FollowChoice,
    /// Opens the save dialog; how it ends is told by [`Event::Saving`].
    OpenSaveDialog(Document),
    /// Saves to the documents folder; answered by [`Event::Saving`].
    SaveToDocuments(Document),
    /// No longer waits for the save dialog; answered by [`Event::Saving`].
    StopWaiting,
    /// Drops the save dialogs: the page of another check begins.
    DropDialogs,
    /// Copies a text.
    Copy(String),
    /// Opens a saved file.
    OpenFile(PathBuf),
    /// Opens the folder of a saved file.
    OpenFolder(PathBuf),
    /// Keeps what was clicked where it is on the screen.
    HoldStill,
    /// Forgets what is half typed: the boxes show what is kept.
    ForgetDrafts,
    /// Draws another frame.
    Repaint,
    /// Closes the window.
    Close,
}

/// What the runner's runs need of the world.
#[derive(Clone, Debug, PartialEq)]
pub enum RunsEffect {
    /// Reads the runs that are kept; answered by [`Event::RunLogRead`].
    OpenLog,
    /// Keeps the runs, where answers are kept; answered by [`Event::RunLogKept`].
    KeepLog(String),
    /// Deletes the runs that are kept, and no answers; answered by [`Event::RunLogKept`].
    DeleteLog,
    /// Opens the dialog that chooses files of runs; answered by [`Event::RunsPicked`].
    PickFiles,
    /// Opens the one that chooses a folder of them; answered by [`Event::RunsPicked`].
    PickFolder,
    /// Reads files of runs on a thread of its own; answered by [`Event::ReadingIs`] and [`Event::RunsRead`].
    Read(Vec<PathBuf>, ListAnswers),
    /// Stops that.
    StopReading,
}

/// A check as it is written, and what it is called should it become an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckText {
    /// The text of its file.
    pub text: String,
    pub name: EarlierName,
}

/// What comes into the place of a check that is put away.
#[derive(Clone, Debug, PartialEq)]
pub enum Replacement {
    /// An empty check.
    Blank,
    /// Another check.
    Other {
        /// Its answers.
        check: Box<Check>,
        /// Where they come from.
        opened: CheckOrigin,
        /// Its file, where it was an earlier check: it leaves the earlier ones.
        from: Option<PathBuf>,
    },
    /// The kept check, which could not be read before.
    Kept {
        /// Its answers.
        check: Box<Check>,
        text: String,
    },
}

/// Why earlier checks leave the disk.
#[derive(Clone, Debug, PartialEq)]
pub enum Departure {
    /// A step was gone; this leads back.
    Step(Box<Undo>),
    Opened {
        /// The answers before.
        before: Box<Check>,
        /// What has to leave the disk when this is taken back.
        take_away: Vec<PathBuf>,
    },
}

/// What became of a check in whose place another one comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PutAway {
    /// Nothing is kept of it: nothing was said, or nothing is to be kept.
    Nothing,
    /// It is a new earlier check.
    Added(PathBuf),
    /// It was among the earlier checks already, word for word.
    ThereAlready,
}

impl PutAway {
    /// What has to happen when this is taken back.
    pub(super) fn moves(self) -> Moves {
        Moves { take_away: self.added(), ..Moves::default() }
    }

    /// The file that has to go again when this is taken back.
    pub(super) fn added(self) -> Vec<PathBuf> {
        match self {
            Self::Added(path) => vec![path],
            Self::Nothing | Self::ThereAlready => Vec::new(),
        }
    }
}

/// Something that happened outside: the answer to an [`Effect`], or news.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Day(Date),
    /// A check was put away; [`None`] when it could not be written.
    PutAway(Option<PutAway>, Replacement),
    /// Earlier checks are on the disk again, at these places; [`None`], and none of them, when one could not be written.
    PutBack(Option<Vec<PathBuf>>, Box<Undo>),
    /// These earlier checks left the disk. What stays is there twice, and nothing is lost.
    TookAway(Vec<TakenAway>, Departure),
    /// The text of an earlier check; [`None`] when it cannot be read.
    EarlierRead(PathBuf, Option<String>),
    /// The text of an earlier check to compare with; [`None`] when it cannot be read.
    EarlierToCompare(PathBuf, Option<String>),
    /// How giving another name to an earlier check went.
    EarlierRenamed(Done),
    /// How deleting an earlier check went.
    EarlierDeleted(Done, Deleted),
    /// How deleting all answers went, with copies of the earlier checks that are gone.
    AllDeleted(Done, Vec<TakenAway>),
    /// The kept answers with their text; [`None`] when they still cannot be read.
    KeptRead(Option<(Box<Check>, String)>, Option<UnreadKeptCheck>),
    /// A file was dropped on the window, with its text or why it cannot be read.
    FileRead(PathBuf, Result<String, String>, FileIs),
    /// How keeping answers goes.
    Keeping(AutosaveOutcome),
    /// What was said is not on the disk yet.
    IsLate,
    /// Nothing waits for the disk too long.
    IsInTime,
    /// How saving a document goes.
    Saving(Document, SaveState),
    /// Closing was asked for and loses something.
    ClosingLoses(Attention),
    /// The text of the runs that are kept, none where there are none, or why it cannot be read.
    RunLogRead(Result<Option<String>, String>),
    /// How keeping or deleting runs went.
    RunLogKept(Done),
    /// What was chosen in the dialog.
    RunsPicked(RunsPicked),
    /// How far reading is, in files.
    ReadingIs {
        done: usize,
        total: usize,
    },
    /// What was read; [`None`] when it was stopped.
    RunsRead(Option<Box<Reading>>),
}

/// How the dialog that chooses files of runs ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunsPicked {
    Paths(Vec<PathBuf>),
    Closed,
    NoDialog,
}

/// Whether something worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It did.
    Yes,
    /// It did not.
    No,
}

/// An earlier check that was deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deleted {
    /// What it was called; empty when nobody named it.
    pub name: String,
    /// The check, where it can be put back.
    pub taken: Option<TakenAway>,
}

/// Whether a file is the one that is being answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileIs {
    /// It is the kept check.
    Kept,
    /// It is another one.
    Other,
}
