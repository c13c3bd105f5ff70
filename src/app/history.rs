//! Undo and redo: each change of answers is one step.

use crate::check::Check;

/// At least this many steps can be taken back.
const DEPTH: usize = 100;

/// Earlier and later states of a check.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    past: Vec<Check>,
    future: Vec<Check>,
    /// What the last step typed into; further typing there belongs to the same step.
    typing: Option<String>,
}

impl History {
    /// Remembers the state before a change. Changes with the same `typing` in a row are one step.
    pub(super) fn remember(&mut self, before: &Check, typing: Option<String>) {
        if typing.is_some() && self.typing == typing {
            return;
        }
        self.typing = typing;
        self.past.push(before.clone());
        self.future.clear();
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
    }

    /// The state before the last step; `now` can be made again.
    pub(super) fn undo(&mut self, now: &Check) -> Option<Check> {
        let before = self.past.pop()?;
        self.future.push(now.clone());
        self.typing = None;
        Some(before)
    }

    /// The state after the step that was last taken back.
    pub(super) fn redo(&mut self, now: &Check) -> Option<Check> {
        let after = self.future.pop()?;
        self.past.push(now.clone());
        self.typing = None;
        Some(after)
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

    #[test]
    fn typing_in_one_field_is_one_step() {
        let (mut history, check) = (History::default(), Check::default());
        for _ in 0..5 {
            history.remember(&check, Some("why".to_owned()));
        }
        assert!(history.undo(&check).is_some());
        assert!(history.undo(&check).is_none());
    }

    #[test]
    fn a_new_change_ends_redo() {
        let (mut history, mut check) = (History::default(), Check::default());
        history.remember(&check, None);
        check.side = Some(Side::Left);
        check = history.undo(&check).unwrap();
        assert!(history.can_redo());
        history.remember(&check, None);
        assert!(!history.can_redo());
    }
}
