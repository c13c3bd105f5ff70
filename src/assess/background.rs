//! What counts for a cause besides its findings, in words: how often runners get it, and where it hurts.

use super::Assessment;
use super::start_weight::start_weight;
use crate::knowledge::cause::Cause;

/// From this share of all start weights on runners get a cause often (judgement).
const OFTEN: f64 = 0.08;
/// From this share on they get it at times (judgement).
const AT_TIMES: f64 = 0.015;

/// How often runners with knee pain of this age and sex get a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowOften {
    Often,
    AtTimes,
    Seldom,
}

/// How the marked places agree with where a cause is felt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneAgreement {
    /// One of them is where it is felt most.
    Core,
    /// One of them is where it is felt at times.
    Near,
    /// None of them is.
    Away,
}

/// How often runners like this one get the cause.
#[must_use]
pub fn how_often(assessment: &Assessment, cause: &Cause) -> HowOften {
    let all: f64 = assessment.knowledge().causes.iter().map(|cause| start_weight(cause, &assessment.evidence)).sum();
    let share = start_weight(cause, &assessment.evidence) / all.max(f64::MIN_POSITIVE);
    if share >= OFTEN {
        HowOften::Often
    } else if share >= AT_TIMES {
        HowOften::AtTimes
    } else {
        HowOften::Seldom
    }
}

/// How the marked places agree with a cause; `None` when nothing is marked.
#[must_use]
pub fn felt(assessment: &Assessment, cause: &Cause) -> Option<ZoneAgreement> {
    let marked = &assessment.evidence.zones;
    if marked.is_empty() {
        None
    } else if cause.core.iter().any(|zone| marked.contains(zone)) {
        Some(ZoneAgreement::Core)
    } else if cause.near.iter().any(|zone| marked.contains(zone)) || is_on_side(assessment, cause) {
        Some(ZoneAgreement::Near)
    } else {
        Some(ZoneAgreement::Away)
    }
}

/// Whether a side of the knee was marked on which the cause is felt: it may be there, or higher or lower.
fn is_on_side(assessment: &Assessment, cause: &Cause) -> bool {
    let marked = assessment.evidence.zones.iter().filter_map(|zone| assessment.knowledge().zone(zone.as_str()));
    marked.flat_map(|zone| &zone.any_of).any(|place| cause.core.contains(place))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::civil::date;

    use super::*;
    use crate::assess::Assessor;
    use crate::check::Check;
    use crate::check::spot::{Knee, Side, Spot};
    use crate::knowledge::Knowledge;

    #[test]
    fn a_cause_of_growing_bones_is_seldom_in_an_adult_and_often_in_a_child() {
        let knowledge = Arc::new(Knowledge::embedded().unwrap());
        let cause = knowledge.cause("osgood_schlatter").unwrap();
        let of_age = |age: f64| {
            let check = Check { numbers: [("age".into(), age)].into(), ..Check::default() };
            how_often(&Assessor::new(&knowledge).assess(&check, date(2026, 11, 23)), cause)
        };
        assert_eq!(of_age(40.0), HowOften::Seldom);
        assert_ne!(of_age(13.0), HowOften::Seldom);
    }

    #[test]
    fn the_best_of_the_marked_places_counts() {
        let knowledge = Arc::new(Knowledge::embedded().unwrap());
        let cause = knowledge.cause("itbs").unwrap();
        let felt_at = |zones: &[&str]| {
            let spot =
                |zone: &&str| Spot { knee: Knee::Left, zone: (*zone).into(), worst: None, now: None, size: None };
            let spots = zones.iter().map(spot).collect();
            let check = Check { side: Some(Side::Left), spots, ..Check::default() };
            felt(&Assessor::new(&knowledge).assess(&check, date(2026, 11, 23)), cause)
        };
        let core = cause.core.first().unwrap().as_str();
        assert_eq!(felt_at(&[]), None);
        assert_eq!(felt_at(&["kneecap"]), Some(ZoneAgreement::Away));
        assert_eq!(felt_at(&["kneecap", core]), Some(ZoneAgreement::Core));
    }
}
