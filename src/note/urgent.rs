//! URGENT SIGNS: the advice, and every danger sign under yes, no, not sure or not asked. Never cut.

use super::lines::{label_column, list, wrap_list};
use super::page::Section;
use super::said::Said;
use crate::check::answer::Answer;
use crate::knowledge::rule::Level;
use crate::wording::fill;

/// Reasons take at most this many lines; what does not fit is counted, and its signs stand in the lists below.
const WHY_LINES: usize = 2;

/// Up to here an urgent knee is seen "the same day", as the screen says.
const SAME_DAY_HOURS: u32 = 24;
/// Up to here the advice says "within a few days".
const FEW_DAYS_HOURS: u32 = 96;
/// Up to here it says "within a week".
const WEEK_HOURS: u32 = 168;

/// The sign that a limp told elsewhere on the page would contradict.
const UNEXPLAINED_LIMP: &str = "limp_no_injury";

pub(super) fn section(said: Said<'_>) -> Section {
    let words = said.words;
    let date = said.check.safety_told_on(said.knowledge).map(|date| date.to_string());
    let heading = match &date {
        Some(date) if said.assessment.answers.safety_is_stale => fill(&words.urgent_heading_stale, &[("date", date)]),
        Some(date) => fill(&words.urgent_heading_asked, &[("date", date)]),
        None => words.urgent_heading.clone(),
    };
    let mut lines = vec![heading];
    lines.extend(advice(said));
    for (label, answer) in [
        (&words.yes, Answer::Yes),
        (&words.no, Answer::No),
        (&words.not_sure, Answer::NotSure),
        (&words.not_asked, Answer::NotAsked),
    ] {
        let signs = signs(said, answer);
        let signs = if signs.is_empty() { vec![words.none.clone()] } else { signs };
        lines.extend(wrap_list(&label_column(words, label), &signs));
    }
    Section { lines, goes: None }
}

fn advice(said: Said<'_>) -> Vec<String> {
    let words = said.words;
    let urgency = &said.assessment.urgency;
    let Some(level) = urgency.shown() else {
        return wrap_list("", std::slice::from_ref(&words.advice_none));
    };
    let within_hours = urgency.first().map(|fired| fired.within_hours);
    let advice = match level {
        Level::Emergency => &words.advice_words.emergency,
        Level::Urgent => match within_hours {
            Some(..=SAME_DAY_HOURS) => &words.advice_words.urgent_day,
            _ => &words.advice_words.urgent,
        },
        Level::Clinician => match within_hours {
            Some(..=FEW_DAYS_HOURS) => &words.advice_words.clinician_days,
            Some(..=WEEK_HOURS) => &words.advice_words.clinician_week,
            _ => &words.advice_words.clinician,
        },
        Level::SelfCare => &words.advice_words.self_care,
    };
    let mut lines = wrap_list("", &[fill(&words.advice, &[("level", &level.number().to_string()), ("words", advice)])]);
    let reasons: Vec<String> = urgency
        .fired
        .iter()
        .filter(|fired| fired.level == level)
        .filter_map(|fired| {
            let why = &said.knowledge.rule(fired.rule.as_str())?.note_why;
            Some(if fired.is_certain() { why.clone() } else { fill(&words.why_if_true, &[("why", why)]) })
        })
        .collect();
    lines.extend(list(words, &format!("{}: ", words.why), &reasons, WHY_LINES));
    lines
}

/// The danger signs in one state: a group that shares the state in one phrase, the others one by one.
fn signs(said: Said<'_>, answer: Answer) -> Vec<String> {
    let knowledge = said.knowledge;
    let mut phrases = Vec::new();
    for group in &knowledge.danger_groups {
        let held: Vec<_> = group
            .signs
            .iter()
            .filter(|sign| said.answer(sign.as_str()) == answer && is_told(said, sign.as_str(), answer))
            .collect();
        // What is true is told in full, what is not may be told together.
        if answer != Answer::Yes && held.len() == group.signs.len() && held.len() > 1 {
            phrases.push(group.note.clone());
        } else {
            phrases.extend(held.iter().filter_map(|sign| knowledge.finding(sign.as_str())).map(|f| f.note.clone()));
        }
    }
    phrases
}

/// Whether a sign in this state is worth a place: not what is never asked of this person, and no "NO: limp" beside a
/// limp that is told.
fn is_told(said: Said<'_>, sign: &str, answer: Answer) -> bool {
    let limps = ["walk_limp", "walk_help"].into_iter().any(|walk| said.answer(walk) == Answer::Yes);
    match answer {
        Answer::No if sign == UNEXPLAINED_LIMP && limps => false,
        Answer::No | Answer::NotAsked => !said.is_never_asked(sign),
        Answer::Yes | Answer::NotSure => true,
    }
}
