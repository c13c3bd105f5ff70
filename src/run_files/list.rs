//! Lists of runs: those that Strava and Garmin Connect give out, and those that people keep by hand.
//!
//! The first row names the columns. A row that is not understood is refused by its number, the first below the names
//! being 1; a list of which no row is understood is refused as a whole.

use std::io::{Cursor, ErrorKind, Read};

use csv::{ByteRecord, ReaderBuilder};
use jiff::tz::TimeZone;

use super::limits;
use super::list_columns::{ColumnUnit, Columns};
use super::list_dates;
use super::list_words::ListWords;
use super::told::{Doubt, Start, Told};
use crate::training::fault::Fault;
use crate::training::list_answers::{DateOrder, ListAnswers, Unit};
use crate::training::run::{FileKind, Sport};

/// So many bytes of the beginning say what stands between the cells.
const SAMPLE_BYTES: u64 = 64 << 10;
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// So many rows are looked at for what a list of an unknown language holds.
const SAMPLE_ROWS: usize = 100;
/// The mark at the beginning of some UTF-8 files.
const MARK: char = '\u{feff}';

/// Reads a list; `answers` is what the runner said of lists that leave something open.
///
/// # Errors
/// See [`Fault`].
pub fn read(mut stream: impl Read, answers: ListAnswers) -> Result<Vec<Told>, Fault> {
    let words = ListWords::embedded().ok_or(Fault::Unreadable)?;
    let mut sample = Vec::new();
    (&mut stream).take(SAMPLE_BYTES).read_to_end(&mut sample).map_err(|_| Fault::Unreadable)?;
    let separator = separator(&sample);
    let mut rows = rows(Cursor::new(sample).chain(stream), separator)?;
    if rows.is_empty() {
        return Err(Fault::Empty);
    }
    let header: Vec<String> = rows.remove(0).iter().map(|cell| cell.trim_start_matches(MARK).to_owned()).collect();
    let columns = Columns::of(&header, rows.get(..SAMPLE_ROWS).unwrap_or(&rows), words).ok_or(Fault::UnknownList)?;
    let told = List::new(columns, &rows, answers, words).told();
    let is_understood = told.iter().any(|told| told.doubt != Some(Doubt::BadRow));
    if is_understood { Ok(told) } else { Err(Fault::UnknownList) }
}

/// What stands between the cells: that by which most rows have as many as the first, and not one alone.
fn separator(sample: &[u8]) -> u8 {
    let fitting = |separator: u8| {
        let widths: Vec<usize> =
            reader(sample, separator).into_byte_records().map_while(Result::ok).map(|row| row.len()).collect();
        let first = widths.first().copied().unwrap_or(0);
        (first > 1, widths.iter().filter(|width| **width == first).count(), first)
    };
    SEPARATORS.into_iter().rev().max_by_key(|separator| fitting(*separator)).unwrap_or(b',')
}

fn reader<R: Read>(stream: R, separator: u8) -> csv::Reader<R> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(stream)
}

fn rows(stream: impl Read, separator: u8) -> Result<Vec<Vec<String>>, Fault> {
    let mut reader = reader(stream, separator);
    let mut record = ByteRecord::new();
    let mut rows = Vec::new();
    while reader.read_byte_record(&mut record).map_err(|fault| fault_of(&fault))? {
        if record.len() > limits::COLUMNS || rows.len() > limits::ROWS {
            return Err(Fault::LargeList);
        }
        if record.iter().any(|cell| cell.len() > limits::CELL_BYTES) {
            return Err(Fault::UnknownList);
        }
        rows.push(record.iter().map(decode).collect());
    }
    Ok(rows)
}

fn fault_of(fault: &csv::Error) -> Fault {
    match fault.kind() {
        csv::ErrorKind::Io(fault) if fault.kind() == ErrorKind::FileTooLarge => {
            Fault::LargeFile(limits::TEXT_BYTES >> 20)
        }
        csv::ErrorKind::Io(fault) if fault.kind() == ErrorKind::UnexpectedEof => Fault::CutOff(None),
        _ => Fault::Damaged(None),
    }
}

/// UTF-8, or else the letters of Windows-1252 that words of headers and kinds are made of.
fn decode(cell: &[u8]) -> String {
    let latin = || cell.iter().map(|byte| if (0x80..0xa0).contains(byte) { '\u{fffd}' } else { char::from(*byte) });
    std::str::from_utf8(cell).map_or_else(|_| latin().collect(), str::to_owned)
}

struct List<'a> {
    columns: Columns,
    rows: &'a [Vec<String>],
    words: &'a ListWords,
    /// None where nobody knows.
    metres_of_one: Option<f64>,
    order: Option<DateOrder>,
    /// A column with a point has commas between its thousands.
    has_points: bool,
}

impl<'a> List<'a> {
    fn new(columns: Columns, rows: &'a [Vec<String>], answers: ListAnswers, words: &'a ListWords) -> Self {
        let column = |at: usize| rows.iter().filter_map(move |row| row.get(at)).map(String::as_str);
        let metres_of_one = match columns.unit {
            ColumnUnit::Metres => Some(1.0),
            ColumnUnit::Told(unit) => Some(unit.metres()),
            ColumnUnit::NotTold => answers.unit.map(Unit::metres),
        };
        let order = list_dates::order(column(columns.date), words).or(answers.order);
        let has_points = column(columns.distance).any(|cell| cell.contains('.'));
        Self { columns, rows, words, metres_of_one, order, has_points }
    }

    fn told(&self) -> Vec<Told> {
        (1..)
            .zip(self.rows)
            .filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()))
            .map(|(item, row)| self.row(item, row))
            .collect()
    }

    fn row(&self, item: u32, row: &[String]) -> Told {
        let nothing = || Told::nothing(item, self.columns.list);
        self.understood(row, nothing()).unwrap_or_else(|| Told { doubt: Some(Doubt::BadRow), ..nothing() })
    }

    fn understood(&self, row: &[String], nothing: Told) -> Option<Told> {
        let cell =
            |at: Option<usize>| at.and_then(|at| row.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        let date = cell(Some(self.columns.date))?;
        let is_open = self.order.is_none() && list_dates::is_open(date, self.words);
        let at = list_dates::read(date, self.order.unwrap_or(DateOrder::DayFirst), self.words);
        if at.is_none() && !is_open {
            return None;
        }
        let start = match self.columns.list {
            FileKind::StravaList => Start::Instant(TimeZone::UTC.to_timestamp(at?).ok()?),
            _ => at.map_or(Start::NotTold, |at| Start::Day(at.date())),
        };
        let sport = self.sport(cell(self.columns.kind));
        // A short row ends before its distance; of other sport there may be none.
        let is_short = row.len() <= self.columns.distance;
        let number = match cell(Some(self.columns.distance)) {
            Some(cell) => Some(self.number(cell).filter(|number| *number >= 0.0)),
            None => (is_short || self.columns.list == FileKind::PlainList).then_some(None),
        };
        let distance_m = match number {
            Some(None) => return None,
            Some(Some(number)) => self.metres_of_one.map(|metres| metres * number),
            None => None,
        };
        let unit = (number.is_some() && self.metres_of_one.is_none()).then_some(Doubt::Unit);
        Some(Told {
            start,
            sport,
            distance_m,
            moving_s: cell(self.columns.moving).and_then(duration_s),
            elapsed_s: cell(self.columns.elapsed).and_then(duration_s),
            file: cell(self.columns.file).map(str::to_owned),
            doubt: is_open.then_some(Doubt::Order).or(unit),
            ..nothing
        })
    }

    /// A list by hand without a kind is one of runs.
    fn sport(&self, kind: Option<&str>) -> Sport {
        match kind {
            None if self.columns.list == FileKind::PlainList && self.columns.kind.is_none() => Sport::Run,
            Some(kind) if self.words.is_run(kind) => Sport::Run,
            Some(kind) if self.columns.knows_kinds => Sport::Other(kind.to_owned()),
            _ => Sport::NotTold,
        }
    }

    fn number(&self, cell: &str) -> Option<f64> {
        let plain: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
        let plain = if self.has_points { plain.replace(',', "") } else { plain.replace(',', ".") };
        plain.parse().ok().filter(|number: &f64| number.is_finite())
    }
}

/// Seconds, told as such or as hours, minutes and seconds.
fn duration_s(cell: &str) -> Option<f64> {
    let add = |sum: f64, part: &str| part.trim().replace(',', ".").parse().ok().map(|part: f64| sum * 60.0 + part);
    cell.split(':').try_fold(0.0, add).filter(|seconds| seconds.is_finite() && *seconds >= 0.0)
}
