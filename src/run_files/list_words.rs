//! The words by which lists are understood; they are content.

use std::sync::OnceLock;

use serde::Deserialize;

const WORDS: &str = include_str!("../../assets/import/lists.ron");

/// All words of lists, in small letters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListWords {
    pub strava: Headers,
    /// The list as it was before July 2019.
    pub old_strava: Headers,
    pub garmin: Headers,
    pub plain: Headers,
    pub kilometres: Vec<String>,
    pub miles: Vec<String>,
    /// A kind is a run where it holds one of these ...
    pub runs: Vec<String>,
    /// ... and none of these.
    pub no_runs: Vec<String>,
    /// How the names of months begin, January first.
    pub months: Vec<Vec<String>>,
}

/// What the columns of one kind of list are called.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headers {
    pub date: Vec<String>,
    pub kind: Vec<String>,
    pub distance: Vec<String>,
    #[serde(default)]
    pub file: Vec<String>,
    #[serde(default)]
    pub moving: Vec<String>,
    #[serde(default)]
    pub elapsed: Vec<String>,
}

impl ListWords {
    /// Those that are built in; none where they cannot be read, which a test refuses.
    #[must_use]
    pub fn embedded() -> Option<&'static Self> {
        static EMBEDDED: OnceLock<Option<ListWords>> = OnceLock::new();
        EMBEDDED.get_or_init(|| ron::from_str(WORDS).ok()).as_ref()
    }

    /// Whether a word for a kind of sport means a run.
    #[must_use]
    pub fn is_run(&self, kind: &str) -> bool {
        let kind = kind.to_lowercase();
        let holds = |words: &[String]| words.iter().any(|word| kind.contains(word.as_str()));
        holds(&self.runs) && !holds(&self.no_runs)
    }

    /// Which month a word names, the first being 1.
    #[must_use]
    pub fn month(&self, word: &str) -> Option<i8> {
        let word = word.to_lowercase();
        let begins = |names: &Vec<String>| names.iter().any(|name| word.starts_with(name.as_str()));
        (1..).zip(&self.months).find(|(_, names)| begins(names)).map(|(month, _)| month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_can_be_read_and_months_and_kinds_are_known_in_all_languages() {
        let words: ListWords = ron::from_str(WORDS).unwrap();
        assert_eq!(words.months.len(), 12);
        for (word, month) in
            [("März", 3), ("May", 5), ("juin", 6), ("juillet", 7), ("août", 8), ("dic", 12), ("out.", 10)]
        {
            assert_eq!(words.month(word), Some(month), "{word}");
        }
        for kind in ["Run", "Trail Run", "Virtual Run", "Lauf", "Course à pied", "Carrera", "Corsa", "Hardloopsessie"]
        {
            assert!(words.is_run(kind), "{kind}");
        }
        for kind in ["Ride", "Walk", "Radfahrt", "Skilanglauf", "Eislaufen", "Mountain Bike Trail", "Swim", ""] {
            assert!(!words.is_run(kind), "{kind}");
        }
    }
}
