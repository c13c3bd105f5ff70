//! The system's own dialog that chooses files or a folder to read, without holding up the window.

use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Instant;

use rfd::{AsyncFileDialog, FileHandle};

use super::program_log;
use super::save_dialog::{Chosen, ended, waker};

/// What is to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Files,
    Folder,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// Files, or one folder.
    Paths(Vec<PathBuf>),
    /// The runner closed it.
    Closed,
    /// It never opened.
    DidNotOpen,
}

/// A dialog that is open; tests put their own in its place.
pub trait PickPaths {
    /// How it ended; none while it is open. Asked once a frame.
    fn poll(&mut self) -> Option<Picked>;
}

/// The system's dialog.
pub struct PickDialog {
    answer: Pin<Box<dyn Future<Output = Vec<FileHandle>>>>,
    waker: Waker,
    opened: Instant,
}

impl PickDialog {
    /// Opens the dialog in a folder. Must be called on the window's thread, as the Mac demands.
    #[must_use]
    pub fn open(parent: &eframe::Frame, pick: Pick, title: &str, folder: &Path, ctx: egui::Context) -> Self {
        program_log::of_program().forget();
        let dialog = AsyncFileDialog::new().set_parent(parent).set_title(title).set_directory(folder);
        let answer: Pin<Box<dyn Future<Output = Vec<FileHandle>>>> = match pick {
            Pick::Files => Box::pin(async move { dialog.pick_files().await.unwrap_or_default() }),
            Pick::Folder => Box::pin(async move { dialog.pick_folder().await.into_iter().collect() }),
        };
        Self { answer, waker: waker(ctx), opened: Instant::now() }
    }
}

impl PickPaths for PickDialog {
    fn poll(&mut self) -> Option<Picked> {
        let Poll::Ready(files) = self.answer.as_mut().poll(&mut Context::from_waker(&self.waker)) else {
            return None;
        };
        let errors = program_log::of_program().dialog_errors();
        let end = |path| ended::chosen(path, &errors, self.opened.elapsed());
        let ends: Vec<Chosen> = files.iter().map(|file| end(Some(file.path().to_owned()))).collect();
        let paths: Vec<PathBuf> =
            ends.into_iter().filter_map(|end| if let Chosen::Path(path) = end { Some(path) } else { None }).collect();
        Some(match (paths.is_empty(), end(None)) {
            (false, _) => Picked::Paths(paths),
            (true, Chosen::DidNotOpen) => Picked::DidNotOpen,
            (true, _) => Picked::Closed,
        })
    }
}
