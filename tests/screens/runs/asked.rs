//! Promise: all that a reading found is told: what counts, what does not and why, and what the runner has to say first.

use std::path::{Path, PathBuf};

use kneenote::check::Check;
use kneenote::training::reading::Asked;
use kneenote::training::run_log::RunLog;
use kneenote::wording::fill;

use super::{known, open, read, runs_words, wait_until_read};
use crate::driver::Driver;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/runs")
}

fn with_list(driver: &mut Driver, text: &str) {
    let path = driver.home.path().join("runs.csv");
    std::fs::write(&path, text).unwrap();
    read(driver, vec![path]);
}

fn asked(driver: &Driver) -> usize {
    driver.session().state().runs.last.asked.len()
}

#[test]
fn every_class_of_a_reading_is_told() {
    let mut driver = open(Check::default(), &RunLog::default());
    read(&mut driver, vec![fixtures(), fixtures().join("coros-apex-pro-run.fit")]);
    let last = driver.session().state().runs.last.clone();
    let words = &runs_words().left_out;
    for (text, count) in
        [(&words.others, last.others.len()), (&words.twice, last.same.len()), (&words.refused, last.refused.len())]
    {
        assert!(count > 0, "{text}");
        driver.must_show(&fill(text, &[("count", &count.to_string())]));
    }
    driver.click(&words.show_each);
    driver.show_all();
    let shown = driver.texts();
    for file in last.refused.iter().map(|refused| refused.file.clone()) {
        assert!(shown.iter().any(|text| text.starts_with(&file)), "{file}");
    }
    driver.must_show(&runs_words().faults.no_activity);
    driver.must_show(&runs_words().faults.clock);
}

#[test]
fn what_is_asked_counts_once_it_is_answered() {
    let mut driver = open(Check::default(), &RunLog::default());
    read(&mut driver, vec![fixtures()]);
    let words = &runs_words().asked;
    let of_sport = driver.session().state().runs.last.asked.iter().filter(|a| matches!(a, Asked::Sport(_))).count();
    assert!(of_sport > 0);
    driver.must_show(&fill(&words.sport, &[("count", &of_sport.to_string())]));
    let before = known(&driver);
    driver.click(&words.sport_run);
    assert_eq!(known(&driver), before + of_sport);
    assert!(!driver.offers(&words.sport_run), "asked once");
}

#[test]
fn too_fast_is_told_with_its_speed_and_can_be_no_run() {
    let mut driver = open(Check::default(), &RunLog::default());
    with_list(&mut driver, "date,distance km,time\n2026-10-03,30.0,1:00:00\n2026-10-05,8.0,0:45:00\n");
    let words = &runs_words().asked;
    assert_eq!((known(&driver), asked(&driver)), (1, 1));
    driver.must_show(&fill(&words.km_an_hour, &[("speed", "30")]));
    driver.click(&words.speed_other);
    assert_eq!((known(&driver), asked(&driver)), (1, 0));
    driver.must_show(&fill(&runs_words().left_out.others, &[("count", "1")]));
}

#[test]
fn a_list_without_unit_or_order_is_read_again_with_the_answer() {
    let mut driver = open(Check::default(), &RunLog::default());
    with_list(&mut driver, "date,distance\n03/04/2026,5.0\n04/05/2026,10.0\n");
    let words = &runs_words().asked;
    assert_eq!(known(&driver), 0);
    driver.click(&words.order_day);
    wait_until_read(&mut driver);
    if driver.offers(&words.unit_miles) {
        driver.click(&words.unit_miles);
        wait_until_read(&mut driver);
    }
    let runs = &driver.session().state().runs.log;
    let told: Vec<_> = runs.all().iter().map(|logged| (logged.run.day.to_string(), logged.run.distance_m)).collect();
    assert_eq!(told, [("2026-04-03".to_owned(), 8047), ("2026-05-04".to_owned(), 16_093)]);
}

#[test]
fn files_without_a_run_are_said_to_have_none() {
    let mut driver = open(Check::default(), &RunLog::default());
    read(&mut driver, vec![fixtures().join("garmin-settings-no-activity.fit")]);
    driver.must_show(&runs_words().reading.nothing_read);
    driver.must_show(&fill(&runs_words().left_out.refused, &[("count", "1")]));
}
