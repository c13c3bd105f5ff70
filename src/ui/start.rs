//! The first screen: what this is, for whom, and how to begin or go on.

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::choice::choose;
use super::widgets::fold::fold;
use super::widgets::{card, heading, radio_group, text};
use crate::check::WrittenBy;
use crate::check::edit::Edit;
use crate::session::command::Command;
use crate::session::screen::Screen;
use crate::session::state::{CheckOrigin, UnreadKeptCheck};
use crate::session::status::sore_knee;
use crate::store::autosave::AutosaveOutcome;
use crate::store::settings::KeepAnswers;
use crate::store::text_file::UnreadableFile;
use crate::ui::icons::Icon;
use crate::wording::fill;

/// The first screen.
pub fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    heading::heading(ui, 1, &words.start.title);
    text::body(ui, &words.start.lead);
    text::body(ui, &words.start.time);
    text::body(ui, &model.knowledge.about.disclaimer_start);
    ui.add_space(8.0);
    if model.knowledge.about.is_old(model.today) {
        card::note_panel(ui, &words.start.old_content, |_| {});
    }
    if model.knowledge.about.is_from_later_than(model.today) {
        card::note_panel(ui, &fill(&words.start.wrong_clock, &[("date", &model.date(model.today))]), |_| {});
    }
    let cannot_keep = matches!(model.keeping, AutosaveOutcome::Failed(_));
    if cannot_keep {
        card::note_panel(ui, &words.start.not_kept, |ui| text::body(ui, &words.start.not_kept_more));
    }
    if let Some(fault) = model.kept_fault {
        not_read(ui, model, fault);
    }
    opened(ui, model);
    if model.check.is_empty() {
        who(ui, model);
        if Button::primary(&words.buttons.start).show(ui).clicked() {
            model.send(Command::Continue);
        }
        if model.settings.keep_answers == KeepAnswers::DoNotKeep {
            text::hint(ui, &words.start.privacy_not_kept);
        } else if !cannot_keep {
            text::hint(ui, &words.start.privacy);
        }
    } else {
        kept(ui, model);
    }
    if !model.earlier.is_empty() {
        let label = fill(&words.earlier.title_counted, &[("count", &model.earlier.len().to_string())]);
        if Button::quiet(&label).show(ui).clicked() {
            model.send(Command::GoTo(Screen::Earlier));
        }
    }
    fold(ui, "not made for", &words.start.not_made_for, false, |ui| {
        for case in &model.knowledge.about.not_made_for {
            text::bold(ui, &case.title);
            text::body(ui, &model.places.fill(&case.text));
        }
    });
}

/// Where the answers come from, where that is news.
fn opened(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    match model.opened {
        CheckOrigin::FileFailed(UnreadableFile(detail)) => {
            card::problem_panel(ui, &words.menu.open_failed, |ui| {
                text::body(ui, &fill(&words.menu.open_detail, &[("detail", detail)]));
            });
        }
        CheckOrigin::KeptAfterStop(place) => {
            card::note_panel(ui, &words.start.stopped, |ui| {
                if !place.is_empty() {
                    text::body(ui, &fill(&words.menu.open_detail, &[("detail", place)]));
                }
            });
        }
        CheckOrigin::FileNewer => _ = card::problem_panel(ui, &words.menu.open_newer, |_| {}),
        CheckOrigin::File => _ = card::note_panel(ui, &words.menu.opened, |_| {}),
        CheckOrigin::Fresh | CheckOrigin::Kept => {}
    }
}

/// Why the kept answers are not here, and what became of them.
fn not_read(ui: &mut Ui, model: &ReadModel<'_>, fault: &UnreadKeptCheck) {
    let words = model.words();
    match fault {
        UnreadKeptCheck::PutAside => _ = card::note_panel(ui, &words.start.damaged, |_| {}),
        UnreadKeptCheck::LeftInPlace => _ = card::note_panel(ui, &words.start.damaged_left, |_| {}),
        UnreadKeptCheck::Newer => _ = card::note_panel(ui, &words.start.newer, |_| {}),
        UnreadKeptCheck::NotRead(UnreadableFile(detail)) => {
            card::note_panel(ui, &words.start.not_read, |ui| {
                text::body(ui, &words.start.not_read_more);
                text::body(ui, &fill(&words.menu.open_detail, &[("detail", detail)]));
                if Button::secondary(&words.start.read_again).show(ui).clicked() {
                    model.send(Command::ReadAgain);
                }
            });
        }
    }
}

fn who(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().start;
    text::bold(ui, &words.parent);
    let choices = [
        (WrittenBy::Runner, &words.by_runner),
        (WrittenBy::Parent, &words.by_parent),
        (WrittenBy::SomebodyElse, &words.by_other),
    ];
    let picked = choose(&choices, Some(model.check.written_by), |labels, at| {
        radio_group::rows(ui, "written by", &words.parent, labels, at)
    });
    if let Some(by) = picked {
        model.edit(Edit::WrittenBy(by));
    }
    ui.add_space(8.0);
}

fn kept(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    let date = model.check.made.map(|date| model.date(date));
    let knee = model.check.side.map(|side| sore_knee(words, side));
    let line = match (&date, &knee) {
        (Some(date), Some(knee)) => fill(&words.start.kept_knee, &[("date", date), ("knee", knee)]),
        (Some(date), None) => fill(&words.start.kept, &[("date", date)]),
        (None, Some(knee)) => fill(&words.start.kept_knee_undated, &[("knee", knee)]),
        (None, None) => words.start.kept_undated.clone(),
    };
    text::bold(ui, &line);
    text::body(ui, &words.start.same_pain);
    ui.horizontal_wrapped(|ui| {
        if Button::primary(&words.buttons.go_on).show(ui).clicked() {
            model.send(Command::GoOn);
        }
        if Button::secondary(&words.buttons.again).show(ui).clicked() {
            model.send(Command::StartAgain);
        }
        if Button::secondary(&words.buttons.delete).icon(Icon::CircleCross).show(ui).clicked() {
            model.send(Command::Delete);
        }
    });
}
