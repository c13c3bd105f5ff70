//! The runner's own voice: why they come, what they think, what they ask.

use super::complaint::titled;
use super::own_words::quoted;
use super::page::{Goes, Room, Section};
use super::said::Said;
use crate::check::Topic;

/// WHY I AM HERE
pub(super) fn why(said: Said<'_>, room: Room) -> Section {
    let words = said.words;
    let of = |topic| said.check.words.get(&topic).map_or("", String::as_str);
    let mut lines = quoted("", of(Topic::Why), &words.cut, 2, room);
    lines.extend(quoted(&label(&words.goal), of(Topic::Goal), &words.cut, 1, room));
    titled(&words.why_heading, lines, None)
}

/// MY THOUGHTS: each on a line of its own, and on two where there is room.
pub(super) fn thoughts(said: Said<'_>, room: Room) -> Section {
    let words = said.words;
    let lines = [(&words.think, Topic::Think), (&words.worry, Topic::Worry), (&words.hope, Topic::Hope)]
        .into_iter()
        .filter_map(|(topic, of)| Some((topic, said.check.words.get(&of)?)))
        .flat_map(|(topic, text)| quoted(&label(topic), text, &words.cut, 2, room))
        .collect();
    titled(&words.thoughts_heading, lines, Some(Goes::Thoughts))
}

/// MY QUESTIONS
pub(super) fn questions(said: Said<'_>, room: Room) -> Section {
    let words = said.words;
    let lines = said
        .check
        .questions
        .iter()
        .filter(|question| !super::own_words::harmless(question).is_empty())
        .enumerate()
        .flat_map(|(at, question)| quoted(&(at + 1).to_string(), question, &words.cut, 1, room))
        .collect();
    titled(&words.questions_heading, lines, None)
}

/// What stands before own words: "Goal:".
fn label(topic: &str) -> String {
    format!("{topic}:")
}
