//! What becomes of answers as days go by: what goes on by itself is counted on, what can no longer be true is asked again.

use jiff::Unit;
use jiff::civil::Date;

use super::Check;
use super::answer::Answer;
use super::days::days_since;
use super::evidence::Evidence;
use crate::knowledge::Knowledge;
use crate::knowledge::ids::FindingId;
use crate::knowledge::known_ids::{KnownFinding, KnownQuestion, findings, numbers, questions};
use crate::knowledge::question::{Ages, AnswerOption, Question};

/// Longest duration in days of each answer to "How long has it hurt?", shortest first.
const DURATIONS: [(KnownFinding, i32); 6] = [
    (findings::LESS_THAN_3_DAYS, 2),
    (findings::UP_TO_2_WEEKS, 14),
    (findings::UP_TO_6_WEEKS, 42),
    (findings::UP_TO_12_WEEKS, 84),
    (findings::UP_TO_1_YEAR, 365),
    (findings::MORE_THAN_1_YEAR, i32::MAX),
];
/// An age is asked again after so many days: a birthday has passed.
const AGE_DAYS: i32 = 365;

impl Evidence {
    /// The same answers, where it has hurt for as long as `duration` says.
    #[must_use]
    pub fn lasting(&self, duration: &FindingId) -> Self {
        let mut evidence = self.clone();
        evidence.set_duration(Some(duration.as_str()));
        evidence
    }

    fn set_duration(&mut self, held: Option<&str>) {
        for (finding, _) in DURATIONS {
            self.set(finding, Some(&*finding) == held);
        }
    }
}

/// Counts on what goes on by itself: how long it has hurt, and the age.
pub(super) fn count_on(evidence: &mut Evidence, check: &Check, knowledge: &Knowledge, on: Date) {
    count_duration(evidence, check, knowledge, on);
    count_age(evidence, check, knowledge, on);
}

fn count_duration(evidence: &mut Evidence, check: &Check, knowledge: &Knowledge, on: Date) {
    if let Some(began) = check.began {
        evidence.set_duration(Some(&band(began.days_before(on))));
        evidence.durations = vec![band(began.days_before(on)).into()];
        // The trend of another stage says nothing of this one.
        let told =
            [questions::DURATION, questions::TREND].into_iter().filter_map(|id| told_on(check, knowledge, id)).max();
        if told.is_some_and(|told| band(began.days_before(told)) != band(began.days_before(on))) {
            evidence.outdated.insert(questions::TREND.into());
        }
        return;
    }
    let Some(told) = DURATIONS.iter().position(|(finding, _)| evidence.is_yes(finding)) else { return };
    let since = match knowledge.question(&questions::DURATION).and_then(|question| check.question_told_on(question)) {
        Some(day) => days_since(day, on),
        None => Some(0),
    };
    let possible = possible_durations(told, since);
    if possible != [told] {
        evidence.stale.insert(questions::DURATION.into());
    }
    if !possible.contains(&told) {
        evidence.outdated.insert(questions::DURATION.into());
    }
    let name = |at: &usize| DURATIONS.get(*at).map(|(finding, _)| *finding);
    evidence.set_duration(possible.first().and_then(name).as_deref());
    evidence.durations = possible.iter().filter_map(name).map(FindingId::from).collect();
}

fn told_on(check: &Check, knowledge: &Knowledge, question: KnownQuestion) -> Option<Date> {
    let question = knowledge.question(&question).filter(|question| check.is_touched(question))?;
    check.question_told_on(question)
}

/// The answer that stands for so many days.
fn band(days: i32) -> KnownFinding {
    DURATIONS.iter().find(|(_, longest)| days <= *longest).map_or(findings::MORE_THAN_1_YEAR, |(finding, _)| *finding)
}

/// The answers that may hold `since` days after one of them did, by position; all longer ones where nobody knows since when.
fn possible_durations(told: usize, since: Option<i32>) -> Vec<usize> {
    let shortest =
        |at: usize| at.checked_sub(1).and_then(|before| DURATIONS.get(before)).map_or(0, |(_, days)| days + 1);
    let longest = |at: usize| DURATIONS.get(at).map_or(i32::MAX, |(_, days)| *days);
    let (from, to) = match since {
        Some(since) => (shortest(told).saturating_add(since), longest(told).saturating_add(since)),
        None => (shortest(told), i32::MAX),
    };
    (told..DURATIONS.len()).filter(|at| shortest(*at) <= to && from <= longest(*at)).collect()
}

fn count_age(evidence: &mut Evidence, check: &Check, knowledge: &Knowledge, on: Date) {
    let Some(question) = knowledge.question_of_number(&numbers::AGE) else { return };
    let Some(told) = check.question_told_on(question) else { return };
    let most = question.numbers.iter().find(|number| number.id == numbers::AGE).map_or(f64::MAX, |number| number.max);
    let Some(age) = evidence.numbers.get_mut(&*numbers::AGE) else { return };
    let days = days_since(told, on);
    if days.is_some_and(|days| days < AGE_DAYS) {
        return;
    }
    let years = told.until((Unit::Year, on)).map_or(0, |span| span.get_years().max(0));
    *age = (*age + f64::from(years)).min(most.max(*age));
    evidence.stale.insert(question.id.clone());
    evidence.outdated.insert(question.id.clone());
}

/// Takes what is too old to count out of the answers.
pub(super) fn forget_old(evidence: &mut Evidence, check: &Check, knowledge: &Knowledge, on: Date) {
    for question in &knowledge.questions {
        let mut is_stale = false;
        for row in &question.options {
            let told = check.row_told_on(question, row);
            if is_too_old(question.ages_of(row), told, on) || has_moved(evidence, question) {
                is_stale |= forget(evidence, knowledge, question, row);
            }
        }
        if is_too_old(question.ages, check.question_told_on(question), on) {
            for number in &question.numbers {
                is_stale |= evidence.numbers.remove(&number.id).is_some();
            }
        }
        if is_stale {
            evidence.stale.insert(question.id.clone());
            evidence.outdated.insert(question.id.clone());
        }
    }
    evidence.outdated.retain(|question| knowledge.feeds_rules(question));
    evidence.safety_is_stale = knowledge.safety_questions().any(|question| evidence.stale.contains(&question.id));
}

fn has_moved(evidence: &Evidence, question: &Question) -> bool {
    question.id == questions::TREND && evidence.outdated.contains(&question.id)
}

/// Whether an answer of this day no longer counts; one without a day is of today.
fn is_too_old(ages: Ages, told: Option<Date>, on: Date) -> bool {
    let (Ages::State { days } | Ages::Window { days }) = ages else { return false };
    told.is_some_and(|told| days_since(told, on).is_none_or(|since| since >= i32::from(days)))
}

/// Drops one answer; a red flag that held then may hold still. Says whether there was one.
fn forget(evidence: &mut Evidence, knowledge: &Knowledge, question: &Question, row: &AnswerOption) -> bool {
    let Some(answer) = evidence.findings.remove(&row.id) else { return false };
    let may_hold = matches!(answer, Answer::Yes | Answer::NotSure)
        && matches!(question.ages_of(row), Ages::State { .. })
        && knowledge.red_flags.contains(&row.id);
    if may_hold {
        evidence.findings.insert(row.id.clone(), Answer::NotSure);
    }
    evidence.expired.insert(row.id.clone());
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(told: usize, since: Option<i32>) -> Vec<KnownFinding> {
        possible_durations(told, since).into_iter().map(|at| DURATIONS[at].0).collect()
    }

    #[test]
    fn a_duration_is_counted_on() {
        assert_eq!(names(0, Some(0)), [findings::LESS_THAN_3_DAYS]);
        assert_eq!(names(0, Some(1)), [findings::LESS_THAN_3_DAYS, findings::UP_TO_2_WEEKS]);
        assert_eq!(names(0, Some(3)), [findings::UP_TO_2_WEEKS]);
        assert_eq!(names(0, Some(196)), [findings::UP_TO_1_YEAR]);
        assert_eq!(names(1, Some(1)), [findings::UP_TO_2_WEEKS, findings::UP_TO_6_WEEKS]);
        assert_eq!(names(5, Some(9999)), [findings::MORE_THAN_1_YEAR]);
        assert_eq!(names(3, None), [findings::UP_TO_12_WEEKS, findings::UP_TO_1_YEAR, findings::MORE_THAN_1_YEAR]);
        for told in 0..DURATIONS.len() {
            for since in 0..1000 {
                let possible = possible_durations(told, Some(since));
                assert!(!possible.is_empty() && possible[0] >= told, "{told} {since}");
            }
        }
    }

    #[test]
    fn what_somebody_is_never_grows_old_and_a_state_does() {
        let (told, on) = (jiff::civil::date(2026, 5, 18), jiff::civil::date(2026, 11, 30));
        assert!(!is_too_old(Ages::Event, Some(told), on));
        assert!(is_too_old(Ages::State { days: 2 }, Some(told), on));
        assert!(!is_too_old(Ages::Window { days: 365 }, Some(told), on));
        assert!(!is_too_old(Ages::State { days: 2 }, None, on));
        assert!(is_too_old(Ages::State { days: 365 }, Some(on), told), "of a day to come");
    }
}
