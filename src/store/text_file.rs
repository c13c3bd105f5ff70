//! Reading a text file that may be anything: a folder, a film, another program's data.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::regular;

/// Why a file is no text that can be used.
#[derive(Debug, thiserror::Error)]
pub enum TextFileError {
    #[error("this is a folder, a file was expected")]
    Folder,
    /// It is a pipe or a device.
    #[error("this is no file but a pipe or a device")]
    NoFile,
    /// It is larger than allowed.
    #[error("the file is larger than {0} bytes")]
    TooLarge(usize),
    #[error("the file is empty")]
    Empty,
    /// It is no UTF-8 text.
    #[error("this is not UTF-8 text")]
    NotText {
        /// The line of the first odd byte, from 1.
        line: usize,
        /// Its column, from 1.
        column: usize,
    },
    /// The system refused.
    #[error("cannot be read: {0}")]
    System(io::Error),
}

impl TextFileError {
    /// Line and column of the fault, from 1.
    #[must_use]
    pub fn place(&self) -> (usize, usize) {
        match self {
            Self::NotText { line, column } => (*line, *column),
            _ => (1, 1),
        }
    }
}

/// What the system or the reader says of a file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableFile(pub String);

/// Reads a text file of at most `most_bytes`. A pipe or a device is never opened.
///
/// # Errors
/// See [`TextFileError`]. Of a larger file no more than one byte over the limit is read.
pub fn read(path: &Path, most_bytes: usize) -> Result<String, TextFileError> {
    // Windows calls a folder "access denied" on opening, so ask first.
    match path.metadata() {
        Ok(found) if found.is_dir() => return Err(TextFileError::Folder),
        Ok(found) if !found.is_file() => return Err(TextFileError::NoFile),
        _ => {}
    }
    read_from(regular::open_to_read(path).map_err(TextFileError::System)?, most_bytes)
}

/// As [`read`], also of a pipe or a device, which may have to be waited for.
///
/// # Errors
/// As [`read`].
pub fn read_stream(path: &Path, most_bytes: usize) -> Result<String, TextFileError> {
    if path.is_dir() {
        return Err(TextFileError::Folder);
    }
    read_from(File::open(path).map_err(TextFileError::System)?, most_bytes)
}

/// Reads a text of at most `most_bytes` from anything that can be read.
///
/// # Errors
/// As [`read`].
pub fn read_from(source: impl Read, most_bytes: usize) -> Result<String, TextFileError> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(most_bytes).unwrap_or(u64::MAX).saturating_add(1);
    source.take(limit).read_to_end(&mut bytes).map_err(TextFileError::System)?;
    if bytes.len() > most_bytes {
        return Err(TextFileError::TooLarge(most_bytes));
    }
    if bytes.trim_ascii().is_empty() {
        return Err(TextFileError::Empty);
    }
    String::from_utf8(bytes).map_err(|fault| {
        let good = fault.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(fault.as_bytes().get(..good).unwrap_or_default()).into_owned();
        let last_line = before.rsplit('\n').next().unwrap_or_default();
        TextFileError::NotText { line: before.matches('\n').count() + 1, column: last_line.chars().count() + 1 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_no_more_than_the_limit() {
        assert_eq!(read_from(&b"abc"[..], 3).unwrap(), "abc");
        let mut large = &[b'x'; 100][..];
        assert!(matches!(read_from(&mut large, 3), Err(TextFileError::TooLarge(3))));
        assert_eq!(large.len(), 100 - 4);
    }

    #[test]
    fn says_where_the_odd_byte_is() {
        let fault = read_from(&b"ab\n\xc3\xa4\xff"[..], 9).unwrap_err();
        assert_eq!(fault.place(), (2, 2));
        assert!(matches!(read_from(&b" \n"[..], 9), Err(TextFileError::Empty)));
        assert!(matches!(read(Path::new("."), 9), Err(TextFileError::Folder)));
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_not_read() {
        assert!(matches!(read(Path::new("/dev/zero"), 9), Err(TextFileError::NoFile)));
    }
}
