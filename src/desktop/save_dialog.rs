//! The system's own save dialog, without holding up the window.
//!
//! What is kept must be on the disk before one opens: a desktop bus that dies takes the program with it.

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::time::{Duration, Instant};

use rfd::{AsyncFileDialog, FileHandle};

use super::rfd_log::{self, RfdLog};

/// Nobody closes a dialog this fast; one that could not open is gone after 5 to 14 milliseconds.
const TOO_FAST_FOR_A_HAND: Duration = Duration::from_millis(300);

/// How a dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// The runner chose a place.
    Path(PathBuf),
    /// The runner closed it.
    ClosedByUser,
    /// It never opened.
    DidNotOpen,
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

/// A dialog that is open; tests put their own in its place.
pub trait ChooseFile {
    /// How it ended; none while it is open. Asked once a frame.
    fn poll(&mut self) -> Option<Chosen>;
}

/// The system's save dialog.
pub struct SaveDialog {
    answer: Pin<Box<dyn Future<Output = Option<FileHandle>>>>,
    waker: Waker,
    log: &'static RfdLog,
    opened: Instant,
    /// Where the program stood before.
    stood_in: Option<PathBuf>,
}

impl SaveDialog {
    /// Opens the dialog. Must be called on the window's thread, as the Mac demands.
    #[must_use]
    pub fn open(parent: &eframe::Frame, shown: &Shown<'_>, ctx: egui::Context) -> Self {
        let log = rfd_log::of_program();
        log.forget();
        let dialog = AsyncFileDialog::new()
            .set_parent(parent)
            .set_title(shown.title)
            .set_directory(shown.folder)
            .set_file_name(shown.suggested_name)
            .add_filter(shown.filter_name, &[shown.ending]);
        let waker = Waker::from(Arc::new(WakeWindow(ctx)));
        // Zenity is given the name only, and puts the file where the program stands.
        let stood_in = std::env::current_dir().ok().filter(|_| std::env::set_current_dir(shown.folder).is_ok());
        Self { answer: Box::pin(dialog.save_file()), waker, log, opened: Instant::now(), stood_in }
    }
}

impl ChooseFile for SaveDialog {
    fn poll(&mut self) -> Option<Chosen> {
        match self.answer.as_mut().poll(&mut Context::from_waker(&self.waker)) {
            Poll::Pending => None,
            Poll::Ready(file) => {
                let path = file.map(|file| file.path().to_owned());
                Some(chosen(path, self.log.says_no_dialog_opened(), self.opened.elapsed()))
            }
        }
    }
}

fn chosen(path: Option<PathBuf>, log_says_none: bool, was_open: Duration) -> Chosen {
    match path {
        Some(path) => Chosen::Path(path),
        None if log_says_none || was_open < TOO_FAST_FOR_A_HAND => Chosen::DidNotOpen,
        None => Chosen::ClosedByUser,
    }
}

impl Drop for SaveDialog {
    fn drop(&mut self) {
        // A folder on a stick must not be held, or the stick cannot be taken out.
        if let Some(folder) = &self.stood_in {
            _ = std::env::set_current_dir(folder);
        }
    }
}

struct WakeWindow(egui::Context);

impl Wake for WakeWindow {
    fn wake(self: Arc<Self>) {
        self.0.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_a_dialog_that_was_closed_from_one_that_never_opened() {
        let (fast, slow) = (Duration::from_millis(14), Duration::from_secs(2));
        assert_eq!(chosen(None, false, slow), Chosen::ClosedByUser);
        assert_eq!(chosen(None, false, fast), Chosen::DidNotOpen);
        assert_eq!(chosen(None, true, slow), Chosen::DidNotOpen);
        assert_eq!(chosen(Some("a".into()), true, fast), Chosen::Path("a".into()));
    }
}
