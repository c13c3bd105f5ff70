//! Step 4: what to do now, what it could be, what the runner can do, when to check again.

mod action;
mod advice;
mod causes;
mod pain_light;
mod said;
mod to_check;
mod urgency;
mod what_would_change;
mod working;
mod your_answers;

use egui::Ui;

use super::screen::Screen;
use super::widgets::{card, heading, text};
use crate::knowledge::cause::Cause;
use crate::knowledge::rule::Level;

pub use causes::cause_name;
pub use urgency::{HeadlinePosition, banner, banner_line, card as urgency_card, headline};

/// The whole step but the page for the visit, which stands below it; gives back the cause that is pointed at.
pub fn show<'a>(ui: &mut Ui, screen: &Screen<'a>) -> Option<&'a Cause> {
    let mut pointed = None;
    heading::title(ui, &screen.words().result.title, &screen.step_line().unwrap_or_default());
    for case in screen.assessment.not_made_for(screen.knowledge) {
        card::note_panel(ui, &case.title, |ui| text::body(ui, &screen.places.fill(&case.text)));
    }
    urgency::card(ui, screen);
    if screen.assessment.urgency.level == Level::Emergency {
        heading::heading(ui, 2, &screen.words().result.causes);
        text::body(ui, &screen.words().result.causes_later);
        to_check::show(ui, screen);
        what_would_change::show(ui, screen);
    } else if screen.assessment.urgency.missing.is_empty() && screen.check.side.is_some() {
        pointed = causes::show(ui, screen);
        what_would_change::show(ui, screen);
        advice::show(ui, screen);
    }
    your_answers::show(ui, screen);
    pointed
}
