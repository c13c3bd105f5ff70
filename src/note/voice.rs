//! The runner's own voice: why they come, what they think, what they ask.

use super::complaint::titled;
use super::own_words::{Room, quoted};
use super::page::{Goes, Section};
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

/// MY THOUGHTS: three thoughts share two lines, so each may take one, and two of them stand together when short.
pub(super) fn thoughts(said: Said<'_>, room: Room) -> Section {
    let words = said.words;
    let said_of: Vec<(&str, &str)> =
        [(&words.think, Topic::Think), (&words.worry, Topic::Worry), (&words.hope, Topic::Hope)]
            .into_iter()
            .filter_map(|(label, topic)| Some((label.as_str(), said.check.words.get(&topic)?.as_str())))
            .filter(|(_, text)| !super::own_words::harmless(text).is_empty())
            .collect();
    let lines = match said_of.as_slice() {
        [] => Vec::new(),
        [(topic, text)] => quoted(&label(topic), text, &words.cut, 2, room),
        [first, second] => [first, second]
            .into_iter()
            .flat_map(|(topic, text)| quoted(&label(topic), text, &words.cut, 1, Room::OneLine))
            .collect(),
        all => {
            let one_each: Vec<_> =
                all.iter().map(|(label, text)| format!("{label}: \"{}\"", super::own_words::harmless(text))).collect();
            let together = super::own_words::wrap(&one_each.join(" "));
            if together.len() <= 2 {
                together
            } else {
                all.iter().flat_map(|(topic, text)| quoted(&label(topic), text, &words.cut, 1, Room::OneLine)).collect()
            }
        }
    };
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
