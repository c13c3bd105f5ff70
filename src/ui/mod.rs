//! What is seen: theme, fonts, icons, the app's own widgets, and one file for each part of the screen.
//!
//! Functions that draw take a [`egui::Ui`] and the [`read_model::ReadModel`], through which they send what the runner asks for;
//! nothing here changes an answer, opens a file or reads the clock.

mod answer_chips;
mod answer_list;
mod answer_pictures;
pub mod bars;
pub mod command_queue;
pub mod counted_as_no;
pub mod diary;
mod doctor_asks;
pub mod door;
pub mod drafts;
pub mod earlier;
pub mod figure;
pub mod fonts;
pub mod icons;
pub mod keeping;
pub mod knee_panel;
pub mod knee_picker;
pub mod layout;
pub mod menu;
pub mod naming;
mod numbers;
pub mod opening;
pub mod page_panel;
pub mod question;
pub mod questions;
pub mod read_model;
pub mod result;
mod runs;
pub mod safety;
mod scroll;
mod spot_card;
pub mod theme;
mod tried;
mod way_back;
pub mod where_it_hurts;
pub mod who;
pub mod widgets;
mod your_running;
pub mod zone_list;
