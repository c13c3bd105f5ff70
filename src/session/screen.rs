//! Which screen is shown, and which comes before and after it.

use crate::assess::{Assessment, Visibility};
use crate::check::Check;
use crate::check::spot::SpotPain;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{CardId, QuestionId};
use crate::knowledge::question::{Question, Step};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Step 1, the first one.
    Where,
    /// Step 2.
    Safety,
    /// Step 3, one card at a time.
    Questions(CardId),
    /// Step 4.
    Result,
    /// Settings and about.
    Menu,
    /// Checks that are not being answered any more.
    Earlier,
    /// The runner's runs, and what they show.
    Runs,
    /// How the knee was in and after each run.
    Diary,
    /// The way back to running.
    WayBack,
}

impl Screen {
    /// 1 to 4; `None` outside the steps.
    #[must_use]
    pub fn step(&self) -> Option<usize> {
        match self {
            Self::Where => Some(1),
            Self::Safety => Some(2),
            Self::Questions(_) => Some(3),
            Self::Result => Some(4),
            Self::Menu | Self::Earlier | Self::Runs | Self::Diary | Self::WayBack => None,
        }
    }
}

/// One card of step 3: its own questions, and what is folded under them.
#[derive(Clone, Debug)]
pub struct QuestionCard<'a> {
    pub card: CardId,
    pub title: &'a str,
    /// Questions that are asked.
    pub core: Vec<&'a Question>,
    /// Questions that may help.
    pub more: Vec<&'a Question>,
}

impl<'a> QuestionCard<'a> {
    /// All of its questions, in the order of the form.
    #[must_use]
    pub fn questions(&self, knowledge: &Knowledge) -> Vec<&'a Question> {
        let mut all: Vec<&Question> = self.core.iter().chain(&self.more).copied().collect();
        let place = |question: &Question| {
            let card = knowledge.cards.iter().position(|card| card.id == question.card);
            (card, knowledge.question_index(&question.id))
        };
        all.sort_by_key(|question| place(question));
        all
    }
}

/// The cards of step 3 that have something to ask. A card whose questions are all folded lends them to the card before.
#[must_use]
pub fn question_cards<'a>(knowledge: &'a Knowledge, check: &Check, assessment: &Assessment) -> Vec<QuestionCard<'a>> {
    let mut cards: Vec<QuestionCard<'a>> = Vec::new();
    for card in knowledge.cards.iter().filter(|card| card.step == Step::Questions) {
        let visibility = |wanted: Visibility| {
            knowledge
                .questions_of(card)
                .filter(|question| assessment.visibility(&question.id) == wanted)
                .filter(|question| !is_asked_elsewhere(question, check))
                .collect::<Vec<_>>()
        };
        let (core, mut more) = (visibility(Visibility::Core), visibility(Visibility::More));
        match cards.last_mut() {
            Some(before) if core.is_empty() => before.more.append(&mut more),
            _ => cards.push(QuestionCard { card: card.id.clone(), title: &card.title, core, more }),
        }
    }
    cards
}

/// The screen on which a question stands; step 1 when it is asked at the picture.
#[must_use]
pub fn screen_of_question(knowledge: &Knowledge, cards: &[QuestionCard<'_>], question: &QuestionId) -> Option<Screen> {
    let question = knowledge.question(question.as_str())?;
    let card = knowledge.cards.iter().find(|card| card.id == question.card)?;
    Some(match card.step {
        Step::Safety => Screen::Safety,
        Step::Where => Screen::Where,
        Step::Questions => cards
            .iter()
            .find(|page| page.core.iter().chain(&page.more).any(|other| other.id == question.id))
            .map_or(Screen::Where, |page| Screen::Questions(page.card.clone())),
    })
}

/// Whether step 1 asks this for each marked place.
fn is_asked_elsewhere(question: &Question, check: &Check) -> bool {
    let has_pain = |pain: SpotPain| check.spots.iter().any(|spot| pain.of(spot).is_some());
    SpotPain::asked_by(question).is_some_and(has_pain) || question.kind.is_asked_at_the_picture()
}

/// The questions that stand on a screen, for "what was not ticked is No".
#[must_use]
pub fn questions_on<'a>(
    screen: &Screen,
    knowledge: &'a Knowledge,
    check: &Check,
    assessment: &Assessment,
) -> Vec<&'a Question> {
    match screen {
        Screen::Safety => knowledge.questions_of_step(Step::Safety).collect(),
        Screen::Questions(card) => question_cards(knowledge, check, assessment)
            .into_iter()
            .filter(|page| page.card == *card)
            .flat_map(|page| page.core.into_iter().chain(page.more))
            .collect(),
        _ => Vec::new(),
    }
}

/// The screen that a step, 1 to 4, starts with.
#[must_use]
pub fn screen_of_step(step: usize, cards: &[QuestionCard<'_>]) -> Screen {
    match step {
        1 => Screen::Where,
        2 => Screen::Safety,
        3 => cards.first().map_or(Screen::Result, |page| Screen::Questions(page.card.clone())),
        _ => Screen::Result,
    }
}

/// The screen that a step, 1 to 4, is entered by from afar: of the cards of step 3 the first with a question
/// to which nothing was said.
#[must_use]
pub fn first_open(step: usize, cards: &[QuestionCard<'_>], assessment: &Assessment) -> Screen {
    let is_open = |page: &&QuestionCard<'_>| page.core.iter().any(|question| !assessment.evidence.is_begun(question));
    match cards.iter().find(is_open) {
        Some(page) if step == 3 => Screen::Questions(page.card.clone()),
        _ => screen_of_step(step, cards),
    }
}

/// The screen after this one.
#[must_use]
pub fn next(screen: &Screen, cards: &[QuestionCard<'_>]) -> Screen {
    match screen {
        Screen::Where => Screen::Safety,
        Screen::Safety => screen_of_step(3, cards),
        Screen::Questions(card) => cards
            .iter()
            .position(|page| page.card == *card)
            .and_then(|at| cards.get(at + 1))
            .map_or(Screen::Result, |page| Screen::Questions(page.card.clone())),
        Screen::Result => Screen::Result,
        Screen::Menu | Screen::Earlier | Screen::Runs | Screen::Diary | Screen::WayBack => Screen::Where,
    }
}

/// The questions of step 2 to which nothing was said.
pub fn open_safety<'a>(knowledge: &'a Knowledge, assessment: &'a Assessment) -> impl Iterator<Item = &'a Question> {
    knowledge
        .questions_of_step(Step::Safety)
        .filter(|question| !assessment.evidence.is_begun(question) || assessment.evidence.stale.contains(&question.id))
}

/// Where Continue leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// From screen to screen.
    #[default]
    All,
    /// From question to question whose answers are missing before the level may be told; this one was shown last.
    Missing(QuestionId),
}

/// The next of these questions behind the one that was shown last, with its screen, in the order of the form; none when
/// that was the last of them.
#[must_use]
pub fn next_missing(
    knowledge: &Knowledge,
    cards: &[QuestionCard<'_>],
    last: &QuestionId,
    missing: &[QuestionId],
) -> Option<(Screen, QuestionId)> {
    let is_later = |question: &&QuestionId| knowledge.question_index(question) > knowledge.question_index(last);
    let question = missing.iter().find(is_later)?;
    Some((screen_of_question(knowledge, cards, question)?, question.clone()))
}

/// The screen before this one; before the first there is none.
#[must_use]
pub fn previous(screen: &Screen, cards: &[QuestionCard<'_>]) -> Screen {
    match screen {
        Screen::Where
        | Screen::Safety
        | Screen::Menu
        | Screen::Earlier
        | Screen::Runs
        | Screen::Diary
        | Screen::WayBack => Screen::Where,
        Screen::Questions(card) => {
            let before = cards.iter().take_while(|page| page.card != *card).last();
            let is_known = cards.iter().any(|page| page.card == *card);
            before.filter(|_| is_known).map_or(Screen::Safety, |page| Screen::Questions(page.card.clone()))
        }
        Screen::Result => cards.last().map_or(Screen::Safety, |page| Screen::Questions(page.card.clone())),
    }
}
