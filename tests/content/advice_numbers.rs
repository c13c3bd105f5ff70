//! Promise: every number of the advice of the evidence is still said; its words were rewritten.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::fixtures::read;
use crate::known::knowledge;
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::advice::Fact;
use serde::Deserialize;

/// The numbers in each row of the advice of the evidence, and where ours differs on purpose.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advice {
    numbers: BTreeMap<String, Vec<String>>,
    /// Table, row, number, why.
    said_otherwise: Vec<(String, usize, String, String)>,
    /// Table, and what the row begins with.
    added: Vec<(String, String)>,
}

#[test]
fn every_number_of_the_advice_is_still_said() {
    let ours = advice_rows(knowledge());
    let evidence: Advice = read("evidence/advice.ron");
    let mut missing = Vec::new();
    let mut count = 0;
    for (name, rows) in &evidence.numbers {
        let is_added =
            |text: &&String| evidence.added.iter().any(|(table, start)| table == name && text.starts_with(start));
        let texts: Vec<_> = ours[name.as_str()].iter().filter(|text| !is_added(text)).collect();
        assert_eq!(texts.len(), rows.len(), "rows of {name}");
        for (at, (row, text)) in rows.iter().zip(texts).enumerate() {
            let mut said = numbers(text);
            for wanted in row.split_whitespace() {
                count += 1;
                let is_known =
                    evidence.said_otherwise.iter().any(|(n, a, w, _)| (n, *a, w.as_str()) == (name, at, wanted));
                match said.iter().position(|number| number == wanted) {
                    Some(found) => drop(said.swap_remove(found)),
                    None if is_known => {}
                    None => missing.push(format!("{name}, row {}: {wanted} is missing in \"{text}\"", at + 1)),
                }
            }
        }
    }
    println!("{count} numbers");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Everything each row of advice says.
fn advice_rows(knowledge: &Knowledge) -> BTreeMap<&'static str, Vec<String>> {
    let advice = &knowledge.advice;
    let facts = |facts: &[Fact]| facts.iter().map(|f| format!("{} {}", f.topic, f.text)).collect();
    [
        ("rest", facts(&advice.rest)),
        (
            "pain light",
            advice.pain_light.iter().map(|l| join([&l.general, &l.tendon, &l.bone, &l.act], " ")).collect::<Vec<_>>(),
        ),
        ("return steps", advice.return_steps.iter().map(|s| format!("{} {}", s.session, s.rule)).collect()),
        ("load", facts(&advice.load)),
        ("exercises", advice.exercises.iter().map(|e| join([&e.exercise, &e.dose, &e.step_up], " ")).collect()),
        ("recheck", advice.recheck.iter().map(|r| join([&r.when, &r.ask, &r.if_not], " ")).collect()),
        ("do not", advice.do_not.iter().map(|d| format!("{} {}", d.text, d.why)).collect()),
        (
            "special",
            advice
                .special
                .iter()
                .map(|s| format!("{} {} {} {}", s.case, s.when.text, s.urgency, s.advice.join(" ")))
                .collect(),
        ),
        ("differences", advice.differences.iter().map(|d| join([&d.topic, &d.article, &d.evidence], " ")).collect()),
    ]
    .into()
}

fn join<T: ToString>(parts: impl IntoIterator<Item = T>, between: &str) -> String {
    parts.into_iter().map(|part| part.to_string()).collect::<Vec<_>>().join(between)
}

/// The numbers in a text, in order, in their shortest form; not those that belong to a name ("C09").
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    let mut before = ' ';
    for c in text.chars().chain([' ']) {
        let goes_on = c.is_ascii_digit() || c == '.' || (c == ',' && number.ends_with(|d: char| d.is_ascii_digit()));
        let starts =
            c.is_ascii_digit() && !before.is_ascii_alphanumeric() && before != '_' || c == '.' && before != '.';
        if (number.is_empty() && starts) || (!number.is_empty() && goes_on) {
            number.push(c);
        } else if !number.is_empty() {
            push_number(&mut found, &number);
            number.clear();
        }
        before = c;
    }
    found
}

fn push_number(found: &mut Vec<String>, text: &str) {
    let plain: String = text.trim_end_matches(['.', ',']).replace(',', "");
    if let Ok(value) = plain.parse::<f64>() {
        let mut short = String::new();
        write!(short, "{value}").unwrap();
        found.push(short);
    }
}
