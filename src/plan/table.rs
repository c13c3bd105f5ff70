//! Who gets which exercises: causes and persons, with source and grade of each, for those who check the content.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::runner::Runner;
use super::{PlanKind, exercises};
use crate::assess::Assessor;
use crate::check::Check;
use crate::check::answer::Answer;
use crate::knowledge::cause::Cause;
use crate::knowledge::known_ids::numbers;
use crate::knowledge::planning::Person;

/// Columns of the table.
const WIDTH: usize = 100;
/// What stands before each exercise.
const INDENT: &str = "    ";

/// Every cause and every kind of person, with the exercises each gets; those that get what the adult gets say so.
#[must_use]
pub fn table(assessor: &Assessor, on: Date) -> String {
    let mut text = String::new();
    let knowledge = assessor.knowledge();
    for cause in &knowledge.causes {
        let title = if knowledge.planning.set_of(Some(&cause.id)).is_some() { "" } else { ": the careful plan" };
        writeln!(text, "{} ({}){title}", cause.name, cause.id).ok();
        let mut adult = None;
        for person in &knowledge.planning.persons {
            let lines = lines(assessor, cause, person, on);
            let is_same = adult.as_ref() == Some(&lines);
            writeln!(text, "  {}{}", person.name, if is_same { ": the same as an adult" } else { "" }).ok();
            if !is_same {
                for line in &lines {
                    writeln!(text, "{line}").ok();
                }
            }
            adult = adult.or(Some(lines));
        }
        text.push('\n');
    }
    text
}

fn lines(assessor: &Assessor, cause: &Cause, person: &Person, on: Date) -> Vec<String> {
    let check = check(person, on);
    let assessment = assessor.assess(&check, on);
    let mut runner = Runner::of(&check, &assessment, on);
    // Whatever else they told: the plan as it would be for this cause.
    runner.made_for(cause);
    runner.kind = PlanKind::WithCare;
    let exercises = exercises::exercises(&runner);
    if exercises.is_empty() {
        let none = runner.planning.no_exercises.iter().find(|row| runner.is_looked_for(&row.for_whom));
        return none.map(|row| wrap(&format!("none: {} [{}]", row.text, row.grade.word()))).unwrap_or_default();
    }
    let line = |exercise: &super::PlannedExercise| {
        let sources: Vec<&str> = exercise.why.sources.iter().map(crate::knowledge::ids::SourceId::as_str).collect();
        let grade = exercise.why.grade.word();
        let dose = exercise.dose_grade.word();
        let grade = if grade == dose { grade.to_owned() } else { format!("{grade}, dose {dose}") };
        wrap(&format!("{}: {} [{}; {grade}]", exercise.exercise, exercise.dose_words, sources.join(", ")))
    };
    exercises.iter().flat_map(line).collect()
}

/// Somebody of this kind who told nothing else.
fn check(person: &Person, on: Date) -> Check {
    let mut check = Check { made: Some(on), ..Check::default() };
    check.numbers.insert(numbers::AGE.into(), person.age);
    check.findings.extend(person.tells.iter().map(|id| (id.clone(), Answer::Yes)));
    check
}

fn wrap(text: &str) -> Vec<String> {
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(INDENT)
        .subsequent_indent("      ")
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}
