//! Checks to measure with.

use jiff::civil::Date;
use kneenote::assess::{Assessor, Visibility};
use kneenote::check::answer::Answer;
use kneenote::check::seen::SeenRows;
use kneenote::check::spot::{Activity, Helped, Knee, Side, Size, Spot, Tried};
use kneenote::check::{Check, MOST_ACTIVITIES, MOST_QUESTIONS, Topic, file};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::question::Question;

/// The text of a typical check.
pub const TYPICAL: &str = include_str!("../../fixtures/note/half_marathon.kneenote");

/// A typical check.
pub fn typical(knowledge: &Knowledge) -> Check {
    file::read(TYPICAL, knowledge).unwrap_or_else(|fault| panic!("{fault:?}"))
}

/// Every question that stands on a card is answered and every folded one is open: the most to try with the most said.
pub fn main_questions(knowledge: &Knowledge, assessor: &Assessor, on: Date) -> Check {
    let visibilities = assessor.assess(&typical(knowledge), on).visibilities;
    answered(knowledge, |at| visibilities.get(at) == Some(&Visibility::Core))
}

/// Every question is answered, on top of a typical check.
pub fn full(knowledge: &Knowledge) -> Check {
    answered(knowledge, |_| true)
}

/// The first answer of every single question and every second one of the others.
fn answered(knowledge: &Knowledge, is_answered: impl Fn(usize) -> bool) -> Check {
    let mut full = typical(knowledge);
    for (_, question) in knowledge.questions.iter().enumerate().filter(|(at, _)| is_answered(*at)) {
        if question.is_single() {
            if let Some(first) = question.findings().next() {
                full.pick(question, first.id.as_str());
            }
        } else {
            let answers: Vec<_> = question.findings().map(|finding| finding.id.clone()).collect();
            for id in answers.iter().skip(1).step_by(2) {
                full.tick(question, id.as_str(), Answer::Yes);
            }
            full.finish(question, &SeenRows::all_of(question));
        }
        for number in &question.numbers {
            full.numbers.insert(number.id.clone(), f64::midpoint(number.min, number.max));
        }
    }
    full
}

/// Everything answered, four places on both knees, own words wherever there is room for them.
pub fn heaviest(knowledge: &Knowledge) -> Check {
    let words =
        "It aches on the outside when I run downhill, and again on the stairs at work the day after. ".repeat(4);
    let mut heaviest = full(knowledge);
    heaviest.set_side(Side::Both);
    let zones = ["kneecap", "inner_front"].into_iter().filter_map(|id| knowledge.zone(id));
    let spots = zones.flat_map(|zone| {
        [Knee::Left, Knee::Right].map(|knee| Spot {
            knee,
            zone: zone.id.clone(),
            worst: Some(7),
            now: Some(3),
            size: Some(Size::Hand),
        })
    });
    heaviest.spots = spots.collect();
    heaviest.worst_spot = heaviest.spots.first().map(|spot| (spot.knee, spot.zone.clone()));
    heaviest.words = Topic::ALL.into_iter().map(|topic| (topic, words.clone())).collect();
    heaviest.questions = vec![words.clone(); MOST_QUESTIONS];
    heaviest.activities = vec![Activity { name: words[..60].to_owned(), can: Some(4) }; MOST_ACTIVITIES];
    let tried = knowledge.question("q_tried").into_iter().flat_map(Question::findings);
    heaviest.tried =
        tried.map(|what| Tried { what: what.id.clone(), days: Some(10), helped: Some(Helped::Little) }).collect();
    heaviest
}
