//! What is typed half: texts of boxes that say no more than what is kept until they can be read.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// The half-typed texts of all boxes, by the name of the box.
#[derive(Debug, Default)]
pub struct Drafts(RefCell<BTreeMap<String, Draft>>);

#[derive(Debug, Default)]
struct Draft {
    text: String,
    /// What is kept of it, unit included: once something else is kept, the text is out of date.
    kept: String,
}

impl Drafts {
    /// The text in a box: what was typed, as long as `kept` is what is kept of it; else `stored`. A box never shows what
    /// is not kept, whatever changed it.
    pub fn text(&self, name: &str, kept: String, stored: impl FnOnce() -> String) -> String {
        let mut drafts = self.0.borrow_mut();
        match drafts.get(name) {
            Some(draft) if draft.kept == kept => draft.text.clone(),
            _ => {
                let text = stored();
                drafts.insert(name.to_owned(), Draft { text: text.clone(), kept });
                text
            }
        }
    }

    /// Remembers what stands in a box, and what is kept of it.
    pub fn set(&self, name: &str, text: String, kept: String) {
        self.0.borrow_mut().insert(name.to_owned(), Draft { text, kept });
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
        drafts.set("age", "2x".to_owned(), "none".to_owned());
        assert_eq!(drafts.text("age", "none".to_owned(), String::new), "2x");
        assert_eq!(drafts.text("age", "30".to_owned(), || "30".to_owned()), "30");
        assert_eq!(drafts.text("age", "none".to_owned(), String::new), "", "the draft is gone for good");
    }
}
