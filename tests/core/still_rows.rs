//! Promise: rows do not jump while a card is open, what was answered stays, and a row that was never on the screen is never
//! No.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kneenote::assess::relevance::CardRow;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::edit::Edit;
use kneenote::check::seen::SeenRows;
use kneenote::check::spot::Knee;
use kneenote::knowledge::ids::FindingId;
use kneenote::knowledge::question::{Question, QuestionKind, Step};
use kneenote::session::Session;
use kneenote::session::card::{MoreRows, OpenCard};
use kneenote::session::command::Command;
use kneenote::session::screen::Screen;
use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::enough_told::with_enough_told;
use crate::known::knowledge;
use crate::random::runner;
use crate::session::begun;

/// A session, and what ever stood on its screens.
struct Way {
    session: Session,
    ever: BTreeSet<FindingId>,
}

impl Way {
    fn new(check: Check) -> Self {
        Self { session: begun(check), ever: BTreeSet::new() }
    }

    fn apply(&mut self, command: Command) {
        let before = self.session.state().card.clone();
        let stays = matches!(command, Command::Edit(_) | Command::Undo | Command::Redo | Command::ShowMore(_));
        drop(self.session.apply(command, Timestamp::UNIX_EPOCH));
        self.look();
        if let (Some(before), Some(after), true) = (before, self.card(), stays) {
            assert_still(&before, after);
        }
    }

    fn card(&self) -> Option<&OpenCard> {
        self.session.state().card.as_ref()
    }

    /// The rows that stand on the screen.
    fn on_screen(&self) -> Vec<FindingId> {
        let knowledge = knowledge();
        match self.session.screen() {
            Screen::Safety => findings(knowledge.questions_of_step(Step::Safety)),
            Screen::Where => findings(knowledge.questions_of_step(Step::Where)),
            Screen::Questions(_) => {
                // A card that asks nothing now is empty.
                let Some(card) = self.card() else { return Vec::new() };
                let all = knowledge.questions.iter();
                let rows = all.flat_map(|question| question.findings().map(move |row| (question, &row.id)));
                rows.filter(|(question, row)| card.shows(&question.id, row)).map(|(_, row)| row.clone()).collect()
            }
            _ => Vec::new(),
        }
    }

    fn look(&mut self) {
        let rows = self.on_screen();
        self.ever.extend(rows);
    }

    /// Shows some of the rows on the screen for two frames.
    fn frame(&mut self, picked: &BTreeSet<usize>) {
        let rows = self.on_screen();
        let seen: SeenRows =
            rows.into_iter().enumerate().filter(|(at, _)| picked.contains(&(at % 16))).map(|(_, row)| row).collect();
        let _ = (self.session.was_shown(seen.clone()), self.session.was_shown(seen));
    }

    /// What a screen asks for when one of its rows is clicked.
    fn click(&mut self, at: usize, answer: Answer) {
        let rows = self.on_screen();
        let Some(row) = rows.get(at % rows.len().max(1)) else { return };
        let question = knowledge().question_of(row.as_str()).unwrap();
        let edit = match question.kind {
            QuestionKind::Multi { .. } => Edit::Tick(question.id.clone(), row.clone(), answer),
            QuestionKind::Tried => Edit::Tried(row.clone()),
            QuestionKind::Single => Edit::Pick(question.id.clone(), row.clone()),
            _ => return,
        };
        self.apply(Command::Edit(edit));
    }

    fn deny_rest(&mut self, at: usize) {
        let rows = self.on_screen();
        let Some(row) = rows.get(at % rows.len().max(1)) else { return };
        let question = knowledge().question_of(row.as_str()).unwrap();
        if matches!(question.kind, QuestionKind::Multi { .. }) {
            let seen = self.session.state().seen.clone();
            self.apply(Command::Edit(Edit::DenyAll(question.id.clone(), seen)));
        }
    }
}

fn findings<'a>(questions: impl Iterator<Item = &'a Question>) -> Vec<FindingId> {
    questions.flat_map(Question::findings).map(|row| row.id.clone()).collect()
}

/// Nothing vanished of what is still asked, nothing changed places, and more stays as it was.
fn assert_still(before: &OpenCard, after: &OpenCard) {
    if before.card != after.card {
        return;
    }
    let all: BTreeSet<&CardRow> = after.shown.iter().chain(&after.more).collect();
    let kept = |rows: &[CardRow]| rows.iter().filter(|row| all.contains(row)).cloned().collect::<Vec<_>>();
    let stood = kept(&before.shown);
    let stands: Vec<CardRow> = after.shown.iter().filter(|row| stood.contains(row)).cloned().collect();
    assert_eq!(stood, stands, "a shown row moved or vanished");
    if before.more_rows == MoreRows::Open && after.more_rows == MoreRows::Open {
        let stood = kept(&before.more);
        let stands: Vec<CardRow> = after.more.iter().filter(|row| stood.contains(row)).cloned().collect();
        assert_eq!(stood, stands, "a row of what could matter less moved or vanished");
    }
}

#[derive(Clone, Debug)]
enum Deed {
    Click(usize, Answer),
    DenyRest(usize),
    Frame(BTreeSet<usize>),
    Go(Command),
}

fn deed() -> impl Strategy<Value = Deed> {
    let answer = prop_oneof![
        3 => Just(Answer::Yes),
        1 => Just(Answer::No),
        1 => Just(Answer::NotSure),
        1 => Just(Answer::NotAsked),
    ];
    let cards: Vec<Screen> = knowledge()
        .cards
        .iter()
        .filter(|card| card.step == Step::Questions)
        .map(|c| Screen::Questions(c.id.clone()))
        .collect();
    let questions: Vec<_> = knowledge().questions.iter().map(|question| question.id.clone()).collect();
    let go = prop_oneof![
        6 => Just(Command::Continue),
        2 => Just(Command::Back),
        1 => Just(Command::GoTo(Screen::Safety)),
        1 => Just(Command::AnswerMissing),
        1 => Just(Command::Undo),
        1 => Just(Command::Redo),
        1 => proptest::sample::select(cards).prop_map(Command::GoTo),
        1 => proptest::sample::select(questions).prop_map(Command::GoToQuestion),
        1 => prop_oneof![Just(MoreRows::Open), Just(MoreRows::Closed)].prop_map(Command::ShowMore),
    ];
    prop_oneof![
        6 => (any::<usize>(), answer).prop_map(|(at, answer)| Deed::Click(at, answer)),
        2 => any::<usize>().prop_map(Deed::DenyRest),
        4 => proptest::collection::btree_set(0..16_usize, 0..16).prop_map(Deed::Frame),
        6 => go.prop_map(Deed::Go),
    ]
}

#[test]
fn a_row_that_was_never_on_the_screen_is_never_no_and_no_row_jumps() {
    let mut runner = runner(Config { cases: 40, ..Config::default() });
    let deeds = proptest::collection::vec(deed(), 1..40);
    let outcome = runner.run(&deeds, |deeds| {
        let mut way = Way::new(Check::default());
        way.apply(Command::Edit(Edit::ToggleSpot(Knee::Right, "kneecap".into())));
        for deed in deeds {
            match deed {
                Deed::Click(at, answer) => way.click(at, answer),
                Deed::DenyRest(at) => way.deny_rest(at),
                Deed::Frame(picked) => way.frame(&picked),
                Deed::Go(command) => way.apply(command),
            }
            let check = &way.session.state().check;
            for (finding, answer) in &check.findings {
                prop_assert!(
                    *answer != Answer::No || way.ever.contains(finding),
                    "{finding} is No and was never shown"
                );
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|fault| panic!("{fault}"));
}

fn card_of(finding: &str) -> Screen {
    Screen::Questions(knowledge().question_of(finding).unwrap().card.clone())
}

#[test]
fn a_row_that_an_answer_makes_worth_asking_comes_while_its_card_is_open_and_stays() {
    let mut way = Way::new(with_enough_told(knowledge(), Check::default()));
    let screen = way.session.question_cards().first().map(|card| Screen::Questions(card.card.clone())).unwrap();
    way.apply(Command::GoTo(screen.clone()));
    let before = way.card().unwrap().shown.clone();
    let hidden = way.card().unwrap().more.clone();
    way.apply(Command::ShowMore(MoreRows::Open));
    assert_eq!(way.card().unwrap().shown, before, "opening the rest moves nothing");
    if let Some(CardRow::Row(question, row)) = hidden.iter().find(|row| matches!(row, CardRow::Row(..))) {
        way.apply(Command::Edit(Edit::Tick(question.clone(), row.clone(), Answer::Yes)));
        assert!(
            way.card().unwrap().more.contains(&CardRow::Row(question.clone(), row.clone())),
            "it stays in its place"
        );
        way.apply(Command::Continue);
        way.apply(Command::GoTo(screen));
        let card = way.card().unwrap();
        assert!(card.shown.contains(&CardRow::Row(question.clone(), row.clone())), "what was answered is shown");
        assert_eq!(card.more_rows, MoreRows::Open, "the rest stays open");
        assert!(before.iter().all(|row| card.shown.contains(row)), "what was shown is shown again");
    }
}

/// The button of the result leads to every row that self-care hangs on.
#[test]
fn what_self_care_hangs_on_is_shown_where_its_button_leads() {
    let knowledge = knowledge();
    for sign in &knowledge.red_flags {
        let mut check = with_enough_told(knowledge, Check::default());
        check.findings.remove(sign);
        let mut way = Way::new(check);
        let missing = way.session.state().assessment.urgency.missing.clone();
        let question = knowledge.question_of(sign.as_str()).unwrap();
        if missing != [question.id.clone()] {
            continue;
        }
        way.apply(Command::GoTo(Screen::Result));
        way.apply(Command::AnswerMissing);
        assert!(way.on_screen().contains(sign), "{sign} is not shown on {:?}", way.session.screen());
    }
}

#[test]
fn a_question_that_is_asked_for_by_name_stands_with_all_its_rows() {
    let mut way = Way::new(with_enough_told(knowledge(), Check::default()));
    let question = knowledge().question_of("stairs_up").unwrap();
    way.apply(Command::GoToQuestion(question.id.clone()));
    let rows = way.on_screen();
    assert_eq!(*way.session.screen(), card_of("stairs_up"));
    assert!(question.findings().all(|row| rows.contains(&row.id)), "{rows:?}");
}
