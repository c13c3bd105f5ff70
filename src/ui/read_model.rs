//! What the screens are drawn from: borrowed, and read-only but for the commands and half-typed texts that it takes.

use jiff::civil::Date;

use super::command_queue::CommandQueue;
use super::drafts::Drafts;
use crate::assess::Assessment;
use crate::assess::next_question::NextQuestions;
use crate::check::Check;
use crate::check::answer::Answer;
use crate::check::edit::Edit;
use crate::check::seen::SeenRows;
use crate::check::spot::{Knee, Side};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{FindingId, QuestionId};
use crate::knowledge::known_ids::questions;
use crate::knowledge::question::{AnswerOption, Question};
use crate::knowledge::zone::View;
use crate::note::Page;
use crate::plan::Plan;
use crate::session::card::OpenCard;
use crate::session::command::Command;
use crate::session::document::Document;
use crate::session::run_state::Runs;
use crate::session::screen::{QuestionCard, Screen, open_safety};
use crate::session::state::Comparison;
use crate::session::state::{Attention, CheckOrigin, CountedAsNo, SaveState, UnreadKeptCheck};
use crate::store::autosave::AutosaveOutcome;
use crate::store::earlier::Earlier;
use crate::store::settings::Settings;
use crate::wording::places::PlacesOfCare;
use crate::wording::screen::ScreenWords;
use crate::wording::{self, Wording, fill};

/// Everything the screens show.
pub struct ReadModel<'a> {
    /// What the app knows.
    pub knowledge: &'a Knowledge,
    pub wording: &'a Wording,
    /// Places of care of the country.
    pub places: &'a PlacesOfCare,
    /// What the runner said.
    pub check: &'a Check,
    /// What follows.
    pub assessment: &'a Assessment,
    /// What the open answers would change, on screens that tell it.
    pub next: Option<&'a NextQuestions>,
    /// The page for the visit.
    pub page: &'a Page,
    /// What to do in the next days and weeks.
    pub plan: &'a Plan,
    /// The cards of step 3.
    pub cards: &'a [QuestionCard<'a>],
    /// Which rows the card that is open asks.
    pub card: Option<&'a OpenCard>,
    /// The runner's runs.
    pub runs: &'a Runs,
    /// What is other now than in an earlier check, while it is shown.
    pub comparison: Option<&'a Comparison>,
    /// The screen that is shown.
    pub screen: &'a Screen,
    /// The question that was asked for by name: it comes into view and gets focus.
    pub focus_question: Option<&'a QuestionId>,
    /// The side of the knee that is shown.
    pub view: View,
    pub settings: &'a Settings,
    /// How saving stands.
    pub save: &'a SaveState,
    /// What was saved last, or is.
    pub save_of: Document,
    /// The text of the page when it was last saved.
    pub saved_text: Option<&'a str>,
    pub counted_as_no: Option<&'a CountedAsNo>,
    /// What was in view of the rows of this screen so far.
    pub seen: &'a SeenRows,
    /// One line about what happened last.
    pub status: &'a str,
    /// Where the answers come from, or why they could not be read.
    pub opened: &'a CheckOrigin,
    /// Why the kept answers were not read.
    pub kept_fault: Option<&'a UnreadKeptCheck>,
    /// How keeping answers went last.
    pub keeping: &'a AutosaveOutcome,
    /// The checks that are not being answered any more, the newest first.
    pub earlier: &'a [Earlier],
    /// Whether the last change can be taken back.
    pub can_undo: bool,
    /// Whether it can be made again.
    pub can_redo: bool,
    /// What the runner has to look at before anything else.
    pub attention: Attention,
    pub today: Date,
    /// Half-typed texts.
    pub drafts: &'a Drafts,
    /// Takes what the runner asks for.
    pub commands: &'a CommandQueue,
}

impl ReadModel<'_> {
    /// Asks for a command; it is carried out after the frame.
    pub fn send(&self, command: Command) {
        self.commands.send(command);
    }

    /// Asks for a change of an answer.
    pub fn edit(&self, edit: Edit) {
        self.commands.send(Command::Edit(edit));
    }

    /// Says that the row of a finding is wholly in view, or has the focus.
    pub fn see(&self, finding: FindingId) {
        self.commands.see(finding);
    }

    /// The first row of a question that stands on the screen and was not in view yet.
    #[must_use]
    pub fn first_unseen<'b>(&'b self, question: &'b Question) -> Option<&'b FindingId> {
        let is_shown = |finding: &&FindingId| self.card.is_none_or(|card| card.shows(&question.id, finding));
        self.seen.unseen(question).find(is_shown)
    }

    /// The words of the screens.
    #[must_use]
    pub fn words(&self) -> &ScreenWords {
        &self.wording.screen
    }

    /// The questions whose answers are missing before the level may be told.
    pub fn missing(&self) -> impl Iterator<Item = &Question> {
        self.assessment.urgency.needed().iter().filter_map(|id| self.knowledge.question(id.as_str()))
    }

    /// The questions of step 2 that are open.
    pub fn open_safety(&self) -> impl Iterator<Item = &Question> {
        open_safety(self.knowledge, self.assessment)
    }

    /// What stands of an answer of a question: nothing once it is too old to count, so that it is given again.
    #[must_use]
    pub fn said(&self, question: &Question, finding: &str) -> Answer {
        let answers = &self.assessment.evidence;
        if answers.expired.contains(finding) {
            return Answer::NotAsked;
        }
        if question.id != questions::DURATION {
            return self.check.answer(finding);
        }
        match (answers.stale.contains(&question.id), self.check.began) {
            (true, _) => Answer::NotAsked,
            // The date says it.
            (false, Some(_)) => answers.answer(finding),
            (false, None) => self.check.answer(finding),
        }
    }

    /// Whether a question is asked again, as what was said to it is too old.
    #[must_use]
    pub fn is_asked_again(&self, question: &str) -> bool {
        self.assessment.evidence.stale.contains(question)
    }

    /// A number as it stands in its box: none once it is too old to count.
    #[must_use]
    pub fn number(&self, number: &str) -> Option<f64> {
        let question = self.knowledge.question_of_number(number)?;
        if self.is_asked_again(question.id.as_str()) { None } else { self.check.number(number) }
    }

    /// What was said to a question that is asked again, and when: "You said on 18 May 2026: under 3 days."
    #[must_use]
    pub fn said_before(&self, question: &Question) -> Option<String> {
        if !self.is_asked_again(question.id.as_str()) {
            return None;
        }
        let expired = &self.assessment.evidence.expired;
        let is_meant = |row: &&AnswerOption| expired.contains(&row.id) || question.id == questions::DURATION;
        let rows = question.options.iter().filter(is_meant);
        let rows: Vec<&AnswerOption> = rows.filter(|row| self.check.answer(row.id.as_str()) == Answer::Yes).collect();
        let days = rows.iter().filter_map(|row| self.check.row_told_on(question, row)).min();
        let day = days.or_else(|| self.check.told_on(question))?;
        let mut said: Vec<String> = rows.iter().map(|row| row.label.clone()).collect();
        let numbers = question.numbers.iter().filter_map(|number| self.check.number(number.id.as_str()));
        if question.numbers.len() == 1 {
            said.extend(numbers.map(wording::number));
        }
        let words = &self.words().questions;
        let date = self.date(day);
        Some(if said.is_empty() {
            fill(&words.said_before, &[("date", &date)])
        } else {
            fill(&words.said_before_what, &[("date", &date), ("what", &said.join("; "))])
        })
    }

    /// The knee that is spoken of: the only one, or the worse, or the right when both hurt and neither is worse.
    #[must_use]
    pub fn knee(&self) -> Option<Knee> {
        match self.check.side? {
            Side::Left => Some(Knee::Left),
            Side::Right => Some(Knee::Right),
            Side::Both => Some(self.check.known_worse_knee().unwrap_or(Knee::Right)),
        }
    }
}
