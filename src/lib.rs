//! `KneeNote`: a knee pain check for runners.
//!
//! The modules read like the way of the data: what the app knows ([`knowledge`]), what the runner says ([`check`]),
//! what follows ([`assess`]), the page for the clinician ([`note`]), the plan for the runner
//! ([`plan`]). The [`session`] goes through them, the interface
//! ([`ui`], [`app`]) stands on top, files ([`store`]) and system ([`desktop`], [`window`], [`command_line`]) at the edges.

// Stricter than for the tests: nothing here may stop the program or print.
#![warn(unreachable_pub)]
// Forbidden, so that no attribute switches one off.
#![forbid(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unimplemented,
    clippy::unreachable,
    clippy::unwrap_used
)]

pub mod app;
pub mod assess;
pub mod check;
pub mod command_line;
pub mod desktop;
pub mod figure;
pub mod knee_map;
pub mod knowledge;
pub mod note;
pub mod plain_text;
pub mod plan;
pub mod run_files;
pub mod session;
pub mod store;
pub mod training;
pub mod ui;
pub mod window;
pub mod wording;
