//! The tasks that come before the first step.

use egui::Ui;
use jiff::civil::Date;

use super::super::answer_list::list_words;
use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::check_list::{Cells, Change, Mark, Row, check_list};
use super::super::widgets::{heading, text};
use crate::assess::running::RunningKnee;
use crate::check::edit::Edit;
use crate::check::way_back::{EntryDay, WayBackEdit};
use crate::knowledge::way_back::{EntryTask, RunStep};
use crate::plan::way_back::hops;
use crate::training::entry_check::Hops;
use crate::wording::fill;

/// Shows the tasks, those of `open` not green yet, and the way on.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, open: &[EntryTask]) {
    let words = &model.wording.diary.way_back;
    heading::heading(ui, 2, &words.entry);
    text::body(ui, &words.entry_lead);
    let tasks: Vec<EntryTask> = EntryTask::ALL.into_iter().filter(|task| is_asked(model, *task, open)).collect();
    let labels: Vec<String> = tasks.iter().map(|task| label(model, *task)).collect();
    let rows: Vec<Row<'_>> = tasks
        .iter()
        .zip(&labels)
        .map(|(task, label)| Row { label, short: label, mark: mark(model, *task), cells: Cells::YesAlone })
        .collect();
    let list = check_list(ui, "entry tasks", &words.entry, &rows, None, list_words(model));
    if let Some(Change::Row(at, mark)) = list.change
        && let Some(task) = tasks.get(at)
    {
        model.edit(Edit::WayBack(match mark {
            Mark::Yes => WayBackEdit::Green(*task, model.today),
            _ => WayBackEdit::NotGreen(*task),
        }));
    }
    text::body(ui, if open.is_empty() { &words.entry_passed } else { &words.entry_open });
    if open.is_empty() && Button::primary(&words.start).show(ui).clicked() {
        model.edit(Edit::WayBack(WayBackEdit::Begin(RunStep::R1, model.today)));
    }
    text::hint(ui, &model.places.fill(&model.knowledge.advice.return_note));
}

/// Hops come last, and not to everybody.
fn is_asked(model: &ReadModel<'_>, task: EntryTask, open: &[EntryTask]) -> bool {
    if task != EntryTask::Hops {
        return true;
    }
    let bars = RunningKnee::of(model.assessment).bars;
    hops(model.assessment, &bars) == Hops::Asked && (open.is_empty() || open == [EntryTask::Hops])
}

fn green_day(model: &ReadModel<'_>, task: EntryTask) -> Option<Date> {
    let EntryDay(day) = model.check.way_back.as_ref()?.entry.get(&task)?;
    Some(*day)
}

fn mark(model: &ReadModel<'_>, task: EntryTask) -> Mark {
    if green_day(model, task).is_some() { Mark::Yes } else { Mark::Unset }
}

/// The task, and the day on which it was green where that is not today.
fn label(model: &ReadModel<'_>, task: EntryTask) -> String {
    let words = model.knowledge.advice.gate_of(task).map(|gate| model.places.fill(&gate.text)).unwrap_or_default();
    let before = green_day(model, task).filter(|day| *day != model.today);
    before.map_or(words.clone(), |day| {
        fill(&model.wording.diary.way_back.green_on, &[("task", &words), ("date", &model.date(day))])
    })
}
