//! The runner's own voice: why they come, what they think, what they ask.

use super::complaint::titled;
use super::own_words::{Quotation, quoted};
use super::page::{Cut, Goes, Section};
use super::room::{Own, Room};
use super::said::Said;
use crate::check::Topic;

/// WHY I AM HERE
pub(super) fn why(said: Said<'_>, room: &Room) -> Section {
    let words = said.words;
    let quotations = vec![topic(said, room, "", Topic::Why), topic(said, room, &words.goal, Topic::Goal)];
    told(&words.why_heading, quotations, Cut::Why, None)
}

/// MY THOUGHTS: each on lines of its own.
pub(super) fn thoughts(said: Said<'_>, room: &Room) -> Section {
    let words = said.words;
    let topics = [(&words.think, Topic::Think), (&words.worry, Topic::Worry), (&words.hope, Topic::Hope)];
    let quotations = topics.into_iter().map(|(label, of)| topic(said, room, label, of)).collect();
    told(&words.thoughts_heading, quotations, Cut::Thoughts, Some(Goes::Thoughts))
}

/// MY QUESTIONS
pub(super) fn questions(said: Said<'_>, room: &Room) -> Section {
    let words = said.words;
    let asked = said.own.iter().filter(|(own, _)| matches!(own, Own::Question(_))).enumerate();
    let quotations = asked
        .map(|(at, (own, question))| quoted(&(at + 1).to_string(), question, &words.cut, room.own(*own)))
        .collect();
    told(&words.questions_heading, quotations, Cut::Questions, None)
}

/// The words of one box, with its label before them: `Goal: "..."`.
pub(super) fn topic(said: Said<'_>, room: &Room, label: &str, of: Topic) -> Quotation {
    let text = said.own.get(&Own::Words(of)).map_or("", String::as_str);
    let label = if label.is_empty() { String::new() } else { format!("{label}:") };
    quoted(&label, text, &said.words.cut, room.own(Own::Words(of)))
}

fn told(heading: &str, quotations: Vec<Quotation>, cut: Cut, goes: Option<Goes>) -> Section {
    let is_cut = quotations.iter().any(|quotation| quotation.is_cut);
    let lines = quotations.into_iter().flat_map(|quotation| quotation.lines).collect();
    titled(heading, lines, goes).with_cut(is_cut, cut)
}
