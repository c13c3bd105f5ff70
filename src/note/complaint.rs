//! Where it hurts, how it began, what makes it worse, other signs.

use std::cmp::Reverse;

use super::lines::{Pieces, label_column, list, list_keeping, wrap_list};
use super::own_words::wrap;
use super::page::{Goes, Room, Section};
use super::said::Said;
use crate::assess::Standing;
use crate::check::answer::Answer;
use crate::check::days::{DURATION, PAIN_NOW, PAIN_WORST};
use crate::check::spot::{Knee, Side, Size, Spot};
use crate::knowledge::question::{Finding, NoteSection, OnPage, Question, QuestionKind};
use crate::wording::{fill, number};

/// Lines up to which each place is told in full; more places go by their short names.
const WHERE_LINES: usize = 6;
/// Lines of each knee when even short names are too many.
const CRAMMED_LINES: usize = 2;
/// A letter that no text of the content holds.
const SLOT: char = '\u{e000}';
/// A space at which no line breaks.
const TIE: &str = "\u{a0}";
/// Lines for what was denied.
const COURSE_LINES: usize = 2;
const FEEL_LINES: usize = 4;
const OTHER_LINES: usize = 3;
const CRAMMED_COURSE_LINES: usize = 4;
/// What a doctor or physio asks of every knee: told among the other signs, and never left out when denied.
const KEY_SIGNS: [&str; 6] = ["giving_way", "locking_brief", "catching", "clicking_painful", "leg_weak", "numb_tingle"];

/// WHERE
pub(super) fn place(said: Said<'_>, room: Room) -> Section {
    let words = said.words;
    let check = said.check;
    let is_meant = |question: &&Question| {
        matches!(question.kind, QuestionKind::Side | QuestionKind::Zones | QuestionKind::SpotSize)
            || question.id == PAIN_WORST
    };
    let questions = said.knowledge.questions.iter().filter(is_meant);
    let mut lines = vec![said.dated(&words.where_heading, questions)];
    if check.side == Some(Side::Both) {
        let text = match check.worse_knee {
            Some(_) => fill(&words.both_knees_worse, &[("knee", &knee_slot(said))]),
            None => words.both_knees.clone(),
        };
        lines.extend(wrap_knee(said, check.worse_knee.unwrap_or(Knee::Right), &text));
    }
    lines.extend(spots(said, room));
    for knee in check.side.map_or(&[][..], Side::knees) {
        if !check.spots.iter().any(|spot| spot.knee == *knee) {
            lines.extend(wrap_knee(said, *knee, &fill(&words.no_mark, &[("knee", &knee_slot(said))])));
        }
    }
    if let Some(pain) = said.number("pain_worst")
        && !check.spots.iter().any(|spot| spot.worst.is_some())
    {
        lines.extend(wrap(fill(&words.worst_of_week, &[("pain", &number(pain))]).trim()));
    }
    Section { lines, goes: None }
}

/// Every marked spot, the worst first: each in full, or where that takes too many lines all of a knee by short names.
fn spots(said: Said<'_>, room: Room) -> Vec<String> {
    let worst = said.check.worst();
    let mut spots: Vec<&Spot> = said.check.spots.iter().collect();
    spots.sort_by_key(|spot| (Some(*spot) != worst, Reverse(spot.worst)));
    let in_full: Vec<String> =
        spots.iter().flat_map(|spot| wrap_knee(said, spot.knee, &spot_in_full(said, spot))).collect();
    if room < Room::ShortPlaces && in_full.len() <= WHERE_LINES {
        return in_full;
    }
    let first = worst.map_or(Knee::Right, |spot| spot.knee);
    let of_knee = |knee| {
        let items: Vec<String> =
            spots.iter().filter(|spot| spot.knee == knee).map(|spot| spot_in_short(said, spot)).collect();
        if items.is_empty() { Vec::new() } else { spots_of_knee(said, room, knee, &items) }
    };
    [of_knee(first), of_knee(first.other())].concat()
}

fn spots_of_knee(said: Said<'_>, room: Room, knee: Knee, items: &[String]) -> Vec<String> {
    let words = said.words;
    let mut shown = items.len();
    loop {
        let mut listed = items[..shown].to_vec();
        if shown < items.len() {
            listed.push(fill(&words.list_more, &[("count", &(items.len() - shown).to_string())]));
        }
        let text = fill(&words.spots, &[("knee", &knee_slot(said)), ("list", &listed.join("; "))]);
        let lines = wrap_knee(said, knee, &text);
        if room < Room::Crammed || lines.len() <= CRAMMED_LINES || shown <= 1 {
            return lines;
        }
        shown -= 1;
    }
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
    wrap(text).into_iter().map(|line| line.replace(&slot, knee_words(said, knee)).replace(TIE, " ")).collect()
}

fn spot_in_full(said: Said<'_>, spot: &Spot) -> String {
    let place = said.knowledge.zone(spot.zone.as_str()).map_or(spot.zone.as_str(), |zone| zone.place.as_str());
    let mut text = format!("{}, {place}", knee_slot(said));
    if let Some(size) = size_words(said, spot) {
        text = format!("{text}, {size}");
    }
    match pains(said, spot) {
        Some(pains) => format!("{text}: {pains}"),
        None => text,
    }
}

fn spot_in_short(said: Said<'_>, spot: &Spot) -> String {
    let place = said.knowledge.zone(spot.zone.as_str()).map_or(spot.zone.as_str(), |zone| zone.short.as_str());
    let details: Vec<String> = size_words(said, spot).map(str::to_owned).into_iter().chain(pains(said, spot)).collect();
    if details.is_empty() { place.to_owned() } else { format!("{place} ({})", details.join(", ")) }
}

fn size_words<'a>(said: Said<'a>, spot: &Spot) -> Option<&'a str> {
    let sizes = &said.words.sizes;
    Some(match spot.size? {
        Size::Spot => &sizes.spot,
        Size::Hand => &sizes.hand,
        Size::AllOver => &sizes.all_over,
        Size::Moves => &sizes.moves,
    })
}

/// "worst 4, now 1", which stays on one line.
fn pains(said: Said<'_>, spot: &Spot) -> Option<String> {
    let words = said.words;
    let pains: Vec<_> = [(&words.pain_worst, PAIN_WORST, spot.worst), (&words.pain_now, PAIN_NOW, spot.now)]
        .into_iter()
        .filter_map(|(words, question, pain)| {
            let pain = fill(words, &[("pain", &pain?.to_string())]);
            let day = said.told_before(question);
            Some(day.map_or(pain.clone(), |day| {
                fill(&said.words.pain_told, &[("pain", &pain), ("date", &day.to_string())])
            }))
        })
        .collect();
    if pains.is_empty() { None } else { Some(pains.join(", ").replace(' ', TIE)) }
}

/// START AND COURSE
pub(super) fn course(said: Said<'_>, room: Room) -> Section {
    let words = said.words;
    let of = |question: &str, answer| said.all_phrases(question, answer);
    let mut pieces = Pieces::default();
    if let Some(began) = said.check.began {
        pieces.sentence(&format!("{} {began}", words.began));
    }
    pieces.list(&words.for_how_long, &how_long(said));
    pieces.list(&words.start, &[of("q_onset", Answer::Yes), of("q_continue", Answer::Yes)].concat());
    pieces.list(&words.since, &[of("q_trend", Answer::Yes), of("q_course", Answer::Yes)].concat());
    pieces.list_that_may_go(&words.not_these, &of("q_onset", Answer::No));
    let lines = if room == Room::Crammed {
        pieces.all_may_go().lines(words, CRAMMED_COURSE_LINES)
    } else {
        pieces.lines(words, room.for_noes(COURSE_LINES))
    };
    titled(&said.dated_by(&words.course_heading, &[NoteSection::Course]), lines, None)
}

/// How long it has hurt: as picked, with its day where that was another one, or as it follows from the date.
fn how_long(said: Said<'_>) -> Vec<String> {
    let picked = said.knowledge.question(DURATION).into_iter().flat_map(Question::findings);
    let picked = picked.into_iter().find(|row| said.check.answer(row.id.as_str()) == Answer::Yes);
    match (said.check.began, picked, said.told_before(DURATION)) {
        (None, Some(row), Some(day)) => {
            vec![fill(&said.words.then, &[("what", &row.note), ("date", &day.to_string())])]
        }
        _ => said.all_phrases(DURATION, Answer::Yes),
    }
}

/// FEEL, WORSE, BETTER, 24 HOURS
pub(super) fn feel(said: Said<'_>, room: Room) -> Section {
    let words = said.words;
    let quality: Vec<String> = said
        .section_signs(NoteSection::Feel, Answer::Yes)
        .filter(|row| !is_key(row))
        .map(|row| row.note.clone())
        .collect();
    let mut pieces = Pieces::default();
    pieces.list(&words.feels, &quality);
    pieces.list(&words.worse, &said.section_phrases(NoteSection::Worse, Answer::Yes));
    pieces.list(&words.when, &said.section_phrases(NoteSection::When, Answer::Yes));
    pieces.list_that_may_go(&words.not_worse, &said.section_phrases(NoteSection::Worse, Answer::No));
    pieces.list_that_may_go(&words.not_when, &said.section_phrases(NoteSection::When, Answer::No));
    let heading = said.dated_by(&words.feel_heading, &[NoteSection::Feel, NoteSection::Worse, NoteSection::When]);
    titled(&heading, pieces.lines(words, room.for_noes(FEEL_LINES)), Some(Goes::Feel))
}

fn is_key(row: &Finding) -> bool {
    KEY_SIGNS.iter().any(|sign| row.id == *sign)
}

/// OTHER SIGNS: those asked of every knee first; of what was denied only the others are counted.
pub(super) fn other_signs(said: Said<'_>, room: Room) -> Section {
    let words = said.words;
    let key = |answer| KEY_SIGNS.into_iter().filter(move |sign| said.answer(sign) == answer);
    let notes = |answer| -> Vec<String> {
        key(answer).filter_map(|sign| said.knowledge.finding(sign)).map(|row| row.note.clone()).collect()
    };
    let of = |answer| [notes(answer), said.section_phrases(NoteSection::OtherSigns, answer)].concat();
    let denied = said.section_words(NoteSection::OtherSigns, |page| match page {
        OnPage::Denies(words) => Some(words),
        _ => None,
    });
    let moves = said.section_words(NoteSection::OtherSigns, |page| match page {
        OnPage::Can(words) => Some(words),
        _ => None,
    });
    let yes = of(Answer::Yes);
    let denied = denied.iter().flat_map(|list| list.split(", ")).map(str::to_owned).collect();
    let kept = [notes(Answer::No), denied].concat();
    let no = [kept.clone(), said.section_phrases(NoteSection::OtherSigns, Answer::No)].concat();
    let not_sure = of(Answer::NotSure);
    let mut lines = Vec::new();
    let whole = |label, items: &[String]| {
        if items.is_empty() { Vec::new() } else { wrap_list(&label_column(words, label), items) }
    };
    lines.extend(whole(&words.yes, &yes));
    if !no.is_empty() {
        lines.extend(list_keeping(words, &label_column(words, &words.no), &no, kept.len(), room.for_noes(OTHER_LINES)));
    }
    lines.extend(whole(&words.not_sure, &not_sure));
    lines.extend(whole(&words.moves, &moves));
    let not_asked = not_asked(said);
    if !lines.is_empty() && !not_asked.is_empty() {
        lines.extend(list(words, &label_column(words, &words.not_asked), &not_asked, 1));
    }
    titled(&said.dated_by(&words.other_heading, &[NoteSection::OtherSigns]), lines, Some(Goes::OtherSigns))
}

/// The questions of other signs that were open to the runner and got no answer, those apart whose sign stands under
/// NOT ASKED among the urgent ones.
fn not_asked(said: Said<'_>) -> Vec<String> {
    let feel = said.questions(NoteSection::Feel);
    feel.chain(said.questions(NoteSection::OtherSigns))
        .filter(|question| question.answers.iter().all(|row| !said.answer(row.id.as_str()).is_asked()))
        .filter(|question| !question.answers.iter().any(|row| said.knowledge.danger_signs.contains(&row.id)))
        .filter(|question| said.assessment.standing(said.knowledge, &question.id) != Standing::Hidden)
        .map(|question| question.heading.to_lowercase())
        .collect()
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
