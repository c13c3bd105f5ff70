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
/// length of own words, places and the comparison, then whole sections.
fn fitted(said: Said<'_>, on: Date) -> (Vec<Section>, Vec<Goes>) {
    let footer_lines = |gone: &[Goes]| footer(said, gone).len();
    let mut fitting = sections(said, on, Room::ShortPlaces, &[]);
    let gone = page::drop_sections(&mut fitting, footer_lines);
    let footer = footer_lines(&gone);
    if !page::fits(&fitting, footer) {
        let mut crammed = sections(said, on, Room::Crammed, &[]);
        let gone = page::drop_sections(&mut crammed, footer_lines);
        return (crammed, gone);
    }
    // What is left of the page goes to what was shortened, in the opposite order.
    for room in [Room::OneLine, Room::FewNoes, Room::FewerNoes, Room::Ample] {
        let wider = sections(said, on, room, &gone);
        let fits = if room < Room::FewNoes { page::fits_spaced } else { page::fits };
        if !fits(&wider, footer) {
            break;
        }
        fitting = wider;
    }
    (fitting, gone)
}

/// What the file is called: no name, no side, no condition.
#[must_use]
pub fn file_name(on: Date) -> String {
    format!("knee-note-{on}.txt")
}

/// The sections that have lines, those apart that are `gone`.
fn sections(said: Said<'_>, on: Date, room: Room, gone: &[Goes]) -> Vec<Section> {
    let kept = |goes: Goes, section: &dyn Fn() -> Section| (!gone.contains(&goes)).then(section);
    [
        Some(title(said, on)),
        Some(voice::why(said, room)),
        Some(urgent::section(said)),
        Some(complaint::place(said, room)),
        Some(complaint::course(said, room)),
        kept(Goes::Feel, &|| complaint::feel(said, room)),
        kept(Goes::OtherSigns, &|| complaint::other_signs(said, room)),
        Some(life::function(said)),
        kept(Goes::Training, &|| life::training(said)),
        kept(Goes::Tried, &|| life::tried(said)),
        kept(Goes::Health, &|| life::health(said, room)),
        kept(Goes::Thoughts, &|| voice::thoughts(said, room)),
        Some(voice::questions(said, room)),
        kept(Goes::Compared, &|| compared::section(said, room)),
    ]
    .into_iter()
    .flatten()
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
    let by = match (writer(said.check), who.as_str()) {
        (WrittenBy::Runner, "") => words.by_runner.clone(),
        (WrittenBy::Runner, who) => fill(&words.by_runner_who, &[("who", who)]),
        (WrittenBy::Parent, "") => words.by_parent.clone(),
        (WrittenBy::Parent, who) => fill(&words.by_parent_who, &[("who", who)]),
        (WrittenBy::SomebodyElse, "") => words.by_other.clone(),
        (WrittenBy::SomebodyElse, who) => fill(&words.by_other_who, &[("who", who)]),
    };
    let mut lines = vec![format!("{}{}{date}", words.title, " ".repeat(gap))];
    lines.extend(wrap(&format!("{by} {}", words.not_examined)).iter().map(|line| line.trim_start().to_owned()));
    Section { lines, goes: None }
}

/// Who wrote the page. A grown person is no child, whatever was picked: then it was written by somebody else.
fn writer(check: &Check) -> WrittenBy {
    match check.written_by {
        WrittenBy::Parent if check.is_grown_up() => WrittenBy::SomebodyElse,
        other => other,
    }
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
