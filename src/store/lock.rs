//! One file by which running copies know of each other: who holds its lock writes, and its length says how often all
//! answers were deleted.
//!
//! A length changes in one step, and can be asked for whoever holds the lock. The file itself is never deleted: a copy
//! that waits for its lock would wait for a file that nobody else sees.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::Duration;

use super::regular;
use super::whole_file::make_private_folder;

const NAME: &str = "lock";
/// How long to wait for another running copy to finish writing.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(10);

/// Keeps other running copies from writing until it is dropped.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Lock {
    /// The lock of a data folder, which is made when need be.
    ///
    /// A folder that knows no locks, or a copy that hangs, must not keep answers from being written: then there is none.
    pub(super) fn hold(data: &Path) -> Option<Self> {
        make_private_folder(data).ok()?;
        Self::wait_for(regular::open_private(&data.join(NAME)).ok()?)
    }

    /// As [`Lock::hold`]; none where no other copy can have kept anything.
    pub(super) fn hold_if_there(data: &Path) -> Option<Self> {
        if data.join(NAME).exists() { Self::hold(data) } else { None }
    }

    fn wait_for(file: File) -> Option<Self> {
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Some(Self(file)),
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                Err(TryLockError::Error(_)) => return None,
            }
        }
        None
    }
}

/// How often all answers were deleted on this computer; 0 where nobody knows.
pub(super) fn deletions(data: &Path) -> u64 {
    data.join(NAME).metadata().ok().filter(std::fs::Metadata::is_file).map_or(0, |found| found.len())
}

/// Says to every running copy that all answers are being deleted; `held` is the lock, where there is one.
///
/// # Errors
/// What the system says; other copies do not know of it then.
pub(super) fn count_deletion(data: &Path, held: Option<&Lock>) -> io::Result<()> {
    let count = |file: &File| {
        file.set_len(file.metadata()?.len() + 1)?;
        file.sync_all()
    };
    match held {
        Some(Lock(file)) => count(file),
        None => count(&regular::open_private(&data.join(NAME))?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_holds_the_lock_keeps_others_out_and_deletions_are_counted_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Lock::hold_if_there(folder.path()).is_none());
        assert_eq!(deletions(folder.path()), 0);
        let lock = Lock::hold(folder.path()).unwrap();
        assert!(Lock::hold(folder.path()).is_none());
        count_deletion(folder.path(), Some(&lock)).unwrap();
        count_deletion(folder.path(), None).unwrap();
        assert_eq!(deletions(folder.path()), 2);
        drop(lock);
        assert!(Lock::hold_if_there(folder.path()).is_some());
    }
}
