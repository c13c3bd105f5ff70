//! How things stand that screens tell of.

use std::path::PathBuf;

use crate::app::screen::Screen;
use crate::desktop::save_note::SaveError;
use crate::knowledge::ids::FindingId;
use crate::store::text_file::UnreadableFile;

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
    /// Nothing.
    #[default]
    Nothing,
    /// Continue was pressed in step 2 although something is missing there.
    PlaceMissing,
    /// Closing was asked for although answers cannot be kept.
    ClosingLosesAnswers,
    /// Closing was asked for although the page was copied and saved nowhere, and what was copied goes with the window.
    ClosingLosesCopy,
    /// The country is to be chosen, in the menu.
    Country,
}

/// Where the answers on the start screen come from, or why they could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckOrigin {
    /// With nothing kept.
    Fresh,
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
