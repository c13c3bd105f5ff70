//! The system's own save dialog, without holding up the window.
//!
//! What is kept must be on the disk before one opens: a desktop bus that dies takes the program with it.

#[cfg(target_os = "linux")]
mod children;
pub(super) mod ended;

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::time::Instant;

use rfd::{AsyncFileDialog, FileHandle};

use super::program_log;

/// How a dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// The runner chose a place.
    Path(PathBuf),
    /// The runner chose a place that is no folder of this computer, such as a share or a phone.
    NoFolder,
    /// The runner closed it, or it went without an answer.
    ClosedByUser,
    /// It never opened.
    DidNotOpen,
}

/// What became of a dialog that nobody waits for any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenUp {
    /// It is gone from the screen.
    Closed,
    /// rfd closes none, and no system lets us: it may still be answered.
    StaysOpen,
}

/// What a dialog shows.
#[derive(Clone, Copy, Debug)]
pub struct DialogOptions<'a> {
    /// Its title; zenity has one of its own.
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

    /// Says that nobody waits for it any more. One that stays open can still be asked.
    fn give_up(&mut self) -> GivenUp;
}

/// The system's save dialog.
pub struct SaveDialog {
    /// None after its end.
    answer: Option<Pin<Box<dyn Future<Output = Option<FileHandle>>>>>,
    waker: Waker,
    opened: Instant,
    /// Where the program stood before; none where it stands there again.
    stood_in: Option<PathBuf>,
}

impl SaveDialog {
    /// Opens the dialog. Must be called on the window's thread, as the Mac demands.
    #[must_use]
    pub fn open(parent: &eframe::Frame, shown: &DialogOptions<'_>, ctx: egui::Context) -> Self {
        program_log::of_program().forget();
        let dialog = AsyncFileDialog::new()
            .set_parent(parent)
            .set_title(shown.title)
            .set_directory(shown.folder)
            .set_file_name(shown.suggested_name)
            .add_filter(shown.filter_name, &[shown.ending]);
        let waker = waker(ctx);
        // Zenity is given the name only, and puts the file where the program stands.
        let stood_in = std::env::current_dir()
            .ok()
            .filter(|_| cfg!(target_os = "linux") && std::env::set_current_dir(shown.folder).is_ok());
        Self { answer: Some(Box::pin(dialog.save_file())), waker, opened: Instant::now(), stood_in }
    }

    /// A folder on a stick must not be held, or the stick cannot be taken out.
    fn leave_folder(&mut self) {
        if let Some(folder) = self.stood_in.take() {
            _ = std::env::set_current_dir(folder);
        }
    }
}

impl ChooseFile for SaveDialog {
    fn poll(&mut self) -> Option<Chosen> {
        let Poll::Ready(file) = self.answer.as_mut()?.as_mut().poll(&mut Context::from_waker(&self.waker)) else {
            return None;
        };
        self.answer = None;
        self.leave_folder();
        let path = file.map(|file| file.path().to_owned());
        Some(ended::chosen(path, &program_log::of_program().dialog_errors(), self.opened.elapsed()))
    }

    fn give_up(&mut self) -> GivenUp {
        self.leave_folder();
        #[cfg(target_os = "linux")]
        if children::end_zenity() {
            self.answer = None;
            return GivenUp::Closed;
        }
        GivenUp::StaysOpen
    }
}

impl Drop for SaveDialog {
    fn drop(&mut self) {
        self.leave_folder();
        // The portal's goes with our end of the bus.
        #[cfg(target_os = "linux")]
        if self.answer.is_some() {
            _ = children::end_zenity();
        }
    }
}

/// Wakes the window when a dialog has an answer.
pub(super) fn waker(ctx: egui::Context) -> Waker {
    Waker::from(Arc::new(WakeWindow(ctx)))
}

struct WakeWindow(egui::Context);

impl Wake for WakeWindow {
    fn wake(self: Arc<Self>) {
        self.0.request_repaint();
    }
}
