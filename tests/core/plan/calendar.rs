//! Promise: the calendar holds the runs of the next four weeks, each with one condition, and the same answers on the same
//! day give the same bytes.

use jiff::ToSpan as _;
use kneenote::check::Check;
use kneenote::knowledge::way_back::RunStep;
use kneenote::plan::calendar::{calendar, file_name};
use kneenote::plan::way_back::BackToRunning;
use kneenote::wording::Wording;
use proptest::prelude::*;

use super::way_back::{QUIET, on_the_way, ran};
use crate::known::knowledge;
use crate::world::{TODAY, assess};

fn written(check: &Check) -> String {
    let words = Wording::embedded().unwrap();
    let way = BackToRunning::of(check, &assess(check), TODAY);
    calendar(&words.diary.calendar, knowledge(), way.runs(), TODAY)
}

#[test]
fn the_runs_of_four_weeks_stand_in_it() {
    let text = written(&on_the_way(RunStep::R3, 2, vec![ran(2, QUIET)]));
    let days = text.lines().filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:"));
    let last = TODAY.checked_add(28.days()).unwrap().strftime("%Y%m%d").to_string();
    assert!(days.clone().count() >= 10);
    assert!(days.clone().all(|day| day <= last.as_str()));
    assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
    let first: Vec<&str> = text.lines().take(20).collect();
    insta::assert_snapshot!(first.join("\n").replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

#[test]
fn its_name_tells_no_side_and_no_condition() {
    assert_eq!(file_name(TODAY), "knee-runs-2026-11-23.ics");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_same_check_gives_the_same_calendar(step in 0..9_usize, days in 0..40_i64) {
        let check = on_the_way(RunStep::ALL[step], days, vec![ran(days, QUIET)]);
        let text = written(&check);
        prop_assert_eq!(&text, &written(&check.clone()));
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
        let ids: std::collections::BTreeSet<&str> = text.lines().filter(|line| line.starts_with("UID:")).collect();
        prop_assert_eq!(ids.len(), text.matches("BEGIN:VEVENT").count(), "one event a day");
    }
}
