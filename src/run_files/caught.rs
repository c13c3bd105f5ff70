//! Readers, and the crates behind them, that die of a file: it is a fault of the file, and the program goes on.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::training::fault::Fault;

thread_local!(static IS_CAUGHT: Cell<bool> = const { Cell::new(false) });

/// What a reader makes of a file.
///
/// # Errors
/// See [`Fault`]; [`Fault::Unreadable`] where it dies.
pub fn caught<T>(read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    let before = IS_CAUGHT.replace(true);
    let made = catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Fault::Unreadable));
    IS_CAUGHT.set(before);
    made
}

/// Whether a panic of this thread is caught here and ends nothing, so that nobody has to hear of it.
#[must_use]
pub fn is_caught() -> bool {
    IS_CAUGHT.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_dies_of_a_file_is_a_fault_of_it() {
        let inner = || {
            assert!(is_caught());
            let made: Result<(), Fault> = caught(|| panic!("of a file"));
            assert!(is_caught(), "still within the outer one");
            made
        };
        assert_eq!(caught(inner), Err(Fault::Unreadable));
        assert!(!is_caught());
        assert_eq!(caught(|| Ok(1)), Ok(1));
    }
}
