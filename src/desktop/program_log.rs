//! What libraries report, and what stands behind a plain message: on standard error, for who asks for it.

use log::{LevelFilter, Log, Metadata, Record};

/// Set to anything, it brings log lines to standard error.
pub const LOG_VARIABLE: &str = "KNEENOTE_LOG";

/// The program's log.
struct ProgramLog;

impl Log for ProgramLog {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            use std::io::Write as _;
            // A closed standard error is nothing to stop for.
            writeln!(std::io::stderr(), "{} {}: {}", record.level(), record.target(), record.args()).ok();
        }
    }

    fn flush(&self) {}
}

/// Makes the program's log the one that libraries speak to. A log that somebody else set stays.
pub fn install() {
    if std::env::var_os(LOG_VARIABLE).is_some() && log::set_logger(&ProgramLog).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
}
