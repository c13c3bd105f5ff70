//! The diary: how the knee was in and after each run. What is still to be told comes first.

mod add;
mod day_card;
mod light_line;
mod rows;
mod shown;

use egui::Ui;
use jiff::civil::Date;

use super::icons::Icon;
use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::{card, heading, text};
use crate::assess::running::RunningKnee;
use crate::assess::what_holds::WhatHolds;
use crate::check::answer::Answer;
use crate::check::diary::DiaryEntry;
use crate::knowledge::ids::QuestionId;
use crate::knowledge::known_ids::{findings, questions};
use crate::session::command::Command;
use crate::session::screen::Screen;
use crate::training::diary::{AskedRun, asked, is_asked_about, looked_back_to};
use add::AddDay;
use shown::Shown;

/// What the screen of the diary keeps between frames.
#[derive(Debug, Default)]
pub struct DiaryScreen {
    /// The days whose questions stand open at the top: they stay there once all is told, so that nothing moves away.
    told_here: Vec<Date>,
    /// The day below that is being changed.
    changing: Option<Date>,
    add: Option<AddDay>,
}

impl DiaryScreen {
    /// The diary as a screen of its own.
    pub(super) fn show(&mut self, ui: &mut Ui, model: &ReadModel<'_>) {
        let words = &model.wording.diary;
        heading::heading(ui, 1, &words.title);
        ui.horizontal_wrapped(|ui| {
            if Button::secondary(&words.close).icon(Icon::ArrowBack).show(ui).clicked() {
                *self = Self::default();
                model.send(Command::Back);
            }
            if Button::quiet(&words.way_back.title).show(ui).clicked() {
                model.send(Command::GoTo(Screen::WayBack));
            }
        });
        text::body(ui, &words.lead);
        let runs = model.runs.log.counting_from(looked_back_to(model.today));
        let column = RunningKnee::of(model.assessment).column;
        let asked = asked(&model.check.diary, &runs, column, model.today);
        let shown = Shown { column, runs: &runs, asked };
        tell_in_the_form(ui, model);
        self.still_open(ui, model, &shown);
        add::show(ui, model, &mut self.add, &mut self.told_here);
        self.days(ui, model, &shown);
    }

    /// The days with something to tell, the newest first.
    fn still_open(&mut self, ui: &mut Ui, model: &ReadModel<'_>, shown: &Shown<'_>) {
        for AskedRun { day, .. } in shown.asked.iter().cloned() {
            if !self.told_here.contains(&day) && self.changing != Some(day) {
                self.told_here.push(day);
            }
        }
        self.told_here.sort_unstable_by(|one, other| other.cmp(one));
        // A day that was removed, or whose run went, has nothing to show.
        let is_there = |day: &Date| {
            model.check.diary.iter().any(|entry| entry.day == *day) || shown.runs.iter().any(|run| run.day == *day)
        };
        self.told_here.retain(is_there);
        if self.told_here.is_empty() {
            return;
        }
        heading::heading(ui, 2, &model.wording.diary.to_tell);
        let mut done = None;
        for day in &self.told_here {
            if day_card::show(ui, model, shown, *day) {
                done = Some(*day);
            }
        }
        self.told_here.retain(|day| Some(*day) != done);
    }

    fn days(&mut self, ui: &mut Ui, model: &ReadModel<'_>, shown: &Shown<'_>) {
        let words = &model.wording.diary;
        let is_below = |entry: &&DiaryEntry| !self.told_here.contains(&entry.day);
        let entries: Vec<&DiaryEntry> = model.check.diary.iter().rev().filter(is_below).collect();
        if entries.is_empty() {
            if self.told_here.is_empty() {
                text::body(ui, &words.none);
            }
            return;
        }
        heading::heading(ui, 2, &words.days);
        rows::show(ui, model, shown, &entries, &mut self.changing);
    }
}

/// What was told here of the last days and not in the form, where it can change what to do: safety comes first.
fn tell_in_the_form(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.diary;
    let lately = || model.check.diary.iter().filter(|entry| is_asked_about(entry.day, model.today));
    let told = |said: fn(&DiaryEntry) -> Answer| lately().any(|entry| said(entry) == Answer::Yes);
    let evidence = &model.assessment.evidence;
    let walk = model.knowledge.question(&questions::WALK);
    let mut ways = walk.into_iter().flat_map(|question| &question.options);
    let limps = ways.any(|row| row.id != findings::WALK_NORMAL && evidence.is_yes(row.id.as_str()));
    if told(|entry| entry.pain.limp) && !limps {
        offer(ui, model, (&words.tell_limp, &words.go_limp), questions::WALK.into());
    }
    let swollen = || WhatHolds::of(model.assessment).may_hold(&model.knowledge.planning.way_back.swollen);
    if told(|entry| entry.pain.swollen) && !swollen() {
        offer(ui, model, (&words.tell_swollen, &words.go_swollen), questions::SWELLING.into());
    }
}

fn offer(ui: &mut Ui, model: &ReadModel<'_>, (line, label): (&str, &str), question: QuestionId) {
    card::note_panel(ui, line, |ui| {
        if Button::secondary(label).show(ui).clicked() {
            model.send(Command::GoToQuestion(question));
        }
    });
}
