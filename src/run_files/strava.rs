//! A list of Strava beside the files that it names: each run once, with what each of them knows best.
//!
//! The file knows start, zone and time; the list knows kind and distance, as runners mend the treadmill there.

use std::collections::BTreeMap;

use super::told::Told;
use crate::training::fault::Fault;
use crate::training::run::{FileKind, Remark, Sport};

/// What one file told.
pub struct Pile {
    /// The name of the file, without its folder.
    pub name: String,
    pub told: Result<Vec<Told>, Fault>,
}

/// Joins each row of a list to the file that it names. A file of several sessions says it all itself; where the file is
/// not there or cannot be read, the row stands alone.
pub fn join(piles: &mut [Pile]) {
    let places: BTreeMap<String, usize> = (0..).zip(piles.iter()).map(|(at, pile)| (pile.name.clone(), at)).collect();
    for at in 0..piles.len() {
        let Some(Pile { told: Ok(rows), .. }) = piles.get_mut(at) else { continue };
        if !rows.iter().any(|row| row.kind == FileKind::StravaList && row.file.is_some()) {
            continue;
        }
        let mut left = Vec::new();
        for mut row in std::mem::take(rows) {
            let file = row.file.as_deref().filter(|_| row.doubt.is_none());
            let Some(name) = file.and_then(|file| file.rsplit('/').next()) else {
                left.push(row);
                continue;
            };
            let named = places.get(name).filter(|place| **place != at).and_then(|place| piles.get_mut(*place));
            let sessions = named.and_then(|pile| pile.told.as_mut().ok());
            match sessions.map(Vec::as_mut_slice) {
                Some([session]) => mend(session, row),
                Some([_, ..]) => {}
                Some([]) | None => {
                    row.remarks.push(Remark::ListOnly);
                    left.push(row);
                }
            }
        }
        if let Some(pile) = piles.get_mut(at) {
            pile.told = Ok(left);
        }
    }
}

/// What the list knows better than the file.
fn mend(session: &mut Told, row: Told) {
    if row.sport != Sport::NotTold {
        session.sport = row.sport;
    }
    session.distance_m = row.distance_m.or(session.distance_m);
}
