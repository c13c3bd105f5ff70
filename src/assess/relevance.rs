//! Which rows of a card can still matter for this person; the others lie under "more", and are not asked unless that is
//! opened.

use std::collections::BTreeSet;

use super::{Assessment, Assessor, Visibility};
use crate::knowledge::ids::{FindingId, QuestionId};
use crate::knowledge::question::{Question, QuestionKind};

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
    /// What could matter less: what would change most first.
    pub more: Vec<CardRow>,
}

impl Assessor {
    /// What of these questions, those of one card, is asked of this person, and what lies under "more".
    #[must_use]
    pub fn relevant_rows(&self, assessment: &Assessment, card: &[&Question]) -> ShownRows {
        let is_core = |question: &&&Question| assessment.visibility(&question.id) == Visibility::Core;
        let core: BTreeSet<&QuestionId> = card.iter().filter(is_core).map(|question| &question.id).collect();
        let all = card.iter().flat_map(|question| CardRow::of(question));
        let (shown, more) = all.partition(|row| core.contains(row.question()));
        ShownRows { shown, more }
    }
}
