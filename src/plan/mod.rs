//! The plan: what to do in the next days and weeks, made from the answers.
//!
//! It is a plain value: the same answers on the same day give the same plan. Where running stops, or a rule of level 1 or
//! 2 fired, it says what to do until somebody has seen the knee, and holds no exercise. Every line of it has a source.

pub mod calendar;
mod check_again;
mod exercises;
mod line;
mod race;
mod run_size;
mod runner;
pub mod table;
pub mod text;
mod until_seen;
pub mod way_back;
mod week;
mod week_runs;

use jiff::civil::Date;

use crate::assess::Assessment;
use crate::check::Check;
use crate::knowledge::ids::{CauseId, QuestionId};

pub use check_again::CheckAgain;
pub use exercises::{MOST_EXERCISES, PlannedExercise};
pub use line::{HabitLine, LightLine, Line, Why};
pub use race::{Race, RaceState};
pub use run_size::RunSize;
pub use until_seen::UntilSeenLine;
pub use week::{Day, Week};

use runner::Runner;

/// At most so many things to leave out.
pub const MOST_LEFT_OUT: usize = 4;

/// What sort of plan it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanKind {
    /// Too little was told for a plan: what is missing stands in [`Plan::missing`].
    NotEnoughTold,
    /// What to do until somebody has seen the knee: level 1 or 2, or a rule that stops running.
    UntilSeen,
    /// Beside a visit: level 3, and running goes on.
    WithCare,
    /// Level 4.
    SelfCare,
}

/// What to do in the next days and weeks. Texts may hold places of care as `{gp}` and `{physio}`, to be filled by
/// [`PlacesOfCare::fill`](crate::wording::places::PlacesOfCare::fill).
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub kind: PlanKind,
    /// The day it was made.
    pub on: Date,
    /// The cause it is made for; none where it is a careful plan for any sore knee.
    pub cause: Option<CauseId>,
    /// Why it is a careful one; none where it is made for a cause.
    pub careful: Option<Line>,
    /// The questions without whose answers there is no plan, in the order of the form.
    pub missing: Vec<QuestionId>,
    /// What to do until somebody has seen the knee; empty in every other plan.
    pub until_seen: Vec<UntilSeenLine>,
    /// The next seven days; none until somebody has seen the knee.
    pub week: Option<Week>,
    /// The colours of the pain light, green first; bone stress has no amber.
    pub light: Vec<LightLine>,
    /// What of the race, where its day was told.
    pub race: Option<Race>,
    /// Two to four exercises, what the evidence supports best first; none where none fits this person.
    pub exercises: Vec<PlannedExercise>,
    /// What is said in place of exercises.
    pub no_exercises: Option<Line>,
    /// What to leave out for now: at most [`MOST_LEFT_OUT`] lines.
    pub leave_out: Vec<Line>,
    /// When to look again, and at what.
    pub check_again: Vec<CheckAgain>,
    /// What keeps the pain from coming back.
    pub habits: Vec<HabitLine>,
}

impl Plan {
    /// The plan of who gave these answers, for the days after `on`; `race_on` is the day of a race.
    #[must_use]
    pub fn of(check: &Check, assessment: &Assessment, on: Date, race_on: Option<Date>) -> Self {
        let runner = Runner::of(check, assessment, on);
        match runner.kind {
            PlanKind::NotEnoughTold => Self { missing: assessment.urgency.needed().to_vec(), ..Self::empty(&runner) },
            PlanKind::UntilSeen => Self {
                until_seen: until_seen::lines(&runner),
                light: Vec::new(),
                race: race_on.map(|day| race::race(&runner, day)),
                check_again: Vec::new(),
                ..Self::empty(&runner)
            },
            PlanKind::WithCare | PlanKind::SelfCare => Self::whole(&runner, race_on),
        }
    }

    /// Every line of it, with where it stands.
    pub fn said(&self) -> impl Iterator<Item = (&str, &Why)> {
        let week = self.week.iter().flat_map(|week| week.how.iter().map(|line| (line.text.as_str(), &line.why)));
        let lines = self.careful.iter().chain(&self.no_exercises).chain(&self.leave_out);
        let lines = lines.map(|line| (line.text.as_str(), &line.why));
        let exercises = self.exercises.iter().map(|exercise| (exercise.title.as_str(), &exercise.why));
        let light = self.light.iter().map(|line| (line.sign.as_str(), &line.why));
        let race = self.race.iter().map(|race| (race.line.text.as_str(), &race.line.why));
        let check_again = self.check_again.iter().map(|row| (row.text.as_str(), &row.why));
        let until_seen = self.until_seen.iter().map(|line| (line.text.as_str(), &line.why));
        let habits = self.habits.iter().map(|line| (line.text.as_str(), &line.why));
        week.chain(exercises).chain(light).chain(lines).chain(race).chain(check_again).chain(until_seen).chain(habits)
    }

    fn empty(runner: &Runner<'_>) -> Self {
        Self {
            kind: runner.kind,
            on: runner.on,
            cause: None,
            careful: None,
            missing: Vec::new(),
            until_seen: Vec::new(),
            week: None,
            light: Vec::new(),
            race: None,
            exercises: Vec::new(),
            no_exercises: None,
            leave_out: Vec::new(),
            check_again: Vec::new(),
            habits: Vec::new(),
        }
    }

    fn whole(runner: &Runner<'_>, race_on: Option<Date>) -> Self {
        let planning = runner.planning;
        let exercises = exercises::exercises(runner);
        let no_exercises = planning.no_exercises.iter().find(|row| runner.is_looked_for(&row.for_whom)).map(Line::of);
        let careful = planning.careful.iter().find(|row| runner.is_looked_for(&row.for_whom)).map(Line::of);
        Self {
            cause: runner.cause.cloned(),
            careful: careful.filter(|_| runner.cause.is_none()),
            week: Some(week::week(runner, &exercises)),
            light: line::light(runner),
            race: race_on.map(|day| race::race(runner, day)),
            no_exercises: no_exercises.filter(|_| exercises.is_empty()),
            exercises,
            leave_out: line::leave_out(runner),
            check_again: check_again::check_again(runner),
            habits: line::habits(runner),
            ..Self::empty(runner)
        }
    }
}
