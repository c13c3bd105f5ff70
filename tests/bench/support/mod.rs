//! What the benchmarks share: a stopwatch, checks of every size, and the window without a screen.
#![allow(dead_code, reason = "each benchmark uses its part")]

pub mod checks;
pub mod window;

use std::hint::black_box;
use std::time::Duration;

use cpu_time::ProcessTime;

/// How long something took each time: processor time of all threads, so that other programs do not count.
pub struct Times(Vec<Duration>);

impl Times {
    /// Sorts what was measured.
    pub fn new(mut times: Vec<Duration>) -> Self {
        times.sort();
        Self(times)
    }

    /// Does `work` `count` times.
    pub fn of<T>(count: usize, mut work: impl FnMut() -> T) -> Self {
        Self::new((0..count).map(|_| once(&mut work).1).collect())
    }

    /// The middle one, in milliseconds.
    pub fn median_ms(&self) -> f64 {
        self.at(0.5)
    }

    /// 99 of 100 are not longer, in milliseconds.
    pub fn p99_ms(&self) -> f64 {
        self.at(0.99)
    }

    fn at(&self, part: f64) -> f64 {
        let index = (part * (self.0.len().saturating_sub(1)) as f64).round() as usize;
        self.0.get(index).map_or(0.0, |time| time.as_secs_f64() * 1e3)
    }
}

/// What `work` gives, and the processor time it took.
pub fn once<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = ProcessTime::now();
    let made = black_box(work());
    (made, start.elapsed())
}
