//! Thresholds that can be met, and rows that stand on a card.

use std::ops::RangeInclusive;

use super::{Inspection, findings};
use crate::knowledge::ids::FindingId;
use crate::knowledge::question::QuestionKind;

const FILE: &str = "relevance.ron";
/// So many rows somebody in haste still answers.
const DOCTOR_ASKS: RangeInclusive<usize> = 3..=5;

impl Inspection<'_> {
    pub(super) fn relevance(&mut self) {
        let relevance = &self.content.relevance;
        let (rules, causes) = (relevance.rules, relevance.causes);
        let limits = [
            ("red_flag:", rules.red_flag, 0.0),
            ("other_sign:", rules.other_sign, 0.0),
            ("besides:", rules.besides, 0.0),
            ("within:", causes.within, 1.0),
            ("least_move:", causes.least_move, 0.0),
        ];
        for (name, value, least) in limits {
            if !value.is_finite() || value < least {
                self.fault(FILE, &[name], format!("{value} is below {least}"));
            }
        }
        for always in &relevance.always {
            let anchor = format!("when: \"{}\"", always.when.text);
            self.rows_of_lists(&anchor, &always.rows);
            for id in &always.questions {
                if !self.content.questions.questions.iter().any(|question| question.id == *id) {
                    self.fault(FILE, &[&anchor, &format!("\"{id}\"")], format!("there is no question \"{id}\""));
                }
            }
        }
        for asks in &relevance.doctor_asks {
            let anchor = format!("when: \"{}\"", asks.when.text);
            self.rows_of_lists(&anchor, &asks.rows);
            if !DOCTOR_ASKS.contains(&asks.rows.len()) {
                self.fault(FILE, &[&anchor], format!("a doctor asks {} rows, not 3 to 5", asks.rows.len()));
            }
        }
    }

    /// Each is a row of a "tick any" question.
    fn rows_of_lists(&mut self, anchor: &str, rows: &[FindingId]) {
        let findings = findings(self.content);
        for row in rows {
            let mut questions = self.content.questions.questions.iter();
            let of = questions.find(|question| question.options.iter().any(|option| option.id == *row));
            let anchors = [anchor, &format!("\"{row}\"")];
            if !findings.contains(row.as_str()) {
                self.fault(FILE, &anchors, format!("there is no finding \"{row}\""));
            } else if of.is_some_and(|question| !matches!(question.kind, QuestionKind::Multi { .. })) {
                let what = format!("\"{row}\" is one of the answers of a question that is asked whole");
                self.fault(FILE, &anchors, what);
            }
        }
    }
}
