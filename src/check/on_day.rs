//! A change of an answer on a day: what is too old to count goes, and what is said now is of today.

use jiff::civil::Date;

use super::Check;
use super::apply::{EditNotice, apply, changed};
use super::edit::Edit;
use super::evidence::Evidence;
use super::spot::{Spot, SpotPain};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::FindingId;
use crate::knowledge::known_ids::questions;
use crate::knowledge::question::{Question, QuestionKind};

/// Makes a change and writes down its day. `evidence` are those before it: what of the same question does not count any
/// more must not come to life because some of it is said anew.
pub fn apply_on(edit: Edit, check: &mut Check, knowledge: &Knowledge, evidence: &Evidence, today: Date) -> EditNotice {
    let Some(question) = answered_by(&edit, knowledge) else { return apply(edit, check, knowledge) };
    let mut before = check.clone();
    forget_old(&mut before, question, evidence);
    let rows = rows_told(&edit, &before, question);
    let Some((after, notice)) = changed(edit, &before, knowledge) else { return EditNotice::Nothing };
    *check = after;
    let stays = |part: bool| part && before.is_touched(question);
    match rows {
        Some(rows) if stays(true) => {
            let is_told = |id: &FindingId| rows.contains(id) || before.answer(id.as_str()) != check.answer(id.as_str());
            let told: Vec<_> = question.options.iter().map(|row| row.id.clone()).filter(is_told).collect();
            check.tell_rows(question, &told, today);
        }
        // Of several parts the others are as old as they were.
        None if stays(has_other_parts(&before, check, question)) => {
            check.answered.entry(question.id.clone()).or_insert(today);
        }
        _ => check.tell(question, today),
    }
    let is_other_side = check.side != before.side;
    for other in &knowledge.questions {
        if !check.is_touched(other) || (is_other_side && other.kind == QuestionKind::Side) {
            check.tell(other, today);
        } else if !before.is_touched(other) {
            check.answered.entry(other.id.clone()).or_insert(today);
        }
    }
    notice
}

/// The question that a change answers.
fn answered_by<'a>(edit: &Edit, knowledge: &'a Knowledge) -> Option<&'a Question> {
    let of_kind = |kind: QuestionKind| knowledge.questions.iter().find(|question| question.kind == kind);
    match edit {
        Edit::Pick(id, _) | Edit::Choose(id, ..) | Edit::Clear(id) | Edit::Tick(id, ..) | Edit::DenyAll(id, _) => {
            knowledge.question(id.as_str())
        }
        Edit::Number(id, _) | Edit::Rate(id, _) => knowledge.question_of_number(id.as_str()),
        Edit::ToggleSpot(..) | Edit::SwapKnee(..) | Edit::CopyToOtherKnee(_) => of_kind(QuestionKind::Zones),
        Edit::SpotSize(..) => of_kind(QuestionKind::SpotSize),
        Edit::SpotWorst(..) => knowledge.question(&questions::PAIN_WORST),
        Edit::SpotNow(..) => knowledge.question(&questions::PAIN_NOW),
        Edit::Began(_) => knowledge.question(&questions::DURATION),
        Edit::Tried(_) | Edit::TriedDays(..) | Edit::TriedHelped(..) => of_kind(QuestionKind::Tried),
        Edit::Race(_)
        | Edit::Words(..)
        | Edit::ActivityName(..)
        | Edit::ActivityCan(..)
        | Edit::QuestionForVisit(..)
        | Edit::Compared(_)
        | Edit::WrittenBy(_)
        | Edit::Units(_)
        | Edit::Runs(_)
        | Edit::Diary(..)
        | Edit::WayBack(_) => None,
    }
}

/// The rows of which a change tells, where it leaves others of the question as they are: one that is ticked, unless it
/// takes "none of these" back, or those that "none of these" denies because they were in view.
fn rows_told(edit: &Edit, before: &Check, question: &Question) -> Option<Vec<FindingId>> {
    match edit {
        Edit::Tick(_, row, _) if !before.is_denied(question) => Some(vec![row.clone()]),
        Edit::DenyAll(_, seen) if seen.first_unseen(question).is_some() => {
            Some(question.findings().map(|row| row.id.clone()).filter(|id| seen.holds(id)).collect())
        }
        _ => None,
    }
}

/// Drops what of a question is too old to count.
fn forget_old(check: &mut Check, question: &Question, evidence: &Evidence) {
    for row in question.options.iter().filter(|row| evidence.expired.contains(&row.id)) {
        check.findings.remove(&row.id);
    }
    for number in question.numbers.iter().filter(|number| !evidence.numbers.contains_key(&number.id)) {
        check.numbers.remove(&number.id);
    }
    if evidence.stale.contains(&question.id)
        && let Some(pain) = SpotPain::asked_by(question)
    {
        check.spots.iter_mut().for_each(|spot| *pain.of_mut(spot) = None);
    }
}

/// Whether part of a question that is answered in parts was not changed: another number, the pain of another place.
fn has_other_parts(before: &Check, after: &Check, question: &Question) -> bool {
    let numbers = question.numbers.iter().map(|number| number.id.as_str());
    let is_number_left =
        numbers.into_iter().any(|id| before.number(id).is_some() && before.number(id) == after.number(id));
    let is_part_left = |part: &dyn Fn(&Spot) -> bool| {
        before.spots.iter().filter(|spot| part(spot)).any(|spot| after.spots.contains(spot))
    };
    let is_spot_left = match question.kind {
        QuestionKind::Zones => is_part_left(&|_| true),
        QuestionKind::SpotSize => is_part_left(&|spot| spot.size.is_some()),
        _ => SpotPain::asked_by(question).is_some_and(|pain| is_part_left(&|spot| pain.of(spot).is_some())),
    };
    let is_tried_left = question.kind == QuestionKind::Tried
        && before.tried.iter().any(|tried| after.tried.iter().any(|other| other.what == tried.what));
    is_number_left || is_spot_left || is_tried_left
}
