//! Where a statement comes from, and how well it is known.

use serde::Deserialize;

use super::ids::SourceId;

/// How a statement is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Grade {
    /// Read in a copy of the published page.
    Read,
    /// From general knowledge of the literature, not read again.
    Known,
    /// Worked out from published figures.
    Derived,
    /// Chosen so that the tool behaves sensibly; no published number.
    Judgement,
    /// Only the article for runners says so.
    Seed,
}

impl Grade {
    /// The word used in `--explain`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Known => "known",
            Self::Derived => "derived",
            Self::Judgement => "judgement",
            Self::Seed => "seed",
        }
    }
}

/// A published page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its code.
    pub id: SourceId,
    /// Whether it was read.
    pub grade: Grade,
    /// What it is.
    pub title: String,
    /// What was seen of it, and what to be careful about.
    pub seen: String,
}

/// A published figure, kept as it was written down.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What was counted.
    pub what: String,
    /// The cells of its row, in the order of the table's columns.
    pub cells: Vec<String>,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: Grade,
}

/// A table of published figures.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureTable {
    /// The table's name.
    pub id: String,
    /// The names of the cells.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Figure>,
}
