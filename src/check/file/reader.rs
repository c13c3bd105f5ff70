//! From the fields of a check file to a check, with the way to every fault.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::answer::Answer;
use super::super::days;
use super::super::faults::Part;
use super::super::spot::{Activity, Spot, Tried};
use super::super::{Check, Topic};
use super::error_list::ErrorList;
use super::raw::{Pairs, Raw};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{FindingId, NumberId, QuestionId};
use crate::knowledge::ron_places::Step::{self, Field, Nth};
use crate::plain_text::{own_words, quoted};

/// Turns the fields into a check and says all that does not fit.
pub(super) struct Reader<'a> {
    knowledge: &'a Knowledge,
    found: ErrorList,
    nth: Nths,
}

impl<'a> Reader<'a> {
    /// The check, and what is wrong with it.
    pub(super) fn read(raw: Raw, knowledge: &'a Knowledge) -> (Check, ErrorList) {
        let mut reader = Self { knowledge, found: ErrorList::default(), nth: Nths::default() };
        let check = reader.check(raw);
        (check, reader.found)
    }

    fn fault(&mut self, way: &[Step], what: String) {
        self.found.add(way, what);
    }

    fn check(&mut self, raw: Raw) -> Check {
        let made = raw.made.and_then(|day| self.day(&[Field("made")], "made", &day));
        let safety_asked = raw.safety_asked.and_then(|day| self.day(&[Field("safety_asked")], "safety_asked", &day));
        let race_on = raw.race_on.and_then(|day| self.day(&[Field("race_on")], "race_on", &day));
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
            spots: self.spots(raw.spots),
            worst_spot: raw.worst_spot.map(|(knee, zone)| (knee, self.current(zone.as_str()).as_str().into())),
            began: raw.began,
            race_on,
            findings: self.findings(raw.findings),
            numbers: self.numbers(raw.numbers),
            activities: activities.map(|one| Activity { name: own_words(&one.name), ..one }).collect(),
            tried: self.tried(raw.tried),
            questions: raw.questions.iter().map(|question| own_words(question)).collect(),
            words: self.words(raw.words),
            training: raw.training,
            diary: raw.diary,
            way_back: raw.way_back,
        };
        self.faults(&check);
        check.diary.sort_by_key(|entry| entry.day);
        check.findings.retain(|_, answer| answer.is_asked());
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

    fn spots(&self, spots: Vec<Spot>) -> Vec<Spot> {
        let current = |spot: Spot| Spot { zone: self.current(spot.zone.as_str()).as_str().into(), ..spot };
        spots.into_iter().map(current).collect()
    }

    fn tried(&self, tried: Vec<Tried>) -> Vec<Tried> {
        let current = |item: Tried| Tried { what: self.current(item.what.as_str()).as_str().into(), ..item };
        tried.into_iter().map(current).collect()
    }

    fn findings(&mut self, pairs: Pairs<Answer>) -> BTreeMap<FindingId, Answer> {
        let mut findings = BTreeMap::new();
        for (nth, (id, answer)) in pairs.0.into_iter().enumerate() {
            let current = FindingId::from(self.current(&id).as_str());
            self.nth.findings.entry(current.clone()).or_insert(nth);
            if findings.insert(current, answer).is_some() {
                self.fault(&[Field("findings"), Nth(nth)], format!("\"{}\" stands twice", quoted(&id)));
            }
        }
        findings
    }

    fn numbers(&mut self, pairs: Pairs<f64>) -> BTreeMap<NumberId, f64> {
        let mut numbers = BTreeMap::new();
        for (nth, (id, value)) in pairs.0.into_iter().enumerate() {
            let number = NumberId::from(id.as_str());
            self.nth.numbers.entry(number.clone()).or_insert(nth);
            if numbers.insert(number, value).is_some() {
                self.fault(&[Field("numbers"), Nth(nth)], format!("\"{}\" stands twice", quoted(&id)));
            }
        }
        numbers
    }

    fn words(&mut self, pairs: Pairs<String>) -> BTreeMap<Topic, String> {
        let mut words = BTreeMap::new();
        for (nth, (id, text)) in pairs.0.into_iter().enumerate() {
            let way = [Field("words"), Nth(nth)];
            let Some(topic) = Topic::ALL.into_iter().find(|topic| topic.name() == id) else {
                self.fault(&way, format!("there is no field \"{}\" for own words", quoted(&id)));
                continue;
            };
            self.nth.words.entry(topic).or_insert(nth);
            if words.insert(topic, own_words(&text)).is_some() {
                self.fault(&way, format!("\"{id}\" stands twice"));
            }
        }
        words
    }

    /// Says what no check may hold; entries of one list in the order of the file.
    fn faults(&mut self, check: &Check) {
        let mut faults: Vec<(Vec<Step>, String)> =
            check.faults(self.knowledge).into_iter().map(|fault| (self.nth.way(&fault.part), fault.what)).collect();
        faults.sort();
        for (way, what) in faults {
            self.fault(&way, what);
        }
    }
}

/// Which entry of its map in the file each of these is, from 0; of those that stand twice, the first.
#[derive(Default)]
struct Nths {
    findings: BTreeMap<FindingId, usize>,
    numbers: BTreeMap<NumberId, usize>,
    words: BTreeMap<Topic, usize>,
}

impl Nths {
    /// The way to a part of the check from the whole file.
    fn way(&self, part: &Part) -> Vec<Step> {
        let in_map = |field, nth: Option<&usize>| [Field(field)].into_iter().chain(nth.copied().map(Nth)).collect();
        match part {
            Part::Field(field) => vec![Field(field)],
            Part::Spot(nth, field) => vec![Field("spots"), Nth(*nth), Field(field)],
            Part::Activity(nth, field) => vec![Field("activities"), Nth(*nth), Field(field)],
            Part::Tried(nth, field) => vec![Field("tried"), Nth(*nth), Field(field)],
            Part::Diary(nth, field) => vec![Field("diary"), Nth(*nth), Field(field)],
            Part::Question(nth) => vec![Field("questions"), Nth(*nth)],
            Part::Finding(id) => in_map("findings", self.findings.get(id)),
            Part::Number(id) => in_map("numbers", self.numbers.get(id)),
            Part::Words(topic) => in_map("words", self.words.get(topic)),
        }
    }
}
