//! How the parts stand in the window: header, knee, step, live result, footer.

use egui::{CentralPanel, Frame, Margin, Panel, Rect, ScrollArea, Ui, UiBuilder, Vec2, vec2};

use super::diary::DiaryScreen;
use super::door::Door;
use super::earlier::EarlierList;
use super::knee_panel::{self, KneePanel};
use super::page_panel::Preview;
use super::read_model::ReadModel;
use super::result::HeadlinePosition;
use super::scroll::{self, ScrollAnchor};
use super::spot_card::SpotCards;
use super::theme::{self, MAX_TEXT_WIDTH, MEDIUM};
use super::widgets::parts::{self, Part};
use super::widgets::{focus, heading, text};
use super::{
    bars, counted_as_no, keeping, menu, page_panel, questions, result, runs, safety, way_back, where_it_hurts,
};
use crate::session::screen::Screen;

/// From this width on the result stands beside the form.
const THREE_COLUMNS: f32 = 1320.0;
/// What the step keeps before the third column grows: rows with a button beside the text.
const LEAST_STEP: f32 = 520.0;
/// The widths of the third column; from 500 points on it shows the lines of the page whole.
const THIRD: std::ops::RangeInclusive<f32> = 420.0..=620.0;
/// What the plan keeps beside the page.
const LEAST_PLAN: f32 = 780.0;
/// The column of the plan, with what fits beside it.
const PLAN: f32 = 1120.0;
/// Room around what scrolls; its bar stands at the edge of its column.
const ROOM: Margin = Margin { left: 16, right: 12, top: 12, bottom: 16 };
/// The step's column: rows with a button beside the text, and a page of 72 letters.
const COLUMN: f32 = MAX_TEXT_WIDTH + 100.0;
/// The same of a card of questions, whose rows stand in two columns.
const QUESTIONS: f32 = 860.0;
/// The same of step 2, whose tiles stand side by side without the picture.
const SAFETY: f32 = 1080.0;
/// Until a band that came above the step has its height, in frames; one that is laid out twice counts twice.
const HOLD: u8 = 3;
/// The line beside a panel, which is part of it.
const LINE: f32 = 1.0;
/// Room around the buttons of header and footer.
const BAR_MARGIN: Margin = Margin { left: 16, right: 16, top: 6, bottom: 6 };
/// A header or footer of one row of buttons, with its margins and the line beside it: before a footer was drawn, nothing
/// has to be laid out twice.
const USUAL_BAR: f32 = theme::CONTROL + BAR_MARGIN.sum().y + LINE;
/// Below this height the header scrolls with the page; of an emergency its headline stays.
const LOW: f32 = 400.0;

/// What the window keeps between frames.
#[derive(Default)]
pub struct WindowLayout {
    /// The picture of the knee.
    pub knee: KneePanel,
    earlier: EarlierList,
    diary: DiaryScreen,
    spots: SpotCards,
    /// The screen of the last frame: a new one starts at its top.
    last_screen: Option<Screen>,
    /// The height of the footer in the last frame, in points.
    footer_height: Option<f32>,
    /// So many frames after an answer changed what has the focus stays where it is on the screen.
    holds_still: u8,
    /// Where the step is to be scrolled to in the next frame, in points from its top.
    scroll_to: Option<f32>,
    /// Where the view of the step began in the last frame: a band can come above it.
    step_top: Option<f32>,
}

/// What stands beside what, in a window of this size.
struct Columns {
    window: Vec2,
    /// So low that the header scrolls with the page.
    is_low: bool,
    /// So narrow that nothing stands beside the step.
    is_narrow: bool,
    /// The width of the picture's column beside questions, where there is one.
    knee: Option<f32>,
    /// How the first screen is laid out, where the picture has a column there.
    door: Option<Door>,
    /// The width of the third column, where there is one.
    third: Option<f32>,
}

/// Whether the screen is another one than in the last frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entered {
    Now,
    Before,
}

impl Columns {
    fn of(window: Vec2, screen: &Screen) -> Self {
        let is_narrow = window.x < MEDIUM;
        let is_step = screen.step().is_some();
        let is_door = *screen == Screen::Where;
        let has_third = is_step && !is_door && window.x >= THREE_COLUMNS;
        let has_page = has_third && *screen == Screen::Result;
        let knee = if has_third && !has_page { 400.0 } else { 320.0 };
        let third = if has_page {
            (window.x - LEAST_PLAN).min(*THIRD.end())
        } else {
            (window.x - knee - LEAST_STEP).clamp(*THIRD.start(), *THIRD.end())
        };
        Self {
            window,
            is_low: window.y < LOW,
            is_narrow,
            // The danger signs stand side by side; the last screen shows the knee beside what fits.
            knee: (is_step && !is_door && !is_narrow && !matches!(screen, Screen::Safety | Screen::Result))
                .then_some(knee),
            door: None,
            third: has_third.then_some(third),
        }
    }
}

impl WindowLayout {
    /// Keeps what was clicked where it is in the next frame, whatever comes to stand above it.
    pub fn hold_still(&mut self) {
        self.holds_still = HOLD;
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
        let columns = Columns::of(ui.available_size(), model.screen);
        let bar = Frame::new().fill(theme::tokens_of(ui).card).inner_margin(BAR_MARGIN);
        parts::follow_keys(ui);
        if !columns.is_low {
            parts::enter(ui, Part::Header);
            Panel::top("header")
                .frame(bar)
                .show(ui, |ui| bars::header(ui, model, columns.window.x, HeadlinePosition::Here));
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
        let entered = if is_new { Entered::Now } else { Entered::Before };
        let door = (*model.screen == Screen::Where).then(|| Door::of(columns.window.x, middle.height())).flatten();
        let columns = Columns { door, ..columns };
        self.columns(&mut part_of(ui, "middle", middle), model, &columns, entered);
        if is_new && model.focus_question.is_none() {
            focus::go_to_title(ui.ctx());
        }
        if has_footer {
            self.footer(ui, model, bar);
        }
        self.knee.finish(ui);
    }

    fn footer(&mut self, ui: &mut Ui, model: &ReadModel<'_>, bar: Frame) {
        parts::enter(ui, Part::Footer);
        let footer = Panel::bottom("footer").frame(bar).show(ui, |ui| bars::footer(ui, model));
        let height = footer.response.rect.height();
        let assumed = self.footer_height.replace(height).unwrap_or(USUAL_BAR);
        if (height - assumed).abs() > 0.1 {
            ui.ctx().request_discard("the footer has another height");
        }
    }

    /// What stands between header and footer.
    fn columns(&mut self, ui: &mut Ui, model: &ReadModel<'_>, columns: &Columns, entered: Entered) {
        let column = Frame::new().fill(theme::tokens_of(ui).card);
        if let Some(width) = columns.knee {
            parts::enter(ui, Part::Knee);
            Panel::left("knee").exact_size(width).resizable(false).frame(column).show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).content_margin(ROOM).show(ui, |ui| {
                    self.knee.show(ui, model, vec2(ui.available_width(), ui.available_height()));
                });
            });
        }
        if let Some(door) = &columns.door {
            parts::enter(ui, Part::Knee);
            // Its colour is the one that the window is cleared with.
            let panel = Panel::left("door").exact_size(door.width).resizable(false).show_separator_line(false);
            panel.frame(Frame::NONE).show(ui, |ui| self.knee.show_door(ui, model, door));
        }
        self.step_column(ui, model, columns, entered);
        if let Some(width) = columns.third {
            parts::enter(ui, Part::Result);
            Panel::right("result").exact_size(width).resizable(false).frame(column).show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).content_margin(ROOM).show(ui, |ui| match model.screen {
                    Screen::Result => page_panel::show(ui, model, Preview::Open),
                    _ => result::live(ui, model),
                });
            });
        }
    }

    /// The column that scrolls as the runner goes on.
    fn step_column(&mut self, ui: &mut Ui, model: &ReadModel<'_>, columns: &Columns, entered: Entered) {
        let is_new = entered == Entered::Now;
        let mut rest = ui.available_rect_before_wrap();
        rest.max.x -= columns.third.unwrap_or(0.0);
        let wheel = scroll::wheel_left_of(ui, rest.max.x);
        parts::enter(ui, Part::Step);
        // Its colour is the one that the window is cleared with.
        CentralPanel::no_frame().show(&mut part_of(ui, "rest", rest), |ui| {
            let mut area = ScrollArea::vertical().auto_shrink(false).content_margin(ROOM).id_salt("step");
            if is_new {
                area = area.vertical_scroll_offset(0.0);
            } else if let Some(offset) = self.scroll_to.take() {
                area = area.vertical_scroll_offset(offset);
            }
            let holds = self.holds_still > 0 && !is_new && model.focus_question.is_none();
            self.holds_still = self.holds_still.saturating_sub(1);
            let held = self.step_top.filter(|_| holds).map(|top| ScrollAnchor::of(ui, top));
            let shown = area.show(ui, |ui| {
                if columns.is_low {
                    bars::header(ui, model, columns.window.x, HeadlinePosition::ByTheLine);
                }
                let most = match model.screen {
                    Screen::Safety => SAFETY,
                    Screen::Questions(_) => QUESTIONS,
                    Screen::Result => PLAN,
                    _ => COLUMN,
                };
                ui.set_max_width(ui.available_width().min(most));
                self.step(ui, model, columns);
            });
            self.step_top = Some(shown.inner_rect.top());
            self.scroll_to = scroll::wanted_offset(ui, &shown, held, wheel);
        });
    }

    fn step(&mut self, ui: &mut Ui, model: &ReadModel<'_>, columns: &Columns) {
        keeping::show(ui, model);
        if matches!(model.screen, Screen::Safety | Screen::Where | Screen::Questions(_)) {
            counted_as_no::show(ui, model);
        }
        // A wide window says it in the step bar; a screen reader hears it with the title.
        if columns.is_narrow
            && let Some(line) = model.step_line()
        {
            text::hint(ui, &line);
        }
        if columns.is_narrow && model.screen.step().is_some_and(|step| step != 1) {
            knee_panel::summary_line(ui, model);
        }
        let mut pointed = None;
        match model.screen {
            Screen::Menu => menu::show(ui, model),
            Screen::Earlier => self.earlier.show(ui, model),
            Screen::Runs => runs::show(ui, model),
            Screen::Diary => self.diary.show(ui, model),
            Screen::WayBack => way_back::show(ui, model),
            Screen::Safety => safety::show(ui, model),
            Screen::Where => self.place(ui, model, columns),
            Screen::Questions(card) => questions::show(ui, model, card),
            Screen::Result => {
                let knee = &mut self.knee;
                pointed = result::show(ui, model, &mut |ui, cause| knee.show_cause(ui, model, cause));
                counted_as_no::show(ui, model);
            }
        }
        self.knee.light(ui, pointed);
        if *model.screen == Screen::Result && columns.third.is_none() {
            page_panel::show(ui, model, Preview::Folded);
        }
    }

    /// Step 1; the knees have a column of their own, or stand above the rest.
    fn place(&mut self, ui: &mut Ui, model: &ReadModel<'_>, columns: &Columns) {
        if !columns.door.is_some_and(|door| door.is_high()) {
            heading::title(ui, &model.words().place.title, &model.step_line().unwrap_or_default());
        }
        match &columns.door {
            None => self.knee.show_stacked(ui, model),
            Some(door) if !door.has_views() => self.knee.views(ui, model),
            Some(_) => {}
        }
        if let Some(spot) = self.knee.take_chosen() {
            self.spots.open(spot);
        }
        where_it_hurts::show(ui, model, &mut self.spots);
    }
}

/// The room of the first picture in a window of this size, in points; `None` where it is not known before it is laid out.
#[must_use]
pub fn welcome_room(window: Vec2) -> Option<Vec2> {
    let door = Door::of(window.x, window.y - 2.0 * USUAL_BAR).filter(|_| window.y >= LOW)?;
    Some(door.first_picture())
}

/// A part of the window, drawn at its turn and not where the layout would put it.
fn part_of(ui: &mut Ui, name: &str, rect: Rect) -> Ui {
    ui.new_child(UiBuilder::new().id_salt(name).max_rect(rect))
}
