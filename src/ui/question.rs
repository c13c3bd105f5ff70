//! One question, by its kind.

use egui::{Align, Layout, Ui};

use super::screen::{Asked, Screen, Typed, WEEKLY_DISTANCE};
use super::widgets::button::Button;
use super::widgets::check_list::{Change, Mark, NoneRow, Row, Words, check_list};
use super::widgets::fold::fold;
use super::widgets::text_field::{TextField, TypedNumber, parse_number};
use super::widgets::{focus, heading, radio_group, text};
use crate::app::command::Edit;
use crate::check::answer::Answer;
use crate::check::answers::gives_height_and_weight;
use crate::check::began::Began;
use crate::check::days::DURATION;
use crate::check::file::MOST_DAYS;
use crate::check::spot::Helped;
use crate::check::{Units, WrittenBy};
use crate::knowledge::ids::FindingId;
use crate::knowledge::question::{Finding, Meaning, NumberRange, Question, QuestionKind};
use crate::ui::icons::Icon;
use crate::ui::theme::{self, CONTROL, GAP};
use crate::wording::{self, fill};

/// The name of the box for the date when it began.
const BEGAN: &str = "began";
/// The heading level of a question: below the screen's title.
const LEVEL: u8 = 3;

/// Above the questions of a screen, when some of them take any number of answers: how to give them.
///
/// Above all, when a parent answers: who is meant.
pub fn how_to_answer(ui: &mut Ui, screen: &Screen<'_>, questions: &[&Question]) {
    if screen.check.written_by == WrittenBy::Parent {
        text::hint(ui, &screen.words().questions.for_child);
    }
    let takes_any = |kind: &QuestionKind| matches!(kind, QuestionKind::Multi { .. } | QuestionKind::Tried);
    if questions.iter().any(|question| takes_any(&question.kind)) {
        text::hint(ui, &screen.words().questions.tick_any);
    }
}

/// Draws one question with its answers.
pub fn show(ui: &mut Ui, screen: &Screen<'_>, question: &Question, typed: &mut Typed, asked: &mut Asked) {
    ui.push_id(question.id.as_str(), |ui| {
        head(ui, screen, question, asked);
        match &question.kind {
            QuestionKind::Single => single(ui, screen, question, typed, asked),
            QuestionKind::Multi { none } => multi(ui, screen, question, none.as_deref(), asked),
            QuestionKind::Number => {
                for number in &question.numbers {
                    number_field(ui, screen, number, typed, asked);
                }
            }
            QuestionKind::Scale => scale(ui, screen, question, asked),
            QuestionKind::HeightAndWeight => height_and_weight(ui, screen, question, typed, asked),
            QuestionKind::Tried => tried(ui, screen, question, typed, asked),
            QuestionKind::Side | QuestionKind::Zones | QuestionKind::SpotSize => {}
        }
        ui.add_space(16.0);
    });
}

/// The question, with the reason for asking on demand.
fn head(ui: &mut Ui, screen: &Screen<'_>, question: &Question, asked: &mut Asked) {
    let words = screen.words();
    let id = ui.make_persistent_id("why");
    let mut is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let name = fill(&words.buttons.why_ask_named, &[("what", screen.question_text(question))]);
        if Button::quiet("").icon(Icon::CircleInfo).named(&name).toggled(is_open).show(ui).clicked() {
            is_open = !is_open;
        }
        let is_answered = question.answers.iter().any(|a| screen.said(question, a.id.as_str()) == Answer::Yes);
        let can_clear = is_answered && matches!(question.kind, QuestionKind::Single);
        if can_clear {
            let name = fill(&words.buttons.clear_named, &[("what", &question.heading)]);
            if Button::quiet("").icon(Icon::Undo).named(&name).show(ui).clicked() {
                asked.edit(Edit::Clear(question.id.clone()));
            }
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let row_height = text::line_height(ui, &theme::heading(LEVEL));
            // The first line stands level with the icons of the buttons.
            ui.add_space((CONTROL - row_height) / 2.0);
            let heading = heading::heading_in(ui, LEVEL, screen.question_text(question), theme::tokens_of(ui).text);
            if screen.sought == Some(&question.id) {
                focus::take(ui, heading.id);
                ui.scroll_to_rect(heading.rect.expand(GAP), Some(Align::TOP));
                ui.ctx().request_repaint();
            }
            if !question.hint.is_empty() {
                text::hint(ui, &question.hint);
            }
            if let Some(said) = screen.said_before(question) {
                text::hint(ui, &said);
            }
        });
    });
    if is_open {
        text::hint(ui, &question.why);
    }
    ui.data_mut(|data| data.insert_temp(id, is_open));
}

fn single(ui: &mut Ui, screen: &Screen<'_>, question: &Question, typed: &mut Typed, asked: &mut Asked) {
    let labels: Vec<&str> = question.answers.iter().map(|answer| answer.label.as_str()).collect();
    let chosen = question.answers.iter().position(|answer| is_picked(screen, question, answer));
    if let Some(picked) = radio_group::rows(ui, "answers", screen.question_text(question), &labels, chosen)
        && let Some(answer) = question.answers.get(picked)
    {
        // What is picked takes the place of the date: its box shows what is kept.
        if question.id == DURATION {
            typed.set(BEGAN, String::new());
        }
        asked.edit(Edit::Pick(question.id.clone(), answer.id.clone()));
    }
}

/// Whether this answer is the one that was picked; a danger sign of which somebody is not sure shows as "not sure".
fn is_picked(screen: &Screen<'_>, question: &Question, answer: &Finding) -> bool {
    let said = |id: &str| screen.said(question, id);
    if said(answer.id.as_str()) == Answer::Yes {
        return true;
    }
    let any_yes = question.answers.iter().any(|other| said(other.id.as_str()) == Answer::Yes);
    matches!(&answer.means, Meaning::NotSureOf(sign) if !any_yes && said(sign.as_str()) == Answer::NotSure)
}

fn multi(ui: &mut Ui, screen: &Screen<'_>, question: &Question, none: Option<&str>, asked: &mut Asked) {
    let denied = question.findings().all(|finding| screen.said(question, finding.id.as_str()) == Answer::No);
    let none_row = none.map(|label| NoneRow { chosen: denied, label });
    let [before, folded, after] = question.parts();
    let last = if after.is_empty() { None } else { none_row };
    let first = if after.is_empty() { none_row } else { None };
    let mut change = answers(ui, screen, question, ("answers", before), first);
    if let Some(fold_of) = &question.folded {
        let said =
            |answer: &Finding| matches!(screen.said(question, answer.id.as_str()), Answer::Yes | Answer::NotSure);
        let inside = fold(ui, "folded answers", &fold_of.label, folded.iter().any(said), |ui| {
            answers(ui, screen, question, ("folded", folded), None)
        });
        change = change.or(inside.flatten());
        change = change.or(answers(ui, screen, question, ("answers after", after), last));
    }
    match change {
        Some(Said::Answer(answer, mark)) => asked.edit(Edit::Tick(question.id.clone(), answer, answer_of(mark))),
        Some(Said::NoneOfThese(true)) => asked.edit(Edit::DenyAll(question.id.clone())),
        Some(Said::NoneOfThese(false)) => asked.edit(Edit::Clear(question.id.clone())),
        None => {}
    }
}

/// What was said in one list of answers.
enum Said {
    Answer(FindingId, Mark),
    NoneOfThese(bool),
}

/// A run of answers of a question as one list.
fn answers(
    ui: &mut Ui,
    screen: &Screen<'_>,
    question: &Question,
    (name, answers): (&str, &[Finding]),
    none: Option<NoneRow<'_>>,
) -> Option<Said> {
    if answers.is_empty() {
        return None;
    }
    let rows: Vec<Row<'_>> = answers
        .iter()
        .map(|answer| Row { label: &answer.label, mark: mark(screen.said(question, answer.id.as_str())) })
        .collect();
    match check_list(ui, name, screen.question_text(question), &rows, none, list_words(screen))? {
        Change::Row(at, mark) => Some(Said::Answer(answers.get(at)?.id.clone(), mark)),
        Change::NoneOfThese(chosen) => Some(Said::NoneOfThese(chosen)),
    }
}

fn list_words<'a>(screen: &'a Screen<'_>) -> Words<'a> {
    let words = &screen.words().questions;
    Words { no: &screen.wording.note.no, not_sure: &words.row_not_sure, or: &words.or }
}

fn mark(answer: Answer) -> Mark {
    match answer {
        Answer::Yes => Mark::Yes,
        Answer::No => Mark::No,
        Answer::NotSure => Mark::NotSure,
        Answer::NotAsked => Mark::Unset,
    }
}

fn answer_of(mark: Mark) -> Answer {
    match mark {
        Mark::Yes => Answer::Yes,
        Mark::No => Answer::No,
        Mark::NotSure => Answer::NotSure,
        Mark::Unset => Answer::NotAsked,
    }
}

fn scale(ui: &mut Ui, screen: &Screen<'_>, question: &Question, asked: &mut Asked) {
    let words = screen.words();
    for number in &question.numbers {
        let chosen = screen.number(number.id.as_str()).map(|value| value as usize);
        if let Some(pain) = radio_group::scale(
            ui,
            number.id.as_str(),
            screen.question_text(question),
            (&words.place.scale_least, &words.place.scale_most),
            chosen,
        ) {
            asked.edit(Edit::Number(number.id.clone(), Some(pain as f64)));
        }
    }
}

fn number_field(ui: &mut Ui, screen: &Screen<'_>, number: &NumberRange, typed: &mut Typed, asked: &mut Asked) {
    let words = &screen.words().questions;
    let is_distance = number.id == WEEKLY_DISTANCE;
    let unit = if is_distance { screen.check.units.km() } else { 1.0 };
    let label = screen.number_label(number);
    let stored = screen.number(number.id.as_str());
    let name = format!("{} {:?}", number.id, screen.check.units);
    let field = typed.field(&name, || stored.map_or_else(String::new, |value| wording::number(value / unit)));
    let (least, most) = (number.min / unit, number.max / unit);
    let range = [("min", wording::number(least.ceil())), ("max", wording::number(most.floor()))];
    let range = range.each_ref().map(|(key, value)| (*key, value.as_str()));
    let read = |field: &str| match parse_number(field) {
        TypedNumber::Empty => Ok(None),
        TypedNumber::Number(value) if (least..=most).contains(&value) => Ok(Some(value * unit)),
        _ => Err(fill(&words.number_bad, &range)),
    };
    let error = read(field).err();
    if TextField::number(label).error(error.as_deref()).show(ui, number.id.as_str(), field).changed() {
        asked.edit(Edit::Number(number.id.clone(), read(field).unwrap_or_default()));
    }
    if is_distance {
        let chosen = usize::from(screen.check.units == Units::Miles);
        if let Some(picked) = radio_group::segments(ui, "units", &words.units, &[&words.km, &words.miles], Some(chosen))
        {
            asked.edit(Edit::Units(if picked == 1 { Units::Miles } else { Units::Km }));
        }
    }
}

fn height_and_weight(ui: &mut Ui, screen: &Screen<'_>, question: &Question, typed: &mut Typed, asked: &mut Asked) {
    if gives_height_and_weight(screen.check.number("age")) {
        for number in &question.numbers {
            number_field(ui, screen, number, typed, asked);
        }
    } else {
        multi(ui, screen, question, Some(&screen.words().questions.none), asked);
    }
}

/// Below the questions of how long it has hurt: the date, for those who know it.
pub fn date(ui: &mut Ui, screen: &Screen<'_>, questions: &[&Question], typed: &mut Typed, asked: &mut Asked) {
    if questions.iter().any(|question| question.id == DURATION) {
        let is_open = screen.check.began.is_some();
        fold(ui, "date", &screen.words().questions.began_date, is_open, |ui| began(ui, screen, typed, asked));
    }
}

fn began(ui: &mut Ui, screen: &Screen<'_>, typed: &mut Typed, asked: &mut Asked) {
    let words = &screen.words().questions;
    let stored = screen.check.began.map_or_else(String::new, |began| began.to_string());
    let field = typed.field(BEGAN, || stored);
    let read = |field: &str| field.trim().parse().ok().filter(|began: &Began| !began.is_after(screen.today));
    let text = field.trim();
    let id = ui.make_persistent_id("began is typed");
    let is_typed = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    // While it is typed, half a date is no fault.
    let is_half = is_typed && text.len() < 10 && text.parse::<Began>().is_err() && Began::may_become(text);
    let is_bad = !text.is_empty() && read(text).is_none() && !is_half;
    let error = is_bad.then_some(words.began_bad.as_str());
    let response =
        TextField::line(&words.began).hint(&words.began_hint).width(200.0).error(error).show(ui, "began", field);
    if response.changed() {
        asked.edit(Edit::Began(read(field)));
    }
    let has_focus = response.has_focus();
    if has_focus != is_typed {
        ui.data_mut(|data| data.insert_temp(id, has_focus));
        ui.ctx().request_repaint();
    }
}

fn tried(ui: &mut Ui, screen: &Screen<'_>, question: &Question, typed: &mut Typed, asked: &mut Asked) {
    let words = &screen.words().questions;
    let is_tried = |id: &FindingId| screen.check.tried.iter().any(|tried| tried.what == *id);
    let rows: Vec<Row<'_>> = question
        .answers
        .iter()
        .map(|answer| {
            let mark = if is_tried(&answer.id) { Mark::Yes } else { mark(screen.check.answer(answer.id.as_str())) };
            Row { label: &answer.label, mark }
        })
        .collect();
    // What is ticked again starts anew.
    for answer in question.answers.iter().filter(|answer| !is_tried(&answer.id)) {
        typed.drop(&format!("days {}", answer.id));
    }
    let denied = screen.check.tried.is_empty() && screen.check.is_denied(question);
    let none = Some(NoneRow { chosen: denied, label: &words.none });
    match check_list(ui, "answers", screen.question_text(question), &rows, none, list_words(screen)) {
        Some(Change::Row(at, _)) => {
            if let Some(answer) = question.answers.get(at) {
                asked.edit(Edit::Tried(answer.id.clone()));
            }
        }
        Some(Change::NoneOfThese(true)) => asked.edit(Edit::DenyAll(question.id.clone())),
        Some(Change::NoneOfThese(false)) => asked.edit(Edit::Clear(question.id.clone())),
        None => {}
    }
    for tried in &screen.check.tried {
        let Some(finding) = screen.knowledge.finding(tried.what.as_str()) else { continue };
        ui.push_id(tried.what.as_str(), |ui| {
            fold(ui, "details", &fill(&words.tried_days, &[("what", &finding.label)]), false, |ui| {
                let name = format!("days {}", tried.what);
                let field = typed.field(&name, || tried.days.map_or_else(String::new, |days| days.to_string()));
                let label = fill(&words.tried_days, &[("what", &finding.label)]);
                let read = |field: &str| match parse_number(field) {
                    TypedNumber::Empty => Ok(None),
                    TypedNumber::Number(days)
                        if (0.0..=f64::from(MOST_DAYS)).contains(&days) && days.fract() == 0.0 =>
                    {
                        Ok(Some(days as u16))
                    }
                    _ => Err(fill(&words.number_bad, &[("min", "0"), ("max", &MOST_DAYS.to_string())])),
                };
                let error = read(field).err();
                if TextField::number(&label).error(error.as_deref()).show(ui, "days", field).changed() {
                    asked.edit(Edit::TriedDays(tried.what.clone(), read(field).unwrap_or_default()));
                }
            });
            let name = fill(&words.tried_helped, &[("what", &finding.label)]);
            text::bold(ui, &name);
            let labels = [&words.helped_lots, &words.helped_little, &words.helped_while, &words.helped_no];
            let chosen = tried.helped.and_then(|helped| Helped::ALL.iter().position(|other| *other == helped));
            if let Some(picked) = radio_group::segments(ui, "helped", &name, &labels, chosen)
                && let Some(helped) = Helped::ALL.get(picked)
            {
                asked.edit(Edit::TriedHelped(tried.what.clone(), *helped));
            }
        });
    }
}
