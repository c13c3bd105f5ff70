//! Promises of the screen about the runner's runs.

mod asked;
mod empty;
mod list;
mod plot;
mod proposed;
mod shows;

use std::path::PathBuf;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use kneenote::check::Check;
use kneenote::check::began::Began;
use kneenote::desktop::pick_files::Picked;
use kneenote::session::run_state::ReadingState;
use kneenote::store::folders::Folders;
use kneenote::training::log_file;
use kneenote::training::run_log::RunLog;
use kneenote::wording::runs::RunsWords;

use crate::driver::{Driver, WORDING, words};
use crate::patience::wait_until;

/// The day the pain began: a Wednesday.
pub const BEGAN: Date = date(2026, 11, 18);

pub fn runs_words() -> &'static RunsWords {
    &WORDING.runs
}

/// Runs that were typed, each with its metres.
pub fn log_of(runs: impl IntoIterator<Item = (Date, u32)>) -> RunLog {
    let mut log = RunLog::default();
    for (day, metres) in runs {
        log.add(day, metres, None);
    }
    log
}

/// 12 km each Sunday and 6 km each Wednesday from August on, and 18 km on the last Sunday before it began.
pub fn with_a_jump() -> RunLog {
    let sundays = (0..15).map(|week| (date(2026, 8, 2).saturating_add((7 * week).days()), 12_000));
    let wednesdays = (0..15).map(|week| (date(2026, 8, 5).saturating_add((7 * week).days()), 6000));
    log_of(sundays.chain(wednesdays).chain([(date(2026, 11, 15), 18_000)]))
}

pub fn began_on(day: Date) -> Check {
    Check { began: Some(Began::Day(day)), ..Check::default() }
}

/// A window that shows these runs.
pub fn open(check: Check, log: &RunLog) -> Driver {
    let mut driver = Driver::with_check(check);
    put(&driver, log);
    go_to_runs(&mut driver);
    driver
}

/// Puts runs where they are kept, before anybody looks for them.
pub fn put(driver: &Driver, log: &RunLog) {
    let folder = Folders::under(driver.home.path()).data;
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("runs.ron"), log_file::write(log)).unwrap();
}

pub fn go_to_runs(driver: &mut Driver) {
    driver.click(&words().buttons.menu);
    driver.click(&runs_words().title);
}

/// Picks files and waits until they are read.
pub fn read(driver: &mut Driver, paths: Vec<PathBuf>) {
    driver.dialogs.borrow_mut().picks.push_back(Picked::Paths(paths));
    driver.click(&runs_words().reading.choose_files);
    wait_until_read(driver);
}

pub fn wait_until_read(driver: &mut Driver) {
    wait_until("the files are read", || {
        driver.frame();
        driver.session().state().runs.reading == ReadingState::Read
    });
    driver.settle();
}

/// How many runs are known.
pub fn known(driver: &Driver) -> usize {
    driver.session().state().runs.log.all().len()
}
