//! The page for the clinician: one page of plain text from the runner's own answers.
//!
//! The same answers give the same bytes, and what is shown in the preview is what is saved and copied.

mod compared;
mod complaint;
mod fitting;
mod life;
mod lines;
mod own_words;
pub mod page;
mod room;
mod said;
mod urgent;
mod voice;

use jiff::civil::Date;
use unicode_width::UnicodeWidthStr;

use crate::assess::Assessment;
use crate::check::answer::Answer;
use crate::check::{Check, Compared, Topic, WrittenBy};
use crate::knowledge::Knowledge;
use crate::knowledge::known_ids::{numbers, questions};
use crate::knowledge::question::Question;
use crate::wording::note::NoteWords;
use crate::wording::{fill, number};
use own_words::wrap;
use page::{Cut, Goes, Section, WIDTH};
use room::{Listed, Own, Room};
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
    /// What of the others is told in part.
    pub cut: Vec<Cut>,
}

/// Writes the page for the day `on`.
#[must_use]
pub fn page(knowledge: &Knowledge, words: &NoteWords, check: &Check, assessment: &Assessment, on: Date) -> Page {
    let (pertinent, own) = (said::pertinent(assessment), said::own_words(check));
    let said = Said { knowledge, words, check, assessment, pertinent: &pertinent, own: &own, on };
    let (sections, left_out, cut) = fitting::fitted(said);
    let footer = self::footer(said, &left_out, &cut);
    let text = page::join(&sections, &footer);
    Page { lines: text.lines().count(), words: app_words(&text), left_out, cut, text }
}

/// What the file is called: no name, no side, no condition.
#[must_use]
pub fn file_name(on: Date) -> String {
    format!("knee-note-{on}.txt")
}

/// The sections, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Title,
    Why,
    Urgent,
    Place,
    Course,
    Feel,
    OtherSigns,
    Function,
    Training,
    Tried,
    Health,
    Thoughts,
    Questions,
    Compared,
}

impl Kind {
    const ALL: [Self; 14] = [
        Self::Title,
        Self::Why,
        Self::Urgent,
        Self::Place,
        Self::Course,
        Self::Feel,
        Self::OtherSigns,
        Self::Function,
        Self::Training,
        Self::Tried,
        Self::Health,
        Self::Thoughts,
        Self::Questions,
        Self::Compared,
    ];

    /// The section with so much room.
    fn section(self, said: Said<'_>, room: &Room) -> Section {
        match self {
            Self::Title => title(said),
            Self::Why => voice::why(said, room),
            Self::Urgent => urgent::section(said, room),
            Self::Place => complaint::place(said, room),
            Self::Course => complaint::course(said, room),
            Self::Feel => complaint::feel(said, room),
            Self::OtherSigns => complaint::other_signs(said, room),
            Self::Function => life::function(said, room),
            Self::Training => life::training(said),
            Self::Tried => life::tried(said),
            Self::Health => life::health(said, room),
            Self::Thoughts => voice::thoughts(said, room),
            Self::Questions => voice::questions(said, room),
            Self::Compared => compared::section(said, room),
        }
    }

    /// The place of the section in the order of going; of those that stay there is none.
    fn goes(self) -> Option<Goes> {
        match self {
            Self::Feel => Some(Goes::Feel),
            Self::OtherSigns => Some(Goes::OtherSigns),
            Self::Training => Some(Goes::Training),
            Self::Tried => Some(Goes::Tried),
            Self::Health => Some(Goes::Health),
            Self::Thoughts => Some(Goes::Thoughts),
            Self::Compared => Some(Goes::Compared),
            _ => None,
        }
    }

    /// Where own words stand.
    fn of_own(own: Own) -> Self {
        match own {
            Own::Words(Topic::Why | Topic::Goal) => Self::Why,
            Own::Words(Topic::Think | Topic::Worry | Topic::Hope) => Self::Thoughts,
            Own::Words(Topic::Past) => Self::Health,
            Own::Activity(_) => Self::Function,
            Own::Question(_) => Self::Questions,
        }
    }

    /// Where a list stands.
    fn of_list(list: Listed) -> Self {
        match list {
            Listed::Reasons => Self::Urgent,
            Listed::Course => Self::Course,
            Listed::Feel => Self::Feel,
            Listed::OtherSigns => Self::OtherSigns,
            Listed::Health => Self::Health,
            Listed::Compared => Self::Compared,
        }
    }
}

fn title(said: Said<'_>) -> Section {
    let words = said.words;
    let date = said.on.to_string();
    let gap = WIDTH.saturating_sub(words.title.width() + date.width());
    let sex = said.all_phrases(questions::SEX, Answer::Yes);
    let age =
        said.assessment.answers.number(&numbers::AGE).map(|age| fill(&words.aged, &[("age", &number(age.floor()))]));
    let not_told = match (sex.is_empty(), age.is_none()) {
        (true, true) => words.no_age_no_sex.as_str(),
        (true, false) => &words.no_sex,
        (false, true) => &words.no_age,
        (false, false) => "",
    };
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
    let told = [&by, not_told, &words.not_examined].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    lines.extend(wrap(&told.join(" ")).iter().map(|line| line.trim_start().to_owned()));
    lines.extend(days(said));
    Section { lines, ..Section::default() }
}

/// Who wrote the page. A grown person is no child, whatever was picked: then it was written by somebody else.
fn writer(check: &Check) -> WrittenBy {
    match check.written_by {
        WrittenBy::Parent if check.is_grown_up() => WrittenBy::SomebodyElse,
        other => other,
    }
}

/// Of which days the answers are, where some are older than the page.
fn days(said: Said<'_>) -> Option<String> {
    let is_safety = |question: &Question| said.knowledge.safety_questions().any(|safety| safety.id == question.id);
    let (first, last) = said.days_of(said.knowledge.questions.iter().filter(|question| !is_safety(question)))?;
    let words = said.words;
    let values = [("from", &*first.to_string()), ("to", &last.to_string())];
    let answers = fill(if first == last { &words.answers_on } else { &words.answers_between }, &values);
    Some(match said.check.safety_told_on(said.knowledge) {
        Some(safety) => format!("{answers} {}", fill(&words.safety_on, &[("date", &safety.to_string())])),
        None => answers,
    })
}

fn footer(said: Said<'_>, left_out: &[Goes], cut: &[Cut]) -> Vec<String> {
    let words = said.words;
    let mut text =
        fill(&words.footer, &[("version", env!("CARGO_PKG_VERSION")), ("content", &said.knowledge.about.content)]);
    let mut add = |sentence: &str| text = format!("{text} {sentence}");
    if said.check.compared == Compared::LeftOut {
        add(&words.left_out_by_runner);
    } else if left_out.is_empty() && cut.is_empty() {
        add(&words.nothing_left_out);
    }
    if !left_out.is_empty() {
        let names: Vec<_> = left_out.iter().map(|section| section.name(words)).collect();
        add(&fill(&words.left_out, &[("sections", &names.join(", "))]));
    }
    if !cut.is_empty() {
        let names: Vec<_> = cut.iter().map(|cut| cut.name(words)).collect();
        add(&fill(&words.told_in_part, &[("list", &names.join(", "))]));
    }
    wrap(&text).iter().map(|line| line.trim_start().to_owned()).collect()
}

/// Words of the app: those outside the marks of own words.
fn app_words(text: &str) -> usize {
    own_words::outside(text).split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
