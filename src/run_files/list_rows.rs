//! The rows of a list, of which only the cells are kept that say something of a run.

use std::io::{self, ErrorKind, Read};

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::limits;
use super::list_columns::Columns;
use crate::training::fault::Fault;

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// So many rows are looked at for what a list of an unknown language holds.
const FIRST_ROWS: usize = 100;

/// What stands between the cells: that by which most rows have as many as the first, and not one alone.
pub(super) fn separator(sample: &[u8]) -> u8 {
    let fitting = |separator: u8| {
        let widths: Vec<usize> =
            reader(sample, separator).into_byte_records().map_while(Result::ok).map(|row| row.len()).collect();
        let first = widths.first().copied().unwrap_or(0);
        (first > 1, widths.iter().filter(|width| **width == first).count(), first)
    };
    SEPARATORS.into_iter().rev().max_by_key(|separator| fitting(*separator)).unwrap_or(b',')
}

fn reader<R: Read>(stream: R, separator: u8) -> Reader<R> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(stream)
}

/// UTF-8, or else the letters of Windows-1252 that words of headers and kinds are made of.
pub(super) fn decode(cell: &[u8]) -> String {
    let latin = || cell.iter().map(|byte| if (0x80..0xa0).contains(byte) { '\u{fffd}' } else { char::from(*byte) });
    std::str::from_utf8(cell).map_or_else(|_| latin().collect(), str::to_owned)
}

/// A list that is read row by row.
pub(super) struct Table<R> {
    reader: Reader<Lines<R>>,
    count: usize,
}

impl<R: Read> Table<R> {
    pub(super) fn new(stream: R, separator: u8) -> Self {
        Self { reader: reader(Lines { stream, separator, separators: 0 }, separator), count: 0 }
    }

    /// The next row; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<ByteRecord>, Fault> {
        let mut record = ByteRecord::new();
        Ok(self.read(&mut record)?.then_some(record))
    }

    fn read(&mut self, into: &mut ByteRecord) -> Result<bool, Fault> {
        if !self.reader.read_byte_record(into).map_err(|fault| fault_of(&fault))? {
            return Ok(false);
        }
        if into.len() > limits::COLUMNS || self.count > limits::ROWS {
            return Err(Fault::LargeList);
        }
        if into.iter().any(|cell| cell.len() > limits::CELL_BYTES) {
            return Err(Fault::UnknownList);
        }
        self.count += 1;
        Ok(true)
    }

    /// The first rows, whole.
    pub(super) fn first(&mut self) -> Result<Vec<ByteRecord>, Fault> {
        let mut rows = Vec::new();
        while rows.len() < FIRST_ROWS
            && let Some(row) = self.next()?
        {
            rows.push(row);
        }
        Ok(rows)
    }

    /// All rows that are not blank, with those that were read already.
    pub(super) fn rows(mut self, first: &[ByteRecord], columns: &Columns) -> Result<Vec<Row>, Fault> {
        let mut rows: Vec<Row> = (1..).zip(first).filter_map(|(item, cells)| Row::of(item, cells, columns)).collect();
        let mut record = ByteRecord::new();
        while self.read(&mut record)? {
            // The header is counted and is no row.
            let item = u32::try_from(self.count - 1).unwrap_or(u32::MAX);
            rows.extend(Row::of(item, &record, columns));
        }
        Ok(rows)
    }
}

fn fault_of(fault: &csv::Error) -> Fault {
    match fault.kind() {
        csv::ErrorKind::Io(fault) => match fault.kind() {
            ErrorKind::FileTooLarge => Fault::LargeFile(limits::TEXT_BYTES >> 20),
            ErrorKind::QuotaExceeded => Fault::LargeList,
            ErrorKind::UnexpectedEof => Fault::CutOff(None),
            _ => Fault::Damaged(None),
        },
        _ => Fault::Damaged(None),
    }
}

/// What a cell holds but blanks; none where there is nothing.
type Cell = Option<Box<str>>;

/// What a row says of a run.
pub(super) struct Row {
    /// The first below the header is 1.
    pub(super) item: u32,
    pub(super) date: Cell,
    pub(super) distance: Cell,
    pub(super) kind: Cell,
    pub(super) moving: Cell,
    pub(super) elapsed: Cell,
    pub(super) file: Cell,
    /// It ends before its distance.
    pub(super) is_short: bool,
}

impl Row {
    /// None where all of it is blank.
    fn of(item: u32, cells: &ByteRecord, columns: &Columns) -> Option<Self> {
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).and_then(kept);
        let is_blank = cells.iter().all(|cell| cell.is_empty() || decode(cell).trim().is_empty());
        (!is_blank).then(|| Self {
            item,
            date: cell(Some(columns.date)),
            distance: cell(Some(columns.distance)),
            kind: cell(columns.kind),
            moving: cell(columns.moving),
            elapsed: cell(columns.elapsed),
            file: cell(columns.file),
            is_short: cells.len() <= columns.distance,
        })
    }
}

fn kept(cell: &[u8]) -> Cell {
    let cell = cell.trim_ascii();
    let text = decode(cell.get(..limits::KEPT_CELL_BYTES).unwrap_or(cell));
    Some(text.trim()).filter(|text| !text.is_empty()).map(Box::from)
}

/// A stream that fails, with [`ErrorKind::QuotaExceeded`], where a line has no end of separators: the reader of rows
/// would remember each of them.
struct Lines<R> {
    stream: R,
    separator: u8,
    separators: usize,
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.stream.read(into)?;
        for byte in into.get(..count).unwrap_or_default() {
            match byte {
                b'\n' | b'\r' => self.separators = 0,
                byte if *byte == self.separator => self.separators += 1,
                _ => {}
            }
            if self.separators > limits::SEPARATORS_ON_A_LINE {
                return Err(ErrorKind::QuotaExceeded.into());
            }
        }
        Ok(count)
    }
}
