//! How much likelier a mark in a zone is for each cause than anywhere: it falls with the way from where the cause is felt.

use crate::knowledge::Knowledge;
use crate::knowledge::cause::Cause;
use crate::knowledge::positions::{CauseIndex, ListBy, ZoneIndex};
use crate::knowledge::zone::Zone;

/// The value of each zone for each cause, worked out once for the content.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    /// By cause, then by zone, in the order of the content.
    felt: ListBy<CauseIndex, ListBy<ZoneIndex, f64>>,
}

impl Places {
    pub(super) fn of(knowledge: &Knowledge) -> Self {
        Self { felt: knowledge.causes.iter().map(|cause| felt(knowledge, cause)).collect() }
    }

    /// What the marked zones multiply the score of a cause by, or of causes that are there together, as a logarithm; 0
    /// when nothing is marked. Of several the one that is felt most in a zone counts there.
    pub(super) fn log_weight(&self, marked: &[ZoneIndex], causes: &[CauseIndex]) -> f64 {
        if marked.is_empty() {
            return 0.0;
        }
        let felt = |zone: &ZoneIndex| {
            let of = causes.iter().filter_map(|cause| self.felt.get(*cause)?.get(*zone));
            of.copied().fold(0.0, f64::max)
        };
        (marked.iter().map(felt).sum::<f64>() / marked.len() as f64).ln()
    }
}

fn felt(knowledge: &Knowledge, cause: &Cause) -> ListBy<ZoneIndex, f64> {
    let raw: Vec<f64> = knowledge.zones.iter().map(|zone| raw(knowledge, cause, zone)).collect();
    // A side is no further place: it would count its own places twice.
    let places = || knowledge.zones.iter().zip(&raw).filter(|(zone, _)| zone.any_of.is_empty()).map(|(_, value)| value);
    let mean = places().sum::<f64>() / places().count().max(1) as f64;
    // As a likelihood ratio of the mark: how much likelier it is here than at any place, for somebody with the cause.
    raw.into_iter().map(|value| value / mean).collect()
}

fn raw(knowledge: &Knowledge, cause: &Cause, zone: &Zone) -> f64 {
    // Whoever knows the side only may mean any of its places, each as likely as the next.
    if !zone.any_of.is_empty() {
        let places = zone.any_of.iter().filter_map(|place| knowledge.zone(place.as_str()));
        return places.map(|place| raw(knowledge, cause, place)).sum::<f64>() / zone.any_of.len() as f64;
    }
    let constants = &knowledge.scoring.constants;
    let of = |places: &[crate::knowledge::ids::ZoneId], start: f64| {
        places
            .iter()
            .filter_map(|place| knowledge.zone(place.as_str()))
            .map(|place| start * fall(knowledge, zone, place))
            .fold(0.0, f64::max)
    };
    constants.floor.max(of(&cause.core, 1.0)).max(of(&cause.near, constants.near))
}

fn fall(knowledge: &Knowledge, clicked: &Zone, felt: &Zone) -> f64 {
    if clicked.id == felt.id {
        return 1.0;
    }
    let constants = &knowledge.scoring.constants;
    let way = clicked
        .spots_cm
        .iter()
        .flat_map(|from| felt.spots_cm.iter().map(|to| way_cm(*from, *to, constants.circumference_cm)))
        .fold(f64::INFINITY, f64::min);
    if way.is_finite() { (-0.5 * (way / constants.sigma_cm).powi(2)).exp() } else { 0.0 }
}

/// The straight way on the unrolled knee, the short way round, in cm.
fn way_cm(from: (f64, f64), to: (f64, f64), circumference_cm: f64) -> f64 {
    let around = (from.0 - to.0).abs() % circumference_cm;
    around.min(circumference_cm - around).hypot(from.1 - to.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_stands_for_each_of_its_places_alike() {
        let knowledge = Knowledge::embedded().unwrap();
        let sides = knowledge.zones.iter().filter(|zone| !zone.any_of.is_empty());
        assert_eq!(sides.clone().count(), 4);
        for side in sides {
            for cause in &knowledge.causes {
                let of = |zone: &str| raw(&knowledge, cause, knowledge.zone(zone).unwrap());
                let places: Vec<f64> = side.any_of.iter().map(|place| of(place.as_str())).collect();
                let (least, most) = places.iter().fold((1.0, 0.0), |(a, b), value| (value.min(a), value.max(b)));
                let value = of(side.id.as_str());
                assert!(least - 1e-12 <= value && value <= most + 1e-12, "{} {}: {value}", side.id, cause.id);
            }
        }
        // Whoever marks the inner side thinks of the goose foot more than of the IT band.
        let of = |cause: &str| raw(&knowledge, knowledge.cause(cause).unwrap(), knowledge.zone("inner_side").unwrap());
        assert!(of("pes_anserine") > 3.0 * of("itbs"));
    }

    #[test]
    fn the_way_round_the_knee_is_the_short_one() {
        assert!((way_cm((19.0, 0.0), (-14.5, 0.0), 38.0) - 4.5).abs() < 1e-9);
        assert!((way_cm((0.0, 0.0), (3.0, 4.0), 38.0) - 5.0).abs() < 1e-9);
    }
}
