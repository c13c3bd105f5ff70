//! Random checks, for properties.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use kneenote::check::answer::Answer;
use kneenote::check::began::Began;
use kneenote::check::spot::{Activity, Helped, Knee, Side, Size, Spot, Tried};
use kneenote::check::{Check, Compared, Topic, Units, WrittenBy};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::ids::FindingId;
use kneenote::knowledge::question::{Question, QuestionKind};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::world::TODAY;

/// A runner that tries the same cases every time, so that a test that passed here passes everywhere.
pub fn runner(config: Config) -> TestRunner {
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// Any answers, as the form can give them: at most one Yes in a single question.
pub fn any_check(knowledge: &Knowledge) -> impl Strategy<Value = Check> + use<> {
    let with_options = knowledge.questions.iter().filter(|question| !question.options.is_empty());
    let answers: Vec<_> = with_options.map(answers_of).collect();
    let numbers: Vec<_> = knowledge
        .questions
        .iter()
        .flat_map(|question| &question.numbers)
        .map(|number| {
            let id = number.id.clone();
            option::of(number.min..number.max).prop_map(move |value| value.map(|value| (id.clone(), value.floor())))
        })
        .collect();
    let zones: Vec<_> = knowledge.zones.iter().map(|zone| zone.id.clone()).collect();
    let tried: Vec<_> = knowledge
        .question("q_tried")
        .map(|question| question.options.iter().map(|answer| answer.id.clone()).collect())
        .unwrap_or_default();
    (answers, numbers, spots(zones), tried_things(tried), own_words(), details()).prop_map(
        |(
            answers,
            numbers,
            (side, spots),
            tried,
            (words, activities, questions),
            (began, race_on, asked, by, compared),
        )| {
            let worst_spot = spots.first().map(|spot: &Spot| (spot.knee, spot.zone.clone()));
            Check {
                made: Some(TODAY),
                answered: ["q_safety_now", "q_walk"].into_iter().filter_map(|id| Some((id.into(), asked?))).collect(),
                side: Some(side),
                units: Units::Km,
                written_by: by,
                compared,
                spots,
                worst_spot,
                began,
                race_on,
                findings: answers.into_iter().flatten().collect(),
                numbers: numbers.into_iter().flatten().collect(),
                tried,
                words,
                activities,
                questions,
                ..Check::default()
            }
        },
    )
}

/// What can be said to one question; nothing at all in a quarter of the cases.
fn answers_of(question: &Question) -> impl Strategy<Value = Vec<(FindingId, Answer)>> + use<> {
    let ids: Vec<_> = question.options.iter().map(|answer| answer.id.clone()).collect();
    let count = ids.len();
    let is_single = question.is_single() || question.kind == QuestionKind::Side;
    let answer = |state: u8| match state {
        0 => Some(Answer::Yes),
        1 | 2 => Some(Answer::No),
        3 => Some(Answer::NotSure),
        _ => None,
    };
    (0..4_u8, 0..count, vec(0..5_u8, count)).prop_map(move |(how, picked, states)| match (how, is_single) {
        (0, _) => Vec::new(),
        (_, true) => vec![(ids[picked].clone(), Answer::Yes)],
        (_, false) => ids.iter().zip(states).filter_map(|(id, state)| Some((id.clone(), answer(state)?))).collect(),
    })
}

/// One knee or both.
pub fn side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Left), Just(Side::Right), Just(Side::Both)]
}

fn spots(zones: Vec<kneenote::knowledge::ids::ZoneId>) -> impl Strategy<Value = (Side, Vec<Spot>)> {
    let size = option::of(prop_oneof![Just(Size::Spot), Just(Size::Hand), Just(Size::AllOver), Just(Size::Moves)]);
    let one = (0..zones.len(), any::<bool>(), option::of(0..=10_u8), option::of(0..=10_u8), size);
    (side(), vec(one, 0..8)).prop_map(move |(side, places)| {
        let mut spots: Vec<Spot> = Vec::new();
        for (zone, left, worst, now, size) in places {
            let knee = match side {
                Side::Left => Knee::Left,
                Side::Both if left => Knee::Left,
                Side::Right | Side::Both => Knee::Right,
            };
            if !spots.iter().any(|spot| spot.knee == knee && spot.zone == zones[zone]) {
                spots.push(Spot { knee, zone: zones[zone].clone(), worst, now, size });
            }
        }
        (side, spots)
    })
}

fn tried_things(ids: Vec<kneenote::knowledge::ids::FindingId>) -> impl Strategy<Value = Vec<Tried>> {
    let helped =
        option::of(prop_oneof![Just(Helped::Lots), Just(Helped::Little), Just(Helped::ForAWhile), Just(Helped::No)]);
    vec((0..ids.len(), option::of(0..400_u16), helped), 0..4).prop_map(move |things| {
        let mut tried: Vec<Tried> = Vec::new();
        for (at, days, helped) in things {
            if !tried.iter().any(|other| other.what == ids[at]) {
                tried.push(Tried { what: ids[at].clone(), days, helped });
            }
        }
        tried
    })
}

/// Words as people type and paste them, and as nobody would.
pub fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[ -~]{0,200}",
        2 => any::<String>(),
        1 => "[\\u{200e}\\u{202e}\\u{7}\\n\\t\"a ]{0,80}",
        1 => "[\\u{4e00}-\\u{4e40}\\u{1f600}-\\u{1f640} ]{0,120}",
        1 => "x{0,3000}",
    ]
}

type OwnWords = (BTreeMap<Topic, String>, Vec<Activity>, Vec<String>);

fn own_words() -> impl Strategy<Value = OwnWords> {
    let words = vec(option::of(any_words()), Topic::ALL.len())
        .prop_map(|texts| Topic::ALL.into_iter().zip(texts).filter_map(|(topic, text)| Some((topic, text?))).collect());
    let activity = (any_words(), option::of(0..=10_u8)).prop_map(|(name, can)| Activity { name, can });
    (words, vec(activity, 0..=3), vec(any_words(), 0..=3))
}

type Details = (Option<Began>, Option<Date>, Option<Date>, WrittenBy, Compared);

fn details() -> impl Strategy<Value = Details> {
    let began = option::of((2020..=2026_i16, 1..=12_i8).prop_map(|(year, month)| Began::Month(year, month)));
    let race_on = option::of((1..=31_i8).prop_map(|day| date(2027, 1, day)));
    let asked = option::of((1..=23_i8).prop_map(|day| date(2026, 11, day)));
    let by = prop_oneof![Just(WrittenBy::Runner), Just(WrittenBy::Parent), Just(WrittenBy::SomebodyElse)];
    let compared = prop_oneof![3 => Just(Compared::Shown), 1 => Just(Compared::LeftOut)];
    (began, race_on, asked, by, compared)
}
