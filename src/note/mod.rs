//! The page for the clinician: one page of plain text from the runner's own answers.
//!
//! The same answers give the same bytes, and what is shown in the preview is what is saved and copied.

mod account;
mod compared;
mod complaint;
mod fitting;
mod in_short;
mod life;
mod line_budget;
mod lines;
mod own_words;
pub mod page;
mod running;
mod section_input;
pub mod since;
mod urgent;
mod voice;

use jiff::civil::Date;
use unicode_width::UnicodeWidthStr;

use crate::assess::Assessment;
use crate::check::{Check, Compared, Topic, WrittenBy};
use crate::knowledge::question::Question;
use crate::wording::fill;
use crate::wording::note::NoteWords;
use account::Account;
use line_budget::{LineBudget, OwnText, ShortenableList};
use own_words::wrap;
use page::{Cut, OptionalSection, Section, WIDTH};
use section_input::SectionInput;

/// The page, and how full it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The text, ending with one newline.
    pub text: String,
    /// The second page: the diary, as a table. Empty without one.
    pub second: String,
    /// Lines used, of [`page::LINES`].
    pub lines: usize,
    /// Words of the app, own words not counted.
    pub words: usize,
    /// Sections that were left out to keep one page.
    pub left_out: Vec<OptionalSection>,
    /// What of the others is told in part.
    pub cut: Vec<Cut>,
}

/// Writes the page for the day `on`.
#[must_use]
pub fn page(words: &NoteWords, check: &Check, assessment: &Assessment, on: Date) -> Page {
    let (telling, own) = (section_input::telling(assessment), section_input::own_words(check));
    let could_be_urgent = assessment.could_be_urgent();
    let nothing = Account::default();
    let input = SectionInput {
        knowledge: assessment.knowledge(),
        words,
        check,
        assessment,
        telling: &telling,
        could_be_urgent: &could_be_urgent,
        account: &nothing,
        own: &own,
        on,
    };
    let account = in_short::account(input);
    let input = SectionInput { account: &account, ..input };
    let (sections, left_out, cut) = fitting::fitted(input);
    let footer = self::footer(input, &left_out, &cut);
    let text = page::join(&sections, &footer);
    let second = page::join(&[running::diary(words, check, assessment)], &[]);
    Page { lines: text.lines().count(), words: app_words(&text), left_out, cut, text, second }
}

impl Page {
    /// Both pages, as they are saved and copied.
    #[must_use]
    pub fn whole(&self) -> String {
        if self.second.is_empty() { self.text.clone() } else { format!("{}\n{}", self.text, self.second) }
    }
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
    InShort,
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
        Self::InShort,
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
    fn section(self, input: SectionInput<'_>, budget: &LineBudget) -> Section {
        match self {
            Self::Title => title(input),
            Self::InShort => in_short::section(input, budget),
            Self::Urgent => urgent::section(input, budget),
            Self::Place => complaint::place(input, budget),
            Self::Course => complaint::course(input, budget),
            Self::Feel => complaint::feel(input, budget),
            Self::OtherSigns => complaint::other_signs(input, budget),
            Self::Function => life::function(input, budget),
            Self::Training => life::training(input),
            Self::Tried => life::tried(input),
            Self::Health => life::health(input, budget),
            Self::Thoughts => voice::thoughts(input, budget),
            Self::Questions => voice::questions(input, budget),
            Self::Compared => compared::section(input, budget),
        }
    }

    /// The place of the section in the order of going; of those that stay there is none.
    fn goes(self) -> Option<OptionalSection> {
        match self {
            Self::Feel => Some(OptionalSection::Feel),
            Self::OtherSigns => Some(OptionalSection::OtherSigns),
            Self::Training => Some(OptionalSection::Training),
            Self::Tried => Some(OptionalSection::Tried),
            Self::Health => Some(OptionalSection::Health),
            Self::Thoughts => Some(OptionalSection::Thoughts),
            Self::Compared => Some(OptionalSection::Compared),
            _ => None,
        }
    }

    /// Where own words stand.
    fn of_own(own: OwnText) -> Self {
        match own {
            OwnText::Words(Topic::Why | Topic::Goal) => Self::InShort,
            OwnText::Words(Topic::Think | Topic::Worry | Topic::Hope) => Self::Thoughts,
            OwnText::Words(Topic::Past) => Self::Health,
            OwnText::Activity(_) => Self::Function,
            OwnText::Question(_) => Self::Questions,
        }
    }

    /// Where a list stands.
    fn of_list(list: ShortenableList) -> Self {
        match list {
            ShortenableList::Reasons => Self::Urgent,
            ShortenableList::Course => Self::Course,
            ShortenableList::Feel => Self::Feel,
            ShortenableList::OtherSigns => Self::OtherSigns,
            ShortenableList::Health => Self::Health,
            ShortenableList::Compared => Self::Compared,
        }
    }
}

fn title(input: SectionInput<'_>) -> Section {
    let words = input.words;
    let date = input.on.to_string();
    let gap = WIDTH.saturating_sub(words.title.width() + date.width());
    let by = match writer(input.check) {
        WrittenBy::Runner => &words.by_runner,
        WrittenBy::Parent => &words.by_parent,
        WrittenBy::SomebodyElse => &words.by_other,
    };
    let mut lines = vec![format!("{}{}{date}", words.title, " ".repeat(gap))];
    lines.extend(wrap(&format!("{by} {}", words.not_examined)).iter().map(|line| line.trim_start().to_owned()));
    lines.extend(days(input));
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
fn days(input: SectionInput<'_>) -> Option<String> {
    let is_safety = |question: &Question| input.knowledge.safety_questions().any(|safety| safety.id == question.id);
    let (first, last) = input.days_of(input.knowledge.questions.iter().filter(|question| !is_safety(question)))?;
    let words = input.words;
    let values = [("from", &*first.to_string()), ("to", &last.to_string())];
    let answers = fill(if first == last { &words.answers_on } else { &words.answers_between }, &values);
    Some(match input.check.safety_told_on(input.knowledge) {
        Some(safety) => format!("{answers} {}", fill(&words.safety_on, &[("date", &safety.to_string())])),
        None => answers,
    })
}

fn footer(input: SectionInput<'_>, left_out: &[OptionalSection], cut: &[Cut]) -> Vec<String> {
    let words = input.words;
    let mut text =
        fill(&words.footer, &[("version", env!("CARGO_PKG_VERSION")), ("content", &input.knowledge.about.content)]);
    let mut add = |sentence: &str| text = format!("{text} {sentence}");
    if input.check.compared == Compared::LeftOut {
        add(&words.left_out_by_runner);
    } else if left_out.is_empty() && cut.is_empty() {
        add(&words.nothing_left_out);
    }
    if !left_out.is_empty() {
        let names: Vec<_> = left_out.iter().map(|section| section.name(words)).collect();
        add(&fill(&words.left_out, &[("sections", &names.join(", "))]));
    }
    let in_part: Vec<_> = cut.iter().filter(|cut| **cut != Cut::Denied).map(|cut| cut.name(words)).collect();
    if !in_part.is_empty() {
        add(&fill(&words.told_in_part, &[("list", &in_part.join(", "))]));
    }
    if cut.contains(&Cut::Denied) {
        add(&fill(&words.not_listed, &[("list", Cut::Denied.name(words))]));
    }
    wrap(&text).iter().map(|line| line.trim_start().to_owned()).collect()
}

/// Words of the app: those outside the marks of own words.
fn app_words(text: &str) -> usize {
    own_words::outside(text).split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
