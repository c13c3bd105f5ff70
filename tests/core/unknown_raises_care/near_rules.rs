//! Checks at the edge of a rule.

use crate::world::TODAY;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::check::spot::{Knee, Spot};
use kneenote::knowledge::Knowledge;
use kneenote::knowledge::condition::{Comparison, Expr};
use kneenote::knowledge::question::Question;
use proptest::collection::vec;
use proptest::prelude::*;

/// Checks that stand at the edge of a rule: its condition holds, or nearly, with a few answers more.
pub fn checks_near_rules(knowledge: &Knowledge) -> impl Strategy<Value = Check> + use<> {
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
