use jiff::ToSpan as _;
use jiff::civil::Date;
use kneenote::check::Check;
use kneenote::plan::Plan;
use kneenote::plan::text::{WIDTH, file_name, text};
use kneenote::wording::Wording;
use proptest::prelude::*;
use proptest::test_runner::Config;

use super::{runner, with, with_number};
use crate::known::knowledge;
use crate::random::{any_check, runner as drawn};
use crate::world::{TODAY, assess};

fn written(check: &Check, race_on: Option<Date>) -> String {
    let words = Wording::embedded().unwrap();
    let found = assess(check);
    text(&words.plan, &words.note.care, &found, &Plan::of(check, &found, TODAY, race_on))
}

fn in_days(days: i64) -> Date {
    TODAY.checked_add(days.days()).unwrap()
}

#[test]
fn a_runner_with_it_band_pain_and_a_race_gets_this_plan() {
    insta::assert_snapshot!(written(&with_number(runner("H06"), "weekly_km", 25.0), Some(in_days(42))));
}

#[test]
fn a_woman_with_two_sore_kneecaps_gets_this_plan() {
    insta::assert_snapshot!(written(&runner("H03"), None));
}

#[test]
fn a_boy_with_a_sore_shin_bump_gets_this_plan() {
    insta::assert_snapshot!(written(&runner("H13"), None));
}

#[test]
fn a_runner_with_a_sore_tendon_gets_this_plan() {
    insta::assert_snapshot!(written(&with_number(runner("H11"), "weekly_km", 30.0), None));
}

#[test]
fn who_may_have_bone_stress_gets_this_plan() {
    let check = with(with(runner("H01"), "hop_pain"), "press_bone_point");
    insta::assert_snapshot!(written(&check, Some(in_days(20))));
}

#[test]
fn who_told_little_gets_this_plan() {
    insta::assert_snapshot!(written(&Check::default(), None));
}

#[test]
fn the_text_of_any_plan_is_ascii_and_no_line_is_too_long() {
    let config = Config { cases: 200, failure_persistence: None, max_shrink_iters: 100, ..Config::default() };
    let outcome = drawn(config).run(&any_check(knowledge()), |check| {
        let text = written(&check, Some(in_days(30)));
        prop_assert!(text.is_ascii() && text.ends_with('\n') && !text.ends_with("\n\n"), "{text}");
        prop_assert!(!text.contains(['{', '}']), "{text}");
        let longest = text.lines().map(str::len).max().unwrap_or_default();
        prop_assert!(longest <= WIDTH, "{longest}: {text}");
        prop_assert_eq!(&text, &written(&check, Some(in_days(30))));
        Ok(())
    });
    outcome.unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn the_file_is_called_by_the_day_and_says_nothing_of_the_knee() {
    assert_eq!(file_name(TODAY), "knee-plan-2026-11-23.txt");
}
