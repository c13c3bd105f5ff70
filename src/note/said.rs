//! What the page looks things up in: the answers, sorted by what was said.

use crate::assess::Assessment;
use crate::check::Check;
use crate::check::answer::Answer;
use crate::knowledge::Knowledge;
use crate::knowledge::question::{Meaning, NoteSection, Question};
use crate::wording::note::NoteWords;

/// Everything a section is written from.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub knowledge: &'a Knowledge,
    pub words: &'a NoteWords,
    pub check: &'a Check,
    pub assessment: &'a Assessment,
}

impl<'a> Said<'a> {
    pub(super) fn answer(&self, finding: &str) -> Answer {
        self.assessment.answers.answer(finding)
    }

    /// The phrases of the answers of one question in one state, danger signs and "skip" apart.
    ///
    /// Where one answer was picked, that the others were not goes without saying.
    pub(super) fn phrases(&self, question: &Question, answer: Answer) -> Vec<String> {
        if answer == Answer::No && self.is_settled(question) {
            return Vec::new();
        }
        question
            .answers
            .iter()
            .filter(|row| row.means != Meaning::Nothing && self.answer(row.id.as_str()) == answer)
            .filter(|row| !self.knowledge.danger_signs.contains(&row.id))
            .map(|row| row.note.clone())
            .collect()
    }

    /// The same, danger signs too: where a sign is also part of the story.
    pub(super) fn all_phrases(&self, question: &str, answer: Answer) -> Vec<String> {
        let rows = self.knowledge.question(question).into_iter().flat_map(|question| &question.answers);
        rows.filter(|row| row.means == Meaning::Finding && self.answer(row.id.as_str()) == answer)
            .map(|row| row.note.clone())
            .collect()
    }

    fn is_settled(&self, question: &Question) -> bool {
        question
            .answers
            .iter()
            .any(|row| (row.alone || question.is_single()) && self.answer(row.id.as_str()) == Answer::Yes)
    }

    /// The questions whose answers stand in a section.
    pub(super) fn questions(&self, section: NoteSection) -> impl Iterator<Item = &'a Question> {
        self.knowledge.questions.iter().filter(move |question| question.note == section)
    }

    /// The phrases of all questions of a section in one state.
    pub(super) fn section_phrases(&self, section: NoteSection, answer: Answer) -> Vec<String> {
        self.questions(section).flat_map(|question| self.phrases(question, answer)).collect()
    }
}
