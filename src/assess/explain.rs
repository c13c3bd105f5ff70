//! The working, a fact a line, for people who test and for scripts.

use std::fmt::Write as _;

use super::next_question::{Ask, Change, NextQuestions, TrialAnswer};
use super::ranking::UnexplainedPenalty;
use super::reasons::Reason;
use super::{Assessment, urgency::FiredRule};
use crate::knowledge::Knowledge;
use crate::knowledge::evidence::EvidenceKind;
use crate::knowledge::ids::CauseId;
use crate::knowledge::known_ids::sources;

/// The working of an assessment, in the grammar that `kneenote --help` names.
#[must_use]
pub fn explain(assessment: &Assessment, next: &NextQuestions) -> String {
    let knowledge = assessment.knowledge();
    let mut out = String::new();
    let urgency = &assessment.urgency;
    let word = urgency.shown().map_or("unknown", crate::knowledge::rule::Level::word);
    line(&mut out, format_args!("urgency {word} (level {} of 4)", urgency.level.number()));
    for fired in &urgency.fired {
        rule_lines(&mut out, knowledge, fired);
    }
    for sign in &urgency.unasked {
        line(&mut out, format_args!("unasked {sign}"));
    }
    for cause in &assessment.causes {
        line(&mut out, format_args!("cause {} {} {:.2}", cause.cause, cause.fit.word(), cause.score));
        for (word, reasons) in [("for", &cause.speaks_for), ("against", &cause.speaks_against)] {
            for reason in reasons {
                reason_line(&mut out, knowledge, &cause.cause, word, reason);
            }
        }
        // No row says so: that a cause does not explain a finding counts by judgement.
        for UnexplainedPenalty { finding, weight } in assessment.not_explained(cause) {
            let (source, grade) = (&*sources::JUDGEMENT, EvidenceKind::Judgement.word());
            line(&mut out, format_args!("  against {finding} {weight:.2} {source} {grade}"));
        }
    }
    for named in &urgency.named {
        line(&mut out, format_args!("named {} {}", named.cause, named.rule));
    }
    for ask in next.asks.iter().filter(|ask| !ask.changes.is_empty()) {
        line(&mut out, format_args!("ask {} {}", ask.question, why(ask)));
    }
    out
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    writeln!(out, "{text}").unwrap_or_default();
}

fn rule_lines(out: &mut String, knowledge: &Knowledge, fired: &FiredRule) {
    let reason = knowledge.rule(fired.rule.as_str()).map_or("", |rule| rule.note_why.as_str());
    line(out, format_args!("rule {} {} {reason}", fired.rule, fired.within_hours));
    for sign in &fired.if_true {
        line(out, format_args!("if {} {sign} {reason}", fired.rule));
    }
}

fn reason_line(out: &mut String, knowledge: &Knowledge, cause: &CauseId, word: &str, reason: &Reason) {
    let Some(row) = knowledge.weights(cause).get(reason.row) else { return };
    let sources: Vec<_> = row.sources.iter().map(crate::knowledge::ids::SourceId::as_str).collect();
    let Reason { finding, weight, .. } = reason;
    line(out, format_args!("  {word} {finding} {weight:.2} {} {}", sources.join(","), row.grade.word()));
}

fn why(ask: &Ask) -> String {
    let parts: Vec<_> = ask
        .changes
        .iter()
        .map(|change| match change {
            Change::Urgency(given, level) => format!("{} makes it {}", said(given), level.word()),
            Change::First(given, cause) => format!("{} puts {cause} first", said(given)),
        })
        .collect();
    parts.join("; ")
}

fn said(given: &TrialAnswer) -> String {
    match given {
        TrialAnswer::Finding(finding) => finding.to_string(),
        TrialAnswer::Number(number, value) => format!("{number} = {value}"),
    }
}
