//! What is typed half: texts of boxes that say no more than what is kept until they can be read.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::check::edit::Field;

/// The half-typed texts of all boxes.
#[derive(Debug, Default)]
pub struct Drafts(RefCell<BTreeMap<TextBox, Draft>>);

/// A box that is typed into.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextBox {
    Answer(Field),
    /// The new name of an earlier check.
    EarlierName,
    /// The day of a run that is typed.
    RunDay,
    /// How far it was.
    RunDistance,
    /// The day that is added to the diary.
    DiaryDay,
    /// How far the run of that day was.
    DiaryDistance,
}

#[derive(Debug, Default)]
struct Draft {
    text: String,
    /// What is kept of it, unit included: once something else is kept, the text is out of date.
    kept: String,
}

impl Drafts {
    /// The text in a box: what was typed, as long as `kept` is what is kept of it; else `stored`. A box never shows what
    /// is not kept, whatever changed it.
    pub fn text(&self, of: &TextBox, kept: String, stored: impl FnOnce() -> String) -> String {
        let mut drafts = self.0.borrow_mut();
        match drafts.get(of) {
            Some(draft) if draft.kept == kept => draft.text.clone(),
            _ => {
                let text = stored();
                drafts.insert(of.clone(), Draft { text: text.clone(), kept });
                text
            }
        }
    }

    /// Remembers what stands in a box, and what is kept of it.
    pub fn set(&self, of: TextBox, text: String, kept: String) {
        self.0.borrow_mut().insert(of, Draft { text, kept });
    }

    /// Forgets everything typed: the stored values are shown again.
    pub fn forget(&self) {
        self.0.borrow_mut().clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_never_shows_what_is_not_kept() {
        let drafts = Drafts::default();
        let age = TextBox::Answer(Field::Number("age".into()));
        drafts.set(age.clone(), "2x".to_owned(), "none".to_owned());
        assert_eq!(drafts.text(&age, "none".to_owned(), String::new), "2x");
        assert_eq!(drafts.text(&age, "30".to_owned(), || "30".to_owned()), "30");
        assert_eq!(drafts.text(&age, "none".to_owned(), String::new), "", "the draft is gone for good");
    }
}
