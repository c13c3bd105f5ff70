//! The tasks that come before the first step.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::chips::{Chip, chips};
use super::super::widgets::{card, heading, text};
use crate::assess::running::RunningKnee;
use crate::check::edit::Edit;
use crate::check::way_back::{EntryDay, WayBackEdit};
use crate::knowledge::way_back::{EntryTask, Gate, RunStep};
use crate::plan::way_back::hops;
use crate::training::entry_check::Hops;
use crate::wording::fill;

/// Shows the tasks, those of `open` not green yet, and the way on.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, open: &[EntryTask]) {
    let words = &model.wording.diary.way_back;
    heading::heading(ui, 2, &words.entry);
    text::body(ui, &words.entry_lead);
    for task in EntryTask::ALL.into_iter().filter(|task| is_asked(model, *task, open)) {
        if let Some(gate) = model.knowledge.advice.gate_of(task) {
            card::card(ui, |ui| row(ui, model, task, gate));
        }
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

fn row(ui: &mut Ui, model: &ReadModel<'_>, task: EntryTask, gate: &Gate) {
    let words = &model.wording.diary.way_back;
    let task_words = model.places.fill(&gate.text);
    let green = model.check.way_back.as_ref().and_then(|way| way.entry.get(&task));
    text::body(ui, &task_words);
    let name = fill(&words.green_named, &[("task", &task_words)]);
    let chip = Chip { label: &words.green_today, name: &name, on: green.is_some() };
    if chips(ui, &format!("{task:?}"), &task_words, &[chip]).pressed.is_some() {
        model.edit(Edit::WayBack(match green {
            Some(_) => WayBackEdit::NotGreen(task),
            None => WayBackEdit::Green(task, model.today),
        }));
    }
    if let Some(EntryDay(day)) = green {
        text::hint(ui, &fill(&words.green_on, &[("date", &model.date(*day))]));
    }
}
