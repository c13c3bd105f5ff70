//! Promise: ten runners of all kinds, not the typical one alone, get to a plan with few clicks and words.
//!
//! `cargo test --test screens ten_runners -- --nocapture` prints them.

use std::collections::BTreeSet;

use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::knowledge::question::{AnsweredBy, Question, QuestionKind, ShownAs};
use kneenote::knowledge::zone::View;

use super::effort::count_words;
use crate::answer_set::AnswerSet;
use crate::drawn_runners::drawn;
use crate::driver::{self, Driver, KNOWLEDGE, question, view_button, words};
use crate::flow::typical::{answer_what_is_missing, cards, leave_card, none_of};

/// The median of clicks to the plan, and the most of one runner.
const CLICKS: (usize, usize) = (30, 40);
/// The same of words.
const WORDS: (usize, usize) = (930, 1050);

/// Answers what is shown of a question as the runner does; what has to be tried is left.
fn answer(driver: &mut Driver, question: &Question, full: &Check) {
    if question.answered_by == AnsweredBy::Trying {
        return;
    }
    match question.kind {
        QuestionKind::Scale => {
            if let Some(number) = question.numbers.first().and_then(|number| full.numbers.get(&number.id)) {
                let place = &words().place;
                let label = match format!("{number:.0}").as_str() {
                    "0" => format!("0, {}", place.scale_least),
                    "10" => format!("10, {}", place.scale_most),
                    digits => digits.to_owned(),
                };
                driver.answer(&question.text, &label);
            }
        }
        QuestionKind::Single | QuestionKind::Multi { .. } => {
            for option in question.options.iter().filter(|option| full.answer(option.id.as_str()).is_asked()) {
                let is_yes = full.answer(option.id.as_str()) == Answer::Yes;
                let is_picture = matches!(question.shown_as, ShownAs::Pictures(_));
                if is_yes && (is_picture || driver.offers(&option.label)) {
                    driver.answer(&question.text, &option.label);
                }
            }
        }
        _ => {}
    }
}

/// Marks the sore places on the picture.
fn mark(driver: &mut Driver, full: &Check) {
    for spot in &full.spots {
        let name = driver::zone_name(spot.knee, spot.zone.as_str());
        if !driver.offers(&name) {
            let views = View::ALL.into_iter();
            for view in views {
                driver.answer(&words().picker.views, &view_button(view));
                if driver.offers(&name) {
                    break;
                }
                // Looking for it is not counted: a person sees which side it is.
                driver.clicks -= 1;
            }
        }
        if driver.offers(&name) {
            driver.click(&name);
        } else {
            super::typical::mark_from_list(driver, spot.knee, spot.zone.as_str());
        }
    }
    let last = full.spots.last().unwrap();
    let scale = format!("{}, {}", driver::zone_name(last.knee, last.zone.as_str()), words().place.worst);
    driver.answer(&scale, "4");
}

/// Clicks and words to the plan, and the words on it.
fn to_the_plan(set: &AnswerSet) -> (usize, usize, usize) {
    let full = set.check();
    let mut driver = Driver::new();
    let (mut before, mut words_so_far) = (Vec::new(), 0);
    let mut leave = |driver: &mut Driver| {
        let texts = driver.painted();
        let new: usize = texts.iter().filter(|text| !before.contains(*text)).map(|text| count_words(text)).sum();
        before = texts;
        words_so_far += new;
        new
    };
    mark(&mut driver, &full);
    leave(&mut driver);
    driver.click(&words().buttons.continue_on);
    let signs = question("q_safety_now");
    driver.answer(&signs.text, none_of(signs));
    answer(&mut driver, question("q_walk"), &full);
    driver.type_into(&question("q_age").numbers[0].label, &format!("{:.0}", full.number("age").unwrap()));
    leave(&mut driver);
    driver.click(&words().buttons.continue_on);
    let mut at = 0;
    while let Some((card, title)) = cards(&driver).get(at).cloned() {
        at += 1;
        // A card with nothing to ask is passed over.
        if !driver.shows(&title) {
            continue;
        }
        let mut done = BTreeSet::new();
        // An answer can bring up another question.
        while let Some(asked) = KNOWLEDGE.questions.iter().find(|of| !done.contains(&of.id) && driver.shows(&of.text)) {
            answer(&mut driver, asked, &full);
            done.insert(asked.id.clone());
        }
        leave(&mut driver);
        leave_card(&mut driver, &card);
    }
    if driver.shows(&words().result.needs) {
        answer_what_is_missing(&mut driver);
    }
    let clicks = driver.clicks;
    let plan = leave(&mut driver);
    (clicks, words_so_far - plan, plan)
}

fn median(mut of: Vec<usize>) -> usize {
    of.sort_unstable();
    of[of.len() / 2]
}

#[test]
fn ten_runners_of_all_kinds_reach_a_plan_with_few_clicks_and_words() {
    let found: Vec<_> = drawn(10).iter().map(|set| (set.id.clone(), to_the_plan(set))).collect();
    for (id, (clicks, words, plan)) in &found {
        println!("{id}: {clicks} clicks and {words} words to the plan, {plan} words on it");
    }
    let of = |part: fn(&(usize, usize, usize)) -> usize| found.iter().map(|(_, all)| part(all)).collect::<Vec<_>>();
    let (clicks, words, plan) = (of(|all| all.0), of(|all| all.1), of(|all| all.2));
    let medians = (median(clicks.clone()), median(words.clone()), median(plan));
    println!("median: {} clicks, {} words, {} words on the plan", medians.0, medians.1, medians.2);
    assert!(medians.0 <= CLICKS.0 && clicks.iter().all(|one| *one <= CLICKS.1), "{clicks:?} clicks");
    assert!(medians.1 <= WORDS.0 && words.iter().all(|one| *one <= WORDS.1), "{words:?} words");
}
