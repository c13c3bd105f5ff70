//! What the runner can do: rest, load, exercises, when to check again, what to leave alone.

use serde::Deserialize;

use super::condition::Condition;
use super::ids::{BulletId, CauseId, FindingId, SourceId};
use super::rule::Level;
use super::source::Grade;

/// A sentence with its source; the grade is kept as it was written down, since some rows mix two.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it is about.
    pub topic: String,
    /// The sentence.
    pub text: String,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: String,
}

/// The colours of the pain light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum LightColour {
    /// Go on.
    Green,
    /// No more than this.
    Amber,
    /// Stop.
    Red,
}

/// One colour of the pain light.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Light {
    /// Which.
    pub light: LightColour,
    /// For most knees.
    pub general: String,
    /// For tendons.
    pub tendon: String,
    /// For bone stress; empty where there is no such light.
    pub bone: String,
    /// What to do.
    pub act: String,
}

/// The causes that have a pain light of their own; all others share the general one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LightFor {
    /// Those of a tendon.
    pub tendon: Vec<CauseId>,
    /// Those of bone.
    pub bone: Vec<CauseId>,
}

impl LightFor {
    /// What makes `light`, for a runner whose best match is `cause`; empty where the light has no such colour.
    #[must_use]
    pub fn sign<'a>(&self, light: &'a Light, cause: Option<&CauseId>) -> &'a str {
        let is_in = |causes: &[CauseId]| cause.is_some_and(|cause| causes.contains(cause));
        if is_in(&self.bone) {
            &light.bone
        } else if is_in(&self.tendon) {
            &light.tendon
        } else {
            &light.general
        }
    }
}

/// One step back to running.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnStep {
    /// `R1` to `R8`.
    pub step: String,
    /// What to run.
    pub session: String,
    /// How to go on.
    pub rule: String,
}

/// One exercise.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// For whom.
    pub causes: Vec<CauseId>,
    /// Which stage or condition, where there is one.
    pub stage: String,
    /// What to do.
    pub exercise: String,
    /// How much.
    pub dose: String,
    /// How to step up.
    pub step_up: String,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: String,
}

/// When to look at the knee again.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recheck {
    /// Days from now, empty for "any time".
    pub days: Vec<u16>,
    /// In words.
    pub when: String,
    /// What to ask yourself.
    pub ask: String,
    /// What to do if it is not better.
    pub if_not: String,
}

/// Something not to do, and why.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoNot {
    /// "Do not ..."
    pub text: String,
    /// Why.
    pub why: String,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: String,
}

/// What changes for some people.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecialCase {
    /// Who.
    pub case: String,
    /// When it applies.
    pub when: Condition,
    /// What changes in urgency, as written down.
    pub urgency: String,
    /// What the runner is told.
    pub advice: Vec<String>,
    /// Whether causes that come from repeated load are left out of the list.
    #[serde(default)]
    pub hides_overuse: bool,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: String,
}

/// Where the article for runners and newer evidence differ.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// What it is about.
    pub topic: String,
    /// What the article says.
    pub article: String,
    /// What the evidence says.
    pub evidence: String,
    /// Where that stands.
    pub sources: Vec<SourceId>,
    /// The causes whose cards show it; empty for general advice.
    #[serde(default)]
    pub causes: Vec<CauseId>,
}

/// How a level is meant.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timing {
    /// The level.
    pub level: Level,
    /// As shown.
    pub shown: String,
    /// Meant to happen within.
    pub within: String,
    /// Where to go.
    pub place: String,
}

/// The file `advice.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// Rest.
    pub rest: Vec<Fact>,
    /// How to use the pain light.
    pub pain_light_how: String,
    /// The pain light.
    pub pain_light: Vec<Light>,
    /// Whose pain light differs.
    pub pain_light_for: LightFor,
    /// What must be possible before running again.
    pub return_entry: Vec<String>,
    /// The steps back to running.
    pub return_steps: Vec<ReturnStep>,
    /// What the steps rest on.
    pub return_note: String,
    /// How to add distance.
    pub load: Vec<Fact>,
    /// What that rests on.
    pub load_note: String,
    /// Exercises.
    pub exercises: Vec<Exercise>,
    /// When to stop an exercise.
    pub exercise_stop: String,
    /// When to check again.
    pub recheck: Vec<Recheck>,
    /// What not to do.
    pub do_not: Vec<DoNot>,
    /// What can be said of shoes and form.
    pub shoes: Vec<String>,
    /// What changes for some people.
    pub special: Vec<SpecialCase>,
    /// Where the article and the evidence differ.
    pub differences: Vec<Difference>,
    /// What the levels mean.
    pub timing: Vec<Timing>,
}

/// Where a statement of the article is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Shown {
    /// On the card of its cause.
    Causes,
    /// Under "what you can do".
    Advice,
    /// Under "About".
    About,
}

/// One statement of the article for runners, in our own words and corrected by the evidence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bullet {
    /// `SB01` to `SB36`.
    pub id: BulletId,
    /// As shown.
    pub shown: String,
    /// Where.
    pub screen: Shown,
    /// On which cards.
    #[serde(default)]
    pub causes: Vec<CauseId>,
    /// What the evidence says of it, as written down.
    pub evidence: String,
}

/// How to keep pain away.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prevention {
    /// Its heading.
    pub title: String,
    /// The advice.
    pub text: String,
    /// The statement of the article behind it.
    pub bullet: BulletId,
}

/// A question that runners ask.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// The statements of the article behind it.
    pub bullets: Vec<BulletId>,
}

/// The file `article.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Every statement.
    pub bullets: Vec<Bullet>,
    /// How to keep pain away.
    pub prevention: Vec<Prevention>,
    /// Questions that runners ask.
    pub faq: Vec<Faq>,
    /// What the article says of itself.
    pub disclaimer: String,
}

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
pub struct OthersReached {
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
    pub others: Vec<OthersReached>,
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
