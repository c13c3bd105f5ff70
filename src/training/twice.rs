//! Which runs are told twice, and which of them is kept.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::reading::{Asked, Reading, Same};
use super::run::{LONGEST_S, Recorded};
use super::same_run::{Likeness, kept_first};

/// Runs that start further apart than this, in seconds, are never one: none lasts longer.
const NEAR_S: i64 = LONGEST_S as i64 + 3600;

/// So many others are looked at that lie near in time, and so many of its day: nobody has more runs than that.
const MOST_NEAR: usize = 1000;

/// What a run was before it was looked at for others like it.
enum Class {
    Run,
    Sport,
    Speed,
}

impl Reading {
    /// Parts what is told twice from what is kept, whatever the order of reading.
    pub(super) fn part_same(&mut self) {
        let mut open: Vec<(Recorded, Class)> = self.runs.drain(..).map(|recorded| (recorded, Class::Run)).collect();
        let mut others = Vec::new();
        for asked in self.asked.drain(..) {
            match asked {
                Asked::Sport(recorded) => open.push((recorded, Class::Sport)),
                Asked::Speed(recorded) => open.push((recorded, Class::Speed)),
                other => others.push(other),
            }
        }
        self.asked = others;
        open.sort_by(|(one, _), (two, _)| kept_first(one, two));
        let mut kept = Kept::default();
        for (recorded, class) in open {
            let like = kept.like(&recorded).map(|(likeness, other)| (likeness, other.run.origin.clone()));
            match (like, class) {
                (Some((Likeness::Same, of)), _) => {
                    self.same.push(Same { recorded, of });
                    continue;
                }
                (_, Class::Sport) => self.asked.push(Asked::Sport(recorded.clone())),
                (_, Class::Speed) => self.asked.push(Asked::Speed(recorded.clone())),
                (Some((_, of)), Class::Run) => self.asked.push(Asked::Same(recorded.clone(), of)),
                (None, Class::Run) => self.runs.push(recorded.clone()),
            }
            kept.add(recorded);
        }
    }
}

/// What is kept, by start and by day.
#[derive(Default)]
struct Kept {
    all: Vec<Recorded>,
    by_start: BTreeMap<i64, Vec<usize>>,
    by_day: BTreeMap<Date, Vec<usize>>,
}

impl Kept {
    fn add(&mut self, recorded: Recorded) {
        let at = self.all.len();
        if let Some(start) = recorded.run.start {
            self.by_start.entry(start.as_second()).or_default().push(at);
        }
        self.by_day.entry(recorded.run.day).or_default().push(at);
        self.all.push(recorded);
    }

    /// The first that is kept and is the same run, or else may be it.
    fn like(&self, recorded: &Recorded) -> Option<(Likeness, &Recorded)> {
        let near = recorded.run.start.map(Timestamp::as_second);
        let at_once = near.and_then(|start| self.by_start.get(&start)).into_iter().flatten().take(MOST_NEAR);
        let near = near.into_iter().flat_map(|start| self.by_start.range(start - NEAR_S..=start + NEAR_S));
        let near = near.flat_map(|(_, all)| all).take(MOST_NEAR);
        let that_day = self.by_day.get(&recorded.run.day).into_iter().flatten().take(MOST_NEAR);
        let candidates = at_once.chain(near).chain(that_day).filter_map(|at| Some((*at, self.all.get(*at)?)));
        let likenesses = candidates.map(|(at, other)| (recorded.run.likeness(&other.run), at, other));
        let found = likenesses.filter(|(likeness, ..)| *likeness != Likeness::Different);
        found
            .min_by_key(|(likeness, at, _)| (*likeness != Likeness::Same, *at))
            .map(|(likeness, _, other)| (likeness, other))
    }
}
