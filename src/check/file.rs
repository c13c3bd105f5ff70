//! The check file: RON, written by the app, readable by a person, versioned.

mod error_list;
mod raw;
mod reader;

use std::fmt;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Deserialize;

use super::Check;
use crate::knowledge::Knowledge;
use crate::knowledge::files::said_of;
use crate::knowledge::ron_places::Step;
use error_list::ErrorList;
use raw::Raw;
use reader::Reader;

/// The version that is written.
pub const VERSION: u32 = 3;
/// The oldest version that is read.
const OLDEST: u32 = 1;
/// A file larger than this is refused, in bytes.
pub const MOST_BYTES: usize = 1024 * 1024;
/// At most so many faults of one file are worked out; the others are counted.
pub const MOST_FAULTS: usize = 20;
/// Who is told more lines than this about one file does not read them.
pub const MOST_LINES: usize = 3;

/// Something wrong in a check file, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldError {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong and what was expected.
    pub what: String,
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.what)
    }
}

/// Why a text is no check that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Larger than [`MOST_BYTES`].
    #[error("1:1: the file is larger than 1 MiB, no check is")]
    TooLarge,
    /// Written by a newer program.
    #[error("1:1: the file has version {0}, this KneeNote reads version {VERSION}; a newer KneeNote is needed")]
    Newer(u32),
    /// Broken, or holding something that does not fit.
    #[error("{}", .0.lines().join("\n"))]
    Faults(CheckFileErrors),
}

/// What is wrong in a file: the first of it, and how much more there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckFileErrors {
    /// At most [`MOST_FAULTS`].
    pub first: Vec<FieldError>,
    /// How many more were found.
    pub more: usize,
}

impl CheckFileErrors {
    /// At most [`MOST_LINES`] lines; the last one counts the rest.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.first.iter().take(MOST_LINES).map(ToString::to_string).collect();
        let rest = self.first.len().saturating_sub(lines.len()) + self.more;
        if rest > 0
            && let Some(last) = lines.last_mut()
        {
            *last = format!("{last} (and {rest} more)");
        }
        lines
    }
}

impl From<FieldError> for CheckFileErrors {
    fn from(fault: FieldError) -> Self {
        Self { first: vec![fault], more: 0 }
    }
}

/// Writes a check, always the same bytes for the same check.
#[must_use]
pub fn write(check: &Check) -> String {
    let style = PrettyConfig::default().struct_names(false).new_line("\n").indentor("    ").compact_arrays(false);
    let body = ron::ser::to_string_pretty(check, style).unwrap_or_default();
    let fields = body.strip_prefix('(').unwrap_or(&body);
    format!("(\n    version: {VERSION},{fields}\n")
}

/// Reads a check, of any version so far.
///
/// # Errors
/// See [`ReadError`]; every fault has its line.
pub fn read(text: &str, knowledge: &Knowledge) -> Result<Check, ReadError> {
    if text.len() > MOST_BYTES {
        return Err(ReadError::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let syntax = |fault: ron::error::SpannedError| {
        let (line, column) = (fault.span.start.line, fault.span.start.col);
        ReadError::Faults(FieldError { line, column, what: said_of(fault.code) }.into())
    };
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let header: Header = options.from_str(text).map_err(syntax)?;
    match header.version {
        OLDEST..=VERSION => {}
        newer if newer > VERSION => return Err(ReadError::Newer(newer)),
        other => {
            let mut found = ErrorList::default();
            found.add(&[Step::Field("version")], format!("there is no version {other}"));
            return Err(ReadError::Faults(found.faults(text)));
        }
    }
    let raw: Raw = options.from_str(text).map_err(syntax)?;
    let (check, found) = Reader::read(raw, knowledge);
    if found.is_empty() { Ok(check) } else { Err(ReadError::Faults(found.faults(text))) }
}

/// Reads only the version, so that a newer file is told apart from a broken one.
#[derive(Deserialize)]
struct Header {
    version: u32,
}
