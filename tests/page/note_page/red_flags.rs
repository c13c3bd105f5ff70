//! Promise: every red flag stands on the page exactly once, under what was said of it.

use std::cell::Cell;

use super::{listed, one_line, page_from, said, section, urgent_section};
use crate::known::knowledge;
use crate::random::{any_check, runner};
use crate::world::assess;
use kneenote::assess::Assessment;
use kneenote::check::answer::Answer;
use kneenote::knowledge::rule::{Denied, Level, RedFlagGroup};
use proptest::prelude::*;
use proptest::test_runner::Config;

/// The phrase of a group for these of its signs.
fn phrase(group: &RedFlagGroup, signs: &[&str]) -> Option<String> {
    let (last, before) = signs.split_last()?;
    let list = match before {
        [] => (*last).to_owned(),
        _ if group.note == "{signs}" => signs.join(", "),
        _ => format!("{} or {last}", before.join(", ")),
    };
    Some(group.note.replace("{signs}", &list))
}

/// The red flags of a group that the page has to list in this state.
fn in_state<'a>(group: &'a RedFlagGroup, assessment: &Assessment, answer: Answer) -> Vec<(&'a str, &'a str)> {
    let knowledge = knowledge();
    let evidence = &assessment.evidence;
    let is_left_to_a_yes = |sign: &str| {
        let mut pairs = knowledge.same_said.iter().filter(|pair| pair.no == sign);
        pairs.any(|pair| pair.yes.iter().any(|yes| told(assessment, yes.as_str()) == Answer::Yes))
    };
    let is_never_asked = |sign: &str| {
        let question = knowledge.question_of(sign).unwrap();
        evidence.never_asked.contains(&question.id)
    };
    let signs = group.signs.iter().map(|sign| (sign.id.as_str(), sign.words.as_str()));
    signs
        .filter(|(id, _)| evidence.answer(id) == answer)
        .filter(|(id, _)| answer != Answer::No || !is_left_to_a_yes(id))
        .filter(|(id, _)| !matches!(answer, Answer::No | Answer::NotAsked) || !is_never_asked(id))
        .collect()
}

fn told(assessment: &Assessment, finding: &str) -> Answer {
    if knowledge().red_flags.iter().any(|flag| *flag == finding) {
        return assessment.evidence.answer(finding);
    }
    assessment.evidence.told.get(finding).copied().unwrap_or(Answer::NotAsked)
}

/// What was not asked: by name what could make it more urgent, the rest by system and count.
fn open_signs(named: &[String], counted: &[String]) -> String {
    let counted = counted.join(", ");
    match (named.join("; "), counted.is_empty()) {
        (named, true) => named,
        (named, false) if named.is_empty() => format!("{counted} (none would make it more urgent)"),
        (named, false) => format!("{named}; others: {counted}"),
    }
}

#[test]
fn every_red_flag_stands_exactly_once_under_what_was_said_of_it() {
    let knowledge = knowledge();
    let counts = Cell::new([0_usize; 4]);
    let mut runner = runner(Config { cases: 400, failure_persistence: None, ..Config::default() });
    runner
        .run(&any_check(knowledge), |check| {
            let assessment = assess(&check);
            let text = page_from(&check).text;
            let urgent = urgent_section(&text);
            let list = |label: &str| listed(&urgent, label);
            let (yes, no, can) = (list("YES"), list("NO"), list("CAN"));
            let (not_sure, not_asked) = (list("NOT SURE"), list("NOT ASKED"));
            let could_be_urgent = assessment.could_be_urgent();
            let (mut of_no, mut of_can, mut named, mut counted) = (vec![], vec![], vec![], vec![]);
            let mut seen = counts.get();
            for group in &knowledge.red_flag_groups {
                for (answer, list, at) in [(Answer::Yes, &yes, 0), (Answer::NotSure, &not_sure, 1)] {
                    for (id, _) in in_state(group, &assessment, answer) {
                        let note = &knowledge.finding(id).unwrap().note;
                        let times = list.split(", ").filter(|item| item == note).count();
                        prop_assert_eq!(times, 1, "{} in {}", note, &text);
                        seen[at] += 1;
                    }
                }
                let denied: Vec<_> =
                    in_state(group, &assessment, Answer::No).into_iter().map(|(_, words)| words).collect();
                seen[2] += denied.len();
                let into = if group.denied == Denied::Can { &mut of_can } else { &mut of_no };
                match group.denied {
                    Denied::Can => into.extend(denied.iter().map(|words| (*words).to_owned())),
                    Denied::No => into.extend(phrase(group, &denied)),
                }
                let open = in_state(group, &assessment, Answer::NotAsked);
                seen[3] += open.len();
                let is_named = |id: &str| could_be_urgent.contains(id);
                let by_name: Vec<_> = open.iter().filter(|(id, _)| is_named(id)).map(|(_, words)| *words).collect();
                named.extend(phrase(group, &by_name));
                if open.len() > by_name.len() {
                    counted.push(format!("{} {}", group.system, open.len() - by_name.len()));
                }
            }
            counts.set(seen);
            let or_none = |items: String| if items.is_empty() { "none".to_owned() } else { items };
            prop_assert_eq!(no, or_none(of_no.join("; ")), "{}", &text);
            prop_assert!(can.starts_with(&of_can.join(", ")), "{}", &text);
            for group in knowledge.red_flag_groups.iter().filter(|group| group.denied == Denied::Can) {
                for sign in &group.signs {
                    let is_there = can.split(", ").filter(|item| *item == sign.words).count();
                    prop_assert_eq!(is_there, usize::from(of_can.contains(&sign.words)), "{}", &text);
                }
            }
            prop_assert_eq!(not_asked, or_none(open_signs(&named, &counted)), "{}", &text);
            // Without a sign told or not sure, no level of 1 or 2.
            let is_urgent = assessment.urgency.shown().is_some_and(|level| level <= Level::Urgent);
            prop_assert!(!is_urgent || yes != "none" || not_sure != "none", "{}", &text);
            Ok(())
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
    println!("red flags told, not sure, denied, not asked: {:?}", counts.get());
}

#[test]
fn a_move_that_was_not_asked_or_fails_is_never_read_as_one_that_works() {
    let fails = page_from(&said(&["slr_no", "dur_lt3d", "onset_twist"], &["bend90_no"])).text;
    let urgent = section(&fails, "URGENT SIGNS");
    assert!(listed(&urgent, "YES").contains("leg lift fails/sags"), "{fails}");
    assert_eq!(listed(&urgent, "CAN"), "bend to 90", "{fails}");
    assert!(!listed(&urgent, "NO").contains("bend"), "{fails}");
    let crutches = page_from(&said(&["walk_help"], &[])).text;
    assert!(!section(&crutches, "URGENT SIGNS").contains("walk 4 steps"), "{crutches}");
    assert!(one_line(&crutches).contains("Walks a few steps or with help or crutch."), "{crutches}");
}

#[test]
fn what_could_still_be_urgent_is_named_and_the_rest_is_counted() {
    let text = page_from(&said(&["onset_gradual", "dur_2_6w", "calf_ache"], &[])).text;
    let not_asked = listed(&section(&text, "URGENT SIGNS"), "NOT ASKED");
    let (named, counted) = not_asked.split_once("; others: ").unwrap();
    assert!(named.contains("calf swollen or rock-hard") && named.contains("past clot"), "{text}");
    assert!(!named.contains("passed out") && counted.contains("effort 2"), "{text}");
}
