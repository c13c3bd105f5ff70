//! The content files: their names, their embedded texts, and how a text becomes a type or a fault with its line.

use std::collections::BTreeMap;
use std::fmt;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

/// Something wrong in a content file, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is wrong and what was expected.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.what)
    }
}

impl std::error::Error for Fault {}

/// Declares the content files: their names, and their texts as they are built into the program.
macro_rules! content_files {
    ($($name:literal),* $(,)?) => {
        /// The names of the content files.
        pub const NAMES: [&str; 12] = [$($name),*];
        const EMBEDDED: [&str; NAMES.len()] = [$(include_str!(concat!("../../assets/knowledge/", $name))),*];
    };
}

content_files!(
    "about.ron",
    "advice.ron",
    "article.ron",
    "causes.ron",
    "figures.ron",
    "questions.ron",
    "record.ron",
    "rules.ron",
    "scoring.ron",
    "sources.ron",
    "weights.ron",
    "zones.ron",
);

/// The texts of the content files, by name.
#[derive(Clone, Debug, Default)]
pub struct ContentFiles(BTreeMap<String, String>);

impl ContentFiles {
    /// The content that is built into the program.
    #[must_use]
    pub fn embedded() -> Self {
        NAMES.into_iter().zip(EMBEDDED).collect()
    }

    /// The text of a file; empty when there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Replaces one text.
    pub fn set(&mut self, name: &str, text: String) {
        self.0.insert(name.to_owned(), text);
    }

    /// Reads one file into its type.
    pub(super) fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T, Fault> {
        let Some(text) = self.0.get(name) else {
            return Err(self.fault(name, &[], "this file is missing".to_owned()));
        };
        from_ron(name, text)
    }

    /// A fault at the place that is found by looking for each of `anchors`, one after the other.
    pub(super) fn fault(&self, name: &str, anchors: &[&str], what: String) -> Fault {
        let text = self.text(name);
        let mut at = 0;
        for anchor in anchors {
            if let Some(found) = text[at..].find(anchor) {
                at += found;
            }
        }
        let (line, column) = line_and_column(text, at);
        Fault { file: name.to_owned(), line, column, what }
    }
}

/// Reads a RON text of the file `name` into its type.
pub(crate) fn from_ron<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Fault> {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).map_err(|fault| Fault {
        file: name.to_owned(),
        line: fault.span.start.line,
        column: fault.span.start.col,
        what: fault.code.to_string(),
    })
}

/// The line and the column of a byte of a text, both from 1.
pub(crate) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

impl<N: Into<String>, T: Into<String>> FromIterator<(N, T)> for ContentFiles {
    fn from_iter<I: IntoIterator<Item = (N, T)>>(files: I) -> Self {
        Self(files.into_iter().map(|(name, text)| (name.into(), text.into())).collect())
    }
}
