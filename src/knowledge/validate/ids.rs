//! Each id stands once, and what is named exists.

use std::collections::BTreeSet;

use super::super::fact_names::BuiltInFact;
use super::super::ids::FindingId;
use super::super::question::{Meaning, Question, ShownAs};
use super::{Inspection, findings};

impl Inspection<'_> {
    pub(super) fn double_ids(&mut self) {
        let content = self.content;
        let of_file = |file: &'static str, ids: Vec<&str>| ids.into_iter().map(|id| (file, id.to_owned())).collect();
        let lists: [(&str, Vec<(&str, String)>); 4] = [
            ("facts", {
                let mut all: Vec<(&str, String)> = of_file(
                    "questions.ron",
                    content.questions.questions.iter().flat_map(|q| &q.options).map(|a| a.id.as_str()).collect(),
                );
                all.extend(content.zones.iter().map(|zone| ("zones.ron", zone.id.to_string())));
                all.extend(content.rules.flags.iter().map(|flag| ("rules.ron", flag.id.clone())));
                all
            }),
            ("questions and cards", {
                let mut all: Vec<(&str, String)> =
                    of_file("questions.ron", content.questions.questions.iter().map(|q| q.id.as_str()).collect());
                all.extend(content.questions.cards.iter().map(|card| ("questions.ron", card.id.to_string())));
                all
            }),
            ("causes and rules", {
                let mut all: Vec<(&str, String)> =
                    of_file("causes.ron", content.causes.iter().map(|cause| cause.id.as_str()).collect());
                all.extend(content.rules.rules.iter().map(|rule| ("rules.ron", rule.id.to_string())));
                all
            }),
            ("sources", of_file("sources.ron", content.sources.iter().map(|s| s.id.as_str()).collect())),
        ];
        for (kind, ids) in lists {
            let mut seen = BTreeSet::new();
            for (file, id) in ids {
                let anchor = format!("id: \"{id}\"");
                if BuiltInFact::ALL.iter().any(|built_in| built_in.name() == id) {
                    self.fault(file, &[&anchor], format!("\"{id}\" is the name of a built-in fact"));
                }
                if !seen.insert(id.clone()) {
                    self.fault(file, &[&anchor], format!("\"{id}\" stands twice among the {kind}"));
                }
            }
        }
    }

    pub(super) fn named_ids(&mut self) {
        let content = self.content;
        let findings = findings(content);
        let zones: BTreeSet<&str> = content.zones.iter().map(|zone| zone.id.as_str()).collect();
        let cards: BTreeSet<&str> = content.questions.cards.iter().map(|card| card.id.as_str()).collect();
        for question in &content.questions.questions {
            if !cards.contains(question.card.as_str()) {
                let what = format!("there is no card \"{}\"", question.card);
                self.item_fault("questions.ron", question.id.as_str(), what);
            }
            if question.folded.is_some() && question.parts()[1].is_empty() {
                let what = "what it folds is no run of its answers".to_owned();
                self.item_fault("questions.ron", question.id.as_str(), what);
            }
            self.groups_of_answers(question);
            for answer in &question.options {
                if let Meaning::NotSureOf(sign) = &answer.means
                    && !content.rules.red_flags.contains(sign)
                {
                    let what = format!("\"{sign}\" is no red flag");
                    self.item_fault("questions.ron", answer.id.as_str(), what);
                }
            }
        }
        for retired in &content.questions.retired {
            if !findings.contains(retired.new.as_str()) && !zones.contains(retired.new.as_str()) {
                let what = format!("\"{}\" is no finding or zone", retired.new);
                self.fault("questions.ron", &["retired", &format!("\"{}\"", retired.new)], what);
            }
        }
        for cause in &content.causes {
            for zone in cause.core.iter().chain(&cause.near) {
                if !zones.contains(zone.as_str()) {
                    self.item_fault("causes.ron", cause.id.as_str(), format!("there is no zone \"{zone}\""));
                }
            }
        }
    }

    /// Tiles hold each answer once, in its order; a picture holds what it picks and names.
    fn groups_of_answers(&mut self, question: &Question) {
        let mut fault = |what: &str| self.item_fault("questions.ron", question.id.as_str(), what.to_owned());
        if question.groups().any(|(_, answers)| answers.is_empty()) {
            fault("a group is no run of its answers");
        }
        let held = question.groups().flat_map(|(_, answers)| answers).map(|answer| &answer.id);
        let is_tiles = matches!(question.shown_as, ShownAs::Tiles(_));
        if is_tiles && !held.eq(question.options.iter().map(|answer| &answer.id)) {
            fault("its tiles do not hold each answer once, in its order");
        }
        let is_pictures = matches!(question.shown_as, ShownAs::Pictures(_));
        for (group, answers) in question.groups() {
            let holds = |id: &FindingId| answers.iter().any(|answer| answer.id == *id);
            if group.picks.is_some() != is_pictures {
                fault("a picture picks one of its answers, and a tile none");
            }
            if !group.picks.iter().chain(&group.names).all(holds) {
                fault("a picture picks or names what is none of its answers");
            }
        }
    }

    pub(super) fn ids_of_weights(&mut self) {
        let content = self.content;
        let findings = findings(content);
        let causes: BTreeSet<&str> = content.causes.iter().map(|cause| cause.id.as_str()).collect();
        for of in &content.weights {
            let cause = format!("cause: \"{}\"", of.cause);
            if !causes.contains(of.cause.as_str()) {
                self.fault("weights.ron", &[&cause], format!("there is no cause \"{}\"", of.cause));
            }
            let mut seen = BTreeSet::new();
            for finding in of.rows.iter().map(|row| &row.finding).chain(&of.also_seen) {
                let anchors = [cause.as_str(), &format!("\"{finding}\"")];
                if !findings.contains(finding.as_str()) {
                    self.fault("weights.ron", &anchors, format!("there is no finding \"{finding}\""));
                }
                if !seen.insert(finding) {
                    let what = format!("\"{finding}\" stands twice for \"{}\"", of.cause);
                    self.fault("weights.ron", &anchors, what);
                }
            }
        }
    }

    pub(super) fn ids_of_causes(&mut self) {
        let content = self.content;
        let causes: BTreeSet<&str> = content.causes.iter().map(|cause| cause.id.as_str()).collect();
        let of_pairs = content.scoring.together.pairs.iter().flat_map(|pair| [&pair.causes.0, &pair.causes.1]);
        for cause in content.scoring.overuse.iter().chain(of_pairs) {
            if !causes.contains(cause.as_str()) {
                self.fault("scoring.ron", &[&format!("\"{cause}\"")], format!("there is no cause \"{cause}\""));
            }
        }
        let of_rules =
            content.rules.rules.iter().map(|rule| ("rules.ron", format!("id: \"{}\"", rule.id), &rule.names));
        let of_rows = content.advice.rows().flat_map(|row| {
            [&row.for_whom.causes, &row.for_whom.but_not].map(|causes| ("advice.ron", row.says.to_owned(), causes))
        });
        let of_bullets =
            content.article.bullets.iter().map(|b| ("article.ron", format!("id: \"{}\"", b.id), &b.causes));
        let of_differences =
            content.advice.differences.iter().map(|d| ("advice.ron", format!("topic: \"{}\"", d.topic), &d.causes));
        let light = &content.advice.pain_light_for;
        let of_light =
            [&light.tendon, &light.bone].map(|causes| ("advice.ron", "pain_light_for:".to_owned(), causes)).into_iter();
        let of_advice = of_rows.chain(of_differences).chain(of_light);
        for (file, anchor, named) in of_rules.chain(of_advice).chain(of_bullets) {
            for cause in named {
                if !causes.contains(cause.as_str()) {
                    self.fault(file, &[&anchor, cause.as_str()], format!("there is no cause \"{cause}\""));
                }
            }
        }
    }
}
