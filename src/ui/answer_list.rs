//! Answers as rows of a list that takes any number of them.

use super::read_model::ReadModel;
use super::widgets::check_list::{Cells, Mark, Row, Words};
use crate::check::answer::Answer;
use crate::knowledge::question::{AnswerOption, Meaning};

/// A row of a list of answers.
pub(super) fn row(answer: &AnswerOption, mark: Mark) -> Row<'_> {
    let cells = if answer.means == Meaning::Nothing || answer.alone { Cells::YesAlone } else { Cells::YesNoUnsure };
    Row { label: &answer.label, short: answer.short(), mark, cells }
}

/// Notes which of the answers of a list are in view.
pub(super) fn note_seen<'a>(
    model: &ReadModel<'_>,
    answers: impl IntoIterator<Item = &'a AnswerOption>,
    seen: &[usize],
) {
    for (_, answer) in answers.into_iter().enumerate().filter(|(at, _)| seen.contains(at)) {
        model.see(answer.id.clone());
    }
}

/// The words of such a list.
pub(super) fn list_words<'a>(model: &'a ReadModel<'_>) -> Words<'a> {
    let words = &model.words().questions;
    Words { no: &model.wording.note.no, not_sure: &words.row_not_sure, or: &words.or }
}

/// What a row shows of an answer.
pub(super) fn mark(answer: Answer) -> Mark {
    match answer {
        Answer::Yes => Mark::Yes,
        Answer::No => Mark::No,
        Answer::NotSure => Mark::NotSure,
        Answer::NotAsked => Mark::Unset,
    }
}

/// The answer that a row gives.
pub(super) fn answer_of(mark: Mark) -> Answer {
    match mark {
        Mark::Yes => Answer::Yes,
        Mark::No => Answer::No,
        Mark::NotSure => Answer::NotSure,
        Mark::Unset => Answer::NotAsked,
    }
}
