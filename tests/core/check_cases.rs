//! Promise: textbook pictures get the level, the first cause and the rules that the evidence expects.

use crate::answer_set::AnswerSet;
use crate::fixtures::read;
use crate::known::knowledge;
use crate::world::assess;
use kneenote::check::answer::Answer;

/// Questions that count as asked in the check cases: what is not ticked is No.
const ASKED: [&str; 8] =
    ["q_safety_now", "q_onset", "q_when", "q_feel", "q_makes_worse", "q_swell", "q_stiff", "q_history"];

#[test]
fn every_check_case_gets_its_level_first_cause_and_rules() {
    let knowledge = knowledge();
    let mut wrong = Vec::new();
    for case in read::<Vec<AnswerSet>>("check_cases.ron") {
        let mut check = case.check();
        for question in ASKED.iter().filter_map(|id| knowledge.question(id)) {
            for finding in question.findings() {
                check.findings.entry(finding.id.clone()).or_insert(Answer::No);
            }
        }
        let found = assess(&check);
        let rules: Vec<_> = found.urgency.fired.iter().map(|rule| rule.rule.clone()).collect();
        if !case.levels.contains(&found.urgency.level) {
            wrong.push(format!("{}: level {:?}", case.id, found.urgency.level));
        }
        let hours = found.urgency.first().map(|rule| rule.within_hours);
        if case.hours.is_some() && hours != case.hours {
            wrong.push(format!("{}: within {hours:?} hours, expected {:?}", case.id, case.hours));
        }
        if !case.first.is_empty() && !case.first.contains(&found.causes[0].cause) {
            wrong.push(format!("{}: first is {}, expected {:?}", case.id, found.causes[0].cause, case.first));
        }
        for rule in &case.rules {
            if !rules.contains(rule) {
                wrong.push(format!("{}: {rule} did not fire, only {rules:?}", case.id));
            }
        }
        for rule in case.not_rules.iter().filter(|rule| rules.contains(rule)) {
            wrong.push(format!("{}: {rule} fired", case.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
