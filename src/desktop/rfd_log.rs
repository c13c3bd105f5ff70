//! Remembers what the dialog library says went wrong.
//!
//! A dialog that cannot open and one that was closed look the same to its caller; only the log tells them apart.

use std::sync::{Mutex, PoisonError};

use log::{Level, LevelFilter, Log, Metadata, Record};

/// Set to anything, it brings log lines to standard error.
pub const LOG_VARIABLE: &str = "KNEENOTE_LOG";
/// More than this is not needed to tell what went wrong.
const MOST_RECORDS: usize = 32;

/// The program's log.
#[derive(Debug)]
pub struct RfdLog {
    errors: Mutex<Vec<String>>,
    printed: LevelFilter,
}

impl RfdLog {
    /// A log that prints records up to `printed`.
    #[must_use]
    pub const fn new(printed: LevelFilter) -> Self {
        Self { errors: Mutex::new(Vec::new()), printed }
    }

    /// Forgets every record.
    pub fn forget(&self) {
        self.errors.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Whether the last way to open a dialog failed. An error of the desktop bus alone is no proof: zenity may have
    /// opened instead.
    #[must_use]
    pub fn says_no_dialog_opened(&self) -> bool {
        let errors = self.errors.lock().unwrap_or_else(PoisonError::into_inner);
        errors.iter().any(|error| error.contains("zenity"))
    }
}

impl Log for RfdLog {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= self.printed || is_dialog_error(metadata)
    }

    fn log(&self, record: &Record<'_>) {
        if is_dialog_error(record.metadata()) {
            let mut errors = self.errors.lock().unwrap_or_else(PoisonError::into_inner);
            if errors.len() < MOST_RECORDS {
                errors.push(record.args().to_string());
            }
        }
        if record.level() <= self.printed {
            use std::io::Write as _;
            // A closed standard error is nothing to stop for.
            writeln!(std::io::stderr(), "{} {}: {}", record.level(), record.target(), record.args()).ok();
        }
    }

    fn flush(&self) {}
}

fn is_dialog_error(metadata: &Metadata<'_>) -> bool {
    metadata.level() == Level::Error && metadata.target().starts_with("rfd")
}

/// The program's log.
#[must_use]
pub fn of_program() -> &'static RfdLog {
    static QUIET: RfdLog = RfdLog::new(LevelFilter::Off);
    static LOUD: RfdLog = RfdLog::new(LevelFilter::Info);
    if std::env::var_os(LOG_VARIABLE).is_some() { &LOUD } else { &QUIET }
}

/// Makes the program's log the one that libraries speak to. A log that somebody else set stays.
pub fn install() {
    let log = of_program();
    if log::set_logger(log).is_ok() {
        log::set_max_level(log.printed.max(LevelFilter::Error));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(log: &RfdLog, level: Level, target: &str, text: &str) -> bool {
        log.log(&Record::builder().level(level).target(target).args(format_args!("{text}")).build());
        log.says_no_dialog_opened()
    }

    #[test]
    fn only_the_last_way_failing_means_that_no_dialog_opened() {
        let log = RfdLog::new(LevelFilter::Off);
        let zenity = "Failed to save file with zenity: No such file or directory";
        assert!(!says(&log, Level::Warn, "rfd::backend", "Using zenity fallback"));
        assert!(!says(&log, Level::Error, "rfd::backend", "Failed to connect to session bus"));
        assert!(!says(&log, Level::Error, "eframe", zenity));
        assert!(says(&log, Level::Error, "rfd::backend::xdg_desktop_portal", zenity));
        log.forget();
        assert!(!log.says_no_dialog_opened());
    }
}
