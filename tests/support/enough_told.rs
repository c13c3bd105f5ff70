//! Who has told all that self-care hangs on.

use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::knowledge::Knowledge;

use crate::world::TODAY;

/// The same check with all that self-care hangs on told as a healthy runner would: what is there stays as it is.
pub fn with_enough_told(knowledge: &Knowledge, mut check: Check) -> Check {
    check.side = check.side.or(Some(Side::Right));
    check.made = Some(TODAY);
    check.answered.clear();
    if check.spots.is_empty() {
        check.spots.push(Spot { knee: Knee::Right, zone: "kneecap".into(), worst: None, now: None, size: None });
    }
    check.numbers.entry("age".into()).or_insert(30.0);
    for usual in ["walk_normal", "onset_gradual", "dur_3_14d", "swell_none"] {
        let question = knowledge.question_of(usual).unwrap();
        let is_told = question.options.iter().any(|row| check.answer(row.id.as_str()) == Answer::Yes);
        if !is_told && (usual != "dur_3_14d" || check.began.is_none()) {
            check.findings.insert(usual.into(), Answer::Yes);
        }
    }
    let asked = knowledge.findings().map(|finding| &finding.id);
    for id in asked.filter(|id| knowledge.red_flags.contains(id) || **id == "giving_way") {
        check.findings.entry(id.clone()).or_insert(Answer::No);
    }
    check
}
