//! What an assessment says of running: which pain light holds, and what stands before the way back.

use super::Assessment;
use super::ranking::Fit;
use super::what_holds::WhatHolds;
use crate::knowledge::ids::CauseId;
use crate::knowledge::rule::Level;
use crate::training::entry_check::Bar;
use crate::training::light::{Column, KneeFact};

/// What of a knee says how it may run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunningKnee {
    /// The column of the pain light.
    pub column: Column,
    /// Why a doctor or physio has to say yes first; empty where nothing speaks against a plan.
    pub bars: Vec<Bar>,
}

impl RunningKnee {
    /// What an assessment says; the stricter light in doubt.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        let knowledge = assessment.knowledge();
        let holds = WhatHolds::of(assessment);
        let light_for = &knowledge.advice.pain_light_for;
        let has_bone_pattern = holds.may_hold(&knowledge.planning.way_back.bone_pattern);
        let fits_well = |cause: &CauseId| {
            let is_it = |ranked: &&super::RankedCause| ranked.cause == *cause && ranked.fit == Fit::Well;
            assessment.shown_causes().any(|ranked| is_it(&ranked))
        };
        let bone_fits = light_for.bone.iter().any(fits_well);
        let is_tendon = assessment.best_shown().is_some_and(|best| light_for.tendon.contains(&best.cause));
        let facts = [
            (has_bone_pattern, KneeFact::BonePattern),
            (bone_fits, KneeFact::BoneFitsWell),
            (holds.may_hold(&knowledge.planning.way_back.swollen), KneeFact::SwellingTold),
            (is_tendon, KneeFact::TendonFirst),
        ];
        let bars = [
            (is_urgent(assessment), Bar::Urgent),
            (!is_urgent(assessment) && assessment.stops_running(), Bar::SeenFirst),
            (assessment.urgency.told().is_none(), Bar::LevelUnknown),
            (has_bone_pattern, Bar::BonePattern),
            (bone_fits, Bar::BoneStressFitsWell),
        ];
        Self { column: Column::of(&that_hold(facts)), bars: that_hold(bars) }
    }
}

/// Whether a level is told, or fired, that sends to a doctor within two days.
#[must_use]
pub fn is_urgent(assessment: &Assessment) -> bool {
    assessment.urgency.level <= Level::Urgent
}

fn that_hold<T, const N: usize>(all: [(bool, T); N]) -> Vec<T> {
    all.into_iter().filter(|(holds, _)| *holds).map(|(_, one)| one).collect()
}
