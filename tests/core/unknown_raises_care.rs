//! Promise: what is not known raises care and never lowers it, and the same answers always give the same result.

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::known::knowledge;
use crate::random::any_check;
use crate::today::TODAY;
use kneenote::assess::explain::explain;
use kneenote::assess::{Assessment, Assessor};
use kneenote::check::answer::Answer;
use kneenote::check::evidence::Evidence;
use kneenote::check::spot::{Knee, Side, Spot};
use kneenote::check::{Check, Topic};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::condition::{Comparison, Expr};
use kneenote::knowledge::files::ContentFiles;
use kneenote::knowledge::ids::{FindingId, RuleId};
use kneenote::knowledge::question::{Meaning, Question};
use kneenote::knowledge::rule::Level;
use kneenote::note::page;
use kneenote::wording::Wording;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseResult};

/// Signs whose change may lower urgency: they say how it began, for how long, or that it gets better.
fn is_left_out(sign: &str) -> bool {
    sign.starts_with("onset_") || sign.starts_with("dur_") || sign == "trend_better"
}

fn signs(knowledge: &Knowledge) -> Vec<FindingId> {
    knowledge.red_flags.iter().filter(|sign| !is_left_out(sign.as_str())).cloned().collect()
}

fn run<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value) -> TestCaseResult) {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 100, ..Config::default() };
    crate::random::runner(config).run(strategy, test).unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn a_danger_sign_that_turns_to_yes_never_lowers_urgency() {
    let world = World::new();
    let signs = signs(&world.knowledge);
    let raised = Cell::new(0);
    run(200, &(checks_near_rules(&world.knowledge), any::<usize>()), |(check, first)| {
        for sign in signs.iter().cycle().skip(first % signs.len()).step_by(7).take(5) {
            let after = world.level(&world.with(&check, sign, Answer::Yes));
            for before in [Answer::NotAsked, Answer::No, Answer::NotSure] {
                if before == Answer::No && world.question(sign).is_single() {
                    continue; // No means another answer of the question: see the next test
                }
                let was = world.level(&world.with(&check, sign, before));
                prop_assert!(after <= was, "{sign} from {before:?} to Yes: from {was:?} to {after:?}\n{check:?}");
                raised.set(raised.get() + usize::from(after < was));
            }
        }
        Ok(())
    });
    println!("raised {} times", raised.get());
    assert!(raised.get() > 100);
}

#[test]
fn a_danger_sign_picked_in_place_of_another_answer_never_lowers_urgency() {
    let world = World::new();
    let swaps = Swaps::default();
    run(300, &checks_near_rules(&world.knowledge), |check| {
        for sign in signs(&world.knowledge).iter().filter(|sign| world.question(sign).is_single()) {
            let after = world.with(&check, sign, Answer::Yes);
            for sibling in world.question(sign).findings().filter(|sibling| sibling.id != *sign) {
                swaps.compare(&world, &world.pick(&check, &sibling.id), &after, (&sibling.id, sign));
            }
        }
        Ok(())
    });
    swaps.none_lowers();
}

#[test]
fn a_danger_sign_that_turns_to_not_sure_never_lowers_urgency() {
    let world = World::new();
    let signs = signs(&world.knowledge);
    let raised = Cell::new(0);
    run(200, &(checks_near_rules(&world.knowledge), any::<usize>()), |(check, first)| {
        for sign in signs.iter().cycle().skip(first % signs.len()).step_by(7).take(5) {
            let after = world.level(&world.with(&check, sign, Answer::NotSure));
            for before in [Answer::NotAsked, Answer::No] {
                if before == Answer::No && world.question(sign).is_single() {
                    continue; // see the next test
                }
                let was = world.level(&world.with(&check, sign, before));
                prop_assert!(after <= was, "{sign} from {before:?} to NotSure: from {was:?} to {after:?}\n{check:?}");
                raised.set(raised.get() + usize::from(after < was));
            }
        }
        Ok(())
    });
    println!("raised {} times", raised.get());
    assert!(raised.get() > 100);
}

#[test]
fn not_sure_picked_in_place_of_another_answer_never_lowers_urgency() {
    let world = World::new();
    let swaps = Swaps::default();
    run(300, &checks_near_rules(&world.knowledge), |check| {
        for sign in signs(&world.knowledge).iter().filter(|sign| world.unsure_answer(sign).is_some()) {
            let after = world.with(&check, sign, Answer::NotSure);
            for sibling in world.question(sign).findings().filter(|sibling| sibling.id != *sign) {
                swaps.compare(&world, &world.pick(&check, &sibling.id), &after, (&sibling.id, sign));
            }
        }
        Ok(())
    });
    swaps.none_lowers();
}

#[test]
fn taking_back_a_no_never_lowers_urgency_nor_takes_a_rule_away() {
    let world = World::new();
    let taken = Cell::new(0);
    run(600, &(checks_near_rules(&world.knowledge), any::<u64>()), |(check, mask)| {
        let mut open = check.clone();
        let mut at = 0;
        open.findings.retain(|_, answer| {
            at += usize::from(*answer == Answer::No);
            *answer != Answer::No || mask >> (at % 64) & 1 == 0
        });
        taken.set(taken.get() + check.findings.len() - open.findings.len());
        let (with, without) = (world.assess(&check).urgency, world.assess(&open).urgency);
        prop_assert!(without.level <= with.level, "{:?} became {:?}\n{check:?}", with.level, without.level);
        let rules = |of: &[kneenote::assess::urgency::FiredRule]| -> BTreeSet<RuleId> {
            of.iter().map(|rule| rule.rule.clone()).collect()
        };
        let gone: Vec<_> = rules(&with.fired).difference(&rules(&without.fired)).cloned().collect();
        prop_assert!(
            without.level == Level::Emergency || gone.is_empty() || gone == [RuleId::from("S01_self_care")],
            "{gone:?} went\n{check:?}"
        );
        Ok(())
    });
    println!("{} answers taken back", taken.get());
    assert!(taken.get() > 2000);
}

/// Whatever a No would weigh, a finding that was not asked, or not known for sure, weighs nothing.
#[test]
fn what_was_not_asked_is_not_counted_as_a_no_in_the_ranking() {
    let world = World::new();
    let other = World::with_knowledge(knowledge_where_no_weighs("0.013"));
    let counted = Cell::new(0);
    run(100, &any_check(&world.knowledge), |check| {
        let answers = Evidence::of(&check, &world.knowledge, TODAY);
        let ours = world.assess(&check);
        for cause in &ours.causes {
            for reason in cause.speaks_for.iter().chain(&cause.speaks_against) {
                prop_assert!(reason.answer == answers.answer(reason.finding.as_str()));
                prop_assert!(matches!(reason.answer, Answer::Yes | Answer::No), "{reason:?}");
                counted.set(counted.get() + usize::from(reason.answer == Answer::No));
            }
            for finding in &cause.not_known {
                prop_assert!(!matches!(answers.answer(finding.as_str()), Answer::Yes | Answer::No), "{finding}");
            }
        }
        // The same check with every No taken back, so that each answer is Yes, not sure or not asked.
        let bare = without_any_no(&world.knowledge, &check);
        let said = Evidence::of(&bare, &world.knowledge, TODAY);
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
    println!("{} reasons rest on a No", counted.get());
    assert!(counted.get() > 1000);
    // The other knowledge does differ where a No was given.
    let mut check = Check { made: Some(TODAY), ..Check::default() };
    check.findings.insert("stairs_down".into(), Answer::No);
    assert_ne!(world.assess(&check).causes[0].score.to_bits(), other.assess(&check).causes[0].score.to_bits());
}

#[test]
fn an_empty_check_shows_no_level() {
    let world = World::new();
    let assessment = world.assess(&Check::default());
    assert_eq!(assessment.urgency.shown(), None);
    assert_eq!(assessment.urgency.unasked, world.knowledge.red_flags);
}

#[test]
fn the_same_answers_give_the_same_bytes() {
    let (one, two) = (World::new(), World::new());
    run(12, &any_check(&one.knowledge), |check| {
        prop_assert_eq!(one.working(&check), two.working(&check));
        prop_assert_eq!(one.note(&check), two.note(&check));
        Ok(())
    });
}

#[test]
fn mirroring_changes_nothing_in_the_assessment() {
    let world = World::new();
    run(300, &any_check(&world.knowledge), |check| {
        let (ours, theirs) = (world.assess(&check), world.assess(&mirror(&check)));
        prop_assert_eq!(&ours.evidence.zones, &theirs.evidence.zones);
        prop_assert_eq!(ours.evidence.answer("side_left"), theirs.evidence.answer("side_right"));
        prop_assert_eq!(ours.evidence.answer("side_right"), theirs.evidence.answer("side_left"));
        let without_answers = |assessment: Assessment| Assessment { evidence: Evidence::default(), ..assessment };
        prop_assert_eq!(without_answers(ours), without_answers(theirs));
        Ok(())
    });
}

#[test]
fn mirroring_changes_only_the_side_words_of_the_note() {
    let world = World::new();
    run(300, &any_check(&world.knowledge), |mut check| {
        check.words.clear(); // own words may hold anything, also "left"
        check.activities.clear();
        check.questions.clear();
        // The two words differ in length, so lines may break elsewhere: the words are what counts.
        let (ours, theirs) = (world.note(&check), world.note(&mirror(&check)));
        let swapped: Vec<String> = ours.split_whitespace().map(swap_side).collect();
        let other: Vec<String> = theirs.split_whitespace().map(str::to_owned).collect();
        prop_assert!(sorted(swapped) == sorted(other), "one page says what the other leaves out\n{ours}\n{theirs}");
        Ok(())
    });
}

/// Of two knees without a mark the left one is named first, mirrored or not: the order of the words does not count.
fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort();
    words
}

fn swap_side(word: &str) -> String {
    match word {
        "LEFT" => "RIGHT".to_owned(),
        "RIGHT" => "LEFT".to_owned(),
        word => word.to_owned(),
    }
}

fn mirror(check: &Check) -> Check {
    let mut mirrored = check.clone();
    mirrored.side = check.side.map(|side| match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
        Side::Both => Side::Both,
    });
    mirrored.worse_knee = check.worse_knee.map(Knee::other);
    for spot in &mut mirrored.spots {
        spot.knee = spot.knee.other();
    }
    mirrored.worst_spot = check.worst_spot.clone().map(|(knee, zone)| (knee.other(), zone));
    for (one, other) in [("side_left", "side_right"), ("side_right", "side_left")] {
        mirrored.findings.remove(one);
        if let Some(answer) = check.findings.get(other) {
            mirrored.findings.insert(one.into(), *answer);
        }
    }
    mirrored
}

/// The knowledge, and what follows from it.
struct World {
    knowledge: Knowledge,
    assessor: Assessor,
    wording: Wording,
}

impl World {
    fn new() -> Self {
        Self::with_knowledge(knowledge())
    }

    fn with_knowledge(knowledge: Knowledge) -> Self {
        let assessor = Assessor::new(&knowledge);
        Self { knowledge, assessor, wording: Wording::embedded().unwrap() }
    }

    fn assess(&self, check: &Check) -> Assessment {
        self.assessor.assess(&self.knowledge, check, TODAY)
    }

    fn level(&self, check: &Check) -> Level {
        self.assess(check).urgency.level
    }

    /// What `--explain` prints; the questions to ask try out every open answer, which takes its time.
    fn working(&self, check: &Check) -> String {
        let assessment = self.assess(check);
        let asks = self.assessor.next_questions(&self.knowledge, &assessment);
        explain(&self.knowledge, &assessment, &asks)
    }

    fn note(&self, check: &Check) -> String {
        page(&self.knowledge, &self.wording.note, check, &self.assess(check), TODAY).text
    }

    fn question(&self, finding: &FindingId) -> &Question {
        self.knowledge.question_of(finding.as_str()).unwrap()
    }

    /// The answer of the form that means "not sure" of this sign.
    fn unsure_answer(&self, sign: &FindingId) -> Option<&FindingId> {
        self.question(sign)
            .options
            .iter()
            .find(|answer| answer.means == Meaning::NotSureOf(sign.clone()))
            .map(|a| &a.id)
    }

    fn pick(&self, check: &Check, finding: &FindingId) -> Check {
        let mut picked = check.clone();
        picked.pick(self.question(finding), finding.as_str());
        picked
    }

    /// The check with one sign in another state, as the form would set it.
    fn with(&self, check: &Check, sign: &FindingId, answer: Answer) -> Check {
        let question = self.question(sign);
        let mut changed = check.clone();
        if question.is_single() {
            changed.clear(question);
            match (answer, self.unsure_answer(sign)) {
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
}

/// "No power to push it straight" after an event is an emergency (E10). "Blocked" in its place is one too where it hurts
/// at the tendons or the leg is weak; else it reports another trouble, which the evidence has at level 2 (U01, and the
/// check case of a locked knee). A clinician has to say whether that is right; any further pair is a fault.
const TOLD_APART: [&str; 1] = ["straight_weak -> locked_now"];

/// Pairs of answers of one question where the second is less urgent than the first, with the smallest example.
#[derive(Default)]
struct Swaps {
    lower: std::cell::RefCell<std::collections::BTreeMap<String, (usize, String)>>,
}

impl Swaps {
    fn compare(&self, world: &World, before: &Check, after: &Check, (from, to): (&FindingId, &FindingId)) {
        let (was, is) = (world.assess(before).urgency, world.assess(after).urgency);
        if is.level <= was.level {
            return;
        }
        let yes: Vec<_> =
            after.findings.iter().filter(|(_, a)| **a == Answer::Yes).map(|(id, _)| id.as_str()).collect();
        let zones: Vec<_> = after.spots.iter().map(|spot| spot.zone.as_str()).collect();
        let rules: Vec<_> = was.fired.iter().filter(|r| r.level == was.level).map(|r| r.rule.as_str()).collect();
        let size = yes.len() + zones.len() + after.numbers.len();
        let example = format!(
            "level {} to {}, {rules:?} no more, with {yes:?} {zones:?} {:?}",
            was.level.number(),
            is.level.number(),
            after.numbers
        );
        let mut lower = self.lower.borrow_mut();
        let known = lower.entry(format!("{from} -> {to}")).or_insert((usize::MAX, String::new()));
        if size < known.0 {
            *known = (size, example);
        }
    }

    fn none_lowers(&self) {
        let lower: Vec<_> = self
            .lower
            .borrow()
            .iter()
            .filter(|(pair, _)| !TOLD_APART.contains(&pair.as_str()))
            .map(|(pair, (_, example))| format!("{pair}: {example}"))
            .collect();
        assert!(lower.is_empty(), "{}", lower.join("\n"));
    }
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

/// Checks that stand at the edge of a rule: its condition holds, or nearly, with a few answers more.
fn checks_near_rules(knowledge: &Knowledge) -> impl Strategy<Value = Check> + use<> {
    let world = knowledge.clone();
    (0..knowledge.rules.len(), vec(any::<u16>(), 60)).prop_map(move |(rule, dice)| {
        let mut maker = Maker::new(&world, dice);
        maker.wish(&world.rules[rule].when.expr, true);
        for _ in 0..maker.roll(4) {
            let question = &world.questions[maker.roll(world.questions.len())];
            if !question.options.is_empty() {
                let answer = &question.options[maker.roll(question.options.len())];
                maker.say(answer.id.as_str(), true);
            }
        }
        for question in world.questions.iter().filter(|question| !question.is_single()) {
            if maker.roll(3) == 0 {
                maker.finish(question);
            }
        }
        maker.check
    })
}

struct Maker<'a> {
    knowledge: &'a Knowledge,
    dice: Vec<u16>,
    at: usize,
    check: Check,
}

impl<'a> Maker<'a> {
    fn new(knowledge: &'a Knowledge, dice: Vec<u16>) -> Self {
        let check = Check { made: Some(TODAY), ..Check::default() };
        Self { knowledge, dice, at: 0, check }
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.at += 1;
        self.dice.get((self.at - 1) % self.dice.len().max(1)).map_or(0, |die| usize::from(*die)) % sides.max(1)
    }

    /// Says what makes `expr` hold (or not), as far as what was said before allows.
    fn wish(&mut self, expr: &Expr<String>, wanted: bool) {
        match (expr, wanted) {
            (Expr::Constant(_), _) => {}
            (Expr::Is(name), _) => {
                if let Some(flag) = self.knowledge.flags.iter().find(|flag| flag.id == *name) {
                    self.wish(&flag.means.expr, wanted);
                } else {
                    self.say(name, wanted);
                }
            }
            (Expr::Number(name, comparison, limit), _) => {
                let above = matches!(comparison, Comparison::Above | Comparison::AtLeast) == wanted;
                let way = 1.0 + self.roll(4) as f64;
                let value = if above { limit + way } else { (limit - way).max(0.0) };
                self.check.numbers.insert(name.as_str().into(), value);
            }
            (Expr::Not(inner), _) => self.wish(inner, !wanted),
            (Expr::All(parts), true) | (Expr::Any(parts), false) => {
                for part in parts {
                    self.wish(part, wanted);
                }
            }
            (Expr::Any(parts), true) | (Expr::All(parts), false) => {
                let at = self.roll(parts.len());
                self.wish(&parts[at], wanted);
            }
            (Expr::AtLeast(count, parts), _) => {
                let start = self.roll(parts.len());
                let several = if wanted { *count } else { 0 };
                for part in parts.iter().cycle().skip(start).take(several) {
                    self.wish(part, true);
                }
            }
        }
    }

    fn say(&mut self, name: &str, wanted: bool) {
        if let Some(zone) = self.knowledge.zone(name) {
            if wanted {
                let spot = Spot { knee: Knee::Right, zone: zone.id.clone(), worst: None, now: None, size: None };
                self.check.spots.push(spot);
            }
            return;
        }
        let Some(question) = self.knowledge.question_of(name) else { return };
        if self.check.answer(name).is_asked() {
            return;
        }
        if !wanted {
            if !question.is_single() && self.roll(2) == 0 {
                self.check.findings.insert(name.into(), Answer::No);
            }
            return;
        }
        if question.is_single() {
            let is_open =
                question.options.iter().all(|answer| self.check.answer(answer.id.as_str()) == Answer::NotAsked);
            if is_open {
                self.check.pick(question, name);
            }
        } else {
            self.check.findings.insert(name.into(), Answer::Yes);
        }
    }

    fn finish(&mut self, question: &Question) {
        for finding in question.findings() {
            self.check.findings.entry(finding.id.clone()).or_insert(Answer::No);
        }
    }
}

/// Own words do not matter to anything that follows: they only stand on the page.
#[test]
fn own_words_change_nothing_in_the_assessment() {
    let world = World::new();
    run(40, &any_check(&world.knowledge), |check| {
        let mut other = check.clone();
        other.words.insert(Topic::Think, "you have a fracture, walk_no, 10 of 10".to_owned());
        other.questions.push("foot_cold_pale".to_owned());
        prop_assert_eq!(world.assess(&check), world.assess(&other));
        Ok(())
    });
}
