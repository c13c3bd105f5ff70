//! Where it hurts, how it began, what makes it worse, other signs.

use std::cmp::Reverse;

use super::line_budget::{LineBudget, Places, ShortenableList};
use super::lines::{Pieces, label_column, list, wrap_list};
use super::own_words::wrap;
use super::page::{Cut, OptionalSection, Section};
use super::section_input::SectionInput;
use crate::assess::Visibility;
use crate::check::answer::Answer;
use crate::check::spot::{Knee, Side, Size, Spot};
use crate::knowledge::known_ids::{KnownFinding, KnownQuestion, findings, numbers, questions};
use crate::knowledge::question::{AnswerOption, NoteSection, OnPage, Question};
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
pub(super) fn place(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = input.words;
    let check = input.check;
    let is_meant =
        |question: &&Question| question.kind.is_asked_at_the_picture() || question.id == questions::PAIN_WORST;
    let questions = input.knowledge.questions.iter().filter(is_meant);
    let mut lines = vec![input.dated(&words.where_heading, questions)];
    if check.side == Some(Side::Both) {
        let worse = check.known_worse_knee();
        let text = match worse {
            Some(_) => fill(&words.both_knees_worse, &[("knee", &knee_slot(input))]),
            None => words.both_knees.clone(),
        };
        lines.extend(wrap_knee(input, worse.unwrap_or(Knee::Right), &text));
    }
    let (spots, is_counted) = spots(input, budget.places);
    lines.extend(spots);
    for knee in check.side.map_or(&[][..], Side::knees) {
        if !check.spots.iter().any(|spot| spot.knee == *knee) {
            lines.extend(wrap_knee(input, *knee, &fill(&words.no_mark, &[("knee", &knee_slot(input))])));
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
    let mut spots: Vec<&Spot> = input.check.spots.iter().collect();
    spots.sort_by_key(|spot| (Some(*spot) != worst, Reverse(spot.worst)));
    let in_full: Vec<String> =
        spots.iter().flat_map(|spot| wrap_knee(input, spot.knee, &spot_in_full(input, spot))).collect();
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

/// The spots of a knee, and whether some are only counted.
fn spots_of_knee(input: SectionInput<'_>, places: Places, knee: Knee, items: &[String]) -> (Vec<String>, bool) {
    let words = input.words;
    let mut shown = items.len();
    loop {
        let mut listed: Vec<String> = items.iter().take(shown).cloned().collect();
        if shown < items.len() {
            listed.push(fill(&words.list_more, &[("count", &(items.len() - shown).to_string())]));
        }
        let text = fill(&words.spots, &[("knee", &knee_slot(input)), ("list", &listed.join("; "))]);
        let lines = wrap_knee(input, knee, &text);
        if places != Places::Counted || lines.len() <= CRAMMED_LINES || shown <= 1 {
            return (lines, shown < items.len());
        }
        shown -= 1;
    }
}

fn knee_words(input: SectionInput<'_>, knee: Knee) -> &str {
    match knee {
        Knee::Left => &input.words.left_knee,
        Knee::Right => &input.words.right_knee,
    }
}

/// What stands for the knee while lines are wrapped: as wide for the left as for the right, and never broken, so that
/// the two sides give the same lines.
fn knee_slot(input: SectionInput<'_>) -> String {
    SLOT.to_string().repeat(input.words.right_knee.len().max(input.words.left_knee.len()))
}

/// Wraps a text with a slot and puts the knee into it.
fn wrap_knee(input: SectionInput<'_>, knee: Knee, text: &str) -> Vec<String> {
    let slot = knee_slot(input);
    wrap(text).into_iter().map(|line| line.replace(&slot, knee_words(input, knee)).replace(TIE, " ")).collect()
}

fn spot_in_full(input: SectionInput<'_>, spot: &Spot) -> String {
    let place = input.knowledge.zone(spot.zone.as_str()).map_or(spot.zone.as_str(), |zone| zone.place.as_str());
    let mut text = format!("{}, {place}", knee_slot(input));
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
    pieces.list_that_may_go(&words.not_these, &denied, budget.kept(ShortenableList::Course, pertinent));
    let listing = if budget.places == Places::Counted {
        pieces.all_may_go().lines(words, Some(CRAMMED_COURSE_LINES))
    } else {
        pieces.lines(words, budget.lines(ShortenableList::Course, 0))
    };
    let heading = input.dated_by(&words.course_heading, &[NoteSection::Course]);
    titled(&heading, listing.lines, None).with_cut(listing.is_counted, Cut::Course)
}

/// How long it has hurt: as picked, with its day where that was another one, or as it follows from the date.
fn how_long(input: SectionInput<'_>) -> Vec<String> {
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
    let listing = pieces.lines(words, budget.lines(ShortenableList::Feel, 0));
    let heading = input.dated_by(&words.feel_heading, &[NoteSection::Feel, NoteSection::Worse, NoteSection::When]);
    titled(&heading, listing.lines, Some(OptionalSection::Feel)).with_cut(listing.is_counted, Cut::Feel)
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
    let denied = input.section_words(NoteSection::OtherSigns, |page| match page {
        OnPage::Denies(words) => Some(words),
        _ => None,
    });
    let moves = input.section_words(NoteSection::OtherSigns, |page| match page {
        OnPage::Can(words) => Some(words),
        _ => None,
    });
    let yes = of(Answer::Yes);
    let denied = denied.iter().flat_map(|list| list.split(", ")).map(str::to_owned).collect();
    let always = [notes(Answer::No), denied].concat();
    let (others, pertinent) = input.denied_phrases(NoteSection::OtherSigns);
    let kept = always.len() + budget.kept(ShortenableList::OtherSigns, pertinent);
    let no = [always, others].concat();
    let not_sure = of(Answer::NotSure);
    let mut lines = Vec::new();
    let whole = |label, items: &[String]| {
        if items.is_empty() { Vec::new() } else { wrap_list(&label_column(words, label), items) }
    };
    lines.extend(whole(&words.yes, &yes));
    let mut is_counted = false;
    if !no.is_empty() {
        let most = budget.lines(ShortenableList::OtherSigns, 0);
        let listing = list(words, &label_column(words, &words.no), &no, kept, most);
        is_counted = listing.is_counted;
        lines.extend(listing.lines);
    }
    lines.extend(whole(&words.not_sure, &not_sure));
    lines.extend(whole(&words.moves, &moves));
    let not_asked = not_asked(input);
    if !lines.is_empty() && !not_asked.is_empty() {
        let most = budget.lines(ShortenableList::OtherSigns, 1);
        let listing = list(words, &label_column(words, &words.not_asked), &not_asked, 0, most);
        is_counted |= listing.is_counted;
        lines.extend(listing.lines);
    }
    let heading = input.dated_by(&words.other_heading, &[NoteSection::OtherSigns]);
    titled(&heading, lines, Some(OptionalSection::OtherSigns)).with_cut(is_counted, Cut::OtherSigns)
}

/// The questions of other signs that were open to the runner and got no answer, those apart whose sign stands under
/// NOT ASKED among the urgent ones.
fn not_asked(input: SectionInput<'_>) -> Vec<String> {
    let feel = input.questions(NoteSection::Feel);
    feel.chain(input.questions(NoteSection::OtherSigns))
        .filter(|question| question.options.iter().all(|row| !input.answer(row.id.as_str()).is_asked()))
        .filter(|question| !question.options.iter().any(|row| input.knowledge.red_flags.contains(&row.id)))
        .filter(|question| input.assessment.visibility(&question.id) != Visibility::Hidden)
        .map(|question| question.heading.to_lowercase())
        .collect()
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
