//! The dialog of a Linux desktop: that of its portal, else zenity's.
//!
//! Both are asked on a thread of their own. What is on the screen is known all the time, so that it can be taken away.

mod portal;
mod zenity;

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use eframe::wgpu::rwh::{HasWindowHandle as _, RawWindowHandle};

use self::portal::Request;
use self::zenity::Zenity;
use super::{ChooseFile, Chosen, GivenUp, Shown};

/// The system's save dialog.
pub struct SaveDialog {
    answer: Receiver<Chosen>,
    on_screen: Arc<OnScreen>,
}

/// What is asked for, for another thread.
struct Asked {
    title: String,
    suggested_name: String,
    folder: PathBuf,
    filter_name: String,
    ending: String,
    /// The window of X11 that the dialog belongs to.
    parent: Option<u64>,
}

/// Which dialog is on the screen.
#[derive(Default)]
struct OnScreen(Mutex<Dialog>);

#[derive(Default)]
enum Dialog {
    /// None yet, or none any more.
    #[default]
    Nothing,
    /// The portal's.
    Portal(Request),
    /// Zenity's.
    Zenity(Zenity),
    /// None ever again: nobody waits for it.
    GivenUp,
}

impl Dialog {
    fn close(self) {
        match self {
            Self::Nothing | Self::GivenUp => {}
            Self::Portal(request) => request.close(),
            Self::Zenity(zenity) => zenity.close(),
        }
    }
}

impl OnScreen {
    /// Says that a dialog is on the screen; whether somebody waits for it. If not, it is gone again.
    fn put(&self, dialog: Dialog) -> bool {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*now, Dialog::GivenUp) {
            drop(now);
            dialog.close();
            return false;
        }
        *now = dialog;
        true
    }

    /// Hands out what was put there last.
    fn take(&self) -> Dialog {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*now, Dialog::GivenUp) { Dialog::GivenUp } else { std::mem::take(&mut *now) }
    }

    fn give_up(&self) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let dialog = std::mem::replace(&mut *now, Dialog::GivenUp);
        drop(now);
        dialog.close();
    }
}

impl SaveDialog {
    /// Opens the dialog.
    #[must_use]
    pub fn open(parent: &eframe::Frame, shown: &Shown<'_>, ctx: egui::Context) -> Self {
        let asked = Asked {
            title: shown.title.to_owned(),
            suggested_name: shown.suggested_name.to_owned(),
            folder: shown.folder.to_owned(),
            filter_name: shown.filter_name.to_owned(),
            ending: shown.ending.to_owned(),
            parent: window_of_x11(parent),
        };
        let on_screen = Arc::new(OnScreen::default());
        let (told, answer) = mpsc::channel();
        let shown_by = Arc::clone(&on_screen);
        // Where the system gives no thread, the sender is dropped, and that is the answer.
        _ = thread::Builder::new().name("save dialog".to_owned()).spawn(move || {
            told.send(ask(&asked, &shown_by)).ok();
            ctx.request_repaint();
        });
        Self { answer, on_screen }
    }
}

fn ask(asked: &Asked, on_screen: &OnScreen) -> Chosen {
    portal::ask(asked, on_screen).unwrap_or_else(|| zenity::ask(asked, on_screen, zenity::PROGRAM))
}

fn window_of_x11(frame: &eframe::Frame) -> Option<u64> {
    match frame.window_handle().ok()?.as_raw() {
        RawWindowHandle::Xlib(window) => Some(window.window),
        RawWindowHandle::Xcb(window) => Some(window.window.get().into()),
        _ => None,
    }
}

impl ChooseFile for SaveDialog {
    fn poll(&mut self) -> Option<Chosen> {
        match self.answer.try_recv() {
            Ok(chosen) => Some(chosen),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Chosen::DidNotOpen),
        }
    }

    fn give_up(&mut self) -> GivenUp {
        self.on_screen.give_up();
        GivenUp::Closed
    }
}

impl Drop for SaveDialog {
    fn drop(&mut self) {
        self.on_screen.give_up();
    }
}
