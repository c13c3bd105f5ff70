//! Weights, groups, red flags, rules and questions that make sense.

use std::collections::BTreeSet;

use super::super::cause::CauseKind;
use super::super::known_ids::{KnownQuestion, questions};
use super::super::question::{Ages, NoteSection, QuestionKind};
use super::super::reach::Reach;
use super::super::rule::{Level, Needed};
use super::{Inspection, findings};

/// A rule names at most this many causes: more are no help to the runner.
const MOST_NAMED: usize = 3;
/// The questions whose answers go on by themselves.
const COUNTED_ON: [KnownQuestion; 2] = [questions::DURATION, questions::AGE];

impl Inspection<'_> {
    pub(super) fn weights(&mut self) {
        for cause in &self.content.causes {
            let factors = cause.age.iter().chain([&cause.female, &cause.male]);
            if cause.prior <= 0.0 || !cause.prior.is_finite() || factors.into_iter().any(|f| *f < 0.0 || !f.is_finite())
            {
                let what = "prior must be above 0, factors 0 or more".to_owned();
                self.item_fault("causes.ron", cause.id.as_str(), what);
            }
            if cause.kind != CauseKind::RedFlag && !cause.until_urgent.is_empty() {
                let what = "until_urgent is for causes of kind RedFlag only".to_owned();
                self.item_fault("causes.ron", cause.id.as_str(), what);
            }
        }
        for of in &self.content.weights {
            for row in &of.rows {
                if [row.yes, row.no].iter().any(|weight| *weight <= 0.0 || !weight.is_finite()) {
                    let anchors = [format!("cause: \"{}\"", of.cause), format!("finding: \"{}\"", row.finding)];
                    self.fault("weights.ron", &[&anchors[0], &anchors[1]], "weights must be above 0".to_owned());
                }
            }
        }
    }

    pub(super) fn groups(&mut self) {
        let content = self.content;
        let findings = findings(content);
        let mut seen = BTreeSet::new();
        for group in &content.scoring.groups {
            for finding in &group.findings {
                let anchors = [format!("id: \"{}\"", group.id), format!("\"{finding}\"")];
                if !findings.contains(finding.as_str()) {
                    self.fault(
                        "scoring.ron",
                        &[&anchors[0], &anchors[1]],
                        format!("there is no finding \"{finding}\""),
                    );
                }
                if !seen.insert(finding) {
                    let what = format!("\"{finding}\" stands in two groups");
                    self.fault("scoring.ron", &[&anchors[0], &anchors[1]], what);
                }
            }
        }
    }

    pub(super) fn red_flags(&mut self) {
        let content = self.content;
        let findings = findings(content);
        let mut grouped = BTreeSet::new();
        for group in &content.rules.red_flag_groups {
            if !group.note.contains("{signs}") {
                self.item_fault("rules.ron", &group.id, format!("\"{}\" has no {{signs}}", group.note));
            }
            for sign in group.signs.iter().map(|sign| &sign.id) {
                let anchors = [format!("id: \"{}\"", group.id), format!("\"{sign}\"")];
                if !content.rules.red_flags.contains(sign) {
                    self.fault("rules.ron", &[&anchors[0], &anchors[1]], format!("\"{sign}\" is no red flag"));
                }
                if !grouped.insert(sign) {
                    self.fault("rules.ron", &[&anchors[0], &anchors[1]], format!("\"{sign}\" stands in two groups"));
                }
            }
        }
        for sign in &content.rules.red_flags {
            let anchors = ["red_flags", &format!("\"{sign}\"")];
            if !findings.contains(sign.as_str()) {
                self.fault("rules.ron", &anchors, format!("there is no finding \"{sign}\""));
            }
            if !grouped.contains(sign) {
                self.fault("rules.ron", &anchors, format!("\"{sign}\" stands in no group"));
            }
        }
    }

    pub(super) fn key_signs(&mut self) {
        let content = self.content;
        let findings = findings(content);
        for key in &content.rules.key_signs {
            let anchor = format!("words: \"{}\"", key.words);
            let all = key.signs.iter().chain(&key.none).chain(&key.also);
            for finding in all.filter(|id| !findings.contains(id.as_str())) {
                let anchors = [anchor.as_str(), &format!("\"{finding}\"")];
                self.fault("rules.ron", &anchors, format!("there is no finding \"{finding}\""));
            }
        }
    }

    pub(super) fn same_said(&mut self) {
        let content = self.content;
        let findings = findings(content);
        for pair in &content.rules.same_said {
            let anchor = format!("no: \"{}\"", pair.no);
            for finding in [&pair.no].into_iter().chain(&pair.yes).filter(|id| !findings.contains(id.as_str())) {
                let anchors = [anchor.as_str(), &format!("\"{finding}\"")];
                self.fault("rules.ron", &anchors, format!("there is no finding \"{finding}\""));
            }
        }
    }

    pub(super) fn needed_for_self_care(&mut self) {
        let content = self.content;
        let findings = findings(content);
        for needed in &content.rules.needed_for_self_care {
            let (is_known, id) = match needed {
                Needed::Question(id) => (content.questions.questions.iter().any(|of| of.id == *id), id.as_str()),
                Needed::Sign(id) => (findings.contains(id.as_str()), id.as_str()),
                Needed::Place => continue,
            };
            if !is_known {
                let what = format!("there is no question or finding \"{id}\"");
                self.fault("rules.ron", &["needed_for_self_care", &format!("\"{id}\"")], what);
            }
        }
        if content.rules.needed_for_self_care.is_empty() {
            self.fault("rules.ron", &["needed_for_self_care"], "self-care needs some answers".to_owned());
        }
    }

    pub(super) fn rules(&mut self) {
        let content = self.content;
        let reach = Reach::new(content);
        for rule in &content.rules.rules {
            if !reach.can_hold(&rule.when.expr) {
                self.item_fault("rules.ron", rule.id.as_str(), "no answers can fire this rule".to_owned());
            }
            let most = match rule.level {
                Level::Emergency => 24,
                Level::Urgent => 48,
                Level::Clinician | Level::SelfCare => 336,
            };
            let named = rule.names.len();
            if named > MOST_NAMED {
                let what = format!("{named} causes are named, a rule names at most {MOST_NAMED}");
                self.item_fault("rules.ron", rule.id.as_str(), what);
            }
            if !(1..=most).contains(&rule.within_hours) {
                let what = format!("within_hours is {}, this level allows 1 to {most}", rule.within_hours);
                self.item_fault("rules.ron", rule.id.as_str(), what);
            }
        }
        for row in content.advice.rows().filter(|row| !reach.can_hold(&row.for_whom.when.expr)) {
            self.fault("advice.ron", &[row.says], "no answers can bring up this row of advice".to_owned());
        }
        if !content.rules.rules.iter().any(|rule| rule.level == Level::SelfCare) {
            self.fault("rules.ron", &["rules:"], "there is no rule for self-care".to_owned());
        }
    }

    /// Only how long it has hurt, and the age, are counted on (`check/ageing.rs`).
    pub(super) fn ages(&mut self) {
        for question in &self.content.questions.questions {
            let rows = question.options.iter().filter_map(|row| row.ages);
            for ages in rows.chain([question.ages]) {
                let what = match ages {
                    Ages::State { days: 0 } | Ages::Window { days: 0 } => "answers that hold for 0 days count never",
                    Ages::CountsOn if !COUNTED_ON.iter().any(|id| question.id == *id) => {
                        "answers of this question are not counted on"
                    }
                    _ => continue,
                };
                self.item_fault("questions.ron", question.id.as_str(), what.to_owned());
            }
        }
    }

    pub(super) fn use_of_questions(&mut self) {
        let content = self.content;
        let mut used = BTreeSet::new();
        let conditions = (content.rules.rules.iter().map(|rule| &rule.when.expr))
            .chain(content.rules.flags.iter().map(|flag| &flag.means.expr))
            .chain(content.advice.special.iter().map(|special| &special.when.expr))
            .chain(content.advice.rows().map(|row| &row.for_whom.when.expr))
            .chain(
                content
                    .questions
                    .questions
                    .iter()
                    .flat_map(|question| [&question.core_when.expr, &question.more_when.expr]),
            );
        for condition in conditions {
            condition.each_atom(&mut |name, _| {
                used.insert(name.as_str());
            });
        }
        used.extend(content.weights.iter().flat_map(|of| &of.rows).map(|row| row.finding.as_str()));
        for question in &content.questions.questions {
            let names = question.options.iter().map(|answer| answer.id.as_str());
            let numbers = question.numbers.iter().map(|number| number.id.as_str());
            if question.note == NoteSection::Elsewhere
                && !names.chain(numbers).any(|name| used.contains(name))
                && !matches!(question.kind, QuestionKind::Zones)
            {
                let what = "no rule, cause or section of the page uses this question".to_owned();
                self.item_fault("questions.ron", question.id.as_str(), what);
            }
        }
    }
}
