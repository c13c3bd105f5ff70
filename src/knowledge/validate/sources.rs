//! Every statement has a source, and each source exists.

use std::collections::BTreeSet;

use super::super::content::Content;
use super::super::ids::SourceId;
use super::Inspection;

/// A row with its file, the way to it, and where it stands.
type Sourced<'a> = (&'static str, Vec<String>, &'a [SourceId]);

impl Inspection<'_> {
    pub(super) fn sources(&mut self) {
        let content = self.content;
        let known: BTreeSet<&str> = content.sources.iter().map(|source| source.id.as_str()).collect();
        let rows = [of_form(content), of_rules(content), of_advice(content), of_plan(content)].into_iter().flatten();
        for (file, anchors, sources) in rows {
            let anchors: Vec<&str> = anchors.iter().map(String::as_str).collect();
            if sources.is_empty() {
                self.fault(file, &anchors, "has no source".to_owned());
            }
            for source in sources {
                if !known.contains(source.as_str()) {
                    let anchors: Vec<&str> = anchors.iter().copied().chain([source.as_str()]).collect();
                    self.fault(file, &anchors, format!("there is no source \"{source}\""));
                }
            }
        }
    }
}

fn of_form(content: &Content) -> Vec<Sourced<'_>> {
    let mut rows: Vec<Sourced<'_>> = Vec::new();
    for question in &content.questions.questions {
        rows.push(("questions.ron", vec![format!("id: \"{}\"", question.id)], &question.sources));
    }
    for cause in &content.causes {
        rows.push(("causes.ron", vec![format!("id: \"{}\"", cause.id)], &cause.card.sources));
    }
    for pair in &content.scoring.together.pairs {
        rows.push(("scoring.ron", vec![format!("text: \"{}\"", pair.text)], &pair.sources));
    }
    for of in &content.weights {
        for row in &of.rows {
            let anchors = vec![format!("cause: \"{}\"", of.cause), format!("finding: \"{}\"", row.finding)];
            rows.push(("weights.ron", anchors, &row.sources));
        }
    }
    rows
}

fn of_rules(content: &Content) -> Vec<Sourced<'_>> {
    let mut rows: Vec<Sourced<'_>> = Vec::new();
    for rule in &content.rules.rules {
        rows.push(("rules.ron", vec![format!("id: \"{}\"", rule.id)], &rule.sources));
    }
    for asks in &content.relevance.doctor_asks {
        rows.push(("relevance.ron", vec![format!("when: \"{}\"", asks.when.text)], &asks.sources));
    }
    for cluster in &content.rules.clusters {
        rows.push(("rules.ron", vec![format!("id: \"{}\"", cluster.id)], &cluster.sources));
    }
    for table in &content.figures {
        for row in &table.rows {
            rows.push(("figures.ron", vec![format!("what: \"{}\"", row.what)], &row.sources));
        }
    }
    for other in &content.about.others {
        rows.push(("about.ron", vec![format!("text: \"{}\"", other.text)], &other.sources));
    }
    rows
}

fn of_advice(content: &Content) -> Vec<Sourced<'_>> {
    let advice = &content.advice;
    let mut rows: Vec<Sourced<'_>> = Vec::new();
    for fact in advice.rest.iter().chain(&advice.load).chain(&advice.shoes) {
        rows.push(("advice.ron", vec![format!("topic: \"{}\"", fact.topic)], &fact.sources));
    }
    for gate in &advice.return_entry {
        rows.push(("advice.ron", vec![format!("text: \"{}\"", gate.text)], &gate.sources));
    }
    for exercise in &advice.exercises {
        rows.push(("advice.ron", vec![format!("exercise: \"{}", exercise.exercise)], &exercise.sources));
    }
    for do_not in &advice.do_not {
        rows.push(("advice.ron", vec![format!("text: \"{}\"", do_not.text)], &do_not.sources));
    }
    for special in &advice.special {
        rows.push(("advice.ron", vec![format!("case: \"{}\"", special.case)], &special.sources));
    }
    for difference in &advice.differences {
        rows.push(("advice.ron", vec![format!("topic: \"{}\"", difference.topic)], &difference.sources));
    }
    rows
}

fn of_plan(content: &Content) -> Vec<Sourced<'_>> {
    let planning = &content.planning;
    let mut rows: Vec<Sourced<'_>> = Vec::new();
    for row in planning.rows() {
        rows.push(("plan.ron", vec![format!("text: \"{}\"", row.text)], &row.sources));
    }
    for prescription in planning.sets.iter().flat_map(|set| &set.exercises) {
        rows.push(("plan.ron", vec![format!("exercise: \"{}\"", prescription.exercise)], &prescription.sources));
    }
    for week in &planning.weeks.patterns {
        rows.push(("plan.ron", vec!["patterns:".to_owned()], &week.sources));
    }
    rows.push(("plan.ron", vec!["run_length:".to_owned()], &planning.weeks.run_length.sources));
    rows.push(("plan.ron", vec!["light_sources:".to_owned()], &planning.light_sources));
    rows
}
