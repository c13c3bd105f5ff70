//! What the screens are drawn from.

use std::path::PathBuf;

use jiff::civil::Date;

use super::commands::Commands;
use super::drafts::Drafts;
use crate::app::command::{Command, Edit};
use crate::app::screen::{QuestionCard, Screen};
use crate::assess::Assessment;
use crate::assess::next_question::NextQuestions;
use crate::check::answer::Answer;
use crate::check::measure::Measure;
use crate::check::seen::SeenRows;
use crate::check::spot::{Knee, Side};
use crate::check::{Check, Units, WrittenBy};
use crate::desktop::save_note::SaveError;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{FindingId, QuestionId};
use crate::knowledge::known_ids::questions;
use crate::knowledge::question::{AnswerOption, NumberRange, Question};
use crate::knowledge::zone::{View, Zone};
use crate::note::Page;
use crate::store::autosave::AutosaveOutcome;
use crate::store::earlier::Earlier;
use crate::store::settings::Settings;
use crate::store::text_file::UnreadableFile;
use crate::wording::places::PlacesOfCare;
use crate::wording::screen::ScreenWords;
use crate::wording::{self, Wording, fill};

/// How saving stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SaveState {
    /// Nothing was saved yet.
    #[default]
    Nothing,
    /// The dialog is open.
    Waiting,
    /// Saved to this file.
    Saved(PathBuf),
    /// The runner closed the dialog.
    Closed,
    /// The runner did not wait for it, and it is gone.
    GivenUp,
    /// The runner did not wait for it, and it may still be there.
    StillOpen,
    /// The runner chose a place that is no folder of this computer.
    NoFolder,
    /// The dialog did not open, or went without an answer.
    NoDialog,
    /// The file was not saved.
    Failed(SaveError),
    /// The saved file could not be opened.
    CouldNotOpen(PathBuf),
}

/// What was counted as No because it was not ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedAsNo {
    /// Where it was asked.
    pub screen: Screen,
    /// What was not ticked.
    pub findings: Vec<FindingId>,
    /// How many answers beside ticked ones were not in view, so that nobody was asked.
    pub still_open: usize,
}

/// What the runner has to look at before anything else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attention {
    /// Nothing.
    #[default]
    Nothing,
    /// Continue was pressed in step 2 although something is missing there.
    PlaceMissing,
    /// Closing was asked for although answers cannot be kept.
    ClosingLosesAnswers,
    /// Closing was asked for although the page was copied and saved nowhere, and what was copied goes with the window.
    ClosingLosesCopy,
    /// The country is to be chosen, in the menu.
    Country,
}

/// Where the answers on the start screen come from, or why they could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckOrigin {
    /// With nothing kept.
    Fresh,
    /// With kept answers.
    Kept,
    /// With a check from a file.
    File,
    /// With answers that were kept when the program ended by itself, at this place of its code; empty when nobody knows.
    KeptAfterStop(String),
    /// The file could not be read.
    FileFailed(UnreadableFile),
    /// The file was made by a newer program.
    FileNewer,
}

/// Why kept answers were not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadKeptCheck {
    /// They are damaged and were put aside.
    PutAside,
    /// They are damaged, and where they were.
    LeftInPlace,
    /// The system did not let us read them for the moment; they are where they were.
    NotRead(UnreadableFile),
    /// They were made by a newer program, and are where they were.
    Newer,
}

/// Everything the screens show.
pub struct ReadModel<'a> {
    /// What the app knows.
    pub knowledge: &'a Knowledge,
    /// All words.
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
    /// The cards of step 3.
    pub cards: &'a [QuestionCard<'a>],
    /// The screen that is shown.
    pub screen: &'a Screen,
    /// The question that was asked for by name: it comes into view and gets focus.
    pub focus_question: Option<&'a QuestionId>,
    /// The side of the knee that is shown.
    pub view: View,
    /// Settings.
    pub settings: &'a Settings,
    /// How saving stands.
    pub save: &'a SaveState,
    /// The text of the page when it was last saved.
    pub saved_text: Option<&'a str>,
    /// What was counted as No.
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
    /// Today.
    pub today: Date,
    /// Half-typed texts.
    pub drafts: &'a Drafts,
    /// Takes what the runner asks for.
    pub commands: &'a Commands,
}

/// "left knee", "right knee" or "both knees", inside of a sentence.
#[must_use]
pub fn sore_knee(words: &ScreenWords, side: Side) -> String {
    let name = match side {
        Side::Left => &words.app.knee_left_short,
        Side::Right => &words.app.knee_right_short,
        Side::Both => &words.place.both,
    };
    name.to_lowercase()
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

    /// The words of the screens.
    #[must_use]
    pub fn words(&self) -> &ScreenWords {
        &self.wording.screen
    }

    /// The questions whose answers are missing before self-care may be told.
    pub fn missing(&self) -> impl Iterator<Item = &Question> {
        self.assessment.urgency.missing.iter().filter_map(|id| self.knowledge.question(id.as_str()))
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
            Side::Both => Some(self.check.worse_knee.unwrap_or(Knee::Right)),
        }
    }

    /// A side of the knee, as on the button that shows it.
    #[must_use]
    pub fn view_name(&self, view: View) -> &str {
        let words = &self.words().picker;
        match view {
            View::Front => &words.view_front,
            View::Outer => &words.view_outer,
            View::Inner => &words.view_inner,
            View::Back => &words.view_back,
        }
    }

    /// The question, as it is put to who answers.
    #[must_use]
    pub fn question_text<'b>(&self, question: &'b Question) -> &'b str {
        let is_of_child = self.check.written_by == WrittenBy::Parent && !question.of_child.is_empty();
        if is_of_child { &question.of_child } else { &question.text }
    }

    /// What a number is called, with its unit.
    #[must_use]
    pub fn number_label<'b>(&'b self, number: &'b NumberRange) -> &'b str {
        let words = &self.words().questions;
        match (Measure::of(number.id.as_str()), self.check.units) {
            (Measure::Distance, Units::Km) => &words.distance_km,
            (Measure::Distance, Units::Miles) => &words.distance_miles,
            (Measure::Height, Units::Miles) => &words.height_feet,
            (Measure::Weight, Units::Miles) => &words.weight_pounds,
            _ => &number.label,
        }
    }

    /// "Left knee" or "Right knee".
    #[must_use]
    pub fn knee_name(&self, knee: Knee) -> &str {
        match knee {
            Knee::Left => &self.words().app.knee_left_short,
            Knee::Right => &self.words().app.knee_right_short,
        }
    }

    /// "LEFT knee" or "RIGHT knee", where the side must not be missed.
    #[must_use]
    pub fn knee_title(&self, knee: Knee) -> &str {
        match knee {
            Knee::Left => &self.words().app.knee_left,
            Knee::Right => &self.words().app.knee_right,
        }
    }

    /// The whole name of a zone: "Right knee, outer side, bony bump above the joint gap".
    #[must_use]
    pub fn zone_name(&self, knee: Knee, zone: &Zone) -> String {
        let mut place = zone.name.clone();
        if let Some(first) = place.get(..1).map(str::to_lowercase) {
            place.replace_range(..1, &first);
        }
        fill(&self.words().picker.zone_name, &[("knee", self.knee_name(knee)), ("place", &place)])
    }

    /// The name of a step, 1 to 4.
    #[must_use]
    pub fn step_name(&self, step: usize) -> &str {
        let words = &self.words().steps;
        match step {
            1 => &words.safety,
            2 => &words.place,
            3 => &words.questions,
            _ => &words.result,
        }
    }

    /// "Step 3 of 4: Questions, part 1"; nothing outside the steps.
    #[must_use]
    pub fn step_line(&self) -> Option<String> {
        let words = &self.words().steps;
        let step = self.screen.step()?;
        let (number, name) = (step.to_string(), self.step_name(step));
        let Screen::Questions(card) = self.screen else {
            return Some(fill(&words.step_of, &[("number", &number), ("step", name)]));
        };
        let part = (self.cards.iter().position(|page| page.card == *card)? + 1).to_string();
        // How many there are is not told: an answer can add one.
        Some(fill(&words.step_part, &[("number", number.as_str()), ("step", name), ("part", &part)]))
    }

    /// A date as people read it: 6 August 2026.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        date.strftime("%-d %B %Y").to_string()
    }
}
