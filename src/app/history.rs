//! Undo and redo: each change of answers is one step.

use std::path::PathBuf;

use crate::check::Check;
use crate::store::earlier::TakenAway;

/// At least this many steps can be taken back.
const DEPTH: usize = 100;

/// What has to happen to the earlier checks when a step is taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Moves {
    /// These come back to the disk.
    pub(super) put_back: Vec<TakenAway>,
    /// These leave it.
    pub(super) take_away: Vec<PathBuf>,
}

/// A state to go back or forth to.
#[derive(Clone, Debug)]
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
    past: Vec<Step>,
    future: Vec<Step>,
    /// What the last step typed into; further typing there belongs to the same step.
    typing: Option<String>,
}

impl History {
    /// Remembers the state before a change. Changes with the same `typing` in a row are one step.
    pub(super) fn remember(&mut self, before: &Check, typing: Option<String>) {
        if typing.is_some() && self.typing == typing {
            return;
        }
        self.remember_with(before, Moves::default());
        self.typing = typing;
    }

    /// Remembers the state before a change that moved earlier checks too.
    pub(super) fn remember_with(&mut self, before: &Check, moves: Moves) {
        self.typing = None;
        self.past.push(Step { check: before.clone(), moves });
        self.future.clear();
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
    }

    /// The next step that way, to be followed by [`History::went`] or [`History::stayed`].
    pub(super) fn step(&mut self, way: Way) -> Option<Step> {
        self.typing = None;
        self.side(way).pop()
    }

    /// Says that the step was gone, and how to return.
    pub(super) fn went(&mut self, way: Way, returning: Step) {
        self.side(way.other()).push(returning);
    }

    /// Says that the step could not be gone.
    pub(super) fn stayed(&mut self, way: Way, step: Step) {
        self.side(way).push(step);
    }

    fn side(&mut self, way: Way) -> &mut Vec<Step> {
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
    use crate::check::spot::Side;

    fn step(history: &mut History, way: Way, now: &Check) -> Option<Check> {
        let step = history.step(way)?;
        history.went(way, Step { check: now.clone(), moves: Moves::default() });
        Some(step.check)
    }

    #[test]
    fn typing_in_one_field_is_one_step() {
        let (mut history, check) = (History::default(), Check::default());
        for _ in 0..5 {
            history.remember(&check, Some("why".to_owned()));
        }
        assert!(step(&mut history, Way::Back, &check).is_some());
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
