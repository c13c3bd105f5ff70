//! The runner's own voice: why they come, what they think, what they ask.

use super::complaint::titled;
use super::line_budget::{LineBudget, OwnText};
use super::own_words::{Quotation, quoted};
use super::page::{Cut, OptionalSection, Section};
use super::section_input::SectionInput;
use crate::check::Topic;

/// MY THOUGHTS: each on lines of its own.
pub(super) fn thoughts(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = input.words;
    let topics = [(&words.think, Topic::Think), (&words.worry, Topic::Worry), (&words.hope, Topic::Hope)];
    let quotations = topics.into_iter().map(|(label, of)| topic(input, budget, label, of)).collect();
    told(&words.thoughts_heading, quotations, Cut::Thoughts, Some(OptionalSection::Thoughts))
}

/// MY QUESTIONS
pub(super) fn questions(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = input.words;
    let asked = input.own.iter().filter(|(own, _)| matches!(own, OwnText::Question(_))).enumerate();
    let quotations = asked
        .map(|(at, (own, question))| quoted(&(at + 1).to_string(), question, &words.cut, budget.own(*own)))
        .collect();
    told(&words.questions_heading, quotations, Cut::Questions, None)
}

/// The words of one box, with its label before them: `Goal: "..."`.
pub(super) fn topic(input: SectionInput<'_>, budget: &LineBudget, label: &str, of: Topic) -> Quotation {
    let text = input.own.get(&OwnText::Words(of)).map_or("", String::as_str);
    let label = if label.is_empty() { String::new() } else { format!("{label}:") };
    quoted(&label, text, &input.words.cut, budget.own(OwnText::Words(of)))
}

fn told(heading: &str, quotations: Vec<Quotation>, cut: Cut, goes: Option<OptionalSection>) -> Section {
    let is_cut = quotations.iter().any(|quotation| quotation.is_cut);
    let lines = quotations.into_iter().flat_map(|quotation| quotation.lines).collect();
    titled(heading, lines, goes).with_cut(is_cut, cut)
}
