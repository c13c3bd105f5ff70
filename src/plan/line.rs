//! Lines of a plan, each with where it stands.

use super::MOST_LEFT_OUT;
use super::runner::Runner;
use crate::knowledge::advice::LightColour;
use crate::knowledge::ids::SourceId;
use crate::knowledge::planning::{Habit, PlanRow};
use crate::knowledge::source::Grade;

/// Where a part of a plan stands, and how well it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    pub sources: Vec<SourceId>,
    pub grade: Grade,
}

/// A sentence of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    pub why: Why,
}

impl Line {
    pub(super) fn of(row: &PlanRow) -> Self {
        Self { text: row.text.clone(), why: Why::of(row) }
    }
}

impl Why {
    pub(super) fn of(row: &PlanRow) -> Self {
        Self { sources: row.sources.clone(), grade: row.grade }
    }
}

/// One colour of the pain light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LightLine {
    pub colour: LightColour,
    /// What makes it.
    pub sign: String,
    /// What to do.
    pub act: String,
    pub why: Why,
}

/// A habit that keeps pain from coming back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HabitLine {
    pub habit: Habit,
    pub title: String,
    pub text: String,
    pub why: Why,
}

/// The pain light for the cause of the plan.
pub(super) fn light(runner: &Runner<'_>) -> Vec<LightLine> {
    let advice = &runner.knowledge.advice;
    let why = Why { sources: runner.planning.light_sources.clone(), grade: runner.planning.light_grade };
    let signs = advice.pain_light.iter().map(|light| (light, advice.pain_light_for.sign(light, runner.light_cause())));
    let has_sign = signs.filter(|(_, sign)| !sign.is_empty());
    let line = |(light, sign): (&crate::knowledge::advice::Light, &str)| LightLine {
        colour: light.light,
        sign: sign.to_owned(),
        act: light.act.clone(),
        why: why.clone(),
    };
    has_sign.map(line).collect()
}

/// What to leave out: what is meant for the cause or the person comes before what is meant for all.
pub(super) fn leave_out(runner: &Runner<'_>) -> Vec<Line> {
    let rows = runner.planning.leave_out.iter().filter(|row| runner.is_for(&row.for_whom));
    rows.take(MOST_LEFT_OUT).map(Line::of).collect()
}

/// The habits that fit.
pub(super) fn habits(runner: &Runner<'_>) -> Vec<HabitLine> {
    let rows = runner.planning.habits.iter().filter(|row| runner.is_for(&row.says.for_whom));
    let line = |row: &crate::knowledge::planning::HabitRow| HabitLine {
        habit: row.habit,
        title: row.title.clone(),
        text: row.says.text.clone(),
        why: Why::of(&row.says),
    };
    rows.map(line).collect()
}
