//! Writes the file that the runner chose in the save dialog.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use crate::store::folders::folder_of;
use crate::store::free_name;
use crate::store::leftovers;
pub use crate::store::save_error::SaveError;
use crate::store::whole_file::{Readers, write_whole};

/// What kind of text a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// For people, with line ends as the system's own editor writes them.
    Plain,
    /// For calendars, whose standard says how lines end.
    Calendar,
}

impl TextKind {
    /// The ending of its name, without the point.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Plain => "txt",
            Self::Calendar => "ics",
        }
    }
}

/// A longer ending is a part of the name: "knee after 10.5 kilometres".
const LONGEST_ENDING: usize = 8;

/// Saves a text at the place that was chosen, and says where it is now.
///
/// A name without an ending gets one. The dialog asked about the other name, so then no file is ever replaced: the note
/// becomes "name (2).txt". What saves that were killed left in the folder goes.
///
/// # Errors
/// See [`SaveError`]; a file that was there before is as it was.
pub fn save(chosen: &Path, text: &str, kind: TextKind) -> Result<PathBuf, SaveError> {
    if chosen.file_name().is_none() {
        return Err(SaveError::BadName);
    }
    leftovers::sweep(&folder_of(chosen));
    let text = with_line_ends(text, kind);
    let bytes = text.as_bytes();
    if has_ending(chosen) {
        may_be_written(chosen)?;
        return match write_whole(chosen, bytes, Readers::AsUsual) {
            Ok(()) => Ok(chosen.to_owned()),
            Err(fault) => write_in_place(chosen, bytes, fault),
        };
    }
    let stem = chosen.file_name().unwrap_or_default().to_string_lossy();
    match free_name::write_new(&folder_of(chosen), stem.trim_end_matches('.'), kind.ending(), bytes, Readers::AsUsual) {
        Ok(path) => Ok(path),
        Err(fault) => write_in_place(chosen, bytes, fault),
    }
}

/// A file that takes the place of another needs no right to write into that one; the runner's own protection counts.
fn may_be_written(path: &Path) -> Result<(), SaveError> {
    let Ok(old) = path.metadata() else { return Ok(()) };
    if !old.is_file() {
        return Err(SaveError::BadName);
    }
    // The administrator may write anything, and an editor asks them all the same.
    if old.permissions().readonly() {
        return Err(SaveError::NotAllowed);
    }
    OpenOptions::new().write(true).open(path).map(drop).map_err(SaveError::from)
}

/// Some sandboxes let us write the chosen file and none beside it; other files have a second name, or belong to somebody
/// else, and one that took their place would not be the same. Then it is written directly and read back.
fn write_in_place(path: &Path, bytes: &[u8], why: io::Error) -> Result<PathBuf, SaveError> {
    if why.kind() != ErrorKind::PermissionDenied {
        return Err(why.into());
    }
    let before = match std::fs::read(path) {
        Ok(before) => Some(before),
        Err(fault) if fault.kind() == ErrorKind::NotFound => None,
        // A file that cannot be put back if this goes wrong is left alone.
        Err(_) => return Err(why.into()),
    };
    match replace(path, bytes) {
        Ok(()) => Ok(path.to_owned()),
        Err(fault) => {
            match before {
                Some(before) => replace(path, &before).ok(),
                None => std::fs::remove_file(path).ok(),
            };
            Err(fault.into())
        }
    }
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
    file.rewind()?;
    file.write_all(bytes)?;
    file.set_len(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    file.sync_all()?;
    if std::fs::read(path)? != bytes {
        return Err(io::Error::other("the file does not hold what was written"));
    }
    Ok(())
}

/// Whether the name has an ending that says what kind of file it is; "knee 2026.11" has none.
fn has_ending(path: &Path) -> bool {
    path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| {
        (1..=LONGEST_ENDING).contains(&ending.len())
            && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && ending.bytes().any(|byte| byte.is_ascii_alphabetic())
    })
}

fn with_line_ends(text: &str, kind: TextKind) -> String {
    let text = text.replace("\r\n", "\n");
    if cfg!(windows) || kind == TextKind::Calendar { text.replace('\n', "\r\n") } else { text }
}
