//! Promise: what the runs show is told in two sentences, nothing of days that the list does not reach, and no small step
//! is called good.

use jiff::civil::date;
use kneenote::check::began::Began;
use kneenote::check::{Check, Units};
use kneenote::wording::fill;

use super::{BEGAN, began_on, log_of, open, runs_words, with_a_jump};
use crate::driver::words;

#[test]
fn the_run_that_stands_out_and_the_last_week_are_told_first() {
    let driver = open(began_on(BEGAN), &with_a_jump());
    driver.must_show("18.0 km on 15 November was 50 per cent longer than any run in the 30 days before (12.0 km).");
    driver.must_show("The week to 18 November had 18 km, the week before 18 km.");
    driver.must_not_show(&runs_words().shows.no_jump);
}

#[test]
fn what_it_means_has_its_source_and_says_that_it_only_watched() {
    let mut driver = open(began_on(BEGAN), &with_a_jump());
    driver.click(&runs_words().shows.what_it_means);
    driver.must_show(&runs_words().shows.means_longest);
    driver.must_show("Schuster Brandt Frandsen 2025");
    driver.must_show(&words().explanation.read);
}

#[test]
fn miles_are_told_where_the_runner_counts_in_them() {
    let driver = open(Check { units: Units::Miles, ..began_on(BEGAN) }, &with_a_jump());
    driver
        .must_show("11.2 miles on 15 November was 50 per cent longer than any run in the 30 days before (7.5 miles).");
}

#[test]
fn of_a_list_that_does_not_reach_back_no_step_is_told() {
    let driver = open(began_on(BEGAN), &log_of([(date(2026, 11, 8), 6000), (date(2026, 11, 15), 18_000)]));
    driver.must_show("18.0 km on 15 November stands out. The month before is not all in your list.");
    driver.must_not_show("per cent longer");
    driver.must_not_show(&runs_words().shows.no_jump);
}

#[test]
fn of_a_list_that_ends_before_no_week_is_told_as_empty() {
    let usual = with_a_jump();
    let runs = usual.all().iter().map(|logged| (logged.run.day, logged.run.distance_m));
    let mut driver = open(began_on(BEGAN), &log_of(runs.filter(|(day, _)| *day < date(2026, 10, 20))));
    driver.must_show("Your list ends on 18 October 2026. The last two weeks before it began are not in it.");
    driver.must_not_show("had 0 km");
    driver.must_not_show(&runs_words().proposals.title);
    driver.click(&runs_words().plot.as_table);
    driver.must_show("Week to 18 November 2026: 0 km, not all in your list");
}

#[test]
fn a_first_run_after_a_break_is_told_with_its_days() {
    let runs = [(date(2026, 8, 2), 15_000), (date(2026, 10, 2), 15_000), (date(2026, 11, 11), 8000)];
    let driver = open(began_on(BEGAN), &log_of(runs));
    driver.must_show("8.0 km on 11 November was the first run after 40 days.");
}

#[test]
fn a_small_step_is_not_called_good() {
    let usual = with_a_jump();
    let runs = usual.all().iter().map(|logged| (logged.run.day, logged.run.distance_m.min(12_000)));
    let driver = open(began_on(BEGAN), &log_of(runs));
    driver.must_show(&runs_words().shows.no_jump);
    for word in ["good", "well done", "safe"] {
        driver.must_not_show(word);
    }
}

#[test]
fn without_a_day_or_a_month_it_is_asked_when_it_began() {
    for began in [None, Some(Began::Year(2026))] {
        let mut driver = open(Check { began, ..Check::default() }, &with_a_jump());
        driver.must_not_show("per cent longer");
        let field = &words().questions.began;
        let box_at = driver.inputs().iter().filter(|name| *name == field).count() - 1;
        driver.click_nth(field, box_at);
        driver.window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        driver.type_letters("2026-11-18");
        assert_eq!(driver.check().began, Some(Began::Day(BEGAN)));
        driver.must_show("per cent longer");
    }
}

#[test]
fn of_a_month_it_is_said_where_the_weeks_end() {
    let driver = open(Check { began: Some(Began::Month(2026, 11)), ..Check::default() }, &with_a_jump());
    driver.must_show(&fill(&runs_words().shows.month, &[("day", "1 November")]));
}

#[test]
fn the_page_tells_of_runs_where_the_runner_wants_it() {
    let mut driver = open(began_on(BEGAN), &with_a_jump());
    assert!(!driver.page().contains("18.0 km"));
    driver.click(&runs_words().shows.on_page);
    assert!(driver.page().contains("18.0 km"), "{}", driver.page());
    driver.click(&runs_words().shows.off_page);
    assert!(!driver.page().contains("18.0 km"));
    driver.must_show(&runs_words().shows.on_page);
}
