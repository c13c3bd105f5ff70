//! How the parts stand in the window: header, knee, step, live result, footer.

use std::collections::BTreeSet;

use egui::{CentralPanel, Frame, Margin, Panel, Rect, ScrollArea, Ui, UiBuilder, Vec2, vec2};

use super::earlier::EarlierList;
use super::knee_panel::{self, KneePanel};
use super::page_panel::Preview;
use super::result::HeadlinePosition;
use super::screen::ReadModel;
use super::scroll::{self, ScrollAnchor};
use super::theme::{self, MAX_TEXT_WIDTH};
use super::widgets::button::Button;
use super::widgets::fold::fold_held;
use super::widgets::parts::{self, Part};
use super::widgets::{card, focus, heading, text};
use super::{bars, keeping, menu, page_panel, question, result, start, where_it_hurts};
use crate::app::command::Command;
use crate::app::screen::Screen;
use crate::knowledge::ids::{CardId, QuestionId};
use crate::knowledge::question::{Question, Step};
use crate::knowledge::rule::Level;
use crate::wording::fill;

/// From this width on the knee stands beside the step.
pub(super) const MEDIUM: f32 = 560.0;
/// From this width on the knee is large.
const WIDE: f32 = 900.0;
/// From this width on the result stands beside the form.
const THREE_COLUMNS: f32 = 1320.0;
/// What the step keeps before the third column grows: rows with a button beside the text.
const LEAST_STEP: f32 = 520.0;
/// The widths of the third column; from 500 points on it shows the lines of the page whole.
const THIRD: std::ops::RangeInclusive<f32> = 420.0..=620.0;
/// What the step keeps beside the page in step 4, whose lines need the room.
const LEAST_STEP_BY_PAGE: f32 = 440.0;
/// Room around what scrolls; its bar stands at the edge of its column.
const ROOM: Margin = Margin { left: 16, right: 12, top: 12, bottom: 16 };
/// The step's column: rows with a button beside the text, and a page of 72 letters.
const COLUMN: f32 = MAX_TEXT_WIDTH + 100.0;
/// Room for the knee between the questions of a narrow window.
const NARROW_KNEE: f32 = 520.0;
/// So many answers that were not ticked are named; the rest is counted.
const COUNTED_NAMES: usize = 3;
/// The line beside a panel, which is part of it.
const LINE: f32 = 1.0;
/// Room around the buttons of header and footer.
const BAR_MARGIN: Margin = Margin { left: 16, right: 16, top: 6, bottom: 6 };
/// A header or footer of one row of buttons, with its margins and the line beside it: before a footer was drawn, nothing
/// has to be laid out twice.
const USUAL_BAR: f32 = theme::CONTROL + BAR_MARGIN.sum().y + LINE;
/// The column of the picture on the first model.
const WELCOME_WIDTH: f32 = 420.0;
/// The room around that picture.
const WELCOME_MARGIN: Margin = Margin::same(16);
/// Below this height the header scrolls with the page; of an emergency its headline stays.
const LOW: f32 = 400.0;

/// What the window keeps between frames.
#[derive(Default)]
pub struct Shell {
    /// The picture of the knee.
    pub knee: KneePanel,
    /// Which earlier check is getting another name.
    earlier: EarlierList,
    /// Folded questions in the order of what they would change, as it was when the screen was opened.
    order: Vec<QuestionId>,
    /// The cards whose folded questions are open.
    unfolded: BTreeSet<CardId>,
    /// The screen of the last frame: a new one starts at its top.
    last_screen: Option<Screen>,
    /// The height of the footer in the last frame, in points.
    footer_height: Option<f32>,
    /// An answer changed since the last frame: what has the focus stays where it is on the model.
    holds_still: bool,
    /// Where the step is to be scrolled to in the next frame, in points from its top.
    scroll_to: Option<f32>,
    /// Where the view of the step began in the last frame: a band can come above it.
    step_top: Option<f32>,
}

impl Shell {
    /// Keeps what was clicked where it is in the next frame, whatever comes to stand above it.
    pub fn hold_still(&mut self) {
        self.holds_still = true;
    }

    /// Whether the next frame tells what the open answers would change: step 4 does, and step 3 when it is entered.
    #[must_use]
    pub fn shows_what_would_change(&self, screen: &Screen) -> bool {
        match screen {
            Screen::Result => true,
            Screen::Questions(_) => self.last_screen.as_ref() != Some(screen),
            _ => false,
        }
    }

    /// Draws the whole window, in the order in which it is read: header, knee, step, result, footer.
    pub fn show(&mut self, ui: &mut Ui, model: &ReadModel<'_>) {
        let size = ui.available_size();
        let is_low = size.y < LOW;
        let bar = Frame::new().fill(theme::tokens_of(ui).card).inner_margin(BAR_MARGIN);
        parts::follow_keys(ui);
        if !is_low {
            parts::enter(ui, Part::Header);
            Panel::top("header").frame(bar).show(ui, |ui| bars::header(ui, model, size.x, HeadlinePosition::Here));
        } else if bars::has_banner(model) {
            Panel::top("emergency").frame(Frame::NONE).show(ui, |ui| result::banner_line(ui, model));
        }
        let has_footer = model.screen.step().is_some() || model.can_undo || !model.status.is_empty();
        let mut middle = ui.available_rect_before_wrap();
        if has_footer {
            middle.max.y -= self.footer_height.unwrap_or(USUAL_BAR);
        }
        let is_new = self.last_screen.as_ref().is_some_and(|last| last != model.screen);
        self.last_screen = Some(model.screen.clone());
        self.columns(&mut part_of(ui, "middle", middle), model, size, is_new);
        if is_new && model.focus_question.is_none() {
            focus::go_to_title(ui.ctx());
        }
        if has_footer {
            parts::enter(ui, Part::Footer);
            let footer = Panel::bottom("footer").frame(bar).show(ui, |ui| bars::footer(ui, model));
            let height = footer.response.rect.height();
            let assumed = self.footer_height.replace(height).unwrap_or(USUAL_BAR);
            if (height - assumed).abs() > 0.1 {
                ui.ctx().request_discard("the footer has another height");
            }
        }
        self.knee.finish(ui);
    }

    /// What stands between header and footer.
    fn columns(&mut self, ui: &mut Ui, model: &ReadModel<'_>, size: Vec2, is_new: bool) {
        let is_low = size.y < LOW;
        let is_narrow = size.x < MEDIUM;
        let tokens = theme::tokens_of(ui);
        let is_step = model.screen.step().is_some();
        let column = Frame::new().fill(tokens.card);
        let has_third = is_step && size.x >= THREE_COLUMNS;
        let has_page = has_third && *model.screen == Screen::Result;
        let knee_width = if size.x >= WIDE && !has_page { 400.0 } else { 320.0 };
        if is_step && !is_narrow {
            parts::enter(ui, Part::Knee);
            Panel::left("knee").exact_size(knee_width).resizable(false).frame(column).show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).content_margin(ROOM).show(ui, |ui| {
                    self.knee.show(ui, model, vec2(ui.available_width(), ui.available_height()));
                });
            });
        }
        if *model.screen == Screen::Start && size.x >= WIDE {
            Panel::right("welcome")
                .exact_size(WELCOME_WIDTH)
                .resizable(false)
                .frame(column.inner_margin(WELCOME_MARGIN))
                .show(ui, |ui| {
                    self.knee.show_welcome(ui);
                });
        }
        let third_width = if has_page {
            (size.x - knee_width - LEAST_STEP_BY_PAGE).min(*THIRD.end())
        } else {
            (size.x - knee_width - LEAST_STEP).clamp(*THIRD.start(), *THIRD.end())
        };
        let mut rest = ui.available_rect_before_wrap();
        if has_third {
            rest.max.x -= third_width;
        }
        let wheel = scroll::wheel_left_of(ui, rest.max.x);
        if is_new {
            self.order = model.next.iter().flat_map(|next| &next.asks).map(|ask| ask.question.clone()).collect();
        }
        parts::enter(ui, Part::Step);
        // Its colour is the one that the window is cleared with.
        CentralPanel::no_frame().show(&mut part_of(ui, "rest", rest), |ui| {
            let mut area = ScrollArea::vertical().auto_shrink(false).content_margin(ROOM).id_salt("step");
            if is_new {
                area = area.vertical_scroll_offset(0.0);
            } else if let Some(offset) = self.scroll_to.take() {
                area = area.vertical_scroll_offset(offset);
            }
            let holds = std::mem::take(&mut self.holds_still) && !is_new && model.focus_question.is_none();
            let held = self.step_top.filter(|_| holds).map(|top| ScrollAnchor::of(ui, top));
            let shown = area.show(ui, |ui| {
                if is_low {
                    bars::header(ui, model, size.x, HeadlinePosition::ByTheLine);
                }
                ui.set_max_width(ui.available_width().min(COLUMN));
                self.step(ui, model, is_narrow);
                if *model.screen == Screen::Result && !has_third {
                    page_panel::show(ui, model, Preview::Folded);
                }
            });
            self.step_top = Some(shown.inner_rect.top());
            self.scroll_to = scroll::wanted_offset(ui, &shown, held, wheel);
        });
        if has_third {
            parts::enter(ui, Part::Result);
            Panel::right("result").exact_size(third_width).resizable(false).frame(column).show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).content_margin(ROOM).show(ui, |ui| {
                    if *model.screen == Screen::Result {
                        page_panel::show(ui, model, Preview::Open);
                    } else {
                        live(ui, model);
                    }
                });
            });
        }
    }

    fn step(&mut self, ui: &mut Ui, model: &ReadModel<'_>, is_narrow: bool) {
        keeping::show(ui, model);
        let words = model.words();
        if matches!(model.screen, Screen::Safety | Screen::Where | Screen::Questions(_)) {
            counted_as_no(ui, model);
        }
        // A wide window says it in the step bar; a screen reader hears it with the title.
        if is_narrow && let Some(line) = model.step_line() {
            text::hint(ui, &line);
        }
        if is_narrow && model.screen.step().is_some_and(|step| step != 2) {
            knee_panel::summary_line(ui, model);
        }
        let mut pointed = None;
        match model.screen {
            Screen::Start => start::show(ui, model),
            Screen::Menu => menu::show(ui, model),
            Screen::Earlier => self.earlier.show(ui, model),
            Screen::Safety => safety(ui, model),
            Screen::Where => {
                heading::title(ui, &words.place.title, &model.step_line().unwrap_or_default());
                where_it_hurts::missing(ui, model);
                where_it_hurts::which_knee(ui, model);
                if model.check.side.is_some() {
                    if is_narrow {
                        self.knee.show(ui, model, vec2(ui.available_width(), NARROW_KNEE));
                    }
                    where_it_hurts::places(ui, model);
                }
            }
            Screen::Questions(card) => self.questions(ui, model, card),
            Screen::Result => {
                pointed = result::show(ui, model);
                counted_as_no(ui, model);
            }
        }
        self.knee.light(ui, pointed);
    }

    fn questions(&mut self, ui: &mut Ui, model: &ReadModel<'_>, card: &CardId) {
        let words = model.words();
        let Some(at) = model.cards.iter().position(|page| page.card == *card) else { return };
        let page = &model.cards[at];
        let part = fill(&words.steps.part, &[("part", &(at + 1).to_string())]);
        heading::title(ui, page.title, &model.step_line().unwrap_or_default());
        text::hint(ui, &part);
        if page.core.iter().chain(&page.more).any(|question| model.is_asked_again(question.id.as_str())) {
            card::note_panel(ui, &words.questions.stale, |_| {});
        }
        question::how_to_answer(ui, model, &page.core);
        for question in &page.core {
            question::show(ui, model, question);
        }
        question::date(ui, model, &page.core);
        let mut more = page.more.clone();
        // The order stays as it was when the screen was opened: nothing jumps while it is read.
        let place = |question: &Question| self.order.iter().position(|id| *id == question.id);
        more.sort_by_key(|question| place(question).unwrap_or(self.order.len()));
        if !more.is_empty() {
            let is_focus = more.iter().any(|question| model.focus_question == Some(&question.id));
            let mut open = is_focus || self.unfolded.contains(card);
            fold_held(ui, card.as_str(), &words.questions.more, &mut open, |ui| {
                for question in &more {
                    question::show(ui, model, question);
                }
            });
            if open {
                self.unfolded.insert(card.clone());
            } else {
                self.unfolded.remove(card);
            }
        }
    }
}

fn safety(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    heading::title(ui, &words.safety.title, &model.step_line().unwrap_or_default());
    if model.assessment.evidence.safety_is_stale {
        card::note_panel(ui, &words.safety.stale, |_| {});
    }
    let cards = model.knowledge.cards.iter().filter(|card| card.step == Step::Safety);
    let questions: Vec<_> = cards.flat_map(|card| model.knowledge.questions_of(card)).collect();
    question::how_to_answer(ui, model, &questions);
    for question in questions {
        question::show(ui, model, question);
    }
    for case in model.assessment.not_made_for(model.knowledge) {
        card::note_panel(ui, &case.title, |ui| text::body(ui, &model.places.fill(&case.text)));
    }
}

/// The room of the picture on the first screen in a window of this size, in points; `None` where there is none, or where
/// the header scrolls with the page.
#[must_use]
pub fn welcome_room(window: Vec2) -> Option<Vec2> {
    let room = vec2(WELCOME_WIDTH - LINE, window.y - USUAL_BAR) - WELCOME_MARGIN.sum();
    (window.x >= WIDE && window.y >= LOW).then_some(room)
}

/// A part of the window, drawn at its turn and not where the layout would put it.
fn part_of(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect))
}

/// What was counted as No because it was not ticked, with the way back.
fn counted_as_no(ui: &mut Ui, model: &ReadModel<'_>) {
    let Some(counted) = model.counted_as_no else { return };
    let words = model.words();
    let mut names: Vec<String> = counted
        .findings
        .iter()
        .filter_map(|id| model.knowledge.finding(id.as_str()))
        .map(|finding| finding.label.clone())
        .collect();
    let rest = names.len().saturating_sub(COUNTED_NAMES);
    if rest > 0 {
        names.truncate(COUNTED_NAMES);
        names.push(fill(&words.questions.counted_more, &[("count", &rest.to_string())]));
    }
    if !names.is_empty() {
        text::hint(ui, &fill(&words.questions.counted_as_no, &[("list", &names.join("; "))]));
    }
    match counted.still_open {
        0 => {}
        1 => _ = text::hint(ui, &words.questions.not_counted_one),
        many => _ = text::hint(ui, &fill(&words.questions.not_counted, &[("count", &many.to_string())])),
    }
    if Button::quiet(&words.buttons.change).show(ui).clicked() {
        model.send(Command::GoTo(counted.screen.clone()));
    }
}

/// The third column: urgency, what fits, the page as it grows.
fn live(ui: &mut Ui, model: &ReadModel<'_>) {
    let words = model.words();
    result::urgency_card(ui, model);
    if model.assessment.urgency.level != Level::Emergency && model.assessment.is_sorted {
        heading::heading(ui, 2, &words.result.causes);
        for cause in model.assessment.could_be(model.knowledge) {
            text::body(ui, &format!("\u{2022} {}", result::cause_name(model, &cause.cause)));
        }
    }
    heading::heading(ui, 2, &words.page.title);
    page_panel::preview(ui, model, Preview::Open);
}
