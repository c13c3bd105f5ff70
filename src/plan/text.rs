//! The plan as plain text for the runner: the same plan gives the same bytes.

use std::collections::BTreeSet;

use jiff::civil::Date;
use unicode_width::UnicodeWidthStr as _;

use super::line::{LightLine, Why};
use super::{Plan, PlanKind, PlannedExercise, RaceState};
use crate::assess::Assessment;
use crate::knowledge::advice::LightColour;
use crate::knowledge::ids::SourceId;
use crate::knowledge::known_ids::sources;
use crate::wording::fill;
use crate::wording::places::PlacesOfCare;
use crate::wording::plan::PlanWords;

/// Columns of the text.
pub const WIDTH: usize = 72;
/// What stands before each line of a section.
const INDENT: &str = "  ";

/// What the file is called: no name, no side, no condition.
#[must_use]
pub fn file_name(on: Date) -> String {
    format!("knee-plan-{on}.txt")
}

/// The text of a plan that was made of this assessment, ending with one newline.
#[must_use]
pub fn text(words: &PlanWords, places: &PlacesOfCare, assessment: &Assessment, plan: &Plan) -> String {
    let writer = Writer { words, places, assessment, plan };
    let sections = [
        writer.title(),
        writer.urgency(),
        writer.until_seen(),
        writer.week(),
        writer.light(),
        writer.race(),
        writer.exercises(),
        writer.lines(&words.leave_out, plan.leave_out.iter().map(|line| line.text.clone())),
        writer.check_again(),
        writer.lines(&words.habits, plan.habits.iter().map(|habit| format!("{}. {}", habit.title, habit.text))),
        writer.help(),
        writer.sources(),
        writer.footer(),
    ];
    let whole: Vec<String> =
        sections.into_iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect();
    whole.join("\n\n") + "\n"
}

struct Writer<'a> {
    words: &'a PlanWords,
    places: &'a PlacesOfCare,
    assessment: &'a Assessment,
    plan: &'a Plan,
}

impl Writer<'_> {
    fn title(&self) -> Vec<String> {
        let words = self.words;
        let date = self.plan.on.to_string();
        let gap = WIDTH.saturating_sub(words.title.width() + date.width());
        let mut lines = vec![format!("{}{}{date}", words.title, " ".repeat(gap))];
        lines.extend(wrap("", &words.by));
        let knowledge = self.assessment.knowledge();
        if let Some(cause) = self.plan.cause.as_ref().and_then(|cause| knowledge.cause(cause.as_str())) {
            lines.extend(wrap("", &fill(&words.made_for, &[("cause", &cause.note_name)])));
        }
        if let Some(careful) = &self.plan.careful {
            lines.extend(wrap("", &careful.text));
        }
        if self.plan.kind == PlanKind::NotEnoughTold {
            let missing = self.plan.missing.iter().filter_map(|id| knowledge.question(id.as_str()));
            let list: Vec<&str> = missing.map(|question| question.heading.as_str()).collect();
            lines.extend(wrap("", &fill(&words.not_enough, &[("list", &list.join(", "))])));
        }
        lines
    }

    /// What to do first, in the words of the urgency card.
    fn urgency(&self) -> Vec<String> {
        let Some(rule) = self.assessment.first_rule().filter(|_| self.assessment.urgency.told().is_some()) else {
            return Vec::new();
        };
        let mut lines = wrap("", &self.places.fill(&rule.headline).to_uppercase());
        lines.extend(wrap(INDENT, &self.places.fill(&rule.action)));
        lines
    }

    fn until_seen(&self) -> Vec<String> {
        let lines = self.plan.until_seen.iter();
        let line = |line: &super::UntilSeenLine| format!("{}: {}", self.words.parts.of(line.part), line.text);
        self.lines(&self.words.until_seen, lines.map(line))
    }

    fn week(&self) -> Vec<String> {
        let Some(week) = &self.plan.week else { return Vec::new() };
        let mut lines = vec![self.words.week.clone()];
        lines.extend(week.how.iter().flat_map(|how| wrap(INDENT, &self.places.fill(&how.text))));
        let days = week.days.iter().map(|day| format!("{INDENT}{}  {}", weekday(day.date), day.words));
        lines.extend(days);
        lines
    }

    fn light(&self) -> Vec<String> {
        let line = |light: &LightLine| {
            let colour = match light.colour {
                LightColour::Green => &self.words.green,
                LightColour::Amber => &self.words.amber,
                LightColour::Red => &self.words.red,
            };
            format!("{colour}: {}. {}", light.sign, light.act)
        };
        self.lines(&self.words.light, self.plan.light.iter().map(line))
    }

    fn race(&self) -> Vec<String> {
        let Some(race) = &self.plan.race else { return Vec::new() };
        let heading = fill(&self.words.race, &[("date", &race.on.to_string())]);
        let decide = match race.state {
            RaceState::DecideOn(day) => fill(&self.words.decide_on, &[("date", &weekday(day))]) + " ",
            _ => String::new(),
        };
        self.lines(&heading, std::iter::once(decide + &race.line.text))
    }

    fn exercises(&self) -> Vec<String> {
        if let Some(none) = &self.plan.no_exercises {
            return self.lines(&self.words.exercises, std::iter::once(none.text.clone()));
        }
        if self.plan.exercises.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![self.words.exercises.clone()];
        for (exercise, number) in self.plan.exercises.iter().zip(1..) {
            lines.extend(self.exercise(exercise, number));
        }
        lines
    }

    fn exercise(&self, exercise: &PlannedExercise, number: usize) -> Vec<String> {
        let words = self.words;
        let mut lines = wrap(INDENT, &format!("{number}. {}: {}", exercise.title, exercise.dose_words));
        let how = format!("{} {}", exercise.how, exercise.legs);
        let named =
            [(&words.hard, &exercise.hard), (&words.step_up, &exercise.step_up), (&words.leave, &exercise.leave)];
        let named = named.map(|(name, text)| format!("{name}: {text}"));
        let deeper = INDENT.repeat(2);
        lines.extend([how].iter().chain(&named).flat_map(|text| wrap(&deeper, text)));
        lines
    }

    fn check_again(&self) -> Vec<String> {
        let words = self.words;
        let line = |again: &super::CheckAgain| {
            let days = if again.from == again.to {
                fill(&words.on_day, &[("date", &weekday(again.from))])
            } else {
                fill(&words.on_days, &[("from", &weekday(again.from)), ("to", &weekday(again.to))])
            };
            format!("{days}: {}", again.text)
        };
        self.lines(&words.check_again, self.plan.check_again.iter().map(line))
    }

    fn help(&self) -> Vec<String> {
        if self.plan.kind == PlanKind::NotEnoughTold {
            return Vec::new();
        }
        self.lines(&self.words.help, std::iter::once(self.assessment.safety_net()))
    }

    fn sources(&self) -> Vec<String> {
        let all: BTreeSet<&SourceId> = whys(self.plan).flat_map(|why| &why.sources).collect();
        if all.is_empty() {
            return Vec::new();
        }
        let knowledge = self.assessment.knowledge();
        let published = all.iter().filter(|id| ***id != sources::JUDGEMENT);
        let names: BTreeSet<&str> = published
            .filter_map(|id| knowledge.source(id.as_str()))
            .map(crate::knowledge::source::Source::short)
            .collect();
        let list = names.into_iter().collect::<Vec<_>>().join("; ");
        let read = fill(&self.words.sources_read, &[("list", &list)]);
        let lines = [read].into_iter().filter(|_| !list.is_empty()).chain([self.words.sources_own.clone()]);
        self.lines(&self.words.sources, lines)
    }

    fn footer(&self) -> Vec<String> {
        let content = self.assessment.knowledge().about.content.as_str();
        let values = [("version", env!("CARGO_PKG_VERSION")), ("content", content)];
        wrap("", &fill(&self.words.footer, &values))
    }

    /// A heading with lines, or nothing.
    fn lines(&self, heading: &str, lines: impl Iterator<Item = String>) -> Vec<String> {
        let lines: Vec<String> = lines.flat_map(|line| wrap(INDENT, &self.places.fill(&line))).collect();
        if lines.is_empty() { lines } else { [vec![heading.to_owned()], lines].concat() }
    }
}

/// Where each line of a plan stands.
pub(super) fn whys(plan: &Plan) -> impl Iterator<Item = &Why> {
    let week = plan
        .week
        .iter()
        .flat_map(|week| [&week.why, &week.run_why].into_iter().chain(week.how.iter().map(|how| &how.why)));
    let lines = plan.careful.iter().chain(&plan.no_exercises).chain(&plan.leave_out).map(|line| &line.why);
    week.chain(lines)
        .chain(plan.until_seen.iter().map(|line| &line.why))
        .chain(plan.light.iter().map(|line| &line.why))
        .chain(plan.race.iter().map(|race| &race.line.why))
        .chain(plan.exercises.iter().map(|exercise| &exercise.why))
        .chain(plan.check_again.iter().map(|again| &again.why))
        .chain(plan.habits.iter().map(|habit| &habit.why))
}

/// "Tue 24 Nov".
fn weekday(date: Date) -> String {
    date.strftime("%a %d %b").to_string()
}

/// Lines after `indent`; those after the first go two columns further in.
fn wrap(indent: &str, text: &str) -> Vec<String> {
    let hanging = if indent.is_empty() { String::new() } else { format!("{indent}{INDENT}") };
    let options = textwrap::Options::new(WIDTH)
        .initial_indent(indent)
        .subsequent_indent(&hanging)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}
