//! How each change of an answer is made.

use super::command::Edit;
use crate::check::began::Began;
use crate::check::file::{MOST_DAYS, SCALE_END};
use crate::check::spot::{Activity, Knee, Side, Spot};
use crate::check::{Check, MOST_ACTIVITIES, MOST_CHARACTERS, MOST_QUESTIONS};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{FindingId, NumberId, QuestionId, ZoneId};
use crate::knowledge::known_ids::questions;
use crate::knowledge::question::{Meaning, Question, QuestionKind};
use crate::plain_text::own_words;

/// The result of a change that the runner is told about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditNotice {
    /// Nothing special.
    Nothing,
    /// Marks moved to this knee.
    Moved(Knee),
}

const NO_ACTIVITY: Activity = Activity { name: String::new(), can: None };

/// Makes the change; `EditNotice` says what the runner did not see themselves. A change that a check file could not hold is
/// not made: what is kept can always be read back.
pub fn apply(edit: Edit, check: &mut Check, knowledge: &Knowledge) -> EditNotice {
    let edit = cleaned(edit);
    if !fits(&edit, check, knowledge) {
        return EditNotice::Nothing;
    }
    let question = |id: &QuestionId| knowledge.question(id.as_str());
    match edit {
        Edit::Pick(id, finding) => {
            if let Some(question) = question(&id) {
                pick(check, question, &finding);
            }
        }
        Edit::Clear(id) => {
            if let Some(question) = question(&id) {
                check.clear(question);
                if id == questions::TRIED {
                    check.tried.clear();
                }
            }
        }
        Edit::Tick(id, finding, answer) => {
            if let Some(question) = question(&id) {
                // Ticking a row takes "none of these" back: the other rows are open again.
                if check.is_denied(question) {
                    check.clear(question);
                }
                check.tick(question, finding.as_str(), answer);
            }
        }
        Edit::DenyAll(id, seen) => {
            if let Some(question) = question(&id) {
                check.deny_all(question, &seen);
                if id == questions::TRIED {
                    check.tried.clear();
                }
            }
        }
        Edit::Number(id, value) => {
            match value {
                Some(value) => check.numbers.insert(id, value),
                None => check.numbers.remove(&id),
            };
        }
        Edit::Rate(id, value) => _ = check.numbers.insert(id, f64::from(value)),
        Edit::Side(side) => return set_side(check, side),
        Edit::WorseKnee(knee) => check.worse_knee = Some(knee),
        Edit::ToggleSpot(knee, zone) => check.toggle_spot(knee, &zone),
        Edit::SpotWorst(knee, zone, pain) => with_spot(check, knee, &zone, |spot| spot.worst = Some(pain)),
        Edit::SpotNow(knee, zone, pain) => with_spot(check, knee, &zone, |spot| spot.now = Some(pain)),
        Edit::SpotSize(knee, zone, size) => with_spot(check, knee, &zone, |spot| spot.size = Some(size)),
        Edit::WorstSpot(worst) => check.worst_spot = worst,
        Edit::CopyToOtherKnee(from) => check.copy_to_other_knee(from),
        Edit::Began(began) => set_began(check, knowledge, began),
        Edit::Tried(what) => {
            if let Some(question) = knowledge.question_of(what.as_str()) {
                check.clear(question);
            }
            check.toggle_tried(&what);
        }
        Edit::TriedDays(what, days) => {
            if let Some(tried) = check.tried.iter_mut().find(|tried| tried.what == what) {
                tried.days = days;
            }
        }
        Edit::TriedHelped(what, helped) => {
            if let Some(tried) = check.tried.iter_mut().find(|tried| tried.what == what) {
                tried.helped = Some(helped);
            }
        }
        Edit::Words(topic, text) => {
            if text.is_empty() {
                check.words.remove(&topic);
            } else {
                check.words.insert(topic, text);
            }
        }
        Edit::ActivityName(at, name) => {
            grow(&mut check.activities, at, || NO_ACTIVITY);
            if let Some(activity) = check.activities.get_mut(at) {
                activity.name = name;
            }
            shrink(&mut check.activities, |activity| *activity == NO_ACTIVITY);
        }
        Edit::ActivityCan(at, can) => {
            if let Some(activity) = check.activities.get_mut(at) {
                activity.can = Some(can);
            }
        }
        Edit::QuestionForVisit(at, text) => {
            grow(&mut check.questions, at, String::new);
            if let Some(question) = check.questions.get_mut(at) {
                *question = text;
            }
            shrink(&mut check.questions, String::is_empty);
        }
        Edit::Compared(compared) => check.compared = compared,
        Edit::WrittenBy(by) => check.written_by = by,
        Edit::Units(units) => check.units = units,
    }
    EditNotice::Nothing
}

/// The same change with own words as they are kept.
fn cleaned(edit: Edit) -> Edit {
    match edit {
        Edit::Words(topic, text) => Edit::Words(topic, own_words(&text)),
        Edit::ActivityName(at, name) => Edit::ActivityName(at, own_words(&name)),
        Edit::QuestionForVisit(at, text) => Edit::QuestionForVisit(at, own_words(&text)),
        other => other,
    }
}

/// Whether a check file can hold what the change leads to.
pub(super) fn fits(edit: &Edit, check: &Check, knowledge: &Knowledge) -> bool {
    let is_of_side = |knee: &Knee| check.side.is_none_or(|side| side.knees().contains(knee));
    let is_scaled = |value: &u8| *value <= SCALE_END;
    let is_short = |text: &str| text.chars().nth(MOST_CHARACTERS).is_none();
    match edit {
        Edit::Pick(id, finding) => has_answer(knowledge, id, finding),
        Edit::Tick(id, finding, _) => {
            let takes_one = knowledge.question(id.as_str()).is_some_and(Question::is_single);
            !takes_one && has_answer(knowledge, id, finding)
        }
        Edit::Number(id, Some(value)) => is_in_range(knowledge, id, *value),
        Edit::Rate(id, value) => is_in_range(knowledge, id, f64::from(*value)),
        Edit::WorseKnee(_) => check.side.is_none_or(|side| side == Side::Both),
        Edit::ToggleSpot(knee, zone) => is_of_side(knee) && knowledge.zone(zone.as_str()).is_some(),
        Edit::CopyToOtherKnee(from) => is_of_side(&from.other()),
        Edit::WorstSpot(Some((knee, zone))) => check.is_marked(*knee, zone.as_str()),
        Edit::SpotWorst(.., pain) | Edit::SpotNow(.., pain) => is_scaled(pain),
        Edit::Tried(what) => knowledge
            .questions
            .iter()
            .filter(|question| question.kind == QuestionKind::Tried)
            .any(|question| question.options.iter().any(|row| row.id == *what && row.means == Meaning::Finding)),
        Edit::TriedDays(_, Some(days)) => *days <= MOST_DAYS,
        Edit::Began(Some(began)) => began.to_string().parse() == Ok(*began),
        Edit::Words(_, text) => is_short(text),
        Edit::ActivityName(at, name) => *at < MOST_ACTIVITIES && is_short(name),
        Edit::ActivityCan(_, can) => is_scaled(can),
        Edit::QuestionForVisit(at, text) => *at < MOST_QUESTIONS && is_short(text),
        Edit::Clear(_)
        | Edit::DenyAll(..)
        | Edit::Number(_, None)
        | Edit::Side(_)
        | Edit::SpotSize(..)
        | Edit::WorstSpot(None)
        | Edit::Began(None)
        | Edit::TriedDays(_, None)
        | Edit::TriedHelped(..)
        | Edit::Compared(_)
        | Edit::WrittenBy(_)
        | Edit::Units(_) => true,
    }
}

fn is_in_range(knowledge: &Knowledge, id: &NumberId, value: f64) -> bool {
    let mut numbers = knowledge.questions.iter().flat_map(|question| &question.numbers);
    numbers.any(|number| number.id == *id && (number.min..=number.max).contains(&value))
}

fn has_answer(knowledge: &Knowledge, question: &QuestionId, finding: &FindingId) -> bool {
    knowledge.question(question.as_str()).is_some_and(|of| of.options.iter().any(|answer| answer.id == *finding))
}

fn pick(check: &mut Check, question: &Question, finding: &FindingId) {
    check.pick(question, finding.as_str());
    // The last word wins: the box of the date is empty again.
    if question.id == questions::DURATION {
        check.began = None;
    }
}

/// A date takes the place of the answer that was picked.
fn set_began(check: &mut Check, knowledge: &Knowledge, began: Option<Began>) {
    if began.is_some()
        && let Some(question) = knowledge.question(&questions::DURATION)
    {
        check.clear(question);
    }
    check.began = began;
}

fn set_side(check: &mut Check, side: Side) -> EditNotice {
    let moved = check.set_side(side);
    match (moved, side) {
        (true, Side::Left) => EditNotice::Moved(Knee::Left),
        (true, Side::Right) => EditNotice::Moved(Knee::Right),
        _ => EditNotice::Nothing,
    }
}

/// Drops the last activities that have no name. While it is typed anew, how well it goes stays.
pub(super) fn drop_nameless(check: &mut Check) {
    shrink(&mut check.activities, |activity| activity.name.is_empty());
}

fn with_spot(check: &mut Check, knee: Knee, zone: &ZoneId, change: impl FnOnce(&mut Spot)) {
    if let Some(spot) = check.spots.iter_mut().find(|spot| spot.knee == knee && spot.zone == *zone) {
        change(spot);
    }
}

fn grow<T>(list: &mut Vec<T>, at: usize, blank: impl Fn() -> T) {
    while list.len() <= at {
        list.push(blank());
    }
}

fn shrink<T>(list: &mut Vec<T>, is_blank: impl Fn(&T) -> bool) {
    while list.last().is_some_and(&is_blank) {
        list.pop();
    }
}
