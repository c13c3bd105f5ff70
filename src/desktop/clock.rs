//! What day it is, and how long it lasts.

use std::time::{Duration, SystemTime};

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// After midnight by so much, so that a timer that is early finds the new day.
const MARGIN: Duration = Duration::from_secs(1);
/// Where the calendar ends, look again after this long.
const A_DAY: Duration = Duration::from_hours(24);

/// Tells the time; tests put their own in its place.
pub type Clock = Box<dyn Fn() -> Zoned>;

/// The time where the runner is; by universal time when the system does not know its zone.
#[must_use]
pub fn now() -> Zoned {
    let zone = TimeZone::try_system().unwrap_or(TimeZone::UTC);
    let now = Timestamp::try_from(SystemTime::now()).unwrap_or(Timestamp::UNIX_EPOCH);
    now.to_zoned(zone)
}

/// How long until the next day has begun, also where a clock is put forward or back in between.
#[must_use]
pub fn until_midnight(now: &Zoned) -> Duration {
    let midnight = now.tomorrow().and_then(|tomorrow| tomorrow.start_of_day());
    let left = midnight.map(|midnight| now.duration_until(&midnight));
    left.ok().and_then(|left| Duration::try_from(left).ok()).map_or(A_DAY, |left| left + MARGIN)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_lasts_until_midnight_and_the_last_of_the_calendar_has_an_end_too() {
        let at = |day: jiff::civil::Date, hour| day.at(hour, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
        let hours = |hours: u64| Duration::from_secs(hours * 3600) + MARGIN;
        assert_eq!(until_midnight(&at(date(2026, 11, 23), 22)), hours(2));
        assert_eq!(until_midnight(&at(date(2026, 11, 23), 0)), hours(24));
        assert!(until_midnight(&at(date(9999, 12, 30), 0)) > Duration::ZERO);
    }
}
