//! How likely a click on a zone is for each cause: it falls with the way from where the cause is felt.

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

    /// What the marked zones multiply the score of a cause by, as a logarithm; 0 when nothing is marked.
    pub(super) fn log_weight(&self, marked: &[ZoneIndex], cause: CauseIndex) -> f64 {
        let Some(felt) = self.felt.get(cause).filter(|_| !marked.is_empty()) else { return 0.0 };
        let sum: f64 = marked.iter().filter_map(|zone| felt.get(*zone)).sum();
        (sum / marked.len() as f64).ln()
    }
}

fn felt(knowledge: &Knowledge, cause: &Cause) -> ListBy<ZoneIndex, f64> {
    let raw: Vec<f64> = knowledge.zones.iter().map(|zone| raw(knowledge, cause, zone)).collect();
    let mean = raw.iter().sum::<f64>() / raw.len().max(1) as f64;
    let spread = mean.powf(knowledge.scoring.constants.specificity_exponent);
    raw.into_iter().map(|value| value / spread).collect()
}

fn raw(knowledge: &Knowledge, cause: &Cause, zone: &Zone) -> f64 {
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
    fn the_way_round_the_knee_is_the_short_one() {
        assert!((way_cm((19.0, 0.0), (-14.5, 0.0), 38.0) - 4.5).abs() < 1e-9);
        assert!((way_cm((0.0, 0.0), (3.0, 4.0), 38.0) - 5.0).abs() < 1e-9);
    }
}
