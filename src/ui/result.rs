//! Step 4: what to do now, what it could be, what the runner can do, when to check again.

mod action;
mod advice;
mod causes;
mod explanation;
mod live;
mod pain_light;
mod said;
mod to_check;
mod urgency;
mod what_would_change;
mod your_answers;

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::{card, heading, text};
use crate::knowledge::cause::Cause;
use crate::knowledge::rule::Level;

pub use live::live;
pub use urgency::{HeadlinePosition, banner, banner_line};

/// The whole step but the page for the visit, which stands below it; gives back the cause that is pointed at.
pub fn show<'a>(ui: &mut Ui, model: &ReadModel<'a>) -> Option<&'a Cause> {
    let mut pointed = None;
    heading::title(ui, &model.words().result.title, &model.step_line().unwrap_or_default());
    for case in model.assessment.not_made_for() {
        card::note_panel(ui, &case.title, |ui| text::body(ui, &model.places.fill(&case.text)));
    }
    urgency::card(ui, model);
    if model.assessment.urgency.level == Level::Emergency {
        heading::heading(ui, 2, &model.words().result.causes);
        text::body(ui, &model.words().result.causes_later);
        to_check::show(ui, model);
        what_would_change::show(ui, model);
    } else if model.assessment.urgency.missing.is_empty() && model.check.side.is_some() {
        to_check::show(ui, model);
        pointed = causes::show(ui, model);
        what_would_change::show(ui, model);
        advice::show(ui, model);
    }
    your_answers::show(ui, model);
    pointed
}
