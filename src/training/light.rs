//! The pain light of one run: green, amber or red, or open while an answer is missing that could still change it.
//!
//! Limits as in the table of the content (`pain_light` in `advice.ron`): kneecap, 2 of 10 and back to before within 60
//! minutes (trekeducation.org); tendon, 2 and 5 of 10 (the first form of the pain-monitoring model, known and not read; the
//! popular form is looser, with 3 and 5); bone and a swollen knee, none at all. Between the two forms for tendons a
//! clinician should choose; until then the stricter one stands. The model was tried for the Achilles (Silbernagel 2007).

use crate::check::answer::Answer;
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

/// How the knee was an hour after the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HourAfter {
    BackToUsual,
    NotYet,
}

/// How the knee was the next morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextMorning {
    SameOrBetter,
    Worse,
}

/// What was told of one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The worst pain in it, 0 to 10; none: not answered.
    pub during: Option<u8>,
    pub hour: Option<HourAfter>,
    pub morning: Option<NextMorning>,
    pub limp: Answer,
    pub swollen: Answer,
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
pub fn light(entry: Entry, column: Column) -> Verdict {
    let at_least = heaviest(entry, column).map_or(LightColour::Green, |(light, _)| light);
    let missing = [
        (entry.during.is_none(), LightColour::Red, Wanted::During),
        (entry.hour.is_none(), column.not_yet(), Wanted::Hour),
        (entry.morning.is_none(), LightColour::Red, Wanted::Morning),
        (entry.limp == Answer::NotSure, LightColour::Red, Wanted::Limp),
        (entry.swollen == Answer::NotSure, LightColour::Red, Wanted::Swollen),
    ];
    let can_change = missing.into_iter().filter(|(is_missing, worst, _)| *is_missing && *worst > at_least);
    let wants: Vec<Wanted> = can_change.map(|(.., wanted)| wanted).collect();
    if wants.is_empty() { Verdict::Final(at_least) } else { Verdict::Open { at_least, wants } }
}

/// Why a run has its light.
#[must_use]
pub fn why(entry: Entry, column: Column) -> Why {
    match (heaviest(entry, column), light(entry, column)) {
        (Some((_, sign)), _) => sign,
        (None, Verdict::Final(_)) => Why::AllQuiet,
        (None, Verdict::Open { .. }) => Why::NotAllTold,
    }
}

/// What weighs most of what was told, the first of equals; none where all of it is green.
fn heaviest(entry: Entry, column: Column) -> Option<(LightColour, Why)> {
    let (green, amber) = column.limits();
    let in_run = |pain: u8| if pain > amber { LightColour::Red } else { LightColour::Amber };
    let signs = [
        (entry.limp == Answer::Yes).then_some((LightColour::Red, Why::Limp)),
        (entry.swollen == Answer::Yes).then_some((LightColour::Red, Why::Swollen)),
        (entry.morning == Some(NextMorning::Worse)).then_some((LightColour::Red, Why::WorseNextMorning)),
        entry.during.filter(|pain| *pain > green).map(|pain| (in_run(pain), Why::PainInRun(pain))),
        (entry.hour == Some(HourAfter::NotYet)).then_some((column.not_yet(), Why::NotBackInAnHour)),
    ];
    let weighing = signs.into_iter().flatten().filter(|(light, _)| *light > LightColour::Green);
    weighing.reduce(|first, sign| if sign.0 > first.0 { sign } else { first })
}
