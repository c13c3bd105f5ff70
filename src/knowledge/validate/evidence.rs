//! Every weight says honestly what it rests on: what was measured, by whom and in whom, and who found otherwise.

use super::super::cause::Weight;
use super::super::evidence::EvidenceKind;
use super::super::known_ids::{KnownSource, sources};
use super::super::source::Grade;
use super::Inspection;

impl Inspection<'_> {
    pub(super) fn evidence(&mut self) {
        let content = self.content;
        for of in &content.weights {
            for row in &of.rows {
                let anchors = [format!("cause: \"{}\"", of.cause), format!("finding: \"{}\"", row.finding)];
                for what in self.faults_of_evidence(row) {
                    self.fault("weights.ron", &[&anchors[0], &anchors[1]], what.to_owned());
                }
            }
        }
    }

    fn faults_of_evidence(&self, row: &Weight) -> Vec<&'static str> {
        let is_of = |known: KnownSource| row.sources.iter().any(|source| *source == known);
        let was_read = row.sources.iter().filter(|source| **source != sources::ARTICLE).any(|id| {
            let mut sources = self.content.sources.iter();
            sources.any(|source| source.id == *id && source.grade == Grade::Read)
        });
        let otherwise = row.otherwise.iter().flat_map(|otherwise| &otherwise.sources);
        let mut faults = Vec::new();
        let mut fault = |is_fault: bool, what| {
            if is_fault {
                faults.push(what);
            }
        };
        let has_figure = !row.published.is_empty();
        fault(
            row.grade.is_measured() && !has_figure,
            "the grade says that it was measured, and no figure is published",
        );
        fault(has_figure && row.measured.is_none(), "a figure is published, and not who measured it in whom");
        fault(!has_figure && row.measured.is_some(), "it says who measured it, and no figure is published");
        let in_nobody = row.measured.as_ref().is_some_and(|measured| measured.in_whom.trim().is_empty());
        fault(in_nobody, "it does not say in whom it was measured");
        fault(row.grade.is_read() && !was_read, "the grade says that a page was read, and no source of it was");
        fault(
            (row.grade == EvidenceKind::Judgement) != is_of(sources::JUDGEMENT),
            "judgement has the source JUDGE, and nothing else has",
        );
        fault(
            row.grade == EvidenceKind::Seed && !is_of(sources::ARTICLE),
            "what only the article says has the source SEED",
        );
        fault(!otherwise.clone().all(|id| row.sources.contains(id)), "who found otherwise is not among its sources");
        let is_empty = row.otherwise.as_ref().is_some_and(|otherwise| otherwise.sources.is_empty());
        fault(is_empty, "it says that studies do not agree, and not which");
        faults
    }
}
