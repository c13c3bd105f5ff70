//! IN SHORT: what can be pasted into a record. Who, where and for how long, what brings it on, how bad it is, which signs
//! were told and which denied, and in their own words why they come. Only from what was told and still counts on the day
//! of the page: what is older stands below, with its day.

use std::collections::BTreeSet;

use super::account::Account;
use super::complaint::{how_long, knee_slot, spots_of, titled, wrap_knees};
use super::line_budget::LineBudget;
use super::lines::joined;
use super::page::{Cut, Section};
use super::section_input::SectionInput;
use super::voice;
use crate::assess::grounds::grounds;
use crate::check::answer::Answer;
use crate::check::spot::{Knee, Side, Spot};
use crate::check::{Topic, Units};
use crate::knowledge::ids::FindingId;
use crate::knowledge::known_ids::{KnownNumber, KnownQuestion, numbers, questions};
use crate::knowledge::question::{AnswerOption, NoteSection};
use crate::knowledge::rule::{KeySign, Level};
use crate::wording::{capitalised, fill, number};

/// Lines of the app's words, where what is told can be told in so many.
const LINES: usize = 5;
/// How many places and how many of each other sort are told, the most telling first: fewer where they take too many
/// lines. All of them stand below.
const MOST: [Most; 4] = [
    Most { places: 2, others: 3 },
    Most { places: 2, others: 2 },
    Most { places: 1, others: 2 },
    Most { places: 1, others: 1 },
];

#[derive(Clone, Copy)]
struct Most {
    places: usize,
    others: usize,
}

/// As much of it as fits.
pub(super) fn account(input: SectionInput<'_>) -> Account<'_> {
    let mut account = Account::default();
    for most in MOST {
        let mut told = BTreeSet::new();
        let sentences = sentences(input, most, &mut told).join(" ");
        account = Account { lines: wrap_knees(input, &sentences), told };
        if account.lines.len() <= LINES {
            break;
        }
    }
    account
}

pub(super) fn section(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = &input.words.in_short;
    let mut lines = input.account.lines.clone();
    let mut is_cut = false;
    for (label, of) in [(&words.why, Topic::Why), (&input.words.goal, Topic::Goal)] {
        let quotation = voice::topic(input, budget, label, of);
        lines.extend(quotation.lines);
        is_cut |= quotation.is_cut;
    }
    titled(&words.heading, lines, None).with_cut(is_cut, Cut::Why)
}

/// Each with its full stop; what was not told gives none.
fn sentences<'a>(input: SectionInput<'a>, most: Most, told: &mut BTreeSet<&'a str>) -> Vec<String> {
    let words = &input.words.in_short;
    let of_list = |text: &str, list: &[String]| (!list.is_empty()).then(|| fill(text, &[("list", &joined(list))]));
    let sentences = [
        Some(who(input, told)),
        pain(input, most, told),
        brought_on(input, most.others, told),
        how_bad(input),
        of_list(&words.reports, &reported(input, most.others, told)),
        of_list(&words.denies, &denied(input)),
        of_list(&words.not_sure, &not_sure(input, most.others)),
        of_list("{list}", &short_of(input, questions::WALK, 1, told)),
        race(input),
    ];
    sentences.into_iter().flatten().map(|text| format!("{}.", capitalised(&text))).collect()
}

/// "Male, 34, runner, 30 km a week"; what of age and sex is missing is said.
fn who<'a>(input: SectionInput<'a>, told: &mut BTreeSet<&'a str>) -> String {
    let words = &input.words.in_short;
    let sex = input.all_phrases(questions::SEX, Answer::Yes).into_iter().next();
    let age = input.assessment.evidence.number(&numbers::AGE).map(|age| number(age.floor()));
    let who = match (&age, &sex) {
        (Some(age), Some(sex)) => fill(&words.age_and_sex, &[("age", age), ("sex", sex)]),
        (Some(age), None) => fill(&words.only_age, &[("age", age)]),
        (None, Some(sex)) => fill(&words.only_sex, &[("sex", sex)]),
        (None, None) => words.no_age_no_sex.clone(),
    };
    let runs = input.assessment.evidence.number(&numbers::WEEKLY_KM).map(|km| {
        let text = match input.check.units {
            Units::Km => &words.weekly_km,
            Units::Miles => &words.weekly_miles,
        };
        fill(text, &[("distance", &number(km / input.check.units.km()))])
    });
    let sport = short_of(input, questions::SPORT, 1, told);
    let parts: Vec<String> = [who].into_iter().chain(sport).chain(runs).collect();
    parts.join(", ")
}

/// "RIGHT knee pain (outer side, bump above the gap) for 2 to 6 weeks: slow start, about the same".
fn pain<'a>(input: SectionInput<'a>, most: Most, told: &mut BTreeSet<&'a str>) -> Option<String> {
    let words = &input.words.in_short;
    let knees = input.check.side.map_or(&[][..], Side::knees);
    let worse = input.check.known_worse_knee();
    let worst = worse.or_else(|| input.check.worst().map(|spot| spot.knee));
    let first = knees.iter().copied().find(|knee| Some(*knee) == worst).or_else(|| knees.first().copied());
    let place = first.map(|first| knee_and_places(input, first, most.places));
    let other = first.and_then(|first| knees.iter().copied().find(|knee| *knee != first));
    let other = other.map(|other| knee_and_places(input, other, most.places));
    let pain = match (place, other) {
        (Some(first), Some(other)) => {
            let text = if worse.is_some() { &words.pain_less } else { &words.pain_both };
            fill(text, &[("first", &first), ("other", &other)])
        }
        (Some(place), None) => fill(&words.pain_in, &[("place", &place)]),
        (None, _) => words.pain.clone(),
    };
    let lasting = how_long(input).into_iter().next();
    let lasting = lasting.map(|duration| fill(&words.lasting, &[("duration", &duration)]));
    let since = input.check.began.map(|began| fill(&words.since, &[("date", &began.to_string())]));
    told.extend(input.yes_of(questions::DURATION).map(|row| row.id.as_str()));
    let mut course = Vec::new();
    for question in [questions::ONSET, questions::CONTINUE, questions::TREND, questions::COURSE] {
        course.extend(short_of(input, question, most.others, told));
    }
    if first.is_none() && lasting.is_none() && since.is_none() && course.is_empty() {
        return None;
    }
    let pain = [Some(pain), lasting, since].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(if course.is_empty() { pain } else { format!("{pain}: {}", joined(&course)) })
}

/// A knee with its first places; that there are others is said.
fn knee_and_places(input: SectionInput<'_>, knee: Knee, most: usize) -> String {
    let words = &input.words.in_short;
    let spots = spots_of(input, knee);
    let name = |spot: &&Spot| input.knowledge.zone(spot.zone.as_str()).map(|zone| zone.short.clone());
    let mut places: Vec<String> = spots.iter().take(most).filter_map(name).collect();
    if spots.len() > most {
        places.push(words.more_places.clone());
    }
    let knee = knee_slot(input, knee);
    if places.is_empty() { knee } else { format!("{knee} ({})", places.join("; ")) }
}

/// What makes it worse, and when it is felt.
fn brought_on<'a>(input: SectionInput<'a>, most: usize, told: &mut BTreeSet<&'a str>) -> Option<String> {
    let words = &input.words.in_short;
    let is_key = |row: &&AnswerOption| -> bool {
        let mut keys = input.knowledge.key_signs.iter().flat_map(|key| key.signs.iter().chain(&key.also));
        keys.any(|id| *id == row.id)
    };
    let mut of = |section: NoteSection| -> Vec<String> {
        let rows = input.section_signs(section, Answer::Yes).filter(|row| !is_key(row));
        let rows = rows.filter(|row| counted(input, row.id.as_str()) == Answer::Yes);
        let rows: Vec<_> = input.most_telling(rows).into_iter().take(most).collect();
        told.extend(rows.iter().map(|row| row.id.as_str()));
        rows.into_iter().map(|row| row.told_in_short().to_owned()).collect()
    };
    let (worse, when) = (of(NoteSection::Worse), of(NoteSection::When));
    match (worse.is_empty(), when.is_empty()) {
        (true, true) => None,
        (true, false) => Some(fill(&words.felt, &[("list", &joined(&when))])),
        (false, true) => Some(fill(&words.worse, &[("list", &joined(&worse))])),
        (false, false) => Some(fill(&words.worse_and_felt, &[("worse", &joined(&worse)), ("list", &joined(&when))])),
    }
}

/// "Worst 6/10, now 1/10", of the worst place.
fn how_bad(input: SectionInput<'_>) -> Option<String> {
    let words = &input.words.in_short;
    let evidence = &input.assessment.evidence;
    let spot = input.check.worst();
    let of = |pain: Option<u8>, known: KnownNumber| {
        // A number that is too old to count is none of today.
        let counted = evidence.number(&known)?;
        Some(pain.map_or(counted, f64::from))
    };
    let worst = of(spot.and_then(|spot| spot.worst), numbers::PAIN_WORST);
    // "Now" was then, where it was told on another day.
    let is_of_today = input.told_before(questions::PAIN_NOW).is_none();
    let now = of(spot.and_then(|spot| spot.now), numbers::PAIN_NOW).filter(|_| is_of_today);
    let told = [(&words.worst, worst), (&words.now, now)];
    let told = told.into_iter().filter_map(|(text, pain)| Some(fill(text, &[("pain", &number(pain?))])));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// The day of the race, with the weeks that are left.
fn race(input: SectionInput<'_>) -> Option<String> {
    let words = &input.words.in_short;
    let on = input.check.race_on?;
    let weeks = (on.duration_since(input.on).as_hours() / 24).div_euclid(7);
    let date = on.to_string();
    // A race that is over asks nothing any more.
    match weeks {
        ..0 => None,
        0 | 1 => Some(fill(&words.race, &[("date", &date)])),
        _ => Some(fill(&words.race_in, &[("date", &date), ("weeks", &weeks.to_string())])),
    }
}

/// The signs that were told and stand in no other sentence: what made the level first, then what is asked of every knee,
/// then other red flags.
fn reported(input: SectionInput<'_>, most: usize, told: &BTreeSet<&str>) -> Vec<String> {
    let knowledge = input.knowledge;
    let rule = input.assessment.first_rule();
    let is_urgent = rule.is_some_and(|rule| rule.level <= Level::Urgent);
    let made = rule.map_or_else(Vec::new, |rule| grounds(knowledge, &input.assessment.evidence, rule));
    let is_flag = |id: &&str| knowledge.red_flags.iter().any(|flag| flag == *id);
    let keys = knowledge.key_signs.iter().flat_map(|key| key.signs.iter().chain(&key.also)).map(FindingId::as_str);
    let flags = knowledge.red_flags.iter().map(FindingId::as_str);
    let stands_apart = |id: &&str| {
        let question = knowledge.question_of(id);
        told.contains(id) || question.is_some_and(|of| of.id == questions::ONSET || of.id == questions::WALK)
    };
    let all = made.into_iter().filter(|id| is_urgent || is_flag(id)).chain(keys).chain(flags);
    let mut reported: Vec<&str> = Vec::new();
    for id in all.filter(|id| counted(input, id) == Answer::Yes).filter(|id| !stands_apart(id)) {
        if !reported.contains(&id) {
            reported.push(id);
        }
    }
    let notes = reported.into_iter().filter_map(|id| knowledge.finding(id)).map(|row| row.told_in_short().to_owned());
    notes.take(most * 2).collect()
}

/// The signs asked of every knee that were denied.
fn denied(input: SectionInput<'_>) -> Vec<String> {
    let is = |ids: &[_], answer| ids.iter().any(|id: &FindingId| counted(input, id.as_str()) == answer);
    let is_denied = |key: &&KeySign| {
        let all_denied = key.signs.iter().all(|id| counted(input, id.as_str()) == Answer::No);
        let is_open = [&key.signs, &key.also].iter().any(|ids| is(ids, Answer::Yes) || is(ids, Answer::NotSure));
        (all_denied || is(&key.none, Answer::Yes)) && !is_open
    };
    input.knowledge.key_signs.iter().filter(is_denied).map(|key| key.words.clone()).collect()
}

/// What they are not sure of, of the red flags and of what is asked of every knee.
fn not_sure(input: SectionInput<'_>, most: usize) -> Vec<String> {
    let knowledge = input.knowledge;
    let keys = knowledge.key_signs.iter().flat_map(|key| key.signs.iter().chain(&key.also));
    let mut told: Vec<&str> = Vec::new();
    for id in keys.chain(&knowledge.red_flags).filter(|id| counted(input, id.as_str()) == Answer::NotSure) {
        if !told.contains(&id.as_str()) {
            told.push(id.as_str());
        }
    }
    let notes = told.into_iter().filter_map(|id| knowledge.finding(id)).map(|row| row.told_in_short().to_owned());
    notes.take(most).collect()
}

/// What was said of a finding, where it still counts on the day of the page.
fn counted(input: SectionInput<'_>, finding: &str) -> Answer {
    input.assessment.evidence.answer(finding)
}

/// What was picked of a question, the most telling first.
fn short_of<'a>(
    input: SectionInput<'a>,
    question: KnownQuestion,
    most: usize,
    told: &mut BTreeSet<&'a str>,
) -> Vec<String> {
    let rows = input.yes_of(question).filter(|row| counted(input, row.id.as_str()) == Answer::Yes);
    let rows = input.most_telling(rows).into_iter().take(most);
    let add = |row: &'a AnswerOption| {
        told.insert(row.id.as_str());
        row.told_in_short().to_owned()
    };
    rows.map(add).collect()
}
