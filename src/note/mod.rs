//! The page for the clinician: one page of plain text from the runner's own answers.
//!
//! The same answers give the same bytes, and what is shown in the preview is what is saved and copied.

mod compared;
mod complaint;
mod life;
mod lines;
mod own_words;
pub mod page;
mod said;
mod urgent;
mod voice;

use jiff::civil::Date;
use unicode_width::UnicodeWidthStr;

use crate::assess::Assessment;
use crate::check::{Check, Compared, WrittenBy};
use crate::knowledge::Knowledge;
use crate::wording::note::NoteWords;
use crate::wording::{fill, number};
use own_words::{Room, wrap};
use page::{Goes, Section, WIDTH};
use said::Said;

/// The page, and how full it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The text, ending with one newline.
    pub text: String,
    /// Lines used, of [`page::LINES`].
    pub lines: usize,
    /// Words of the app, own words not counted.
    pub words: usize,
    /// Sections that were left out to keep one page.
    pub left_out: Vec<Goes>,
}

/// Writes the page for the day `on`.
#[must_use]
pub fn page(knowledge: &Knowledge, words: &NoteWords, check: &Check, assessment: &Assessment, on: Date) -> Page {
    let said = Said { knowledge, words, check, assessment };
    let mut sections = sections(said, on, Room::Wrapped);
    if !page::fits(&sections, footer(said, &[]).len()) {
        sections = self::sections(said, on, Room::OneLine);
    }
    let left_out = page::drop_sections(&mut sections, |gone| self::footer(said, gone).len());
    let footer = self::footer(said, &left_out);
    let text = page::join(&sections, &footer);
    Page { lines: text.lines().count(), words: app_words(&text), left_out, text }
}

/// What the file is called: no name, no side, no condition.
#[must_use]
pub fn file_name(on: Date) -> String {
    format!("knee-note-{on}.txt")
}

fn sections(said: Said<'_>, on: Date, room: Room) -> Vec<Section> {
    [
        title(said, on),
        voice::why(said, room),
        urgent::section(said),
        complaint::place(said),
        complaint::course(said),
        complaint::feel(said),
        complaint::other_signs(said),
        life::function(said),
        life::training(said),
        life::tried(said),
        life::health(said, room),
        voice::thoughts(said, room),
        voice::questions(said, room),
        compared::section(said),
    ]
    .into_iter()
    .filter(|section| !section.lines.is_empty())
    .collect()
}

fn title(said: Said<'_>, on: Date) -> Section {
    let words = said.words;
    let date = on.to_string();
    let gap = WIDTH.saturating_sub(words.title.width() + date.width());
    let by = match (said.check.written_by, said.assessment.answers.number("age")) {
        (WrittenBy::Runner, None) => words.by_runner.clone(),
        (WrittenBy::Runner, Some(age)) => fill(&words.by_runner_aged, &[("age", &number(age.floor()))]),
        (WrittenBy::Parent, None) => words.by_parent.clone(),
        (WrittenBy::Parent, Some(age)) => fill(&words.by_parent_aged, &[("age", &number(age.floor()))]),
    };
    let mut lines = vec![format!("{}{}{date}", words.title, " ".repeat(gap))];
    lines.extend(wrap(&format!("{by} {}", words.not_examined)).iter().map(|line| line.trim_start().to_owned()));
    Section { lines, goes: None }
}

fn footer(said: Said<'_>, left_out: &[Goes]) -> Vec<String> {
    let words = said.words;
    let made =
        fill(&words.footer, &[("version", env!("CARGO_PKG_VERSION")), ("content", &said.knowledge.about.content)]);
    let names: Vec<_> = left_out.iter().map(|section| section.name(words)).collect();
    let mut text = if names.is_empty() {
        format!("{made} {}", words.nothing_left_out)
    } else {
        format!("{made} {}", fill(&words.left_out, &[("sections", &names.join(", "))]))
    };
    if said.check.compared == Compared::LeftOut {
        text = format!("{made} {}", words.left_out_by_runner);
        if !names.is_empty() {
            text = format!("{text} {}", fill(&words.left_out, &[("sections", &names.join(", "))]));
        }
    }
    wrap(&text).iter().map(|line| line.trim_start().to_owned()).collect()
}

/// Words outside quotation marks.
fn app_words(text: &str) -> usize {
    text.split('"')
        .step_by(2)
        .map(|part| part.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count())
        .sum()
}
