//! The third column beside the form: urgency, what fits, the page as it grows.

use egui::Ui;

use super::super::page_panel::{self, Preview};
use super::super::read_model::Screen;
use super::super::widgets::{heading, text};
use super::{causes, urgency};
use crate::knowledge::rule::Level;

/// Everything that follows from the answers so far, in short.
pub fn live(ui: &mut Ui, screen: &Screen<'_>) {
    let words = screen.words();
    urgency::card(ui, screen);
    if screen.assessment.urgency.level != Level::Emergency && screen.assessment.is_sorted {
        heading::heading(ui, 2, &words.result.causes);
        for cause in screen.assessment.could_be(screen.knowledge) {
            text::body(ui, &format!("\u{2022} {}", causes::cause_name(screen, &cause.cause)));
        }
    }
    heading::heading(ui, 2, &words.page.title);
    page_panel::preview(ui, screen, Preview::Open);
}
