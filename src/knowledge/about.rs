//! What `KneeNote` is and is not, how old its content is, and whom it was not made for.

use serde::Deserialize;

use super::condition::Condition;
use super::ids::{FindingId, SourceId};
use super::source::Grade;

/// A kind word for somebody `KneeNote` was not made for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotMadeFor {
    /// When it applies; `never` when only the runner can know.
    pub when: Condition,
    /// Its heading.
    pub title: String,
    /// What to do instead.
    pub text: String,
}

/// After this many months content is said to be old.
const OLD_AFTER_MONTHS: i32 = 24;

impl About {
    /// Whether the content is more than 24 months old on the day `on`.
    #[must_use]
    pub fn is_old(&self, on: jiff::civil::Date) -> bool {
        self.months_old(on).is_none_or(|months| months > OLD_AFTER_MONTHS)
    }

    /// Whether the content was written after the day `on`: then the clock is wrong.
    #[must_use]
    pub fn is_from_later_than(&self, on: jiff::civil::Date) -> bool {
        self.months_old(on).is_some_and(|months| months < 0)
    }

    fn months_old(&self, on: jiff::civil::Date) -> Option<i32> {
        let mut parts = self.content.split('-').filter_map(|part| part.parse::<i32>().ok());
        let (year, month) = (parts.next()?, parts.next()?);
        Some((i32::from(on.year()) - year) * 12 + i32::from(on.month()) - month)
    }
}

/// How often somebody else found the right cause, on other cases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedFigure {
    /// The figure, as shown.
    pub text: String,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: Grade,
}

/// When to get help at once.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyNet {
    /// The sentences; `{list}` is filled with what is not told yet.
    pub text: String,
    /// What to look out for.
    pub signs: Vec<SafetySign>,
}

/// One thing to look out for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetySign {
    /// Inside of a sentence: "a swollen calf".
    pub words: String,
    /// The signs that it stands for: who told of one need not look out for it.
    pub signs: Vec<FindingId>,
}

/// The file `about.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The date of the content, `YYYY-MM`.
    pub content: String,
    /// What `KneeNote` cannot see.
    pub limits: Vec<String>,
    /// What nobody has checked yet.
    pub not_checked: Vec<String>,
    /// Who must check what before the content can be trusted.
    pub sign_off: Vec<String>,
    /// How often others found the right cause, published.
    pub others: Vec<PublishedFigure>,
    /// Whom it was not made for.
    pub not_made_for: Vec<NotMadeFor>,
    /// What happens with the answers.
    pub privacy: Vec<String>,
    /// Above Start.
    pub disclaimer_start: String,
    /// Before the first cause.
    pub disclaimer_causes: String,
    /// With every result but an emergency.
    pub safety_net: SafetyNet,
    /// What "fits well" means.
    pub fits_well: String,
    /// What "fits in part" means.
    pub fits_part: String,
    /// What "fits a little" means.
    pub fits_little: String,
    /// When there are too few findings.
    pub too_few: String,
    /// When nothing fits.
    pub no_match: String,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::knowledge::Knowledge;

    #[test]
    fn content_grows_old_after_two_years() {
        let mut about = Knowledge::embedded().unwrap().about;
        about.content = "2026-11".to_owned();
        assert!(!about.is_old(date(2028, 11, 30)));
        assert!(about.is_old(date(2028, 12, 1)));
        assert!(!about.is_from_later_than(date(2026, 11, 1)));
        assert!(about.is_from_later_than(date(2026, 10, 31)));
        about.content = "soon".to_owned();
        assert!(about.is_old(date(2026, 11, 1)));
    }
}
