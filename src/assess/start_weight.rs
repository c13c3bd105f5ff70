//! What a cause starts with, before anything was said of the pain.

use crate::check::evidence::Evidence;
use crate::knowledge::cause::Cause;
use crate::knowledge::known_ids::{findings, numbers};
use crate::knowledge::scoring::AGE_BANDS;

/// What the age of the runner multiplies the prior of a cause by; 1 while it is not known.
pub(super) fn age_factor(cause: &Cause, evidence: &Evidence) -> f64 {
    evidence.number(&numbers::AGE).map_or(1.0, |age| {
        let band = AGE_BANDS.iter().take_while(|first| age >= **first).count();
        cause.age.get(band).copied().unwrap_or(1.0)
    })
}

/// What a cause starts with: how often runners get it, by age and sex.
pub(super) fn start_weight(cause: &Cause, evidence: &Evidence) -> f64 {
    let age = age_factor(cause, evidence);
    let sex = if evidence.is_yes(&findings::SEX_FEMALE) {
        cause.female
    } else if evidence.is_yes(&findings::SEX_MALE) {
        cause.male
    } else {
        1.0
    };
    cause.prior * age * sex
}
