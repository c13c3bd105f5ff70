//! What the runner can do, trained, tried and lived through.

use super::complaint::titled;
use super::lines::Pieces;
use super::own_words::{columns, quoted_short, wrap_own};
use super::page::{Cut, Goes, Section, WIDTH};
use super::room::{Listed, Own, Room};
use super::said::Said;
use super::voice;
use crate::check::answer::Answer;
use crate::check::spot::Helped;
use crate::check::{Topic, Units};
use crate::knowledge::known_ids::{numbers, questions};
use crate::knowledge::question::NoteSection;
use crate::wording::{capitalised, fill, number};

/// Where there is little room an activity's name is cut after this many columns, so that it fits on a line with its
/// number.
const ACTIVITY_COLUMNS: usize = 60;

/// FUNCTION
pub(super) fn function(said: Said<'_>, room: &Room) -> Section {
    let words = said.words;
    let named = said.check.activities.iter().enumerate().filter_map(|(at, activity)| {
        let own = Own::Activity(at);
        let name = quoted_short(said.own.get(&own)?, &words.cut, ACTIVITY_COLUMNS * room.own(own));
        let can = activity.can.map_or_else(String::new, |can| format!(": {can}"));
        Some((format!("{}{can}", name.lines.concat()), name.is_cut))
    });
    let (names, are_cut): (Vec<_>, Vec<_>) = named.unzip();
    let mut lines = side_by_side(&names);
    let mut pieces = Pieces::default();
    pieces.list(&words.walking, &said.all_phrases(questions::WALK, Answer::Yes));
    let mut running = Vec::new();
    if let Some(pain) = said.number(numbers::PAIN_RUN) {
        running.push(fill(&words.pain_running, &[("pain", &number(pain))]));
    }
    for settled in said.all_phrases(questions::SETTLE, Answer::Yes) {
        running.push(fill(&words.after_run, &[("when", &settled)]));
    }
    pieces.list(&words.running, &running);
    lines.extend(pieces.lines(words, None).lines);
    let heading = said.dated_by(&words.function_heading, &[NoteSection::Function]);
    titled(&heading, lines, None).with_cut(are_cut.contains(&true), Cut::Activities)
}

/// As many on a line as fit, with a gap between them.
fn side_by_side(names: &[String]) -> Vec<String> {
    const GAP: &str = "    ";
    let mut lines: Vec<String> = Vec::new();
    for name in names {
        match lines.last_mut() {
            Some(line) if columns(line) + GAP.len() + columns(name) <= WIDTH => {
                line.push_str(GAP);
                line.push_str(name);
            }
            _ => lines.extend(wrap_own(name)),
        }
    }
    lines
}

/// TRAINING
pub(super) fn training(said: Said<'_>) -> Section {
    let words = said.words;
    let mut pieces = Pieces::default();
    if let Some(km) = said.number(numbers::WEEKLY_KM) {
        let text = match said.check.units {
            Units::Km => &words.weekly_km,
            Units::Miles => &words.weekly_miles,
        };
        // To a tenth, as the box shows it.
        let distance = km / said.check.units.km();
        pieces.sentence(&fill(text, &[("distance", &number(distance))]));
    }
    for how in said.all_phrases(questions::SPIKE, Answer::Yes) {
        pieces.sentence(&fill(&words.longest_run, &[("how", &how)]));
    }
    pieces.list(&words.changed, &said.all_phrases(questions::CHANGE, Answer::Yes));
    let habits: Vec<_> = [questions::SHOES, questions::FORM, questions::WARM_UP, questions::STRENGTH]
        .into_iter()
        .flat_map(|question| said.all_phrases(question, Answer::Yes))
        .collect();
    pieces.list(&words.habits, &habits);
    pieces.list(&words.sport, &said.all_phrases(questions::SPORT, Answer::Yes));
    let heading = said.dated_by(&words.training_heading, &[NoteSection::Training]);
    titled(&heading, pieces.lines(words, None).lines, Some(Goes::Training))
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
        let tried = said.all_phrases(questions::TRIED, Answer::Yes);
        for text in &tried {
            pieces.sentence(&capitalised(text));
        }
    }
    if said.check.tried.iter().all(|tried| tried.helped.is_none()) {
        for helped in said.all_phrases(questions::HELPED, Answer::Yes) {
            pieces.sentence(&capitalised(&helped));
        }
    }
    let heading = said.dated_by(&words.tried_heading, &[NoteSection::Tried]);
    titled(&heading, pieces.lines(words, None).lines, Some(Goes::Tried))
}

/// PAST KNEE AND HEALTH
pub(super) fn health(said: Said<'_>, room: &Room) -> Section {
    let words = said.words;
    let past = voice::topic(said, room, &words.past, Topic::Past);
    let mut pieces = Pieces::default();
    pieces.list(&words.yes, &said.section_phrases(NoteSection::Health, Answer::Yes));
    pieces.list(&words.not_sure, &said.section_phrases(NoteSection::Health, Answer::NotSure));
    let (denied, pertinent) = said.denied_phrases(NoteSection::Health);
    pieces.list_that_may_go(&words.denied, &denied, room.kept(Listed::Health, pertinent));
    let mut facts = pieces.lines(words, room.lines(Listed::Health, 0));
    facts.lines.extend(past.lines);
    let heading = said.dated_by(&words.health_heading, &[NoteSection::Health]);
    titled(&heading, facts.lines, Some(Goes::Health))
        .with_cut(facts.is_counted, Cut::Health)
        .with_cut(past.is_cut, Cut::Past)
}
