//! The urgency card, the emergency banner, and why.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::fold::fold;
use super::super::widgets::{card, heading, status, text};
use super::causes::bullets;
use super::{action, explanation, said};
use crate::assess::Visibility;
use crate::assess::grounds::grounds;
use crate::assess::urgency::FiredRule;
use crate::knowledge::known_ids;
use crate::knowledge::question::Question;
use crate::knowledge::rule::{Level, Rule};
use crate::session::command::Command;
use crate::session::screen::Screen;
use crate::ui::theme;
use crate::wording::places::Known;
use crate::wording::{capitalised, fill, number};

/// So many things that the runner told are named beside the reason of a level.
const WHAT_COUNTS: usize = 4;

/// The level in words.
#[must_use]
pub fn level_word<'a>(model: &ReadModel<'a>, level: Level) -> &'a str {
    let words = &model.wording.screen.result.levels;
    match level {
        Level::Emergency => &words.emergency,
        Level::Urgent => &words.urgent,
        Level::Clinician => &words.clinician,
        Level::SelfCare => &words.self_care,
    }
}

/// The first line of the banner, which stays when the rest scrolls away.
pub fn banner_line(ui: &mut Ui, model: &ReadModel<'_>) {
    if let Some(rule) = model.assessment.first_rule() {
        card::urgency_line(ui, model.assessment.urgency.level, &model.places.fill(&rule.headline));
    }
}

/// The banner above all steps in an emergency and where it is urgent, with its headline or below its line: what to do,
/// by when, why, and below the level of an emergency also where.
pub fn banner(ui: &mut Ui, model: &ReadModel<'_>, headed: HeadlinePosition) {
    let (Some(fired), Some(rule)) = (model.assessment.urgency.first(), model.assessment.first_rule()) else { return };
    let level = fired.level;
    let headline = model.places.fill(&rule.headline);
    let mut why = reason(model, fired, rule).join(" ");
    if level != Level::Emergency {
        let level_word = level_word(model, level);
        let news = action::news(&model.places.fill(&rule.action), &[level_word, headline.as_str()], &mut Vec::new());
        why = format!("{why} {}", news.join(" "));
    }
    let said = format!("{headline}. {why}");
    let words = &model.words().buttons;
    let colour = card::text_colour(level, theme::tokens_of(ui));
    // Which of several numbers is the right one, the runner knows.
    let names_numbers = model.places.known == Known::AsSeveral && said.contains(&model.places.emergency_number);
    card::urgency_banner(
        ui,
        level,
        level_word(model, level),
        |ui| {
            if headed == HeadlinePosition::Here {
                heading::heading_in(ui, 2, &headline, colour);
            }
            _ = status::alert(ui, &said, &why, colour);
            if names_numbers && Button::quiet(&words.change_country).on_band(colour).show(ui).clicked() {
                model.send(Command::ChangeCountry);
            }
        },
        |ui| {
            let name = fill(&words.change_named, &[("what", &headline)]);
            if Button::quiet(&words.change).named(&name).on_band(colour).show(ui).clicked() {
                model.send(Command::GoTo(Screen::Safety));
            }
        },
    );
    ui.add_space(theme::GAP / 2.0);
}

/// Where the headline of the banner stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadlinePosition {
    /// In the banner.
    Here,
    /// In the line above the page.
    ByTheLine,
}

/// The card on top of step 4: level, action, why; or what is still needed.
pub(super) fn card(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().result;
    let urgency = &model.assessment.urgency;
    let (Some(level), Some(fired), Some(rule)) = (urgency.told(), urgency.first(), model.assessment.first_rule())
    else {
        needs(ui, model);
        return;
    };
    let headline = model.places.fill(&rule.headline);
    let level_word = level_word(model, level);
    card::urgency_card(ui, level, level_word, &headline, |ui| {
        let (band, mut said) = ([level_word, headline.as_str()], Vec::new());
        let to_do = to_do(model, level, &band, &mut said);
        if !to_do.is_empty() {
            text::bold(ui, &to_do);
        }
        for line in reason(model, fired, rule) {
            text::body(ui, &line);
        }
        if level <= Level::Urgent {
            let counts = what_counts(model, rule);
            if !counts.is_empty() {
                text::hint(ui, &fill(&words.what_counts, &[("list", &counts.join("; "))]));
            }
        }
        if urgency.fired.len() > 1 {
            let name = fill(&words.all_reasons, &[("count", &urgency.fired.len().to_string())]);
            fold(ui, "reasons", &name, false, |ui| {
                for fired in &urgency.fired {
                    every_reason(ui, model, fired, &said);
                }
                explanation::of_rules(ui, model, &urgency.fired);
            });
        } else {
            explanation::of_rules(ui, model, &urgency.fired);
        }
        // In an emergency help is on its way, and nothing more is asked.
        if level != Level::Emergency {
            unasked(ui, model);
        }
    });
}

/// What to do beyond the band: what the first rule says; in an emergency what all its rules say, in their order.
fn to_do(model: &ReadModel<'_>, level: Level, band: &[&str], said: &mut Vec<String>) -> String {
    let mut sentences = Vec::new();
    for (at, fired) in model.assessment.urgency.fired.iter().enumerate() {
        if at > 0 && (level != Level::Emergency || fired.level != level) {
            break;
        }
        let Some(rule) = model.knowledge.rule(fired.rule.as_str()) else { continue };
        // Where to go says the first rule; of the others what they add to it.
        let own = model.places.fill(&rule.headline);
        let band: Vec<&str> = band.iter().copied().chain([own.as_str()]).collect();
        sentences.extend(action::news(&model.places.fill(&rule.action), &band, said));
    }
    sentences.join(" ")
}

/// Why a rule fired; before it what the runner was not sure of.
fn reason(model: &ReadModel<'_>, fired: &FiredRule, rule: &Rule) -> Vec<String> {
    let unsure = fired.if_true.iter().map(|sign| said::if_true(model, sign));
    unsure.chain([rule.reason.clone()]).collect()
}

/// What the runner told that makes a rule fire, in the words of the form: the first few.
fn what_counts(model: &ReadModel<'_>, rule: &Rule) -> Vec<String> {
    let told = grounds(model.knowledge, &model.assessment.evidence, rule).into_iter().filter_map(|name| {
        if *name == known_ids::numbers::AGE {
            let age = model.assessment.evidence.number(name)?;
            return Some(fill(&model.wording.note.aged, &[("age", &number(age.floor()))]));
        }
        if let Some(zone) = model.knowledge.zone(name) {
            return Some(zone.short.clone());
        }
        let finding = model.knowledge.finding(name)?;
        Some(said::in_words(model, &finding.id))
    });
    told.take(WHAT_COUNTS).collect()
}

/// One line of a rule: how soon, why, and what it adds to what was said.
fn every_reason(ui: &mut Ui, model: &ReadModel<'_>, fired: &FiredRule, said: &[String]) {
    let Some(rule) = model.knowledge.rule(fired.rule.as_str()) else { return };
    let headline = model.places.fill(&rule.headline);
    let band = [level_word(model, fired.level), headline.as_str()];
    let news = action::news(&model.places.fill(&rule.action), &band, &mut said.to_vec());
    let reason = reason(model, fired, rule).join(" ");
    let when = capitalised(model.wording.note.soon.of(fired.how_soon()));
    let values = [("when", when.as_str()), ("reason", reason.as_str()), ("action", &news.join(" "))];
    text::body(ui, fill(&model.words().result.reason_line, &values).trim_end());
}

/// How many red flags were not asked, with the way to the first question that does.
fn unasked(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().result;
    // Also one that hangs on sex or age while those are not told.
    let is_open = |question: &Question| !model.assessment.evidence.hidden.contains(&question.id);
    let is_there = |question: &Question| model.assessment.visibility(&question.id) != Visibility::Hidden;
    let of = |question: &Question| {
        let signs = &model.assessment.urgency.unasked;
        question.options.iter().filter(|row| signs.contains(&row.id)).count()
    };
    let questions = model.knowledge.questions.iter().filter(|question| is_open(question) && of(question) > 0);
    let count: usize = questions.clone().map(of).sum();
    if let Some(first) = questions.clone().find(|question| is_there(question)).or(questions.clone().next()) {
        let line =
            if count == 1 { words.unasked_one.clone() } else { fill(&words.unasked, &[("count", &count.to_string())]) };
        ui.horizontal_wrapped(|ui| {
            text::body(ui, &line);
            if Button::quiet(&words.unasked_go).show(ui).clicked() {
                model.send(if is_there(first) {
                    Command::GoToQuestion(first.id.clone())
                } else {
                    Command::GoTo(Screen::Safety)
                });
            }
        });
    }
}

/// When to get help at once: only by signs that this person did not tell of already.
pub(super) fn safety_net(ui: &mut Ui, model: &ReadModel<'_>) {
    let net = model.assessment.safety_net();
    card::note_panel(ui, &model.words().result.help_at_once, |ui| text::body(ui, &net));
}

/// Until the level may be told: what is still needed, and one way through all of it.
fn needs(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().result;
    let missing: Vec<&str> = model.missing().map(|question| question.heading.as_str()).collect();
    card::card(ui, |ui| {
        heading::heading(ui, 2, &words.needs);
        let so_far = model.assessment.rule_so_far();
        let why = so_far.map_or_else(
            || words.needs_why.clone(),
            |rule| fill(&words.needs_signs, &[("headline", &model.places.fill(&rule.headline))]),
        );
        text::body(ui, &why);
        if let Some(rule) = so_far {
            let headline = model.places.fill(&rule.headline);
            let action = action::news(&model.places.fill(&rule.action), &[headline.as_str()], &mut Vec::new());
            text::body(ui, &action.join(" "));
        }
        bullets(ui, &missing);
        if Button::primary(&words.needs_go).show(ui).clicked() {
            model.send(Command::AnswerMissing);
        }
    });
}
