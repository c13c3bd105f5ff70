//! Possible causes and what is known of them.

use serde::Deserialize;

use super::evidence::{Disagreement, EvidenceKind, Measured};
use super::ids::{CauseId, FindingId, SourceId, ZoneId};

/// What sort of thing a cause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum CauseKind {
    /// From repeated load.
    Overuse,
    /// From repeated load or one injury.
    OveruseOrInjury,
    /// From repeated load or a knock.
    OveruseOrKnock,
    /// Repeated load on bone.
    SeriousOveruse,
    /// Training, form and shoes: adds to pain, is no tissue.
    Contributor,
    /// From one event.
    Injury,
    /// Of growing knees.
    Adolescent,
    /// Comes with another trouble of the knee.
    Secondary,
    /// Felt in the knee, comes from elsewhere.
    Elsewhere,
    /// None of these.
    Other,
    /// Dangerous if missed.
    RedFlag,
}

/// What the card of a cause tells the runner, each a list of plain sentences.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseCard {
    pub what: String,
    /// Who gets it.
    pub who: Vec<String>,
    /// What it feels like.
    pub features: Vec<String>,
    /// What helps first.
    pub first_line: Vec<String>,
    /// What the runner can do now.
    pub self_care: Vec<String>,
    pub avoid: Vec<String>,
    /// How long it takes.
    pub recovery: Vec<String>,
    /// Where that stands.
    pub sources: Vec<SourceId>,
}

/// One possible cause of the pain.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// Its name in the content.
    pub id: CauseId,
    /// Plain name.
    pub name: String,
    /// The name a clinician uses.
    pub clinical: String,
    /// The same in few words and ASCII, for the page: it stands in brackets behind the plain name.
    pub note_clinical: String,
    /// Plain name in ASCII, for the page.
    pub note_name: String,
    /// What sort of thing it is.
    pub kind: CauseKind,
    /// Whether the article for runners has it.
    pub in_article: bool,
    /// Working weight per 100 adult runners with knee pain who open the tool (judgement).
    pub prior: f64,
    /// What the prior is multiplied by in each age band of [`super::scoring::AGE_BANDS`] (judgement).
    pub age: [f64; 7],
    /// The same for people who were girls at birth.
    pub female: f64,
    /// The same for people who were boys at birth.
    pub male: f64,
    /// Where it is felt most.
    pub core: Vec<ZoneId>,
    /// Where it is felt at times.
    pub near: Vec<ZoneId>,
    /// Published shares behind the prior, as written down.
    pub published: String,
    /// Of a frightening one: what stands for its name on the screen until a rule of level 1 or 2 fired on a Yes.
    #[serde(default)]
    pub until_urgent: String,
    /// What the runner is told.
    pub card: CauseCard,
    /// What each finding says of it, from `weights.ron`.
    #[serde(skip)]
    pub weights: Vec<Weight>,
    /// What it explains and gains nothing by, from `weights.ron`.
    #[serde(skip)]
    pub also_seen: Vec<FindingId>,
}

impl Cause {
    /// Whether it is dangerous if missed.
    #[must_use]
    pub fn is_dangerous(&self) -> bool {
        matches!(self.kind, CauseKind::RedFlag | CauseKind::SeriousOveruse)
    }
}

/// How strongly a finding speaks, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Strength {
    StrongFor,
    ModerateFor,
    WeakFor,
    /// Neither.
    Neutral,
    WeakAgainst,
    ModerateAgainst,
    StrongAgainst,
}

/// What one finding says about one cause.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    pub finding: FindingId,
    /// What it multiplies by when the finding is Yes.
    pub yes: f64,
    /// What it multiplies by when the finding is No.
    pub no: f64,
    /// Published figures, as written down; empty when there are none.
    #[serde(default)]
    pub published: String,
    /// Who made the finding for these figures, and in whom; there whenever there are figures.
    #[serde(default)]
    pub measured: Option<Measured>,
    /// Where the link stands.
    pub sources: Vec<SourceId>,
    /// Those of the sources that found otherwise.
    #[serde(default)]
    pub otherwise: Option<Disagreement>,
    /// How the link is known.
    pub grade: EvidenceKind,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CauseWeights {
    pub cause: CauseId,
    /// One row for each finding.
    pub rows: Vec<Weight>,
    /// What any sore knee can have and this cause too: it explains such a finding and gains nothing by it (judgement).
    #[serde(default)]
    pub also_seen: Vec<FindingId>,
}
