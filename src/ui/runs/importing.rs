//! Choosing files, and how far reading them is.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::{card, meter, text};
use super::naming;
use crate::plain_text::quoted;
use crate::session::command::{Command, RunsCommand};
use crate::session::run_state::{KeptRuns, ReadingState};
use crate::wording::fill;

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.runs.reading;
    if ui.input(|input| !input.raw.hovered_files.is_empty()) {
        card::note_panel(ui, &words.drop_now, |_| {});
    }
    if let KeptRuns::Unreadable(why) = &model.runs.kept {
        card::problem_panel(ui, &words.kept_unreadable, |ui| {
            text::body(ui, &words.kept_unreadable_body);
            text::body(ui, &fill(&words.kept_unreadable_why, &[("why", &quoted(why))]));
        });
    }
    if model.runs.log.all().is_empty() {
        text::body(ui, &words.lead);
        text::body(ui, &words.stays_here);
        text::body(ui, &words.drop_here);
        text::hint(ui, &words.works_with);
    }
    if let ReadingState::Reading { done, total } = model.runs.reading {
        reading(ui, model, done, total);
        return;
    }
    choose(ui, model);
    match &model.runs.reading {
        ReadingState::Choosing => _ = text::body(ui, &words.choosing),
        ReadingState::Stopped => _ = text::bold(ui, &words.stopped),
        ReadingState::NoDialog => _ = card::problem_panel(ui, &words.no_dialog, |_| {}),
        ReadingState::Read if model.runs.last.is_unread() && !model.runs.last.refused.is_empty() => {
            text::bold(ui, &words.nothing_read);
        }
        ReadingState::Read | ReadingState::Nothing | ReadingState::Reading { .. } => {}
    }
}

fn choose(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.runs.reading;
    ui.horizontal_wrapped(|ui| {
        for (label, command) in
            [(&words.choose_files, RunsCommand::PickFiles), (&words.choose_folder, RunsCommand::PickFolder)]
        {
            if Button::secondary(label).show(ui).clicked() {
                model.send(Command::Runs(command));
            }
        }
    });
}

fn reading(ui: &mut Ui, model: &ReadModel<'_>, done: usize, total: usize) {
    let words = &model.wording.runs.reading;
    card::card(ui, |ui| {
        if total == 0 {
            text::bold(ui, &words.looking);
        } else {
            let counts = [("done", naming::count(done)), ("total", naming::count(total))];
            text::bold(ui, &fill(&words.read_of, &counts.each_ref().map(|(key, count)| (*key, count.as_str()))));
            meter::meter(ui, done as f32 / total as f32);
        }
        if Button::secondary(&words.stop).show(ui).clicked() {
            model.send(Command::Runs(RunsCommand::StopReading));
        }
    });
}
