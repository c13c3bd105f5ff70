//! The content files: their names, their embedded texts, and how a text becomes a type or a fault with its line.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::ron_places::{Entry, entries};
use crate::plain_text::{quoted, shortened};

/// What the reader says of a text is at most this long, in characters.
const MOST_SAID: usize = 400;

/// Something wrong in a content file, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentError {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong and what was expected.
    pub what: String,
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.what)
    }
}

impl std::error::Error for ContentError {}

/// Declares the content files: their names, and their texts as they are built into the program.
macro_rules! content_files {
    ($($name:literal),* $(,)?) => {
        /// The names of the content files.
        pub const NAMES: [&str; 14] = [$($name),*];
        const EMBEDDED: [&str; NAMES.len()] = [$(include_str!(concat!("../../assets/knowledge/", $name))),*];
    };
}

content_files!(
    "about.ron",
    "advice.ron",
    "article.ron",
    "causes.ron",
    "figures.ron",
    "plan.ron",
    "questions.ron",
    "record.ron",
    "relevance.ron",
    "rules.ron",
    "scoring.ron",
    "sources.ron",
    "weights.ron",
    "zones.ron",
);

/// The texts of the content files, by name.
#[derive(Clone, Debug, Default)]
pub struct ContentFiles(BTreeMap<String, ContentFile>);

#[derive(Clone, Debug, Default)]
struct ContentFile {
    text: String,
    /// What stands where; looked up only when something is wrong.
    entries: OnceLock<Vec<Entry>>,
}

impl ContentFiles {
    /// The content that is built into the program.
    #[must_use]
    pub fn embedded() -> Self {
        NAMES.into_iter().zip(EMBEDDED).collect()
    }

    /// The text of a file; empty when there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |file| file.text.as_str())
    }

    /// Replaces one text.
    pub fn set(&mut self, name: &str, text: String) {
        self.0.insert(name.to_owned(), ContentFile { text, entries: OnceLock::new() });
    }

    /// Reads one file into its type.
    pub(super) fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T, ContentError> {
        let Some(file) = self.0.get(name) else {
            return Err(self.fault(name, &[], "this file is missing".to_owned()));
        };
        from_ron(name, &file.text)
    }

    /// A fault at the place that is found by looking for each of `anchors` among the values, one after the other.
    /// An anchor is `name:`, `name: value` or a part of a value.
    pub(super) fn fault(&self, name: &str, anchors: &[&str], what: String) -> ContentError {
        let found = self.0.get(name).map(|file| (file.text.as_str(), file.place(anchors)));
        let (line, column) = found.map_or((1, 1), |(text, at)| line_and_column(text, at));
        ContentError { file: name.to_owned(), line, column, what }
    }
}

impl ContentFile {
    fn place(&self, anchors: &[&str]) -> usize {
        let entries = self.entries.get_or_init(|| entries(&self.text));
        let (mut at, mut from) = (0, 0);
        for anchor in anchors {
            let mut rest = entries.iter().enumerate().skip(from);
            let found = rest.find_map(|(nth, entry)| Some((nth, entry.place_of(anchor)?)));
            (from, at) = found.unwrap_or((from, at));
        }
        at
    }
}

/// Reads a RON text of the file `name` into its type.
pub(crate) fn from_ron<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, ContentError> {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).map_err(|fault| {
        ContentError {
            file: name.to_owned(),
            line: fault.span.start.line,
            column: fault.span.start.col,
            what: said_of(fault.code),
        }
    })
}

/// What the RON reader says is wrong, with little of the text: a name in it can be as long as the file.
pub(crate) fn said_of(fault: ron::Error) -> String {
    use ron::Error;
    let short = |text: String| quoted(&text);
    let fault = match fault {
        Error::ExpectedDifferentStructName { expected, found } => {
            Error::ExpectedDifferentStructName { expected, found: short(found) }
        }
        Error::InvalidValueForType { expected, found } => Error::InvalidValueForType { expected, found: short(found) },
        Error::NoSuchEnumVariant { expected, found, outer } => {
            Error::NoSuchEnumVariant { expected, found: short(found), outer }
        }
        Error::NoSuchStructField { expected, found, outer } => {
            Error::NoSuchStructField { expected, found: short(found), outer }
        }
        Error::NoSuchExtension(name) => Error::NoSuchExtension(short(name)),
        Error::ExpectedStructName(name) => Error::ExpectedStructName(short(name)),
        Error::InvalidIdentifier(name) => Error::InvalidIdentifier(short(name)),
        Error::SuggestRawIdentifier(name) => Error::SuggestRawIdentifier(short(name)),
        other => other,
    };
    shortened(&fault.to_string(), MOST_SAID)
}

/// The line and the column of a byte of a text, both from 1.
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

impl<N: Into<String>, T: Into<String>> FromIterator<(N, T)> for ContentFiles {
    fn from_iter<I: IntoIterator<Item = (N, T)>>(files: I) -> Self {
        let mut all = Self::default();
        for (name, text) in files {
            all.set(&name.into(), text.into());
        }
        all
    }
}
