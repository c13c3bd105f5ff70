//! KneeNote: a knee pain check for runners.
//!
//! The modules read like the way of the data: what the app knows ([`knowledge`]), what the runner says ([`check`]),
//! what follows ([`assess`]), the page for the clinician ([`note`]).

pub mod assess;
pub mod check;
pub mod command_line;
pub mod desktop;
pub mod knowledge;
pub mod store;
pub mod window;
