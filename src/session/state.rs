//! What the session holds for the screens to show.

use std::path::PathBuf;

use jiff::civil::Date;

use super::card::OpenCard;
use super::document::Document;
use super::run_state::Runs;
use super::screen::{Route, Screen};
use super::screens::Screens;
use crate::assess::Assessment;
use crate::assess::next_question::NextQuestions;
use crate::check::Check;
use crate::check::seen::SeenRows;
use crate::knowledge::ids::{FindingId, QuestionId};
use crate::knowledge::zone::View;
use crate::note::Page;
use crate::note::since::NotCompared;
use crate::plan::Plan;
use crate::store::autosave::AutosaveOutcome;
use crate::store::save_error::SaveError;
use crate::store::text_file::UnreadableFile;
use crate::wording::places::PlacesOfCare;

/// How saving stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SaveState {
    /// Nothing was saved yet.
    #[default]
    Nothing,
    /// The dialog is open.
    Waiting,
    /// Saved to this file.
    Saved(PathBuf),
    /// The runner closed the dialog.
    Closed,
    /// The runner did not wait for it, and it is gone.
    GivenUp,
    /// The runner did not wait for it, and it may still be there.
    StillOpen,
    /// The runner chose a place that is no folder of this computer.
    NoFolder,
    /// The dialog did not open, or went without an answer.
    NoDialog,
    /// The file was not saved.
    Failed(SaveError),
    /// The saved file could not be opened.
    CouldNotOpen(PathBuf),
}

/// What was counted as No because it was not ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedAsNo {
    /// Where it was asked.
    pub screen: Screen,
    /// What was not ticked.
    pub findings: Vec<FindingId>,
    /// How many answers beside ticked ones were not in view, so that nobody was asked.
    pub still_open: usize,
}

/// What the runner has to look at before anything else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attention {
    #[default]
    Nothing,
    /// Continue was pressed in step 1 although something is missing there.
    PlaceMissing,
    /// Continue was pressed in step 2 although a safety question is open.
    SafetyMissing,
    /// Closing was asked for although answers cannot be kept.
    ClosingLosesAnswers,
    /// Closing was asked for although the page was copied and saved nowhere, and what was copied goes with the window.
    ClosingLosesCopy,
    /// The country is to be chosen, in the menu.
    Country,
}

/// Where the answers of the first screen come from, or why they could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckOrigin {
    /// With nothing kept.
    Fresh,
    /// The runner went on with them: it is no news any more.
    Answered,
    /// With kept answers.
    Kept,
    /// With a check from a file.
    File,
    /// With answers that were kept when the program ended by itself, at this place of its code; empty when nobody knows.
    KeptAfterStop(String),
    /// The file could not be read.
    FileFailed(UnreadableFile),
    /// The file was made by a newer program.
    FileNewer,
}

/// Why kept answers were not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadKeptCheck {
    /// They are damaged and were put aside.
    PutAside,
    /// They are damaged, and where they were.
    LeftInPlace,
    /// The system did not let us read them for the moment; they are where they were.
    NotRead(UnreadableFile),
    /// They were made by a newer program, and are where they were.
    Newer,
}

/// Saving and copying page and plan of one check; another check begins with a new one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saving {
    /// How saving stands.
    pub state: SaveState,
    /// What is saved, or was last.
    pub what: Document,
    /// The page that was saved last.
    pub saved: Option<String>,
    /// The page that was copied last.
    pub copied: Option<String>,
}

/// What is other now than in an earlier check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The file of the earlier one.
    pub path: PathBuf,
    /// The text, or why there is none.
    pub text: Result<String, NotCompared>,
}

/// What was found on the disk at the start.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The answers to go on from.
    pub check: Check,
    /// Where they come from.
    pub opened: CheckOrigin,
    /// Why the kept answers were not read.
    pub kept_fault: Option<UnreadKeptCheck>,
    /// Whether answers can be kept.
    pub keeping: AutosaveOutcome,
}

/// Everything of one run that the screens show. Only the session changes it.
#[derive(Clone, Debug)]
pub struct State {
    /// What the runner said.
    pub check: Check,
    /// What follows.
    pub assessment: Assessment,
    /// What the open answers would change; worked out when a screen tells it.
    pub next: Option<NextQuestions>,
    /// The page for the visit.
    pub page: Page,
    /// What to do in the next days and weeks.
    pub plan: Plan,
    /// Where the runner is.
    pub screens: Screens,
    /// Which screens Continue leads to.
    pub route: Route,
    /// The question that was asked for by name: the next frame shows it.
    pub focus_question: Option<QuestionId>,
    /// What the card that is open asks; none on other screens.
    pub card: Option<OpenCard>,
    /// The side of the knee that is shown.
    pub view: View,
    pub counted_as_no: Option<CountedAsNo>,
    /// What was in view of the rows of a screen while it was open.
    pub seen: SeenRows,
    /// The runner's runs.
    pub runs: Runs,
    /// What is other now than in an earlier check, while it is shown.
    pub comparison: Option<Comparison>,
    /// How saving and copying stand.
    pub saving: Saving,
    /// Where the answers come from, or why they could not be read.
    pub opened: CheckOrigin,
    /// Why the kept answers were not read.
    pub kept_fault: Option<UnreadKeptCheck>,
    /// What was last said about keeping.
    pub keeping: AutosaveOutcome,
    /// One line about what happened last.
    pub status: String,
    /// What the runner has to look at before anything else.
    pub attention: Attention,
    /// Places of care of the chosen country, else of the system's.
    pub places: PlacesOfCare,
    /// The day of what is shown.
    pub today: Date,
}

impl State {
    /// Whether closing now loses what no file holds.
    #[must_use]
    pub fn is_changed_since_save(&self) -> bool {
        self.saving.saved.as_deref() != Some(self.page.whole().as_str())
    }

    /// Whether a text was copied that is in no file.
    #[must_use]
    pub fn has_copied_alone(&self) -> bool {
        self.saving.copied.is_some() && self.saving.copied != self.saving.saved
    }
}
