//! What the runner told that makes a rule fire.

use super::facts::Facts;
use crate::check::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::condition::Expr;
use crate::knowledge::rule::Rule;
use crate::knowledge::truth::Truth;

/// The findings, zones and numbers on which a rule rests, each once, in the order of its condition: what holds, or may
/// hold where the runner is not sure. What rests on a No, or on nothing told, is not among them.
#[must_use]
pub fn grounds<'a>(knowledge: &'a Knowledge, evidence: &Evidence, rule: &'a Rule) -> Vec<&'a str> {
    grounds_by(knowledge, evidence, &Facts::of(evidence, knowledge), rule)
}

/// The same by other facts, for trying answers out.
pub(super) fn grounds_by<'a>(
    knowledge: &'a Knowledge,
    evidence: &Evidence,
    facts: &Facts,
    rule: &'a Rule,
) -> Vec<&'a str> {
    let mut grounds = Vec::new();
    collect(knowledge, facts, evidence, &rule.when.expr, &mut grounds);
    grounds
}

/// Why a rule fired, for the page, in the words of what was told.
#[must_use]
pub fn note_why<'a>(knowledge: &Knowledge, evidence: &Evidence, rule: &'a Rule) -> &'a str {
    let facts = Facts::of(evidence, knowledge);
    let told = rule.note_why_if.iter().find(|why| facts.value(&why.when) == Truth::True);
    told.map_or(&rule.note_why, |why| &why.note)
}

fn collect<'a>(
    knowledge: &'a Knowledge,
    facts: &Facts,
    evidence: &Evidence,
    condition: &'a Expr<String>,
    into: &mut Vec<&'a str>,
) {
    let truth = |name: &String| knowledge.names.fact(name).map_or(Truth::False, |slot| facts.truth(slot));
    let number = |name: &String| evidence.number(name);
    if condition.value(&truth, &number) < Truth::Maybe {
        return;
    }
    match condition {
        Expr::Is(name) => match knowledge.flags.iter().find(|flag| flag.id == *name) {
            Some(flag) => collect(knowledge, facts, evidence, &flag.means.expr, into),
            None if !into.contains(&name.as_str()) => into.push(name),
            None => {}
        },
        Expr::Number(name, ..) if !into.contains(&name.as_str()) => into.push(name),
        Expr::Number(..) | Expr::Constant(_) | Expr::Not(_) => {}
        Expr::All(parts) | Expr::Any(parts) | Expr::AtLeast(_, parts) => {
            for part in parts {
                collect(knowledge, facts, evidence, part, into);
            }
        }
    }
}
