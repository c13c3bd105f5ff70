//! Promise: a runner gets from Start to a saved page by what things are called, and loses nothing on the way.
//!
//! `cargo test --test flow -- --nocapture` prints clicks and words.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

mod driver;
mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use driver::{
    Driver, KNOWLEDGE, USUAL, WORDING, assess, check_cases, headline, is_input, label, name_of, places, question,
    step_button, step_line, words,
};
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::NodeT as _;
use kneenote::app::place::question_pages;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side};
use kneenote::desktop::save_dialog::Chosen;
use kneenote::desktop::save_note::{SaveFault, Saved, save};
use kneenote::knowledge::ids::{CardId, FindingId, QuestionId};
use kneenote::knowledge::question::{Meaning, Question, QuestionKind};
use kneenote::knowledge::rule::Level;
use kneenote::knowledge::zone::View;
use kneenote::ui::where_it_hurts::row_label;
use kneenote::wording::fill;
use support::TODAY;

/// Nobody says this of a knee.
const MARKER: &str = "zebrafish";
/// The typical place.
const ZONE: &str = "kneecap";
/// Clicks from Start to a saved page, with the one in the system's dialog.
const MOST_CLICKS: usize = 30;
/// Words on one screen.
const MOST_WORDS: usize = 200;
/// Words to read from Start to a saved page.
const MOST_WORDS_OF_PATH: usize = 1350;
/// Key presses from Start to a saved page, with the two in the system's dialog.
const MOST_KEYS: usize = 90;

/// What the typical runner answers; to everything else they say the first answer, or none.
const TYPICAL: [&str; 11] = [
    "walk_normal",
    "onset_gradual",
    "dur_3_14d",
    "trend_same",
    "stairs_down",
    "sitting_long",
    "q_ache",
    "swell_none",
    "sport_run",
    "sex_female",
    "pregnant_no",
];

fn none_of(question: &Question) -> &str {
    match &question.kind {
        QuestionKind::Multi { none: Some(none) } => none,
        _ => &words().questions.none,
    }
}

/// Gives the typical answer to a question.
fn answer_as_usual(driver: &mut Driver, question: &Question) {
    let typical = question.answers.iter().find(|answer| TYPICAL.contains(&answer.id.as_str()));
    match (&question.kind, typical) {
        (QuestionKind::Number, _) => driver.type_into(&question.numbers[0].label, "27"),
        (QuestionKind::Scale, _) => driver.answer(&question.text, "4"),
        (_, Some(answer)) => driver.answer(&question.text, &answer.label),
        (QuestionKind::Multi { none: Some(_) } | QuestionKind::Tried, None) => {
            driver.answer(&question.text, none_of(question));
        }
        (_, None) => driver.answer(&question.text, &question.answers[0].label),
    }
}

/// The name of the list that holds a zone, and of its row there.
fn list_of(side: Option<Side>, knee: Knee, zone: &str) -> (String, String) {
    let zone = KNOWLEDGE.zone(zone).unwrap();
    let place = &words().place;
    let titles = [&place.list_front, &place.list_outer, &place.list_inner, &place.list_back];
    let at = zone.seen.first().and_then(|seen| View::ALL.iter().position(|view| *view == seen.view));
    let by_name = titles.iter().find(|title| zone.name.starts_with(&format!("{title}, ")));
    let group = by_name.copied().unwrap_or_else(|| at.map_or(&place.list_buttons, |at| titles[at]));
    let app = &words().app;
    let knee = if knee == Knee::Left { &app.knee_left_short } else { &app.knee_right_short };
    let both = fill(&place.list_of, &[("group", group), ("knee", knee)]);
    let alone = if group == &place.list_back { &place.list_back_alone } else { group };
    (if side == Some(Side::Both) { both } else { alone.clone() }, row_label(zone, group))
}

fn mark_from_list(driver: &mut Driver, knee: Knee, zone: &str) {
    let (list, row) = list_of(driver.check().side, knee, zone);
    if !driver.offers(&row) {
        driver.click(&list);
    }
    driver.answer(&list, &row);
}

fn answer_safety(driver: &mut Driver) {
    for id in ["q_safety_now", "q_walk", "q_age", "q_sex"] {
        answer_as_usual(driver, question(id));
    }
}

fn answer_where(driver: &mut Driver) {
    driver.answer(&words().place.which, &words().place.right);
    mark_from_list(driver, Knee::Right, ZONE);
    let scale = format!("{}, {}", driver::zone_name(Knee::Right, ZONE), words().place.worst);
    driver.answer(&scale, "6");
}

/// Answers everything on one card of step 3, also what appears on the way.
fn answer_card(driver: &mut Driver, card: &CardId) {
    let mut done = BTreeSet::new();
    while let Some(id) = open_question(driver, card, &done) {
        answer_as_usual(driver, question(id.as_str()));
        done.insert(id);
    }
}

/// The first question of a card that is not answered yet.
fn open_question(driver: &Driver, card: &CardId, done: &BTreeSet<QuestionId>) -> Option<QuestionId> {
    let check = driver.check().clone();
    let found = assess(&check);
    question_pages(&KNOWLEDGE, &check, &found)
        .into_iter()
        .filter(|page| page.card == *card)
        .flat_map(|page| page.core)
        .find(|question| !done.contains(&question.id) && !found.answers.is_answered(question))
        .map(|question| question.id.clone())
}

/// The cards of step 3 as they stand.
fn cards(driver: &Driver) -> Vec<(CardId, String)> {
    let check = driver.check();
    question_pages(&KNOWLEDGE, check, &assess(check))
        .iter()
        .map(|page| (page.card.clone(), page.title.to_owned()))
        .collect()
}

/// From Start to step 4 with the typical answers; tells of each screen just before it is left.
fn to_result(driver: &mut Driver, mut leaves: impl FnMut(&mut Driver, &str)) {
    leaves(driver, "start");
    driver.click(&words().buttons.start);
    driver.must_show(&step_line(1));
    answer_safety(driver);
    leaves(driver, "safety");
    driver.click(&words().buttons.continue_on);
    driver.must_show(&step_line(2));
    answer_where(driver);
    leaves(driver, "where");
    driver.click(&words().buttons.continue_on);
    let mut at = 0;
    while let Some((card, title)) = cards(driver).get(at).cloned() {
        driver.must_show(&step_line(3));
        driver.must_show(&title);
        answer_card(driver, &card);
        leaves(driver, &title);
        driver.click(&words().buttons.continue_on);
        at += 1;
    }
    driver.must_show(&step_line(4));
    leaves(driver, "result");
}

/// As [`to_result`], for tests of what comes after.
fn at_result() -> Driver {
    let mut driver = Driver::new();
    to_result(&mut driver, |_, _| {});
    driver
}

/// What a screen of the path costs.
#[derive(Debug)]
struct Seen {
    screen: String,
    /// Clicks until it is left.
    clicks: usize,
    /// Words painted on it, from its top to its end; what stands folded and what only a screen reader says is not.
    words: usize,
    /// The same without texts that stood on the screen before: the step bar, the views of the knee, the buttons.
    new_words: usize,
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

fn documents(driver: &Driver) -> PathBuf {
    driver.home.path().to_owned()
}

fn save_to(driver: &mut Driver, path: &Path) {
    driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(path.to_owned()));
    driver.click(&words().buttons.save);
    driver.settle();
}

#[test]
fn from_start_to_a_saved_page_by_name_alone() {
    let mut driver = Driver::new();
    let (mut screens, mut before) = (Vec::new(), Vec::new());
    to_result(&mut driver, |driver, screen| {
        let texts = driver.painted();
        let words = texts.iter().map(|text| count_words(text)).sum();
        let new_words = texts.iter().filter(|text| !before.contains(*text)).map(|text| count_words(text)).sum();
        before = texts;
        screens.push(Seen { screen: screen.to_owned(), clicks: driver.clicks, words, new_words });
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

    let (mut all, mut new) = (0, 0);
    for Seen { screen, clicks, words, new_words } in &screens {
        println!("{screen:24} {clicks:3} clicks so far, {words:4} words, {new_words:4} of them new");
        all += words;
        new += new_words;
    }
    println!(
        "to the saved file: {clicks} clicks, and one in the dialog; {new} words, {all} with what stays from screen to screen"
    );
    assert!(clicks < MOST_CLICKS, "{clicks} clicks, and one in the dialog");
    let wordy: Vec<&Seen> = screens.iter().filter(|seen| seen.words > MOST_WORDS).collect();
    assert!(wordy.is_empty(), "more than {MOST_WORDS} words: {wordy:?}");
    assert!(new <= MOST_WORDS_OF_PATH, "{new} words");
}

/// Goes the same way with the keyboard alone.
struct Typist {
    driver: Driver,
    pressed: usize,
    /// The last row of the list that has focus: one key away, and from there Tab leaves the list.
    last_row: Option<String>,
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
        for _ in 0..30 {
            self.press(modifiers, key);
            if names.contains(&self.focused().as_str()) {
                return;
            }
        }
        panic!("{key:?} never leads to one of {names:?}");
    }

    fn answer(&mut self, question: &Question) {
        let labels: Vec<&str> = question.answers.iter().map(|answer| answer.label.as_str()).collect();
        let typical = question.answers.iter().position(|answer| TYPICAL.contains(&answer.id.as_str()));
        if let Some(row) = self.last_row.take() {
            self.until(Modifiers::NONE, Key::ArrowUp, &[&row]);
        }
        match &question.kind {
            QuestionKind::Number => {
                self.until(Modifiers::NONE, Key::Tab, &[&question.numbers[0].label]);
                self.driver.window.event(egui::Event::Text("27".to_owned()));
                self.driver.settle();
                self.pressed += 2;
            }
            QuestionKind::Scale => {
                self.until(Modifiers::NONE, Key::Tab, &[&format!("0, {}", words().place.scale_least)]);
                self.until(Modifiers::NONE, Key::ArrowRight, &["4"]);
            }
            QuestionKind::Multi { none: Some(none) } if typical.is_none() => {
                self.until(Modifiers::NONE, Key::Tab, &labels[..1]);
                self.until(Modifiers::NONE, Key::ArrowUp, &[none]);
                self.press(Modifiers::NONE, Key::Space);
            }
            QuestionKind::Multi { .. } => {
                let wanted = labels[typical.unwrap_or(0)];
                self.until(Modifiers::NONE, Key::Tab, &labels);
                let plain = labels.len() - question.parts()[1].len();
                let from_end = labels.len() - typical.unwrap_or(0);
                let nearer = if from_end <= plain / 2 { Key::ArrowUp } else { Key::ArrowDown };
                if self.focused() != wanted {
                    self.until(Modifiers::NONE, nearer, &[wanted]);
                }
                self.press(Modifiers::NONE, Key::Space);
                if let QuestionKind::Multi { none: Some(none) } = &question.kind {
                    self.last_row = Some(none.clone());
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
        self.last_row = None;
        self.press(Modifiers::COMMAND, Key::Enter);
    }
}

#[test]
fn from_start_to_a_saved_page_by_keyboard_alone() {
    let mut typist = Typist { driver: Driver::new(), pressed: 0, last_row: None };
    typist.go_on();
    for id in ["q_safety_now", "q_walk", "q_age", "q_sex"] {
        typist.answer(question(id));
    }
    typist.go_on();
    println!("{:3} keys to step 2", typist.pressed);
    let place = &words().place;
    typist.until(Modifiers::NONE, Key::Tab, &[&place.left]);
    typist.until(Modifiers::NONE, Key::ArrowRight, &[&place.right]);
    let (list, row) = list_of(Some(Side::Right), Knee::Right, ZONE);
    typist.until(Modifiers::NONE, Key::Tab, &[&list]);
    typist.press(Modifiers::NONE, Key::Tab);
    typist.until(Modifiers::NONE, Key::ArrowDown, &[&row]);
    typist.press(Modifiers::NONE, Key::Space);
    assert_eq!(typist.driver.check().spots.len(), 1);
    typist.go_on();
    println!("{:3} keys to step 3", typist.pressed);
    let mut at = 0;
    while let Some((card, title)) = cards(&typist.driver).get(at).cloned() {
        typist.driver.must_show(&title);
        let mut done = BTreeSet::new();
        while let Some(id) = open_question(&typist.driver, &card, &done) {
            typist.answer(question(id.as_str()));
            done.insert(id);
        }
        typist.go_on();
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

#[test]
fn the_dialog_is_offered_a_name_of_today() {
    let mut driver = at_result();
    driver.dialogs.borrow_mut().ends.push_back(Chosen::ClosedByUser);
    driver.click(&words().buttons.save);
    let suggested = driver.dialogs.borrow().suggested.clone();
    assert_eq!(suggested, [kneenote::note::file_name(TODAY)]);
}

#[test]
fn the_level_appears_at_once_after_each_answer() {
    let mut driver = Driver::sized(vec2(1400.0, 800.0));
    driver.click(&words().buttons.start);
    let mut shown = BTreeSet::new();
    let mut follow = |driver: &mut Driver, question: &Question, answer: &str| {
        driver.press_answer(&question.text, answer);
        driver.frame();
        let found = assess(driver.check());
        match headline(&found) {
            Some(headline) => driver.must_show(&headline),
            None => driver.must_show(&words().result.needs),
        }
        shown.insert(found.urgency.shown());
        driver.settle();
    };
    let safety = question("q_safety_now");
    for answer in safety.findings() {
        follow(&mut driver, safety, &answer.label);
        follow(&mut driver, safety, &answer.label);
    }
    follow(&mut driver, safety, none_of(safety));
    let walk = question("q_walk");
    for answer in walk.answers.iter().rev() {
        follow(&mut driver, walk, &answer.label);
    }
    driver.type_into(&question("q_age").numbers[0].label, "27");
    follow(&mut driver, question("q_sex"), label("sex_female"));
    println!("levels on the way: {shown:?}");
    assert!(shown.len() >= 4, "only {shown:?}");
}

#[test]
fn in_a_usual_window_a_new_level_is_told_at_once() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    answer_safety(&mut driver);
    let safety = question("q_safety_now");
    let mut told = 0;
    for answer in safety.findings() {
        let before = headline(&assess(driver.check()));
        driver.press_answer(&safety.text, &answer.label);
        driver.frame();
        let found = assess(driver.check());
        let after = headline(&found);
        if let Some(headline) = after.filter(|after| Some(after) != before.as_ref()) {
            // An emergency is told by its banner, and not a second time.
            let line = fill(&words().app.advice_changed, &[("headline", &headline)]);
            if found.urgency.level == Level::Emergency {
                driver.must_show(&headline);
                driver.must_not_show(&line);
            } else {
                driver.must_show(&line);
            }
            told += 1;
        }
        driver.settle();
        driver.answer(&safety.text, none_of(safety));
    }
    assert!(told > 3, "{told}");
}

#[test]
fn the_step_bar_leads_from_every_step_to_every_step() {
    for start in [Driver::new, at_result] {
        let mut driver = start();
        if driver.offers(&words().buttons.start) {
            driver.click(&words().buttons.start);
        }
        for from in 1..=4 {
            for to in (1..=4).filter(|to| *to != from) {
                driver.go_to_step(from);
                driver.click(&step_button(to));
                driver.must_show(&step_line(to));
            }
        }
    }
}

/// The heading at the top of a screen.
fn title(driver: &Driver) -> String {
    let nodes = driver.nodes();
    let mut headings: Vec<_> = nodes.iter().filter(|node| node.accesskit_node().role() == Role::Heading).collect();
    headings.sort_by(|one, other| {
        let level = |node: &egui_kittest::Node<'_>| node.accesskit_node().level();
        level(one).cmp(&level(other)).then(one.rect().top().total_cmp(&other.rect().top()))
    });
    headings.first().map(|node| name_of(node)).unwrap_or_default()
}

#[test]
fn back_goes_through_the_same_screens_the_other_way() {
    let mut driver = Driver::new();
    let mut there = Vec::new();
    to_result(&mut driver, |driver, _| there.push(title(driver)));
    let kept = driver.check().clone();
    let mut back = vec![title(&driver)];
    while driver.offers(&words().buttons.back) {
        driver.click_button(&words().buttons.back);
        back.push(title(&driver));
        assert!(back.len() <= there.len(), "{back:#?}");
    }
    back.reverse();
    assert_eq!(back, there);
    assert_eq!(driver.check().findings, kept.findings);
}

#[test]
fn back_leads_out_of_the_menu_to_where_one_was() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    for step in 1..=4 {
        driver.go_to_step(step);
        driver.click(&words().buttons.menu);
        driver.must_show(&words().buttons.close_menu);
        driver.click(&words().buttons.close_menu);
        driver.must_show(&step_line(step));
    }
}

fn kept_line(check: &Check) -> String {
    let date = TODAY.strftime("%-d %B %Y").to_string();
    let app = &words().app;
    let knee = match check.side.unwrap() {
        Side::Left => app.knee_left_short.to_lowercase(),
        Side::Right => app.knee_right_short.to_lowercase(),
        Side::Both => words().place.both.to_lowercase(),
    };
    fill(&words().start.kept_knee, &[("date", &date), ("knee", &knee)])
}

#[test]
fn answers_are_there_again_the_next_time() {
    let driver = at_result();
    let kept = driver.check().clone();
    let home = driver.close();
    let mut driver = Driver::start(home, None, USUAL);
    assert_eq!(*driver.check(), kept);
    driver.must_show(&kept_line(&kept));
    driver.must_show(&words().start.same_pain);
    driver.click(&words().buttons.go_on);
    driver.must_show(&step_line(4));
    driver.must_show(&headline(&assess(&kept)).unwrap());
}

#[test]
fn answers_are_there_again_after_a_crash_a_second_later() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    answer_safety(&mut driver);
    let kept = driver.check().clone();
    std::thread::sleep(std::time::Duration::from_secs(1));
    // The first app is still there: it had no chance to write anything at its end.
    let again = Driver::start(Rc::clone(&driver.home), None, USUAL);
    assert_eq!(*again.check(), kept);
}

#[test]
fn going_on_with_open_safety_questions_leads_to_them() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    driver.go_to_step(2);
    driver.answer(&words().place.which, &words().place.left);
    let mut driver = Driver::start(driver.close(), None, USUAL);
    driver.click(&words().buttons.go_on);
    driver.must_show(&step_line(1));
}

#[test]
fn start_again_can_be_undone() {
    let driver = at_result();
    let kept = driver.check().clone();
    let mut driver = Driver::start(driver.close(), None, USUAL);
    driver.click(&words().buttons.again);
    driver.must_show(&words().menu.started_again);
    driver.must_show(&words().buttons.start);
    assert!(driver.check().is_empty());
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), kept);
    driver.must_show(&kept_line(&kept));
    let driver = Driver::start(driver.close(), None, USUAL);
    assert_eq!(*driver.check(), kept, "what came back is kept too");
}

#[test]
fn start_again_from_the_menu_can_be_undone() {
    let mut driver = at_result();
    let kept = driver.check().clone();
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.again);
    assert!(driver.check().is_empty());
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), kept);
}

fn holding_marker(home: &Path) -> Vec<PathBuf> {
    let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(MARKER);
    Driver::files(home).into_iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
}

/// Step 4 with the marker word in the runner's own words, kept on the disk.
fn with_marker() -> Driver {
    let mut driver = at_result();
    driver.click(&words().page.own_words);
    driver.type_into(&words().page.worry, MARKER);
    assert!(driver.page().contains(MARKER), "{}", driver.page());
    let driver = Driver::start(driver.close(), None, USUAL);
    assert_ne!(holding_marker(driver.home.path()), Vec::<PathBuf>::new());
    driver
}

#[test]
fn delete_leaves_no_file_with_an_answer() {
    let mut driver = with_marker();
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.delete);
    driver.must_show(&words().menu.deleted);
    assert!(driver.check().is_empty());
    assert_eq!(holding_marker(driver.home.path()), Vec::<PathBuf>::new());
    let home = driver.close();
    assert_eq!(holding_marker(home.path()), Vec::<PathBuf>::new(), "after closing");
    let driver = Driver::start(home, None, USUAL);
    assert!(driver.check().is_empty());
    driver.must_show(&words().buttons.start);
}

#[test]
fn delete_on_the_first_screen_does_the_same_and_can_be_undone_until_closing() {
    let mut driver = with_marker();
    let kept = driver.check().clone();
    driver.click(&words().buttons.delete);
    assert_eq!(holding_marker(driver.home.path()), Vec::<PathBuf>::new());
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), kept);
}

#[test]
fn not_keeping_answers_leaves_none_behind() {
    let mut driver = with_marker();
    driver.click(&words().buttons.menu);
    driver.answer(&words().menu.keep, &words().menu.keep_no);
    assert_eq!(holding_marker(driver.home.path()), Vec::<PathBuf>::new());
    driver.click(&words().buttons.close_menu);
    driver.click(&words().buttons.go_on);
    driver.click(&words().page.own_words);
    driver.type_into(&words().page.hope, MARKER);
    let home = driver.close();
    assert_eq!(holding_marker(home.path()), Vec::<PathBuf>::new());
}

#[test]
fn another_side_takes_the_spots_along_and_says_so() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    driver.go_to_step(2);
    answer_where(&mut driver);
    mark_from_list(&mut driver, Knee::Right, "outer_femur_bump");
    let before = driver.check().clone();
    assert_eq!(before.spots.len(), 2);
    driver.answer(&words().place.which, &words().place.left);
    let after = driver.check().clone();
    assert_eq!(after.side, Some(Side::Left));
    for (one, other) in before.spots.iter().zip(&after.spots) {
        assert_eq!((other.knee, &other.zone, other.worst), (Knee::Left, &one.zone, one.worst));
    }
    let knee = words().app.knee_left_short.to_lowercase();
    driver.must_show(&fill(&words().place.moved, &[("knee", &knee)]));
    driver.must_show(&driver::zone_name(Knee::Left, ZONE));
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), before);
}

#[test]
fn a_spot_from_the_list_is_the_same_as_from_the_picture() {
    for knee in [Knee::Left, Knee::Right] {
        let side = if knee == Knee::Left { &words().place.left } else { &words().place.right };
        let mut from_list = Driver::new();
        from_list.click(&words().buttons.start);
        from_list.go_to_step(2);
        from_list.answer(&words().place.which, side);
        mark_from_list(&mut from_list, knee, ZONE);
        let mut from_picture = Driver::new();
        from_picture.click(&words().buttons.start);
        from_picture.go_to_step(2);
        from_picture.answer(&words().place.which, side);
        from_picture.click(&driver::zone_name(knee, ZONE));
        assert_eq!(from_picture.check(), from_list.check());
        assert_eq!(from_picture.check().spots.len(), 1);
        assert_eq!(from_picture.check().spots[0].knee, knee);
    }
}

#[test]
fn rows_left_unticked_count_as_no_and_the_screen_says_which() {
    let mut driver = at_result();
    let feel = question("q_feel");
    let (card, title) = cards(&driver).into_iter().find(|(card, _)| *card == feel.card).unwrap();
    driver.go_to_step(3);
    while !driver.shows(&title) || !driver.offers(&feel.answers[0].label) {
        driver.click(&words().buttons.continue_on);
    }
    for question in question_pages(&KNOWLEDGE, &driver.check().clone(), &assess(driver.check()))
        .into_iter()
        .filter(|page| page.card == card)
        .flat_map(|page| page.core)
        .filter(|question| matches!(question.kind, QuestionKind::Multi { none: Some(_) }))
    {
        // None of these and back: nothing is answered any more.
        driver.answer(&question.text, none_of(question));
        driver.answer(&question.text, none_of(question));
    }
    let (ticked, left) = (&feel.answers[1], [&feel.answers[0], &feel.answers[2]]);
    assert_eq!(driver.check().answer(left[0].id.as_str()), Answer::NotAsked);
    driver.answer(&feel.text, &ticked.label);
    let before = driver.check().clone();
    driver.click(&words().buttons.continue_on);
    assert_eq!(driver.check().answer(ticked.id.as_str()), Answer::Yes);
    for finding in feel.findings().filter(|finding| finding.id != ticked.id) {
        assert_eq!(driver.check().answer(finding.id.as_str()), Answer::No, "{}", finding.id);
    }
    let start = words().questions.counted_as_no.split('{').next().unwrap();
    let line = driver.texts().into_iter().find(|text| text.starts_with(start));
    let line = line.expect("the line that says what was counted as No");
    for finding in left {
        assert!(line.contains(&finding.note), "{line}");
    }
    assert!(!line.contains(&ticked.note), "{line}");
    driver.click(&words().buttons.change);
    driver.must_show(&title);
    assert!(driver.is_ticked(&feel.text, &ticked.label));
    driver.click(&words().buttons.undo);
    assert_eq!(*driver.check(), before, "one step of Undo takes it back");
}

#[test]
fn not_sure_can_be_said_by_pointer_and_by_keys() {
    let safety = question("q_safety_now");
    let row = safety.findings().next().unwrap();
    let not_sure = format!("{}: {}", row.label, words().questions.row_not_sure);

    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    driver.click(&not_sure);
    assert_eq!(driver.check().answer(row.id.as_str()), Answer::NotSure);
    driver.click(&not_sure);
    assert_eq!(driver.check().answer(row.id.as_str()), Answer::NotAsked);

    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    for _ in 0..40 {
        driver.key(Key::Tab);
        let on_row = driver.nodes().iter().any(|node| node.is_focused() && name_of(node) == row.label);
        if on_row {
            break;
        }
    }
    driver.key(Key::ArrowRight);
    driver.key(Key::Space);
    assert_eq!(driver.check().answer(row.id.as_str()), Answer::NotSure);
}

#[test]
fn every_row_of_every_list_offers_not_sure() {
    let mut driver = at_result();
    driver.go_to_step(1);
    for (id, _) in std::iter::once((CardId::from("safety"), String::new())).chain(cards(&driver)) {
        let check = driver.check().clone();
        let found = assess(&check);
        let asked: Vec<&Question> = if id == "safety" {
            vec![question("q_safety_now")]
        } else {
            question_pages(&KNOWLEDGE, &check, &found)
                .into_iter()
                .filter(|page| page.card == id)
                .flat_map(|page| page.core)
                .collect()
        };
        driver.open_all_folds();
        for question in asked.iter().filter(|question| matches!(question.kind, QuestionKind::Multi { .. })) {
            for finding in question.findings() {
                let name = format!("{}: {}", finding.label, words().questions.row_not_sure);
                assert!(driver.offers(&name), "{}: {name}", question.id);
            }
        }
        driver.click(&words().buttons.continue_on);
        if id == "safety" {
            driver.click(&words().buttons.continue_on);
        }
    }
}

/// A danger sign of the first list that is an emergency by itself.
fn emergency_sign() -> FindingId {
    let is_emergency = |id: &FindingId| {
        let mut check = Check { made: Some(TODAY), safety_asked: Some(TODAY), ..Check::default() };
        check.findings.insert(id.clone(), Answer::Yes);
        assess(&check).urgency.shown() == Some(Level::Emergency)
    };
    question("q_safety_now").findings().map(|finding| finding.id.clone()).find(is_emergency).unwrap()
}

#[test]
fn an_emergency_is_above_every_step_at_once_and_goes_when_unticked() {
    let mut driver = at_result();
    let calm = headline(&assess(driver.check())).unwrap();
    let (level, bands) = (&words().result.levels.emergency, [&words().result.fits, &words().result.fits_not]);
    for text in &bands {
        driver.must_show(text);
    }
    driver.must_not_show(level);
    driver.go_to_step(1);
    let (safety, sign) = (question("q_safety_now"), emergency_sign());
    driver.press_answer(&safety.text, label(sign.as_str()));
    driver.frame();
    driver.must_show(level);
    let said = headline(&assess(driver.check())).unwrap();
    driver.must_show(&said);
    driver.settle();
    for step in 1..=4 {
        driver.go_to_step(step);
        driver.must_show(level);
        driver.must_show(&said);
        let top = driver.nodes().iter().filter(|node| name_of(node) == said).map(|node| node.rect().top() as i32).min();
        assert!(top.unwrap() < 100, "step {step}: the banner begins at {top:?}");
    }
    driver.must_show(&words().result.causes_later);
    for text in &bands {
        driver.must_not_show(text);
    }
    for cause in assess(driver.check()).shown_causes() {
        let name = &KNOWLEDGE.cause(cause.cause.as_str()).unwrap().card.what;
        driver.must_not_show(name);
    }
    let path = documents(&driver).join("emergency.txt");
    save_to(&mut driver, &path);
    driver.must_show(&words().page.saved);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), driver.page());

    driver.go_to_step(1);
    driver.press_answer(&safety.text, label(sign.as_str()));
    driver.frame();
    driver.must_not_show(level);
    driver.settle();
    driver.answer(&safety.text, none_of(safety));
    for step in 1..=4 {
        driver.go_to_step(step);
        driver.must_not_show(level);
    }
    driver.must_show(&calm);
}

#[test]
fn an_emergency_is_told_without_a_side_or_any_other_answer() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    driver.answer(&question("q_safety_now").text, label(emergency_sign().as_str()));
    driver.go_to_step(4);
    driver.must_show(&headline(&assess(driver.check())).unwrap());
    driver.must_not_show(&words().result.needs);
}

#[test]
fn a_closed_dialog_says_so_and_loses_nothing() {
    let mut driver = at_result();
    let before = driver.check().clone();
    driver.dialogs.borrow_mut().ends.push_back(Chosen::ClosedByUser);
    driver.click(&words().buttons.save);
    driver.must_show(&words().page.closed);
    driver.must_not_show(&words().page.problem);
    assert_eq!(*driver.check(), before);
    let path = documents(&driver).join("then.txt");
    save_to(&mut driver, &path);
    driver.must_show(&words().page.saved);
    driver.must_not_show(&words().page.closed);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), driver.page());
}

#[test]
fn a_dialog_that_does_not_open_has_a_way_around() {
    let mut driver = at_result();
    let before = driver.check().clone();
    driver.dialogs.borrow_mut().ends.push_back(Chosen::DidNotOpen);
    driver.click(&words().buttons.save);
    driver.must_show(&words().page.problem);
    driver.must_show(&words().page.no_dialog);
    assert_eq!(*driver.check(), before);
    driver.click(&words().buttons.save_to_documents);
    driver.must_show(&words().page.saved);
    let saved = documents(&driver).join(kneenote::note::file_name(TODAY));
    assert_eq!(std::fs::read_to_string(saved).unwrap(), driver.page());
}

#[test]
fn a_dialog_that_stays_open_can_be_given_up() {
    let mut driver = at_result();
    driver.click(&words().buttons.save);
    driver.must_show(&words().page.waiting);
    driver.click(&words().buttons.stop_waiting);
    driver.must_not_show(&words().page.waiting);
    let path = documents(&driver).join("late.txt");
    driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(path.clone()));
    driver.settle();
    assert!(!path.exists(), "a late answer writes nothing");
}

#[test]
fn a_file_that_cannot_be_written_says_why_and_loses_nothing() {
    let page = &words().page;
    let sentence = |fault: &SaveFault| match fault {
        SaveFault::NotAllowed => page.not_allowed.clone(),
        SaveFault::DiskFull => page.disk_full.clone(),
        SaveFault::PlaceGone => page.gone.clone(),
        SaveFault::InUse => page.in_use.clone(),
        SaveFault::BadName => page.bad_name.clone(),
        SaveFault::Other(detail) => fill(&page.other, &[("detail", detail)]),
    };
    let mut driver = at_result();
    let home = documents(&driver);
    let before = driver.check().clone();
    std::fs::create_dir(home.join("folder.txt")).unwrap();
    std::fs::write(home.join("a file"), "old").unwrap();
    for (path, fault) in [
        (home.join("stick/knee.txt"), SaveFault::PlaceGone),
        (home.join("a file/knee.txt"), SaveFault::PlaceGone),
        (home.join("folder.txt"), SaveFault::BadName),
    ] {
        assert_eq!(save(Saved::Note, &path, "text"), Err(fault.clone()), "{path:?}");
        save_to(&mut driver, &path);
        driver.must_show(&page.problem);
        driver.must_show(&page.not_saved);
        driver.must_show(&sentence(&fault));
        driver.must_not_show(&page.saved_next);
        assert_eq!(*driver.check(), before);
        assert_eq!(std::fs::read_to_string(home.join("a file")).unwrap(), "old");
    }
    let path = home.join("at last.txt");
    driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(path.clone()));
    driver.click(&words().buttons.save_again);
    driver.settle();
    driver.must_show(&page.saved);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), driver.page());
}

#[test]
fn a_change_after_saving_is_told() {
    let mut driver = at_result();
    let path = documents(&driver).join("knee.txt");
    save_to(&mut driver, &path);
    driver.must_not_show(&words().page.changed);
    driver.go_to_step(1);
    driver.answer(&question("q_walk").text, label("walk_limp"));
    driver.go_to_step(4);
    driver.must_show(&words().page.changed);
}

#[test]
fn what_the_runner_is_not_sure_of_is_told_with_if_that_is_true() {
    let mut driver = at_result();
    driver.go_to_step(1);
    let sign = emergency_sign();
    driver.click(&format!("{}: {}", label(sign.as_str()), words().questions.row_not_sure));
    driver.go_to_step(4);
    driver.must_show(&fill(&words().result.if_true, &[("sign", label(sign.as_str()))]));
}

#[test]
fn one_of_several_answers_can_be_not_sure_too() {
    let of_kind = |question: &&Question| {
        question.kind == QuestionKind::Single
            && question.answers.iter().any(|answer| matches!(answer.means, Meaning::NotSureOf(_) | Meaning::Nothing))
    };
    assert!(KNOWLEDGE.questions.iter().filter(of_kind).count() > 2);
    let mut driver = at_result();
    driver.go_to_step(1);
    let sex = question("q_sex");
    let skip = sex.answers.iter().find(|answer| answer.means == Meaning::Nothing).unwrap();
    driver.answer(&sex.text, &skip.label);
    assert!(driver.is_ticked(&sex.text, &skip.label));
}

#[test]
fn every_check_case_opens_and_shows_its_level() {
    let mut wrong = Vec::new();
    for (id, check) in check_cases() {
        let found = assess(&check);
        let mut driver = Driver::with_check(check);
        driver.must_show(&words().menu.opened);
        driver.open_result();
        match headline(&found) {
            Some(headline) if !driver.shows(&headline) => wrong.push(format!("{id}: {headline} is missing")),
            None if !driver.shows(&words().result.needs) => wrong.push(format!("{id}: what is needed is missing")),
            _ => {}
        }
        let nodes = driver.nodes();
        let unnamed = nodes.iter().filter(|node| is_input(node) && name_of(node).is_empty()).count();
        assert_eq!(unnamed, 0, "{id}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_and_places_of_care_follow_the_country_that_was_picked() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    driver.answer(&question("q_safety_now").text, label("foot_cold_pale"));
    let page = driver.page().to_owned();
    for places in &WORDING.places {
        driver.click(&words().buttons.menu);
        driver.answer(&words().menu.country, &places.name);
        driver.must_show(&fill(&words().menu.country_now, &[("number", &places.emergency_number)]));
        driver.click(&words().buttons.close_menu);
        let found = assess(driver.check());
        let rule = KNOWLEDGE.rule(found.urgency.first().unwrap().rule.as_str()).unwrap();
        assert!(rule.headline.contains("{emergency_number}"), "{}", rule.headline);
        driver.must_show(&places.fill(&rule.headline));
    }
    // The page goes to somebody who knows where they work.
    assert_eq!(driver.page(), page);
    for number in WORDING.places.iter().map(|places| &places.emergency_number) {
        assert!(!page.contains(number.as_str()), "{number}:\n{page}");
    }
}

#[test]
fn each_question_says_on_demand_why_it_is_asked() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.start);
    for id in ["q_safety_now", "q_walk", "q_age", "q_sex"] {
        let question = question(id);
        driver.must_not_show(&question.why);
        driver.click(&fill(&words().buttons.why_ask_named, &[("what", &question.text)]));
        driver.must_show(&question.why);
    }
    let without: Vec<_> = KNOWLEDGE.questions.iter().filter(|question| question.why.is_empty()).collect();
    assert!(without.is_empty(), "{without:#?}");
}

#[test]
fn who_it_is_not_made_for_is_said_at_the_start_and_where_it_matters() {
    let mut driver = Driver::new();
    let cases = &KNOWLEDGE.about.not_made_for;
    assert_eq!(cases.len(), 3);
    driver.must_not_show(&cases[0].title);
    driver.click(&words().start.not_made_for);
    for case in cases {
        driver.must_show(&case.title);
        driver.must_show(&places().fill(&case.text));
    }
    driver.click(&words().buttons.start);
    driver.type_into(&question("q_age").numbers[0].label, "7");
    driver.must_show(&cases[0].title);
    driver.go_to_step(4);
    driver.must_show(&cases[0].title);
}
