//! The typical runner, who answers as most do.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use kneenote::check::spot::Knee;
use kneenote::desktop::save_dialog::Chosen;
use kneenote::knowledge::ids::{CardId, QuestionId};
use kneenote::knowledge::question::{AnsweredBy, Question, QuestionKind, ShownAs};
use kneenote::session::screen::question_cards;

use crate::driver::{self, Driver, KNOWLEDGE, question, step_line, words};
use crate::typical_answers::TYPICAL;
use crate::world::assess;

/// The typical place.
pub const ZONE: &str = "kneecap";
pub fn none_of(question: &Question) -> &str {
    match &question.kind {
        QuestionKind::Multi { none: Some(none) } => none,
        _ => &words().questions.none,
    }
}

/// Gives the typical answer to a question.
pub fn answer_as_usual(driver: &mut Driver, question: &Question) {
    let is_many = matches!(question.kind, QuestionKind::Multi { .. });
    let typical = question.options.iter().find(|answer| {
        let is_usual = TYPICAL.contains(&answer.id.as_str());
        // Of a list only what is shown is answered.
        is_usual && (!is_many || !matches!(question.shown_as, ShownAs::Rows) || driver.offers(&answer.label))
    });
    match (&question.kind, typical) {
        (QuestionKind::Number, _) => driver.type_into(&question.numbers[0].label, "27"),
        (QuestionKind::Scale, _) => driver.answer(&question.text, "4"),
        (_, Some(answer)) => driver.answer(&question.text, &answer.label),
        // Of a card's rows, what stays open is denied as the card is left.
        (QuestionKind::Multi { none: Some(_) } | QuestionKind::Tried, None)
            if driver.offers(&words().questions.deny_rest) => {}
        (QuestionKind::Multi { none: Some(_) } | QuestionKind::Tried, None) => {
            driver.answer(&question.text, none_of(question));
        }
        (_, None) => driver.answer(&question.text, &question.options[0].label),
    }
}

pub fn mark_from_list(driver: &mut Driver, knee: Knee, zone: &str) {
    let (list, row) = driver::list_of(knee, zone);
    if !driver.offers(&list) {
        driver.click_button(driver::lists_with(zone));
    }
    if !driver.offers(&row) {
        driver.click_button(&list);
    }
    driver.answer(&list, &row);
}

pub fn answer_safety(driver: &mut Driver) {
    for id in ["q_safety_now", "q_walk", "q_age"] {
        answer_as_usual(driver, question(id));
    }
}

pub fn answer_where(driver: &mut Driver) {
    driver.click(&driver::zone_name(Knee::Right, ZONE));
    let scale = format!("{}, {}", driver::zone_name(Knee::Right, ZONE), words().place.worst);
    driver.answer(&scale, "6");
}

/// Answers everything on one card of step 3, also what appears on the way.
pub fn answer_card(driver: &mut Driver, card: &CardId) {
    let mut done = BTreeSet::new();
    while let Some(id) = open_question(driver, card, &done) {
        answer_as_usual(driver, question(id.as_str()));
        done.insert(id);
    }
}

/// Leaves a card of step 3: with "no to the rest" where it has rows, once all were in view.
pub fn leave_card(driver: &mut Driver, card: &CardId) {
    let deny = &words().questions.deny_rest;
    if !driver.offers(deny) {
        driver.click(&words().buttons.continue_on);
        return;
    }
    let texts: Vec<String> =
        card_of(driver, card).map(|asked| asked.into_iter().map(|of| of.text.clone()).collect()).unwrap_or_default();
    for text in texts {
        if driver.shows(&text) {
            driver.look_through(&text);
        }
    }
    driver.click(deny);
}

fn card_of(driver: &Driver, card: &CardId) -> Option<Vec<&'static Question>> {
    let check = driver.check();
    let found = question_cards(&KNOWLEDGE, check, &assess(check));
    found.iter().find(|page| page.card == *card).map(|page| page.questions(&KNOWLEDGE))
}

/// Goes to the first card of step 3.
pub fn to_first_card(driver: &mut Driver) {
    let first = cards(driver).swap_remove(0).1;
    driver.go_to_step(3);
    while !driver.shows(&first) {
        driver.click(&words().buttons.back);
    }
}

/// The first question that a card shows and that is not answered yet.
pub fn open_question(driver: &Driver, card: &CardId, done: &BTreeSet<QuestionId>) -> Option<QuestionId> {
    let check = driver.check().clone();
    let found = assess(&check);
    let asked = question_cards(&KNOWLEDGE, &check, &found).into_iter().find(|page| page.card == *card)?;
    let is_wanted = |question: &&Question| {
        asked.core.iter().any(|core| core.id == question.id) || found.urgency.missing.contains(&question.id)
    };
    asked
        .questions(&KNOWLEDGE)
        .into_iter()
        .filter(is_wanted)
        // Nobody has to press or hop.
        .filter(|question| question.answered_by == AnsweredBy::Telling)
        .filter(|question| driver.shows(&question.text))
        .find(|question| !done.contains(&question.id) && !found.evidence.is_answered(question))
        .map(|question| question.id.clone())
}

/// The cards of step 3 as they stand.
pub fn cards(driver: &Driver) -> Vec<(CardId, String)> {
    let check = driver.check();
    question_cards(&KNOWLEDGE, check, &assess(check))
        .iter()
        .map(|page| (page.card.clone(), page.title.to_owned()))
        .collect()
}

/// From the first screen to step 4 with the typical answers; tells of each screen just before it is left.
pub fn to_result(driver: &mut Driver, mut leaves: impl FnMut(&mut Driver, &str)) {
    driver.must_show(&step_line(1));
    answer_where(driver);
    leaves(driver, "where");
    driver.click(&words().buttons.continue_on);
    driver.must_show(&step_line(2));
    answer_safety(driver);
    leaves(driver, "safety");
    driver.click(&words().buttons.continue_on);
    let mut at = 0;
    while let Some((card, title)) = cards(driver).get(at).cloned() {
        // A card with nothing to ask is passed over.
        if !driver.shows(&title) {
            at += 1;
            continue;
        }
        driver.must_show(&step_line(3));
        answer_card(driver, &card);
        leaves(driver, &title);
        leave_card(driver, &card);
        at += 1;
    }
    driver.must_show(&step_line(4));
    if driver.shows(&words().result.needs) {
        answer_what_is_missing(driver);
    }
    leaves(driver, "result");
}

/// Goes the way through the questions that self-care still hangs on.
pub fn answer_what_is_missing(driver: &mut Driver) {
    driver.click(&words().result.needs_go);
    while let Some(id) = assess(driver.check()).urgency.missing.first().cloned() {
        let missing = question(id.as_str());
        if !driver.shows(&missing.text) && driver.offers(&words().buttons.continue_on) {
            driver.click(&words().buttons.continue_on);
        }
        // An answer can bring up a question of a card that lies behind: step 4 leads there.
        if !driver.shows(&missing.text) {
            println!("step 4 leads back to {id}");
            driver.click(&words().result.needs_go);
        }
        driver.must_show(&missing.text);
        if driver.check().is_touched(missing) {
            // Rows that were in a closed fold stand open here: going on denies what was looked at.
            driver.look_through(&missing.text);
            driver.click(&words().buttons.continue_on);
            assert_ne!(assess(driver.check()).urgency.missing.first(), Some(&id), "{id} stays open");
        } else {
            answer_as_usual(driver, missing);
        }
    }
    if driver.offers(&words().buttons.continue_on) {
        driver.click(&words().buttons.continue_on);
    }
    driver.must_show(&step_line(4));
}

/// As [`to_result`], for tests of what comes after.
pub fn at_result() -> Driver {
    let mut driver = Driver::new();
    to_result(&mut driver, |_, _| {});
    driver
}

pub fn documents(driver: &Driver) -> PathBuf {
    driver.home.path().to_owned()
}

pub fn save_to(driver: &mut Driver, path: &Path) {
    driver.dialogs.borrow_mut().ends.push_back(Chosen::Path(path.to_owned()));
    driver.click(&words().buttons.save);
    driver.settle();
}
