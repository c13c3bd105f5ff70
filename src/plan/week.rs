//! The next seven days: run, walk, strength, rest, bike or pool.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::exercises::PlannedExercise;
use super::line::{Line, Why};
use super::run_size::RunSize;
use super::runner::Runner;
use super::week_runs::WeekRuns;
use crate::check::Units;
use crate::knowledge::ids::QuestionId;
use crate::knowledge::known_ids::numbers;
use crate::knowledge::planning::{Activity, DayWords, RunLength, RunStage, WeekRow};
use crate::knowledge::source::Grade;
use crate::wording::{fill, number};

/// Runs are told to half a km or half a mile.
const STEP: f64 = 0.5;

/// One day of a week.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    pub date: Date,
    pub activity: Activity,
    /// How long the run is, on a day with one.
    pub run: Option<RunSize>,
    /// What to do, short: "Run 3 km, flat".
    pub words: String,
}

/// The next seven days.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// How much running there is in it.
    pub stage: RunStage,
    /// Seven days, tomorrow first.
    pub days: Vec<Day>,
    /// The questions without whose answers there is no run in it.
    pub open: Vec<QuestionId>,
    /// How to go about it.
    pub how: Option<Line>,
    /// Where the order of the days stands.
    pub why: Why,
    /// Where the length of the runs stands.
    pub run_why: Why,
}

pub(super) fn week(runner: &Runner<'_>, exercises: &[PlannedExercise]) -> Week {
    let weeks = &runner.planning.weeks;
    let is_for = |row: &&WeekRow| row.stages.contains(&runner.stage) && runner.is_for(&row.for_whom);
    let row = weeks.patterns.iter().find(is_for);
    let size = run_size(runner, &weeks.run_length);
    let activities = row.map_or([Activity::Rest; 7], |row| row.days);
    let runs = WeekRuns::of(runner);
    let dates = [1, 2, 3, 4, 5, 6, 7].map(|after| runner.on.saturating_add(after.days()));
    let days = dates.into_iter().zip(runs.place(dates, activities)).map(|(date, activity)| {
        // Who has no exercises walks in their place.
        let activity = if activity == Activity::Strength && exercises.is_empty() { Activity::Walk } else { activity };
        let size = runs.size_on(date, runner.knowledge).unwrap_or(size);
        let run = (activity == Activity::Run).then_some(size);
        Day { date, activity, run, words: words_of(&weeks.words, activity, size, runner.check.units) }
    });
    let open = runner.open_first();
    let how = if open.is_empty() { runs.says(&weeks.way_back).or(runner.how_to_run()) } else { Some(&weeks.not_asked) };
    let length = &weeks.run_length;
    Week {
        stage: runner.stage,
        days: days.collect(),
        open,
        how: how.map(Line::of),
        why: row.map_or(Why { sources: Vec::new(), grade: Grade::Judgement }, |row| Why {
            sources: row.sources.clone(),
            grade: row.grade,
        }),
        run_why: Why { sources: length.sources.clone(), grade: length.grade },
    }
}

/// How long a run is in this week: a share of the usual week, or a run with walks.
fn run_size(runner: &Runner<'_>, length: &RunLength) -> RunSize {
    let is_new = runner.maybe(&length.first_when);
    let with_walks = RunSize::WithWalks(if is_new { length.first_run_walk } else { length.run_walk });
    let share = match runner.stage {
        RunStage::Green => length.green_share,
        RunStage::Amber => length.amber_share,
        RunStage::AfterPause | RunStage::NoRun => return with_walks,
    };
    let Some(week) = runner.number(&numbers::WEEKLY_KM).filter(|_| !is_new) else { return with_walks };
    let unit = runner.check.units.km();
    let longest = (week * share).min(length.most_km);
    let told = (longest / unit / STEP).floor() * STEP * unit;
    if told < length.least_km { with_walks } else { RunSize::Km(told) }
}

fn words_of(words: &DayWords, activity: Activity, size: RunSize, units: Units) -> String {
    match (activity, size) {
        (Activity::Run, RunSize::Km(km)) => {
            let unit = match units {
                Units::Km => &words.km,
                Units::Miles => &words.miles,
            };
            fill(&words.run, &[("distance", &number(km / units.km())), ("unit", unit)])
        }
        (Activity::Run, RunSize::WithWalks(walks)) => {
            let [times, run, walk] =
                [walks.times, walks.run_minutes, walks.walk_minutes].map(|count| count.to_string());
            fill(&words.run_walk, &[("times", &times), ("run", &run), ("walk", &walk)])
        }
        (Activity::Run, RunSize::Minutes(minutes)) => fill(&words.run_steady, &[("run", &minutes.to_string())]),
        (Activity::Walk, _) => words.walk.clone(),
        (Activity::Strength, _) => words.strength.clone(),
        (Activity::Rest, _) => words.rest.clone(),
        (Activity::Bike, _) => words.bike.clone(),
        (Activity::Pool, _) => words.pool.clone(),
        (Activity::AsTold, _) => words.as_told.clone(),
    }
}
