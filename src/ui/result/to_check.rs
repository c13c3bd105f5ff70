//! Causes that a person must look at, whatever fits best.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::fold::fold;
use super::super::widgets::{card, text};
use super::causes;
use crate::assess::urgency::{FiredRule, NamedOther};
use crate::knowledge::rule::{Level, Rule};
use crate::wording::fill;

/// The box of what a rule names, each with why; below it what is known of those that also fit the answers.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().result;
    let named: Vec<_> = model.assessment.to_check().collect();
    let other: Vec<&NamedOther> =
        model.assessment.urgency.named_other.iter().filter(|other| other.level <= Level::Urgent).collect();
    if named.is_empty() && other.is_empty() {
        return;
    }
    card::note_panel(ui, &words.to_rule_out, |ui| {
        text::body(ui, &words.to_rule_out_lead);
        // What one rule names stands together, so that its reason is said once.
        for (fired, rule) in fired_rules(model) {
            let causes = named.iter().filter(|named| named.rule == rule.id);
            let names = causes.map(|named| causes::cause_name(model, &named.cause));
            let others = other.iter().filter(|of| of.rule == rule.id).map(|of| of.name.as_str());
            let names: Vec<&str> = names.chain(others).collect();
            // What fired on a "not sure" says what to have looked at, and frightens nobody with a name.
            for name in names.iter().filter(|_| fired.is_named_openly()) {
                text::bold(ui, name);
            }
            if !names.is_empty() {
                text::body(ui, &rule.reason);
            }
        }
    });
    // In an emergency the rest can wait.
    if model.assessment.urgency.level == Level::Emergency {
        return;
    }
    for ranked in model.assessment.shown_causes().filter(|cause| named.iter().any(|of| of.cause == cause.cause)) {
        let Some(cause) = model.knowledge.cause(ranked.cause.as_str()) else { continue };
        if !model.assessment.may_be_named(cause) {
            continue;
        }
        let name = fill(&words.more_of_named, &[("cause", &cause.name)]);
        ui.push_id(cause.id.as_str(), |ui| {
            fold(ui, "cause", &name, false, |ui| causes::all_of(ui, model, ranked, cause));
        });
    }
}

/// The rules that fired, each with what stands in the content.
fn fired_rules<'a>(model: &ReadModel<'a>) -> impl Iterator<Item = (&'a FiredRule, &'a Rule)> {
    let fired = model.assessment.urgency.fired.iter();
    let knowledge = model.knowledge;
    fired.filter_map(|fired| Some((fired, knowledge.rule(fired.rule.as_str())?)))
}
