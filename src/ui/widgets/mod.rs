//! Our own controls. Nothing else in the app calls egui's stock buttons, radios or check boxes.
//!
//! Each control has a name and a role, is at least 44 points high, answers to its whole row, shows
//! a ring after keyboard use, comes into view when it gets focus, and keeps focus on Esc.
//! Enter presses buttons only; answers are given with Space, arrows or a click.

pub mod button;
pub mod card;
pub mod check_list;
pub mod chips;
pub mod choice;
pub mod focus;
pub mod fold;
pub mod heading;
pub mod long_list;
pub mod meter;
pub mod parts;
pub mod pictures;
pub mod radio_group;
pub mod select;
pub mod sheet_text;
pub mod status;
pub mod strength;
pub mod text;
pub mod text_field;
