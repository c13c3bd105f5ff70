//! The day on which each answer was given.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::ser::{SerializeMap as _, Serializer};

use super::Check;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::FindingId;
use crate::knowledge::question::{AnswerOption, Question};

/// Answers from further ahead than this, in days, were given when the clock was wrong; who travels may be a day ahead.
const MOST_AHEAD: i32 = 1;

/// How many days lie between the day `told` and `on`; `None` where that cannot be known, as `told` is still to come.
#[must_use]
pub fn days_since(told: Date, on: Date) -> Option<i32> {
    let days = told.until(on).map_or(0, |span| span.get_days());
    (days >= -MOST_AHEAD).then_some(days.max(0))
}

impl Check {
    /// The day of one answer; `None` where no day is known.
    #[must_use]
    pub fn row_told_on(&self, question: &Question, row: &AnswerOption) -> Option<Date> {
        self.rows_answered.get(&row.id).copied().or_else(|| self.question_told_on(question))
    }

    /// The day of a question's answers, single ones that have their own day apart.
    #[must_use]
    pub fn question_told_on(&self, question: &Question) -> Option<Date> {
        self.answered.get(&question.id).copied().or(self.made)
    }

    /// The days of a question's oldest and newest answer; `None` where nothing was said or no day is known.
    #[must_use]
    pub fn told_between(&self, question: &Question) -> Option<(Date, Date)> {
        if !self.is_touched(question) {
            return None;
        }
        let rows = question.options.iter().filter(|row| self.answer(row.id.as_str()).is_asked());
        let mut days: Vec<Date> = rows.filter_map(|row| self.row_told_on(question, row)).collect();
        if days.is_empty() {
            days.extend(self.question_told_on(question));
        }
        Some((days.iter().min().copied()?, days.iter().max().copied()?))
    }

    /// The day of the oldest answer to a question.
    #[must_use]
    pub fn told_on(&self, question: &Question) -> Option<Date> {
        self.told_between(question).map(|(first, _)| first)
    }

    /// The day of the oldest answer to the safety questions.
    #[must_use]
    pub fn safety_told_on(&self, knowledge: &Knowledge) -> Option<Date> {
        knowledge.safety_questions().filter_map(|question| self.told_on(question)).min()
    }

    /// Writes down the day of every answer that has none: that of the check, before a change moves it.
    pub fn keep_days(&mut self, knowledge: &Knowledge) {
        let Some(made) = self.made else { return };
        for question in &knowledge.questions {
            if self.is_touched(question) {
                self.answered.entry(question.id.clone()).or_insert(made);
            }
        }
    }

    /// Says that a question was answered on this day, all of it; nothing when nothing of it is left.
    pub fn tell(&mut self, question: &Question, on: Date) {
        for row in &question.options {
            self.rows_answered.remove(&row.id);
        }
        if self.is_touched(question) {
            self.answered.insert(question.id.clone(), on);
        } else {
            self.answered.remove(&question.id);
        }
    }

    /// Says that some rows of a question were answered on this day, and the others when they were.
    pub fn tell_rows(&mut self, question: &Question, told: &[FindingId], on: Date) {
        for row in &question.options {
            if told.contains(&row.id) {
                self.rows_answered.insert(row.id.clone(), on);
            }
            if !self.answer(row.id.as_str()).is_asked() {
                self.rows_answered.remove(&row.id);
            }
        }
        match self.told_between(question) {
            Some((first, last)) if first == last => self.tell(question, first),
            Some(_) => {}
            None => self.tell(question, on),
        }
    }
}

/// What a wrong clock can say is written as the file can hold it: no year before 0.
fn in_file(day: Date) -> Date {
    day.max(Date::constant(0, 1, 1))
}

/// Writes a day.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference to the field")]
pub(super) fn written_day<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.serialize_some(&in_file(*day)),
        None => serializer.serialize_none(),
    }
}

/// A day as a field of its own.
pub(super) mod day {
    use jiff::civil::Date;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer, de};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference to the field")]
    pub(in super::super) fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        super::in_file(*day).serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        super::read(&text).ok_or_else(|| {
            de::Error::custom(format_args!(
                "\"{}\" is no day, expected one like 2026-11-23",
                crate::plain_text::quoted(&text)
            ))
        })
    }
}

/// The same where there may be none.
pub(super) mod maybe_day {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer};

    pub(in super::super) use super::written_day as serialize;

    #[derive(Deserialize)]
    #[serde(transparent)]
    struct Day(#[serde(with = "super::day")] Date);

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Day>::deserialize(deserializer)?.map(|day| day.0))
    }
}

/// Writes days by id.
pub(super) fn written<K: serde::Serialize, S: Serializer>(
    days: &BTreeMap<K, Date>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(days.len()))?;
    for (id, day) in days {
        map.serialize_entry(id, &in_file(*day))?;
    }
    map.end()
}

/// The day that a file says, of any year that it can hold: a wrong clock may have written it.
pub(super) fn read(text: &str) -> Option<Date> {
    let is_shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if is_shaped { text.parse().ok() } else { None }
}
