//! All runs, the newest first, each of which can be left out.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::long_list::long_list;
use super::super::widgets::{card, heading, text};
use super::naming;
use super::row::beside;
use crate::session::command::{Command, RunsCommand};
use crate::training::run::FileKind;
use crate::training::run_log::{Counts, LoggedRun};
use crate::wording::fill;

/// About how high a row is.
const ROW: f32 = 52.0;

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.runs.list;
    let all = model.runs.log.all();
    heading::heading(ui, 2, &words.title);
    let newest = all.len().saturating_sub(1);
    long_list(ui, "all runs", all.len(), ROW, |ui, at| {
        let place = newest - at;
        if let Some(logged) = all.get(place) {
            row(ui, model, place, logged);
        }
    });
    // The last stop of Tab is no row of the list: those out of view are not there to go back to.
    delete(ui, model);
}

/// All of them can be deleted, after one question.
fn delete(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.runs.list;
    if !model.runs.asks_to_delete {
        if Button::quiet(&words.delete).show(ui).clicked() {
            model.send(Command::Runs(RunsCommand::AskDelete(true)));
        }
        return;
    }
    card::note_panel(ui, &words.delete_ask, |ui| {
        text::body(ui, &words.delete_body);
        ui.horizontal_wrapped(|ui| {
            if Button::secondary(&words.delete_no).show(ui).clicked() {
                model.send(Command::Runs(RunsCommand::AskDelete(false)));
            }
            if Button::secondary(&words.delete_yes).show(ui).clicked() {
                model.send(Command::Runs(RunsCommand::DeleteAll));
            }
        });
    });
}

fn row(ui: &mut Ui, model: &ReadModel<'_>, place: usize, logged: &LoggedRun) {
    let words = &model.wording.runs.list;
    let run = &logged.run;
    let day = run.day.strftime("%a %-d %B %Y").to_string();
    let distance = naming::distance(model, run.distance_m);
    let what = fill(&words.row, &[("day", &day), ("distance", &distance)]);
    let kind = kind(model, run.origin.kind);
    let told = match (logged.counts, run.felt) {
        (Counts::LeftOut, _) => fill(&words.is_left_out, &[("kind", kind)]),
        (Counts::Yes, Some(felt)) => fill(&words.row_felt, &[("kind", kind), ("felt", &felt.to_string())]),
        (Counts::Yes, None) => kind.to_owned(),
    };
    let tell = |ui: &mut Ui| {
        text::bold(ui, &what);
        text::hint(ui, &told);
    };
    beside(ui, tell, |ui| button(ui, model, place, logged, &what));
}

fn button(ui: &mut Ui, model: &ReadModel<'_>, place: usize, logged: &LoggedRun, what: &str) {
    let words = &model.wording.runs.list;
    let (label, name, counts) = match logged.counts {
        Counts::Yes => (&words.leave_out, &words.leave_out_named, Counts::LeftOut),
        Counts::LeftOut => (&words.count_again, &words.count_again_named, Counts::Yes),
    };
    if Button::quiet(label).named(&fill(name, &[("what", what)])).show(ui).clicked() {
        model.send(Command::Runs(RunsCommand::Set(place, counts)));
    }
}

fn kind<'a>(model: &'a ReadModel<'_>, kind: FileKind) -> &'a str {
    let words = &model.wording.runs.list;
    match kind {
        FileKind::Fit => &words.fit,
        FileKind::Tcx => &words.tcx,
        FileKind::Gpx => &words.gpx,
        FileKind::StravaList => &words.strava_list,
        FileKind::GarminList => &words.garmin_list,
        FileKind::PlainList => &words.plain_list,
        FileKind::ByHand => &words.by_hand,
    }
}
