//! Reads files of runs on a thread of its own, and says how far it is.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;
use std::time::Duration;

use super::App;
use crate::desktop::on_thread::OnThread;
use crate::desktop::pick_files::{Pick, PickPaths, Picked};
use crate::run_files::progress::Progress;
use crate::run_files::settings::Settings;
use crate::run_files::walk;
use crate::session::effect::{Done, Event, RunsEffect, RunsPicked};
use crate::store::run_log::RunLogFile;
use crate::store::save_error::SaveError;
use crate::training::list_answers::ListAnswers;
use crate::training::reading::Reading;

/// How often the window says how far it is.
const TOLD_EVERY: Duration = Duration::from_millis(100);

/// What is chosen, read and written of runs at the moment.
#[derive(Default)]
pub(super) struct Importing {
    dialog: Option<Box<dyn PickPaths>>,
    reading: Option<Underway>,
    /// The newest write; the next one waits for it.
    keeping: Option<OnThread<Result<(), SaveError>>>,
}

/// A reading that goes on.
struct Underway {
    progress: Arc<Progress>,
    read: Receiver<Option<Reading>>,
}

impl App {
    /// Does what the runs need.
    pub(super) fn runs_effect(
        &mut self,
        effect: RunsEffect,
        ctx: &egui::Context,
        frame: &eframe::Frame,
    ) -> Option<Event> {
        match effect {
            RunsEffect::OpenLog => return Some(self.open_run_log()),
            RunsEffect::KeepLog(text) => return self.keep_run_log(text),
            RunsEffect::DeleteLog => return Some(self.delete_run_log()),
            RunsEffect::PickFiles => self.pick_runs(Pick::Files, ctx, frame),
            RunsEffect::PickFolder => self.pick_runs(Pick::Folder, ctx, frame),
            RunsEffect::Read(paths, lists) => self.read_runs(paths, lists, ctx),
            RunsEffect::StopReading => self.stop_reading(),
        }
        None
    }

    /// Opens the dialog that chooses files or a folder of runs.
    fn pick_runs(&mut self, pick: Pick, ctx: &egui::Context, frame: &eframe::Frame) {
        let title = match pick {
            Pick::Files => &self.session.content().wording.runs.pick_files,
            Pick::Folder => &self.session.content().wording.runs.pick_folder,
        };
        let folder = self.disk.folders.as_ref().map(|folders| folders.documents.clone()).unwrap_or_default();
        self.importing.dialog = Some((self.system.open_pick)(frame, pick, title, &folder, ctx.clone()));
    }

    /// Begins to read; what was begun before is dropped.
    fn read_runs(&mut self, paths: Vec<PathBuf>, lists: ListAnswers, ctx: &egui::Context) {
        self.stop_reading();
        let now = (self.system.clock)();
        let settings = Settings { today: now.date(), zone: now.time_zone().clone(), lists };
        let progress = Arc::new(Progress::default());
        let (send, read) = mpsc::channel();
        let (theirs, ctx) = (Arc::clone(&progress), ctx.clone());
        let begun = thread::Builder::new().name("runs".to_owned()).spawn(move || {
            // Who stopped listening does not want it any more.
            _ = send.send(walk::read(&paths, &settings, &theirs));
            ctx.request_repaint();
        });
        // Without a thread the sender is gone, and it is as if it had been stopped.
        drop(begun);
        self.importing.reading = Some(Underway { progress, read });
    }

    /// Stops reading; nothing is kept of it.
    pub(super) fn stop_reading(&self) {
        if let Some(underway) = &self.importing.reading {
            underway.progress.stop();
        }
    }

    /// Looks how dialog and reading stand.
    pub(super) fn poll_runs(&mut self, ctx: &egui::Context, frame: &eframe::Frame) {
        if let Some(picked) = self.importing.dialog.as_mut().and_then(|dialog| dialog.poll()) {
            self.importing.dialog = None;
            let picked = match picked {
                Picked::Paths(paths) => RunsPicked::Paths(paths),
                Picked::Closed => RunsPicked::Closed,
                Picked::DidNotOpen => RunsPicked::NoDialog,
            };
            self.happened(Event::RunsPicked(picked), ctx, frame);
        }
        let Some(underway) = &self.importing.reading else { return };
        let event = match underway.read.try_recv() {
            Ok(reading) => Event::RunsRead(reading.map(Box::new)),
            Err(TryRecvError::Disconnected) => Event::RunsRead(None),
            Err(TryRecvError::Empty) => {
                ctx.request_repaint_after(TOLD_EVERY);
                Event::ReadingIs { done: underway.progress.done(), total: underway.progress.total() }
            }
        };
        if matches!(event, Event::RunsRead(_)) {
            self.importing.reading = None;
        }
        self.happened(event, ctx, frame);
    }

    /// The text of the runs that are kept.
    pub(super) fn open_run_log(&self) -> Event {
        let file = self.run_log_file().filter(|_| self.disk.keeps());
        Event::RunLogRead(file.map_or(Ok(None), |file| file.read().map_err(|fault| fault.0)))
    }

    /// Keeps the runs, where answers are kept, on a thread: a slow disk holds nobody up.
    pub(super) fn keep_run_log(&mut self, text: String) -> Option<Event> {
        let last = self.last_kept();
        if let Some(file) = self.run_log_file().filter(|_| self.disk.keeps()) {
            self.importing.keeping = Some(OnThread::start(move || file.keep(&text)));
        }
        last
    }

    /// Deletes the runs that are kept.
    fn delete_run_log(&mut self) -> Event {
        self.last_kept();
        let deleted = self.run_log_file().map_or(Ok(()), |file| file.delete());
        Event::RunLogKept(if deleted.is_ok() { Done::Yes } else { Done::No })
    }

    /// How the newest write went, once it ends.
    pub(super) fn last_kept(&mut self) -> Option<Event> {
        let failed = self.importing.keeping.take().is_some_and(|kept| kept.end().is_err());
        failed.then_some(Event::RunLogKept(Done::No))
    }

    fn run_log_file(&self) -> Option<RunLogFile> {
        self.disk.folders.as_ref().map(RunLogFile::new)
    }
}
