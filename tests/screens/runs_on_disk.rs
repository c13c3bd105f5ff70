//! Promise: files of runs that were chosen or dropped are read while the window goes on, kept in a file of their own where
//! answers are kept, and go with the answers.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use kneenote::desktop::pick_files::Picked;
use kneenote::session::run_state::ReadingState;
use kneenote::session::screen::Screen;
use kneenote::store::folders::Folders;
use kneenote::store::settings::{KeepAnswers, Settings};
use kneenote::training::log_file;
use kneenote::training::run_log::RunLog;

use crate::driver::{Driver, USUAL, words};
use crate::patience::wait_until;

fn runs_words() -> &'static kneenote::wording::runs::RunsWords {
    &crate::driver::WORDING.runs
}

/// The real files of the fixtures.
fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/runs")
}

fn open_runs(driver: &mut Driver) {
    driver.click(&words().buttons.menu);
    driver.click(&runs_words().title);
    assert_eq!(*driver.session().screen(), Screen::Runs);
}

/// Chooses the folder of fixtures and waits until it was read.
fn read_folder(driver: &mut Driver) {
    driver.dialogs.borrow_mut().picks.push_back(Picked::Paths(vec![fixtures()]));
    driver.click(&runs_words().reading.choose_folder);
    wait_until("the folder is read", || {
        driver.frame();
        driver.session().state().runs.reading == ReadingState::Read
    });
    driver.settle();
}

fn kept(home: &Path) -> Option<RunLog> {
    let text = std::fs::read_to_string(Folders::under(home).data.join("runs.ron")).ok()?;
    Some(log_file::read(&text).unwrap())
}

#[test]
fn a_folder_that_was_chosen_is_read_and_its_runs_are_there_at_the_next_start() {
    let mut driver = Driver::new();
    open_runs(&mut driver);
    read_folder(&mut driver);
    let log = driver.session().state().runs.log.clone();
    assert!(log.all().len() > 5, "{}", log.all().len());
    let home = driver.close();
    assert_eq!(kept(home.path()), Some(log.clone()));
    let mut driver = Driver::start(home, None, USUAL);
    assert!(driver.session().state().runs.log.all().is_empty(), "they are read when they are needed");
    open_runs(&mut driver);
    assert_eq!(driver.session().state().runs.log, log);
    read_folder(&mut driver);
    assert_eq!(driver.session().state().runs.log, log, "reading again adds nothing");
}

#[test]
fn who_keeps_no_answers_keeps_no_runs() {
    let settings = Settings { keep_answers: KeepAnswers::DoNotKeep, ..Settings::default() };
    let mut driver = Driver::with_settings(&settings, None, USUAL);
    open_runs(&mut driver);
    read_folder(&mut driver);
    assert!(!driver.session().state().runs.log.all().is_empty());
    let home = driver.close();
    assert_eq!(kept(home.path()), None);
}

#[test]
fn runs_go_with_the_answers_that_are_deleted() {
    let mut driver = Driver::new();
    open_runs(&mut driver);
    read_folder(&mut driver);
    driver.click(&words().buttons.menu);
    driver.click(&words().buttons.delete);
    assert!(driver.session().state().runs.log.all().is_empty());
    let home: Rc<_> = driver.close();
    assert_eq!(kept(home.path()), None);
}

#[test]
fn a_dialog_that_was_closed_leaves_all_as_it_was() {
    let mut driver = Driver::new();
    open_runs(&mut driver);
    for end in [Picked::Closed, Picked::DidNotOpen] {
        driver.dialogs.borrow_mut().picks.push_back(end);
        driver.click(&runs_words().reading.choose_files);
        assert!(driver.session().state().runs.log.all().is_empty());
    }
    assert_eq!(driver.session().state().runs.reading, ReadingState::NoDialog);
}
