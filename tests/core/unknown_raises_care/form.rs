//! Answers as the form gives them.

use crate::world::world;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::knowledge::ids::FindingId;
use kneenote::knowledge::question::{Meaning, Question};

/// The question that a finding answers.
pub fn question(finding: &FindingId) -> &'static Question {
    world().assessor.knowledge().question_of(finding.as_str()).unwrap()
}

/// The answer of the form that means "not sure" of this sign.
pub fn unsure_answer(sign: &FindingId) -> Option<&'static FindingId> {
    question(sign).options.iter().find(|answer| answer.means == Meaning::NotSureOf(sign.clone())).map(|a| &a.id)
}

/// The check with an answer picked.
pub fn pick(check: &Check, finding: &FindingId) -> Check {
    let mut picked = check.clone();
    picked.pick(question(finding), finding.as_str());
    picked
}

/// The check with one sign in another state, as the form would set it.
pub fn with(check: &Check, sign: &FindingId, answer: Answer) -> Check {
    let question = question(sign);
    let mut changed = check.clone();
    if question.is_single() {
        changed.clear(question);
        match (answer, unsure_answer(sign)) {
            (Answer::Yes, _) => changed.pick(question, sign.as_str()),
            (Answer::NotSure, Some(unsure)) => changed.pick(question, unsure.as_str()),
            (Answer::NotSure, None) => drop(changed.findings.insert(sign.clone(), Answer::NotSure)),
            _ => {}
        }
    } else {
        // Not through `tick`: an answer that stands alone ("no swelling") would go, and with it more than the sign.
        changed.findings.remove(sign);
        if answer.is_asked() {
            changed.findings.insert(sign.clone(), answer);
        }
    }
    changed
}
