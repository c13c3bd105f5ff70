//! What is wrong, as lines on standard error.

use std::io::{self, Write as _};

use super::call::{Input, quoted_path};
use crate::check::file::ReadError;
use crate::knowledge::files::ContentError;
use crate::plain_text::shortened;
use crate::store::text_file::TextFileError;

/// A line has at most so many characters; a longer one is not read.
const MOST_OF_LINE: usize = 200;

/// Lines that say what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorLines(Vec<String>);

impl ErrorLines {
    /// One line.
    #[must_use]
    pub fn line(what: String) -> Self {
        Self(vec![what])
    }

    /// A file that is no text.
    #[must_use]
    pub fn of_text(name: &Input, fault: &TextFileError) -> Self {
        let (line, column) = fault.place();
        let expected = match fault {
            TextFileError::Empty => ", expected a check, which starts with (",
            TextFileError::NotText { .. } => ", expected a check",
            _ => "",
        };
        Self::line(format!("{name}:{line}:{column}: {fault}{expected}"))
    }

    /// A text that is no check: at most three lines.
    #[must_use]
    pub fn of_check(name: &Input, fault: &ReadError) -> Self {
        let lines = match fault {
            ReadError::Faults(faults) => faults.lines().iter().map(|line| format!("{name}:{line}")).collect(),
            ReadError::TooLarge | ReadError::Newer(_) => vec![format!("{name}:{fault}")],
        };
        Self(lines)
    }

    /// Every fault of content files, each with the folder they are in.
    #[must_use]
    pub fn of_content(folder: Option<&std::path::Path>, faults: &[ContentError]) -> Self {
        let place = |fault: &ContentError| match folder {
            Some(folder) => format!("{}{}{fault}", quoted_path(folder), std::path::MAIN_SEPARATOR),
            None => fault.to_string(),
        };
        Self(faults.iter().map(place).collect())
    }

    /// The first line, as it is printed.
    #[must_use]
    pub fn first(&self) -> String {
        self.0.first().map_or_else(String::new, |line| shortened(line, MOST_OF_LINE))
    }

    /// Prints them. Nothing can be said about a standard error that is closed.
    pub fn print(&self) {
        let mut out = io::stderr().lock();
        for line in &self.0 {
            writeln!(out, "kneenote: {}", shortened(line, MOST_OF_LINE)).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;

    #[test]
    fn a_file_full_of_faults_gets_three_lines() {
        let fault = |line| check::file::FieldError { line, column: 1, what: "odd".to_owned() };
        let found = check::file::CheckFileErrors { first: (1..=9).map(fault).collect(), more: 4 };
        let faults = ErrorLines::of_check(&Input::Standard, &ReadError::Faults(found));
        assert_eq!(faults.0, ["-:1:1: odd", "-:2:1: odd", "-:3:1: odd (and 10 more)"]);
    }
}
