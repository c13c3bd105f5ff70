//! Promise: the head of the page can be pasted into a record: who, where, how long, what brings it on, how bad, what was
//! denied, why they come. Only from what was told.

use super::{one_line, page_from, page_of, said, section};
use crate::known::knowledge;
use crate::random::{any_check, runner};
use crate::words::wording;
use crate::world::TODAY;
use jiff::ToSpan as _;
use kneenote::check::Topic;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side};
use kneenote::knowledge::ids::FindingId;
use proptest::prelude::*;
use proptest::test_runner::Config;

/// The lines under the heading.
fn lines(text: &str) -> Vec<&str> {
    let after = text.lines().skip_while(|line| *line != "IN SHORT").skip(1);
    after.take_while(|line| line.starts_with(' ')).collect()
}

#[test]
fn the_complaint_stands_in_the_first_ten_lines_whatever_is_told() {
    let knowledge = knowledge();
    let mut runner = runner(Config { cases: 200, failure_persistence: None, ..Config::default() });
    runner
        .run(&any_check(knowledge), |check| {
            let text = page_from(&check).text;
            let place = text.lines().position(|line| line == "IN SHORT");
            prop_assert!(place.is_some_and(|place| place < 6), "{text}");
            let head: Vec<&str> = text.lines().take(10).collect();
            if check.side.is_some() {
                let knee = if check.side == Some(Side::Left) { "LEFT knee" } else { "RIGHT knee" };
                prop_assert!(head.join("\n").contains(knee), "{text}");
            }
            let own = ["Why I am here:", "Goal:"];
            let of_app = lines(&text).into_iter().take_while(|line| !own.iter().any(|of| line.trim().starts_with(of)));
            prop_assert!(of_app.count() <= 9, "{text}");
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn a_sign_of_every_knee_is_denied_only_where_all_of_it_was_denied() {
    let knowledge = knowledge();
    for key in &knowledge.key_signs {
        let signs: Vec<&str> = key.signs.iter().map(FindingId::as_str).collect();
        let denies = |text: &str| {
            let short = section(text, "IN SHORT");
            let list = short.split_once("Denies ").map_or("", |(_, rest)| rest);
            list.split('.').next().is_some_and(|list| list.split(", ").any(|item| item == key.words))
        };
        let all = page_from(&said(&[], &signs)).text;
        assert!(denies(&all), "{all}");
        let none = page_from(&said(&[], &[])).text;
        assert!(!denies(&none), "{none}");
        for other in key.signs.iter().chain(&key.also) {
            for answer in [Answer::Yes, Answer::NotSure, Answer::NotAsked] {
                if answer == Answer::NotAsked && key.also.contains(other) {
                    continue;
                }
                let mut check = said(&[], &signs);
                check.findings.insert(other.clone(), answer);
                if answer == Answer::NotAsked {
                    check.findings.remove(other);
                }
                let text = page_from(&check).text;
                assert!(!denies(&text), "{other} is {answer:?}: {text}");
                let note = knowledge.finding(other.as_str()).unwrap().told_in_short();
                assert!(answer == Answer::NotAsked || section(&text, "IN SHORT").contains(note), "{note}: {text}");
            }
        }
        for none in &key.none {
            let text = page_from(&said(&[none.as_str()], &[])).text;
            assert!(denies(&text), "{none}: {text}");
        }
    }
}

#[test]
fn what_was_not_told_is_not_said() {
    let text = page_from(&said(&["stairs_down"], &[])).text;
    let short = section(&text, "IN SHORT");
    assert_eq!(short, "Age and sex not given. Pain in the RIGHT knee. Worse: stairs down.", "{text}");
}

#[test]
fn both_knees_stand_there_the_worse_one_first() {
    let text = page_of("both_knees.kneenote").text;
    let short = section(&text, "IN SHORT");
    let left = "Pain in the LEFT knee (front, on the kneecap) and less in the RIGHT knee (";
    assert!(short.contains(left), "{text}");
    let mut check = said(&[], &[]);
    check.side = Some(Side::Both);
    check.worse_knee = Some(Knee::Right);
    let text = page_from(&check).text;
    assert!(section(&text, "IN SHORT").contains("Pain in the RIGHT knee and less in the LEFT knee."), "{text}");
}

#[test]
fn why_they_come_and_their_goal_stand_at_the_head_in_their_own_words() {
    let mut check = said(&["stairs_down"], &[]);
    check.words.insert(Topic::Why, "I want to know if I can race.".to_owned());
    check.words.insert(Topic::Goal, "Berlin in September".to_owned());
    let text = page_from(&check).text;
    let short = lines(&text);
    let end = &short[short.len() - 2..];
    assert_eq!(
        end,
        ["  Why I am here: \"I want to know if I can race.\"", "  Goal: \"Berlin in September\""],
        "{text}"
    );
}

#[test]
fn what_raised_the_urgency_is_told_at_the_head() {
    let text = page_of("calf_flight.kneenote").text;
    let short = section(&text, "IN SHORT");
    for sign in ["calf_swollen", "immobile_recent"] {
        let note = &knowledge().finding(sign).unwrap().note;
        assert!(short.contains(note.as_str()), "{note}: {text}");
    }
}

#[test]
fn the_race_stands_at_the_head_until_it_is_over() {
    let mut check = said(&["stairs_down"], &[]);
    for (day, told) in [
        (TODAY.saturating_add(1.day()), Some("Race on 2026-11-24.")),
        (TODAY.saturating_add(6.weeks()), Some("Race on 2027-01-04 (in 6 weeks).")),
        (TODAY.saturating_sub(1.day()), None),
    ] {
        check.race_on = Some(day);
        let short = section(&page_from(&check).text, "IN SHORT");
        assert_eq!(short.contains("Race"), told.is_some(), "{short}");
        assert!(told.is_none_or(|told| short.contains(told)), "{short}");
    }
}

#[test]
fn old_pain_is_not_called_the_pain_of_now() {
    let mut check = said(&["stairs_down"], &[]);
    check.numbers.insert("pain_now".into(), 3.0);
    let words = &wording().note.in_short;
    let now = words.now.replace("{pain}", "3");
    assert!(one_line(&page_from(&check).text).to_lowercase().contains(&now));
    check.answered.insert("q_pain_now".into(), jiff::civil::date(2026, 11, 10));
    assert!(!section(&page_from(&check).text, "IN SHORT").contains(&now));
}
