//! A file under a name that nothing has yet: "name.txt", else "name (2).txt".

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::whole_file::{Readers, write_whole_new};

/// Who has this many files of one name has another problem.
const MOST_TRIES: usize = 1000;

/// The names to try, in order.
pub fn names(folder: &Path, stem: &str, ending: &str) -> impl Iterator<Item = PathBuf> {
    (1..MOST_TRIES).map(move |number| match number {
        1 => folder.join(format!("{stem}.{ending}")),
        _ => folder.join(format!("{stem} ({number}).{ending}")),
    })
}

/// Writes a new file under the first free name, and says which.
///
/// # Errors
/// What the system says; no file of another is ever touched, even when somebody else takes the name at the same moment.
pub fn write_new(folder: &Path, stem: &str, ending: &str, bytes: &[u8], readers: Readers) -> io::Result<PathBuf> {
    for path in names(folder, stem, ending) {
        match write_whole_new(&path, bytes, readers) {
            Err(fault) if fault.kind() == ErrorKind::AlreadyExists => {}
            Ok(()) => return Ok(path),
            Err(fault) => return Err(fault),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_first_free_number() {
        let folder = tempfile::tempdir().unwrap();
        for expected in ["a.txt", "a (2).txt", "a (3).txt"] {
            let path = write_new(folder.path(), "a", "txt", expected.as_bytes(), Readers::OnlyMe).unwrap();
            assert_eq!(path, folder.path().join(expected));
        }
        assert_eq!(std::fs::read_to_string(folder.path().join("a.txt")).unwrap(), "a.txt");
    }
}
