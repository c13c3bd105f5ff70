//! The runs that are known of a runner, and what of them counts.

use jiff::civil::Date;

use super::fault::Fault;
use super::reading::{Asked, Reading, Refused};
use super::run::{FileKind, Origin, Recorded, Run, Sport, ZoneSource};

/// At most so many runs are kept: one each day for over fifty years.
pub const MOST_RUNS: usize = 20_000;

/// All runs that are known, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunLog {
    pub(super) runs: Vec<LoggedRun>,
}

/// A run, and whether it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedRun {
    pub run: Run,
    pub counts: Counts,
}

/// Whether a run counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Counts {
    Yes,
    /// The runner left it out.
    LeftOut,
}

/// What the runner says of all questions of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedAnswer {
    /// Those of which no sport is told are runs.
    SportIsRun,
    /// They are none.
    SportIsOther,
    /// Those that are too fast for a run are runs.
    SpeedIsRun,
    /// They are none.
    SpeedIsOther,
    /// Those that may be told twice are the same runs.
    SameIsSame,
    /// They are others.
    SameIsOther,
}

impl RunLog {
    /// All of them, the oldest first.
    #[must_use]
    pub fn all(&self) -> &[LoggedRun] {
        &self.runs
    }

    /// Those that count, the oldest first.
    #[must_use]
    pub fn counting(&self) -> Vec<Run> {
        self.runs.iter().filter(|logged| logged.counts == Counts::Yes).map(|logged| logged.run.clone()).collect()
    }

    /// Those of `day` and later that count, the oldest first.
    #[must_use]
    pub fn counting_from(&self, day: Date) -> Vec<Run> {
        let from = self.runs.partition_point(|logged| logged.run.day < day);
        let later = self.runs.get(from..).unwrap_or_default().iter();
        later.filter(|logged| logged.counts == Counts::Yes).map(|logged| logged.run.clone()).collect()
    }

    /// Takes in what was read. What is known already is told twice then, and what the runner left out stays so; gives
    /// back what was not taken in. Reading the same again adds nothing.
    pub fn take_in(&mut self, reading: Reading) -> Reading {
        let left_out: Vec<Run> = self
            .runs
            .iter()
            .filter(|logged| logged.counts == Counts::LeftOut)
            .map(|logged| logged.run.clone())
            .collect();
        let known = self.runs.drain(..).map(|logged| of_run(logged.run));
        let mut all = Reading { runs: known.chain(reading.runs).collect(), ..reading };
        all.settle();
        let mut runs = std::mem::take(&mut all.runs);
        // The newest are kept.
        let over = runs.len().saturating_sub(MOST_RUNS);
        all.refused.extend(runs.drain(..over).map(|recorded| Refused {
            file: recorded.run.origin.file,
            item: Some(recorded.run.origin.item),
            fault: Fault::ManyRuns,
        }));
        let is_left_out = |run: &Run| {
            let is_again = |same: &super::reading::Same| same.of == run.origin && left_out.contains(&same.recorded.run);
            left_out.contains(run) || all.same.iter().any(is_again)
        };
        self.runs = runs
            .into_iter()
            .map(|recorded| LoggedRun {
                counts: if is_left_out(&recorded.run) { Counts::LeftOut } else { Counts::Yes },
                run: recorded.run,
            })
            .collect();
        all
    }

    /// Answers all questions of one kind that a reading left open, and takes in what is a run then.
    pub fn answer(&mut self, open: Reading, answer: AskedAnswer) -> Reading {
        let mut left = Reading { asked: Vec::new(), ..open };
        let mut runs = Vec::new();
        for asked in open.asked {
            match (asked, answer) {
                (Asked::Sport(recorded), AskedAnswer::SportIsRun)
                | (Asked::Speed(recorded), AskedAnswer::SpeedIsRun)
                | (Asked::Same(recorded, _), AskedAnswer::SameIsOther) => runs.push(recorded),
                (Asked::Sport(recorded), AskedAnswer::SportIsOther)
                | (Asked::Speed(recorded), AskedAnswer::SpeedIsOther) => left.others.push(recorded),
                (Asked::Same(recorded, of), AskedAnswer::SameIsSame) => {
                    left.same.push(super::reading::Same { recorded, of });
                }
                (asked, _) => left.asked.push(asked),
            }
        }
        for recorded in runs {
            let run = Recorded { sport: Sport::Run, ..recorded }.run;
            let at = self.runs.partition_point(|logged| place(&logged.run) <= place(&run));
            self.runs.insert(at, LoggedRun { run, counts: Counts::Yes });
        }
        left
    }

    /// Adds a run that the runner typed, while there is room.
    pub fn add(&mut self, day: Date, distance_m: u32, felt: Option<u8>) {
        let by_hand = self.runs.iter().filter(|logged| logged.run.origin.kind == FileKind::ByHand);
        let item = by_hand.map(|logged| logged.run.origin.item).max().unwrap_or(0).saturating_add(1);
        let run = Run {
            start: None,
            day,
            zone: ZoneSource::DayOnly,
            distance_m,
            moving_s: None,
            elapsed_s: None,
            origin: Origin { file: String::new(), item, kind: FileKind::ByHand },
            felt,
        };
        let at = self.runs.partition_point(|logged| place(&logged.run) <= place(&run));
        if self.runs.len() < MOST_RUNS {
            self.runs.insert(at, LoggedRun { run, counts: Counts::Yes });
        }
    }

    /// Leaves the run at this place out, or lets it count again.
    pub fn set(&mut self, at: usize, counts: Counts) {
        if let Some(logged) = self.runs.get_mut(at) {
            logged.counts = counts;
        }
    }
}

fn of_run(run: Run) -> Recorded {
    Recorded { run, sport: Sport::Run, remarks: Vec::new() }
}

/// Where a run stands in the list.
fn place(run: &Run) -> (Date, Option<jiff::Timestamp>, &Origin) {
    (run.day, run.start, &run.origin)
}
