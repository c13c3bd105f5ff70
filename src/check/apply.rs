//! How each change of an answer is made.

use std::collections::BTreeMap;

use super::Check;
use super::answer::Answer;
use super::began::Began;
use super::edit::Edit;
use super::seen::SeenRows;
use super::spot::{Activity, Knee, Spot, Tried};
use super::{MOST_ACTIVITIES, MOST_QUESTIONS, diary, way_back};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{FindingId, QuestionId, ZoneId};
use crate::knowledge::known_ids::questions;
use crate::knowledge::question::{Question, QuestionKind};
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

/// Makes the change, and says what of it the runner did not see themselves. A change that a check file could not hold is
/// not made: what is kept can always be read back.
pub fn apply(edit: Edit, check: &mut Check, knowledge: &Knowledge) -> EditNotice {
    let Some((changed, notice)) = changed(edit, check, knowledge) else { return EditNotice::Nothing };
    *check = changed;
    notice
}

/// The check after the change; none where a check file could not hold it: a fault came with it.
pub(super) fn changed(edit: Edit, check: &Check, knowledge: &Knowledge) -> Option<(Check, EditNotice)> {
    let mut changed = check.clone();
    let notice = make(cleaned(edit), &mut changed, knowledge)?;
    let faults = changed.faults(knowledge);
    let fits = faults.is_empty() || {
        let before = check.faults(knowledge);
        faults.iter().all(|fault| before.contains(fault))
    };
    fits.then_some((changed, notice))
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

/// Makes a change, whatever the check is then; none where it names what is not there.
fn make(edit: Edit, check: &mut Check, knowledge: &Knowledge) -> Option<EditNotice> {
    match edit {
        Edit::Pick(id, row) => pick(check, question_with(knowledge, &id, &row)?, &row),
        Edit::Choose(id, row, seen) => check.choose(question_with(knowledge, &id, &row)?, &row, &seen),
        Edit::Clear(id) => clear(check, knowledge.question(id.as_str())?),
        Edit::Tick(id, row, answer) => {
            tick(check, question_with(knowledge, &id, &row).filter(|question| !question.is_single())?, &row, answer);
        }
        Edit::DenyAll(id, seen) => deny_all(check, knowledge.question(id.as_str())?, &seen),
        Edit::Number(id, value) => put(&mut check.numbers, id, value),
        Edit::Rate(id, value) => put(&mut check.numbers, id, Some(f64::from(value))),
        Edit::ToggleSpot(knee, zone) => check.toggle_spot(knee, &zone),
        Edit::SwapKnee(knee, zone) => {
            let moved = check.swap_knee(knee, &zone);
            return Some(if moved { EditNotice::Moved(knee.other()) } else { EditNotice::Nothing });
        }
        Edit::SpotWorst(knee, zone, pain) => check.rate_spot(knee, &zone, pain),
        Edit::SpotNow(knee, zone, pain) => with_spot(check, knee, &zone, |spot| spot.now = Some(pain)),
        Edit::SpotSize(knee, zone, size) => with_spot(check, knee, &zone, |spot| spot.size = Some(size)),
        Edit::CopyToOtherKnee(from) => check.copy_to_other_knee(from),
        Edit::Began(began) => set_began(check, knowledge, began),
        Edit::Race(day) => check.race_on = day,
        Edit::Tried(what) => toggle_tried(check, knowledge, &what),
        Edit::TriedDays(what, days) => with_tried(check, &what, |tried| tried.days = days),
        Edit::TriedHelped(what, helped) => with_tried(check, &what, |tried| tried.helped = Some(helped)),
        Edit::Words(topic, text) => put(&mut check.words, topic, Some(text).filter(|text| !text.is_empty())),
        Edit::ActivityName(at, name) => {
            item(&mut check.activities, at, MOST_ACTIVITIES, &NO_ACTIVITY)?.name = name;
            shrink(&mut check.activities, |activity| *activity == NO_ACTIVITY);
        }
        Edit::ActivityCan(at, can) => {
            if let Some(activity) = check.activities.get_mut(at) {
                activity.can = Some(can);
            }
        }
        Edit::QuestionForVisit(at, text) => {
            *item(&mut check.questions, at, MOST_QUESTIONS, &String::new())? = text;
            shrink(&mut check.questions, String::is_empty);
        }
        Edit::Compared(compared) => check.compared = compared,
        Edit::WrittenBy(by) => check.written_by = by,
        Edit::Units(units) => check.units = units,
        Edit::Runs(told) => check.training = told.map(|told| *told),
        Edit::Diary(day, edit, today) => diary::change(&mut check.diary, day, edit, today),
        Edit::WayBack(edit) => way_back::change(&mut check.way_back, edit),
    }
    Some(EditNotice::Nothing)
}

/// The question of this id, where it has this answer.
fn question_with<'a>(knowledge: &'a Knowledge, id: &QuestionId, row: &FindingId) -> Option<&'a Question> {
    knowledge.question(id.as_str()).filter(|question| question.options.iter().any(|answer| answer.id == *row))
}

fn pick(check: &mut Check, question: &Question, row: &FindingId) {
    check.pick(question, row.as_str());
    // The last word wins: the box of the date is empty again.
    if question.id == questions::DURATION {
        check.began = None;
    }
}

fn clear(check: &mut Check, question: &Question) {
    check.clear(question);
    forget_tried(check, question);
}

fn tick(check: &mut Check, question: &Question, row: &FindingId, answer: Answer) {
    // Ticking a row takes "none of these" back: the other rows are open again.
    if check.is_denied(question) {
        check.clear(question);
    }
    check.tick(question, row.as_str(), answer);
}

fn deny_all(check: &mut Check, question: &Question, seen: &SeenRows) {
    check.deny_all(question, seen);
    forget_tried(check, question);
}

fn forget_tried(check: &mut Check, question: &Question) {
    if question.kind == QuestionKind::Tried {
        check.tried.clear();
    }
}

fn toggle_tried(check: &mut Check, knowledge: &Knowledge, what: &FindingId) {
    if let Some(question) = knowledge.question_of(what.as_str()) {
        check.clear(question);
    }
    check.toggle_tried(what);
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

impl Check {
    /// Drops the last activities that have no name. While it is typed anew, how well it goes stays.
    pub fn drop_nameless(&mut self) {
        shrink(&mut self.activities, |activity| activity.name.is_empty());
    }
}

fn with_spot(check: &mut Check, knee: Knee, zone: &ZoneId, change: impl FnOnce(&mut Spot)) {
    if let Some(spot) = check.spots.iter_mut().find(|spot| spot.knee == knee && spot.zone == *zone) {
        change(spot);
    }
}

fn with_tried(check: &mut Check, what: &FindingId, change: impl FnOnce(&mut Tried)) {
    if let Some(tried) = check.tried.iter_mut().find(|tried| tried.what == *what) {
        change(tried);
    }
}

/// Sets what stands under a key, or takes it away.
fn put<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => _ = map.insert(key, value),
        None => _ = map.remove(&key),
    }
}

/// The item at a position, with blank ones before it where there are none; none behind the last that there may be.
fn item<'a, T: Clone>(list: &'a mut Vec<T>, at: usize, most: usize, blank: &T) -> Option<&'a mut T> {
    if at < most && list.len() <= at {
        list.resize(at + 1, blank.clone());
    }
    list.get_mut(at)
}

fn shrink<T>(list: &mut Vec<T>, is_blank: impl Fn(&T) -> bool) {
    while list.last().is_some_and(&is_blank) {
        list.pop();
    }
}
