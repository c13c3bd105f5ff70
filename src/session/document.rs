//! What can be saved and copied.

use jiff::civil::Date;

use super::Session;
use crate::plan::way_back::BackToRunning;
use crate::{note, plan};

/// A text that leaves the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Document {
    /// The page for the visit.
    #[default]
    Page,
    /// The plan for the runner.
    Plan,
    /// The runs of the next weeks, for a calendar.
    Calendar,
}

impl Document {
    /// What its file is called: no name, no side, no condition.
    #[must_use]
    pub fn file_name(self, on: Date) -> String {
        match self {
            Self::Page => note::file_name(on),
            Self::Plan => plan::text::file_name(on),
            Self::Calendar => plan::calendar::file_name(on),
        }
    }
}

impl Session {
    /// The text as it is saved and copied.
    #[must_use]
    pub fn text_of(&self, document: Document) -> String {
        let state = &self.state;
        match document {
            Document::Page => state.page.whole(),
            Document::Plan => {
                let made = plan::Plan::of(&state.check, &state.assessment, state.today, state.check.race_on);
                plan::text::text(&self.content.wording.plan, &state.places, &state.assessment, &made)
            }
            Document::Calendar => {
                let way = BackToRunning::of(&state.check, &state.assessment, state.today);
                let words = &self.content.wording.diary.calendar;
                plan::calendar::calendar(words, &self.content.knowledge, way.runs(), state.today)
            }
        }
    }
}
