//! The program: its arguments, and the window.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    kneenote::command_line::run::run(std::env::args_os().skip(1))
}
