//! What is other than at the time of an earlier check of the same knee, as a short text for the next visit.

use jiff::civil::Date;

use super::lines::{Listing, Pieces, list};
use super::running;
use crate::assess::Assessment;
use crate::assess::running::RunningKnee;
use crate::check::Check;
use crate::check::answer::Answer;
use crate::check::spot::{Side, SpotPain};
use crate::knowledge::Knowledge;
use crate::knowledge::advice::LightColour;
use crate::knowledge::known_ids::numbers;
use crate::knowledge::question::AnswerOption;
use crate::training::light::{Verdict, light};
use crate::wording::note::{NoteWords, SinceWords};
use crate::wording::{fill, number};

/// The most lines of it.
pub const LINES: usize = 20;
/// A change of so many of 10 is one; less is about the same (judgement).
const CHANGE: f64 = 2.0;

/// A check with what follows from it, on its day.
#[derive(Clone, Copy)]
pub struct Dated<'a> {
    pub check: &'a Check,
    pub assessment: &'a Assessment,
    pub on: Date,
}

/// Why two checks are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotCompared {
    /// They are of different knees, or one names none.
    #[error("the two checks are not of the same knee")]
    OtherKnee,
}

/// What is other now than before, in at most [`LINES`] lines.
///
/// # Errors
/// [`NotCompared`], where that says nothing.
pub fn since(words: &NoteWords, before: Dated<'_>, now: Dated<'_>) -> Result<String, NotCompared> {
    if before.check.side.is_none() || before.check.side != now.check.side {
        return Err(NotCompared::OtherKnee);
    }
    let knowledge = now.assessment.knowledge();
    let texts = &words.since_then;
    let heading = fill(
        match now.check.side {
            Some(Side::Left) => &texts.heading_left,
            Some(Side::Right) => &texts.heading_right,
            _ => &texts.heading_both,
        },
        &[("from", &before.on.to_string()), ("to", &now.on.to_string())],
    );
    let turned = Turned::of(before.check, now.check, knowledge);
    let facts = pains(texts, before, now).into_iter().chain(activities(texts, before.check, now.check));
    let mut lines = [vec![heading], sentences(facts)].concat();
    lines.extend(labelled(&texts.new_signs, &turned.new_signs, None).lines);
    lines.extend(labelled(&texts.gone_signs, &turned.gone_signs, None).lines);
    let running = sentences(running_now(words, before, now));
    // The answers that turned take what room is left, with a line that says that there are more.
    let room = LINES.saturating_sub(lines.len() + running.len() + 1);
    let to_yes = labelled(&texts.to_yes, &turned.to_yes, Some(room));
    let to_no = labelled(&texts.to_no, &turned.to_no, Some(room.saturating_sub(to_yes.lines.len())));
    let is_cut = to_yes.is_cut || to_no.is_cut;
    lines.extend([to_yes.lines, to_no.lines, running].concat());
    if lines.len() == 1 {
        lines.push(format!("  {}", texts.nothing));
    }
    if is_cut || lines.len() > LINES {
        lines.truncate(LINES - 1);
        lines.push(format!("  {}", texts.not_all));
    }
    Ok(lines.join("\n") + "\n")
}

/// Sentences one after the other.
fn sentences(all: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut pieces = Pieces::default();
    all.into_iter().for_each(|sentence| pieces.sentence(&sentence));
    pieces.lines(None).lines
}

/// A list under its label, on at most so many lines where there is a limit.
fn labelled(label: &str, items: &[String], most: Option<usize>) -> Listing {
    if items.is_empty() { Listing::default() } else { list(&format!("{label}: "), items, 0, most) }
}

/// A number of both, on one scale from 0 to 10, with how much better it is now.
fn compared(texts: &SinceWords, what: &str, (before, now): (f64, f64), better_by: f64) -> String {
    let verdict = if better_by >= CHANGE {
        &texts.better
    } else if better_by <= -CHANGE {
        &texts.worse
    } else {
        &texts.about_the_same
    };
    let values = [("what", what), ("before", &*number(before)), ("now", &*number(now)), ("verdict", verdict)];
    fill(&texts.number, &values)
}

fn pains(texts: &SinceWords, before: Dated<'_>, now: Dated<'_>) -> Vec<String> {
    let of = |dated: Dated<'_>, pain: SpotPain| {
        let by_spot = dated.check.spots.iter().filter_map(|spot| pain.of(spot)).max().map(f64::from);
        let asked = match pain {
            SpotPain::Worst => &numbers::PAIN_WORST,
            SpotPain::Now => &numbers::PAIN_NOW,
        };
        by_spot.or_else(|| dated.check.number(asked))
    };
    [(SpotPain::Worst, &texts.worst), (SpotPain::Now, &texts.pain_now)]
        .into_iter()
        .filter_map(|(pain, what)| {
            let (was, is) = (of(before, pain)?, of(now, pain)?);
            Some(compared(texts, what, (was, is), was - is))
        })
        .collect()
}

/// Activities of the same name.
fn activities(texts: &SinceWords, before: &Check, now: &Check) -> Vec<String> {
    let pairs = now.activities.iter().filter_map(|activity| {
        let was = before.activities.iter().find(|other| other.name == activity.name)?;
        let name = super::own_words::harmless(&activity.name);
        let (was, is) = (f64::from(was.can?), f64::from(activity.can?));
        Some(compared(texts, &name, (was, is), is - was))
    });
    pairs.collect()
}

/// What was answered both times, and otherwise.
#[derive(Default)]
struct Turned {
    new_signs: Vec<String>,
    gone_signs: Vec<String>,
    to_yes: Vec<String>,
    to_no: Vec<String>,
}

impl Turned {
    fn of(before: &Check, now: &Check, knowledge: &Knowledge) -> Self {
        let mut turned = Self::default();
        let told = |row: &AnswerOption| if row.note.is_empty() { row.label.clone() } else { row.note.clone() };
        for row in knowledge.findings() {
            let is_sign = knowledge.red_flags.contains(&row.id);
            let list = match (before.answer(row.id.as_str()), now.answer(row.id.as_str()), is_sign) {
                // A danger sign is news whatever was said of it before.
                (was, Answer::Yes, true) if was != Answer::Yes => &mut turned.new_signs,
                (Answer::Yes, Answer::No, true) => &mut turned.gone_signs,
                (Answer::No, Answer::Yes, false) => &mut turned.to_yes,
                (Answer::Yes, Answer::No, false) => &mut turned.to_no,
                _ => continue,
            };
            list.push(told(row));
        }
        turned
    }
}

/// The usual week, the way back and the lights of the days since.
fn running_now(words: &NoteWords, before: Dated<'_>, now: Dated<'_>) -> Vec<String> {
    let texts = &words.since_then;
    let units = now.check.units;
    let week = |check: &Check| check.number(&numbers::WEEKLY_KM).map(|km| number((km / units.km()).round()));
    let usual = week(before.check).zip(week(now.check)).filter(|(was, is)| was != is).map(|(was, is)| {
        let values = [("before", &*was), ("now", &*is), ("unit", running::unit(&words.runs, units))];
        fill(&texts.usual_week, &values)
    });
    let way_back = running::where_on_the_way(&words.runs, now.check, now.assessment, now.on);
    usual.into_iter().chain(way_back).chain(lights(texts, before, now)).collect()
}

fn lights(texts: &SinceWords, before: Dated<'_>, now: Dated<'_>) -> Option<String> {
    let column = RunningKnee::of(now.assessment).column;
    let days = now.check.diary.iter().filter(|entry| (before.on..=now.on).contains(&entry.day));
    let verdicts: Vec<Verdict> = days.map(|entry| light(entry.pain, column)).collect();
    let count = |colour: LightColour| verdicts.iter().filter(|verdict| **verdict == Verdict::Final(colour)).count();
    let [green, amber, red] = [LightColour::Green, LightColour::Amber, LightColour::Red].map(count);
    let open = verdicts.len() - green - amber - red;
    let values =
        [("green", green), ("amber", amber), ("red", red), ("open", open)].map(|(name, n)| (name, n.to_string()));
    let values: Vec<(&str, &str)> = values.iter().map(|(name, count)| (*name, count.as_str())).collect();
    (!verdicts.is_empty()).then(|| fill(&texts.lights, &values))
}
