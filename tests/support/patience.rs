//! Waiting for what another thread does.

use std::time::{Duration, Instant};

/// How long a busy machine may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long until the next look.
const PAUSE: Duration = Duration::from_millis(5);

/// Looks again and again until it is so, and fails where it never is.
#[track_caller]
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let late = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < late, "{what}: not within {PATIENCE:?}");
        std::thread::sleep(PAUSE);
    }
}
