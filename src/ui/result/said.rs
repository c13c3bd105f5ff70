//! Findings in the words of the form, so that the runner knows them again; the page has shorter ones.

use super::super::read_model::ReadModel;
use crate::assess::reasons::{Reason, settled_by};
use crate::check::answer::Answer;
use crate::knowledge::ids::FindingId;
use crate::knowledge::question::{AnswerOption, Meaning, Question, QuestionKind};
use crate::wording::fill;

/// A finding as the runner answered it.
pub(super) fn said(model: &ReadModel<'_>, reason: &Reason) -> String {
    match reason.answer {
        Answer::No => denied(model, &reason.finding),
        _ => in_words(model, &reason.finding),
    }
}

/// A finding that holds, or would: its answer, and what was asked where the answer alone says too little.
pub(super) fn in_words(model: &ReadModel<'_>, id: &FindingId) -> String {
    match (model.knowledge.question_of(id.as_str()), model.knowledge.finding(id.as_str())) {
        (Some(question), Some(finding)) => answer_in_words(model, question, finding),
        _ => String::new(),
    }
}

fn answer_in_words(model: &ReadModel<'_>, question: &Question, answer: &AnswerOption) -> String {
    let words = &model.words().result;
    let needs_question = question.is_single() || answer.alone || question.kind == QuestionKind::Tried;
    if question.kind == QuestionKind::HeightAndWeight {
        words.said_weight.clone()
    } else if !needs_question {
        answer.label.clone()
    } else if answer.label.contains(' ') {
        fill(&words.said_headed, &[("heading", &question.heading), ("answer", &answer.label)])
    } else {
        // "Yes" needs the whole question.
        fill(&words.said_asked, &[("question", &question.text), ("answer", &answer.label)])
    }
}

/// A finding that does not hold: what was picked in its place, or that it was not ticked.
fn denied(model: &ReadModel<'_>, id: &FindingId) -> String {
    let label = model.knowledge.finding(id.as_str()).map_or("", |finding| finding.label.as_str());
    let picked = model.knowledge.question_of(id.as_str()).and_then(|question| {
        settled_by(question, |row| is_picked(model, row)).map(|row| answer_in_words(model, question, row))
    });
    picked.unwrap_or_else(|| fill(&model.words().result.said_no, &[("what", label)]))
}

fn is_picked(model: &ReadModel<'_>, row: &AnswerOption) -> bool {
    let answers = &model.assessment.evidence;
    match &row.means {
        Meaning::NotSureOf(sign) => answers.answer(sign.as_str()) == Answer::NotSure,
        Meaning::Finding | Meaning::Nothing => answers.is_yes(row.id.as_str()),
    }
}

/// What the runner was not sure of, and what follows holds only if it is true.
pub(super) fn if_true(model: &ReadModel<'_>, sign: &FindingId) -> String {
    let words = &model.words().result;
    let (Some(question), Some(finding)) =
        (model.knowledge.question_of(sign.as_str()), model.knowledge.finding(sign.as_str()))
    else {
        return String::new();
    };
    if question.is_single() {
        fill(&words.if_answer, &[("question", &question.text), ("answer", &finding.label)])
    } else {
        fill(&words.if_true, &[("sign", &finding.label)])
    }
}

/// What was picked where the runner was not sure: the row that says so, or the finding with "not sure" before it.
pub(super) fn not_sure(model: &ReadModel<'_>, question: &Question, finding: &AnswerOption) -> String {
    let is_row = |row: &&AnswerOption| matches!(&row.means, Meaning::NotSureOf(sign) if *sign == finding.id);
    match question.options.iter().find(is_row) {
        Some(row) => row.label.clone(),
        None => format!("{}: {}", model.words().questions.not_sure, finding.label),
    }
}
