//! Promise: a check that another one takes the place of is kept, found again by day, knee and name, and a thousand of
//! them open without delay.
//!
//! `cargo test --test screens earlier_checks -- --nocapture` prints the times.

use std::path::PathBuf;
use std::rc::Rc;
use std::time::Instant;

use crate::driver::{Driver, USUAL, check_cases, name_of, words};
use crate::world::TODAY;
use egui::{Key, vec2};
use jiff::ToSpan as _;
use kneenote::check::spot::Side;
use kneenote::check::{Check, Topic, file};
use kneenote::store::checks::{Checks, KeptCheck};
use kneenote::store::earlier::{EarlierChecks, EarlierName};
use kneenote::store::folders::Folders;
use kneenote::store::settings::{KeepAnswers, Settings};
use kneenote::wording::fill;

/// Nobody says this of a knee.
const MARKER: &str = "zebrafish";
const MANY: usize = 1000;

fn check_with(word: &str) -> Check {
    let (_, mut check) = check_cases().swap_remove(0);
    check.made = Some(TODAY);
    check.words.insert(Topic::Why, word.to_owned());
    check
}

fn earlier_of(driver: &Driver) -> EarlierChecks {
    EarlierChecks::new(&Folders::under(driver.home.path()))
}

fn texts(driver: &Driver) -> Vec<String> {
    let earlier = earlier_of(driver);
    earlier.list().iter().map(|check| earlier.read(&check.path).unwrap()).collect()
}

/// A window with one kept check and one earlier check.
fn with_two() -> Driver {
    let home = Rc::new(tempfile::tempdir().unwrap());
    let checks = Checks::new(Folders::under(home.path()));
    checks.keep(&file::write(&check_with("now"))).unwrap();
    let name = EarlierName {
        made: Some(TODAY.checked_sub(40.days()).unwrap()),
        side: Some(Side::Left),
        name: "Hills".to_owned(),
    };
    checks.earlier().add(&file::write(&check_with("before")), &name).unwrap();
    Driver::start(home, None, USUAL)
}

fn why(driver: &Driver) -> &str {
    driver.check().words.get(&Topic::Why).map_or("", String::as_str)
}

/// What stands on disk of the current check.
fn kept(driver: &Driver) -> String {
    let path = driver.home.path().join("data/current.kneenote");
    std::fs::read_to_string(path).unwrap_or_default()
}

fn named(text: &str, driver: &Driver) -> String {
    let start = text.replace("{what}", "Hills");
    driver.inputs().into_iter().find(|name| name.starts_with(&start)).unwrap_or(start)
}

fn go_to_list(driver: &mut Driver) {
    let count = earlier_of(driver).list().len().to_string();
    driver.click(&fill(&words().earlier.title_counted, &[("count", &count)]));
    driver.must_show(&words().earlier.lead);
}

#[test]
fn the_list_shows_day_knee_and_name() {
    let mut driver = with_two();
    go_to_list(&mut driver);
    driver.must_show("Hills");
    let day = TODAY.checked_sub(40.days()).unwrap().strftime("%-d %B %Y").to_string();
    let knee = words().app.knee_left_short.to_lowercase();
    driver.must_show(&fill(&words().earlier.when, &[("date", &day), ("knee", &knee)]));
    driver.click(&words().earlier.close);
    driver.must_show(&words().start.same_pain);
    driver.click(&words().buttons.menu);
    driver.click(&words().earlier.title);
    driver.click(&words().earlier.close);
    driver.must_show(&words().buttons.close_menu);
}

#[test]
fn who_has_none_is_told_how_one_comes() {
    let mut driver = Driver::new();
    driver.click(&words().buttons.menu);
    driver.click(&words().earlier.title);
    driver.must_show(&words().earlier.none);
}

#[test]
fn opening_one_changes_places_with_the_one_before_and_can_be_undone() {
    let mut driver = with_two();
    go_to_list(&mut driver);
    driver.click(&named(&words().earlier.open_named, &driver));
    assert_eq!(why(&driver), "before");
    assert!(kept(&driver).contains("before"));
    let others = texts(&driver);
    assert!(others.len() == 1 && others[0].contains("now"), "{others:?}");
    driver.click(&words().buttons.undo);
    assert_eq!(why(&driver), "now");
    let others = texts(&driver);
    assert!(others.len() == 1 && others[0].contains("before"), "{others:?}");
    let driver = Driver::start(driver.close(), None, USUAL);
    assert_eq!(why(&driver), "now");
}

#[test]
fn starting_again_keeps_the_old_answers_as_an_earlier_check() {
    let mut driver = with_two();
    driver.click(&words().buttons.again);
    driver.must_show(&words().menu.started_again_kept);
    assert!(driver.check().is_empty());
    assert_eq!(texts(&driver).iter().filter(|text| text.contains("\"now\"")).count(), 1);
    driver.click(&words().buttons.undo);
    assert_eq!(why(&driver), "now");
    assert_eq!(texts(&driver).iter().filter(|text| text.contains("\"now\"")).count(), 0, "not there twice");
    assert!(kept(&driver).contains("\"now\""));
}

#[test]
fn a_name_can_be_changed() {
    let mut driver = with_two();
    go_to_list(&mut driver);
    driver.click(&named(&words().earlier.rename_named, &driver));
    driver.window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    driver.window.event(egui::Event::Text(" Trail: loop/1 ".to_owned()));
    driver.settle();
    driver.click(&words().earlier.keep_name);
    driver.must_show(&words().earlier.renamed);
    driver.must_show("Trail- loop-1");
    let list = earlier_of(&driver).list();
    assert_eq!((list.len(), list[0].name.name.as_str()), (1, "Trail- loop-1"));
    assert!(texts(&driver)[0].contains("before"));
}

#[test]
fn a_deleted_one_leaves_no_trace_and_comes_back_until_closing() {
    let mut driver = with_two();
    go_to_list(&mut driver);
    driver.click(&named(&words().earlier.delete_named, &driver));
    driver.must_show(&fill(&words().earlier.deleted, &[("name", "Hills")]));
    driver.must_show(&words().earlier.none);
    assert_eq!(holding(&driver, "before"), Vec::<PathBuf>::new());
    driver.click(&words().buttons.undo);
    driver.must_show("Hills");
    assert!(texts(&driver)[0].contains("before"));
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.redo);
    assert_eq!(holding(&driver, "before"), Vec::<PathBuf>::new());
}

#[test]
fn one_that_cannot_be_read_stays_in_the_list_and_changes_nothing() {
    let mut driver = with_two();
    let path = earlier_of(&driver).list().remove(0).path;
    std::fs::write(&path, "(version: 1, wor").unwrap();
    go_to_list(&mut driver);
    driver.click(&named(&words().earlier.open_named, &driver));
    driver.must_show(&words().earlier.unreadable);
    assert_eq!(why(&driver), "now");
    assert!(path.exists());
}

fn holding(driver: &Driver, word: &str) -> Vec<PathBuf> {
    let holds = |path: &PathBuf, bytes: &[u8]| {
        String::from_utf8_lossy(bytes).contains(word) || path.to_string_lossy().contains(word)
    };
    let files = Driver::files(driver.home.path());
    files.into_iter().filter(|(path, bytes)| holds(path, bytes)).map(|(path, _)| path).collect()
}

/// Bar 20: after "Delete my answers" no file holds a typed word, nor does the name of one.
#[test]
fn delete_my_answers_leaves_no_typed_word_anywhere_and_can_be_undone_until_closing() {
    let home = Rc::new(tempfile::tempdir().unwrap());
    let folders = Folders::under(home.path());
    let checks = Checks::new(folders.clone());
    // A damaged file, the rest of a killed write, earlier checks, and the current one.
    for _ in 0..2 {
        checks.keep(&format!("(version: 1, {MARKER}")).unwrap();
        checks.set_aside().unwrap();
        let name = EarlierName { name: MARKER.to_owned(), ..EarlierName::default() };
        checks.earlier().add(&file::write(&check_with(MARKER)), &name).unwrap();
    }
    checks.keep(&file::write(&check_with(MARKER))).unwrap();
    let mut driver = Driver::start(home, None, USUAL);
    for half in [".current.kneenote.aB3.part", &format!("earlier/.-, -, {MARKER}.kneenote.aB3.part")] {
        std::fs::write(folders.data.join(half), MARKER).unwrap();
    }
    assert_eq!(holding(&driver, MARKER).len(), 7);
    driver.click(&words().buttons.delete);
    driver.must_show(&words().menu.deleted);
    assert_eq!(holding(&driver, MARKER), Vec::<PathBuf>::new());
    driver.click(&words().buttons.undo);
    assert_eq!(why(&driver), MARKER);
    assert_eq!(texts(&driver).len(), 2, "earlier checks come back too");
    driver.click(&words().buttons.delete);
    let home = driver.close();
    let driver = Driver::start(home, None, USUAL);
    assert_eq!(holding(&driver, MARKER), Vec::<PathBuf>::new(), "after closing");
}

fn answer_walk(driver: &mut Driver) {
    driver.click(&words().buttons.go_on);
    driver.go_to_step(2);
    driver.answer(&crate::driver::question("q_walk").text, crate::driver::label("walk_limp"));
}

#[test]
fn without_keeping_nothing_is_written_whatever_is_done() {
    let settings = Settings { keep_answers: KeepAnswers::DoNotKeep, ..Settings::default() };
    let mut driver = Driver::with_settings(&settings, Some(check_with(MARKER)), USUAL);
    let listing = |driver: &Driver| -> Vec<PathBuf> {
        let mut paths: Vec<_> = Driver::files(driver.home.path()).into_iter().map(|(path, _)| path).collect();
        paths.sort();
        paths
    };
    let before = listing(&driver);
    assert_eq!(before, [driver.home.path().join("config/settings.ron")], "only the settings");
    answer_walk(&mut driver);
    // What is said later in a window that keeps is on the disk by now.
    let mut keeping = Driver::with_check(check_with("later"));
    answer_walk(&mut keeping);
    keeping.wait_until_kept();
    assert_eq!(listing(&driver), before, "after an answer");
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.again);
    assert_eq!(listing(&driver), before, "after starting again");
    driver.click(&words().buttons.undo);
    assert_eq!(why(&driver), MARKER);
    let home = driver.close();
    let driver = Driver::start(home, None, USUAL);
    assert_eq!(listing(&driver), before, "after closing");
    assert!(driver.check().is_empty());
}

#[test]
fn who_stops_keeping_and_changes_their_mind_has_lost_nothing() {
    let mut driver = with_two();
    driver.click(&words().buttons.menu);
    driver.answer(&words().menu.keep, &words().menu.keep_no);
    assert_eq!(Checks::new(Folders::under(driver.home.path())).open(), KeptCheck::Nothing);
    assert_eq!(texts(&driver), Vec::<String>::new());
    driver.answer(&words().menu.keep, &words().menu.keep_yes);
    assert!(texts(&driver)[0].contains("before"));
    let driver = Driver::start(driver.close(), None, USUAL);
    assert_eq!(why(&driver), "now");
}

#[test]
fn what_was_deleted_after_keeping_stopped_comes_back_by_undo_alone() {
    let mut driver = with_two();
    driver.click(&words().buttons.menu);
    driver.answer(&words().menu.keep, &words().menu.keep_no);
    driver.click(&words().buttons.delete);
    driver.click(&words().buttons.menu);
    driver.answer(&words().menu.keep, &words().menu.keep_yes);
    assert_eq!(texts(&driver), Vec::<String>::new());
    assert_eq!(holding(&driver, "Hills"), Vec::<PathBuf>::new());
    driver.click_button(&words().buttons.close_menu);
    driver.click(&words().buttons.undo);
    assert_eq!(why(&driver), "now");
    assert!(texts(&driver)[0].contains("before"));
}

#[test]
fn undo_goes_on_when_answers_are_not_kept_any_more() {
    let mut driver = with_two();
    go_to_list(&mut driver);
    driver.click(&named(&words().earlier.delete_named, &driver));
    driver.click(&words().buttons.menu);
    driver.answer(&words().menu.keep, &words().menu.keep_no);
    driver.click_nth(&words().buttons.undo, 0);
    driver.must_not_show(&words().close.not_kept);
    assert_eq!(texts(&driver), Vec::<String>::new(), "nothing comes to the disk");
    driver.click(&words().buttons.redo);
    driver.click_nth(&words().buttons.undo, 0);
    driver.answer(&words().menu.keep, &words().menu.keep_yes);
    let texts = texts(&driver);
    assert!(texts.len() == 1 && texts[0].contains("before"), "{texts:?}");
}

#[test]
fn answers_that_could_not_be_deleted_or_brought_back_are_told() {
    let mut driver = with_two();
    let home = driver.home.path().to_owned();
    // The folder of the last file that was saved is told to nobody, but stays when settings cannot be written.
    let settings = Settings { last_folder: Some(home.clone()), ..Settings::default() };
    settings.keep(&Folders::under(&home)).unwrap();
    driver = Driver::start(Rc::clone(&driver.home), None, USUAL);
    std::fs::remove_dir_all(home.join("config")).unwrap();
    std::fs::write(home.join("config"), "").unwrap();
    driver.click(&words().buttons.menu);
    driver.answer(&words().menu.keep, &words().menu.keep_no);
    driver.must_show(&words().menu.not_deleted);
    std::fs::write(home.join("data/earlier"), "in the way").unwrap();
    driver.answer(&words().menu.keep, &words().menu.keep_yes);
    driver.must_show(&words().earlier.not_back);
    std::fs::remove_file(home.join("data/earlier")).unwrap();
    driver.answer(&words().menu.keep, &words().menu.keep_no);
    driver.answer(&words().menu.keep, &words().menu.keep_yes);
    assert!(texts(&driver)[0].contains("before"), "nothing was lost");
}

/// A home with a thousand earlier checks of usual size.
fn with_many() -> Rc<tempfile::TempDir> {
    let home = Rc::new(tempfile::tempdir().unwrap());
    let folder = home.path().join("data/earlier");
    std::fs::create_dir_all(&folder).unwrap();
    let text = file::write(&check_with("many"));
    for number in 0..MANY {
        let day = TODAY.checked_sub(i64::try_from(number).unwrap().days()).unwrap();
        std::fs::write(folder.join(format!("{day}, right, Run {number}.kneenote")), &text).unwrap();
    }
    home
}

#[test]
fn of_a_thousand_only_rows_in_view_are_laid_out() {
    let home = with_many();
    let earlier = EarlierChecks::new(&Folders::under(home.path()));
    let began = Instant::now();
    assert_eq!(earlier.list().len(), MANY);
    let listed = began.elapsed();
    let mut driver = Driver::start(home, None, USUAL);
    let began = Instant::now();
    go_to_list(&mut driver);
    let opened = began.elapsed();
    let rows = driver.inputs().iter().filter(|name| name.starts_with("Open: ")).count();
    println!("{MANY} checks: listed in {listed:?}, opened and at rest in {opened:?}, {rows} rows laid out");
    assert!((3..20).contains(&rows), "{rows} rows laid out");
}

/// Only rows in view are there: Tab leads on to the next one all the same, and back.
#[test]
fn keys_alone_reach_rows_that_are_not_in_view() {
    for size in [USUAL, vec2(360.0, 280.0)] {
        let mut driver = Driver::start(with_many(), None, size);
        go_to_list(&mut driver);
        let mut forth = Vec::new();
        for _ in 0..38 {
            driver.key(Key::Tab);
            forth.push(focused(&driver));
        }
        let reached: Vec<_> = forth.iter().filter(|name| name.starts_with("Open: Run ")).collect();
        for (number, name) in reached.iter().enumerate() {
            assert!(name.starts_with(&format!("Open: Run {number}, ")), "{reached:?}");
        }
        assert!(reached.len() >= 10, "{reached:?}");
        for name in forth.iter().rev().skip(1).take(25) {
            driver.window.key_press_modifiers(egui::Modifiers::SHIFT, Key::Tab);
            driver.settle();
            assert_eq!(focused(&driver), *name, "Shift and Tab go the same way back");
        }
    }
}

/// The name of what has focus, which must be in view.
fn focused(driver: &Driver) -> String {
    let nodes = driver.nodes();
    let Some(focused) = nodes.iter().find(|node| node.is_focused()) else { return String::new() };
    let view = driver.window.ctx.content_rect();
    assert!(view.contains_rect(focused.rect()), "{} is at {:?}", name_of(focused), focused.rect());
    name_of(focused)
}

#[test]
fn an_earlier_check_says_what_is_other_now_and_another_knee_does_not() {
    let before = Check { numbers: [("pain_worst".into(), 8.0)].into(), ..check_with("before") };
    let now = Check { numbers: [("pain_worst".into(), 3.0)].into(), ..check_with("now") };
    let other = Check { side: Some(Side::Left), spots: Vec::new(), worst_spot: None, ..check_with("other") };
    let home = Rc::new(tempfile::tempdir().unwrap());
    let checks = Checks::new(Folders::under(home.path()));
    checks.keep(&file::write(&Check { spots: Vec::new(), worst_spot: None, side: Some(Side::Right), ..now })).unwrap();
    let name = |name: &str| EarlierName { made: Some(TODAY), side: None, name: name.to_owned() };
    let before = Check { spots: Vec::new(), worst_spot: None, side: Some(Side::Right), ..before };
    checks.earlier().add(&file::write(&before), &name("Hills")).unwrap();
    checks.earlier().add(&file::write(&other), &name("Track")).unwrap();
    let mut driver = Driver::start(home, None, USUAL);
    go_to_list(&mut driver);
    let words = &words().earlier;
    let compare = |driver: &Driver, which: &str| {
        let start = words.compare_named.replace("{what}", which);
        driver.inputs().into_iter().find(|name| name.starts_with(&start)).unwrap()
    };
    driver.click(&compare(&driver, "Hills"));
    assert!(driver.shows("Worst pain: 8, now 3: better."));
    driver.click(&words.copy_comparison);
    assert!(driver.copied.as_ref().unwrap().contains("now 3: better"));
    driver.click(&compare(&driver, "Track"));
    assert!(driver.shows(&words.other_knee));
    assert!(!driver.shows("Worst pain: 8, now 3: better."));
}
