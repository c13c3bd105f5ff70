//! The urgency card, the emergency banner, and why.

use egui::Ui;

use super::super::screen::Screen;
use super::super::widgets::button::Button;
use super::super::widgets::fold::fold;
use super::super::widgets::{card, heading, status, text};
use super::causes::bullets;
use super::{action, said, working};
use crate::assess::Visibility;
use crate::assess::urgency::FiredRule;
use crate::check::answer::Answer;
use crate::knowledge::ids::FindingId;
use crate::knowledge::question::Question;
use crate::knowledge::rule::{Level, Rule};
use crate::session::command::Command;
use crate::session::place::Place;
use crate::ui::theme;
use crate::wording::places::Known;
use crate::wording::{capitalised, fill};

/// The call to action at the moment; `None` while answers are missing.
#[must_use]
pub fn headline(screen: &Screen<'_>) -> Option<String> {
    screen.assessment.urgency.shown()?;
    let rule = first_rule(screen)?;
    Some(screen.places.fill(&rule.headline))
}

fn first_rule<'a>(screen: &Screen<'a>) -> Option<&'a Rule> {
    screen.knowledge.rule(screen.assessment.urgency.first()?.rule.as_str())
}

/// The level in words.
pub(super) fn level_word<'a>(screen: &Screen<'a>, level: Level) -> &'a str {
    let words = &screen.wording.screen.result.levels;
    match level {
        Level::Emergency => &words.emergency,
        Level::Urgent => &words.urgent,
        Level::Clinician => &words.clinician,
        Level::SelfCare => &words.self_care,
    }
}

/// The first line of the banner, which stays when the rest scrolls away.
pub fn banner_line(ui: &mut Ui, screen: &Screen<'_>) {
    if let Some(rule) = first_rule(screen) {
        card::urgency_line(ui, screen.assessment.urgency.level, &screen.places.fill(&rule.headline));
    }
}

/// The banner above all steps in an emergency and where it is urgent, with its headline or below its line: what to do,
/// by when, why, and below the level of an emergency also where.
pub fn banner(ui: &mut Ui, screen: &Screen<'_>, headed: HeadlinePosition) {
    let (Some(fired), Some(rule)) = (screen.assessment.urgency.first(), first_rule(screen)) else { return };
    let level = fired.level;
    let headline = screen.places.fill(&rule.headline);
    let mut why = reason(screen, fired, rule).join(" ");
    if level != Level::Emergency {
        let level_word = level_word(screen, level);
        let news = action::news(&screen.places.fill(&rule.action), &[level_word, headline.as_str()], &mut Vec::new());
        why = format!("{why} {}", news.join(" "));
    }
    let said = format!("{headline}. {why}");
    let words = &screen.words().buttons;
    let colour = card::text_colour(level, theme::tokens_of(ui));
    // Which of several numbers is the right one, the runner knows.
    let names_numbers = screen.places.known == Known::AsSeveral && said.contains(&screen.places.emergency_number);
    card::urgency_banner(
        ui,
        level,
        level_word(screen, level),
        |ui| {
            if headed == HeadlinePosition::Here {
                heading::heading_in(ui, 2, &headline, colour);
            }
            _ = status::alert(ui, &said, &why, colour);
            if names_numbers && Button::quiet(&words.change_country).on_band(colour).show(ui).clicked() {
                screen.send(Command::ChangeCountry);
            }
        },
        |ui| {
            let name = fill(&words.change_named, &[("what", &headline)]);
            if Button::quiet(&words.change).named(&name).on_band(colour).show(ui).clicked() {
                screen.send(Command::GoTo(Place::Safety));
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
pub fn card(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().result;
    let urgency = &screen.assessment.urgency;
    let (Some(level), Some(fired), Some(rule)) = (urgency.shown(), urgency.first(), first_rule(screen)) else {
        needs(ui, screen);
        return;
    };
    let headline = screen.places.fill(&rule.headline);
    let level_word = level_word(screen, level);
    card::urgency_card(ui, level, level_word, &headline, |ui| {
        let (band, mut said) = ([level_word, headline.as_str()], Vec::new());
        let to_do = to_do(screen, level, &band, &mut said);
        if !to_do.is_empty() {
            text::bold(ui, &to_do);
        }
        text::bold(ui, &words.why);
        for line in reason(screen, fired, rule) {
            text::body(ui, &line);
        }
        if urgency.fired.len() > 1 {
            let name = fill(&words.all_reasons, &[("count", &urgency.fired.len().to_string())]);
            fold(ui, "reasons", &name, false, |ui| {
                for fired in &urgency.fired {
                    every_reason(ui, screen, fired, &said);
                }
            });
        }
        working::of_rules(ui, screen, &urgency.fired);
        // In an emergency help is on its way, and nothing more is asked.
        if level != Level::Emergency {
            text::body(ui, &safety_net(screen));
            unasked(ui, screen);
        }
    });
}

/// What to do beyond the band: what the first rule says; in an emergency what all its rules say, in their order.
fn to_do(screen: &Screen<'_>, level: Level, band: &[&str], said: &mut Vec<String>) -> String {
    let mut sentences = Vec::new();
    for (at, fired) in screen.assessment.urgency.fired.iter().enumerate() {
        if at > 0 && (level != Level::Emergency || fired.level != level) {
            break;
        }
        let Some(rule) = screen.knowledge.rule(fired.rule.as_str()) else { continue };
        // Where to go says the first rule; of the others what they add to it.
        let own = screen.places.fill(&rule.headline);
        let band: Vec<&str> = band.iter().copied().chain([own.as_str()]).collect();
        sentences.extend(action::news(&screen.places.fill(&rule.action), &band, said));
    }
    sentences.join(" ")
}

/// Why a rule fired; before it what the runner was not sure of.
fn reason(screen: &Screen<'_>, fired: &FiredRule, rule: &Rule) -> Vec<String> {
    let unsure = fired.if_true.iter().map(|sign| said::if_true(screen, sign));
    unsure.chain([rule.reason.clone()]).collect()
}

/// One line of a rule: how soon, why, and what it adds to what was said.
fn every_reason(ui: &mut Ui, screen: &Screen<'_>, fired: &FiredRule, said: &[String]) {
    let Some(rule) = screen.knowledge.rule(fired.rule.as_str()) else { return };
    let headline = screen.places.fill(&rule.headline);
    let band = [level_word(screen, fired.level), headline.as_str()];
    let news = action::news(&screen.places.fill(&rule.action), &band, &mut said.to_vec());
    let reason = reason(screen, fired, rule).join(" ");
    let when = capitalised(screen.wording.note.soon.of(fired.how_soon()));
    let values = [("when", when.as_str()), ("reason", reason.as_str()), ("action", &news.join(" "))];
    text::body(ui, fill(&screen.words().result.reason_line, &values).trim_end());
}

/// How many danger signs were not asked, with the way to the first question that does.
fn unasked(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().result;
    // Also one that hangs on sex or age while those are not told.
    let is_open = |question: &Question| !screen.assessment.answers.hidden.contains(&question.id);
    let is_there =
        |question: &Question| screen.assessment.visibility(screen.knowledge, &question.id) != Visibility::Hidden;
    let of = |question: &Question| {
        let signs = &screen.assessment.urgency.unasked;
        question.answers.iter().filter(|row| signs.contains(&row.id)).count()
    };
    let questions = screen.knowledge.questions.iter().filter(|question| is_open(question) && of(question) > 0);
    let count: usize = questions.clone().map(of).sum();
    if let Some(first) = questions.clone().find(|question| is_there(question)).or(questions.clone().next()) {
        let line =
            if count == 1 { words.unasked_one.clone() } else { fill(&words.unasked, &[("count", &count.to_string())]) };
        text::body(ui, &line);
        if Button::secondary(&words.unasked_go).show(ui).clicked() {
            screen.send(if is_there(first) {
                Command::GoToQuestion(first.id.clone())
            } else {
                Command::GoTo(Place::Safety)
            });
        }
    }
}

/// When to get help at once: only by signs that this person did not tell of already.
fn safety_net(screen: &Screen<'_>) -> String {
    let net = &screen.knowledge.about.safety_net;
    let answers = &screen.assessment.answers;
    let is_told = |sign: &FindingId| matches!(answers.answer(sign.as_str()), Answer::Yes | Answer::NotSure);
    let open = net.signs.iter().filter(|row| !row.signs.iter().any(is_told)).map(|row| row.words.as_str());
    fill(&net.text, &[("list", &open.collect::<Vec<_>>().join(", "))])
}

/// Until level 4 is allowed: what is still needed, and one way through all of it.
fn needs(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().result;
    let missing: Vec<&str> = screen.missing().map(|question| question.heading.as_str()).collect();
    card::card(ui, |ui| {
        heading::heading(ui, 2, &words.needs);
        text::body(ui, &words.needs_why);
        bullets(ui, &missing);
        if Button::primary(&words.needs_go).show(ui).clicked() {
            screen.send(Command::AnswerMissing);
        }
    });
}
