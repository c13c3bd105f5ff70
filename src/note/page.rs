//! One page: at most 60 lines of 72 columns, and what goes when there is more.

use crate::wording::note::NoteWords;

/// Columns of the page.
pub const WIDTH: usize = 72;
/// Lines of the page.
pub const LINES: usize = 60;
/// What stands before each line of a section.
pub(super) const INDENT: &str = "  ";

/// How much room the sections get: what goes first when the page is full, before any section does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Room {
    /// What was denied takes lines of its own, and own words as many lines as their section allows.
    Ample,
    /// What was denied takes half as many lines.
    FewerNoes,
    /// What was denied takes only what is left of a line.
    FewNoes,
    /// And own words one line each.
    OneLine,
    /// And places go by their short names, and the comparison takes a line less.
    ShortPlaces,
    /// And places and ways of starting are counted, as nobody hurts in so many: the last resort.
    Crammed,
}

impl Room {
    /// Lines for what was denied, of a section that has `lines` for it where there is room.
    pub(super) fn for_noes(self, lines: usize) -> usize {
        match self {
            Self::Ample => lines,
            Self::FewerNoes => lines / 2,
            _ => 0,
        }
    }
}

/// A part of the page.
#[derive(Clone, Debug)]
pub(super) struct Section {
    /// Its lines, the heading first.
    pub lines: Vec<String>,
    /// Its place in the order of going; `None` stays whatever happens.
    pub goes: Option<Goes>,
}

/// Sections that go when the page is too long, the first to go first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goes {
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

impl Goes {
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

/// Lines and blank lines between the sections, the footer not counted.
fn length(sections: &[Section], blanks: usize) -> usize {
    sections.iter().map(|section| section.lines.len()).sum::<usize>() + blanks
}

/// Whether the sections fit with no blank line between them, with `footer` lines below.
pub(super) fn fits(sections: &[Section], footer: usize) -> bool {
    length(sections, 0) + footer <= LINES
}

/// Whether they fit with a blank line after each.
pub(super) fn fits_spaced(sections: &[Section], footer: usize) -> bool {
    length(sections, sections.len()) + footer <= LINES
}

/// Takes away sections, in their order of going, until the rest fits with a footer that names them; returns what went.
pub(super) fn drop_sections(sections: &mut Vec<Section>, footer_lines: impl Fn(&[Goes]) -> usize) -> Vec<Goes> {
    let mut gone = Vec::new();
    while !fits(sections, footer_lines(&gone)) {
        let Some(next) = sections.iter().filter_map(|section| section.goes).min() else { break };
        sections.retain(|section| section.goes != Some(next));
        gone.push(next);
    }
    gone
}

/// Puts the sections under each other, with as many blank lines between them as fit, from the top.
pub(super) fn join(sections: &[Section], footer: &[String]) -> String {
    let filled: Vec<_> = sections.iter().filter(|section| !section.lines.is_empty()).collect();
    let spare = LINES.saturating_sub(length(sections, 0) + footer.len());
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
