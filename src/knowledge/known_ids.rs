//! Every id of the content that the code relies on, with its kind.
//!
//! The content can be changed without looking at the code, but for these: `kneenote --check-knowledge` says which of
//! them is missing or of another kind, and a test says where code names an id that does not stand here.

use std::ops::Deref;

use super::ids::{BulletId, FindingId, NumberId, QuestionId, SourceId};

/// A known id, as the validator looks at it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// Where it stands here: `questions::TRIED`.
    pub constant: &'static str,
    pub id: &'static str,
    /// Of a finding or number: the question that must ask for it.
    pub of: Option<&'static str>,
}

/// Declares the known ids of one kind: a type that reads as text, and a constant for each.
macro_rules! known {
    ($(#[$doc:meta])* $kind:ident($id:ident) in $module:ident;
     $($(#[$why:meta])* $name:ident = $text:literal $(of $question:ident)?;)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $kind(&'static str);

        impl Deref for $kind {
            type Target = str;

            fn deref(&self) -> &str {
                self.0
            }
        }

        impl From<$kind> for $id {
            fn from(known: $kind) -> Self {
                Self::from(known.0)
            }
        }

        impl PartialEq<$kind> for $id {
            fn eq(&self, known: &$kind) -> bool {
                self == known.0
            }
        }

        impl PartialEq<$kind> for str {
            fn eq(&self, known: &$kind) -> bool {
                self == known.0
            }
        }

        $(#[$doc])*
        pub mod $module {
            use super::{Known, $kind};

            $($(#[$why])* pub const $name: $kind = $kind($text);)+

            pub(in crate::knowledge) const ALL: &[Known] = &[$(Known {
                constant: concat!(stringify!($module), "::", stringify!($name)),
                id: $text,
                of: known!(@of $($question)?),
            }),+];
        }
    };
    (@of) => { None };
    (@of $question:ident) => { Some(super::questions::$question.0) };
}

known! {
    /// Questions that the code relies on.
    KnownQuestion(QuestionId) in questions;
    /// Answered by [`Check::side`](crate::check::Check); tells nothing of the pain.
    SIDE = "q_side";
    /// Says who somebody is: its answers weigh on every cause, and tell nothing of the pain.
    SEX = "q_sex";
    /// The age goes on by itself.
    AGE = "q_age";
    /// How long it has hurt goes on by itself; the date when it began answers it too.
    DURATION = "q_duration";
    /// Asked again when the pain has lasted for another of the durations.
    TREND = "q_trend";
    /// The ways in which it can begin, one of which rules out the others.
    ONSET = "q_onset";
    /// Also asked of each marked spot.
    PAIN_WORST = "q_pain_worst";
    /// Also asked of each marked spot.
    PAIN_NOW = "q_pain_now";
    /// Answered by [`Check::tried`](crate::check::Check), each with days and how much it helped.
    TRIED = "q_tried";
    /// Answered by how much each thing that was tried helped.
    HELPED = "q_helped";
    /// On the page behind how it began.
    CONTINUE = "q_continue";
    /// On the page behind the trend.
    COURSE = "q_course";
    /// On the page under FUNCTION.
    WALK = "q_walk";
    /// Where the diary leads whose knee swelled in a run.
    SWELLING = "q_swell";
    /// On the page under FUNCTION, behind the pain in a run.
    SETTLE = "q_settle";
    /// On the page under TRAINING: the longest run.
    SPIKE = "q_spike";
    /// On the page under TRAINING: what changed.
    CHANGE = "q_change";
    /// On the page under TRAINING, a habit.
    SHOES = "q_shoes";
    /// On the page under TRAINING, a habit.
    FORM = "q_form";
    /// On the page under TRAINING, a habit.
    WARM_UP = "q_warmup";
    /// On the page under TRAINING, a habit.
    STRENGTH = "q_strength";
    /// On the page under TRAINING: other sport.
    SPORT = "q_sport";
}

known! {
    /// Findings that the code relies on.
    KnownFinding(FindingId) in findings;
    /// Follows from the side.
    SIDE_LEFT = "side_left" of SIDE;
    /// Follows from the side.
    SIDE_RIGHT = "side_right" of SIDE;
    /// Follows from the side.
    BOTH_KNEES = "both_knees" of SIDE;
    /// Every other way to walk is a limp or more.
    WALK_NORMAL = "walk_normal" of WALK;
    /// Weighs on what every cause starts with.
    SEX_FEMALE = "sex_female" of SEX;
    /// Weighs on what every cause starts with.
    SEX_MALE = "sex_male" of SEX;
    /// Up to 2 days.
    LESS_THAN_3_DAYS = "dur_lt3d" of DURATION;
    /// Up to 14 days.
    UP_TO_2_WEEKS = "dur_3_14d" of DURATION;
    /// Up to 42 days.
    UP_TO_6_WEEKS = "dur_2_6w" of DURATION;
    /// Up to 84 days.
    UP_TO_12_WEEKS = "dur_6_12w" of DURATION;
    /// Up to 365 days.
    UP_TO_1_YEAR = "dur_3_12m" of DURATION;
    /// 366 days and more.
    MORE_THAN_1_YEAR = "dur_gt1y" of DURATION;
    /// Goes with any way in which it can begin.
    POP = "onset_pop" of ONSET;
    /// Follows from the size of the worst spot.
    SIZE_SPOT = "spread_spot";
    /// Follows from the size of the worst spot.
    SIZE_HAND = "spread_palm";
    /// Follows from the size of the worst spot.
    SIZE_ALL_OVER = "spread_whole";
    /// Follows from the size of the worst spot.
    SIZE_MOVES = "spread_moves";
    /// Follows from the best that anything did.
    HELPED_LOTS = "helped_lots" of HELPED;
    /// Follows from the best that anything did.
    HELPED_LITTLE = "helped_little" of HELPED;
    /// Follows from the best that anything did.
    HELPED_FOR_A_WHILE = "helped_short" of HELPED;
    /// Follows from the best that anything did.
    HELPED_NOT = "tried_no_help" of HELPED;
    /// Follows from height and weight.
    HIGH_BMI = "bmi_high";
    /// Proposed from the runs: over 30 per cent and 5 km more than in the week before.
    MORE_EACH_WEEK = "chg_week_up" of CHANGE;
    /// Proposed from the runs: three weeks without one.
    BACK_AFTER_BREAK = "chg_restart" of CHANGE;
    /// Proposed from the runs: no run was much longer than the longest of the 30 days before.
    LONGER_BY_AT_MOST_10 = "spike_none" of SPIKE;
    /// Proposed from the runs.
    LONGER_BY_10_TO_30 = "spike_10_30" of SPIKE;
    /// Proposed from the runs.
    LONGER_BY_30_TO_100 = "spike_30_100" of SPIKE;
    /// Proposed from the runs.
    MORE_THAN_DOUBLE = "spike_gt100" of SPIKE;
    /// A key sign: told among OTHER SIGNS whenever it was denied.
    GIVING_WAY = "giving_way";
    /// A key sign.
    LOCKING = "locking_brief";
    /// A key sign.
    CATCHING = "catching";
    /// A key sign.
    CLICKING = "clicking_painful";
    /// A key sign.
    WEAK_LEG = "leg_weak";
    /// A key sign.
    NUMBNESS = "numb_tingle";
}

known! {
    /// Numbers that the code relies on.
    KnownNumber(NumberId) in numbers;
    /// In years; chooses the age band, and goes on by itself.
    AGE = "age" of AGE;
    /// In cm, shown in the runner's units; gives the body mass index.
    HEIGHT_CM = "height_cm";
    /// In kg, shown in the runner's units; gives the body mass index.
    WEIGHT_KG = "weight_kg";
    /// In km, shown in the runner's units.
    WEEKLY_KM = "weekly_km";
    /// 0 to 10; at least that of the worst spot.
    PAIN_WORST = "pain_worst" of PAIN_WORST;
    /// 0 to 10; at least that of the worst spot.
    PAIN_NOW = "pain_now" of PAIN_NOW;
    /// 0 to 10; on the page under FUNCTION.
    PAIN_RUN = "pain_run";
}

known! {
    /// Statements of the article that stand in a place of their own.
    KnownStatement(BulletId) in statements;
    /// The first of those under prevention.
    FIRST_OF_PREVENTION = "SB25";
    /// The last of those under prevention.
    LAST_OF_PREVENTION = "SB28";
    /// The first of those under what runners ask.
    FIRST_OF_FAQ = "SB29";
    /// The last of those under what runners ask.
    LAST_OF_FAQ = "SB35";
    /// Stands in the menu.
    DISCLAIMER = "SB36";
}

known! {
    /// Sources that the code names.
    KnownSource(SourceId) in sources;
    /// Stands for judgement.
    JUDGEMENT = "JUDGE";
    /// The article for runners.
    ARTICLE = "SEED";
    /// The study of one run against the longest of 30 days.
    LONGEST_RUN_STUDY = "FRANDSEN25";
    /// The study of weeks against the week before.
    WEEKS_STUDY = "NIELSEN_PROG";
}
