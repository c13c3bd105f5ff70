//! What is wrong, as lines on standard error.

use std::io::{self, Write as _};

use super::call::Input;
use crate::check::file::ReadError;
use crate::knowledge::files::Fault;
use crate::store::text_file::TextFault;

/// Who prints more than this about one file is not read.
const MOST_LINES: usize = 3;

/// Lines that say what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(Vec<String>);

impl Faults {
    /// One line.
    #[must_use]
    pub fn line(what: String) -> Self {
        Self(vec![what])
    }

    /// At most three of these lines; the last one counts the rest.
    fn of_some(mut lines: Vec<String>) -> Self {
        let rest = lines.len().saturating_sub(MOST_LINES);
        lines.truncate(MOST_LINES);
        if rest > 0
            && let Some(last) = lines.pop()
        {
            lines.push(format!("{last} (and {rest} more)"));
        }
        Self(lines)
    }

    /// A file that is no text.
    #[must_use]
    pub fn of_text(name: &Input, fault: &TextFault) -> Self {
        let (line, column) = fault.place();
        let expected = match fault {
            TextFault::Empty => ", expected a check, which starts with (",
            TextFault::NotText { .. } => ", expected a check",
            _ => "",
        };
        Self::line(format!("{name}:{line}:{column}: {fault}{expected}"))
    }

    /// A text that is no check.
    #[must_use]
    pub fn of_check(name: &Input, fault: &ReadError) -> Self {
        let lines = match fault {
            ReadError::Faults(faults) => faults.iter().map(|fault| format!("{name}:{fault}")).collect(),
            ReadError::TooLarge | ReadError::Newer(_) => vec![format!("{name}:{fault}")],
        };
        Self::of_some(lines)
    }

    /// Every fault of content files, each with the folder they are in.
    #[must_use]
    pub fn of_content(folder: Option<&std::path::Path>, faults: &[Fault]) -> Self {
        let place = |fault: &Fault| match folder {
            Some(folder) => format!("{}{}{fault}", folder.display(), std::path::MAIN_SEPARATOR),
            None => fault.to_string(),
        };
        Self(faults.iter().map(place).collect())
    }

    /// The first line.
    #[must_use]
    pub fn first(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }

    /// Prints them. Nothing can be said about a standard error that is closed.
    pub fn print(&self) {
        let mut out = io::stderr().lock();
        for line in &self.0 {
            writeln!(out, "kneenote: {}", on_one_line(line)).ok();
        }
    }
}

/// A file name or a value may hold line ends and worse.
fn on_one_line(text: &str) -> String {
    text.chars().flat_map(|c| if c.is_control() { c.escape_debug().collect() } else { vec![c] }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;

    #[test]
    fn a_file_full_of_faults_gets_three_lines() {
        let fault = |line| check::file::Fault { line, column: 1, what: "odd".to_owned() };
        let faults = Faults::of_check(&Input::Standard, &ReadError::Faults((1..=9).map(fault).collect()));
        assert_eq!(faults.0, ["-:1:1: odd", "-:2:1: odd", "-:3:1: odd (and 6 more)"]);
    }

    #[test]
    fn a_line_end_in_a_name_makes_no_new_line() {
        assert_eq!(on_one_line("a\nb\u{1b}[31m\u{e4}"), "a\\nb\\u{1b}[31m\u{e4}");
    }
}
