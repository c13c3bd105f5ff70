//! The same program for people who test, script or print.
//!
//! What was asked for is read by [`call`], carried out by [`run`]; what is wrong becomes [`faults`] on standard error.
//! What runs say becomes [`ruler_lines`].

pub mod call;
pub mod faults;
pub mod ruler_lines;
pub mod run;
pub mod runs;
pub mod runs_call;
