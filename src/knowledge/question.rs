//! What the form asks: cards, questions, findings.

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::ids::{CardId, FindingId, NumberId, QuestionId, SourceId};

/// The steps of the form that hold questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Step {
    /// Red flags, walking, age.
    Safety,
    /// Which knee, where, how bad.
    Where,
    /// Everything else.
    Questions,
}

/// A group of questions that stand together on the screen.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its name in the content.
    pub id: CardId,
    /// The step that shows it.
    pub step: Step,
    /// Its heading.
    pub title: String,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum QuestionKind {
    /// Pick one answer.
    Single,
    /// Tick any; `none` is the full sentence that answers No to all.
    Multi {
        /// The wording of "none of these", when the answers do not hold one themselves.
        none: Option<String>,
    },
    /// A number typed in.
    Number,
    /// 0 to 10, as eleven buttons.
    Scale,
    /// Height and weight, or (under 16) one tick.
    HeightAndWeight,
    /// Left, right or both.
    Side,
    /// Clicks on the drawing.
    Zones,
    /// How big the sore place is, one for each spot.
    SpotSize,
    /// Things tried, each with how long and whether it helped.
    Tried,
}

impl QuestionKind {
    /// Whether it is asked at the picture of the knee.
    #[must_use]
    pub fn is_asked_at_the_picture(&self) -> bool {
        matches!(self, Self::Side | Self::Zones | Self::SpotSize)
    }
}

/// Where the page for the clinician puts the answers of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum NoteSection {
    /// Not printed as such: the question feeds other fields of the page.
    Elsewhere,
    /// START AND COURSE
    Course,
    /// What it feels like, in FEEL, WORSE, BETTER, 24 HOURS.
    Feel,
    /// What makes it worse, in the same section.
    Worse,
    /// When it hurts, in the same section.
    When,
    /// OTHER SIGNS
    OtherSigns,
    /// FUNCTION
    Function,
    /// TRAINING
    Training,
    /// TRIED SO FAR
    Tried,
    /// PAST KNEE AND HEALTH
    Health,
}

/// A number that a question asks for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberRange {
    /// Its name.
    pub id: NumberId,
    /// The smallest value that is accepted.
    pub min: f64,
    /// The largest value that is accepted.
    pub max: f64,
    /// The field's own label.
    pub label: String,
}

/// What picking an answer says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Meaning {
    /// The finding holds.
    #[default]
    Finding,
    /// The runner is not sure of this red flag (`red_flags` in `rules.ron`).
    NotSureOf(FindingId),
    /// Nothing: skipped, not sure, rather not say.
    Nothing,
}

/// What the page makes of a Yes in the lists of signs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum OnPage {
    /// A sign: it stands under YES, by its note.
    #[default]
    Sign,
    /// Something the knee does as a sound one does: it stands under MOVES, in these words.
    Can(String),
    /// A denial: it stands under NO, in these words.
    Denies(String),
    /// Nowhere: another line of the page says it.
    Elsewhere,
}

/// How an answer grows old.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Ages {
    /// Never: it tells what happened, or what somebody is.
    Event,
    /// It is true of the day. From so many days on it is asked again and does not count; a red flag that held then
    /// may hold still, so it counts as not sure.
    State {
        /// Days after which it is too old.
        days: u16,
    },
    /// "In the last months": so many days later what was told is certainly over, and it is asked again.
    Window {
        /// Days that the window is long.
        days: u16,
    },
    /// It goes on by itself and is counted on: how long it has hurt, the age.
    CountsOn,
}

/// One answer of a question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerOption {
    /// Its name in the content and in check files.
    pub id: FindingId,
    /// As shown in the form.
    pub label: String,
    /// As shown under the title of its group; empty where that is the label.
    #[serde(default)]
    pub short: String,
    /// As a short phrase in lists and on the page: plain ASCII.
    pub note: String,
    /// The same in the short account at the head of the page, where `note` does not read well there; may be empty.
    #[serde(default)]
    pub in_short: String,
    /// What picking it says.
    #[serde(default)]
    pub means: Meaning,
    /// Whether picking it in a "tick any" question clears the others ("No", "I do not know").
    #[serde(default)]
    pub alone: bool,
    /// What the page makes of a Yes.
    #[serde(default)]
    pub page: OnPage,
    /// How it grows old, where that is not as its question does.
    #[serde(default)]
    pub ages: Option<Ages>,
}

impl AnswerOption {
    /// As a phrase of the short account at the head of the page.
    #[must_use]
    pub fn told_in_short(&self) -> &str {
        if self.in_short.is_empty() { &self.note } else { &self.in_short }
    }
}

/// A small drawing beside words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Pictogram {
    BothLegs,
    Calf,
    Chest,
    Foot,
    /// Feeling ill: a thermometer.
    Ill,
    /// A runner.
    InOneRun,
    /// A burst.
    Injury,
    Knee,
    /// A moon.
    Overnight,
    /// A line that rises.
    Slowly,
}

/// How the answers of a question stand on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum ShownAs {
    /// One below the other.
    #[default]
    Rows,
    /// Short ones side by side.
    Chips,
    /// Rows under a title and a drawing for each run of them.
    Tiles(Vec<AnswerGroup>),
    /// One drawing for each run of them, of which one is picked; then its answers open.
    Pictures(Vec<AnswerGroup>),
}

/// What somebody does to answer a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum AnsweredBy {
    /// Says what they know.
    #[default]
    Telling,
    /// Presses or moves something. Who passes it over has not tried, so "no to the rest" leaves it open.
    Trying,
}

/// A run of answers that stand together.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerGroup {
    /// What they share.
    pub title: String,
    /// The drawing beside it.
    pub picture: Pictogram,
    /// A line under it that names some of them, may be empty.
    #[serde(default)]
    pub hint: String,
    /// The first answer of the run.
    pub first: FindingId,
    pub last: FindingId,
    /// Of a picture: what holds once it is picked, until another of its answers is.
    #[serde(default)]
    pub picks: Option<FindingId>,
    /// Of a picture: what its title and line name, so that picking another one denies it.
    #[serde(default)]
    pub names: Vec<FindingId>,
}

/// Answers that a "tick any" question shows on demand: one sentence stands for all of them.
///
/// The sentence says what they share, so that leaving it closed beside another answer denies them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Folded {
    /// The sentence.
    pub label: String,
    /// The first answer of the run.
    pub first: FindingId,
    pub last: FindingId,
}

/// One question of the form.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name in the content.
    pub id: QuestionId,
    /// The card it stands on.
    pub card: CardId,
    /// How it is answered.
    pub kind: QuestionKind,
    /// The question as shown.
    pub text: String,
    /// The same for a parent who answers for a child, where it must not be taken for a question about the parent; may be
    /// empty.
    #[serde(default)]
    pub of_child: String,
    /// A line under it, may be empty.
    #[serde(default)]
    pub hint: String,
    /// Why it is asked.
    pub why: String,
    /// A few words that name it in "Your answers".
    pub heading: String,
    /// When it stands on its card.
    pub core_when: Condition,
    /// When it is folded under "more questions" (if it is not core).
    pub more_when: Condition,
    /// How its answers grow old.
    pub ages: Ages,
    /// How its answers stand on the screen.
    #[serde(default)]
    pub shown_as: ShownAs,
    /// What somebody does to answer it.
    #[serde(default)]
    pub answered_by: AnsweredBy,
    /// Which of its answers open on demand.
    #[serde(default)]
    pub folded: Option<Folded>,
    /// Where the page holds it.
    pub note: NoteSection,
    /// Why the question is worth asking, published.
    pub sources: Vec<SourceId>,
    /// Its answers, in order.
    #[serde(default)]
    pub options: Vec<AnswerOption>,
    /// Its numbers, in order.
    #[serde(default)]
    pub numbers: Vec<NumberRange>,
}

impl AnswerOption {
    /// What stands under the title of its group.
    #[must_use]
    pub fn short(&self) -> &str {
        if self.short.is_empty() { &self.label } else { &self.short }
    }
}

impl Question {
    /// Whether "no to the rest" denies its rows: a list of what the runner knows. Of pictures one is picked, and what has to
    /// be tried is open until it was.
    #[must_use]
    pub fn is_denied_with_the_rest(&self) -> bool {
        matches!(self.kind, QuestionKind::Multi { .. })
            && !matches!(self.shown_as, ShownAs::Pictures(_))
            && self.answered_by == AnsweredBy::Telling
    }

    /// The answers that are findings, without "not sure" and "skip".
    pub fn findings(&self) -> impl Iterator<Item = &AnswerOption> {
        self.options.iter().filter(|answer| answer.means == Meaning::Finding)
    }

    /// The answers before those that open on demand, these, and the answers after them.
    #[must_use]
    pub fn parts(&self) -> [&[AnswerOption]; 3] {
        let at = |id: &FindingId| self.options.iter().position(|answer| answer.id == *id);
        let ends = self.folded.as_ref().and_then(|folded| Some((at(&folded.first)?, at(&folded.last)?)));
        match ends {
            Some((first, last)) if first <= last => {
                let (before, rest) = self.options.split_at(first);
                let (inside, after) = rest.split_at(last + 1 - first);
                [before, inside, after]
            }
            _ => [&self.options, &[], &[]],
        }
    }

    /// The runs of answers that stand together, each with its answers.
    pub fn groups(&self) -> impl Iterator<Item = (&AnswerGroup, &[AnswerOption])> {
        let groups: &[AnswerGroup] = match &self.shown_as {
            ShownAs::Rows | ShownAs::Chips => &[],
            ShownAs::Tiles(groups) | ShownAs::Pictures(groups) => groups,
        };
        groups.iter().map(|group| (group, self.run(&group.first, &group.last).unwrap_or_default()))
    }

    /// The answers from one to another.
    fn run(&self, first: &FindingId, last: &FindingId) -> Option<&[AnswerOption]> {
        let at = |id: &FindingId| self.options.iter().position(|answer| answer.id == *id);
        self.options.get(at(first)?..=at(last)?)
    }

    /// How one of its answers grows old.
    #[must_use]
    pub fn ages_of(&self, row: &AnswerOption) -> Ages {
        row.ages.unwrap_or(self.ages)
    }

    /// Whether at most one answer can hold.
    #[must_use]
    pub fn is_single(&self) -> bool {
        matches!(self.kind, QuestionKind::Single | QuestionKind::Side | QuestionKind::SpotSize)
    }
}

/// The file `questions.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionsFile {
    pub cards: Vec<Card>,
    pub questions: Vec<Question>,
    #[serde(default)]
    pub retired: Vec<RetiredFinding>,
}

/// An id of earlier content and the one that took its place, so that no kept check becomes unreadable.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetiredFinding {
    /// The id in old check files.
    pub old: String,
    /// The id that is used now.
    pub new: String,
}
