//! The check file: RON, written by the app, readable by a person, versioned.

mod raw;
mod reader;

use std::fmt;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Deserialize;

use super::Check;
use crate::knowledge::Knowledge;
use raw::Raw;
use reader::{Reader, Text};

/// The version that is written.
pub const VERSION: u32 = 2;
/// The oldest version that is read.
const OLDEST: u32 = 1;
/// A file larger than this is refused, in bytes.
pub const MOST_BYTES: usize = 1024 * 1024;
/// Nothing that was tried lasted longer than this, in days.
pub const MOST_DAYS: u16 = 36_500;
/// Pain and abilities go from 0 to this.
pub const SCALE_END: u8 = 10;

/// Something wrong in a check file, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong and what was expected.
    pub what: String,
}

impl fmt::Display for Fault {
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
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Faults(Vec<Fault>),
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
        ReadError::Faults(vec![Fault {
            line: fault.span.start.line,
            column: fault.span.start.col,
            what: fault.code.to_string(),
        }])
    };
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let header: Header = options.from_str(text).map_err(syntax)?;
    match header.version {
        OLDEST..=VERSION => {}
        newer if newer > VERSION => return Err(ReadError::Newer(newer)),
        other => {
            let fault = Text(text).fault(&["version"], format!("there is no version {other}"));
            return Err(ReadError::Faults(vec![fault]));
        }
    }
    let raw: Raw = options.from_str(text).map_err(syntax)?;
    let mut reader = Reader { text: Text(text), knowledge, faults: Vec::new() };
    let check = reader.check(raw);
    if reader.faults.is_empty() { Ok(check) } else { Err(ReadError::Faults(reader.faults)) }
}

/// Reads only the version, so that a newer file is told apart from a broken one.
#[derive(Deserialize)]
struct Header {
    version: u32,
}
