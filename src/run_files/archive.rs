//! Zip files: what services hand out, and what runners pack.
//!
//! The name of an entry is a key and never a path: nothing is written by it. Entries are read as they are unpacked; only
//! a zip file in a zip file is written out, to a temporary file without a name.

use std::fs::File;
use std::io::{self, Read, Seek as _};

use flate2::read::DeflateDecoder;
use rawzip::{
    CompressionMethod, Error, ErrorKind, FileReader, MAX_CENTRAL_DIRECTORY_RECORD_SIZE, ZipArchive,
    ZipArchiveEntryWayfinder, ZipFileHeaderRecord,
};

use super::caught::caught;
use super::limits::{self, Allowance, Metered};
use super::names;
use super::progress::Progress;
use super::source;
use super::strava::Pile;
use super::told::Told;
use crate::training::fault::Fault;
use crate::training::list_answers::ListAnswers;

/// The list of an export of Strava, which lies beside the folder with the files that it names.
const STRAVA_LIST: &str = "activities.csv";
/// That folder.
const STRAVA_FILES: &str = "activities/";
/// What macOS packs beside each file, under the same name.
const MACOS_FOLDER: &str = "__MACOSX/";

/// How much is read of one zip file, with the zip files in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Most {
    /// Entries of any kind.
    pub entries: usize,
    /// Entries that may be activities.
    pub activities: usize,
    /// All that is unpacked, in bytes.
    pub unpacked: u64,
    /// One zip file in it, in bytes.
    pub inner: u64,
    /// Sessions and rows.
    pub items: usize,
}

impl Default for Most {
    fn default() -> Self {
        Self {
            entries: limits::ZIP_ENTRIES,
            activities: limits::ZIP_ACTIVITIES,
            unpacked: limits::ZIP_UNPACKED_BYTES,
            inner: limits::INNER_ZIP_BYTES,
            items: limits::ITEMS,
        }
    }
}

/// Reads a zip file: what its entries told, those of each zip file in it by themselves. Over a limit the rest is refused;
/// stopped, the rest is not read.
#[must_use]
pub fn read(zip: File, name: &str, lists: ListAnswers, most: Most, progress: &Progress) -> Vec<Vec<Pile>> {
    let Most { entries, activities, unpacked, inner, items } = most;
    let unpacked = Allowance::new(unpacked, progress);
    let mut unpacking = Unpacking { lists, entries, activities, unpacked, inner, items, told: Vec::new() };
    unpacking.read_zip(zip, name, Depth::Outer);
    unpacking.told
}

/// Where a zip file lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Outer,
    /// In another one.
    Inner,
}

/// How much may still be read, and what was told so far.
struct Unpacking<'a> {
    lists: ListAnswers,
    entries: usize,
    activities: usize,
    unpacked: Allowance<'a>,
    inner: u64,
    items: usize,
    told: Vec<Vec<Pile>>,
}

impl Unpacking<'_> {
    fn read_zip(&mut self, zip: File, name: &str, depth: Depth) {
        let opened = caught(|| Directory::read(zip, &mut self.entries));
        let mut piles = Vec::new();
        let fault = match opened {
            Ok(Directory { archive, entries, fault }) => {
                let is_empty = entries.is_empty();
                self.progress().holds(entries.len());
                for entry in entries {
                    if self.progress().is_stopped() {
                        return;
                    }
                    if let Some(told) = self.read_entry(&archive, &entry, depth) {
                        let told = told.and_then(|told| allowed(told, &mut self.items, Fault::LargeZip));
                        piles.push(Pile { name: entry.name().to_owned(), told });
                        self.progress().done_one();
                    }
                }
                fault.or(is_empty.then_some(Fault::NoActivity))
            }
            Err(fault) => {
                self.progress().done_one();
                Some(fault)
            }
        };
        piles.extend(fault.map(|fault| Pile { name: name.to_owned(), told: Err(fault) }));
        self.told.push(piles);
    }

    fn progress(&self) -> &Progress {
        self.unpacked.progress()
    }

    /// What an entry told; nothing where it is a zip file, of which each entry tells its own.
    fn read_entry(
        &mut self,
        archive: &ZipArchive<FileReader>,
        entry: &Entry,
        depth: Depth,
    ) -> Option<Result<Vec<Told>, Fault>> {
        if self.activities == 0 || self.items == 0 || self.unpacked.is_exceeded() {
            return Some(Err(Fault::LargeZip));
        }
        self.activities -= 1;
        if !names::is_zip_file(&entry.path) {
            return Some(self.caught(|| source::read_metered(entry.open(archive)?, self.lists, &self.unpacked)));
        }
        if depth == Depth::Inner {
            return Some(Err(Fault::Nested));
        }
        match self.caught(|| self.spooled(archive, entry)) {
            Ok(Spooled::Zip(zip)) => {
                self.read_zip(zip, entry.name(), Depth::Inner);
                None
            }
            Ok(Spooled::Other(file)) => Some(self.caught(|| source::read_metered(file, self.lists, &self.unpacked))),
            Err(fault) => Some(Err(fault)),
        }
    }

    /// What is made of one entry: what a reader dies of is a fault of this entry and of no other, and so is what goes
    /// over the limit of all.
    fn caught<T>(&self, read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
        let made = caught(read);
        if self.unpacked.is_exceeded() { Err(Fault::LargeZip) } else { made }
    }

    /// A zip file in a zip file as a file of its own, without a name; its entries are read in any order.
    fn spooled(&self, archive: &ZipArchive<FileReader>, entry: &Entry) -> Result<Spooled, Fault> {
        let mut stream = Metered::new(entry.open(archive)?, &self.unpacked).take(self.inner.saturating_add(1));
        let mut file = tempfile::tempfile().map_err(limits::unreadable)?;
        if io::copy(&mut stream, &mut file).map_err(limits::unreadable)? > self.inner {
            return Err(Fault::LargeZip);
        }
        file.rewind().map_err(limits::unreadable)?;
        Ok(if source::is_zip(&mut file)? { Spooled::Zip(file) } else { Spooled::Other(file) })
    }
}

/// What was told, where so much is left: it is taken from that. Where it is more, nothing is left.
pub(super) fn allowed(told: Vec<Told>, left: &mut usize, else_fault: Fault) -> Result<Vec<Told>, Fault> {
    let rest = left.checked_sub(told.len());
    *left = rest.unwrap_or(0);
    rest.map(|_| told).ok_or(else_fault)
}

/// What is called a zip file, and what it is.
enum Spooled {
    Zip(File),
    Other(File),
}

/// What is read of a zip file, in its order.
struct Directory {
    archive: ZipArchive<FileReader>,
    entries: Vec<Entry>,
    /// Why there may be more entries.
    fault: Option<Fault>,
}

impl Directory {
    fn read(zip: File, left: &mut usize) -> Result<Self, Fault> {
        let size = zip.metadata().map_err(limits::unreadable)?.len();
        if size > limits::ZIP_BYTES {
            return Err(Fault::LargeZip);
        }
        let mut buffer = vec![0; MAX_CENTRAL_DIRECTORY_RECORD_SIZE];
        let archive = ZipArchive::from_file(zip, &mut buffer).map_err(|error| fault(&error))?;
        let mut entries = Vec::new();
        let mut count = 0;
        let mut first = archive.directory_offset();
        let mut records = archive.entries(&mut buffer);
        let fault = loop {
            match records.next_entry() {
                Ok(Some(_)) if *left == 0 => break Some(Fault::LargeZip),
                Ok(Some(record)) => {
                    first = first.min(record.local_header_offset());
                    entries.extend(Entry::of(&record));
                }
                // Entries that are said to be there and are not.
                Ok(None) => break (count < archive.entries_hint()).then_some(Fault::Damaged(None)),
                Err(error) => break Some(fault(&error)),
            }
            *left -= 1;
            count += 1;
        };
        // The directory of a zip file in it, where its own was cut off, tells only of a part.
        let is_whole = first == 0 && archive.end_offset() == size;
        let fault = fault.or((!is_whole).then_some(Fault::CutOff(None)));
        leave_other_parts_of_strava(&mut entries);
        Ok(Self { archive, entries, fault })
    }
}

/// Of an export of Strava only the list and the files that it names: the rest are routes, gear and other people. The
/// export may lie in a folder that holds all of it.
fn leave_other_parts_of_strava(entries: &mut Vec<Entry>) {
    let lists = entries.iter().filter(|entry| entry.name() == STRAVA_LIST);
    let Some(list) = lists.min_by_key(|entry| entry.path.len()) else { return };
    let folder = list.path.strip_suffix(STRAVA_LIST).unwrap_or_default().to_owned();
    let inside = |entry: &Entry| entry.path.strip_prefix(&folder).map(str::to_owned);
    if entries.iter().all(|entry| inside(entry).is_some()) {
        entries.retain(|entry| inside(entry).is_some_and(|path| is_of_strava(&path)));
    }
}

fn is_of_strava(path: &str) -> bool {
    path == STRAVA_LIST || path.starts_with(STRAVA_FILES) && names::is_activity_file(path)
}

/// One entry that may be an activity or a zip file.
struct Entry {
    /// As it stands there, the end of it where it is long.
    path: String,
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    is_encrypted: bool,
}

impl Entry {
    fn of(record: &ZipFileHeaderRecord<'_>) -> Option<Self> {
        let path = record.file_path();
        let path = path.as_bytes();
        let end = path.get(path.len().saturating_sub(limits::PATH_BYTES)..).unwrap_or_default();
        // Windows may have written it.
        let path = String::from_utf8_lossy(end).replace('\\', "/");
        let is_read = names::is_activity_file(&path) || names::is_zip_file(&path);
        (is_read && !path.starts_with(MACOS_FOLDER)).then(|| Self {
            path,
            place: record.wayfinder(),
            method: record.compression_method(),
            is_encrypted: record.flags().is_encrypted(),
        })
    }

    /// The name without its folders.
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// What it holds, unpacked, with its checksum looked at where the stream ends.
    fn open(&self, archive: &ZipArchive<FileReader>) -> Result<impl Read, Fault> {
        if self.is_encrypted {
            return Err(Fault::Encrypted);
        }
        let entry = archive.get_entry(self.place).map_err(|error| fault(&error))?;
        let stream: Box<dyn Read> = match self.method {
            CompressionMethod::STORE => Box::new(entry.reader()),
            CompressionMethod::DEFLATE => Box::new(DeflateDecoder::new(entry.reader())),
            _ => return Err(Fault::Compression),
        };
        Ok(entry.verifying_reader(stream))
    }
}

/// A directory stands at the end: one that is not there was cut off.
fn fault(error: &Error) -> Fault {
    match error.kind() {
        ErrorKind::MissingEndOfCentralDirectory | ErrorKind::Eof => Fault::CutOff(None),
        ErrorKind::IO(_) => Fault::Unreadable,
        _ => Fault::Damaged(None),
    }
}
