//! What the runner can do, trained, tried and lived through.

use super::complaint::titled;
use super::lines::Pieces;
use super::own_words::{harmless, quoted, wrap};
use super::page::{Goes, Room, Section};
use super::said::Said;
use crate::check::answer::Answer;
use crate::check::spot::Helped;
use crate::check::{Topic, Units};
use crate::knowledge::question::NoteSection;
use crate::wording::{capitalised, fill, number};
use unicode_width::UnicodeWidthChar as _;

/// Lines for activities.
const ACTIVITY_LINES: usize = 3;
/// Lines for what was denied.
const HEALTH_LINES: usize = 2;
/// An activity's name is cut after this many columns, so that three of them fit on three lines, whole with their numbers.
const ACTIVITY_COLUMNS: usize = 40;

/// FUNCTION
pub(super) fn function(said: Said<'_>) -> Section {
    let words = said.words;
    let activities: Vec<String> = said
        .check
        .activities
        .iter()
        .filter(|activity| !harmless(&activity.name).is_empty())
        .map(|activity| {
            let name = cut(harmless(&activity.name), ACTIVITY_COLUMNS, &words.cut);
            match activity.can {
                Some(can) => format!("\"{name}\": {can}"),
                None => format!("\"{name}\""),
            }
        })
        .collect();
    let mut lines = if activities.is_empty() { Vec::new() } else { wrap(&activities.join("    ")) };
    lines.truncate(ACTIVITY_LINES);
    let mut pieces = Pieces::default();
    pieces.list(&words.walking, &said.all_phrases("q_walk", Answer::Yes));
    let mut running = Vec::new();
    if let Some(pain) = said.assessment.answers.number("pain_run") {
        running.push(fill(&words.pain_running, &[("pain", &number(pain))]));
    }
    for settled in said.all_phrases("q_settle", Answer::Yes) {
        running.push(fill(&words.after_run, &[("when", &settled)]));
    }
    pieces.list(&words.running, &running);
    lines.extend(pieces.lines(words, 0));
    titled(&words.function_heading, lines, None)
}

/// The same text, or as much of it as `columns` hold and the sign that it was cut.
fn cut(text: String, columns: usize, sign: &str) -> String {
    let mut used = 0;
    let whole = |c: &char| {
        used += c.width().unwrap_or_default();
        used <= columns
    };
    let kept: String = text.chars().take_while(whole).collect();
    if kept == text { text } else { format!("{} {sign}", kept.trim_end()) }
}

/// TRAINING
pub(super) fn training(said: Said<'_>) -> Section {
    let words = said.words;
    let mut pieces = Pieces::default();
    if let Some(km) = said.assessment.answers.number("weekly_km") {
        let text = match said.check.units {
            Units::Km => &words.weekly_km,
            Units::Miles => &words.weekly_miles,
        };
        // To a tenth, as the box shows it.
        let distance = km / said.check.units.km();
        pieces.sentence(&fill(text, &[("distance", &number(distance))]));
    }
    for how in said.all_phrases("q_spike", Answer::Yes) {
        pieces.sentence(&fill(&words.longest_run, &[("how", &how)]));
    }
    pieces.list(&words.changed, &said.all_phrases("q_change", Answer::Yes));
    let habits: Vec<_> = ["q_shoes", "q_form", "q_warmup", "q_strength"]
        .into_iter()
        .flat_map(|question| said.all_phrases(question, Answer::Yes))
        .collect();
    pieces.list(&words.habits, &habits);
    pieces.list(&words.sport, &said.all_phrases("q_sport", Answer::Yes));
    titled(&words.training_heading, pieces.lines(words, 0), Some(Goes::Training))
}

/// TRIED SO FAR
pub(super) fn tried(said: Said<'_>) -> Section {
    let words = said.words;
    let mut pieces = Pieces::default();
    for tried in &said.check.tried {
        let Some(finding) = said.knowledge.finding(tried.what.as_str()) else { continue };
        let mut text = finding.note.clone();
        if let Some(days) = tried.days {
            let days = if days == 1 { words.day.clone() } else { fill(&words.days, &[("count", &days.to_string())]) };
            text = format!("{text}, {days}");
        }
        if let Some(helped) = tried.helped {
            let helped = match helped {
                Helped::Lots => &words.helped.lots,
                Helped::Little => &words.helped.little,
                Helped::ForAWhile => &words.helped.for_a_while,
                Helped::No => &words.helped.no,
            };
            text = format!("{text}: {helped}");
        }
        pieces.sentence(&capitalised(&text));
    }
    if said.check.tried.is_empty() {
        let tried = said.all_phrases("q_tried", Answer::Yes);
        for text in &tried {
            pieces.sentence(&capitalised(text));
        }
    }
    if said.check.tried.iter().all(|tried| tried.helped.is_none()) {
        for helped in said.all_phrases("q_helped", Answer::Yes) {
            pieces.sentence(&capitalised(&helped));
        }
    }
    titled(&words.tried_heading, pieces.lines(words, 0), Some(Goes::Tried))
}

/// PAST KNEE AND HEALTH
pub(super) fn health(said: Said<'_>, room: Room) -> Section {
    let words = said.words;
    let past = said.check.words.get(&Topic::Past).map_or("", String::as_str);
    let mut lines = quoted(&format!("{}:", words.past), past, &words.cut, 1, room);
    let mut pieces = Pieces::default();
    pieces.list(&words.yes, &said.section_phrases(NoteSection::Health, Answer::Yes));
    pieces.list(&words.not_sure, &said.section_phrases(NoteSection::Health, Answer::NotSure));
    pieces.list_that_may_go(&words.denied, &said.section_phrases(NoteSection::Health, Answer::No));
    let mut facts = pieces.lines(words, room.for_noes(HEALTH_LINES).saturating_sub(lines.len()));
    facts.append(&mut lines);
    titled(&words.health_heading, facts, Some(Goes::Health))
}
