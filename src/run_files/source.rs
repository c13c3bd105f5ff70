//! One file, from its first bytes to what it tells.

use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek as _};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::caught::caught;
use super::fit;
use super::gpx;
use super::kind::Kind;
use super::limits::{self, Allowance, Capped, Metered};
use super::list;
use super::progress::Progress;
use super::tcx;
use super::told::Told;
use crate::training::fault::Fault;
use crate::training::list_answers::ListAnswers;

/// Reads a file; what a reader dies of is a fault of this file and of no other.
///
/// # Errors
/// See [`Fault`].
pub fn read(path: &Path, lists: ListAnswers, progress: &Progress) -> Result<Vec<Told>, Fault> {
    let read = || read_metered(open(path)?, lists, &Allowance::new(u64::MAX, progress));
    caught(read)
}

/// Opens what is a file: a pipe waits for who writes, a device may never end.
fn open(path: &Path) -> Result<File, Fault> {
    let must_be_file = |is_file| if is_file { Ok(()) } else { Err(Fault::Unreadable) };
    must_be_file(path.metadata().map_err(limits::unreadable)?.is_file())?;
    let file = File::open(path).map_err(limits::unreadable)?;
    must_be_file(file.metadata().map_err(limits::unreadable)?.is_file())?;
    Ok(file)
}

/// Opens what is a zip file by its content.
#[must_use]
pub fn open_zip(path: &Path) -> Option<File> {
    let mut file = open(path).ok()?;
    is_zip(&mut file).ok().filter(|is_zip| *is_zip).map(|_| file)
}

/// Whether a file is a zip file; it stands at its beginning again after that.
pub(super) fn is_zip(file: &mut File) -> Result<bool, Fault> {
    let head = head(file)?;
    file.rewind().map_err(limits::unreadable)?;
    Ok(Kind::of(&head) == Kind::Zip)
}

/// Reads what a stream holds, of whatever kind but a zip file.
///
/// # Errors
/// See [`Fault`].
pub fn read_stream(stream: impl Read, lists: ListAnswers) -> Result<Vec<Told>, Fault> {
    read_metered(stream, lists, &Allowance::new(u64::MAX, &Progress::default()))
}

/// The same, where all that is read and unpacked is taken from an allowance.
pub(super) fn read_metered(
    stream: impl Read,
    lists: ListAnswers,
    allowance: &Allowance<'_>,
) -> Result<Vec<Told>, Fault> {
    let mut stream = Metered::new(stream, allowance);
    let head = head(&mut stream)?;
    let kind = Kind::of(&head);
    let stream = Cursor::new(head).chain(stream);
    if kind == Kind::Gzip { read_gzip(stream, lists, allowance) } else { read_plain(kind, stream, lists) }
}

/// The first bytes, which say the kind.
fn head(stream: &mut impl Read) -> Result<Vec<u8>, Fault> {
    let mut head = Vec::new();
    stream.take(limits::HEAD_BYTES).read_to_end(&mut head).map_err(limits::unreadable)?;
    Ok(head)
}

fn read_gzip(stream: impl Read, lists: ListAnswers, allowance: &Allowance<'_>) -> Result<Vec<Told>, Fault> {
    let mut stream =
        Metered::new(MultiGzDecoder::new(BufReader::new(Capped::new(stream, limits::GZIP_BYTES))), allowance);
    let head = head(&mut stream)?;
    let kind = Kind::of(&head);
    read_plain(kind, Cursor::new(head).chain(stream), lists)
}

fn read_plain(kind: Kind, stream: impl Read, lists: ListAnswers) -> Result<Vec<Told>, Fault> {
    match kind {
        Kind::Empty => Err(Fault::Empty),
        Kind::Fit => fit::read(&whole(stream, limits::FIT_BYTES)?),
        Kind::Gpx => gpx::read(BufReader::new(Capped::new(stream, limits::TEXT_BYTES))),
        Kind::Tcx => tcx::read(BufReader::new(Capped::new(stream, limits::TEXT_BYTES))),
        Kind::Text => list::read(Capped::new(stream, limits::TEXT_BYTES), lists),
        Kind::Gzip | Kind::Zip => Err(Fault::Nested),
        Kind::Unknown => Err(Fault::NotKnown),
    }
}

/// All bytes of a stream that holds at most so many.
fn whole(stream: impl Read, most: u64) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    BufReader::new(stream).take(most + 1).read_to_end(&mut bytes).map_err(limits::unreadable)?;
    if bytes.len() as u64 > most { Err(Fault::LargeFile(most >> 20)) } else { Ok(bytes) }
}
