//! The way back to running: which step comes next and when, from the lights of the sessions so far.
//!
//! Steps R1 to R8 are those of the content (`return_steps` in `advice.ron`), the rules are judgement on plans of experts;
//! no trial has tested them. A worse light, a rest or an answer that is missing never brings a step forward.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::days;
use super::light::{Column, Verdict, light};
use crate::check::diary::DiaryEntry;
use crate::knowledge::advice::LightColour;
use crate::knowledge::way_back::RunStep;

/// Days from one session to the next: every second day.
const APART: i32 = 2;
/// The same after a red light: two whole days off.
const APART_AFTER_RED: i32 = 3;
/// So many green sessions in a row lead a step up.
const GREENS: u8 = 2;
/// A second red light at most so many days after another one stops the plan.
const RED_TWICE_DAYS: i32 = 14;
/// After so many days off the green sessions are counted anew.
const OFF_COUNT_ANEW: i32 = 8;
/// After so many days off the steps begin anew.
const OFF_BEGIN_ANEW: i32 = 21;
/// More sessions than all green ones of the whole way.
const MOST_AHEAD: usize = 32;

/// How one step leads to another.
trait Ladder: Sized {
    /// The next step up; from the last one there is none.
    fn up(self) -> Self;
    /// Two steps down, below R1 to walking.
    fn two_down(self) -> Self;
    /// How many green sessions in a row lead up from here.
    fn greens_needed(self) -> u8;
}

impl Ladder for RunStep {
    fn up(self) -> Self {
        Self::ALL.into_iter().find(|step| *step > self).unwrap_or(self)
    }

    fn two_down(self) -> Self {
        Self::ALL.into_iter().rev().filter(|step| *step < self).nth(1).unwrap_or(Self::Walk)
    }

    fn greens_needed(self) -> u8 {
        if self == Self::Walk { 1 } else { GREENS }
    }
}

/// Where the way back begins, or begins anew when a doctor or physio said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    pub step: RunStep,
    /// Sessions before this day do not count.
    pub since: Date,
}

/// A session of the plan that was done, with its light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub day: Date,
    pub verdict: Verdict,
}

impl Session {
    /// A day of the diary, by the column of the pain light that holds now.
    #[must_use]
    pub fn of(entry: &DiaryEntry, column: Column) -> Self {
        Self { day: entry.day, verdict: light(entry.pain, column) }
    }
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    Session(Planned),
    /// All steps are done.
    Done,
    /// Two red lights within 14 days: a doctor or physio is to see the knee.
    Stopped {
        first_red: Date,
        second_red: Date,
    },
}

/// A session to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// At the earliest.
    pub day: Date,
    pub step: RunStep,
    pub why: WhyStep,
}

/// Why a step is the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyStep {
    /// The way begins with it.
    Begins,
    /// Enough green sessions in a row.
    StepUp,
    /// The last session was green, and one more is needed.
    OneMoreGreen,
    /// The last session was amber.
    AmberAgain,
    /// The last session was red.
    DownAfterRed,
    /// The light of the last session is open, so it counts as nothing yet.
    LastIsOpen,
    /// So many days off, 8 or more: green sessions are counted anew.
    CountsAnew(i32),
    /// So many days off, 21 or more: the steps begin anew.
    BeginsAnew(i32),
}

/// What comes next, from all sessions up to `today`. A session that was planned and not done moves to today.
#[must_use]
pub fn next(start: Start, sessions: &[Session], today: Date) -> Next {
    Course::of(start, sessions, today).next(today)
}

/// The sessions to come if each of them is green, at the earliest; none where the plan is done or stopped.
#[must_use]
pub fn ahead(start: Start, sessions: &[Session], today: Date) -> Vec<Planned> {
    let mut course = Course::of(start, sessions, today);
    let mut ahead = Vec::new();
    while let Next::Session(planned) = course.next(today) {
        if ahead.len() == MOST_AHEAD {
            break;
        }
        ahead.push(planned);
        course.add(planned.day, Mark::Green);
    }
    ahead
}

/// What a session does to the plan, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Green,
    Nothing,
    Amber,
    Red,
}

impl Mark {
    /// A light that is open counts as nothing, but for what it is at least.
    fn of(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::Open { at_least: LightColour::Green, .. } => Self::Nothing,
            Verdict::Final(LightColour::Green) => Self::Green,
            Verdict::Final(LightColour::Amber) | Verdict::Open { at_least: LightColour::Amber, .. } => Self::Amber,
            Verdict::Final(LightColour::Red) | Verdict::Open { at_least: LightColour::Red, .. } => Self::Red,
        }
    }
}

/// Where somebody is on the way back.
#[derive(Clone, Copy, Debug)]
struct Course {
    step: RunStep,
    /// Green sessions in a row on this step.
    greens: u8,
    since: Date,
    /// The last session and what it did.
    last: Option<(Date, Mark)>,
    last_red: Option<Date>,
    /// Two red lights that are too close.
    stopped: Option<(Date, Date)>,
}

impl Course {
    fn of(start: Start, sessions: &[Session], today: Date) -> Self {
        // Of two sessions on one day the worse one counts.
        let mut marks = BTreeMap::new();
        for session in sessions.iter().filter(|session| (start.since..=today).contains(&session.day)) {
            let mark = marks.entry(session.day).or_insert(Mark::Green);
            *mark = Mark::of(&session.verdict).max(*mark);
        }
        let mut course =
            Self { step: start.step, greens: 0, since: start.since, last: None, last_red: None, stopped: None };
        for (day, mark) in marks {
            course.add(day, mark);
        }
        course
    }

    /// Days off up to `day`.
    fn off(&self, day: Date) -> i32 {
        days::between(self.last.map_or(self.since, |(last, _)| last), day)
    }

    /// What the days off up to `day` take back.
    fn rest_until(&mut self, day: Date) {
        let off = self.off(day);
        if off >= OFF_COUNT_ANEW {
            self.greens = 0;
        }
        if off >= OFF_BEGIN_ANEW {
            self.step = self.step.min(RunStep::R1);
        }
    }

    fn add(&mut self, day: Date, mark: Mark) {
        self.rest_until(day);
        match mark {
            Mark::Green => self.greens += 1,
            Mark::Nothing => {}
            Mark::Amber => self.greens = 0,
            Mark::Red => self.add_red(day),
        }
        if self.greens >= self.step.greens_needed() {
            self.greens = 0;
            self.step = self.step.up();
        }
        self.last = Some((day, mark));
    }

    fn add_red(&mut self, day: Date) {
        self.greens = 0;
        self.step = self.step.two_down();
        let close = self.last_red.filter(|first| days::between(*first, day) <= RED_TWICE_DAYS);
        self.stopped = self.stopped.or(close.map(|first| (first, day)));
        self.last_red = Some(day);
    }

    fn next(mut self, today: Date) -> Next {
        if let Some((first_red, second_red)) = self.stopped {
            return Next::Stopped { first_red, second_red };
        }
        let earliest = match self.last {
            Some((last, Mark::Red)) => days::after(last, APART_AFTER_RED),
            Some((last, _)) => days::after(last, APART),
            None => self.since,
        };
        let day = earliest.max(today);
        let why = self.why(day);
        self.rest_until(day);
        match self.step {
            RunStep::Done => Next::Done,
            step => Next::Session(Planned { day, step, why }),
        }
    }

    fn why(&self, day: Date) -> WhyStep {
        match (self.off(day), self.last) {
            (off, _) if off >= OFF_BEGIN_ANEW => WhyStep::BeginsAnew(off),
            (_, None) => WhyStep::Begins,
            (off, _) if off >= OFF_COUNT_ANEW => WhyStep::CountsAnew(off),
            (_, Some((_, Mark::Green))) if self.greens == 0 => WhyStep::StepUp,
            (_, Some((_, Mark::Green))) => WhyStep::OneMoreGreen,
            (_, Some((_, Mark::Amber))) => WhyStep::AmberAgain,
            (_, Some((_, Mark::Red))) => WhyStep::DownAfterRed,
            (_, Some((_, Mark::Nothing))) => WhyStep::LastIsOpen,
        }
    }
}
