//! Where each part of the plan stands, and how well it is known, on demand.

use egui::Ui;

use super::super::super::read_model::ReadModel;
use super::super::super::widgets::fold::fold;
use super::super::super::widgets::text;
use super::super::explanation;
use crate::knowledge::ids::SourceId;
use crate::plan::{Plan, Why};

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, plan: &Plan) {
    let words = &model.words().plan;
    let said: Vec<(String, &Why)> = plan.said().map(|(text, why)| (model.places.fill(text), why)).collect();
    fold(ui, "where the plan stands", &words.origin, false, |ui| {
        for (line, why) in &said {
            text::body(ui, line);
            text::hint(ui, &explanation::from(model, &why.sources, explanation::known(model, why.grade)));
        }
        let sources: Vec<&SourceId> = said.iter().flat_map(|(_, why)| &why.sources).collect();
        explanation::references(ui, model, sources.into_iter());
    });
}
