//! Times as they are written in XML.

use jiff::Timestamp;
use jiff::fmt::temporal::{Pieces, PiecesOffset};
use jiff::tz::{Offset, TimeZone};

use super::told::Start;

/// A time such as `2026-04-10T00:31:04.000+02:00`, with the offset where one is told.
///
/// `Z`, no offset at all and `+00:00` are universal time, which tells no zone.
#[must_use]
pub fn read(text: &str) -> Option<(Timestamp, Option<Offset>)> {
    let pieces = Pieces::parse(text.trim()).ok()?;
    let clock = pieces.date().to_datetime(pieces.time()?);
    let told = match pieces.offset() {
        Some(PiecesOffset::Numeric(told)) => Some(told.offset()),
        _ => None,
    };
    let zone = TimeZone::fixed(told.unwrap_or(Offset::UTC));
    let at = zone.to_timestamp(clock).ok()?;
    Some((at, told.filter(|offset| *offset != Offset::UTC)))
}

/// The same as the start of a run.
#[must_use]
pub fn start(text: &str) -> Option<Start> {
    read(text).map(|(at, offset)| offset.map_or(Start::Instant(at), |offset| Start::Written(at, offset)))
}

/// The seconds of a time since 1970.
#[must_use]
pub fn seconds(text: &str) -> Option<f64> {
    read(text).map(|(at, _)| at.as_millisecond() as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offset_is_told_or_universal_time_is_meant() {
        let told = |text: &str| read(text).map(|(at, offset)| (at.to_string(), offset.map(Offset::seconds)));
        let noon = |offset| Some(("2026-04-10T12:00:00Z".to_owned(), offset));
        for text in ["2026-04-10T12:00:00Z", " 2026-04-10T12:00:00 ", "2026-04-10T12:00:00+00:00"] {
            assert_eq!(told(text), noon(None), "{text}");
        }
        assert_eq!(told("2026-04-10T14:00:00+02:00"), noon(Some(7200)));
        assert_eq!(told("2026-04-10T14:00:00.25+02:00").unwrap().0, "2026-04-10T12:00:00.25Z");
        for text in ["", "2026-04-10", "2026-02-30T12:00:00Z", "noon", "0000-00-00T00:00:00Z"] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
