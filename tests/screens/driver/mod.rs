//! Drives the whole app as a person does: finds things by what they are called, clicks them, reads what is there.

mod content;
mod fakes;

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::rc::Rc;

use egui::accesskit::{Role, Toggled};
use egui::{Key, OutputCommand, Rect, Shape, Vec2, ViewportCommand, ViewportEvent, ViewportId, vec2};
use egui_kittest::{Harness, Node, kittest::NodeT as _};
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
use fakes::{FakeDialog, FakeGraphics};

/// A window as it opens at first.
pub const USUAL: Vec2 = vec2(1100.0, 760.0);
/// No screen is longer, in points.
const LONGEST: f32 = 40_000.0;
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
        let fake = Rc::clone(&dialogs);
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

    /// The answers as they are.
    pub fn check(&self) -> &Check {
        self.window.state().check()
    }

    /// The page as it is.
    pub fn page(&self) -> &str {
        &self.window.state().page().text
    }

    /// Everything that can be found on the screen, from top to bottom as it was added.
    pub fn nodes(&self) -> Vec<Node<'_>> {
        self.window.root().children_recursive().collect()
    }

    /// Every text on the screen.
    pub fn texts(&self) -> Vec<String> {
        self.nodes().iter().flat_map(texts_of).collect()
    }

    /// Whether a text stands on the screen.
    pub fn shows(&self, text: &str) -> bool {
        !text.is_empty() && self.nodes().iter().any(|node| texts_of(node).iter().any(|on| on.contains(text)))
    }

    #[track_caller]
    pub fn must_show(&self, text: &str) {
        assert!(self.shows(text), "{text:?} is not on the screen:\n{}", self.texts().join("\n"));
    }

    #[track_caller]
    pub fn must_not_show(&self, text: &str) {
        assert!(!self.shows(text), "{text:?} is on the screen");
    }

    /// Whether there is something to press with this name.
    pub fn offers(&self, name: &str) -> bool {
        self.nodes().iter().any(|node| is_input(node) && name_of(node) == name)
    }

    /// Clicks on the one thing with this name, with the pointer, after bringing it into view.
    #[track_caller]
    pub fn click(&mut self, name: &str) {
        self.press_only(name);
        self.settle();
    }

    /// As [`Driver::click`], where something that is no button may have this name too.
    #[track_caller]
    pub fn click_button(&mut self, name: &str) {
        self.press_where(name, 0, |node| node.accesskit_node().role() == Role::Button);
        self.settle();
    }

    /// As [`Driver::click`], where several have this name: the one at `at`.
    #[track_caller]
    pub fn click_nth(&mut self, name: &str, at: usize) {
        self.press_where(name, at, |_| true);
        self.settle();
    }

    /// Clicks an answer of a question, after looking at all its rows.
    #[track_caller]
    pub fn answer(&mut self, question: &str, answer: &str) {
        self.look_through(question);
        self.press_answer(question, answer);
        self.settle();
    }

    /// Scrolls through the rows of a question, as somebody who reads them all.
    pub fn look_through(&mut self, question: &str) {
        let is_row =
            |node: &Node<'_>| node.accesskit_node().role() == Role::CheckBox && ancestors_named(node, question);
        let rows = self.nodes().iter().filter(|node| is_row(node)).count();
        // What is surely between header and footer needs no scrolling.
        let view = self.window.ctx.content_rect().shrink2(vec2(0.0, 170.0));
        for at in 0..rows {
            let is_seen = {
                let nodes = self.nodes();
                let row = nodes.iter().filter(|node| is_row(node)).nth(at);
                let is_seen = row.is_none_or(|row| view.contains_rect(row.rect()));
                if let (Some(row), false) = (row, is_seen) {
                    row.scroll_to_me();
                }
                is_seen
            };
            if !is_seen {
                self.settle();
            }
        }
    }

    /// Clicks somewhere, whatever lies there, in one frame.
    pub fn press_at(&mut self, place: egui::Pos2) {
        let button = |pressed| egui::Event::PointerButton {
            pos: place,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        let events = [egui::Event::PointerMoved(place), button(true), button(false)];
        self.window.input_mut().events.extend(events);
        self.clicks += 1;
        self.frame();
    }

    /// Clicks twice at the same spot, a quarter of a second apart.
    #[track_caller]
    pub fn double_click(&mut self, name: &str) {
        let find = |driver: &Self| {
            let nodes = driver.nodes();
            let node = nodes.iter().find(|node| is_input(node) && name_of(node) == name);
            node.map(|node| {
                node.scroll_to_me();
                node.rect().center()
            })
        };
        assert!(find(self).is_some(), "nothing to press is called {name:?}; there is:\n{}", self.inputs().join("\n"));
        self.settle();
        let place = find(self).unwrap();
        self.press_at(place);
        self.press_at(place);
        self.settle();
    }

    /// Turns the wheel by so many points at a spot.
    pub fn turn_wheel(&mut self, place: egui::Pos2, down: f32) {
        self.window.event(egui::Event::PointerMoved(place));
        self.window.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -down),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: egui::Modifiers::NONE,
        });
        self.settle();
    }

    /// Types letter by letter into what has the focus.
    pub fn type_letters(&mut self, text: &str) {
        for letter in text.chars() {
            self.window.event(egui::Event::Text(letter.to_string()));
            self.frame();
        }
        self.settle();
    }

    /// As [`Driver::answer`], with only the frames of the click itself.
    #[track_caller]
    pub fn press_answer(&mut self, question: &str, answer: &str) {
        self.press_where(answer, 0, |node| ancestors_named(node, question));
    }

    /// As [`Driver::click`], with only the frames of the click itself.
    #[track_caller]
    pub fn press_only(&mut self, name: &str) {
        self.press_where(name, 0, |_| true);
    }

    #[track_caller]
    fn press_where(&mut self, name: &str, at: usize, is_meant: impl Fn(&Node<'_>) -> bool) {
        let found = |driver: &Self| {
            let nodes = driver.nodes();
            let all: Vec<_> =
                nodes.iter().filter(|node| is_input(node) && name_of(node) == name && is_meant(node)).collect();
            all.get(at).map(|node| {
                node.scroll_to_me();
                node.rect()
            })
        };
        assert!(found(self).is_some(), "nothing to press is called {name:?}; there is:\n{}", self.inputs().join("\n"));
        self.settle();
        {
            let nodes = self.nodes();
            let mut all = nodes.iter().filter(|node| is_input(node) && name_of(node) == name && is_meant(node));
            let node = all.nth(at).unwrap();
            let view = self.window.ctx.content_rect();
            assert!(view.contains(node.rect().center()), "{name:?} at {:?} cannot be brought into view", node.rect());
            node.click();
        }
        self.clicks += 1;
        self.frame();
    }

    /// The names of everything that can be pressed.
    pub fn inputs(&self) -> Vec<String> {
        self.nodes().iter().filter(|node| is_input(node)).map(name_of).collect()
    }

    /// Clicks into a field and types.
    #[track_caller]
    pub fn type_into(&mut self, field: &str, text: &str) {
        self.click(field);
        self.window.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// Presses a key.
    #[track_caller]
    pub fn key(&mut self, key: Key) {
        self.window.key_press(key);
        self.settle();
    }

    /// Whether a row or radio button is ticked.
    pub fn is_ticked(&self, question: &str, answer: &str) -> bool {
        self.nodes().iter().any(|node| {
            is_input(node)
                && name_of(node) == answer
                && ancestors_named(node, question)
                && node.accesskit_node().toggled() == Some(Toggled::True)
        })
    }

    /// Opens every fold that is closed, also those inside of others.
    pub fn open_all_folds(&mut self) {
        for _ in 0..20 {
            let closed = {
                let nodes = self.nodes();
                let closed: Vec<_> = nodes.iter().filter(|node| is_closed(node)).collect();
                for node in &closed {
                    node.click_accesskit();
                }
                closed.len()
            };
            if closed == 0 {
                return;
            }
            self.settle();
        }
        panic!("folds never end");
    }

    /// Makes the window so high that the whole screen is painted.
    pub fn show_all(&mut self) {
        let width = self.window.ctx.content_rect().width();
        for _ in 0..9 {
            let height = self.window.ctx.content_rect().height();
            let bottom = self
                .nodes()
                .iter()
                .filter(|node| node.accesskit_node().bounding_box().is_some())
                .map(|node| node.rect().bottom())
                .fold(0.0, f32::max);
            if bottom + 250.0 <= height {
                return;
            }
            // A screen that is scrolled down moves its top into view as the window grows.
            self.window.set_size(vec2(width, (bottom + 300.0).max(1.5 * height).min(LONGEST)));
            self.settle();
        }
    }

    /// Every text that is painted on this screen, as somebody reads it who scrolls to its end.
    pub fn painted(&mut self) -> Vec<String> {
        let size = self.window.ctx.content_rect().size();
        // What is pointed at is named; that is not part of the screen.
        self.window.event(egui::Event::PointerGone);
        self.show_all();
        let mut texts = Vec::new();
        for clipped in &self.window.output().shapes {
            let mut open = vec![&clipped.shape];
            while let Some(shape) = open.pop() {
                match shape {
                    Shape::Vec(inner) => open.extend(inner.iter().rev()),
                    Shape::Text(text) if clipped.clip_rect.intersects(text.visual_bounding_rect()) => {
                        texts.push(text.galley.text().to_owned());
                    }
                    _ => {}
                }
            }
        }
        self.window.set_size(size);
        self.settle();
        texts
    }

    /// Goes to the first screen of a step by the step bar.
    #[track_caller]
    pub fn go_to_step(&mut self, step: usize) {
        if !self.shows(&step_line(step)) {
            self.click(&step_button(step));
        }
        self.must_show(&step_line(step));
    }

    /// From the first screen to step 4, with answers that were opened.
    #[track_caller]
    pub fn open_result(&mut self) {
        self.click(&words().buttons.go_on);
        self.go_to_step(4);
    }

    /// Where the node with this role and name is.
    pub fn rect_of(&self, role: Role, name: &str) -> Option<Rect> {
        let nodes = self.nodes();
        nodes.iter().find(|node| node.accesskit_node().role() == role && name_of(node) == name).map(Node::rect)
    }

    /// Every file under the home, with what it holds.
    pub fn files(home: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![home.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push((path.clone(), std::fs::read(&path).unwrap()));
                }
            }
        }
        files
    }
}

/// Whether it can be pressed, chosen or typed into.
pub fn is_input(node: &Node<'_>) -> bool {
    egui::accessibility::is_input(node.accesskit_node().role())
}

/// What it is called.
pub fn name_of(node: &Node<'_>) -> String {
    node.accesskit_node().label().unwrap_or_default()
}

/// Everything a node says.
pub fn texts_of(node: &Node<'_>) -> Vec<String> {
    let node = node.accesskit_node();
    [node.label(), node.value(), node.description()].into_iter().flatten().collect()
}

/// Whether it is a fold that is closed.
pub fn is_closed(node: &Node<'_>) -> bool {
    node.accesskit_node().data().is_expanded() == Some(false)
}

fn ancestors_named(node: &Node<'_>, name: &str) -> bool {
    let mut above = node.accesskit_node().parent();
    while let Some(group) = above {
        if group.label().as_deref() == Some(name) {
            return true;
        }
        above = group.parent();
    }
    false
}
