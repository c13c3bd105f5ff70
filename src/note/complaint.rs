//! Where it hurts, how it began, what makes it worse, other signs.

use std::cmp::Reverse;

use super::lines::{Pieces, label_column, list, wrap_list};
use super::own_words::wrap;
use super::page::{Cut, Goes, Section};
use super::room::{Listed, Places, Room};
use super::said::Said;
use crate::assess::Standing;
use crate::check::answer::Answer;
use crate::check::spot::{Knee, Side, Size, Spot};
use crate::knowledge::known_ids::{KnownFinding, KnownQuestion, findings, numbers, questions};
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
/// Lines of the start when even ways of starting are too many.
const CRAMMED_COURSE_LINES: usize = 4;
/// What a doctor or physio asks of every knee: told among the other signs, and never left out when denied.
const KEY_SIGNS: [KnownFinding; 6] = [
    findings::GIVING_WAY,
    findings::LOCKING,
    findings::CATCHING,
    findings::CLICKING,
    findings::WEAK_LEG,
    findings::NUMBNESS,
];

/// WHERE
pub(super) fn place(said: Said<'_>, room: &Room) -> Section {
    let words = said.words;
    let check = said.check;
    let is_meant = |question: &&Question| {
        matches!(question.kind, QuestionKind::Side | QuestionKind::Zones | QuestionKind::SpotSize)
            || question.id == questions::PAIN_WORST
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
    let (spots, is_counted) = spots(said, room.places);
    lines.extend(spots);
    for knee in check.side.map_or(&[][..], Side::knees) {
        if !check.spots.iter().any(|spot| spot.knee == *knee) {
            lines.extend(wrap_knee(said, *knee, &fill(&words.no_mark, &[("knee", &knee_slot(said))])));
        }
    }
    if let Some(pain) = said.number(numbers::PAIN_WORST)
        && !check.spots.iter().any(|spot| spot.worst.is_some())
    {
        lines.extend(wrap(fill(&words.worst_of_week, &[("pain", &number(pain))]).trim()));
    }
    Section { lines, ..Section::default() }.with_cut(is_counted, Cut::Places)
}

/// Every marked spot, the worst first: each in full, or where that takes too many lines all of a knee by short names.
fn spots(said: Said<'_>, places: Places) -> (Vec<String>, bool) {
    let worst = said.check.worst();
    let mut spots: Vec<&Spot> = said.check.spots.iter().collect();
    spots.sort_by_key(|spot| (Some(*spot) != worst, Reverse(spot.worst)));
    let in_full: Vec<String> =
        spots.iter().flat_map(|spot| wrap_knee(said, spot.knee, &spot_in_full(said, spot))).collect();
    if places == Places::Full && in_full.len() <= WHERE_LINES {
        return (in_full, false);
    }
    let first = worst.map_or(Knee::Right, |spot| spot.knee);
    let of_knee = |knee| {
        let items: Vec<String> =
            spots.iter().filter(|spot| spot.knee == knee).map(|spot| spot_in_short(said, spot)).collect();
        if items.is_empty() { (Vec::new(), false) } else { spots_of_knee(said, places, knee, &items) }
    };
    let [(mut lines, is_counted), (others, are_counted)] = [of_knee(first), of_knee(first.other())];
    lines.extend(others);
    (lines, is_counted || are_counted)
}

/// The spots of a knee, and whether some are only counted.
fn spots_of_knee(said: Said<'_>, places: Places, knee: Knee, items: &[String]) -> (Vec<String>, bool) {
    let words = said.words;
    let mut shown = items.len();
    loop {
        let mut listed = items[..shown].to_vec();
        if shown < items.len() {
            listed.push(fill(&words.list_more, &[("count", &(items.len() - shown).to_string())]));
        }
        let text = fill(&words.spots, &[("knee", &knee_slot(said)), ("list", &listed.join("; "))]);
        let lines = wrap_knee(said, knee, &text);
        if places != Places::Counted || lines.len() <= CRAMMED_LINES || shown <= 1 {
            return (lines, shown < items.len());
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
    let pains: Vec<_> =
        [(&words.pain_worst, questions::PAIN_WORST, spot.worst), (&words.pain_now, questions::PAIN_NOW, spot.now)]
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
pub(super) fn course(said: Said<'_>, room: &Room) -> Section {
    let words = said.words;
    let of = |question: KnownQuestion, answer| said.all_phrases(question, answer);
    let mut pieces = Pieces::default();
    if let Some(began) = said.check.began {
        pieces.sentence(&format!("{} {began}", words.began));
    }
    pieces.list(&words.for_how_long, &how_long(said));
    pieces.list(&words.start, &[of(questions::ONSET, Answer::Yes), of(questions::CONTINUE, Answer::Yes)].concat());
    pieces.list(&words.since, &[of(questions::TREND, Answer::Yes), of(questions::COURSE, Answer::Yes)].concat());
    // Signs stand among the urgent ones, and who told one way did not need to deny the others.
    let ways = said.knowledge.question(&questions::ONSET).into_iter().flat_map(Question::findings);
    let denied = ways
        .filter(|row| said.is_told(row.id.as_str(), Answer::No) && !said.knowledge.danger_signs.contains(&row.id))
        .filter(|row| !said.no_goes_without_saying(row.id.as_str()));
    let (denied, pertinent) = said.pertinent_first(denied);
    pieces.list_that_may_go(&words.not_these, &denied, room.kept(Listed::Course, pertinent));
    let listing = if room.places == Places::Counted {
        pieces.all_may_go().lines(words, Some(CRAMMED_COURSE_LINES))
    } else {
        pieces.lines(words, room.lines(Listed::Course, 0))
    };
    let heading = said.dated_by(&words.course_heading, &[NoteSection::Course]);
    titled(&heading, listing.lines, None).with_cut(listing.is_counted, Cut::Course)
}

/// How long it has hurt: as picked, with its day where that was another one, or as it follows from the date.
fn how_long(said: Said<'_>) -> Vec<String> {
    let picked = said.knowledge.question(&questions::DURATION).into_iter().flat_map(Question::findings);
    let picked = picked.into_iter().find(|row| said.check.answer(row.id.as_str()) == Answer::Yes);
    match (said.check.began, picked, said.told_before(questions::DURATION)) {
        (None, Some(row), Some(day)) => {
            vec![fill(&said.words.then, &[("what", &row.note), ("date", &day.to_string())])]
        }
        _ => said.all_phrases(questions::DURATION, Answer::Yes),
    }
}

/// FEEL, WORSE, BETTER, 24 HOURS
pub(super) fn feel(said: Said<'_>, room: &Room) -> Section {
    let words = said.words;
    let feels = |answer| {
        let rows = said.section_signs(NoteSection::Feel, answer).filter(|row| !is_key(row));
        said.pertinent_first(rows)
    };
    let mut pieces = Pieces::default();
    pieces.list(&words.feels, &feels(Answer::Yes).0);
    pieces.list(&words.worse, &said.section_phrases(NoteSection::Worse, Answer::Yes));
    pieces.list(&words.when, &said.section_phrases(NoteSection::When, Answer::Yes));
    for (label, (denied, pertinent)) in [
        (&words.not_worse, said.denied_phrases(NoteSection::Worse)),
        (&words.not_when, said.denied_phrases(NoteSection::When)),
        (&words.not_felt, feels(Answer::No)),
    ] {
        pieces.list_that_may_go(label, &denied, room.kept(Listed::Feel, pertinent));
    }
    let listing = pieces.lines(words, room.lines(Listed::Feel, 0));
    let heading = said.dated_by(&words.feel_heading, &[NoteSection::Feel, NoteSection::Worse, NoteSection::When]);
    titled(&heading, listing.lines, Some(Goes::Feel)).with_cut(listing.is_counted, Cut::Feel)
}

fn is_key(row: &Finding) -> bool {
    KEY_SIGNS.iter().any(|sign| row.id == *sign)
}

/// OTHER SIGNS: those asked of every knee first; of what was denied only the others are counted.
pub(super) fn other_signs(said: Said<'_>, room: &Room) -> Section {
    let words = said.words;
    let key = |answer| KEY_SIGNS.into_iter().filter(move |sign| said.is_told(sign, answer));
    let notes = |answer| -> Vec<String> {
        key(answer).filter_map(|sign| said.knowledge.finding(&sign)).map(|row| row.note.clone()).collect()
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
    let always = [notes(Answer::No), denied].concat();
    let (others, pertinent) = said.denied_phrases(NoteSection::OtherSigns);
    let kept = always.len() + room.kept(Listed::OtherSigns, pertinent);
    let no = [always, others].concat();
    let not_sure = of(Answer::NotSure);
    let mut lines = Vec::new();
    let whole = |label, items: &[String]| {
        if items.is_empty() { Vec::new() } else { wrap_list(&label_column(words, label), items) }
    };
    lines.extend(whole(&words.yes, &yes));
    let mut is_counted = false;
    if !no.is_empty() {
        let most = room.lines(Listed::OtherSigns, 0);
        let listing = list(words, &label_column(words, &words.no), &no, kept, most);
        is_counted = listing.is_counted;
        lines.extend(listing.lines);
    }
    lines.extend(whole(&words.not_sure, &not_sure));
    lines.extend(whole(&words.moves, &moves));
    let not_asked = not_asked(said);
    if !lines.is_empty() && !not_asked.is_empty() {
        let most = room.lines(Listed::OtherSigns, 1);
        let listing = list(words, &label_column(words, &words.not_asked), &not_asked, 0, most);
        is_counted |= listing.is_counted;
        lines.extend(listing.lines);
    }
    let heading = said.dated_by(&words.other_heading, &[NoteSection::OtherSigns]);
    titled(&heading, lines, Some(Goes::OtherSigns)).with_cut(is_counted, Cut::OtherSigns)
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
    Section { lines: all, goes, cut: Vec::new() }
}
