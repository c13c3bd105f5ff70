//! What a plan is made of: exercises, weeks, and what to do until somebody has seen the knee.

use serde::Deserialize;

use super::advice::LightColour;
use super::condition::Condition;
use super::for_whom::{ForWhom, always};
use super::ids::{BulletId, CauseId, ExerciseId, FigureId, FindingId, QuestionId, SourceId};
use super::rule::Level;
use super::source::Grade;
use super::way_back::WayBackWhen;

/// A sentence of the plan, and for whom.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanRow {
    pub text: String,
    #[serde(default)]
    pub for_whom: ForWhom,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: Grade,
}

/// How much of an exercise makes one set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Each {
    /// From so many times to so many.
    Times(u8, u8),
    /// Held from so many seconds to so many.
    Seconds(u8, u8),
    /// From so many minutes to so many, in one go.
    Minutes(u8, u8),
}

/// How much of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    pub sets: u8,
    pub each: Each,
    /// On how many days of a week, from so many to so many, 1 to 7.
    pub days: (u8, u8),
}

/// Which legs an exercise takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Legs {
    /// Both at the same time.
    Together,
    /// One after the other.
    OneByOne,
}

/// An exercise, whoever does it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    pub id: ExerciseId,
    pub title: String,
    /// The drawing of it, in `assets/exercises/figures.ron`.
    pub figure: FigureId,
    /// What to do, in two short sentences.
    pub how: String,
    pub legs: Legs,
    /// How hard it has to be.
    pub hard: String,
    /// When to do more, and of what.
    pub step_up: String,
    /// When to leave it.
    pub leave: String,
    /// Who can do it.
    pub when: Condition,
}

/// An exercise for somebody, with its dose.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prescription {
    pub exercise: ExerciseId,
    /// Who gets it, beside who can do it.
    #[serde(default = "always")]
    pub when: Condition,
    pub dose: Dose,
    /// Where the choice and the dose stand.
    pub sources: Vec<SourceId>,
    /// How the choice is known.
    pub grade: Grade,
    /// How the dose is known, where that is less well.
    #[serde(default)]
    pub dose_grade: Option<Grade>,
}

/// The exercises for some causes, what the evidence supports best first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExerciseSet {
    /// The causes; empty for the careful plan that is made for no cause.
    pub causes: Vec<CauseId>,
    pub exercises: Vec<Prescription>,
}

/// A cause that has no plan of its own: the careful one is shown.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithoutOwn {
    pub cause: CauseId,
    /// Why; kept as it was written down.
    pub why: String,
}

/// What fills a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Activity {
    Run,
    Walk,
    /// The exercises of the plan.
    Strength,
    Rest,
    Bike,
    /// A swim, or a run in deep water.
    Pool,
    /// What those who operated on the knee said.
    AsTold,
}

impl Activity {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Run, Self::Walk, Self::Strength, Self::Rest, Self::Bike, Self::Pool, Self::AsTold];
}

/// How much running there is in a week, by the pain of now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum RunStage {
    /// No run in this week.
    NoRun,
    /// Red light, or pain in runs not told: some days without a run, then a run with walks.
    AfterPause,
    /// Amber light: shorter runs.
    Amber,
    /// Green light: runs on.
    Green,
}

/// What to do at each light, in short.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LightActs {
    pub green: String,
    pub amber: String,
    pub red: String,
}

impl LightActs {
    /// At one light.
    #[must_use]
    pub fn of(&self, colour: LightColour) -> &str {
        match colour {
            LightColour::Green => &self.green,
            LightColour::Amber => &self.amber,
            LightColour::Red => &self.red,
        }
    }
}

/// Seven days.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeekRow {
    pub stages: Vec<RunStage>,
    #[serde(default)]
    pub for_whom: ForWhom,
    pub days: [Activity; 7],
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: Grade,
}

/// One line on how to go about the week.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HowRow {
    pub stages: Vec<RunStage>,
    pub says: PlanRow,
}

/// Highest pain of the green and of the amber light, 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    pub green: u8,
    pub amber: u8,
}

/// A run with walks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunWalk {
    pub times: u8,
    pub run_minutes: u8,
    pub walk_minutes: u8,
}

/// How long the runs of a week are.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunLength {
    /// A run in the green light, as a share of the usual week.
    pub green_share: f64,
    /// The same in the amber light.
    pub amber_share: f64,
    /// No run is longer, in km.
    pub most_km: f64,
    /// What would be shorter is a run with walks, in km.
    pub least_km: f64,
    /// A run with walks for who runs now.
    pub run_walk: RunWalk,
    /// The same for who does not run now, has just begun or is back after a break.
    pub first_run_walk: RunWalk,
    /// Who that is.
    pub first_when: Condition,
    /// Where it stands.
    pub sources: Vec<SourceId>,
    /// How it is known.
    pub grade: Grade,
}

/// The words of the days.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayWords {
    /// `{distance}` and `{unit}`.
    pub run: String,
    /// `{times}`, `{run}` and `{walk}`.
    pub run_walk: String,
    /// `{run}`.
    pub run_steady: String,
    pub walk: String,
    pub strength: String,
    pub rest: String,
    pub bike: String,
    pub pool: String,
    pub as_told: String,
    pub km: String,
    pub miles: String,
}

/// The words of a dose.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoseWords {
    /// `{sets}` and `{each}`.
    pub sets: String,
    pub one_set: String,
    /// `{from}` and `{to}`.
    pub range: String,
    /// `{range}`.
    pub times: String,
    pub seconds: String,
    pub minutes: String,
    /// `{dose}` and `{days}`.
    pub days: String,
    pub each_day: String,
    pub together: String,
    pub one_by_one: String,
    /// The same where both knees hurt.
    pub both_sore: String,
}

/// How the week is made.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weeks {
    /// Limits of pain for most knees, those of [`super::advice::Advice::pain_light`].
    pub limits: Limits,
    /// The same for tendons.
    pub tendon_limits: Limits,
    /// The questions that must be answered before there is a run.
    pub asked_first: Vec<QuestionId>,
    /// What is said where one of them was not.
    pub not_asked: PlanRow,
    /// Who may run in this week at all; it has to be sure.
    pub may_run: Condition,
    /// After what some days without a run come first.
    pub pause_when: Condition,
    /// When a run is in the amber light at best.
    pub amber_when: Condition,
    /// The causes with which nobody runs in this week.
    pub no_run: Vec<CauseId>,
    /// The causes of a plan with which nobody runs before runs are free of pain.
    pub no_run_in_pain: Vec<CauseId>,
    pub run_length: RunLength,
    /// The first row that fits is taken.
    pub patterns: Vec<WeekRow>,
    /// The first row that fits is taken.
    pub how: Vec<HowRow>,
    pub way_back: WayBackRows,
    pub words: DayWords,
}

/// What a week says of its runs where the diary or the way back to running sets them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WayBackRows {
    /// They are those of the way back.
    pub on_way: PlanRow,
    /// Something stands before the way back.
    pub not_yet: PlanRow,
    /// The days off after a red light, without a way back.
    pub after_red: PlanRow,
}

/// What a line of a plan until somebody has seen the knee is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum UntilSeenPart {
    /// Walk, or crutches.
    Walk,
    /// What to keep moving.
    Move,
    /// What is allowed in place of running.
    Instead,
    /// What not to do.
    Not,
    /// What to bring.
    Bring,
}

impl UntilSeenPart {
    /// All of them, in the order of the plan.
    pub const ALL: [Self; 5] = [Self::Walk, Self::Move, Self::Instead, Self::Not, Self::Bring];
}

/// A line of a plan until somebody has seen the knee; of each part the first row that fits is taken, of what to bring all.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UntilSeenRow {
    pub part: UntilSeenPart,
    pub levels: Vec<Level>,
    pub says: PlanRow,
}

/// When to decide on a race, and by what.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RaceRow {
    /// From so many days before the race on.
    pub least_days: u16,
    /// So many days before the race.
    pub decide_before: u16,
    pub says: PlanRow,
}

/// What is said of a race.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Races {
    /// It is over.
    pub past: PlanRow,
    /// Running stops until somebody has seen the knee.
    pub until_seen: PlanRow,
    /// There is no run in this week.
    pub no_run: PlanRow,
    /// The row with the most days that there still are.
    pub rows: Vec<RaceRow>,
}

/// When to look at the knee again.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckAgainRow {
    /// From so many days from now.
    pub from_days: u16,
    /// To so many.
    pub to_days: u16,
    pub when: String,
    /// What to look at, and what to do if it is not better.
    pub says: PlanRow,
}

/// What keeps pain from coming back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Habit {
    Training,
    Strength,
    Shoes,
    Form,
}

/// A habit that keeps pain away.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HabitRow {
    pub habit: Habit,
    pub title: String,
    /// The statement of the article behind it.
    #[serde(default)]
    pub bullet: Option<BulletId>,
    pub says: PlanRow,
}

/// A kind of person in the table of who gets which exercises.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What they are called.
    pub name: String,
    /// In years.
    pub age: f64,
    /// The answers that are Yes.
    pub tells: Vec<FindingId>,
}

/// The file `plan.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planning {
    /// Every exercise there is.
    pub exercises: Vec<Exercise>,
    /// Who does which.
    pub sets: Vec<ExerciseSet>,
    /// For whom there are no exercises at all, and what is said in their place.
    pub no_exercises: Vec<PlanRow>,
    /// Causes without a plan of their own.
    pub without_own: Vec<WithoutOwn>,
    /// Why the plan is a careful one, made for no cause: the first row that fits.
    pub careful: Vec<PlanRow>,
    /// What to do at each light, in short.
    pub light_acts: LightActs,
    /// Where the pain light stands.
    pub light_sources: Vec<SourceId>,
    /// How it is known.
    pub light_grade: Grade,
    pub weeks: Weeks,
    pub way_back: WayBackWhen,
    pub until_seen: Vec<UntilSeenRow>,
    pub races: Races,
    /// The first rows that fit are taken, at most four.
    pub leave_out: Vec<PlanRow>,
    pub check_again: Vec<CheckAgainRow>,
    /// All that fit.
    pub habits: Vec<HabitRow>,
    pub dose_words: DoseWords,
    /// For whom `--plan-table` prints the exercises; the first is what the others are compared with.
    pub persons: Vec<Person>,
}

impl Planning {
    /// An exercise.
    #[must_use]
    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.id == id)
    }

    /// The exercises for a cause, or the careful ones; nothing where the cause has none of its own.
    #[must_use]
    pub fn set_of(&self, cause: Option<&CauseId>) -> Option<&ExerciseSet> {
        self.sets.iter().find(|set| cause.map_or(set.causes.is_empty(), |cause| set.causes.contains(cause)))
    }

    /// Every sentence that says for whom it is.
    pub fn rows(&self) -> impl Iterator<Item = &PlanRow> {
        let single = [&self.weeks.not_asked, &self.races.past, &self.races.until_seen, &self.races.no_run];
        single
            .into_iter()
            .chain(&self.careful)
            .chain(&self.no_exercises)
            .chain(&self.leave_out)
            .chain(self.weeks.how.iter().map(|how| &how.says))
            .chain([&self.weeks.way_back.on_way, &self.weeks.way_back.not_yet, &self.weeks.way_back.after_red])
            .chain(self.until_seen.iter().map(|row| &row.says))
            .chain(self.races.rows.iter().map(|race| &race.says))
            .chain(self.check_again.iter().map(|row| &row.says))
            .chain(self.habits.iter().map(|row| &row.says))
    }

    /// Every condition, with what its row begins with.
    pub(super) fn conditions(&mut self) -> impl Iterator<Item = (&str, &mut Condition)> {
        let of_exercises = self.exercises.iter_mut().map(|it| (it.id.as_str(), &mut it.when));
        let of_sets = self.sets.iter_mut().flat_map(|set| &mut set.exercises);
        let of_sets = of_sets.map(|it| (it.exercise.as_str(), &mut it.when));
        let weeks = &mut self.weeks;
        let of_weeks = [
            ("may_run:", &mut weeks.may_run),
            ("pause_when:", &mut weeks.pause_when),
            ("amber_when:", &mut weeks.amber_when),
            ("first_when:", &mut weeks.run_length.first_when),
            ("bone_pattern:", &mut self.way_back.bone_pattern),
            ("swollen:", &mut self.way_back.swollen),
        ];
        let of_patterns = weeks.patterns.iter_mut().map(|it| ("patterns:", &mut it.for_whom.when));
        let races = &mut self.races;
        let of_races = [&mut races.past, &mut races.until_seen, &mut races.no_run].into_iter();
        let of_rows = of_races
            .chain([&mut weeks.not_asked])
            .chain(&mut self.careful)
            .chain(&mut self.no_exercises)
            .chain(&mut self.leave_out)
            .chain(weeks.how.iter_mut().map(|it| &mut it.says))
            .chain([&mut weeks.way_back.on_way, &mut weeks.way_back.not_yet, &mut weeks.way_back.after_red])
            .chain(self.until_seen.iter_mut().map(|it| &mut it.says))
            .chain(races.rows.iter_mut().map(|it| &mut it.says))
            .chain(self.check_again.iter_mut().map(|it| &mut it.says))
            .chain(self.habits.iter_mut().map(|it| &mut it.says));
        let of_rows = of_rows.map(|row| (row.text.as_str(), &mut row.for_whom.when));
        of_exercises.chain(of_sets).chain(of_weeks).chain(of_patterns).chain(of_rows)
    }
}
