//! What the runs show of the time before it began: two sentences first, then what they mean, answers, pictures.

use egui::Ui;

use super::super::question;
use super::super::read_model::ReadModel;
use super::super::result::explanation;
use super::super::widgets::button::Button;
use super::super::widgets::fold::fold;
use super::super::widgets::{card, heading, text};
use super::{naming, plot, proposed, sentences};
use crate::check::began::Began;
use crate::knowledge::ids::SourceId;
use crate::knowledge::known_ids::{KnownSource, sources};
use crate::session::command::{Command, RunsCommand};
use crate::training::rulers::Rulers;
use crate::wording::fill;

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.runs.shows;
    heading::heading(ui, 2, &words.title);
    began(ui, model);
    if let Some(rulers) = &model.runs.rulers {
        card::card(ui, |ui| told(ui, model, rulers));
        proposed::show(ui, model, rulers);
        plot::show(ui, model, rulers);
    }
    page(ui, model);
}

/// When it began: asked where only a year or nothing is told, else it can be changed.
fn began(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.runs.shows;
    let label = match model.check.began {
        None => model.words().questions.began.clone(),
        Some(Began::Day(day)) => fill(&words.began_on, &[("began", &model.date(day))]),
        Some(began) => fill(&words.began_on, &[("began", &began.to_string())]),
    };
    let is_wide = matches!(model.check.began, None | Some(Began::Year(_)));
    // What is typed may become a day letter by letter: a fold stays as it was when it was first seen.
    fold(ui, "began", &label, is_wide, |ui| {
        text::body(ui, if model.check.began.is_none() { &words.began_why } else { &words.began_year });
        question::began(ui, model);
    });
}

fn told(ui: &mut Ui, model: &ReadModel<'_>, rulers: &Rulers) {
    let words = &model.wording.runs.shows;
    text::bold(ui, &sentences::longest(model, rulers));
    if let Some(week) = sentences::week(model, rulers) {
        text::body(ui, &week);
    }
    if !rulers.anchor.is_day() {
        text::hint(ui, &fill(&words.month, &[("day", &naming::day(model, rulers.anchor.day))]));
    }
    if sentences::is_without_jump(rulers) {
        text::body(ui, &words.no_jump);
    }
    fold(ui, "means", &words.what_it_means, false, |ui| {
        means(ui, model, &words.means_longest, &[sources::LONGEST_RUN_STUDY]);
        means(ui, model, &words.means_week, &[sources::WEEKS_STUDY, sources::LONGEST_RUN_STUDY]);
        means(ui, model, &words.means_limits, &[sources::JUDGEMENT]);
    });
}

/// A sentence with where it comes from, and how well that is known.
fn means(ui: &mut Ui, model: &ReadModel<'_>, sentence: &str, from: &[KnownSource]) {
    text::body(ui, sentence);
    let ids: Vec<SourceId> = from.iter().map(|source| SourceId::from(&**source)).collect();
    let grades = ids.iter().filter_map(|id| model.knowledge.source(id.as_str())).map(|source| source.grade);
    if let Some(least) = grades.max() {
        text::hint(ui, &explanation::from(model, &ids, explanation::known(model, least)));
    }
}

/// The page for the visit tells it where the runner wants it.
fn page(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.wording.runs.shows;
    if model.check.training.is_some() {
        text::body(ui, &words.is_on_page);
        if Button::secondary(&words.off_page).show(ui).clicked() {
            model.send(Command::Runs(RunsCommand::OnPage(false)));
        }
    } else if model.runs.rulers.is_some() && Button::primary(&words.on_page).show(ui).clicked() {
        model.send(Command::Runs(RunsCommand::OnPage(true)));
    }
}
