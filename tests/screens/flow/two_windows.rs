//! Two windows of one runner, and answers that cannot be read for the moment.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use egui::ViewportEvent;
use jiff::civil::date;
use kneenote::check::{Check, Topic, file};
use kneenote::store::checks::{Checks, KeptCheck};
use kneenote::store::folders::Folders;
use kneenote::store::settings::{KeepAnswers, Settings};

use crate::driver::{Driver, USUAL, label, question, words};
use crate::flow::typical::answer_safety;
use crate::patience::wait_until;
use crate::world::TODAY;

/// Nobody says this of a knee.
const MARKER: &str = "zebrafish";

fn holding(home: &Path, word: &str) -> Vec<PathBuf> {
    let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(word);
    Driver::files(home).into_iter().filter(|(_, bytes)| holds(bytes)).map(|(path, _)| path).collect()
}

fn marked() -> Check {
    let mut check = Check { made: Some(TODAY), ..Check::default() };
    check.words.insert(Topic::Why, MARKER.to_owned());
    check
}

/// Two windows that opened the same kept answers.
fn two() -> (Driver, Driver) {
    let first = Driver::start(Driver::with_check(marked()).close(), None, USUAL);
    let second = Driver::start(Rc::clone(&first.home), None, USUAL);
    assert_eq!((first.check(), second.check()), (&marked(), &marked()));
    (first, second)
}

/// Frames until a text is there that another thread brings.
#[track_caller]
fn wait_for(driver: &mut Driver, text: &str) {
    wait_until(text, || {
        driver.settle();
        driver.shows(text)
    });
}

/// As the button of the window's frame does; says whether the window stays open.
fn ask_to_close(driver: &mut Driver) -> bool {
    let root = driver.window.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
    root.events.push(ViewportEvent::Close);
    driver.frame();
    let commands = &driver.window.output().viewport_output[&egui::ViewportId::ROOT].commands;
    let stays = commands.contains(&egui::ViewportCommand::CancelClose);
    driver.settle();
    stays
}

fn go_to_safety(driver: &mut Driver) {
    driver.click(&words().buttons.go_on);
    driver.go_to_step(2);
}

fn choose_keeping(driver: &mut Driver, choice: &str) {
    driver.click(&words().buttons.menu);
    driver.answer(&words().menu.keep, choice);
    driver.click_button(&words().buttons.close_menu);
}

#[test]
fn closing_a_window_brings_nothing_back_that_another_deleted() {
    let (mut first, second) = two();
    first.click(&words().buttons.delete);
    first.must_show(&words().menu.deleted);
    let home = second.close();
    assert_eq!(holding(home.path(), MARKER), Vec::<PathBuf>::new());
    assert!(Driver::start(home, None, USUAL).check().is_empty());
}

#[test]
fn going_on_in_a_window_brings_nothing_back_that_another_deleted_and_it_says_so() {
    let (mut first, mut second) = two();
    go_to_safety(&mut second);
    first.click(&words().buttons.delete);
    second.answer(&question("q_walk").text, label("walk_limp"));
    second.go_to_step(1);
    wait_for(&mut second, &words().close.deleted_more);
    assert_eq!(holding(second.home.path(), MARKER), Vec::<PathBuf>::new());
    // Closing asks, for what is held here is nowhere else.
    assert!(ask_to_close(&mut second));
    second.must_show(&words().close.deleted_elsewhere);
    second.must_not_show(&words().close.not_kept);
    second.click(&words().close.keep_after_all);
    assert!(!ask_to_close(&mut second));
    let again = Driver::start(second.close(), None, USUAL);
    assert_eq!(again.check().words.get(&Topic::Why).map(String::as_str), Some(MARKER));
}

#[test]
fn a_window_that_is_come_back_to_says_what_another_deleted() {
    let (mut first, mut second) = two();
    first.click(&words().buttons.delete);
    second.window.event(egui::Event::WindowFocused(true));
    wait_for(&mut second, &words().close.deleted_more);
    second.must_show(&words().close.deleted_elsewhere);
}

#[test]
fn what_another_window_deleted_does_not_come_back_among_the_earlier_checks() {
    let (mut first, mut second) = two();
    first.click(&words().buttons.delete);
    second.click(&words().buttons.again);
    second.must_show(&words().menu.started_again);
    second.must_not_show(&words().menu.started_again_kept);
    assert_eq!(holding(second.home.path(), MARKER), Vec::<PathBuf>::new());
    // What is said from then on is new, and kept.
    second.go_to_step(2);
    second.answer(&question("q_walk").text, label("walk_limp"));
    second.must_not_show(&words().close.deleted_more);
    let home = second.close();
    assert_eq!(holding(home.path(), "walk_limp").len(), 1);
}

#[test]
fn not_to_keep_answers_counts_for_windows_that_were_open_before() {
    let (mut first, mut second) = two();
    go_to_safety(&mut second);
    choose_keeping(&mut first, &words().menu.keep_no);
    assert_eq!(holding(first.home.path(), MARKER), Vec::<PathBuf>::new());
    second.answer(&question("q_walk").text, label("walk_limp"));
    wait_for(&mut second, &words().close.not_keeping_elsewhere);
    second.click(&words().buttons.menu);
    second.answer(&words().menu.text_size, "150 percent");
    assert!(second.is_ticked(&words().menu.keep, &words().menu.keep_no));
    let home = second.close();
    let kept = Settings::open(&Folders::under(home.path()));
    assert_eq!((kept.keep_answers, kept.text_size_percent), (KeepAnswers::DoNotKeep, 150));
    drop(first.close());
    assert_eq!(holding(home.path(), MARKER), Vec::<PathBuf>::new());
    assert_eq!(Settings::open(&Folders::under(home.path())).keep_answers, KeepAnswers::DoNotKeep);
}

#[test]
fn settings_of_an_older_window_turn_keeping_on_no_more() {
    let (mut first, second) = two();
    choose_keeping(&mut first, &words().menu.keep_no);
    let home = second.close();
    assert_eq!(Settings::open(&Folders::under(home.path())).keep_answers, KeepAnswers::DoNotKeep);
    assert_eq!(holding(home.path(), MARKER), Vec::<PathBuf>::new());
}

#[test]
fn to_keep_answers_after_all_counts_for_windows_that_were_open_before_too() {
    let (mut first, second) = two();
    choose_keeping(&mut first, &words().menu.keep_no);
    choose_keeping(&mut first, &words().menu.keep_yes);
    drop(second.close());
    assert_eq!(Settings::open(&Folders::under(first.home.path())).keep_answers, KeepAnswers::Keep);
    let again = Driver::start(first.close(), None, USUAL);
    assert_eq!(*again.check(), marked());
}

#[test]
fn who_chose_not_to_keep_answers_is_not_told_that_they_could_not_be_kept() {
    let settings = Settings { keep_answers: KeepAnswers::DoNotKeep, ..Settings::default() };
    let mut driver = Driver::with_settings(&settings, Some(marked()), USUAL);
    assert!(ask_to_close(&mut driver));
    driver.must_show(&words().close.not_keeping);
    driver.must_not_show(&words().close.not_kept);
}

/// A home with kept answers in a place that nobody can read, not even the administrator: a link in a circle.
#[cfg(unix)]
fn with_unreadable() -> (Driver, PathBuf, PathBuf) {
    let home = Driver::with_check(marked()).close();
    let current = home.path().join("data/current.kneenote");
    let elsewhere = home.path().join("elsewhere");
    std::fs::rename(&current, &elsewhere).unwrap();
    std::os::unix::fs::symlink("current.kneenote", &current).unwrap();
    (Driver::start(home, None, USUAL), elsewhere, current)
}

#[cfg(unix)]
#[test]
fn answers_that_cannot_be_read_for_the_moment_are_left_said_and_read_again() {
    let (mut driver, elsewhere, current) = with_unreadable();
    driver.must_show(&words().start.not_read);
    driver.must_not_show(&words().start.damaged);
    driver.click(&words().start.read_again);
    driver.must_show(&words().start.not_read);
    std::fs::rename(&elsewhere, &current).unwrap();
    driver.click(&words().start.read_again);
    driver.must_not_show(&words().start.not_read);
    driver.must_show(&words().buttons.go_on);
    assert_eq!(*driver.check(), marked());
    go_to_safety(&mut driver);
    driver.answer(&question("q_walk").text, label("walk_limp"));
    let home = driver.close();
    let KeptCheck::Check(text) = Checks::new(Folders::under(home.path())).open() else { panic!("it is gone") };
    assert!(text.contains(MARKER) && text.contains("walk_limp"), "{text}");
    assert_eq!(holding(home.path(), MARKER), [current]);
}

#[cfg(unix)]
#[test]
fn what_is_said_while_the_old_answers_cannot_be_read_stays_beside_them() {
    let (mut driver, elsewhere, current) = with_unreadable();
    driver.go_to_step(2);
    driver.answer(&question("q_walk").text, label("walk_limp"));
    wait_for(&mut driver, &words().close.kept_beside);
    driver.must_not_show(&words().close.kept_elsewhere);
    std::fs::rename(&elsewhere, &current).unwrap();
    let kept = std::fs::read(&current).unwrap();
    let home = driver.close();
    assert_eq!(std::fs::read(&current).unwrap(), kept, "the old answers are as they were");
    assert_eq!(*Driver::start(Rc::clone(&home), None, USUAL).check(), marked());
    let beside = holding(home.path(), "walk_limp");
    assert!(beside.len() == 1 && beside[0].starts_with(home.path().join("data/earlier")), "{beside:?}");
}

#[test]
fn that_damaged_answers_were_put_aside_is_said_only_where_they_were() {
    let home = Rc::new(tempfile::tempdir().unwrap());
    let data = home.path().join("data");
    std::fs::create_dir_all(&data).unwrap();
    std::fs::write(data.join("current.kneenote"), "(version: 1, wor").unwrap();
    // No name is left to put it under.
    for number in 1..1000 {
        let number = if number == 1 { String::new() } else { format!(" ({number})") };
        std::fs::write(data.join(format!("current.kneenote{number}.bad")), "").unwrap();
    }
    let driver = Driver::start(Rc::clone(&home), None, USUAL);
    driver.must_show(&words().start.damaged_left);
    driver.must_not_show(&words().start.damaged);
    drop(driver);
    std::fs::remove_file(data.join("current.kneenote.bad")).unwrap();
    let driver = Driver::start(home, None, USUAL);
    driver.must_show(&words().start.damaged);
    assert!(!data.join("current.kneenote").exists());
}

#[test]
fn answers_without_a_day_are_told_without_one() {
    let driver = Driver::start(Driver::with_check(Check { made: None, ..marked() }).close(), None, USUAL);
    driver.must_show(&words().start.kept_undated);
    assert!(driver.texts().iter().all(|text| !text.contains("  ")), "{:?}", driver.texts());
}

#[test]
fn a_file_that_is_opened_again_is_no_new_earlier_check() {
    let other = Check { side: Some(kneenote::check::spot::Side::Left), ..marked() };
    let mut home = Driver::with_check(marked()).close();
    let earlier = |home: &Path| Checks::new(Folders::under(home)).earlier().list().len();
    for _ in 0..3 {
        home = Driver::start(home, Some(marked()), USUAL).close();
        assert_eq!(earlier(home.path()), 0, "it is the kept check");
    }
    for file in [&other, &marked(), &other, &marked()] {
        home = Driver::start(home, Some(file.clone()), USUAL).close();
    }
    assert_eq!(earlier(home.path()), 2, "each of the two once");
    let driver = Driver::start(home, Some(marked()), USUAL);
    driver.must_not_show(&words().menu.opened);
}

#[test]
fn a_giant_among_the_earlier_checks_can_be_deleted_for_good() {
    let home = Driver::with_check(marked()).close();
    let giant = home.path().join("data/earlier/-, left, Film.kneenote");
    std::fs::create_dir_all(giant.parent().unwrap()).unwrap();
    std::fs::File::create(&giant).unwrap().set_len(8 << 30).unwrap();
    let mut driver = Driver::start(home, None, USUAL);
    driver.click(&kneenote::wording::fill(&words().earlier.title_counted, &[("count", "1")]));
    let delete = driver.inputs().into_iter().find(|name| name.starts_with("Delete: ")).unwrap();
    driver.click(&delete);
    driver.must_show(&kneenote::wording::fill(&words().earlier.deleted_for_good, &[("name", "Film")]));
    assert!(!giant.exists() && !driver.offers(&words().buttons.undo));
}

/// Whatever the clock says, what is written can be read.
#[test]
fn answers_of_any_day_are_there_again() {
    for day in [date(1, 1, 1), date(1850, 1, 1), date(1970, 1, 1), date(2250, 1, 1), date(9999, 12, 30)] {
        let mut driver = Driver::new();
        driver.day.set(day);
        driver.settle();
        driver.go_to_step(2);
        answer_safety(&mut driver);
        let said = driver.check().clone();
        let home = driver.close();
        let driver = Driver::start(home, None, USUAL);
        assert_eq!(driver.check().findings, said.findings, "{day}");
        assert!(file::read(&file::write(driver.check()), &crate::driver::KNOWLEDGE).is_ok(), "{day}");
        driver.must_not_show(&words().start.damaged);
    }
}
