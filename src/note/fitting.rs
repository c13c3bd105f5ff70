//! Which sections go, and how far the others are told, so that all of it is one page and no line stays free while
//! something is cut.

use super::line_budget::{Length, LineBudget, OwnText, Places, ShortenableList};
use super::page::{Cut, LINES, OptionalSection, Section, length, spaced_length};
use super::section_input::SectionInput;
use super::{Kind, footer};
use crate::check::Topic;

/// Own words in the order in which each gets a line more.
const OWN: [OwnText; 12] = [
    OwnText::Words(Topic::Why),
    OwnText::Words(Topic::Past),
    OwnText::Words(Topic::Goal),
    OwnText::Question(0),
    OwnText::Question(1),
    OwnText::Question(2),
    OwnText::Activity(0),
    OwnText::Activity(1),
    OwnText::Activity(2),
    OwnText::Words(Topic::Worry),
    OwnText::Words(Topic::Think),
    OwnText::Words(Topic::Hope),
];
/// Lists in the order in which they are told in full.
const LISTS: [ShortenableList; 6] = [
    ShortenableList::Reasons,
    ShortenableList::OtherSigns,
    ShortenableList::Health,
    ShortenableList::Feel,
    ShortenableList::Course,
    ShortenableList::Compared,
];
/// Lines more for what the app compared, before other lists are told in full.
const MORE_COMPARED: usize = 4;

/// The page while it is put together.
pub(super) struct Fitting<'a> {
    input: SectionInput<'a>,
    budget: LineBudget,
    sections: Vec<Section>,
    gone: Vec<OptionalSection>,
    spacing: Spacing,
}

/// Whether blank lines between the sections count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spacing {
    /// They go before anything else does.
    Tight,
    /// One stays after each section.
    Spaced,
}

/// The sections that fit one page, the sections that were left out, and what is told in part.
pub(super) fn fitted(input: SectionInput<'_>) -> (Vec<Section>, Vec<OptionalSection>, Vec<Cut>) {
    let mut page = Fitting::least(input, Places::Short);
    if page.fits() {
        page.grow();
    } else {
        page = Fitting::least(input, Places::Counted);
    }
    let cut = page.cut();
    (page.sections, page.gone, cut)
}

impl<'a> Fitting<'a> {
    /// The shortest page; of what is still too long the first sections to go are gone.
    fn least(input: SectionInput<'a>, places: Places) -> Self {
        let budget = LineBudget::least(places);
        let sections = Kind::ALL.map(|kind| kind.section(input, &budget)).into();
        let mut page = Self { input, budget, sections, gone: Vec::new(), spacing: Spacing::Tight };
        while !page.fits() {
            let going = page.sections.iter().filter(|section| !section.lines.is_empty());
            let Some(next) = going.filter_map(|section| section.goes).min() else { break };
            for section in page.sections.iter_mut().filter(|section| section.goes == Some(next)) {
                *section = Section::default();
            }
            page.gone.push(next);
        }
        page
    }

    fn cut(&self) -> Vec<Cut> {
        let mut cut: Vec<Cut> = self.sections.iter().flat_map(|section| &section.cut).copied().collect();
        cut.sort();
        cut.dedup();
        cut
    }

    fn fits(&self) -> bool {
        self.length(self.spacing) <= LINES
    }

    fn length(&self, spacing: Spacing) -> usize {
        let sections = match spacing {
            Spacing::Tight => length(&self.sections),
            Spacing::Spaced => spaced_length(&self.sections),
        };
        sections + footer(self.input, &self.gone, &self.cut()).len()
    }

    /// Gives what is free of the page to what is gone and to what was shortened: own words and what parts the causes
    /// before blank lines, and these before what was denied and parts nothing.
    fn grow(&mut self) {
        self.bring_back();
        for list in LISTS {
            self.lengthen(list, Length::Pertinent(0));
        }
        self.try_budget(Kind::Place, self.budget.clone().with_places(Places::Full));
        self.lengthen(ShortenableList::Reasons, Length::Whole);
        self.grow_own_words();
        for more in (1..=MORE_COMPARED).rev() {
            if self.lengthen(ShortenableList::Compared, Length::Pertinent(more)) != Tried::TooLong {
                break;
            }
        }
        if self.length(Spacing::Spaced) > LINES {
            return;
        }
        self.spacing = Spacing::Spaced;
        for list in LISTS {
            self.grow_list(list);
        }
        self.bring_back();
    }

    /// Takes back sections that fit after all, because a longer one went after them.
    fn bring_back(&mut self) {
        for goes in self.gone.clone().into_iter().rev() {
            let gone = self.gone.clone();
            self.gone.retain(|other| *other != goes);
            let back = Kind::ALL.into_iter().find(|kind| kind.goes() == Some(goes));
            let fits = back.is_some_and(|kind| self.try_budget(kind, self.budget.clone()) != Tried::TooLong);
            if !fits {
                self.gone = gone;
            }
        }
    }

    /// A line more for each in turn, for as long as any that is cut can have one.
    fn grow_own_words(&mut self) {
        let mut growing: Vec<OwnText> = OWN.into_iter().filter(|own| self.input.own.contains_key(own)).collect();
        while !growing.is_empty() {
            growing.retain(|own| {
                let kind = Kind::of_own(*own);
                let budget = self.budget.clone().with_own(*own, self.budget.own(*own) + 1);
                self.is_cut(kind) && self.try_budget(kind, budget) == Tried::Changed
            });
        }
    }

    /// All of a list, or as many lines of it as fit.
    fn grow_list(&mut self, list: ShortenableList) {
        if self.lengthen(list, Length::Whole) != Tried::TooLong {
            return;
        }
        let (mut fits, mut too_many) = (0, LINES);
        while too_many - fits > 1 {
            let half = usize::midpoint(fits, too_many);
            match self.lengthen(list, self.budget.length(list).with_lines(half)) {
                Tried::TooLong => too_many = half,
                Tried::Same | Tried::Changed => fits = half,
            }
        }
    }

    fn lengthen(&mut self, list: ShortenableList, length: Length) -> Tried {
        let kind = Kind::of_list(list);
        if self.is_cut(kind) { self.try_budget(kind, self.budget.clone().with_list(list, length)) } else { Tried::Same }
    }

    fn is_cut(&self, kind: Kind) -> bool {
        self.sections.get(kind as usize).is_some_and(|section| !section.cut.is_empty())
    }

    /// Writes one section anew with another room; when the page is too long then, all stays as it was.
    fn try_budget(&mut self, kind: Kind, budget: LineBudget) -> Tried {
        let section = kind.section(self.input, &budget);
        let is_gone = section.goes.is_some_and(|goes| self.gone.contains(&goes));
        let Some(place) = self.sections.get_mut(kind as usize).filter(|_| !is_gone) else { return Tried::Same };
        if *place == section {
            self.budget = budget;
            return Tried::Same;
        }
        let before = std::mem::replace(place, section);
        if self.fits() {
            self.budget = budget;
            return Tried::Changed;
        }
        if let Some(place) = self.sections.get_mut(kind as usize) {
            *place = before;
        }
        Tried::TooLong
    }
}

/// What came of another room for a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tried {
    Same,
    /// It is another, and the page holds it.
    Changed,
    /// The page is too long with it.
    TooLong,
}
