//! Promise: a run of the last days is asked about until its light is known, and only a green one is a base for the next.

use kneenote::check::answer::Answer;
use kneenote::check::diary::{DiaryEntry, HourAfter, NOTHING_TOLD, NextMorning, RunPain, ToldWhen};
use kneenote::training::diary::{asked, next_longest_m};
use kneenote::training::light::{Column, Wanted};

use super::{day, on};

const QUIET: RunPain = RunPain {
    during: Some(1),
    hour: Some(HourAfter::BackToUsual),
    morning: Some(NextMorning::SameOrBetter),
    ..NOTHING_TOLD
};

fn entry(on: &str, run_m: Option<u32>, pain: RunPain) -> DiaryEntry {
    DiaryEntry { day: day(on), run_m, pain, told: ToldWhen::SameDay }
}

fn asked_days(diary: &[DiaryEntry], runs: &[(&str, u32)], today: &str) -> Vec<(String, Option<u32>)> {
    let runs: Vec<_> = runs.iter().map(|(day, metres)| on(day, *metres)).collect();
    let asked = asked(diary, &runs, Column::General, day(today));
    asked.into_iter().map(|run| (run.day.to_string(), run.run_m)).collect()
}

#[test]
fn runs_of_the_last_three_days_are_asked_about_the_newest_first() {
    let runs = [("2026-05-01", 9000), ("2026-05-02", 5000), ("2026-05-04", 6000), ("2026-05-04", 1000)];
    let told = asked_days(&[], &runs, "2026-05-05");
    assert_eq!(told, [("2026-05-04".to_owned(), Some(7000)), ("2026-05-02".to_owned(), Some(5000))]);
}

#[test]
fn what_can_change_no_light_is_not_asked() {
    let red = RunPain { limp: Answer::Yes, ..NOTHING_TOLD };
    assert!(asked_days(&[entry("2026-05-04", None, red)], &[], "2026-05-05").is_empty(), "red is final at once");
    assert!(asked_days(&[entry("2026-05-04", None, QUIET)], &[], "2026-05-05").is_empty());
}

#[test]
fn the_next_morning_is_asked_from_the_day_after_on() {
    let waits = [entry("2026-05-04", None, RunPain { morning: None, ..QUIET })];
    assert!(asked_days(&waits, &[], "2026-05-04").is_empty());
    let told = asked(&waits, &[], Column::General, day("2026-05-05"));
    assert_eq!(told[0].wants, [Wanted::Morning]);
}

#[test]
fn a_run_that_hurt_is_no_base_and_a_column_that_changed_judges_it_anew() {
    let runs = [on("2026-04-12", 18_000), on("2026-04-28", 5000), on("2026-05-02", 6100)];
    let hurt = RunPain { during: Some(6), ..QUIET };
    let diary = [entry("2026-04-12", None, hurt), entry("2026-04-28", None, QUIET), entry("2026-05-02", None, QUIET)];
    let most = |column| next_longest_m(&runs, &diary, column, day("2026-05-04"));
    assert_eq!(most(Column::General), Some(6700));
    assert_eq!(most(Column::Bone), None, "1 of 10 is red for bone");
}

#[test]
fn where_no_run_is_known_the_diary_tells_how_far_it_was() {
    let diary = [entry("2026-05-02", Some(6100), QUIET), entry("2026-05-03", None, QUIET)];
    assert_eq!(next_longest_m(&[], &diary, Column::General, day("2026-05-04")), Some(6700));
    let runs = [on("2026-05-02", 4000)];
    assert_eq!(next_longest_m(&runs, &diary, Column::General, day("2026-05-04")), Some(4400), "the watch comes first");
}
