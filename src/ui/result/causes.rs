//! What it could be: at most three causes in three words, with what speaks for and against.

use std::ops::Range;

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::focus::{self, Pointing};
use super::super::widgets::fold::fold;
use super::super::widgets::{card, heading, text};
use super::explanation;
use super::said::{in_words, said};
use crate::assess::ranking::{Fit, RankedCause};
use crate::assess::reasons::Reason;
use crate::knowledge::advice::Shown;
use crate::knowledge::cause::Cause;
use crate::knowledge::ids::CauseId;
use crate::knowledge::source::Grade;
use crate::wording::{capitalised, fill};

/// Findings listed with a cause; the rest stands in the working.
const FINDINGS: usize = 6;
/// Findings of each kind that stand open on the first card.
const FIRST_FINDINGS: usize = 3;
/// Open answers listed with a cause.
const UNKNOWN: usize = 4;

/// The plain name of a cause, or what stands for it while it may not be named.
#[must_use]
pub fn cause_name<'a>(model: &ReadModel<'a>, cause: &CauseId) -> &'a str {
    model
        .knowledge
        .cause(cause.as_str())
        .map_or("", |cause| if model.assessment.may_be_named(cause) { &cause.name } else { &cause.until_urgent })
}

/// The causes with their bands; gives back the one that is pointed at.
pub(super) fn show<'a>(
    ui: &mut Ui,
    model: &ReadModel<'a>,
    picture: &mut dyn FnMut(&mut Ui, &'a Cause),
) -> Option<&'a Cause> {
    let words = &model.words().result;
    let about = &model.knowledge.about;
    let shown: Vec<&RankedCause> = model.assessment.could_be().collect();
    // All that fits may be for a person to check.
    if model.assessment.is_sorted && shown.is_empty() {
        return None;
    }
    heading::heading(ui, 2, &words.causes);
    text::body(ui, &about.disclaimer_causes);
    if !model.assessment.is_sorted {
        text::body(ui, &about.too_few);
        return None;
    }
    // What a person must check may fit well; then this is no lack of a match, and nothing else is put first.
    if model.assessment.shown_causes().all(|cause| cause.fit == Fit::ALittle) {
        text::body(ui, &model.places.fill(&about.no_match));
    }
    let pointed = bands(ui, model, &shown, picture);
    both(ui, model);
    if !model.assessment.also_ask.is_empty() {
        let names: Vec<_> = model.assessment.also_ask.iter().map(|named| cause_name(model, &named.cause)).collect();
        text::body(ui, &fill(&words.also_ask, &[("list", &names.join(", "))]));
    }
    pointed
}

/// That two causes may be there at once, and what is known of such pairs.
fn both(ui: &mut Ui, model: &ReadModel<'_>) {
    let assessment = model.assessment;
    let is_open = |cause: &CauseId| assessment.could_be().any(|ranked| ranked.cause == *cause);
    let pair = assessment.together.as_ref().filter(|pair| is_open(&pair.causes.0) && is_open(&pair.causes.1));
    let Some(pair) = pair else { return };
    let words = &model.words().result;
    let mut names = [&pair.causes.0, &pair.causes.1];
    // The best first.
    names.sort_by_key(|cause| assessment.causes.iter().position(|ranked| ranked.cause == **cause));
    let [first, second] = names.map(|cause| cause_name(model, cause));
    heading::heading(ui, 3, &words.both);
    text::body(ui, &fill(&words.both_text, &[("first", first), ("second", second)]));
    text::body(ui, &pair.text);
    let sources = pair.sources.iter().filter(|_| pair.grade != Grade::Judgement);
    for source in sources.filter_map(|id| model.knowledge.source(id.as_str())) {
        text::hint(ui, &source.title);
    }
}

/// The causes that are shown, under the names of their bands.
fn bands<'a>(
    ui: &mut Ui,
    model: &ReadModel<'a>,
    shown: &[&RankedCause],
    picture: &mut dyn FnMut(&mut Ui, &'a Cause),
) -> Option<&'a Cause> {
    let words = &model.words().result;
    let is_shown = |ranked: &&RankedCause| shown.iter().any(|of| of.cause == ranked.cause);
    let best = model.assessment.causes.iter().find(|ranked| is_shown(ranked) && may_be_named(model, ranked));
    let mut pointed: Option<(Pointing, &Cause)> = None;
    for (fit, title) in
        [(Fit::Well, &words.fits_well), (Fit::InPart, &words.fits_part), (Fit::ALittle, &words.fits_little)]
    {
        let mut of_band = shown.iter().filter(|cause| cause.fit == fit).peekable();
        if of_band.peek().is_some() {
            heading::heading(ui, 3, title);
        }
        for ranked in of_band {
            let Some(cause) = model.knowledge.cause(ranked.cause.as_str()) else { continue };
            // Its card would say its name.
            if !may_be_named(model, ranked) {
                text::body(ui, &cause.until_urgent);
                continue;
            }
            let is_best = best.is_some_and(|of| of.cause == ranked.cause);
            let row = ui.push_id(cause.id.as_str(), |ui| {
                if is_best {
                    best_match(ui, model, (ranked, cause), picture);
                } else {
                    other_match(ui, model, ranked, cause);
                }
            });
            // The picture stands in the card of the best, and shows it unless another is pointed at.
            if let Some(how) = focus::pointing(ui, row.response.rect).filter(|_| !is_best)
                && pointed.is_none_or(|(other, _)| how > other)
            {
                pointed = Some((how, cause));
            }
        }
    }
    pointed.map(|(_, cause)| cause)
}

fn may_be_named(model: &ReadModel<'_>, ranked: &RankedCause) -> bool {
    let cause = model.knowledge.cause(ranked.cause.as_str());
    cause.is_some_and(|cause| model.assessment.may_be_named(cause))
}

/// Only the best match says its reasons at once.
fn best_match<'a>(
    ui: &mut Ui,
    model: &ReadModel<'a>,
    (ranked, cause): (&RankedCause, &'a Cause),
    picture: &mut dyn FnMut(&mut Ui, &'a Cause),
) {
    card::card(ui, |ui| {
        heading::heading(ui, 4, &cause.name);
        picture(ui, cause);
        reasons(ui, model, ranked, cause, 0..FIRST_FINDINGS);
        fold(ui, "more", &model.words().result.more_of_cause, false, |ui| {
            reasons(ui, model, ranked, cause, FIRST_FINDINGS..FINDINGS);
            details(ui, model, ranked, cause);
        });
    });
}

/// The others say them on demand.
fn other_match(ui: &mut Ui, model: &ReadModel<'_>, ranked: &RankedCause, cause: &Cause) {
    fold(ui, "cause", &cause.name, false, |ui| all_of(ui, model, ranked, cause));
}

/// All that is known of a cause in the light of the answers.
pub(super) fn all_of(ui: &mut Ui, model: &ReadModel<'_>, ranked: &RankedCause, cause: &Cause) {
    reasons(ui, model, ranked, cause, 0..FINDINGS);
    details(ui, model, ranked, cause);
}

/// What speaks for a cause and against it: of the findings of each kind those at these places, the strongest at 0.
fn reasons(ui: &mut Ui, model: &ReadModel<'_>, ranked: &RankedCause, cause: &Cause, places: Range<usize>) {
    let words = &model.words().result;
    let of = |reasons: &[Reason]| -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for reason in reasons.iter().filter(|reason| !model.assessment.goes_without_saying(reason)) {
            let line = said(model, reason);
            // One answer can deny several findings.
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines.into_iter().skip(places.start).take(places.len()).collect()
    };
    let (mut fits, against) = (of(&ranked.speaks_for), of(&ranked.speaks_against));
    if places.start > 0 {
        titled(ui, &words.fits_too, &fits);
        titled(ui, &words.fits_not_too, &against);
        return;
    }
    let place = model
        .check
        .worst()
        .filter(|spot| cause.core.contains(&spot.zone) || cause.near.contains(&spot.zone))
        .and_then(|spot| model.knowledge.zone(spot.zone.as_str()))
        .map(|zone| capitalised(&zone.short));
    fits.splice(0..0, place);
    text::bold(ui, &words.fits);
    bullets(ui, &fits);
    text::bold(ui, &words.fits_not);
    if against.is_empty() {
        text::body(ui, &words.nothing_against);
    }
    bullets(ui, &against);
}

/// Lines of a list, each with a dot before it.
pub(super) fn bullets(ui: &mut Ui, lines: &[impl AsRef<str>]) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for line in lines {
            text::body(ui, &format!("\u{2022} {}", line.as_ref()));
        }
    });
}

/// The card of a cause: what it is, what helps, what to avoid, and what the article says.
fn details(ui: &mut Ui, model: &ReadModel<'_>, ranked: &RankedCause, cause: &Cause) {
    let words = &model.words().result;
    let card = &cause.card;
    let unknown: Vec<String> = ranked.not_known.iter().take(UNKNOWN).map(|id| in_words(model, id)).collect();
    titled(ui, &words.unknown, &unknown);
    text::body(ui, &card.what);
    let about = &model.knowledge.about;
    let meaning = match ranked.fit {
        Fit::Well => &about.fits_well,
        Fit::InPart => &about.fits_part,
        Fit::ALittle => &about.fits_little,
    };
    // A danger has no place in the bands.
    if model.assessment.could_be().any(|other| other.cause == ranked.cause) {
        text::hint(ui, meaning);
    }
    explanation::of_cause(ui, model, ranked, cause);
    fold(ui, "do", &words.do_now, false, |ui| {
        bullets(ui, &card.self_care);
        for (title, lines) in [(&words.helps, &card.first_line), (&words.avoid, &card.avoid)] {
            titled(ui, title, lines);
        }
        if !model.assessment.stops_running() {
            exercises(ui, model, cause);
        }
    });
    fold(ui, "what", &words.what, false, |ui| {
        text::hint(ui, &fill(&words.clinical, &[("name", &cause.clinical)]));
        for (title, lines) in [(&words.feels, &card.features), (&words.who, &card.who), (&words.time, &card.recovery)] {
            titled(ui, title, lines);
        }
    });
    let statements: Vec<&str> = model
        .knowledge
        .article
        .bullets
        .iter()
        .filter(|bullet| bullet.screen == Shown::Causes && bullet.causes.contains(&cause.id))
        .map(|bullet| bullet.shown.as_str())
        .collect();
    let differences: Vec<_> =
        model.knowledge.advice.differences.iter().filter(|row| row.causes.contains(&cause.id)).collect();
    if !statements.is_empty() || !differences.is_empty() {
        fold(ui, "article", &words.article, false, |ui| {
            bullets(ui, &statements);
            if !differences.is_empty() {
                text::bold(ui, &words.newer);
            }
            for row in differences {
                text::body(ui, &fill(&words.article_says, &[("text", &row.article)]));
                text::body(ui, &fill(&words.evidence_says, &[("text", &row.evidence)]));
            }
        });
    }
}

pub(super) fn titled(ui: &mut Ui, title: &str, lines: &[String]) {
    if !lines.is_empty() {
        text::bold(ui, title);
        bullets(ui, lines);
    }
}

fn exercises(ui: &mut Ui, model: &ReadModel<'_>, cause: &Cause) {
    let words = &model.words().result;
    let rows: Vec<_> = model.assessment.for_you().exercises(&cause.id).collect();
    if rows.is_empty() {
        return;
    }
    text::bold(ui, &words.exercises);
    for row in rows {
        text::body(ui, &fill(&words.exercise, &[("exercise", &row.exercise), ("dose", &row.dose)]));
        if row.step_up.len() > 1 {
            text::hint(ui, &fill(&words.exercise_next, &[("text", &row.step_up)]));
        }
    }
    text::body(ui, &model.knowledge.advice.exercise_stop);
}
