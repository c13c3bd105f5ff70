//! The pain light of one run: green, amber or red, or open while an answer is missing that could still change it.
//!
//! Limits as in the table of the content (`pain_light` in `advice.ron`): kneecap, 2 of 10 and back to before within 60
//! minutes (trekeducation.org); tendon, 2 and 5 of 10 (the first form of the pain-monitoring model, known and not read; the
//! popular form is looser, with 3 and 5); bone and a swollen knee, none at all. Between the two forms for tendons a
//! clinician should choose; until then the stricter one stands. The model was tried for the Achilles (Silbernagel 2007).

use crate::check::answer::Answer;
use crate::check::diary::{HourAfter, NextMorning, RunPain};
use crate::knowledge::advice::LightColour;

/// The column of the table that holds for a knee, from the mildest to the strictest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Tendon,
    General,
    Bone,
}

/// What an assessment says that chooses the column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KneeFact {
    /// The signs that bone is hurt hold.
    BonePattern,
    /// A cause of bone fits well.
    BoneFitsWell,
    /// Swelling was told.
    SwellingTold,
    /// The first cause is one of a tendon.
    TendonFirst,
}

impl Column {
    /// The column that these facts choose, the stricter one in doubt.
    #[must_use]
    pub fn of(facts: &[KneeFact]) -> Self {
        if facts.iter().any(|fact| *fact != KneeFact::TendonFirst) {
            Self::Bone
        } else if facts.is_empty() {
            Self::General
        } else {
            Self::Tendon
        }
    }

    /// Up to so much pain in the run, 0 to 10, is green; up to so much is amber.
    fn limits(self) -> (u8, u8) {
        match self {
            Self::Tendon => (2, 5),
            Self::General => (2, 3),
            Self::Bone => (0, 0),
        }
    }

    /// The light of pain that was not back to usual an hour after.
    fn not_yet(self) -> LightColour {
        match self {
            Self::Tendon => LightColour::Green,
            Self::General => LightColour::Amber,
            Self::Bone => LightColour::Red,
        }
    }
}

/// What is still to be told of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    During,
    Hour,
    Morning,
    Limp,
    Swollen,
}

/// The light of one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// No answer that is missing can change it; red is final at once.
    Final(LightColour),
    /// It can still become worse, and is never green before all is told.
    Open {
        /// The best that it can still become.
        at_least: LightColour,
        /// What can change it.
        wants: Vec<Wanted>,
    },
}

/// Why a run has its light: what weighs most of what was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A limp, red in all columns.
    Limp,
    /// The knee swelled, red in all columns.
    Swollen,
    /// Worse the next morning, red in all columns.
    WorseNextMorning,
    /// So much pain in the run, 0 to 10.
    PainInRun(u8),
    /// Not back to usual an hour after.
    NotBackInAnHour,
    /// All was told, and nothing weighs.
    AllQuiet,
    /// Nothing weighs so far, and not all was told.
    NotAllTold,
}

/// The light of a run. A limp or swelling that was not asked for counts as none, one of which the runner is not sure keeps
/// the light open.
#[must_use]
pub fn light(pain: RunPain, column: Column) -> Verdict {
    let at_least = heaviest(pain, column).map_or(LightColour::Green, |(light, _)| light);
    let missing = [
        (pain.during.is_none(), LightColour::Red, Wanted::During),
        (pain.hour.is_none(), column.not_yet(), Wanted::Hour),
        (pain.morning.is_none(), LightColour::Red, Wanted::Morning),
        (pain.limp == Answer::NotSure, LightColour::Red, Wanted::Limp),
        (pain.swollen == Answer::NotSure, LightColour::Red, Wanted::Swollen),
    ];
    let can_change = missing.into_iter().filter(|(is_missing, worst, _)| *is_missing && *worst > at_least);
    let wants: Vec<Wanted> = can_change.map(|(.., wanted)| wanted).collect();
    if wants.is_empty() { Verdict::Final(at_least) } else { Verdict::Open { at_least, wants } }
}

/// Why a run has its light.
#[must_use]
pub fn why(pain: RunPain, column: Column) -> Why {
    match (heaviest(pain, column), light(pain, column)) {
        (Some((_, sign)), _) => sign,
        (None, Verdict::Final(_)) => Why::AllQuiet,
        (None, Verdict::Open { .. }) => Why::NotAllTold,
    }
}

/// What weighs most of what was told, the first of equals; none where all of it is green.
fn heaviest(pain: RunPain, column: Column) -> Option<(LightColour, Why)> {
    let (green, amber) = column.limits();
    let in_run = |worst: u8| if worst > amber { LightColour::Red } else { LightColour::Amber };
    let signs = [
        (pain.limp == Answer::Yes).then_some((LightColour::Red, Why::Limp)),
        (pain.swollen == Answer::Yes).then_some((LightColour::Red, Why::Swollen)),
        (pain.morning == Some(NextMorning::Worse)).then_some((LightColour::Red, Why::WorseNextMorning)),
        pain.during.filter(|worst| *worst > green).map(|worst| (in_run(worst), Why::PainInRun(worst))),
        (pain.hour == Some(HourAfter::NotYet)).then_some((column.not_yet(), Why::NotBackInAnHour)),
    ];
    let weighing = signs.into_iter().flatten().filter(|(light, _)| *light > LightColour::Green);
    weighing.reduce(|first, sign| if sign.0 > first.0 { sign } else { first })
}
