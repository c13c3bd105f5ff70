//! How urgent it is: only rules decide, never what fits best.

use std::collections::BTreeSet;

use super::facts::{Facts, unsure_signs};
use super::self_care;
use crate::check::answer::Answer;
use crate::check::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::condition::Expr;
use crate::knowledge::ids::{CauseId, FindingId, QuestionId, RuleId};
use crate::knowledge::rule::{HowSoon, Level, Rule};
use crate::knowledge::truth::Truth;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiredRule {
    pub rule: RuleId,
    pub level: Level,
    /// Within how many hours somebody should see the knee.
    pub within_hours: u32,
    /// Red flags the runner is not sure of and on which the rule hangs; empty when it is certain.
    pub if_true: Vec<FindingId>,
}

impl FiredRule {
    /// Whether the rule fires whatever the red flags are that the runner is not sure of.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.if_true.is_empty()
    }

    /// How soon the rule wants the knee seen.
    #[must_use]
    pub fn how_soon(&self) -> HowSoon {
        HowSoon::within(self.within_hours)
    }

    /// Whether what it names may be named on the screen: it is urgent, and it did not fire on a "not sure".
    #[must_use]
    pub fn is_named_openly(&self) -> bool {
        self.level <= Level::Urgent && self.is_certain()
    }
}

/// A cause that a rule names: a person must rule it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedCause {
    pub cause: CauseId,
    /// The first rule that names it.
    pub rule: RuleId,
    /// That rule's level.
    pub level: Level,
}

/// What a rule names that is no cause of the list: a person must rule it out too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedOther {
    /// Its name, as it stands among the names of causes.
    pub name: String,
    /// The first rule that names it.
    pub rule: RuleId,
    /// That rule's level.
    pub level: Level,
}

/// How urgent it is, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urgency {
    /// The most urgent level of the rules that fired.
    pub level: Level,
    /// Questions whose answers are missing before level 4 may be shown, in the order of the form; empty at levels 1 to 3.
    pub missing: Vec<QuestionId>,
    /// Questions of step 2 with a danger sign that was not asked and could still make it more urgent, in the order of the
    /// form; empty but at level 3: levels 1 and 2 are told at once, and of level 4 see `missing`.
    pub open_signs: Vec<QuestionId>,
    /// Every rule that fired: by level, then by hours, then in the order of the rules.
    pub fired: Vec<FiredRule>,
    /// Red flags that were never asked, in the order of the page.
    pub unasked: Vec<FindingId>,
    /// Causes that the rules name, each once; at level 1 only those that a rule of level 1 names.
    pub named: Vec<NamedCause>,
    /// What else the same rules name, each once.
    pub named_other: Vec<NamedOther>,
}

impl Urgency {
    /// The level that may be shown; `None` when level 4 is not allowed yet.
    #[must_use]
    pub fn shown(&self) -> Option<Level> {
        self.missing.is_empty().then_some(self.level)
    }

    /// The level that a screen may tell: none either while a danger sign of step 2 is open that could make it more urgent.
    #[must_use]
    pub fn told(&self) -> Option<Level> {
        self.shown().filter(|_| self.open_signs.is_empty())
    }

    /// The questions to be answered before a screen may tell the level.
    #[must_use]
    pub fn needed(&self) -> &[QuestionId] {
        if self.missing.is_empty() { &self.open_signs } else { &self.missing }
    }

    /// The rule on the urgency card.
    #[must_use]
    pub fn first(&self) -> Option<&FiredRule> {
        self.fired.first()
    }
}

pub(crate) fn urgency(knowledge: &Knowledge, evidence: &Evidence, facts: &Facts) -> Urgency {
    let fired = fired_rules(knowledge, evidence, facts);
    let level = fired.iter().map(|rule| rule.level).min().unwrap_or(Level::SelfCare);
    let missing = if level == Level::SelfCare { self_care::missing(knowledge, evidence, facts) } else { Vec::new() };
    let open_signs =
        if level == Level::Clinician { self_care::open_in_step_2(knowledge, evidence) } else { Vec::new() };
    let unasked =
        knowledge.red_flags.iter().filter(|sign| evidence.answer(sign.as_str()) == Answer::NotAsked).cloned().collect();
    // In an emergency what less urgent rules name only draws the eye away.
    let naming: Vec<&FiredRule> =
        fired.iter().filter(|rule| level != Level::Emergency || rule.level == level).collect();
    let named = named_causes(knowledge, &naming);
    let named_other = named_other(knowledge, &naming);
    Urgency { level, missing, open_signs, fired, unasked, named, named_other }
}

/// The level alone, for trying out answers.
pub(crate) fn level(knowledge: &Knowledge, facts: &Facts) -> Level {
    knowledge
        .rules
        .iter()
        .filter(|rule| facts.value(&rule.when) >= Truth::Maybe)
        .map(|rule| rule.level)
        .min()
        .unwrap_or(Level::SelfCare)
}

fn fired_rules(knowledge: &Knowledge, evidence: &Evidence, facts: &Facts) -> Vec<FiredRule> {
    let mut fired: Vec<FiredRule> = knowledge
        .rules
        .iter()
        .filter_map(|rule| {
            let value = facts.value(&rule.when);
            (value >= Truth::Maybe).then(|| FiredRule {
                rule: rule.id.clone(),
                level: rule.level,
                within_hours: rule.within_hours,
                if_true: if value == Truth::True { Vec::new() } else { hangs_on(knowledge, evidence, rule) },
            })
        })
        .collect();
    fired.sort_by_key(|rule| (rule.level, rule.within_hours));
    if fired.iter().any(|rule| rule.level != Level::SelfCare) {
        fired.retain(|rule| rule.level != Level::SelfCare);
    }
    fired
}

/// The red flags in a rule, or in the flags it uses, of which the runner is not sure.
fn hangs_on(knowledge: &Knowledge, evidence: &Evidence, rule: &Rule) -> Vec<FindingId> {
    let mut mentioned = Vec::new();
    collect_names(knowledge, &rule.when.expr, &mut mentioned);
    unsure_signs(evidence, knowledge)
        .filter(|sign| mentioned.iter().any(|name| **sign == name.as_str()))
        .cloned()
        .collect()
}

fn collect_names(knowledge: &Knowledge, condition: &Expr<String>, into: &mut Vec<String>) {
    condition.each_atom(&mut |name, _| {
        if let Some(flag) = knowledge.flags.iter().find(|flag| flag.id == *name) {
            collect_names(knowledge, &flag.means.expr, into);
        } else if !into.contains(name) {
            into.push(name.clone());
        }
    });
}

fn named_causes(knowledge: &Knowledge, naming: &[&FiredRule]) -> Vec<NamedCause> {
    let (mut named, mut seen) = (Vec::new(), BTreeSet::new());
    for rule in naming {
        for cause in knowledge.rule(rule.rule.as_str()).into_iter().flat_map(|rule| &rule.names) {
            if seen.insert(cause) {
                named.push(NamedCause { cause: cause.clone(), rule: rule.rule.clone(), level: rule.level });
            }
        }
    }
    named
}

fn named_other(knowledge: &Knowledge, naming: &[&FiredRule]) -> Vec<NamedOther> {
    let mut named: Vec<NamedOther> = Vec::new();
    for fired in naming {
        let Some(name) = knowledge.rule(fired.rule.as_str()).map(|rule| &rule.names_other) else { continue };
        if !name.is_empty() && !named.iter().any(|other| other.name == *name) {
            named.push(NamedOther { name: name.clone(), rule: fired.rule.clone(), level: fired.level });
        }
    }
    named
}
