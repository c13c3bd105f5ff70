//! URGENT SIGNS: the advice, and every red flag under yes, not sure, no or not asked. Never cut.

use super::line_budget::{LineBudget, ShortenableList};
use super::lines::{Listing, joined, label_column, list, wrap_list};
use super::page::{Cut, Section};
use super::section_input::SectionInput;
use crate::assess::grounds::grounds;
use crate::assess::urgency::FiredRule;
use crate::check::answer::Answer;
use crate::knowledge::known_ids::numbers;
use crate::knowledge::rule::{Level, Rule};
use crate::wording::{fill, number};

/// Reasons take at most this many lines where there is little room; what does not fit is counted, and its signs stand in
/// the lists below.
const WHY_LINES: usize = 2;
/// A level rests on more findings than anybody reads where all ways of starting are told.
const MOST_GROUNDS: usize = 8;

pub(super) fn section(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = input.words;
    let date = input.check.safety_told_on(input.knowledge).map(|date| date.to_string());
    let heading = match &date {
        Some(date) if input.assessment.evidence.safety_is_stale => fill(&words.urgent_heading_stale, &[("date", date)]),
        Some(date) => fill(&words.urgent_heading_asked, &[("date", date)]),
        None => words.urgent_heading.clone(),
    };
    let mut lines = vec![heading];
    let advice = advice(input, budget);
    lines.extend(advice.lines);
    for (label, answer) in [
        (&words.yes, Answer::Yes),
        (&words.not_sure, Answer::NotSure),
        (&words.no, Answer::No),
        (&words.not_asked, Answer::NotAsked),
    ] {
        let signs = signs(input, answer);
        let signs = if signs.is_empty() { vec![words.none.clone()] } else { signs };
        lines.extend(wrap_list(&label_column(words, label), &signs));
    }
    Section { lines, ..Section::default() }.with_cut(advice.is_counted, Cut::Reasons)
}

/// What the screen says to do and how soon, in the words of no country, and why.
fn advice(input: SectionInput<'_>, budget: &LineBudget) -> Listing {
    let words = input.words;
    let urgency = &input.assessment.urgency;
    let (Some(level), Some(fired), Some(rule)) = (urgency.shown(), urgency.first(), input.assessment.first_rule())
    else {
        return Listing { lines: wrap_list("", std::slice::from_ref(&words.advice_none)), is_counted: false };
    };
    let values = [("level", level.number().to_string()), ("words", words.care.fill(&rule.headline))];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut lines = wrap_list("", &[fill(&words.advice, &values)]);
    let reasons: Vec<String> = urgency
        .fired
        .iter()
        .filter(|fired| fired.level == level)
        .enumerate()
        .filter_map(|(at, fired)| Some(reason(input, fired, input.knowledge.rule(fired.rule.as_str())?, at == 0)))
        .collect();
    let soon = words.soon.of(fired.how_soon());
    let is_said = words.care.fill(&rule.headline).contains(soon);
    let why = if is_said { words.why.clone() } else { fill(&words.why_within, &[("soon", soon)]) };
    let most = budget.lines(ShortenableList::Reasons, WHY_LINES);
    let reasons = list(words, &format!("{why}: "), &reasons, 0, most);
    lines.extend(reasons.lines);
    Listing { lines, is_counted: reasons.is_counted }
}

/// Why a rule fired. The first of an urgent level names what it rests on beside the signs that stand below.
fn reason(input: SectionInput<'_>, fired: &FiredRule, rule: &Rule, is_first: bool) -> String {
    let words = input.words;
    let mut why = rule.note_why.clone();
    if is_first && fired.level <= Level::Urgent {
        let rests_on = rests_on(input, rule);
        if !rests_on.is_empty() {
            why = fill(&words.why_from, &[("why", &why), ("list", &joined(&rests_on))]);
        }
    }
    if fired.is_certain() { why } else { fill(&words.why_if_true, &[("why", &why)]) }
}

/// The findings that a rule rests on and that are no red flags, and the age.
fn rests_on(input: SectionInput<'_>, rule: &Rule) -> Vec<String> {
    let evidence = &input.assessment.evidence;
    let told = |name: &str| {
        if *name == numbers::AGE {
            return evidence.number(&numbers::AGE).map(|age| fill(&input.words.aged, &[("age", &number(age.floor()))]));
        }
        let is_sign = input.knowledge.red_flags.iter().any(|sign| *sign == name);
        input.knowledge.finding(name).filter(|_| !is_sign).map(|finding| finding.note.clone())
    };
    grounds(input.knowledge, evidence, rule).into_iter().filter_map(told).take(MOST_GROUNDS).collect()
}

/// The red flags in one state: a group that shares the state in one phrase, the others one by one; those first that
/// made the level.
fn signs(input: SectionInput<'_>, answer: Answer) -> Vec<String> {
    let knowledge = input.knowledge;
    let first = input.assessment.urgency.first().and_then(|fired| knowledge.rule(fired.rule.as_str()));
    let made = first.map_or_else(Vec::new, |rule| grounds(knowledge, &input.assessment.evidence, rule));
    let (mut makers, mut phrases) = (Vec::new(), Vec::new());
    for group in &knowledge.red_flag_groups {
        let held: Vec<_> = group
            .signs
            .iter()
            .filter(|sign| input.is_told(sign.as_str(), answer) && is_worth_a_place(input, sign.as_str(), answer))
            .collect();
        // What is true is told in full, what is not may be told together.
        if answer != Answer::Yes && held.len() == group.signs.len() && held.len() > 1 {
            phrases.push(group.note.clone());
            continue;
        }
        for sign in held {
            let Some(finding) = knowledge.finding(sign.as_str()) else { continue };
            let into = if made.contains(&sign.as_str()) { &mut makers } else { &mut phrases };
            into.push(finding.note.clone());
        }
    }
    makers.append(&mut phrases);
    makers
}

/// Whether a sign in this state is worth a place: not what is never asked of this person.
fn is_worth_a_place(input: SectionInput<'_>, sign: &str, answer: Answer) -> bool {
    match answer {
        Answer::No | Answer::NotAsked => !input.is_never_asked(sign),
        Answer::Yes | Answer::NotSure => true,
    }
}
