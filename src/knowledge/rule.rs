//! When somebody needs to be seen, and how soon.

use serde::Deserialize;

use super::condition::Condition;
use super::ids::{CauseId, FindingId, QuestionId, RuleId, SourceId};
use super::positions::Slot;
use super::source::Grade;

/// How urgent it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Level {
    /// Level 1: emergency, now.
    Emergency,
    /// Level 2: the same day, 48 hours at most.
    Urgent,
    /// Level 3: a doctor or physio within about two weeks.
    Clinician,
    /// Level 4: self-care and watch.
    SelfCare,
}

impl Level {
    /// All levels, the most urgent first.
    pub const ALL: [Self; 4] = [Self::Emergency, Self::Urgent, Self::Clinician, Self::SelfCare];

    /// 1 to 4.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Emergency => 1,
            Self::Urgent => 2,
            Self::Clinician => 3,
            Self::SelfCare => 4,
        }
    }

    /// The word used in `--explain`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Urgent => "urgent_48h",
            Self::Clinician => "clinician_2_weeks",
            Self::SelfCare => "self_care",
        }
    }
}

/// How soon somebody should see the knee, as it is said on screen and page alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HowSoon {
    /// At once: within 4 hours.
    Now,
    Today,
    /// Within 48 hours.
    TwoDays,
    /// Within a few days.
    FewDays,
    /// Within a week.
    Week,
    /// Within two weeks.
    TwoWeeks,
}

impl HowSoon {
    /// All of them, the soonest first.
    pub const ALL: [Self; 6] = [Self::Now, Self::Today, Self::TwoDays, Self::FewDays, Self::Week, Self::TwoWeeks];

    /// In words for so many hours.
    #[must_use]
    pub fn within(hours: u32) -> Self {
        match hours {
            ..=4 => Self::Now,
            5..=24 => Self::Today,
            25..=48 => Self::TwoDays,
            49..=96 => Self::FewDays,
            97..=168 => Self::Week,
            _ => Self::TwoWeeks,
        }
    }
}

/// A rule of urgency.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// How urgent it makes things.
    pub level: Level,
    /// When it fires.
    pub when: Condition,
    /// Why, in plain words.
    pub reason: String,
    /// What to do, with places of care as placeholders.
    pub action: String,
    /// The call to action of the urgency card.
    pub headline: String,
    /// Why, for the page: plain ASCII.
    pub note_why: String,
    /// The same in the words of what was told: the first whose condition holds.
    #[serde(default)]
    pub note_why_if: Vec<WhyIf>,
    /// Within how many hours somebody should see the knee.
    pub within_hours: u32,
    /// Whether running stops until somebody has seen the knee: the way back to running is not shown then.
    #[serde(default)]
    pub stops_running: bool,
    /// Causes that must be ruled out by a person.
    #[serde(default)]
    pub names: Vec<CauseId>,
    /// What else the rule names, when it is no cause of the list.
    #[serde(default)]
    pub names_other: String,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: Grade,
}

/// Why a rule fired, where something was told that its general words leave open: "not told to be getting better" is
/// wrong for who told that it gets worse.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhyIf {
    pub when: Condition,
    /// Plain ASCII.
    pub note: String,
}

/// A name for a condition, usable in later flags and in rules.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// Its name.
    pub id: String,
    /// What it stands for.
    pub means: Condition,
    /// Its position in the table of facts.
    #[serde(skip)]
    pub(crate) slot: Slot,
}

/// Red flags of one part of the body: those that share a state are told in one phrase.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedFlagGroup {
    /// Its name.
    pub id: String,
    /// The part of the body, by which signs that were not asked are counted: plain ASCII.
    pub system: String,
    /// The phrase for signs of it: plain ASCII; `{signs}` is filled with the words of each.
    pub note: String,
    /// How a No to them is told.
    #[serde(default)]
    pub denied: Denied,
    /// Its members.
    pub signs: Vec<GroupedSign>,
}

/// One red flag in the phrase of its group.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupedSign {
    pub id: FindingId,
    /// Its words in the phrase: plain ASCII.
    pub words: String,
}

/// How the page tells a No to a red flag, in words that cannot be read the other way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Denied {
    /// Under NO: its words name something bad.
    #[default]
    No,
    /// Under CAN: its words name a move that the knee does.
    Can,
}

/// A sign that the short account at the head of the page tells whenever it was told, denied ones too.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeySign {
    /// What is denied: plain ASCII.
    pub words: String,
    /// It was denied where each of these was denied,
    pub signs: Vec<FindingId>,
    /// or where one of these was told: "No" of a question.
    #[serde(default)]
    pub none: Vec<FindingId>,
    /// It is told where one of these, or of `signs`, was told.
    #[serde(default)]
    pub also: Vec<FindingId>,
}

/// A No that would contradict what is told elsewhere: "no weight loss" beside "lost a lot of weight".
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SameSaid {
    /// The finding whose No is not told on the page,
    pub no: FindingId,
    /// where one of these is a Yes.
    pub yes: Vec<FindingId>,
}

/// Something that has to be told before level 4 may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Needed {
    /// This question is answered.
    Question(QuestionId),
    /// A place is marked.
    Place,
    /// This sign was asked: yes, no or not sure.
    Sign(FindingId),
}

/// A published cluster or small score, kept as it was written down.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cluster {
    /// Its name.
    pub id: String,
    /// The rule in words and signs.
    pub rule: String,
    /// What it is used for.
    pub usage: String,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: Grade,
}

/// The file `rules.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RulesFile {
    pub red_flags: Vec<FindingId>,
    pub red_flag_groups: Vec<RedFlagGroup>,
    pub key_signs: Vec<KeySign>,
    pub needed_for_self_care: Vec<Needed>,
    pub flags: Vec<Flag>,
    pub rules: Vec<Rule>,
    pub clusters: Vec<Cluster>,
    pub same_said: Vec<SameSaid>,
}
