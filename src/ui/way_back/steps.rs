//! The step now, the next run, the days ahead, and what comes after the last step.

use egui::Ui;

use super::super::icons::Icon;
use super::super::page_panel;
use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::fold::fold;
use super::super::widgets::{card, heading, text};
use crate::assess::running::RunningKnee;
use crate::check::edit::Edit;
use crate::check::way_back::WayBackEdit;
use crate::knowledge::way_back::RunStep;
use crate::plan::way_back::session_words;
use crate::session::command::Command;
use crate::session::document::Document;
use crate::training::back_to_running::{Planned, WhyStep};
use crate::training::diary::{looked_back_to, next_longest_m};
use crate::wording::fill;

/// Shows the runs to come, the next one first.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, ahead: &[Planned]) {
    let words = &model.wording.diary.way_back;
    let [next, later @ ..] = ahead else { return };
    card::card(ui, |ui| {
        heading::heading(ui, 2, &step_name(model, next.step));
        let day = if next.day == model.today { words.today.clone() } else { model.day(next.day) };
        let line = if next.step == RunStep::Walk { &words.next_walk } else { &words.next };
        text::bold(ui, &fill(line, &[("day", &day), ("session", &session(model, next.step))]));
        text::body(ui, &why(model, next.why));
        if let Some(row) = model.knowledge.advice.return_step(next.step) {
            text::body(ui, &row.rule);
        }
    });
    if !later.is_empty() {
        fold(ui, "runs ahead", &words.ahead, false, |ui| {
            text::body(ui, &words.ahead_lead);
            for run in later {
                let values = [("day", &*model.day(run.day)), ("session", &*session(model, run.step))];
                text::body(ui, &fill(&words.ahead_row, &values));
            }
        });
    }
    fold(ui, "how to run", &words.how, false, |ui| {
        text::body(ui, &model.places.fill(&model.knowledge.advice.return_note));
    });
    if Button::secondary(&words.save).icon(Icon::Save).show(ui).clicked() {
        model.send(Command::SaveCalendar);
    }
    if model.save_of == Document::Calendar {
        page_panel::save_state(ui, model);
    }
}

/// After the last step: how long the next longest run may be.
pub(super) fn done(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.diary.way_back;
    let runs = model.runs.log.counting_from(looked_back_to(model.today));
    let column = RunningKnee::of(model.assessment).column;
    let most = next_longest_m(&runs, &model.check.diary, column, model.today);
    card::card(ui, |ui| {
        heading::heading(ui, 2, &words.done);
        if let Some(most) = most {
            text::bold(ui, &fill(&words.ceiling, &[("distance", &model.distance(most))]));
            text::body(ui, &words.ceiling_why);
        } else {
            text::bold(ui, &words.no_ceiling);
            if Button::primary(&words.start).show(ui).clicked() {
                model.edit(Edit::WayBack(WayBackEdit::Begin(RunStep::R1, model.today)));
            }
        }
    });
}

/// "Step 2 of 8".
fn step_name(model: &ReadModel<'_>, step: RunStep) -> String {
    let words = &model.wording.diary.way_back;
    let Some(at) = RunStep::RUNS.iter().position(|run| *run == step) else { return words.step_walk.clone() };
    let (number, all) = ((at + 1).to_string(), RunStep::RUNS.len().to_string());
    let values = [("step", number.as_str()), ("steps", all.as_str()), ("code", step.code())];
    fill(&words.step, &values)
}

/// What is done, inside of a sentence.
fn session(model: &ReadModel<'_>, step: RunStep) -> String {
    let words = session_words(model.knowledge, step);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn why(model: &ReadModel<'_>, why: WhyStep) -> String {
    let words = &model.wording.diary.way_back;
    let days = |text: &str, days: i32| fill(text, &[("days", &days.to_string())]);
    match why {
        WhyStep::Begins => words.begins.clone(),
        WhyStep::StepUp => words.step_up.clone(),
        WhyStep::OneMoreGreen => words.one_more_green.clone(),
        WhyStep::AmberAgain => words.amber_again.clone(),
        WhyStep::DownAfterRed => words.down_after_red.clone(),
        WhyStep::LastIsOpen => words.last_is_open.clone(),
        WhyStep::CountsAnew(off) => days(&words.counts_anew, off),
        WhyStep::BeginsAnew(off) => days(&words.begins_anew, off),
    }
}
