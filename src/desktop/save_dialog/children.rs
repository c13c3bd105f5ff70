//! The program zenity, which rfd starts where there is no portal, and which would stay when ours ends.

use std::fs;

use rustix::process::{Pid, Signal, kill_process};

/// What it is called.
const PROGRAM: &str = "zenity";

/// Ends those that this program started; whether there was one.
pub(super) fn end_zenity() -> bool {
    let mut ended = false;
    for child in children().into_iter().filter(|child| is_zenity(*child)) {
        ended |= kill_process(child, Signal::TERM).is_ok();
    }
    ended
}

/// The programs that our threads started; none where the system does not tell.
fn children() -> Vec<Pid> {
    let threads = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let lists = threads.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    let mut children = Vec::new();
    for list in lists {
        children.extend(list.split_whitespace().filter_map(|id| Pid::from_raw(id.parse().ok()?)));
    }
    children
}

fn is_zenity(child: Pid) -> bool {
    let name = fs::read_to_string(format!("/proc/{}/comm", child.as_raw_nonzero()));
    name.is_ok_and(|name| name.trim_end() == PROGRAM)
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt as _;
    use std::path::Path;
    use std::process::{Child, Command, Stdio};
    use std::time::{Duration, Instant};

    use super::*;

    /// A program of this name that waits for a line.
    fn waiting(folder: &Path, name: &str) -> Child {
        let program = folder.join(name);
        std::os::unix::fs::symlink("/bin/sh", &program).unwrap();
        Command::new(program).args(["-c", "read line"]).stdin(Stdio::piped()).spawn().unwrap()
    }

    #[test]
    fn zenity_is_ended_and_no_other_program() {
        let folder = tempfile::tempdir().unwrap();
        let (mut zenity, mut other) = (waiting(folder.path(), "zenity"), waiting(folder.path(), "zenity2"));
        // Threads of other tests end while the threads are listed, and the kernel may then leave out one that is there.
        let late = Instant::now() + Duration::from_secs(20);
        while !end_zenity() {
            assert!(Instant::now() < late, "zenity is not found");
        }
        assert_eq!(zenity.wait().unwrap().signal(), Some(Signal::TERM.as_raw()));
        assert_eq!(other.try_wait().unwrap(), None);
        assert!(!end_zenity());
        // The end of what it reads ends it.
        assert_eq!(other.wait().unwrap().signal(), None);
    }
}
