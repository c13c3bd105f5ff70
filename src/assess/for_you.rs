//! Which rows of the advice are for this runner.

use super::facts::Facts;
use super::ranking::Fit;
use crate::knowledge::advice::{Advice, DoNot, Exercise, Fact};
use crate::knowledge::for_whom::{AdviceList, Row};
use crate::knowledge::ids::CauseId;
use crate::knowledge::truth::Truth;
use crate::knowledge::way_back::Gate;

/// The rows of the advice that are for one runner, by list and position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RowsForYou(Vec<(AdviceList, usize)>);

impl RowsForYou {
    /// The rows whose condition holds and that are for all, or for one of `causes`. An exercise stands on the card of
    /// its cause, so only its condition counts.
    pub(super) fn of(advice: &Advice, facts: &Facts, causes: &[CauseId]) -> Self {
        let is_meant = |row: &Row<'_>| is_for(row, causes) && facts.value(&row.for_whom.when) >= Truth::Maybe;
        Self(advice.rows().filter(is_meant).map(|row| (row.list, row.at)).collect())
    }

    /// The same rows of the advice that they were chosen from.
    pub(super) fn in_advice<'a>(&'a self, advice: &'a Advice) -> ForYou<'a> {
        ForYou { chosen: &self.0, advice }
    }
}

/// The advice that is for one runner.
#[derive(Clone, Copy, Debug)]
pub struct ForYou<'a> {
    chosen: &'a [(AdviceList, usize)],
    advice: &'a Advice,
}

impl<'a> ForYou<'a> {
    /// How to rest.
    pub fn rest(self) -> impl Iterator<Item = &'a Fact> {
        self.of(AdviceList::Rest, &self.advice.rest)
    }

    /// How to add distance.
    pub fn load(self) -> impl Iterator<Item = &'a Fact> {
        self.of(AdviceList::Load, &self.advice.load)
    }

    /// What not to do.
    pub fn do_not(self) -> impl Iterator<Item = &'a DoNot> {
        self.of(AdviceList::DoNot, &self.advice.do_not)
    }

    /// What must be possible before running again.
    pub fn gates(self) -> impl Iterator<Item = &'a Gate> {
        self.of(AdviceList::Gates, &self.advice.return_entry)
    }

    /// Shoes and form.
    pub fn shoes(self) -> impl Iterator<Item = &'a Fact> {
        self.of(AdviceList::Shoes, &self.advice.shoes)
    }

    /// The exercises on the card of a cause.
    pub fn exercises(self, cause: &CauseId) -> impl Iterator<Item = &'a Exercise> {
        self.of(AdviceList::Exercises, &self.advice.exercises).filter(|row| row.for_whom.causes.contains(cause))
    }

    fn of<T>(self, list: AdviceList, rows: &'a [T]) -> impl Iterator<Item = &'a T> + use<'a, T> {
        self.chosen.iter().filter(move |(of, _)| *of == list).filter_map(|(_, at)| rows.get(*at))
    }
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
