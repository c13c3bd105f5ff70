//! The system's own save dialog, without holding up the window.

#[cfg(any(target_os = "linux", test))]
mod address;
#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;

use std::path::{Path, PathBuf};
use std::time::Duration;

#[cfg(not(target_os = "linux"))]
pub use elsewhere::SaveDialog;
#[cfg(target_os = "linux")]
pub use linux::SaveDialog;

/// Nobody closes a dialog this fast; one that could not open is gone after 5 to 14 milliseconds.
const TOO_FAST_FOR_A_HAND: Duration = Duration::from_millis(300);

/// How a dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// The runner chose a place.
    Path(PathBuf),
    /// The runner chose a place that is no folder of this computer, such as a share or a phone.
    NoFolder,
    /// The runner closed it.
    ClosedByUser,
    /// It never opened, or went without an answer.
    DidNotOpen,
}

/// What became of a dialog that nobody waits for any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenUp {
    /// It is gone from the screen.
    Closed,
    /// The system does not let us close it: it may still be answered.
    StaysOpen,
}

/// What a dialog shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Its title.
    pub title: &'a str,
    /// The name in the field.
    pub suggested_name: &'a str,
    /// The folder it starts in.
    pub folder: &'a Path,
    /// What the kind of file is called.
    pub filter_name: &'a str,
    /// The ending of that kind, without the point.
    pub ending: &'a str,
}

/// A dialog that is open; tests put their own in its place. Dropping it takes it from the screen where that can be done.
pub trait ChooseFile {
    /// How it ended; none while it is open. Asked once a frame.
    fn poll(&mut self) -> Option<Chosen>;

    /// Takes it from the screen.
    fn give_up(&mut self) -> GivenUp;
}
