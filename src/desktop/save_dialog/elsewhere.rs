//! The dialog of Windows and the Mac, which opens always and is part of the window.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::time::Instant;

use rfd::{AsyncFileDialog, FileHandle};

use super::{ChooseFile, Chosen, GivenUp, Shown, TOO_FAST_FOR_A_HAND};

/// The system's save dialog.
pub struct SaveDialog {
    answer: Pin<Box<dyn Future<Output = Option<FileHandle>>>>,
    waker: Waker,
    opened: Instant,
}

impl SaveDialog {
    /// Opens the dialog. Must be called on the window's thread, as the Mac demands.
    #[must_use]
    pub fn open(parent: &eframe::Frame, shown: &Shown<'_>, ctx: egui::Context) -> Self {
        let dialog = AsyncFileDialog::new()
            .set_parent(parent)
            .set_title(shown.title)
            .set_directory(shown.folder)
            .set_file_name(shown.suggested_name)
            .add_filter(shown.filter_name, &[shown.ending]);
        let waker = Waker::from(Arc::new(WakeWindow(ctx)));
        Self { answer: Box::pin(dialog.save_file()), waker, opened: Instant::now() }
    }
}

impl ChooseFile for SaveDialog {
    fn poll(&mut self) -> Option<Chosen> {
        match self.answer.as_mut().poll(&mut Context::from_waker(&self.waker)) {
            Poll::Pending => None,
            Poll::Ready(Some(file)) => Some(Chosen::Path(file.path().to_owned())),
            Poll::Ready(None) if self.opened.elapsed() < TOO_FAST_FOR_A_HAND => Some(Chosen::DidNotOpen),
            Poll::Ready(None) => Some(Chosen::ClosedByUser),
        }
    }

    fn give_up(&mut self) -> GivenUp {
        GivenUp::StaysOpen
    }
}

struct WakeWindow(egui::Context);

impl Wake for WakeWindow {
    fn wake(self: Arc<Self>) {
        self.0.request_repaint();
    }
}
