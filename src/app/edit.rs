//! How each change of an answer is made.

use super::command::Edit;
use crate::check::Check;
use crate::check::spot::{Activity, Knee, Side, Spot};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{QuestionId, ZoneId};

/// The result of a change that the runner is told about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Nothing special.
    Nothing,
    /// Marks moved to this knee.
    Moved(Knee),
}

/// Makes the change; `Told` says what the runner did not see themselves.
pub(super) fn apply(edit: Edit, check: &mut Check, knowledge: &Knowledge) -> Told {
    let question = |id: &QuestionId| knowledge.question(id.as_str());
    match edit {
        Edit::Pick(id, finding) => {
            if let Some(question) = question(&id) {
                check.pick(question, finding.as_str());
            }
        }
        Edit::Clear(id) => {
            if let Some(question) = question(&id) {
                check.clear(question);
                if id == "q_tried" {
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
        Edit::DenyAll(id) => {
            if let Some(question) = question(&id) {
                check.deny_all(question);
                if id == "q_tried" {
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
        Edit::Side(side) => return set_side(check, side),
        Edit::WorseKnee(knee) => check.worse_knee = Some(knee),
        Edit::ToggleSpot(knee, zone) => check.toggle_spot(knee, &zone),
        Edit::SpotWorst(knee, zone, pain) => with_spot(check, knee, &zone, |spot| spot.worst = Some(pain)),
        Edit::SpotNow(knee, zone, pain) => with_spot(check, knee, &zone, |spot| spot.now = Some(pain)),
        Edit::SpotSize(knee, zone, size) => with_spot(check, knee, &zone, |spot| spot.size = Some(size)),
        Edit::WorstSpot(worst) => check.worst_spot = worst,
        Edit::CopyToOtherKnee(from) => check.copy_to_other_knee(from),
        Edit::Began(began) => check.began = began,
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
            grow(&mut check.activities, at, || Activity { name: String::new(), can: None });
            if let Some(activity) = check.activities.get_mut(at) {
                activity.name = name;
            }
            shrink(&mut check.activities, |activity| activity.name.is_empty());
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
    Told::Nothing
}

fn set_side(check: &mut Check, side: Side) -> Told {
    let moved = check.set_side(side);
    match (moved, side) {
        (true, Side::Left) => Told::Moved(Knee::Left),
        (true, Side::Right) => Told::Moved(Knee::Right),
        _ => Told::Nothing,
    }
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
