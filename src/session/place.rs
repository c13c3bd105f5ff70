//! Which screen is shown, and which comes before and after it.

use crate::assess::{Assessment, Visibility};
use crate::check::Check;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{CardId, QuestionId};
use crate::knowledge::question::{Question, QuestionKind, Step};

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first one.
    Start,
    /// Step 1.
    Safety,
    /// Step 2.
    Where,
    /// Step 3, one card at a time.
    Questions(CardId),
    /// Step 4.
    Result,
    /// Settings and about.
    Menu,
    /// Checks that are not being answered any more.
    Earlier,
}

impl Place {
    /// 1 to 4; `None` outside the steps.
    #[must_use]
    pub fn step(&self) -> Option<usize> {
        match self {
            Self::Safety => Some(1),
            Self::Where => Some(2),
            Self::Questions(_) => Some(3),
            Self::Result => Some(4),
            Self::Start | Self::Menu | Self::Earlier => None,
        }
    }
}

/// One card of step 3: its own questions, and what is folded under them.
#[derive(Clone, Debug)]
pub struct QuestionPage<'a> {
    /// The card.
    pub card: CardId,
    /// Its title.
    pub title: &'a str,
    /// Questions that are asked.
    pub core: Vec<&'a Question>,
    /// Questions that may help.
    pub more: Vec<&'a Question>,
}

/// The cards of step 3 that have something to ask. A card whose questions are all folded lends them to the card before.
#[must_use]
pub fn question_pages<'a>(knowledge: &'a Knowledge, check: &Check, assessment: &Assessment) -> Vec<QuestionPage<'a>> {
    let mut pages: Vec<QuestionPage<'a>> = Vec::new();
    for card in knowledge.cards.iter().filter(|card| card.step == Step::Questions) {
        let visibility = |wanted: Visibility| {
            knowledge
                .questions_of(card)
                .filter(|question| assessment.visibility(knowledge, &question.id) == wanted)
                .filter(|question| !is_asked_elsewhere(question, check))
                .collect::<Vec<_>>()
        };
        let (core, mut more) = (visibility(Visibility::Core), visibility(Visibility::More));
        match pages.last_mut() {
            Some(before) if core.is_empty() => before.more.append(&mut more),
            _ => pages.push(QuestionPage { card: card.id.clone(), title: &card.title, core, more }),
        }
    }
    pages
}

/// The screen on which a question stands; step 2 when it is asked at the picture.
#[must_use]
pub fn place_of_question(knowledge: &Knowledge, pages: &[QuestionPage<'_>], question: &QuestionId) -> Option<Place> {
    let question = knowledge.question(question.as_str())?;
    let card = knowledge.cards.iter().find(|card| card.id == question.card)?;
    Some(match card.step {
        Step::Safety => Place::Safety,
        Step::Where => Place::Where,
        Step::Questions => pages
            .iter()
            .find(|page| page.core.iter().chain(&page.more).any(|other| other.id == question.id))
            .map_or(Place::Where, |page| Place::Questions(page.card.clone())),
    })
}

/// Whether step 2 asks this for each marked place.
fn is_asked_elsewhere(question: &Question, check: &Check) -> bool {
    let answered = match question.id.as_str() {
        "q_pain_worst" => check.spots.iter().any(|spot| spot.worst.is_some()),
        "q_pain_now" => check.spots.iter().any(|spot| spot.now.is_some()),
        _ => false,
    };
    answered || matches!(question.kind, QuestionKind::Side | QuestionKind::Zones | QuestionKind::SpotSize)
}

/// The questions that stand on a screen, for "what was not ticked is No".
#[must_use]
pub fn questions_on<'a>(
    place: &Place,
    knowledge: &'a Knowledge,
    check: &Check,
    assessment: &Assessment,
) -> Vec<&'a Question> {
    match place {
        Place::Safety => knowledge
            .cards
            .iter()
            .filter(|card| card.step == Step::Safety)
            .flat_map(|card| knowledge.questions_of(card))
            .collect(),
        Place::Questions(card) => question_pages(knowledge, check, assessment)
            .into_iter()
            .filter(|page| page.card == *card)
            .flat_map(|page| page.core.into_iter().chain(page.more))
            .collect(),
        _ => Vec::new(),
    }
}

/// The screen that a step, 1 to 4, starts with.
#[must_use]
pub fn place_of_step(step: usize, pages: &[QuestionPage<'_>]) -> Place {
    match step {
        1 => Place::Safety,
        2 => Place::Where,
        3 => pages.first().map_or(Place::Result, |page| Place::Questions(page.card.clone())),
        _ => Place::Result,
    }
}

/// The screen that a step, 1 to 4, is entered by from afar: of the cards of step 3 the first with a question
/// to which nothing was said.
#[must_use]
pub fn first_open(step: usize, pages: &[QuestionPage<'_>], assessment: &Assessment) -> Place {
    let is_open = |page: &&QuestionPage<'_>| page.core.iter().any(|question| !assessment.answers.is_begun(question));
    match pages.iter().find(is_open) {
        Some(page) if step == 3 => Place::Questions(page.card.clone()),
        _ => place_of_step(step, pages),
    }
}

/// The screen after this one.
#[must_use]
pub fn next(place: &Place, pages: &[QuestionPage<'_>]) -> Place {
    match place {
        Place::Start | Place::Menu | Place::Earlier => Place::Safety,
        Place::Safety => Place::Where,
        Place::Where => place_of_step(3, pages),
        Place::Questions(card) => pages
            .iter()
            .position(|page| page.card == *card)
            .and_then(|at| pages.get(at + 1))
            .map_or(Place::Result, |page| Place::Questions(page.card.clone())),
        Place::Result => Place::Result,
    }
}

/// Where Continue leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// From screen to screen.
    #[default]
    All,
    /// From question to question whose answers are missing before self-care may be told; this one was shown last.
    Missing(QuestionId),
}

/// The next of these questions behind the one that was shown last, with its screen, in the order of the form; none when
/// that was the last of them.
#[must_use]
pub fn next_missing(
    knowledge: &Knowledge,
    pages: &[QuestionPage<'_>],
    last: &QuestionId,
    missing: &[QuestionId],
) -> Option<(Place, QuestionId)> {
    let is_later = |question: &&QuestionId| knowledge.question_index(question) > knowledge.question_index(last);
    let question = missing.iter().find(is_later)?;
    Some((place_of_question(knowledge, pages, question)?, question.clone()))
}

/// The screen before this one.
#[must_use]
pub fn previous(place: &Place, pages: &[QuestionPage<'_>]) -> Place {
    match place {
        Place::Start | Place::Safety | Place::Menu | Place::Earlier => Place::Start,
        Place::Where => Place::Safety,
        Place::Questions(card) => match pages.iter().position(|page| page.card == *card) {
            Some(at) if at > 0 => Place::Questions(pages[at - 1].card.clone()),
            _ => Place::Where,
        },
        Place::Result => pages.last().map_or(Place::Where, |page| Place::Questions(page.card.clone())),
    }
}
