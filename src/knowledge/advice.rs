//! What the runner can do: rest, load, exercises, when to check again, what to leave alone.

use serde::Deserialize;

use super::condition::Condition;
use super::for_whom::{AdviceList, ForWhom, Row};
use super::ids::{BulletId, CauseId, SourceId};
use super::rule::Level;
use super::way_back::{EntryTask, Gate, ReturnStep, RunStep};

/// A sentence with its source; the grade is kept as it was written down, since some rows mix two.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it is about.
    pub topic: String,
    /// The sentence.
    pub text: String,
    #[serde(default)]
    pub for_whom: ForWhom,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: String,
}

/// The colours of the pain light, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum LightColour {
    /// Go on.
    Green,
    /// No more than this.
    Amber,
    /// Stop.
    Red,
}

/// One colour of the pain light.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Light {
    pub light: LightColour,
    /// For most knees.
    pub general: String,
    pub tendon: String,
    /// For bone stress; empty where there is no such light.
    pub bone: String,
    /// What to do.
    pub act: String,
}

/// The causes that have a pain light of their own; all others share the general one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LightFor {
    /// Those of a tendon.
    pub tendon: Vec<CauseId>,
    /// Those of bone.
    pub bone: Vec<CauseId>,
}

impl LightFor {
    /// What makes `light`, for a runner whose best match is `cause`; empty where the light has no such colour.
    #[must_use]
    pub fn sign<'a>(&self, light: &'a Light, cause: Option<&CauseId>) -> &'a str {
        let is_in = |causes: &[CauseId]| cause.is_some_and(|cause| causes.contains(cause));
        if is_in(&self.bone) {
            &light.bone
        } else if is_in(&self.tendon) {
            &light.tendon
        } else {
            &light.general
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Whom it is for; it stands on the cards of its causes.
    pub for_whom: ForWhom,
    /// Which stage or condition, where there is one.
    pub stage: String,
    /// What to do.
    pub exercise: String,
    /// How much.
    pub dose: String,
    /// How to step up.
    pub step_up: String,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: String,
}

/// When to look at the knee again.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recheck {
    /// Days from now, empty for "any time".
    pub days: Vec<u16>,
    /// In words.
    pub when: String,
    /// What to ask yourself.
    pub ask: String,
    /// What to do if it is not better.
    pub if_not: String,
}

/// Something not to do, and why.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoNot {
    /// "Do not ..."
    pub text: String,
    pub why: String,
    #[serde(default)]
    pub for_whom: ForWhom,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: String,
}

/// What changes for some people.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecialCase {
    /// Who.
    pub case: String,
    /// When it applies.
    pub when: Condition,
    /// What changes in urgency, as written down.
    pub urgency: String,
    /// What the runner is told.
    pub advice: Vec<String>,
    /// Whether causes that come from repeated load are left out of the list.
    #[serde(default)]
    pub hides_overuse: bool,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: String,
}

/// Where the article for runners and newer evidence differ.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// What it is about.
    pub topic: String,
    /// What the article says.
    pub article: String,
    /// What the evidence says.
    pub evidence: String,
    /// Where that stands.
    pub sources: Vec<SourceId>,
    /// The causes whose cards show it; empty for general advice.
    #[serde(default)]
    pub causes: Vec<CauseId>,
}

/// How a level is meant.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timing {
    pub level: Level,
    pub shown: String,
    /// Meant to happen within.
    pub within: String,
    /// Where to go.
    pub place: String,
}

/// The file `advice.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    pub rest: Vec<Fact>,
    /// How to use the pain light.
    pub pain_light_how: String,
    pub pain_light: Vec<Light>,
    /// Whose pain light differs.
    pub pain_light_for: LightFor,
    /// What must be possible before running again.
    pub return_entry: Vec<Gate>,
    /// The steps back to running.
    pub return_steps: Vec<ReturnStep>,
    /// What the steps rest on.
    pub return_note: String,
    /// How to add distance.
    pub load: Vec<Fact>,
    /// What that rests on.
    pub load_note: String,
    pub exercises: Vec<Exercise>,
    /// When to stop an exercise.
    pub exercise_stop: String,
    /// When to check again.
    pub recheck: Vec<Recheck>,
    pub do_not: Vec<DoNot>,
    /// What can be said of shoes and form.
    pub shoes: Vec<Fact>,
    /// What changes for some people.
    pub special: Vec<SpecialCase>,
    /// Where the article and the evidence differ.
    pub differences: Vec<Difference>,
    /// What the levels mean.
    pub timing: Vec<Timing>,
}

impl Advice {
    /// The row of a task that stands before the first step.
    #[must_use]
    pub fn gate_of(&self, task: EntryTask) -> Option<&Gate> {
        self.return_entry.iter().find(|gate| gate.task == Some(task))
    }

    /// What is run on a step.
    #[must_use]
    pub fn return_step(&self, step: RunStep) -> Option<&ReturnStep> {
        self.return_steps.iter().find(|row| row.step == step)
    }

    /// Every row that says whom it is for.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let rest = self.rest.iter().map(|row| (AdviceList::Rest, row.topic.as_str(), &row.for_whom));
        let load = self.load.iter().map(|row| (AdviceList::Load, row.topic.as_str(), &row.for_whom));
        let do_not = self.do_not.iter().map(|row| (AdviceList::DoNot, row.text.as_str(), &row.for_whom));
        let gates = self.return_entry.iter().map(|row| (AdviceList::Gates, row.text.as_str(), &row.for_whom));
        let shoes = self.shoes.iter().map(|row| (AdviceList::Shoes, row.topic.as_str(), &row.for_whom));
        let exercises = self.exercises.iter().map(|row| (AdviceList::Exercises, row.exercise.as_str(), &row.for_whom));
        let of_lists = numbered(rest).chain(numbered(load)).chain(numbered(do_not)).chain(numbered(gates));
        of_lists.chain(numbered(shoes)).chain(numbered(exercises))
    }

    /// The conditions of the same rows, with what each row begins with.
    pub(super) fn conditions(&mut self) -> impl Iterator<Item = (&str, &mut Condition)> {
        let rest = self.rest.iter_mut().map(|row| (row.topic.as_str(), &mut row.for_whom));
        let load = self.load.iter_mut().map(|row| (row.topic.as_str(), &mut row.for_whom));
        let do_not = self.do_not.iter_mut().map(|row| (row.text.as_str(), &mut row.for_whom));
        let gates = self.return_entry.iter_mut().map(|row| (row.text.as_str(), &mut row.for_whom));
        let shoes = self.shoes.iter_mut().map(|row| (row.topic.as_str(), &mut row.for_whom));
        let exercises = self.exercises.iter_mut().map(|row| (row.exercise.as_str(), &mut row.for_whom));
        let of_lists = rest.chain(load).chain(do_not).chain(gates).chain(shoes).chain(exercises);
        of_lists.map(|(says, for_whom)| (says, &mut for_whom.when))
    }
}

fn numbered<'a>(rows: impl Iterator<Item = (AdviceList, &'a str, &'a ForWhom)>) -> impl Iterator<Item = Row<'a>> {
    rows.enumerate().map(|(at, (list, says, for_whom))| Row { list, at, says, for_whom })
}

/// Where a statement of the article is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Shown {
    /// On the card of its cause.
    Causes,
    /// Under "what you can do".
    Advice,
    /// Under "About".
    About,
}

/// One statement of the article for runners, in our own words and corrected by the evidence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bullet {
    /// `SB01` to `SB36`.
    pub id: BulletId,
    pub shown: String,
    /// Where.
    pub screen: Shown,
    /// On which cards.
    #[serde(default)]
    pub causes: Vec<CauseId>,
    /// What the evidence says of it, as written down.
    pub evidence: String,
}

/// How to keep pain away.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prevention {
    /// Its heading.
    pub title: String,
    /// The advice.
    pub text: String,
    /// The statement of the article behind it.
    pub bullet: BulletId,
}

/// A question that runners ask.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    pub question: String,
    pub answer: String,
    /// The statements of the article behind it.
    pub bullets: Vec<BulletId>,
}

/// The file `article.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Every statement.
    pub bullets: Vec<Bullet>,
    /// How to keep pain away.
    pub prevention: Vec<Prevention>,
    /// Questions that runners ask.
    pub faq: Vec<Faq>,
    /// What the article says of itself.
    pub disclaimer: String,
}
