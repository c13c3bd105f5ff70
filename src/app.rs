//! The app: its state, and the only place where the parts meet. Screens ask, the app does.

mod answering;
pub mod built_in;
pub mod command;
mod earlier;
pub mod edit;
pub mod fit;
mod frame;
mod history;
mod keys;
mod opening;
mod saving;
pub mod screen;
mod settings;
pub mod told;
mod typing;

use std::thread;

use jiff::civil::Date;

use crate::assess::next_question::NextQuestions;
use crate::assess::{Assessment, Assessor};
use crate::check::Check;
use crate::check::seen::SeenRows;
use crate::desktop::clock::{self, Clock};
use crate::desktop::copied_text::{self, CopiedText};
use crate::desktop::open_file::{open_file, open_folder_of};
use crate::desktop::save_dialog::{ChooseFile, DialogOptions, SaveDialog};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::QuestionId;
use crate::knowledge::zone::View;
use crate::note::{self, Page};
use crate::store::autosave::{Autosave, AutosaveOutcome};
use crate::store::checks::Checks;
use crate::store::crash_marker::CrashMarker;
use crate::store::earlier::{Earlier, EarlierChecks, TakenAway};
use crate::store::folders::Folders;
use crate::store::leftovers;
use crate::store::save_error::SaveError;
use crate::store::settings::{KeepAnswers, Settings};
use crate::store::text_file::UnreadableFile;
use crate::ui::command_queue::CommandQueue;
use crate::ui::drafts::Drafts;
use crate::ui::fonts;
use crate::ui::layout::WindowLayout;
use crate::ui::screen::{Attention, CheckOrigin, CountedAsNo, UnreadKeptCheck};
use crate::wording::Wording;
use crate::wording::places::PlacesOfCare;
use built_in::BuiltIn;
use command::Command;
use history::{History, Way};
use saving::Saving;
use screen::{Route, Screen, next, next_missing, previous, question_cards, screen_of_question};

/// Opens the save dialog; tests put their own in its place.
pub type OpenDialog = Box<dyn FnMut(&eframe::Frame, &DialogOptions<'_>, egui::Context) -> Box<dyn ChooseFile>>;

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
            copied_text: copied_text::of_system,
        }
    }
}

/// The app.
pub struct App {
    knowledge: Knowledge,
    wording: Wording,
    assessor: Assessor,
    check: Check,
    assessment: Assessment,
    /// What the open answers would change; worked out when a screen shows it.
    next: Option<NextQuestions>,
    page: Page,
    refreshes: u64,
    history: History,
    screen: Screen,
    /// Which screens Continue leads to.
    route: Route,
    /// The question that was asked for by name: the next frame shows it.
    focus_question: Option<QuestionId>,
    /// Where the menu leads back to.
    behind_menu: Screen,
    /// Where the earlier checks lead back to.
    behind_earlier: Screen,
    view: View,
    settings: Settings,
    /// The choice about keeping answers that we last read or wrote: a newer one is that of another running copy.
    known_choice: KeepAnswers,
    folders: Option<Folders>,
    /// The countries that the system names.
    countries: Vec<String>,
    /// Places of care of the chosen country, else of the system's.
    places: PlacesOfCare,
    keeper: Option<Autosave>,
    checks: Option<Checks>,
    earlier_checks: Option<EarlierChecks>,
    /// Those that "do not keep my answers" took from the disk, until the window closes.
    forgotten: Vec<TakenAway>,
    /// Those there were when they were last listed.
    earlier: Vec<Earlier>,
    stops: Option<CrashMarker>,
    /// What was last said about keeping.
    kept_so_far: AutosaveOutcome,
    opened: CheckOrigin,
    /// Why the kept answers were not read.
    kept_fault: Option<UnreadKeptCheck>,
    saving: Saving,
    open_dialog: OpenDialog,
    copied_text: fn() -> CopiedText,
    counted_as_no: Option<CountedAsNo>,
    /// What was in view of the rows of a screen while it was open.
    seen: SeenRows,
    seen_on: Screen,
    /// What was in view in the last frame.
    in_view: SeenRows,
    status: String,
    attention: Attention,
    closes: bool,
    /// Whether the window was made to fit its screen.
    fits: bool,
    clock: Clock,
    /// The day of what is shown.
    today: Date,
    layout: WindowLayout,
    /// Half-typed texts.
    drafts: Drafts,
    /// What screens and keys ask for, until it is carried out.
    commands: CommandQueue,
}

impl App {
    /// Starts the app in a window, with what was read of the built-in files.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start, built_in: BuiltIn) -> Self {
        let BuiltIn { knowledge, wording, assessor, map, welcome } = built_in;
        let today = (start.clock)().date();
        let settings = start.folders.as_ref().map(Settings::open).unwrap_or_default();
        if let Some(folder) = settings.last_folder.clone() {
            // On a thread: a share that is gone may hold up whoever looks at it. Where there is none, the next save does it.
            _ = thread::Builder::new().name("sweep".to_owned()).spawn(move || leftovers::sweep(&folder));
        }
        let checks = start.folders.clone().map(Checks::new);
        let opening::AtStart { check, opened, kept_fault, known } =
            opening::at_start(&knowledge, checks.as_ref(), start.file, settings.keep_answers);
        let stops = start.folders.clone().map(CrashMarker::new);
        let opened = match (opened, stops.as_ref().and_then(CrashMarker::ended_by_itself)) {
            (CheckOrigin::Kept, Some(screen)) => CheckOrigin::KeptAfterStop(screen),
            (opened, _) => opened,
        };
        let view = opening::view_of_worst(&check, &knowledge);
        let mut layout = WindowLayout::default();
        layout.knee.load(map, welcome);
        let assessment = assessor.assess(&knowledge, &check, today);
        let page = note::page(&knowledge, &wording.note, &check, &assessment, today);
        let ctx = cc.egui_ctx.clone();
        let earlier_checks = checks.as_ref().map(Checks::earlier);
        let keeper = checks.clone().map(|checks| Autosave::start(checks, known, move || ctx.request_repaint()));
        let kept_so_far = match (settings.keep_answers, &checks, &keeper) {
            (KeepAnswers::DoNotKeep, ..) => AutosaveOutcome::Nothing,
            (KeepAnswers::Keep, Some(checks), Some(Ok(_))) => {
                checks.try_keeping().map_or_else(AutosaveOutcome::Failed, |()| AutosaveOutcome::Nothing)
            }
            (KeepAnswers::Keep, _, Some(Err(fault))) => AutosaveOutcome::Failed(fault.clone()),
            (KeepAnswers::Keep, ..) => AutosaveOutcome::Failed(SaveError::PlaceGone),
        };
        let places = settings::places_of(&settings, &start.countries, &wording);
        let app = Self {
            knowledge,
            wording,
            assessor,
            check,
            assessment,
            next: None,
            page,
            refreshes: 0,
            history: History::default(),
            screen: Screen::Start,
            route: Route::default(),
            focus_question: None,
            behind_menu: Screen::Start,
            behind_earlier: Screen::Start,
            view,
            known_choice: settings.keep_answers,
            settings,
            folders: start.folders,
            places,
            countries: start.countries,
            keeper: keeper.and_then(Result::ok),
            checks,
            earlier: earlier_checks.as_ref().map_or_else(Vec::new, EarlierChecks::list),
            earlier_checks,
            forgotten: Vec::new(),
            kept_so_far,
            stops,
            opened,
            kept_fault,
            saving: Saving::default(),
            open_dialog: start.open_dialog,
            copied_text: start.copied_text,
            counted_as_no: None,
            seen: SeenRows::default(),
            seen_on: Screen::Start,
            in_view: SeenRows::default(),
            status: String::new(),
            attention: Attention::Nothing,
            closes: false,
            fits: false,
            clock: start.clock,
            today,
            layout,
            drafts: Drafts::default(),
            commands: CommandQueue::default(),
        };
        fonts::install(&cc.egui_ctx);
        // Ours stops where every button can still be reached.
        cc.egui_ctx.options_mut(|options| options.zoom_with_keyboard = false);
        app.show_settings(&cc.egui_ctx);
        if app.opened == CheckOrigin::File {
            app.keep();
        }
        app
    }

    /// The check as it is now.
    #[must_use]
    pub fn check(&self) -> &Check {
        &self.check
    }

    /// How often assessment and page were worked out again, for tests.
    #[must_use]
    pub fn refreshes(&self) -> u64 {
        self.refreshes
    }

    /// How often a picture was painted because a frame showed it first, for tests.
    #[must_use]
    pub fn rasters(&self) -> u64 {
        self.layout.knee.rasters()
    }

    /// The page as it is now.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    fn refresh(&mut self) {
        self.refreshes += 1;
        self.assessment = self.assessor.assess(&self.knowledge, &self.check, self.today);
        self.next = None;
        self.page = note::page(&self.knowledge, &self.wording.note, &self.check, &self.assessment, self.today);
    }

    fn carry_out(&mut self, command: Command, ctx: &egui::Context, frame: &eframe::Frame) {
        match command {
            Command::GoTo(screen) => self.go_to(screen),
            Command::GoToQuestion(question) => self.go_to_question(question),
            Command::AnswerMissing => {
                if let Some(question) = self.assessment.urgency.missing.first().cloned() {
                    self.go_to_question(question.clone());
                    self.route = Route::Missing(question);
                }
            }
            Command::Back => match self.screen {
                Screen::Menu => {
                    self.screen = self.behind_menu.clone();
                    if self.attention == Attention::Country {
                        self.attention = Attention::Nothing;
                    }
                }
                Screen::Earlier => self.screen = self.behind_earlier.clone(),
                _ => {
                    let to = previous(&self.screen, &question_cards(&self.knowledge, &self.check, &self.assessment));
                    self.go_to(to);
                }
            },
            // The menu and the earlier checks are no steps: nothing comes after them.
            Command::Continue if matches!(self.screen, Screen::Menu | Screen::Earlier) => {}
            Command::Continue => {
                let is_missing = self.check.side.is_none() || self.check.spots.is_empty();
                if self.screen == Screen::Where && is_missing {
                    self.attention = Attention::PlaceMissing;
                    return;
                }
                self.attention = Attention::Nothing;
                self.leave();
                self.continue_on();
            }
            Command::Edit(edit) => self.edit(edit),
            Command::ShowView(view) => self.view = view,
            Command::Undo => self.step_history(Way::Back),
            Command::Redo => self.step_history(Way::Forth),
            Command::Save => self.open_save_dialog(ctx, frame),
            Command::SaveToDocuments => self.save_to_documents(),
            Command::StopWaiting => self.stop_waiting(),
            Command::Copy => self.copy(ctx),
            Command::OpenFile(path) => self.open_saved(&path, open_file),
            Command::OpenFolder(path) => self.open_saved(&path, open_folder_of),
            Command::GoOn => self.go_on(),
            Command::StartAgain => self.start_again(),
            Command::Delete => self.delete(),
            Command::ReadAgain => self.read_again(),
            Command::KeepAfterAll => self.keep_after_all(),
            Command::Earlier(command) => self.earlier(command),
            Command::Set(setting) => self.set(setting, ctx),
            Command::CloseAnyway => {
                self.closes = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Command::Stay => self.attention = Attention::Nothing,
            Command::ChangeCountry => {
                self.go_to(Screen::Menu);
                self.attention = Attention::Country;
            }
        }
    }

    fn go_to_question(&mut self, question: QuestionId) {
        let cards = question_cards(&self.knowledge, &self.check, &self.assessment);
        if let Some(screen) = screen_of_question(&self.knowledge, &cards, &question) {
            self.go_to(screen);
            self.focus_question = Some(question);
        }
    }

    /// The next screen: of all of them, or of those on which something is missing.
    fn continue_on(&mut self) {
        let cards = question_cards(&self.knowledge, &self.check, &self.assessment);
        let (to, focus_question) = match &self.route {
            Route::All => (next(&self.screen, &cards), None),
            Route::Missing(last) => {
                let missing = next_missing(&self.knowledge, &cards, last, &self.assessment.urgency.missing);
                missing.map_or((Screen::Result, None), |(place, question)| (place, Some(question)))
            }
        };
        if let Some(question) = &focus_question {
            self.route = Route::Missing(question.clone());
        }
        if to == Screen::Result {
            self.route = Route::All;
            // What it said of the advice stands there at the top.
            self.status.clear();
        }
        self.screen = to;
        self.focus_question = focus_question;
    }

    fn go_to(&mut self, screen: Screen) {
        self.route = Route::All;
        // A key asks for the menu in the menu too; it must lead back to where the runner was before.
        if screen == self.screen && screen.step().is_none() {
            return;
        }
        match screen {
            // From the earlier checks the menu leads back to where the runner was before.
            Screen::Menu if self.screen == Screen::Earlier => {}
            Screen::Menu => self.behind_menu = self.screen.clone(),
            Screen::Earlier => {
                self.behind_earlier = self.screen.clone();
                self.list_earlier();
            }
            _ => {
                self.leave();
                self.attention = Attention::Nothing;
            }
        }
        self.screen = screen;
    }
}
