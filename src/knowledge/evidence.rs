//! What kind of evidence links a finding to a cause, who found it, in whom, and who found otherwise.

use serde::Deserialize;

use super::ids::SourceId;

/// How the link between one finding and one cause is known.
///
/// It says what was measured, not how big the weight is: most weights are judgement whatever the link rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum EvidenceKind {
    /// The source compares people with and without the cause by this very finding: a likelihood ratio, or an odds or
    /// prevalence ratio, or sensitivity and specificity.
    Figure,
    /// The source names the finding for this cause. It gives no ratio for it, or one for more than this finding or
    /// for something near it: a rule, a cluster, a point of a score.
    Sign,
    /// A share in one group with nothing beside it: of those with the cause who have the finding, or of those with
    /// the finding who have the cause.
    CaseShare,
    /// From general knowledge of the literature, not read again.
    Known,
    /// Worked out from published figures of more than one source.
    Derived,
    /// Chosen so that the tool behaves sensibly; nothing published says so. One of its sources is [`sources::JUDGEMENT`](super::known_ids::sources::JUDGEMENT).
    Judgement,
    /// Only the article for runners says so. One of its sources is [`sources::ARTICLE`](super::known_ids::sources::ARTICLE).
    Seed,
}

impl EvidenceKind {
    /// The word used in `--explain`, without spaces.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Sign => "sign",
            Self::CaseShare => "case_share",
            Self::Known => "known",
            Self::Derived => "derived",
            Self::Judgement => "judgement",
            Self::Seed => "seed",
        }
    }

    /// Whether it says that a published page was read, and not only remembered, that has this link.
    #[must_use]
    pub fn is_read(self) -> bool {
        matches!(self, Self::Figure | Self::Sign | Self::CaseShare)
    }

    /// Whether it rests on a published figure, so that who measured it in whom has to be told.
    #[must_use]
    pub fn is_measured(self) -> bool {
        matches!(self, Self::Figure | Self::CaseShare | Self::Derived)
    }
}

/// Who made a finding when it was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Finder {
    /// A doctor, physio or laboratory, with hands, eyes or instruments.
    Examiner,
    /// A scan, an X-ray or a look into the joint.
    Scan,
    /// The people themselves said it.
    Patient,
    /// It stood in notes, a register or the record of a watch.
    Record,
}

/// What is behind a published figure.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// Who made the finding.
    pub by: Finder,
    /// In whom, in plain words that go on after "in": "134 people who saw a GP".
    pub in_whom: String,
}

/// Whether the cited studies agree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// Those of the row's sources that found no link, or the opposite.
    pub sources: Vec<SourceId>,
    /// What they found, in short; kept as it was written down.
    pub found: String,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::EvidenceKind;

    const ALL: [EvidenceKind; 7] = [
        EvidenceKind::Figure,
        EvidenceKind::Sign,
        EvidenceKind::CaseShare,
        EvidenceKind::Known,
        EvidenceKind::Derived,
        EvidenceKind::Judgement,
        EvidenceKind::Seed,
    ];

    #[test]
    fn each_grade_is_one_word_of_its_own() {
        let words: BTreeSet<&str> = ALL.into_iter().map(EvidenceKind::word).collect();
        assert_eq!(words.len(), ALL.len());
        assert!(words.iter().all(|word| word.chars().all(|c| c == '_' || c.is_ascii_lowercase())), "{words:?}");
    }
}
