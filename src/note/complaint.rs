//! Where it hurts, how it began, what makes it worse, other signs.

use std::cmp::Reverse;

use super::line_budget::{LineBudget, Places, ShortenableList};
use super::lines::{Pieces, TIE, list_under, wrap_under};
use super::own_words::wrap;
use super::page::{Cut, OptionalSection, Section};
use super::section_input::{Current, SectionInput};
use crate::check::answer::Answer;
use crate::check::spot::{Knee, Side, Size, Spot};
use crate::knowledge::known_ids::{KnownFinding, KnownQuestion, findings, numbers, questions};
use crate::knowledge::question::{AnswerOption, NoteSection, Question};
use crate::knowledge::rule::KeySign;
use crate::wording::{fill, number};

/// Lines up to which each place is told in full; more places go by their short names.
const WHERE_LINES: usize = 6;
/// Lines of each knee when even short names are too many.
const CRAMMED_LINES: usize = 2;
/// A letter that no text of the content holds, for the right knee.
const RIGHT_SLOT: char = '\u{e000}';
/// Another one, for the left.
const LEFT_SLOT: char = '\u{e001}';
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

/// What stands under START AND COURSE.
const COURSE: [KnownQuestion; 5] =
    [questions::ONSET, questions::CONTINUE, questions::DURATION, questions::TREND, questions::COURSE];

/// WHERE
pub(super) fn place(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = input.words;
    let check = input.check;
    let is_meant =
        |question: &&Question| question.kind.is_asked_at_the_picture() || question.id == questions::PAIN_WORST;
    let questions = input.knowledge.questions.iter().filter(is_meant);
    let mut lines = vec![input.dated(&words.where_heading, questions)];
    if check.side == Some(Side::Both) {
        let text = match check.known_worse_knee() {
            Some(knee) => fill(&words.both_knees_worse, &[("knee", &knee_slot(input, knee))]),
            None => words.both_knees.clone(),
        };
        lines.extend(wrap_knees(input, &text));
    }
    let (spots, is_counted) = spots(input, budget.places);
    lines.extend(spots);
    for knee in check.side.map_or(&[][..], Side::knees) {
        if !check.spots.iter().any(|spot| spot.knee == *knee) {
            lines.extend(wrap_knees(input, &fill(&words.no_mark, &[("knee", &knee_slot(input, *knee))])));
        }
    }
    if let Some(pain) = input.number(numbers::PAIN_WORST)
        && !check.spots.iter().any(|spot| spot.worst.is_some())
    {
        lines.extend(wrap(fill(&words.worst_of_week, &[("pain", &number(pain))]).trim()));
    }
    Section { lines, ..Section::default() }.with_cut(is_counted, Cut::Places)
}

/// Every marked spot, the worst first: each in full, or where that takes too many lines all of a knee by short names.
fn spots(input: SectionInput<'_>, places: Places) -> (Vec<String>, bool) {
    let worst = input.check.worst();
    let spots = worst_first(input);
    let in_full: Vec<String> = spots.iter().flat_map(|spot| wrap_knees(input, &spot_in_full(input, spot))).collect();
    if places == Places::Full && in_full.len() <= WHERE_LINES {
        return (in_full, false);
    }
    let first = worst.map_or(Knee::Right, |spot| spot.knee);
    let of_knee = |knee| {
        let items: Vec<String> =
            spots.iter().filter(|spot| spot.knee == knee).map(|spot| spot_in_short(input, spot)).collect();
        if items.is_empty() { (Vec::new(), false) } else { spots_of_knee(input, places, knee, &items) }
    };
    let [(mut lines, is_counted), (others, are_counted)] = [of_knee(first), of_knee(first.other())];
    lines.extend(others);
    (lines, is_counted || are_counted)
}

/// Every marked spot, the worst first.
fn worst_first(input: SectionInput<'_>) -> Vec<&Spot> {
    let worst = input.check.worst();
    let mut spots: Vec<&Spot> = input.check.spots.iter().collect();
    spots.sort_by_key(|spot| (Some(*spot) != worst, Reverse(spot.worst)));
    spots
}

/// Those of one knee.
pub(super) fn spots_of(input: SectionInput<'_>, knee: Knee) -> Vec<&Spot> {
    worst_first(input).into_iter().filter(|spot| spot.knee == knee).collect()
}

/// The spots of a knee, and whether some are only counted.
fn spots_of_knee(input: SectionInput<'_>, places: Places, knee: Knee, items: &[String]) -> (Vec<String>, bool) {
    let words = input.words;
    let mut shown = items.len();
    loop {
        let mut listed: Vec<String> = items.iter().take(shown).cloned().collect();
        if shown < items.len() {
            listed.push(fill(&words.list_more, &[("count", &(items.len() - shown).to_string())]));
        }
        let text = fill(&words.spots, &[("knee", &knee_slot(input, knee)), ("list", &listed.join("; "))]);
        let lines = wrap_knees(input, &text);
        if places != Places::Counted || lines.len() <= CRAMMED_LINES || shown <= 1 {
            return (lines, shown < items.len());
        }
        shown -= 1;
    }
}

/// What stands for a knee while lines are wrapped: as wide for the left as for the right, and never broken, so that the
/// two sides give the same lines.
pub(super) fn knee_slot(input: SectionInput<'_>, knee: Knee) -> String {
    let slot = match knee {
        Knee::Left => LEFT_SLOT,
        Knee::Right => RIGHT_SLOT,
    };
    slot.to_string().repeat(input.words.right_knee.len().max(input.words.left_knee.len()))
}

/// Wraps a text with slots and puts the knees into them.
pub(super) fn wrap_knees(input: SectionInput<'_>, text: &str) -> Vec<String> {
    let [right, left] = [Knee::Right, Knee::Left].map(|knee| knee_slot(input, knee));
    let filled = |line: &str| line.replace(&right, &input.words.right_knee).replace(&left, &input.words.left_knee);
    wrap(text).iter().map(|line| filled(line).replace(TIE, " ")).collect()
}

fn spot_in_full(input: SectionInput<'_>, spot: &Spot) -> String {
    let place = input.knowledge.zone(spot.zone.as_str()).map_or(spot.zone.as_str(), |zone| zone.place.as_str());
    let mut text = format!("{}, {place}", knee_slot(input, spot.knee));
    if let Some(size) = size_words(input, spot) {
        text = format!("{text}, {size}");
    }
    match pains(input, spot) {
        Some(pains) => format!("{text}: {pains}"),
        None => text,
    }
}

fn spot_in_short(input: SectionInput<'_>, spot: &Spot) -> String {
    let place = input.knowledge.zone(spot.zone.as_str()).map_or(spot.zone.as_str(), |zone| zone.short.as_str());
    let details: Vec<String> =
        size_words(input, spot).map(str::to_owned).into_iter().chain(pains(input, spot)).collect();
    if details.is_empty() { place.to_owned() } else { format!("{place} ({})", details.join(", ")) }
}

fn size_words<'a>(input: SectionInput<'a>, spot: &Spot) -> Option<&'a str> {
    let sizes = &input.words.sizes;
    Some(match spot.size? {
        Size::Spot => &sizes.spot,
        Size::Hand => &sizes.hand,
        Size::AllOver => &sizes.all_over,
        Size::Moves => &sizes.moves,
    })
}

/// "worst 4, now 1", which stays on one line.
fn pains(input: SectionInput<'_>, spot: &Spot) -> Option<String> {
    let words = input.words;
    let pains: Vec<_> =
        [(&words.pain_worst, questions::PAIN_WORST, spot.worst), (&words.pain_now, questions::PAIN_NOW, spot.now)]
            .into_iter()
            .filter_map(|(words, question, pain)| {
                let pain = fill(words, &[("pain", &pain?.to_string())]);
                let day = input.told_before(question);
                Some(day.map_or(pain.clone(), |day| {
                    fill(&input.words.pain_told, &[("pain", &pain), ("date", &day.to_string())])
                }))
            })
            .collect();
    if pains.is_empty() { None } else { Some(pains.join(", ").replace(' ', TIE)) }
}

/// START AND COURSE
pub(super) fn course(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = input.words;
    let of = |question: KnownQuestion, answer| input.all_phrases(question, answer);
    let mut pieces = Pieces::default();
    if let Some(began) = input.check.began {
        pieces.sentence(&format!("{} {began}", words.began));
    }
    pieces.list(&words.for_how_long, &how_long(input));
    pieces.list(&words.start, &[of(questions::ONSET, Answer::Yes), of(questions::CONTINUE, Answer::Yes)].concat());
    pieces.list(&words.since, &[of(questions::TREND, Answer::Yes), of(questions::COURSE, Answer::Yes)].concat());
    // Signs stand among the urgent ones, and who told one way did not need to deny the others.
    let ways = input.knowledge.question(&questions::ONSET).into_iter().flat_map(Question::findings);
    let denied = ways
        .filter(|row| input.is_told(row.id.as_str(), Answer::No) && !input.knowledge.red_flags.contains(&row.id))
        .filter(|row| !input.no_goes_without_saying(row.id.as_str()));
    let (denied, pertinent) = input.pertinent_first(denied);
    let is_in_short = COURSE.into_iter().all(|question| input.is_in_short(question));
    let heading = input.dated_by(&words.course_heading, &[NoteSection::Course]);
    if is_in_short && denied.is_empty() && heading == words.course_heading {
        return Section::default();
    }
    pieces.list_that_may_go(&words.not_these, &denied, budget.kept(ShortenableList::Course, pertinent));
    let listing = if budget.places == Places::Counted {
        pieces.all_may_go().lines(Some(CRAMMED_COURSE_LINES))
    } else {
        pieces.lines(budget.lines(ShortenableList::Course, 0))
    };
    titled(&heading, listing.lines, None).with_cut(listing.is_cut, budget.cut(ShortenableList::Course, Cut::Course))
}

/// How long it has hurt: as picked, with its day where that was another one, or as it follows from the date.
pub(super) fn how_long(input: SectionInput<'_>) -> Vec<String> {
    let picked = input.knowledge.question(&questions::DURATION).into_iter().flat_map(Question::findings);
    let picked = picked.into_iter().find(|row| input.check.answer(row.id.as_str()) == Answer::Yes);
    match (input.check.began, picked, input.told_before(questions::DURATION)) {
        (None, Some(row), Some(day)) => {
            vec![fill(&input.words.then, &[("what", &row.note), ("date", &day.to_string())])]
        }
        _ => input.all_phrases(questions::DURATION, Answer::Yes),
    }
}

/// FEEL, WORSE, BETTER, 24 HOURS
pub(super) fn feel(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = input.words;
    let feels = |answer| {
        let rows = input.section_signs(NoteSection::Feel, answer).filter(|row| !is_key(row));
        input.pertinent_first(rows)
    };
    let sections = [NoteSection::Feel, NoteSection::Worse, NoteSection::When];
    let heading = input.dated_by(&words.feel_heading, &sections);
    let told = || {
        sections.into_iter().flat_map(|section| input.section_signs(section, Answer::Yes)).filter(|row| !is_key(row))
    };
    let is_in_short = told().all(|row| input.account.told.contains(row.id.as_str()));
    let is_denied =
        sections.into_iter().any(|section| input.section_signs(section, Answer::No).any(|row| !is_key(row)));
    if is_in_short && !is_denied && heading == words.feel_heading {
        return Section::default();
    }
    let mut pieces = Pieces::default();
    pieces.list(&words.feels, &feels(Answer::Yes).0);
    pieces.list(&words.worse, &input.section_phrases(NoteSection::Worse, Answer::Yes));
    pieces.list(&words.when, &input.section_phrases(NoteSection::When, Answer::Yes));
    for (label, (denied, pertinent)) in [
        (&words.not_worse, input.denied_phrases(NoteSection::Worse)),
        (&words.not_when, input.denied_phrases(NoteSection::When)),
        (&words.not_felt, feels(Answer::No)),
    ] {
        pieces.list_that_may_go(label, &denied, budget.kept(ShortenableList::Feel, pertinent));
    }
    let listing = pieces.lines(budget.lines(ShortenableList::Feel, 0));
    titled(&heading, listing.lines, Some(OptionalSection::Feel))
        .with_cut(listing.is_cut, budget.cut(ShortenableList::Feel, Cut::Feel))
}

fn is_key(row: &AnswerOption) -> bool {
    KEY_SIGNS.iter().any(|sign| row.id == *sign)
}

/// OTHER SIGNS: those asked of every knee first; of what was denied only the others are counted.
pub(super) fn other_signs(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = input.words;
    let key = |answer| KEY_SIGNS.into_iter().filter(move |sign| input.is_told(sign, answer));
    let notes = |answer| -> Vec<String> {
        key(answer).filter_map(|sign| input.knowledge.finding(&sign)).map(|row| row.note.clone()).collect()
    };
    let of = |answer| [notes(answer), input.section_phrases(NoteSection::OtherSigns, answer)].concat();
    let moves = input.can(Current::No);
    let yes = of(Answer::Yes);
    let always = [notes(Answer::No), input.denials(NoteSection::OtherSigns)].concat();
    let (others, pertinent) = input.denied_phrases(NoteSection::OtherSigns);
    let kept = always.len() + budget.kept(ShortenableList::OtherSigns, pertinent);
    let no = [always, others].concat();
    let not_sure = of(Answer::NotSure);
    let mut lines = Vec::new();
    let whole = |label, items: &[String]| {
        if items.is_empty() { Vec::new() } else { wrap_under(&format!("{label}: "), items) }
    };
    lines.extend(whole(&words.yes, &yes));
    let mut is_cut = false;
    if !no.is_empty() {
        let most = budget.lines(ShortenableList::OtherSigns, 0);
        let listing = list_under(&format!("{}: ", words.no), &no, kept, most);
        is_cut = listing.is_cut;
        lines.extend(listing.lines);
    }
    lines.extend(whole(&words.not_sure, &not_sure));
    lines.extend(whole(&words.moves, &moves));
    let not_asked: Vec<String> =
        input.knowledge.key_signs.iter().filter(|key| is_open(input, key)).map(|key| key.words.clone()).collect();
    if !lines.is_empty() {
        lines.extend(whole(&words.not_asked, &not_asked));
    }
    let heading = input.dated_by(&words.other_heading, &[NoteSection::OtherSigns]);
    titled(&heading, lines, Some(OptionalSection::OtherSigns))
        .with_cut(is_cut, budget.cut(ShortenableList::OtherSigns, Cut::OtherSigns))
}

/// Whether nothing was said to a sign that is asked of every knee; those of the red flags stand under NOT ASKED there.
fn is_open(input: SectionInput<'_>, key: &KeySign) -> bool {
    let all = || key.signs.iter().chain(&key.none).chain(&key.also);
    let is_flag = key.signs.iter().all(|sign| input.knowledge.red_flags.contains(sign));
    !is_flag && all().all(|sign| !input.answer(sign.as_str()).is_asked())
}

/// A section with its heading, or nothing when it has no lines.
pub(super) fn titled(heading: &str, lines: Vec<String>, goes: Option<OptionalSection>) -> Section {
    let mut all = Vec::new();
    if !lines.is_empty() {
        all.push(heading.to_owned());
        all.extend(lines);
    }
    Section { lines: all, goes, cut: Vec::new() }
}
