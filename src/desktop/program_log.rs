//! What libraries report, and what stands behind a plain message: on standard error, for who asks for it.
//!
//! Errors of the dialog library are remembered too: a dialog that cannot open, one that was closed and one that chose a
//! place without a path look the same to its caller; only the log tells them apart.

use std::sync::{Mutex, PoisonError};

use log::{Level, LevelFilter, Log, Metadata, Record};

/// Set to anything, it brings log lines to standard error.
pub const LOG_VARIABLE: &str = "KNEENOTE_LOG";
/// More than this is not needed to tell what went wrong.
const MOST_RECORDS: usize = 32;

/// The program's log.
#[derive(Debug)]
pub struct ProgramLog {
    dialog_errors: Mutex<Vec<String>>,
    printed: LevelFilter,
}

impl ProgramLog {
    /// A log that prints records up to `printed`.
    const fn new(printed: LevelFilter) -> Self {
        Self { dialog_errors: Mutex::new(Vec::new()), printed }
    }

    /// Forgets every error.
    pub fn forget(&self) {
        self.dialog_errors.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// What the dialog library called an error since the last [`forget`](Self::forget), at most 32 of them.
    #[must_use]
    pub fn dialog_errors(&self) -> Vec<String> {
        self.dialog_errors.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Log for ProgramLog {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= self.printed || is_dialog_error(metadata)
    }

    fn log(&self, record: &Record<'_>) {
        if is_dialog_error(record.metadata()) {
            let mut errors = self.dialog_errors.lock().unwrap_or_else(PoisonError::into_inner);
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
pub fn of_program() -> &'static ProgramLog {
    static QUIET: ProgramLog = ProgramLog::new(LevelFilter::Off);
    static LOUD: ProgramLog = ProgramLog::new(LevelFilter::Info);
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

    #[test]
    fn only_errors_of_the_dialog_library_are_remembered_and_not_without_end() {
        let log = ProgramLog::new(LevelFilter::Off);
        let says = |level, target: &str| {
            log.log(&Record::builder().level(level).target(target).args(format_args!("{target}")).build());
        };
        says(Level::Warn, "rfd::backend");
        says(Level::Error, "eframe");
        assert!(log.dialog_errors().is_empty());
        for _ in 0..100 {
            says(Level::Error, "rfd::backend");
        }
        assert_eq!(log.dialog_errors(), vec!["rfd::backend"; MOST_RECORDS]);
        log.forget();
        assert!(log.dialog_errors().is_empty());
    }
}
