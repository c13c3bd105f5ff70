//! The diary: what the runner told of the knee in and after each run.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::answer::Answer;
use super::days::{self, days_since};

/// At most this many days, in one check.
pub const MOST_ENTRIES: usize = 400;
/// The longest run of a day, in metres.
pub const MOST_RUN_M: u32 = 300_000;

/// How the knee was an hour after the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HourAfter {
    #[serde(rename = "Back")]
    BackToUsual,
    NotYet,
}

/// How the knee was the next morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NextMorning {
    #[serde(rename = "Same")]
    SameOrBetter,
    Worse,
}

/// What was told of the knee in and after one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunPain {
    /// The worst pain in it, 0 to 10; none: not answered.
    pub during: Option<u8>,
    pub hour: Option<HourAfter>,
    pub morning: Option<NextMorning>,
    pub limp: Answer,
    pub swollen: Answer,
}

/// A run of which nothing was told yet.
pub const NOTHING_TOLD: RunPain =
    RunPain { during: None, hour: None, morning: None, limp: Answer::NotAsked, swollen: Answer::NotAsked };

/// How soon after the run the pain in it was told: from memory it is another pain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToldWhen {
    SameDay,
    NextDay,
    Later,
}

impl ToldWhen {
    /// Of a run on `day` that was told on `today`.
    #[must_use]
    pub fn of(day: Date, today: Date) -> Self {
        match days_since(day, today) {
            None | Some(0) => Self::SameDay,
            Some(1) => Self::NextDay,
            Some(_) => Self::Later,
        }
    }
}

/// One day of the diary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
pub struct DiaryEntry {
    pub day: Date,
    /// How far, in metres; none where it was not told.
    pub run_m: Option<u32>,
    pub pain: RunPain,
    pub told: ToldWhen,
}

impl DiaryEntry {
    /// A day of which nothing was told yet.
    #[must_use]
    pub fn blank(day: Date, today: Date) -> Self {
        Self { day, run_m: None, pain: NOTHING_TOLD, told: ToldWhen::of(day, today) }
    }
}

/// A change of one day of the diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiaryEdit {
    /// There was a run, so many metres long where that is known.
    Ran(Option<u32>),
    /// The worst pain in it, 0 to 10.
    During(u8),
    Hour(HourAfter),
    Morning(NextMorning),
    Limp(Answer),
    Swollen(Answer),
    /// The day goes out of the diary.
    Remove,
}

/// Makes a change of a day in a diary that is ordered by day. When it was told is the day on which the pain in the run
/// was.
pub(super) fn change(diary: &mut Vec<DiaryEntry>, day: Date, edit: DiaryEdit, today: Date) {
    let place = diary.binary_search_by_key(&day, |entry| entry.day);
    if edit == DiaryEdit::Remove {
        if let Ok(at) = place {
            diary.remove(at);
        }
        return;
    }
    let at = place.unwrap_or_else(|at| {
        diary.insert(at, DiaryEntry::blank(day, today));
        at
    });
    let Some(entry) = diary.get_mut(at) else { return };
    match edit {
        DiaryEdit::Ran(run_m) => entry.run_m = run_m,
        DiaryEdit::During(pain) => {
            entry.pain.during = Some(pain);
            entry.told = ToldWhen::of(day, today);
        }
        DiaryEdit::Hour(hour) => entry.pain.hour = Some(hour),
        DiaryEdit::Morning(morning) => entry.pain.morning = Some(morning),
        DiaryEdit::Limp(answer) => entry.pain.limp = answer,
        DiaryEdit::Swollen(answer) => entry.pain.swollen = answer,
        DiaryEdit::Remove => {}
    }
}

/// A day as it stands in the file.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    #[serde(with = "days::day")]
    day: Date,
    #[serde(default, with = "super::told_runs::maybe_km")]
    run_km: Option<u32>,
    #[serde(default)]
    during: Option<u8>,
    #[serde(default)]
    hour: Option<HourAfter>,
    #[serde(default)]
    morning: Option<NextMorning>,
    #[serde(default = "not_asked")]
    limp: Answer,
    #[serde(default = "not_asked")]
    swollen: Answer,
    told: ToldWhen,
}

fn not_asked() -> Answer {
    Answer::NotAsked
}

impl From<Row> for DiaryEntry {
    fn from(row: Row) -> Self {
        let Row { day, run_km, during, hour, morning, limp, swollen, told } = row;
        Self { day, run_m: run_km, pain: RunPain { during, hour, morning, limp, swollen }, told }
    }
}

impl From<DiaryEntry> for Row {
    fn from(entry: DiaryEntry) -> Self {
        let DiaryEntry { day, run_m, pain: RunPain { during, hour, morning, limp, swollen }, told } = entry;
        Self { day, run_km: run_m, during, hour, morning, limp, swollen, told }
    }
}
