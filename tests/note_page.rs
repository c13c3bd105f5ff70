//! Promise: the page for the clinician is one page, plain, and says what was said.

mod support;

use std::cell::Cell;

use jiff::civil::date;
use kneenote::assess::Assessor;
use kneenote::assess::urgency::FiredRule;
use kneenote::check::{Check, file};
use kneenote::knowledge::rule::Level;
use kneenote::note::{Page, page};
use kneenote::wording::Wording;
use proptest::prelude::*;
use proptest::test_runner::Config;
use support::random::{any_check, runner};
use support::{TODAY, knowledge};
use unicode_width::UnicodeWidthStr as _;

fn page_of(name: &str) -> Page {
    let knowledge = knowledge();
    let text = std::fs::read_to_string(format!("{}/tests/note/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let check = file::read(&text, &knowledge).unwrap();
    let on = check.made.unwrap_or(date(2026, 11, 23));
    let assessment = Assessor::new(&knowledge).assess(&knowledge, &check, on);
    page(&knowledge, &Wording::embedded().unwrap().note, &check, &assessment, on)
}

#[test]
fn the_half_marathon_runner_gets_this_page() {
    insta::assert_snapshot!(page_of("half_marathon.kneenote").text);
}

#[test]
fn the_page_gives_the_same_time_as_the_card() {
    let knowledge = knowledge();
    let words = Wording::embedded().unwrap().note;
    for (hours, expected) in [
        (96, &words.advice_words.clinician_days),
        (168, &words.advice_words.clinician_week),
        (336, &words.advice_words.clinician),
    ] {
        let check = Check { made: Some(TODAY), ..Check::default() };
        let mut assessment = Assessor::new(&knowledge).assess(&knowledge, &check, TODAY);
        let rule =
            knowledge.rules.iter().find(|rule| rule.level == Level::Clinician && rule.within_hours == hours).unwrap();
        assessment.urgency.level = Level::Clinician;
        assessment.urgency.missing.clear();
        assessment.urgency.fired =
            vec![FiredRule { rule: rule.id.clone(), level: rule.level, within_hours: hours, if_true: Vec::new() }];
        let made = page(&knowledge, &words, &check, &assessment, TODAY);
        assert!(made.text.contains(expected.as_str()), "{hours} hours:\n{}", made.text);
    }
}

#[test]
fn any_answers_with_any_own_words_fit_one_page_that_holds_every_urgent_sign() {
    let knowledge = knowledge();
    let words = Wording::embedded().unwrap().note;
    let assessor = Assessor::new(&knowledge);
    let most = Cell::new((0, 0, 0));
    let mut runner = runner(Config { cases: 600, failure_persistence: None, ..Config::default() });
    runner
        .run(&any_check(&knowledge), |check| {
            let assessment = assessor.assess(&knowledge, &check, TODAY);
            let made = page(&knowledge, &words, &check, &assessment, TODAY);
            prop_assert!(made.text.lines().count() <= 60, "{} lines\n{}", made.lines, made.text);
            for line in made.text.lines() {
                prop_assert!(line.width() <= 72, "{} columns: {line}", line.width());
            }
            prop_assert!(made.text.ends_with('\n') && !made.text.ends_with("\n\n") && !made.text.contains('\t'));
            let urgent = urgent_section(&made.text);
            for sign in &knowledge.danger_signs {
                let group = knowledge.danger_groups.iter().find(|group| group.signs.contains(sign)).unwrap();
                let phrase = &knowledge.finding(sign.as_str()).unwrap().note;
                prop_assert!(
                    urgent.contains(phrase) || urgent.contains(&group.note),
                    "{phrase} is missing in\n{urgent}"
                );
            }
            let again = page(&knowledge, &words, &check, &assessment, TODAY);
            prop_assert_eq!(&made, &again);
            let (lines, app_words, urgent_lines) = most.get();
            most.set((
                lines.max(made.lines),
                app_words.max(made.words),
                urgent_lines.max(urgent_lines_of(&made.text).count() + 1),
            ));
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
    println!("most lines, words of the app, lines of urgent signs: {:?}", most.get());
}

/// The lines of the urgent signs as one line with single spaces.
fn urgent_section(text: &str) -> String {
    urgent_lines_of(text).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn urgent_lines_of(text: &str) -> impl Iterator<Item = &str> {
    text.lines().skip_while(|line| !line.starts_with("URGENT SIGNS")).skip(1).take_while(|line| line.starts_with(' '))
}
