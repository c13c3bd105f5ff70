//! What the app knows: questions, zones, causes, weights, rules, advice, sources.
//!
//! All of it is data in `assets/knowledge/*.ron`. [`Knowledge::embedded`] reads what is built in;
//! [`validate`](validate::faults) says everything that is wrong with a set of files.

pub mod about;
pub mod advice;
pub mod cause;
pub mod condition;
mod content;
pub mod evidence;
pub mod fact_names;
pub mod files;
pub mod for_whom;
pub mod graph;
pub mod ids;
pub mod known_ids;
pub mod planning;
pub(crate) mod positions;
pub mod question;
mod reach;
pub mod record;
pub mod relevance;
pub(crate) mod ron_places;
pub mod rule;
pub mod scoring;
pub mod source;
pub mod truth;
pub mod validate;
pub mod way_back;
pub mod zone;

use std::collections::{BTreeMap, BTreeSet};

use about::About;
use advice::{Advice, Article};
use cause::{Cause, CauseWeights, Weight};
use condition::{AtomKind, Condition, Expr};
use content::Content;
use fact_names::FactNames;
use files::{ContentError, ContentFiles};
use ids::{CauseId, FindingId, QuestionId, RuleId};
use planning::Planning;
use positions::{CauseIndex, Position as _};
use question::{Ages, AnswerOption, Card, NumberRange, Question, QuestionsFile, Step};
use record::Record;
use relevance::Relevance;
use rule::{Cluster, Flag, KeySign, Needed, RedFlagGroup, Rule, SameSaid};
use scoring::Scoring;
use source::{FigureTable, Source};
use zone::Zone;

/// Everything the app knows, checked so far that every name in a condition exists.
#[derive(Clone, Debug)]
pub struct Knowledge {
    /// Groups of questions, in order.
    pub cards: Vec<Card>,
    /// Questions, in order.
    pub questions: Vec<Question>,
    /// Places on the knee, in order.
    pub zones: Vec<Zone>,
    /// Possible causes, in order.
    pub causes: Vec<Cause>,
    /// Red flags, in the order of the page.
    pub red_flags: Vec<FindingId>,
    /// The red flags by part of the body, each in one group.
    pub red_flag_groups: Vec<RedFlagGroup>,
    /// What the short account of the page tells whenever it was told, denied or not.
    pub key_signs: Vec<KeySign>,
    /// What has to be told before level 4 may be shown.
    pub needed_for_self_care: Vec<Needed>,
    /// Names for conditions, in order.
    pub flags: Vec<Flag>,
    /// Rules of urgency, the most urgent level first.
    pub rules: Vec<Rule>,
    /// Published clusters.
    pub clusters: Vec<Cluster>,
    /// Whose No would contradict which Yes.
    pub same_said: Vec<SameSaid>,
    /// Constants and groups of the score.
    pub scoring: Scoring,
    /// What the runner can do.
    pub advice: Advice,
    /// The article for runners.
    pub article: Article,
    /// What `KneeNote` is and is not.
    pub about: About,
    /// Published pages.
    pub sources: Vec<Source>,
    /// Published figures.
    pub figures: Vec<FigureTable>,
    /// What a plan is made of.
    pub planning: Planning,
    /// How often the right cause was found in published cases.
    pub record: Record,
    /// When a row of the form can still matter for one person.
    pub relevance: Relevance,
    /// Ids of earlier content and their successors.
    pub retired: BTreeMap<String, String>,
    /// Names that conditions can use.
    pub names: FactNames,
    cause_places: BTreeMap<CauseId, usize>,
    finding_places: BTreeMap<FindingId, (usize, usize)>,
    question_places: BTreeMap<QuestionId, usize>,
    rule_places: BTreeMap<RuleId, usize>,
    feeding: BTreeSet<QuestionId>,
}

impl Knowledge {
    /// The content that is built into the program.
    ///
    /// # Errors
    /// When the built-in content is broken; a test shows that it is not.
    pub fn embedded() -> Result<Self, Vec<ContentError>> {
        Self::read(&ContentFiles::embedded())
    }

    /// Reads content files.
    ///
    /// # Errors
    /// The first fault of each file that cannot be read, else every name that a condition uses and nobody defines.
    pub fn read(files: &ContentFiles) -> Result<Self, Vec<ContentError>> {
        let mut content = Content::read(files)?;
        let mut binding = Binding { names: FactNames::of(&content), files, faults: Vec::new() };
        binding.all(&mut content);
        if !binding.faults.is_empty() {
            return Err(binding.faults);
        }
        Ok(Self::assemble(content, binding.names))
    }

    fn assemble(content: Content, names: FactNames) -> Self {
        let Content {
            about,
            advice,
            article,
            mut causes,
            figures,
            planning,
            questions,
            record,
            relevance,
            rules,
            scoring,
            sources,
            weights,
            zones,
        } = content;
        let QuestionsFile { cards, questions, retired } = questions;
        give_weights(&mut causes, weights);
        let cause_places = causes.iter().enumerate().map(|(at, cause)| (cause.id.clone(), at)).collect();
        let finding_places = finding_places(&questions);
        let question_places = questions.iter().enumerate().map(|(at, question)| (question.id.clone(), at)).collect();
        let feeding = feeding(&questions, &rules.flags, &rules.rules);
        let rule_places = rules.rules.iter().enumerate().map(|(at, rule)| (rule.id.clone(), at)).collect();
        Self {
            cards,
            questions,
            zones,
            causes,
            red_flags: rules.red_flags,
            red_flag_groups: rules.red_flag_groups,
            key_signs: rules.key_signs,
            needed_for_self_care: rules.needed_for_self_care,
            flags: rules.flags,
            rules: rules.rules,
            clusters: rules.clusters,
            same_said: rules.same_said,
            scoring,
            advice,
            article,
            about,
            sources,
            figures,
            planning,
            record,
            relevance,
            retired: retired.into_iter().map(|id| (id.old, id.new)).collect(),
            names,
            cause_places,
            finding_places,
            question_places,
            rule_places,
            feeding,
        }
    }

    /// The weights of a cause.
    #[must_use]
    pub fn weights(&self, cause: &CauseId) -> &[Weight] {
        self.cause(cause.as_str()).map_or(&[], |cause| &cause.weights)
    }

    /// How many weights there are.
    #[must_use]
    pub fn weight_count(&self) -> usize {
        self.causes.iter().map(|cause| cause.weights.len()).sum()
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.get(*self.question_places.get(id)?)
    }

    /// The finding with this id.
    #[must_use]
    pub fn finding(&self, id: &str) -> Option<&AnswerOption> {
        let (question, answer) = self.finding_places.get(id)?;
        self.questions.get(*question)?.options.get(*answer)
    }

    /// The question whose answer this finding is.
    #[must_use]
    pub fn question_of(&self, finding: &str) -> Option<&Question> {
        self.questions.get(self.finding_places.get(finding)?.0)
    }

    /// All findings, in order.
    pub fn findings(&self) -> impl Iterator<Item = &AnswerOption> {
        self.questions.iter().flat_map(|question| &question.options)
    }

    /// The zone with this id.
    #[must_use]
    pub fn zone(&self, id: &str) -> Option<&Zone> {
        self.zones.iter().find(|zone| zone.id == id)
    }

    /// The cause with this id.
    #[must_use]
    pub fn cause(&self, id: &str) -> Option<&Cause> {
        self.causes.get(*self.cause_places.get(id)?)
    }

    /// The rule with this id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.get(*self.rule_places.get(id)?)
    }

    /// The source with this code.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The id in use for an id of any earlier content.
    #[must_use]
    pub fn current_id<'a>(&'a self, id: &'a str) -> &'a str {
        self.retired.get(id).map_or(id, String::as_str)
    }

    /// The position of a cause.
    pub(crate) fn cause_index(&self, id: &CauseId) -> Option<CauseIndex> {
        self.cause_places.get(id).copied().map(CauseIndex::from_usize)
    }

    /// The cause at a position.
    pub(crate) fn cause_at(&self, at: CauseIndex) -> Option<&Cause> {
        self.causes.get(at.as_usize())
    }

    /// The questions of a card, in order.
    pub fn questions_of<'a>(&'a self, card: &'a Card) -> impl Iterator<Item = &'a Question> {
        self.questions.iter().filter(|question| question.card == card.id)
    }

    /// The questions of the first step that are true of the day alone: signs right now, walking.
    pub fn safety_questions(&self) -> impl Iterator<Item = &Question> {
        let is_safety =
            |question: &&Question| self.cards.iter().any(|card| card.id == question.card && card.step == Step::Safety);
        self.questions.iter().filter(is_safety).filter(|question| matches!(question.ages, Ages::State { .. }))
    }

    /// The questions of one step, in the order of its cards.
    pub fn questions_of_step(&self, step: Step) -> impl Iterator<Item = &Question> {
        self.cards.iter().filter(move |card| card.step == step).flat_map(|card| self.questions_of(card))
    }

    /// A number that can be given.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<&NumberRange> {
        self.numbers().find(|number| number.id == id)
    }

    /// All numbers, in order.
    pub fn numbers(&self) -> impl Iterator<Item = &NumberRange> {
        self.questions.iter().flat_map(|question| &question.numbers)
    }

    /// The question that asks for a number.
    #[must_use]
    pub fn question_of_number(&self, number: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.numbers.iter().any(|asked| asked.id == number))
    }

    /// Whether some rule looks at an answer of this question.
    #[must_use]
    pub fn feeds_rules(&self, question: &QuestionId) -> bool {
        self.feeding.contains(question)
    }

    /// The position of a question in [`Knowledge::questions`].
    #[must_use]
    pub fn question_index(&self, id: &QuestionId) -> Option<usize> {
        self.question_places.get(id).copied()
    }
}

/// Where each finding stands: its question, and which of its answers it is.
fn finding_places(questions: &[Question]) -> BTreeMap<FindingId, (usize, usize)> {
    let of = |(at, question): (usize, &Question)| -> Vec<_> {
        question.options.iter().enumerate().map(|(answer, finding)| (finding.id.clone(), (at, answer))).collect()
    };
    questions.iter().enumerate().flat_map(of).collect()
}

/// Replaces the names in conditions by positions.
struct Binding<'a> {
    names: FactNames,
    files: &'a ContentFiles,
    faults: Vec<ContentError>,
}

impl Binding<'_> {
    fn all(&mut self, content: &mut Content) {
        for flag in &mut content.rules.flags {
            self.bind(&mut flag.means, "rules.ron", &format!("id: \"{}\"", flag.id));
            flag.slot = self.names.add_flag(&flag.id);
        }
        for rule in &mut content.rules.rules {
            let anchor = format!("id: \"{}\"", rule.id);
            self.bind(&mut rule.when, "rules.ron", &anchor);
            for why in &mut rule.note_why_if {
                self.bind(&mut why.when, "rules.ron", &anchor);
            }
        }
        for question in &mut content.questions.questions {
            let anchor = format!("id: \"{}\"", question.id);
            self.bind(&mut question.core_when, "questions.ron", &anchor);
            self.bind(&mut question.more_when, "questions.ron", &anchor);
        }
        for special in &mut content.advice.special {
            self.bind(&mut special.when, "advice.ron", &format!("case: \"{}\"", special.case));
        }
        for (says, when) in content.advice.conditions() {
            self.bind(when, "advice.ron", says);
        }
        for always in &mut content.relevance.always {
            let anchor = format!("when: \"{}\"", always.when.text);
            self.bind(&mut always.when, "relevance.ron", &anchor);
        }
        for asks in &mut content.relevance.doctor_asks {
            let anchor = format!("when: \"{}\"", asks.when.text);
            self.bind(&mut asks.when, "relevance.ron", &anchor);
        }
        for (says, when) in content.planning.conditions() {
            self.bind(when, "plan.ron", says);
        }
        for case in &mut content.about.not_made_for {
            self.bind(&mut case.when, "about.ron", &format!("title: \"{}\"", case.title));
        }
    }

    fn bind(&mut self, condition: &mut Condition, file: &str, anchor: &str) {
        let slot = |name: &str, kind: AtomKind| match kind {
            AtomKind::Fact => self.names.fact(name),
            AtomKind::Number => self.names.number(name),
        };
        condition.expr.each_atom(&mut |name: &String, kind| {
            if slot(name, kind).is_none() {
                let what = format!("\"{name}\" is no finding, zone, number or earlier flag");
                self.faults.push(self.files.fault(file, &[anchor, name], what));
            }
        });
        let bound = condition.expr.try_bind(&mut |name: &String, kind| slot(name, kind).ok_or(()));
        condition.bound = bound.unwrap_or(Expr::Constant(false));
    }
}

/// The questions of which some rule, or a flag that rules use, looks at an answer or a number.
fn feeding(questions: &[Question], flags: &[Flag], rules: &[Rule]) -> BTreeSet<QuestionId> {
    let mut names = BTreeSet::new();
    for condition in flags.iter().map(|flag| &flag.means).chain(rules.iter().map(|rule| &rule.when)) {
        condition.expr.each_atom(&mut |name, _| _ = names.insert(name.as_str()));
    }
    let is_named = |question: &&Question| {
        question.options.iter().any(|row| names.contains(row.id.as_str()))
            || question.numbers.iter().any(|number| names.contains(number.id.as_str()))
    };
    questions.iter().filter(is_named).map(|question| question.id.clone()).collect()
}

/// Gives each cause its rows of weights.
fn give_weights(causes: &mut [Cause], weights: Vec<CauseWeights>) {
    for of in weights {
        if let Some(cause) = causes.iter_mut().find(|cause| cause.id == of.cause) {
            (cause.weights, cause.also_seen) = (of.rows, of.also_seen);
        }
    }
}
