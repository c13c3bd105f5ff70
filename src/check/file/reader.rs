//! From the fields of a check file to a check, with the way to every fault.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::super::answer::Answer;
use super::super::days;
use super::super::spot::{Activity, Side, Spot, Tried};
use super::super::{Check, MOST_ACTIVITIES, MOST_CHARACTERS, MOST_QUESTIONS, Topic};
use super::error_list::ErrorList;
use super::raw::{Pairs, Raw};
use super::{MOST_DAYS, SCALE_END};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{FindingId, NumberId, QuestionId};
use crate::knowledge::known_ids::questions;
use crate::knowledge::question::Meaning;
use crate::knowledge::ron_places::Step::{self, Field, Nth};
use crate::plain_text::{own_words, quoted};

/// Turns the fields into a check and says all that does not fit.
pub(super) struct Reader<'a> {
    knowledge: &'a Knowledge,
    found: ErrorList,
}

impl<'a> Reader<'a> {
    /// The check, and what is wrong with it.
    pub(super) fn read(raw: Raw, knowledge: &'a Knowledge) -> (Check, ErrorList) {
        let mut reader = Self { knowledge, found: ErrorList::default() };
        let check = reader.check(raw);
        (check, reader.found)
    }

    fn fault(&mut self, way: &[Step], what: String) {
        self.found.add(way, what);
    }

    fn check(&mut self, raw: Raw) -> Check {
        let made = raw.made.and_then(|day| self.day(&[Field("made")], "made", &day));
        let safety_asked = raw.safety_asked.and_then(|day| self.day(&[Field("safety_asked")], "safety_asked", &day));
        let activities = raw.activities.into_iter();
        let mut check = Check {
            content: own_words(&raw.content),
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
            activities: activities.map(|one| Activity { name: own_words(&one.name), ..one }).collect(),
            tried: self.tried(raw.tried),
            questions: raw.questions.iter().map(|question| own_words(question)).collect(),
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

    fn day(&mut self, way: &[Step], of: &str, text: &str) -> Option<Date> {
        let day = days::read(text);
        if day.is_none() {
            self.fault(way, format!("{of} is \"{}\", expected a day like 2026-11-23", quoted(text)));
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

    fn days_of<K: Ord + for<'k> From<&'k str>>(
        &mut self,
        field: &'static str,
        kind: &str,
        pairs: Pairs<String>,
        is_known: impl Fn(&Knowledge, &str) -> bool,
    ) -> BTreeMap<K, Date> {
        let mut days = BTreeMap::new();
        for (nth, (id, day)) in pairs.0.into_iter().enumerate() {
            let way = [Field(field), Nth(nth)];
            let current = self.current(&id);
            if !is_known(self.knowledge, &current) {
                self.fault(&way, format!("there is no {kind} \"{}\"", quoted(&id)));
                continue;
            }
            let Some(day) = self.day(&way, &quoted(&id), &day) else { continue };
            if days.insert(K::from(&current), day).is_some() {
                self.fault(&way, format!("\"{}\" stands twice", quoted(&id)));
            }
        }
        days
    }

    fn spots(&mut self, spots: Vec<Spot>, side: Option<Side>) -> Vec<Spot> {
        let mut seen = BTreeSet::new();
        let mut kept = Vec::new();
        for (nth, mut spot) in spots.into_iter().enumerate() {
            let name = quoted(spot.zone.as_str());
            let way = |field| [Field("spots"), Nth(nth), Field(field)];
            spot.zone = self.current(spot.zone.as_str()).as_str().into();
            if self.knowledge.zone(spot.zone.as_str()).is_none() {
                self.fault(&way("zone"), format!("there is no zone \"{name}\""));
            }
            if !seen.insert((spot.knee, spot.zone.clone())) {
                self.fault(&way("zone"), format!("\"{name}\" stands twice for the same knee"));
            }
            if side.is_some_and(|side| !side.knees().contains(&spot.knee)) {
                let what = format!("\"{name}\" is on the {:?} knee, but the side is {side:?}", spot.knee);
                self.fault(&way("knee"), what);
            }
            for (field, pain) in [("worst", spot.worst), ("now", spot.now)] {
                if pain.is_some_and(|pain| pain > SCALE_END) {
                    let pain = pain.unwrap_or_default();
                    self.fault(&way(field), format!("pain is {pain}, expected 0 to {SCALE_END}"));
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
            let what = format!("worst_spot \"{}\" is not among the spots", quoted(zone.as_str()));
            self.fault(&[Field("worst_spot")], what);
        }
        if check.worse_knee.is_some() && check.side.is_some_and(|side| side != Side::Both) {
            self.fault(&[Field("worse_knee")], "worse_knee is only for side Both".to_owned());
        }
    }

    fn findings(&mut self, pairs: Pairs<Answer>) -> BTreeMap<FindingId, Answer> {
        let mut findings = BTreeMap::new();
        let mut places = BTreeMap::new();
        for (nth, (id, answer)) in pairs.0.into_iter().enumerate() {
            let way = [Field("findings"), Nth(nth)];
            let current = FindingId::from(self.current(&id).as_str());
            if self.knowledge.finding(current.as_str()).is_none() {
                self.fault(&way, format!("there is no finding \"{}\"", quoted(&id)));
            } else if findings.insert(current.clone(), answer).is_some() {
                self.fault(&way, format!("\"{}\" stands twice", quoted(&id)));
            }
            places.entry(current).or_insert(nth);
        }
        for question in self.knowledge.questions.iter().filter(|question| question.is_single()) {
            let is_yes = |id: &FindingId| findings.get(id) == Some(&Answer::Yes);
            let held = question.options.iter().filter(|answer| is_yes(&answer.id));
            let mut held: Vec<_> = held.filter_map(|answer| Some((*places.get(&answer.id)?, &answer.id))).collect();
            held.sort_unstable();
            if let [_, (nth, second), ..] = held.as_slice() {
                let what = format!("\"{second}\" is a second Yes in {}, which takes one answer", question.id);
                self.fault(&[Field("findings"), Nth(*nth)], what);
            }
        }
        findings.retain(|_, answer| answer.is_asked());
        findings
    }

    fn numbers(&mut self, pairs: Pairs<f64>) -> BTreeMap<NumberId, f64> {
        let mut numbers = BTreeMap::new();
        for (nth, (id, value)) in pairs.0.into_iter().enumerate() {
            let way = [Field("numbers"), Nth(nth)];
            let range =
                self.knowledge.questions.iter().flat_map(|question| &question.numbers).find(|n| n.id == id.as_str());
            let Some(range) = range.cloned() else {
                self.fault(&way, format!("there is no number \"{}\"", quoted(&id)));
                continue;
            };
            if !value.is_finite() || value < range.min || value > range.max {
                self.fault(&way, format!("\"{id}\" is {value}, expected {} to {}", range.min, range.max));
            }
            if numbers.insert(range.id, value).is_some() {
                self.fault(&way, format!("\"{id}\" stands twice"));
            }
        }
        numbers
    }

    fn tried(&mut self, tried: Vec<Tried>) -> Vec<Tried> {
        let mut seen = BTreeSet::new();
        let mut kept = Vec::new();
        for (nth, mut item) in tried.into_iter().enumerate() {
            let name = quoted(item.what.as_str());
            let way = |field| [Field("tried"), Nth(nth), Field(field)];
            item.what = self.current(item.what.as_str()).as_str().into();
            let known = self.knowledge.question(&questions::TRIED).is_some_and(|question| {
                question.options.iter().any(|answer| answer.id == item.what && answer.means == Meaning::Finding)
            });
            if !known {
                self.fault(&way("what"), format!("\"{name}\" is nothing that can be tried"));
            }
            if !seen.insert(item.what.clone()) {
                self.fault(&way("what"), format!("\"{name}\" stands twice"));
            }
            if item.days.is_some_and(|days| days > MOST_DAYS) {
                self.fault(&way("days"), format!("days must be 0 to {MOST_DAYS}"));
            }
            kept.push(item);
        }
        kept
    }

    fn words(&mut self, pairs: Pairs<String>) -> BTreeMap<Topic, String> {
        let mut words = BTreeMap::new();
        for (nth, (id, text)) in pairs.0.into_iter().enumerate() {
            let way = [Field("words"), Nth(nth)];
            let Some(topic) = Topic::ALL.into_iter().find(|topic| topic.name() == id) else {
                self.fault(&way, format!("there is no field \"{}\" for own words", quoted(&id)));
                continue;
            };
            let text = own_words(&text);
            self.length(&way, topic.name(), &text);
            if words.insert(topic, text).is_some() {
                self.fault(&way, format!("\"{id}\" stands twice"));
            }
        }
        words
    }

    fn lengths(&mut self, check: &Check) {
        if check.activities.len() > MOST_ACTIVITIES {
            let what = format!("{} activities, at most {MOST_ACTIVITIES}", check.activities.len());
            self.fault(&[Field("activities")], what);
        }
        if check.questions.len() > MOST_QUESTIONS {
            let what = format!("{} questions, at most {MOST_QUESTIONS}", check.questions.len());
            self.fault(&[Field("questions")], what);
        }
        for (nth, activity) in check.activities.iter().enumerate() {
            if activity.can.is_some_and(|can| can > SCALE_END) {
                let way = [Field("activities"), Nth(nth), Field("can")];
                self.fault(&way, format!("can must be 0 to {SCALE_END}"));
            }
            self.length(&[Field("activities"), Nth(nth), Field("name")], "activities", &activity.name);
        }
        for (nth, question) in check.questions.iter().enumerate() {
            self.length(&[Field("questions"), Nth(nth)], "questions", question);
        }
    }

    fn length(&mut self, way: &[Step], what: &str, text: &str) {
        if text.chars().nth(MOST_CHARACTERS).is_some() {
            self.fault(way, format!("{what} holds more than {MOST_CHARACTERS} characters"));
        }
    }
}
