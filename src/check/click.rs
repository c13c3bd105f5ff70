//! What a click in the form changes.

use super::Check;
use super::answer::{Answer, is_denied};
use super::seen::SeenRows;
use super::spot::{Knee, Side, Spot, Tried};
use crate::knowledge::ids::{FindingId, ZoneId};
use crate::knowledge::question::{AnsweredBy, Meaning, Question, ShownAs};

impl Check {
    /// Picks one answer of a question that takes one: it is Yes and its siblings are No.
    /// "Not sure" and "skip" leave the siblings not asked.
    pub fn pick(&mut self, question: &Question, finding: &str) {
        self.clear(question);
        let means = question.options.iter().find(|answer| answer.id == finding).map(|answer| &answer.means);
        if means == Some(&Meaning::Finding) {
            for sibling in question.findings() {
                self.findings.insert(sibling.id.clone(), Answer::No);
            }
        }
        self.findings.insert(finding.into(), Answer::Yes);
    }

    /// Picks one way of a question whose answers stand as pictures: it is Yes, what the other pictures name is No where
    /// they were seen, and all else that was said to the question goes.
    pub fn choose(&mut self, question: &Question, finding: &FindingId, seen: &SeenRows) {
        self.clear(question);
        let others = question.groups().filter(|(_, answers)| answers.iter().all(|answer| answer.id != *finding));
        for named in others.flat_map(|(group, _)| &group.names).filter(|id| seen.holds(id)) {
            self.findings.insert(named.clone(), Answer::No);
        }
        self.tick(question, finding.as_str(), Answer::Yes);
    }

    /// Makes a question not asked again.
    pub fn clear(&mut self, question: &Question) {
        for answer in &question.options {
            self.findings.remove(&answer.id);
        }
        for number in &question.numbers {
            self.numbers.remove(&number.id);
        }
    }

    /// Sets one row of a "tick any" question; [`Answer::NotAsked`] takes the tick away.
    ///
    /// An answer that stands alone ("No", "I do not know") and the others exclude each other.
    pub fn tick(&mut self, question: &Question, finding: &str, answer: Answer) {
        if answer == Answer::Yes {
            let alone = question.options.iter().any(|row| row.id == finding && row.alone);
            for other in question.options.iter().filter(|other| other.id != finding) {
                if alone && other.means == Meaning::Finding {
                    self.findings.insert(other.id.clone(), Answer::No);
                } else if alone || other.alone {
                    self.findings.remove(&other.id);
                }
            }
        }
        if answer.is_asked() {
            self.findings.insert(finding.into(), answer);
        } else {
            self.findings.remove(finding);
        }
    }

    /// Whether "none of these" stands: every answer of the question is No.
    #[must_use]
    pub fn is_denied(&self, question: &Question) -> bool {
        is_denied(question, |finding| self.answer(finding))
    }

    /// "None of these": every answer of the question that was seen is No; one that was not stays as it is, and so the
    /// question stays open. A danger sign that was told is taken back only by itself, never with the others.
    pub fn deny_all(&mut self, question: &Question, seen: &SeenRows) {
        let are_signs = matches!(question.shown_as, ShownAs::Tiles(_));
        for finding in question.findings().filter(|finding| seen.holds(&finding.id)) {
            let is_told = matches!(self.answer(finding.id.as_str()), Answer::Yes | Answer::NotSure);
            if !(are_signs && is_told) {
                self.findings.insert(finding.id.clone(), Answer::No);
            }
        }
    }

    /// Leaves a "tick any" question of which something was ticked: what was seen and not ticked becomes No. Nobody was
    /// asked what was below the edge of the window or in a closed fold.
    ///
    /// Returns what was counted as No by this; nothing when the question was not touched, or has to be tried.
    pub fn finish(&mut self, question: &Question, seen: &SeenRows) -> Vec<FindingId> {
        if question.answered_by == AnsweredBy::Trying {
            return Vec::new();
        }
        let touched = question.findings().any(|finding| self.answer(finding.id.as_str()).is_asked());
        let unknown = question
            .options
            .iter()
            .any(|row| row.means == Meaning::Nothing && self.answer(row.id.as_str()) == Answer::Yes);
        if !touched || unknown {
            return Vec::new();
        }
        let open: Vec<_> = question
            .findings()
            .filter(|finding| !self.answer(finding.id.as_str()).is_asked() && seen.holds(&finding.id))
            .map(|finding| finding.id.clone())
            .collect();
        for finding in &open {
            self.findings.insert(finding.clone(), Answer::No);
        }
        open
    }

    /// "No to the rest": every answer of a question that was seen, and to which nothing was said, is No. Where one answer
    /// tells of all, that one is picked once all others are denied so. Only for what
    /// [`Question::is_denied_with_the_rest`].
    ///
    /// Returns what is No by this.
    pub fn deny_rest(&mut self, question: &Question, seen: &SeenRows) -> Vec<FindingId> {
        let alone = question.options.iter().find(|row| row.alone && row.means == Meaning::Finding);
        let is_told = question.options.iter().any(|row| self.answer(row.id.as_str()) == Answer::Yes);
        if let Some(alone) = alone.filter(|_| !is_told) {
            if !seen.holds(&alone.id) {
                return Vec::new();
            }
            self.tick(question, alone.id.as_str(), Answer::Yes);
            return question.findings().map(|finding| finding.id.clone()).collect();
        }
        let denied: Vec<_> = self.open_rows(question).filter(|id| seen.holds(id)).cloned().collect();
        for finding in &denied {
            self.findings.insert(finding.clone(), Answer::No);
        }
        denied
    }

    /// The answers of a question that nobody said anything to, where each stands for itself; none where one answer tells of
    /// all.
    pub fn open_rows<'a>(&self, question: &'a Question) -> impl Iterator<Item = &'a FindingId> {
        let is_settled = question.options.iter().any(|row| row.alone && self.answer(row.id.as_str()) == Answer::Yes);
        let findings = question.findings().map(|finding| &finding.id).filter(move |_| !is_settled);
        findings.filter(|id| !self.answer(id.as_str()).is_asked())
    }

    /// Marks a place, or takes the mark away. Its knee is sore then; one whose last mark goes is not.
    pub fn toggle_spot(&mut self, knee: Knee, zone: &ZoneId) {
        if self.is_marked(knee, zone.as_str()) {
            self.remove_spot(knee, zone);
        } else {
            self.spots.push(Spot { knee, zone: zone.clone(), worst: None, now: None, size: None });
            self.make_sore(knee);
        }
    }

    fn remove_spot(&mut self, knee: Knee, zone: &ZoneId) {
        self.spots.retain(|spot| spot.knee != knee || spot.zone != *zone);
        if self.worst_spot.as_ref().is_some_and(|(k, z)| *k == knee && z == zone) {
            self.worst_spot = None;
        }
        if !self.spots.iter().any(|spot| spot.knee == knee) {
            self.side = match self.side {
                _ if self.spots.is_empty() => None,
                Some(Side::Both) => Some(knee.other().into()),
                side => side,
            };
            self.worse_knee = None;
        }
    }

    fn make_sore(&mut self, knee: Knee) {
        match self.side {
            None => self.side = Some(knee.into()),
            Some(side) if !side.knees().contains(&knee) => self.side = Some(Side::Both),
            Some(_) => {}
        }
    }

    /// Rates the worst pain of a place. The highest number is the worst place and the worse knee, whatever was said of
    /// them before.
    pub fn rate_spot(&mut self, knee: Knee, zone: &ZoneId, pain: u8) {
        if let Some(spot) = self.spots.iter_mut().find(|spot| spot.knee == knee && spot.zone == *zone) {
            spot.worst = Some(pain);
            self.worst_spot = None;
            self.worse_knee = None;
        }
    }

    /// The wrong knee was marked: where only one is sore, all its marks move to the other; else this one does. Does
    /// nothing where the place is not marked.
    ///
    /// Returns whether any mark moved.
    pub fn swap_knee(&mut self, knee: Knee, zone: &ZoneId) -> bool {
        let Some(at) = self.spots.iter().position(|spot| spot.knee == knee && spot.zone == *zone) else { return false };
        let to = knee.other();
        if self.side != Some(Side::Both) {
            return self.set_side(to.into());
        }
        if self.is_marked(to, zone.as_str()) {
            return false;
        }
        let was_worst = self.worst_spot.as_ref().is_some_and(|(k, z)| *k == knee && z == zone);
        if let Some(spot) = self.spots.get(at).cloned() {
            self.remove_spot(knee, zone);
            self.spots.insert(at.min(self.spots.len()), Spot { knee: to, ..spot });
            self.worst_spot = if was_worst { Some((to, zone.clone())) } else { self.worst_spot.take() };
        }
        true
    }

    /// Whether a place is marked.
    #[must_use]
    pub fn is_marked(&self, knee: Knee, zone: &str) -> bool {
        self.spots.iter().any(|spot| spot.knee == knee && spot.zone == zone)
    }

    /// Changes the side: marks move to the same place of the other knee where that is needed.
    ///
    /// Returns whether any mark moved.
    pub fn set_side(&mut self, side: Side) -> bool {
        self.side = Some(side);
        if side != Side::Both {
            self.worse_knee = None;
        }
        let mut moved = false;
        let knees = side.knees();
        let mut kept: Vec<Spot> = Vec::new();
        for mut spot in std::mem::take(&mut self.spots) {
            if !knees.contains(&spot.knee) {
                spot.knee = spot.knee.other();
                moved = true;
            }
            match kept.iter_mut().find(|other| other.knee == spot.knee && other.zone == spot.zone) {
                // Two marks become one: the worse pain of each stays.
                Some(other) => {
                    other.worst = other.worst.max(spot.worst);
                    other.now = other.now.max(spot.now);
                    other.size = other.size.or(spot.size);
                }
                None => kept.push(spot),
            }
        }
        self.spots = kept;
        if let Some((knee, _)) = &mut self.worst_spot
            && !knees.contains(knee)
        {
            *knee = knee.other();
        }
        moved
    }

    /// Marks on the other knee what is marked on `from`.
    pub fn copy_to_other_knee(&mut self, from: Knee) {
        let copies: Vec<_> = self
            .spots
            .iter()
            .filter(|spot| spot.knee == from && !self.is_marked(from.other(), spot.zone.as_str()))
            .map(|spot| Spot { knee: from.other(), ..spot.clone() })
            .collect();
        if !copies.is_empty() {
            self.spots.extend(copies);
            self.make_sore(from.other());
        }
    }

    /// Ticks or unticks something that was tried.
    pub fn toggle_tried(&mut self, what: &FindingId) {
        let before = self.tried.len();
        self.tried.retain(|tried| tried.what != *what);
        if self.tried.len() == before {
            self.tried.push(Tried { what: what.clone(), days: None, helped: None });
        }
    }
}
