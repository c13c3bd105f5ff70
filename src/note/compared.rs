//! WHAT THE APP COMPARED: the patterns that fit, and the causes that a rule names.

use super::complaint::titled;
use super::lines::list;
use super::own_words::wrap;
use super::page::{Goes, Section};
use super::said::Said;
use crate::assess::ranking::{Fit, RankedCause};
use crate::assess::urgency::NamedCause;
use crate::check::Compared;
use crate::knowledge::rule::Level;

const COMPARED_LINES: usize = 4;
/// Lines of causes that a person must look at: they go before the reasons of what fits.
const NAMED_LINES: usize = 3;
/// Lines of the best cause, with its reasons.
const FIRST_LINES: usize = 2;
/// How many findings of each sort stand with a cause.
const FINDINGS: usize = 4;

pub(super) fn section(said: Said<'_>) -> Section {
    let words = said.words;
    if said.check.compared == Compared::LeftOut {
        return titled(&words.compared_heading, Vec::new(), None);
    }
    let assessment = said.assessment;
    let mut lines = Vec::new();
    let to_check =
        if assessment.urgency.level == Level::Emergency { &assessment.urgency.named } else { &assessment.to_rule_out };
    if !to_check.is_empty() {
        lines.extend(list(words, &format!("{}: ", words.to_check), &names(said, to_check), NAMED_LINES));
    } else if !assessment.also_ask.is_empty() {
        lines.extend(list(words, &format!("{}: ", words.also_ask), &names(said, &assessment.also_ask), 1));
    }
    if assessment.urgency.level != Level::Emergency {
        let mut patterns = patterns(said, COMPARED_LINES - lines.len());
        patterns.append(&mut lines);
        lines = patterns;
    }
    titled(&words.compared_heading, lines, Some(Goes::Compared))
}

fn names(said: Said<'_>, named: &[NamedCause]) -> Vec<String> {
    named.iter().filter_map(|named| said.knowledge.cause(named.cause.as_str())).map(|c| c.note_name.clone()).collect()
}

fn patterns(said: Said<'_>, most: usize) -> Vec<String> {
    let words = said.words;
    if !said.assessment.is_sorted {
        return wrap(&words.too_few);
    }
    let shown: Vec<_> = said.assessment.shown_causes().collect();
    let Some((first, others)) = shown.split_first() else { return Vec::new() };
    let mut lines = pattern(said, first, FIRST_LINES.min(most.max(1)));
    if lines.len() + others.len() <= most {
        lines.extend(others.iter().flat_map(|cause| pattern(said, cause, 1)));
    } else {
        // Too little room for reasons: the names together.
        let names: Vec<String> = others.iter().filter_map(|cause| head(said, cause)).collect();
        let names: Vec<String> = names.iter().map(|name| name.trim_end_matches('.').to_owned()).collect();
        lines.extend(list(words, "", &names, most.saturating_sub(lines.len()).max(1)));
    }
    lines.truncate(most);
    lines
}

/// "Fits well: IT band pain (outer knee)."
fn head(said: Said<'_>, cause: &RankedCause) -> Option<String> {
    let words = said.words;
    let fit = match cause.fit {
        Fit::Well => &words.fits_well,
        Fit::InPart => &words.fits_part,
        Fit::ALittle => &words.fits_little,
    };
    let known = said.knowledge.causes.get(cause.index)?;
    Some(format!("{fit}: {}.", known.note_name))
}

/// One cause with its reasons, in at most `most` lines: reasons that do not fit are left out whole.
fn pattern(said: Said<'_>, cause: &RankedCause, most: usize) -> Vec<String> {
    let words = said.words;
    let Some(known) = said.knowledge.causes.get(cause.index) else { return Vec::new() };
    let Some(head) = head(said, cause) else { return Vec::new() };
    let phrase = |id: &str| said.knowledge.finding(id).map(|finding| finding.note.clone());
    let mut place: Vec<String> = said
        .check
        .worst()
        .filter(|spot| known.core.contains(&spot.zone))
        .and_then(|spot| said.knowledge.zone(spot.zone.as_str()))
        .map(|zone| zone.short.to_lowercase())
        .into_iter()
        .collect();
    let of = |reasons: &[crate::assess::ranking::Reason]| -> Vec<String> {
        reasons.iter().take(FINDINGS).filter_map(|reason| phrase(reason.finding.as_str())).collect()
    };
    place.extend(of(&cause.speaks_for));
    let against: Vec<String> = cause
        .speaks_against
        .iter()
        .take(FINDINGS)
        .filter_map(|reason| {
            let phrase = phrase(reason.finding.as_str())?;
            Some(match reason.answer {
                crate::check::answer::Answer::No => format!("{} {phrase}", words.no.to_lowercase()),
                _ => phrase,
            })
        })
        .collect();
    let unknown: Vec<String> = cause.not_known.iter().take(FINDINGS).filter_map(|id| phrase(id.as_str())).collect();
    let mut counts = [place.len(), against.len(), unknown.len()];
    loop {
        let part = |label: &str, items: &[String], count: usize| {
            let shown = items.iter().take(count).cloned().collect::<Vec<_>>().join(", ");
            if shown.is_empty() { String::new() } else { format!(" {label}: {shown}.") }
        };
        let none = if against.is_empty() { format!(" {}: {}.", words.does_not_fit, words.none) } else { String::new() };
        let text = format!(
            "{head}{}{none}{}{}",
            part(&words.fits, &place, counts[0]),
            part(&words.does_not_fit, &against, counts[1]),
            part(&words.not_known, &unknown, counts[2])
        );
        let lines = wrap(&text);
        let total: usize = counts.iter().sum();
        if lines.len() <= most || total == 0 {
            return lines.into_iter().take(most).collect();
        }
        // The longest list gives first, what is not known before what is, so that each side keeps a word.
        let biased = |at: usize| if counts[at] == 0 { 0 } else { counts[at] + at };
        if let Some(longest) = (0..counts.len()).max_by_key(|at| biased(*at)) {
            counts[longest] = counts[longest].saturating_sub(1);
        }
    }
}
