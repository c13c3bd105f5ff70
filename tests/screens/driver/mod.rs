//! Drives the whole app as a person does: finds things by what they are called, clicks them, reads what is there.

mod acting;
mod content;
mod fakes;
mod reading;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use egui::{OutputCommand, Vec2, ViewportCommand, ViewportEvent, ViewportId, vec2};
use egui_kittest::Harness;
use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kneenote::app::built_in::BuiltIn;
use kneenote::app::{App, Start};
use kneenote::check::{Check, file};
use kneenote::desktop::copied_text::CopiedText;
use kneenote::store::folders::Folders;
use kneenote::store::settings::Settings;
use tempfile::TempDir;

use crate::patience::wait_until;
use crate::world::TODAY;
pub use content::*;
pub use fakes::{Dialogs, Images};
use fakes::{FakeDialog, FakeGraphics, FakePick};
pub use reading::{ancestors_named, is_closed, is_input, name_of, texts_of};

/// A window as it opens at first.
pub const USUAL: Vec2 = vec2(1100.0, 760.0);
/// Frames after which the window must be at rest.
const MOST_FRAMES: u64 = 20;

/// Noon of a day.
pub fn noon(day: Date) -> Zoned {
    day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap()
}

/// The running app.
pub struct Driver {
    /// Its window.
    pub window: Harness<'static, App>,
    /// Where it keeps things.
    pub home: Rc<TempDir>,
    /// Its save dialogs.
    pub dialogs: Rc<RefCell<Dialogs>>,
    /// What it painted into images.
    pub images: Rc<RefCell<Images>>,
    /// The day on its clock, at noon.
    pub day: Rc<Cell<Date>>,
    /// How often something was clicked.
    pub clicks: usize,
    /// What was copied last.
    pub copied: Option<String>,
}

impl Driver {
    /// Starts with nothing kept.
    pub fn new() -> Self {
        Self::sized(USUAL)
    }

    /// As [`Driver::new`], in a window of this size.
    pub fn sized(size: Vec2) -> Self {
        Self::start(Rc::new(tempfile::tempdir().unwrap()), None, size)
    }

    /// Starts with a check from a file.
    pub fn with_check(check: Check) -> Self {
        Self::start(Rc::new(tempfile::tempdir().unwrap()), Some(check), USUAL)
    }

    /// Starts with these settings.
    pub fn with_settings(settings: &Settings, check: Option<Check>, size: Vec2) -> Self {
        let home = Rc::new(tempfile::tempdir().unwrap());
        settings.keep(&Folders::under(home.path())).unwrap();
        Self::start(home, check, size)
    }

    /// Starts in this home.
    pub fn start(home: Rc<TempDir>, file: Option<Check>, size: Vec2) -> Self {
        Self::start_in(&[COUNTRY], home, file, size)
    }

    /// Starts on a system that names these countries.
    pub fn start_in(countries: &[&str], home: Rc<TempDir>, file: Option<Check>, size: Vec2) -> Self {
        let dialogs = Rc::new(RefCell::new(Dialogs::default()));
        let settings = Settings::open(&Folders::under(home.path()));
        let (fake, fake_pick) = (Rc::clone(&dialogs), Rc::clone(&dialogs));
        let day = Rc::new(Cell::new(TODAY));
        let start = Start {
            folders: Some(Folders::under(home.path())),
            file: file.map(Ok),
            clock: Box::new({
                let day = Rc::clone(&day);
                move || noon(day.get())
            }),
            countries: countries.iter().map(|country| (*country).to_owned()).collect(),
            open_dialog: Box::new(move |_, shown, _| {
                fake.borrow_mut().suggested.push(shown.suggested_name.to_owned());
                Box::new(FakeDialog(Rc::clone(&fake)))
            }),
            open_pick: Box::new(move |_, _, _, _, _| Box::new(FakePick(Rc::clone(&fake_pick)))),
            copied_text: || CopiedText::MayGo,
        };
        let images = Rc::new(RefCell::new(Images::default()));
        let window = Harness::builder()
            .renderer(FakeGraphics(Rc::clone(&images)))
            .with_size(size)
            .with_theme(egui::Theme::Light)
            .with_max_steps(MOST_FRAMES)
            .build_eframe(|cc| App::new(cc, start, BuiltIn::read().unwrap().painting_for(size, &settings)));
        let mut driver = Self { window, home, dialogs, images, day, clicks: 0, copied: None };
        driver.settle();
        driver
    }

    /// Closes the window, which keeps the answers, and gives back the home.
    pub fn close(self) -> Rc<TempDir> {
        let Self { window, home, .. } = self;
        let mut app = window.into_state();
        eframe::App::on_exit(&mut app, None);
        drop(app);
        home
    }

    /// Asks the window to close, as its frame does; whether it closes.
    pub fn asks_to_close(&mut self) -> bool {
        let viewport = self.window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.events.push(ViewportEvent::Close);
        self.window.step();
        self.window.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.clear();
        let commands = self.window.output().viewport_output[&ViewportId::ROOT].commands.clone();
        self.settle();
        !commands.contains(&ViewportCommand::CancelClose)
    }

    /// One frame for each event; remembers what was copied.
    pub fn frame(&mut self) {
        self.window.step();
        for command in &self.window.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                self.copied = Some(text.clone());
            }
        }
    }

    /// Frames until the window is at rest; a window that never is fails the test.
    #[track_caller]
    pub fn settle(&mut self) {
        self.frame();
        let here = std::panic::Location::caller();
        let settled = self.window.try_run();
        assert!(settled.is_ok(), "the window never comes to rest, at {here}: {settled:?}");
    }

    /// Waits until the answers, as they are, stand on the disk.
    #[track_caller]
    pub fn wait_until_kept(&self) {
        let path = Folders::under(self.home.path()).data.join("current.kneenote");
        let kept = || file::read(&std::fs::read_to_string(&path).ok()?, &KNOWLEDGE).ok();
        wait_until("the answers are on the disk", || kept().is_some_and(|kept| kept == *self.check()));
    }
}
