//! Promise: when the program stops by itself the answers are kept and the next start says so; and a start where
//! something is wrong with the computer says what it cannot do.

use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;

use crate::driver::{COUNTRY, Driver, KNOWLEDGE, USUAL, label, question, step_button, texts_of, words};
use crate::world::TODAY;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::{Date, date};
use kneenote::app::built_in::BuiltIn;
use kneenote::app::{App, Start};
use kneenote::check::evidence::Evidence;
use kneenote::check::seen::SeenRows;
use kneenote::check::{Check, Topic};
use kneenote::desktop::copied_text::CopiedText;
use kneenote::desktop::save_dialog::Chosen;
use kneenote::run_files::caught::caught;
use kneenote::store::folders::Folders;
use kneenote::store::settings::{KeepAnswers, Settings};
use kneenote::store::text_file::UnreadableFile;
use kneenote::training::fault::Fault;
use kneenote::window::{WindowError, until_closed};
use kneenote::wording::fill;

/// The window in this home on this day; its save dialog brings the program down.
fn window(home: &Path, today: Date, file: Option<Result<Check, UnreadableFile>>) -> Harness<'static, App> {
    let start = Start {
        folders: Some(Folders::under(home)),
        file,
        clock: Box::new(move || crate::driver::noon(today)),
        countries: vec![COUNTRY.to_owned()],
        open_dialog: Box::new(|_, _, _| panic!("the save dialog brings the program down")),
        open_pick: Box::new(|_, _, _, _, _| unreachable!("nothing is picked here")),
        copied_text: || CopiedText::Stays,
    };
    Harness::builder().with_size(USUAL).build_eframe(|cc| App::new(cc, start, BuiltIn::read().unwrap()))
}

fn shows(window: &Harness<'_, App>, text: &str) -> bool {
    window.root().children_recursive().any(|node| texts_of(&node).iter().any(|shown| shown == text))
}

/// Answers one question and then saves, which brings the program down before the answer was written.
fn answer_and_fall(home: &Path) -> Result<(), WindowError> {
    let folders = Folders::under(home);
    until_closed(Some(&folders), &Arc::new(AtomicBool::new(true)), || {
        let mut window = window(home, TODAY, None);
        window.run();
        window.get_by_label(&step_button(2)).click();
        window.run();
        window.get_by_role_and_label(Role::RadioButton, label("walk_normal")).click_accesskit();
        window.run();
        window.get_by_label(&words().buttons.save).click();
        window.run();
        Ok(())
    })
}

#[test]
fn a_panic_keeps_the_answers_and_the_next_start_says_so_once() {
    let home = Rc::new(tempfile::tempdir().unwrap());
    assert_eq!(answer_and_fall(home.path()), Err(WindowError::StoppedAndKept));
    let driver = Driver::start(Rc::clone(&home), None, USUAL);
    assert!(!driver.check().findings.is_empty(), "the answer is kept");
    driver.must_show(&words().start.stopped);
    // Where in the code, for support; never what was said.
    driver.must_show(&format!("KneeNote {}, tests/screens/stops_by_itself.rs:", env!("CARGO_PKG_VERSION")));
    driver.must_show(&words().buttons.go_on);
    let driver = Driver::start(driver.close(), None, USUAL);
    driver.must_not_show(&words().start.stopped);
    driver.must_show(&words().buttons.go_on);
}

#[test]
fn without_keeping_a_panic_leaves_nothing_and_says_nothing_of_kept_answers() {
    let home = Rc::new(tempfile::tempdir().unwrap());
    let settings = Settings { keep_answers: KeepAnswers::DoNotKeep, ..Settings::default() };
    settings.keep(&Folders::under(home.path())).unwrap();
    assert_eq!(answer_and_fall(home.path()), Err(WindowError::Stopped));
    let files = Driver::files(home.path());
    assert_eq!(files.len(), 1, "only the settings: {files:?}");
    Driver::start(home, None, USUAL).must_not_show(&words().start.stopped);
}

#[test]
fn a_reader_that_dies_of_a_file_of_runs_ends_nothing_and_the_next_start_says_nothing() {
    let home = Rc::new(tempfile::tempdir().unwrap());
    let folders = Folders::under(home.path());
    let outcome = until_closed(Some(&folders), &Arc::new(AtomicBool::new(true)), || {
        let mut window = window(home.path(), TODAY, None);
        window.run();
        let read = thread::spawn(|| caught(|| -> Result<(), Fault> { panic!("of a file") }));
        assert_eq!(read.join().unwrap(), Err(Fault::Unreadable));
        window.run();
        Ok(())
    });
    assert_eq!(outcome, Ok(()));
    Driver::start(home, None, USUAL).must_not_show(&words().start.stopped);
}

#[test]
fn a_panic_before_the_window_is_open_is_a_missing_part_in_one_line() {
    let not_open = Arc::new(AtomicBool::new(false));
    let outcome = until_closed(None, &not_open, || panic!("Library libxkbcommon-x11.so could not be loaded."));
    let Err(WindowError::NoLibrary(what)) = outcome else { panic!("{outcome:?}") };
    assert!(what.contains("libxkbcommon-x11"), "{what}");
}

/// A bus that dies takes the program with it: nothing runs any more, only what is on the disk tells.
#[test]
fn an_end_while_the_save_dialog_is_open_is_told_and_one_after_it_is_not() {
    let home = Rc::new(tempfile::tempdir().unwrap());
    let mut check = Check { made: Some(TODAY), ..Check::default() };
    check.words.insert(Topic::Why, "it hurts".to_owned());
    let mut first = Driver::start(Rc::clone(&home), Some(check), USUAL);
    first.click(&words().buttons.go_on);
    first.click(&words().buttons.save);
    // As the lock of a running copy does, the lock goes with the program; here it lives as long as the window.
    let other = Driver::start(Rc::clone(&home), None, USUAL);
    other.must_not_show(&words().start.stopped);
    first.dialogs.borrow_mut().ends.push_back(Chosen::ClosedByUser);
    first.settle();
    drop(first);
    Driver::start(Rc::clone(&home), None, USUAL).must_not_show(&words().start.stopped);
    std::fs::write(home.path().join("data/stopped"), "").unwrap();
    Driver::start(home, None, USUAL).must_show(&words().start.stopped);
}

#[test]
fn a_home_that_cannot_be_written_is_told_at_the_start() {
    let home = tempfile::tempdir().unwrap();
    // A file where the folder should be: no rights help.
    std::fs::write(home.path().join("data"), "").unwrap();
    let window = window(home.path(), TODAY, None);
    assert!(shows(&window, &words().start.not_kept));
    assert!(!shows(&window, &words().start.privacy), "that they stay would not be true");
    assert!(shows(&window, &words().start.not_kept_more));
    assert!(shows(&window, &words().buttons.continue_on), "the app works all the same");
}

#[test]
fn a_clock_that_is_wrong_is_told() {
    let home = tempfile::tempdir().unwrap();
    let told = fill(&words().start.wrong_clock, &[("date", "1 January 1970")]);
    assert!(shows(&window(home.path(), date(1970, 1, 1), None), &told));
    assert!(shows(&window(home.path(), date(2099, 12, 31), None), &words().start.old_content));
    for day in [date(1970, 1, 1), date(2099, 12, 31), date(-9999, 1, 2), date(9999, 12, 30)] {
        window(home.path(), day, None).run();
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_in_the_window() {
    let home = tempfile::tempdir().unwrap();
    let file = Some(Err(UnreadableFile("bad.kneenote:1:2: odd".to_owned())));
    let window = window(home.path(), TODAY, file);
    assert!(shows(&window, &words().menu.open_failed));
    assert!(shows(&window, &fill(&words().menu.open_detail, &[("detail", "bad.kneenote:1:2: odd")])));
}

/// "No fever" of two days ago, or of a day to come, says nothing of today.
#[test]
fn safety_answers_count_for_two_days_and_never_from_the_future() {
    for (asked, is_stale) in [
        (TODAY, false),
        (TODAY.yesterday().unwrap(), false),
        // 48 hours may be over from the second day after on.
        (date(2026, 11, 21), true),
        (date(2026, 11, 20), true),
        // Who travels may be a day ahead.
        (TODAY.tomorrow().unwrap(), false),
        (date(2099, 1, 1), true),
    ] {
        let mut check = Check { made: Some(asked), ..Check::default() };
        check.deny_all(question("q_safety_now"), &SeenRows::all_of(question("q_safety_now")));
        let answers = Evidence::of(&check, &KNOWLEDGE, TODAY);
        assert_eq!(answers.safety_is_stale, is_stale, "{asked}");
        let sign = &question("q_safety_now").options[0].id;
        assert_eq!(answers.findings.contains_key(sign), !is_stale, "{asked}");
    }
}
