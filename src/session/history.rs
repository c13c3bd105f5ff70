//! Undo and redo: each change of answers is one step, and so is each word that is typed. It is the only history: the
//! boxes that are typed into have none of their own.

use std::collections::VecDeque;
use std::path::PathBuf;

use super::typing::Typing;
use crate::check::Check;
use crate::store::earlier::TakenAway;
use crate::training::run_log::RunLog;

/// At least this many steps can be taken back: as many as the words of a full box, and more.
const DEPTH: usize = 2_000;

/// What has to happen to the earlier checks when a step is taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Moves {
    /// These come back to the disk.
    pub(super) put_back: Vec<TakenAway>,
    /// These leave it.
    pub(super) take_away: Vec<PathBuf>,
    /// What becomes of the runs.
    pub(super) runs: RunsMove,
}

/// What has to happen to the runner's runs when a step is taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum RunsMove {
    #[default]
    Stay,
    /// These come back.
    Back(RunLog),
    /// They go.
    Away,
}

/// A state to go back or forth to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    /// The answers.
    pub(super) check: Check,
    /// The earlier checks.
    pub(super) moves: Moves,
}

/// Which way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Take back.
    Back,
    /// Make again.
    Forth,
}

/// A step on its way: taken out of the history, and not gone yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo {
    /// Which way it goes.
    pub(super) way: Way,
    /// Where it goes to, or once it was gone, where it came from.
    pub(super) step: Step,
}

impl Way {
    fn other(self) -> Self {
        match self {
            Self::Back => Self::Forth,
            Self::Forth => Self::Back,
        }
    }
}

/// Earlier and later states of a check.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    past: VecDeque<Step>,
    future: VecDeque<Step>,
    /// What was typed last; what goes on with it belongs to the same step.
    typing: Option<Typing>,
}

impl History {
    /// Remembers the state before a change; typing that goes on with what was typed last is the same step.
    pub(super) fn remember(&mut self, before: &Check, typing: Option<Typing>) {
        let goes_on = match (&typing, &self.typing) {
            (Some(now), Some(last)) => now.goes_on(last),
            _ => false,
        };
        if !goes_on {
            self.remember_with(before, Moves::default());
        }
        self.typing = typing;
    }

    /// What is typed next is a step of its own: another screen is open.
    pub(super) fn end_typing(&mut self) {
        self.typing = None;
    }

    /// Remembers the state before a change that moved earlier checks too.
    pub(super) fn remember_with(&mut self, before: &Check, moves: Moves) {
        self.typing = None;
        self.past.push_back(Step { check: before.clone(), moves });
        self.future.clear();
        if self.past.len() > DEPTH {
            self.past.pop_front();
        }
    }

    /// The next step that way, to be followed by [`History::went`] or [`History::stayed`].
    pub(super) fn step(&mut self, way: Way) -> Option<Undo> {
        self.typing = None;
        self.side(way).pop_back().map(|step| Undo { way, step })
    }

    /// Says that the step was gone, and how to return.
    pub(super) fn went(&mut self, returning: Undo) {
        self.side(returning.way.other()).push_back(returning.step);
    }

    /// Says that the step could not be gone.
    pub(super) fn stayed(&mut self, undo: Undo) {
        self.side(undo.way).push_back(undo.step);
    }

    fn side(&mut self, way: Way) -> &mut VecDeque<Step> {
        match way {
            Way::Back => &mut self.past,
            Way::Forth => &mut self.future,
        }
    }

    /// Whether something can be taken back.
    #[must_use]
    pub(super) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether something can be made again.
    #[must_use]
    pub(super) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::edit::Edit;
    use crate::check::spot::Side;

    fn step(history: &mut History, way: Way, now: &Check) -> Option<Check> {
        let undo = history.step(way)?;
        history.went(Undo { way, step: Step { check: now.clone(), moves: Moves::default() } });
        Some(undo.step.check)
    }

    fn digit(age: f64) -> Option<Typing> {
        Typing::of(&Edit::Number("age".into(), Some(age)), &Check::default(), jiff::Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn typing_a_number_is_one_step_until_another_screen_is_open() {
        let (mut history, check) = (History::default(), Check::default());
        for age in [1.0, 12.0, 120.0] {
            history.remember(&check, digit(age));
        }
        history.end_typing();
        history.remember(&check, digit(12.0));
        for _ in 0..2 {
            assert!(step(&mut history, Way::Back, &check).is_some());
        }
        assert!(step(&mut history, Way::Back, &check).is_none());
    }

    #[test]
    fn a_new_change_ends_redo() {
        let (mut history, mut check) = (History::default(), Check::default());
        history.remember(&check, None);
        check.side = Some(Side::Left);
        check = step(&mut history, Way::Back, &check).unwrap();
        assert!(history.can_redo());
        history.remember(&check, None);
        assert!(!history.can_redo());
    }
}
