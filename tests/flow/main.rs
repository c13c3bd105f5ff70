//! Promise: a runner gets from Start to a saved page by what things are called, and loses nothing on the way.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]
#![allow(unreachable_pub, reason = "shared by the files of this test")]

#[path = "../driver/mod.rs"]
mod driver;
#[path = "../support/mod.rs"]
mod support;

mod answering;
mod clicking;
mod effort;
mod keeping;
mod left_out;
mod levels;
mod numbers;
mod saving;
mod scrolling;
mod seen;
mod small_window;
mod stale;
mod steps;
mod telling;
mod two_windows;
mod typical;
mod typing;
