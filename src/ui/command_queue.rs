//! What the screens ask for while they are drawn, and which rows they show whole.

use std::cell::RefCell;

use crate::check::seen::SeenRows;
use crate::knowledge::ids::FindingId;
use crate::session::command::Command;

/// Collects commands in the order in which they were asked for; any part of a screen may send one.
#[derive(Debug, Default)]
pub struct CommandQueue {
    sent: RefCell<Vec<Command>>,
    seen: RefCell<SeenRows>,
}

impl CommandQueue {
    /// Asks for a command.
    pub fn send(&self, command: Command) {
        self.sent.borrow_mut().push(command);
    }

    /// Says that the row of a finding is wholly in view, or has the focus.
    pub fn see(&self, finding: FindingId) {
        self.seen.borrow_mut().add(finding);
    }

    /// Everything asked for since it was last taken.
    #[must_use]
    pub fn take(&self) -> Vec<Command> {
        self.sent.take()
    }

    /// The rows that were seen since they were last taken.
    #[must_use]
    pub fn take_seen(&self) -> SeenRows {
        self.seen.take()
    }
}
