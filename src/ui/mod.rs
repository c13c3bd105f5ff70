//! What is seen: theme, fonts, icons, the app's own widgets, and one file for each part of the model.
//!
//! Functions that draw take a [`egui::Ui`] and the [`screen::ReadModel`], through which they send what the runner asks for;
//! nothing here changes an answer, opens a file or reads the clock.

pub mod bars;
pub mod commands;
pub mod drafts;
pub mod earlier;
pub mod fonts;
pub mod icons;
pub mod keeping;
pub mod knee_panel;
pub mod knee_picker;
pub mod menu;
mod numbers;
pub mod page_panel;
pub mod question;
pub mod result;
pub mod screen;
mod scroll;
pub mod shell;
pub mod start;
pub mod theme;
mod tried;
pub mod where_it_hurts;
pub mod widgets;
