//! Every cause has a plan, every row of it somebody who can get it, and no week breaks its own rules.

use std::collections::BTreeSet;

use super::super::condition::{Condition, Expr};
use super::super::content::Content;
use super::super::files::{ContentError, ContentFiles};
use super::super::for_whom::ForWhom;
use super::super::ids::CauseId;
use super::super::planning::{Activity, Dose, Each, Exercise, PlanRow, RunStage, UntilSeenPart};
use super::super::reach::Reach;
use super::super::rule::Level;
use super::{Inspection, findings};

/// The file.
const FILE: &str = "plan.ron";
/// A week has at least so many days that are easy: no run and no strength work.
const EASY_DAYS: usize = 2;
/// A set has at least so many exercises.
const LEAST_EXERCISES: usize = 2;

impl Inspection<'_> {
    pub(super) fn plan(&mut self) {
        self.exercises_of_plan();
        self.causes_of_plan();
        self.rows_of_plan();
        self.weeks_of_plan();
        self.fallbacks_of_plan();
    }

    fn plan_fault(&mut self, anchor: &str, what: impl Into<String>) {
        self.fault(FILE, &[anchor], what.into());
    }

    fn exercises_of_plan(&mut self) {
        let planning = &self.content.planning;
        let prescribed = || planning.sets.iter().flat_map(|set| &set.exercises);
        let mut seen = BTreeSet::new();
        for exercise in &planning.exercises {
            let id = exercise.id.as_str();
            if !seen.insert(id) {
                self.item_fault(FILE, id, format!("\"{id}\" stands twice among the exercises"));
            }
            if !prescribed().any(|it| it.exercise == exercise.id) {
                self.item_fault(FILE, id, "nobody gets this exercise".to_owned());
            }
        }
        for prescription in prescribed() {
            let id = &prescription.exercise;
            let anchor = format!("exercise: \"{id}\"");
            if planning.exercise(id.as_str()).is_none() {
                self.plan_fault(&anchor, format!("there is no exercise \"{id}\""));
            }
            if !is_dose(prescription.dose) {
                self.plan_fault(&anchor, format!("{:?} is no dose", prescription.dose));
            }
        }
    }

    fn causes_of_plan(&mut self) {
        let content = self.content;
        let planning = &content.planning;
        for cause in &content.causes {
            let own = planning.sets.iter().filter(|set| set.causes.contains(&cause.id)).count();
            let without = planning.without_own.iter().filter(|it| it.cause == cause.id).count();
            if own + without != 1 {
                let what =
                    format!("\"{}\" needs a plan of its own or a reason why it has none, and one of them", cause.id);
                self.plan_fault("sets:", what);
            }
            if cause.is_dangerous() && !planning.weeks.no_run.contains(&cause.id) {
                self.plan_fault("no_run:", format!("nobody runs with \"{}\"", cause.id));
            }
        }
        for set in &planning.sets {
            let has_none =
                |cause: &CauseId| planning.no_exercises.iter().any(|row| row.for_whom.causes.contains(cause));
            let is_said = !set.causes.is_empty() && set.causes.iter().all(has_none);
            if set.exercises.len() < LEAST_EXERCISES && !is_said {
                self.plan_fault("sets:", format!("{:?} have less than {LEAST_EXERCISES} exercises", set.causes));
            }
        }
        let known: BTreeSet<&str> = content.causes.iter().map(|cause| cause.id.as_str()).collect();
        let of_rows = planning.rows().map(|row| &row.for_whom);
        let of_weeks = planning.weeks.patterns.iter().map(|row| &row.for_whom);
        let named = of_rows.chain(of_weeks).flat_map(|row| row.causes.iter().chain(&row.but_not));
        let named = named.chain(&planning.weeks.no_run).chain(&planning.weeks.no_run_in_pain);
        let named = named.chain(planning.sets.iter().flat_map(|set| &set.causes));
        let named: BTreeSet<&CauseId> = named.chain(planning.without_own.iter().map(|it| &it.cause)).collect();
        for cause in named.into_iter().filter(|cause| !known.contains(cause.as_str())) {
            self.plan_fault(cause.as_str(), format!("there is no cause \"{cause}\""));
        }
    }

    fn rows_of_plan(&mut self) {
        let content = self.content;
        let planning = &content.planning;
        let reach = Reach::new(content);
        let of_exercises = planning.exercises.iter().map(|it| (it.id.as_str(), &it.when));
        let of_sets = planning.sets.iter().flat_map(|set| &set.exercises).map(|it| (it.exercise.as_str(), &it.when));
        let of_rows = planning.rows().map(|row| (row.text.as_str(), &row.for_whom.when));
        let of_weeks = planning.weeks.patterns.iter().map(|row| ("patterns:", &row.for_whom.when));
        let weeks = &planning.weeks;
        let single = [
            ("may_run:", &weeks.may_run),
            ("pause_when:", &weeks.pause_when),
            ("amber_when:", &weeks.amber_when),
            ("bone_pattern:", &planning.way_back.bone_pattern),
            ("swollen:", &planning.way_back.swollen),
        ];
        let conditions: Vec<(&str, &Condition)> =
            of_exercises.chain(of_sets).chain(of_rows).chain(of_weeks).chain(single).collect();
        for (says, when) in conditions {
            if !reach.can_hold(&when.expr) {
                self.plan_fault(says, "no answers can bring this up");
            }
        }
        let findings = findings(content);
        for id in planning.persons.iter().flat_map(|person| &person.tells) {
            if !findings.contains(id.as_str()) {
                self.plan_fault("persons:", format!("there is no finding \"{id}\""));
            }
        }
        for id in &weeks.asked_first {
            if !content.questions.questions.iter().any(|question| question.id == *id) {
                self.plan_fault("asked_first:", format!("there is no question \"{id}\""));
            }
        }
        for tip in &content.article.prevention {
            if !planning.habits.iter().any(|row| row.bullet.as_ref() == Some(&tip.bullet)) {
                self.plan_fault("habits:", format!("statement {} of the article is missing", tip.bullet));
            }
        }
    }

    fn weeks_of_plan(&mut self) {
        for row in &self.content.planning.weeks.patterns {
            let count = |wanted: &[Activity]| row.days.iter().filter(|day| wanted.contains(day)).count();
            let busy = count(&[Activity::Run, Activity::Strength]);
            if row.days.len().saturating_sub(busy) < EASY_DAYS {
                self.plan_fault("patterns:", format!("{:?} has less than {EASY_DAYS} easy days", row.days));
            }
            if row.stages.contains(&RunStage::NoRun) && count(&[Activity::Run]) > 0 {
                self.plan_fault("patterns:", format!("{:?} has a run for who does not run", row.days));
            }
        }
    }

    /// There is always a row that fits.
    fn fallbacks_of_plan(&mut self) {
        let planning = &self.content.planning;
        let is_for_all =
            |row: &ForWhom| row.causes.is_empty() && row.but_not.is_empty() && row.when.expr == Expr::Constant(true);
        let says_to_all = |row: &PlanRow| is_for_all(&row.for_whom);
        let weeks = &planning.weeks;
        for stage in [RunStage::NoRun, RunStage::AfterPause, RunStage::Amber, RunStage::Green] {
            if !weeks.patterns.iter().any(|row| row.stages.contains(&stage) && is_for_all(&row.for_whom)) {
                self.plan_fault("patterns:", format!("no week of {stage:?} is for all"));
            }
            if !weeks.how.iter().any(|how| how.stages.contains(&stage) && says_to_all(&how.says)) {
                self.plan_fault("how:", format!("no line for {stage:?} is for all"));
            }
        }
        for level in [Level::Emergency, Level::Urgent, Level::Clinician] {
            for part in [UntilSeenPart::Walk, UntilSeenPart::Instead, UntilSeenPart::Bring] {
                let is_it = planning.until_seen.iter().filter(|row| row.part == part && row.levels.contains(&level));
                if !is_it.into_iter().any(|row| says_to_all(&row.says)) {
                    self.plan_fault("until_seen:", format!("no line on {part:?} at {level:?} is for all"));
                }
            }
        }
        if !planning.races.rows.iter().any(|race| race.least_days == 0 && says_to_all(&race.says)) {
            self.plan_fault("races:", "no line is for a race of tomorrow");
        }
        if planning.set_of(None).is_none() {
            self.plan_fault("sets:", "there is no careful set, for no cause");
        }
        if !planning.careful.iter().any(says_to_all) {
            self.plan_fault("careful:", "no line is for all");
        }
    }
}

/// The exercises of the plan whose figure is not drawn.
#[must_use]
pub fn undrawn(files: &ContentFiles, is_drawn: impl Fn(&str) -> bool) -> Vec<ContentError> {
    let Ok(content) = Content::read(files) else { return Vec::new() };
    let missing = content.planning.exercises.iter().filter(|exercise| !is_drawn(exercise.figure.as_str()));
    let fault = |exercise: &Exercise| {
        let anchors = [&*format!("id: \"{}\"", exercise.id), "figure:"];
        files.fault(FILE, &anchors, format!("there is no figure \"{}\"", exercise.figure))
    };
    missing.map(fault).collect()
}

fn is_dose(dose: Dose) -> bool {
    let (Each::Times(from, to) | Each::Seconds(from, to) | Each::Minutes(from, to)) = dose.each;
    let (first, last) = dose.days;
    dose.sets > 0 && (1..=to).contains(&from) && (1..=last).contains(&first) && last <= 7
}
