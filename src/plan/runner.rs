//! Whom a plan is for, as all its parts look at them.

use jiff::civil::Date;

use super::PlanKind;
use crate::assess::Assessment;
use crate::assess::ranking::{Fit, RankedCause};
use crate::assess::what_holds::WhatHolds;
use crate::check::Check;
use crate::knowledge::Knowledge;
use crate::knowledge::cause::Cause;
use crate::knowledge::condition::Condition;
use crate::knowledge::for_whom::ForWhom;
use crate::knowledge::ids::{CauseId, QuestionId};
use crate::knowledge::known_ids::{findings, numbers};
use crate::knowledge::planning::{Limits, PlanRow, Planning, RunStage};
use crate::knowledge::rule::Level;

pub(super) struct Runner<'a> {
    pub knowledge: &'a Knowledge,
    pub planning: &'a Planning,
    pub check: &'a Check,
    pub assessment: &'a Assessment,
    pub on: Date,
    pub kind: PlanKind,
    pub level: Level,
    /// The cause the plan is made for.
    pub cause: Option<&'a CauseId>,
    /// What else must not be harmed: what fits as well, and what a person must check.
    advised: Vec<CauseId>,
    pub stage: RunStage,
    holds: WhatHolds,
}

impl<'a> Runner<'a> {
    pub(super) fn of(check: &'a Check, assessment: &'a Assessment, on: Date) -> Self {
        let knowledge = assessment.knowledge();
        let mut runner = Self {
            knowledge,
            planning: &knowledge.planning,
            check,
            assessment,
            on,
            kind: kind(assessment),
            level: assessment.urgency.level,
            cause: cause(knowledge, assessment),
            advised: assessment.advised_causes(),
            stage: RunStage::NoRun,
            holds: WhatHolds::of(assessment),
        };
        runner.stage = runner.run_stage();
        runner
    }

    /// The same runner, were this cause the one that fits best.
    pub(super) fn made_for(&mut self, cause: &'a Cause) {
        self.cause = self.planning.set_of(Some(&cause.id)).map(|_| &cause.id);
        self.advised = vec![cause.id.clone()];
    }

    /// Whether a row is for this runner: for the cause of the plan or for all, and not beside one that fits as well.
    pub(super) fn is_for(&self, row: &ForWhom) -> bool {
        let is_advised = |cause: &CauseId| self.advised.contains(cause);
        let is_of_cause = row.causes.is_empty() || self.cause.is_some_and(|cause| row.causes.contains(cause));
        is_of_cause && !row.but_not.iter().any(is_advised) && self.holds.may_hold(&row.when)
    }

    /// The same for a plan until somebody has seen the knee: for one of the causes that are looked for.
    pub(super) fn is_looked_for(&self, row: &ForWhom) -> bool {
        let is_advised = |cause: &CauseId| self.advised.contains(cause);
        (row.causes.is_empty() || row.causes.iter().any(is_advised)) && self.holds.may_hold(&row.when)
    }

    /// Whether a condition holds, whatever the red flags are that they are not sure of.
    pub(super) fn surely(&self, condition: &Condition) -> bool {
        self.holds.surely_holds(condition)
    }

    /// Whether a condition holds, or may.
    pub(super) fn maybe(&self, condition: &Condition) -> bool {
        self.holds.may_hold(condition)
    }

    pub(super) fn has_both_sore(&self) -> bool {
        self.assessment.evidence.is_yes(&findings::BOTH_KNEES)
    }

    pub(super) fn number(&self, number: &str) -> Option<f64> {
        self.assessment.evidence.number(number)
    }

    /// Whether one of the causes that fit or must be checked is among these.
    fn has_any(&self, causes: &[CauseId]) -> bool {
        self.advised.iter().chain(self.cause).any(|cause| causes.contains(cause))
    }

    /// The cause whose pain light holds: that of bone, where bone may be the trouble, is the strictest.
    pub(super) fn light_cause(&self) -> Option<&CauseId> {
        let bone = &self.knowledge.advice.pain_light_for.bone;
        self.advised.iter().find(|cause| bone.contains(cause)).or(self.cause)
    }

    /// The questions that must be answered before there is a run, and are not.
    pub(super) fn open_first(&self) -> Vec<QuestionId> {
        let is_open = |id: &&QuestionId| {
            let question = self.knowledge.question(id.as_str());
            question.is_some_and(|question| !self.assessment.evidence.is_answered(question))
        };
        self.planning.weeks.asked_first.iter().filter(is_open).cloned().collect()
    }

    /// How to go about the runs of a week, or why there is none.
    pub(super) fn how_to_run(&self) -> Option<&'a PlanRow> {
        let rows = &self.planning.weeks.how;
        let how = rows.iter().find(|how| how.stages.contains(&self.stage) && self.is_for(&how.says.for_whom));
        how.map(|how| &how.says)
    }

    fn limits(&self) -> Limits {
        let tendon = &self.knowledge.advice.pain_light_for.tendon;
        let weeks = &self.planning.weeks;
        if self.cause.is_some_and(|cause| tendon.contains(cause)) { weeks.tendon_limits } else { weeks.limits }
    }

    /// How much running there is, by the pain of now, in runs and at its worst. Where neither of the last two was told, it
    /// is red.
    fn run_stage(&self) -> RunStage {
        let weeks = &self.planning.weeks;
        let limits = self.limits();
        let now = self.number(&numbers::PAIN_NOW).unwrap_or_default();
        let may_run = self.open_first().is_empty() && self.surely(&weeks.may_run) && !self.has_any(&weeks.no_run);
        let told = [&numbers::PAIN_RUN, &numbers::PAIN_WORST].into_iter().filter_map(|pain| self.number(pain));
        let lately = told.max_by(f64::total_cmp);
        // Pain in runs says nothing to who may not run: a day without pain is asked for.
        let is_sore = now > 0.0 || self.number(&numbers::PAIN_WORST).is_none_or(|pain| pain > 0.0);
        let waits = is_sore && self.cause.is_some_and(|cause| weeks.no_run_in_pain.contains(cause));
        if !may_run || waits || now > f64::from(limits.amber) {
            return RunStage::NoRun;
        }
        let by_pain = match lately {
            Some(pain) if pain <= f64::from(limits.green) => RunStage::Green,
            Some(pain) if pain <= f64::from(limits.amber) => RunStage::Amber,
            _ => RunStage::AfterPause,
        };
        let by_course = if self.maybe(&weeks.pause_when) {
            RunStage::AfterPause
        } else if self.maybe(&weeks.amber_when) {
            RunStage::Amber
        } else {
            RunStage::Green
        };
        by_pain.min(by_course)
    }
}

fn kind(assessment: &Assessment) -> PlanKind {
    match assessment.urgency.told() {
        // Who may not run is told so, whatever else is open.
        _ if assessment.stops_running() => PlanKind::UntilSeen,
        None => PlanKind::NotEnoughTold,
        Some(Level::SelfCare) => PlanKind::SelfCare,
        Some(_) => PlanKind::WithCare,
    }
}

/// The cause that a plan is made for: the best of those that it could be, where it fits at least in part and has a plan.
fn cause<'a>(knowledge: &Knowledge, assessment: &'a Assessment) -> Option<&'a CauseId> {
    let best = assessment.best_shown()?;
    let is_of_person = |named: &RankedCause| assessment.could_be().any(|cause| cause.cause == named.cause);
    let has_own = knowledge.planning.set_of(Some(&best.cause)).is_some();
    (best.fit < Fit::ALittle && is_of_person(best) && has_own).then_some(&best.cause)
}
