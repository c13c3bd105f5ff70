//! Which rows of a card can still matter for this person; the others lie under "more", and are not asked unless that is
//! opened.
//!
//! A row is asked when a rule that it is part of can still fire, or a rule of level 3 be taken back, when the page always
//! tells it, when self-care hangs on it, and, as long as the card is short, when its answer moves a cause within reach. What was answered stays.

mod cause_reach;
mod rule_reach;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::facts::Facts;
use super::{Assessment, Assessor, Visibility, self_care};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{FindingId, QuestionId};
use crate::knowledge::question::{AnsweredBy, Question, QuestionKind, ShownAs};
use crate::knowledge::rule::{Level, Needed};
use crate::knowledge::truth::Truth;
use cause_reach::CauseReach;
pub(super) use rule_reach::Mentions;
use rule_reach::{Passed, RuleReach, Tried};

/// One thing that a card asks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CardRow {
    /// A question that is asked whole or not at all: one answer is picked, or one of its rows denies the others.
    Whole(QuestionId),
    /// One row of a "tick any" question.
    Row(QuestionId, FindingId),
}

impl CardRow {
    /// The question that it belongs to.
    #[must_use]
    pub fn question(&self) -> &QuestionId {
        match self {
            Self::Whole(question) | Self::Row(question, _) => question,
        }
    }

    /// What a question asks, in its order.
    pub fn of(question: &Question) -> impl Iterator<Item = Self> {
        let rows = if is_whole(question) { &[][..] } else { &question.options[..] };
        let whole = is_whole(question).then(|| Self::Whole(question.id.clone()));
        whole.into_iter().chain(rows.iter().map(|row| Self::Row(question.id.clone(), row.id.clone())))
    }

    /// How many rows of a card it takes: a question of which one answer is picked is one, and so is what opens on demand.
    #[must_use]
    pub fn height_rows(&self, knowledge: &Knowledge) -> usize {
        match (self, knowledge.question(self.question().as_str())) {
            // Pictures stand in one line.
            (Self::Whole(_), Some(question)) if matches!(question.shown_as, ShownAs::Pictures(_)) => 1,
            (Self::Whole(_), Some(question)) if matches!(question.kind, QuestionKind::Multi { .. }) => {
                let [before, inside, after] = question.parts();
                let rows = before.len() + usize::from(!inside.is_empty()) + after.len();
                // Spots to press are short and stand in two columns.
                if question.answered_by == AnsweredBy::Trying { rows.div_ceil(2) } else { rows }
            }
            _ => 1,
        }
    }
}

/// Whether a question is asked whole or not at all.
fn is_whole(question: &Question) -> bool {
    !matches!(question.kind, QuestionKind::Multi { .. }) || question.options.iter().any(|row| row.alone)
}

/// What a card asks of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownRows {
    /// What can matter, in the order of the form.
    pub shown: Vec<CardRow>,
    /// What of it is asked however long the card is: all but what only moves causes.
    pub needed: Vec<CardRow>,
    /// What could matter less: what would change most first.
    pub more: Vec<CardRow>,
}

impl Assessor {
    /// What of these questions, those of one card, is asked of this person, and what lies under "more".
    #[must_use]
    pub fn relevant_rows(&self, assessment: &Assessment, card: &[&Question]) -> ShownRows {
        let knowledge = &*self.knowledge;
        let asked = card.iter().filter(|question| assessment.visibility(&question.id) != Visibility::Hidden);
        let asked: Vec<&Question> = asked.copied().collect();
        let mut weighed = self.weighed(assessment, &asked);
        let height = |row: &WeighedRow| row.row.height_rows(knowledge);
        let mut rows: usize = weighed.iter().filter(|row| row.is_asked).map(height).sum();
        let needed = weighed.iter().filter(|row| row.is_asked).map(|row| row.row.clone()).collect();
        // The others as long as the card is short, what would change most first.
        let limits = knowledge.relevance.causes;
        let mut added = 0;
        let mut order: Vec<usize> = (0..weighed.len()).collect();
        order.sort_by(|a, b| by_worth(weighed.get(*a), weighed.get(*b)));
        for at in order {
            let is_worth = |row: &&mut WeighedRow| row.is_for_level || row.moved >= limits.least_move;
            let Some(row) = weighed.get_mut(at).filter(|row| !row.is_asked).filter(is_worth) else { continue };
            let taken = row.row.height_rows(knowledge);
            let is_of_causes = row.moved >= limits.least_move;
            if rows + taken <= limits.rows || is_of_causes && added + taken <= limits.at_least {
                row.is_asked = true;
                rows += taken;
                added += if is_of_causes { taken } else { 0 };
            }
        }
        let (shown, mut more): (Vec<_>, Vec<_>) = weighed.into_iter().partition(|row| row.is_asked);
        more.sort_by(|a, b| by_worth(Some(a), Some(b)));
        let rows = |of: Vec<WeighedRow>| of.into_iter().map(|row| row.row).collect();
        ShownRows { shown: rows(shown), needed, more: rows(more) }
    }

    /// Red flags that are open and that self-care hangs on, as rows of their cards.
    #[must_use]
    pub fn needed_rows(&self, assessment: &Assessment) -> Vec<CardRow> {
        let (knowledge, evidence) = (&*self.knowledge, &assessment.evidence);
        let signs = self_care::open_urgent_signs(knowledge, evidence, &Facts::of(evidence, knowledge));
        let row = |sign: &FindingId| {
            let question = knowledge.question_of(sign.as_str())?;
            let row = CardRow::Row(question.id.clone(), sign.clone());
            Some(if is_whole(question) { CardRow::Whole(question.id.clone()) } else { row })
        };
        signs.into_iter().filter_map(row).collect()
    }

    /// What each row of these questions is worth, which stand in the order of the form.
    fn weighed(&self, assessment: &Assessment, asked: &[&Question]) -> Vec<WeighedRow> {
        let (knowledge, evidence) = (&*self.knowledge, &assessment.evidence);
        let always = AlwaysAsked::of(knowledge, &Facts::of(evidence, knowledge));
        let mut rules = RuleReach::of(knowledge, &self.mentions, evidence);
        let causes = CauseReach::of(&self.ranking, knowledge, assessment);
        let counts = assessment.urgency.level == Level::SelfCare;
        let may_go = assessment.urgency.level == Level::Clinician && rules.clinician_can_go();
        let mut weighed = Vec::new();
        for question in asked {
            rules.come_to(question);
            for row in CardRow::of(question) {
                let findings: Vec<&FindingId> = match &row {
                    CardRow::Row(_, finding) => vec![finding],
                    CardRow::Whole(_) => question.findings().map(|row| &row.id).collect(),
                };
                let is_asked = always.holds(&row, &findings) || is_told(assessment, question, &row);
                let is_asked = is_asked || can_be_urgent(&mut rules, question, &findings);
                let takes_back = |finding: &&FindingId| rules.takes_back_clinician(question, finding);
                let is_asked = is_asked || may_go && findings.iter().any(takes_back);
                let moved = if is_asked { 0.0 } else { moved(&causes, question, &findings) };
                let fires = |finding: &&FindingId| rules.fires_clinician(question, finding);
                let is_for_level = !is_asked && counts && findings.iter().any(fires);
                let passed = if matches!(row, CardRow::Whole(_)) { Passed::Waits } else { Passed::NotTold };
                for finding in &findings {
                    rules.pass(finding, passed);
                }
                weighed.push(WeighedRow { row, moved, is_for_level, is_asked });
            }
        }
        weighed
    }
}

/// What a doctor asks first of somebody at level 1 or 2; nothing at the others.
pub(super) fn doctor_asks(knowledge: &Knowledge, facts: &Facts, level: Level) -> Vec<FindingId> {
    if level > Level::Urgent {
        return Vec::new();
    }
    let first = knowledge.relevance.doctor_asks.iter().find(|asks| facts.value(&asks.when) >= Truth::Maybe);
    first.map_or_else(Vec::new, |asks| asks.rows.clone())
}

/// Whether a rule of level 1 or 2 that can still fire hangs on a row, or on an answer of a question.
fn can_be_urgent(rules: &mut RuleReach<'_>, question: &Question, findings: &[&FindingId]) -> bool {
    let numbers = question.numbers.iter().map(|number| Tried::Number(&number.id));
    let mut tried = findings.iter().map(|finding| Tried::Finding(finding)).chain(numbers);
    tried.any(|tried| rules.can_be_urgent(question, tried))
}

/// How far the answers of a row, or of a question, move the causes within reach.
fn moved(causes: &CauseReach<'_>, question: &Question, findings: &[&FindingId]) -> f64 {
    match &question.kind {
        QuestionKind::Multi { .. } => findings.iter().map(|finding| causes.moved_by_row(finding)).fold(0.0, f64::max),
        _ => causes.moved_by_pick(question),
    }
}

/// What one row of a card is worth.
struct WeighedRow {
    row: CardRow,
    /// How far its answers move the causes within reach.
    moved: f64,
    /// Whether a Yes fires a rule of level 3 where none did.
    is_for_level: bool,
    is_asked: bool,
}

/// What would change the level first, then by how far it moves the causes; ties in the order of the form.
fn by_worth(a: Option<&WeighedRow>, b: Option<&WeighedRow>) -> Ordering {
    let key = |row: Option<&WeighedRow>| row.map_or((false, 0.0), |row| (row.is_for_level, row.moved));
    let ((level_of_a, moved_by_a), (level_of_b, moved_by_b)) = (key(a), key(b));
    level_of_b.cmp(&level_of_a).then(moved_by_b.total_cmp(&moved_by_a))
}

/// Whether something was said to it.
fn is_told(assessment: &Assessment, question: &Question, row: &CardRow) -> bool {
    let evidence = &assessment.evidence;
    match row {
        CardRow::Row(_, finding) => evidence.told.contains_key(finding),
        CardRow::Whole(_) => {
            question.options.iter().any(|option| evidence.told.contains_key(&option.id))
                || question.numbers.iter().any(|number| evidence.told_numbers.contains_key(&number.id))
        }
    }
}

/// What is asked whatever it would change: the page always tells it, or self-care hangs on it.
struct AlwaysAsked<'a> {
    questions: BTreeSet<&'a QuestionId>,
    rows: BTreeSet<&'a FindingId>,
}

impl<'a> AlwaysAsked<'a> {
    fn of(knowledge: &'a Knowledge, facts: &Facts) -> Self {
        let told = knowledge.relevance.always.iter().filter(|always| facts.value(&always.when) >= Truth::Maybe);
        let mut asked = Self { questions: BTreeSet::new(), rows: BTreeSet::new() };
        for always in told {
            asked.questions.extend(&always.questions);
            asked.rows.extend(&always.rows);
        }
        for needed in &knowledge.needed_for_self_care {
            match needed {
                Needed::Question(question) => _ = asked.questions.insert(question),
                Needed::Sign(finding) => _ = asked.rows.insert(finding),
                Needed::Place => {}
            }
        }
        asked
    }

    fn holds(&self, row: &CardRow, findings: &[&FindingId]) -> bool {
        self.questions.contains(row.question()) || findings.iter().any(|finding| self.rows.contains(finding))
    }
}
