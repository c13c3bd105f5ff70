//! How many lines each part of the page gets: first what no page goes without, then more for as long as lines are free.

use std::collections::BTreeMap;

use super::page::Cut;
use crate::check::Topic;

/// Own words that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum OwnText {
    /// The words of a box.
    Words(Topic),
    /// The name of an activity, from 0.
    Activity(usize),
    /// A question for the visit, from 0.
    Question(usize),
}

/// Lists of which items may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ShortenableList {
    /// The reasons of the advice.
    Reasons,
    /// What was denied of how it began.
    Course,
    /// What was denied of feel and time.
    Feel,
    /// Other signs that were denied or not asked.
    OtherSigns,
    /// What was denied of health.
    Health,
    /// Causes with their reasons.
    Compared,
}

/// How much of a list is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Length {
    /// As little as can be.
    #[default]
    Short,
    /// So many lines more.
    Lines(usize),
    /// What parts the causes that are shown, and so many lines more.
    Pertinent(usize),
    Whole,
}

impl Length {
    /// The same with so many lines more.
    pub(super) fn with_lines(self, lines: usize) -> Self {
        match self {
            Self::Short | Self::Lines(_) => Self::Lines(lines),
            Self::Pertinent(_) => Self::Pertinent(lines),
            Self::Whole => Self::Whole,
        }
    }
}

/// How places are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Places {
    /// Counted, and ways of starting too, as nobody hurts in so many: the last resort.
    Counted,
    /// By their short names.
    Short,
    Full,
}

/// What each part gets.
#[derive(Clone, Debug)]
pub(super) struct LineBudget {
    pub(super) places: Places,
    own: BTreeMap<OwnText, usize>,
    lists: BTreeMap<ShortenableList, Length>,
}

impl LineBudget {
    /// A line of own words each, and of lists as little as can be.
    pub(super) fn least(places: Places) -> Self {
        Self { places, own: BTreeMap::new(), lists: BTreeMap::new() }
    }

    /// Lines for own words.
    pub(super) fn own(&self, own: OwnText) -> usize {
        self.own.get(&own).copied().unwrap_or(1)
    }

    pub(super) fn length(&self, list: ShortenableList) -> Length {
        self.lists.get(&list).copied().unwrap_or_default()
    }

    /// Lines for the items that may be left out: `short` where there is little room; nothing where there is no limit.
    pub(super) fn lines(&self, list: ShortenableList, short: usize) -> Option<usize> {
        match self.length(list) {
            Length::Short => Some(short),
            Length::Lines(more) | Length::Pertinent(more) => Some(short + more),
            Length::Whole => None,
        }
    }

    /// How many of the first items are told whatever lines they take, when those that part the causes come first.
    pub(super) fn kept(&self, list: ShortenableList, pertinent: usize) -> usize {
        if matches!(self.length(list), Length::Pertinent(_)) { pertinent } else { 0 }
    }

    /// What is cut where items of a list are not told: only what was denied and parts no cause, once all else stays.
    pub(super) fn cut(&self, list: ShortenableList, cut: Cut) -> Cut {
        if matches!(self.length(list), Length::Pertinent(_)) { Cut::Denied } else { cut }
    }

    pub(super) fn with_places(mut self, places: Places) -> Self {
        self.places = places;
        self
    }

    pub(super) fn with_own(mut self, own: OwnText, lines: usize) -> Self {
        self.own.insert(own, lines);
        self
    }

    pub(super) fn with_list(mut self, list: ShortenableList, length: Length) -> Self {
        self.lists.insert(list, length);
        self
    }
}
