//! The one line about what happened last.

use std::collections::BTreeSet;

use super::Session;
use super::effect::Effect;
use crate::check::spot::{Knee, Side};
use crate::knowledge::ids::QuestionId;
use crate::knowledge::rule::Level;
use crate::store::autosave::AutosaveOutcome;
use crate::wording::fill;
use crate::wording::screen::ScreenWords;

/// What can be told in the line, besides what follows from an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Nothing: the line is empty.
    Nothing,
    /// Marks moved to this knee.
    Moved(Knee),
    /// Not all answers were seen, so not all are No.
    NotAllSeen,
    /// An empty check began.
    StartedAgain,
    /// An empty check began, and the one before is an earlier one.
    StartedAgainKept,
    /// All answers are deleted.
    AllDeleted,
    /// Something could not be deleted.
    NotDeleted,
    /// The check could not be put away, so no other takes its place.
    NotMoved,
    /// An earlier check could not be put back.
    NotBack,
    /// An earlier check cannot be read.
    EarlierUnreadable,
    /// An earlier check has another name.
    EarlierRenamed,
    /// It has not.
    EarlierNotRenamed,
    /// The earlier check of this name was deleted.
    EarlierDeleted(String),
    /// The earlier check of this name was deleted, and Undo cannot bring it back.
    EarlierDeletedForGood(String),
    /// The runs could not be kept or deleted.
    RunsNotKept,
    /// The page was saved.
    Saved,
    /// The page was copied.
    Copied,
    /// The choice to keep answers could not be written down, so they are still not kept.
    StillNotKept,
    /// The choice not to keep answers could not be written down.
    ChoiceNotRemembered,
    /// Another running copy was told to keep answers.
    KeepingElsewhere,
    /// Another running copy was told to keep none.
    NotKeepingElsewhere,
}

impl Session {
    /// Tells what happened, in place of what was told before.
    pub fn tell(&mut self, notice: Notice) {
        let words = &self.content.wording.screen;
        let named = |text: &str, name: &str| {
            let name = if name.is_empty() { words.earlier.unnamed.as_str() } else { name };
            fill(text, &[("name", name)])
        };
        self.state.status = match notice {
            Notice::Nothing => String::new(),
            Notice::Moved(knee) => fill(&words.place.moved, &[("knee", &sore_knee(words, knee.into()))]),
            Notice::NotAllSeen => words.questions.not_all_seen.clone(),
            Notice::StartedAgain => words.menu.started_again.clone(),
            Notice::StartedAgainKept => words.menu.started_again_kept.clone(),
            Notice::AllDeleted => words.menu.deleted.clone(),
            Notice::NotDeleted => words.menu.not_deleted.clone(),
            Notice::NotMoved => words.earlier.not_moved.clone(),
            Notice::NotBack => words.earlier.not_back.clone(),
            Notice::EarlierUnreadable => words.earlier.unreadable.clone(),
            Notice::EarlierRenamed => words.earlier.renamed.clone(),
            Notice::EarlierNotRenamed => words.earlier.not_renamed.clone(),
            Notice::EarlierDeleted(name) => named(&words.earlier.deleted, &name),
            Notice::EarlierDeletedForGood(name) => named(&words.earlier.deleted_for_good, &name),
            Notice::RunsNotKept => self.content.wording.runs.not_kept.clone(),
            Notice::Saved => words.page.saved.clone(),
            Notice::Copied => words.page.copied.clone(),
            Notice::StillNotKept => words.menu.still_not_kept.clone(),
            Notice::ChoiceNotRemembered => words.menu.not_remembered.clone(),
            Notice::KeepingElsewhere => words.close.keeping_elsewhere.clone(),
            Notice::NotKeepingElsewhere => words.close.not_keeping_elsewhere.clone(),
        };
    }

    /// Works out anew what follows, and says when that is another advice.
    pub(super) fn refresh_and_tell(&mut self) {
        let urgency = &self.state.assessment.urgency;
        let (level, was) = (urgency.level, urgency.told());
        self.refresh();
        self.state.status.clear();
        let urgency = &self.state.assessment.urgency;
        let is_new = level != urgency.level || was != urgency.told();
        // A banner speaks for itself; saying it twice would drown it.
        let has_banner = urgency.level <= Level::Urgent;
        if is_new
            && !has_banner
            && let Some(headline) = self.headline()
        {
            let words = &self.content.wording.screen.app;
            let line = if was.is_some() { &words.advice_changed } else { &words.advice_now };
            self.state.status = fill(line, &[("headline", &headline)]);
        }
    }

    /// The call to action at the moment; [`None`] while answers are missing.
    fn headline(&self) -> Option<String> {
        self.state.assessment.urgency.told()?;
        let rule = self.state.assessment.first_rule()?;
        Some(self.state.places.fill(&rule.headline))
    }

    /// Says which answers do not count any more, as their question is not asked any more. Undo brings them back.
    pub(super) fn tell_left_out(&mut self, before: &BTreeSet<QuestionId>) {
        let new = self.state.assessment.evidence.left_out.difference(before);
        let names: Vec<_> =
            new.filter_map(|id| self.content.knowledge.question(id.as_str())).map(|of| of.heading.as_str()).collect();
        if !names.is_empty() {
            let told = fill(&self.content.wording.screen.app.left_out, &[("list", &names.join("; "))]);
            if !self.state.status.is_empty() {
                self.state.status.push(' ');
            }
            self.state.status.push_str(&told);
        }
    }

    /// Says once when answers could not be kept, or were kept elsewhere.
    pub(super) fn keeping_went(&mut self, outcome: AutosaveOutcome) {
        // Nothing was written yet: what was found out at the start still holds.
        if outcome == self.state.keeping || outcome == AutosaveOutcome::Nothing {
            return;
        }
        // Nothing is held here that could come back.
        if outcome == AutosaveOutcome::DeletedElsewhere && self.state.check.is_empty() {
            self.adopt();
            self.ask(Effect::ListEarlier);
            return;
        }
        let words = &self.content.wording.screen;
        let told = match &outcome {
            AutosaveOutcome::Failed(_) => Some(&words.close.not_kept),
            AutosaveOutcome::NotDeleted(_) => Some(&words.menu.not_deleted),
            AutosaveOutcome::ChangedElsewhere { .. } => Some(&words.close.kept_elsewhere),
            AutosaveOutcome::BesideUnread { .. } => Some(&words.close.kept_beside),
            AutosaveOutcome::DeletedElsewhere => Some(&words.close.deleted_elsewhere),
            AutosaveOutcome::NotKeeping | AutosaveOutcome::Nothing | AutosaveOutcome::Kept => None,
        };
        if let Some(told) = told {
            self.state.status.clone_from(told);
        }
        match outcome {
            AutosaveOutcome::NotKeeping => self.ask(Effect::FollowChoice),
            AutosaveOutcome::DeletedElsewhere => self.ask(Effect::ListEarlier),
            _ => {}
        }
        self.state.keeping = outcome;
    }

    /// Says that what was said is not saved yet, as long as the disk does not answer.
    pub(super) fn is_late(&mut self) {
        let told = &self.content.wording.screen.close.not_yet;
        if self.state.status != *told {
            self.state.status.clone_from(told);
            self.ask(Effect::Repaint);
        }
    }

    /// The disk has answered.
    pub(super) fn is_in_time(&mut self) {
        if self.state.status == self.content.wording.screen.close.not_yet {
            self.state.status.clear();
            self.ask(Effect::Repaint);
        }
    }
}

/// "left knee", "right knee" or "both knees", inside of a sentence.
#[must_use]
pub fn sore_knee(words: &ScreenWords, side: Side) -> String {
    let name = match side {
        Side::Left => &words.app.knee_left_short,
        Side::Right => &words.app.knee_right_short,
        Side::Both => &words.place.both,
    };
    name.to_lowercase()
}
