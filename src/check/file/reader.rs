//! From the fields of a check file to a check, with the place of every fault.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::answer::Answer;
use super::super::days;
use super::super::spot::{Side, Spot, Tried};
use super::super::{Check, MOST_ACTIVITIES, MOST_CHARACTERS, MOST_QUESTIONS, Topic};
use super::raw::{Pairs, Raw};
use super::{Fault, MOST_DAYS, SCALE_END};
use crate::knowledge::Knowledge;
use crate::knowledge::files::line_and_column;
use crate::knowledge::ids::{FindingId, NumberId, QuestionId};
use crate::knowledge::question::Meaning;

/// The file's text, to find the place of a fault.
#[derive(Clone, Copy)]
pub(super) struct Text<'a>(pub(super) &'a str);

impl Text<'_> {
    /// A fault at the place reached by looking for each of `anchors`, one after the other.
    pub(super) fn fault(self, anchors: &[&str], what: String) -> Fault {
        let mut at = 0;
        for anchor in anchors {
            let from = if at == 0 { 0 } else { at + 1 };
            if let Some(found) = self.0.get(from..).and_then(|rest| rest.find(anchor)) {
                at = from + found;
            }
        }
        let (line, column) = line_and_column(self.0, at);
        Fault { line, column, what }
    }
}

/// Turns the fields into a check and says all that does not fit.
pub(super) struct Reader<'a> {
    pub(super) text: Text<'a>,
    pub(super) knowledge: &'a Knowledge,
    pub(super) faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, anchors: &[&str], what: String) {
        self.faults.push(self.text.fault(anchors, what));
    }

    pub(super) fn check(&mut self, raw: Raw) -> Check {
        let made = self.day(&["made"], raw.made);
        let safety_asked = self.day(&["safety_asked"], raw.safety_asked);
        let mut check = Check {
            content: raw.content,
            made,
            answered: self.answered(raw.answered),
            rows_answered: self.rows_answered(raw.rows_answered),
            side: raw.side,
            worse_knee: raw.worse_knee,
            units: raw.units,
            written_by: raw.written_by,
            compared: raw.compared,
            spots: self.spots(raw.spots, raw.side),
            worst_spot: raw.worst_spot.map(|(knee, zone)| (knee, self.current(zone.as_str()).as_str().into())),
            began: raw.began,
            findings: self.findings(raw.findings),
            numbers: self.numbers(raw.numbers),
            activities: raw.activities,
            tried: self.tried(raw.tried),
            questions: raw.questions,
            words: self.words(raw.words),
        };
        self.worst_spot(&check);
        self.lengths(&check);
        // What has no day of its own is as old as the file: the next change must not make it younger.
        if let Some(asked) = safety_asked {
            for question in self.knowledge.safety_questions() {
                if check.is_touched(question) {
                    check.answered.entry(question.id.clone()).or_insert(asked);
                }
            }
        }
        check.keep_days(self.knowledge);
        check
    }

    fn current(&self, id: &str) -> String {
        self.knowledge.current_id(id).to_owned()
    }

    fn day(&mut self, anchors: &[&str], day: Option<String>) -> Option<Date> {
        let text = day?;
        let day = days::read(&text);
        if day.is_none() {
            let field = anchors.last().copied().unwrap_or_default();
            self.fault(anchors, format!("{field} is \"{text}\", expected a day like 2026-11-23"));
        }
        day
    }

    fn answered(&mut self, pairs: Pairs<String>) -> BTreeMap<QuestionId, Date> {
        let is_known = |knowledge: &Knowledge, id: &str| knowledge.question(id).is_some();
        self.days_of("answered", "question", pairs, is_known)
    }

    fn rows_answered(&mut self, pairs: Pairs<String>) -> BTreeMap<FindingId, Date> {
        let is_known = |knowledge: &Knowledge, id: &str| knowledge.finding(id).is_some();
        self.days_of("rows_answered", "finding", pairs, is_known)
    }

    fn days_of<K: Ord + for<'a> From<&'a str>>(
        &mut self,
        field: &str,
        kind: &str,
        pairs: Pairs<String>,
        is_known: impl Fn(&Knowledge, &str) -> bool,
    ) -> BTreeMap<K, Date> {
        let mut days = BTreeMap::new();
        for (id, day) in pairs.0 {
            let quoted = format!("\"{id}\"");
            let current = self.current(&id);
            if !is_known(self.knowledge, &current) {
                self.fault(&[field, &quoted], format!("there is no {kind} {quoted}"));
                continue;
            }
            let Some(day) = self.day(&[field, &quoted], Some(day)) else { continue };
            if days.insert(K::from(&current), day).is_some() {
                self.fault(&[field, &quoted, &quoted], format!("{quoted} stands twice"));
            }
        }
        days
    }

    fn spots(&mut self, spots: Vec<Spot>, side: Option<Side>) -> Vec<Spot> {
        let mut seen = BTreeSet::new();
        let mut kept = Vec::new();
        for mut spot in spots {
            let quoted = format!("\"{}\"", spot.zone);
            let anchors = ["spots", quoted.as_str()];
            spot.zone = self.current(spot.zone.as_str()).as_str().into();
            if self.knowledge.zone(spot.zone.as_str()).is_none() {
                self.fault(&anchors, format!("there is no zone {quoted}"));
            }
            if !seen.insert((spot.knee, spot.zone.clone())) {
                self.fault(&["spots", &quoted, &quoted], format!("{quoted} stands twice for the same knee"));
            }
            if side.is_some_and(|side| !side.knees().contains(&spot.knee)) {
                self.fault(&anchors, format!("{quoted} is on the {:?} knee, but the side is {side:?}", spot.knee));
            }
            for pain in [spot.worst, spot.now].into_iter().flatten() {
                if pain > SCALE_END {
                    self.fault(&anchors, format!("pain is {pain}, expected 0 to {SCALE_END}"));
                }
            }
            kept.push(spot);
        }
        kept
    }

    fn worst_spot(&mut self, check: &Check) {
        if let Some((knee, zone)) = &check.worst_spot
            && !check.spots.iter().any(|spot| spot.knee == *knee && spot.zone == *zone)
        {
            self.fault(&["worst_spot"], format!("worst_spot \"{zone}\" is not among the spots"));
        }
        if check.worse_knee.is_some() && check.side.is_some_and(|side| side != Side::Both) {
            self.fault(&["worse_knee"], "worse_knee is only for side Both".to_owned());
        }
    }

    fn findings(&mut self, pairs: Pairs<Answer>) -> BTreeMap<FindingId, Answer> {
        let mut findings = BTreeMap::new();
        for (id, answer) in pairs.0 {
            let quoted = format!("\"{id}\"");
            let current = self.current(&id);
            if self.knowledge.finding(&current).is_none() {
                self.fault(&["findings", &quoted], format!("there is no finding {quoted}"));
            } else if findings.insert(current.as_str().into(), answer).is_some() {
                self.fault(&["findings", &quoted, &quoted], format!("{quoted} stands twice"));
            }
        }
        for question in self.knowledge.questions.iter().filter(|question| question.is_single()) {
            let held: Vec<_> = question
                .answers
                .iter()
                .filter(|answer| findings.get(&answer.id) == Some(&Answer::Yes))
                .map(|answer| answer.id.clone())
                .collect();
            if let [_, second, ..] = held.as_slice() {
                let what = format!("\"{second}\" is a second Yes in {}, which takes one answer", question.id);
                self.fault(&["findings", &format!("\"{second}\"")], what);
            }
        }
        findings.retain(|_, answer| answer.is_asked());
        findings
    }

    fn numbers(&mut self, pairs: Pairs<f64>) -> BTreeMap<NumberId, f64> {
        let mut numbers = BTreeMap::new();
        for (id, value) in pairs.0 {
            let quoted = format!("\"{id}\"");
            let range =
                self.knowledge.questions.iter().flat_map(|question| &question.numbers).find(|n| n.id == id.as_str());
            let Some(range) = range.cloned() else {
                self.fault(&["numbers", &quoted], format!("there is no number {quoted}"));
                continue;
            };
            if !value.is_finite() || value < range.min || value > range.max {
                let what = format!("{quoted} is {value}, expected {} to {}", range.min, range.max);
                self.fault(&["numbers", &quoted], what);
            }
            if numbers.insert(range.id, value).is_some() {
                self.fault(&["numbers", &quoted, &quoted], format!("{quoted} stands twice"));
            }
        }
        numbers
    }

    fn tried(&mut self, tried: Vec<Tried>) -> Vec<Tried> {
        let mut seen = BTreeSet::new();
        let mut kept = Vec::new();
        for mut item in tried {
            let quoted = format!("\"{}\"", item.what);
            item.what = self.current(item.what.as_str()).as_str().into();
            let known = self.knowledge.question("q_tried").is_some_and(|question| {
                question.answers.iter().any(|answer| answer.id == item.what && answer.means == Meaning::Finding)
            });
            if !known {
                self.fault(&["tried", &quoted], format!("{quoted} is nothing that can be tried"));
            }
            if !seen.insert(item.what.clone()) {
                self.fault(&["tried", &quoted, &quoted], format!("{quoted} stands twice"));
            }
            if item.days.is_some_and(|days| days > MOST_DAYS) {
                self.fault(&["tried", &quoted], format!("days must be 0 to {MOST_DAYS}"));
            }
            kept.push(item);
        }
        kept
    }

    fn words(&mut self, pairs: Pairs<String>) -> BTreeMap<Topic, String> {
        let mut words = BTreeMap::new();
        for (id, text) in pairs.0 {
            let quoted = format!("\"{id}\"");
            let Some(topic) = Topic::ALL.into_iter().find(|topic| topic.name() == id) else {
                self.fault(&["words", &quoted], format!("there is no field {quoted} for own words"));
                continue;
            };
            if words.insert(topic, text).is_some() {
                self.fault(&["words", &quoted, &quoted], format!("{quoted} stands twice"));
            }
        }
        words
    }

    fn lengths(&mut self, check: &Check) {
        if check.activities.len() > MOST_ACTIVITIES {
            let what = format!("{} activities, at most {MOST_ACTIVITIES}", check.activities.len());
            self.fault(&["activities"], what);
        }
        if check.questions.len() > MOST_QUESTIONS {
            self.fault(&["questions"], format!("{} questions, at most {MOST_QUESTIONS}", check.questions.len()));
        }
        for activity in &check.activities {
            if activity.can.is_some_and(|can| can > SCALE_END) {
                self.fault(&["activities"], format!("can must be 0 to {SCALE_END}"));
            }
        }
        let words = check.words.iter().map(|(topic, text)| (topic.name(), text));
        let activities = check.activities.iter().map(|activity| ("activities", &activity.name));
        let questions = check.questions.iter().map(|question| ("questions", question));
        for (place, text) in words.chain(activities).chain(questions) {
            if text.chars().nth(MOST_CHARACTERS).is_some() {
                self.fault(&[place], format!("{place} holds more than {MOST_CHARACTERS} characters"));
            }
        }
    }
}
