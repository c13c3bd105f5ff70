//! What is asked before it counts: one card for each reason, with an answer for all of it. Nothing is guessed.

use egui::Ui;

use super::super::read_model::ReadModel;
use super::super::widgets::button::Button;
use super::super::widgets::{card, heading, text};
use super::{left_out, naming};
use crate::check::Units;
use crate::session::command::{Command, RunsCommand};
use crate::training::list_answers::{DateOrder, ListAnswers, Unit};
use crate::training::reading::Asked;
use crate::training::run::{Recorded, Run};
use crate::training::run_log::AskedAnswer;
use crate::wording::fill;

/// A question of one kind: its text, and its two answers with what they ask for.
struct Question<'a> {
    text: &'a str,
    answers: [(&'a str, RunsCommand); 2],
}

pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let asked = &model.runs.last.asked;
    if asked.is_empty() {
        return;
    }
    let is_kind: [fn(&&Asked) -> bool; 5] = [
        |asked| matches!(asked, Asked::Sport(_)),
        |asked| matches!(asked, Asked::Speed(_)),
        |asked| matches!(asked, Asked::Same(..)),
        |asked| matches!(asked, Asked::Unit { .. }),
        |asked| matches!(asked, Asked::Order { .. }),
    ];
    text::bold(ui, &model.wording.runs.asked.lead);
    for is_kind in is_kind {
        if let Some(first) = asked.iter().find(is_kind) {
            question(ui, model, first, asked.iter().filter(is_kind).count());
        }
    }
}

fn question(ui: &mut Ui, model: &ReadModel<'_>, first: &Asked, count: usize) {
    let Question { text, answers } = of_kind(model, first);
    card::card(ui, |ui| {
        heading::small(ui, 2, &fill(text, &[("count", &naming::count(count))]));
        text::body(ui, &about(model, first));
        ui.horizontal_wrapped(|ui| {
            for (label, command) in answers {
                if Button::secondary(label).show(ui).clicked() {
                    model.send(Command::Runs(command));
                }
            }
        });
    });
}

fn of_kind<'a>(model: &'a ReadModel<'_>, asked: &Asked) -> Question<'a> {
    let words = &model.wording.runs.asked;
    let unit = |unit| RunsCommand::AnswerLists(ListAnswers { unit: Some(unit), order: None });
    let order = |order| RunsCommand::AnswerLists(ListAnswers { unit: None, order: Some(order) });
    let (text, yes, no) = match asked {
        Asked::Sport(_) => (
            &words.sport,
            (&words.sport_run, RunsCommand::Answer(AskedAnswer::SportIsRun)),
            (&words.sport_other, RunsCommand::Answer(AskedAnswer::SportIsOther)),
        ),
        Asked::Speed(_) => (
            &words.speed,
            (&words.speed_run, RunsCommand::Answer(AskedAnswer::SpeedIsRun)),
            (&words.speed_other, RunsCommand::Answer(AskedAnswer::SpeedIsOther)),
        ),
        Asked::Same(..) => (
            &words.same,
            (&words.same_same, RunsCommand::Answer(AskedAnswer::SameIsSame)),
            (&words.same_other, RunsCommand::Answer(AskedAnswer::SameIsOther)),
        ),
        Asked::Unit { .. } => {
            (&words.unit, (&words.unit_km, unit(Unit::Kilometres)), (&words.unit_miles, unit(Unit::Miles)))
        }
        Asked::Order { .. } => (
            &words.order,
            (&words.order_day, order(DateOrder::DayFirst)),
            (&words.order_month, order(DateOrder::MonthFirst)),
        ),
    };
    Question { text, answers: [yes, no].map(|(label, command)| (label.as_str(), command)) }
}

/// What is known of the first one.
fn about(model: &ReadModel<'_>, asked: &Asked) -> String {
    let words = &model.wording.runs.asked;
    let first = |text: &str, recorded: &Recorded, more: (&str, &str)| {
        let [distance, day, file] = left_out::of_run(model, recorded);
        fill(text, &[("distance", &distance), ("day", &day), ("file", &file), more])
    };
    match asked {
        Asked::Sport(recorded) => first(&words.first, recorded, ("", "")),
        Asked::Speed(recorded) => match speed(model, &recorded.run) {
            Some(speed) => first(&words.first_speed, recorded, ("speed", &speed)),
            None => first(&words.first, recorded, ("", "")),
        },
        Asked::Same(recorded, of) => first(&words.first_same, recorded, ("of", &naming::file(model, of))),
        Asked::Unit { origin, .. } | Asked::Order { origin, .. } => {
            fill(&words.in_file, &[("file", &naming::file(model, origin))])
        }
    }
}

/// How fast it was while it moved.
fn speed(model: &ReadModel<'_>, run: &Run) -> Option<String> {
    let words = &model.wording.runs.asked;
    let seconds = run.moving_s.or(run.elapsed_s).filter(|seconds| *seconds > 0)?;
    let an_hour = naming::in_units(model, run.distance_m) * 3600.0 / f64::from(seconds);
    let text = if model.check.units == Units::Miles { &words.miles_an_hour } else { &words.km_an_hour };
    Some(fill(text, &[("speed", &format!("{an_hour:.0}"))]))
}
