//! What goes on between opening the window and closing it, without a window, a file or a clock.

pub mod command;
pub mod screen;
pub mod state;
