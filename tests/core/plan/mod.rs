//! Promise: a plan helps and never harms: nothing to run or train until somebody has seen the knee, no more than was told,
//! nothing that this person cannot do, and each line with a source.

mod calendar;
mod never_harms;
mod of_causes;
mod of_persons;
mod race;
mod text;
mod way_back;

use crate::answer_set::AnswerSet;
use crate::drawn_runners::told_whole;
use crate::enough_told::with_enough_told;
use crate::fixtures::read;
use crate::known::knowledge;
use crate::world::{TODAY, assess};
use jiff::civil::Date;
use kneenote::check::Check;
use kneenote::check::answer::Answer;
use kneenote::knowledge::planning::{Activity, UntilSeenPart};
use kneenote::plan::Plan;

/// A harmless runner of the fixtures who told everything.
fn runner(id: &str) -> Check {
    let sets: Vec<AnswerSet> = read("harmless/by_hand.ron");
    let set = sets.iter().find(|set| set.id == id).unwrap();
    with_enough_told(knowledge(), told_whole(set.check()))
}

/// The same with another answer.
fn with(mut check: Check, finding: &str) -> Check {
    let question = knowledge().question_of(finding).unwrap();
    if question.is_single() {
        for row in &question.options {
            check.findings.remove(&row.id);
        }
    } else {
        let alone = question.options.iter().filter(|row| row.alone);
        alone.for_each(|row| _ = check.findings.remove(&row.id));
    }
    check.findings.insert(finding.into(), Answer::Yes);
    check
}

fn with_number(mut check: Check, number: &str, value: f64) -> Check {
    check.numbers.insert(number.into(), value);
    check
}

fn plan(check: &Check) -> Plan {
    plan_with_race(check, None)
}

fn plan_with_race(check: &Check, race_on: Option<Date>) -> Plan {
    Plan::of(check, &assess(check), TODAY, race_on)
}

fn activities(plan: &Plan) -> Vec<Activity> {
    plan.week.iter().flat_map(|week| week.days.iter().map(|day| day.activity)).collect()
}

fn exercises(plan: &Plan) -> Vec<&str> {
    plan.exercises.iter().map(|exercise| exercise.exercise.as_str()).collect()
}

fn runs(plan: &Plan) -> usize {
    activities(plan).into_iter().filter(|activity| *activity == Activity::Run).count()
}

/// What a plan until somebody has seen the knee says of something; empty in any other plan.
fn until_seen(plan: &Plan, part: UntilSeenPart) -> &str {
    plan.until_seen.iter().find(|line| line.part == part).map(|line| line.text.as_str()).unwrap_or_default()
}
