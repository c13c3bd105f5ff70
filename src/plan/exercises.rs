//! Two to four exercises that this person can do, what the evidence supports best first.

use super::line::Why;
use super::runner::Runner;
use crate::knowledge::ids::{ExerciseId, FigureId};
use crate::knowledge::planning::{Dose, DoseWords, Each, Exercise, Legs, Prescription};
use crate::knowledge::source::Grade;
use crate::wording::fill;

/// At most so many exercises.
pub const MOST_EXERCISES: usize = 4;
/// With fewer than these the careful ones fill up.
const LEAST_EXERCISES: usize = 2;

/// Days of a week.
const EACH_DAY: u8 = 7;

/// An exercise of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedExercise {
    pub exercise: ExerciseId,
    pub title: String,
    /// The drawing of it.
    pub figure: FigureId,
    /// What to do, in two short sentences.
    pub how: String,
    /// How much, as a number.
    pub dose: Dose,
    /// How much, in words: "3 sets of 10-15, 3 days a week".
    pub dose_words: String,
    /// Which legs, in words.
    pub legs: String,
    /// How hard it has to be.
    pub hard: String,
    /// When to do more, and of what.
    pub step_up: String,
    /// When to leave it.
    pub leave: String,
    /// Where the choice stands.
    pub why: Why,
    /// How the dose is known.
    pub dose_grade: Grade,
}

/// The exercises of a plan; none for whom no exercise is right.
pub(super) fn exercises(runner: &Runner<'_>) -> Vec<PlannedExercise> {
    let planning = runner.planning;
    if planning.no_exercises.iter().any(|row| runner.is_looked_for(&row.for_whom)) {
        return Vec::new();
    }
    let of_set = |set| {
        let set: Option<&crate::knowledge::planning::ExerciseSet> = set;
        set.into_iter().flat_map(|set| &set.exercises)
    };
    let mut chosen: Vec<PlannedExercise> = Vec::new();
    let own = of_set(planning.set_of(runner.cause)).map(|it| (it, MOST_EXERCISES));
    let careful = of_set(planning.set_of(None)).map(|it| (it, LEAST_EXERCISES));
    for (prescription, most) in own.chain(careful) {
        let is_new = chosen.iter().all(|other| other.exercise != prescription.exercise);
        let exercise = planning.exercise(prescription.exercise.as_str()).filter(|it| runner.surely(&it.when));
        let is_wanted = is_new && chosen.len() < most && runner.surely(&prescription.when);
        if let Some(exercise) = exercise.filter(|_| is_wanted) {
            chosen.push(planned(runner, exercise, prescription));
        }
    }
    chosen
}

fn planned(runner: &Runner<'_>, exercise: &Exercise, prescription: &Prescription) -> PlannedExercise {
    let words = &runner.planning.dose_words;
    let legs = match exercise.legs {
        Legs::Together => &words.together,
        Legs::OneByOne if runner.has_both_sore() => &words.both_sore,
        Legs::OneByOne => &words.one_by_one,
    };
    PlannedExercise {
        exercise: exercise.id.clone(),
        title: exercise.title.clone(),
        figure: exercise.figure.clone(),
        how: exercise.how.clone(),
        dose: prescription.dose,
        dose_words: dose_words(words, prescription.dose),
        legs: legs.clone(),
        hard: exercise.hard.clone(),
        step_up: exercise.step_up.clone(),
        leave: exercise.leave.clone(),
        why: Why { sources: prescription.sources.clone(), grade: prescription.grade },
        dose_grade: prescription.dose_grade.unwrap_or(prescription.grade),
    }
}

/// "3 sets of 10-15, 2-3 days a week".
pub(super) fn dose_words(words: &DoseWords, dose: Dose) -> String {
    let (template, from, to) = match dose.each {
        Each::Times(from, to) => (&words.times, from, to),
        Each::Seconds(from, to) => (&words.seconds, from, to),
        Each::Minutes(from, to) => (&words.minutes, from, to),
    };
    let each = fill(template, &[("range", &range(words, from, to))]);
    let sets = if dose.sets == 1 { &words.one_set } else { &words.sets };
    let sets = fill(sets, &[("sets", &dose.sets.to_string()), ("each", &each)]);
    let (from, to) = dose.days;
    let days = if from == EACH_DAY { &words.each_day } else { &words.days };
    fill(days, &[("dose", &sets), ("days", &range(words, from, to))])
}

/// "10-15", or "10" where both are the same.
fn range(words: &DoseWords, from: u8, to: u8) -> String {
    if from == to {
        from.to_string()
    } else {
        fill(&words.range, &[("from", &from.to_string()), ("to", &to.to_string())])
    }
}
