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
use crate::check::answer::Answer;
use crate::check::{Check, Compared, WrittenBy};
use crate::knowledge::Knowledge;
use crate::wording::note::NoteWords;
use crate::wording::{fill, number};
use own_words::wrap;
use page::{Goes, Room, Section, WIDTH};
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
    let (sections, left_out) = fitted(said, on);
    let footer = self::footer(said, &left_out);
    let text = page::join(&sections, &footer);
    Page { lines: text.lines().count(), words: app_words(&text), left_out, text }
}

/// The sections that fit one page, and those that were left out: what was denied goes first, then blank lines, then the
/// length of own words and places, then whole sections.
fn fitted(said: Said<'_>, on: Date) -> (Vec<Section>, Vec<Goes>) {
    let footer_lines = |gone: &[Goes]| footer(said, gone).len();
    let whole_footer = footer_lines(&[]);
    for room in [Room::Ample, Room::FewerNoes] {
        let sections = sections(said, on, room);
        if page::fits_spaced(&sections, whole_footer) {
            return (sections, Vec::new());
        }
    }
    for room in [Room::FewNoes, Room::OneLine] {
        let sections = sections(said, on, room);
        if page::fits(&sections, whole_footer) {
            return (sections, Vec::new());
        }
    }
    let mut written = sections(said, on, Room::ShortPlaces);
    let gone = page::drop_sections(&mut written, footer_lines);
    if page::fits(&written, footer_lines(&gone)) {
        return (written, gone);
    }
    let mut written = sections(said, on, Room::Crammed);
    let gone = page::drop_sections(&mut written, footer_lines);
    (written, gone)
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
        complaint::place(said, room),
        complaint::course(said, room),
        complaint::feel(said, room),
        complaint::other_signs(said, room),
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
    let sex = said.all_phrases("q_sex", Answer::Yes);
    let age = said.assessment.answers.number("age").map(|age| fill(&words.aged, &[("age", &number(age.floor()))]));
    let who = sex.into_iter().chain(age).collect::<Vec<_>>().join(", ");
    let by = match (said.check.written_by, who.as_str()) {
        (WrittenBy::Runner, "") => words.by_runner.clone(),
        (WrittenBy::Runner, who) => fill(&words.by_runner_who, &[("who", who)]),
        (WrittenBy::Parent, "") => words.by_parent.clone(),
        (WrittenBy::Parent, who) => fill(&words.by_parent_who, &[("who", who)]),
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
