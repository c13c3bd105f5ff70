//! URGENT SIGNS: the advice with the sign that made it, and every red flag under YES, NOT SURE, NO, CAN or NOT ASKED.
//! Never cut.

use super::line_budget::{LineBudget, ShortenableList};
use super::lines::{Listing, TIE, list, wrap_list, wrap_under};
use super::page::{Cut, Section};
use super::section_input::{Current, SectionInput};
use crate::assess::grounds::{grounds, note_why};
use crate::assess::urgency::FiredRule;
use crate::check::answer::Answer;
use crate::knowledge::known_ids::numbers;
use crate::knowledge::rule::{Denied, Level, RedFlagGroup, Rule};
use crate::wording::{fill, number};

/// Reasons take at most this many lines where there is little room; what does not fit is counted, and its signs stand in
/// the lists below.
const WHY_LINES: usize = 2;
/// A level rests on more findings than anybody reads where all ways of starting are told.
const MOST_GROUNDS: usize = 8;
/// What the words of the signs stand for in the phrase of a group.
const SIGNS: &str = "{signs}";

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
    let of = |label: &str, items: &[String]| -> Vec<String> {
        wrap_under(&format!("{label}: "), items).iter().map(|line| line.replace(TIE, " ")).collect()
    };
    let or_none = |list: Vec<String>| if list.is_empty() { words.none.clone() } else { list.join(", ") };
    let (yes, not_sure) = (told(input, Answer::Yes), told(input, Answer::NotSure));
    let has_room = yes.is_empty() || not_sure.is_empty();
    let (yes, not_sure) = (or_none(yes), or_none(not_sure));
    // An empty list stands on the line of the other, where it fits.
    let together = of(&words.yes, &[format!("{yes}   {}:{TIE}{not_sure}", words.not_sure.replace(' ', TIE))]);
    let apart = [of(&words.yes, &[yes]), of(&words.not_sure, &[not_sure])].concat();
    lines.extend(if has_room && together.len() < apart.len() { together } else { apart });
    let no = denied(input, Denied::No);
    lines.extend(of(&words.no, &[if no.is_empty() { words.none.clone() } else { no.join("; ") }]));
    let can = [denied(input, Denied::Can), input.can(Current::Yes)].concat();
    if !can.is_empty() {
        lines.extend(of(&words.can, &can));
    }
    lines.extend(of(&words.not_asked, &[not_asked(input)]));
    Section { lines, ..Section::default() }.with_cut(advice.is_cut, Cut::Reasons)
}

/// What the screen says to do and how soon, in the words of no country, and why.
fn advice(input: SectionInput<'_>, budget: &LineBudget) -> Listing {
    let words = input.words;
    let urgency = &input.assessment.urgency;
    let (Some(level), Some(fired), Some(rule)) = (urgency.told(), urgency.first(), input.assessment.first_rule())
    else {
        let so_far = input
            .assessment
            .rule_so_far()
            .map(|rule| fill(&words.advice_so_far, &[("words", &words.care.fill(&rule.headline))]));
        let lines: Vec<String> = [words.advice_none.clone()].into_iter().chain(so_far).collect();
        return Listing { lines: wrap_list("", &[lines.join(" ")]), is_cut: false };
    };
    let values = [("level", level.number().to_string()), ("words", words.care.fill(&rule.headline))];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut lines = wrap_list("", &[fill(&words.advice, &values)]);
    let reasons: Vec<String> = urgency
        .fired
        .iter()
        .filter(|fired| fired.level == level)
        .filter_map(|fired| Some(reason(input, fired, input.knowledge.rule(fired.rule.as_str())?)))
        .collect();
    let soon = words.soon.of(fired.how_soon());
    let is_said = words.care.fill(&rule.headline).contains(soon);
    let why = if is_said { words.why.clone() } else { fill(&words.why_within, &[("soon", soon)]) };
    let most = budget.lines(ShortenableList::Reasons, WHY_LINES);
    let reasons = list(&format!("{why}: "), &reasons, 1, most);
    lines.extend(reasons.lines);
    Listing { lines, is_cut: reasons.is_cut }
}

/// Why a rule fired.
fn reason(input: SectionInput<'_>, fired: &FiredRule, rule: &Rule) -> String {
    let why = note_why(input.knowledge, &input.assessment.evidence, rule);
    if fired.is_certain() { why.to_owned() } else { fill(&input.words.why_if_true, &[("why", why)]) }
}

/// What was told, or is not sure: what made the level first, then the other red flags. A level of 1 or 2 is never told
/// without what it rests on, be it a red flag or not.
fn told(input: SectionInput<'_>, answer: Answer) -> Vec<String> {
    let knowledge = input.knowledge;
    let note = |sign: &str| knowledge.finding(sign).map(|finding| finding.note.clone());
    let is_flag = |sign: &&str| knowledge.red_flags.iter().any(|flag| flag == *sign);
    let is_told = |sign: &&str| input.is_told(sign, answer);
    let made = made_the_level(input);
    let makers = made.iter().copied().filter(is_flag).filter(is_told).filter_map(note);
    let others = made.iter().copied().filter(|_| answer == Answer::Yes).filter(|name| !is_flag(name));
    let others = others.filter_map(|name| other_ground(input, name)).take(MOST_GROUNDS);
    let flags = knowledge.red_flag_groups.iter().flat_map(|group| &group.signs).map(|sign| sign.id.as_str());
    let flags = flags.filter(is_told).filter(|sign| !made.contains(sign)).filter_map(note);
    makers.chain(others).chain(flags).collect()
}

/// What the rule of an urgent level rests on, and of any level the red flags.
fn made_the_level(input: SectionInput<'_>) -> Vec<&str> {
    let Some(rule) = input.assessment.first_rule() else { return Vec::new() };
    let mut made = grounds(input.knowledge, &input.assessment.evidence, rule);
    if rule.level > Level::Urgent {
        made.retain(|name| input.knowledge.red_flags.iter().any(|flag| flag == *name));
    }
    made
}

/// A finding that is no red flag, a place, or the age.
fn other_ground(input: SectionInput<'_>, name: &str) -> Option<String> {
    if *name == numbers::AGE {
        let age = input.assessment.evidence.number(&numbers::AGE)?;
        return Some(fill(&input.words.aged, &[("age", &number(age.floor()))]));
    }
    let finding = input.knowledge.finding(name).map(|finding| finding.note.clone());
    finding.or_else(|| input.knowledge.zone(name).map(|zone| zone.short.replace(", ", " ")))
}

/// The groups of which something was denied, each in one phrase.
fn denied(input: SectionInput<'_>, how: Denied) -> Vec<String> {
    let groups = input.knowledge.red_flag_groups.iter().filter(|group| group.denied == how);
    groups.filter_map(|group| phrase(input, group, |sign| is_listed(input, sign, Answer::No))).collect()
}

/// Those by name that could still make it more urgent for this person; of the others only how many, by part of the body.
fn not_asked(input: SectionInput<'_>) -> String {
    let words = input.words;
    let is_open = |sign: &str| is_listed(input, sign, Answer::NotAsked);
    let is_named = |sign: &str| input.could_be_urgent.contains(sign);
    let groups = &input.knowledge.red_flag_groups;
    let named = groups.iter().filter_map(|group| phrase(input, group, |sign| is_open(sign) && is_named(sign)));
    let named: Vec<String> = named.collect();
    let counted = groups.iter().filter_map(|group| {
        let signs = group.signs.iter().filter(|sign| is_open(sign.id.as_str()) && !is_named(sign.id.as_str()));
        let count = signs.count();
        (count > 0).then(|| format!("{}{TIE}{count}", group.system))
    });
    let counted: Vec<String> = counted.collect();
    match (named.is_empty(), counted.is_empty()) {
        (true, true) => words.none.clone(),
        (false, true) => named.join("; "),
        (false, false) => fill(&words.not_asked_too, &[("named", &named.join("; ")), ("counted", &counted.join(", "))]),
        (true, false) => fill(&words.not_asked_only, &[("counted", &counted.join(", "))]),
    }
}

/// The phrase of a group for those of its signs that are meant.
fn phrase(input: SectionInput<'_>, group: &RedFlagGroup, is_meant: impl Fn(&str) -> bool) -> Option<String> {
    let meant = group.signs.iter().filter(|sign| is_meant(sign.id.as_str()));
    let signs: Vec<&str> = meant.map(|sign| sign.words.as_str()).collect();
    let (last, before) = signs.split_last()?;
    let is_plain_list = group.note == SIGNS || before.is_empty();
    let signs = if is_plain_list {
        signs.join(", ")
    } else {
        fill(&input.words.or, &[("list", &before.join(", ")), ("last", last)])
    };
    Some(group.note.replace(SIGNS, &signs))
}

/// Whether a sign stands in the list of this state: not what is never asked of this person.
fn is_listed(input: SectionInput<'_>, sign: &str, answer: Answer) -> bool {
    input.is_told(sign, answer) && !input.is_never_asked(sign)
}
