//! Which country's phone numbers to show first.

/// The country of the system, as two capital letters.
#[must_use]
pub fn of_system() -> Option<String> {
    of_locale(&sys_locale::get_locale()?)
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
