//! Which column of a list says what, by its header.

use csv::ByteRecord;

use super::list_words::{Headers, ListWords};
use crate::training::list_answers::Unit;
use crate::training::run::FileKind;

/// Where the cells of a list stand, the first column being 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) list: FileKind,
    pub(super) date: usize,
    pub(super) distance: usize,
    /// The unit of the distance, where the header tells it.
    pub(super) unit: ColumnUnit,
    pub(super) kind: Option<usize>,
    pub(super) moving: Option<usize>,
    pub(super) elapsed: Option<usize>,
    pub(super) file: Option<usize>,
    /// Whether the words for kinds of sport are those of a language that is known.
    pub(super) knows_kinds: bool,
}

/// The unit that a header tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnUnit {
    Metres,
    Told(Unit),
    NotTold,
}

/// Places of a Strava list that all languages share.
mod strava_place {
    pub(super) const DATE: usize = 1;
    pub(super) const KIND: usize = 3;
    pub(super) const DISTANCE: usize = 6;
    pub(super) const FILE: usize = 12;
    pub(super) const MOVING: usize = 16;
    pub(super) const METRES: usize = 17;
    /// How the name of a file of it begins.
    pub(super) const FOLDER: &str = "activities/";
}

impl Columns {
    /// Of a list with this header; `rows` are some of its rows.
    pub(super) fn of(header: &[String], rows: &[ByteRecord], words: &ListWords) -> Option<Self> {
        let plain: Vec<String> = header.iter().map(|cell| cell.trim().to_lowercase()).collect();
        let is_small = header.iter().all(|cell| *cell == cell.to_lowercase());
        strava(&plain, &words.strava, false)
            .or_else(|| strava(&plain, &words.old_strava, true).filter(|_| is_small))
            .or_else(|| garmin(&plain, &words.garmin))
            .or_else(|| unknown_strava(&plain, rows))
            .or_else(|| by_hand(&plain, words))
    }
}

fn named(header: &[String], names: &[String]) -> Vec<usize> {
    (0..).zip(header).filter(|(_, cell)| names.contains(cell)).map(|(at, _)| at).collect()
}

/// By names, never by counting: columns grow from year to year. The second distance is metres.
fn strava(header: &[String], names: &Headers, is_old: bool) -> Option<Columns> {
    let first = |names: &[String]| named(header, names).first().copied();
    let distances = named(header, &names.distance);
    let second = distances.get(1).copied();
    let is_metres = is_old || second.is_some();
    Some(Columns {
        list: FileKind::StravaList,
        date: first(&names.date)?,
        distance: second.or(distances.first().copied())?,
        unit: if is_metres { ColumnUnit::Metres } else { ColumnUnit::NotTold },
        kind: Some(first(&names.kind)?),
        moving: first(&names.moving),
        elapsed: first(&names.elapsed),
        file: Some(first(&names.file)?),
        knows_kinds: true,
    })
}

/// A Strava list in a language that is not known, by the places that all share.
fn unknown_strava(header: &[String], rows: &[ByteRecord]) -> Option<Columns> {
    let is_doubled = header.get(strava_place::DISTANCE)? == header.get(strava_place::METRES)?;
    let names_files = rows
        .iter()
        .any(|row| row.get(strava_place::FILE).is_some_and(|name| name.starts_with(strava_place::FOLDER.as_bytes())));
    (is_doubled && names_files).then_some(Columns {
        list: FileKind::StravaList,
        date: strava_place::DATE,
        distance: strava_place::METRES,
        unit: ColumnUnit::Metres,
        kind: Some(strava_place::KIND),
        moving: Some(strava_place::MOVING),
        elapsed: None,
        file: Some(strava_place::FILE),
        knows_kinds: false,
    })
}

fn garmin(header: &[String], names: &Headers) -> Option<Columns> {
    let first = |names: &[String]| named(header, names).first().copied();
    Some(Columns {
        list: FileKind::GarminList,
        date: first(&names.date)?,
        distance: first(&names.distance)?,
        unit: ColumnUnit::NotTold,
        kind: Some(first(&names.kind)?),
        moving: first(&names.moving),
        elapsed: first(&names.elapsed),
        file: None,
        knows_kinds: true,
    })
}

/// A list by hand: a date and a distance, perhaps with its unit: "km", "Distance (mi)".
fn by_hand(header: &[String], words: &ListWords) -> Option<Columns> {
    let first = |names: &[String]| named(header, names).first().copied();
    let (distance, unit) = (0..).zip(header).find_map(|(at, cell)| Some((at, unit_of(cell, words)?)))?;
    Some(Columns {
        list: FileKind::PlainList,
        date: first(&words.plain.date)?,
        distance,
        unit,
        kind: first(&words.plain.kind),
        moving: first(&words.plain.moving),
        elapsed: None,
        file: None,
        knows_kinds: true,
    })
}

/// The unit of a column of distances; none of any other column.
fn unit_of(cell: &str, words: &ListWords) -> Option<ColumnUnit> {
    let parts: Vec<&str> = cell.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty()).collect();
    let holds = |names: &[String]| parts.iter().any(|part| names.iter().any(|name| name == part));
    let is_alone = parts.len() == 1;
    let is_distance = holds(&words.plain.distance);
    match () {
        () if holds(&words.kilometres) && (is_alone || is_distance) => Some(ColumnUnit::Told(Unit::Kilometres)),
        () if holds(&words.miles) && (is_alone || is_distance) => Some(ColumnUnit::Told(Unit::Miles)),
        () if is_distance && is_alone => Some(ColumnUnit::NotTold),
        () => None,
    }
}
