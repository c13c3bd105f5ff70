//! From Start to a saved page: clicks, keys and words.
//!
//! `cargo test --test screens effort -- --nocapture` prints them.

use std::collections::BTreeSet;

use egui::{Key, Modifiers};
use kneenote::check::spot::Knee;
use kneenote::desktop::save_dialog::Chosen;
use kneenote::knowledge::question::{Question, QuestionKind, ShownAs};
use kneenote::wording::fill;

use crate::driver::{self, Driver, WORDING, name_of, question, step_line, words};
use crate::flow::typical::{ZONE, cards, documents, open_question, save_to, to_result};
use crate::typical_answers::TYPICAL;

/// Clicks from Start to a saved page, with the one in the system's dialog.
///
/// Self-care is told only once a locked knee and a leg that will not lift are denied: three clicks more than a level
/// that nobody has to earn.
const MOST_CLICKS: usize = 25;
/// Words on one screen of the way.
const MOST_WORDS: usize = 188;
/// Words to read from the first screen to the plan.
const MOST_WORDS_OF_PATH: usize = 925;
/// Words on the plan.
const MOST_WORDS_OF_PLAN: usize = 560;
/// Key presses from Start to a saved page, with the two in the system's dialog.
const MOST_KEYS: usize = 68;

/// How fast people read, and how long a click takes them: think, point, press.
const WORDS_A_MINUTE: f64 = 180.0;
const SECONDS_A_CLICK: f64 = 2.65;

/// The minutes that the start screen promises, from the fewest to the most.
fn promised_minutes() -> (f64, f64) {
    let numbers: Vec<f64> = words().start.time.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    (numbers[0], numbers[1])
}

/// What a screen of the path costs.
#[derive(Debug)]
struct SeenRows {
    screen: String,
    /// Clicks until it is left.
    clicks: usize,
    /// Words painted on it, from its top to its end; what stands folded and what only a screen reader says is not.
    words: usize,
    /// The same without texts that stood on the screen before: the step bar, the views of the knee, the buttons.
    new_words: usize,
}

pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[test]
fn from_start_to_a_saved_page_by_name_alone() {
    let mut driver = Driver::new();
    let (mut screens, mut before) = (Vec::new(), Vec::new());
    to_result(&mut driver, |driver, screen| {
        let texts = driver.painted();
        if std::env::var_os("TEXTS").is_some() {
            println!(
                "== {screen}: {}",
                texts.iter().filter(|text| !before.contains(*text)).cloned().collect::<Vec<_>>().join(" | ")
            );
        }
        let words = texts.iter().map(|text| count_words(text)).sum();
        let new_words = texts.iter().filter(|text| !before.contains(*text)).map(|text| count_words(text)).sum();
        before = texts;
        screens.push(SeenRows { screen: screen.to_owned(), clicks: driver.clicks, words, new_words });
    });
    let path = documents(&driver).join("knee.txt");
    save_to(&mut driver, &path);
    let clicks = driver.clicks;
    driver.must_show(&words().page.saved);
    let (file, folder) = ("knee.txt", path.parent().unwrap().display().to_string());
    driver.must_show(&fill(&words().page.saved_where, &[("file", file), ("folder", &folder)]));
    assert_eq!(String::from_utf8(std::fs::read(&path).unwrap()).unwrap(), driver.page());
    let side = WORDING.note.right_knee.as_str();
    assert!(driver.page().contains(side), "{side} is not on the page:\n{}", driver.page());

    driver.click(&words().buttons.copy);
    assert_eq!(driver.copied.as_deref(), Some(driver.page()));
    driver.click(&words().page.preview);
    driver.must_show(driver.page().trim_end());

    for SeenRows { screen, clicks, words, new_words } in &screens {
        println!("{screen:24} {clicks:3} clicks so far, {words:4} words, {new_words:4} of them new");
    }
    // The plan is what the way leads to, and is read afterwards.
    let plan = screens.pop().unwrap();
    let new: usize = screens.iter().map(|seen| seen.new_words).sum();
    println!("to the plan: {} clicks, {new} words; on the plan {} words", plan.clicks, plan.new_words);
    println!("to the saved file: {clicks} clicks, and one in the dialog");
    assert!(clicks < MOST_CLICKS, "{clicks} clicks, and one in the dialog");
    let minutes = new as f64 / WORDS_A_MINUTE + plan.clicks as f64 * SECONDS_A_CLICK / 60.0;
    let (fewest, most) = promised_minutes();
    println!("about {minutes:.1} minutes; the start screen says {fewest} to {most}");
    assert!((fewest..=most).contains(&minutes), "{minutes:.1} minutes, not {fewest} to {most}");
    let wordy: Vec<&SeenRows> = screens.iter().filter(|seen| seen.words > MOST_WORDS).collect();
    assert!(wordy.is_empty(), "more than {MOST_WORDS} words: {wordy:?}");
    assert!(new <= MOST_WORDS_OF_PATH, "{new} words");
    assert!(plan.new_words <= MOST_WORDS_OF_PLAN, "{} words on the plan", plan.new_words);
}

/// Goes the same way with the keyboard alone.
struct Typist {
    driver: Driver,
    pressed: usize,
}

impl Typist {
    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.driver.window.key_press_modifiers(modifiers, key);
        self.driver.settle();
        self.pressed += 1;
    }

    fn focused(&self) -> String {
        self.driver.nodes().iter().find(|node| node.is_focused()).map(name_of).unwrap_or_default()
    }

    /// Presses a key until something with one of these names has focus.
    #[track_caller]
    fn until(&mut self, modifiers: Modifiers, key: Key, names: &[&str]) {
        let mut passed = Vec::new();
        for _ in 0..30 {
            self.press(modifiers, key);
            let focused = self.focused();
            if names.contains(&focused.as_str()) {
                return;
            }
            passed.push(focused);
        }
        panic!("{key:?} never leads to one of {names:?}, but to {passed:?}");
    }

    fn answer(&mut self, question: &Question) {
        let labels: Vec<&str> = question.options.iter().map(|answer| answer.label.as_str()).collect();
        let typical = question.options.iter().position(|answer| TYPICAL.contains(&answer.id.as_str()));
        match &question.kind {
            QuestionKind::Number => {
                self.until(Modifiers::NONE, Key::Tab, &[&question.numbers[0].label]);
                self.driver.window.event(egui::Event::Text("27".to_owned()));
                self.driver.settle();
                self.pressed += 2;
            }
            QuestionKind::Scale => {
                self.until(Modifiers::NONE, Key::Tab, &[&format!("0, {}", words().place.scale_least)]);
                self.press(Modifiers::NONE, Key::Num4);
            }
            QuestionKind::Multi { .. } if matches!(question.shown_as, ShownAs::Pictures(_)) => {
                // The picture of a single answer has its name.
                self.until(Modifiers::NONE, Key::Tab, &labels);
                self.press(Modifiers::NONE, Key::Space);
            }
            QuestionKind::Multi { none: Some(none) } if matches!(question.shown_as, ShownAs::Tiles(_)) => {
                self.until(Modifiers::NONE, Key::Tab, &labels[..1]);
                self.until(Modifiers::NONE, Key::ArrowUp, &[none]);
                self.press(Modifiers::NONE, Key::Space);
            }
            QuestionKind::Multi { .. } => {
                let shown: Vec<&str> = labels.iter().copied().filter(|label| self.driver.offers(label)).collect();
                if let Some(wanted) = typical.map(|at| labels[at]).filter(|wanted| shown.contains(wanted)) {
                    self.until(Modifiers::NONE, Key::Tab, &shown);
                    if self.focused() != wanted {
                        self.until(Modifiers::NONE, Key::ArrowDown, &[wanted]);
                    }
                    self.press(Modifiers::NONE, Key::Space);
                }
            }
            _ => {
                let wanted = labels[typical.unwrap_or(0)];
                self.until(Modifiers::NONE, Key::Tab, &labels);
                if self.focused() == wanted {
                    self.press(Modifiers::NONE, Key::Space);
                } else {
                    self.until(Modifiers::NONE, Key::ArrowDown, &[wanted]);
                }
            }
        }
    }

    fn go_on(&mut self) {
        self.press(Modifiers::COMMAND, Key::Enter);
    }
}

#[test]
fn from_start_to_a_saved_page_by_keyboard_alone() {
    let mut typist = Typist { driver: Driver::new(), pressed: 0 };
    let first = driver::zone_name(Knee::Right, "front_thigh");
    typist.until(Modifiers::NONE, Key::Tab, &[&first]);
    typist.until(Modifiers::NONE, Key::ArrowDown, &[&driver::zone_name(Knee::Right, ZONE)]);
    typist.press(Modifiers::NONE, Key::Space);
    assert_eq!(typist.driver.check().spots.len(), 1);
    typist.go_on();
    println!("{:3} keys to step 2", typist.pressed);
    for id in ["q_safety_now", "q_walk", "q_age"] {
        typist.answer(question(id));
    }
    typist.go_on();
    println!("{:3} keys to step 3", typist.pressed);
    let mut at = 0;
    while let Some((card, title)) = cards(&typist.driver).get(at).cloned() {
        if !typist.driver.shows(&title) {
            at += 1;
            continue;
        }
        let mut done = BTreeSet::new();
        while let Some(id) = open_question(&typist.driver, &card, &done) {
            typist.answer(question(id.as_str()));
            done.insert(id);
        }
        if typist.driver.offers(&words().questions.deny_rest) {
            // Where not all was in view, the first press leads there.
            while typist.driver.shows(&title) && typist.pressed < MOST_KEYS {
                typist.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
            }
        } else {
            typist.go_on();
        }
        println!("{:3} keys to the end of {title}", typist.pressed);
        at += 1;
    }
    typist.driver.must_show(&step_line(4));
    let path = documents(&typist.driver).join("knee.txt");
    typist.driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(path.clone()));
    typist.press(Modifiers::COMMAND, Key::S);
    typist.driver.must_show(&words().page.saved);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), typist.driver.page());
    println!("to the saved file: {} keys, and Enter in the dialog", typist.pressed);
    assert!(typist.pressed < MOST_KEYS, "{} keys", typist.pressed);
}
