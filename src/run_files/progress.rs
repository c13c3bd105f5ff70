//! How far a reading is, for who watches it from another thread, and how that one stops it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// How far a reading is. It is shared by who reads and who watches.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
    is_stopped: AtomicBool,
}

impl Progress {
    /// How many files were read, entries of zip files among them.
    #[must_use]
    pub fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    /// How many files are known of. It grows while folders are looked through and zip files are opened.
    #[must_use]
    pub fn total(&self) -> usize {
        self.total.load(Ordering::Relaxed)
    }

    /// Stops the reading, which then keeps nothing.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it was stopped.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }

    pub(super) fn found_one(&self) {
        self.total.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn done_one(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// A file that was counted holds so many others, which are counted in its place.
    pub(super) fn holds(&self, count: usize) {
        match count.checked_sub(1) {
            Some(more) => _ = self.total.fetch_add(more, Ordering::Relaxed),
            None => self.done_one(),
        }
    }
}
