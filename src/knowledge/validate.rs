//! Says everything that is wrong with a set of content files, with file and line.

use std::collections::{BTreeMap, BTreeSet};

use super::Knowledge;
use super::content::Content;
use super::fact_names::BuiltIn;
use super::files::{ContentFiles, Fault};
use super::question::{Meaning, NoteSection, OnPage};
use super::reach::Reach;
use super::rule::Level;
use super::zone::View;

/// A rule names at most this many causes: more are no help to the runner.
const MOST_NAMED: usize = 3;

/// The ids of the shapes in each drawing.
pub type Shapes = BTreeMap<View, BTreeSet<String>>;

/// Every fault of the files: the first of syntax or type in each file; when there is none, all of ids and logic.
#[must_use]
pub fn faults(files: &ContentFiles, shapes: &Shapes) -> Vec<Fault> {
    let content = match Content::read(files) {
        Ok(content) => content,
        Err(faults) => return faults,
    };
    let mut check = Check { files, content: &content, faults: Vec::new() };
    check.double_ids();
    check.known_ids();
    check.sources();
    check.weights();
    check.groups();
    check.danger_signs();
    check.rules();
    check.zones(shapes);
    check.use_of_questions();
    check.article();
    check.plain_ascii();
    let mut faults = check.faults;
    faults.extend(Knowledge::read(files).err().unwrap_or_default());
    faults.sort();
    faults.dedup();
    faults
}

struct Check<'a> {
    files: &'a ContentFiles,
    content: &'a Content,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn fault(&mut self, file: &str, anchors: &[&str], what: String) {
        self.faults.push(self.files.fault(file, anchors, what));
    }

    fn item_fault(&mut self, file: &str, id: &str, what: String) {
        self.fault(file, &[&format!("id: \"{id}\"")], what);
    }

    fn double_ids(&mut self) {
        let content = self.content;
        let of_file = |file: &'static str, ids: Vec<&str>| ids.into_iter().map(|id| (file, id.to_owned())).collect();
        let lists: [(&str, Vec<(&str, String)>); 4] = [
            ("facts", {
                let mut all: Vec<(&str, String)> = of_file(
                    "questions.ron",
                    content.questions.questions.iter().flat_map(|q| &q.answers).map(|a| a.id.as_str()).collect(),
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
                if BuiltIn::ALL.iter().any(|built_in| built_in.name() == id) {
                    self.fault(file, &[&anchor], format!("\"{id}\" is the name of a built-in fact"));
                }
                if !seen.insert(id.clone()) {
                    self.fault(file, &[&anchor], format!("\"{id}\" stands twice among the {kind}"));
                }
            }
        }
    }

    fn known_ids(&mut self) {
        let content = self.content;
        let findings: BTreeSet<&str> =
            content.questions.questions.iter().flat_map(|q| &q.answers).map(|a| a.id.as_str()).collect();
        let causes: BTreeSet<&str> = content.causes.iter().map(|cause| cause.id.as_str()).collect();
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
            for answer in &question.answers {
                if let Meaning::NotSureOf(sign) = &answer.means
                    && !content.rules.danger_signs.contains(sign)
                {
                    let what = format!("\"{sign}\" is no danger sign");
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
        for of in &content.weights {
            let cause = format!("cause: \"{}\"", of.cause);
            if !causes.contains(of.cause.as_str()) {
                self.fault("weights.ron", &[&cause], format!("there is no cause \"{}\"", of.cause));
            }
            let mut seen = BTreeSet::new();
            for row in &of.rows {
                let anchors = [cause.as_str(), &format!("finding: \"{}\"", row.finding)];
                if !findings.contains(row.finding.as_str()) {
                    self.fault("weights.ron", &anchors, format!("there is no finding \"{}\"", row.finding));
                }
                if !seen.insert(&row.finding) {
                    let what = format!("\"{}\" stands twice for \"{}\"", row.finding, of.cause);
                    self.fault("weights.ron", &anchors, what);
                }
            }
        }
        for cause in &content.scoring.overuse {
            if !causes.contains(cause.as_str()) {
                self.fault("scoring.ron", &[&format!("\"{cause}\"")], format!("there is no cause \"{cause}\""));
            }
        }
        let of_rules =
            content.rules.rules.iter().map(|rule| ("rules.ron", format!("id: \"{}\"", rule.id), &rule.names));
        let of_exercises =
            content.advice.exercises.iter().map(|e| ("advice.ron", format!("exercise: \"{}", e.exercise), &e.causes));
        let of_bullets =
            content.article.bullets.iter().map(|b| ("article.ron", format!("id: \"{}\"", b.id), &b.causes));
        let of_differences =
            content.advice.differences.iter().map(|d| ("advice.ron", format!("topic: \"{}\"", d.topic), &d.causes));
        let light = &content.advice.pain_light_for;
        let of_light =
            [&light.tendon, &light.bone].map(|causes| ("advice.ron", "pain_light_for:".to_owned(), causes)).into_iter();
        let of_advice = of_exercises.chain(of_differences).chain(of_light);
        for (file, anchor, named) in of_rules.chain(of_advice).chain(of_bullets) {
            for cause in named {
                if !causes.contains(cause.as_str()) {
                    self.fault(file, &[&anchor, cause.as_str()], format!("there is no cause \"{cause}\""));
                }
            }
        }
    }

    fn sources(&mut self) {
        let content = self.content;
        let known: BTreeSet<&str> = content.sources.iter().map(|source| source.id.as_str()).collect();
        let mut rows: Vec<(&str, Vec<String>, &[_])> = Vec::new();
        for question in &content.questions.questions {
            rows.push(("questions.ron", vec![format!("id: \"{}\"", question.id)], &question.sources));
        }
        for cause in &content.causes {
            rows.push(("causes.ron", vec![format!("id: \"{}\"", cause.id)], &cause.card.sources));
        }
        for of in &content.weights {
            for row in &of.rows {
                let anchors = vec![format!("cause: \"{}\"", of.cause), format!("finding: \"{}\"", row.finding)];
                rows.push(("weights.ron", anchors, &row.sources));
            }
        }
        for rule in &content.rules.rules {
            rows.push(("rules.ron", vec![format!("id: \"{}\"", rule.id)], &rule.sources));
        }
        for cluster in &content.rules.clusters {
            rows.push(("rules.ron", vec![format!("id: \"{}\"", cluster.id)], &cluster.sources));
        }
        for fact in content.advice.rest.iter().chain(&content.advice.load) {
            rows.push(("advice.ron", vec![format!("topic: \"{}\"", fact.topic)], &fact.sources));
        }
        for exercise in &content.advice.exercises {
            rows.push(("advice.ron", vec![format!("exercise: \"{}", exercise.exercise)], &exercise.sources));
        }
        for do_not in &content.advice.do_not {
            rows.push(("advice.ron", vec![format!("text: \"{}\"", do_not.text)], &do_not.sources));
        }
        for special in &content.advice.special {
            rows.push(("advice.ron", vec![format!("case: \"{}\"", special.case)], &special.sources));
        }
        for difference in &content.advice.differences {
            rows.push(("advice.ron", vec![format!("topic: \"{}\"", difference.topic)], &difference.sources));
        }
        for table in &content.figures {
            for row in &table.rows {
                rows.push(("figures.ron", vec![format!("what: \"{}\"", row.what)], &row.sources));
            }
        }
        for other in &content.about.others {
            rows.push(("about.ron", vec![format!("text: \"{}\"", other.text)], &other.sources));
        }
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

    fn weights(&mut self) {
        for cause in &self.content.causes {
            let factors = cause.age.iter().chain([&cause.female, &cause.male]);
            if cause.prior <= 0.0 || !cause.prior.is_finite() || factors.into_iter().any(|f| *f < 0.0 || !f.is_finite())
            {
                let what = "prior must be above 0, factors 0 or more".to_owned();
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

    fn groups(&mut self) {
        let content = self.content;
        let findings: BTreeSet<&str> =
            content.questions.questions.iter().flat_map(|q| &q.answers).map(|a| a.id.as_str()).collect();
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

    fn danger_signs(&mut self) {
        let content = self.content;
        let findings: BTreeSet<&str> =
            content.questions.questions.iter().flat_map(|q| &q.answers).map(|a| a.id.as_str()).collect();
        let mut grouped = BTreeSet::new();
        for group in &content.rules.danger_groups {
            for sign in &group.signs {
                let anchors = [format!("id: \"{}\"", group.id), format!("\"{sign}\"")];
                if !content.rules.danger_signs.contains(sign) {
                    self.fault("rules.ron", &[&anchors[0], &anchors[1]], format!("\"{sign}\" is no danger sign"));
                }
                if !grouped.insert(sign) {
                    self.fault("rules.ron", &[&anchors[0], &anchors[1]], format!("\"{sign}\" stands in two groups"));
                }
            }
        }
        for sign in &content.rules.danger_signs {
            let anchors = ["danger_signs", &format!("\"{sign}\"")];
            if !findings.contains(sign.as_str()) {
                self.fault("rules.ron", &anchors, format!("there is no finding \"{sign}\""));
            }
            if !grouped.contains(sign) {
                self.fault("rules.ron", &anchors, format!("\"{sign}\" stands in no group"));
            }
        }
    }

    fn rules(&mut self) {
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
        if !content.rules.rules.iter().any(|rule| rule.level == Level::SelfCare) {
            self.fault("rules.ron", &["rules:"], "there is no rule for self-care".to_owned());
        }
    }

    fn zones(&mut self, shapes: &Shapes) {
        let content = self.content;
        for zone in &content.zones {
            let drawn = shapes.values().any(|ids| ids.contains(zone.id.as_str()));
            if !drawn && !zone.is_button() {
                self.item_fault("zones.ron", zone.id.as_str(), "no drawing has a shape of this name".to_owned());
            }
            if zone.is_button() && !zone.seen.is_empty() {
                let what = "a zone that is seen in a view needs a place on the unrolled knee".to_owned();
                self.item_fault("zones.ron", zone.id.as_str(), what);
            }
            for seen in &zone.seen {
                if !shapes.get(&seen.view).is_some_and(|ids| ids.contains(zone.id.as_str())) {
                    let what = format!("the drawing {:?} has no shape of this name", seen.view);
                    self.item_fault("zones.ron", zone.id.as_str(), what);
                }
            }
        }
        for (view, ids) in shapes {
            for id in ids {
                if !content.zones.iter().any(|zone| zone.id == id.as_str()) {
                    self.fault(
                        "zones.ron",
                        &[],
                        format!("the drawing {view:?} has a shape \"{id}\", no zone is so named"),
                    );
                }
            }
        }
    }

    fn use_of_questions(&mut self) {
        let content = self.content;
        let mut used = BTreeSet::new();
        let conditions = (content.rules.rules.iter().map(|rule| &rule.when.expr))
            .chain(content.rules.flags.iter().map(|flag| &flag.means.expr))
            .chain(content.advice.special.iter().map(|special| &special.when.expr))
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
            let names = question.answers.iter().map(|answer| answer.id.as_str());
            let numbers = question.numbers.iter().map(|number| number.id.as_str());
            if question.note == NoteSection::Elsewhere
                && !names.chain(numbers).any(|name| used.contains(name))
                && !matches!(question.kind, super::question::QuestionKind::Zones)
            {
                let what = "no rule, cause or section of the page uses this question".to_owned();
                self.item_fault("questions.ron", question.id.as_str(), what);
            }
        }
    }

    fn article(&mut self) {
        let content = self.content;
        let known: BTreeSet<&str> = content.article.bullets.iter().map(|bullet| bullet.id.as_str()).collect();
        for number in 1..=36 {
            let id = format!("SB{number:02}");
            if !known.contains(id.as_str()) {
                self.fault("article.ron", &[], format!("statement {id} of the article is missing"));
            }
        }
        let of_faq = content.article.faq.iter().flat_map(|faq| &faq.bullets);
        for bullet in of_faq.chain(content.article.prevention.iter().map(|tip| &tip.bullet)) {
            if !known.contains(bullet.as_str()) {
                self.fault("article.ron", &[&format!("\"{bullet}\"")], format!("there is no statement \"{bullet}\""));
            }
        }
    }

    fn plain_ascii(&mut self) {
        let content = self.content;
        let findings = content.questions.questions.iter().flat_map(|question| &question.answers);
        let on_page = findings.clone().filter_map(|finding| match &finding.page {
            OnPage::Can(words) | OnPage::Denies(words) => Some(("questions.ron", finding.id.as_str(), words)),
            OnPage::Sign | OnPage::Elsewhere => None,
        });
        let others = content.rules.rules.iter().filter(|rule| !rule.names_other.is_empty());
        let phrases = findings
            .map(|finding| ("questions.ron", finding.id.as_str(), &finding.note))
            .chain(on_page)
            .chain(content.zones.iter().map(|zone| ("zones.ron", zone.id.as_str(), &zone.short)))
            .chain(others.map(|rule| ("rules.ron", rule.id.as_str(), &rule.names_other)))
            .chain(content.zones.iter().map(|zone| ("zones.ron", zone.id.as_str(), &zone.place)))
            .chain(content.causes.iter().map(|cause| ("causes.ron", cause.id.as_str(), &cause.note_name)))
            .chain(content.rules.rules.iter().map(|rule| ("rules.ron", rule.id.as_str(), &rule.note_why)))
            .chain(content.rules.danger_groups.iter().map(|group| ("rules.ron", group.id.as_str(), &group.note)));
        for (file, id, phrase) in phrases {
            if !phrase.chars().all(|c| c == ' ' || c.is_ascii_graphic()) || phrase.is_empty() {
                self.item_fault(file, id, format!("\"{phrase}\" goes on the page and must be plain ASCII"));
            }
        }
    }
}
