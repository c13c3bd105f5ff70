//! The first ruler: one outing against the longest of the 30 days before it, and how long the next may be.
//!
//! Bands as in a study of 5,205 runners (Br J Sports Med 2025;59:1203): runners told of more injuries after runs over 10
//! per cent longer than the longest of 30 days. It only watched, and its bands are no rising scale.

use jiff::civil::Date;

use super::days;
use super::outing::{Outing, Outings};

/// How many days back the longest outing is looked for, as in the study.
pub(super) const DAYS_BACK: i32 = 30;

/// Up to so many per cent of the longest outing a run is no jump.
const MOST_PER_CENT: u64 = 110;

/// A ceiling is told in steps of so many metres.
const CEILING_STEP_M: u64 = 100;

/// How much longer than the longest outing of the 30 days before, in order of distance and not of risk: the middle band came
/// before no more injuries than the small one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// At most 10 per cent, or shorter.
    AtMost10,
    /// Over 10 and at most 30 per cent.
    From10To30,
    /// Over 30 and at most 100 per cent.
    From30To100,
    /// More than double.
    Over100,
}

impl Band {
    /// The band of whole metres against a base in whole metres; none against 0.
    #[must_use]
    pub fn of(distance_m: u32, base_m: u32) -> Option<Self> {
        let (metres, base) = (u64::from(distance_m), u64::from(base_m));
        let edges = [(MOST_PER_CENT, Self::AtMost10), (130, Self::From10To30), (200, Self::From30To100)];
        let within = edges.into_iter().find(|(per_cent, _)| 100 * metres <= per_cent * base);
        (base > 0).then(|| within.map_or(Self::Over100, |(_, band)| band))
    }
}

/// One outing against the longest of the 30 days before its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Longest {
    pub outing: Outing,
    /// The longest outing from 30 days before to the day before, the later one of two equals; none: no base.
    pub base: Option<Outing>,
    /// Whether the list reaches back those 30 days. Otherwise the base may be too short, and no band is told.
    pub is_known: bool,
}

impl Longest {
    /// Sets an outing of the list against the 30 days before it. Other outings of its day never count.
    #[must_use]
    pub fn of(outings: &Outings, outing: &Outing) -> Self {
        Self {
            outing: outing.clone(),
            base: longest_before(outings, outing.day, |_| true).cloned(),
            is_known: outings.reach(days::before(outing.day, DAYS_BACK)),
        }
    }

    /// The band by the list as it is; see [`Self::told_band`].
    #[must_use]
    pub fn band(&self) -> Option<Band> {
        self.base.as_ref().and_then(|base| Band::of(self.outing.distance_m, base.distance_m))
    }

    /// The band that may be told and proposed: none where the list does not reach back, or there is no base.
    #[must_use]
    pub fn told_band(&self) -> Option<Band> {
        self.band().filter(|_| self.is_known)
    }

    /// Distance by base in thousandths, rounded, halves up.
    #[must_use]
    pub fn ratio_thousandths(&self) -> Option<u64> {
        thousandths(self.outing.distance_m, self.base.as_ref()?.distance_m)
    }
}

/// How long the next outing on `day` may be, in metres, down to 100: 110 per cent of the longest of the 30 days before
/// whose pain light is green (judgement: a run that hurt is no base). None without one.
#[must_use]
pub fn ceiling_m(outings: &Outings, day: Date, is_green: impl Fn(&Outing) -> bool) -> Option<u32> {
    let longest = longest_before(outings, day, is_green)?;
    let most = u64::from(longest.distance_m) * MOST_PER_CENT / 100;
    u32::try_from(most - most % CEILING_STEP_M).ok()
}

/// The longest outing that counts of the 30 days before `day`, the later one of two equals.
fn longest_before(outings: &Outings, day: Date, counts: impl Fn(&Outing) -> bool) -> Option<&Outing> {
    let days = days::before(day, DAYS_BACK)..=days::before(day, 1);
    let counting = outings.on(days).iter().filter(|outing| outing.distance_m > 0 && counts(outing));
    counting.max_by_key(|outing| outing.distance_m)
}

/// One distance by another in thousandths, rounded, halves up; none by 0.
pub(super) fn thousandths(distance_m: u32, by_m: u32) -> Option<u64> {
    let (metres, by) = (u64::from(distance_m), u64::from(by_m));
    (1000 * metres + by / 2).checked_div(by)
}
