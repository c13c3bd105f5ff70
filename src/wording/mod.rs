//! The words of the page and of the screens: data in `assets/text/*.ron`, typed here so that a missing text is an error
//! when the program is built into a test, not a hole on the screen.

/// Declares a struct of texts: each named field is one.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($field:ident),* $(,)? } $({ $($inner:ident: $kind:ty),* $(,)? })?) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $(pub $field: String,)*
            $($(pub $inner: $kind,)*)?
        }
    };
}

pub mod diary;
pub mod note;
pub mod places;
pub mod plan;
pub mod runs;
pub mod screen;

use crate::knowledge::files::{ContentError, from_ron};
use diary::DiaryWords;
use note::NoteWords;
use places::Countries;
use plan::PlanWords;
use runs::RunsWords;
use screen::ScreenWords;

#[derive(Clone, Debug)]
pub struct Wording {
    /// Of the page for the clinician.
    pub note: NoteWords,
    /// Of the plan as a text.
    pub plan: PlanWords,
    pub screen: ScreenWords,
    /// Of the runner's runs.
    pub runs: RunsWords,
    /// Of the diary and the way back to running.
    pub diary: DiaryWords,
    /// Places of care by country, the last for every other country.
    pub places: Countries,
}

impl Wording {
    /// The words that are built into the program.
    ///
    /// # Errors
    /// When they are broken; a test shows that they are not.
    pub fn embedded() -> Result<Self, ContentError> {
        Ok(Self {
            note: from_ron("note.ron", include_str!("../../assets/text/note.ron"))?,
            plan: from_ron("plan.ron", include_str!("../../assets/text/plan.ron"))?,
            runs: from_ron("runs.ron", include_str!("../../assets/text/runs.ron"))?,
            diary: from_ron("diary.ron", include_str!("../../assets/text/diary.ron"))?,
            screen: from_ron("screen.ron", include_str!("../../assets/text/screen.ron"))?,
            places: from_ron("places.ron", include_str!("../../assets/text/places.ron"))?,
        })
    }
}

/// A number as people write it: to a tenth, without a needless ".0".
#[must_use]
pub fn number(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}

/// The text with a capital at its start.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Fills the places `{name}` of a text.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after
            .split_once('}')
            .and_then(|(name, tail)| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, tail)));
        if let Some((value, tail)) = value {
            filled.push_str(value);
            rest = tail;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_words_can_be_read() {
        Wording::embedded().unwrap();
    }

    #[test]
    fn filled_text_is_not_filled_again() {
        assert_eq!(fill("{a} and {b}, {c}", &[("a", "{b}"), ("b", "2")]), "{b} and 2, {c}");
    }
}
