//! Keeps the system from writing the program's memory, with all answers in it, to the disk when the program fails.

/// Switches core dumps off for this program and those it starts. A system that keeps them in a place of its own may do so
/// all the same.
#[cfg(unix)]
pub fn switch_off() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let now = getrlimit(Resource::Core);
    // Less than before is always allowed.
    setrlimit(Resource::Core, Rlimit { current: Some(0), ..now }).ok();
}

/// Other systems write none unless somebody asks.
#[cfg(not(unix))]
pub fn switch_off() {}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn no_memory_is_written_to_the_disk() {
        use rustix::process::{Resource, getrlimit};
        switch_off();
        assert_eq!(getrlimit(Resource::Core).current, Some(0));
    }
}
