//! The way back to running: what stands before it, which run comes next, and when.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::runner::Runner;
use crate::assess::Assessment;
use crate::assess::running::RunningKnee;
use crate::assess::what_holds::WhatHolds;
use crate::check::Check;
use crate::check::way_back::WayBack;
use crate::knowledge::Knowledge;
use crate::knowledge::advice::LightColour;
use crate::knowledge::planning::RunStage;
use crate::knowledge::way_back::{EntryTask, RunStep};
use crate::training::back_to_running::{Next, Planned, Session, Start, ahead, next};
use crate::training::entry_check::{Bar, EntryCheck, Hops, entry_check};
use crate::training::light::{Verdict, light};

/// After a red light so many days without a run, the day of the light among them.
const OFF_AFTER_RED: i32 = 3;

/// Where a runner is on the way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackToRunning {
    /// Nothing is offered before a doctor or physio said that the runner may run.
    ClinicianFirst {
        /// Why.
        bars: Vec<Bar>,
        /// The day on which signs came up that stopped it; none where nothing did.
        stopped: Option<Date>,
    },
    /// Two red lights within 14 days: a doctor or physio is to see the knee.
    TwoReds { first: Date, second: Date },
    /// Something that was told keeps from running at all, and nobody who saw the knee said otherwise; what to do first.
    NotNow(String),
    /// It did not begin, or begins anew. These tasks are not green yet; with none of them left it may begin.
    Entry(Vec<EntryTask>),
    /// The runs to come if each is green, the next one first.
    Runs(Vec<Planned>),
    /// All steps are done.
    Done,
}

impl BackToRunning {
    /// Where somebody is who gave these answers.
    #[must_use]
    pub fn of(check: &Check, assessment: &Assessment, on: Date) -> Self {
        let nothing = WayBack::default();
        let way = check.way_back.as_ref().unwrap_or(&nothing);
        let knee = RunningKnee::of(assessment);
        let said_yes = way.clinician_said_yes;
        if way.stopped.is_some() && said_yes.is_none() {
            return Self::ClinicianFirst { bars: knee.bars, stopped: way.stopped };
        }
        let green: Vec<EntryTask> = way.entry.keys().copied().collect();
        let entry = match entry_check(&knee.bars, said_yes.is_some(), &green, hops(assessment, &knee.bars)) {
            EntryCheck::ClinicianFirst(bars) => return Self::ClinicianFirst { bars, stopped: None },
            EntryCheck::Tasks(open) => Self::Entry(open),
            EntryCheck::Passed => Self::Entry(Vec::new()),
        };
        let start = Start::of(way).filter(|_| way.stopped.is_none());
        let runner = Runner::of(check, assessment, on);
        let may_begin = start.is_some() || entry == Self::Entry(Vec::new());
        if may_begin && said_yes.is_none() && runner.stage == RunStage::NoRun {
            let first = if runner.open_first().is_empty() { runner.how_to_run() } else { None };
            return Self::NotNow(first.unwrap_or(&runner.planning.weeks.not_asked).text.clone());
        }
        let Some(start) = start else { return entry };
        let sessions: Vec<Session> = check.diary.iter().map(|day| Session::of(day, knee.column)).collect();
        match next(start, &sessions, on) {
            Next::Stopped { second_red, .. } if said_yes.is_some_and(|day| day >= second_red) => entry,
            Next::Stopped { first_red, second_red } => Self::TwoReds { first: first_red, second: second_red },
            Next::Session(_) => Self::Runs(ahead(start, &sessions, on)),
            Next::Done => Self::Done,
        }
    }

    /// The runs to come if each is green, the next one first.
    #[must_use]
    pub fn runs(&self) -> &[Planned] {
        if let Self::Runs(ahead) = self { ahead } else { &[] }
    }
}

/// Whether the hops are for this runner: in doubt they are not.
#[must_use]
pub fn hops(assessment: &Assessment, bars: &[Bar]) -> Hops {
    let hop = assessment.for_you().gates().find(|gate| gate.task == Some(EntryTask::Hops));
    let holds = WhatHolds::of(assessment);
    let is_bone = bars.iter().any(|bar| matches!(bar, Bar::BonePattern | Bar::BoneStressFitsWell));
    let are_asked = hop.is_some_and(|gate| holds.surely_holds(&gate.for_whom.when)) && !is_bone;
    if are_asked { Hops::Asked } else { Hops::LeftOut }
}

/// What is done on a step, without a point at its end.
#[must_use]
pub fn session_words(knowledge: &Knowledge, step: RunStep) -> &str {
    let words = match step {
        RunStep::Walk => knowledge.advice.gate_of(EntryTask::BriskWalk).map(|gate| gate.text.as_str()),
        step => knowledge.advice.return_step(step).map(|row| row.session.as_str()),
    };
    words.unwrap_or_default().trim_end_matches('.')
}

/// The first day with a run after the newest red light of the diary; none where no light keeps from running.
pub(super) fn no_run_before(check: &Check, assessment: &Assessment, on: Date) -> Option<Date> {
    let column = RunningKnee::of(assessment).column;
    let is_red = |verdict| verdict == Verdict::Final(LightColour::Red);
    let newest = check.diary.iter().rev().find(|entry| entry.day <= on)?;
    let first = newest.day.saturating_add(OFF_AFTER_RED.days());
    (is_red(light(newest.pain, column)) && first > on).then_some(first)
}
