//! Promise: three taps tell a run, what is told stands in a line with its light in words, and red is told at once.

use kneenote::check::answer::Answer;
use kneenote::check::diary::{HourAfter, NOTHING_TOLD, NextMorning, RunPain};
use kneenote::knowledge::known_ids::questions;

use super::{QUIET, ago, at_diary, day_name, diary_words, of_day, ran, runner};
use crate::driver::{question, words};
use crate::world::TODAY;

#[test]
fn three_taps_make_a_light() {
    let words = diary_words();
    let mut driver = at_diary(runner(vec![ran(1, NOTHING_TOLD)]));
    let before = driver.clicks;
    driver.answer(&of_day(&words.during, ago(1)), "2");
    driver.click(&of_day(&words.hour_back, ago(1)));
    driver.click(&of_day(&words.morning_same, ago(1)));
    assert_eq!(driver.clicks - before, 3);
    driver.must_show(&format!("{}: {}", words.green, words.why_quiet));
    let pain = driver.check().diary[0].pain;
    assert_eq!((pain.during, pain.hour, pain.morning), (Some(2), QUIET.hour, QUIET.morning));
    driver.click(&of_day(&words.done, ago(1)));
    let day = day_name(ago(1));
    driver.must_show(&format!("{day}, 5.0 km, 2 in the run, back in an hour, same next morning: Green"));
    driver.must_show(&words.told_next_day);
}

#[test]
fn before_the_morning_it_is_open_and_says_so() {
    let words = diary_words();
    let mut driver = at_diary(runner(vec![ran(0, NOTHING_TOLD)]));
    driver.answer(&of_day(&words.during, TODAY), "1");
    driver.click(&of_day(&words.hour_back, TODAY));
    driver.must_show(&format!("{}: {}", words.open, words.wants_tomorrow));
    driver.must_show(&words.morning_tomorrow);
    assert!(!driver.offers(&of_day(&words.morning_same, TODAY)), "nobody knows yet");
    driver.must_not_show(&format!("{}:", words.green));
}

#[test]
fn red_is_told_at_once_and_a_limp_leads_to_its_question() {
    let words_of = diary_words();
    let mut driver = at_diary(runner(vec![ran(0, NOTHING_TOLD)]));
    driver.click(&of_day(&words_of.yes, TODAY));
    driver.must_show(&format!("{}: {}", words_of.red, words_of.why_limp));
    driver.must_show(&words_of.tell_limp);
    driver.click(&words_of.go_limp);
    driver.must_show(&question(&questions::WALK).text);
    assert_eq!(driver.check().diary[0].pain.limp, Answer::Yes);
}

#[test]
fn a_knee_that_swelled_leads_to_its_question() {
    let words = diary_words();
    let swollen = RunPain { swollen: Answer::Yes, ..NOTHING_TOLD };
    let mut driver = at_diary(runner(vec![ran(2, swollen), ran(1, NOTHING_TOLD)]));
    driver.click(&words.go_swollen);
    driver.must_show(&question(&questions::SWELLING).text);
}

#[test]
fn a_day_is_added_changed_and_removed() {
    let words_of = diary_words();
    let mut driver = at_diary(runner(vec![ran(0, NOTHING_TOLD)]));
    driver.click(&words_of.add);
    driver.type_into(&words_of.add_other, "3 May");
    driver.type_into(&words_of.add_distance.replace("{unit}", "km"), "6.1");
    driver.click(&words_of.add_go);
    let may: jiff::civil::Date = "2026-05-03".parse().unwrap();
    let added = driver.check().diary.iter().find(|entry| entry.day == may).unwrap().clone();
    assert_eq!(added.run_m, Some(6100));
    driver.answer(&of_day(&words_of.during, may), "6");
    driver.click(&of_day(&words_of.done, may));
    driver.must_show("Sun 3 May, 6.1 km, 6 in the run: Red");
    driver.must_show(&words_of.told_later);
    driver.click(&of_day(&words_of.change, may));
    driver.answer(&of_day(&words_of.during, may), "1");
    driver.click(&of_day(&words_of.done, may));
    driver.must_show("Sun 3 May, 6.1 km, 1 in the run: Open");
    driver.click(&of_day(&words_of.remove, may));
    assert!(driver.check().diary.iter().all(|entry| entry.day != may));
    driver.click(&words().buttons.undo);
    assert!(driver.check().diary.iter().any(|entry| entry.day == may), "a step back brings it again");
}

#[test]
fn a_day_to_come_is_not_added() {
    let words = diary_words();
    let mut driver = at_diary(runner(vec![ran(0, NOTHING_TOLD)]));
    driver.click(&words.add);
    driver.type_into(&words.add_other, "2026-11-24");
    driver.must_show(&words.add_bad_day);
    driver.click(&words.add_go);
    assert_eq!(driver.check().diary.len(), 1);
}

#[test]
fn old_lights_are_worked_out_anew_when_the_knee_is_another_one() {
    let mild = RunPain {
        during: Some(1),
        hour: Some(HourAfter::BackToUsual),
        morning: Some(NextMorning::SameOrBetter),
        ..NOTHING_TOLD
    };
    let line = |light: &str| {
        format!("{}, 5.0 km, 1 in the run, back in an hour, same next morning: {light}", day_name(ago(3)))
    };
    let driver = at_diary(runner(vec![ran(3, mild), ran(0, NOTHING_TOLD)]));
    driver.must_show(&line("Green"));
    let mut swollen = runner(vec![ran(3, mild), ran(0, NOTHING_TOLD)]);
    swollen.findings.remove("swell_none");
    swollen.findings.insert("swell_later".into(), Answer::Yes);
    at_diary(swollen).must_show(&line("Red"));
}
