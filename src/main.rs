//! The program: its arguments, and the window.
#![forbid(unsafe_code)]
// No console window beside the window on Windows. What is printed still goes into a file or to another program.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    kneenote::command_line::run::run(std::env::args_os().skip(1))
}
