//! Where a statement comes from, and how well it is known.

use serde::Deserialize;

use super::ids::SourceId;

/// How a page, a rule or a table row is known; of a weight see [`super::evidence::EvidenceKind`].
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

impl Source {
    /// A short name for lists: "Nunes 2013", or the title up to its first sign.
    #[must_use]
    pub fn short(&self) -> &str {
        let is_year = |at: usize| {
            let year = self.title.get(at..at + 4).unwrap_or_default();
            let ends = self.title.get(at + 4..).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
            (year.starts_with("19") || year.starts_with("20")) && year.chars().all(|c| c.is_ascii_digit()) && ends
        };
        let end_of_year = self.title.match_indices(' ').map(|(at, _)| at + 1).find(|at| is_year(*at)).map(|at| at + 4);
        let end_of_name = self.title.find([',', ';', '(', ':']).unwrap_or(self.title.len());
        let end = end_of_year.filter(|end| *end <= end_of_name).unwrap_or(end_of_name);
        self.title[..end].trim_end()
    }
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

#[cfg(test)]
mod tests {
    use crate::knowledge::Knowledge;

    #[test]
    fn every_source_has_a_short_name() {
        let knowledge = Knowledge::embedded().unwrap();
        let short = |id: &str| knowledge.source(id).unwrap().short().to_owned();
        assert_eq!(short("NUNES13"), "Nunes 2013");
        assert_eq!(short("CROSSLEY15"), "Crossley 2015");
        assert_eq!(short("FQ_FDA"), "FDA boxed warning on fluoroquinolones");
        for source in &knowledge.sources {
            assert!((3..=75).contains(&source.short().len()), "{}", source.short());
        }
    }
}
