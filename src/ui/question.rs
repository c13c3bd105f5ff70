//! One question, by its kind.

use egui::{Align, Layout, Ui};

use super::answer_list::{answer_of, list_words, mark, note_seen, row};
use super::drafts::TextBox;
use super::read_model::ReadModel;
use super::widgets::button::Button;
use super::widgets::check_list::{Change, Mark, NoneRow, Row, Tile, check_list, tiled_list};
use super::widgets::choice::choose;
use super::widgets::fold::{fold, open_fold};
use super::widgets::text_field::TextField;
use super::widgets::{focus, heading, radio_group, text};
use super::{answer_chips, answer_pictures, numbers, tried};
use crate::check::WrittenBy;
use crate::check::answer::{Answer, is_denied};
use crate::check::began::Began;
use crate::check::edit::{Edit, Field};
use crate::check::evidence::gives_height_and_weight;
use crate::knowledge::ids::FindingId;
use crate::knowledge::known_ids::{self, questions};
use crate::knowledge::question::{AnswerOption, Meaning, Question, QuestionKind, ShownAs};
use crate::ui::icons::Icon;
use crate::ui::theme::{self, CONTROL, GAP};
use crate::wording::fill;

/// The heading level of a question: below the screen's title.
const LEVEL: u8 = 3;
/// From this width on what the cells mean stands beside the title.
pub const LEGEND_BESIDE: f32 = 520.0;

/// The title of a screen with these questions, and beside it, where there is room, how rows are answered; when somebody else
/// answers, below it who is meant.
pub fn title_of(ui: &mut Ui, model: &ReadModel<'_>, title: &str, questions: &[&Question]) {
    let has_cells = |question: &&Question| {
        let is_list = matches!(question.shown_as, ShownAs::Rows | ShownAs::Tiles(_));
        is_list && matches!(question.kind, QuestionKind::Multi { .. })
    };
    let has_cells = questions.iter().any(has_cells);
    let is_wide = ui.available_width() >= LEGEND_BESIDE;
    ui.horizontal_wrapped(|ui| {
        heading::title(ui, title, &model.step_line().unwrap_or_default());
        if has_cells && is_wide {
            ui.add_space(GAP);
            what_cells_mean(ui, model);
        }
    });
    who_is_meant(ui, model);
    if has_cells && !is_wide {
        what_cells_mean(ui, model);
    }
}

/// When somebody else answers: whom "I" means.
pub fn who_is_meant(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().questions;
    match model.check.written_by {
        WrittenBy::Runner => {}
        WrittenBy::Parent => _ = text::hint(ui, &words.for_child),
        WrittenBy::SomebodyElse => _ = text::hint(ui, &words.for_other),
    }
}

/// Which cell of a row is yes, which no, and which not sure.
pub fn what_cells_mean(ui: &mut Ui, model: &ReadModel<'_>) {
    /// The side of its icon.
    const ICON: f32 = 16.0;
    let words = &model.words().questions;
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing.x = GAP / 2.0;
        for (icon, word) in
            [(Icon::Tick, &words.row_yes), (Icon::Cross, &words.row_no), (Icon::Question, &words.row_not_sure)]
        {
            icon.show(ui, ICON);
            text::hint(ui, word);
            ui.add_space(GAP);
        }
    });
}

/// A question, and which of its rows are asked.
pub type Rows<'a> = (&'a Question, Vec<&'a FindingId>);

/// Draws one question with these of its answers.
pub fn show_rows(ui: &mut Ui, model: &ReadModel<'_>, (question, rows): &Rows<'_>) {
    let is_short = matches!(question.shown_as, ShownAs::Chips) || question.kind == QuestionKind::Number;
    if is_short {
        show_compact(ui, model, question);
        ui.add_space(GAP);
        return;
    }
    ui.push_id(question.id.as_str(), |ui| {
        head(ui, model, question);
        match &question.kind {
            QuestionKind::Multi { .. } if matches!(question.shown_as, ShownAs::Rows) => {
                multi(ui, model, question, Some(rows));
            }
            _ => answers_of(ui, model, question),
        }
        ui.add_space(GAP);
    });
}

/// A question in as little room as it needs: a line, its answers, and behind them why it is asked.
pub fn show_compact(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    ui.push_id(question.id.as_str(), |ui| {
        let is_wanted = model.focus_question == Some(&question.id);
        let line = heading::small(ui, 3, model.question_text(question));
        if is_wanted {
            focus::take(ui, line.id);
            ui.scroll_to_rect(line.rect.expand(GAP), Some(Align::TOP));
            ui.ctx().request_repaint();
        }
        let id = ui.make_persistent_id("why");
        let mut is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP / 2.0;
            let room = ui.available_width() - CONTROL - GAP / 2.0;
            let answers = ui.vertical(|ui| {
                ui.set_max_width(room);
                match question.kind {
                    QuestionKind::Number => numbers::unlabelled(ui, model, question),
                    _ => answers_of(ui, model, question),
                }
            });
            // Level with what is pressed or typed into; below a box there is some room.
            let room_below = if question.kind == QuestionKind::Number { GAP + GAP / 2.0 } else { 0.0 };
            let top = answers.response.rect.bottom() - CONTROL - room_below;
            ui.vertical(|ui| {
                ui.add_space((top - ui.cursor().top()).max(0.0));
                why_button(ui, model, question, &mut is_open);
            });
        });
        if let Some(said) = model.said_before(question) {
            text::hint(ui, &said);
        }
        if is_open {
            text::hint(ui, &question.why);
        }
        ui.data_mut(|data| data.insert_temp(id, is_open));
    });
}

/// The button that tells why a question is asked; says whether that is open.
pub fn why_toggle(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) -> bool {
    let id = ui.make_persistent_id(("why", question.id.as_str()));
    let mut is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    why_button(ui, model, question, &mut is_open);
    ui.data_mut(|data| data.insert_temp(id, is_open));
    is_open
}

fn why_button(ui: &mut Ui, model: &ReadModel<'_>, question: &Question, is_open: &mut bool) {
    let name = fill(&model.words().buttons.why_ask_named, &[("what", model.question_text(question))]);
    if Button::quiet("").icon(Icon::CircleInfo).named(&name).toggled(*is_open).show(ui).clicked() {
        *is_open = !*is_open;
    }
}

/// The answers of a question alone, below a title that asks it.
pub fn show_answers(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    ui.push_id(question.id.as_str(), |ui| answers_of(ui, model, question));
}

fn answers_of(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    match &question.kind {
        QuestionKind::Single => single(ui, model, question),
        QuestionKind::Multi { none } => any_of(ui, model, question, none.as_deref()),
        QuestionKind::Number => numbers::fields(ui, model, question),
        QuestionKind::Scale => scale(ui, model, question),
        QuestionKind::HeightAndWeight => height_and_weight(ui, model, question),
        QuestionKind::Tried => tried::show(ui, model, question),
        QuestionKind::Side | QuestionKind::Zones | QuestionKind::SpotSize => {}
    }
}

/// The question, with the reason for asking on demand.
fn head(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    let words = model.words();
    let id = ui.make_persistent_id("why");
    let mut is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        why_button(ui, model, question, &mut is_open);
        let is_answered = question.options.iter().any(|a| model.said(question, a.id.as_str()) == Answer::Yes);
        let can_clear = is_answered && matches!(question.kind, QuestionKind::Single);
        if can_clear {
            let name = fill(&words.buttons.clear_named, &[("what", &question.heading)]);
            if Button::quiet("").icon(Icon::Undo).named(&name).show(ui).clicked() {
                model.edit(Edit::Clear(question.id.clone()));
            }
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let row_height = text::line_height(ui, &theme::heading(LEVEL));
            // The first line stands level with the icons of the buttons.
            ui.add_space((CONTROL - row_height) / 2.0);
            let heading = heading::heading_in(ui, LEVEL, model.question_text(question), theme::tokens_of(ui).text);
            if model.focus_question == Some(&question.id) {
                focus::take(ui, heading.id);
                ui.scroll_to_rect(heading.rect.expand(GAP), Some(Align::TOP));
                ui.ctx().request_repaint();
            }
            if !question.hint.is_empty() {
                text::hint(ui, &question.hint);
            }
            if let Some(said) = model.said_before(question) {
                text::hint(ui, &said);
            }
        });
    });
    if is_open {
        text::hint(ui, &question.why);
    }
    ui.data_mut(|data| data.insert_temp(id, is_open));
}

fn single(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    let choices: Vec<_> = question.options.iter().map(|answer| (&answer.id, &answer.label)).collect();
    let chosen = question.options.iter().find(|answer| is_picked(model, question, answer));
    let name = model.question_text(question);
    let picked = choose(&choices, chosen.map(|answer| &answer.id), |labels, at| match question.shown_as {
        ShownAs::Chips => radio_group::segments(ui, "answers", name, labels, at),
        _ => radio_group::rows(ui, "answers", name, labels, at),
    });
    if let Some(answer) = picked {
        model.edit(Edit::Pick(question.id.clone(), answer.clone()));
    }
}

/// Whether this answer is the one that was picked; a red flag of which somebody is not sure shows as "not sure".
fn is_picked(model: &ReadModel<'_>, question: &Question, answer: &AnswerOption) -> bool {
    let said = |id: &str| model.said(question, id);
    if said(answer.id.as_str()) == Answer::Yes {
        return true;
    }
    let any_yes = question.options.iter().any(|other| said(other.id.as_str()) == Answer::Yes);
    matches!(&answer.means, Meaning::NotSureOf(sign) if !any_yes && said(sign.as_str()) == Answer::NotSure)
}

/// A "tick any" question, as its answers stand on the screen.
fn any_of(ui: &mut Ui, model: &ReadModel<'_>, question: &Question, none: Option<&str>) {
    match question.shown_as {
        ShownAs::Rows | ShownAs::Tiles(_) => multi(ui, model, question, None),
        ShownAs::Chips => answer_chips::show(ui, model, question, &question.options, none),
        ShownAs::Pictures(_) => answer_pictures::show(ui, model, question),
    }
}

/// A list of rows: all of them, with "none of these" below, or those that a card asks.
fn multi(ui: &mut Ui, model: &ReadModel<'_>, question: &Question, asked: Option<&[&FindingId]>) {
    let is_asked = |answer: &&AnswerOption| asked.is_none_or(|rows| rows.contains(&&answer.id));
    let [before, folded, after] = question.parts().map(|part| part.iter().filter(is_asked).collect::<Vec<_>>());
    let denied = is_denied(question, |finding| model.said(question, finding));
    // Focus goes to a row of the same list.
    let unseen = model.first_unseen(question);
    let unseen = unseen.and_then(|id| question.options.iter().position(|answer| answer.id == *id));
    let none = match &question.kind {
        QuestionKind::Multi { none: Some(label) } => Some(label.as_str()),
        QuestionKind::HeightAndWeight => Some(model.words().questions.none.as_str()),
        _ => None,
    };
    let none_row = none.filter(|_| asked.is_none()).map(|label| NoneRow { chosen: denied, label, unseen });
    let mut change = answers(ui, model, question, ("answers", &before), none_row);
    if let Some(fold_of) = question.folded.as_ref().filter(|_| !folded.is_empty()) {
        let said =
            |answer: &&AnswerOption| matches!(model.said(question, answer.id.as_str()), Answer::Yes | Answer::NotSure);
        // Who comes to answer what is open finds it open.
        if model.focus_question == Some(&question.id) {
            open_fold(ui, "folded answers");
        }
        let inside = fold(ui, "folded answers", &fold_of.label, folded.iter().any(said), |ui| {
            answers(ui, model, question, ("folded", &folded), None)
        });
        change = change.or(inside.flatten());
    }
    change = change.or(answers(ui, model, question, ("answers after", &after), None));
    match change {
        Some(ListChoice::Answer(answer, mark)) => model.edit(Edit::Tick(question.id.clone(), answer, answer_of(mark))),
        Some(ListChoice::NoneOfThese(true)) => model.edit(Edit::DenyAll(question.id.clone(), model.seen.clone())),
        Some(ListChoice::NoneOfThese(false)) => model.edit(Edit::Clear(question.id.clone())),
        None => {}
    }
}

/// What was said in one list of answers.
enum ListChoice {
    Answer(FindingId, Mark),
    NoneOfThese(bool),
}

/// A run of answers of a question as one list.
fn answers(
    ui: &mut Ui,
    model: &ReadModel<'_>,
    question: &Question,
    (name, answers): (&str, &[&AnswerOption]),
    none: Option<NoneRow<'_>>,
) -> Option<ListChoice> {
    if answers.is_empty() {
        return None;
    }
    let rows: Vec<Row<'_>> =
        answers.iter().map(|answer| row(answer, mark(model.said(question, answer.id.as_str())))).collect();
    let said = model.question_text(question);
    let list = match &question.shown_as {
        ShownAs::Tiles(_) => tiled_list(ui, (name, said), &tiles(question), &rows, none, list_words(model)),
        _ => check_list(ui, name, said, &rows, none, list_words(model)),
    };
    note_seen(model, answers.iter().copied(), &list.seen);
    match list.change? {
        Change::Row(at, mark) => Some(ListChoice::Answer(answers.get(at)?.id.clone(), mark)),
        Change::NoneOfThese(chosen) => Some(ListChoice::NoneOfThese(chosen)),
    }
}

/// The tiles of a question, each with its rows.
fn tiles(question: &Question) -> Vec<Tile<'_>> {
    let mut tiles: Vec<Tile<'_>> = Vec::new();
    for (group, answers) in question.groups() {
        let from = tiles.last().map_or(0, |before| before.rows.end);
        tiles.push(Tile { title: &group.title, icon: Icon::of(group.picture), rows: from..from + answers.len() });
    }
    tiles
}

fn scale(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    let words = model.words();
    for number in &question.numbers {
        let chosen = model.number(number.id.as_str()).map(|value| value as usize);
        if let Some(pain) = radio_group::scale(
            ui,
            number.id.as_str(),
            model.question_text(question),
            (&words.place.scale_least, &words.place.scale_most),
            chosen,
        ) {
            model.edit(Edit::Rate(number.id.clone(), pain as u8));
        }
    }
}

fn height_and_weight(ui: &mut Ui, model: &ReadModel<'_>, question: &Question) {
    if gives_height_and_weight(model.check.number(&known_ids::numbers::AGE)) {
        numbers::fields(ui, model, question);
    } else {
        multi(ui, model, question, None);
    }
}

/// Below the questions of how long it has hurt: the date, for those who know it.
pub fn date(ui: &mut Ui, model: &ReadModel<'_>, questions: &[&Question]) {
    if questions.iter().any(|question| question.id == questions::DURATION) {
        let is_open = model.check.began.is_some();
        fold(ui, "date", &model.words().questions.began_date, is_open, |ui| began(ui, model));
    }
}

/// The day, the month or the year in which it began.
pub fn began(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = &model.words().questions;
    let kept = |began: Option<Began>| began.map_or_else(String::new, |began| began.to_string());
    let text_box = TextBox::Answer(Field::Began);
    let mut typed = model.drafts.text(&text_box, kept(model.check.began), || kept(model.check.began));
    let read = |field: &str| field.trim().parse().ok().filter(|began: &Began| !began.is_after(model.today));
    let text = typed.trim();
    let id = ui.make_persistent_id("began is typed");
    let is_typed = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    // While it is typed, half a date is no fault.
    let is_half = is_typed && text.len() < 10 && text.parse::<Began>().is_err() && Began::may_become(text);
    let is_bad = !text.is_empty() && read(text).is_none() && !is_half;
    let error = is_bad.then_some(words.began_bad.as_str());
    let field = TextField::line(&words.began).hint(&words.began_hint).width(200.0).error(error);
    let response = field.show(ui, "began", &mut typed);
    if response.changed() {
        let began = read(&typed);
        model.drafts.set(text_box, typed, kept(began));
        model.edit(Edit::Began(began));
    }
    let has_focus = response.has_focus();
    if has_focus != is_typed {
        ui.data_mut(|data| data.insert_temp(id, has_focus));
        ui.ctx().request_repaint();
    }
}
