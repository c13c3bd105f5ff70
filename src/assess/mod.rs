//! What follows from the answers: how urgent it is, what fits and why, which question helps most.
//!
//! Everything here is pure and total: the same knowledge, check and day give the same assessment.

pub mod background;
pub mod explain;
mod facts;
pub mod for_you;
pub mod grounds;
pub mod next_question;
pub mod ranking;
pub mod reasons;
pub mod relevance;
pub mod running;
mod self_care;
mod start_weight;
pub mod urgency;
pub mod what_holds;
mod zone_fit;

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::Check;
use crate::check::answer::Answer;
use crate::check::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::about::NotMadeFor;
use crate::knowledge::advice::SpecialCase;
use crate::knowledge::cause::{Cause, CauseKind};
use crate::knowledge::condition::{Condition, Expr};
use crate::knowledge::ids::{CauseId, FindingId, QuestionId};
use crate::knowledge::known_ids::questions;
use crate::knowledge::question::{AnswerOption, Question};
use crate::knowledge::rule::Level;
use crate::knowledge::rule::Rule;
use crate::knowledge::scoring::Pair;
use crate::knowledge::truth::Truth;
use facts::Facts;
use for_you::{ForYou, RowsForYou};
use next_question::{Limits, NextQuestions};
use ranking::{RankedCause, Ranking, UnexplainedPenalty};
use reasons::Reason;
use relevance::Mentions;
use start_weight::age_factor;
use urgency::{FiredRule, NamedCause, Urgency};

/// From this factor of age down a cause is not worth a question because of a rule of level 3, unless it is a
/// danger (judgement).
const OUT_OF_AGE: f64 = 0.1;

/// A No that multiplies or divides by less than this is not told as a reason (judgement).
const SLIGHT_NO: f64 = 1.06;

/// Where a question stands at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// On its card.
    Core,
    /// Folded under "more questions".
    More,
    /// Not asked of this runner.
    Hidden,
}

/// What follows from one check on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// How urgent it is.
    pub urgency: Urgency,
    /// Every cause, the best first.
    pub causes: Vec<RankedCause>,
    /// What was ticked and points to some cause, one of each group, the strongest first.
    pub pointing: Vec<UnexplainedPenalty>,
    /// The causes to show, as positions in `causes`: at most three, by band and then by name.
    pub shown: Vec<usize>,
    /// Whether enough findings were given to sort causes.
    pub is_sorted: bool,
    /// The best of the causes to show and one beside it, where the two explain more of what was told than one alone.
    pub together: Option<Pair>,
    /// Causes that only level 3 rules name: "also ask about".
    pub also_ask: Vec<NamedCause>,
    /// Where each question stands, in the order of [`Knowledge::questions`].
    pub visibilities: Vec<Visibility>,
    /// Special cases that apply, as positions in the advice.
    pub special: Vec<usize>,
    /// What a doctor asks first, at levels 1 and 2.
    pub doctor_asks: Vec<FindingId>,
    /// Whom `KneeNote` was not made for, as positions in the list, when it applies.
    pub not_made_for: Vec<usize>,
    /// The answers that all this follows from.
    pub evidence: Evidence,
    for_you: RowsForYou,
    content: Content,
}

/// The content that all this follows from, so that nobody looks its parts up in another one.
#[derive(Clone)]
struct Content(Arc<Knowledge>);

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the content of {}", self.0.about.content)
    }
}

impl Assessment {
    /// The content that all this follows from.
    #[must_use]
    pub fn knowledge(&self) -> &Knowledge {
        &self.content.0
    }

    /// The causes to show.
    pub fn shown_causes(&self) -> impl Iterator<Item = &RankedCause> {
        self.shown.iter().filter_map(|at| self.causes.get(*at))
    }

    /// The best of the causes to show.
    #[must_use]
    pub fn best_shown(&self) -> Option<&RankedCause> {
        self.shown.iter().min().and_then(|at| self.causes.get(*at))
    }

    /// Causes that a person must check, whatever fits best: at level 1 what its rules name; below it each danger that a
    /// rule of level 1 or 2 names, and what else those rules name that is not among the causes to show.
    pub fn to_check(&self) -> impl Iterator<Item = &NamedCause> {
        let least = self.urgency.level.min(Level::Urgent);
        self.urgency.named.iter().filter(move |named| named.level <= least).filter(move |named| {
            least == Level::Emergency
                || is_dangerous(self.knowledge(), named)
                || !self.shown_causes().any(|cause| cause.cause == named.cause)
        })
    }

    /// The causes to show as what it could be: none that must be checked by a person.
    pub fn could_be(&self) -> impl Iterator<Item = &RankedCause> {
        self.shown_causes().filter(|cause| !self.to_check().any(|named| named.cause == cause.cause))
    }

    /// The causes whose advice this runner gets: of those that it could be the ones of the best band, and those that a
    /// person must check.
    #[must_use]
    pub fn advised_causes(&self) -> Vec<CauseId> {
        let shown = self.could_be().map(|cause| (&cause.cause, cause.fit));
        for_you::causes_of(shown, self.to_check().map(|named| &named.cause))
    }

    /// Whether the name of a cause may stand on the screen: a frightening one only once a rule of level 1 or 2 that names
    /// it fired on a Yes, so that nobody is alarmed by a "not sure" or by a list of what might fit.
    #[must_use]
    pub fn may_be_named(&self, cause: &Cause) -> bool {
        let names = |fired: &FiredRule| {
            fired.is_named_openly()
                && self.knowledge().rule(fired.rule.as_str()).is_some_and(|of| of.names.contains(&cause.id))
        };
        cause.until_urgent.is_empty() || self.urgency.fired.iter().any(names)
    }

    /// What was ticked and a cause does not explain, the strongest first.
    pub fn not_explained<'a>(&'a self, cause: &'a RankedCause) -> impl Iterator<Item = &'a UnexplainedPenalty> {
        let pointing = self.pointing.iter().enumerate();
        pointing.filter(|(at, _)| cause.explains.binary_search(at).is_err()).map(|(_, penalty)| penalty)
    }

    /// Whether a No to this finding says nothing new, because the runner told another way in which it began: who fell did
    /// not need to say No to a twist.
    #[must_use]
    pub fn began_otherwise(&self, finding: &str) -> bool {
        reasons::began_otherwise(self.knowledge(), &self.evidence, finding)
    }

    /// Whether a reason says nothing new, or next to nothing: a No that hardly counts.
    #[must_use]
    pub fn goes_without_saying(&self, reason: &Reason) -> bool {
        let is_slight = reason.weight.ln().abs() <= SLIGHT_NO.ln();
        reason.answer == Answer::No && (is_slight || self.began_otherwise(reason.finding.as_str()))
    }

    /// The red flags that were not asked and that could still make it more urgent for this person, level 1 or 2.
    #[must_use]
    pub fn could_be_urgent(&self) -> BTreeSet<&str> {
        self_care::could_be_urgent(self.knowledge(), &self.evidence, self.urgency.level)
    }

    /// Whether a rule that fired says to stop running until somebody has seen the knee.
    #[must_use]
    pub fn stops_running(&self) -> bool {
        let fired = self.urgency.fired.iter().filter_map(|fired| self.knowledge().rule(fired.rule.as_str()));
        self.urgency.level <= Level::Urgent || fired.into_iter().any(|rule| rule.stops_running)
    }

    /// The special cases that apply.
    pub fn special_cases(&self) -> impl Iterator<Item = &SpecialCase> {
        self.special.iter().filter_map(|at| self.knowledge().advice.special.get(*at))
    }

    /// The kind words for somebody `KneeNote` was not made for.
    pub fn not_made_for(&self) -> impl Iterator<Item = &NotMadeFor> {
        self.not_made_for.iter().filter_map(|at| self.knowledge().about.not_made_for.get(*at))
    }

    /// When to get help at once: only by signs that this person did not tell of already.
    #[must_use]
    pub fn safety_net(&self) -> String {
        let net = &self.knowledge().about.safety_net;
        let is_told = |sign: &FindingId| matches!(self.evidence.answer(sign.as_str()), Answer::Yes | Answer::NotSure);
        let open = net.signs.iter().filter(|row| !row.signs.iter().any(is_told)).map(|row| row.words.as_str());
        net.text.replace("{list}", &open.collect::<Vec<_>>().join(", "))
    }

    /// The advice that is for this runner.
    #[must_use]
    pub fn for_you(&self) -> ForYou<'_> {
        self.for_you.in_advice(&self.knowledge().advice)
    }

    /// The rule that is told first; [`None`] when none fired.
    #[must_use]
    pub fn first_rule(&self) -> Option<&Rule> {
        self.knowledge().rule(self.urgency.first()?.rule.as_str())
    }

    /// The rule that counts so far while the level is not told: it is level 3 that waits for the danger signs.
    #[must_use]
    pub fn rule_so_far(&self) -> Option<&Rule> {
        self.first_rule().filter(|_| self.urgency.told().is_none() && self.urgency.missing.is_empty())
    }

    /// Where a question stands.
    #[must_use]
    pub fn visibility(&self, question: &QuestionId) -> Visibility {
        self.knowledge()
            .question_index(question)
            .and_then(|at| self.visibilities.get(at))
            .copied()
            .unwrap_or(Visibility::Hidden)
    }
}

/// Draws conclusions from one body of knowledge; what depends on the knowledge alone is worked out once.
#[derive(Clone, Debug)]
pub struct Assessor {
    knowledge: Arc<Knowledge>,
    ranking: Ranking,
    limits: Limits,
    mentions: Mentions,
}

impl Assessor {
    /// Prepares for this knowledge.
    #[must_use]
    pub fn new(knowledge: &Arc<Knowledge>) -> Self {
        Self {
            ranking: Ranking::of(knowledge),
            limits: Limits::of(knowledge),
            mentions: Mentions::of(knowledge),
            knowledge: Arc::clone(knowledge),
        }
    }

    /// What it draws conclusions from.
    #[must_use]
    pub fn knowledge(&self) -> &Arc<Knowledge> {
        &self.knowledge
    }

    /// What follows from `check` on the day `on`.
    #[must_use]
    pub fn assess(&self, check: &Check, on: Date) -> Assessment {
        let knowledge = &*self.knowledge;
        let evidence = most_careful(knowledge, Evidence::of(check, knowledge, on));
        let mut facts = Facts::of(&evidence, knowledge);
        let urgency = urgency::urgency(knowledge, &evidence, &facts);
        facts.set_emergency(knowledge, urgency.level == Level::Emergency);
        let doctor_asks = relevance::doctor_asks(knowledge, &facts, urgency.level);
        let (causes, pointing) = self.ranking.ranked(knowledge, &evidence);
        let special: Vec<usize> = special_cases(knowledge, &facts).collect();
        let not_made_for =
            positions_that_hold(&facts, knowledge.about.not_made_for.iter().map(|case| &case.when)).collect();
        let hides_overuse = hides_overuse(knowledge, special.iter().copied());
        let given =
            evidence.findings.iter().filter(|(id, answer)| **answer == Answer::Yes && is_told(knowledge, id.as_str()));
        let enough = knowledge.scoring.bands.enough_findings;
        let is_sorted = given.take(enough).count() == enough;
        // With too little to sort by, nothing is shown, and nothing that a rule names may hide behind it.
        let shown = if is_sorted { shown(knowledge, &causes, hides_overuse) } else { Vec::new() };
        let best: Vec<&RankedCause> = shown.iter().filter_map(|at| causes.get(*at)).collect();
        let together = self.ranking.together(knowledge, &evidence, &best).cloned();
        let is_shown =
            |cause: &NamedCause| shown.iter().filter_map(|at| causes.get(*at)).any(|shown| shown.cause == cause.cause);
        let of_this_age = |named: &NamedCause| {
            let cause = knowledge.cause(named.cause.as_str());
            cause.is_none_or(|cause| cause.kind == CauseKind::RedFlag || age_factor(cause, &evidence) > OUT_OF_AGE)
        };
        let also_ask = urgency.named.iter().filter(|named| named.level > Level::Urgent && !is_shown(named));
        let also_ask =
            also_ask.filter(|named| of_this_age(named)).take(knowledge.scoring.bands.also_ask).cloned().collect();
        let visibilities =
            knowledge.questions.iter().map(|question| visibility_of(question, &facts, &evidence)).collect();
        let mut assessment = Assessment {
            urgency,
            causes,
            pointing,
            shown,
            is_sorted,
            together,
            also_ask,
            visibilities,
            special,
            doctor_asks,
            not_made_for,
            evidence,
            for_you: RowsForYou::default(),
            content: Content(Arc::clone(&self.knowledge)),
        };
        let causes = assessment.advised_causes();
        assessment.for_you = RowsForYou::of(&knowledge.advice, &facts, &causes);
        assessment
    }

    /// What the open answers would change, found by trying every one.
    #[must_use]
    pub fn next_questions(&self, assessment: &Assessment) -> NextQuestions {
        next_question::next_questions(&self.ranking, &self.limits, &self.knowledge, assessment)
    }
}

/// The answers with that of the possible durations which asks for most care; of equal ones the shortest.
fn most_careful(knowledge: &Knowledge, evidence: Evidence) -> Evidence {
    if evidence.durations.len() < 2 {
        return evidence;
    }
    let care = |evidence: &Evidence| {
        let urgency = urgency::urgency(knowledge, evidence, &Facts::of(evidence, knowledge));
        urgency.first().map(|fired| (fired.level, fired.within_hours))
    };
    let possible = evidence.durations.iter().map(|duration| evidence.lasting(duration));
    possible.min_by_key(care).unwrap_or(evidence)
}

/// Whether something that was said to a question counts, or is asked again: then it can be changed too. A question that
/// nobody is asked is answered by other fields.
fn is_counted(question: &Question, evidence: &Evidence) -> bool {
    let is_asked =
        |row: &AnswerOption| evidence.answer(row.id.as_str()).is_asked() || evidence.expired.contains(&row.id);
    let is_of_nobody = [&question.core_when, &question.more_when].iter().all(|when| when.expr == Expr::Constant(false));
    !is_of_nobody && question.options.iter().any(is_asked)
}

/// Where a question stands.
fn visibility_of(question: &Question, facts: &Facts, evidence: &Evidence) -> Visibility {
    if facts.value(&question.core_when) >= Truth::Maybe {
        Visibility::Core
    } else if facts.value(&question.more_when) >= Truth::Maybe || is_counted(question, evidence) {
        Visibility::More
    } else {
        Visibility::Hidden
    }
}

fn is_dangerous(knowledge: &Knowledge, named: &NamedCause) -> bool {
    knowledge.cause(named.cause.as_str()).is_some_and(Cause::is_dangerous)
}

/// Whether a finding tells something about the pain; side and sex do not.
fn is_told(knowledge: &Knowledge, finding: &str) -> bool {
    knowledge
        .question_of(finding)
        .is_some_and(|question| question.id != questions::SIDE && question.id != questions::SEX)
}

/// The special cases that apply, as positions in the advice.
fn special_cases<'a>(knowledge: &'a Knowledge, facts: &'a Facts) -> impl Iterator<Item = usize> + 'a {
    positions_that_hold(facts, knowledge.advice.special.iter().map(|case| &case.when))
}

/// Whether one of the special cases takes causes of repeated load from those shown.
fn hides_overuse(knowledge: &Knowledge, mut special: impl Iterator<Item = usize>) -> bool {
    special.any(|at| knowledge.advice.special.get(at).is_some_and(|case| case.hides_overuse))
}

fn positions_that_hold<'a>(
    facts: &'a Facts,
    conditions: impl Iterator<Item = &'a Condition> + 'a,
) -> impl Iterator<Item = usize> + 'a {
    conditions.enumerate().filter(|(_, when)| facts.value(when) >= Truth::Maybe).map(|(at, _)| at)
}

/// The causes to show, as positions in `causes`: the best, by band and then by name.
fn shown(knowledge: &Knowledge, causes: &[RankedCause], hides_overuse: bool) -> Vec<usize> {
    let is_hidden = |cause: &RankedCause| hides_overuse && knowledge.scoring.overuse.contains(&cause.cause);
    let best = causes.iter().enumerate().filter(|(_, cause)| !is_hidden(cause)).take(knowledge.scoring.bands.shown);
    let name = |cause: &RankedCause| knowledge.cause(cause.cause.as_str()).map(|cause| cause.name.as_str());
    let mut shown: Vec<(usize, &RankedCause)> = best.collect();
    shown.sort_by(|(_, a), (_, b)| a.fit.cmp(&b.fit).then_with(|| name(a).cmp(&name(b))));
    shown.into_iter().map(|(at, _)| at).collect()
}
