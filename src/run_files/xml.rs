//! Walks through XML as a stream, as others wrote it: prefixes that nobody declared and what stands before the
//! declaration do not matter, entities stay as they are.

use std::io::{self, BufRead};

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesStart, Event};

use crate::training::fault::Fault;

/// So many tags may be open at once.
const MOST_OPEN: usize = 64;
/// Of a text or an attribute so many bytes are kept.
const MOST_TEXT: usize = 64 << 10;

/// Who hears what the file says. A path is the names of the open tags without their prefixes, the innermost last.
pub trait Listener {
    /// A tag opens.
    ///
    /// # Errors
    /// A fault ends the reading.
    fn opened(&mut self, path: &[Tag], attributes: &Attributes<'_>) -> Result<(), Fault>;
    /// A tag closes; its text is what stands in it before any other tag.
    fn closed(&mut self, path: &[Tag], text: &str);
    /// How far what was heard leads, in metres.
    fn reached_m(&self) -> Option<u32>;
}

macro_rules! tags {
    ($($tag:ident),*) => {
        /// The tags that say something of a run.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "they are called as in the files")]
        pub enum Tag { $($tag,)* Unknown }

        impl Tag {
            fn of(name: &[u8]) -> Self {
                $(if name.eq_ignore_ascii_case(stringify!($tag).as_bytes()) { return Self::$tag; })*
                Self::Unknown
            }
        }
    };
}

tags!(
    Trkpt,
    Time,
    Trackpoint,
    DistanceMeters,
    Position,
    LatitudeDegrees,
    LongitudeDegrees,
    Trk,
    Trkseg,
    Type,
    Rte,
    Wpt,
    Activity,
    Id,
    Lap,
    TotalTimeSeconds,
    Track,
    Course
);

/// The attributes of a tag.
pub struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The text of one of them.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).filter_map(Result::ok);
        let mut named = found.filter(|attribute| attribute.key.local_name().as_ref() == name.as_bytes());
        named.next().map(|attribute| cut(&attribute.value))
    }

    /// The number that one of them is.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        self.get(name).and_then(|text| text.trim().parse().ok())
    }
}

/// The beginning of a text, whatever its bytes are.
fn cut(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes.get(..MOST_TEXT).unwrap_or(bytes)).into_owned()
}

/// Walks through a file.
///
/// # Errors
/// See [`Fault`]: it ends before its tags are closed, it makes no sense, or the listener has enough.
pub fn walk(stream: impl BufRead, listener: &mut impl Listener) -> Result<(), Fault> {
    let mut reader = Reader::from_reader(stream);
    let mut path = Vec::new();
    let mut text = Vec::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => {
                open(&tag, &mut path, listener)?;
                text.clear();
            }
            Ok(Event::Empty(tag)) => {
                open(&tag, &mut path, listener)?;
                text.clear();
                listener.closed(&path, "");
                path.pop();
            }
            Ok(Event::End(_)) => {
                listener.closed(&path, &String::from_utf8_lossy(&text));
                text.clear();
                path.pop();
            }
            Ok(Event::Text(part)) => keep(&mut text, &part),
            Ok(Event::CData(part)) => keep(&mut text, &part),
            Ok(Event::Eof) if path.is_empty() => return Ok(()),
            Ok(Event::Eof) => return Err(Fault::CutOff(listener.reached_m())),
            Ok(_) => {}
            Err(fault) => return Err(fault_of(&fault, listener.reached_m())),
        }
    }
}

fn open(tag: &BytesStart<'_>, path: &mut Vec<Tag>, listener: &mut impl Listener) -> Result<(), Fault> {
    if path.len() == MOST_OPEN {
        return Err(Fault::Damaged(listener.reached_m()));
    }
    path.push(Tag::of(tag.local_name().as_ref()));
    listener.opened(path, &Attributes(tag))
}

fn keep(text: &mut Vec<u8>, part: &[u8]) {
    let room = MOST_TEXT.saturating_sub(text.len());
    text.extend_from_slice(part.get(..room).unwrap_or(part));
}

/// Where the file ends in the middle of something, it was cut off.
fn fault_of(fault: &Error, reached_m: Option<u32>) -> Fault {
    match fault {
        Error::Io(fault) if fault.kind() == io::ErrorKind::FileTooLarge => {
            Fault::LargeFile(super::limits::TEXT_BYTES >> 20)
        }
        Error::Io(fault) if fault.kind() == io::ErrorKind::UnexpectedEof => Fault::CutOff(reached_m),
        Error::Syntax(_) | Error::IllFormed(IllFormedError::MissingEndTag(_)) => Fault::CutOff(reached_m),
        _ => Fault::Damaged(reached_m),
    }
}
