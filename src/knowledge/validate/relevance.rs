//! Thresholds that can be met, and rows that stand on a card.

use super::{Inspection, findings};
use crate::knowledge::question::QuestionKind;

const FILE: &str = "relevance.ron";

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
            let findings = findings(self.content);
            for row in always.rows.iter().filter(|row| !findings.contains(row.as_str())) {
                self.fault(FILE, &[&anchor, &format!("\"{row}\"")], format!("there is no finding \"{row}\""));
            }
            for row in &always.rows {
                let mut questions = self.content.questions.questions.iter();
                let of = questions.find(|question| question.options.iter().any(|option| option.id == *row));
                if of.is_some_and(|question| !matches!(question.kind, QuestionKind::Multi { .. })) {
                    let what = format!("\"{row}\" is one of the answers of a question that is asked whole");
                    self.fault(FILE, &[&anchor, &format!("\"{row}\"")], what);
                }
            }
            for id in &always.questions {
                if !self.content.questions.questions.iter().any(|question| question.id == *id) {
                    self.fault(FILE, &[&anchor, &format!("\"{id}\"")], format!("there is no question \"{id}\""));
                }
            }
        }
    }
}
