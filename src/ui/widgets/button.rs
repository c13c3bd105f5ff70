//! Buttons: the main one of a screen, other ones, quiet ones that look like links, and the tabs of the header.

use egui::{Color32, Rect, Response, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role, pos2, vec2};

use super::{
    focus::{self, KeyCapture},
    text::galley,
};
use crate::ui::{
    icons::Icon,
    theme::{self, CONTROL, CORNER, GAP, PADDING},
};

const ICON: f32 = 20.0;
/// Space beside the label of a tab.
const TAB_SIDE: f32 = 12.0;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    Primary,
    Secondary,
    Quiet,
    Tab,
}

/// What a second click right after the first one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DoubleClick {
    /// Nothing: a double click is meant as one.
    Never,
    /// The same again, as with Undo.
    Each,
}

/// A button, before it is shown.
#[derive(Clone, Copy, Debug)]
#[must_use = "call `show`"]
pub struct Button<'a> {
    current: bool,
    icon: Option<Icon>,
    label: &'a str,
    name: Option<&'a str>,
    on_band: Option<Color32>,
    rank: Rank,
    repeats: DoubleClick,
    toggled: Option<bool>,
}

impl<'a> Button<'a> {
    /// The one filled button of a screen.
    pub fn primary(label: &'a str) -> Self {
        Self::new(Rank::Primary, label)
    }

    /// A button with an edge.
    pub fn secondary(label: &'a str) -> Self {
        Self::new(Rank::Secondary, label)
    }

    /// A button that looks like a link.
    pub fn quiet(label: &'a str) -> Self {
        Self::new(Rank::Quiet, label)
    }

    /// A button of a bar in which one is the place where the user is.
    pub fn tab(label: &'a str) -> Self {
        Self::new(Rank::Tab, label)
    }

    fn new(rank: Rank, label: &'a str) -> Self {
        Self {
            current: false,
            icon: None,
            label,
            name: None,
            on_band: None,
            rank,
            repeats: DoubleClick::Never,
            toggled: None,
        }
    }

    /// An icon before the label. It adds nothing for a screen reader.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What a screen reader says in place of the label, as when several read "Change".
    ///
    /// It must contain the label.
    pub fn named(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Makes it a switch that is on or off: filled when on.
    pub fn toggled(mut self, on: bool) -> Self {
        self.toggled = Some(on);
        self
    }

    /// On a coloured band, in the colour of its text. For quiet buttons.
    pub fn on_band(mut self, colour: Color32) -> Self {
        self.on_band = Some(colour);
        self
    }

    /// Makes each of several quick clicks count: one does what the next one goes on with.
    pub fn repeated(mut self) -> Self {
        self.repeats = DoubleClick::Each;
        self
    }

    /// Marks it as the place where the user is, as in the step bar.
    pub fn current(mut self, here: bool) -> Self {
        self.current = here;
        self
    }

    /// Draws the button; `clicked` on the response is true for click, Enter, Space and screen reader, and false for the
    /// second half of a double click.
    pub fn show(self, ui: &mut Ui) -> Response {
        let t = theme::tokens_of(ui);
        let on = self.toggled == Some(true) || self.current;
        let filled = self.rank == Rank::Primary || on;
        let front = match (self.on_band, filled, self.rank) {
            (Some(colour), ..) => colour,
            (None, true, _) => t.btn_t,
            (None, false, Rank::Quiet | Rank::Tab) => t.link,
            (None, false, Rank::Primary | Rank::Secondary) => t.btn2_t,
        };

        let side = match self.rank {
            Rank::Quiet if !on => GAP,
            // The same room whether or not the user is here: nothing moves when a step changes.
            Rank::Tab => TAB_SIDE,
            Rank::Quiet | Rank::Primary | Rank::Secondary => PADDING,
        };
        let is_icon_alone = self.label.is_empty();
        let icon_width = self.icon.map_or(0.0, |_| if is_icon_alone { ICON } else { ICON + GAP });
        let room = room(ui) - 2.0 * side - icon_width;
        let style = if self.rank == Rank::Primary { theme::bold() } else { theme::body() };
        let text = galley(ui, self.label, style, front, room);
        let inner = vec2(icon_width, 0.0) + text.size();
        let full = if is_icon_alone {
            Vec2::splat(CONTROL)
        } else {
            (inner + vec2(2.0 * side, 20.0)).max(Vec2::splat(CONTROL))
        };

        let (rect, response) = ui.allocate_exact_size(full, focus::press_sense(ui));
        let mut response = focus::hand(response);
        if response.clicked_by(egui::PointerButton::Primary) {
            focus::take(ui, response.id);
            let counts = focus::clicked_once(ui, &response) || self.repeats == DoubleClick::Each;
            if !counts {
                response.flags -= egui::response::Flags::CLICKED;
            }
        }
        self.describe(&response);

        if ui.is_rect_visible(rect) {
            let hand = PointerState::of(&response);
            if self.on_band.is_none() {
                paint_back(ui, rect, self.rank, filled, hand);
            }
            let start = pos2(rect.center().x - inner.x / 2.0, rect.center().y);
            if let Some(icon) = self.icon {
                icon.paint(ui, start + vec2(ICON / 2.0, 0.0), ICON, front);
            }
            let text_at = start + vec2(icon_width, -text.size().y / 2.0);
            let text_rect = Rect::from_min_size(text_at, text.size());
            ui.painter().galley(text_at, text, front);
            if self.rank == Rank::Quiet && !filled && !is_icon_alone {
                underline(ui, text_rect, front, hand != PointerState::Away);
            }
        }
        focus::attend(ui, &response, KeyCapture::Nothing);
        response
    }

    fn describe(&self, response: &Response) {
        let name = self.name.unwrap_or(self.label);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Button, response.enabled(), name);
            info.selected = self.toggled;
            info
        });
        if self.current {
            response.ctx.accesskit_node_builder(response.id, |node| {
                node.set_aria_current(egui::accesskit::AriaCurrent::Step);
            });
        }
    }
}

/// The width that a button may take; in a wrapping row it can move to the next line.
fn room(ui: &Ui) -> f32 {
    if ui.layout().main_wrap { ui.max_rect().width() } else { ui.available_width() }
}

/// What the pointer does with a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PointerState {
    Away,
    Over,
    Down,
}

impl PointerState {
    fn of(response: &Response) -> Self {
        if response.is_pointer_button_down_on() {
            Self::Down
        } else if response.hovered() {
            Self::Over
        } else {
            Self::Away
        }
    }
}

fn paint_back(ui: &Ui, rect: Rect, rank: Rank, filled: bool, hand: PointerState) {
    let t = theme::tokens_of(ui);
    let painter = ui.painter();
    if filled {
        painter.rect_filled(rect, CORNER, if hand == PointerState::Away { t.btn } else { t.btn_hover });
        if hand == PointerState::Down {
            let line = Stroke::new(2.0, t.btn_t);
            painter.rect_stroke(rect.shrink(3.0), CORNER - 2, line, StrokeKind::Inside);
        }
        return;
    }
    let is_plain = matches!(rank, Rank::Quiet | Rank::Tab);
    if !is_plain || hand != PointerState::Away {
        painter.rect_filled(rect, CORNER, if hand == PointerState::Away { t.card } else { t.tint });
    }
    if !is_plain || hand == PointerState::Down {
        let line = Stroke::new(if hand == PointerState::Down { 3.0 } else { 1.5 }, t.btn2_b);
        painter.rect_stroke(rect, CORNER, line, StrokeKind::Inside);
    }
}

fn underline(ui: &Ui, text: Rect, colour: Color32, alive: bool) {
    let width = if alive { 3.0 } else { 1.5 };
    let y = text.bottom() - 1.0;
    ui.painter().hline(text.x_range(), y, Stroke::new(width, colour));
}
