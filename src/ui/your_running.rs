//! What the runner aims at: the day of a race, and why they want to be seen.

use egui::Ui;
use jiff::civil::Date;

use super::drafts::TextBox;
use super::read_model::ReadModel;
use super::runs;
use super::widgets::text_field::TextField;
use super::widgets::{radio_group, text};
use crate::check::edit::{Edit, Field};
use crate::check::{MOST_CHARACTERS, Topic, typed_day};
use crate::knowledge::known_ids::numbers;
use crate::knowledge::question::Question;
use crate::session::screen::QuestionCard;
use crate::wording::fill;

/// A race in so many weeks is one click.
const WEEKS: [i32; 6] = [1, 2, 4, 6, 8, 12];
/// The box of a day, in points.
const DAY_WIDTH: f32 = 200.0;

/// Above the question of how far the runner runs in a week: the runs themselves may say it.
pub(super) fn way_in(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    if question.numbers.iter().any(|number| number.id == numbers::WEEKLY_KM) {
        runs::way_in(ui, model);
    }
}

/// Below the questions of how far the runner runs: what for.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>, page: &QuestionCard<'_>) {
    let distance = model.knowledge.question_of_number(&numbers::WEEKLY_KM);
    if distance.is_some_and(|question| question.card == page.card) {
        race(ui, model);
        why(ui, model);
    }
}

fn race(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().running;
    let days: Vec<_> = WEEKS.iter().map(|weeks| typed_day::weeks_ahead(model.today, *weeks)).collect();
    let labels: Vec<String> =
        [words.race_none.clone()].into_iter().chain(WEEKS.map(|weeks| weeks.to_string())).collect();
    let spoken = labels.iter().enumerate().map(|(at, label)| match at {
        0 => label.clone(),
        _ => fill(&words.race_in, &[("count", label)]),
    });
    let spoken: Vec<String> = spoken.collect();
    let race_on = model.check.race_on;
    let chosen = race_on.and_then(|day| days.iter().position(|other| *other == Some(day))).map(|at| at + 1);
    text::bold(ui, &words.race);
    match radio_group::segments_named(ui, "race", &words.race, &labels, &spoken, chosen) {
        Some(0) => model.edit(Edit::Race(None)),
        Some(at) => model.edit(Edit::Race(days.get(at - 1).copied().flatten())),
        None => {}
    }
    day(ui, model);
}

/// The day itself, for those who know it. While it is typed, half a day is no fault.
fn day(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().running;
    let kept = |day: Option<Date>| day.map_or_else(String::new, |day| model.date(day));
    let stored = kept(model.check.race_on);
    let text_box = TextBox::Answer(Field::Race);
    let mut typed = model.drafts.text(&text_box, stored.clone(), || stored.clone());
    let id = ui.make_persistent_id("race day is typed");
    let is_typed = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let is_bad = typed != stored && !typed.trim().is_empty() && typed_day::read(&typed, model.today).is_none();
    let error = (is_bad && !is_typed).then_some(words.race_bad.as_str());
    let field = TextField::line(&words.race_day).width(DAY_WIDTH).error(error);
    let response = field.show(ui, "race day", &mut typed);
    if response.changed() {
        let day = typed_day::read(&typed, model.today);
        model.drafts.set(text_box, typed, kept(day));
        model.edit(Edit::Race(day));
    }
    let has_focus = response.has_focus();
    if has_focus != is_typed {
        ui.data_mut(|data| data.insert_temp(id, has_focus));
        ui.ctx().request_repaint();
    }
}

/// In the runner's own words, as it heads the page.
fn why(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().page;
    let mut content = model.check.words.get(&Topic::Why).cloned().unwrap_or_default();
    let field = TextField::line(&words.why).most(MOST_CHARACTERS, &words.box_full);
    if field.show(ui, "why", &mut content).changed() {
        model.edit(Edit::Words(Topic::Why, content));
    }
}
