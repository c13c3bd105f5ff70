//! The sport that a word of a file means.

use super::limits;
use crate::training::run::Sport;

/// How words of a run begin.
const RUNS: [&str; 3] = ["run", "trail", "treadmill"];
/// The number that Strava writes for a run.
const RUN_NUMBER: &str = "9";
/// And for others that are known.
const OTHER_NUMBERS: [(&str, &str); 3] = [("1", "ride"), ("10", "walk"), ("16", "swim")];
/// How words of other sport begin.
const OTHERS: [&str; 22] = [
    "ride",
    "rid",
    "cycl",
    "bik",
    "mountain",
    "gravel",
    "walk",
    "hik",
    "swim",
    "open_water",
    "openwater",
    "ski",
    "nordic",
    "snow",
    "row",
    "kayak",
    "canoe",
    "sail",
    "skat",
    "driv",
    "motor",
    "flight",
];

/// What a word says; nothing where it is not known.
#[must_use]
pub fn known(word: &str) -> Sport {
    let word = word.trim().to_lowercase();
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| word.starts_with(beginning));
    if word == RUN_NUMBER || begins(&RUNS) {
        Sport::Run
    } else if let Some((_, meant)) = OTHER_NUMBERS.iter().find(|(number, _)| *number == word) {
        Sport::Other((*meant).to_owned())
    } else if begins(&OTHERS) {
        other(&word)
    } else {
        Sport::NotTold
    }
}

/// The same for a file that names the sport of each activity: a word that is not known is another sport.
#[must_use]
pub fn named(word: &str) -> Sport {
    match known(word) {
        Sport::NotTold if !word.trim().is_empty() => other(&word.trim().to_lowercase()),
        sport => sport,
    }
}

/// Another sport, by the beginning of its word.
pub(super) fn other(word: &str) -> Sport {
    Sport::Other(word.chars().take(limits::SPORT_LETTERS).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_says_run_other_or_nothing() {
        for word in ["run", "Running", "9", "trail_running", "Treadmill Running", " run "] {
            assert_eq!(known(word), Sport::Run, "{word}");
        }
        for word in ["1", "16", "cycling", "Walking"] {
            assert!(matches!(known(word), Sport::Other(_)), "{word}");
        }
        for word in ["", "3", "track"] {
            assert_eq!(known(word), Sport::NotTold, "{word}");
        }
        assert_eq!((named("Other"), named("")), (Sport::Other("other".to_owned()), Sport::NotTold));
    }
}
