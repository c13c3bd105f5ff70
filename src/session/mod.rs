//! What goes on between opening the window and closing it, without a window, a file or a clock.
//!
//! A [`Command`] or an [`Event`] changes the [`State`] and asks for [`Effect`]s; the window carries them out and reports
//! what came of them. What the settings bring about it says itself: [`Session::tell`], [`Session::set_places`],
//! [`Session::keep_from_now`].

mod answers;
pub mod card;
mod checks;
pub mod command;
pub mod document;
pub mod effect;
mod history;
pub mod run_state;
mod runs;
mod saving;
pub mod screen;
pub mod screens;
pub mod state;
pub mod status;
mod typing;
mod walk;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::assess::Assessor;
use crate::assess::next_question::NextQuestions;
use crate::check::seen::SeenRows;
use crate::knowledge::Knowledge;
use crate::note;
use crate::plan::Plan;
use crate::wording::Wording;
use crate::wording::places::PlacesOfCare;
pub use answers::earlier_name;
use card::Cards;
use command::Command;
use document::Document;
use effect::{Effect, Event, Replacement};
pub use history::Undo;
use history::{History, Way};
use run_state::{ReadingState, Runs};
use screen::{Route, Screen};
use screens::Screens;
use state::{Attention, CheckOrigin, Opening, Saving, State};
pub use walk::InView;
use walk::Watched;

/// What the program knows and says, whoever asks.
pub struct Content {
    /// Questions, causes, rules.
    pub knowledge: Arc<Knowledge>,
    pub wording: Wording,
    /// Works out what follows.
    pub assessor: Assessor,
}

/// One run of the program: what is answered, where the runner is, and what can be taken back.
pub struct Session {
    content: Content,
    state: State,
    history: History,
    watched: Watched,
    cards: Cards,
    /// What was asked for and not handed over yet.
    effects: Vec<Effect>,
    times_assessed: u64,
}

impl Session {
    /// Begins on this day, with what was found on the disk.
    #[must_use]
    pub fn new(content: Content, opening: Opening, places: PlacesOfCare, today: Date) -> Self {
        let assessment = content.assessor.assess(&opening.check, today);
        let page = note::page(&content.wording.note, &opening.check, &assessment, today);
        let plan = Plan::of(&opening.check, &assessment, today, opening.check.race_on);
        let view = answers::view_of_worst(&opening.check, &content.knowledge);
        let Opening { check, opened, kept_fault, keeping } = opening;
        let state = State {
            check,
            assessment,
            next: None,
            page,
            plan,
            screens: Screens::default(),
            route: Route::default(),
            focus_question: None,
            card: None,
            view,
            counted_as_no: None,
            seen: SeenRows::default(),
            runs: Runs::default(),
            comparison: None,
            saving: Saving::default(),
            opened,
            kept_fault,
            keeping,
            status: String::new(),
            attention: Attention::Nothing,
            places,
            today,
        };
        let (history, watched, cards) = (History::default(), Watched::default(), Cards::default());
        let mut session = Self { content, state, history, watched, cards, effects: Vec::new(), times_assessed: 0 };
        if session.keeps_a_diary() {
            // The first screen asks how the knee took the runs of the last days.
            session.open_runs();
        }
        session
    }

    /// What the program knows and says.
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Everything as it is now.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The screen that is seen.
    #[must_use]
    pub fn screen(&self) -> &Screen {
        self.state.screens.top()
    }

    /// Whether the last change can be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether it can be made again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// How often assessment and page were worked out again.
    #[must_use]
    pub fn times_assessed(&self) -> u64 {
        self.times_assessed
    }

    /// Does what the runner asks for, and says what that needs of the world.
    #[must_use]
    pub fn apply(&mut self, command: Command, now: Timestamp) -> Vec<Effect> {
        match command {
            Command::GoTo(screen) => self.go_to(screen),
            Command::GoToQuestion(question) => {
                self.go_to_question(question.clone());
                self.reveal(&question);
            }
            Command::ShowMore(more) => self.show_more(more),
            Command::AskEverything => self.ask_everything(),
            Command::AnswerMissing => self.answer_missing(),
            Command::Back => self.back(),
            Command::Continue => self.continue_on(),
            Command::LeaveOpen => self.leave_open(),
            Command::DenyRest => self.deny_rest(),
            Command::Edit(edit) => self.edit(edit, now),
            Command::ShowView(view) => self.state.view = view,
            Command::Undo => self.step_history(Way::Back),
            Command::Redo => self.step_history(Way::Forth),
            Command::Save => self.save(Document::Page),
            Command::SavePlan => self.save(Document::Plan),
            Command::SaveCalendar => self.save(Document::Calendar),
            Command::SaveToDocuments => self.ask(Effect::SaveToDocuments(self.state.saving.what)),
            Command::StopWaiting => self.ask(Effect::StopWaiting),
            Command::Copy => self.copy(Document::Page),
            Command::CopyPlan => self.copy(Document::Plan),
            Command::OpenFile(path) => self.ask(Effect::OpenFile(path)),
            Command::OpenFolder(path) => self.ask(Effect::OpenFolder(path)),
            Command::GoOn => self.go_on(),
            Command::StartAgain => self.put_away_for(Replacement::Blank),
            Command::Delete => {
                // Undo can bring back only what was read.
                self.open_runs();
                self.ask(Effect::DeleteAll);
            }
            Command::ReadAgain => self.ask(Effect::ReadKept),
            Command::KeepAfterAll => self.keep_after_all(),
            Command::Earlier(command) => self.earlier(command),
            Command::Runs(command) => self.runs(command),
            Command::Set(setting) => self.ask(Effect::Set(setting)),
            Command::CloseAnyway => self.ask(Effect::Close),
            Command::Stay => self.state.attention = Attention::Nothing,
            Command::ChangeCountry => {
                self.go_to(Screen::Menu);
                self.state.attention = Attention::Country;
            }
        }
        self.end()
    }

    /// Goes with what happened outside, and says what that needs of the world.
    #[must_use]
    pub fn happened(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Day(today) => self.follow_day(today),
            Event::PutAway(put_away, other) => self.put_away(put_away, other),
            Event::PutBack(places, undo) => self.put_back(places, *undo),
            Event::TookAway(taken, departure) => self.took_away(taken, departure),
            Event::EarlierRead(path, text) => self.earlier_read(path, text),
            Event::EarlierToCompare(path, text) => self.compare(path, text.as_deref()),
            Event::EarlierRenamed(done) => self.earlier_renamed(done),
            Event::EarlierDeleted(done, deleted) => self.earlier_deleted(done, deleted),
            Event::AllDeleted(done, copies) => self.deleted(done, copies),
            Event::KeptRead(kept, fault) => self.kept_read(kept, fault),
            Event::FileRead(path, text, is) => self.file_read(&path, text, is),
            Event::Keeping(outcome) => self.keeping_went(outcome),
            Event::IsLate => self.is_late(),
            Event::IsInTime => self.is_in_time(),
            Event::Saving(document, saving) => self.saving_went(document, saving),
            Event::ClosingLoses(attention) => self.state.attention = attention,
            Event::RunLogRead(text) => self.run_log_read(text),
            Event::RunLogKept(done) => self.run_log_kept(done),
            Event::RunsPicked(picked) => self.runs_picked(picked),
            Event::ReadingIs { done, total } => self.state.runs.reading = ReadingState::Reading { done, total },
            Event::RunsRead(reading) => self.runs_read(reading.map(|reading| *reading)),
        }
        self.end()
    }

    /// Hands over what was asked for. Behind the first screen it is no news any more where the answers come from.
    fn end(&mut self) -> Vec<Effect> {
        if self.screen().step().is_some_and(|step| step > 1) {
            self.state.opened = CheckOrigin::Answered;
        }
        self.follow_card();
        std::mem::take(&mut self.effects)
    }

    /// Places of care are those of another country.
    pub fn set_places(&mut self, places: PlacesOfCare) {
        self.state.places = places;
    }

    /// What the open answers would change; worked out when a screen tells it.
    pub fn work_out_next(&mut self) -> &NextQuestions {
        let (content, state) = (&self.content, &mut self.state);
        let assessment = &state.assessment;
        state.next.get_or_insert_with(|| content.assessor.next_questions(assessment))
    }

    /// Keeps the answers of this window as a new check, although another running copy deleted all: the runner asked.
    fn keep_after_all(&mut self) {
        self.state.attention = Attention::Nothing;
        self.adopt();
        self.ask(Effect::Keep(self.kept_text()));
    }

    fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }
}
