//! WHAT THE APP COMPARED: the patterns that fit, and the causes that a rule names.

use super::complaint::titled;
use super::line_budget::{Length, LineBudget, ShortenableList};
use super::lines::{Listing, joined};
use super::own_words::wrap;
use super::page::{Cut, OptionalSection, Section};
use super::section_input::SectionInput;
use crate::assess::ranking::{Fit, RankedCause};
use crate::assess::reasons::Reason;
use crate::assess::urgency::NamedCause;
use crate::check::Compared;
use crate::check::answer::Answer;
use crate::knowledge::cause::Cause;
use crate::knowledge::ids::RuleId;
use crate::knowledge::rule::Level;

/// Lines of the patterns where there is little room.
const SHORT_LINES: usize = 2;
/// Lines of causes that a person must look at: they go before the reasons of what fits.
const NAMED_LINES: usize = 3;
/// So many of them are told whatever lines they take: no rule names more.
const MOST_NAMED: usize = 4;
/// How many findings of each sort stand with a cause: the strongest.
const FINDINGS: usize = 4;

pub(super) fn section(input: SectionInput<'_>, budget: &LineBudget) -> Section {
    let words = input.words;
    if input.check.compared == Compared::LeftOut {
        return titled(&words.compared_heading, Vec::new(), None);
    }
    let assessment = input.assessment;
    let most = budget.lines(ShortenableList::Compared, SHORT_LINES);
    let mut listing = Listing::default();
    let is_emergency = assessment.urgency.level == Level::Emergency;
    let is_ranked = |named: &NamedCause| assessment.shown_causes().any(|cause| cause.cause == named.cause);
    let unranked = assessment.to_check().filter(|named| is_emergency || !is_ranked(named));
    let to_check = named(input, unranked, true);
    let also_ask = named(input, assessment.also_ask.iter(), false);
    let limit = |lines: usize| most.map(|_| lines);
    if !to_check.is_empty() {
        listing = causes(&words.to_check, &to_check, MOST_NAMED, limit(NAMED_LINES));
    } else if !also_ask.is_empty() && !is_emergency {
        // What fits goes before what else could be asked.
        listing = match budget.length(ShortenableList::Compared) {
            Length::Short => Listing { lines: Vec::new(), is_cut: true },
            _ => causes(&words.also_ask, &also_ask, 1, limit(1)),
        };
    }
    if !is_emergency {
        let left = most.map(|most| most.saturating_sub(listing.lines.len()).max(1));
        let mut patterns = patterns(input, left);
        patterns.lines.append(&mut listing.lines);
        listing = Listing { lines: patterns.lines, is_cut: patterns.is_cut || listing.is_cut };
    }
    titled(&words.compared_heading, listing.lines, Some(OptionalSection::Compared))
        .with_cut(listing.is_cut, Cut::Compared)
}

/// "Also ask about: a; b."; where there is a limit, those go from the end that do not fit, but for the first `kept`.
fn causes(label: &str, names: &[String], kept: usize, most: Option<usize>) -> Listing {
    let mut shown = names.len();
    loop {
        let lines = wrap(&format!("{label}: {}.", names.get(..shown).unwrap_or(names).join("; ")));
        if shown <= kept || most.is_none_or(|most| lines.len() <= most) {
            return Listing { lines, is_cut: shown < names.len() };
        }
        shown -= 1;
    }
}

/// In plain words, and in those of the field behind them.
fn name(cause: &Cause) -> String {
    format!("{} [{}]", cause.note_name, cause.note_clinical)
}

/// The causes and what else the rules name, of level 1 and 2 or of level 3, in the order of the rules.
fn named<'a>(input: SectionInput<'a>, causes: impl Iterator<Item = &'a NamedCause>, is_urgent: bool) -> Vec<String> {
    let urgency = &input.assessment.urgency;
    let place = |rule: &RuleId| urgency.fired.iter().position(|fired| fired.rule == *rule);
    let causes =
        causes.filter_map(|named| Some((place(&named.rule), name(input.knowledge.cause(named.cause.as_str())?))));
    let others = urgency
        .named_other
        .iter()
        .filter(|other| (other.level <= Level::Urgent) == is_urgent)
        .map(|other| (place(&other.rule), other.name.clone()));
    let mut placed: Vec<_> = causes.chain(others).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, name)| name).collect()
}

fn patterns(input: SectionInput<'_>, most: Option<usize>) -> Listing {
    if !input.assessment.is_sorted {
        return Listing { lines: wrap(&input.words.too_few), is_cut: false };
    }
    // What a person must check stands first, with its reasons too.
    let mut shown: Vec<_> = input.assessment.shown_causes().collect();
    shown.sort_by_key(|cause| !must_be_checked(input, cause));
    let Some(most) = most else {
        let whole = shown.iter().flat_map(|cause| pattern(input, cause, None).lines);
        return Listing { lines: whole.collect(), is_cut: false };
    };
    // All have their names; the reasons of the first come before those of the others.
    let Some((first, others)) = shown.split_first() else { return Listing::default() };
    let mut bare: Vec<(&str, Vec<String>)> = Vec::new();
    for cause in others {
        let known = input.knowledge.cause(cause.cause.as_str());
        let (fit, named) = (fit(input, cause), known.map(|known| ranked_name(input, cause, known)));
        match bare.last_mut() {
            Some((of, names)) if *of == fit => names.extend(named),
            _ => bare.push((fit, named.into_iter().collect())),
        }
    }
    let bare: Vec<String> =
        bare.iter().flat_map(|(fit, names)| wrap(&format!("{fit}: {}.", names.join("; ")))).collect();
    let mut listing = pattern(input, first, Some(most.saturating_sub(bare.len())));
    listing.is_cut |= !others.is_empty();
    listing.lines.extend(bare);
    listing
}

/// Whether a cause may be there beside the best, and explain what that leaves open.
fn is_beside(input: SectionInput<'_>, cause: &RankedCause) -> bool {
    let is_best = input.assessment.best_shown().is_some_and(|best| best.cause == cause.cause);
    let is_one = input.assessment.together.as_ref().is_some_and(|pair| pair.has(&cause.cause));
    is_one && !is_best && !must_be_checked(input, cause)
}

fn must_be_checked(input: SectionInput<'_>, cause: &RankedCause) -> bool {
    input.assessment.to_check().any(|named| named.cause == cause.cause)
}

/// How a cause fits, in words.
fn fit<'a>(input: SectionInput<'a>, cause: &RankedCause) -> &'a str {
    let words = input.words;
    match cause.fit {
        _ if must_be_checked(input, cause) => &words.to_check,
        Fit::Well => &words.fits_well,
        Fit::InPart => &words.fits_part,
        Fit::ALittle => &words.fits_little,
    }
}

/// The name of a cause, and whether it may be there beside the best.
fn ranked_name(input: SectionInput<'_>, ranked: &RankedCause, cause: &Cause) -> String {
    let name = name(cause);
    if is_beside(input, ranked) { format!("{name}, {}", input.words.perhaps_both) } else { name }
}

/// One cause with its reasons; where there is a limit, in at most `most` lines: reasons that do not fit are left out
/// whole, its name never is.
fn pattern(input: SectionInput<'_>, cause: &RankedCause, most: Option<usize>) -> Listing {
    let words = input.words;
    let Some(known) = input.knowledge.cause(cause.cause.as_str()) else { return Listing::default() };
    let head = format!("{}: {}.", fit(input, cause), ranked_name(input, cause, known));
    let place = input
        .check
        .worst()
        .filter(|spot| known.core.contains(&spot.zone))
        .and_then(|spot| input.knowledge.zone(spot.zone.as_str()))
        .map(|zone| Phrase { phrase: zone.short.to_lowercase(), is_denied: false });
    let fits: Vec<Phrase> = place.into_iter().chain(told(input, &cause.speaks_for)).collect();
    let against = told(input, &cause.speaks_against);
    let unknown: Vec<Phrase> = cause
        .not_known
        .iter()
        .take(FINDINGS)
        .filter_map(|id| input.knowledge.finding(id.as_str()))
        .map(|finding| Phrase { phrase: finding.note.clone(), is_denied: false })
        .collect();
    let all = [fits.len(), against.len(), unknown.len()];
    let mut counts = all;
    let is_nothing_against = cause.speaks_against.is_empty();
    loop {
        let part = |label: &str, items: &[Phrase], count: usize| {
            let shown = items.get(..count).unwrap_or_default();
            if shown.is_empty() { String::new() } else { format!(" {}.", in_words(input, label, shown)) }
        };
        let is_bare = counts.iter().sum::<usize>() == 0;
        let none = if is_nothing_against && !is_bare {
            format!(" {}: {}.", words.does_not_fit, words.none)
        } else {
            String::new()
        };
        let text = format!(
            "{head}{}{none}{}{}",
            part(&words.fits, &fits, counts[0]),
            part(&words.does_not_fit, &against, counts[1]),
            part(&words.not_known, &unknown, counts[2])
        );
        let lines = wrap(&text);
        let total: usize = counts.iter().sum();
        if most.is_none_or(|most| lines.len() <= most) || total == 0 {
            return Listing { lines, is_cut: counts != all };
        }
        // The longest list gives first, what is not known before what is, so that each side keeps a word.
        let biased = |at: usize, count: usize| if count == 0 { 0 } else { count + at };
        if let Some((_, longest)) = counts.iter_mut().enumerate().max_by_key(|(at, count)| biased(*at, **count)) {
            *longest = longest.saturating_sub(1);
        }
    }
}

/// A finding as a reason: reported, or denied.
struct Phrase {
    phrase: String,
    is_denied: bool,
}

/// The first reasons; not what was denied only by picking another answer of the same question.
fn told(input: SectionInput<'_>, reasons: &[Reason]) -> Vec<Phrase> {
    reasons
        .iter()
        .filter(|reason| input.is_told(reason.finding.as_str(), reason.answer))
        .filter(|reason| !input.assessment.goes_without_saying(reason))
        .filter(|reason| reason.answer != Answer::No || !input.no_goes_without_saying(reason.finding.as_str()))
        .take(FINDINGS)
        .filter_map(|reason| {
            let phrase = input.knowledge.finding(reason.finding.as_str())?.note.clone();
            Some(Phrase { phrase, is_denied: reason.answer == Answer::No })
        })
        .collect()
}

/// "For: stairs down, squatting; not reported: kneeling", or "For, not reported: kneeling".
fn in_words(input: SectionInput<'_>, label: &str, items: &[Phrase]) -> String {
    let of = |is_denied| -> Vec<String> {
        items.iter().filter(|item| item.is_denied == is_denied).map(|item| item.phrase.clone()).collect()
    };
    let (reported, denied) = (joined(&of(false)), joined(&of(true)));
    let not_reported = &input.words.not_reported;
    match (reported.as_str(), denied.as_str()) {
        (reported, "") => format!("{label}: {reported}"),
        ("", denied) => format!("{label}, {not_reported}: {denied}"),
        (reported, denied) => format!("{label}: {reported}; {not_reported}: {denied}"),
    }
}
