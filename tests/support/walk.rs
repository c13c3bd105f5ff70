//! A person who knows the answers of a set, and goes the way screen by screen: says what a screen shows, and no more.

use std::collections::{BTreeMap, BTreeSet};

use kneenote::assess::relevance::CardRow;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::seen::SeenRows;
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::ids::CardId;
use kneenote::knowledge::question::{Question, QuestionKind, Step};
use kneenote::session::screen::question_cards;

use crate::world::World;

/// Which rows of a card are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// All of them, as with "more" open.
    All,
    /// Those that can matter; "more" stays closed.
    Shown,
}

/// What the person does with rows that are shown and of which the set says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// Passes them over.
    LeftOpen,
    /// Says No to them on the way, so that fewer rows follow.
    Denied,
}

/// What came of going the way.
#[derive(Debug)]
pub struct Walked {
    /// The answers of the set that could be given.
    pub check: Check,
    /// The same with what was denied on the way.
    pub said: Check,
    /// The rows that each card showed, by card in the order of the form.
    pub shown: BTreeMap<CardId, Vec<CardRow>>,
    /// How many rows each card has.
    pub all: BTreeMap<CardId, Vec<CardRow>>,
    /// The cards in their order.
    pub cards: Vec<CardId>,
}

impl Walked {
    /// How many rows tall a card is: what was shown of it, and all of it.
    pub fn heights(&self, knowledge: &Knowledge, card: &CardId) -> (usize, usize) {
        let height = |rows: &BTreeMap<CardId, Vec<CardRow>>| {
            rows.get(card).into_iter().flatten().map(|row| row.height_rows(knowledge)).sum()
        };
        (height(&self.shown), height(&self.all))
    }
}

/// Goes the way with the answers of `full`.
pub fn walk(world: &World, full: &Check, seen: Seen, others: Others) -> Walked {
    let knowledge = world.assessor.knowledge();
    let mut told = before_the_cards(knowledge, full);
    // What the person would have said by now, with what they deny.
    let mut said = told.clone();
    if others == Others::Denied {
        for question in knowledge.questions_of_step(Step::Safety) {
            deny_rest(&mut said, question, |_| true);
        }
    }
    let mut walked = Walked {
        check: told.clone(),
        said: said.clone(),
        shown: BTreeMap::new(),
        all: BTreeMap::new(),
        cards: Vec::new(),
    };
    let mut done: BTreeSet<CardId> = BTreeSet::new();
    loop {
        let assessment = world.assess(&said);
        let cards = question_cards(knowledge, &said, &assessment);
        let Some(page) = cards.iter().find(|page| !done.contains(&page.card)) else { break };
        let card = page.card.clone();
        done.insert(card.clone());
        walked.cards.push(card.clone());
        let mut shown: BTreeSet<CardRow> = BTreeSet::new();
        // An answer can bring up further rows of the same card.
        loop {
            let assessment = world.assess(&said);
            let cards = question_cards(knowledge, &said, &assessment);
            let Some(page) = cards.iter().find(|page| page.card == card) else { break };
            let questions = page.questions(knowledge);
            let all: Vec<CardRow> = questions.iter().flat_map(|question| CardRow::of(question)).collect();
            let before = said.clone();
            match seen {
                Seen::All => shown.extend(all.iter().cloned()),
                Seen::Shown => {
                    let rows = world.assessor.relevant_rows(&assessment, &questions);
                    shown.extend(if shown.is_empty() { rows.shown } else { rows.needed });
                }
            }
            walked.shown.insert(card.clone(), all.iter().filter(|row| shown.contains(row)).cloned().collect());
            walked.all.insert(card.clone(), all);
            for question in questions {
                tell(&mut told, full, question, &shown);
                tell(&mut said, full, question, &shown);
                if others == Others::Denied {
                    deny_rest(&mut said, question, |row| shown.contains(row));
                }
            }
            if said == before {
                break;
            }
        }
    }
    walked.check = told;
    walked.said = said;
    walked
}

/// What the safety step and the picture ask, and what is said of each place.
fn before_the_cards(knowledge: &Knowledge, full: &Check) -> Check {
    let is_before = |question: &&Question| {
        let card = knowledge.cards.iter().find(|card| card.id == question.card);
        card.is_some_and(|card| card.step != Step::Questions)
            || ["q_pain_worst", "q_pain_now"].iter().any(|id| question.id == *id)
    };
    let mut check = Check { findings: BTreeMap::new(), numbers: BTreeMap::new(), ..full.clone() };
    for question in knowledge.questions.iter().filter(is_before) {
        take(&mut check, full, question, |_| true);
    }
    check
}

fn tell(check: &mut Check, full: &Check, question: &Question, shown: &BTreeSet<CardRow>) {
    let whole = shown.contains(&CardRow::Whole(question.id.clone()));
    take(check, full, question, |row| {
        whole || shown.iter().any(|shown| matches!(shown, CardRow::Row(_, finding) if finding.as_str() == row))
    });
}

fn take(check: &mut Check, full: &Check, question: &Question, is_shown: impl Fn(&str) -> bool) {
    let mut rows: Vec<&str> = question.options.iter().map(|row| row.id.as_str()).collect();
    // What was tried is asked with how much it helped.
    if question.kind == QuestionKind::Tried && is_shown("tried_rest") {
        rows.extend(["helped_lots", "helped_little", "helped_short", "tried_no_help", "helped_na"]);
    }
    let helped = |row: &str| row.starts_with("helped_") || row == "tried_no_help";
    for row in rows.into_iter().filter(|row| is_shown(row) || helped(row)) {
        if full.answer(row).is_asked() {
            check.findings.insert(row.into(), full.answer(row));
        }
    }
    for number in &question.numbers {
        if let Some(value) = full.numbers.get(&number.id).filter(|_| is_shown("")) {
            check.numbers.insert(number.id.clone(), *value);
        }
    }
}

/// "No to the rest" of a list, and of a list with its own No, that.
fn deny_rest(check: &mut Check, question: &Question, is_shown: impl Fn(&CardRow) -> bool) {
    if !matches!(question.kind, QuestionKind::Multi { .. }) {
        return;
    }
    let whole = CardRow::Whole(question.id.clone());
    if CardRow::of(question).any(|row| row == whole) {
        if !is_shown(&whole) {
            return;
        }
        let is_open = !question.options.iter().any(|row| check.answer(row.id.as_str()).is_asked());
        let none = question.findings().find(|row| row.alone && row.id.as_str().ends_with("_none"));
        match none.filter(|none| none.id != *"press_fibre_none") {
            Some(none) if is_open => check.tick(question, none.id.as_str(), Answer::Yes),
            // What was seen beside what was ticked is No.
            _ => _ = check.finish(question, &SeenRows::all_of(question)),
        }
        return;
    }
    for row in question.findings() {
        let is_shown = is_shown(&CardRow::Row(question.id.clone(), row.id.clone()));
        if is_shown && !check.answer(row.id.as_str()).is_asked() {
            check.findings.insert(row.id.clone(), Answer::No);
        }
    }
}
