//! Promise: what is other since an earlier check of the same knee is told in twenty lines, and no number is called better
//! that hardly moved.

use super::said;
use crate::known::knowledge;
use crate::random::{any_check, runner};
use crate::words::wording;
use crate::world::world;
use jiff::civil::{Date, date};
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::diary::{DiaryEntry, HourAfter, NextMorning, RunPain, ToldWhen};
use kneenote::check::spot::{Activity, Side};
use kneenote::note::page::WIDTH;
use kneenote::note::since::{Dated, LINES, NotCompared, since};
use proptest::prelude::*;
use proptest::test_runner::Config;

const THEN: Date = date(2026, 10, 1);
const NOW: Date = date(2026, 11, 30);

fn told(before: &Check, now: &Check) -> Result<String, NotCompared> {
    let (was, is) = (world().assess_on(before, THEN), world().assess_on(now, NOW));
    let before = Dated { check: before, assessment: &was, on: THEN };
    let now = Dated { check: now, assessment: &is, on: NOW };
    since(&wording().note, before, now)
}

fn rated(worst: f64, can: u8) -> Check {
    let mut check = said(&[], &[]);
    check.numbers.insert("pain_worst".into(), worst);
    check.activities = vec![Activity { name: "run 10 km".to_owned(), can: Some(can) }];
    check
}

#[test]
fn two_of_ten_are_a_change_and_one_is_about_the_same() {
    let text = told(&rated(6.0, 3), &rated(4.0, 4)).unwrap();
    assert!(text.contains("Worst pain: 6, now 4: better."), "{text}");
    assert!(text.contains("run 10 km: 3, now 4: about the same."), "{text}");
    assert!(told(&rated(4.0, 5), &rated(6.0, 3)).unwrap().matches(": worse.").count() == 2);
}

#[test]
fn danger_signs_that_came_and_went_are_told_apart_from_other_answers() {
    let before = said(&["night_wakes", "stairs_down"], &["stairs_up"]);
    let now = said(&["fever_unwell", "stairs_up"], &["night_wakes", "stairs_down"]);
    let text = told(&before, &now).unwrap();
    let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what}: {text}"));
    assert!(at("New danger signs") < at("Danger signs that went") && at("Danger signs that went") < at("No before"));
    assert!(at("No before, yes now") < at("Yes before, no now"), "{text}");
}

#[test]
fn lights_of_the_days_since_are_counted() {
    let pain = RunPain {
        during: Some(1),
        hour: Some(HourAfter::BackToUsual),
        morning: Some(NextMorning::SameOrBetter),
        limp: Answer::No,
        swollen: Answer::No,
    };
    let day = |day, pain| DiaryEntry { day, run_m: Some(5000), pain, told: ToldWhen::SameDay };
    let diary = vec![
        day(date(2026, 9, 1), pain),
        day(date(2026, 11, 1), pain),
        day(date(2026, 11, 3), RunPain { during: Some(9), ..pain }),
        day(date(2026, 11, 5), RunPain { morning: None, ..pain }),
    ];
    let text = told(&said(&[], &[]), &Check { diary, ..said(&[], &[]) }).unwrap();
    assert!(text.contains("1 green, 0 amber, 1 red, 1 open"), "{text}");
}

#[test]
fn another_knee_is_not_set_beside_this_one() {
    let other = Check { side: Some(Side::Left), ..said(&[], &[]) };
    assert_eq!(told(&other, &said(&[], &[])), Err(NotCompared::OtherKnee));
    assert_eq!(
        told(&Check { side: None, ..other }, &Check::default()),
        Err(NotCompared::OtherKnee),
        "nobody named one"
    );
}

#[test]
fn whatever_is_told_fits_twenty_lines() {
    let mut runner = runner(Config { cases: 60, failure_persistence: None, ..Config::default() });
    let pairs = (any_check(knowledge()), any_check(knowledge()));
    runner
        .run(&pairs, |(before, now)| {
            let (before, now) = [before, now].map(|check| Check { side: Some(Side::Both), ..check }).into();
            let text = told(&before, &now).unwrap();
            prop_assert!(text.lines().count() <= LINES, "{text}");
            prop_assert!(text.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= WIDTH), "{text}");
            prop_assert_eq!(told(&before, &now).unwrap(), text);
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
}
