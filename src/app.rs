//! The window: it shows the session, carries out what that asks of the world, and reports what came of it.

pub mod built_in;
mod disk;
mod effects;
pub mod fit;
mod frame;
mod importing;
mod keys;
mod opening;
mod saving;
mod settings;

use std::path::Path;
use std::thread;

use crate::check::Check;
use crate::desktop::clock::{self, Clock};
use crate::desktop::copied_text::{self, CopiedText};
use crate::desktop::pick_files::{Pick, PickDialog, PickPaths};
use crate::desktop::save_dialog::{ChooseFile, DialogOptions, SaveDialog};
use crate::session::state::{CheckOrigin, Opening};
use crate::session::{Content, Session};
use crate::store::autosave::{Autosave, AutosaveOutcome};
use crate::store::checks::Checks;
use crate::store::crash_marker::CrashMarker;
use crate::store::earlier::EarlierChecks;
use crate::store::folders::Folders;
use crate::store::leftovers;
use crate::store::save_error::SaveError;
use crate::store::settings::{KeepAnswers, Settings};
use crate::store::text_file::UnreadableFile;
use crate::ui::command_queue::CommandQueue;
use crate::ui::drafts::Drafts;
use crate::ui::fonts;
use crate::ui::layout::WindowLayout;
use built_in::BuiltIn;
use disk::Disk;
use importing::Importing;
use saving::Dialogs;

/// Opens the save dialog; tests put their own in its place.
pub type OpenDialog = Box<dyn FnMut(&eframe::Frame, &DialogOptions<'_>, egui::Context) -> Box<dyn ChooseFile>>;

/// Opens the dialog that chooses what to read; tests put their own in its place.
pub type OpenPick = Box<dyn FnMut(&eframe::Frame, Pick, &str, &Path, egui::Context) -> Box<dyn PickPaths>>;

/// What the app starts with.
pub struct Start {
    /// Where things are kept; none when the computer has no home folder.
    pub folders: Option<Folders>,
    /// A check that was opened from a file, or why it could not be read.
    pub file: Option<Result<Check, UnreadableFile>>,
    /// What time it is; a window may stay open over midnight.
    pub clock: Clock,
    /// The countries that the system names, two letters each, the likeliest first.
    pub countries: Vec<String>,
    /// Opens the save dialog.
    pub open_dialog: OpenDialog,
    /// Opens the dialog that chooses files of runs.
    pub open_pick: OpenPick,
    /// Whether copied text outlives the window; asked when it closes.
    pub copied_text: fn() -> CopiedText,
}

impl Start {
    /// As the system is.
    #[must_use]
    pub fn of_system(file: Option<Result<Check, UnreadableFile>>) -> Self {
        Self {
            folders: Folders::of_system(),
            file,
            clock: Box::new(clock::now),
            countries: crate::desktop::country::of_system(),
            open_dialog: Box::new(|frame, shown, ctx| Box::new(SaveDialog::open(frame, shown, ctx))),
            open_pick: Box::new(|frame, pick, title, folder, ctx| {
                Box::new(PickDialog::open(frame, pick, title, folder, ctx))
            }),
            copied_text: copied_text::of_system,
        }
    }
}

/// What the window has of the system, besides the disk.
struct System {
    clock: Clock,
    /// The countries that the system names.
    countries: Vec<String>,
    open_dialog: OpenDialog,
    open_pick: OpenPick,
    copied_text: fn() -> CopiedText,
}

pub struct App {
    session: Session,
    disk: Disk,
    system: System,
    dialogs: Dialogs,
    importing: Importing,
    layout: WindowLayout,
    commands: CommandQueue,
    drafts: Drafts,
    /// Closing was asked for and is not asked about again.
    closes: bool,
    /// Whether the window was made to fit its screen.
    fits: bool,
}

impl App {
    /// Starts the app in a window, with what was read of the built-in files.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start, built_in: BuiltIn) -> Self {
        let BuiltIn { content, map, welcome } = built_in;
        let Start { folders, file, clock, countries, open_dialog, open_pick, copied_text } = start;
        let today = clock().date();
        let settings = folders.as_ref().map(Settings::open).unwrap_or_default();
        sweep_last_folder(&settings);
        let mut layout = WindowLayout::default();
        layout.knee.load(map, welcome);
        let places = settings::places_of(&settings, &countries, &content.wording);
        let (opening, disk) = open_disk(folders, settings, file, &content, &cc.egui_ctx);
        let app = Self {
            session: Session::new(content, opening, places, today),
            disk,
            system: System { clock, countries, open_dialog, open_pick, copied_text },
            dialogs: Dialogs::default(),
            importing: Importing::default(),
            layout,
            commands: CommandQueue::default(),
            drafts: Drafts::default(),
            closes: false,
            fits: false,
        };
        fonts::install(&cc.egui_ctx);
        // Ours stops where every button can still be reached.
        cc.egui_ctx.options_mut(|options| options.zoom_with_keyboard = false);
        app.show_settings(&cc.egui_ctx);
        if app.session.state().opened == CheckOrigin::File {
            app.keep();
        }
        app
    }

    /// What is answered, and where the runner is.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// How often a picture was painted because a frame showed it first, for tests.
    #[must_use]
    pub fn rasters(&self) -> u64 {
        self.layout.knee.rasters()
    }
}

/// On a thread: a share that is gone may hold up whoever looks at it. Where there is none, the next save does it.
fn sweep_last_folder(settings: &Settings) {
    if let Some(folder) = settings.last_folder.clone() {
        _ = thread::Builder::new().name("sweep".to_owned()).spawn(move || leftovers::sweep(&folder));
    }
}

/// What the disk holds at the start, and who keeps it from now on.
fn open_disk(
    folders: Option<Folders>,
    settings: Settings,
    file: Option<Result<Check, UnreadableFile>>,
    content: &Content,
    ctx: &egui::Context,
) -> (Opening, Disk) {
    let checks = folders.clone().map(Checks::new);
    let opening::AtStart { check, opened, kept_fault, known } =
        opening::at_start(&content.knowledge, checks.as_ref(), file, settings.keep_answers);
    let crash_marker = folders.clone().map(CrashMarker::new);
    let opened = match (opened, crash_marker.as_ref().and_then(CrashMarker::ended_by_itself)) {
        (CheckOrigin::Kept, Some(screen)) => CheckOrigin::KeptAfterStop(screen),
        (opened, _) => opened,
    };
    let ctx = ctx.clone();
    let autosave = checks.clone().map(|checks| Autosave::start(checks, known, move || ctx.request_repaint()));
    let keeping = match (settings.keep_answers, &checks, &autosave) {
        (KeepAnswers::DoNotKeep, ..) => AutosaveOutcome::Nothing,
        (KeepAnswers::Keep, Some(checks), Some(Ok(_))) => {
            checks.try_keeping().map_or_else(AutosaveOutcome::Failed, |()| AutosaveOutcome::Nothing)
        }
        (KeepAnswers::Keep, _, Some(Err(fault))) => AutosaveOutcome::Failed(fault.clone()),
        (KeepAnswers::Keep, ..) => AutosaveOutcome::Failed(SaveError::PlaceGone),
    };
    let earlier_checks = checks.as_ref().map(Checks::earlier);
    let disk = Disk {
        folders,
        known_choice: settings.keep_answers,
        settings,
        autosave: autosave.and_then(Result::ok),
        earlier: earlier_checks.as_ref().map_or_else(Vec::new, EarlierChecks::list),
        earlier_checks,
        checks,
        forgotten: Vec::new(),
        crash_marker,
    };
    (Opening { check, opened, kept_fault, keeping }, disk)
}
