//! What the runner can do, what to avoid, and when to check again, as dates.

use egui::Ui;
use jiff::ToSpan as _;

use super::super::read_model::Screen;
use super::super::widgets::fold::fold;
use super::super::widgets::{heading, text};
use super::causes::bullets;
use super::pain_light;
use crate::knowledge::advice::Recheck;
use crate::knowledge::rule::Level;
use crate::wording::fill;

/// Steps of rest that stand open.
const FIRST_STEPS: usize = 1;

/// Advice for levels 2 to 4; at level 2 and where a rule stops running only what can be done until somebody has seen
/// the knee.
pub(super) fn show(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().result;
    let for_you = &screen.assessment.for_you;
    special_cases(ui, screen);
    heading::heading(ui, 2, &words.do_title);
    if stops_running(screen) {
        text::body(ui, &words.until_seen);
    } else {
        // The card of level 4 has said it.
        if screen.assessment.urgency.level != Level::SelfCare {
            for fact in for_you.rest(screen.knowledge).take(FIRST_STEPS) {
                text::body(ui, &fact.text);
            }
        }
        pain_light::show(ui, screen);
    }
    fold(ui, "avoid", &words.avoid_title, false, |ui| {
        for row in for_you.do_not(screen.knowledge) {
            text::body(ui, &fill(&words.avoid_why, &[("text", row.text.trim_end_matches('.')), ("why", &row.why)]));
        }
    });
    fold(ui, "check again", &words.check_again, false, |ui| check_again(ui, screen));
    fold(ui, "more advice", &words.more_advice, false, |ui| more(ui, screen));
}

fn stops_running(screen: &Screen<'_>) -> bool {
    screen.assessment.stops_running(screen.knowledge)
}

/// What is worth knowing, but not first.
fn more(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().result;
    if !stops_running(screen) {
        fold(ui, "rest", &words.rest, false, |ui| {
            for fact in screen.assessment.for_you.rest(screen.knowledge) {
                text::body(ui, &screen.places.fill(&fact.text));
            }
        });
        running(ui, screen);
    }
    fold(ui, "prevention", &words.prevention, false, |ui| {
        for tip in &screen.knowledge.article.prevention {
            text::bold(ui, &tip.title);
            text::body(ui, &tip.text);
        }
        for bullet in bullets_of(screen, "SB25", "SB28") {
            text::hint(ui, bullet);
        }
    });
    fold(ui, "shoes", &words.shoes, false, |ui| {
        let shoes = screen.assessment.for_you.shoes(screen.knowledge);
        bullets(ui, &shoes.map(|fact| &fact.text).collect::<Vec<_>>());
    });
    fold(ui, "faq", &words.faq, false, |ui| {
        for faq in &screen.knowledge.article.faq {
            text::bold(ui, &faq.question);
            text::body(ui, &screen.places.fill(&faq.answer));
        }
        for bullet in bullets_of(screen, "SB29", "SB35") {
            text::hint(ui, &screen.places.fill(bullet));
        }
    });
}

/// The statements of the article from one id to another, as shown.
fn bullets_of<'a>(screen: &Screen<'a>, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    screen
        .knowledge
        .article
        .bullets
        .iter()
        .filter(move |bullet| (from..=to).contains(&bullet.id.as_str()))
        .map(|bullet| bullet.shown.as_str())
}

fn special_cases(ui: &mut Ui, screen: &Screen<'_>) {
    let mut cases = screen.assessment.special_cases(screen.knowledge).filter(|case| !case.advice.is_empty()).peekable();
    if cases.peek().is_some() {
        heading::heading(ui, 2, &screen.words().result.special);
    }
    for case in cases {
        text::bold(ui, &case.case);
        bullets(ui, &case.advice.iter().map(|line| screen.places.fill(line)).collect::<Vec<_>>());
    }
}

fn running(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().result;
    let advice = &screen.knowledge.advice;
    fold(ui, "return", &words.back_to_running, false, |ui| {
        text::bold(ui, &words.entry);
        let gates = screen.assessment.for_you.gates(screen.knowledge);
        bullets(ui, &gates.map(|gate| screen.places.fill(&gate.text)).collect::<Vec<_>>());
        for step in &advice.return_steps {
            text::bold(ui, &step.step);
            text::body(ui, &step.session);
            text::hint(ui, &step.rule);
        }
        text::hint(ui, &screen.places.fill(&advice.return_note));
    });
    fold(ui, "load", &words.load, false, |ui| {
        for fact in screen.assessment.for_you.load(screen.knowledge) {
            text::body(ui, &fact.text);
        }
        text::hint(ui, &advice.load_note);
        for row in advice.differences.iter().filter(|row| row.causes.is_empty()) {
            text::body(ui, &fill(&words.article_says, &[("text", &row.article)]));
            text::body(ui, &fill(&words.evidence_says, &[("text", &row.evidence)]));
        }
    });
}

fn check_again(ui: &mut Ui, screen: &Screen<'_>) {
    let words = &screen.words().result;
    // Days to wait go with looking after it; what can turn up at any time goes with all.
    for row in screen.knowledge.advice.recheck.iter().filter(|row| row.days.is_empty() || !stops_running(screen)) {
        let line = match dates(screen, row) {
            Some(dates) => fill(&words.check_on, &[("dates", &dates), ("ask", &row.ask)]),
            None => fill(&words.check_any, &[("ask", &row.ask)]),
        };
        text::bold(ui, &line);
        text::body(ui, &screen.places.fill(&row.if_not));
    }
}

fn dates(screen: &Screen<'_>, row: &Recheck) -> Option<String> {
    let date = |days: u16| screen.today.checked_add(i64::from(days).days()).ok().map(|date| screen.date(date));
    match row.days.as_slice() {
        [from, to, ..] => {
            Some(fill(&screen.words().result.check_between, &[("from", &date(*from)?), ("to", &date(*to)?)]))
        }
        [day] => date(*day),
        [] => None,
    }
}
