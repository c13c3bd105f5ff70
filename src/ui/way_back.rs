//! The way back to running: what stands before it, the step now, the next run, the days ahead.

mod entry;
mod steps;

use egui::Ui;

use super::answer_list::list_words;
use super::icons::Icon;
use super::read_model::ReadModel;
use super::result::urgency;
use super::widgets::button::Button;
use super::widgets::check_list::{Cells, Mark, Row, check_list};
use super::widgets::{card, heading, text};
use crate::check::edit::Edit;
use crate::check::way_back::WayBackEdit;
use crate::knowledge::rule::Level;
use crate::plan::way_back::BackToRunning;
use crate::session::command::Command;
use crate::session::screen::Screen;
use crate::training::entry_check::Bar;
use crate::wording::fill;
use jiff::civil::Date;

/// The way back as a screen of its own.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.diary.way_back;
    heading::heading(ui, 1, &words.title);
    ui.horizontal_wrapped(|ui| {
        if Button::secondary(&words.close).icon(Icon::ArrowBack).show(ui).clicked() {
            model.send(Command::Back);
        }
        if Button::quiet(&model.wording.diary.title).show(ui).clicked() {
            model.send(Command::GoTo(Screen::Diary));
        }
    });
    let way = BackToRunning::of(model.check, model.assessment, model.today);
    match &way {
        BackToRunning::ClinicianFirst { bars, stopped } => clinician_first(ui, model, bars, *stopped),
        BackToRunning::TwoReds { first, second } => two_reds(ui, model, *first, *second),
        BackToRunning::Entry(open) => {
            said_yes(ui, model, None);
            entry::show(ui, model, open);
        }
        BackToRunning::Runs(ahead) => {
            steps::show(ui, model, ahead);
            said_yes(ui, model, None);
        }
        BackToRunning::Done => steps::done(ui, model),
    }
    if model.check.way_back.as_ref().is_some_and(|way| way.since.is_some())
        && Button::quiet(&words.remove).show(ui).clicked()
    {
        model.edit(Edit::WayBack(WayBackEdit::Remove));
    }
}

fn clinician_first(ui: &mut Ui, model: &ReadModel<'_>, bars: &[Bar], stopped: Option<Date>) {
    let words = &model.wording.diary.way_back;
    card::note_panel(ui, &words.clinician_first, |ui| {
        if let Some(day) = stopped {
            text::body(ui, &fill(&words.bar_stopped, &[("date", &model.date(day))]));
        }
        for bar in bars {
            let why = match bar {
                Bar::Urgent => &words.bar_urgent,
                Bar::SeenFirst => &words.bar_seen_first,
                Bar::LevelUnknown => &words.bar_level,
                Bar::BonePattern => &words.bar_bone,
                Bar::BoneStressFitsWell => &words.bar_bone_stress,
            };
            text::body(ui, why);
        }
        if bars.contains(&Bar::LevelUnknown) && Button::secondary(&words.answer_missing).show(ui).clicked() {
            model.send(Command::AnswerMissing);
        }
    });
    if bars.contains(&Bar::Urgent) {
        what_to_do(ui, model);
    }
    tick(ui, model, None);
}

/// What the urgency card says.
fn what_to_do(ui: &mut Ui, model: &ReadModel<'_>) {
    let Some(rule) = model.assessment.first_rule() else { return };
    let level: Level = model.assessment.urgency.level;
    let headline = model.places.fill(&rule.headline);
    card::urgency_card(ui, level, urgency::level_word(model, level), &headline, |ui| {
        text::bold(ui, &model.places.fill(&rule.action));
        text::body(ui, &rule.reason);
    });
}

fn two_reds(ui: &mut Ui, model: &ReadModel<'_>, first: Date, second: Date) {
    let words = &model.wording.diary.way_back;
    card::problem_panel(ui, &words.two_reds, |ui| {
        let values = [("first", &*model.date(first)), ("second", &*model.date(second))];
        text::body(ui, &model.places.fill(&fill(&words.two_reds_why, &values)));
    });
    tick(ui, model, Some(second));
}

/// The word of a doctor or physio, where there is one.
fn said_yes(ui: &mut Ui, model: &ReadModel<'_>, since: Option<Date>) {
    if model.check.way_back.as_ref().is_some_and(|way| way.clinician_said_yes.is_some()) {
        tick(ui, model, since);
    }
}

/// The tick that a doctor or physio said yes, with its day; one from before `since` counts no more.
fn tick(ui: &mut Ui, model: &ReadModel<'_>, since: Option<Date>) {
    let words = &model.wording.diary.way_back;
    let said = model.check.way_back.as_ref().and_then(|way| way.clinician_said_yes);
    let said = said.filter(|day| since.is_none_or(|since| *day >= since));
    let label = match said {
        Some(day) if day != model.today => fill(&words.said_on, &[("date", &model.date(day))]),
        _ => words.said_yes.clone(),
    };
    let mark = if said.is_some() { Mark::Yes } else { Mark::Unset };
    let row = Row { label: &label, short: &label, mark, cells: Cells::YesAlone };
    if check_list(ui, "said yes", &words.said_yes, &[row], None, list_words(model)).change.is_some() {
        model.edit(Edit::WayBack(match said {
            Some(_) => WayBackEdit::ClinicianTakesBack,
            None => WayBackEdit::ClinicianSaidYes(model.today),
        }));
    }
}
