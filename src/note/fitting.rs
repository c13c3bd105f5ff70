//! Which sections go, and how far the others are told, so that all of it is one page and no line stays free while
//! something is cut.

use super::page::{Cut, Goes, LINES, Section, length};
use super::room::{Length, Listed, Own, Places, Room};
use super::said::Said;
use super::{Kind, footer};
use crate::check::Topic;

/// Own words in the order in which each gets a line more.
const OWN: [Own; 12] = [
    Own::Words(Topic::Why),
    Own::Words(Topic::Past),
    Own::Words(Topic::Goal),
    Own::Question(0),
    Own::Question(1),
    Own::Question(2),
    Own::Activity(0),
    Own::Activity(1),
    Own::Activity(2),
    Own::Words(Topic::Worry),
    Own::Words(Topic::Think),
    Own::Words(Topic::Hope),
];
/// Lists in the order in which they are told in full.
const LISTS: [Listed; 6] =
    [Listed::Reasons, Listed::OtherSigns, Listed::Health, Listed::Feel, Listed::Course, Listed::Compared];
/// Lines more for what the app compared, before other lists are told in full.
const MORE_COMPARED: usize = 4;

/// The page while it is put together.
pub(super) struct Fitting<'a> {
    said: Said<'a>,
    room: Room,
    sections: Vec<Section>,
    gone: Vec<Goes>,
}

/// The sections that fit one page, the sections that were left out, and what is told in part.
pub(super) fn fitted(said: Said<'_>) -> (Vec<Section>, Vec<Goes>, Vec<Cut>) {
    let mut page = Fitting::least(said, Places::Short);
    if page.fits() {
        page.grow();
    } else {
        page = Fitting::least(said, Places::Counted);
    }
    let cut = page.cut();
    (page.sections, page.gone, cut)
}

impl<'a> Fitting<'a> {
    /// The shortest page; of what is still too long the first sections to go are gone.
    fn least(said: Said<'a>, places: Places) -> Self {
        let room = Room::least(places);
        let sections = Kind::ALL.map(|kind| kind.section(said, &room)).into();
        let mut page = Self { said, room, sections, gone: Vec::new() };
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
        length(&self.sections) + footer(self.said, &self.gone, &self.cut()).len() <= LINES
    }

    /// Gives what is free of the page to what is gone and to what was shortened.
    fn grow(&mut self) {
        self.bring_back();
        self.try_room(Kind::Place, self.room.clone().with_places(Places::Full));
        for list in LISTS {
            self.lengthen(list, Length::Pertinent(0));
        }
        self.lengthen(Listed::Reasons, Length::Whole);
        self.grow_own_words();
        for more in (1..=MORE_COMPARED).rev() {
            if self.lengthen(Listed::Compared, Length::Pertinent(more)) != Tried::TooLong {
                break;
            }
        }
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
            let fits = back.is_some_and(|kind| self.try_room(kind, self.room.clone()) != Tried::TooLong);
            if !fits {
                self.gone = gone;
            }
        }
    }

    /// A line more for each in turn, for as long as any that is cut can have one.
    fn grow_own_words(&mut self) {
        let mut growing: Vec<Own> = OWN.into_iter().filter(|own| self.said.own.contains_key(own)).collect();
        while !growing.is_empty() {
            growing.retain(|own| {
                let kind = Kind::of_own(*own);
                let room = self.room.clone().with_own(*own, self.room.own(*own) + 1);
                self.is_cut(kind) && self.try_room(kind, room) == Tried::Changed
            });
        }
    }

    /// All of a list, or as many lines of it as fit.
    fn grow_list(&mut self, list: Listed) {
        if self.lengthen(list, Length::Whole) != Tried::TooLong {
            return;
        }
        let (mut fits, mut too_many) = (0, LINES);
        while too_many - fits > 1 {
            let half = usize::midpoint(fits, too_many);
            match self.lengthen(list, self.room.length(list).with_lines(half)) {
                Tried::TooLong => too_many = half,
                Tried::Same | Tried::Changed => fits = half,
            }
        }
    }

    fn lengthen(&mut self, list: Listed, length: Length) -> Tried {
        let kind = Kind::of_list(list);
        if self.is_cut(kind) { self.try_room(kind, self.room.clone().with_list(list, length)) } else { Tried::Same }
    }

    fn is_cut(&self, kind: Kind) -> bool {
        self.sections.get(kind as usize).is_some_and(|section| !section.cut.is_empty())
    }

    /// Writes one section anew with another room; when the page is too long then, all stays as it was.
    fn try_room(&mut self, kind: Kind, room: Room) -> Tried {
        let section = kind.section(self.said, &room);
        let is_gone = section.goes.is_some_and(|goes| self.gone.contains(&goes));
        let Some(place) = self.sections.get_mut(kind as usize).filter(|_| !is_gone) else { return Tried::Same };
        if *place == section {
            self.room = room;
            return Tried::Same;
        }
        let before = std::mem::replace(place, section);
        if self.fits() {
            self.room = room;
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
    /// It is the same with it.
    Same,
    /// It is another, and the page holds it.
    Changed,
    /// The page is too long with it.
    TooLong,
}
