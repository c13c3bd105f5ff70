//! The urgency card, the emergency banner, and why.

use egui::Ui;

use super::super::screen::{Asked, Screen};
use super::super::widgets::button::Button;
use super::super::widgets::fold::fold;
use super::super::widgets::{card, heading, status, text};
use super::working;
use crate::app::command::Command;
use crate::app::place::Place;
use crate::assess::urgency::FiredRule;
use crate::knowledge::rule::{Level, Rule};
use crate::ui::theme;
use crate::wording::fill;

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

/// The first line of the emergency banner, which stays when the rest scrolls away.
pub fn banner_line(ui: &mut Ui, screen: &Screen<'_>) {
    if let Some(rule) = first_rule(screen) {
        card::urgency_line(ui, Level::Emergency, &screen.places.fill(&rule.headline));
    }
}

/// The banner above all steps in an emergency, with its headline or below its line.
pub fn banner(ui: &mut Ui, screen: &Screen<'_>, headed: Headed, asked: &mut Asked) {
    let Some(rule) = first_rule(screen) else { return };
    let headline = screen.places.fill(&rule.headline);
    let said = format!("{headline}. {}", rule.reason);
    let words = &screen.words().buttons;
    let colour = card::text_colour(Level::Emergency, theme::tokens_of(ui));
    card::urgency_banner(
        ui,
        Level::Emergency,
        level_word(screen, Level::Emergency),
        |ui| {
            if headed == Headed::Here {
                heading::heading_in(ui, 2, &headline, colour);
            }
            _ = status::alert(ui, &said, &rule.reason, colour);
        },
        |ui| {
            let name = fill(&words.change_named, &[("what", &headline)]);
            if Button::quiet(&words.change).named(&name).on_band(colour).show(ui).clicked() {
                asked.command(Command::GoTo(Place::Safety));
            }
        },
    );
    ui.add_space(theme::GAP / 2.0);
}

/// Where the headline of the emergency banner stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headed {
    /// In the banner.
    Here,
    /// In the line above the page.
    ByTheLine,
}

/// The card on top of step 4: level, action, why; or what is still needed.
pub fn card(ui: &mut Ui, screen: &Screen<'_>, asked: &mut Asked) {
    let words = &screen.words().result;
    let urgency = &screen.assessment.urgency;
    let (Some(level), Some(fired), Some(rule)) = (urgency.shown(), urgency.first(), first_rule(screen)) else {
        needs(ui, screen, asked);
        return;
    };
    let headline = screen.places.fill(&rule.headline);
    card::urgency_card(ui, level, level_word(screen, level), &headline, |ui| {
        reason(ui, screen, fired, rule);
        let action = screen.places.fill(&rule.action);
        // The headline often is the whole action.
        if action.trim_end_matches('.') != headline {
            text::body(ui, &action);
        }
        let others: Vec<&FiredRule> = urgency.fired.iter().skip(1).collect();
        if !others.is_empty() {
            let name = fill(&words.all_reasons, &[("count", &urgency.fired.len().to_string())]);
            fold(ui, "reasons", &name, false, |ui| {
                for fired in others {
                    if let Some(rule) = screen.knowledge.rule(fired.rule.as_str()) {
                        reason(ui, screen, fired, rule);
                        text::hint(ui, &screen.places.fill(&rule.action));
                    }
                }
            });
        }
        working::of_rules(ui, screen, &urgency.fired);
        text::body(ui, &screen.knowledge.about.safety_net);
        if !urgency.unasked.is_empty() {
            text::hint(ui, &words.unasked);
        }
    });
}

fn reason(ui: &mut Ui, screen: &Screen<'_>, fired: &FiredRule, rule: &Rule) {
    let words = &screen.words().result;
    text::bold(ui, &words.why);
    for sign in &fired.if_true {
        let label = screen.knowledge.finding(sign.as_str()).map_or("", |finding| finding.label.as_str());
        text::body(ui, &fill(&words.if_true, &[("sign", label)]));
    }
    text::body(ui, &rule.reason);
}

/// Until level 4 is allowed: what is still needed, and the way there.
fn needs(ui: &mut Ui, screen: &Screen<'_>, asked: &mut Asked) {
    let words = screen.words();
    card::card(ui, |ui| {
        text::bold(ui, &words.result.needs);
        let missing = screen.assessment.urgency.missing.iter().filter_map(|id| screen.knowledge.question(id.as_str()));
        for question in missing {
            text::body(ui, screen.question_text(question));
            let name = fill(&words.buttons.go_there_named, &[("what", &question.heading)]);
            if Button::secondary(&words.buttons.go_there).named(&name).show(ui).clicked() {
                asked.command(Command::GoTo(Place::Safety));
            }
        }
        if screen.check.side.is_none() {
            text::body(ui, &words.place.which);
            let name = fill(&words.buttons.go_there_named, &[("what", &words.place.which)]);
            if Button::secondary(&words.buttons.go_there).named(&name).show(ui).clicked() {
                asked.command(Command::GoTo(Place::Where));
            }
        }
    });
}
