//! Promise: each run can be left out and counts again, all of them go after one question, and thousands cost no time.

use std::time::Instant;

use jiff::ToSpan as _;
use jiff::civil::date;
use kneenote::training::run_log::Counts;
use kneenote::wording::fill;

use super::{BEGAN, began_on, known, log_of, open, runs_words, with_a_jump};

#[test]
fn a_run_that_is_left_out_no_longer_counts() {
    let mut driver = open(began_on(BEGAN), &with_a_jump());
    let what = "Sun 15 November 2026, 18.0 km";
    driver.show_all();
    driver.click(&fill(&runs_words().list.leave_out_named, &[("what", what)]));
    driver.must_not_show("50 per cent longer");
    driver.must_show(&fill(&runs_words().left_out.by_runner, &[("count", "1")]));
    driver.click(&fill(&runs_words().list.count_again_named, &[("what", what)]));
    driver.must_show("50 per cent longer");
    assert!(driver.session().state().runs.log.all().iter().all(|logged| logged.counts == Counts::Yes));
}

#[test]
fn all_of_them_go_after_one_question() {
    let mut driver = open(began_on(BEGAN), &with_a_jump());
    driver.click(&runs_words().list.delete);
    driver.must_show(&runs_words().list.delete_body);
    assert_ne!(known(&driver), 0);
    driver.click(&runs_words().list.delete_no);
    assert_ne!(known(&driver), 0);
    driver.click(&runs_words().list.delete);
    driver.click(&runs_words().list.delete_yes);
    assert_eq!(known(&driver), 0);
    driver.must_show(&runs_words().reading.lead);
    assert_eq!(driver.check().began, began_on(BEGAN).began, "answers stay");
}

/// `cargo test --test screens runs -- --nocapture` prints the time.
#[test]
fn of_thousands_only_rows_in_view_are_laid_out() {
    let first = date(2018, 1, 1);
    let log = log_of((0..3000).map(|number| (first.saturating_add(number.days()), 8000)));
    let mut driver = open(began_on(BEGAN), &log);
    let mut frames: Vec<_> = (0..50)
        .map(|_| {
            let began = Instant::now();
            driver.frame();
            began.elapsed()
        })
        .collect();
    frames.sort();
    println!("a frame with 3,000 runs: {:?} in the middle, {:?} at most", frames[25], frames[49]);
    driver.click(&runs_words().list.delete);
    let leave_out = runs_words().list.leave_out_named.split('{').next().unwrap();
    let rows = driver.inputs().iter().filter(|name| name.starts_with(leave_out)).count();
    assert!((1..40).contains(&rows), "{rows} rows laid out");
}
