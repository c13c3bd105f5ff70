//! What day it is, and how long it lasts.

use std::ffi::OsStr;
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, Zoned};

/// After midnight by so much, so that a timer that is early finds the new day.
const MARGIN: Duration = Duration::from_secs(1);
/// Where the calendar ends, look again after this long.
const A_DAY: Duration = Duration::from_hours(24);
/// The sizes of a file that holds a time zone, in bytes: the least is its head, and no zone needs as much as the most.
const ZONE_FILE_BYTES: std::ops::RangeInclusive<u64> = 44..=512 * 1024;
/// Where the system keeps its time zones, and says which one is its own.
const ZONES: &str = "/usr/share/zoneinfo";
const OWN_ZONE: &str = "/etc/localtime";

/// Tells the time; tests put their own in its place.
pub type Clock = Box<dyn Fn() -> Zoned>;

/// The time where the runner is; by universal time when the system does not know its zone.
#[must_use]
pub fn now() -> Zoned {
    let now = Timestamp::try_from(SystemTime::now()).unwrap_or(Timestamp::UNIX_EPOCH);
    now.to_zoned(zone().unwrap_or(TimeZone::UTC))
}

/// The zone of the runner's clock; none when the system does not know it. To be asked here alone: what the variables say
/// may lead to a device that never ends.
#[expect(clippy::disallowed_methods, reason = "this is the place that looks at the variables first")]
fn zone() -> Option<TimeZone> {
    static CAN_BE_ASKED: OnceLock<bool> = OnceLock::new();
    let variables = || (std::env::var_os("TZ"), std::env::var_os("TZDIR"));
    let can_be_asked = *CAN_BE_ASKED.get_or_init(|| {
        let (zone, folder) = variables();
        zone.as_deref().is_none_or(names_a_zone) && folder.as_deref().is_none_or(holds_zones)
    });
    if can_be_asked { TimeZone::try_system().ok() } else { own_zone() }
}

/// The zone of a place by its name, `Europe/Berlin`; none where the system does not know it.
#[must_use]
pub fn zone_named(name: &str) -> Option<TimeZone> {
    let can_be_asked = std::env::var_os("TZDIR").as_deref().is_none_or(holds_zones);
    if can_be_asked { TimeZone::get(name).ok() } else { TimeZoneDatabase::from_dir(ZONES).ok()?.get(name).ok() }
}

/// Whether what `TZ` says can be looked up. As a path it may lead to a device that never ends or a pipe that waits.
fn names_a_zone(zone: &OsStr) -> bool {
    let without_mark = zone.to_str().and_then(|text| text.strip_prefix(':')).map(Path::new);
    without_mark.into_iter().chain([Path::new(zone)]).all(is_zone_file_or_absent)
}

fn is_zone_file_or_absent(path: &Path) -> bool {
    path.metadata().ok().is_none_or(|found| found.is_file() && ZONE_FILE_BYTES.contains(&found.len()))
}

/// Whether a folder is one of time zones: all that it holds is walked through.
fn holds_zones(folder: &OsStr) -> bool {
    let folder = Path::new(folder);
    !folder.exists() || folder.join("Etc/UTC").is_file()
}

/// The system's own zone, whatever the variables say; none where it does not say it by a name.
fn own_zone() -> Option<TimeZone> {
    let link = std::fs::read_link(OWN_ZONE).ok()?;
    let (_, name) = link.to_str()?.rsplit_once("zoneinfo/")?;
    TimeZoneDatabase::from_dir(ZONES).ok()?.get(name).ok()
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
    fn a_zone_is_looked_up_by_name_or_in_a_file_that_ends() {
        for zone in ["", "Europe/Berlin", ":Europe/Berlin", "EST5EDT,M3.2.0,M11.1.0", "/nowhere", ":nowhere"] {
            assert!(names_a_zone(OsStr::new(zone)), "{zone}");
        }
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("zone");
        std::fs::write(&file, vec![b'T'; 2000]).unwrap();
        assert!(names_a_zone(file.as_os_str()));
        std::fs::File::create(&file).unwrap().set_len(10 << 30).unwrap();
        assert!(!names_a_zone(file.as_os_str()), "too large");
        assert!(!names_a_zone(folder.path().as_os_str()) && !holds_zones(folder.path().as_os_str()));
        std::fs::create_dir(folder.path().join("Etc")).unwrap();
        std::fs::write(folder.path().join("Etc/UTC"), "").unwrap();
        assert!(holds_zones(folder.path().as_os_str()) && holds_zones(OsStr::new("/nowhere")));
    }

    #[cfg(unix)]
    #[test]
    fn a_zone_that_never_ends_is_not_read() {
        for zone in
            ["/dev/zero", ":/dev/zero", ":../../../../../../../../dev/zero", "/usr/share/zoneinfo/../../../dev/zero"]
        {
            assert!(!names_a_zone(OsStr::new(zone)), "{zone}");
        }
        assert!(!holds_zones(OsStr::new("/dev")) && !holds_zones(OsStr::new("/")));
    }

    #[test]
    fn a_day_lasts_until_midnight_and_the_last_of_the_calendar_has_an_end_too() {
        let at = |day: jiff::civil::Date, hour| day.at(hour, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
        let hours = |hours: u64| Duration::from_secs(hours * 3600) + MARGIN;
        assert_eq!(until_midnight(&at(date(2026, 11, 23), 22)), hours(2));
        assert_eq!(until_midnight(&at(date(2026, 11, 23), 0)), hours(24));
        assert!(until_midnight(&at(date(9999, 12, 30), 0)) > Duration::ZERO);
    }
}
