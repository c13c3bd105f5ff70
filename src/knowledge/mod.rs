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
pub mod question;
mod reach;
pub mod record;
pub(crate) mod ron_places;
pub mod rule;
pub mod scoring;
pub mod source;
pub mod truth;
pub mod validate;
pub mod zone;

use std::collections::{BTreeMap, BTreeSet};

use about::{About, NotMadeFor};
use advice::{Advice, Article, SpecialCase};
use cause::{Cause, Weight};
use condition::{AtomKind, Condition, Expr};
use content::Content;
use fact_names::{FactNames, Slot};
use files::{ContentError, ContentFiles};
use for_whom::Row;
use ids::{CauseId, FindingId, QuestionId, RuleId};
use question::{Ages, AnswerOption, Card, Question, QuestionsFile, Step};
use record::Record;
use rule::{Cluster, Flag, Needed, RedFlagGroup, Rule, RulesFile, SameSaid};
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
    /// Danger signs, in the order of the page.
    pub red_flags: Vec<FindingId>,
    /// Danger signs that can be told in one phrase.
    pub red_flag_groups: Vec<RedFlagGroup>,
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
    /// How often the right cause was found in published cases.
    pub record: Record,
    /// Ids of earlier content and their successors.
    pub retired: BTreeMap<String, String>,
    /// Names that conditions can use.
    pub names: FactNames,
    weights: Vec<Vec<Weight>>,
    bound: Bound,
    cause_places: BTreeMap<CauseId, usize>,
    finding_places: BTreeMap<FindingId, (usize, usize)>,
    question_places: BTreeMap<QuestionId, usize>,
    rule_places: BTreeMap<RuleId, usize>,
    feeding: BTreeSet<QuestionId>,
}

/// Every condition, with its names replaced by positions.
#[derive(Clone, Debug, Default)]
struct Bound {
    flags: Vec<(Slot, Expr<Slot>)>,
    rules: Vec<Expr<Slot>>,
    core: Vec<Expr<Slot>>,
    more: Vec<Expr<Slot>>,
    special: Vec<Expr<Slot>>,
    advice: Vec<Expr<Slot>>,
    not_made_for: Vec<Expr<Slot>>,
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
        let content = Content::read(files)?;
        let mut names = FactNames::of(&content);
        let mut faults = Vec::new();
        let bound = Bound::of(&content, &mut names, files, &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self::assemble(content, names, bound))
    }

    fn assemble(content: Content, names: FactNames, bound: Bound) -> Self {
        let Content {
            about,
            advice,
            article,
            causes,
            figures,
            questions,
            record,
            rules,
            scoring,
            sources,
            weights,
            zones,
        } = content;
        let QuestionsFile { cards, questions, retired } = questions;
        let RulesFile { red_flags, red_flag_groups, needed_for_self_care, flags, rules, clusters, same_said } = rules;
        let mut rows: BTreeMap<_, _> = weights.into_iter().map(|of| (of.cause, of.rows)).collect();
        let weights = causes.iter().map(|cause| rows.remove(&cause.id).unwrap_or_default()).collect();
        let cause_places = causes.iter().enumerate().map(|(at, cause)| (cause.id.clone(), at)).collect();
        let finding_places = questions
            .iter()
            .enumerate()
            .flat_map(|(at, question)| {
                question.options.iter().enumerate().map(move |(answer, finding)| (finding.id.clone(), (at, answer)))
            })
            .collect();
        let question_places = questions.iter().enumerate().map(|(at, question)| (question.id.clone(), at)).collect();
        let feeding = feeding(&questions, &flags, &rules);
        let rule_places = rules.iter().enumerate().map(|(at, rule)| (rule.id.clone(), at)).collect();
        Self {
            cards,
            questions,
            zones,
            causes,
            red_flags,
            red_flag_groups,
            needed_for_self_care,
            flags,
            rules,
            clusters,
            same_said,
            scoring,
            advice,
            article,
            about,
            sources,
            figures,
            record,
            retired: retired.into_iter().map(|id| (id.old, id.new)).collect(),
            names,
            weights,
            bound,
            cause_places,
            finding_places,
            question_places,
            rule_places,
            feeding,
        }
    }

    /// The weights of the cause at position `cause`.
    #[must_use]
    pub fn weights(&self, cause: usize) -> &[Weight] {
        self.weights.get(cause).map_or(&[], Vec::as_slice)
    }

    /// How many weights there are.
    #[must_use]
    pub fn weight_count(&self) -> usize {
        self.weights.iter().map(Vec::len).sum()
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

    /// The flags with their conditions, in order: each may use those before it.
    pub(crate) fn bound_flags(&self) -> &[(Slot, Expr<Slot>)] {
        &self.bound.flags
    }

    /// The rules with their conditions.
    pub(crate) fn bound_rules(&self) -> impl Iterator<Item = (&Rule, &Expr<Slot>)> {
        self.rules.iter().zip(&self.bound.rules)
    }

    /// The questions with the conditions of standing on their card and of being folded away.
    pub(crate) fn bound_questions(&self) -> impl Iterator<Item = (&Question, &Expr<Slot>, &Expr<Slot>)> {
        self.questions
            .iter()
            .zip(&self.bound.core)
            .zip(&self.bound.more)
            .map(|((question, core), more)| (question, core, more))
    }

    /// The special cases with their conditions.
    pub(crate) fn bound_special(&self) -> impl Iterator<Item = (&SpecialCase, &Expr<Slot>)> {
        self.advice.special.iter().zip(&self.bound.special)
    }

    /// The rows of the advice that say whom they are for, with their conditions.
    pub(crate) fn bound_advice(&self) -> impl Iterator<Item = (Row<'_>, &Expr<Slot>)> {
        self.advice.rows().zip(&self.bound.advice)
    }

    /// Whom `KneeNote` was not made for, with their conditions.
    pub(crate) fn bound_not_made_for(&self) -> impl Iterator<Item = (&NotMadeFor, &Expr<Slot>)> {
        self.about.not_made_for.iter().zip(&self.bound.not_made_for)
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

impl Bound {
    fn of(content: &Content, names: &mut FactNames, files: &ContentFiles, faults: &mut Vec<ContentError>) -> Self {
        let mut bound = Self::default();
        for flag in &content.rules.flags {
            let anchors = [format!("id: \"{}\"", flag.id)];
            let expr = bind(&flag.means, names, files, "rules.ron", &anchors, faults);
            bound.flags.push((names.add_flag(&flag.id), expr));
        }
        for rule in &content.rules.rules {
            let anchors = [format!("id: \"{}\"", rule.id)];
            bound.rules.push(bind(&rule.when, names, files, "rules.ron", &anchors, faults));
        }
        for question in &content.questions.questions {
            let anchors = [format!("id: \"{}\"", question.id)];
            bound.core.push(bind(&question.core_when, names, files, "questions.ron", &anchors, faults));
            bound.more.push(bind(&question.more_when, names, files, "questions.ron", &anchors, faults));
        }
        for special in &content.advice.special {
            let anchors = [format!("case: \"{}\"", special.case)];
            bound.special.push(bind(&special.when, names, files, "advice.ron", &anchors, faults));
        }
        for row in content.advice.rows() {
            bound.advice.push(bind(&row.for_whom.when, names, files, "advice.ron", &[row.says.to_owned()], faults));
        }
        for case in &content.about.not_made_for {
            let anchors = [format!("title: \"{}\"", case.title)];
            bound.not_made_for.push(bind(&case.when, names, files, "about.ron", &anchors, faults));
        }
        bound
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

fn bind(
    condition: &Condition,
    names: &FactNames,
    files: &ContentFiles,
    file: &str,
    anchors: &[String],
    faults: &mut Vec<ContentError>,
) -> Expr<Slot> {
    let slot = |name: &str, kind: AtomKind| match kind {
        AtomKind::Fact => names.fact(name),
        AtomKind::Number => names.number(name),
    };
    condition.expr.each_atom(&mut |name: &String, kind| {
        if slot(name, kind).is_none() {
            let anchors: Vec<&str> = anchors.iter().map(String::as_str).chain([name.as_str()]).collect();
            let what = format!("\"{name}\" is no finding, zone, number or earlier flag");
            faults.push(files.fault(file, &anchors, what));
        }
    });
    let bound = condition.expr.try_bind(&mut |name: &String, kind| slot(name, kind).ok_or(()));
    bound.unwrap_or(Expr::Constant(false))
}
