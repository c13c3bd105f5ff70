//! Which rows of the advice are for this runner.

use super::facts::Facts;
use super::ranking::Fit;
use crate::knowledge::Knowledge;
use crate::knowledge::advice::{DoNot, Exercise, Fact, Gate};
use crate::knowledge::for_whom::{AdviceList, Row};
use crate::knowledge::ids::CauseId;
use crate::knowledge::truth::Truth;

/// The advice that is for one runner: rows of its lists, as positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ForYou {
    rest: Vec<usize>,
    load: Vec<usize>,
    do_not: Vec<usize>,
    gates: Vec<usize>,
    shoes: Vec<usize>,
    exercises: Vec<usize>,
}

impl ForYou {
    /// The rows whose condition holds and that are for all, or for one of `causes`. An exercise stands on the card of
    /// its cause, so only its condition counts.
    pub(super) fn of(knowledge: &Knowledge, facts: &Facts, causes: &[CauseId]) -> Self {
        let mut for_you = Self::default();
        for (row, when) in knowledge.bound_advice() {
            if is_for(&row, causes) && facts.value(when) >= Truth::Maybe {
                for_you.list(row.list).push(row.at);
            }
        }
        for_you
    }

    fn list(&mut self, list: AdviceList) -> &mut Vec<usize> {
        match list {
            AdviceList::Rest => &mut self.rest,
            AdviceList::Load => &mut self.load,
            AdviceList::DoNot => &mut self.do_not,
            AdviceList::Gates => &mut self.gates,
            AdviceList::Shoes => &mut self.shoes,
            AdviceList::Exercises => &mut self.exercises,
        }
    }

    /// How to rest.
    pub fn rest<'a>(&'a self, knowledge: &'a Knowledge) -> impl Iterator<Item = &'a Fact> {
        at(&self.rest, &knowledge.advice.rest)
    }

    /// How to add distance.
    pub fn load<'a>(&'a self, knowledge: &'a Knowledge) -> impl Iterator<Item = &'a Fact> {
        at(&self.load, &knowledge.advice.load)
    }

    /// What not to do.
    pub fn do_not<'a>(&'a self, knowledge: &'a Knowledge) -> impl Iterator<Item = &'a DoNot> {
        at(&self.do_not, &knowledge.advice.do_not)
    }

    /// What must be possible before running again.
    pub fn gates<'a>(&'a self, knowledge: &'a Knowledge) -> impl Iterator<Item = &'a Gate> {
        at(&self.gates, &knowledge.advice.return_entry)
    }

    /// Shoes and form.
    pub fn shoes<'a>(&'a self, knowledge: &'a Knowledge) -> impl Iterator<Item = &'a Fact> {
        at(&self.shoes, &knowledge.advice.shoes)
    }

    /// The exercises on the card of a cause.
    pub fn exercises<'a>(&'a self, knowledge: &'a Knowledge, cause: &'a CauseId) -> impl Iterator<Item = &'a Exercise> {
        at(&self.exercises, &knowledge.advice.exercises).filter(|row| row.for_whom.causes.contains(cause))
    }
}

fn at<'a, T>(positions: &'a [usize], rows: &'a [T]) -> impl Iterator<Item = &'a T> {
    positions.iter().filter_map(|at| rows.get(*at))
}

fn is_for(row: &Row<'_>, causes: &[CauseId]) -> bool {
    let is_one_of = |named: &[CauseId]| causes.iter().any(|cause| named.contains(cause));
    let wanted = &row.for_whom.causes;
    (row.list == AdviceList::Exercises || wanted.is_empty() || is_one_of(wanted)) && !is_one_of(&row.for_whom.but_not)
}

/// The causes whose advice a runner gets: of those shown the ones of the best band, and those that a person must check.
pub(super) fn causes_of<'a>(
    shown: impl Iterator<Item = (&'a CauseId, Fit)>,
    to_check: impl Iterator<Item = &'a CauseId>,
) -> Vec<CauseId> {
    let shown: Vec<_> = shown.collect();
    let best = shown.iter().map(|(_, fit)| *fit).min();
    let of_best = shown.iter().filter(|(_, fit)| Some(*fit) == best).map(|(cause, _)| (*cause).clone());
    of_best.chain(to_check.cloned()).collect()
}
