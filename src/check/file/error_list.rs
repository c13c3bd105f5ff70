//! What was found wrong in a file, and in the end where that stands.

use super::{CheckFileErrors, FieldError, MOST_FAULTS};
use crate::knowledge::files::line_and_column;
use crate::knowledge::ron_places::{Step, places};

/// What was found wrong so far, each with the way to it from the whole file.
#[derive(Default)]
pub(super) struct ErrorList {
    first: Vec<(Vec<Step>, String)>,
    more: usize,
}

impl ErrorList {
    /// Adds a fault at the end of a way; of more than [`MOST_FAULTS`] only the number is kept.
    pub(super) fn add(&mut self, way: &[Step], what: String) {
        if self.first.len() < MOST_FAULTS {
            self.first.push((way.to_vec(), what));
        } else {
            self.more += 1;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// The faults with their lines and columns in the file's text, in its order.
    pub(super) fn faults(self, text: &str) -> CheckFileErrors {
        let ways: Vec<&[Step]> = self.first.iter().map(|(way, _)| way.as_slice()).collect();
        let at = places(text, &ways);
        let fault = |(at, (_, what)): (usize, (Vec<Step>, String))| {
            let (line, column) = line_and_column(text, at);
            FieldError { line, column, what }
        };
        let mut first: Vec<FieldError> = at.into_iter().zip(self.first).map(fault).collect();
        first.sort();
        CheckFileErrors { first, more: self.more }
    }
}
