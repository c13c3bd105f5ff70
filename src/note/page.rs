//! One page: at most 60 lines of 72 columns, and what goes when there is more.

use crate::wording::note::NoteWords;

/// Columns of the page.
pub const WIDTH: usize = 72;
/// Lines of the page.
pub const LINES: usize = 60;
/// What stands before each line of a section.
pub(super) const INDENT: &str = "  ";

/// A part of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Section {
    /// Its lines, the heading first.
    pub lines: Vec<String>,
    /// Its place in the order of going; `None` stays whatever happens.
    pub goes: Option<OptionalSection>,
    /// What of it is not told in full.
    pub cut: Vec<Cut>,
}

impl Section {
    /// The same, of which something is told in part.
    pub(super) fn with_cut(mut self, is_cut: bool, cut: Cut) -> Self {
        self.cut.extend(is_cut.then_some(cut));
        self
    }
}

/// Sections that go when the page is too long, the first to go first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OptionalSection {
    /// WHAT THE APP COMPARED
    Compared,
    /// MY THOUGHTS
    Thoughts,
    /// PAST KNEE AND HEALTH
    Health,
    /// TRIED SO FAR
    Tried,
    /// TRAINING
    Training,
    /// OTHER SIGNS
    OtherSigns,
    /// FEEL, WORSE, BETTER, 24 HOURS
    Feel,
}

impl OptionalSection {
    /// What the section is called where it is said that it was left out.
    #[must_use]
    pub fn name(self, words: &NoteWords) -> &str {
        let names = &words.section_names;
        match self {
            Self::Compared => &names.compared,
            Self::Thoughts => &names.thoughts,
            Self::Health => &names.health,
            Self::Tried => &names.tried,
            Self::Training => &names.training,
            Self::OtherSigns => &names.other,
            Self::Feel => &names.feel,
        }
    }
}

/// What is told in part when the page is full, in the order of the page: own words that end in "[...]", and lists of which
/// the last items are not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// Own words: why, and the goal.
    Why,
    /// The reasons of the advice.
    Reasons,
    /// Marked places.
    Places,
    /// How it began and went on.
    Course,
    /// What it feels like, and when.
    Feel,
    OtherSigns,
    /// Own words: the names of activities.
    Activities,
    /// Shoes, form and habits.
    Habits,
    Health,
    /// Own words: the past of the knee.
    Past,
    /// Own words: what they think, worry about and hope for.
    Thoughts,
    /// Own words: what they want to ask.
    Questions,
    /// What the app compared.
    Compared,
    /// What was denied and parts no cause that is shown.
    Denied,
}

impl Cut {
    /// Whether it is the runner's own words.
    #[must_use]
    pub fn is_own_words(self) -> bool {
        matches!(self, Self::Why | Self::Activities | Self::Past | Self::Thoughts | Self::Questions)
    }

    /// What it is called where it is said that it was cut.
    #[must_use]
    pub fn name(self, words: &NoteWords) -> &str {
        let (names, sections) = (&words.cut_names, &words.section_names);
        match self {
            Self::Why => &names.why,
            Self::Reasons => &names.reasons,
            Self::Places => &names.places,
            Self::Course => &names.course,
            Self::Feel => &sections.feel,
            Self::OtherSigns => &sections.other,
            Self::Activities => &names.activities,
            Self::Habits => &sections.training,
            Self::Health => &sections.health,
            Self::Past => &names.past,
            Self::Thoughts => &sections.thoughts,
            Self::Questions => &names.questions,
            Self::Compared => &sections.compared,
            Self::Denied => &names.denied,
        }
    }
}

/// Lines of the sections, blank ones not counted.
pub(super) fn length(sections: &[Section]) -> usize {
    sections.iter().map(|section| section.lines.len()).sum()
}

/// Lines of the page with a blank one after each section.
pub(super) fn spaced_length(sections: &[Section]) -> usize {
    length(sections) + sections.iter().filter(|section| !section.lines.is_empty()).count()
}

/// Puts the sections under each other, with as many blank lines between them as fit, from the top.
pub(super) fn join(sections: &[Section], footer: &[String]) -> String {
    let filled: Vec<_> = sections.iter().filter(|section| !section.lines.is_empty()).collect();
    let spare = LINES.saturating_sub(length(sections) + footer.len());
    let mut text = String::new();
    for (at, section) in filled.iter().enumerate() {
        for line in &section.lines {
            text.push_str(line);
            text.push('\n');
        }
        if at < spare {
            text.push('\n');
        }
    }
    for line in footer {
        text.push_str(line);
        text.push('\n');
    }
    text
}
