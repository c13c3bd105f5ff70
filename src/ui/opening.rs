//! What the first screen says besides its question: what this is, for whom, and where answers come from that are there.

use egui::Ui;

use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::fold::fold;
use super::widgets::{card, text};
use crate::assess::running::RunningKnee;
use crate::session::command::Command;
use crate::session::screen::Screen;
use crate::session::state::{CheckOrigin, UnreadKeptCheck};
use crate::session::status::sore_knee;
use crate::store::autosave::AutosaveOutcome;
use crate::store::settings::KeepAnswers;
use crate::store::text_file::UnreadableFile;
use crate::training::diary::{asked, looked_back_to};
use crate::ui::icons::Icon;
use crate::wording::fill;

/// Whether answers are there that the runner did not give just now, and has not gone on with.
#[must_use]
pub fn is_return(model: &ReadModel<'_>) -> bool {
    !model.check.is_empty() && !matches!(model.opened, CheckOrigin::Fresh | CheckOrigin::Answered)
}

/// What has to be known before anything is answered, and the answers that are there.
pub fn news(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    if model.knowledge.about.is_old(model.today) {
        card::note_panel(ui, &words.start.old_content, |_| {});
    }
    if model.knowledge.about.is_from_later_than(model.today) {
        card::note_panel(ui, &fill(&words.start.wrong_clock, &[("date", &model.date(model.today))]), |_| {});
    }
    if cannot_keep(model) {
        card::note_panel(ui, &words.start.not_kept, |ui| text::body(ui, &words.start.not_kept_more));
    }
    if let Some(fault) = model.kept_fault {
        not_read(ui, model, fault);
    }
    opened(ui, model);
    if is_return(model) {
        kept(ui, model);
    }
}

fn cannot_keep(model: &ReadModel<'_>) -> bool {
    matches!(model.keeping, AutosaveOutcome::Failed(_))
}

/// What this is, how long it takes, what becomes of the answers, and who it is not made for.
pub fn about(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    // Whoever has begun has read it, and the places need the room.
    if model.check.spots.is_empty() || is_return(model) {
        text::hint(ui, &words.start.lead);
        text::hint(ui, &words.start.time);
        text::hint(ui, &model.knowledge.about.disclaimer_start);
        if model.settings.keep_answers == KeepAnswers::DoNotKeep {
            text::hint(ui, &words.start.privacy_not_kept);
        } else if !cannot_keep(model) {
            text::hint(ui, &words.start.privacy);
        }
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
        CheckOrigin::Fresh | CheckOrigin::Kept | CheckOrigin::Answered => {}
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

/// Asks first for the runs of the last days of which something is still to be told; whether there are any.
fn diary_waits(ui: &mut Ui, model: &ReadModel<'_>) -> bool {
    let runs = model.runs.log.counting_from(looked_back_to(model.today));
    if runs.is_empty() && model.check.diary.is_empty() {
        return false;
    }
    let column = RunningKnee::of(model.assessment).column;
    let asked = asked(&model.check.diary, &runs, column, model.today);
    let words = &model.wording.diary;
    let line = match asked.as_slice() {
        [] => return false,
        [run] => fill(&words.wait_one, &[("day", &model.day(run.day))]),
        more => fill(&words.wait_more, &[("count", &more.len().to_string())]),
    };
    card::note_panel(ui, &line, |ui| {
        if Button::primary(&words.wait_go).show(ui).clicked() {
            model.send(Command::GoTo(Screen::Diary));
        }
    });
    true
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
    let waits = diary_waits(ui, model);
    text::bold(ui, &line);
    text::body(ui, &words.start.same_pain);
    ui.horizontal_wrapped(|ui| {
        let go_on = if waits { Button::secondary } else { Button::primary };
        if go_on(&words.buttons.go_on).show(ui).clicked() {
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
