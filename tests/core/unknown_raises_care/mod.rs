//! Promise: what is not known raises care and never lowers it, and the same answers always give the same result.

mod form;
mod near_rules;
mod same_result;
mod swaps;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::met::Met;
use crate::random::any_check;
use crate::world::{TODAY, World, assess, world};
use kneenote::assess::urgency::FiredRule;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::evidence::Evidence;
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::files::ContentFiles;
use kneenote::knowledge::ids::{FindingId, RuleId};
use kneenote::knowledge::rule::Level;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseResult};

use form::{pick, question, unsure_answer, with};
use near_rules::checks_near_rules;
use swaps::Swaps;

/// Signs whose change may lower urgency: they say how it began, for how long, or that it gets better.
fn is_left_out(sign: &str) -> bool {
    sign.starts_with("onset_") || sign.starts_with("dur_") || sign == "trend_better"
}

fn signs(knowledge: &Knowledge) -> Vec<FindingId> {
    knowledge.red_flags.iter().filter(|sign| !is_left_out(sign.as_str())).cloned().collect()
}

fn level(check: &Check) -> Level {
    assess(check).urgency.level
}

fn run<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value) -> TestCaseResult) {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 100, ..Config::default() };
    crate::random::runner(config).run(strategy, test).unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn a_danger_sign_that_turns_to_yes_never_lowers_urgency() {
    let world = world();
    let signs = signs(world.assessor.knowledge());
    let raised = Met::default();
    run(200, &(checks_near_rules(world.assessor.knowledge()), any::<usize>()), |(check, first)| {
        for sign in signs.iter().cycle().skip(first % signs.len()).step_by(7).take(5) {
            let after = level(&with(&check, sign, Answer::Yes));
            for before in [Answer::NotAsked, Answer::No, Answer::NotSure] {
                if before == Answer::No && question(sign).is_single() {
                    continue; // No means another answer of the question: see the next test
                }
                let was = level(&with(&check, sign, before));
                prop_assert!(after <= was, "{sign} from {before:?} to Yes: from {was:?} to {after:?}\n{check:?}");
                raised.add(usize::from(after < was));
            }
        }
        Ok(())
    });
    raised.at_least(100, "levels that were raised");
}

#[test]
fn a_danger_sign_picked_in_place_of_another_answer_never_lowers_urgency() {
    let world = world();
    let swaps = Swaps::default();
    run(300, &checks_near_rules(world.assessor.knowledge()), |check| {
        for sign in signs(world.assessor.knowledge()).iter().filter(|sign| question(sign).is_single()) {
            let after = with(&check, sign, Answer::Yes);
            for sibling in question(sign).findings().filter(|sibling| sibling.id != *sign) {
                swaps.compare(&pick(&check, &sibling.id), &after, (&sibling.id, sign));
            }
        }
        Ok(())
    });
    swaps.none_lowers();
}

#[test]
fn a_danger_sign_that_turns_to_not_sure_never_lowers_urgency() {
    let world = world();
    let signs = signs(world.assessor.knowledge());
    let raised = Met::default();
    run(200, &(checks_near_rules(world.assessor.knowledge()), any::<usize>()), |(check, first)| {
        for sign in signs.iter().cycle().skip(first % signs.len()).step_by(7).take(5) {
            let after = level(&with(&check, sign, Answer::NotSure));
            for before in [Answer::NotAsked, Answer::No] {
                if before == Answer::No && question(sign).is_single() {
                    continue; // see the next test
                }
                let was = level(&with(&check, sign, before));
                prop_assert!(after <= was, "{sign} from {before:?} to NotSure: from {was:?} to {after:?}\n{check:?}");
                raised.add(usize::from(after < was));
            }
        }
        Ok(())
    });
    raised.at_least(100, "levels that were raised");
}

#[test]
fn not_sure_picked_in_place_of_another_answer_never_lowers_urgency() {
    let world = world();
    let swaps = Swaps::default();
    run(300, &checks_near_rules(world.assessor.knowledge()), |check| {
        for sign in signs(world.assessor.knowledge()).iter().filter(|sign| unsure_answer(sign).is_some()) {
            let after = with(&check, sign, Answer::NotSure);
            for sibling in question(sign).findings().filter(|sibling| sibling.id != *sign) {
                swaps.compare(&pick(&check, &sibling.id), &after, (&sibling.id, sign));
            }
        }
        Ok(())
    });
    swaps.none_lowers();
}

#[test]
fn taking_back_a_no_never_lowers_urgency_nor_takes_a_rule_away() {
    let world = world();
    let taken = Met::default();
    run(600, &(checks_near_rules(world.assessor.knowledge()), any::<u64>()), |(check, mask)| {
        let mut open = check.clone();
        let mut at = 0;
        open.findings.retain(|_, answer| {
            at += usize::from(*answer == Answer::No);
            *answer != Answer::No || mask >> (at % 64) & 1 == 0
        });
        taken.add(check.findings.len() - open.findings.len());
        let (with, without) = (world.assess(&check).urgency, world.assess(&open).urgency);
        prop_assert!(without.level <= with.level, "{:?} became {:?}\n{check:?}", with.level, without.level);
        let rules = |of: &[FiredRule]| -> BTreeSet<RuleId> { of.iter().map(|rule| rule.rule.clone()).collect() };
        let gone: Vec<_> = rules(&with.fired).difference(&rules(&without.fired)).cloned().collect();
        prop_assert!(
            without.level == Level::Emergency || gone.is_empty() || gone == [RuleId::from("S01_self_care")],
            "{gone:?} went\n{check:?}"
        );
        Ok(())
    });
    taken.at_least(2000, "answers taken back");
}

/// Whatever a No would weigh, a finding that was not asked, or not known for sure, weighs nothing.
#[test]
fn what_was_not_asked_is_not_counted_as_a_no_in_the_ranking() {
    let world = world();
    let other = World::of(&Arc::new(knowledge_where_no_weighs("0.013")));
    let counted = Met::default();
    run(100, &any_check(world.assessor.knowledge()), |check| {
        let answers = Evidence::of(&check, world.assessor.knowledge(), TODAY);
        let ours = world.assess(&check);
        for cause in &ours.causes {
            for reason in cause.speaks_for.iter().chain(&cause.speaks_against) {
                prop_assert!(reason.answer == answers.answer(reason.finding.as_str()));
                prop_assert!(matches!(reason.answer, Answer::Yes | Answer::No), "{reason:?}");
                counted.add(usize::from(reason.answer == Answer::No));
            }
            for finding in &cause.not_known {
                prop_assert!(!matches!(answers.answer(finding.as_str()), Answer::Yes | Answer::No), "{finding}");
            }
        }
        // The same check with every No taken back, so that each answer is Yes, not sure or not asked.
        let bare = without_any_no(world.assessor.knowledge(), &check);
        let said = Evidence::of(&bare, world.assessor.knowledge(), TODAY);
        prop_assert!(said.findings.values().all(|answer| *answer != Answer::No), "{:?}", said.findings);
        let (ours, theirs) = (world.assess(&bare), other.assess(&bare));
        prop_assert_eq!(ours.causes.len(), theirs.causes.len());
        for (one, two) in ours.causes.iter().zip(&theirs.causes) {
            prop_assert_eq!(&one.cause, &two.cause);
            prop_assert!(one.score.to_bits() == two.score.to_bits(), "{}: {} {}", one.cause, one.score, two.score);
            prop_assert!(one.speaks_against.iter().all(|reason| reason.answer == Answer::Yes));
        }
        Ok(())
    });
    counted.at_least(1000, "reasons that rest on a No");
    // The other knowledge does differ where a No was given.
    let mut check = Check { made: Some(TODAY), ..Check::default() };
    check.findings.insert("stairs_down".into(), Answer::No);
    assert_ne!(world.assess(&check).causes[0].score.to_bits(), other.assess(&check).causes[0].score.to_bits());
}

#[test]
fn an_empty_check_shows_no_level() {
    let world = world();
    let assessment = world.assess(&Check::default());
    assert_eq!(assessment.urgency.shown(), None);
    assert_eq!(assessment.urgency.unasked, world.assessor.knowledge().red_flags);
}

/// The knowledge with another weight for every No.
fn knowledge_where_no_weighs(weight: &str) -> Knowledge {
    let mut files = ContentFiles::embedded();
    let mut text = String::new();
    for (at, part) in files.text("weights.ron").split(", no: ").enumerate() {
        if at == 0 {
            text.push_str(part);
        } else {
            let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            text.push_str(", no: ");
            text.push_str(weight);
            text.push_str(rest);
        }
    }
    files.set("weights.ron", text);
    Knowledge::read(&files).unwrap()
}

/// The same check without anything that says No, or from which a No follows.
fn without_any_no(knowledge: &Knowledge, check: &Check) -> Check {
    let mut bare = check.clone();
    bare.side = None;
    bare.began = None;
    bare.tried.clear();
    bare.numbers.remove("height_cm");
    for spot in &mut bare.spots {
        spot.size = None;
    }
    bare.findings.retain(|id, answer| {
        let question = knowledge.question_of(id.as_str()).unwrap();
        let alone = knowledge.finding(id.as_str()).unwrap().alone;
        *answer != Answer::No && !alone && !question.is_single()
    });
    bare
}
