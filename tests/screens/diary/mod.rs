//! Promise: three taps make a light, an open one is never green, and the way back to running is offered to nobody whom a
//! doctor or physio has to see first.

mod opening;
mod telling;
mod way_back;

use jiff::ToSpan as _;
use jiff::civil::Date;
use kneenote::check::Check;
use kneenote::check::diary::{DiaryEntry, HourAfter, NOTHING_TOLD, NextMorning, RunPain, ToldWhen};
use kneenote::check::way_back::WayBack;
use kneenote::knowledge::way_back::RunStep;
use kneenote::wording::diary::{DiaryWords, WayBackWords};
use kneenote::wording::fill;

use crate::driver::{Driver, KNOWLEDGE, WORDING};
use crate::enough_told::with_enough_told;
use crate::world::TODAY;

const QUIET: RunPain = RunPain {
    during: Some(1),
    hour: Some(HourAfter::BackToUsual),
    morning: Some(NextMorning::SameOrBetter),
    ..NOTHING_TOLD
};

fn diary_words() -> &'static DiaryWords {
    &WORDING.diary
}

fn way_words() -> &'static WayBackWords {
    &WORDING.diary.way_back
}

fn ago(days: i64) -> Date {
    TODAY.checked_sub(days.days()).unwrap()
}

fn day_name(day: Date) -> String {
    day.strftime("%a %-d %b").to_string()
}

/// "The next morning, Sun 22 Nov".
fn of_day(what: &str, day: Date) -> String {
    fill(&diary_words().of_day, &[("what", what), ("day", &day_name(day))])
}

fn ran(days_ago: i64, pain: RunPain) -> DiaryEntry {
    DiaryEntry { day: ago(days_ago), run_m: Some(5000), pain, told: ToldWhen::SameDay }
}

/// Somebody who may run, with these days in the diary.
fn runner(diary: Vec<DiaryEntry>) -> Check {
    Check { diary, ..with_enough_told(&KNOWLEDGE, Check::default()) }
}

/// The same on the way back, begun so many days ago.
fn on_the_way(step: RunStep, days_ago: i64, diary: Vec<DiaryEntry>) -> Check {
    Check { way_back: Some(WayBack { step, since: Some(ago(days_ago)), ..WayBack::default() }), ..runner(diary) }
}

/// The window with the diary open, which the first screen asked for.
fn at_diary(check: Check) -> Driver {
    let mut driver = Driver::with_check(check);
    driver.click(&diary_words().wait_go);
    driver.must_show(&diary_words().lead);
    driver
}

/// The window with the way back open; a run of today is not told of yet, so that there is a way there.
fn at_way_back(mut check: Check) -> Driver {
    check.diary.retain(|entry| entry.day != TODAY);
    check.diary.push(ran(0, NOTHING_TOLD));
    let mut driver = at_diary(check);
    driver.click(&way_words().title);
    driver
}
