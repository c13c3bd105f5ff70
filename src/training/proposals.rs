//! What the runs propose as answers. The runner takes a proposal or not; nothing is set by itself.
//!
//! Nothing is proposed for days that the list does not reach, and never that somebody is new to running: a list may begin
//! later than the runner did.

use super::longest::{Band, Longest};
use super::rulers::Rulers;
use super::weeks::{Break, WeekBand, WeekOnWeek};
use crate::check::Check;
use crate::check::answer::Answer;
use crate::check::edit::Edit;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::FindingId;
use crate::knowledge::known_ids::{KnownFinding, KnownNumber, findings, numbers};

/// Of these weeks one that went up is proposed: the six up to the day the pain began (judgement).
const RECENT: std::ops::RangeInclusive<i32> = 0..=5;

/// A week went up if it has over so many metres more than the one before, and over 30 per cent (judgement: of short weeks
/// 30 per cent are one run).
const UP_M: u32 = 5000;

/// An answer that the runs propose, with what it follows from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// How far in a usual week, in whole km.
    UsualWeek(u32),
    /// Whether a run was much longer than all in the month before: this one, by this band.
    MuchLonger(Longest, Band),
    /// Ran a lot more each week: the first week that did.
    MoreEachWeek(WeekOnWeek),
    /// Back after a break.
    BackAfterBreak(Break),
}

/// The answer that is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// A number, in whole units of the content.
    Number(KnownNumber, u32),
    /// Yes to a finding.
    Yes(KnownFinding),
}

impl Proposal {
    /// All that the rulers propose, in the order of the questions; nothing of a list that ends before the pain began.
    #[must_use]
    pub fn of(rulers: &Rulers) -> Vec<Self> {
        if !rulers.goes_on() {
            return Vec::new();
        }
        let more = rulers.weeks.iter().rev().find(|weeks| went_up(weeks));
        [
            rulers.came_back.map(Self::BackAfterBreak),
            more.copied().map(Self::MoreEachWeek),
            rulers.usual_week_km.map(Self::UsualWeek),
            much_longer(rulers),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What follows from an outing of which the runner says that it set the pain off; none without a base, or where the
    /// list does not reach back.
    #[must_use]
    pub fn of_run(longest: &Longest) -> Option<Self> {
        longest.told_band().map(|band| Self::MuchLonger(longest.clone(), band))
    }

    /// The answer that it proposes.
    #[must_use]
    pub fn proposed(&self) -> Proposed {
        match self {
            Self::UsualWeek(km) => Proposed::Number(numbers::WEEKLY_KM, *km),
            Self::MuchLonger(_, band) => Proposed::Yes(match band {
                Band::AtMost10 => findings::LONGER_BY_AT_MOST_10,
                Band::From10To30 => findings::LONGER_BY_10_TO_30,
                Band::From30To100 => findings::LONGER_BY_30_TO_100,
                Band::Over100 => findings::MORE_THAN_DOUBLE,
            }),
            Self::MoreEachWeek(_) => Proposed::Yes(findings::MORE_EACH_WEEK),
            Self::BackAfterBreak(_) => Proposed::Yes(findings::BACK_AFTER_BREAK),
        }
    }
}

impl Proposal {
    /// The change that takes it as an answer; none where the runner answered already: that is never written over.
    #[must_use]
    pub fn edit(&self, check: &Check, knowledge: &Knowledge) -> Option<Edit> {
        match self.proposed() {
            Proposed::Number(number, value) => {
                let is_open = check.number(&number).is_none();
                is_open.then(|| Edit::Number((&*number).into(), Some(f64::from(value))))
            }
            Proposed::Yes(finding) => {
                let question = knowledge.question_of(&finding)?;
                let row = FindingId::from(&*finding);
                if question.is_single() {
                    (!check.is_touched(question)).then(|| Edit::Pick(question.id.clone(), row))
                } else {
                    let is_open = !check.answer(&finding).is_asked();
                    is_open.then(|| Edit::Tick(question.id.clone(), row, Answer::Yes))
                }
            }
        }
    }
}

/// By the outing that stands out. That none was much longer is proposed only where each of the two weeks has a base: a
/// first run after a month without one is no small step.
fn much_longer(rulers: &Rulers) -> Option<Proposal> {
    let proposal = Proposal::of_run(rulers.stands_out.as_ref()?)?;
    let is_no = matches!(proposal, Proposal::MuchLonger(_, Band::AtMost10));
    let is_sure = !is_no || rulers.around().all(|longest| longest.base.is_some());
    is_sure.then_some(proposal)
}

/// Whether a recent week has over 30 per cent and over 5 km more than a known one before it.
fn went_up(weeks: &WeekOnWeek) -> bool {
    let more_m = weeks.week.distance_m.saturating_sub(weeks.before.distance_m);
    RECENT.contains(&weeks.week.number) && weeks.told_band() == Some(WeekBand::Over30) && more_m > UP_M
}
