//! Where it hurts, how it began, what makes it worse, other signs.

use super::lines::{Pieces, list};
use super::own_words::wrap;
use super::page::{Goes, Section};
use super::said::Said;
use crate::check::answer::Answer;
use crate::check::spot::{Knee, Side, Size, Spot};
use crate::knowledge::question::NoteSection;
use crate::wording::{fill, number};

const WHERE_LINES: usize = 4;
/// A letter that no text of the content holds.
const SLOT: char = '\u{e000}';
const COURSE_LINES: usize = 2;
const FEEL_LINES: usize = 4;
const OTHER_LINES: usize = 4;

/// WHERE
pub(super) fn place(said: Said<'_>) -> Section {
    let words = said.words;
    let check = said.check;
    let mut lines = vec![words.where_heading.clone()];
    let mut body: Vec<Vec<String>> = Vec::new();
    if check.side == Some(Side::Both) {
        let text = match check.worse_knee {
            Some(_) => fill(&words.both_knees_worse, &[("knee", &knee_slot(said))]),
            None => words.both_knees.clone(),
        };
        body.push(wrap_knee(said, check.worse_knee.unwrap_or(Knee::Right), &text));
    }
    let worst = check.worst();
    let others = check.spots.iter().filter(|spot| Some(*spot) != worst);
    for spot in worst.into_iter().chain(others) {
        body.push(wrap_knee(said, spot.knee, &spot_words(said, spot)));
    }
    for knee in check.side.map_or(&[][..], Side::knees) {
        if !check.spots.iter().any(|spot| spot.knee == *knee) {
            body.push(wrap_knee(said, *knee, &fill(&words.no_mark, &[("knee", &knee_slot(said))])));
        }
    }
    if let Some(pain) = said.assessment.answers.number("pain_worst")
        && !check.spots.iter().any(|spot| spot.worst.is_some())
    {
        body.push(wrap(fill(&words.worst_of_week, &[("pain", &number(pain))]).trim()));
    }
    lines.extend(most_lines(said, body, WHERE_LINES));
    Section { lines, goes: None }
}

/// As many whole entries as fit; the rest is counted.
fn most_lines(said: Said<'_>, entries: Vec<Vec<String>>, most: usize) -> Vec<String> {
    let total: usize = entries.iter().map(Vec::len).sum();
    if total <= most {
        return entries.concat();
    }
    let count = entries.len();
    let mut lines = Vec::new();
    let mut shown = 0;
    for entry in entries {
        if lines.len() + entry.len() + 1 > most {
            break;
        }
        lines.extend(entry);
        shown += 1;
    }
    lines.extend(wrap(&fill(&said.words.list_more, &[("count", &(count - shown).to_string())])));
    lines
}

fn knee_words(said: Said<'_>, knee: Knee) -> &str {
    match knee {
        Knee::Left => &said.words.left_knee,
        Knee::Right => &said.words.right_knee,
    }
}

/// What stands for the knee while lines are wrapped: as wide for the left as for the right, and never broken, so that
/// the two sides give the same lines.
fn knee_slot(said: Said<'_>) -> String {
    SLOT.to_string().repeat(said.words.right_knee.len().max(said.words.left_knee.len()))
}

/// Wraps a text with a slot and puts the knee into it.
fn wrap_knee(said: Said<'_>, knee: Knee, text: &str) -> Vec<String> {
    let slot = knee_slot(said);
    wrap(text).into_iter().map(|line| line.replace(&slot, knee_words(said, knee))).collect()
}

fn spot_words(said: Said<'_>, spot: &Spot) -> String {
    let words = said.words;
    let place = said.knowledge.zone(spot.zone.as_str()).map_or(spot.zone.as_str(), |zone| zone.place.as_str());
    let mut text = format!("{}, {place}", knee_slot(said));
    if let Some(size) = spot.size {
        let size = match size {
            Size::Spot => &words.sizes.spot,
            Size::Hand => &words.sizes.hand,
            Size::AllOver => &words.sizes.all_over,
            Size::Moves => &words.sizes.moves,
        };
        text = format!("{text}, {size}");
    }
    let pains: Vec<_> = [(&words.pain_worst, spot.worst), (&words.pain_now, spot.now)]
        .into_iter()
        .filter_map(|(words, pain)| Some(fill(words, &[("pain", &pain?.to_string())])))
        .collect();
    if pains.is_empty() { text } else { format!("{text}: {}", pains.join(", ")) }
}

/// START AND COURSE
pub(super) fn course(said: Said<'_>) -> Section {
    let words = said.words;
    let of = |question: &str, answer| said.all_phrases(question, answer);
    let mut pieces = Pieces::default();
    if let Some(began) = said.check.began {
        pieces.sentence(&format!("{} {began}", words.began));
    }
    pieces.list(&words.for_how_long, &of("q_duration", Answer::Yes));
    pieces.list(&words.start, &[of("q_onset", Answer::Yes), of("q_continue", Answer::Yes)].concat());
    pieces.list(&words.since, &[of("q_trend", Answer::Yes), of("q_course", Answer::Yes)].concat());
    pieces.list(&words.not_these, &of("q_onset", Answer::No));
    titled(&words.course_heading, pieces.lines(words, COURSE_LINES), None)
}

/// FEEL, WORSE, BETTER, 24 HOURS
pub(super) fn feel(said: Said<'_>) -> Section {
    let words = said.words;
    let mut pieces = Pieces::default();
    pieces.list(&words.feels, &said.section_phrases(NoteSection::Feel, Answer::Yes));
    pieces.list(&words.worse, &said.section_phrases(NoteSection::Worse, Answer::Yes));
    pieces.list(&words.when, &said.section_phrases(NoteSection::When, Answer::Yes));
    pieces.list(&words.not_worse, &said.section_phrases(NoteSection::Worse, Answer::No));
    pieces.list(&words.not_when, &said.section_phrases(NoteSection::When, Answer::No));
    titled(&words.feel_heading, pieces.lines(words, FEEL_LINES), Some(Goes::Feel))
}

/// OTHER SIGNS
pub(super) fn other_signs(said: Said<'_>) -> Section {
    let words = said.words;
    let of = |answer| said.section_phrases(NoteSection::OtherSigns, answer);
    let not_asked: Vec<String> = said
        .questions(NoteSection::OtherSigns)
        .filter(|question| question.answers.iter().all(|row| !said.answer(row.id.as_str()).is_asked()))
        .map(|question| question.heading.to_lowercase())
        .collect();
    let lists: Vec<_> = [
        (&words.yes, of(Answer::Yes)),
        (&words.no, of(Answer::No)),
        (&words.not_sure, of(Answer::NotSure)),
        (&words.not_asked, not_asked),
    ]
    .into_iter()
    .filter(|(_, items)| !items.is_empty())
    .collect();
    let is_answered = lists.iter().any(|(label, _)| **label != words.not_asked);
    let mut lines: Vec<String> = Vec::new();
    for (at, (label, items)) in lists.iter().enumerate().filter(|_| is_answered) {
        let label = format!("{label}: {}", " ".repeat(words.not_asked.len() - label.len()));
        let lists_after = lists.len() - at - 1;
        lines.extend(list(words, &label, items, OTHER_LINES - lines.len() - lists_after));
    }
    titled(&words.other_heading, lines, Some(Goes::OtherSigns))
}

/// A section with its heading, or nothing when it has no lines.
pub(super) fn titled(heading: &str, lines: Vec<String>, goes: Option<Goes>) -> Section {
    let mut all = Vec::new();
    if !lines.is_empty() {
        all.push(heading.to_owned());
        all.extend(lines);
    }
    Section { lines: all, goes }
}
