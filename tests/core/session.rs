//! Promise: whatever is asked for, and in whatever order, no answer is lost on the way: a whole check goes by commands
//! alone, without a window, and the disk is asked to move things in an order that is safe wherever it stops.

use std::collections::VecDeque;
use std::sync::Arc;

use jiff::Timestamp;
use kneenote::assess::Assessor;
use kneenote::check::answer::Answer;
use kneenote::check::edit::Edit;
use kneenote::check::seen::SeenRows;
use kneenote::check::spot::{Knee, Side};
use kneenote::check::{Check, file};
use kneenote::knowledge::question::QuestionKind;
use kneenote::session::command::{Command, EarlierCommand};
use kneenote::session::document::Document;
use kneenote::session::effect::{Deleted, Done, Effect, Event, PutAway};
use kneenote::session::screen::Screen;
use kneenote::session::state::{Attention, CheckOrigin, Opening, SaveState};
use kneenote::session::{Content, Session};
use kneenote::store::autosave::AutosaveOutcome;
use kneenote::store::earlier::{EarlierChecks, TakenAway};
use kneenote::store::folders::Folders;
use kneenote::wording::Wording;
use proptest::prelude::*;
use proptest::test_runner::Config;
use tempfile::TempDir;

use crate::any_edit::any_edit;
use crate::enough_told::with_enough_told;
use crate::known::knowledge;
use crate::random::runner;
use crate::world::TODAY;

/// What a disk did, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Did {
    PutAway,
    PutBack,
    Kept,
    Flushed,
    TookAway,
    Deleted,
    OpenedDialog,
}

/// A session with a disk that has earlier checks and keeps the answers in memory.
struct World {
    session: Session,
    _home: TempDir,
    earlier: EarlierChecks,
    kept: Option<String>,
    did: Vec<Did>,
    /// Whether nothing can be written to the earlier checks.
    is_full: bool,
}

/// A session that begins with this check, on the day of the tests.
pub(crate) fn begun(check: Check) -> Session {
    let knowledge = Arc::clone(knowledge());
    let assessor = Assessor::new(&knowledge);
    let wording = Wording::embedded().unwrap();
    let places = wording.places.of(&["GB"]);
    let (opened, keeping) = (CheckOrigin::Fresh, AutosaveOutcome::Nothing);
    let opening = Opening { check, opened, kept_fault: None, keeping };
    Session::new(Content { knowledge, wording, assessor }, opening, places, TODAY)
}

impl World {
    fn new(check: Check) -> Self {
        let home = tempfile::tempdir().unwrap();
        let earlier = EarlierChecks::new(&Folders::under(home.path()));
        let session = begun(check);
        Self { session, _home: home, earlier, kept: None, did: Vec::new(), is_full: false }
    }

    /// One who has said all that self-care hangs on.
    fn told() -> Self {
        Self::new(with_enough_told(knowledge(), Check::default()))
    }

    fn check(&self) -> &Check {
        &self.session.state().check
    }

    fn screen(&self) -> &Screen {
        self.session.screen()
    }

    fn apply(&mut self, command: Command) {
        self.did.clear();
        let effects = self.session.apply(command, Timestamp::UNIX_EPOCH);
        self.run(effects);
    }

    fn edit(&mut self, edit: Edit) {
        self.apply(Command::Edit(edit));
    }

    fn happens(&mut self, event: Event) {
        let effects = self.session.happened(event);
        self.run(effects);
    }

    fn run(&mut self, effects: Vec<Effect>) {
        let mut queue = VecDeque::from(effects);
        while let Some(effect) = queue.pop_front() {
            if let Some(event) = self.carry_out(effect) {
                let asked = self.session.happened(event);
                asked.into_iter().rev().for_each(|effect| queue.push_front(effect));
            }
        }
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Keep(check) => {
                self.did.push(Did::Kept);
                self.kept = check.map(|check| check.text);
            }
            Effect::Flush => self.did.push(Did::Flushed),
            Effect::OpenSaveDialog(_) => self.did.push(Did::OpenedDialog),
            Effect::PutAway(check, other) => {
                self.did.push(Did::PutAway);
                let added = || self.earlier.add(&check.text, &check.name).unwrap();
                return Some(Event::PutAway((!self.is_full).then(|| PutAway::Added(added())), other));
            }
            Effect::PutBack(taken, undo) => {
                self.did.push(Did::PutBack);
                let put_back = |taken: &TakenAway| self.earlier.put_back(taken).unwrap();
                let places = (!self.is_full).then(|| taken.iter().map(put_back).collect());
                return Some(Event::PutBack(places, undo));
            }
            Effect::TakeAway(paths, why) => {
                self.did.push(Did::TookAway);
                assert!(
                    self.holds_what_is_shown(),
                    "something leaves the disk before the answers are kept: {:?}",
                    self.did
                );
                let taken = paths.iter().map(|path| self.earlier.take_away(path).unwrap()).collect();
                return Some(Event::TookAway(taken, why));
            }
            Effect::ReadEarlier(path) => {
                let text = self.earlier.read(&path).ok();
                return Some(Event::EarlierRead(path, text));
            }
            Effect::DeleteEarlier(path) => {
                let taken = self.earlier.delete(&path).unwrap();
                return Some(Event::EarlierDeleted(Done::Yes, Deleted { name: String::new(), taken }));
            }
            Effect::DeleteAll => {
                self.did.push(Did::Deleted);
                self.kept = None;
                let paths = self.earlier.list().into_iter().map(|earlier| earlier.path);
                let copies = paths.map(|path| self.earlier.take_away(&path).unwrap()).collect();
                return Some(Event::AllDeleted(Done::Yes, copies));
            }
            _ => {}
        }
        None
    }

    /// Whether the disk holds the answers as they are shown.
    fn holds_what_is_shown(&self) -> bool {
        match &self.kept {
            Some(text) => *text == file::write(self.check()),
            None => self.check().is_empty(),
        }
    }

    /// How many earlier checks there are.
    fn count(&self) -> usize {
        self.earlier.list().len()
    }

    fn open_the_earlier_check(&mut self) {
        let path = self.earlier.list().first().unwrap().path.clone();
        self.apply(Command::Earlier(EarlierCommand::Open(path)));
    }

    /// Shows all rows of this screen for two frames, and denies each of its lists.
    fn deny_all(&mut self) {
        let questions: Vec<_> = match self.screen().clone() {
            Screen::Safety => self.session.content().knowledge.safety_questions().cloned().collect(),
            Screen::Questions(card) => {
                let cards = self.session.question_cards();
                let card = cards.iter().find(|other| other.card == card).unwrap();
                card.core.iter().map(|question| (*question).clone()).collect()
            }
            _ => Vec::new(),
        };
        for question in questions.iter().filter(|question| matches!(question.kind, QuestionKind::Multi { .. })) {
            self.edit(Edit::DenyAll(question.id.clone(), SeenRows::all_of(question)));
        }
    }
}

fn mark() -> Edit {
    Edit::ToggleSpot(Knee::Right, "kneecap".into())
}

#[test]
fn a_check_goes_from_the_start_to_its_page_by_commands_alone() {
    let mut world = World::new(Check::default());
    assert_eq!(*world.screen(), Screen::Where);
    world.apply(Command::Continue);
    assert_eq!((world.screen(), world.session.state().attention), (&Screen::Where, Attention::PlaceMissing));
    world.edit(mark());
    world.apply(Command::Continue);
    assert_eq!(*world.screen(), Screen::Safety);
    world.deny_all();
    world.apply(Command::Continue);
    let mut cards = 0;
    while matches!(world.screen(), Screen::Questions(_)) {
        world.deny_all();
        world.apply(Command::Continue);
        cards += 1;
        assert!(cards < 50, "the cards never end");
    }
    assert_eq!(*world.screen(), Screen::Result);
    assert!(cards > 1);
    assert!(world.holds_what_is_shown(), "each change was kept");
    world.apply(Command::Save);
    assert_eq!(world.did, [Did::Kept, Did::Flushed, Did::OpenedDialog], "what is kept is on the disk before");
}

#[test]
fn what_was_seen_and_not_ticked_is_no_once_its_screen_is_left_and_one_undo_takes_that_back() {
    let mut world = World::new(Check::default());
    world.apply(Command::GoTo(Screen::Safety));
    let question = world.session.content().knowledge.safety_questions().next().unwrap().clone();
    let rows: Vec<_> = question.findings().map(|row| row.id.clone()).collect();
    let seen: SeenRows = rows.iter().take(3).cloned().collect();
    let _ = (world.session.was_shown(seen.clone()), world.session.was_shown(seen));
    world.edit(Edit::Tick(question.id.clone(), rows[0].clone(), Answer::Yes));
    let before = world.check().clone();
    world.apply(Command::Continue);
    let counted = world.session.state().counted_as_no.clone().unwrap();
    assert_eq!((counted.screen, counted.findings), (Screen::Safety, rows[1..3].to_vec()));
    world.apply(Command::Undo);
    assert_eq!(*world.check(), before);
}

#[test]
fn the_menu_and_the_earlier_checks_lie_over_a_screen_and_lead_back_to_it() {
    let mut world = World::new(Check::default());
    world.apply(Command::GoTo(Screen::Safety));
    for open in [Screen::Menu, Screen::Menu, Screen::Earlier, Screen::Earlier] {
        world.apply(Command::GoTo(open));
        world.apply(Command::Continue);
    }
    assert_eq!(*world.screen(), Screen::Earlier, "nothing comes after it");
    world.apply(Command::Back);
    assert_eq!(*world.screen(), Screen::Menu);
    world.apply(Command::Back);
    assert_eq!(*world.screen(), Screen::Safety);
    world.apply(Command::GoTo(Screen::Earlier));
    world.apply(Command::GoTo(Screen::Menu));
    world.apply(Command::Back);
    assert_eq!(*world.screen(), Screen::Safety, "the menu leads back to where the runner was before");
}

#[test]
fn the_way_through_what_is_missing_leads_to_nothing_else() {
    let mut world = World::told();
    let question = world.session.content().knowledge.question_of("swell_none").unwrap().id.clone();
    world.edit(Edit::Clear(question.clone()));
    assert_eq!(world.session.state().assessment.urgency.missing, std::slice::from_ref(&question));
    world.apply(Command::AnswerMissing);
    assert_eq!(world.session.state().focus_question, Some(question));
    world.apply(Command::Continue);
    assert_eq!(*world.screen(), Screen::Result);
}

#[test]
fn a_new_day_works_out_anew_and_makes_nothing_younger() {
    let mut world = World::told();
    let (made, times) = (world.check().made, world.session.times_assessed());
    world.happens(Event::Day(TODAY));
    assert_eq!(world.session.times_assessed(), times, "it is the same day");
    world.happens(Event::Day(TODAY.tomorrow().unwrap().tomorrow().unwrap()));
    assert_eq!(world.session.times_assessed(), times + 1);
    assert!(world.session.state().assessment.evidence.safety_is_stale);
    assert_eq!(world.check().made, made);
}

#[test]
fn starting_again_puts_the_check_away_before_anything_takes_its_place() {
    let mut world = World::told();
    let before = world.check().clone();
    world.apply(Command::StartAgain);
    assert_eq!(world.did, [Did::PutAway, Did::Kept]);
    assert!(world.check().is_empty() && world.count() == 1);
    world.apply(Command::Undo);
    assert_eq!(world.did, [Did::Kept, Did::TookAway], "the answers are kept before their copy goes");
    assert_eq!((world.check(), world.count()), (&before, 0));
    world.apply(Command::Redo);
    assert_eq!(world.did, [Did::PutBack, Did::Kept], "the copy is back before the answers go");
    assert!(world.check().is_empty() && world.count() == 1);
}

#[test]
fn a_check_that_cannot_be_put_away_stays() {
    let mut world = World::told();
    let before = world.check().clone();
    world.is_full = true;
    world.apply(Command::StartAgain);
    assert_eq!((world.check(), &world.did), (&before, &vec![Did::PutAway]));
    assert!(!world.session.state().status.is_empty() && !world.session.can_undo());
}

/// H12: what was moved comes back first, then the answers are kept, and only then anything leaves the disk.
#[test]
fn undo_puts_back_then_keeps_then_takes_away() {
    let mut world = World::told();
    world.apply(Command::StartAgain);
    world.edit(Edit::ToggleSpot(Knee::Left, "kneecap".into()));
    let before = world.check().clone();
    world.open_the_earlier_check();
    assert_eq!(world.did, [Did::PutAway, Did::Kept, Did::TookAway]);
    let opened = world.check().clone();
    for _ in 0..2 {
        world.apply(Command::Undo);
        assert_eq!(world.did, [Did::PutBack, Did::Kept, Did::TookAway]);
        assert_eq!((world.check(), world.count()), (&before, 1));
        world.apply(Command::Redo);
        assert_eq!(world.did, [Did::PutBack, Did::Kept, Did::TookAway]);
        assert_eq!((world.check(), world.count()), (&opened, 1));
    }
}

#[test]
fn a_put_back_that_fails_leaves_everything_as_it_was() {
    let mut world = World::told();
    world.apply(Command::StartAgain);
    world.edit(Edit::ToggleSpot(Knee::Left, "kneecap".into()));
    world.open_the_earlier_check();
    let (opened, kept) = (world.check().clone(), world.kept.clone());
    world.is_full = true;
    world.apply(Command::Undo);
    assert_eq!(world.did, [Did::PutBack], "nothing is kept and nothing leaves the disk");
    assert_eq!((world.check(), &world.kept, world.count()), (&opened, &kept, 1));
    assert!(world.session.can_undo() && !world.session.can_redo());
    world.is_full = false;
    world.apply(Command::Undo);
    assert_eq!(world.check().side, Some(Side::Left), "it can still be taken back");
}

#[test]
fn what_was_deleted_comes_back_with_undo_and_goes_again_with_redo() {
    let mut world = World::told();
    world.apply(Command::StartAgain);
    world.edit(Edit::ToggleSpot(Knee::Left, "kneecap".into()));
    let before = world.check().clone();
    world.apply(Command::Delete);
    assert!(world.check().is_empty() && world.count() == 0 && world.kept.is_none());
    world.apply(Command::Undo);
    assert_eq!((world.check(), world.count()), (&before, 1));
    world.apply(Command::Redo);
    assert!(world.check().is_empty() && world.count() == 0);
}

#[test]
fn whatever_is_asked_for_nothing_leaves_the_disk_before_the_answers_are_kept() {
    let knowledge = knowledge();
    let command = prop_oneof![
        8 => any_edit(knowledge).prop_map(Command::Edit),
        4 => Just(Command::Undo),
        2 => Just(Command::Redo),
        2 => Just(Command::StartAgain),
        1 => Just(Command::Delete),
        2 => Just(Command::Continue),
        1 => Just(Command::GoTo(Screen::Safety)),
        // Stands for opening the first earlier check.
        2 => Just(Command::GoOn),
    ];
    let commands = proptest::collection::vec(command, 1..30);
    let mut runner = runner(Config { cases: 60, ..Config::default() });
    runner
        .run(&commands, |commands| {
            let mut world = World::new(Check::default());
            for command in commands {
                if command == Command::GoOn && world.count() > 0 {
                    world.open_the_earlier_check();
                } else {
                    world.apply(command);
                }
                prop_assert!(world.holds_what_is_shown());
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_plan_is_saved_with_the_same_care_and_the_page_stays_unsaved() {
    let mut world = World::new(with_enough_told(knowledge(), Check::default()));
    world.apply(Command::SavePlan);
    assert_eq!(world.did, [Did::Kept, Did::Flushed, Did::OpenedDialog], "what is kept is on the disk before");
    assert_eq!(world.session.state().saving.what, Document::Plan);
    let (plan, page) = (world.session.text_of(Document::Plan), world.session.text_of(Document::Page));
    assert!(plan.starts_with("MY KNEE PLAN") && page.starts_with("KNEE NOTE"), "{plan}{page}");
    let _ = world.session.happened(Event::Saving(Document::Plan, SaveState::Saved("knee-plan.txt".into())));
    assert_eq!(world.session.state().saving.saved, None, "the page is not saved by that");
    let _ = world.session.happened(Event::Saving(Document::Page, SaveState::Saved("knee-note.txt".into())));
    assert_eq!(world.session.state().saving.saved, Some(page));
}

#[test]
fn a_copied_plan_is_no_copied_page() {
    let mut world = World::new(with_enough_told(knowledge(), Check::default()));
    let effects = world.session.apply(Command::CopyPlan, Timestamp::UNIX_EPOCH);
    let plan = world.session.text_of(Document::Plan);
    assert!(effects.contains(&Effect::Copy(plan)), "{effects:?}");
    assert_eq!(world.session.state().saving.copied, None);
}
