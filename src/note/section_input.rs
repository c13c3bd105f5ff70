//! What every section of the page is written from.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::account::Account;
use super::line_budget::OwnText;
use super::own_words::harmless;
use crate::assess::Assessment;
use crate::assess::reasons::settled_by;
use crate::check::Check;
use crate::check::answer::Answer;
use crate::knowledge::Knowledge;
use crate::knowledge::known_ids::{KnownNumber, KnownQuestion};
use crate::knowledge::question::{AnswerOption, Meaning, NoteSection, OnPage, Question};
use crate::wording::fill;
use crate::wording::note::NoteWords;

/// From this logarithm of a weight on a No parts the causes: it makes one of them less than three quarters as likely,
/// or the other way round.
const PARTS: f64 = 0.29;

/// Everything a section is written from.
#[derive(Clone, Copy)]
pub(super) struct SectionInput<'a> {
    pub knowledge: &'a Knowledge,
    pub words: &'a NoteWords,
    pub check: &'a Check,
    pub assessment: &'a Assessment,
    /// What was told and parts the causes that are shown, with how strongly it does: the logarithm of its weight.
    pub telling: &'a BTreeMap<&'a str, f64>,
    /// The red flags that were not asked and could still make it urgent.
    pub could_be_urgent: &'a BTreeSet<&'a str>,
    /// The short account at the head of the page.
    pub account: &'a Account<'a>,
    /// Own words, made harmless; those that hold nothing are not among them.
    pub own: &'a BTreeMap<OwnText, String>,
    /// The day of the page.
    pub on: Date,
}

/// The own words of a check, made harmless.
pub(super) fn own_words(check: &Check) -> BTreeMap<OwnText, String> {
    let words = check.words.iter().map(|(topic, text)| (OwnText::Words(*topic), text));
    let activities = check.activities.iter().enumerate().map(|(at, activity)| (OwnText::Activity(at), &activity.name));
    let questions = check.questions.iter().enumerate().map(|(at, question)| (OwnText::Question(at), question));
    let all = words.chain(activities).chain(questions).map(|(own, text)| (own, harmless(text)));
    all.filter(|(_, text)| !text.is_empty()).collect()
}

/// What was told and speaks for or against a cause that is shown, with the logarithm of the strongest weight.
pub(super) fn telling(assessment: &Assessment) -> BTreeMap<&str, f64> {
    let mut telling = BTreeMap::new();
    let reasons = assessment.shown_causes().flat_map(|cause| cause.speaks_for.iter().chain(&cause.speaks_against));
    for reason in reasons {
        let strength = reason.weight.ln().abs();
        let strongest = telling.entry(reason.finding.as_str()).or_insert(strength);
        *strongest = strongest.max(strength);
    }
    telling
}

impl<'a> SectionInput<'a> {
    /// A red flag as it counts on the day of the page; anything else as it was told, as its section has a date.
    pub(super) fn answer(&self, finding: &str) -> Answer {
        let evidence = &self.assessment.evidence;
        if self.knowledge.red_flags.iter().any(|sign| *sign == finding) {
            return evidence.answer(finding);
        }
        evidence.told.get(finding).copied().unwrap_or(Answer::NotAsked)
    }

    /// A number as it was told.
    pub(super) fn number(&self, number: KnownNumber) -> Option<f64> {
        self.assessment.evidence.told_numbers.get(&*number).copied()
    }

    /// The day of the oldest answer to a question, where that is not the day of the page.
    pub(super) fn told_before(&self, question: KnownQuestion) -> Option<Date> {
        let question = self.knowledge.question(&question)?;
        self.check.told_on(question).filter(|day| *day != self.on)
    }

    /// The days of the oldest and newest answer to these questions, where not all are of the day of the page.
    pub(super) fn days_of<'b>(&self, questions: impl Iterator<Item = &'b Question>) -> Option<(Date, Date)> {
        let counts = |question: &&Question| !self.assessment.evidence.left_out.contains(&question.id);
        let days: Vec<_> = questions.filter(counts).filter_map(|question| self.check.told_between(question)).collect();
        let first = days.iter().map(|(first, _)| *first).min()?;
        let last = days.iter().map(|(_, last)| *last).max()?;
        (first != self.on || last != self.on).then_some((first, last))
    }

    /// A heading with the days of what stands under it, where those are not the day of the page.
    pub(super) fn dated<'b>(&self, heading: &str, questions: impl Iterator<Item = &'b Question>) -> String {
        match self.days_of(questions) {
            None => heading.to_owned(),
            Some((first, last)) if first == last => {
                format!("{heading} {}", fill(&self.words.told_on, &[("date", &first.to_string())]))
            }
            Some((first, last)) => {
                let days = [("from", &*first.to_string()), ("to", &last.to_string())];
                format!("{heading} {}", fill(&self.words.told_between, &days))
            }
        }
    }

    /// The same, where all of some sections of the form stands under it.
    pub(super) fn dated_by(&self, heading: &str, sections: &[NoteSection]) -> String {
        self.dated(heading, self.knowledge.questions.iter().filter(|question| sections.contains(&question.note)))
    }

    /// Whether a finding is told in this state: not a No that would contradict a Yes told elsewhere on the page.
    pub(super) fn is_told(&self, finding: &str, answer: Answer) -> bool {
        let contradicted = || {
            let pairs = self.knowledge.same_said.iter().filter(|pair| pair.no == finding);
            pairs.flat_map(|pair| &pair.yes).any(|yes| self.answer(yes.as_str()) == Answer::Yes)
        };
        self.answer(finding) == answer && (answer != Answer::No || !contradicted())
    }

    /// The answers of one question in one state, red flags and "skip" apart.
    ///
    /// Where one answer was picked, that the others were not goes without saying.
    fn signs(self, question: &'a Question, answer: Answer) -> impl Iterator<Item = &'a AnswerOption> {
        let goes_without_saying = answer == Answer::No && self.is_settled(question);
        question
            .options
            .iter()
            .filter(move |row| !goes_without_saying && row.means != Meaning::Nothing)
            .filter(move |row| self.is_told(row.id.as_str(), answer))
            .filter(move |row| !self.knowledge.red_flags.contains(&row.id))
            .filter(move |row| match row.page {
                OnPage::Sign => true,
                OnPage::Can(_) => answer != Answer::Yes,
                OnPage::Denies(_) | OnPage::Elsewhere => false,
            })
    }

    /// The answers to a question that are findings.
    pub(super) fn findings_of(&self, question: KnownQuestion) -> impl Iterator<Item = &'a AnswerOption> + use<'a> {
        self.knowledge.question(&question).into_iter().flat_map(Question::findings)
    }

    /// Those that were told.
    pub(super) fn yes_of(self, question: KnownQuestion) -> impl Iterator<Item = &'a AnswerOption> {
        self.findings_of(question).filter(move |row| self.answer(row.id.as_str()) == Answer::Yes)
    }

    /// Whether the short account tells all that was told of a question.
    pub(super) fn is_in_short(&self, question: KnownQuestion) -> bool {
        self.yes_of(question).all(|row| self.account.told.contains(row.id.as_str()))
    }

    /// The same, red flags too: where a sign is also part of the story.
    pub(super) fn all_phrases(&self, question: KnownQuestion, answer: Answer) -> Vec<String> {
        let rows = self.findings_of(question).filter(|row| self.answer(row.id.as_str()) == answer);
        rows.map(|row| row.note.clone()).collect()
    }

    fn is_settled(&self, question: &Question) -> bool {
        settled_by(question, |row| self.answer(row.id.as_str()) == Answer::Yes).is_some()
    }

    /// Whether the No of a finding says nothing of its own, as another answer of its question was picked: who fell did
    /// not need to say No to a twist. A red flag's No always counts.
    pub(super) fn no_goes_without_saying(&self, finding: &str) -> bool {
        if self.knowledge.red_flags.iter().any(|sign| *sign == finding) {
            return false;
        }
        let is_settled = || self.knowledge.question_of(finding).is_some_and(|question| self.is_settled(question));
        is_settled() || self.assessment.began_otherwise(finding)
    }

    /// Whether the question of a finding is never asked of a person of this sex and age, whatever else they answer.
    pub(super) fn is_never_asked(&self, finding: &str) -> bool {
        let question = self.knowledge.question_of(finding);
        question.is_some_and(|question| self.assessment.evidence.never_asked.contains(&question.id))
    }

    /// The questions whose answers stand in a section.
    pub(super) fn questions(self, section: NoteSection) -> impl Iterator<Item = &'a Question> {
        self.knowledge.questions.iter().filter(move |question| question.note == section)
    }

    /// The answers to all questions of a section in one state.
    pub(super) fn section_signs(self, section: NoteSection, answer: Answer) -> impl Iterator<Item = &'a AnswerOption> {
        self.questions(section).flat_map(move |question| self.signs(question, answer))
    }

    /// The phrases of all questions of a section in one state.
    pub(super) fn section_phrases(&self, section: NoteSection, answer: Answer) -> Vec<String> {
        self.section_signs(section, answer).map(|row| row.note.clone()).collect()
    }

    /// What was denied in a section, what parts the causes first, and how many those are.
    pub(super) fn denied_phrases(&self, section: NoteSection) -> (Vec<String>, usize) {
        self.pertinent_first(self.section_signs(section, Answer::No))
    }

    /// The phrases of findings that were denied, those that part the causes first and the most telling of them ahead, and
    /// how many those are.
    pub(super) fn pertinent_first(&self, rows: impl Iterator<Item = &'a AnswerOption>) -> (Vec<String>, usize) {
        let rows = self.most_telling(rows);
        let parts = |row: &&&AnswerOption| self.telling.get(row.id.as_str()).is_some_and(|strength| *strength >= PARTS);
        let pertinent = rows.iter().filter(parts).count();
        (rows.into_iter().map(|row| row.note.clone()).collect(), pertinent)
    }

    /// The same answers, those first that part the causes most; the others in the order of the form.
    pub(super) fn most_telling(&self, rows: impl Iterator<Item = &'a AnswerOption>) -> Vec<&'a AnswerOption> {
        let strength = |row: &AnswerOption| self.telling.get(row.id.as_str()).copied().unwrap_or(-1.0);
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by(|a, b| strength(b).total_cmp(&strength(a)));
        rows
    }

    /// What the Yes answers of a section deny, in their words.
    pub(super) fn denials(&self, section: NoteSection) -> Vec<String> {
        let rows = self.questions(section).flat_map(|question| &question.options);
        let told = rows.filter(|row| self.answer(row.id.as_str()) == Answer::Yes);
        let words = told.filter_map(|row| match &row.page {
            OnPage::Denies(words) => Some(words),
            _ => None,
        });
        words.flat_map(|list| list.split(", ")).map(str::to_owned).collect()
    }

    /// The moves that the knee does as a sound one does: those that count on the day of the page, or the others.
    pub(super) fn can(&self, current: Current) -> Vec<String> {
        let rows = self.knowledge.findings().filter(|row| self.answer(row.id.as_str()) == Answer::Yes);
        let counts = |row: &&AnswerOption| self.assessment.evidence.is_yes(row.id.as_str());
        let told = rows.filter(|row| counts(row) == (current == Current::Yes));
        let words = told.filter_map(|row| match &row.page {
            OnPage::Can(words) => Some(words.clone()),
            _ => None,
        });
        words.collect()
    }
}

/// Whether an answer still counts on the day of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Current {
    Yes,
    /// It was told too long ago.
    No,
}
