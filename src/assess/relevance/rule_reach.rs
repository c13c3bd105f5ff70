//! How far a rule is from firing: what it still needs, summed up, of what is still to be asked.
//!
//! Of signs that a rule needs together the first in the order of the form is asked while the others are still to come, and
//! each further one once those before it were told: what was passed over on the way counts as not told.

use crate::assess::facts::Facts;
use crate::check::answer::Answer;
use crate::check::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::condition::Expr;
use crate::knowledge::ids::{FindingId, NumberId};
use crate::knowledge::positions::Slot;
use crate::knowledge::question::{NumberRange, Question};
use crate::knowledge::rule::{Level, Rule};
use crate::knowledge::truth::Truth;

/// Which flags and rules look at each fact and number; worked out once for the content.
#[derive(Clone, Debug)]
pub(in crate::assess) struct Mentions {
    of_facts: Vec<Mentioned>,
    of_numbers: Vec<Mentioned>,
    /// The questions in the order of the form, as positions in the content.
    in_form_order: Vec<usize>,
}

/// The flags and rules that look at one fact or number, themselves or by a flag, as positions in the content.
#[derive(Clone, Debug, Default)]
struct Mentioned {
    flags: Vec<usize>,
    rules: Vec<usize>,
}

/// What a condition looks at, without flags.
#[derive(Clone, Debug, Default)]
struct Looked {
    facts: Vec<Slot>,
    numbers: Vec<Slot>,
}

impl Mentions {
    pub(in crate::assess) fn of(knowledge: &Knowledge) -> Self {
        let mut mentions = Self {
            of_facts: vec![Mentioned::default(); knowledge.names.fact_count()],
            of_numbers: vec![Mentioned::default(); knowledge.names.number_count()],
            in_form_order: in_form_order(knowledge),
        };
        let mut by_flag: Vec<(Slot, Looked)> = Vec::new();
        for (at, flag) in knowledge.flags.iter().enumerate() {
            let looked = looked_at(&flag.means.bound, &by_flag);
            mentions.add(&looked, |mentioned| mentioned.flags.push(at));
            by_flag.push((flag.slot, looked));
        }
        for (at, rule) in knowledge.rules.iter().enumerate() {
            let looked = looked_at(&rule.when.bound, &by_flag);
            mentions.add(&looked, |mentioned| mentioned.rules.push(at));
        }
        mentions
    }

    fn add(&mut self, looked: &Looked, mut add: impl FnMut(&mut Mentioned)) {
        for (slots, list) in [(&looked.facts, &mut self.of_facts), (&looked.numbers, &mut self.of_numbers)] {
            for slot in slots {
                list.get_mut(slot.index()).into_iter().for_each(&mut add);
            }
        }
    }
}

fn in_form_order(knowledge: &Knowledge) -> Vec<usize> {
    let mut order: Vec<usize> = (0..knowledge.questions.len()).collect();
    let card = |at: &usize| {
        let question = knowledge.questions.get(*at)?;
        knowledge.cards.iter().position(|card| card.id == question.card)
    };
    order.sort_by_key(card);
    order
}

fn looked_at(condition: &Expr<Slot>, flags: &[(Slot, Looked)]) -> Looked {
    let mut looked = Looked::default();
    let add = |slot: &Slot, to: &mut Vec<Slot>| {
        if !to.contains(slot) {
            to.push(*slot);
        }
    };
    condition.each_leaf(&mut |leaf| match leaf {
        Expr::Is(slot) => match flags.iter().find(|(flag, _)| flag == slot) {
            Some((_, of_flag)) => {
                of_flag.facts.iter().for_each(|slot| add(slot, &mut looked.facts));
                of_flag.numbers.iter().for_each(|slot| add(slot, &mut looked.numbers));
            }
            None => add(slot, &mut looked.facts),
        },
        Expr::Number(slot, ..) => add(slot, &mut looked.numbers),
        _ => {}
    });
    looked
}

/// What it takes that something holds, and that it does not: 0 where it is so, without end where it cannot be.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Need {
    holds: f64,
    fails: f64,
}

impl Need {
    const TRUE: Self = Self { holds: 0.0, fails: f64::INFINITY };
    const FALSE: Self = Self { holds: f64::INFINITY, fails: 0.0 };
    /// It is still to be told, and nothing hangs on it until then.
    const WAITS: Self = Self { holds: f64::INFINITY, fails: f64::INFINITY };
    /// It may hold and may not.
    const MAYBE: Self = Self { holds: 0.0, fails: 0.0 };

    /// Nobody said it; what is not said counts as No.
    fn open(cost: f64) -> Self {
        Self { holds: cost, fails: 0.0 }
    }
}

/// What is known of a number.
#[derive(Clone, Copy, Debug)]
enum NumberNeed {
    Known(f64),
    /// Nobody gave it; a number that was not given meets no limit.
    Open(f64),
    /// Any value is tried.
    Any,
    /// It is not given.
    None,
}

/// What becomes of a row that is open once later ones are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Passed {
    /// It counts as not told.
    NotTold,
    /// It stands on the same card, to be answered before them: what hangs on it waits for the answer.
    Waits,
}

/// A row or a number that is tried.
#[derive(Clone, Copy, Debug)]
pub(super) enum Tried<'a> {
    Finding(&'a FindingId),
    Number(&'a NumberId),
}

/// How far every rule is from firing for one person, as the form is gone through.
pub(super) struct RuleReach<'a> {
    knowledge: &'a Knowledge,
    mentions: &'a Mentions,
    facts: Vec<Need>,
    numbers: Vec<NumberNeed>,
    /// The questions that are still to come, the next one last.
    to_come: Vec<&'a Question>,
}

impl<'a> RuleReach<'a> {
    pub(super) fn of(knowledge: &'a Knowledge, mentions: &'a Mentions, evidence: &Evidence) -> Self {
        let need = |truth: &Truth| match truth {
            Truth::True => Need::TRUE,
            Truth::Maybe => Need::MAYBE,
            Truth::False => Need::FALSE,
        };
        let facts = Facts::of(evidence, knowledge).truths().iter().map(need).collect();
        let known = |number: &NumberRange| evidence.number(number.id.as_str());
        let mut reach = Self {
            knowledge,
            mentions,
            facts,
            numbers: vec![NumberNeed::None; knowledge.names.number_count()],
            to_come: Vec::new(),
        };
        let costs = knowledge.relevance.rules;
        let in_order = mentions.in_form_order.iter().rev().filter_map(|at| knowledge.questions.get(*at));
        for question in in_order {
            reach.to_come.push(question);
            let is_asked = can_be_told(question, evidence);
            for row in question.findings().filter(|_| is_asked) {
                if evidence.answer(row.id.as_str()) == Answer::NotAsked {
                    let is_red_flag = knowledge.red_flags.contains(&row.id);
                    reach.set(&row.id, Need::open(if is_red_flag { costs.red_flag } else { costs.other_sign }));
                }
            }
            for number in &question.numbers {
                let open = if is_asked { NumberNeed::Open(costs.other_sign) } else { NumberNeed::None };
                reach.set_number(&number.id, known(number).map_or(open, NumberNeed::Known));
            }
        }
        let all: Vec<usize> = (0..knowledge.flags.len()).collect();
        reach.derive(&all);
        reach
    }

    /// Comes to a question: what is still open of those before it was passed over.
    pub(super) fn come_to(&mut self, question: &Question) {
        while let Some(before) = self.to_come.pop_if(|next| next.id != question.id) {
            before.findings().for_each(|row| self.pass(&row.id, Passed::NotTold));
            for number in &before.numbers {
                if let Some(need @ NumberNeed::Open(_)) = self.number_mut(&number.id) {
                    *need = NumberNeed::None;
                    self.derive_for(Tried::Number(&number.id));
                }
            }
        }
    }

    /// Goes past a row that is open.
    pub(super) fn pass(&mut self, finding: &FindingId, passed: Passed) {
        let slot = slot_of(self.knowledge, finding);
        if let Some(need) = slot.and_then(|slot| self.facts.get_mut(slot.index()))
            && need.fails <= 0.0
            && need.holds > 0.0
            && need.holds.is_finite()
        {
            *need = match passed {
                Passed::NotTold => Need::FALSE,
                Passed::Waits => Need::WAITS,
            };
            self.derive_for(Tried::Finding(finding));
        }
    }

    fn mentioned(&self, tried: Tried<'_>) -> Option<&'a Mentioned> {
        match tried {
            Tried::Finding(id) => self.mentions.of_facts.get(slot_of(self.knowledge, id)?.index()),
            Tried::Number(id) => self.mentions.of_numbers.get(self.knowledge.names.number(id.as_str())?.index()),
        }
    }

    /// Works the flags out anew that look at a fact or number.
    fn derive_for(&mut self, changed: Tried<'_>) {
        if let Some(mentioned) = self.mentioned(changed) {
            self.derive(&mentioned.flags);
        }
    }

    /// Whether a rule of level 1 or 2 hangs on an answer and needs little besides it.
    pub(super) fn can_be_urgent(&mut self, question: &Question, tried: Tried<'_>) -> bool {
        let Some(mentioned) = self.mentioned(tried) else { return false };
        let before = (self.facts.clone(), self.numbers.clone());
        self.assume(question, tried, Truth::True);
        self.derive(&mentioned.flags);
        let with: Vec<f64> = mentioned.rules.iter().map(|rule| self.need(*rule)).collect();
        self.facts.clone_from(&before.0);
        self.numbers.clone_from(&before.1);
        self.assume(question, tried, Truth::False);
        self.derive(&mentioned.flags);
        let without: Vec<f64> = mentioned.rules.iter().map(|rule| self.need(*rule)).collect();
        (self.facts, self.numbers) = before;
        let mut rules = mentioned.rules.iter().zip(with.into_iter().zip(without));
        rules.any(|(rule, (with, without))| self.is_urgent(*rule) && self.hangs(with, without))
    }

    /// Whether a Yes fires a rule of level 3 by itself.
    pub(super) fn fires_clinician(&mut self, question: &Question, finding: &FindingId) -> bool {
        let Some(mentioned) = self.mentioned(Tried::Finding(finding)) else { return false };
        let before = self.facts.clone();
        self.assume(question, Tried::Finding(finding), Truth::True);
        self.derive(&mentioned.flags);
        let is_clinician =
            |at: &usize| self.knowledge.rules.get(*at).is_some_and(|rule| rule.level == Level::Clinician);
        let fires = mentioned.rules.iter().any(|at| is_clinician(at) && self.need(*at) <= 0.0);
        self.facts = before;
        fires
    }

    /// Whether every rule of level 3 that fires now can still be taken back by an answer.
    pub(super) fn clinician_can_go(&self) -> bool {
        let rules = self.knowledge.rules.iter().filter(|rule| rule.level == Level::Clinician);
        let mut fired = rules.map(|rule| self.value(&rule.when.bound)).filter(|need| need.holds <= 0.0);
        fired.all(|need| need.fails.is_finite())
    }

    /// Whether a Yes takes back a rule of level 3 that fires now, with little besides it.
    pub(super) fn takes_back_clinician(&mut self, question: &Question, finding: &FindingId) -> bool {
        let Some(mentioned) = self.mentioned(Tried::Finding(finding)) else { return false };
        let before = self.facts.clone();
        let mut needs = |holds: Truth| -> Vec<Need> {
            self.facts.clone_from(&before);
            self.assume(question, Tried::Finding(finding), holds);
            self.derive(&mentioned.flags);
            let rules = mentioned.rules.iter().filter_map(|at| self.knowledge.rules.get(*at));
            rules.filter(|rule| rule.level == Level::Clinician).map(|rule| self.value(&rule.when.bound)).collect()
        };
        let (with, without) = (needs(Truth::True), needs(Truth::False));
        self.facts = before;
        let besides = self.knowledge.relevance.rules.besides;
        with.iter()
            .zip(&without)
            .any(|(with, without)| without.holds <= 0.0 && with.fails < without.fails && with.fails <= besides)
    }

    fn is_urgent(&self, rule: usize) -> bool {
        self.knowledge.rules.get(rule).is_some_and(|rule| rule.level <= Level::Urgent)
    }

    /// Whether a rule hangs on an answer, from what it needs with a Yes and with a No: a Yes brings it within reach, or
    /// takes it back.
    fn hangs(&self, with: f64, without: f64) -> bool {
        let is_brought = with < without && with <= self.knowledge.relevance.rules.besides;
        is_brought || without <= 0.0 && with > 0.0
    }

    fn need(&self, rule: usize) -> f64 {
        self.knowledge.rules.get(rule).map_or(f64::INFINITY, |rule: &Rule| self.value(&rule.when.bound).holds)
    }

    fn assume(&mut self, question: &Question, tried: Tried<'_>, holds: Truth) {
        match tried {
            Tried::Finding(id) => {
                self.set(id, if holds == Truth::True { Need::TRUE } else { Need::FALSE });
                if holds == Truth::True && question.is_single() {
                    question.findings().filter(|row| row.id != *id).for_each(|row| self.set(&row.id, Need::FALSE));
                }
            }
            Tried::Number(id) => {
                self.set_number(id, if holds == Truth::True { NumberNeed::Any } else { NumberNeed::None });
            }
        }
    }

    fn number_mut(&mut self, number: &NumberId) -> Option<&mut NumberNeed> {
        let slot = self.knowledge.names.number(number.as_str())?;
        self.numbers.get_mut(slot.index())
    }

    fn set_number(&mut self, number: &NumberId, need: NumberNeed) {
        if let Some(known) = self.number_mut(number) {
            *known = need;
        }
    }

    fn set(&mut self, finding: &FindingId, need: Need) {
        if let Some(known) = slot_of(self.knowledge, finding).and_then(|slot| self.facts.get_mut(slot.index())) {
            *known = need;
        }
    }

    /// Works these flags out anew; each may use those before it.
    fn derive(&mut self, flags: &[usize]) {
        for flag in flags.iter().filter_map(|flag| self.knowledge.flags.get(*flag)) {
            let need = self.value(&flag.means.bound);
            if let Some(known) = self.facts.get_mut(flag.slot.index()) {
                *known = need;
            }
        }
    }

    fn value(&self, condition: &Expr<Slot>) -> Need {
        let fact = |slot: &Slot| self.facts.get(slot.index()).copied().unwrap_or(Need::FALSE);
        match condition {
            Expr::Constant(holds) => {
                if *holds {
                    Need::TRUE
                } else {
                    Need::FALSE
                }
            }
            Expr::Is(slot) => fact(slot),
            Expr::Number(slot, comparison, limit) => match self.numbers.get(slot.index()) {
                Some(NumberNeed::Known(value)) if comparison.holds(*value, *limit) => Need::TRUE,
                Some(NumberNeed::Open(cost)) => Need::open(*cost),
                Some(NumberNeed::Any) => Need::MAYBE,
                Some(NumberNeed::Known(_) | NumberNeed::None) | None => Need::FALSE,
            },
            Expr::Not(inner) => {
                let Need { holds, fails } = self.value(inner);
                Need { holds: fails, fails: holds }
            }
            Expr::All(parts) => parts.iter().fold(Need { holds: 0.0, fails: f64::INFINITY }, |sum, part| {
                let part = self.value(part);
                Need { holds: sum.holds + part.holds, fails: sum.fails.min(part.fails) }
            }),
            Expr::Any(parts) => parts.iter().fold(Need { holds: f64::INFINITY, fails: 0.0 }, |sum, part| {
                let part = self.value(part);
                Need { holds: sum.holds.min(part.holds), fails: sum.fails + part.fails }
            }),
            Expr::AtLeast(wanted, parts) => {
                let needs: Vec<Need> = parts.iter().map(|part| self.value(part)).collect();
                let too_few = (parts.len() + 1).saturating_sub(*wanted);
                Need {
                    holds: cheapest(*wanted, needs.iter().map(|need| need.holds)),
                    fails: cheapest(too_few, needs.iter().map(|need| need.fails)),
                }
            }
        }
    }
}

/// The sum of the `count` smallest; without end where there are not so many.
fn cheapest(count: usize, costs: impl Iterator<Item = f64>) -> f64 {
    let mut costs: Vec<f64> = costs.collect();
    costs.sort_by(f64::total_cmp);
    costs.get(..count).map_or(f64::INFINITY, |least| least.iter().sum())
}

fn slot_of(knowledge: &Knowledge, finding: &FindingId) -> Option<Slot> {
    knowledge.names.fact(finding.as_str())
}

/// Whether something may still be said to a question: it is asked of this person, and not at the picture.
fn can_be_told(question: &Question, evidence: &Evidence) -> bool {
    !question.kind.is_asked_at_the_picture() && !evidence.hidden.contains(&question.id)
}
