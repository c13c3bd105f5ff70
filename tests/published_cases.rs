//! Promise: on published cases no dangerous knee is told to look after itself.
//!
//! `cargo test --test published_cases -- --nocapture` prints the table.

mod support;

use kneenote::knowledge::rule::Level;
use support::{AnswerSet, assess, knowledge, read};

#[test]
fn no_dangerous_published_case_is_told_to_look_after_itself() {
    let knowledge = knowledge();
    let mut names: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with('P'))
        .collect();
    names.sort();
    let mut totals = Totals::default();
    println!("{:5} {:6} {:22} {:60} {:3} {:20}", "case", "level", "settled", "first three", "", "named");
    for name in &names {
        let case: AnswerSet = read(&format!("cases/{name}"));
        let found = assess(&knowledge, &case.check());
        let best: Vec<_> = found.causes.iter().take(3).map(|cause| cause.cause.clone()).collect();
        let by_rule: Vec<_> =
            found.urgency.named.iter().filter(|n| n.level <= Level::Urgent).map(|n| n.cause.clone()).collect();
        let is_first = best.first().is_some_and(|cause| case.right.contains(cause));
        let is_three = best.iter().any(|cause| case.right.contains(cause));
        let is_named = is_three || by_rule.iter().any(|cause| case.right.contains(cause));
        let level = found.urgency.level;
        let is_under = case.levels.iter().all(|accepted| level > *accepted);
        let is_over = case.levels.iter().all(|accepted| level < *accepted);
        totals.first += usize::from(is_first);
        totals.three += usize::from(is_three);
        totals.named += usize::from(is_named);
        totals.under += usize::from(is_under);
        totals.over += usize::from(is_over);
        let mark = if is_first {
            "1st"
        } else if is_three {
            "3"
        } else if is_named {
            "n"
        } else {
            "-"
        };
        let urgency = if is_under {
            "UNDER"
        } else if is_over {
            "OVER"
        } else {
            "right"
        };
        let join = |ids: &[kneenote::knowledge::ids::CauseId]| {
            ids.iter().map(kneenote::knowledge::ids::CauseId::as_str).collect::<Vec<_>>().join(", ")
        };
        println!(
            "{:5} {} {:5} {:22} {:60} {mark:3} {:20}",
            name.trim_end_matches(".ron"),
            level.number(),
            urgency,
            join(&case.right),
            join(&best),
            join(&by_rule)
        );
        assert!(!(case.must_not_miss && level == Level::SelfCare), "{name}: told to look after itself");
    }
    println!("of {}: {totals:?}", names.len());
    assert_eq!(totals.under, 0, "under-triage");
}

/// How many cases got what right.
#[derive(Debug, Default)]
struct Totals {
    first: usize,
    three: usize,
    named: usize,
    under: usize,
    over: usize,
}
