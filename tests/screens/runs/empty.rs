//! Promise: who has no runs yet reads what they are for and how they come in, and a run is typed in two clicks.

use jiff::civil::date;
use kneenote::check::Check;
use kneenote::desktop::pick_files::Picked;
use kneenote::knowledge::known_ids::numbers;
use kneenote::training::run_log::RunLog;
use kneenote::wording::fill;

use super::{go_to_runs, known, log_of, open, put, runs_words};
use crate::driver::{Driver, KNOWLEDGE, words};

#[test]
fn it_says_what_runs_are_for_and_what_can_be_read() {
    let mut driver = open(Check::default(), &RunLog::default());
    let reading = &runs_words().reading;
    for text in [&reading.lead, &reading.stays_here, &reading.drop_here, &reading.works_with] {
        driver.must_show(text);
    }
    for name in [&reading.choose_files, &reading.choose_folder, &runs_words().by_hand.title] {
        assert!(driver.offers(name), "{name}");
    }
    driver.click(&runs_words().back);
    driver.must_show(&words().buttons.close_menu);
}

#[test]
fn the_card_about_running_leads_there() {
    let (_, check) = crate::driver::check_cases().swap_remove(0);
    let mut driver = Driver::with_check(check);
    let weekly = &KNOWLEDGE.question_of_number(&numbers::WEEKLY_KM).unwrap().text;
    driver.click(&words().buttons.go_on);
    driver.find_question(weekly);
    driver.click(&runs_words().way_in);
    driver.must_show(&runs_words().reading.works_with);
    driver.click(&runs_words().back);
    driver.must_show(weekly);
}

#[test]
fn a_run_like_the_last_one_takes_two_clicks() {
    let mut driver = open(Check::default(), &log_of([(date(2026, 11, 20), 8400)]));
    let before = driver.clicks;
    driver.click(&runs_words().by_hand.title);
    driver.click(&runs_words().by_hand.add);
    assert_eq!(driver.clicks - before, 2);
    let run = driver.session().state().runs.log.all()[1].run.clone();
    assert_eq!((run.day, run.distance_m, run.felt), (crate::world::TODAY, 8400, None));
}

#[test]
fn day_distance_and_how_it_felt_are_taken_as_they_are_typed() {
    let mut driver = open(Check::default(), &RunLog::default());
    let by_hand = &runs_words().by_hand;
    driver.click(&by_hand.title);
    driver.click(&by_hand.add);
    assert_eq!(known(&driver), 0, "without a distance there is no run");
    driver.type_into(&by_hand.km, "7,5");
    driver.click(&by_hand.day);
    driver.window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    driver.window.event(egui::Event::Text("24 November".to_owned()));
    driver.settle();
    driver.press_answer(&by_hand.felt, "6");
    driver.settle();
    driver.click(&by_hand.add);
    let run = driver.session().state().runs.log.all()[0].run.clone();
    assert_eq!((run.day, run.distance_m, run.felt), (date(2025, 11, 24), 7500, Some(6)), "no day is to come");
    driver.must_show(&fill(&runs_words().left_out.run, &[("from", "24 November 2025")]));
}

#[test]
fn a_dialog_that_does_not_open_and_runs_that_cannot_be_read_are_told() {
    let mut driver = Driver::new();
    put(&driver, &RunLog::default());
    std::fs::write(driver.home.path().join("data/runs.ron"), "(version: 1, runs: [").unwrap();
    go_to_runs(&mut driver);
    driver.must_show(&runs_words().reading.kept_unreadable);
    driver.must_show(&runs_words().reading.kept_unreadable_body);
    driver.dialogs.borrow_mut().picks.push_back(Picked::DidNotOpen);
    driver.click(&runs_words().reading.choose_folder);
    driver.must_show(&runs_words().reading.no_dialog);
}
