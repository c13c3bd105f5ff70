//! What the runner can do, what to avoid, and when to check again, as dates.

use crate::knowledge::known_ids::{KnownStatement, statements};
use egui::Ui;
use jiff::ToSpan as _;

use super::super::read_model::ReadModel;
use super::super::widgets::fold::fold;
use super::super::widgets::{heading, text};
use super::causes::bullets;
use crate::knowledge::advice::Recheck;
use crate::wording::fill;

/// What the plan leaves room for: for whom it is different, what to avoid, and what is worth knowing.
pub(super) fn show(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().result;
    heading::heading(ui, 2, &words.more_advice);
    fold(ui, "avoid", &words.avoid_title, false, |ui| {
        for row in model.assessment.for_you().do_not() {
            text::body(ui, &fill(&words.avoid_why, &[("text", row.text.trim_end_matches('.')), ("why", &row.why)]));
        }
    });
    fold(ui, "check again", &words.check_again_more, false, |ui| check_again(ui, model));
    more(ui, model);
}

fn stops_running(model: &ReadModel<'_>) -> bool {
    model.assessment.stops_running()
}

/// What is worth knowing, but not first.
fn more(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().result;
    if !stops_running(model) {
        fold(ui, "rest", &words.rest, false, |ui| {
            for fact in model.assessment.for_you().rest() {
                text::body(ui, &model.places.fill(&fact.text));
            }
        });
        running(ui, model);
    }
    fold(ui, "prevention", &words.prevention, false, |ui| {
        for tip in &model.knowledge.article.prevention {
            text::bold(ui, &tip.title);
            text::body(ui, &tip.text);
        }
        for bullet in bullets_of(model, statements::FIRST_OF_PREVENTION, statements::LAST_OF_PREVENTION) {
            text::hint(ui, bullet);
        }
    });
    fold(ui, "shoes", &words.shoes, false, |ui| {
        let shoes = model.assessment.for_you().shoes();
        bullets(ui, &shoes.map(|fact| &fact.text).collect::<Vec<_>>());
    });
    fold(ui, "faq", &words.faq, false, |ui| {
        for faq in &model.knowledge.article.faq {
            text::bold(ui, &faq.question);
            text::body(ui, &model.places.fill(&faq.answer));
        }
        for bullet in bullets_of(model, statements::FIRST_OF_FAQ, statements::LAST_OF_FAQ) {
            text::hint(ui, &model.places.fill(bullet));
        }
    });
}

/// The statements of the article from one id to another, as shown.
fn bullets_of<'a>(model: &ReadModel<'a>, from: KnownStatement, to: KnownStatement) -> impl Iterator<Item = &'a str> {
    model
        .knowledge
        .article
        .bullets
        .iter()
        .filter(move |bullet| (&*from..=&*to).contains(&bullet.id.as_str()))
        .map(|bullet| bullet.shown.as_str())
}

pub(super) fn special_cases(ui: &mut Ui, model: &ReadModel<'_>) {
    let mut cases = model.assessment.special_cases().filter(|case| !case.advice.is_empty()).peekable();
    if cases.peek().is_some() {
        heading::heading(ui, 2, &model.words().result.special);
    }
    for case in cases {
        text::bold(ui, &case.case);
        bullets(ui, &case.advice.iter().map(|line| model.places.fill(line)).collect::<Vec<_>>());
    }
}

fn running(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().result;
    let advice = &model.knowledge.advice;
    fold(ui, "return", &words.back_to_running, false, |ui| {
        text::bold(ui, &words.entry);
        let gates = model.assessment.for_you().gates();
        bullets(ui, &gates.map(|gate| model.places.fill(&gate.text)).collect::<Vec<_>>());
        for step in &advice.return_steps {
            text::bold(ui, step.step.code());
            text::body(ui, &step.session);
            text::hint(ui, &step.rule);
        }
        text::hint(ui, &model.places.fill(&advice.return_note));
    });
    fold(ui, "load", &words.load, false, |ui| {
        for fact in model.assessment.for_you().load() {
            text::body(ui, &fact.text);
        }
        text::hint(ui, &advice.load_note);
        for row in advice.differences.iter().filter(|row| row.causes.is_empty()) {
            text::body(ui, &fill(&words.article_says, &[("text", &row.article)]));
            text::body(ui, &fill(&words.evidence_says, &[("text", &row.evidence)]));
        }
    });
}

fn check_again(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().result;
    // Days to wait go with looking after it; what can turn up at any time goes with all.
    for row in model.knowledge.advice.recheck.iter().filter(|row| row.days.is_empty() || !stops_running(model)) {
        let line = match dates(model, row) {
            Some(dates) => fill(&words.check_on, &[("dates", &dates), ("ask", &row.ask)]),
            None => fill(&words.check_any, &[("ask", &row.ask)]),
        };
        text::bold(ui, &line);
        text::body(ui, &model.places.fill(&row.if_not));
    }
}

fn dates(model: &ReadModel<'_>, row: &Recheck) -> Option<String> {
    let date = |days: u16| model.today.checked_add(i64::from(days).days()).ok().map(|date| model.date(date));
    match row.days.as_slice() {
        [from, to, ..] => {
            Some(fill(&model.words().result.check_between, &[("from", &date(*from)?), ("to", &date(*to)?)]))
        }
        [day] => date(*day),
        [] => None,
    }
}
