//! Which sections go, and how far the others are told, so that all of it is one page and no line stays free while
//! something is cut.

use jiff::civil::Date;

use super::page::{Cut, Goes, LINES, Section, length};
use super::room::{Length, Listed, Own, Places, Room};
use super::said::Said;
use super::{Kind, footer};
use crate::check::{MOST_QUESTIONS, Topic};

/// Own words in the order in which each gets a line more.
const OWN: [Own; 7] = [
    Own::Words(Topic::Why),
    Own::Words(Topic::Past),
    Own::Words(Topic::Goal),
    Own::Activities,
    Own::Words(Topic::Worry),
    Own::Words(Topic::Think),
    Own::Words(Topic::Hope),
];
/// Lists in the order in which they are told in full.
const LISTS: [Listed; 6] =
    [Listed::Reasons, Listed::OtherSigns, Listed::Feel, Listed::Health, Listed::Course, Listed::Compared];

/// The page while it is put together.
pub(super) struct Fitting<'a> {
    said: Said<'a>,
    on: Date,
    room: Room,
    sections: Vec<Section>,
    gone: Vec<Goes>,
}

/// The sections that fit one page, the sections that were left out, and what is told in part.
pub(super) fn fitted(said: Said<'_>, on: Date) -> (Vec<Section>, Vec<Goes>, Vec<Cut>) {
    let mut page = Fitting::least(said, on, Places::Short);
    if !page.fits() {
        page = Fitting::least(said, on, Places::Counted);
    } else {
        page.grow();
    }
    let cut = page.cut();
    (page.sections, page.gone, cut)
}

impl<'a> Fitting<'a> {
    /// The shortest page; of what is still too long the first sections to go are gone.
    fn least(said: Said<'a>, on: Date, places: Places) -> Self {
        let room = Room::least(places);
        let sections = Kind::ALL.map(|kind| kind.section(said, on, &room)).into();
        let mut page = Self { said, on, room, sections, gone: Vec::new() };
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

    /// Gives what is free of the page to what was shortened.
    fn grow(&mut self) {
        self.try_room(Kind::Place, self.room.clone().with_places(Places::Full));
        for list in LISTS {
            self.lengthen(list, Length::Pertinent(0));
        }
        self.lengthen(Listed::Reasons, Length::Whole);
        self.grow_own_words();
        for list in LISTS {
            self.lengthen(list, Length::Whole);
        }
        let mut growing = LISTS.to_vec();
        while !growing.is_empty() {
            growing.retain(|list| self.lengthen(*list, self.room.length(*list).more()));
        }
    }

    /// A line more for each in turn, for as long as any that is cut can have one.
    fn grow_own_words(&mut self) {
        let questions = (0..MOST_QUESTIONS).map(Own::Question);
        let mut growing: Vec<Own> = OWN.into_iter().chain(questions).collect();
        while !growing.is_empty() {
            growing.retain(|own| {
                let kind = Kind::of_own(*own);
                let room = self.room.clone().with_own(*own, self.room.own(*own) + 1);
                self.is_cut(kind) && self.try_room(kind, room)
            });
        }
    }

    fn lengthen(&mut self, list: Listed, length: Length) -> bool {
        let kind = Kind::of_list(list);
        self.is_cut(kind) && self.try_room(kind, self.room.clone().with_list(list, length))
    }

    fn is_cut(&self, kind: Kind) -> bool {
        self.sections.get(kind as usize).is_some_and(|section| !section.cut.is_empty())
    }

    /// Writes one section anew with another room. Whether that changed it; when the page is too long then, it did not.
    fn try_room(&mut self, kind: Kind, room: Room) -> bool {
        let section = kind.section(self.said, self.on, &room);
        let Some(place) = self.sections.get_mut(kind as usize) else { return false };
        let is_gone = section.goes.is_some_and(|goes| self.gone.contains(&goes));
        if is_gone || *place == section {
            return false;
        }
        let before = std::mem::replace(place, section);
        if self.fits() {
            self.room = room;
            return true;
        }
        if let Some(place) = self.sections.get_mut(kind as usize) {
            *place = before;
        }
        false
    }
}
