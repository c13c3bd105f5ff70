//! Promise: a cause that an urgent rule names is never out of sight.

use crate::answer_set::AnswerSet;
use crate::fixtures::read;
use crate::known::knowledge;
use crate::met::Met;
use crate::random::{any_check, runner};
use crate::world::assess;
use kneenote::assess::Assessment;
use kneenote::knowledge::rule::{Level, Rule};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError};

/// Runs a property over what follows from 300 sets of answers.
fn for_any_check(holds: impl Fn(Assessment) -> Result<(), TestCaseError>) {
    let knowledge = knowledge();
    let mut runner = runner(Config { cases: 300, failure_persistence: None, ..Config::default() });
    runner.run(&any_check(knowledge), |check| holds(assess(&check))).unwrap_or_else(|fault| panic!("{fault}"));
}

/// Of what fired, the rules that may name something: in an emergency those of level 1 alone.
fn naming(found: &Assessment) -> Vec<&'static Rule> {
    let knowledge = knowledge();
    let least = found.urgency.level.min(Level::Urgent);
    let fired = found.urgency.fired.iter().map(|fired| knowledge.rule(fired.rule.as_str()).unwrap());
    fired.filter(|rule| if least == Level::Emergency { rule.level == least } else { rule.level <= least }).collect()
}

#[test]
fn a_cause_named_by_an_urgent_rule_is_shown_or_stands_among_those_to_check() {
    let looked_up = Met::default();
    for_any_check(|found| {
        for rule in naming(&found) {
            for named in &rule.names {
                let shown = found.shown_causes().any(|cause| cause.cause == *named);
                let to_check = found.to_check().any(|other| other.cause == *named);
                prop_assert!(shown || to_check, "{named} is named by {} and stands nowhere", rule.id);
                looked_up.add(1);
            }
        }
        Ok(())
    });
    looked_up.at_least(300, "names of urgent rules");
}

#[test]
fn in_an_emergency_only_rules_of_level_1_name_anything() {
    for_any_check(|found| {
        if found.urgency.level == Level::Emergency {
            let may_name = naming(&found);
            for named in found.to_check() {
                let is_of_one = may_name.iter().any(|rule| rule.names.contains(&named.cause));
                prop_assert!(is_of_one, "{} is named in an emergency, and not by it", named.cause);
            }
            for other in &found.urgency.named_other {
                let is_of_one = may_name.iter().any(|rule| rule.names_other == other.name);
                prop_assert!(is_of_one, "{} is named in an emergency, and not by it", other.name);
            }
        }
        Ok(())
    });
}

#[test]
fn what_a_rule_names_besides_causes_is_not_lost() {
    for_any_check(|found| {
        let knowledge = knowledge();
        let found = found.urgency;
        for fired in found.fired.iter().filter(|fired| fired.level == found.level) {
            let name = &knowledge.rule(fired.rule.as_str()).unwrap().names_other;
            let is_named = found.named_other.iter().any(|other| other.name == *name);
            prop_assert!(name.is_empty() || is_named, "{name}, named by {}, is lost", fired.rule);
        }
        Ok(())
    });
}

#[test]
fn too_few_answers_hide_the_causes_that_fit_but_not_those_a_rule_names() {
    let sparse: Vec<AnswerSet> = read("red_team/first.ron");
    let set = sparse.iter().find(|set| set.yes.iter().any(|id| *id == "calf_ache") && set.yes.len() <= 4).unwrap();
    let found = assess(&set.check());
    assert!(!found.is_sorted && found.shown.is_empty());
    assert!(found.to_check().next().is_some());
}

#[test]
fn the_way_back_to_running_is_closed_where_bone_may_be_stressed() {
    let sets = read::<Vec<AnswerSet>>("red_team/first.ron");
    let mut closed = 0;
    for set in sets.iter().filter(|set| set.danger == "bone_stress") {
        let found = assess(&set.check());
        if found.urgency.fired.iter().any(|fired| fired.rule == "C08_bone_maybe" || fired.level <= Level::Urgent) {
            assert!(found.stops_running(), "{}", set.id);
            closed += 1;
        }
    }
    assert!(closed > 5, "only {closed} sets tested");
}
