//! What came of reading: every file, session and row in exactly one class.

use jiff::civil::Date;

use super::fault::Fault;
use super::run::{Origin, Recorded};

/// All that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The runs that count.
    pub runs: Vec<Recorded>,
    /// Other sport.
    pub others: Vec<Recorded>,
    /// Runs that are told twice.
    pub same: Vec<Same>,
    /// What the runner has to say before it counts.
    pub asked: Vec<Asked>,
    /// What is no run.
    pub refused: Vec<Refused>,
}

/// A run that is told a second time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Same {
    pub recorded: Recorded,
    /// Which one counts.
    pub of: Origin,
}

/// What is asked, never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// No sport is told.
    Sport(Recorded),
    /// Too fast for a run.
    Speed(Recorded),
    /// It may be the run of that other origin.
    Same(Recorded, Origin),
    /// Kilometres or miles.
    Unit { origin: Origin, day: Date },
    /// Day or month first.
    Order { origin: Origin, distance_m: Option<u32> },
}

impl Asked {
    /// The word of the question.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Sport(_) => "sport",
            Self::Speed(_) => "speed",
            Self::Same(..) => "same",
            Self::Unit { .. } => "unit",
            Self::Order { .. } => "order",
        }
    }

    /// What the file says of it, where that is already known.
    #[must_use]
    pub fn recorded(&self) -> Option<&Recorded> {
        match self {
            Self::Sport(recorded) | Self::Speed(recorded) | Self::Same(recorded, _) => Some(recorded),
            Self::Unit { .. } | Self::Order { .. } => None,
        }
    }

    /// Where it was read.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        match self {
            Self::Sport(recorded) | Self::Speed(recorded) | Self::Same(recorded, _) => &recorded.run.origin,
            Self::Unit { origin, .. } | Self::Order { origin, .. } => origin,
        }
    }

    /// Its day, where that is known.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::Unit { day, .. } => Some(*day),
            _ => self.recorded().map(|recorded| recorded.run.day),
        }
    }

    /// Its metres, where they are known.
    #[must_use]
    pub fn distance_m(&self) -> Option<u32> {
        match self {
            Self::Order { distance_m, .. } => *distance_m,
            _ => self.recorded().map(|recorded| recorded.run.distance_m),
        }
    }
}

/// A file, or a session or row of it, that is no run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The name of the file, without its folder.
    pub file: String,
    /// Which session or row; none for the whole file.
    pub item: Option<u32>,
    pub fault: Fault,
}

impl Reading {
    /// How many sessions, rows and files there are in all classes.
    #[must_use]
    pub fn count(&self) -> usize {
        self.runs.len() + self.others.len() + self.same.len() + self.asked.len() + self.refused.len()
    }

    /// Whether nothing was understood.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.count() == self.refused.len()
    }

    /// Everything that says what a file told, with the remarks on it.
    pub fn recorded(&self) -> impl Iterator<Item = &Recorded> {
        let same = self.same.iter().map(|same| &same.recorded);
        self.runs.iter().chain(&self.others).chain(same).chain(self.asked.iter().filter_map(Asked::recorded))
    }

    /// Once all is read: finds what is told twice and orders each class, so that the order of reading does not matter.
    pub fn settle(&mut self) {
        self.part_same();
        let key = |recorded: &Recorded| (recorded.run.day, recorded.run.start, recorded.run.origin.clone());
        self.runs.sort_by_cached_key(key);
        self.others.sort_by_cached_key(key);
        self.same.sort_by_cached_key(|same| (key(&same.recorded), same.of.clone()));
        self.asked.sort_by_cached_key(|asked| {
            let start = asked.recorded().and_then(|recorded| recorded.run.start);
            (asked.day(), start, asked.origin().clone())
        });
        self.refused.sort_by(|a, b| (&a.file, a.item, a.fault.reason()).cmp(&(&b.file, b.item, b.fault.reason())));
    }
}
