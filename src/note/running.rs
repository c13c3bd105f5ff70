//! What runs, diary and the way back to running add to the page.

use jiff::civil::Date;

use super::page::Section;
use super::section_input::SectionInput;
use crate::assess::Assessment;
use crate::assess::running::RunningKnee;
use crate::check::answer::Answer;
use crate::check::diary::{DiaryEntry, HourAfter, NextMorning, ToldWhen};
use crate::check::told_runs::{StandsOut, ToldRuns};
use crate::check::{Check, Units};
use crate::knowledge::advice::LightColour;
use crate::knowledge::known_ids::{findings, numbers};
use crate::knowledge::way_back::RunStep;
use crate::training::back_to_running::{Next, Session, Start, next};
use crate::training::light::{Column, Verdict, light};
use crate::training::longest::Band;
use crate::wording::note::{NoteWords, RunsOnPage};
use crate::wording::{fill, number};

/// So many days of the diary stand on the page, the newest.
const MOST_DAYS: usize = 12;

/// Where the runs come from and of which days they are; the days go where both do not fit behind a heading of this width.
pub(super) fn told_by(words: &RunsOnPage, told: &ToldRuns, room: usize) -> String {
    let by = if told.files { &words.by_files } else { &words.by_hand };
    let whole = fill(&words.told_by, &[("by", by), ("from", &told.from.to_string()), ("to", &told.to.to_string())]);
    if whole.len() <= room { whole } else { fill(&words.told_by_short, &[("by", by)]) }
}

/// The usual week: the runner's own answer first, and what the runs say where that is another number.
pub(super) fn usual_week(input: SectionInput<'_>, own: Option<String>) -> Option<String> {
    let words = &input.words.runs;
    let units = input.check.units;
    let by_runs = input.check.training.as_ref().and_then(|told| told.usual_week_km);
    let by_runs = by_runs.map(|km| in_units(f64::from(km), units).round());
    let said = input.number(numbers::WEEKLY_KM).map(|km| in_units(km, units).round());
    match (own, by_runs) {
        (Some(own), Some(runs)) if said != Some(runs) => {
            let by_runs = fill(&words.by_the_runs, &[("distance", &number(runs)), ("unit", unit(words, units))]);
            Some(format!("{own} {by_runs}"))
        }
        (Some(own), _) => Some(own),
        (None, runs) => {
            runs.map(|runs| fill(&words.usual_week, &[("distance", &number(runs)), ("unit", unit(words, units))]))
        }
    }
}

/// The last weeks in numbers, and the run that stands out.
pub(super) fn sentences(input: SectionInput<'_>) -> Vec<String> {
    let words = &input.words.runs;
    let units = input.check.units;
    let Some(told) = &input.check.training else { return Vec::new() };
    let weeks: Vec<String> = told.weeks_km.iter().map(|km| number(in_units(f64::from(*km), units).round())).collect();
    let weeks = (weeks.len() > 1).then(|| {
        let values = [("count", &*weeks.len().to_string()), ("list", &*weeks.join(" ")), ("unit", unit(words, units))];
        fill(&words.last_weeks, &values)
    });
    weeks.into_iter().chain(told.stands_out.as_ref().map(|run| stands_out(words, run, units))).collect()
}

fn stands_out(words: &RunsOnPage, run: &StandsOut, units: Units) -> String {
    let distance = |metres: u32| format!("{:.1} {}", in_units(f64::from(metres) / 1000.0, units), unit(words, units));
    let (km, day) = (distance(run.distance_m), run.day.to_string());
    let base = run.base_m.map(distance).unwrap_or_default();
    match (run.base_m, run.per_cent_over()) {
        (Some(_), Some(over)) => fill(
            &words.stands_out,
            &[("distance", &km), ("day", &day), ("base", &base), ("percent", &over.to_string())],
        ),
        (Some(_), None) => fill(&words.no_longer, &[("distance", &km), ("day", &day), ("base", &base)]),
        (None, _) => fill(&words.no_base, &[("distance", &km), ("day", &day)]),
    }
}

/// Whether the run that stands out says what the runner answered about it, so that once is enough.
pub(super) fn says_the_same(input: SectionInput<'_>) -> bool {
    let run = input.check.training.as_ref().and_then(|told| told.stands_out.as_ref());
    let band = run.and_then(|run| Band::of(run.distance_m, run.base_m?));
    let finding = band.map(|band| match band {
        Band::AtMost10 => findings::LONGER_BY_AT_MOST_10,
        Band::From10To30 => findings::LONGER_BY_10_TO_30,
        Band::From30To100 => findings::LONGER_BY_30_TO_100,
        Band::Over100 => findings::MORE_THAN_DOUBLE,
    });
    finding.is_some_and(|finding| input.answer(&finding) == Answer::Yes)
}

/// Where the runner is on the way back to running; none where it never began.
pub(super) fn way_back(input: SectionInput<'_>) -> Option<String> {
    where_on_the_way(&input.words.runs, input.check, input.assessment, input.on)
}

/// The same, of any check on any day.
pub(super) fn where_on_the_way(words: &RunsOnPage, check: &Check, assessment: &Assessment, on: Date) -> Option<String> {
    let way = check.way_back.as_ref()?;
    let said_yes = way.clinician_said_yes.map(|day| fill(&words.said_yes, &[("date", &day.to_string())]));
    let step = match way.stopped {
        Some(day) => Some(fill(&words.way_stopped, &[("date", &day.to_string())])),
        None => Start::of(way).map(|start| {
            let column = RunningKnee::of(assessment).column;
            let sessions: Vec<Session> = check.diary.iter().map(|entry| Session::of(entry, column)).collect();
            step(words, start, next(start, &sessions, on))
        }),
    };
    let told: Vec<String> = [step, said_yes].into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

fn step(words: &RunsOnPage, start: Start, next: Next) -> String {
    let since = start.since.to_string();
    match next {
        Next::Session(planned) => {
            let code =
                if planned.step == RunStep::Walk { words.step_walk.clone() } else { planned.step.code().to_owned() };
            fill(&words.way_step, &[("step", &code), ("since", &since)])
        }
        Next::Done => fill(&words.way_done, &[("since", &since)]),
        Next::Stopped { first_red, second_red } => {
            fill(&words.way_two_reds, &[("first", &first_red.to_string()), ("second", &second_red.to_string())])
        }
    }
}

/// The second page: the newest days of the diary as a table. Empty without one.
pub(super) fn diary(words: &NoteWords, check: &Check, assessment: &Assessment) -> Section {
    let words = &words.runs;
    let column = RunningKnee::of(assessment).column;
    let shown = check.diary.len().saturating_sub(MOST_DAYS);
    let newest = check.diary.get(shown..).unwrap_or_default();
    if newest.is_empty() {
        return Section::default();
    }
    let heading = if shown == 0 {
        words.diary.clone()
    } else {
        let values = [("shown", &*newest.len().to_string()), ("all", &*check.diary.len().to_string())];
        fill(&words.diary_newest, &values)
    };
    let head = words.diary_head.clone();
    let rows = newest.iter().map(|entry| row(words, entry, column, check.units));
    let table: Vec<[String; 8]> = std::iter::once(head_cells(&head)).chain(rows).collect();
    let width = |at: usize| table.iter().filter_map(|row| row.get(at)).map(String::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..8).map(width).collect();
    let line = |row: &[String; 8]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        format!("  {}", cells.collect::<Vec<_>>().join("  ")).trim_end().to_owned()
    };
    let lines = std::iter::once(heading).chain(table.iter().map(line)).collect();
    Section { lines, ..Section::default() }
}

/// The names of the columns.
fn head_cells(head: &str) -> [String; 8] {
    let mut names = head.split('|').map(|name| name.trim().to_owned());
    std::array::from_fn(|_| names.next().unwrap_or_default())
}

fn row(words: &RunsOnPage, entry: &DiaryEntry, column: Column, units: Units) -> [String; 8] {
    let pain = entry.pain;
    let run =
        entry.run_m.map(|metres| format!("{:.1} {}", in_units(f64::from(metres) / 1000.0, units), unit(words, units)));
    let hour = pain.hour.map(|hour| match hour {
        HourAfter::BackToUsual => words.hour_back.clone(),
        HourAfter::NotYet => words.hour_not_yet.clone(),
    });
    let morning = pain.morning.map(|morning| match morning {
        NextMorning::SameOrBetter => words.morning_same.clone(),
        NextMorning::Worse => words.morning_worse.clone(),
    });
    let signs = match (pain.limp == Answer::Yes, pain.swollen == Answer::Yes) {
        (true, true) => words.limp_and_swollen.clone(),
        (true, false) => words.limp.clone(),
        (false, true) => words.swollen.clone(),
        (false, false) => String::new(),
    };
    let colour = match light(pain, column) {
        Verdict::Final(LightColour::Green) => &words.green,
        Verdict::Final(LightColour::Amber) => &words.amber,
        Verdict::Final(LightColour::Red) => &words.red,
        Verdict::Open { .. } => &words.open,
    };
    let told = match entry.told {
        ToldWhen::SameDay => &words.same_day,
        ToldWhen::NextDay => &words.next_day,
        ToldWhen::Later => &words.later,
    };
    let or_dash = |cell: Option<String>| cell.unwrap_or_else(|| "-".to_owned());
    [
        month_and_day(entry.day),
        or_dash(run),
        or_dash(pain.during.map(|pain| pain.to_string())),
        or_dash(hour),
        or_dash(morning),
        colour.clone(),
        told.clone(),
        signs,
    ]
}

fn month_and_day(day: Date) -> String {
    format!("{:02}-{:02}", day.month(), day.day())
}

fn in_units(km: f64, units: Units) -> f64 {
    km / units.km()
}

pub(super) fn unit(words: &RunsOnPage, units: Units) -> &str {
    match units {
        Units::Km => &words.km,
        Units::Miles => &words.miles,
    }
}
