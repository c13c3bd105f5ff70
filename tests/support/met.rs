//! How often a property met what it is about.

use std::cell::Cell;

/// Counts in a property, which may change nothing outside of itself.
#[derive(Default)]
pub struct Met(Cell<usize>);

impl Met {
    /// Met so often more.
    pub fn add(&self, times: usize) {
        self.0.set(self.0.get() + times);
    }

    /// A property that no longer meets what it is about holds of nothing: `least` is well below what was met when it was
    /// written, and far above chance.
    #[track_caller]
    pub fn at_least(&self, least: usize, what: &str) {
        println!("{what}: {}", self.0.get());
        assert!(self.0.get() >= least, "{what}: only {}, and the property is about them", self.0.get());
    }
}
