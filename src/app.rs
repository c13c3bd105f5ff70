//! The app: its state, and the only place where the parts meet. Screens ask, the app does.

pub mod command;
mod edit;
mod history;
mod opening;
pub mod place;
mod saving;
mod settings;

use jiff::civil::Date;

use crate::assess::{Assessment, Assessor};
use crate::check::{Check, file};
use crate::desktop::save_dialog::{ChooseFile, SaveDialog, Shown};
use crate::knee_map::KneeMap;
use crate::knowledge::Knowledge;
use crate::knowledge::question::QuestionKind;
use crate::knowledge::rule::Level;
use crate::knowledge::zone::View;
use crate::note::{self, Page};
use crate::store::checks::{Checks, Kept};
use crate::store::folders::Folders;
use crate::store::keeper::{Keeper, Outcome};
use crate::store::settings::{KeepAnswers, Settings};
use crate::ui::screen::{Asked, Attention, CountedAsNo, Opened, SaveState, Screen};
use crate::ui::shell::Shell;
use crate::ui::{fonts, result, shell, theme};
use crate::wording::{Wording, fill};
use command::{Command, Edit};
use edit::Told;
use history::History;
use place::{Place, next, previous, question_pages, questions_on};

/// Opens the save dialog; tests put their own in its place.
pub type OpenDialog = Box<dyn FnMut(&eframe::Frame, &Shown<'_>, egui::Context) -> Box<dyn ChooseFile>>;

/// What the app starts with.
pub struct Start {
    /// Where things are kept; none when the computer has no home folder.
    pub folders: Option<Folders>,
    /// A check that was opened from a file.
    pub file: Option<Check>,
    /// Today.
    pub today: Date,
    /// The system's country, two letters.
    pub country: Option<String>,
    /// Opens the save dialog.
    pub open_dialog: OpenDialog,
}

impl Start {
    /// As the system is.
    #[must_use]
    pub fn of_system(file: Option<Check>) -> Self {
        Self {
            folders: Folders::of_system(),
            file,
            today: crate::desktop::clock::today(),
            country: crate::desktop::country::of_system(),
            open_dialog: Box::new(|frame, shown, ctx| Box::new(SaveDialog::open(frame, shown, ctx))),
        }
    }
}

/// Why the app cannot start: its own content or drawings are broken, which tests make sure they are not.
#[derive(Debug, thiserror::Error)]
#[error("the built-in {0} cannot be read: {1}")]
pub struct BrokenAsset(&'static str, String);

/// The app.
pub struct App {
    knowledge: Knowledge,
    wording: Wording,
    assessor: Assessor,
    check: Check,
    assessment: Assessment,
    page: Page,
    history: History,
    place: Place,
    /// Where the menu leads back to.
    behind_menu: Place,
    view: View,
    settings: Settings,
    folders: Option<Folders>,
    country: Option<String>,
    keeper: Option<Keeper>,
    /// What was last said about keeping.
    kept_so_far: Outcome,
    opened: Opened,
    save: SaveState,
    dialog: Option<Box<dyn ChooseFile>>,
    open_dialog: OpenDialog,
    counted_as_no: Option<CountedAsNo>,
    status: String,
    attention: Attention,
    closes: bool,
    today: Date,
    shell: Shell,
}

impl App {
    /// Starts the app in a window.
    ///
    /// # Errors
    /// When something built in is broken.
    pub fn new(cc: &eframe::CreationContext<'_>, start: Start) -> Result<Self, BrokenAsset> {
        let broken = |what: &'static str| move |fault: String| BrokenAsset(what, fault);
        let knowledge = Knowledge::embedded()
            .map_err(|faults| faults.first().map_or_else(String::new, ToString::to_string))
            .map_err(broken("content"))?;
        let wording = Wording::embedded().map_err(|fault| fault.to_string()).map_err(broken("wording"))?;
        let map = KneeMap::embedded().map_err(|fault| fault.to_string()).map_err(broken("drawings"))?;
        let assessor = Assessor::new(&knowledge);
        let settings = start.folders.as_ref().map(Settings::open).unwrap_or_default();
        let checks = start.folders.clone().map(Checks::new);
        let (check, opened, read) = opened_check(&knowledge, checks.as_ref(), start.file);
        let mut shell = Shell::default();
        shell.knee.load(map);
        let assessment = assessor.assess(&knowledge, &check, start.today);
        let page = note::page(&knowledge, &wording.note, &check, &assessment, start.today);
        let ctx = cc.egui_ctx.clone();
        let keeper = checks.and_then(|checks| Keeper::start(checks, read, move || ctx.request_repaint()).ok());
        let app = Self {
            knowledge,
            wording,
            assessor,
            check,
            assessment,
            page,
            history: History::default(),
            place: Place::Start,
            behind_menu: Place::Start,
            view: View::Front,
            settings,
            folders: start.folders,
            country: start.country,
            keeper,
            kept_so_far: Outcome::Nothing,
            opened,
            save: SaveState::Nothing,
            dialog: None,
            open_dialog: start.open_dialog,
            counted_as_no: None,
            status: String::new(),
            attention: Attention::Nothing,
            closes: false,
            today: start.today,
            shell,
        };
        fonts::install(&cc.egui_ctx);
        cc.egui_ctx.options_mut(|options| options.zoom_with_keyboard = true);
        app.show_settings(&cc.egui_ctx);
        if app.opened == Opened::File {
            app.keep();
        }
        Ok(app)
    }

    /// The check as it is now.
    #[must_use]
    pub fn check(&self) -> &Check {
        &self.check
    }

    /// The page as it is now.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// Changes answers: one step of undo, kept at once, and everything that follows worked out again.
    fn change(&mut self, typing: Option<String>, change: impl FnOnce(&mut Check, &Knowledge) -> Told) {
        let before = self.check.clone();
        let told = change(&mut self.check, &self.knowledge);
        if self.check == before {
            return;
        }
        self.history.remember(&before, typing);
        self.after_change();
        if let Told::Moved(knee) = told {
            let words = &self.wording.screen;
            let name = match knee {
                crate::check::spot::Knee::Left => words.app.knee_left_short.to_lowercase(),
                crate::check::spot::Knee::Right => words.app.knee_right_short.to_lowercase(),
            };
            self.status = fill(&words.place.moved, &[("knee", &name)]);
        }
    }

    fn after_change(&mut self) {
        let (level, was) = (self.assessment.urgency.level, self.assessment.urgency.shown());
        self.check.made = Some(self.today);
        self.check.content.clone_from(&self.knowledge.about.content);
        self.refresh();
        self.status.clear();
        let is_new = level != self.assessment.urgency.level || was != self.assessment.urgency.shown();
        // The emergency banner speaks for itself; saying it twice would drown it.
        let has_banner = self.assessment.urgency.level == Level::Emergency;
        if is_new
            && !has_banner
            && let Some(headline) = result::headline(&self.screen_parts())
        {
            self.status = fill(&self.wording.screen.app.advice_changed, &[("headline", &headline)]);
        }
        self.keep();
    }

    fn refresh(&mut self) {
        self.assessment = self.assessor.assess(&self.knowledge, &self.check, self.today);
        self.page = note::page(&self.knowledge, &self.wording.note, &self.check, &self.assessment, self.today);
    }

    /// Everything the screens show, without the cards of step 3.
    fn screen_parts(&self) -> Screen<'_> {
        screen_of(self, &[])
    }

    /// Hands the answers to the keeper, when answers are kept.
    fn keep(&self) {
        if self.settings.keep_answers == KeepAnswers::Keep
            && let Some(keeper) = &self.keeper
        {
            keeper.keep(file::write(&self.check));
        }
    }

    /// Says once when answers could not be kept, or were kept elsewhere.
    fn tell_about_keeping(&mut self) {
        let Some(outcome) = self.keeper.as_ref().map(Keeper::last) else { return };
        if outcome == self.kept_so_far {
            return;
        }
        let words = &self.wording.screen.close;
        match &outcome {
            Outcome::Failed(_) => self.status.clone_from(&words.not_kept),
            Outcome::ChangedElsewhere { .. } => self.status.clone_from(&words.kept_elsewhere),
            Outcome::Nothing | Outcome::Kept => {}
        }
        self.kept_so_far = outcome;
    }

    /// Whether closing now loses answers.
    fn would_lose(&self) -> bool {
        if self.check.is_empty()
            || self.settings.keep_answers == KeepAnswers::DoNotKeep && !self.is_changed_since_save()
        {
            return false;
        }
        match (&self.keeper, self.settings.keep_answers) {
            (Some(keeper), KeepAnswers::Keep) => matches!(keeper.flush(), Outcome::Failed(_)),
            _ => true,
        }
    }

    fn is_changed_since_save(&self) -> bool {
        !matches!(&self.save, SaveState::Saved { text, .. } if *text == self.page.text)
    }

    fn carry_out(&mut self, command: Command, ctx: &egui::Context, frame: &eframe::Frame) {
        match command {
            Command::GoTo(place) => self.go_to(place),
            Command::Back => {
                if self.place == Place::Menu {
                    self.place = self.behind_menu.clone();
                } else {
                    let to = previous(&self.place, &question_pages(&self.knowledge, &self.check, &self.assessment));
                    self.go_to(to);
                }
            }
            Command::Continue => {
                let is_missing = self.check.side.is_none() || self.check.spots.is_empty();
                if self.place == Place::Where && is_missing {
                    self.attention = Attention::PlaceMissing;
                    return;
                }
                self.attention = Attention::Nothing;
                self.leave();
                let to = next(&self.place, &question_pages(&self.knowledge, &self.check, &self.assessment));
                self.place = to;
            }
            Command::Edit(edit) => self.edit(edit),
            Command::ShowView(view) => self.view = view,
            Command::Undo => self.step_history(true),
            Command::Redo => self.step_history(false),
            Command::Save => self.open_save_dialog(ctx, frame),
            Command::SaveToDocuments => self.save_to_documents(),
            Command::StopWaiting => self.stop_waiting(),
            Command::Copy => self.copy(ctx),
            Command::OpenFile(path) => self.open_saved(&path, false),
            Command::OpenFolder(path) => self.open_saved(&path, true),
            Command::GoOn => self.go_on(),
            Command::StartAgain => self.start_again(),
            Command::Delete => self.delete(),
            Command::Set(setting) => self.set(setting, ctx),
            Command::CloseAnyway => {
                self.closes = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Command::Stay => self.attention = Attention::Nothing,
        }
    }

    fn go_to(&mut self, place: Place) {
        if place == Place::Menu {
            self.behind_menu = self.place.clone();
            self.place = place;
            return;
        }
        self.leave();
        self.attention = Attention::Nothing;
        self.place = place;
    }

    /// Leaves a screen: what was not ticked in a list of which something was ticked becomes No, in one undo step.
    fn leave(&mut self) {
        let place = self.place.clone();
        let questions: Vec<_> = questions_on(&place, &self.knowledge, &self.check, &self.assessment)
            .into_iter()
            .filter(|question| matches!(question.kind, QuestionKind::Multi { .. }))
            .cloned()
            .collect();
        let mut counted = Vec::new();
        self.counted_as_no = None;
        self.change(None, |check, _| {
            counted = questions.iter().flat_map(|question| check.finish(question)).collect();
            Told::Nothing
        });
        if !counted.is_empty() {
            self.counted_as_no = Some(CountedAsNo { place, findings: counted });
        }
    }

    fn edit(&mut self, edit: Edit) {
        let typing = match &edit {
            Edit::Words(topic, _) => Some(format!("{topic:?}")),
            Edit::ActivityName(at, _) => Some(format!("activity {at}")),
            Edit::QuestionForVisit(at, _) => Some(format!("question {at}")),
            Edit::Number(id, _) => Some(id.to_string()),
            Edit::Began(_) => Some("began".to_owned()),
            _ => None,
        };
        let asks_safety = is_safety(&self.knowledge, &edit);
        let was_stale = self.assessment.answers.safety_is_stale;
        let today = self.today;
        self.change(typing, |check, knowledge| {
            if asks_safety {
                if was_stale {
                    forget_stale(check, knowledge);
                }
                check.safety_asked = Some(today);
            }
            edit::apply(edit, check, knowledge)
        });
        self.counted_as_no = None;
    }

    fn step_history(&mut self, back: bool) {
        let to = if back { self.history.undo(&self.check) } else { self.history.redo(&self.check) };
        if let Some(check) = to {
            self.check = check;
            self.shell.typed.forget();
            self.counted_as_no = None;
            self.after_change();
        }
    }

    fn go_on(&mut self) {
        self.place = if self.assessment.answers.safety_is_stale || !self.assessment.urgency.missing.is_empty() {
            Place::Safety
        } else {
            Place::Result
        };
    }

    fn start_again(&mut self) {
        let units = self.check.units;
        self.change(None, |check, _| {
            *check = Check { units, ..Check::default() };
            Told::Nothing
        });
        self.shell.typed.forget();
        self.save = SaveState::Nothing;
        self.opened = Opened::Fresh;
        self.place = Place::Start;
        self.status.clone_from(&self.wording.screen.menu.started_again);
    }

    fn delete(&mut self) {
        self.start_again();
        if let Some(keeper) = &self.keeper
            && keeper.delete_all(&mut self.settings).is_err()
        {
            self.status.clone_from(&self.wording.screen.close.not_kept);
            return;
        }
        self.keep_settings();
        self.status.clone_from(&self.wording.screen.menu.deleted);
    }

    fn keys(&mut self, ctx: &egui::Context, asked: &mut Asked) {
        use egui::{Key, KeyboardShortcut, Modifiers};
        let pressed = |modifiers: Modifiers, key: Key| {
            ctx.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
        };
        let command = Modifiers::COMMAND;
        if pressed(command | Modifiers::SHIFT, Key::Z) || pressed(command, Key::Y) {
            asked.command(Command::Redo);
        }
        let types = ctx.egui_wants_keyboard_input();
        if !types && pressed(command, Key::Z) {
            asked.command(Command::Undo);
        }
        if pressed(command | Modifiers::SHIFT, Key::C) {
            asked.command(Command::Copy);
        }
        if pressed(command, Key::S) {
            asked.command(Command::Save);
        }
        if pressed(command, Key::Enter) {
            asked.command(Command::Continue);
        }
        if pressed(command, Key::Comma) || pressed(Modifiers::NONE, Key::F10) || pressed(Modifiers::NONE, Key::F1) {
            asked.command(Command::GoTo(Place::Menu));
        }
        if pressed(command, Key::W) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        for (step, key) in [Key::Num1, Key::Num2, Key::Num3, Key::Num4].into_iter().enumerate() {
            if pressed(command, key) {
                let pages = question_pages(&self.knowledge, &self.check, &self.assessment);
                let place = shell::place_of(&screen_of(self, &pages), step + 1);
                asked.command(Command::GoTo(place));
            }
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.poll_dialog();
        self.tell_about_keeping();
        self.open_dropped(ctx);
        self.follow_zoom(ctx);
        if ctx.input(|input| input.viewport().close_requested()) && !self.closes && self.would_lose() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.attention = Attention::ClosingLosesAnswers;
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let title = self.wording.screen.app.name.clone();
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title));
        if theme::look_of(&ctx) != self.look(&ctx) {
            self.show_settings(&ctx);
        }
        let mut asked = Asked::default();
        self.keys(&ctx, &mut asked);
        let mut shell = std::mem::take(&mut self.shell);
        {
            let pages = question_pages(&self.knowledge, &self.check, &self.assessment);
            shell.show(ui, &screen_of(self, &pages), &mut asked);
        }
        self.shell = shell;
        let commands = asked.take();
        if !commands.is_empty() {
            ctx.request_repaint();
        }
        for command in commands {
            self.carry_out(command, &ctx, frame);
        }
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Some(keeper) = &self.keeper {
            match (self.settings.keep_answers, self.check.is_empty()) {
                (KeepAnswers::DoNotKeep, _) => _ = keeper.delete_all(&mut self.settings),
                (KeepAnswers::Keep, true) => _ = keeper.forget_current(),
                (KeepAnswers::Keep, false) => _ = keeper.flush(),
            }
        }
        self.keep_settings();
    }
}

/// Everything the screens show.
fn screen_of<'a>(app: &'a App, pages: &'a [place::QuestionPage<'a>]) -> Screen<'a> {
    Screen {
        knowledge: &app.knowledge,
        wording: &app.wording,
        places: app.places(),
        check: &app.check,
        assessment: &app.assessment,
        page: &app.page,
        pages,
        place: &app.place,
        view: app.view,
        settings: &app.settings,
        save: &app.save,
        counted_as_no: app.counted_as_no.as_ref(),
        status: &app.status,
        opened: &app.opened,
        can_undo: app.history.can_undo(),
        can_redo: app.history.can_redo(),
        attention: app.attention,
        today: app.today,
    }
}

/// The check to start with: from a file, else the kept one; and the kept text as it was read.
fn opened_check(
    knowledge: &Knowledge,
    checks: Option<&Checks>,
    file: Option<Check>,
) -> (Check, Opened, Option<String>) {
    let (kept, opened, read) = match checks.map(Checks::open) {
        None | Some(Kept::Nothing) => (Check::default(), Opened::Fresh, None),
        Some(Kept::Damaged { .. }) => (Check::default(), Opened::Damaged, None),
        Some(Kept::Check(text)) => {
            if let Ok(check) = file::read(&text, knowledge) {
                (check, Opened::Kept, Some(text))
            } else {
                checks.map(Checks::set_aside);
                (Check::default(), Opened::Damaged, None)
            }
        }
    };
    let Some(check) = file else { return (kept, opened, read) };
    if let (Some(checks), Some(text)) = (checks, &read) {
        // The kept check is not lost: it becomes an earlier one.
        checks.move_to_earlier(text, &earlier_name(&kept)).ok();
    }
    (check, Opened::File, None)
}

/// What a check is called when another takes its place.
fn earlier_name(check: &Check) -> String {
    check.made.map_or_else(|| "earlier".to_owned(), |made| made.to_string())
}

/// Whether a change answers one of the questions that grow stale.
fn is_safety(knowledge: &Knowledge, edit: &Edit) -> bool {
    let (Edit::Pick(id, _) | Edit::Clear(id) | Edit::Tick(id, ..) | Edit::DenyAll(id)) = edit else { return false };
    knowledge.question(id.as_str()).is_some_and(|question| question.stale_after_hours.is_some())
}

/// Old safety answers must not come to life again because one of them was answered today.
fn forget_stale(check: &mut Check, knowledge: &Knowledge) {
    for question in knowledge.questions.iter().filter(|question| question.stale_after_hours.is_some()) {
        check.clear(question);
    }
}
