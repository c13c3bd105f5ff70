//! Promise: a runner gets from Start to a saved page by what things are called, and loses nothing on the way.

mod answering;
mod clicking;
mod effort;
mod keeping;
mod left_out;
mod levels;
mod numbers;
mod running;
mod saving;
mod scrolling;
mod seen;
mod small_window;
mod stale;
mod steps;
mod telling;
mod ten_runners;
mod two_windows;
mod typical;
mod typing;
