//! What a check can hold: one list, for what is clicked and typed as for what stands in a file.

use std::collections::BTreeSet;

use super::answer::Answer;
use super::diary::{MOST_ENTRIES, MOST_RUN_M};
use super::spot::Side;
use super::told_runs::{MOST_WEEK_KM, WEEKS_TOLD};
use super::{Check, MOST_ACTIVITIES, MOST_CHARACTERS, MOST_QUESTIONS, Topic};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::{FindingId, NumberId};
use crate::knowledge::question::{Meaning, QuestionKind};
use crate::knowledge::way_back::RunStep;
use crate::plain_text::quoted;

/// Nothing that was tried lasted longer than this, in days.
pub const MOST_DAYS: u16 = 36_500;
/// Pain and abilities go from 0 to this.
pub const SCALE_END: u8 = 10;

/// A part of a check; list items by position from 0, and their fields by the name that they have in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A whole field.
    Field(&'static str),
    /// A field of a marked place.
    Spot(usize, &'static str),
    /// A field of an activity.
    Activity(usize, &'static str),
    /// A field of something that was tried.
    Tried(usize, &'static str),
    /// A question for the visit.
    Question(usize),
    /// A field of a day of the diary.
    Diary(usize, &'static str),
    /// An answer.
    Finding(FindingId),
    Number(NumberId),
    /// Own words.
    Words(Topic),
}

/// Something that no check may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckFault {
    /// Where it is.
    pub part: Part,
    /// What is wrong and what was expected.
    pub what: String,
}

impl Check {
    /// Everything that a check may not hold. A check without faults can be written and read back.
    #[must_use]
    pub fn faults(&self, knowledge: &Knowledge) -> Vec<CheckFault> {
        let mut list = FaultList { check: self, knowledge, faults: Vec::new() };
        list.knees();
        list.spots();
        list.began();
        list.findings();
        list.numbers();
        list.tried();
        list.own_words();
        list.training();
        list.diary();
        list.way_back();
        list.faults
    }
}

struct FaultList<'a> {
    check: &'a Check,
    knowledge: &'a Knowledge,
    faults: Vec<CheckFault>,
}

impl FaultList<'_> {
    fn add(&mut self, part: Part, what: String) {
        self.faults.push(CheckFault { part, what });
    }

    fn knees(&mut self) {
        if let Some((knee, zone)) = &self.check.worst_spot
            && !self.check.is_marked(*knee, zone.as_str())
        {
            let what = format!("worst_spot \"{}\" is not among the spots", quoted(zone.as_str()));
            self.add(Part::Field("worst_spot"), what);
        }
        if self.check.worse_knee.is_some() && self.check.side.is_some_and(|side| side != Side::Both) {
            self.add(Part::Field("worse_knee"), "worse_knee is only for side Both".to_owned());
        }
    }

    fn spots(&mut self) {
        let check = self.check;
        let mut seen = BTreeSet::new();
        for (nth, spot) in check.spots.iter().enumerate() {
            let name = quoted(spot.zone.as_str());
            if self.knowledge.zone(spot.zone.as_str()).is_none() {
                self.add(Part::Spot(nth, "zone"), format!("there is no zone \"{name}\""));
            }
            if !seen.insert((spot.knee, &spot.zone)) {
                self.add(Part::Spot(nth, "zone"), format!("\"{name}\" stands twice for the same knee"));
            }
            if let Some(side) = check.side.filter(|side| !side.knees().contains(&spot.knee)) {
                let what = format!("\"{name}\" is on the {:?} knee, but the side is {side:?}", spot.knee);
                self.add(Part::Spot(nth, "knee"), what);
            }
            for (field, pain) in [("worst", spot.worst), ("now", spot.now)] {
                if let Some(pain) = pain.filter(|pain| *pain > SCALE_END) {
                    self.add(Part::Spot(nth, field), format!("pain is {pain}, expected 0 to {SCALE_END}"));
                }
            }
        }
    }

    fn began(&mut self) {
        if let Some(began) = self.check.began.filter(|began| began.to_string().parse() != Ok(*began)) {
            self.add(Part::Field("began"), format!("began is {began}, expected a day, a month or a year"));
        }
    }

    fn findings(&mut self) {
        for id in self.check.findings.keys().filter(|id| self.knowledge.finding(id.as_str()).is_none()) {
            self.faults.push(CheckFault {
                part: Part::Finding(id.clone()),
                what: format!("there is no finding \"{}\"", quoted(id.as_str())),
            });
        }
        for question in self.knowledge.questions.iter().filter(|question| question.is_single()) {
            let held = question.options.iter().filter(|row| self.check.answer(row.id.as_str()) == Answer::Yes);
            if let Some(second) = held.map(|row| &row.id).nth(1) {
                let what = format!("\"{second}\" is a second Yes in {}, which takes one answer", question.id);
                self.add(Part::Finding(second.clone()), what);
            }
        }
    }

    fn numbers(&mut self) {
        for (id, value) in &self.check.numbers {
            let what = match self.knowledge.number(id.as_str()) {
                Some(range) if (range.min..=range.max).contains(value) => continue,
                Some(range) => format!("\"{id}\" is {value}, expected {} to {}", range.min, range.max),
                None => format!("there is no number \"{}\"", quoted(id.as_str())),
            };
            self.add(Part::Number(id.clone()), what);
        }
    }

    fn tried(&mut self) {
        let check = self.check;
        let mut seen = BTreeSet::new();
        for (nth, tried) in check.tried.iter().enumerate() {
            let name = quoted(tried.what.as_str());
            let is_known = self.knowledge.questions.iter().filter(|question| question.kind == QuestionKind::Tried).any(
                |question| question.options.iter().any(|row| row.id == tried.what && row.means == Meaning::Finding),
            );
            if !is_known {
                self.add(Part::Tried(nth, "what"), format!("\"{name}\" is nothing that can be tried"));
            }
            if !seen.insert(&tried.what) {
                self.add(Part::Tried(nth, "what"), format!("\"{name}\" stands twice"));
            }
            if tried.days.is_some_and(|days| days > MOST_DAYS) {
                self.add(Part::Tried(nth, "days"), format!("days must be 0 to {MOST_DAYS}"));
            }
        }
    }

    fn training(&mut self) {
        let Some(runs) = &self.check.training else { return };
        let over = runs.weeks_km.iter().chain(&runs.usual_week_km).any(|km| *km > MOST_WEEK_KM);
        if runs.weeks_km.len() > WEEKS_TOLD || over {
            let what = format!("weeks_km holds at most {WEEKS_TOLD} weeks of at most {MOST_WEEK_KM} km");
            self.add(Part::Field("training"), what);
        }
        if runs.from > runs.to {
            self.add(Part::Field("training"), format!("training is from {} to {}", runs.from, runs.to));
        }
    }

    fn diary(&mut self) {
        let diary = &self.check.diary;
        if diary.len() > MOST_ENTRIES {
            self.faults.push(CheckFault {
                part: Part::Field("diary"),
                what: format!("{} days of the diary, at most {MOST_ENTRIES}", diary.len()),
            });
        }
        let mut seen = BTreeSet::new();
        for (nth, entry) in diary.iter().enumerate() {
            if !seen.insert(entry.day) {
                self.faults
                    .push(CheckFault { part: Part::Diary(nth, "day"), what: format!("{} stands twice", entry.day) });
            }
            if let Some(pain) = entry.pain.during.filter(|pain| *pain > SCALE_END) {
                let what = format!("pain is {pain}, expected 0 to {SCALE_END}");
                self.faults.push(CheckFault { part: Part::Diary(nth, "during"), what });
            }
            if entry.run_m.is_some_and(|metres| metres > MOST_RUN_M) {
                let what = format!("a run of over {} km", MOST_RUN_M / 1000);
                self.faults.push(CheckFault { part: Part::Diary(nth, "run_km"), what });
            }
        }
    }

    fn way_back(&mut self) {
        if self.check.way_back.as_ref().is_some_and(|way| way.step == RunStep::Done) {
            self.add(Part::Field("plan"), "no plan begins with its end".to_owned());
        }
    }

    fn own_words(&mut self) {
        let Check { activities, questions, words, .. } = self.check;
        for (what, count, most) in
            [("activities", activities.len(), MOST_ACTIVITIES), ("questions", questions.len(), MOST_QUESTIONS)]
        {
            if count > most {
                self.add(Part::Field(what), format!("{count} {what}, at most {most}"));
            }
        }
        for (nth, activity) in activities.iter().enumerate() {
            if activity.can.is_some_and(|can| can > SCALE_END) {
                self.add(Part::Activity(nth, "can"), format!("can must be 0 to {SCALE_END}"));
            }
            self.length(Part::Activity(nth, "name"), "activities", &activity.name);
        }
        for (nth, question) in questions.iter().enumerate() {
            self.length(Part::Question(nth), "questions", question);
        }
        for (topic, text) in words {
            self.length(Part::Words(*topic), topic.name(), text);
        }
    }

    fn length(&mut self, part: Part, what: &str, text: &str) {
        if text.chars().nth(MOST_CHARACTERS).is_some() {
            self.add(part, format!("{what} holds more than {MOST_CHARACTERS} characters"));
        }
    }
}
