//! Lists of runs: those that Strava and Garmin Connect give out, and those that people keep by hand.
//!
//! The first row names the columns. A row that is not understood is refused by its number, the first below the names
//! being 1; a list of which no row is understood is refused as a whole.

use std::io::{Cursor, Read};

use jiff::tz::TimeZone;

use super::limits;
use super::list_columns::{ColumnUnit, Columns};
use super::list_dates;
use super::list_rows::{self, Row, Table};
use super::list_words::ListWords;
use super::sports;
use super::told::{Doubt, Start, Told};
use crate::training::fault::Fault;
use crate::training::list_answers::{DateOrder, ListAnswers, Unit};
use crate::training::run::{FileKind, Sport};

/// So many bytes of the beginning say what stands between the cells.
const SAMPLE_BYTES: u64 = 64 << 10;
/// The mark at the beginning of some UTF-8 files.
const MARK: char = '\u{feff}';

/// Reads a list; `answers` is what the runner said of lists that leave something open.
///
/// # Errors
/// See [`Fault`].
pub fn read(mut stream: impl Read, answers: ListAnswers) -> Result<Vec<Told>, Fault> {
    let words = ListWords::embedded().ok_or(Fault::Unreadable)?;
    let mut sample = Vec::new();
    (&mut stream).take(SAMPLE_BYTES).read_to_end(&mut sample).map_err(limits::unreadable)?;
    let separator = list_rows::separator(&sample);
    let mut table = Table::new(Cursor::new(sample).chain(stream), separator);
    let header = table.next()?.ok_or(Fault::Empty)?;
    let header: Vec<String> =
        header.iter().map(|cell| list_rows::decode(cell).trim_start_matches(MARK).to_owned()).collect();
    let first = table.first()?;
    let columns = Columns::of(&header, &first, words).ok_or(Fault::UnknownList)?;
    let rows = table.rows(&first, &columns)?;
    let told = List::new(columns, &rows, answers, words).told();
    let is_understood = told.iter().any(|told| told.doubt != Some(Doubt::BadRow));
    if is_understood { Ok(told) } else { Err(Fault::UnknownList) }
}

struct List<'a> {
    columns: Columns,
    rows: &'a [Row],
    words: &'a ListWords,
    /// None where nobody knows.
    metres_of_one: Option<f64>,
    order: Option<DateOrder>,
    /// A column with a point has commas between its thousands.
    has_points: bool,
}

impl<'a> List<'a> {
    fn new(columns: Columns, rows: &'a [Row], answers: ListAnswers, words: &'a ListWords) -> Self {
        let metres_of_one = match columns.unit {
            ColumnUnit::Metres => Some(1.0),
            ColumnUnit::Told(unit) => Some(unit.metres()),
            ColumnUnit::NotTold => answers.unit.map(Unit::metres),
        };
        let order = list_dates::order(rows.iter().filter_map(|row| row.date.as_deref()), words).or(answers.order);
        let has_points = rows.iter().filter_map(|row| row.distance.as_deref()).any(|cell| cell.contains('.'));
        Self { columns, rows, words, metres_of_one, order, has_points }
    }

    fn told(&self) -> Vec<Told> {
        self.rows.iter().map(|row| self.row(row)).collect()
    }

    fn row(&self, row: &Row) -> Told {
        let nothing = || Told::nothing(row.item, self.columns.list);
        self.understood(row, nothing()).unwrap_or_else(|| Told { doubt: Some(Doubt::BadRow), ..nothing() })
    }

    fn understood(&self, row: &Row, nothing: Told) -> Option<Told> {
        let date = row.date.as_deref()?;
        let is_open = self.order.is_none() && list_dates::is_open(date, self.words);
        let at = list_dates::read(date, self.order.unwrap_or(DateOrder::DayFirst), self.words);
        if at.is_none() && !is_open {
            return None;
        }
        let start = match self.columns.list {
            FileKind::StravaList => Start::Instant(TimeZone::UTC.to_timestamp(at?).ok()?),
            _ => at.map_or(Start::NotTold, |at| Start::Day(at.date())),
        };
        let sport = self.sport(row.kind.as_deref());
        // Of other sport there may be no distance.
        let number = match row.distance.as_deref() {
            Some(cell) => Some(self.number(cell).filter(|number| *number >= 0.0)),
            None => (row.is_short || self.columns.list == FileKind::PlainList).then_some(None),
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
            moving_s: row.moving.as_deref().and_then(duration_s),
            elapsed_s: row.elapsed.as_deref().and_then(duration_s),
            file: row.file.as_deref().map(str::to_owned),
            doubt: is_open.then_some(Doubt::Order).or(unit),
            ..nothing
        })
    }

    /// A list by hand without a kind is one of runs.
    fn sport(&self, kind: Option<&str>) -> Sport {
        match kind {
            None if self.columns.list == FileKind::PlainList && self.columns.kind.is_none() => Sport::Run,
            Some(kind) if self.words.is_run(kind) => Sport::Run,
            Some(kind) if self.columns.knows_kinds => sports::other(kind),
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
