//! Random changes of answers, for properties.

use jiff::civil::date;
use kneenote::check::answer::Answer;
use kneenote::check::began::Began;
use kneenote::check::diary::{DiaryEdit, HourAfter, NextMorning};
use kneenote::check::edit::Edit;
use kneenote::check::seen::SeenRows;
use kneenote::check::spot::{Helped, Knee, Size};
use kneenote::check::way_back::WayBackEdit;
use kneenote::check::{Compared, Topic, Units, WrittenBy};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::ids::{FindingId, QuestionId};
use kneenote::knowledge::question::Question;
use kneenote::knowledge::way_back::{EntryTask, RunStep};
use proptest::option;
use proptest::prelude::*;

use crate::random::any_words;

/// Any change of an answer, also ones that no screen asks for: ids of other questions, numbers far out, endless words.
pub fn any_edit(knowledge: &Knowledge) -> impl Strategy<Value = Edit> + use<> {
    // Each as often as it has kinds of edits.
    prop_oneof![7 => of_questions(knowledge), 8 => of_spots(knowledge), 3 => of_tried(knowledge), 10 => of_the_rest()]
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> BoxedStrategy<T> {
    (0..all.len()).prop_map(move |at| all[at].clone()).boxed()
}

fn of_questions(knowledge: &Knowledge) -> BoxedStrategy<Edit> {
    let questions = &knowledge.questions;
    let rows = |question: &Question| -> Vec<(QuestionId, FindingId)> {
        question.options.iter().map(|answer| (question.id.clone(), answer.id.clone())).collect()
    };
    let answers: Vec<_> = questions.iter().flat_map(rows).collect();
    let findings = answers.iter().map(|(_, finding)| finding.clone()).chain(["no_such".into()]).collect();
    let numbers = questions.iter().flat_map(|question| &question.numbers).map(|number| number.id.clone());
    let numbers = one_of(numbers.chain(["no_such".into()]).collect());
    let of_any = (one_of(questions.iter().map(|question| question.id.clone()).collect()), one_of(findings));
    let picked = prop_oneof![9 => one_of(answers.clone()), 1 => of_any].boxed();
    // Of each question some rows are in view, or none.
    let seen = any::<u64>().prop_map(move |in_view| {
        let rows = answers.iter().enumerate().filter(|(at, _)| in_view >> (at % 64) & 1 == 1);
        rows.map(|(_, (_, finding))| finding.clone()).collect::<SeenRows>()
    });
    let seen = seen.boxed();
    let answer = prop_oneof![Just(Answer::Yes), Just(Answer::No), Just(Answer::NotSure), Just(Answer::NotAsked)];
    let value = option::of(prop_oneof![4 => 0.0..250.0, 1 => any::<f64>()]);
    let rated = prop_oneof![Just("pain_now".into()), Just("age".into()), Just("no_such".into())];
    prop_oneof![
        (picked.clone(), answer).prop_map(|((question, finding), answer)| Edit::Tick(question, finding, answer)),
        picked.clone().prop_map(|(question, finding)| Edit::Pick(question, finding)),
        picked.clone().prop_map(|(question, _)| Edit::Clear(question)),
        (picked.clone(), seen.clone()).prop_map(|((question, finding), seen)| Edit::Choose(question, finding, seen)),
        (picked, seen).prop_map(|((question, _), seen)| Edit::DenyAll(question, seen)),
        (numbers, value).prop_map(|(number, value)| Edit::Number(number, value)),
        (rated, any::<u8>()).prop_map(|(number, value)| Edit::Rate(number, value)),
    ]
    .boxed()
}

fn of_spots(knowledge: &Knowledge) -> BoxedStrategy<Edit> {
    // Few, so that the same place comes again.
    let zones = knowledge.zones.iter().take(3).map(|zone| zone.id.clone()).chain(["no_such".into()]).collect();
    let knee = || prop_oneof![Just(Knee::Left), Just(Knee::Right)];
    let place = (knee(), one_of(zones)).boxed();
    let size = prop_oneof![Just(Size::Spot), Just(Size::Moves)];
    prop_oneof![
        place.clone().prop_map(|(knee, zone)| Edit::ToggleSpot(knee, zone)),
        (place.clone(), any::<u8>()).prop_map(|((knee, zone), pain)| Edit::SpotWorst(knee, zone, pain)),
        (place.clone(), 0..=10_u8).prop_map(|((knee, zone), pain)| Edit::SpotNow(knee, zone, pain)),
        (place.clone(), size).prop_map(|((knee, zone), size)| Edit::SpotSize(knee, zone, size)),
        place.prop_map(|(knee, zone)| Edit::SwapKnee(knee, zone)),
        knee().prop_map(Edit::CopyToOtherKnee),
    ]
    .boxed()
}

fn of_tried(knowledge: &Knowledge) -> BoxedStrategy<Edit> {
    let tried = knowledge.question("q_tried").map_or_else(Vec::new, |question| {
        question.options.iter().map(|answer| answer.id.clone()).chain(["stairs_down".into()]).collect()
    });
    let tried = one_of(tried);
    let helped = prop_oneof![Just(Helped::Lots), Just(Helped::No)];
    prop_oneof![
        tried.clone().prop_map(Edit::Tried),
        (tried.clone(), option::of(any::<u16>())).prop_map(|(what, days)| Edit::TriedDays(what, days)),
        (tried, helped).prop_map(|(what, helped)| Edit::TriedHelped(what, helped)),
    ]
    .boxed()
}

fn of_the_rest() -> BoxedStrategy<Edit> {
    let words = || prop_oneof![9 => any_words(), 1 => Just("x".repeat(9_000)), 2 => Just(String::new())];
    let topic = one_of(Topic::ALL.to_vec());
    let began = (2020..=2026_i16, 1..=12_i8).prop_map(|(year, month)| Began::Month(year, month));
    prop_oneof![
        option::of(began).prop_map(Edit::Began),
        option::of((2020..=2030_i16, 1..=12_i8).prop_map(|(year, month)| date(year, month, 1))).prop_map(Edit::Race),
        (topic, words()).prop_map(|(topic, text)| Edit::Words(topic, text)),
        (0..5_usize, words()).prop_map(|(at, name)| Edit::ActivityName(at, name)),
        (0..5_usize, any::<u8>()).prop_map(|(at, can)| Edit::ActivityCan(at, can)),
        (0..5_usize, words()).prop_map(|(at, text)| Edit::QuestionForVisit(at, text)),
        prop_oneof![Just(Compared::Shown), Just(Compared::LeftOut)].prop_map(Edit::Compared),
        prop_oneof![Just(WrittenBy::Runner), Just(WrittenBy::Parent), Just(WrittenBy::SomebodyElse)]
            .prop_map(Edit::WrittenBy),
        prop_oneof![Just(Units::Km), Just(Units::Miles)].prop_map(Edit::Units),
        of_the_diary(),
    ]
    .boxed()
}

fn of_the_diary() -> BoxedStrategy<Edit> {
    let today = date(2026, 11, 30);
    // Few, so that the same day comes again.
    let day = (26..=30_i8).prop_map(|day| date(2026, 11, day)).boxed();
    let edit = prop_oneof![
        option::of(0..400_000_u32).prop_map(DiaryEdit::Ran),
        (0..=12_u8).prop_map(DiaryEdit::During),
        prop_oneof![Just(HourAfter::BackToUsual), Just(HourAfter::NotYet)].prop_map(DiaryEdit::Hour),
        prop_oneof![Just(NextMorning::SameOrBetter), Just(NextMorning::Worse)].prop_map(DiaryEdit::Morning),
        prop_oneof![Just(Answer::Yes), Just(Answer::No), Just(Answer::NotSure)].prop_map(DiaryEdit::Limp),
        prop_oneof![Just(Answer::Yes), Just(Answer::No), Just(Answer::NotSure)].prop_map(DiaryEdit::Swollen),
        Just(DiaryEdit::Remove),
    ];
    let way = prop_oneof![
        one_of(RunStep::ALL.to_vec()).prop_map(move |step| WayBackEdit::Begin(step, today)),
        Just(WayBackEdit::Green(EntryTask::Hops, today)),
        Just(WayBackEdit::NotGreen(EntryTask::Hops)),
        Just(WayBackEdit::ClinicianSaidYes(today)),
        Just(WayBackEdit::ClinicianTakesBack),
        Just(WayBackEdit::Stop(today)),
        Just(WayBackEdit::Remove),
    ];
    prop_oneof![
        4 => (day, edit).prop_map(move |(day, edit)| Edit::Diary(day, edit, today)),
        1 => way.prop_map(Edit::WayBack),
    ]
    .boxed()
}
