//! Whether any set of answers can make a condition true.

use std::collections::BTreeMap;

use super::condition::{Comparison, Expr};
use super::content::Content;

/// A search for answers that make a condition true, within what the form allows: one answer of a single question,
/// nothing beside an answer that stands alone.
pub(super) struct Reach<'a> {
    flags: BTreeMap<&'a str, &'a Expr<String>>,
    siblings: BTreeMap<&'a str, Vec<&'a str>>,
}

#[derive(Clone, Default)]
struct Assumptions<'a> {
    facts: BTreeMap<&'a str, bool>,
    ranges: BTreeMap<&'a str, (f64, f64)>,
}

impl<'a> Reach<'a> {
    pub(super) fn new(content: &'a Content) -> Self {
        let flags = content.rules.flags.iter().map(|flag| (flag.id.as_str(), &flag.means.expr)).collect();
        let mut siblings = BTreeMap::new();
        for question in &content.questions.questions {
            for answer in &question.options {
                let excluded = question
                    .options
                    .iter()
                    .filter(|other| other.id != answer.id)
                    .filter(|other| question.is_single() || answer.alone || other.alone)
                    .map(|other| other.id.as_str());
                siblings.insert(answer.id.as_str(), excluded.collect());
            }
        }
        Self { flags, siblings }
    }

    /// Whether some answers make `expr` true.
    pub(super) fn can_hold(&self, expr: &'a Expr<String>) -> bool {
        self.search(vec![(expr, true)], Assumptions::default())
    }

    fn search(&self, mut goals: Vec<(&'a Expr<String>, bool)>, mut assumptions: Assumptions<'a>) -> bool {
        while let Some((goal, wanted)) = goals.pop() {
            match (goal, wanted) {
                (Expr::Constant(holds), _) => {
                    if *holds != wanted {
                        return false;
                    }
                }
                (Expr::Is(name), _) => {
                    if let Some(flag) = self.flags.get(name.as_str()) {
                        goals.push((flag, wanted));
                    } else if !self.assume(&mut assumptions, name, wanted) {
                        return false;
                    }
                }
                (Expr::Number(name, comparison, limit), true) => {
                    if !assumptions.limit(name, *comparison, *limit) {
                        return false;
                    }
                }
                (Expr::Not(inner), _) => goals.push((inner, !wanted)),
                (Expr::All(parts), true) | (Expr::Any(parts), false) => {
                    goals.extend(parts.iter().map(|part| (part, wanted)));
                }
                (Expr::Any(parts), true) | (Expr::All(parts), false) => {
                    return parts.iter().any(|part| {
                        let mut goals = goals.clone();
                        goals.push((part, wanted));
                        self.search(goals, assumptions.clone())
                    });
                }
                (Expr::AtLeast(count, parts), true) => {
                    return self.at_least(*count, parts, goals, assumptions);
                }
                // A number that was not given meets no limit, and nothing ticked is fewer than enough: both can be so.
                (Expr::Number(..) | Expr::AtLeast(..), false) => {}
            }
        }
        true
    }

    /// Whether some answers make `count` of `parts` true beside `goals`: with the first part among them, or without it.
    fn at_least(
        &self,
        count: usize,
        parts: &'a [Expr<String>],
        goals: Vec<(&'a Expr<String>, bool)>,
        assumptions: Assumptions<'a>,
    ) -> bool {
        if count == 0 {
            return self.search(goals, assumptions);
        }
        let Some((first, rest)) = parts.split_first() else { return false };
        let mut with_first = goals.clone();
        with_first.push((first, true));
        self.at_least(count - 1, rest, with_first, assumptions.clone())
            || self.at_least(count, rest, goals, assumptions)
    }

    fn assume(&self, assumptions: &mut Assumptions<'a>, name: &'a str, wanted: bool) -> bool {
        if *assumptions.facts.entry(name).or_insert(wanted) != wanted {
            return false;
        }
        !wanted
            || self
                .siblings
                .get(name)
                .into_iter()
                .flatten()
                .all(|other| !*assumptions.facts.entry(other).or_insert(false))
    }
}

impl<'a> Assumptions<'a> {
    fn limit(&mut self, name: &'a str, comparison: Comparison, limit: f64) -> bool {
        const STEP: f64 = 0.01;
        let (low, high) = self.ranges.entry(name).or_insert((f64::NEG_INFINITY, f64::INFINITY));
        match comparison {
            Comparison::Below => *high = high.min(limit - STEP),
            Comparison::AtMost => *high = high.min(limit),
            Comparison::Above => *low = low.max(limit + STEP),
            Comparison::AtLeast => *low = low.max(limit),
        }
        low <= high
    }
}
