//! Which countries' phone numbers to show first.
//!
//! Language, region and time zone often name different countries, and none of them is sure to be where the runner is.

use std::path::Path;

use super::clock;
use crate::store::text_file;

/// What the system says of where its runner is.
#[derive(Clone, Debug, Default)]
struct Hints<'a> {
    /// The locale of the region: of addresses, telephones or dates.
    region: Option<&'a str>,
    /// The zone of the clock: `Europe/Berlin`.
    zone: Option<&'a str>,
    /// The locale of the language.
    language: Option<&'a str>,
}

/// Names of the region's parts, from what says most of where somebody is to what says least. `LC_ALL` stands for each.
const OF_REGION: [&str; 7] =
    ["LC_ALL", "LC_TELEPHONE", "LC_ADDRESS", "LC_TIME", "LC_MEASUREMENT", "LC_PAPER", "LC_MONETARY"];
/// Where systems say which country a zone belongs to.
const ZONES: &str = "/usr/share/zoneinfo/zone.tab";
/// More zones than there are need less, in bytes.
const MOST_BYTES: usize = 256 * 1024;

/// The countries that the system names, as two capital letters each, the likeliest first; usually one.
#[must_use]
pub fn of_system() -> Vec<String> {
    let region = OF_REGION.iter().filter_map(|name| std::env::var(name).ok()).find(|locale| !locale.is_empty());
    let now = clock::now();
    let zone = now.time_zone().iana_name();
    let language = sys_locale::get_locale();
    let hints = Hints { region: region.as_deref(), zone, language: language.as_deref() };
    of_hints(&hints, &text_file::read(Path::new(ZONES), MOST_BYTES).unwrap_or_default())
}

fn of_hints(hints: &Hints<'_>, zones: &str) -> Vec<String> {
    let mut countries = Vec::new();
    let zone = hints.zone.and_then(|zone| of_zone(zone, zones));
    for country in [hints.region.and_then(of_locale), zone, hints.language.and_then(of_locale)].into_iter().flatten() {
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    countries
}

/// The country of a zone, in a table of the system: country, place on earth, zone.
fn of_zone(zone: &str, zones: &str) -> Option<String> {
    zones.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let mut columns = line.split('\t');
        let country = columns.next().filter(|country| country.len() == 2)?;
        (columns.nth(1) == Some(zone)).then(|| country.to_owned())
    })
}

/// The country in the name of a locale: `GB` in `en-GB`, `en_GB.UTF-8` and `en-Latn-GB`.
#[must_use]
pub fn of_locale(locale: &str) -> Option<String> {
    let tag = locale.split(['.', '@']).next()?;
    let is_country = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    // What follows a single letter is an extension, such as the calendar.
    tag.split(['-', '_']).skip(1).take_while(|part| part.len() > 1).find(is_country).map(str::to_ascii_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str =
        "#code\tcoordinates\tTZ\nDE\t+5230+01322\tEurope/Berlin\tmost of Germany\nGB\t+513030-0000731\tEurope/London\n";

    #[test]
    fn every_country_that_the_system_names_counts_the_likeliest_first() {
        for (region, zone, language, countries) in [
            ("de_DE.UTF-8", "Europe/Berlin", "en-US", &["DE", "US"][..]),
            ("de_DE.UTF-8", "Europe/London", "en-US", &["DE", "GB", "US"]),
            ("", "Europe/Berlin", "en-US", &["DE", "US"]),
            ("", "Europe/London", "en-GB", &["GB"]),
            ("en_GB.UTF-8", "", "en-GB", &["GB"]),
            ("C.UTF-8", "Etc/UTC", "en-US", &["US"]),
            ("C", "Mars/Base", "de", &[]),
            ("", "", "", &[]),
        ] {
            let hints = Hints { region: Some(region), zone: Some(zone), language: Some(language) };
            assert_eq!(of_hints(&hints, TABLE), countries, "{hints:?}");
        }
        assert_eq!(of_hints(&Hints::default(), TABLE), [""; 0]);
        assert_eq!(of_hints(&Hints { zone: Some("Europe/Berlin"), ..Hints::default() }, ""), [""; 0]);
    }

    #[test]
    fn finds_the_country_of_a_locale() {
        for (locale, country) in [
            ("en-GB", Some("GB")),
            ("en_GB.UTF-8", Some("GB")),
            ("de_CH@euro", Some("CH")),
            ("zh-Hans-CN", Some("CN")),
            ("en-gb", Some("GB")),
            ("ca-ES-valencia", Some("ES")),
            ("en-u-ca-gregory", None),
            ("en", None),
            ("C", None),
            ("C.UTF-8", None),
            ("es-419", None),
            ("", None),
        ] {
            assert_eq!(of_locale(locale).as_deref(), country, "{locale}");
        }
    }
}
