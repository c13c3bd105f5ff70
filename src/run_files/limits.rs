//! How much is read of what, so that no file can take the memory or the time of the machine.

use std::cell::Cell;
use std::io::{self, ErrorKind, Read};

use super::progress::Progress;
use crate::training::fault::Fault;

/// One FIT file, in bytes.
pub const FIT_BYTES: u64 = 16 << 20;
/// One GPX or TCX file or list, unpacked, in bytes.
pub const TEXT_BYTES: u64 = 64 << 20;
/// So many bytes of the beginning say what kind of file it is.
pub const HEAD_BYTES: u64 = 4096;
/// Points of one file.
pub const POINTS: usize = 1_000_000;
/// Sessions of one FIT file, and FIT files in one; each session may be measured along all points.
pub const FIT_SESSIONS: usize = 1000;
/// Tracks or activities of one GPX or TCX file.
pub const XML_SESSIONS: usize = 10_000;
/// The word of a sport, in letters.
pub const SPORT_LETTERS: usize = 64;
/// Columns of a list.
pub const COLUMNS: usize = 256;
/// Rows of a list.
pub const ROWS: usize = 100_000;
/// One cell of a list, in bytes.
pub const CELL_BYTES: usize = 64 << 10;
/// So many bytes are kept of a cell; no date, number or name is longer.
pub const KEPT_CELL_BYTES: usize = 255;
/// Separators between two line ends of a list; quoted text may hold some.
pub const SEPARATORS_ON_A_LINE: usize = 1 << 16;
/// Sessions and rows of one import.
pub const ITEMS: usize = 100_000;
/// A packed file, in bytes.
pub const GZIP_BYTES: u64 = 32 << 20;
/// Files of one import.
pub const FILES: usize = 50_000;
/// Folders within folders.
pub const FOLDERS_DEEP: usize = 6;
/// One zip file, in bytes.
pub const ZIP_BYTES: u64 = 8 << 30;
/// Entries of one zip file, with those of the zip files in it.
pub const ZIP_ENTRIES: usize = 200_000;
/// Entries of one zip file that may be activities, with those of the zip files in it.
pub const ZIP_ACTIVITIES: usize = 20_000;
/// All that is unpacked of one zip file, in bytes.
pub const ZIP_UNPACKED_BYTES: u64 = 4 << 30;
/// One zip file in a zip file, in bytes.
pub const INNER_ZIP_BYTES: u64 = 2 << 30;
/// So many bytes from its end are kept of the path of an entry.
pub const PATH_BYTES: usize = 255;
/// The shortest run, in metres.
pub const SHORTEST_M: f64 = 100.0;
/// The longest run, in metres.
pub const FARTHEST_M: f64 = 300_000.0;
/// From so many metres on the speed is looked at.
pub const SPEED_FROM_M: u32 = 1000;
/// Faster than this, in metres an hour, is asked about.
pub const FASTEST_M_PER_HOUR: u64 = 22_000;
/// No watch or phone recorded a run before this year.
pub const FIRST_YEAR: i16 = 2000;

/// A stream that fails, with [`ErrorKind::FileTooLarge`], where it would give more than so many bytes.
pub struct Capped<R> {
    stream: R,
    left: u64,
}

impl<R: Read> Capped<R> {
    /// Gives at most `most` bytes.
    pub fn new(stream: R, most: u64) -> Self {
        Self { stream, left: most }
    }
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.stream.read(into)? as u64;
        self.left = self.left.checked_sub(count).ok_or(ErrorKind::FileTooLarge)?;
        Ok(count as usize)
    }
}

/// How much several streams may give in all, and for how long.
pub struct Allowance<'a> {
    /// In bytes; none once there was more.
    left: Cell<Option<u64>>,
    progress: &'a Progress,
}

impl<'a> Allowance<'a> {
    /// So many bytes, until the reading is stopped.
    #[must_use]
    pub fn new(bytes: u64, progress: &'a Progress) -> Self {
        Self { left: Cell::new(Some(bytes)), progress }
    }

    /// Whether there was more than is allowed.
    #[must_use]
    pub fn is_exceeded(&self) -> bool {
        self.left.get().is_none()
    }

    /// Who watches.
    #[must_use]
    pub fn progress(&self) -> &'a Progress {
        self.progress
    }
}

/// A stream that fails, with [`ErrorKind::FileTooLarge`], where all that share its allowance give more than that, and
/// where the reading is stopped.
pub struct Metered<'a, R> {
    stream: R,
    allowance: &'a Allowance<'a>,
}

impl<'a, R: Read> Metered<'a, R> {
    /// Gives at most what is left.
    pub fn new(stream: R, allowance: &'a Allowance<'a>) -> Self {
        Self { stream, allowance }
    }
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let Allowance { left, progress } = self.allowance;
        if progress.is_stopped() {
            return Err(ErrorKind::ConnectionAborted.into());
        }
        let count = self.stream.read(into)?;
        left.set(left.get().and_then(|left| left.checked_sub(count as u64)));
        left.get().map(|_| count).ok_or_else(|| ErrorKind::FileTooLarge.into())
    }
}

/// A stream that ends early was cut off; what else the system says is a fault of
/// its own.
#[expect(clippy::needless_pass_by_value, reason = "it is handed on by map_err")]
pub(super) fn unreadable(fault: io::Error) -> Fault {
    match fault.kind() {
        ErrorKind::UnexpectedEof => Fault::CutOff(None),
        ErrorKind::FileTooLarge => Fault::LargeFile(TEXT_BYTES >> 20),
        ErrorKind::InvalidData | ErrorKind::InvalidInput => Fault::Damaged(None),
        _ => Fault::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_gives_nothing_more_once_it_is_stopped() {
        let progress = Progress::default();
        let allowance = Allowance::new(10, &progress);
        let mut stream = Metered::new(io::repeat(1), &allowance);
        let mut bytes = [0; 4];
        assert_eq!(stream.read(&mut bytes).unwrap(), 4);
        progress.stop();
        assert!(stream.read_to_end(&mut Vec::new()).is_err());
        assert!(!allowance.is_exceeded());
    }
}
