//! Promise: what runs and diary add stays short, says where it comes from, and never writes over what the runner said.

use super::{page_from, said, section};
use jiff::ToSpan as _;
use jiff::civil::date;
use kneenote::check::answer::Answer;
use kneenote::check::diary::{DiaryEntry, HourAfter, NextMorning, RunPain, ToldWhen};
use kneenote::check::told_runs::{StandsOut, ToldRuns};
use kneenote::check::{Check, Units};
use kneenote::note::page::WIDTH;
use proptest::prelude::*;

const WORST: RunPain = RunPain {
    during: Some(10),
    hour: Some(HourAfter::NotYet),
    morning: Some(NextMorning::Worse),
    limp: Answer::Yes,
    swollen: Answer::Yes,
};

fn told() -> ToldRuns {
    ToldRuns {
        from: date(2026, 1, 4),
        to: date(2026, 5, 18),
        usual_week_km: Some(31),
        weeks_km: vec![29, 31, 30, 28, 36, 42, 45],
        stands_out: Some(StandsOut { day: date(2026, 4, 12), distance_m: 18_000, base_m: Some(12_000) }),
        files: true,
    }
}

fn with(training: ToldRuns, yes: &[&str]) -> Check {
    Check { training: Some(training), ..said(yes, &[]) }
}

fn training_of(check: &Check) -> String {
    section(&page_from(check).text, "TRAINING")
}

#[test]
fn weeks_and_the_run_that_stands_out_are_told_in_numbers() {
    let check = with(told(), &["chg_hills"]);
    let text = page_from(&check).text;
    assert!(text.contains("\nTRAINING (watch files or lists, 2026-01-04 to 2026-05-18)\n"), "{text}");
    let expected = "31 km in a usual week before it began. Last 7 weeks: 29 31 30 28 36 42 45 km. Run that stands \
                    out: 18.0 km on 2026-04-12, 50 percent over the longest of the 30 days before (12.0 km).";
    assert!(training_of(&check).starts_with(expected), "{text}");
}

#[test]
fn the_runners_own_week_comes_first_and_the_runs_after_it() {
    let mut check = with(told(), &[]);
    check.numbers.insert("weekly_km".into(), 45.0);
    let text = training_of(&check);
    assert!(text.starts_with("45 km in a usual week (by the runs 31 km)."), "{text}");
    check.numbers.insert("weekly_km".into(), 31.0);
    assert!(training_of(&check).starts_with("31 km in a usual week. Last 7 weeks"), "{text}");
}

#[test]
fn what_the_run_says_already_is_not_said_again_and_what_differs_is() {
    assert!(!training_of(&with(told(), &["spike_30_100"])).contains("than the longest of the 30 days before."));
    let other = training_of(&with(told(), &["spike_gt100"]));
    assert!(other.contains("than the longest of the 30 days before."), "{other}");
}

#[test]
fn runs_that_were_typed_are_called_so_and_miles_are_miles() {
    let check = Check { units: Units::Miles, ..with(ToldRuns { files: false, ..told() }, &[]) };
    let text = page_from(&check).text;
    assert!(text.contains("TRAINING (typed by hand, "), "{text}");
    assert!(section(&text, "TRAINING").contains("17 22 26 28 miles. Run that stands out: 11.2 miles"), "{text}");
}

#[test]
fn a_run_without_a_month_before_it_is_called_so() {
    let stands_out = Some(StandsOut { day: date(2026, 4, 12), distance_m: 8_000, base_m: None });
    let text = training_of(&with(ToldRuns { stands_out, ..told() }, &[]));
    assert!(text.contains("8.0 km on 2026-04-12, with no run in the 30 days before."), "{text}");
}

fn diary_of(days: i32, pain: RunPain, run_m: u32) -> Check {
    let day = |nth: i32| date(2026, 1, 1).checked_add(nth.days()).unwrap();
    let entry = |nth| DiaryEntry { day: day(nth), run_m: Some(run_m), pain, told: ToldWhen::NextDay };
    Check { diary: (0..days).map(entry).collect(), ..said(&[], &[]) }
}

#[test]
fn the_second_page_has_at_most_fourteen_rows_however_long_the_diary_is() {
    for units in [Units::Km, Units::Miles] {
        let check = Check { units, ..diary_of(400, WORST, 299_900) };
        let second = page_from(&check).second;
        assert!(second.trim_end().lines().count() <= 14, "{second}");
        assert!(second.lines().all(|line| line.len() <= WIDTH), "{second}");
        assert!(second.contains("newest 12 of 400 days") && second.contains("RED"), "{second}");
    }
    assert_eq!(page_from(&said(&[], &[])).second, "");
}

#[test]
fn a_light_that_is_open_is_never_called_green() {
    let told = RunPain {
        morning: None,
        ..RunPain {
            during: Some(0),
            hour: Some(HourAfter::BackToUsual),
            limp: Answer::No,
            swollen: Answer::No,
            ..WORST
        }
    };
    let second = page_from(&diary_of(1, told, 5_000)).second;
    assert!(second.contains("open") && !second.contains("GREEN"), "{second}");
}

proptest! {
    #[test]
    fn training_keeps_its_five_lines_beside_runs(
        weeks in prop::collection::vec(0..=1000_u32, 0..=7), usual in prop::option::of(0..=1000_u32),
        run in 0..=300_000_u32, base in prop::option::of(1..=300_000_u32), miles: bool,
    ) {
        let stands_out = Some(StandsOut { day: date(2026, 4, 12), distance_m: run, base_m: base });
        let units = if miles { Units::Miles } else { Units::Km };
        let told = ToldRuns { weeks_km: weeks, usual_week_km: usual, stands_out, ..told() };
        let check = Check { units, ..with(told, &["shoes_worn", "shoes_500_800", "warmup_no"]) };
        let text = page_from(&check).text;
        let lines: Vec<&str> = text.lines().skip_while(|line| !line.starts_with("TRAINING")).collect();
        let count = 1 + lines.iter().skip(1).take_while(|line| line.starts_with(' ')).count();
        prop_assert!(count <= 5, "{}", text);
        prop_assert!(lines.iter().all(|line| line.len() <= WIDTH), "{}", text);
    }
}
