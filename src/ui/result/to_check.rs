//! Causes that a person must look at, whatever fits best.

use egui::Ui;

use super::super::screen::Screen;
use super::super::widgets::fold::fold;
use super::super::widgets::{card, text};
use super::causes;
use crate::assess::urgency::NamedOther;
use crate::knowledge::rule::{Level, Rule};
use crate::wording::fill;

/// The box of what a rule names, each with why; below it what is known of those that also fit the answers.
pub(super) fn show(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().result;
    let named: Vec<_> = screen.assessment.to_check(screen.knowledge).collect();
    let other: Vec<&NamedOther> =
        screen.assessment.urgency.named_other.iter().filter(|other| other.level <= Level::Urgent).collect();
    if named.is_empty() && other.is_empty() {
        return;
    }
    card::note_panel(ui, &words.to_rule_out, |ui| {
        text::body(ui, &words.to_rule_out_lead);
        // What one rule names stands together, so that its reason is said once.
        let rules: Vec<&Rule> =
            screen.assessment.urgency.fired.iter().filter_map(|of| screen.knowledge.rule(of.rule.as_str())).collect();
        for rule in rules {
            let causes = named.iter().filter(|named| named.rule == rule.id);
            let names = causes.map(|named| causes::cause_name(screen, &named.cause));
            let names: Vec<&str> =
                names.chain(other.iter().filter(|of| of.rule == rule.id).map(|of| of.name.as_str())).collect();
            for name in &names {
                text::bold(ui, name);
            }
            if !names.is_empty() {
                text::body(ui, &rule.reason);
            }
        }
    });
    // In an emergency the rest can wait.
    if screen.assessment.urgency.level == Level::Emergency {
        return;
    }
    for ranked in screen.assessment.shown_causes().filter(|cause| named.iter().any(|of| of.cause == cause.cause)) {
        let Some(cause) = screen.knowledge.causes.get(ranked.index) else { continue };
        let name = fill(&words.more_of_named, &[("cause", &cause.name)]);
        ui.push_id(cause.id.as_str(), |ui| {
            fold(ui, "cause", &name, false, |ui| causes::all_of(ui, screen, ranked, cause));
        });
    }
}
