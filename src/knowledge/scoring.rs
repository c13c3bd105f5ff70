//! The constants and groups behind "what fits" (all of them judgement, see `assets/knowledge/scoring.ron`).

use serde::Deserialize;

use super::cause::Strength;
use super::ids::{CauseId, FindingId, SourceId};
use super::source::Grade;

/// First year of each age band after the first: under 12, 12 to 15, 16 to 17, 18 to 29, 30 to 44, 45 to 54, 55 and over.
pub const AGE_BANDS: [f64; 6] = [12.0, 16.0, 18.0, 30.0, 45.0, 55.0];

/// The constants of the score.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Constants {
    /// How much of the start weight (prior, age, sex) counts; 1 is all of it.
    pub prior_exponent: f64,
    /// Start value of a near zone, where a core zone has 1.
    pub near: f64,
    /// How far a click strays from the sore tissue, in cm.
    pub sigma_cm: f64,
    /// The way round the knee, in cm.
    pub circumference_cm: f64,
    /// Lowest place value.
    pub floor: f64,
    /// Each further finding of a group counts this much of the one before.
    pub correlated_discount: f64,
    /// What a cause loses that has nothing to say about a ticked finding: this share, in logarithms, of what the cause
    /// gains that the finding points to most.
    pub unexplained_share: f64,
}

/// Findings that say nearly the same thing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its name.
    pub id: String,
    /// Its members.
    pub findings: Vec<FindingId>,
}

/// Working weights of a strength in words.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrengthWeights {
    pub strength: Strength,
    /// When the finding is Yes.
    pub yes: f64,
    /// When the finding is No.
    pub no: f64,
}

/// When a cause is shown as fitting well or in part: by its share of how well all causes fit, so that "fits well" tells
/// how often it was right (`core::record` counts it).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bands {
    /// "Fits well": a share of at least this.
    pub well_share: f64,
    /// "Fits well" also needs so many ticked findings that speak for it; what was denied is none.
    pub well_findings: usize,
    /// "Fits in part": a share of at least this.
    pub part_share: f64,
    /// How many causes are shown at most.
    pub shown: usize,
    /// With fewer findings than this, the causes are not sorted.
    pub enough_findings: usize,
    /// How many causes of level 3 rules are shown as "also ask about".
    pub also_ask: usize,
}

/// Two causes that go together, as published.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The two of them.
    pub causes: (CauseId, CauseId),
    /// How often, and in whom, for the runner.
    pub text: String,
    /// Where that is told; `JUDGE` where nobody counted it.
    pub sources: Vec<SourceId>,
    pub grade: Grade,
}

impl Pair {
    /// Whether a cause is one of the two.
    #[must_use]
    pub fn has(&self, cause: &CauseId) -> bool {
        self.causes.0 == *cause || self.causes.1 == *cause
    }
}

/// When two causes are told as being there at once.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// Both at once fit what was told so many times as well as the better of them alone, at least (judgement).
    pub least_gain: f64,
    /// Which causes go together.
    pub pairs: Vec<Pair>,
}

/// The file `scoring.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    pub constants: Constants,
    pub groups: Vec<Group>,
    /// Working weights of the strengths.
    pub strengths: Vec<StrengthWeights>,
    /// When a cause is shown how.
    pub bands: Bands,
    /// When two of them are told as being there at once.
    pub together: Together,
    /// Causes that come from repeated load.
    pub overuse: Vec<CauseId>,
}

impl Scoring {
    /// The word for a weight: that of the nearest working weight in the scale of strengths, for or against alike.
    #[must_use]
    pub fn strength_of(&self, weight: f64) -> Strength {
        let size = weight.ln().abs();
        let is_for = |strength: Strength| strength <= Strength::Neutral;
        self.strengths
            .iter()
            .filter(|scale| is_for(scale.strength))
            .min_by(|a, b| (a.yes.ln() - size).abs().total_cmp(&(b.yes.ln() - size).abs()))
            .map_or(Strength::Neutral, |scale| scale.strength)
    }
}
